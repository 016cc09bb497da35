// The rooms, as a learner meets them: what to do and for how long, how the room is doing, its answer, what it is told.

import { html } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Icon, Strip, calledName, placeName, usePage } from "../core/page.js";
import { Left } from "./left.js";
import { Room } from "./room.js";
import { Rounds } from "./rounds.js";

const PULSES = [
  { pulse: "fine", icon: "thumbs-up" },
  { pulse: "time", icon: "timer" },
  { pulse: "help", icon: "life-buoy" },
  { pulse: "done", icon: "check" },
];

/** That one will be moved, or that the rooms close: with the time that is left to finish a sentence. */
function Ahead() {
  const { client, models } = usePage();
  const { moving, round, room } = models.breakouts;
  if (moving) {
    return html`<${Strip} tone="warn" class="strip-first" icon="door-open">
      ${t("breakouts.moving", { place: moving.name ?? placeName(client, moving.place) })}${" "}
      <${Left} until=${moving.at} /> <span>${t("breakouts.finish")}</span>
    </${Strip}>`;
  }
  if (!room || !round?.closes_at) return null;
  return html`<${Strip} tone="warn" class="strip-first" icon="door-open">
    ${t("breakouts.closing")}${" "}<${Left} until=${round.closes_at} /> <span>${t("breakouts.finish")}</span>
  </${Strip}>`;
}

/** What one's room was told, until one has put it away. */
function Told() {
  const { models } = usePage();
  const rounds = models.breakouts;
  return rounds.told.filter(({ id }) => !rounds.isPutAway(id)).map(
    ({ id, text, ...by }) => html`<${Strip}
      key=${id}
      tone="info"
      class="strip-first"
      icon="megaphone"
      action=${html`<button type="button" class="button small" onClick=${() => rounds.putAway(id)}>${t("breakouts.read")}</button>`}
    >
      <strong>${calledName(by)}</strong> ${text}
    </${Strip}>`,
  );
}

/** At the thumb: how one's room is doing, four words, one of which is true. */
function Pulse() {
  const { client, models } = usePage();
  const rounds = models.breakouts;
  const now = rounds.pulse;
  if (!rounds.room) return null;
  return html`<div class="pulse" role="group" aria-label=${t("breakouts.pulse")}>
    ${PULSES.map(
      ({ pulse, icon }) => html`<button
        type="button"
        key=${pulse}
        class=${`pulse-${pulse}`}
        aria-pressed=${now === pulse ? "true" : "false"}
        disabled=${!client.isIn}
        onClick=${() => rounds.say(pulse)}
      >
        <${Icon} name=${icon} size=${17} /><span>${t(`breakouts.pulse.${pulse}`)}</span>
      </button>`,
    )}
  </div>`;
}

/** One's room: how long, what to do, how it is doing. */
function RoomStrip() {
  const page = usePage();
  const { captain, round, room, section, steps } = page.models.breakouts;
  if (!room) return null;
  const { task, help, answer } = section;
  const done = steps.filter((step) => step.done).length;
  const hasWork = task || steps.length || answer;
  const called = help && (help.by ? t("breakouts.help_coming", { name: calledName(help) }) : t("breakouts.help_called"));
  return html`<div class="room-work">
    <button type="button" class="room-task" aria-haspopup="dialog" onClick=${() => page.open("room")}>
      <span class="room-words">
        ${task && html`<span class="room-line">${task}</span>`}
        <span class="room-facts">
          ${round?.ends_at > 0 && html`<${Left} until=${round.ends_at} icon="timer" />`}
          ${captain?.member === page.client.member && html`<span class="room-captain"><${Icon} name="star" size=${14} />${t("breakouts.captain_you")}</span>`}
          ${steps.length > 0 && html`<span>${t("breakouts.steps_done", { done, all: steps.length })}</span>`}
          <span class="room-open">${t(answer ? "breakouts.see_answer" : hasWork ? "breakouts.see_task" : "breakouts.write_answer")}</span>
        </span>
      </span>
    </button>
    ${called && html`<p class="room-help"><${Icon} name="life-buoy" size=${16} />${called}</p>`}
  </div>`;
}

/** In the main room, while others are in rooms: that one may choose one, or will be brought to one. */
function ChoiceStrip() {
  const page = usePage();
  const { round, room } = page.models.breakouts;
  if (!round || room || page.client.role !== "learner") return null;
  const choose = html`<button type="button" class="button small" onClick=${() => page.open("choose")}>${t("breakouts.choose")}</button>`;
  return html`<${Strip} tone="room" icon="door-open" action=${round.choice && choose}>
    ${t(round.choice ? "breakouts.choose_hint" : "breakouts.others_in_rooms")}
  </${Strip}>`;
}

function Choose() {
  const { client, close, models } = usePage();
  const { choices } = models.breakouts;
  if (!choices.length) return html`<p class="soft">${t("breakouts.none_to_choose")}</p>`;
  const go = (room) => () => {
    client.submit({ type: "breakouts.choose", room });
    close();
  };
  return html`<ul class="menu">
    ${choices.map(
      ({ id, name, people, limit }) => html`<li key=${id}>
        <button type="button" disabled=${limit > 0 && people >= limit} onClick=${go(id)}>
          <${Icon} name="door-open" />
          <span class="choice-name">${name}</span>
          <span class="soft">${limit ? t("breakouts.places", { people, limit }) : t("breakouts.people", { n: people })}</span>
        </button>
      </li>`,
    )}
  </ul>`;
}

function Strips() {
  return html`<${Ahead} /><${Told} /><${RoomStrip} /><${ChoiceStrip} />`;
}

let rounds = null;

export default {
  name: "breakouts",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: {
    "breakouts.choose": { stale: "ask" },
    "breakouts.set_pulse": { stale: "drop" },
    "breakouts.tick": {},
    "breakouts.ask_time": { stale: "drop" },
    "breakouts.answer": { isText: true },
    "breakouts.note_read": {},
  },
  model(client) {
    rounds = new Rounds(client);
    return rounds;
  },
  slots: { strip: Strips, thumb: Pulse },
  sheets: {
    room: { title: (page) => placeName(page.client, page.models.breakouts.room), body: Room },
    choose: { title: () => t("breakouts.choose"), body: Choose },
  },
  notice(kind, values) {
    if (kind === "moved") return rounds.whyMoved(values.place);
    if (kind !== "dropped") return "";
    if (values.type === "breakouts.ask_time") return t("breakouts.time_dropped");
    return values.type === "breakouts.set_pulse" ? t("breakouts.pulse_dropped") : "";
  },
};
