// Topics that learners propose: the list with its votes, what one proposed oneself, and what became of it.

import { html, useState } from "../vendor/preact-htm.js";
import { refusalWords, t } from "../core/i18n.js";
import { Icon, calledName, usePage } from "../core/page.js";
import { topicOf } from "./part.js";

const LIMIT = 200;
const lengthOf = (text) => [...text.normalize("NFC").trim()].length;
const byVotes = (a, b) => b.votes - a.votes || a.order - b.order;

/** What this page knows of proposals, with what is still under way. */
export class Proposals {
  constructor(client) {
    this.client = client;
  }

  get #section() {
    return this.client.documents.section("class", "topics");
  }

  /** Whether one may propose. */
  get isOn() {
    return !this.#section.proposing?.off && this.client.role === "learner";
  }

  /** At how many votes a topic opens by itself; 0 for never. */
  get opensAt() {
    return this.#section.proposing?.votes ?? 0;
  }

  #waiting(type) {
    return (this.client.outbox?.list() ?? []).filter(({ command, state }) => command.type === type && state !== "acked");
  }

  /** Whether one votes for a proposal, as far as is known. */
  hasVoted(id) {
    const sent = this.#waiting("topics.vote").filter(({ command, state }) => command.proposal === id && state === "waiting");
    return sent.at(-1)?.command.on ?? Boolean(this.client.documents.section("me", "topics").voted?.[id]);
  }

  /** The proposals that wait, the most wanted first: `{id, title, author, votes, name?, number}`. */
  get all() {
    const known = this.client.documents.section("me", "topics").voted ?? {};
    return Object.entries(this.#section.proposals ?? {})
      .map(([id, one]) => ({ id, ...one, votes: (one.votes ?? 0) + this.hasVoted(id) - Boolean(known[id]) }))
      .sort(byVotes);
  }

  /** What one proposed: `{id, title, state, reason?, topic?, into_title?}`, the newest first; also what is on its way. */
  get own() {
    const { proposed = {} } = this.client.documents.section("me", "topics");
    const told = Object.entries(proposed).map(([id, one]) => ({ id, ...one })).sort((a, b) => b.order - a.order);
    const sent = this.#waiting("topics.propose")
      .filter(({ id }) => !proposed[this.client.created(id)])
      .map((entry) => ({ id: entry.id, title: entry.command.title, state: entry.state === "refused" ? "refused" : "sending", entry }));
    return [...sent.reverse(), ...told];
  }

  vote(id) {
    this.client.submit({ type: "topics.vote", proposal: id, on: !this.hasVoted(id) });
  }
}

function Form({ again, onDone }) {
  const { client, models } = usePage();
  const channel = again ? `propose:${again.id}` : "propose";
  const draft = models.discussion.draft(channel);
  const keep = (text) => models.discussion.setDraft(channel, { text });
  const text = draft.text || "";
  const length = lengthOf(text);
  const send = (event) => {
    event.preventDefault();
    if (!length || length > LIMIT) return;
    client.submit(again ? { type: "topics.reword", proposal: again.id, title: text.trim() } : { type: "topics.propose", title: text.trim() });
    keep("");
    onDone?.();
  };
  return html`<form class="one-field" onSubmit=${send} novalidate>
    <label for="propose">${t(again ? "topics.reword" : "topics.what")}</label>
    <input id="propose" value=${text} placeholder=${again?.title ?? ""} autocomplete="off" onInput=${(event) => keep(event.target.value)} aria-describedby="propose-error" />
    <p class="field-error" id="propose-error" role="alert">${length > LIMIT ? t("topics.title_long", { n: length - LIMIT }) : ""}</p>
    <button type="submit" class="button primary wide" disabled=${!length || length > LIMIT}>${t(again ? "topics.reword_go" : "topics.propose_go")}</button>
  </form>`;
}

/** What became of one's own: in words, and what one can do about it. */
function Own({ one }) {
  const page = usePage();
  const { client, models } = page;
  const [isAgain, setAgain] = useState(false);
  const isOpen = one.topic && topicOf(client, `topic:${one.topic}`);
  const go = () => {
    page.close();
    models.discussion.show(`topic:${one.topic}`);
  };
  const words = one.state === "refused" ? refusalWords(one.entry.code, one.entry.params) : t(`topics.own.${one.state}`, { into: one.into_title ?? "…" });
  const canTakeBack = ["held", "returned", "rejected", "waiting"].includes(one.state);
  return html`<li class="proposal">
    <p class="proposal-title" dir="auto">${one.title}</p>
    <p class=${`note note-${["declined", "rejected", "refused"].includes(one.state) ? "danger" : "info"}`}>
      <span>${one.reason ? t("topics.because", { state: words, reason: one.reason }) : words}</span>
    </p>
    ${isAgain && html`<${Form} again=${one} onDone=${() => setAgain(false)} />`}
    <div class="proposal-acts">
      ${isOpen && html`<button type="button" class="button small" onClick=${go}>${t("topics.go")}</button>`}
      ${one.state === "refused" && html`<button type="button" class="button small" onClick=${() => client.outbox.remove(one.id)}>${t("topics.forget")}</button>`}
      ${canTakeBack && !isAgain && html`<button type="button" class="button small" onClick=${() => setAgain(true)}>${t("topics.reword")}</button>`}
      ${canTakeBack && html`<button type="button" class="button small" onClick=${() => client.submit({ type: "topics.withdraw", proposal: one.id })}>${t("topics.withdraw")}</button>`}
    </div>
  </li>`;
}

export function Propose() {
  const { client, models } = usePage();
  const proposals = models.topics;
  const others = proposals.all;
  const own = proposals.own;
  return html`<div class="proposals">
    ${proposals.isOn ? html`<${Form} />` : html`<p class="soft">${t("topics.propose_off")}</p>`}
    <section>
      <h3>${t("topics.proposed")}</h3>
      <p class="soft">${proposals.opensAt ? t("topics.opens_at", { n: proposals.opensAt }) : t("topics.opens_by_staff")}</p>
      ${!others.length && html`<p class="soft">${t("topics.none_proposed")}</p>`}
      <ol class="proposal-list">
        ${others.map((one) => {
          const isOwn = one.author === client.member;
          const voted = proposals.hasVoted(one.id);
          return html`<li key=${one.id} class="proposal proposal-row">
            <div class="proposal-words">
              <p class="proposal-title" dir="auto">${one.title}</p>
              <p class="soft">${isOwn ? t("topics.yours") : calledName(one)}</p>
            </div>
            <button
              type="button"
              class="vote"
              aria-pressed=${voted ? "true" : "false"}
              disabled=${isOwn || client.role !== "learner"}
              aria-label=${t("topics.vote_for", { title: one.title, votes: one.votes })}
              title=${t(isOwn ? "topics.yours" : voted ? "topics.unvote" : "topics.vote")}
              onClick=${() => proposals.vote(one.id)}
            >
              <${Icon} name="arrow-up" size=${20} /><span>${one.votes}</span>
            </button>
          </li>`;
        })}
      </ol>
    </section>
    ${own.length > 0 &&
    html`<section>
      <h3>${t("topics.mine")}</h3>
      <ul class="proposal-list">${own.map((one) => html`<${Own} key=${one.id} one=${one} />`)}</ul>
    </section>`}
  </div>`;
}
