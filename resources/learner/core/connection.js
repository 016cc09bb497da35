// The socket to the relay: opened, watched, opened again. It knows when frames pass, not what they mean.

export const FIRST_DELAY_MS = 500;
export const LONGEST_DELAY_MS = 10_000;
const OPENING_MS = 10_000;
const QUIET_MS = 25_000;
const ANSWER_MS = 10_000;
const QUICK_ANSWER_MS = 4_000;

/**
 * Return how long to wait before a try: doubled each time, up to ten seconds, and spread so that a class does not come
 * back all at once.
 *
 * @param tries how many tries have failed, from 1
 * @param random a number from 0 to 1
 * @returns milliseconds
 */
export function delayBefore(tries, random) {
  const longest = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (tries - 1));
  return longest / 2 + (random * longest) / 2;
}

/**
 * A connection that comes back by itself.
 *
 * `state` is `idle`, `connecting`, `open`, or `waiting` (until `retryAt`); `downSince` is when the relay was last lost, 0
 * while it is there. A browser hides pings from the page, so a quiet line is tested with `probe`, a frame that the relay
 * always answers.
 */
export class Connection {
  constructor({ address, probe, onOpen, onFrame, onState, open, random = Math.random, now = Date.now }) {
    Object.assign(this, { address, probe, onOpen, onFrame, onState, random, now });
    this.openSocket = open ?? ((url) => new WebSocket(url));
    this.socket = null;
    this.state = "idle";
    this.tries = 0;
    this.retryAt = 0;
    this.downSince = 0;
    this.timers = {};
  }

  /** Begin, and keep at it until `stop`. */
  start() {
    if (this.state !== "idle") return;
    this.downSince = this.now();
    this.#connect();
  }

  /** End for good, until `start`. */
  stop() {
    this.#release();
    this.downSince = 0;
    this.#become("idle");
  }

  /** Send a frame; say whether it was handed to an open socket. */
  send(frame) {
    if (this.state !== "open" || this.socket.readyState !== 1) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  /** The relay let us in: the next loss counts as the first. */
  settle() {
    this.tries = 0;
    this.downSince = 0;
  }

  /** The relay is there, though it did not let us in. */
  reached() {
    this.downSince = 0;
  }

  /** Look now: try again if waiting, and make sure of the line if it seems open. */
  wake() {
    if (this.state === "waiting") this.#connect();
    else if (this.state === "open") this.#ask(QUICK_ANSWER_MS);
  }

  /** Drop the socket and come back, at once or after the usual wait. */
  again({ atOnce = false } = {}) {
    if (this.state === "idle") return;
    this.#lost(atOnce);
  }

  #become(state) {
    this.state = state;
    this.onState();
  }

  #after(name, delay, action) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(action, delay);
  }

  #release() {
    for (const timer of Object.values(this.timers)) clearTimeout(timer);
    this.timers = {};
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
    socket.close();
  }

  #connect() {
    this.#release();
    const socket = this.openSocket(this.address);
    this.socket = socket;
    this.#become("connecting");
    this.#after("opening", OPENING_MS, () => this.#lost());
    socket.onopen = () => {
      clearTimeout(this.timers.opening);
      this.#become("open");
      this.#listen();
      this.onOpen();
      this.#after("answer", ANSWER_MS, () => this.#lost());
    };
    socket.onmessage = (event) => {
      this.#listen();
      let frame;
      try {
        frame = JSON.parse(event.data);
      } catch {
        // Not a frame of ours: some proxy speaks in the relay's place.
        this.#lost();
        return;
      }
      this.onFrame(frame);
    };
    socket.onclose = () => this.#lost();
  }

  #listen() {
    clearTimeout(this.timers.answer);
    delete this.timers.answer;
    this.#after("quiet", QUIET_MS, () => this.#ask(ANSWER_MS));
  }

  #ask(patience) {
    const frame = this.probe();
    if (!frame || !this.send(frame)) return;
    this.#after("answer", patience, () => this.#lost(true));
  }

  #lost(atOnce = false) {
    this.#release();
    if (!this.downSince) this.downSince = this.now();
    this.tries += 1;
    const delay = atOnce && this.tries === 1 ? 0 : delayBefore(this.tries, this.random());
    this.retryAt = this.now() + delay;
    this.#become("waiting");
    this.#after("retry", delay, () => this.#connect());
  }
}
