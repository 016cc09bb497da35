// What hangs together in the conversation, fetched when it is first wanted: what one can do with a message, its thread,
// and a search through all that one may read.

import { html, useEffect, useState } from "../vendor/preact-htm.js";
import { refusalWords, t, timeOfDay } from "../core/i18n.js";
import { Avatar, Icon, Slot, Strip, calledName, placeName, usePage, whyNotWrite } from "../core/page.js";
import { Marked } from "../discussion/messages.js";
import { plain } from "../discussion/marks.js";
import { EMOJIS } from "../discussion/talk.js";

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
  const iconEntry = (icon, words, action, look = "") =>
    html`<li><button type="button" class=${look} onClick=${action}><${Icon} name=${icon} />${words}</button></li>`;
  return html`<blockquote class="excerpt" dir="auto">${plain(message.text ?? "")}</blockquote>
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
      ${message.isShown && canWrite && iconEntry("reply", t("discussion.reply"), then(() => talk.reply(channel, message)))}
      <${Slot} name="actions" message=${message} channel=${channel} canWrite=${canWrite} />
      ${(message.replies > 0 || message.replyTo) &&
      message.isShown &&
      iconEntry("message-circle", t("threads.open"), () => page.open("thread", { id: message.id, channel }))}
      ${message.isMine && canWrite && iconEntry("pencil", t("discussion.edit"), then(() => talk.edit(channel, message)))}
      ${message.isMine && iconEntry("trash-2", t("discussion.delete"), () => setSure(true), "danger")}
    </ul>`;
}

/** A message as it was found: who, where and when; it leads there. */
function Found({ id, entry, channel, isRoot = false }) {
  const page = usePage();
  const { client, models } = page;
  const go = () => {
    page.close();
    models.discussion.goTo(channel, id);
  };
  return html`<li class=${isRoot ? "found-message root" : "found-message"}>
    <${Avatar} person=${entry} />
    <div class="found-body">
      <p class="message-who">
        <span>${calledName(entry)}</span>
        ${entry.staff && html`<span class="tag">${t("discussion.staff")}</span>`}
        <time datetime=${new Date(entry.at).toISOString()}>${timeOfDay(entry.at)}</time>
      </p>
      <p class=${entry.erased ? "text erased" : "text"} dir="auto">
        ${entry.erased ? t("discussion.erased") : html`<${Marked} text=${entry.text} mentions=${entry.mentions} me=${client.member} />`}
      </p>
      <p class="found-place">
        <button type="button" class="button small" onClick=${go}>${t("threads.show", { place: placeName(client, channel) })}</button>
      </p>
    </div>
  </li>`;
}

/** A message and all that answers it; asked anew whenever one of them changes. */
function Thread({ id, channel }) {
  const page = usePage();
  const { client, models } = page;
  const talk = models.discussion;
  const here = talk.messages(channel);
  const [thread, setThread] = useState(null);
  const mark = here.map((one) => `${one.id}${one.replies}${one.edited}${one.isShown}`).join();
  useEffect(() => {
    let isWanted = true;
    const tell = (found) => isWanted && setThread(found);
    client.query("discussion.thread", { message: id }).then(tell, (refused) => tell({ code: refused.code }));
    return () => {
      isWanted = false;
    };
  }, [id, mark, client.isIn]);
  if (!thread) return html`<p class="soft" role="status">${t("core.loading")}</p>`;
  if (thread.code) return html`<p class="soft" role="status">${thread.code === "lost" ? t("threads.offline") : refusalWords(thread.code)}</p>`;
  const { root, messages } = thread;
  const replies = Object.entries(messages).filter(([key]) => key !== root).sort(([, a], [, b]) => a.order - b.order);
  const reply = () => {
    page.close();
    talk.show(channel);
    talk.reply(channel, { id: root });
  };
  return html`<ol class="found-list">
      ${messages[root] && html`<${Found} key=${root} id=${root} entry=${messages[root]} channel=${channel} isRoot />`}
      ${replies.map(([key, entry]) => html`<${Found} key=${key} id=${key} entry=${entry} channel=${channel} />`)}
    </ol>
    ${messages[root] &&
    !whyNotWrite(page, channel) &&
    html`<div class="actions"><button type="button" class="button primary" onClick=${reply}>${t("threads.reply")}</button></div>`}`;
}

/** Search through all that one may read, the newest first. */
function Search() {
  const { client } = usePage();
  const [words, setWords] = useState("");
  const [result, setResult] = useState(null);
  const look = async (before, earlier) => {
    setResult({ messages: earlier, isLooking: true });
    try {
      const { messages, before: rest } = await client.query("discussion.search", { text: words, before });
      setResult({ messages: { ...earlier, ...messages }, rest });
    } catch (refused) {
      if (!refused.code) throw refused;
      setResult({ messages: earlier, wrong: refused.code === "lost" ? t("threads.offline") : refusalWords(refused.code) });
    }
  };
  const onSubmit = (event) => {
    event.preventDefault();
    if (words.trim()) look(0, {});
  };
  const found = Object.entries(result?.messages ?? {}).sort(([, a], [, b]) => b.order - a.order);
  return html`<form class="one-field" role="search" onSubmit=${onSubmit}>
      <label for="search">${t("threads.search_for")}</label>
      <div class="search-row">
        <input id="search" type="search" enterkeyhint="search" value=${words} onInput=${(event) => setWords(event.target.value)} />
        <button type="submit" class="button primary" disabled=${!words.trim()}>${t("threads.search")}</button>
      </div>
    </form>
    <p class="soft" role="status">
      ${result && (result.wrong || (result.isLooking ? t("threads.searching") : t("threads.found", { n: found.length })))}
    </p>
    <ol class="found-list">
      ${found.map(([id, entry]) => html`<${Found} key=${id} id=${id} entry=${entry} channel=${entry.channel} />`)}
    </ol>
    ${result?.rest &&
    html`<div class="actions">
      <button type="button" class="button" onClick=${() => look(result.rest, result.messages)}>${t("threads.further")}</button>
    </div>`}`;
}

/** Over the conversation: that somebody speaks to one where one has not read yet. */
function Called() {
  const { client, models } = usePage();
  const talk = models.discussion;
  const { mentions = {} } = client.documents.section("me", "discussion");
  const waiting = Object.entries(mentions)
    .filter(([, call]) => talk.channels.includes(call.channel) && call.order > (talk.seen(call.channel)?.order ?? 0))
    .sort(([, a], [, b]) => a.order - b.order);
  if (!waiting.length) return null;
  const [id, call] = waiting[0];
  const show = html`<button type="button" class="button small" onClick=${() => talk.goTo(call.channel, id)}>${t("threads.see")}</button>`;
  return html`<${Strip} tone="info" icon="message-circle" action=${show}>${t("threads.called", { name: calledName(call) })}</${Strip}>`;
}

export default {
  name: "threads",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: {},
  slots: { strip: Called },
  sheets: {
    message: {
      title(page, { id, channel }) {
        const message = page.models.discussion.messages(channel).find((one) => one.id === id);
        if (message?.isMine) return t("discussion.your_message");
        return message ? t("discussion.message_of", { name: calledName(message) }) : t("discussion.message");
      },
      body: Actions,
    },
    thread: { title: () => t("threads.thread"), body: Thread },
    search: { title: () => t("threads.search_title"), body: Search },
  },
};
