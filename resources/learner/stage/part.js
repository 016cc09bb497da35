// The stage, as learners meet it: one message that everybody looks at, and their own when it was there.

import { html } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Icon, Strip, calledName, usePage } from "../core/page.js";
import { plain } from "../discussion/marks.js";

/** Tells a person, once, that a message of theirs came on stage. */
class Stage {
  constructor(client) {
    this.client = client;
    this.known = null;
  }

  get message() {
    return this.client.documents.section("class", "stage").message ?? null;
  }

  get mine() {
    return this.client.documents.section("me", "stage").mine ?? {};
  }

  update() {
    const { message, mine } = this;
    const isNew = message && message.id in mine && this.known !== message.at;
    // What was there before the page was opened is no news.
    const isFirst = this.known === null && this.client.clock.now() - (message?.at ?? 0) > 10_000;
    this.known = message?.at ?? 0;
    if (isNew && !isFirst) this.client.notify("staged");
  }
}

/** Over the conversation: the message that everybody looks at. */
function OnStage() {
  const page = usePage();
  const { message } = page.models.stage;
  if (!message) return null;
  const words = message.erased ? t("discussion.erased") : plain(message.text);
  const show = html`<button type="button" class="button small" onClick=${() => page.open("thread", { id: message.id, channel: message.channel })}>
    ${t("stage.see")}
  </button>`;
  const isMine = message.id in page.models.stage.mine;
  const who = isMine ? t("stage.yours") : calledName(message);
  return html`<${Strip} tone="info" icon="projector" class="on-stage" action=${show}>
    <p class="stage-words" dir="auto">${words}</p>
    <p class="stage-who"><span class="sr-only">${t("stage.on_stage")}${" "}</span>${who}</p>
  </${Strip}>`;
}

/** Under one's own message: that everybody looked at it. */
function Under({ message }) {
  const { models } = usePage();
  const isThere = models.stage.message?.id === message.id;
  if (!isThere && !(message.id in models.stage.mine)) return null;
  return html`<p class="message-who"><span class="tag"><${Icon} name="projector" size=${13} /> ${t(isThere ? "stage.on_stage" : "stage.was_there")}</span></p>`;
}

export default {
  name: "stage",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: {},
  model: (client) => new Stage(client),
  slots: { strip: OnStage, under: Under },
  notice: (kind) => (kind === "staged" ? t("stage.staged") : ""),
};
