// What lies at the thumb: the composer, the hand, and quick reactions.

import { html, useEffect, useLayoutEffect, useRef, useState } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Icon, IconButton, Slot, calledName, placeName, usePage, whyNotWrite } from "../core/page.js";
import { EMOJIS, TEXT_LIMIT, lengthOf } from "./talk.js";

const COUNT_FROM = TEXT_LIMIT - 400;
const TALLEST_PX = 160;

/** What the draft is: an answer to a message, or a new text for one. */
function Special({ channel, messages }) {
  const { models } = usePage();
  const talk = models.discussion;
  const { reply_to: replyTo, editing } = talk.draft(channel);
  if (!replyTo && !editing) return null;
  const source = messages.find((message) => message.id === replyTo);
  const words = editing ? t("discussion.editing") : t("discussion.answering", { name: source ? calledName(source) : "" });
  return html`<div class="special">
    <${Icon} name=${editing ? "pencil" : "reply"} size=${16} />
    <span class="special-words"><strong>${words}</strong>${source && html`<span>${source.text}</span>`}</span>
    <${IconButton} icon="x" size=${18} name=${t("discussion.stop_special")} onClick=${() => talk.stopSpecial(channel)} />
  </div>`;
}

/** The eight reactions, for the newest message of somebody else. */
function QuickReactions({ target, onDone }) {
  const { models } = usePage();
  const row = useRef(null);
  useEffect(() => row.current.querySelector("button").focus(), []);
  const react = (emoji) => {
    models.discussion.react(target, emoji);
    onDone();
  };
  return html`<div class="quick" onKeyDown=${(event) => event.key === "Escape" && onDone()}>
    <p class="quick-target">${t("discussion.react_to", { name: calledName(target) })} <span>${target.text}</span></p>
    <div class="quick-row" ref=${row} role="group" aria-label=${t("discussion.reactions")}>
      ${EMOJIS.map(
        (emoji) => html`<button
          type="button"
          key=${emoji}
          class="emoji-button"
          aria-label=${t(`discussion.emoji.${emoji}`)}
          title=${t(`discussion.emoji.${emoji}`)}
          aria-pressed=${target.reactions[emoji]?.isMine ? "true" : "false"}
          onClick=${() => react(emoji)}
        >
          ${emoji}
        </button>`,
      )}
    </div>
  </div>`;
}

function Hand({ isOff }) {
  const { models } = usePage();
  const { isUp, isSure } = models.discussion.hand;
  const name = t(isUp ? "discussion.hand_down" : "discussion.hand_up");
  return html`<${IconButton}
    class=${`hand ${isUp ? "hand-up" : ""} ${isSure ? "" : "hand-unsure"}`}
    icon="hand"
    size=${22}
    name=${name}
    aria-pressed=${isUp ? "true" : "false"}
    disabled=${isOff}
    onClick=${() => models.discussion.turnHand()}
  />`;
}

/** Composer, hand and reactions. What is typed is kept at every stroke; sending may be closed, typing never is. */
export function Thumb() {
  const page = usePage();
  const { client, models } = page;
  const talk = models.discussion;
  const { channel } = talk;
  const draft = talk.draft(channel);
  const messages = talk.messages(channel);
  const [isReacting, setReacting] = useState(false);
  const field = useRef(null);
  const closed = whyNotWrite(page, channel);

  useLayoutEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = "auto";
    box.style.height = `${Math.min(TALLEST_PX, box.scrollHeight)}px`;
  }, [draft.text, channel]);

  useEffect(() => {
    if (!draft.isWanted || page.sheet) return;
    talk.setDraft(channel, { isWanted: undefined });
    const box = field.current;
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  });

  if (client.role === "observer") return null;
  const length = lengthOf(draft.text);
  const isTooLong = length > TEXT_LIMIT;
  const canSend = !closed && length > 0 && !isTooLong;
  const target = messages.findLast((message) => message.isShown && !message.isMine && !message.isErased);
  const send = () => {
    // Enter may come before what was typed has been painted.
    const typed = lengthOf(talk.draft(channel).text);
    if (!closed && typed > 0 && typed <= TEXT_LIMIT) talk.send(channel);
    field.current.focus();
  };
  const { naming } = models;
  const onKeyDown = (event) => {
    if (naming?.press(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && matchMedia("(hover: hover)").matches) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape" && (draft.reply_to || draft.editing)) talk.stopSpecial(channel);
  };
  const place = placeName(client, channel);
  const noQuestions = channel.startsWith("room:")
    ? client.documents.section(channel, "questions").closed
    : client.documents.section("class", "questions").closed?.[channel];
  // Nothing will ever be sent from here again: the field goes, unless words are still in it.
  if (closed?.isForGood && !draft.text) {
    return html`<div class="composer"><p class="composer-hint last"><${Icon} name="info" size=${14} />${t(closed.key)}</p></div>`;
  }
  return html`<div class="composer">
    ${isReacting && target && !closed && html`<${QuickReactions} target=${target} onDone=${() => setReacting(false)} />`}
    <${Special} channel=${channel} messages=${messages} />
    ${closed && html`<p class="composer-hint"><${Icon} name="info" size=${14} />${t(closed.key, closed.values)}</p>`}
    ${!closed && html`<${Slot} name="hint" channel=${channel} />`}
    ${isTooLong && html`<p class="composer-hint wrong" role="alert">${t("discussion.too_long", { n: length - TEXT_LIMIT })}</p>`}
    ${!noQuestions &&
    (draft.asks || draft.text.includes("?")) &&
    !draft.editing &&
    !draft.reply_to &&
    html`<button type="button" class="ask" aria-pressed=${draft.asks ? "true" : "false"} onClick=${() => talk.setDraft(channel, { asks: !draft.asks })}>
      <${Icon} name="circle-question-mark" size=${16} />${t("discussion.as_question")}
    </button>`}
    <${Slot} name="naming" channel=${channel} />
    <div class="composer-row">
      <${Hand} isOff=${Boolean(closed) && !talk.hand.isUp} />
      <div class="field">
        <textarea
          ref=${field}
          rows="1"
          value=${draft.text}
          aria-label=${t("discussion.write_in", { place })}
          placeholder=${channel === "main" ? t("discussion.write_all") : t("discussion.write_room", { place })}
          aria-invalid=${isTooLong ? "true" : "false"}
          enterkeyhint="send"
          ...${naming?.attributes}
          onInput=${(event) => {
            client.isNaming ||= event.target.value.includes("@");
            talk.setDraft(channel, { text: event.target.value });
            naming?.look(event.target, channel);
          }}
          onKeyDown=${onKeyDown}
          onSelect=${(event) => naming?.look(event.target, channel)}
          onBlur=${() => naming?.leave()}
        ></textarea>
        ${length > COUNT_FROM && html`<span class="count" aria-hidden="true">${TEXT_LIMIT - length}</span>`}
      </div>
      ${target &&
      !draft.text &&
      html`<${IconButton}
        icon="smile"
        size=${22}
        name=${t("discussion.react")}
        aria-expanded=${isReacting ? "true" : "false"}
        disabled=${Boolean(closed)}
        onClick=${() => setReacting(!isReacting)}
      />`}
      ${(draft.text || !target) &&
      html`<${IconButton} class="send" icon="arrow-up" size=${22} name=${t("discussion.send")} disabled=${!canSend} onClick=${send} />`}
    </div>
  </div>`;
}
