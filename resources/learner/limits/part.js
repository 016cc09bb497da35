// What a class asks of one person: private words, limits on what they write, flags, and asking staff to think again.
// Fetched when there is any of it, or when somebody opens the menu of a message.

import { html, useEffect, useState } from "../vendor/preact-htm.js";
import { t, timeOfDay } from "../core/i18n.js";
import { Icon, Strip, usePage } from "../core/page.js";

const LIMIT = 1_000;
const ABOUT_TEXTS = ["rejected", "hidden"];

/** What one's own document says of moderation. */
const own = (client) => client.documents.section("me", "moderation");

/** What there is of `limits`, but for those whose time is up. */
const limitsOf = (client) =>
  Object.entries(own(client).limits ?? {}).filter(([, { until }]) => !until || until > client.clock.now());

/** Return from when on one may write in a channel again; 0 when one may now. */
function nextAt(client, channel) {
  const at = own(client).next?.[channel] ?? 0;
  return at > client.clock.now() ? at : 0;
}

/** Write a span as `0:25`. */
function span(millis) {
  const seconds = Math.max(1, Math.ceil(millis / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Paints every second while a pause runs, so that it counts down and ends by itself. */
class Limits {
  constructor(client) {
    this.client = client;
    this.timer = 0;
  }

  update() {
    const { client } = this;
    const times = [...Object.values(own(client).next ?? {}), ...limitsOf(client).map(([, { until }]) => until ?? 0)];
    const left = Math.min(...times.filter((at) => at > client.clock.now())) - client.clock.now();
    clearTimeout(this.timer);
    // A pause is counted in seconds; the end of a long limit is only waited for.
    if (Number.isFinite(left)) this.timer = setTimeout(() => client.changed(), left > 600_000 ? 60_000 : Math.min(1_000, left + 20));
  }

  hasFlagged(id) {
    const { client } = this;
    const isAsked = client.outbox?.list().some(({ command, state }) => state === "waiting" && command.type === "moderation.flag" && command.item === id);
    return Boolean(own(client).flagged?.[id]) || Boolean(isAsked);
  }
}

/** Private words that one has not read, and the limits that hold now. */
function Strips() {
  const page = usePage();
  const { client } = page;
  const warnings = Object.entries(own(client).warnings ?? {}).sort(([, a], [, b]) => a.at - b.at);
  const read = (warning) => client.submit({ type: "moderation.read_warning", warning });
  const isOpen = own(client).appeals?.[`person:${client.member}`]?.state === "open";
  return html`${warnings.map(
    ([id, { reason }]) => html`<${Strip}
      key=${id}
      tone="warn"
      icon="shield"
      class="strip-first"
      action=${html`<button type="button" class="button small" onClick=${() => read(id)}>${t("limits.read")}</button>`}
    >
      <strong>${t("limits.warned")}</strong> <span dir="auto">${reason}</span>
    </${Strip}>`,
  )}
  ${limitsOf(client).map(
    ([limit, { until, reason, every }]) => html`<${Strip}
      key=${limit}
      tone="info"
      icon=${limit === "slowed" ? "timer" : "pause"}
      action=${limit !== "slowed" &&
      !isOpen &&
      html`<button type="button" class="button small" onClick=${() => page.open("appeal", { item: `person:${client.member}` })}>${t("limits.appeal")}</button>`}
    >
      ${t(`limits.${limit}${until ? "_until" : ""}`, { time: until ? timeOfDay(until) : "", n: every ?? 0 })}
      ${reason && html`${" "}<em dir="auto">${reason}</em>`}
      ${isOpen && html`${" "}<span class="note-soft">${t("limits.appealed")}</span>`}
    </${Strip}>`,
  )}`;
}

const LOOKS = {
  hidden: { icon: "eye-off", tone: "danger" },
  expired: { icon: "clock", tone: "warn" },
  published: { icon: "pencil", tone: "info" },
};

/** Under one's own text that was taken down, that nobody decided about in time, or in which staff changed the words. */
function Gate({ message }) {
  const { gate } = message;
  const look = LOOKS[gate?.state];
  if (!look) return null;
  const key = `limits.gate_${gate.state}`;
  return html`<div class=${`note note-${look.tone}`}>
    <${Icon} name=${look.icon} size=${15} />
    <span>${gate.reason ? t(`${key}_because`, { reason: gate.reason }) : t(key)}</span>
    ${gate.state === "published" && html`<q class="note-text">${gate.text}</q>`}
  </div>`;
}

/** What became of one's own text, and a way to ask again. */
const Notes = (props) => html`<${Gate} ...${props} /><${Note} ...${props} />`;

/** Under one's own text that was turned down: a way to ask staff to think again, and what came of it. */
function Note({ message }) {
  const page = usePage();
  const appeal = own(page.client).appeals?.[message.id];
  const canAsk = ABOUT_TEXTS.includes(message.gate?.state) && (!appeal || appeal.revision !== message.gate.revision);
  if (appeal && appeal.revision === (message.gate?.revision ?? appeal.revision)) {
    return html`<div class=${`note note-${appeal.state === "refused" ? "danger" : "info"}`}>
      <${Icon} name="shield" size=${15} />
      <span>${t(`limits.appeal_${appeal.state}`)}${appeal.answer && html`${" "}<em dir="auto">${appeal.answer}</em>`}</span>
    </div>`;
  }
  if (!canAsk) return null;
  return html`<div class="note-actions">
    <button type="button" class="button small" aria-haspopup="dialog" onClick=${() => page.open("appeal", { item: message.id })}>${t("limits.appeal")}</button>
  </div>`;
}

/** In the menu of a message of somebody else: asking a trainer to look at it. */
function Entries({ message }) {
  const page = usePage();
  if (message.isMine || !message.isShown || page.client.role === "observer") return null;
  const isDone = page.models.limits.hasFlagged(message.id);
  return html`<li>
    <button type="button" disabled=${isDone} onClick=${() => page.open("flag", { item: message.id })}>
      <${Icon} name="circle-alert" />${t(isDone ? "limits.flagged" : "limits.flag")}
    </button>
  </li>`;
}

/** A sheet that sends some words to staff alone. */
function Words({ intro, label, send, needsWords, command }) {
  const page = usePage();
  const [text, setText] = useState("");
  const isTooLong = [...text].length > LIMIT;
  const canSend = !isTooLong && (!needsWords || text.trim());
  const submit = (event) => {
    event.preventDefault();
    if (!canSend) return;
    page.client.submit(command(text.trim()));
    page.close();
  };
  return html`<form class="limits-form" onSubmit=${submit}>
    <p>${intro}</p>
    <label for="limits-words">${label}</label>
    <textarea id="limits-words" rows="3" value=${text} onInput=${(event) => setText(event.target.value)}></textarea>
    ${isTooLong && html`<p class="composer-hint wrong" role="alert">${t("limits.too_long", { n: LIMIT })}</p>`}
    <div class="actions">
      <button type="button" class="button" onClick=${() => page.close()}>${t("core.cancel")}</button>
      <button type="submit" class="button primary" disabled=${!canSend}>${send}</button>
    </div>
  </form>`;
}

const Flag = ({ item }) =>
  html`<${Words}
    intro=${t("limits.flag_intro")}
    label=${t("limits.flag_why")}
    send=${t("limits.flag_send")}
    command=${(reason) => ({ type: "moderation.flag", item, reason })}
  />`;

const Appeal = ({ item }) =>
  html`<${Words}
    intro=${t("limits.appeal_intro")}
    label=${t("limits.appeal_why")}
    send=${t("limits.appeal_send")}
    needsWords
    command=${(text) => ({ type: "moderation.appeal", item, text })}
  />`;

export default {
  name: "limits",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: { "moderation.flag": {}, "moderation.appeal": {}, "moderation.read_warning": {} },
  model: (client) => new Limits(client),
  slots: { strip: Strips, note: Notes, actions: Entries },
  sheets: {
    flag: { title: () => t("limits.flag"), body: Flag },
    appeal: { title: () => t("limits.appeal"), body: Appeal },
  },
  whyNotWrite({ client }, channel) {
    if (client.role === "host" || client.role === "cofacilitator") return null;
    const limits = Object.fromEntries(limitsOf(client));
    if (limits.read_only) return { key: "limits.read_only" };
    if (limits.muted) {
      const { until } = limits.muted;
      return until ? { key: "limits.muted_until", values: { time: timeOfDay(until) } } : { key: "limits.muted" };
    }
    const next = nextAt(client, channel);
    return next ? { key: "limits.wait", values: { time: span(next - client.clock.now()) } } : null;
  },
};
