// A note as this page has it: a Yjs text that others write in too. Fetched, with Yjs, when a note is opened.

import { Doc, UndoManager, applyUpdate, decodeUpdate, mergeUpdates } from "../vendor/yjs.js";

const GATHER_MS = 350;
const GATHER_OFFLINE_MS = 3_000;
const STEP_MS = 700;
const MERGED_BYTES = 18_000;
const PIECE = 4_000;
const MINE = "mine";
const RELAY = "relay";
const ROOT = "text";

const toBytes = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

function toBase64(bytes) {
  let letters = "";
  for (let at = 0; at < bytes.length; at += 8_192) letters += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(letters);
}

const isLow = (text, at) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/**
 * Return the smallest change that turns one text into another, as `{at, gone, added}` in UTF-16 units; no character is
 * cut in two.
 *
 * @param caret where in the new text the person is: tells which of several equal letters was typed
 */
export function splice(before, after, caret = after.length) {
  const longest = Math.min(before.length, after.length);
  const most = Math.min(longest, Math.max(0, after.length - caret));
  let end = 0;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  while (end > 0 && (isLow(before, before.length - end) || isLow(after, after.length - end))) end -= 1;
  let at = 0;
  while (at < longest - end && before[at] === after[at]) at += 1;
  while (at > 0 && (isLow(before, at) || isLow(after, at))) at -= 1;
  return { at, gone: before.length - end - at, added: after.slice(at, after.length - end) };
}

/** Return where a place in a text is after a change of it, as Yjs tells it. */
export function carried(place, delta) {
  let at = 0;
  let moved = place;
  for (const { retain = 0, insert = "", delete: gone = 0 } of delta) {
    at += retain;
    if (at > moved) break;
    if (insert) {
      // What others write exactly where one stands comes behind the caret.
      if (at < moved) moved += insert.length;
      at += insert.length;
    }
    if (gone) moved -= Math.min(gone, Math.max(0, moved - at));
  }
  return moved;
}

/** Return the words that an update brings in. */
export function wordsOf(update) {
  try {
    return decodeUpdate(toBytes(update)).structs.map(({ content }) => content?.str ?? "").join("");
  } catch {
    return "";
  }
}

/** One place's note. What is written goes out gathered, what others write comes in; both while offline too. */
export class SharedNote {
  /**
   * @param client the page's client
   * @param place where the note is
   */
  constructor(client, place) {
    this.client = client;
    this.place = place;
    this.edition = null;
    this.isComposing = false;
    this.composedAt = 0;
    this.moves = new Set();
    this.gathered = [];
    this.timer = 0;
    client.onSettled((entry, frame) => {
      if (frame.t === "refused" && this.#isOurs(entry)) this.#startOver();
    });
  }

  /** The words, or an empty text while nothing has come. */
  get text() {
    return this.words?.toString() ?? "";
  }

  get isHere() {
    return this.edition !== null;
  }

  /** What the relay shows of it; undefined while it shows nothing. */
  get section() {
    return this.client.documents.byName[`note:${this.place}`]?.notes;
  }

  /** Take in what is new. While a word is being composed the text stays as it is, or the keyboard would lose it. */
  update() {
    const { section } = this;
    if (!section || section.held || section.mode === "hidden") return;
    if (this.isComposing && this.edition === section.edition) return;
    if (this.edition !== section.edition) this.#begin(section);
    else this.#take(section);
  }

  /** Tell how places move, `(delta) => void`, for every change that was not made here; returns how to stop. */
  onMove(listener) {
    this.moves.add(listener);
    return () => this.moves.delete(listener);
  }

  /** Make the text what the person made of it. */
  write(text, caret) {
    const before = this.text;
    const { at, gone, added } = splice(before, text, caret);
    if (gone) this.doc.transact(() => this.words.delete(at, gone), MINE);
    for (let start = 0; start < added.length; ) {
      let end = Math.min(added.length, start + PIECE);
      if (end < added.length && isLow(added, end)) end += 1;
      const piece = added.slice(start, end);
      const place = at + start;
      this.doc.transact(() => this.words.insert(place, piece), MINE);
      start = end;
    }
  }

  /** Take back one's own last step, and nobody else's; return where it was, or null when there is none. */
  undo() {
    return this.#step(() => this.steps.undo());
  }

  /** Do again what was taken back. */
  redo() {
    return this.#step(() => this.steps.redo());
  }

  get canUndo() {
    return Boolean(this.steps?.undoStack.length);
  }

  get canRedo() {
    return Boolean(this.steps?.redoStack.length);
  }

  /**
   * Hand out what is gathered. One edit is under way at a time, or one that the relay asks to wait with would be
   * overtaken by the next, which builds on it; what was never sent takes in what is added.
   *
   * @param isLeaving whether the page may be gone in a moment: then all of it is written down at once
   */
  flush(isLeaving = false) {
    clearTimeout(this.timer);
    this.timer = 0;
    const { gathered } = this;
    if (!gathered.length) return;
    const last = this.client.outbox.unsettled().filter((entry) => this.#isOurs(entry)).at(-1);
    if (last && !last.sent) {
      const grown = mergeUpdates([toBytes(last.command.update), ...gathered]);
      if (grown.length < MERGED_BYTES && this.client.outbox.amend(last.id, { update: toBase64(grown) })) {
        this.gathered = [];
        return;
      }
    } else if (last && this.client.isIn && !isLeaving) {
      this.timer = setTimeout(() => this.flush(), GATHER_MS);
      return;
    }
    this.gathered = [];
    let batch = [];
    let size = 0;
    const send = () => {
      if (batch.length) {
        const update = toBase64(batch.length > 1 ? mergeUpdates(batch) : batch[0]);
        this.client.submit({ type: "notes.edit", place: this.place, edition: this.edition, update });
      }
      batch = [];
      size = 0;
    };
    for (const update of gathered) {
      if (size && size + update.length > MERGED_BYTES) send();
      batch.push(update);
      size += update.length;
    }
    send();
  }

  #begin(section, isAgain = false) {
    this.doc?.destroy();
    this.doc = new Doc();
    // Client 0 is the template's.
    if (!this.doc.clientID) this.doc.clientID = 1;
    this.words = this.doc.getText(ROOT);
    this.edition = section.edition;
    this.through = 0;
    this.#take(section);
    if (!isAgain) {
      // What this device wrote before the page was loaded again, and the relay does not have yet.
      for (const entry of this.client.outbox?.unsettled() ?? []) {
        if (this.#isOurs(entry)) applyUpdate(this.doc, toBytes(entry.command.update), RELAY);
      }
    }
    this.steps = new UndoManager(this.words, { trackedOrigins: new Set([MINE]), captureTimeout: STEP_MS });
    this.doc.on("update", (update, origin) => {
      if (origin !== RELAY) this.#gather(update);
    });
    this.words.observe((event, transaction) => {
      if (transaction.origin === MINE) return;
      for (const listener of this.moves) listener(event.delta);
    });
    for (const listener of this.moves) listener([]);
  }

  #take({ base, updates = {} }) {
    const news = [];
    if (base && base.through > this.through) {
      news.push(base.update);
      this.through = base.through;
    }
    for (const seq of Object.keys(updates).map(Number).sort((a, b) => a - b)) {
      if (seq <= this.through) continue;
      news.push(updates[seq].update);
      this.through = seq;
    }
    if (!news.length) return;
    for (const update of news) applyUpdate(this.doc, toBytes(update), RELAY);
  }

  #gather(update) {
    this.gathered.push(update);
    if (!this.timer) this.timer = setTimeout(() => this.flush(), this.client.isIn ? GATHER_MS : GATHER_OFFLINE_MS);
  }

  #step(action) {
    let place = null;
    const stop = this.onMove((delta) => {
      place = delta.reduce((at, { retain = 0, insert = "" }) => at + retain + insert.length, 0);
    });
    action();
    stop();
    return place;
  }

  #isOurs({ command }) {
    return command.type === "notes.edit" && command.place === this.place && command.edition === this.edition;
  }

  /** The relay did not take something: what builds on it will not be taken either, and this page begins anew. */
  #startOver() {
    // Its words are kept with the refused commands, where the person finds them.
    this.flush();
    const { section } = this;
    if (section) this.#begin(section, true);
    else this.edition = null;
  }
}
