// The debates of the class as this page has them: positions, arguments, statements, and what is still under way.

const USUAL = ["for", "against", "unsure"];

/** Return a debate's positions in order, each with its key and, where it is no usual one, its text. */
export function positions(debate) {
  return Object.entries(debate.positions ?? {})
    .map(([key, position]) => ({ key, ...position, isUsual: USUAL.includes(key) && !position.text }))
    .sort((a, b) => a.order - b.order);
}

/** Say whether arguments stand in this order: the most convincing first, then the first written first. */
const byWeight = (a, b) => (b.weight ?? 0) - (a.weight ?? 0) || a.order - b.order;

/** The debates of one client. */
export class Debates {
  constructor(client) {
    this.client = client;
    this.folded = new Map();
    this.moving = null;
    this.looked = new Map();
  }

  get #section() {
    return this.client.documents.section("class", "debate");
  }

  get #mine() {
    return this.client.documents.section("me", "debate");
  }

  /** Return what is in the outbox and was not refused, of one type. */
  #pending(type) {
    return (this.client.outbox?.list() ?? []).filter(({ command, state }) => command.type === type && state !== "refused");
  }

  /** Return every debate that is to be seen, the one opened last first. */
  get all() {
    return Object.entries(this.#section.debates ?? {})
      .map(([id, debate]) => ({ id, ...debate }))
      .sort((a, b) => b.order - a.order);
  }

  /** Return the debate that everybody looks at; null when there is none. */
  get current() {
    return this.all.find((debate) => debate.id === this.#section.stage) ?? null;
  }

  /** Return the position that the person holds, sent or on its way; "" for none. */
  position(debate) {
    const last = this.#pending("debate.take_position").findLast(({ command }) => command.debate === debate.id);
    const known = this.#mine.mine?.[debate.id]?.position ?? "";
    return last && (last.state !== "acked" || !known) ? last.command.position : known;
  }

  /** Return the position that the person took first; "" for none. */
  first(debate) {
    return this.#mine.mine?.[debate.id]?.first ?? "";
  }

  /** Take a position; who holds another is first asked what moved them. */
  choose(debate, position) {
    const held = this.position(debate);
    if (held === position) this.moving = null;
    else if (!held) this.take(debate, position);
    else this.moving = { debate: debate.id, position, because: "" };
    this.client.changed();
  }

  /** Say which argument moved one; "" for none in particular. */
  because(argument) {
    if (this.moving) this.moving = { ...this.moving, because: argument };
    this.client.changed();
  }

  /** Stay where one is. */
  stay() {
    this.moving = null;
    this.client.changed();
  }

  /** Take a position for good. */
  take(debate, position, because = "") {
    this.client.submit({ type: "debate.take_position", debate: debate.id, position, ...(because ? { because } : {}) });
    this.moving = null;
    this.client.changed();
  }

  /** Return the published arguments of a debate that answer none, the most convincing first. */
  arguments(debate) {
    return this.#known.filter((one) => one.debate === debate.id && !one.reply_to).sort(byWeight);
  }

  /** Return the published replies to an argument. */
  replies(argument) {
    return this.#known.filter((one) => one.reply_to === argument).sort((a, b) => a.order - b.order);
  }

  get #known() {
    const known = { ...Object.fromEntries(this.looked), ...this.#section.arguments };
    return Object.entries(known).map(([id, argument]) => ({ id, ...argument }));
  }

  /** Look up the arguments that the document has no room for; of a debate that is over, all of them. */
  async look(debate, replyTo = "") {
    let from = 0;
    for (;;) {
      const args = { debate: debate.id, reply_to: replyTo, from };
      const answer = await this.client.query("debate.arguments", args).catch(() => null);
      if (!answer) return;
      const found = Object.entries(answer.arguments ?? {});
      for (const [id, argument] of found) this.looked.set(id, argument);
      from += found.length;
      if (!answer.more || !found.length) break;
    }
    this.client.changed();
  }

  /** Return the texts of one's own that others do not see yet, or that are on their way. */
  own(debate) {
    const waiting = (this.client.outbox?.list() ?? [])
      .filter(({ command, state }) => command.type === "debate.argue" && command.debate === debate.id && state !== "acked")
      .map((entry) => ({ id: entry.id, entry, ...entry.command, state: entry.state === "refused" ? "refused" : "sending", code: entry.code, params: entry.params }));
    const kept = Object.entries(this.#mine.own ?? {})
      .filter(([, argument]) => argument.debate === debate.id)
      .map(([id, argument]) => ({ id, ...argument }));
    return [...kept, ...waiting];
  }

  /** Tell whether an argument convinces the person, as far as is known. */
  isConvinced(argument) {
    const last = this.#pending("debate.mark_convincing").findLast(({ command, state }) => command.argument === argument && state !== "acked");
    return last ? last.command.on : Boolean(this.#mine.convinced?.[argument]);
  }

  /** Return how many an argument convinces, counting what is still on its way. */
  convincing(argument) {
    const known = Boolean(this.#mine.convinced?.[argument.id]);
    return (argument.convincing ?? 0) + this.isConvinced(argument.id) - known;
  }

  /** Say that an argument convinces one, or take that back. */
  turnConvinced(argument) {
    this.client.submit({ type: "debate.mark_convincing", argument, on: !this.isConvinced(argument) });
  }

  /** Return the statements of a debate that were put, the newest first. */
  statements(debate) {
    return Object.entries(this.#section.statements ?? {})
      .map(([id, statement]) => ({ id, ...statement }))
      .filter((statement) => statement.debate === debate.id)
      .sort((a, b) => b.order - a.order);
  }

  /** Return what the person says to a statement; "" for nothing yet. */
  verdict(statement) {
    const last = this.#pending("debate.judge").findLast(({ command }) => command.statement === statement);
    const known = this.#mine.verdicts?.[statement] ?? "";
    return last && (last.state !== "acked" || !known) ? last.command.verdict : known;
  }

  /** Say what one thinks of a statement. */
  judge(statement, verdict) {
    if (this.verdict(statement) !== verdict) this.client.submit({ type: "debate.judge", statement, verdict });
  }

  /** Return who has the floor; null for nobody. */
  get floor() {
    return this.#section.floor ?? null;
  }

  /** Return the raised hands that are named, in the order in which they are heard. */
  get queue() {
    return Object.entries(this.#section.queue ?? {})
      .map(([member, hand]) => ({ member, ...hand }))
      .sort((a, b) => a.place - b.place);
  }

  // What is being written; nothing of it is lost with the page.

  get #drafts() {
    return `draft.${this.client.seatKey}.debate`;
  }

  /** Return what is being written: `{text, position, replyTo, editing}`. */
  draft(debate) {
    return this.client.keeping.get(this.#drafts)?.[debate.id] ?? { text: "" };
  }

  /** Change what is being written; it is written down at once. */
  setDraft(debate, changes) {
    const all = this.client.keeping.get(this.#drafts) ?? {};
    this.client.keeping.set(this.#drafts, { ...all, [debate.id]: { ...this.draft(debate), ...changes } });
    this.client.changed();
  }

  /** Send what was written, as an argument, a reply, or another text of one's own. */
  send(debate) {
    const { text, position, replyTo, editing } = this.draft(debate);
    const told = text.trim();
    if (!told) return;
    if (editing) this.client.submit({ type: "debate.revise", argument: editing, text: told });
    else {
      const under = position || this.position(debate);
      this.client.submit({ type: "debate.argue", debate: debate.id, position: under, text: told, ...(replyTo ? { reply_to: replyTo } : {}) });
    }
    this.setDraft(debate, { text: "", replyTo: undefined, editing: undefined });
  }

  /** Put the words of a text that was refused back to where one writes. */
  restore(debate, own) {
    this.setDraft(debate, { text: own.text, position: own.position, replyTo: own.reply_to || undefined, editing: undefined });
    this.client.outbox.remove(own.entry.id);
    this.client.changed();
  }

  /** Take an argument of one's own away. */
  withdraw(argument) {
    this.looked.delete(argument);
    this.client.submit({ type: "debate.withdraw", argument });
  }

  /** Return how the panel stands: it opens when there is something to do, and is not folded away under one's hands. */
  fold(debate) {
    const open = this.statements(debate).find((statement) => !this.verdict(statement.id));
    const stage = debate.state === "closed" ? "closed" : !this.position(debate) ? "ask" : open ? `judge ${open.id}` : "done";
    const kept = this.folded.get(debate.id);
    const isFolded = kept?.key === stage ? kept.isFolded : stage === "done" && kept?.isFolded !== false;
    this.folded.set(debate.id, { key: stage, isFolded });
    return { key: stage, isFolded };
  }

  /** Fold the panel, or open it. */
  turn(debate) {
    const { key, isFolded } = this.fold(debate);
    this.folded.set(debate.id, { key, isFolded: !isFolded });
    this.client.changed();
  }
}
