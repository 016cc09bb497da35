// The model of the rooms: the round, one's own room and its work, what it was told, and what one asks for.

import { t } from "../core/i18n.js";
import { placeName } from "../core/page.js";
import { ownSeat } from "../roster/part.js";

const byOrder = (a, b) => a.order - b.order;
const listed = (entries) => Object.entries(entries ?? {}).map(([id, entry]) => ({ id, ...entry })).sort(byOrder);

export class Rounds {
  constructor(client) {
    this.client = client;
    this.away = new Set();
    this.noted = new Set();
  }

  /** Tell the relay what came before the person's eyes. Called before each painting. */
  update() {
    if (!this.client.isIn || document.visibilityState === "hidden" || this.client.role !== "learner") return;
    for (const { id, read } of this.told) {
      if (read || this.noted.has(id)) continue;
      this.noted.add(id);
      this.client.submit({ type: "breakouts.note_read", announcement: id });
    }
  }

  /** The round that is open: `{id, opened_at, rooms, ends_at?, closes_at?, choice?}`. */
  get round() {
    return this.client.documents.section("class", "breakouts").round;
  }

  /** The room one is in, as a place; empty in the main room. */
  get room() {
    const { place = "main" } = ownSeat(this.client);
    return place !== "main" && this.client.documents.byName[place] ? place : "";
  }

  /** What one's room's document says of its work. */
  get section() {
    return this.room ? this.client.documents.section(this.room, "breakouts") : {};
  }

  get steps() {
    return listed(this.section.steps);
  }

  /** What one's room was told, the newest last. */
  get told() {
    return listed(this.section.told);
  }

  /** The rooms that one may choose. */
  get choices() {
    return listed(this.client.documents.section("class", "breakouts").rooms);
  }

  /** Where one will be moved, and when. */
  get moving() {
    return this.client.documents.section("me", "breakouts").moving;
  }

  #waiting(type) {
    return (this.client.outbox?.list() ?? []).filter(({ command, state }) => command.type === type && state === "waiting");
  }

  #roomId() {
    return this.room.slice("room:".length);
  }

  /** How one's room is doing, as it was last said, or is being said. */
  get pulse() {
    const said = this.#waiting("breakouts.set_pulse").filter(({ command }) => command.room === this.#roomId());
    return said.at(-1)?.command.pulse ?? this.section.pulse?.pulse ?? "";
  }

  /** Say how one's room is doing. */
  say(pulse) {
    this.client.submit({ type: "breakouts.set_pulse", room: this.#roomId(), pulse });
  }

  /** Tell whether a step is done, as far as is known. */
  isDone(step) {
    const said = this.#waiting("breakouts.tick").filter(
      ({ command }) => command.room === this.#roomId() && command.step === step.order,
    );
    return said.at(-1)?.command.done ?? Boolean(step.done);
  }

  /** The captain of one's room who is in it, as `{member, name?, number}`; undefined while there is none. */
  get captain() {
    const { captain } = this.section;
    const card = captain && this.client.documents.section(this.room, "roster").members?.[captain];
    return card ? { member: captain, ...card } : undefined;
  }

  /** Whether one may tick the steps and ask for time: the captain may, or everybody while there is none. */
  get mayRun() {
    const { captain, client } = this;
    return client.role === "learner" ? !captain || captain.member === client.member : client.role !== "observer";
  }

  /** How the room's wish for more time stands: `{minutes, state, name?}`; undefined while none was said. */
  get time() {
    const sent = this.#waiting("breakouts.ask_time").filter(({ command }) => command.room === this.#roomId()).at(-1);
    return sent ? { minutes: sent.command.minutes, state: "asked", ...ownSeat(this.client) } : this.section.time;
  }

  /** Ask for more minutes. */
  askTime(minutes) {
    this.client.submit({ type: "breakouts.ask_time", room: this.#roomId(), minutes });
  }

  tick(step) {
    this.client.submit({ type: "breakouts.tick", room: this.#roomId(), step: step.order, done: !this.isDone(step) });
  }

  /** What one wrote of the room's answer and what became of it: on its way, waiting, sent back, or refused. */
  get own() {
    const entry = (this.client.outbox?.list() ?? [])
      .filter(({ command, state }) => command.type === "breakouts.answer" && command.room === this.#roomId() && state !== "acked")
      .at(-1);
    if (entry) return { text: entry.command.text, state: entry.state === "refused" ? "refused" : "sending", entry };
    const kept = this.client.documents.section("me", "breakouts").answer;
    return kept?.room === this.#roomId() ? kept : null;
  }

  /** Write down the room's answer; what was refused before is replaced. */
  answer(text) {
    const { entry } = this.own ?? {};
    if (entry) this.client.outbox.remove(entry.id);
    const after = this.section.answer?.revision ?? 0;
    this.client.submit({ type: "breakouts.answer", room: this.#roomId(), text, after });
  }

  /** Give up what was refused. */
  giveUp() {
    const { entry } = this.own ?? {};
    if (entry) this.client.outbox.remove(entry.id);
  }

  isPutAway(id) {
    return this.away.has(id);
  }

  putAway(id) {
    this.away.add(id);
    this.client.changed();
  }

  /** Say why one is where one is now; empty when there is nothing to say beyond it. */
  whyMoved(place) {
    const { arrival } = this.client.documents.section("me", "breakouts");
    if (place === "main" || arrival?.place !== place || arrival.why === "moved") return "";
    return t(`breakouts.arrived.${arrival.why}`, { place: placeName(this.client, place) });
  }
}
