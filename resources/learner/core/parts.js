// The parts of the page: those that are there from the beginning, and those that are fetched when the class first uses them.

import { SHAPES } from "../vendor/icons.js";
import { learn, learnNow } from "./i18n.js";

const RETRY_MS = 3_000;

/**
 * Name a part, and its module, that is fetched once a document has its section, the outbox a command of its, the person
 * wants one of its sheets, or it is wanted for a reason of its own.
 */
export const later = (name, module, sheets = [], isWanted = () => false) => ({ name, module, sheets, isWanted });

/** The parts of one page, in the order of the list, whenever each of them arrived. */
export class Parts {
  /**
   * @param list parts, and parts named by `later`
   * @param onArrived told of each part that is there, those from the beginning included
   */
  constructor(list, onArrived) {
    this.list = [...list];
    this.onArrived = onArrived;
    this.fetching = new Map();
  }

  /** The parts that are there, in the order in which they fill the slots. */
  get here() {
    return this.list.filter((part) => !part.module);
  }

  /** Begin with the parts that are there. */
  begin() {
    for (const part of this.here) {
      learn(part.strings);
      this.onArrived(part);
    }
  }

  /** Fetch what the documents, the outbox or the wanted sheet speak of and what is not there yet. */
  look(client, sheet) {
    for (const { name, module, sheets, isWanted } of this.list) {
      if (module && (sheets.includes(sheet) || isWanted(client) || isUsed(name, client))) this.fetch(name);
    }
  }

  /** Fetch a part; the same promise for all who ask. It is fetched again after a while when the line was down. */
  fetch(name) {
    if (!this.fetching.has(name)) this.fetching.set(name, this.#fetch(name));
    return this.fetching.get(name);
  }

  /** Fetch every part that is not there. */
  everything() {
    return Promise.all(this.list.filter((part) => part.module).map((part) => this.fetch(part.name)));
  }

  async #fetch(name) {
    const place = this.list.findIndex((part) => part.name === name);
    const url = new URL(this.list[place].module, document.baseURI).href;
    for (let tries = 0; ; tries += 1) {
      try {
        // Some browsers never ask again for a module that failed once: it is imported when the line was just seen to
        // be up, and under another address after a failure all the same.
        await fetch(url);
        const [{ default: part }] = await Promise.all([import(tries ? `${url}?${tries}` : url), drawn(tries)]);
        await learnNow(part.strings);
        this.list[place] = part;
        this.onArrived(part);
        return;
      } catch {
        await new Promise((resume) => setTimeout(resume, RETRY_MS));
      }
    }
  }
}

/** Bring the drawings that only parts ask for which are fetched later. */
async function drawn(tries) {
  const { LATER } = await import(tries ? `../vendor/icons.later.js?${tries}` : "../vendor/icons.later.js");
  Object.assign(SHAPES, LATER);
}

function isUsed(name, client) {
  if (Object.values(client.documents.byName).some((document) => name in document)) return true;
  return client.outbox?.list().some((entry) => entry.command?.type?.startsWith(`${name}.`)) ?? false;
}
