// The agenda, as learners see it: what the class is doing, for how long, what comes next, and the whole of it on demand.

import { html, useEffect, useState } from "../vendor/preact-htm.js";
import { t, timeOfDay } from "../core/i18n.js";
import { Icon, IconButton, usePage } from "../core/page.js";
import { Marked } from "../discussion/messages.js";

const about = (client) => client.documents.section("class", "agenda");

/** Return what an activity is called: its title, or what people do in it while it has none. */
const called = (activity) => activity.title || t(`agenda.kind.${activity.kind}`);

/** Write a duration as a clock does: `0:07`, `12:30`, `1:05:09`. */
function clockText(seconds) {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** How much time the activity has left; it ticks, so it is for the eyes alone. */
function Left({ activity }) {
  const { client } = usePage();
  const left = () => Math.ceil((activity.paused ? activity.left : activity.ends_at - client.clock.now()) / 1000);
  const [seconds, setSeconds] = useState(left());
  useEffect(() => {
    setSeconds(left());
    if (activity.paused) return undefined;
    const timer = setInterval(() => setSeconds(left()), 500);
    return () => clearInterval(timer);
  }, [activity.id, activity.ends_at, activity.left]);
  const isOver = seconds < 0;
  return html`<span class=${`agenda-left ${isOver ? "agenda-over" : ""}`} aria-hidden="true">
    ${isOver ? `+${clockText(-seconds)}` : clockText(seconds)}
  </span>`;
}

/** When it ends, in words that stay: what a screen reader says instead of the ticking. */
const until = (activity) =>
  activity.paused
    ? t("agenda.paused", { n: Math.max(0, Math.ceil(activity.left / 60_000)) })
    : t("agenda.until", { when: timeOfDay(activity.ends_at) });

function Coming({ activity }) {
  return html`<p class="agenda-next">${t("agenda.next", { title: called(activity), n: activity.minutes })}</p>`;
}

function OpenButton() {
  const page = usePage();
  return html`<${IconButton} icon="list" name=${t("agenda.open")} onClick=${() => page.open("agenda")} />`;
}

/** Over the conversation: where we are. */
function Strips() {
  const { client } = usePage();
  const { current, next } = about(client);
  const isOn = ["live", "paused"].includes(client.documents.section("class", "session").phase);
  if (!isOn || (!current && !next)) return null;
  if (!current) {
    return html`<div class="strip agenda-strip"><div class="strip-words"><${Coming} activity=${next} /></div><${OpenButton} /></div>`;
  }
  return html`<div class="strip agenda-strip" key=${current.id}>
    <div class="strip-words">
      <p class="agenda-head">
        <span class="sr-only">${t("agenda.now")}${" "}</span><strong>${called(current)}</strong>
        ${current.title && html`<span class="tag">${t(`agenda.kind.${current.kind}`)}</span>`}
      </p>
      ${current.instructions && html`<p class="agenda-instructions"><${Marked} text=${current.instructions} /></p>`}
      <div class="agenda-foot">
        <p class="agenda-times"><${Left} activity=${current} /> <span>${until(current)}</span></p>
        ${next && html`<${Coming} activity=${next} />`}
      </div>
    </div>
    <${OpenButton} />
  </div>`;
}

const MARKS = {
  done: { icon: "check" },
  now: { icon: "arrow-down" },
  skipped: { icon: "x" },
};

function Item({ activity }) {
  const state = activity.state ?? "to_come";
  return html`<li class=${`agenda-item agenda-${state}`} aria-current=${state === "now" ? "step" : null}>
    <span class="agenda-mark">${MARKS[state] && html`<${Icon} name=${MARKS[state].icon} size=${16} />`}</span>
    <span class="agenda-title">
      ${called(activity)}
      ${state !== "to_come" && html`<span class="sr-only">${` (${t(`agenda.state.${state}`)})`}</span>`}
      ${activity.at && html` <span class="tag">${timeOfDay(activity.at)}</span>`}
    </span>
    <span class="agenda-minutes">${t("agenda.minutes", { n: activity.minutes })}</span>
  </li>`;
}

/** The whole agenda, and what there is to do now in full. */
function Agenda() {
  const { client } = usePage();
  const { current, items = {} } = about(client);
  const sorted = Object.entries(items).sort(([, a], [, b]) => a.order - b.order);
  return html`${current?.instructions &&
    html`<section class="agenda-task">
      <h3>${called(current)}</h3>
      <p><${Marked} text=${current.instructions} /></p>
    </section>`}
    <ol class="agenda-list">
      ${sorted.map(([id, activity]) => html`<${Item} key=${id} activity=${activity} />`)}
    </ol>`;
}

export default {
  name: "agenda",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  slots: { strip: Strips },
  sheets: { agenda: { title: () => t("agenda.title"), body: Agenda } },
  menu: (page) =>
    about(page.client).items ? [{ name: "agenda.title", icon: "list", act: () => page.open("agenda") }] : [],
};
