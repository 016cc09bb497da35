// The documents that the relay lets this page see, kept up to date by merge patches.

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/**
 * Return a document with an RFC 7396 merge patch applied. Neither argument is changed; what the patch leaves alone is
 * shared with the old document, so that equal parts stay identical.
 */
export function merge(target, patch) {
  if (!isObject(patch)) return patch;
  const merged = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = merge(merged[key], value);
  }
  return merged;
}

/** What the relay has shown so far, by document name. */
export class Documents {
  constructor() {
    this.byName = {};
    this.seq = 0;
  }

  /** Take in a `doc`, `patch` or `drop` frame; say whether it was one. */
  receive(frame) {
    switch (frame.t) {
      case "doc":
        this.byName = { ...this.byName, [frame.doc]: frame.value };
        break;
      case "patch":
        // A patch to a document that is not here belongs to one that was dropped meanwhile.
        if (frame.doc in this.byName) {
          this.byName = { ...this.byName, [frame.doc]: merge(this.byName[frame.doc], frame.patch) };
        }
        break;
      case "drop": {
        const { [frame.doc]: _, ...rest } = this.byName;
        this.byName = rest;
        break;
      }
      default:
        return false;
    }
    this.seq = Math.max(this.seq, frame.seq ?? 0);
    return true;
  }

  /** Return one capability's section of a document; an empty object while there is none. */
  section(name, capability) {
    return this.byName[name]?.[capability] ?? {};
  }

  /** Forget everything, as when the seat is given up. */
  clear() {
    this.byName = {};
    this.seq = 0;
  }
}
