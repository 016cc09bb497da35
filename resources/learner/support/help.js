// What one's page knows of help: one's call, and what the staff and one write to each other.

import { derivedId } from "../core/ids.js";

export const TEXT_LIMIT = 2_000;

/** How many characters of a text count, as the class counts them. */
export const lengthOf = (text) => [...text.trim().normalize("NFC")].length;

const TEXTS = new Set(["support.ask", "support.say"]);

export class Help {
  constructor(client) {
    this.client = client;
    this.key = "";
    this.update();
  }

  get section() {
    return this.client.documents.section("me", "support");
  }

  /** One's newest call; undefined when one never called. A call on its way shows as one that was just made. */
  get call() {
    const { call } = this.section;
    if (call?.state === "open") return call;
    const asked = this.#waiting().find((entry) => entry.command.type === "support.ask");
    return asked ? { id: derivedId(asked.id, this.client.member), kind: asked.command.kind, since: asked.at, state: "open", isOnWay: true } : call;
  }

  /** What was written, in order: what the class has, then what is on its way there. */
  get texts() {
    const there = Object.entries(this.section.thread ?? {})
      .map(([id, text]) => ({ id, ...text }))
      .sort((a, b) => a.order - b.order);
    const known = new Set(there.map(({ id }) => id));
    const going = this.client.outbox?.list() ?? [];
    const mine = going
      .filter(({ command, state }) => TEXTS.has(command.type) && command.text && state !== "acked")
      .map((entry) => ({
        id: derivedId(entry.id, this.client.member, entry.command.type === "support.ask" ? 1 : 0),
        text: entry.command.text,
        at: entry.at,
        entry,
        state: entry.state === "refused" ? "refused" : this.client.isIn ? "sending" : "offline",
      }))
      .filter(({ id }) => !known.has(id));
    return [...there, ...mine];
  }

  /** How many texts of the staff one has not read. */
  get unread() {
    return this.texts.filter((text) => text.by && text.order > this.readTo).length;
  }

  /** The newest text of the staff that one has not read. */
  get news() {
    return this.texts.filter((text) => text.by && text.order > this.readTo).at(-1);
  }

  update() {
    const { keeping, seatKey } = this.client;
    if (seatKey === this.key) return;
    this.key = seatKey;
    this.readTo = (seatKey && keeping.get(`read.${seatKey}.help`)) || 0;
    this.draft = (seatKey && keeping.get(`draft.${seatKey}.help`)) || "";
  }

  /** Say that what is there has been read. */
  read() {
    const newest = Math.max(0, ...this.texts.map((text) => text.order ?? 0));
    if (newest <= this.readTo) return;
    this.readTo = newest;
    this.client.keeping.set(`read.${this.key}.help`, newest);
    this.client.changed();
  }

  /** Keep what is typed, at every stroke. */
  type(text) {
    this.draft = text;
    this.client.keeping.set(`draft.${this.key}.help`, text);
    this.client.changed();
  }

  /** Call the staff, with what was typed. */
  ask(kind) {
    this.client.submit({ type: "support.ask", kind, text: this.draft.trim() });
    this.type("");
  }

  /** Write to the staff. */
  say() {
    this.client.submit({ type: "support.say", text: this.draft.trim() });
    this.type("");
  }

  /** Say that one needs nobody any more. */
  withdraw() {
    this.client.submit({ type: "support.withdraw", call: this.call.id });
  }

  /** Say that it did not help. */
  reopen() {
    this.client.submit({ type: "support.reopen", call: this.call.id });
  }

  /** Send a refused text again, as what it was. */
  retry({ entry }) {
    this.client.outbox.remove(entry.id);
    this.client.submit(entry.command);
  }

  /** Give a refused text up. */
  discard({ entry }) {
    this.client.outbox.remove(entry.id);
    this.client.changed();
  }

  #waiting() {
    return (this.client.outbox?.list() ?? []).filter(({ state }) => state === "waiting");
  }
}
