// The model of the conversation: which channel is read, its older pages, the draft, and what the person does.

import { ownSeat } from "../roster/part.js";
import { conversation } from "./conversation.js";

export const EMOJIS = ["👍", "❤️", "😂", "😮", "🎉", "🤔", "👏", "🙏"];
export const TEXT_LIMIT = 4_000;
const PAGE = 50;
const UNMARKED = { reply_to: undefined, editing: undefined, asks: undefined, answers: undefined };

/** Return a message's length as the relay counts it: in code points, once trimmed and composed. */
export const lengthOf = (text) => [...text.normalize("NFC").trim()].length;

export class Talk {
  constructor(client) {
    this.client = client;
    this.chosen = "";
    this.watched = "";
    this.place = "";
    this.histories = new Map();
    this.wanted = null;
    this.draftKey = "";
    this.drafts = {};
    client.onSettled((entry, frame) => this.#settled(entry, frame));
  }

  // Where one is

  /** Follow what changed: the place one is in, and what the relay shows. Called before each painting. */
  update() {
    const { client } = this;
    if (client.seatKey !== this.draftKey) {
      this.draftKey = client.seatKey;
      this.drafts = (this.draftKey && client.keeping.get(`draft.${this.draftKey}`)) || {};
      this.readTo = (this.draftKey && client.keeping.get(`read.${this.draftKey}`)) || {};
      this.histories.clear();
      this.place = this.chosen = "";
    }
    const place = ownSeat(client).place;
    if (place && place !== this.place) this.#moved(place);
    this.#watch(this.channel.startsWith("topic:") ? this.channel : "");
    for (const channel of this.channels) this.#follow(channel);
  }

  /** A topic's talk is sent while it is open. */
  #watch(channel) {
    if (channel === this.watched) return;
    if (this.watched) {
      this.client.watch(this.watched, false);
      // What is said meanwhile is missed: its history begins anew.
      this.histories.delete(this.watched);
    }
    this.watched = channel;
    if (channel) this.client.watch(channel, true);
  }

  #moved(place) {
    const before = this.channel;
    const isFirst = !this.place;
    this.place = place;
    this.chosen = "";
    if (isFirst) return;
    const carried = this.drafts[before];
    if (carried?.text && before !== place && !this.drafts[place]?.text) {
      // A quote or an edit belongs to the channel that was left; the words come along.
      this.drafts = { ...this.drafts, [place]: { text: carried.text }, [before]: undefined };
      this.#keepDrafts();
    }
    this.client.notify("moved", { place });
  }

  /** The channels that can be read now: one's own room's, the main room's, those of topics. */
  get channels() {
    const { topics = {} } = this.client.documents.section("class", "topics");
    const byOrder = Object.entries(topics).sort(([, a], [, b]) => a.order - b.order);
    const rooms = this.place && this.place !== "main" ? [this.place, "main"] : ["main"];
    return [...rooms, ...byOrder.map(([id]) => `topic:${id}`)];
  }

  /** The channel that is shown. */
  get channel() {
    return this.channels.includes(this.chosen) ? this.chosen : this.place || "main";
  }

  /** Show the conversation of a channel. */
  show(channel) {
    this.chosen = channel;
    this.client.changed();
  }

  /** Tell whether what is said in a channel is here. */
  isHere(channel) {
    return (channel === "main" ? "class" : channel) in this.client.documents.byName;
  }

  // How far one has read

  /** Return `{order, count}` of what one has read of a channel; null when one never looked at it on this device. */
  seen(channel) {
    return this.readTo[channel] ?? null;
  }

  /** Count what one has not read in a channel. */
  unread(channel) {
    const { order = 0, count = 0 } = this.seen(channel) ?? {};
    if (channel.startsWith("topic:")) {
      const said = this.client.documents.section("class", "discussion").topics?.[channel.slice(6)];
      return said && said.last > order ? Math.max(1, said.count - count) : 0;
    }
    const me = this.client.member;
    const isNew = ([id, one]) => one.order > order && one.author !== me && !this.unnamed[id];
    return Object.entries(this.#section(channel).messages ?? {}).filter(isNew).length;
  }

  /** Everything of a channel was seen: on this device, also when the page is loaded again. */
  saw(channel) {
    const orders = Object.values(this.#section(channel).messages ?? {}).map((message) => message.order);
    const order = Math.max(0, ...orders);
    if (!this.isHere(channel) || order <= (this.seen(channel)?.order ?? -1)) return;
    const count = this.client.documents.section("class", "discussion").topics?.[channel.slice(6)]?.count ?? 0;
    this.readTo = { ...this.readTo, [channel]: { order, count } };
    this.client.keeping.set(`read.${this.draftKey}`, this.readTo);
    this.client.changed();
  }

  /** One's own messages without a name: by id, to whom one is anonymous. */
  get unnamed() {
    return this.client.documents.section("me", "discussion").anonymous ?? {};
  }

  /** Return the id of the message that an entry of the outbox creates. */
  created({ id, command }) {
    return this.client.created(id, command.anonymous === "everybody");
  }

  #section(channel) {
    return this.client.documents.section(channel === "main" ? "class" : channel, "discussion");
  }

  // What was said

  #history(channel) {
    let history = this.histories.get(channel);
    if (!history) {
      history = { messages: {}, window: undefined, older: undefined, isLoading: false, isFailed: false };
      this.histories.set(channel, history);
    }
    return history;
  }

  /** Keep what slid out of a channel's window, as long as nothing is missing between it and the window. */
  #follow(channel) {
    const history = this.#history(channel);
    const documents = this.client.documents.byName;
    if (!documents[channel === "main" ? "class" : channel]) return;
    const { messages: window = {}, older, gone = {} } = this.#section(channel);
    // What was taken away is nowhere on this page either, however far back it stood.
    for (const id of Object.keys(gone)) delete history.messages[id];
    if (window === history.window) return;
    const orders = Object.values(window).map((message) => message.order);
    const first = orders.length ? Math.min(...orders) : Infinity;
    const before = history.window ?? {};
    const isJoined = !history.window || !Object.keys(before).length || Object.keys(before).some((id) => id in window);
    if (isJoined) {
      for (const [id, message] of Object.entries(before)) {
        // One that is missing though it is not older was taken away.
        if (!(id in window) && message.order < first && older) history.messages[id] = message;
      }
      for (const id of Object.keys(window)) delete history.messages[id];
    } else {
      history.messages = {};
      history.older = undefined;
    }
    history.window = window;
  }

  /** Tell whether there is more to read before what is shown. */
  hasOlder(channel) {
    const history = this.#history(channel);
    return Boolean(history.older ?? this.#section(channel).older);
  }

  status(channel) {
    const { isLoading, isFailed } = this.#history(channel);
    return { isLoading, isFailed };
  }

  /** Ask for the page before what is shown. */
  async loadOlder(channel) {
    const history = this.#history(channel);
    if (history.isLoading || !this.client.isIn || !this.hasOlder(channel)) return;
    const orders = Object.values({ ...history.messages, ...this.#section(channel).messages }).map((m) => m.order);
    Object.assign(history, { isLoading: true, isFailed: false });
    this.client.changed();
    try {
      const before = orders.length ? Math.min(...orders) : 0;
      const page = await this.client.query("discussion.history", { channel, before, limit: PAGE });
      history.messages = { ...page.messages, ...history.messages };
      history.older = Boolean(page.older);
    } catch (refused) {
      if (!refused.code) throw refused;
      history.isFailed = true;
    }
    history.isLoading = false;
    this.client.changed();
  }

  /** Look again at a message that stands before the window, after one acted on it. */
  async #refresh(channel, id) {
    const history = this.#history(channel);
    const message = history.messages[id];
    if (!message) return;
    try {
      const page = await this.client.query("discussion.history", { channel, before: message.order + 1, limit: 1 });
      if (page.messages[id]) history.messages[id] = page.messages[id];
      else delete history.messages[id];
    } catch (refused) {
      if (!refused.code) throw refused;
    }
    this.client.changed();
  }

  #settled(entry, frame) {
    const { message } = entry.command;
    if (frame.t !== "ack" || !message) return;
    for (const channel of this.channels) this.#refresh(channel, message);
  }

  /** Return the messages of a channel, as `conversation` lays them together. */
  messages(channel) {
    const { client } = this;
    const { own = {}, reacted = {} } = client.documents.section("me", "discussion");
    const seat = ownSeat(client);
    return conversation({
      published: { ...this.#history(channel).messages, ...this.#section(channel).messages },
      own,
      reacted,
      unnamed: this.unnamed,
      entries: client.outbox?.list() ?? [],
      channel,
      isReachable: (other) => this.channels.includes(other),
      created: (entry) => this.created(entry),
      me: { member: client.member || client.seat?.member, name: seat.name, number: seat.number },
      isOnline: client.isIn,
    });
  }

  /** Bring a message into sight. */
  reveal(id) {
    const channel = this.client.documents.section("me", "discussion").own?.[id]?.channel;
    this.goTo(channel, id);
  }

  /** Show a channel, and a message of it. */
  goTo(channel, id) {
    if (this.channels.includes(channel)) this.chosen = channel;
    this.wanted = id;
    this.client.changed();
  }

  // What one is writing

  /** The draft of a channel: `{text, reply_to?, editing?, anonymous?}`; the last says to whom one is anonymous. */
  draft(channel) {
    return this.drafts[channel] ?? { text: "" };
  }

  /** Change the draft of a channel; it is kept at once. */
  setDraft(channel, changes) {
    this.drafts = { ...this.drafts, [channel]: { ...this.draft(channel), ...changes } };
    this.#keepDrafts();
    this.client.changed();
  }

  #keepDrafts() {
    this.client.keeping.set(`draft.${this.draftKey}`, this.drafts);
  }

  /** Answer a message. */
  reply(channel, message) {
    this.setDraft(channel, { ...UNMARKED, reply_to: message.id, isWanted: true });
  }

  /** Give a message of one's own another text; what was being written meanwhile is set aside, and comes back. */
  edit(channel, message) {
    const { text, reply_to, editing, aside } = this.draft(channel);
    const kept = editing ? aside : text && { text, reply_to };
    const newest = message.gate?.text ?? message.text;
    this.setDraft(channel, { text: newest, editing: message.id, reply_to: undefined, aside: kept, isWanted: true });
  }

  /** Give up replying or editing. */
  stopSpecial(channel) {
    const { editing, aside } = this.draft(channel);
    if (editing) this.setDraft(channel, { text: aside?.text ?? "", reply_to: aside?.reply_to, editing: undefined, aside: undefined });
    else this.setDraft(channel, { reply_to: undefined, answers: undefined });
  }

  /** Send the draft: a message, or another text for one. */
  send(channel) {
    const { text, reply_to, editing, aside, asks, answers, anonymous } = this.draft(channel);
    const said = text.trim();
    if (!said) return;
    if (editing) this.#revise(channel, editing, said);
    else {
      const command = { type: "discussion.post", channel, text: said, ...(reply_to ? { reply_to } : {}), ...(anonymous ? { anonymous } : {}) };
      const message = this.created({ id: this.client.submit(command), command });
      if (asks) this.client.submit({ type: "questions.ask", message });
      if (answers && reply_to) this.client.submit({ type: "questions.answer", question: answers, message });
    }
    this.setDraft(channel, { ...UNMARKED, text: "", ...aside, aside: undefined });
  }

  #revise(channel, id, text) {
    const { outbox } = this.client;
    const entries = outbox.list();
    const post = entries.find((entry) => entry.command.type === "discussion.post" && this.created(entry) === id);
    if (post?.state === "refused") {
      outbox.remove(post.id);
      this.client.submit({ ...post.command, channel, text });
      return;
    }
    if (post && outbox.amend(post.id, { text })) return;
    for (const entry of entries) {
      if (entry.command.type !== "discussion.edit" || entry.command.message !== id) continue;
      if (entry.state === "refused") outbox.remove(entry.id);
      else if (outbox.amend(entry.id, { text })) return;
    }
    this.client.submit({ type: "discussion.edit", message: id, text });
  }

  /** Try once more what was refused; a message that lost its room is posted where its author is now. */
  retry(channel, message) {
    const { command, id } = message.entry;
    this.client.outbox.remove(id);
    if (command.type !== "discussion.post") this.client.submit(command);
    else {
      const { reply_to, ...rest } = command;
      const isSame = command.channel === channel;
      this.client.submit({ ...rest, channel, ...(isSame && reply_to ? { reply_to } : {}) });
    }
  }

  /** Take a message away, or what of it is still under way. */
  remove(message) {
    const { outbox } = this.client;
    if (message.entry && (message.state === "refused" || !message.entry.sent)) {
      outbox.remove(message.entry.id);
      if (!message.isShown) return;
      if (message.state === "refused") return;
    }
    this.client.submit({ type: "discussion.delete", message: message.id });
  }

  /** Add or take back a reaction. */
  react(message, emoji) {
    const isOn = !message.reactions[emoji]?.isMine;
    const earlier = this.client.outbox
      .list()
      .find(({ command, sent }) => !sent && command.type === "discussion.react" && command.message === message.id && command.emoji === emoji);
    if (earlier) this.client.outbox.remove(earlier.id);
    else this.client.submit({ type: "discussion.react", message: message.id, emoji, on: isOn });
  }

  // The hand

  /** Tell whether one's hand is up, as far as is known, and whether that is still under way. */
  get hand() {
    const isUp = Boolean(this.client.documents.section("me", "discussion").hand);
    const entry = (this.client.outbox?.list() ?? [])
      .filter(({ command, state }) => state === "waiting" && /^discussion\.(raise|lower)_hand$/.test(command.type))
      .at(-1);
    return entry ? { isUp: entry.command.type === "discussion.raise_hand", isSure: false } : { isUp, isSure: true };
  }

  /** Raise the hand, or take it down. A hand that would come late is not raised at all, and that is said. */
  turnHand() {
    const { isUp } = this.hand;
    if (!isUp && !this.client.isIn) this.client.notify("hand_offline");
    else if (isUp) this.client.submit({ type: "discussion.lower_hand", member: this.client.member || this.client.seat.member });
    else this.client.submit({ type: "discussion.raise_hand" });
  }
}
