// The relay's time, as well as this device can tell it.

export class Clock {
  /** @param now this device's time in milliseconds since 1970 */
  constructor(now = () => Date.now()) {
    this.device = now;
    this.offset = 0;
  }

  /** Learn the relay's time from a frame that has just come. */
  set(relayTime) {
    this.offset = relayTime - this.device();
  }

  /** Return the relay's time in milliseconds since 1970. */
  now() {
    return this.device() + this.offset;
  }
}
