// Help: calling the staff, from the door on, and what they and the person write to each other alone.

import { html, useEffect, useLayoutEffect, useRef, useState } from "../vendor/preact-htm.js";
import { refusalWords, t, timeOfDay } from "../core/i18n.js";
import { Icon, IconButton, Strip, calledName, linked, usePage } from "../core/page.js";
import { Help, TEXT_LIMIT, lengthOf } from "./help.js";

const KINDS = [
  { kind: "sound", icon: "mic-off" },
  { kind: "image", icon: "eye-off" },
  { kind: "access", icon: "lock" },
  { kind: "other", icon: "circle-question-mark" },
];
const COUNT_FROM = TEXT_LIMIT - 300;

/** How long one has waited, counted on screen alone: a screen reader hears the sentence once. */
function Waited({ since }) {
  const { client } = usePage();
  const seconds = () => Math.max(0, Math.floor((client.clock.now() - since) / 1000));
  const [passed, setPassed] = useState(seconds());
  useEffect(() => {
    setPassed(seconds());
    const timer = setInterval(() => setPassed(seconds()), 500);
    return () => clearInterval(timer);
  }, [since]);
  const clock = `${Math.floor(passed / 60)}:${String(passed % 60).padStart(2, "0")}`;
  return html`<span class="help-waited" aria-hidden="true">${t("support.waited", { time: clock })}</span>`;
}

const isOver = (client) => ["ended", "archived"].includes(client.documents.section("class", "session").phase);

/** Say in a sentence how one's call stands. */
function stateOf(call) {
  if (call.state !== "open") return t(`support.state.${call.state}`);
  if (call.by) return t("support.state.taken", { name: calledName(call) });
  return t(call.isOnWay ? "support.state.going" : "support.state.open");
}

/** How one's call stands, and what one can say to it. */
function Call() {
  const { models, client } = usePage();
  const help = models.support;
  const { call } = help;
  if (!call) return null;
  const isOpen = call.state === "open";
  return html`<div class=${`help-call ${call.by && isOpen ? "help-taken" : ""}`}>
    <p role="status"><${Icon} name=${isOpen ? (call.by ? "user" : "life-buoy") : "circle-check"} size=${20} /><span>${stateOf(call)}</span></p>
    ${isOpen && html`<${Waited} since=${call.since} />`}
    ${!isOver(client) &&
    html`<div class="help-acts">
      ${isOpen &&
      !call.isOnWay &&
      html`<button type="button" class="button small" disabled=${!client.isIn} onClick=${() => help.withdraw()}>${t("support.works")}</button>`}
      ${call.state === "resolved" &&
      html`<button type="button" class="button small" disabled=${!client.isIn} onClick=${() => help.reopen()}>${t("support.not_yet")}</button>`}
    </div>`}
  </div>`;
}

function Text({ text }) {
  const { models } = usePage();
  const help = models.support;
  return html`<li class=${text.by ? "help-text theirs" : "help-text"}>
    <p class="help-who">
      ${text.by ? html`<strong>${calledName(text)}</strong> <span class="tag">${t("support.staff")}</span>` : html`<span class="sr-only">${t("support.you")}</span>`}
      <time datetime=${new Date(text.at).toISOString()}>${timeOfDay(text.at)}</time>
    </p>
    <p class=${text.erased ? "bubble erased" : "bubble"} dir="auto">${text.erased ? t("support.erased") : linked(text.text)}</p>
    ${(text.state === "sending" || text.state === "offline") &&
    html`<p class="note note-soft"><${Icon} name=${text.state === "offline" ? "wifi-off" : "clock"} size=${15} />${t(`support.${text.state}`)}</p>`}
    ${text.state === "refused" &&
    html`<div class="note note-danger">
      <${Icon} name="circle-alert" size=${15} /><span>${t("support.refused")} ${refusalWords(text.entry.code, text.entry.params)}</span>
      <div class="note-actions">
        <button type="button" class="button small" onClick=${() => help.retry(text)}>${t("support.retry")}</button>
        <button type="button" class="button small" onClick=${() => help.discard(text)}>${t("support.discard")}</button>
      </div>
    </div>`}
  </li>`;
}

function Thread() {
  const { client, models } = usePage();
  const help = models.support;
  const { texts, section } = help;
  const end = useRef(null);
  const [earlier, setEarlier] = useState({});
  const older = Object.entries(earlier).map(([id, text]) => ({ id, ...text })).sort((a, b) => a.order - b.order);
  const shown = new Set(texts.map(({ id }) => id));
  const all = [...older.filter(({ id }) => !shown.has(id)), ...texts];
  const [hasOlder, setOlder] = useState(Boolean(section.older));
  useEffect(() => {
    if (document.visibilityState !== "hidden") help.read();
  });
  useLayoutEffect(() => end.current?.scrollIntoView({ block: "nearest" }), [texts.length]);
  if (!all.length) return null;
  const more = async () => {
    try {
      const page = await client.query("support.history", { before: all[0].order, limit: 50 });
      setEarlier((before) => ({ ...before, ...page.thread }));
      setOlder(Boolean(page.older));
    } catch ({ code }) {
      client.notify("refused", { code });
    }
  };
  return html`<section>
    <h3>${t("support.thread")}</h3>
    ${hasOlder && html`<button type="button" class="link quiet" onClick=${more}>${t("support.older")}</button>`}
    <ol class="help-thread" aria-live="polite">
      ${all.map((text) => html`<${Text} key=${text.id} text=${text} />`)}
    </ol>
    <span ref=${end}></span>
  </section>`;
}

function Field({ id, label, hint, onEnter }) {
  const { models } = usePage();
  const help = models.support;
  const field = useRef(null);
  const length = lengthOf(help.draft);
  const left = TEXT_LIMIT - length;
  useLayoutEffect(() => {
    field.current.style.height = "auto";
    field.current.style.height = `${Math.min(160, field.current.scrollHeight)}px`;
  }, [help.draft]);
  const onKeyDown = (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !matchMedia("(hover: hover)").matches) return;
    event.preventDefault();
    onEnter();
  };
  return html`<div class="help-field">
    <label for=${id}>${label}</label>
    <div class="field">
      <textarea
        id=${id}
        ref=${field}
        rows="1"
        value=${help.draft}
        placeholder=${hint}
        aria-invalid=${left < 0 ? "true" : "false"}
        onInput=${(event) => help.type(event.target.value)}
        onKeyDown=${onKeyDown}
      ></textarea>
      ${length > COUNT_FROM && left >= 0 && html`<span class="count" aria-hidden="true">${left}</span>`}
    </div>
    ${left < 0 && html`<p class="field-error" role="alert">${t("support.too_long", { n: -left })}</p>`}
  </div>`;
}

/** What is wrong, in one tap, and a few words if one likes. */
function Ask({ isAgain }) {
  const { models } = usePage();
  const help = models.support;
  const [kind, setKind] = useState("");
  const [isMissing, setMissing] = useState(false);
  const send = () => {
    setMissing(!kind);
    if (kind && lengthOf(help.draft) <= TEXT_LIMIT) help.ask(kind);
  };
  return html`<section>
    <h3 id="help-kinds">${t(isAgain ? "support.another" : "support.what")}</h3>
    <div class="help-kinds" role="radiogroup" aria-labelledby="help-kinds">
      ${KINDS.map(
        (each) => html`<label key=${each.kind}>
          <input
            type="radio"
            name="help-kind"
            value=${each.kind}
            checked=${kind === each.kind}
            onChange=${() => {
              setKind(each.kind);
              setMissing(false);
            }}
          />
          <span><${Icon} name=${each.icon} size=${20} />${t(`support.kind.${each.kind}`)}</span>
        </label>`,
      )}
    </div>
    ${isMissing && html`<p class="field-error" role="alert">${t("support.choose")}</p>`}
    <${Field} id="help-words" label=${t("support.more")} hint=${t("support.more_hint")} onEnter=${send} />
    <button type="button" class="button primary wide" onClick=${send}><${Icon} name="life-buoy" />${t("support.call")}</button>
    <p class="soft help-private">${t("support.private")}</p>
  </section>`;
}

function Say() {
  const { models } = usePage();
  const help = models.support;
  const length = lengthOf(help.draft);
  const canSend = length > 0 && length <= TEXT_LIMIT;
  const send = () => canSend && help.say();
  return html`<div class="help-say">
    <${Field} id="help-say" label=${t("support.write")} hint=${t("support.write_hint")} onEnter=${send} />
    <${IconButton} class="send" icon="send" name=${t("support.send")} disabled=${!canSend} onClick=${send} />
  </div>`;
}

/** In the sheet: how one's call stands, what was written, and where one calls or writes. */
function InSheet() {
  const { client, models } = usePage();
  const help = models.support;
  const { call, texts } = help;
  if (client.role !== "learner" || client.screen !== "class") return null;
  const isCalling = call?.state === "open";
  const canWrite = !isOver(client) && (isCalling || texts.length > 0);
  return html`<div class="help">
    <${Call} />
    <${Thread} />
    ${canWrite && html`<${Say} />`}
    ${!isCalling && !isOver(client) && html`<${Ask} key=${call?.id ?? ""} isAgain=${Boolean(call) || texts.length > 0} />`}
    ${isOver(client) && html`<p class="soft">${t("support.over")}</p>`}
  </div>`;
}

/** Under the header: that somebody is on it, and what was written to one. */
function Strips() {
  const page = usePage();
  const { call, news } = page.models.support;
  const isOpen = page.sheet?.name === "help";
  const see = html`<button type="button" class="button small" onClick=${() => page.open("help")}>${t(news ? "support.read" : "support.see")}</button>`;
  if (news && !isOpen) {
    return html`<${Strip} tone="info" class="strip-first" icon="lock" action=${see}>
      <strong>${t("support.wrote", { name: calledName(news) })}</strong> <span class="help-news">${news.text}</span>
    </${Strip}>`;
  }
  if (call?.state !== "open") return null;
  return html`<${Strip} tone="info" icon="life-buoy" action=${see}>${stateOf(call)} <${Waited} since=${call.since} /></${Strip}>`;
}

/** At the door: the same, in its card. */
function AtTheDoor() {
  const page = usePage();
  const { call, news } = page.models.support;
  if (!call && !news) return null;
  return html`<div class="help-door">
    ${call && html`<p role="status">${stateOf(call)}</p>`}
    ${news && html`<p><strong>${calledName(news)}</strong> <span class="help-news">${news.text}</span></p>`}
    <button type="button" class="button small" onClick=${() => page.open("help")}>${t(news ? "support.read" : "support.see")}</button>
  </div>`;
}

export default {
  name: "support",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: {
    "support.ask": { isText: true },
    "support.say": { isText: true },
    "support.withdraw": {},
    "support.reopen": { stale: "drop" },
  },
  model: (client) => new Help(client),
  slots: { help: InSheet, strip: Strips, waiting: AtTheDoor },
  notice: (kind, values) => (kind === "dropped" && values.type === "support.reopen" ? t("support.reopen_dropped") : ""),
};
