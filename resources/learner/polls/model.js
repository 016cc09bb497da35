// The polls of the class as this page has them: what is asked, what was answered here, and what is still being chosen.

const SHAPES = { choice: "one", scale: "one", multiple: "some", ranking: "order", number: "number", text: "text", words: "text" };
const WORDS = 3;
const THOUSANDTHS = 1_000;
const NUMBER = /^[+-]?\d{1,12}(?:[.,]\d{0,3})?$/;

/** Return the keys of a poll's options in order, each with its words. */
export function options(poll) {
  if (poll.form === "scale") {
    return Array.from({ length: poll.steps }, (_, n) => ({ key: String(n + 1), text: String(n + 1) }));
  }
  return Object.entries(poll.options ?? {})
    .map(([key, option]) => ({ key, ...option }))
    .sort((a, b) => a.order - b.order);
}

/** Return how many texts a poll takes. */
export const fields = (poll) => (poll.form === "words" ? (poll.most ?? WORDS) : 1);

/** Return the thousandths of a number as people type it, with a comma or a point; null when it is none. */
export function thousandths(text) {
  const typed = text.replace(/[\s\u00a0\u202f]/g, "").replace("\u2212", "-");
  return NUMBER.test(typed) ? Math.round(Number(typed.replace(",", ".")) * THOUSANDTHS) : null;
}

/** Write thousandths as a number in a language. */
export const written = (value, language) =>
  (value / THOUSANDTHS).toLocaleString(language, { maximumFractionDigits: 3 });

const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** The polls of one client. */
export class Polls {
  constructor(client) {
    this.client = client;
    this.folded = new Map();
    // Nothing of what was typed is lost with the page.
    client.onSettled((entry, frame) => {
      if (entry.command.type !== "polls.answer" || frame.t !== "ack") return;
      this.#keep(`${entry.command.poll}/${entry.command.round}`, undefined);
    });
  }

  /** Return every poll that is to be seen, the one opened last first. */
  get all() {
    return Object.entries(this.client.documents.section("class", "polls").polls ?? {})
      .map(([id, poll]) => ({ id, ...poll }))
      .sort((a, b) => b.order - a.order);
  }

  /** Return the poll that everybody looks at, or an open one that waits for an answer; null when there is none. */
  get current() {
    const { all } = this;
    const { stage } = this.client.documents.section("class", "polls");
    return all.find((poll) => poll.id === stage) ?? all.find((poll) => poll.state === "open" && !this.mine(poll)) ?? null;
  }

  /** Return the commands about a poll's round that are still in the outbox. */
  pending(poll) {
    const entries = this.client.outbox?.list() ?? [];
    return entries.filter(
      ({ command }) =>
        (command.type === "polls.answer" || command.type === "polls.withdraw") &&
        command.poll === poll.id &&
        command.round === poll.round,
    );
  }

  /** Return what the person answered in the newest round, sent or on its way; null for nothing. */
  mine(poll) {
    const last = this.pending(poll).findLast((entry) => entry.state !== "refused");
    const found = this.client.documents.section("me", "polls").mine?.[poll.id];
    const isKnown = found?.round === poll.round;
    // What was acknowledged comes in the document a moment later: until then it is not taken for unsaid.
    if (last && (last.state !== "acked" || (!isKnown && last.command.type === "polls.answer"))) {
      if (last.command.type === "polls.withdraw") return null;
      const { choices = [], number = null, texts = [] } = last.command;
      return { choices, number, texts, isOnItsWay: last.state !== "acked" };
    }
    if (!isKnown) return null;
    const choices = Object.entries(found.choices ?? {}).sort((a, b) => a[1] - b[1]);
    return {
      choices: choices.map(([key]) => key),
      number: found.number ?? null,
      texts: found.text ? found.text.split("\n") : [],
      state: found.state,
      reason: found.reason,
      right: found.right,
    };
  }

  get #drafts() {
    return `draft.${this.client.seatKey}.polls`;
  }

  #keep(key, draft) {
    const { [key]: _, ...rest } = this.client.keeping.get(this.#drafts) ?? {};
    this.client.keeping.set(this.#drafts, draft === undefined ? rest : { ...rest, [key]: draft });
    this.client.changed();
  }

  /** Return what is being chosen or typed: what was begun, else what was answered, else a fresh start. */
  draft(poll) {
    const begun = this.client.keeping.get(this.#drafts)?.[`${poll.id}/${poll.round}`];
    if (begun) return begun;
    const mine = this.mine(poll);
    if (mine) return { choices: mine.choices, number: mine.number === null ? "" : written(mine.number, "fr").replace(/\s/g, ""), texts: mine.texts };
    return { choices: poll.form === "ranking" ? options(poll).map((option) => option.key) : [], number: "", texts: [] };
  }

  /** Change what is being chosen; it is written down at once. */
  choose(poll, changes) {
    this.#keep(`${poll.id}/${poll.round}`, { ...this.draft(poll), ...changes });
  }

  /** Return the content of the answer as it stands now, or null while it is none yet. */
  content(poll) {
    const draft = this.draft(poll);
    switch (SHAPES[poll.form]) {
      case "one":
        return draft.choices.length === 1 ? { choices: draft.choices } : null;
      case "some": {
        const keys = options(poll).map((option) => option.key).filter((key) => draft.choices.includes(key));
        return keys.length && keys.length <= (poll.most ?? keys.length) ? { choices: keys } : null;
      }
      case "order":
        return { choices: draft.choices };
      case "number": {
        const number = thousandths(draft.number);
        return number === null ? null : { number };
      }
      default: {
        const texts = draft.texts.slice(0, fields(poll)).map((text) => text.trim()).filter(Boolean);
        return texts.length ? { texts } : null;
      }
    }
  }

  /** Tell whether sending would change anything. */
  isNew(poll) {
    const mine = this.mine(poll);
    const content = this.content(poll);
    if (!mine || !content) return Boolean(content);
    return !isSame({ choices: [], number: null, texts: [], ...content }, { choices: mine.choices, number: mine.number, texts: mine.texts });
  }

  /** Send the answer. */
  send(poll) {
    const content = this.content(poll);
    if (!content) return;
    this.forgetRefused(poll);
    this.client.submit({ type: "polls.answer", poll: poll.id, round: poll.round, ...content });
    this.folded.delete(poll.id);
  }

  /** Take the answer back. */
  withdraw(poll) {
    this.client.submit({ type: "polls.withdraw", poll: poll.id, round: poll.round });
    this.#keep(`${poll.id}/${poll.round}`, undefined);
  }

  /** Return the answers that were refused, each with the code. */
  get refused() {
    const entries = this.client.outbox?.list() ?? [];
    return entries.filter(({ command, state }) => command.type === "polls.answer" && state === "refused");
  }

  /** Forget what was refused about a poll, since the person answers anew. */
  forgetRefused(poll) {
    for (const entry of this.refused) if (entry.command.poll === poll.id) this.client.outbox.remove(entry.id);
  }

  /** Return how the panel stands: it folds by itself when there is nothing to do, and opens when there is something. */
  fold(poll) {
    const stage = poll.results || poll.revealed ? "shown" : poll.state === "closed" ? "closed" : this.mine(poll) ? "done" : "ask";
    const key = `${poll.round}/${stage}`;
    const kept = this.folded.get(poll.id);
    return { key, isFolded: kept?.key === key ? kept.isFolded : stage === "done" || stage === "closed" };
  }

  /** Fold the panel, or open it. */
  turn(poll) {
    const { key, isFolded } = this.fold(poll);
    this.folded.set(poll.id, { key, isFolded: !isFolded });
    this.client.changed();
  }
}
