// Which notes there are, and which of them are open here; Yjs is fetched when the first one is.

import { modeOf } from "../moderation/part.js";

export class Notes {
  constructor(client) {
    this.client = client;
    this.open = new Map();
    this.left = new Map();
    this.shared = null;
    this.isMissing = false;
    this.place = "";
    globalThis.addEventListener("pagehide", () => {
      for (const note of this.open.values()) note.flush(true);
    });
  }

  /** Called before each painting. */
  update() {
    const { place = "main" } = this.client.documents.section("me", "roster").seat ?? {};
    if (place !== this.place) {
      if (this.place.startsWith("room:")) this.left.set(this.place, this.name ?? "");
      this.left.delete(place);
      this.place = place;
    }
    if (place.startsWith("room:")) this.name = this.client.documents.section(place, "roster").name ?? this.name;
    for (const note of this.open.values()) note.update();
  }

  /** Fetch what a note needs; tried again when it is asked for again. */
  async fetch() {
    if (this.shared || this.isFetching) return;
    this.isFetching = true;
    this.isMissing = false;
    try {
      this.shared = await import("./shared.js");
    } catch {
      this.isMissing = true;
    }
    this.isFetching = false;
    this.client.changed();
  }

  /** Return the note of a place, once what it needs is here. */
  note(place) {
    if (!this.shared) return null;
    let note = this.open.get(place);
    if (!note) {
      note = new this.shared.SharedNote(this.client, place);
      this.open.set(place, note);
      note.update();
    }
    return note;
  }

  /** What the page knows of a note that is not open: `{mode, begun}`. */
  summary(place) {
    const { documents } = this.client;
    if (place.startsWith("room:")) return documents.section(place, "notes").note ?? {};
    return documents.section("class", "notes").notes?.[place] ?? {};
  }

  /** Tell why there is nothing to read, as a key of words; an empty text when there is. */
  whyNotRead(place) {
    const { role } = this.client;
    const isStaff = role === "host" || role === "cofacilitator";
    const section = this.open.get(place)?.section;
    if ((section?.mode ?? this.summary(place).mode) === "hidden") return "notes.hidden";
    if (section?.held || (!isStaff && modeOf(this.client, place) === "held")) return "notes.held";
    return "";
  }

  /** The people who wrote in a note, who wrote most first. */
  writers(place) {
    const { writers = {} } = this.open.get(place)?.section ?? {};
    return Object.values(writers).sort((a, b) => b.written - a.written || a.number - b.number);
  }

  /** Who of the others wrote in a note within some milliseconds. */
  writing(place, millis) {
    const { updates = {} } = this.open.get(place)?.section ?? {};
    const since = this.client.clock.now() - millis;
    const people = new Map();
    for (const edit of Object.values(updates)) {
      if (edit.at > since && edit.by && edit.by !== this.client.member) people.set(edit.by, edit);
    }
    return [...people.values()];
  }

  /** What was written in a place's note and not taken: `{code, params, words, ids}`, or null. */
  refused(place) {
    const entries = (this.client.outbox?.list() ?? []).filter(
      ({ command, state }) => state === "refused" && command.type === "notes.edit" && (!place || command.place === place),
    );
    if (!entries.length) return null;
    const words = this.shared ? entries.map(({ command }) => this.shared.wordsOf(command.update)).join("") : "";
    return { code: entries[0].code, params: entries[0].params, place: entries[0].command.place, words, ids: entries.map(({ id }) => id) };
  }

  /** Forget what was not taken. */
  dismiss({ ids }) {
    for (const id of ids) this.client.outbox.remove(id);
  }
}
