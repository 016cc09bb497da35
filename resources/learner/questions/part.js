// Questions, as learners meet them: asked, stood by, answered by one another, and found again in one list.

import { html, useState } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Avatar, Icon, Strip, calledName, usePage, whyNotWrite } from "../core/page.js";
import { Marked } from "../discussion/messages.js";
import { plain } from "../discussion/marks.js";

const DONE = ["answered", "answered_live"];

/** What this page knows of questions, with what is still under way. */
class Questions {
  constructor(client) {
    this.client = client;
  }

  /** The questions that one sees, by id: those of the class, and those of one's own room. */
  get all() {
    const { documents } = this.client;
    const { place = "main" } = documents.section("me", "roster").seat ?? {};
    const room = place === "main" ? {} : documents.section(place, "questions").questions;
    return { ...documents.section("class", "questions").questions, ...room };
  }

  /** How one stands by a question: `{vote, same}`, as far as is known. */
  mine(id) {
    const known = { ...this.client.documents.section("me", "questions").mine?.[id] };
    for (const { command, state } of this.client.outbox?.list() ?? []) {
      if (state === "waiting" && command.type === "questions.support" && command.question === id) known[command.how] = command.on;
    }
    return known;
  }

  /** Whether one asked a question, with one's name or without. */
  isOwn(id) {
    return this.all[id]?.author === this.client.member || id in (this.client.documents.section("me", "discussion").anonymous ?? {});
  }

  /** The question that a message answers; null when it is no answer. */
  answered(message) {
    return Object.entries(this.all).find(([, question]) => question.answers?.[message])?.[0] ?? null;
  }

  /** Want an answer too, or say that one had the same; or take it back. */
  support(id, how) {
    this.client.submit({ type: "questions.support", question: id, how, on: !this.mine(id)[how] });
  }
}

/** How many stand by a question, and whether one does. */
function Support({ id, question, isOff }) {
  const { client, models } = usePage();
  const mine = models.questions.mine(id);
  const known = client.documents.section("me", "questions").mine?.[id] ?? {};
  const isOwn = models.questions.isOwn(id);
  const count = (how) => (question[how === "vote" ? "votes" : "same"] ?? 0) + Boolean(mine[how]) - Boolean(known[how]);
  const button = (how, icon) => html`<button
    type="button"
    class="reaction"
    aria-pressed=${mine[how] ? "true" : "false"}
    disabled=${isOff || isOwn}
    onClick=${() => models.questions.support(id, how)}
  >
    <${Icon} name=${icon} size=${15} />${t(`questions.${how}`)}${count(how) > 0 && html` <strong>${count(how)}</strong>`}
  </button>`;
  const icons = ["arrow-up", "users"];
  return html`<div class="reactions" role="group" aria-label=${t("questions.stand_by")}>
    ${button("vote", icons[0])}${button("same", icons[1])}
  </div>`;
}

/** Where a question is, in a word; nothing while it is open. */
function Standing({ question }) {
  const { standing } = question;
  if (!standing) return null;
  const icon = DONE.includes(standing) ? "check" : standing === "on_air" ? "radio" : "clock";
  return html`<span class=${`tag standing-${standing}`}><${Icon} name=${icon} size=${13} /> ${t(`questions.${standing}`)}</span>`;
}

function answerIt(page, id, channel) {
  page.close();
  const talk = page.models.discussion;
  talk.show(channel);
  talk.reply(channel, { id });
  talk.setDraft(channel, { answers: id });
}

/** Under a message that is a question, or an answer to one. */
function Under({ message, channel, canWrite }) {
  const page = usePage();
  const { client, models } = page;
  if (!message.isShown) return null;
  const question = models.questions.all[message.id];
  if (question) {
    return html`<div class="question">
      <p class="question-line"><span class="tag">${t("questions.question")}</span><${Standing} question=${question} /></p>
      <${Support} id=${message.id} question=${question} isOff=${!canWrite} />
      ${canWrite &&
      html`<button type="button" class="thread-link" onClick=${() => answerIt(page, message.id, channel)}>
        <${Icon} name="reply" size=${15} />${t("questions.answer_it")}
      </button>`}
    </div>`;
  }
  const answered = models.questions.answered(message.id);
  if (!answered) return null;
  const asked = models.questions.all[answered];
  const isAccepted = asked.accepted === message.id;
  const accept = () => client.submit({ type: "questions.accept", question: answered, message: isAccepted ? "" : message.id });
  return html`<div class="question">
    <p class="question-line">
      <span class=${isAccepted ? "tag standing-answered" : "tag"}>
        ${isAccepted && html`<${Icon} name="check" size=${13} />`} ${t(isAccepted ? "questions.accepted" : "questions.an_answer")}
      </span>
      ${models.questions.isOwn(answered) &&
      canWrite &&
      html`<button type="button" class="thread-link" onClick=${accept}>
        <${Icon} name=${isAccepted ? "undo-2" : "check"} size=${15} />${t(isAccepted ? "questions.accept_back" : "questions.accept")}
      </button>`}
    </p>
  </div>`;
}

/** In the menu of a message: what makes it a question, or an answer. */
function Entries({ message, canWrite }) {
  const page = usePage();
  const { client, models } = page;
  if (!canWrite || !message.isShown) return null;
  const question = models.questions.all[message.id];
  const asked = models.questions.all[message.replyTo];
  const isAnswer = Boolean(asked?.answers?.[message.id]);
  const then = (command) => () => {
    page.close();
    client.submit(command);
  };
  const iconEntry = (icon, words, command) =>
    html`<li><button type="button" onClick=${then(command)}><${Icon} name=${icon} />${words}</button></li>`;
  return html`${message.isMine &&
    (question
      ? iconEntry("undo-2", t("questions.no_question"), { type: "questions.withdraw", question: message.id })
      : iconEntry("circle-question-mark", t("questions.make"), { type: "questions.ask", message: message.id }))}
    ${asked &&
    (message.isMine || models.questions.isOwn(message.replyTo)) &&
    iconEntry("check", t(isAnswer ? "questions.no_answer" : "questions.answers"), {
      type: "questions.answer",
      question: message.replyTo,
      message: message.id,
      on: !isAnswer,
    })}`;
}

/** At the thumb: the way to the questions, and how many wait. */
function Way() {
  const page = usePage();
  const all = Object.values(page.models.questions.all);
  if (!all.length) return null;
  const open = all.filter((question) => !DONE.includes(question.standing)).length;
  return html`<button type="button" class="questions-way" onClick=${() => page.open("questions")}>
    <${Icon} name="circle-question-mark" size=${18} />${open ? t("questions.open_count", { n: open }) : t("questions.all_settled")}
  </button>`;
}

/** Over the conversation: the question that everybody looks at. */
function OnAir() {
  const page = usePage();
  const found = Object.entries(page.models.questions.all).find(([, question]) => question.standing === "on_air");
  if (!found) return null;
  const [id, question] = found;
  const words = question.erased ? t("discussion.erased") : plain(question.text);
  const show = html`<button type="button" class="button small" onClick=${() => page.open("thread", { id, channel: question.channel })}>
    ${t("questions.see")}
  </button>`;
  return html`<${Strip} tone="info" icon="radio" action=${show}>
    <p class="on-air"><strong>${t("questions.on_air")}</strong>${" "}<span dir="auto">${words}</span></p>
  </${Strip}>`;
}

/** All questions: those that wait first, the most wanted at the top. */
function List() {
  const page = usePage();
  const { client, models } = page;
  const [order, setOrder] = useState("wanted");
  const rank = ([, question]) => (question.standing === "on_air" ? 0 : DONE.includes(question.standing) ? 2 : 1);
  const weight = ([, question]) => (question.votes ?? 0) + (question.same ?? 0);
  const newest = (a, b) => b[1].order - a[1].order;
  const wanted = (a, b) => rank(a) - rank(b) || weight(b) - weight(a) || a[1].order - b[1].order;
  const listed = Object.entries(models.questions.all).sort(order === "newest" ? newest : wanted);
  return html`<div class="switch" role="group" aria-label=${t("questions.order")}>
      ${["wanted", "newest"].map(
        (one) => html`<button type="button" key=${one} aria-pressed=${order === one ? "true" : "false"} onClick=${() => setOrder(one)}>
          ${t(`questions.${one}`)}
        </button>`,
      )}
    </div>
    <ol class="question-list">
      ${listed.map(([id, question]) => {
        const canWrite = !whyNotWrite(page, question.channel);
        const answers = Object.keys(question.answers ?? {}).length;
        return html`<li key=${id} class="question-card">
          <p class="message-who">
            <${Avatar} person=${question} size="small" /><span>${calledName(question)}</span><${Standing} question=${question} />
          </p>
          <p class=${question.erased ? "text erased" : "text"} dir="auto">
            ${question.erased ? t("discussion.erased") : html`<${Marked} text=${question.text} me=${client.member} />`}
          </p>
          <${Support} id=${id} question=${question} isOff=${!canWrite} />
          <p class="question-line">
            <button type="button" class="button small" onClick=${() => page.open("thread", { id, channel: question.channel })}>
              ${answers ? t("questions.answers_count", { n: answers }) : t("questions.see")}
            </button>
            ${canWrite &&
            html`<button type="button" class="button small" onClick=${() => answerIt(page, id, question.channel)}>
              ${t("questions.answer_it")}
            </button>`}
          </p>
        </li>`;
      })}
    </ol>
    ${!listed.length && html`<p class="soft">${t("questions.none")}</p>`}`;
}

export default {
  name: "questions",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: {
    "questions.ask": {},
    "questions.withdraw": {},
    "questions.support": {},
    "questions.answer": {},
    "questions.accept": {},
  },
  model: (client) => new Questions(client),
  slots: { strip: OnAir, thumb: Way, under: Under, actions: Entries },
  sheets: { questions: { title: () => t("questions.title"), body: List } },
};
