// Polls and quizzes: at the thumb while they are asked, and in a sheet of their own with all that were shown.

import { html, useEffect, useState } from "../vendor/preact-htm.js";
import { language, refusalWords, t } from "../core/i18n.js";
import { Icon, Strip, usePage } from "../core/page.js";
import { Form } from "./form.js";
import { Polls, options, written } from "./model.js";
import { Results, Revealed } from "./results.js";

/** Time left, for the eye alone: a screen reader is not told every second. */
function TimeLeft({ until }) {
  const { client } = usePage();
  const left = () => Math.max(0, Math.ceil((until - client.clock.now()) / 1000));
  const [seconds, setSeconds] = useState(left());
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => setSeconds(left()), 500);
    return () => clearInterval(timer);
  }, [until]);
  const minutes = Math.floor(seconds / 60);
  return html`<span class="poll-time" aria-hidden="true"><${Icon} name="clock" size=${14} />${minutes}:${String(seconds % 60).padStart(2, "0")}</span>`;
}

/** Say in a line what the person answered. */
function answerWords(poll, mine) {
  if (mine.number !== null) return written(mine.number, language.now);
  if (mine.texts.length) return mine.texts.join(", ");
  const words = Object.fromEntries(options(poll).map(({ key, text }) => [key, text]));
  return mine.choices.map((key) => words[key] ?? key).join(poll.form === "ranking" ? " › " : ", ");
}

/** How things stand, in a line. */
function stateWords(poll, mine) {
  if (poll.state === "closed") return t("polls.closed");
  const count = poll.answered === undefined ? "" : t("polls.count", { n: poll.answered });
  return [t(mine ? "polls.answered_short" : "polls.open"), count].filter(Boolean).join(" · ");
}

/** Who will know what one answers; said before one does. */
function Assurance({ poll }) {
  return html`<p class="poll-promise">
    <${Icon} name=${poll.anonymous ? "eye-off" : "eye"} size=${15} />${t(poll.anonymous ? "polls.anonymous" : "polls.named")}
  </p>`;
}

function MyAnswer({ poll, mine }) {
  if (!mine) return poll.state === "closed" && html`<p class="poll-hint">${t("polls.none")}</p>`;
  return html`<p class="poll-mine">${t("polls.you_said")} <strong>${answerWords(poll, mine)}</strong></p>
    ${mine.isOnItsWay && html`<p class="poll-hint">${t("polls.on_its_way")}</p>`}
    ${mine.state && html`<p class="poll-hint warn">${t(`polls.text_${mine.state}`)}${mine.reason && html` « ${mine.reason} »`}</p>`}`;
}

/** One poll with everything that can be seen and done. */
function Poll({ poll }) {
  const { client, models } = usePage();
  const polls = models.polls;
  const mine = polls.mine(poll);
  const isLearner = client.role === "learner";
  const isOpen = poll.state === "open";
  const isLive = client.documents.section("class", "session").phase === "live";
  return html`<div class="poll-body">
    ${isOpen && isLearner && html`<${Assurance} poll=${poll} />`}
    ${poll.revealed && html`<${Revealed} poll=${poll} mine=${mine} />`}
    ${poll.results && html`<${Results} poll=${poll} mine=${mine} />`}
    ${isLearner && (!isOpen || mine?.state || mine?.isOnItsWay) && html`<${MyAnswer} poll=${poll} mine=${mine} />`}
    ${isOpen && isLearner && html`<${Form} key=${`${poll.id}/${poll.round}`} poll=${poll} polls=${polls} canAnswer=${isLive} />`}
    ${!isOpen && !poll.results && !poll.revealed && html`<p class="poll-hint">${t("polls.wait")}</p>`}
  </div>`;
}

/** The poll that everybody looks at, over the composer. */
function AtThumb() {
  const { models } = usePage();
  const polls = models.polls;
  const poll = polls.current;
  if (!poll) return null;
  const { isFolded } = polls.fold(poll);
  const mine = polls.mine(poll);
  return html`<section class=${isFolded ? "poll" : "poll foremost"} aria-label=${t(poll.quiz ? "polls.a_quiz" : "polls.a_poll")}>
    <p class="sr-only" role="status">${t(poll.results ? "polls.news_results" : poll.state === "open" ? "polls.news_open" : "polls.news_closed", { question: poll.question })}</p>
    <h2 class="poll-head">
      <button type="button" aria-expanded=${isFolded ? "false" : "true"} onClick=${() => polls.turn(poll)}>
        <${Icon} name="vote" />
        <span class="poll-title">
          <span class=${isFolded ? "poll-question one-line" : "poll-question"}>${poll.question}</span>
          <span class="poll-state">
            ${poll.round > 1 && html`<span>${t("polls.round", { n: poll.round })} · </span>`}${stateWords(poll, mine)}
            ${poll.closes_at && poll.state === "open" && html` <${TimeLeft} until=${poll.closes_at} />`}
          </span>
        </span>
        <${Icon} name=${isFolded ? "chevron-up" : "chevron-down"} />
      </button>
    </h2>
    ${!isFolded && html`<${Poll} poll=${poll} />`}
  </section>`;
}

/** An answer that was not taken: why, in a strip, until the person has seen it. */
function Refused() {
  const { client, models } = usePage();
  const polls = models.polls;
  return polls.refused.map((entry) => {
    const poll = polls.all.find((one) => one.id === entry.command.poll);
    return html`<${Strip}
      key=${entry.id}
      tone="danger"
      icon="circle-alert"
      action=${html`<button type="button" class="button small" onClick=${() => client.outbox.remove(entry.id)}>${t("core.dismiss")}</button>`}
    >
      ${poll ? t("polls.not_taken", { question: poll.question }) : t("polls.not_taken_any")} ${refusalWords(entry.code, entry.params)}
    </${Strip}>`;
  });
}

function All() {
  const { models } = usePage();
  const { all } = models.polls;
  if (!all.length) return html`<p class="soft">${t("polls.nothing")}</p>`;
  return all.map(
    (poll) => html`<article key=${poll.id} class="poll-card">
      <h3>${poll.question}</h3>
      <p class="poll-state">${stateWords(poll, models.polls.mine(poll))}</p>
      <${Poll} poll=${poll} />
    </article>`,
  );
}

export default {
  name: "polls",
  strings: (language_) => import(`./strings.${language_}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: { "polls.answer": { isText: true }, "polls.withdraw": {} },
  model: (client) => new Polls(client),
  slots: { thumb: AtThumb, strip: Refused },
  sheets: { polls: { title: () => t("polls.all"), body: All } },
  menu: (page) => (page.models.polls?.all.length ? [{ name: "polls.all", icon: "vote", act: () => page.open("polls") }] : []),
};
