// The sheet of one's room: the task, its steps, the room's meeting, the room's answer, and what it was told.

import { html, useState } from "../vendor/preact-htm.js";
import { webAddress } from "../core/client.js";
import { refusalWords, t, timeOfDay } from "../core/i18n.js";
import { Icon, Slot, calledName, usePage } from "../core/page.js";

const LIMIT = 4_000;
const lengthOf = (text) => [...text.normalize("NFC").trim()].length;

function Steps() {
  const { models } = usePage();
  const rounds = models.breakouts;
  if (!rounds.steps.length) return null;
  return html`<ul class="steps">
    ${rounds.steps.map(
      (step) => html`<li key=${step.id}>
        <label><input type="checkbox" checked=${rounds.isDone(step)} disabled=${!rounds.mayRun} onChange=${() => rounds.tick(step)} /><span>${step.text}</span></label>
      </li>`,
    )}
  </ul>
  ${!rounds.mayRun && rounds.captain && html`<p class="soft">${t("breakouts.captain_ticks", { name: calledName(rounds.captain) })}</p>`}`;
}

const MORE = [2, 5, 10];

/** Ask for more time, and what became of that. */
function Time() {
  const { client, models } = usePage();
  const rounds = models.breakouts;
  const { round, time } = rounds;
  const canAsk = rounds.mayRun && client.role === "learner" && (round?.ends_at || round?.closes_at) && time?.state !== "asked";
  if (!canAsk && !time) return null;
  return html`<section class="room-time">
    <h3>${t("breakouts.time")}</h3>
    ${time &&
    html`<p class=${`note note-${time.state === "declined" ? "warn" : "info"}`} role="status">
      ${t(`breakouts.time_${time.state}`, { name: calledName(time), n: time.minutes })}
    </p>`}
    ${canAsk &&
    html`<div class="room-minutes">
      ${MORE.map(
        (minutes) => html`<button type="button" key=${minutes} class="button" disabled=${!client.isIn} onClick=${() => rounds.askTime(minutes)}>
          ${t("breakouts.time_minutes", { n: minutes })}
        </button>`,
      )}
    </div>`}
  </section>`;
}

/** How one's own wording of the answer stands, when it is not the one that shows. */
function Own({ own, onAgain, onGiveUp }) {
  if (!own) return null;
  if (own.state === "refused") {
    return html`<div class="note note-danger">
      <span>${refusalWords(own.entry.code, own.entry.params)}</span>
      <div class="note-actions">
        <button type="button" class="button small" onClick=${onAgain}>${t("breakouts.answer_again")}</button>
        <button type="button" class="button small" onClick=${onGiveUp}>${t("breakouts.answer_give_up")}</button>
      </div>
    </div>`;
  }
  const key = `breakouts.answer.${own.state}`;
  return html`<p class=${`note note-${own.state === "rejected" ? "danger" : "info"}`}>
    <span>${own.reason ? t("breakouts.answer_because", { state: t(key), reason: own.reason }) : t(key)}</span>
  </p>`;
}

function Answer() {
  const { models } = usePage();
  const rounds = models.breakouts;
  const { answer } = rounds.section;
  const channel = `answer:${rounds.room}`;
  const { draft, own } = { draft: models.discussion.draft(channel), own: rounds.own };
  const [isWriting, setWriting] = useState(Boolean(draft.text) || !answer);
  const keep = (text) => models.discussion.setDraft(channel, { text });
  const begin = () => {
    keep(own?.text || answer?.text || "");
    setWriting(true);
  };
  const length = lengthOf(draft.text);
  const send = () => {
    rounds.answer(draft.text.trim());
    keep("");
    setWriting(false);
  };
  return html`<section class="answer">
    <h3>${t("breakouts.answer")}</h3>
    ${answer &&
    html`<blockquote class="answer-text">${answer.text ?? t("breakouts.answer_erased")}</blockquote>
      <p class="soft">${t("breakouts.answer_by", { name: calledName(answer), time: timeOfDay(answer.at) })}</p>`}
    <${Own} own=${own} onAgain=${() => rounds.answer(own.text)} onGiveUp=${() => rounds.giveUp()} />
    ${isWriting && !(own?.state === "sending")
      ? html`<textarea
            class="answer-field"
            rows="4"
            aria-label=${t("breakouts.answer_label")}
            placeholder=${t("breakouts.answer_hint")}
            value=${draft.text}
            onInput=${(event) => keep(event.target.value)}
          ></textarea>
          ${length > LIMIT && html`<p class="composer-hint wrong" role="alert">${t("breakouts.answer_long", { n: length - LIMIT })}</p>`}
          <div class="actions">
            <button type="button" class="button primary" disabled=${!length || length > LIMIT} onClick=${send}>${t("breakouts.answer_send")}</button>
          </div>`
      : html`<div class="actions"><button type="button" class="button" onClick=${begin}>${t("breakouts.answer_change")}</button></div>`}
  </section>`;
}

function History() {
  const { models } = usePage();
  const { told } = models.breakouts;
  if (!told.length) return null;
  return html`<section>
    <h3>${t("breakouts.told")}</h3>
    <ul class="told">
      ${told.map(({ id, text, at, ...by }) => html`<li key=${id}><span class="soft">${timeOfDay(at)} · ${calledName(by)}</span> ${text}</li>`)}
    </ul>
  </section>`;
}

export function Room() {
  const page = usePage();
  const { room, section } = page.models.breakouts;
  if (!room) return html`<p class="soft">${t("breakouts.closed")}</p>`;
  const members = page.client.documents.section(room, "roster").members ?? {};
  const captain = members[section.captain];
  const isCaptain = captain && section.captain === page.client.member;
  const link = webAddress(section.link ?? "");
  return html`<div class="room-sheet">
    ${section.task && html`<p class="task">${section.task}</p>`}
    ${captain && html`<p class="soft">${isCaptain ? t("breakouts.you_captain") : t("breakouts.captain", { name: calledName(captain) })}</p>`}
    <${Steps} />
    <${Time} />
    <${Slot} name="room" place=${room} />
    ${link &&
    html`<a class="button" href=${link} target="_blank" rel="noopener noreferrer"><${Icon} name="external-link" size=${16} />${t("breakouts.link")}</a>`}
    <${Answer} key=${room} />
    <${History} />
  </div>`;
}
