// The conversation on screen: messages, their notes and reactions, and older ones as one scrolls up.

import { html, useEffect, useLayoutEffect, useRef, useState } from "../vendor/preact-htm.js";
import { refusalWords, t, timeOfDay } from "../core/i18n.js";
import { Avatar, Icon, IconButton, Slot, calledName, placeName, usePage } from "../core/page.js";
import { marks, plain } from "./marks.js";

const NEAR_END_PX = 120;
const NEAR_START_PX = 240;

const quoted = (message) => (message?.isErased || !message ? t("discussion.gone") : plain(message.text));

/** A text with its marks; nothing in it is ever read as HTML. `mentions` are names by member. */
export function Marked({ text, mentions = {}, me }) {
  return marks(text, Object.values(mentions)).map((run) => {
    let words = run.text;
    if (run.link) words = html`<a href=${run.link} target="_blank" rel="noopener noreferrer">${words}</a>`;
    if (run.mention) {
      const isMe = mentions[me] && run.text.slice(1).toLowerCase() === mentions[me].toLowerCase();
      words = html`<span class=${isMe ? "mention me" : "mention"}>${words}</span>`;
    }
    if (run.code) words = html`<code class=${run.block ? "block" : ""}>${words}</code>`;
    if (run.italic) words = html`<em>${words}</em>`;
    return run.bold ? html`<strong>${words}</strong>` : words;
  });
}

/** The message that is answered, in a line; it leads there when it can be seen. */
export function Quote({ id, messages }) {
  const page = usePage();
  const source = messages.find((message) => message.id === id);
  const words = html`<span class="quote-name">${source ? calledName(source) : ""}</span><span class="quote-text">${quoted(source)}</span>`;
  if (!source) return html`<span class="quote">${words}</span>`;
  return html`<button type="button" class="quote" onClick=${() => page.reveal(id)}><span class="sr-only">${t("discussion.answers")}${" "}</span>${words}</button>`;
}

function Reactions({ message, canWrite }) {
  const { models } = usePage();
  const all = Object.entries(message.reactions);
  if (!all.length) return null;
  return html`<div class="reactions">
    ${all.map(([emoji, { count, isMine }]) => {
      const name = `${t(`discussion.emoji.${emoji}`)} : ${count}`;
      return html`<button
        type="button"
        key=${emoji}
        class="reaction"
        aria-pressed=${isMine ? "true" : "false"}
        aria-label=${name}
        title=${name}
        disabled=${!canWrite}
        onClick=${() => models.discussion.react(message, emoji)}
      >
        <span class="emoji">${emoji}</span>${count}
      </button>`;
    })}
  </div>`;
}

const UNDER_WAY = { sending: "clock", offline: "wifi-off" };

/** Under one's own message: where it stands on its way to the class. */
function OwnState({ message, channel }) {
  const { client, models } = usePage();
  const { state, entry } = message;
  if (UNDER_WAY[state]) {
    return html`<div class=${`note note-${state === "offline" ? "warn" : "soft"}`}>
      <${Icon} name=${UNDER_WAY[state]} size=${15} /><span>${t(`discussion.${state}`)}</span>
    </div>`;
  }
  if (state !== "refused" && state !== "asking") return null;
  const where = message.isElsewhere ? t("discussion.was_for", { place: placeName(client, entry.command.channel) }) : "";
  return html`<div class="note note-danger">
    <${Icon} name="circle-alert" size=${15} />
    <span>${t("discussion.refused")} ${where || refusalWords(entry.code, entry.params)}</span>
    <div class="note-actions">
      <button type="button" class="button small" onClick=${() => models.discussion.retry(channel, message)}>
        ${t(message.isElsewhere ? "discussion.post_here" : "discussion.retry")}
      </button>
      <button type="button" class="button small" onClick=${() => models.discussion.remove(message)}>${t("discussion.discard")}</button>
    </div>
  </div>`;
}

function Message({ message, messages, channel, canWrite }) {
  const page = usePage();
  const { isMine, isFirst, isLast, isErased } = message;
  const isPending = message.state === "sending" || message.state === "offline";
  const waits = !message.isShown && !isPending;
  const classes = ["message", isMine && "mine", isFirst && "first", isLast && "last", waits && "unseen", isPending && "pending"];
  const hasActions = !isErased && (message.isShown || message.state === "gate") && (canWrite || isMine);
  return html`<li class=${classes.filter(Boolean).join(" ")} data-id=${message.id}>
    ${!isMine && html`<div class="message-side">${isFirst && html`<${Avatar} person=${message} />`}</div>`}
    <div class="message-body">
      ${isFirst &&
      !isMine &&
      html`<p class="message-who">
        <span>${calledName(message)}</span>
        ${message.isStaff && html`<span class="tag">${t("discussion.staff")}</span>`}
        ${message.author && html`<${Slot} name="beside" member=${message.author} />`}
        ${message.isPrompt && html`<span class="tag">${t("discussion.prompt")}</span>`}
      </p>`}
      <div class="message-line">
        <div class="bubble">
          ${isMine && html`<span class="sr-only">${t("discussion.you_said")}</span>`}
          ${message.replyTo && html`<${Quote} id=${message.replyTo} messages=${messages} />`}
          <p class=${isErased ? "text erased" : "text"} dir="auto">
            ${isErased ? t("discussion.erased") : html`<${Marked} text=${message.text} mentions=${message.mentions} me=${page.client.member} />`}
          </p>
        </div>
        ${hasActions &&
        html`<${IconButton}
          class="message-more"
          icon="ellipsis"
          size=${18}
          name=${t("discussion.actions", { name: calledName(message) })}
          onClick=${() => page.open("message", { id: message.id, channel })}
        />`}
      </div>
      <${Reactions} message=${message} canWrite=${canWrite} />
      <${Slot} name="under" message=${message} channel=${channel} canWrite=${canWrite} />
      ${message.replies > 0 &&
      html`<button type="button" class="thread-link" onClick=${() => page.open("thread", { id: message.id, channel })}>
        <${Icon} name="message-circle" size=${15} />${t("discussion.replies", { n: message.replies })}
      </button>`}
      <${OwnState} message=${message} channel=${channel} />
      ${isMine && html`<${Slot} name="note" message=${message} canWrite=${canWrite} onRevise=${() => page.models.discussion.edit(channel, message)} />`}
      ${isLast &&
      message.state === "shown" &&
      html`<p class="message-time">
        <time datetime=${new Date(message.at).toISOString()}>${timeOfDay(message.at)}</time>
        ${message.edited && html` · ${t(`discussion.${message.edited}`)}`}
      </p>`}
      ${!isLast && message.edited && html`<p class="message-time">${t(`discussion.${message.edited}`)}</p>`}
    </div>
  </li>`;
}

/** Says new messages of others aloud, politely, once each. */
function Announcer({ messages }) {
  const [words, setWords] = useState("");
  const heard = useRef(null);
  const last = messages.findLast((message) => message.order && !message.isMine);
  useEffect(() => {
    if (heard.current !== null && last && last.order > heard.current && !last.isErased) {
      setWords(t("discussion.said", { name: calledName(last), text: last.text }));
    }
    heard.current = last?.order ?? 0;
  }, [last?.order]);
  return html`<div class="sr-only" aria-live="polite" aria-atomic="true">${words}</div>`;
}

function Older({ channel }) {
  const { client, models } = usePage();
  const talk = models.discussion;
  const { isLoading, isFailed } = talk.status(channel);
  if (!talk.hasOlder(channel)) return html`<p class="conversation-start">${t("discussion.start")}</p>`;
  if (isLoading) return html`<p class="conversation-start">${t("discussion.loading_older")}</p>`;
  if (!client.isIn) return html`<p class="conversation-start">${t("discussion.older_offline")}</p>`;
  return html`<p class="conversation-start">
    <button type="button" class="button small" onClick=${() => talk.loadOlder(channel)}>
      <${Icon} name="history" size=${16} />${t(isFailed ? "discussion.older_again" : "discussion.older")}
    </button>
  </p>`;
}

/** The conversation of a channel. It stays at its end while one reads there, and where one is otherwise. */
export function Messages({ channel, canWrite }) {
  const { client, models } = usePage();
  const talk = models.discussion;
  const messages = talk.messages(channel);
  const box = useRef(null);
  const held = useRef({ atEnd: true, height: 0, first: "", count: 0 });
  const [unread, setUnread] = useState(0);
  const lastShown = messages.at(-1);
  // How far one had read when one came here: the line stays while one reads on.
  const [seen] = useState(() => talk.seen(channel));
  const isNew = (message) => message.order > seen?.order && !message.isMine;
  const firstNew = seen && messages.find(isNew)?.id;

  useLayoutEffect(() => {
    const view = box.current;
    const before = held.current;
    const first = messages[0]?.id ?? "";
    const line = before.isPlaced ? null : view.querySelector(".unread-line");
    before.isPlaced = before.isPlaced || messages.length > 0;
    if (line) {
      // One goes on where one stopped reading.
      view.scrollTop = line.offsetTop - view.clientHeight / 4;
      before.atEnd = view.scrollHeight - view.scrollTop - view.clientHeight < NEAR_END_PX;
    } else if (before.atEnd || (lastShown?.isMine && lastShown.id !== before.last)) {
      view.scrollTop = view.scrollHeight;
      before.atEnd = true;
    } else if (before.first !== first && messages.length > before.count) {
      // Older messages came in above: what is being read stays where it is.
      view.scrollTop += view.scrollHeight - before.height;
    }
    if (!before.atEnd && lastShown?.id !== before.last) setUnread((n) => n + 1);
    if (before.atEnd && document.visibilityState !== "hidden") talk.saw(channel);
    Object.assign(before, { height: view.scrollHeight, first, count: messages.length, last: lastShown?.id });
  });

  useEffect(() => {
    const { wanted } = talk;
    if (!wanted) return;
    talk.wanted = null;
    const found = [...box.current.querySelectorAll("[data-id]")].find((one) => one.dataset.id === wanted);
    if (!found) return;
    found.scrollIntoView({ block: "center" });
    found.classList.add("found");
    setTimeout(() => found.classList.remove("found"), 1600);
  });

  useEffect(() => {
    // A keyboard that opens, or a strip that comes, must not hide the end.
    // The observer may speak once more after the conversation has given way to another's.
    const view = box.current;
    const observer = new ResizeObserver(() => {
      if (held.current.atEnd) view.scrollTop = view.scrollHeight;
    });
    observer.observe(view);
    return () => observer.disconnect();
  }, []);

  const onScroll = () => {
    const view = box.current;
    held.current.atEnd = view.scrollHeight - view.scrollTop - view.clientHeight < NEAR_END_PX;
    if (held.current.atEnd) {
      setUnread(0);
      talk.saw(channel);
    }
    if (view.scrollTop < NEAR_START_PX && !talk.status(channel).isFailed) talk.loadOlder(channel);
  };
  const toEnd = () => {
    box.current.scrollTop = box.current.scrollHeight;
    held.current.atEnd = true;
    setUnread(0);
  };
  if (!talk.isHere(channel)) {
    const words = t(client.isIn ? "core.loading" : "discussion.older_offline");
    return html`<div class="conversation" ref=${box}><p class="conversation-start" role="status">${words}</p></div>`;
  }

  return html`<div class="conversation" ref=${box} onScroll=${onScroll} tabindex="0" role="region" aria-label=${t("discussion.region", { place: placeName(client, channel) })}>
      ${messages.length > 0 && html`<${Older} channel=${channel} />`}
      ${messages.length
        ? html`<ol class="messages">
            ${messages.map(
              (message) => html`${message.id === firstNew && html`<li class="unread-line" key="new">${t("discussion.unread_from")}</li>`}
                <${Message} key=${message.id} message=${message} messages=${messages} channel=${channel} canWrite=${canWrite} />`,
            )}
          </ol>`
        : html`<div class="empty"><${Icon} name="message-circle" size=${34} /><p>${t(canWrite ? "discussion.empty" : "discussion.empty_closed")}</p></div>`}
    </div>
    ${unread > 0 &&
    html`<button type="button" class="to-end" onClick=${toEnd}>
      <${Icon} name="arrow-down" size=${16} />${t("discussion.new_messages")}
    </button>`}
    <${Announcer} key=${channel} messages=${messages} />`;
}
