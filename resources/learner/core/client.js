// One person's way into one class: it puts seat, connection, documents and outbox together, and knows no capability.

import { Clock } from "./clock.js";
import { Connection } from "./connection.js";
import { Documents } from "./documents.js";
import { derivedId, newToken, packed, unpacked, uuid4 } from "./ids.js";
import { Seats } from "./keeping.js";
import { language } from "./i18n.js";
import { Outbox } from "./outbox.js";

export const PROTOCOL = 1;
const STANDBY_AFTER_MS = 30_000;
const NOT_OPEN_RETRY_MS = 10_000;
const NOT_HERE_RETRY_MS = 3_000;
const NO_NETWORK_RETRY_MS = 5_000;
const PEEK_AGAIN_MS = 15_000;
const LEAVE_MS = 4_000;
const NOTICE_MS = 12_000;

/** What a code looks like once case, spaces and hyphens are set aside. */
export const plainCode = (code) => code.normalize("NFC").replace(/[\s-]/g, "").toUpperCase();

/** Read what a link carries in its fragment. */
export function readFragment(hash) {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  return Object.fromEntries(["c", "s", "k", "o", "d"].map((name) => [name, values.get(name) ?? ""]));
}

/** Return a web address if it is one, else an empty text: what others typed is not followed blindly. */
export function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : "";
  } catch {
    return "";
  }
}

/**
 * The page's model. `screen` is `door` (no seat yet), `entering` (a seat was asked for or shown), `class` (documents
 * are here) or `gone` (the seat is no more; `ending` tells why). Whatever changes is told once a frame to `onChange`.
 */
export class Client {
  /**
   * @param commands by type, what this page may ask for: `stale` (`replay`, `ask` or `drop`), and `isText` when it
   *   carries words that must not be lost by being refused
   * @param open opens a socket; @param go leads to another address
   */
  constructor({ keeping, address, commands, open, go, onChange, now = Date.now }) {
    Object.assign(this, { keeping, commands, onChange, now });
    this.go = go ?? ((url) => location.replace(url));
    this.seats = new Seats(keeping);
    this.clock = new Clock(now);
    this.documents = new Documents();
    // A page loaded again is the same tab: what it had begun to send it goes on with at once.
    this.tab = keeping.get("tab", keeping.tab) ?? uuid4();
    keeping.set("tab", this.tab, keeping.tab);
    this.queries = new Map();
    this.timers = {};
    this.notices = [];
    this.noticeCount = 0;
    this.settled = new Set();
    this.connection = new Connection({
      address,
      open,
      now,
      probe: () => this.isIn && { t: "ask", id: uuid4() },
      onOpen: () => this.#first(),
      onFrame: (frame) => this.#receive(frame),
      onState: () => this.#connectionChanged(),
    });
    this.#reset();
  }

  #reset() {
    this.screen = "door";
    this.seat = null;
    this.outbox = null;
    this.code = "";
    this.about = null;
    this.refusal = null;
    this.ending = null;
    this.member = "";
    this.role = "";
    this.isIn = false;
    this.isLeaving = false;
    this.documents.clear();
  }

  // Coming in

  /** Begin with what the address bar says, or with the seat this device holds. */
  start(fragment) {
    if (fragment.s && fragment.k) {
      const kept = this.seats.find((seat) => seat.token === fragment.k);
      this.#sit({ ...kept, session: fragment.s, token: fragment.k, ...(fragment.o ? { isCarried: true } : {}) });
      const frames = unpacked(fragment.o);
      if (Array.isArray(frames)) this.outbox.adopt(frames);
      const drafts = unpacked(fragment.d);
      if (drafts && typeof drafts === "object") this.keeping.set(`draft.${this.seatKey}`, drafts);
    } else if (fragment.c) {
      const kept = this.seats.find((seat) => plainCode(seat.code ?? "") === plainCode(fragment.c));
      if (kept) this.#sit(kept);
      else this.look(fragment.c);
    } else {
      const kept = this.seats.current();
      if (kept) this.#sit(kept);
    }
    this.changed();
  }

  /** Ask what a code leads to. */
  look(code) {
    this.code = code.trim();
    this.about = null;
    this.refusal = null;
    if (!this.code) return;
    if (this.connection.state === "open") this.#peek();
    else this.connection.start();
    this.changed();
  }

  /** Go back from a code that was the wrong one. */
  lookElsewhere() {
    clearTimeout(this.timers.peek);
    this.connection.stop();
    this.#reset();
    this.changed();
  }

  /** Take a seat under a name. The token is kept before it is sent: were the answer lost, the seat is still ours. */
  join(name) {
    clearTimeout(this.timers.peek);
    this.#sit({ id: uuid4(), token: newToken(), code: this.code, name, session: "", title: this.about?.title ?? "" });
    this.changed();
  }

  get seatKey() {
    return this.seat ? Seats.key(this.seat) : "";
  }

  #sit(seat) {
    this.seat = seat;
    this.code = seat.code ?? "";
    this.refusal = null;
    this.screen = "entering";
    this.seats.keep(seat);
    this.outbox = new Outbox({
      keeping: this.keeping,
      key: this.seatKey,
      tab: this.tab,
      staleOf: (type) => this.commands[type]?.stale ?? "replay",
      send: (frame) => this.connection.send(frame),
      onChange: () => this.changed(),
      onDropped: (entry) => this.notify("dropped", { type: entry.command.type }),
      onSettled: (entry, frame) => this.#settled(entry, frame),
      now: this.now,
    });
    if (this.connection.state === "open") this.#first();
    else this.connection.start();
  }

  #keepSeat(changes) {
    this.seat = { ...this.seat, ...changes };
    this.seats.keep(this.seat);
  }

  #first() {
    if (!this.seat) this.#peek();
    else if (this.seat.session) {
      const { session, token, epoch = 0 } = this.seat;
      this.connection.send({ t: "hello", v: PROTOCOL, session, token, as: "page", epoch });
    } else {
      const { id, code, name, token } = this.seat;
      this.connection.send({ t: "join", v: PROTOCOL, id, code, name, token, language: language.now });
    }
  }

  #peek() {
    if (this.code) this.connection.send({ t: "peek", v: PROTOCOL, code: this.code });
  }

  #after(name, delay, action) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(action, delay);
  }

  // What the relay says

  #receive(frame) {
    switch (frame.t) {
      case "about":
        this.#learnAbout(frame);
        break;
      case "welcome":
        this.#welcome(frame);
        break;
      case "answer":
        this.#answer(frame.id, (question) => question.resolve(frame.value));
        break;
      case "refused":
        if (this.#answer(frame.id, (question) => question.reject(frame))) break;
        if (!this.outbox?.receive(frame) && !this.isIn) this.#turnedDown(frame);
        break;
      case "ack":
      case "unknown":
      case "stored":
        this.outbox?.receive(frame);
        break;
      case "error":
        this.#wrong(frame);
        break;
      case "bye":
        this.#bye(frame);
        break;
      default:
        if (this.documents.receive(frame)) this.#documentsChanged();
    }
    this.changed();
  }

  #learnAbout(frame) {
    this.connection.settle();
    this.about = frame;
    this.refusal = null;
    const kept = this.seats.find((seat) => seat.session === frame.session);
    if (kept) {
      this.#sit({ ...kept, code: this.code });
      return;
    }
    // A class that is not open yet is looked at again, so that the page lets the person in when it is.
    if (frame.phase === "created" || frame.phase === "preparing") this.#after("peek", PEEK_AGAIN_MS, () => this.#peek());
  }

  #welcome(frame) {
    this.connection.settle();
    this.clock.set(frame.at);
    const isNewReign = frame.epoch > (this.seat.epoch ?? 0);
    this.#keepSeat({ session: frame.session, member: frame.member, epoch: frame.epoch, isCarried: undefined });
    this.member = frame.member;
    this.role = frame.role;
    this.isIn = true;
    this.refusal = null;
    // What this connection does not send again is gone.
    this.documents.clear();
    this.documents.seq = frame.seq;
    this.presence();
    for (const doc of this.opened ?? []) this.connection.send({ t: "open", doc });
    this.outbox.online({ isNewReign });
  }

  #documentsChanged() {
    if (this.documents.byName.me) this.screen = "class";
    const { title, standby } = this.documents.section("class", "session");
    if (this.documents.byName.class && (title !== this.seat.title || (standby ?? "") !== (this.seat.standby ?? ""))) {
      this.#keepSeat({ title, standby });
    }
    // How the class is reached beside this page is wanted most when the page cannot be told.
    const { contact } = this.documents.section("me", "session");
    if (this.documents.byName.me && JSON.stringify(contact) !== JSON.stringify(this.seat.contact)) this.#keepSeat({ contact });
  }

  #turnedDown(frame) {
    this.connection.reached();
    this.refusal = { code: frame.code, params: frame.params ?? {}, at: this.now() };
    if (!this.seat) return;
    if (frame.code === "not_open_yet") {
      this.#after("first", NOT_OPEN_RETRY_MS, () => this.#first());
    } else if (frame.code === "unknown_session" && this.seat.isCarried) {
      // The page came before the class: a trainer is about to bring it here.
      this.#after("first", NOT_HERE_RETRY_MS, () => this.#first());
    } else if (frame.final === false) {
      this.#after("first", (frame.params?.retry_after ?? 3) * 1000, () => this.#first());
    } else if (frame.code === "superseded" && webAddress(this.seat.standby)) {
      this.moveTo(this.seat.standby);
    } else if (this.seat.session) {
      this.#end(frame.code);
    } else {
      // No seat came of it: back to the door, with the name still in the field.
      const { code, name } = this.seat;
      const { about, refusal } = this;
      this.seats.forget(this.seat);
      this.#reset();
      Object.assign(this, { code, about: frame.code === "unknown_code" ? null : about, nameTried: name, refusal });
    }
  }

  #wrong(frame) {
    if (frame.code === "version_unsupported") {
      this.#end(frame.code);
      return;
    }
    if (frame.fatal === false) {
      this.notify("refused", { code: frame.code, params: frame.params });
      return;
    }
    this.outbox?.blame(frame.code);
    // Who reads the notice for minutes needs no line meanwhile: joining opens a new one.
    if (!this.seat && this.about) this.connection.stop();
    else this.connection.again();
  }

  #bye(frame) {
    if (frame.reason === "superseded" && webAddress(frame.standby)) this.moveTo(frame.standby);
    else if (["removed", "left", "revoked"].includes(frame.reason)) this.#end(frame.reason);
    else this.connection.again({ atOnce: frame.reason === "role_changed" });
  }

  #end(reason) {
    this.connection.stop();
    this.isIn = false;
    if (this.isLeaving) {
      this.forget();
      this.ending = { reason: "left" };
      this.screen = "gone";
      this.changed();
      return;
    }
    this.ending = { reason, unsent: this.outbox?.unsettled() ?? [] };
    this.screen = "gone";
    this.changed();
  }

  #connectionChanged() {
    if (this.connection.state !== "open") {
      this.isIn = false;
      this.outbox?.offline();
      for (const [id] of this.queries) this.#answer(id, (question) => question.reject({ code: "lost" }));
    }
    clearTimeout(this.timers.standby);
    if (this.seat?.standby && this.connection.downSince && this.connection.state !== "idle") {
      const wait = this.connection.downSince + STANDBY_AFTER_MS - this.now();
      this.#after("standby", Math.max(0, wait), () => this.#goToStandby());
    }
    this.changed();
  }

  #goToStandby() {
    // The relay may have come back since: that ends the wait without another change of the connection.
    if (!this.connection.downSince) return;
    // Without any network the other address is no nearer, and leaving for it would cost the person this page.
    if (navigator.onLine === false) this.#after("standby", NO_NETWORK_RETRY_MS, () => this.#goToStandby());
    else this.moveTo(this.seat.standby);
  }

  /** Go to the address where the class goes on, with the seat, unsent commands and drafts. */
  moveTo(address) {
    const target = webAddress(address);
    if (!target || new URL(target).origin === location.origin) return;
    const carried = new URLSearchParams({ s: this.seat.session, k: this.seat.token, o: packed(this.outbox.frames()) });
    const drafts = this.keeping.get(`draft.${this.seatKey}`);
    if (drafts) carried.set("d", packed(drafts));
    this.go(`${target.split("#")[0]}#${carried}`);
  }

  // What the person does

  /** Ask for a command: written down, then sent as soon as it can be. Returns its id. */
  submit(command) {
    const id = uuid4();
    this.outbox.add({ id, command, seen: this.documents.seq });
    return id;
  }

  /** Ask a read-only question; the promise is refused with `{code}`, which is `lost` when the connection goes. */
  query(name, args) {
    const id = uuid4();
    return new Promise((resolve, reject) => {
      this.queries.set(id, { resolve, reject });
      if (!this.connection.send({ t: "query", id, name, args })) this.#answer(id, (q) => q.reject({ code: "lost" }));
    });
  }

  #answer(id, action) {
    const question = this.queries.get(id);
    if (!question) return false;
    this.queries.delete(id);
    action(question);
    return true;
  }

  /** Return the id of what a command of this member creates; asked anonymously, it derives from nobody's name. */
  created(commandId, isAnonymous = false) {
    return derivedId(commandId, isAnonymous ? "anon:" : this.member || this.seat?.member || "");
  }

  /** Begin or cease to receive a document that is sent on demand. */
  watch(doc, isWanted) {
    this.opened = new Set(this.opened);
    if (isWanted) this.opened.add(doc);
    else this.opened.delete(doc);
    if (this.isIn) this.connection.send({ t: isWanted ? "open" : "close", doc });
  }

  /** Tell the relay whether the page is in front of the person. */
  presence() {
    this.connection.send({ t: "presence", state: document.visibilityState === "hidden" ? "hidden" : "here" });
  }

  /** The page came to the front, or behind; or the device found a network. */
  wake() {
    if (this.isIn) this.presence();
    if (document.visibilityState !== "hidden") this.connection.wake();
  }

  /** Leave the class on purpose; the seat is forgotten. */
  leave() {
    if (!this.isIn) {
      this.#leftWithoutWord();
      return;
    }
    this.isLeaving = true;
    this.submit({ type: "roster.leave" });
    this.#after("leave", LEAVE_MS, () => this.#leftWithoutWord());
  }

  #leftWithoutWord() {
    this.isLeaving = true;
    this.#end("left");
  }

  /** Forget the seat, and return to the door. */
  forget() {
    for (const timer of Object.values(this.timers)) clearTimeout(timer);
    this.connection.stop();
    if (this.seat) this.seats.forget(this.seat);
    this.#reset();
    this.changed();
  }

  #settled(entry, frame) {
    if (entry.command.type === "roster.leave" && frame.t === "ack" && this.isLeaving) {
      this.#leftWithoutWord();
      return;
    }
    for (const listener of this.settled) listener(entry, frame);
    if (frame.t === "refused" && !this.commands[entry.command.type]?.isText) {
      this.outbox.remove(entry.id);
      this.notify("refused", { code: frame.code, params: frame.params });
    }
  }

  /** Call back with an entry and its `ack` or `refused`; returns how to stop. */
  onSettled(listener) {
    this.settled.add(listener);
    return () => this.settled.delete(listener);
  }

  /** Show a short notice. `kind` names the words, `values` what they speak of. */
  notify(kind, values = {}) {
    this.noticeCount += 1;
    const id = this.noticeCount;
    this.notices = [...this.notices.slice(-2), { id, kind, values }];
    setTimeout(() => this.dismiss(id), NOTICE_MS);
    this.changed();
  }

  /** Take a notice away. */
  dismiss(id) {
    this.notices = this.notices.filter((notice) => notice.id !== id);
    this.changed();
  }

  /** Tell whoever paints, once for all that changes together. */
  changed() {
    if (this.isTold) return;
    this.isTold = true;
    const tell = () => {
      if (!this.isTold) return;
      this.isTold = false;
      this.onChange();
    };
    // A page behind others gets no animation frames.
    requestAnimationFrame(tell);
    setTimeout(tell, 50);
  }
}
