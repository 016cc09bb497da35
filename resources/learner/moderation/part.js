// The gate, as a learner meets it: which channels hold texts, and how one's own texts stand.

import { html } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Icon, Strip, usePage, whyNotWrite } from "../core/page.js";

/** Return what happens to learners' texts in a channel: `open`, `held` or `closed`. */
export function modeOf(client, channel) {
  const modes = client.documents.section("class", "moderation").modes ?? {};
  const own = modes[channel]?.mode;
  return own ?? modes[`${channel.split(":")[0]}s`]?.mode ?? "open";
}

const LOOKS = {
  held: { icon: "clock", tone: "info" },
  returned: { icon: "undo-2", tone: "warn" },
  rejected: { icon: "x", tone: "danger" },
};

/** Under one's own message: how its newest text stands. `message.gate` is `{state, reason, text}`. */
function Note({ message, onRevise, canWrite }) {
  const { gate, isShown } = message;
  if (!gate || !LOOKS[gate.state]) return null;
  const { icon, tone } = LOOKS[gate.state];
  const key = gate.state === "held" && isShown ? "moderation.held_revision" : `moderation.${gate.state}`;
  const words = gate.reason ? t(`${key}_because`, { reason: gate.reason }) : t(key);
  return html`<div class=${`note note-${tone}`}>
    <${Icon} name=${icon} size=${15} />
    <span>${words}</span>
    ${!isShown && html` <span class="note-soft">${t("moderation.only_you")}</span>`}
    ${isShown && html`<q class="note-text">${gate.text}</q>`}
    ${gate.state === "returned" &&
    canWrite &&
    html`<div class="note-actions">
      <button type="button" class="button small" onClick=${onRevise}>${t("moderation.revise")}</button>
    </div>`}
  </div>`;
}

/** Over the composer: that what one writes here is read first. */
function Hint({ channel }) {
  const { client } = usePage();
  if (modeOf(client, channel) !== "held" || client.role === "host" || client.role === "cofacilitator") return null;
  return html`<p class="composer-hint"><${Icon} name="shield" size=${14} />${t("moderation.channel_held")}</p>`;
}

/** Over the conversation: that texts of one's own came back, and a way to the newest of them. */
function Strips() {
  const page = usePage();
  const own = Object.entries(page.client.documents.section("me", "discussion").own ?? {});
  const returned = own.filter(([, text]) => text.state === "returned").sort(([, a], [, b]) => b.at - a.at);
  if (!returned.length || whyNotWrite(page, returned[0][1].channel)) return null;
  const show = html`<button type="button" class="button small" onClick=${() => page.reveal(returned[0][0])}>
    ${t("moderation.show")}
  </button>`;
  return html`<${Strip} tone="warn" icon="undo-2" action=${show}>${t("moderation.strip", { n: returned.length })}</${Strip}>`;
}

export default {
  name: "moderation",
  strings: (language) => import(`./strings.${language}.js`),
  slots: { strip: Strips, note: Note, hint: Hint },
  whyNotWrite({ client }, channel) {
    const isStaff = client.role === "host" || client.role === "cofacilitator";
    return !isStaff && modeOf(client, channel) === "closed" ? { key: "moderation.channel_closed" } : null;
  },
};
