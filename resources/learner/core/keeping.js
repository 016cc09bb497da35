// What this device keeps for the person: the seat, unsent commands, drafts, the language. Other tabs see the same.

const PREFIX = "cercle.";

/** A stand-in for browsers that allow no storage: everything works, until the tab is closed. */
class Memory {
  constructor() {
    this.items = new Map();
  }
  get length() {
    return this.items.size;
  }
  key(n) {
    return [...this.items.keys()][n] ?? null;
  }
  getItem(key) {
    return this.items.get(key) ?? null;
  }
  setItem(key, text) {
    this.items.set(key, text);
  }
  removeItem(key) {
    this.items.delete(key);
  }
}

function usable(name) {
  try {
    const storage = globalThis[name];
    storage.setItem(`${PREFIX}probe`, "1");
    storage.removeItem(`${PREFIX}probe`);
    return storage;
  } catch {
    return new Memory();
  }
}

/** JSON values by key, in the browser's storage. Keys are given without the prefix that sets ours apart. */
export class Keeping {
  constructor(shared = usable("localStorage"), tab = usable("sessionStorage")) {
    this.shared = shared;
    this.tab = tab;
    this.isLasting = !(shared instanceof Memory);
  }

  /** Return what is kept under a key; undefined when nothing is, or nothing that can be read. */
  get(key, storage = this.shared) {
    try {
      return JSON.parse(storage.getItem(PREFIX + key) ?? "null") ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Keep a value; say whether there was room for it. */
  set(key, value, storage = this.shared) {
    try {
      storage.setItem(PREFIX + key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  remove(key, storage = this.shared) {
    storage.removeItem(PREFIX + key);
  }

  /** Return the keys that begin so. */
  keys(beginning) {
    const found = [];
    for (let n = 0; n < this.shared.length; n += 1) {
      const key = this.shared.key(n);
      if (key?.startsWith(PREFIX + beginning)) found.push(key.slice(PREFIX.length));
    }
    return found;
  }

  /** Call back with a key whenever another tab changes what is kept there. */
  watch(beginning, changed) {
    globalThis.addEventListener("storage", (event) => {
      if (event.key?.startsWith(PREFIX + beginning)) changed(event.key.slice(PREFIX.length));
    });
  }
}

/** The seats this device holds, and which of them this tab sits on. */
export class Seats {
  constructor(keeping) {
    this.keeping = keeping;
  }

  /** Return the key under which all that belongs to a seat is kept. */
  static key(seat) {
    return seat.token.slice(0, 16);
  }

  /** Return the seat of this tab, or the one last used on this device. */
  current() {
    const key = this.keeping.get("seat", this.keeping.tab) ?? this.keeping.get("last");
    return key && this.keeping.get(`seat.${key}`);
  }

  /** Return a seat that satisfies a condition, the current one first. */
  find(condition) {
    const current = this.current();
    if (current && condition(current)) return current;
    return this.keeping.keys("seat.").map((key) => this.keeping.get(key)).find((seat) => seat && condition(seat));
  }

  /** Keep a seat and make it this tab's. */
  keep(seat) {
    const key = Seats.key(seat);
    this.keeping.set(`seat.${key}`, seat);
    this.keeping.set("last", key);
    this.keeping.set("seat", key, this.keeping.tab);
  }

  /** Let go of a seat and of everything kept for it. */
  forget(seat) {
    const key = Seats.key(seat);
    for (const kind of ["seat", "out", "draft", "read"]) {
      for (const found of this.keeping.keys(`${kind}.${key}`)) this.keeping.remove(found);
    }
    if (this.keeping.get("last") === key) this.keeping.remove("last");
    this.keeping.remove("seat", this.keeping.tab);
  }
}
