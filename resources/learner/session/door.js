// The screens before and after the class: code, name, waiting, gone.

import { html, useEffect, useRef, useState } from "../vendor/preact-htm.js";
import { dayAndTime, refusalWords, t } from "../core/i18n.js";
import { Slot, usePage } from "../core/page.js";
import { Contact } from "./contact.js";
import { LanguageSwitch } from "./language.js";

const NAME_LIMIT = 60;
const CIRCLE = Array.from({ length: 5 }, (_, n) => {
  const angle = (n * 2 * Math.PI) / 5 - Math.PI / 2;
  return [50 + 30 * Math.cos(angle), 50 + 30 * Math.sin(angle)];
});

/** The mark: people in a circle. `isWaiting` lets it breathe. */
function Mark({ isWaiting = false }) {
  return html`<svg class=${`mark ${isWaiting ? "mark-waiting" : ""}`} viewBox="0 0 100 100" aria-hidden="true">
    <circle class="mark-ring" cx="50" cy="50" r="30" />
    ${CIRCLE.map(([x, y]) => html`<circle class="mark-dot" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="9" />`)}
  </svg>`;
}

function Card({ isWaiting, children }) {
  return html`<div class="card-screen">
    <main class="card" id="main"><${Mark} isWaiting=${isWaiting} />${children}</main>
    <footer class="card-foot"><${LanguageSwitch} /></footer>
  </div>`;
}

/** What is recorded, why, and who sees it. */
export function Recorded() {
  return html`<ul class="recorded">
    ${["what", "why", "who", "how", "here"].map((about) => html`<li key=${about}>${t(`session.recorded_${about}`)}</li>`)}
  </ul>`;
}

function Refused({ id, refusal }) {
  return refusal && html`<p class="field-error" id=${id} role="alert">${refusalWords(refusal.code, refusal.params)}</p>`;
}

/** One labelled field and its button. */
function OneField({ id, label, hint, error, go, value, onSubmit, ...field }) {
  const input = useRef(null);
  const [empty, setEmpty] = useState("");
  const submit = (event) => {
    event.preventDefault();
    setEmpty(onSubmit(input.current.value.trim()) ?? "");
    if (!input.current?.value.trim()) input.current?.focus();
  };
  const wrong = empty || error;
  return html`<form class="one-field" onSubmit=${submit} novalidate>
    <label for=${id}>${label}</label>
    <input
      id=${id}
      ref=${input}
      defaultValue=${value}
      aria-describedby=${`${id}-hint ${id}-error`}
      aria-invalid=${wrong ? "true" : "false"}
      ...${field}
    />
    <p class="field-hint" id=${`${id}-hint`}>${hint}</p>
    <p class="field-error" id=${`${id}-error`} role="alert">${wrong}</p>
    <button type="submit" class="button primary wide">${go}</button>
  </form>`;
}

function CodeForm() {
  const { client } = usePage();
  const { refusal } = client;
  return html`<${Card}>
    <h1>${t("session.code_title")}</h1>
    <p class="soft">${t("session.tagline")}</p>
    <${OneField}
      id="code"
      label=${t("session.code_label")}
      hint=${t("session.code_hint")}
      go=${t("session.code_go")}
      value=${client.code}
      error=${refusal ? refusalWords(refusal.code, refusal.params) : ""}
      onSubmit=${(code) => (code ? client.look(code) : t("session.code_empty"))}
      autocapitalize="characters"
      autocomplete="off"
      spellcheck=${false}
      enterkeyhint="go"
      class="code-input"
    />
  </${Card}>`;
}

function NameForm() {
  const page = usePage();
  const { client } = page;
  const { about, refusal } = client;
  const enter = (name) => {
    if (!name) return t("session.name_empty");
    if ([...name].length > NAME_LIMIT) return t("session.name_long");
    return client.join(name);
  };
  const isOver = about.phase === "ended" || about.phase === "archived";
  return html`<${Card}>
    <p class="soft">${t("session.join_title")}</p>
    <h1>${about.title}</h1>
    ${(about.phase === "created" || about.phase === "preparing") &&
    html`<p class="soft">${about.opens_at ? t("session.opens_at", { when: dayAndTime(about.opens_at) }) : t("session.not_open")}</p>`}
    ${isOver
      ? html`<p>${t("session.over")}</p>`
      : html`<${OneField}
            id="name"
            label=${t("session.name_label")}
            hint=${t("session.name_hint")}
            go=${t("session.join_go")}
            value=${client.nameTried ?? ""}
            error=${refusal ? refusalWords(refusal.code, refusal.params) : ""}
            onSubmit=${enter}
            autocomplete="name"
            autocapitalize="words"
            enterkeyhint="go"
          />
          ${about.door === "ask" && html`<p class="soft">${t("session.join_wait")}</p>`}
          <${Contact} />
          <p class="recorded-short">
            ${t("session.recorded_short")}${" "}
            <button type="button" class="link" onClick=${() => page.open("recorded")}>${t("session.recorded_more")}</button>
          </p>`}
    <button type="button" class="link quiet" onClick=${() => client.lookElsewhere()}>${t("session.other_code")}</button>
  </${Card}>`;
}

function Looking() {
  const { client } = usePage();
  const isDown = client.connection.state === "waiting";
  return html`<${Card} isWaiting=${true}>
    <p role="status">${isDown ? t("session.unreachable") : t("session.looking", { code: client.code })}</p>
    <button type="button" class="link quiet" onClick=${() => client.lookElsewhere()}>${t("core.cancel")}</button>
  </${Card}>`;
}

/** No seat yet: the code, then the name. */
export function Door() {
  const { client } = usePage();
  if (client.about) return html`<${NameForm} />`;
  return client.code && !client.refusal ? html`<${Looking} />` : html`<${CodeForm} />`;
}

/** A seat was asked for or shown; the relay has not answered yet. */
export function Entering() {
  const { client } = usePage();
  const { refusal, seat, connection } = client;
  const isDown = connection.state === "waiting";
  const isMoving = !isDown && refusal?.code === "unknown_session" && seat.isCarried;
  return html`<${Card} isWaiting=${true}>
    <h1 class="calm">${seat.title ? t("session.entering_title", { title: seat.title }) : t("session.entering")}</h1>
    <div role="status">
      ${isDown && html`<p class="soft">${t("session.unreachable")}</p>`}
      ${!isDown && refusal?.code === "not_open_yet" && html`<p class="soft">${t("session.not_open")} ${t("session.not_open_hint")}</p>`}
      ${isMoving && html`<p class="soft">${t("session.moving")}</p>`}
      ${!isDown && refusal && refusal.code !== "not_open_yet" && !isMoving && html`<${Refused} refusal=${refusal} />`}
    </div>
    ${(isDown || refusal) && html`<${Contact} />`}
    <button type="button" class="link quiet" onClick=${() => client.forget()}>${t("core.cancel")}</button>
  </${Card}>`;
}

/** The seat is ours, and somebody has to let us in. */
export function Waiting() {
  const page = usePage();
  const { client, models } = page;
  return html`<${Card} isWaiting=${true}>
    ${client.seat.title && html`<p class="soft">${client.seat.title}</p>`}
    <h1 class="calm">${t("session.waiting_title")}</h1>
    <p class="soft" role="status">${client.isIn ? t("session.waiting_hint") : t("session.waiting_offline")}</p>
    <${Slot} name="waiting" />
    ${!client.isIn && html`<${Contact} />`}
    ${client.role === "learner" && !models.support?.call && html`<button type="button" class="link quiet" onClick=${() => page.open("help")}>${t("session.help")}</button>`}
  </${Card}>`;
}

/** The seat is no more: why, and what next. Words that never left are shown, so that they are not lost. */
export function Gone() {
  const page = usePage();
  const { client } = page;
  const { reason, unsent = [] } = client.ending;
  const heading = useRef(null);
  useEffect(() => heading.current?.focus(), []);
  const own = ["left", "removed", "revoked"].includes(reason);
  const texts = unsent.map((entry) => entry.command.text).filter(Boolean);
  return html`<${Card}>
    <h1 class="calm" ref=${heading} tabindex="-1">${t(own ? `session.gone.${reason}` : "session.gone.any")}</h1>
    <p class="soft">${own ? t(`session.gone.${reason}_hint`) : refusalWords(reason)}</p>
    ${texts.length > 0 &&
    html`<div class="kept-texts">
      <p>${t("session.gone.unsent")}</p>
      ${texts.map((text, n) => html`<blockquote key=${n}>${text}</blockquote>`)}
    </div>`}
    ${!own && html`<button type="button" class="button wide" onClick=${() => location.reload()}>${t("session.gone.retry")}</button>`}
    <button type="button" class="button primary wide" onClick=${() => client.forget()}>${t("session.gone.again")}</button>
  </${Card}>`;
}
