// The board of the class: links, notes and messages that are worth keeping, put there by everybody.

import { html, useState } from "../vendor/preact-htm.js";
import { refusalWords, t } from "../core/i18n.js";
import { Avatar, Icon, calledName, usePage, whyNotWrite } from "../core/page.js";
import { Marked } from "../discussion/messages.js";

const ORDERS = ["newest", "useful_first", "by_title"];
const LINK = /^https?:\/\/[^\s@/]+(\/\S*)?$/i;

/** What this page knows of the board, with what is still under way. */
class Board {
  constructor(client) {
    this.client = client;
    this.further = { items: {}, hasMore: null };
    this.lost = null;
    client.onSettled((entry, frame) => {
      const { command } = entry;
      if (!["board.add", "board.edit"].includes(command.type) || frame.t !== "refused") return;
      // What was written is there again when one opens the form once more.
      this.lost = { command, code: frame.code, params: frame.params };
    });
  }

  get #shown() {
    return this.client.documents.section("class", "board");
  }

  get #own() {
    return this.client.documents.section("me", "board");
  }

  get count() {
    return this.#shown.count ?? 0;
  }

  get #waiting() {
    return (this.client.outbox?.list() ?? []).filter(({ state }) => state === "waiting");
  }

  /** Everything that one sees of the board, by id: what stands on it, one's own on the way there, what was fetched. */
  get items() {
    const { items: newest = {} } = this.#shown;
    const oldest = Math.min(Infinity, ...Object.values(newest).map((item) => item.order));
    const older = Object.entries(this.further.items).filter(([, item]) => item.order < oldest);
    const items = { ...Object.fromEntries(older), ...newest };
    for (const [id, own] of Object.entries(this.#own.own ?? {})) {
      items[id] = { ...(items[id] ?? { ...own, by: this.client.member, order: Infinity }), gate: own };
    }
    for (const { id, command } of this.#waiting) {
      if (command.type === "board.remove") delete items[command.item];
      else if (command.type === "board.add") items[this.client.created(id)] ??= { ...command, by: this.client.member, order: Infinity, isUnderWay: true };
    }
    return items;
  }

  get hasOlder() {
    return this.further.hasMore ?? this.count > Object.keys(this.#shown.items ?? {}).length;
  }

  /** Fetch what stands further down. */
  async older() {
    const orders = Object.values(this.items).map((item) => item.order).filter(Number.isFinite);
    const { items, older = false } = await this.client.query("board.items", { before: Math.min(...orders) });
    this.further = { items: { ...this.further.items, ...items }, hasMore: older };
    this.client.changed();
  }

  /** What a message is on the board; undefined when it is not there. */
  ofMessage(message) {
    return Object.keys(this.#shown.items ?? {}).find((id) => this.#shown.items[id].message === message);
  }

  isUseful(id) {
    const waiting = this.#waiting.findLast(({ command }) => command.type === "board.mark" && command.item === id);
    return waiting ? waiting.command.on : Boolean(this.#own.useful?.[id]);
  }

  /** How many find something useful, one's own mark under way counted. */
  usefulCount(id, item) {
    return (item.useful ?? 0) + this.isUseful(id) - Boolean(this.#own.useful?.[id]);
  }
}

const topicsOf = (client) =>
  Object.entries(client.documents.section("class", "topics").topics ?? {}).sort(([, a], [, b]) => a.order - b.order);

/** A link that says where it leads: the host stands out, whatever the words are. */
function Link({ item }) {
  const { host, link } = item;
  const [before, after] = link.toLowerCase().includes(host ?? "\0") ? split(link, host) : ["", link];
  return html`<a class="board-link" href=${link} target="_blank" rel="noopener noreferrer" dir="ltr">
    <${Icon} name="external-link" size=${15} /><span>${before}<strong>${host}</strong><span class="board-path">${after}</span></span>
    <span class="sr-only">${" "}${t("board.opens")}</span>
  </a>`;
}

function split(link, host) {
  const at = link.toLowerCase().indexOf(host);
  return [link.slice(0, at), link.slice(at + host.length)];
}

function Gate({ item }) {
  const { gate } = item;
  if (item.isUnderWay) return html`<p class="note note-soft"><${Icon} name="clock" size=${15} /><span>${t("board.under_way")}</span></p>`;
  if (!gate) return null;
  return html`<p class=${gate.state === "held" ? "note note-info" : "note note-warn"}>
    <${Icon} name=${gate.state === "held" ? "clock" : "undo-2"} size=${15} />
    <span>${t(`board.state.${gate.state}`)}${gate.reason && html`${". "}${t("board.told", { reason: gate.reason })}`}</span>
  </p>`;
}

function Item({ id, item, canWrite }) {
  const page = usePage();
  const { client, models } = page;
  const [isSure, setSure] = useState(false);
  const topic = item.topic && client.documents.section("class", "topics").topics?.[item.topic];
  const isMine = item.by === client.member;
  const isUseful = models.board.isUseful(id);
  const count = models.board.usefulCount(id, item);
  const isShown = Number.isFinite(item.order) && !item.isUnderWay;
  const go = () => {
    page.close();
    models.discussion.goTo(item.said.channel, item.message);
  };
  const remove = () => client.submit({ type: "board.remove", item: id });
  return html`<li class="board-card">
    ${item.title && html`<p class="board-title" dir="auto">${item.title}</p>`}
    ${item.said &&
    html`<p class="board-said" dir="auto">
      ${item.said.erased ? t("board.erased") : html`<${Marked} text=${item.said.text} me=${client.member} />`}
    </p>`}
    ${item.erased && html`<p class="soft">${t("board.erased")}</p>`}
    ${item.link && item.host && html`<${Link} item=${item} />`}
    ${item.link && !item.host && html`<p class="board-link" dir="ltr">${item.link}</p>`}
    ${item.note && html`<p class="board-note" dir="auto">${item.note}</p>`}
    <p class="board-about">
      ${topic && html`<span class="tag">${topic.title}</span>`}
      ${item.said && html`<span>${t("board.said_by", { name: calledName(item.said) })}</span>`}
      ${isShown && !item.said && html`<${Avatar} person=${item} size="small" />`}
      <span>${t("board.put_by", { name: isShown ? calledName(item) : calledName(client.documents.section("me", "roster").seat) })}</span>
      ${item.staff && html`<span class="tag">${t("board.staff")}</span>`}
      ${item.edited && html`<span>${t("board.edited")}</span>`}
    </p>
    <${Gate} item=${item} />
    ${isSure
      ? html`<p>${t("board.remove_sure")}</p>
          <p class="board-acts">
            <button type="button" class="button small" onClick=${() => setSure(false)}>${t("core.cancel")}</button>
            <button type="button" class="button small danger" onClick=${remove}>${t("board.remove")}</button>
          </p>`
      : html`<p class="board-acts">
          ${isShown &&
          (isMine || !canWrite
            ? count > 0 && html`<span class="soft">${t("board.useful_count", { n: count })}</span>`
            : html`<button
                type="button"
                class="reaction"
                aria-pressed=${isUseful ? "true" : "false"}
                onClick=${() => client.submit({ type: "board.mark", item: id, on: !isUseful })}
              >
                <${Icon} name="thumbs-up" size=${15} />${t("board.useful")}${count > 0 && html` <strong>${count}</strong>`}
              </button>`)}
          ${item.message && html`<button type="button" class="button small" onClick=${go}>${t("board.show")}</button>`}
          ${isMine &&
          canWrite &&
          !item.isUnderWay &&
          !item.message &&
          html`<button type="button" class="button small" onClick=${() => page.open("board_item", { id })}>${t("board.edit")}</button>`}
          ${isMine &&
          canWrite &&
          !item.isUnderWay &&
          html`<button type="button" class="button small" onClick=${() => setSure(true)}>${t("board.remove")}</button>`}
        </p>`}
  </li>`;
}

/** The board: in the order and of the topic that one wants. */
function List() {
  const page = usePage();
  const { client, models } = page;
  const [order, setOrder] = useState("newest");
  const [topic, setTopic] = useState("");
  const [isLost, setLost] = useState(false);
  const topics = topicsOf(client);
  const canWrite = client.role !== "observer" && !whyNotWrite(page, "main");
  const items = models.board.items;
  const newest = ([, a], [, b]) => (a.order === b.order ? 0 : b.order - a.order);
  const useful = ([x, a], [y, b]) => models.board.usefulCount(y, b) - models.board.usefulCount(x, a) || newest([x, a], [y, b]);
  const named = (item) => (item.title ?? item.said?.text ?? item.host ?? item.link ?? "").toLocaleLowerCase();
  const titled = ([, a], [, b]) => named(a).localeCompare(named(b));
  const sorted = Object.entries(items).sort({ newest, useful_first: useful, by_title: titled }[order]);
  const listed = sorted.filter(([, item]) => !topic || item.topic === topic);
  const older = () => {
    setLost(false);
    models.board.older().catch(() => setLost(true));
  };
  return html`${canWrite &&
    html`<p class="board-add"><button type="button" class="button primary wide" onClick=${() => page.open("board_item")}>
      <${Icon} name="plus" size=${18} />${t("board.add")}
    </button></p>`}
    ${Object.keys(items).length > 1 &&
    html`<div class="switch" role="group" aria-label=${t("board.order")}>
      ${ORDERS.map(
        (one) => html`<button type="button" key=${one} aria-pressed=${order === one ? "true" : "false"} onClick=${() => setOrder(one)}>
          ${t(`board.${one}`)}
        </button>`,
      )}
    </div>`}
    ${topics.length > 0 &&
    html`<p class="board-topic"><label for="board-topic">${t("board.topic")}</label>
      <select id="board-topic" value=${topic} onChange=${(event) => setTopic(event.target.value)}>
        <option value="">${t("board.all_topics")}</option>
        ${topics.map(([id, one]) => html`<option key=${id} value=${id}>${one.title}</option>`)}
      </select></p>`}
    <ul class="board-list">
      ${listed.map(([id, item]) => html`<${Item} key=${id} id=${id} item=${item} canWrite=${canWrite} />`)}
    </ul>
    ${!listed.length && html`<p class="soft">${t(topic ? "board.none_here" : "board.none")}</p>`}
    ${isLost && html`<p class="soft" role="status">${t("board.older_lost")}</p>`}
    ${models.board.hasOlder && html`<div class="actions"><button type="button" class="button" onClick=${older}>${t("board.older")}</button></div>`}`;
}

/** Where a link or a note is written. */
function Form({ id = "" }) {
  const page = usePage();
  const { client, models } = page;
  const lost = models.board.lost;
  const again = lost && (lost.command.item ?? "") === id ? lost : null;
  const item = models.board.items[id];
  const before = again?.command ?? item?.gate ?? item ?? {};
  const [fields, setFields] = useState({
    title: before.title ?? "",
    link: before.link ?? "",
    note: before.note ?? "",
    topic: before.topic ?? "",
  });
  const [wrong, setWrong] = useState(again ? { key: again.code === "bad_link" ? "link" : "title", text: refusalWords(again.code, again.params) } : null);
  const topics = topicsOf(client);
  const set = (key) => (event) => {
    setFields({ ...fields, [key]: event.target.value });
    setWrong(null);
  };
  const send = (event) => {
    event.preventDefault();
    const title = fields.title.trim();
    let link = fields.link.trim();
    // People type addresses as they are printed.
    if (link && !link.includes("://") && /^[^\s/]+\.[^\s/]+/.test(link)) link = `https://${link}`;
    if (!title && !link) setWrong({ key: "title", text: t("board.title_wanted") });
    else if (link && !LINK.test(link)) setWrong({ key: "link", text: t("board.link_wrong") });
    else {
      models.board.lost = null;
      const words = { title, link, note: fields.note.trim(), topic: fields.topic };
      client.submit(id ? { type: "board.edit", item: id, ...words } : { type: "board.add", ...words });
      page.open("board");
    }
  };
  const error = (key) => html`<p class="field-error" id=${`board-${key}-error`} role="alert">${wrong?.key === key ? wrong.text : ""}</p>`;
  return html`<form class="one-field board-form" onSubmit=${send} novalidate>
    <label for="board-title">${t("board.field_title")}</label>
    <input id="board-title" maxlength="200" value=${fields.title} onInput=${set("title")} aria-describedby="board-title-error" aria-invalid=${wrong?.key === "title" ? "true" : "false"} />
    ${error("title")}
    <label for="board-link">${t("board.field_link")}</label>
    <input
      id="board-link"
      type="url"
      inputmode="url"
      autocapitalize="none"
      maxlength="2000"
      value=${fields.link}
      onInput=${set("link")}
      aria-describedby="board-link-hint board-link-error"
      aria-invalid=${wrong?.key === "link" ? "true" : "false"}
    />
    <p class="field-hint" id="board-link-hint">${t("board.link_hint")}</p>
    ${error("link")}
    <label for="board-note">${t("board.field_note")}</label>
    <textarea id="board-note" rows="3" maxlength="2000" value=${fields.note} onInput=${set("note")}></textarea>
    ${topics.length > 0 &&
    html`<label for="board-of">${t("board.topic")}</label>
      <select id="board-of" value=${fields.topic} onChange=${set("topic")}>
        <option value="">${t("board.no_topic")}</option>
        ${topics.map(([key, one]) => html`<option key=${key} value=${key}>${one.title}</option>`)}
      </select>`}
    <button type="submit" class="button primary wide">${t(id ? "board.save" : "board.send")}</button>
  </form>`;
}

/** In the header: the way to the board, once something is there. */
function Way() {
  const page = usePage();
  const { count } = page.models.board;
  if (!count) return null;
  const name = t("board.count", { n: count });
  return html`<button type="button" class="count-button board-way" aria-label=${name} title=${name} onClick=${() => page.open("board")}>
    <${Icon} name="bookmark" size=${19} /><span>${count}</span>
  </button>`;
}

/** Under a message that stands on the board. */
function Under({ message }) {
  const page = usePage();
  if (!message.isShown || !page.models.board.ofMessage(message.id)) return null;
  return html`<button type="button" class="thread-link" onClick=${() => page.open("board")}>
    <${Icon} name="bookmark" size=${15} />${t("board.on_board")}
  </button>`;
}

/** In the menu of a message: one act puts it there. */
function Entry({ message, channel, canWrite }) {
  const page = usePage();
  const { client, models } = page;
  if (!canWrite || !message.isShown || channel.startsWith("room:") || models.board.ofMessage(message.id)) return null;
  const put = () => {
    page.close();
    client.submit({ type: "board.put", message: message.id });
    client.notify("board_put");
  };
  return html`<li><button type="button" onClick=${put}><${Icon} name="bookmark" />${t("board.put")}</button></li>`;
}

export default {
  name: "board",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: { "board.add": {}, "board.put": {}, "board.edit": {}, "board.remove": {}, "board.mark": {} },
  model: (client) => new Board(client),
  slots: { tools: Way, under: Under, actions: Entry },
  sheets: {
    board: { title: () => t("board.title"), body: List },
    board_item: { title: (page, { id }) => t(id ? "board.edit_title" : "board.add_title"), body: Form },
  },
  menu: (page) => [{ name: "board.title", icon: "bookmark", act: () => page.open("board") }],
  notice: (kind) => (kind === "board_put" ? t("board.was_put") : ""),
};
