// Commands from the moment a person meant them until they are safe: written down first, sent, acknowledged, stored.

const LEASE_MS = 15_000;
const AUTHOR_MS = 2_000;
const RETRY_MS = 3_000;
const STRIKES = 3;

/**
 * The commands of one seat.
 *
 * An entry is `{id, n, command, by, seen, at, stale, state, sent?, seq?, code?, params?, lease?, strikes?}`; `state` is
 * - `waiting`: not acknowledged yet,
 * - `acked`: durable on the relay at `seq`, kept until a second machine holds it, and offered again to a relay of a
 *   higher epoch,
 * - `asking`: it may be out of date, and the person must say whether it is still meant,
 * - `refused`: it did not happen, and its text is kept until the person has seen to it.
 *
 * Each entry is an item of its own in storage, so that tabs of one seat never overwrite one another; a lease keeps them
 * from sending the same entry twice at a time (which would be harmless: the relay knows ids), and the tab where it was
 * meant goes first, since what one tab keeps reaches the others a little later.
 */
export class Outbox {
  /**
   * @param keeping where entries are kept
   * @param key whose they are
   * @param tab the id of this tab
   * @param staleOf tells by a command's type what to do when the connection was lost before it left: `replay`, `ask`
   *   the person, or `drop` it
   * @param send hands a frame to the relay; says whether it could
   * @param onChange called when entries changed
   * @param onDropped called with an entry that came too late and is forgotten
   * @param onSettled called with an entry and its `ack` or `refused` frame
   */
  constructor({ keeping, key, tab, staleOf, send, onChange, onDropped, onSettled, now = Date.now }) {
    Object.assign(this, { keeping, tab, staleOf, send, onChange, onDropped, onSettled, now });
    this.beginning = `out.${key}.`;
    this.entries = new Map();
    this.flying = new Map();
    this.isOnline = false;
    this.era = 0;
    this.pausedUntil = 0;
    this.timer = 0;
    for (const found of keeping.keys(this.beginning)) this.#load(found);
    keeping.watch(this.beginning, (found) => {
      this.#load(found);
      this.onChange();
      this.flush();
    });
  }

  /** Return the entries in the order they were meant. */
  list() {
    return [...this.entries.values()].sort((a, b) => a.n - b.n);
  }

  /** Return the entries whose fate is open. */
  unsettled() {
    return this.list().filter((entry) => entry.state === "waiting" || entry.state === "asking");
  }

  /**
   * Write a command down, then send it.
   *
   * @param id the command's id
   * @param command an object whose `type` names it
   * @param seen the last seq that the person had seen
   */
  add({ id, command, seen }) {
    const stale = this.staleOf(command.type);
    const last = Math.max(0, ...[...this.entries.values()].map((entry) => entry.n));
    const entry = { id, n: Math.max(last + 1, this.now()), command, by: this.tab, seen, at: this.now(), stale, state: "waiting" };
    if (this.isOnline) entry.era = this.era;
    this.#keep(entry);
    this.onChange();
    this.flush();
    return entry;
  }

  /** Change a command that has never been sent; say whether that was still possible. */
  amend(id, changes) {
    const entry = this.entries.get(id);
    if (!entry || entry.sent || entry.state !== "waiting") return false;
    this.#change(entry, { command: { ...entry.command, ...changes } });
    this.onChange();
    return true;
  }

  /** Take in entries that another address of this class handed over. */
  adopt(frames) {
    for (const frame of frames) {
      if (frame?.t !== "cmd" || this.entries.has(frame.id)) continue;
      const last = Math.max(0, ...[...this.entries.values()].map((entry) => entry.n));
      this.#keep({
        id: frame.id,
        n: last + 1,
        command: frame.command,
        by: this.tab,
        seen: frame.seen,
        at: this.now(),
        stale: this.staleOf(frame.command?.type),
        state: "waiting",
        sent: true,
      });
    }
  }

  /** Return the `cmd` frames that another relay might not have. */
  frames() {
    return this.list()
      .filter((entry) => entry.state === "waiting" || entry.state === "acked")
      .map(({ id, seen, command }) => ({ t: "cmd", id, seen, command }));
  }

  /** The relay let us in: offer what it may lack, and send what waits. */
  online({ isNewReign }) {
    this.isOnline = true;
    this.onlineAt = this.now();
    this.era += 1;
    this.pausedUntil = 0;
    this.flying.clear();
    if (isNewReign) {
      for (const entry of this.list()) {
        if (entry.state === "acked") this.#change(entry, { state: "waiting", seq: undefined });
      }
    }
    this.flush();
  }

  /** The connection is gone: nothing is known of what was under way. */
  offline() {
    this.isOnline = false;
    this.flying.clear();
  }

  /** Send everything that waits and that no other tab is sending. */
  flush() {
    if (!this.isOnline) return;
    clearTimeout(this.timer);
    let wait = this.pausedUntil - this.now();
    if (wait > 0) {
      this.timer = setTimeout(() => this.flush(), wait);
      return;
    }
    wait = 0;
    for (const entry of this.list()) {
      if (entry.state !== "waiting" || this.flying.has(entry.id)) continue;
      const { lease } = entry;
      const leased = lease && lease.tab !== this.tab ? lease.until : 0;
      const turn = Math.max(leased, entry.by === this.tab ? 0 : this.onlineAt + AUTHOR_MS);
      if (turn > this.now()) {
        // Order matters: an edit must not overtake its message.
        wait = turn - this.now();
        break;
      }
      const isStale = entry.stale !== "replay" && entry.era !== this.era;
      const frame = isStale
        ? { t: "ask", id: entry.id }
        : { t: "cmd", id: entry.id, seen: entry.seen, command: entry.command };
      this.#change(entry, { sent: true, lease: { tab: this.tab, until: this.now() + LEASE_MS } });
      this.flying.set(entry.id, frame.t);
      if (!this.send(frame)) {
        this.flying.delete(entry.id);
        break;
      }
    }
    if (wait > 0) this.timer = setTimeout(() => this.flush(), wait);
  }

  /** Take in a frame about a command; say whether it was about one of these. */
  receive(frame) {
    if (frame.t === "stored") {
      for (const entry of this.list()) {
        if (entry.state === "acked" && entry.seq <= frame.seq) this.remove(entry.id);
      }
      return true;
    }
    const entry = this.entries.get(frame.id);
    if (!entry) return false;
    const how = this.flying.get(frame.id);
    this.flying.delete(frame.id);
    if (frame.t === "ack") {
      this.#change(entry, { state: "acked", seq: frame.seq, lease: undefined });
      this.onSettled(entry, frame);
    } else if (frame.t === "refused" && frame.final === false) {
      const pause = frame.params?.retry_after ? frame.params.retry_after * 1000 : RETRY_MS;
      this.pausedUntil = this.now() + pause;
      this.#change(entry, { lease: undefined });
      this.flush();
    } else if (frame.t === "refused") {
      this.#change(entry, { state: "refused", code: frame.code, params: frame.params, lease: undefined });
      this.onSettled(entry, frame);
    } else if (frame.t === "unknown" && how === "ask") {
      if (entry.stale === "drop") {
        this.remove(entry.id);
        this.onDropped(entry);
      } else {
        this.#change(entry, { state: "asking", lease: undefined });
      }
    }
    this.onChange();
    return true;
  }

  /** The relay hung up on something that was sent: who is there each time is not sent a fourth. */
  blame(code) {
    const flying = [...this.flying.keys()];
    for (const id of flying) {
      const entry = this.entries.get(id);
      if (!entry) continue;
      const strikes = (entry.strikes ?? 0) + 1;
      this.#change(entry, strikes < STRIKES ? { strikes } : { state: "refused", code, lease: undefined });
    }
  }

  /** Forget an entry: it is safe, or the person took it back. */
  remove(id) {
    this.entries.delete(id);
    this.flying.delete(id);
    this.keeping.remove(this.beginning + id);
    this.onChange();
  }

  #load(found) {
    const id = found.slice(this.beginning.length);
    const entry = this.keeping.get(found);
    if (entry) this.entries.set(id, entry);
    else this.entries.delete(id);
  }

  #keep(entry) {
    this.entries.set(entry.id, entry);
    while (!this.keeping.set(this.beginning + entry.id, entry)) {
      // The device is full: what the relay has acknowledged gives way to what it has not.
      const oldest = this.list().find((other) => other.state === "acked" && other.id !== entry.id);
      if (!oldest) return;
      this.entries.delete(oldest.id);
      this.keeping.remove(this.beginning + oldest.id);
    }
  }

  #change(entry, changes) {
    Object.assign(entry, changes);
    this.#keep(entry);
  }
}
