// Writing without one's name: a switch over the composer, and who exactly does not know it then.

import { html } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Icon, usePage } from "../core/page.js";

/** Return to whom one may be anonymous in a channel: `off`, `peers` or `everybody`. */
export function anonymityOf(client, channel) {
  const modes = client.documents.section("class", "anonymous").modes ?? {};
  return (modes[channel] ?? modes.all)?.mode ?? "off";
}

class Anonymous {
  constructor(client) {
    this.client = client;
  }

  /** Whether staff take nothing more without a name from this person in this activity. */
  get isMuted() {
    return Boolean(this.client.documents.section("me", "anonymous").muted);
  }
}

/** Over the composer: the switch, and the notice. A draft that meant something else than what holds now is named again. */
function Switch({ channel }) {
  const page = usePage();
  const { client, models } = page;
  const talk = models.discussion;
  const draft = talk.draft(channel);
  const mode = anonymityOf(client, channel);
  const isStaff = client.role === "host" || client.role === "cofacilitator";
  if (isStaff || draft.editing || (mode === "off" && !draft.anonymous)) return null;
  const isMuted = mode === "everybody" && models.anonymous.isMuted;
  const hasChanged = Boolean(draft.anonymous) && (draft.anonymous !== mode || isMuted);
  if (isMuted && !draft.anonymous) return html`<p class="composer-hint"><${Icon} name="eye-off" size=${14} />${t("anonymous.muted")}</p>`;
  const turn = (anonymous) => () => talk.setDraft(channel, { anonymous });
  if (hasChanged) {
    return html`<p class="composer-hint wrong" role="alert"><${Icon} name="eye-off" size=${14} />${t(isMuted ? "anonymous.muted" : "anonymous.changed")}</p>
      <div class="veil-row">
        <button type="button" class="ask" onClick=${turn(undefined)}>${t("anonymous.with_name")}</button>
        ${mode !== "off" && !isMuted && html`<button type="button" class="ask" onClick=${turn(mode)}>${t(`anonymous.again_${mode}`)}</button>`}
      </div>`;
  }
  const isOn = Boolean(draft.anonymous);
  return html`<div class="veil-row">
      <button type="button" class="ask" aria-pressed=${isOn ? "true" : "false"} onClick=${turn(isOn ? undefined : mode)}>
        <${Icon} name="eye-off" size=${16} />${t("anonymous.without_name")}
      </button>
    </div>
    ${isOn && html`<p class="composer-hint" role="status"><${Icon} name="info" size=${14} /><span>${t(`anonymous.${mode}`)}</span></p>`}`;
}

/** Under one's own message without a name: who does not see it. */
function Under({ message }) {
  if (!message.isMine || !message.veil) return null;
  return html`<p class="message-who"><span class="tag"><${Icon} name="eye-off" size=${13} /> ${t(`anonymous.as_${message.veil}`)}</span></p>`;
}

export default {
  name: "anonymous",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: {},
  model: (client) => new Anonymous(client),
  slots: { hint: Switch, under: Under },
};
