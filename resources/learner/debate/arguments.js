// The arguments of a debate: read, found convincing, answered, written and taken away again.

import { html, useEffect, useRef } from "../vendor/preact-htm.js";
import { refusalWords, t } from "../core/i18n.js";
import { Avatar, Icon, calledName, usePage } from "../core/page.js";
import { positions } from "./model.js";
import { positionName } from "./shift.js";

const LIMIT = 1000;
const COUNT_FROM = LIMIT - 200;
const lengthOf = (text) => [...text].length;

function named(debate, key) {
  return positionName(positions(debate).find((position) => position.key === key));
}

/** One argument, or a reply to one. */
function Argument({ debate, argument, canWrite }) {
  const { client, models } = usePage();
  const debates = models.debate;
  const isMine = argument.author === client.member;
  const isOpen = debate.state === "open";
  const canMark = isOpen && canWrite && !isMine && client.role === "learner";
  const convincing = debates.convincing(argument);
  const isMarked = debates.isConvinced(argument.id);
  const replies = argument.reply_to ? [] : debates.replies(argument.id);
  const hidden = (argument.replies ?? 0) - replies.length;
  return html`<li class=${argument.reply_to ? "argument reply" : "argument"} id=${`argument-${argument.id}`}>
    <p class="message-who">
      <${Avatar} person=${argument} size="small" /><span>${calledName(argument)}</span>
      ${argument.side && html`<span class="tag">${t("debate.holds", { position: named(debate, argument.side) })}</span>`}
      ${argument.edited && html`<span class="debate-hint">${t("debate.edited")}</span>`}
    </p>
    <p class=${argument.erased ? "text erased" : "text"} dir="auto">${argument.erased ? t("debate.erased") : argument.text}</p>
    <p class="argument-acts">
      ${(canMark || convincing > 0) &&
      html`<button
        type="button"
        class="reaction"
        aria-pressed=${isMarked ? "true" : "false"}
        disabled=${!canMark}
        onClick=${() => debates.turnConvinced(argument.id)}
      >
        <${Icon} name="lightbulb" size=${15} />${t("debate.convincing")}${convincing > 0 && html` <strong>${convincing}</strong>`}
      </button>`}
      ${argument.moved > 0 && html`<span class="tag moved">${t("debate.moved_by", { n: argument.moved })}</span>`}
      ${isOpen &&
      canWrite &&
      !argument.reply_to &&
      html`<button type="button" class="thread-link" onClick=${() => debates.setDraft(debate, { replyTo: argument.id, editing: undefined, isWanted: true })}>
        <${Icon} name="reply" size=${15} />${t("debate.reply")}
      </button>`}
      ${isOpen &&
      isMine &&
      canWrite &&
      html`<button type="button" class="thread-link" onClick=${() => debates.setDraft(debate, { text: argument.text, editing: argument.id, replyTo: undefined, isWanted: true })}>
          <${Icon} name="pencil" size=${15} />${t("debate.edit")}
        </button>
        <button type="button" class="thread-link" onClick=${() => debates.withdraw(argument.id)}>
          <${Icon} name="trash-2" size=${15} />${t("debate.withdraw")}
        </button>`}
      ${hidden > 0 &&
      html`<button type="button" class="thread-link" onClick=${() => debates.look(debate, argument.id)}>${t("debate.more_replies", { n: hidden })}</button>`}
    </p>
    ${replies.length > 0 &&
    html`<ul class="replies">
      ${replies.map((reply) => html`<${Argument} key=${reply.id} debate=${debate} argument=${reply} canWrite=${canWrite} />`)}
    </ul>`}
  </li>`;
}

/** One's own text that others do not see: on its way, waiting, returned or refused. */
function Own({ debate, own }) {
  const { models } = usePage();
  const debates = models.debate;
  const isOpen = debate.state === "open";
  return html`<li class="argument own">
    <p class="text" dir="auto">${own.text}</p>
    <p class="debate-hint warn" role="status">
      ${own.state === "refused" ? refusalWords(own.code, own.params) : t(`debate.text_${own.state}`)}${own.reason && html` « ${own.reason} »`}
    </p>
    ${own.state === "refused" &&
    html`<button type="button" class="thread-link" onClick=${() => debates.restore(debate, own)}>
      <${Icon} name="undo-2" size=${15} />${t("debate.put_back")}
    </button>`}
    ${isOpen &&
    ["held", "returned"].includes(own.state) &&
    html`<button type="button" class="thread-link" onClick=${() => debates.setDraft(debate, { text: own.text, editing: own.id, replyTo: undefined, isWanted: true })}>
      <${Icon} name="pencil" size=${15} />${t("debate.edit")}
    </button>`}
  </li>`;
}

/** Where one writes: under the position that one holds, or another; a reply; another text of one's own. */
function Writing({ debate }) {
  const { models } = usePage();
  const debates = models.debate;
  const draft = debates.draft(debate);
  const field = useRef(null);
  const held = debates.position(debate);
  const answered = draft.replyTo && debates.arguments(debate).find((one) => one.id === draft.replyTo);
  const length = lengthOf(draft.text.trim());
  const isTooLong = length > LIMIT;
  useEffect(() => {
    if (!draft.isWanted) return;
    debates.setDraft(debate, { isWanted: undefined });
    field.current?.focus();
  });
  if (!held) return html`<p class="debate-hint">${t("debate.take_first")}</p>`;
  const title = draft.editing ? t("debate.editing") : answered ? t("debate.replying", { name: calledName(answered) }) : t("debate.write");
  return html`<form
    class="argument-form"
    onSubmit=${(event) => {
      event.preventDefault();
      if (length && !isTooLong) debates.send(debate);
    }}
  >
    <label class="argument-label" for="argument-text">${title}</label>
    ${!draft.editing &&
    !answered &&
    html`<label class="argument-under"
      >${t("debate.speaks_for")}
      <select value=${draft.position || held} onChange=${(event) => debates.setDraft(debate, { position: event.target.value })}>
        ${positions(debate).map((position) => html`<option key=${position.key} value=${position.key}>${positionName(position)}</option>`)}
      </select></label
    >`}
    <textarea
      id="argument-text"
      ref=${field}
      rows="3"
      value=${draft.text}
      aria-invalid=${isTooLong ? "true" : "false"}
      onInput=${(event) => debates.setDraft(debate, { text: event.target.value })}
    ></textarea>
    ${length > COUNT_FROM && html`<p class=${isTooLong ? "debate-hint warn" : "debate-hint"} role="status">${t("debate.left", { n: LIMIT - length })}</p>`}
    <p class="argument-acts">
      <button type="submit" class="button primary small" disabled=${!length || isTooLong}>${t("debate.send")}</button>
      ${(draft.editing || draft.replyTo) &&
      html`<button type="button" class="button small" onClick=${() => debates.setDraft(debate, { text: draft.editing ? "" : draft.text, editing: undefined, replyTo: undefined })}>
        ${t("debate.stop")}
      </button>`}
    </p>
  </form>`;
}

/** Everything that was argued in a debate, position by position. */
export function Arguments({ debate, canWrite }) {
  const { client, models } = usePage();
  const debates = models.debate;
  const found = debates.arguments(debate);
  const isStaged = debates.current?.id === debate.id;
  useEffect(() => {
    // What the document does not hold: of a debate that is not on stage, everything.
    if (!isStaged || found.length >= 40) debates.look(debate);
  }, [debate.id, isStaged]);
  const own = debates.own(debate);
  return html`<section class="arguments" aria-label=${t("debate.arguments")}>
    ${own.length > 0 && html`<ul class="argument-list">${own.map((one) => html`<${Own} key=${one.id} debate=${debate} own=${one} />`)}</ul>`}
    ${positions(debate).map((position, place) => {
      const under = found.filter((argument) => argument.position === position.key);
      return html`<section key=${position.key} class="side">
        <h3 class="side-head"><span class=${`swatch ink-${place}`} aria-hidden="true"></span>${positionName(position)} <span class="debate-hint">${under.length}</span></h3>
        ${under.length
          ? html`<ul class="argument-list">
              ${under.map((argument) => html`<${Argument} key=${argument.id} debate=${debate} argument=${argument} canWrite=${canWrite} />`)}
            </ul>`
          : html`<p class="debate-hint">${t("debate.no_argument")}</p>`}
      </section>`;
    })}
    ${debate.state === "open" && canWrite && client.role === "learner" && html`<${Writing} debate=${debate} />`}
  </section>`;
}
