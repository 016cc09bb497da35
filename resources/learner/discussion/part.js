// The conversation: messages, answers, reactions, one's own texts, and the hand.

import { html, useState } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Icon, calledName, placeName, usePage, whyNotWrite } from "../core/page.js";
import { Thumb } from "./composer.js";
import { Messages } from "./messages.js";
import { EMOJIS, Talk } from "./talk.js";

/** While one is in a room: a switch between its conversation and the main room's. */
function Channels() {
  const { client, models } = usePage();
  const talk = models.discussion;
  if (talk.channels.length < 2) return null;
  return html`<div class="channels switch" role="group" aria-label=${t("discussion.channels")}>
    ${talk.channels.map(
      (channel) => html`<button
        type="button"
        key=${channel}
        aria-pressed=${talk.channel === channel ? "true" : "false"}
        onClick=${() => talk.show(channel)}
      >
        ${placeName(client, channel)}
      </button>`,
    )}
  </div>`;
}

function Main() {
  const page = usePage();
  const { channel } = page.models.discussion;
  const canWrite = !whyNotWrite(page, channel);
  return html`<${Channels} /><${Messages} key=${channel} channel=${channel} canWrite=${canWrite} />`;
}

/** What can be done with a message. */
function Actions({ id, channel }) {
  const page = usePage();
  const talk = page.models.discussion;
  const [isSure, setSure] = useState(false);
  const message = talk.messages(channel).find((one) => one.id === id);
  if (!message) return html`<p class="soft">${t("discussion.gone")}</p>`;
  const canWrite = !whyNotWrite(page, channel);
  const then = (action) => () => {
    page.close();
    action();
  };
  if (isSure) {
    return html`<p>${t("discussion.delete_sure")}</p>
      <blockquote class="excerpt">${message.text}</blockquote>
      <div class="actions">
        <button type="button" class="button" onClick=${() => setSure(false)}>${t("core.cancel")}</button>
        <button type="button" class="button danger" onClick=${then(() => talk.remove(message))}>${t("discussion.delete")}</button>
      </div>`;
  }
  return html`<blockquote class="excerpt">${message.text}</blockquote>
    ${message.isShown &&
    canWrite &&
    html`<div class="quick-row" role="group" aria-label=${t("discussion.reactions")}>
      ${EMOJIS.map(
        (emoji) => html`<button
          type="button"
          key=${emoji}
          class="emoji-button"
          aria-label=${t(`discussion.emoji.${emoji}`)}
          title=${t(`discussion.emoji.${emoji}`)}
          aria-pressed=${message.reactions[emoji]?.isMine ? "true" : "false"}
          onClick=${then(() => talk.react(message, emoji))}
        >
          ${emoji}
        </button>`,
      )}
    </div>`}
    <ul class="menu">
      ${message.isShown &&
      canWrite &&
      html`<li><button type="button" onClick=${then(() => talk.reply(channel, message))}><${Icon} name="reply" />${t("discussion.reply")}</button></li>`}
      ${message.isMine &&
      canWrite &&
      html`<li><button type="button" onClick=${then(() => talk.edit(channel, message))}><${Icon} name="pencil" />${t("discussion.edit")}</button></li>`}
      ${message.isMine &&
      html`<li><button type="button" class="danger" onClick=${() => setSure(true)}><${Icon} name="trash-2" />${t("discussion.delete")}</button></li>`}
    </ul>`;
}

export default {
  name: "discussion",
  strings: (language) => import(`./strings.${language}.js`),
  commands: {
    "discussion.post": { isText: true },
    "discussion.edit": { isText: true },
    "discussion.delete": {},
    "discussion.react": {},
    "discussion.raise_hand": { stale: "drop" },
    "discussion.lower_hand": {},
  },
  model: (client) => new Talk(client),
  slots: { main: Main, thumb: Thumb },
  sheets: {
    message: {
      title(page, { id, channel }) {
        const message = page.models.discussion.messages(channel).find((one) => one.id === id);
        if (message?.isMine) return t("discussion.your_message");
        return message ? t("discussion.message_of", { name: calledName(message) }) : t("discussion.message");
      },
      body: Actions,
    },
  },
  notice(kind, values) {
    if (kind === "hand_offline") return t("discussion.hand_offline");
    return kind === "dropped" && values.type === "discussion.raise_hand" ? t("discussion.hand_dropped") : "";
  },
};
