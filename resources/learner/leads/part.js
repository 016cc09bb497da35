// Leads: who leads a topic or a room until when, what is asked there, and, for who leads, what they do with a thumb.

import { html, useEffect, useState } from "../vendor/preact-htm.js";
import { t, timeOfDay, refusalWords } from "../core/i18n.js";
import { Avatar, Icon, Strip, calledName, placeName, usePage } from "../core/page.js";
import { plain } from "../discussion/marks.js";
import { ownSeat } from "../roster/part.js";
import { Leads } from "./model.js";

const LIMIT = 1_000;
const DONE = ["answered", "answered_live"];
const lengthOf = (text) => [...text.normalize("NFC").trim()].length;

/** Paints once more when the time of a lead is up, so that nothing of it stays on the screen. */
function useEnd(until) {
  const { client } = usePage();
  useEffect(() => {
    const left = until - client.clock.now();
    if (!until || left <= 0 || left > 2 ** 31 - 1) return undefined;
    const timer = setTimeout(() => client.changed(), left + 50);
    return () => clearTimeout(timer);
  }, [until]);
}

const titleOf = (client, { place, title }) => title ?? placeName(client, place);

/** That one leads a place, and the way to what one may do there. */
function Mine({ held }) {
  const page = usePage();
  useEnd(held.until);
  const { place, until } = held;
  const words = t("leads.you_lead", { place: titleOf(page.client, held), time: timeOfDay(until) });
  const open = () => page.open("lead", { place });
  return html`<${Strip}
    tone="ok"
    icon="star"
    class="lead-strip"
    action=${html`<button type="button" class="button small" aria-haspopup="dialog" onClick=${open}>${t("leads.controls")}</button>`}
  >
    ${words}
  </${Strip}>`;
}

function Strips() {
  const { models } = usePage();
  return models.leads.mine.filter(({ until }) => until).map((held) => html`<${Mine} key=${held.place} held=${held} />`);
}

/** Over the conversation of a place: who leads there until when, and what they ask. */
function Intro({ channel }) {
  const { client, models } = usePage();
  const lead = models.leads.lead(channel);
  const prompt = models.leads.prompt(channel);
  useEnd(lead?.until ?? 0);
  if (!lead && !prompt) return null;
  return html`<div class="lead-intro" role="region" aria-label=${t("leads.intro")} tabindex="0">
    ${prompt && html`<p class="lead-prompt" dir="auto">${prompt.text}</p><p class="soft">${t("leads.asked_by", { name: calledName(prompt) })}</p>`}
    ${lead &&
    html`<p class="lead-who">
      <${Icon} name="star" size=${14} />
      ${lead.by === client.member ? t("leads.you_until", { time: timeOfDay(lead.until) }) : t("leads.until_by", { name: calledName(lead), time: timeOfDay(lead.until) })}
    </p>`}
  </div>`;
}

/** Beside a name: that they lead, and until when, or are captain of one's room. */
function Badge({ member }) {
  const { models } = usePage();
  const until = models.leads.leadsUntil(member);
  useEnd(until);
  if (until) return html`<span class="tag lead-tag"><${Icon} name="star" size=${12} />${t("leads.badge", { time: timeOfDay(until) })}</span>`;
  return models.leads.isCaptain(member) && html`<span class="tag lead-tag"><${Icon} name="star" size=${12} />${t("leads.captain")}</span>`;
}

/** In the menu of a message of a place where one may: put it on air. */
function Entries({ message, channel }) {
  const page = usePage();
  const { client, models } = page;
  if (!message.isShown || !models.leads.powers(channel).air) return null;
  const question = models.questions?.all[message.id];
  const put = () => {
    page.close();
    putOnAir(client, message.id, question, channel);
  };
  return html`<li><button type="button" onClick=${put}>
    <${Icon} name="radio" />${t(isOnAir(client, message.id, question) ? "leads.off_air" : "leads.put_on_air")}
  </button></li>`;
}

const onStage = (client) => client.documents.section("class", "stage").message?.id;

/** Whether a message is what everybody looks at: on air as a question, or on stage. */
const isOnAir = (client, id, question) => question?.standing === "on_air" || onStage(client) === id;

/** Put a question on air, or a message of a topic on stage, or take it down; a room's message goes on air as a question. */
function putOnAir(client, id, question, channel) {
  const isUp = isOnAir(client, id, question);
  if (!question && channel.startsWith("topic:")) {
    client.submit(isUp ? { type: "stage.clear" } : { type: "stage.put", message: id });
    return;
  }
  if (!question) client.submit({ type: "questions.ask", message: id });
  client.submit({ type: "questions.set_standing", question: id, standing: isUp ? "open" : "on_air" });
}

// What who leads does

/** Open and close the topic, and its questions. */
function Opening({ place }) {
  const { client, models } = usePage();
  const topic = place.startsWith("topic:") ? place.slice("topic:".length) : "";
  const isOpen = !topic || Boolean(client.documents.section("class", "topics").topics?.[topic]?.open);
  const closed = topic
    ? client.documents.section("class", "questions").closed?.[place]
    : client.documents.section(place, "questions").closed;
  const turn = () => client.submit({ type: isOpen ? "topics.close" : "topics.open", topic });
  const ask = () => client.submit({ type: "questions.set_asking", channel: place, on: Boolean(closed) });
  return html`<div class="lead-buttons">
    ${topic &&
    html`<button type="button" class="button" disabled=${!client.isIn} onClick=${turn}>
      <${Icon} name=${isOpen ? "lock" : "lock-open"} size=${18} />${t(isOpen ? "leads.close_topic" : "leads.open_topic")}
    </button>`}
    <button type="button" class="button" disabled=${!client.isIn} onClick=${ask}>
      <${Icon} name="circle-question-mark" size=${18} />${t(closed ? "leads.open_questions" : "leads.close_questions")}
    </button>
  </div>`;
}

/** Write what is asked of people there. */
function Prompt({ place }) {
  const { client, models } = usePage();
  const shown = models.leads.prompt(place);
  const own = models.leads.own(place);
  const channel = `prompt:${place}`;
  const draft = models.discussion.draft(channel);
  const keep = (text) => models.discussion.setDraft(channel, { text });
  const length = lengthOf(draft.text);
  const write = (text) => {
    if (own?.entry?.state === "refused") client.outbox.remove(own.entry.id);
    client.submit({ type: "leads.prompt", place, text });
    keep("");
  };
  const state = own && own.state !== "refused" && t(`leads.prompt.${own.state}`);
  return html`<section class="lead-part">
    <h3>${t("leads.prompt")}</h3>
    ${shown && html`<blockquote dir="auto">${shown.text}</blockquote>`}
    ${own?.state === "refused" && html`<p class="note note-danger">${refusalWords(own.entry.code, own.entry.params)}</p>`}
    ${state && html`<p class="note note-info">${own.reason ? t("leads.because", { state, reason: own.reason }) : state}</p>`}
    <textarea
      rows="3"
      aria-label=${t("leads.prompt_label")}
      placeholder=${t("leads.prompt_hint")}
      value=${draft.text}
      onInput=${(event) => keep(event.target.value)}
    ></textarea>
    ${length > LIMIT && html`<p class="composer-hint wrong" role="alert">${t("leads.prompt_long", { n: length - LIMIT })}</p>`}
    <div class="lead-buttons">
      <button type="button" class="button primary" disabled=${!length || length > LIMIT} onClick=${() => write(draft.text.trim())}>${t("leads.prompt_show")}</button>
      ${shown && html`<button type="button" class="button" onClick=${() => write("")}>${t("leads.prompt_take")}</button>`}
    </div>
  </section>`;
}

/** The questions of the place, each to be put on air or settled. */
function Air({ place }) {
  const { client, models } = usePage();
  const there = Object.entries(models.questions?.all ?? {})
    .filter(([, question]) => question.channel === place && !DONE.includes(question.standing))
    .sort((a, b) => (b[1].standing === "on_air") - (a[1].standing === "on_air") || (b[1].votes ?? 0) - (a[1].votes ?? 0) || a[1].order - b[1].order);
  const settle = (question) => client.submit({ type: "questions.set_standing", question, standing: "answered_live" });
  return html`<section class="lead-part">
    <h3>${t("leads.air")}</h3>
    ${!there.length && html`<p class="soft">${t("leads.no_questions")}</p>`}
    <ul class="lead-list">
      ${there.map(
        ([id, question]) => html`<li key=${id}>
          <p dir="auto"><strong>${calledName(question)}</strong> ${question.erased ? t("discussion.erased") : plain(question.text)}</p>
          <div class="lead-buttons">
            <button type="button" class="button" disabled=${!client.isIn} onClick=${() => putOnAir(client, id, question, place)}>
              <${Icon} name="radio" size=${18} />${t(question.standing === "on_air" ? "leads.off_air" : "leads.put_on_air")}
            </button>
            <button type="button" class="button" disabled=${!client.isIn} onClick=${() => settle(id)}>
              <${Icon} name="check" size=${18} />${t("leads.answered")}
            </button>
          </div>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** The hands that are up in the room, the first raised first, for whoever runs them. */
function Hands({ place }) {
  const { client, models } = usePage();
  if (!models.leads.powers(place).hands || place.startsWith("topic:")) return null;
  const hands = models.leads.hands(place);
  return html`<section class="lead-part">
    <h3>${t("leads.hands")}</h3>
    ${!hands.length && html`<p class="soft">${t("leads.no_hands")}</p>`}
    <ol class="lead-list">
      ${hands.map(
        (hand) => html`<li key=${hand.member} class="lead-hand">
          <${Avatar} person=${hand} size="small" />
          <span class="person-name">${calledName(hand)} <span class="soft-inline">${timeOfDay(hand.since)}</span></span>
          <button type="button" class="button" disabled=${!client.isIn} onClick=${() => client.submit({ type: "debate.mark_spoke", member: hand.member })}>
            <${Icon} name="hand" size=${18} />${t("leads.give_floor")}
          </button>
        </li>`,
      )}
    </ol>
  </section>`;
}

/** Hand the lead back, at a second press. */
function Back({ place }) {
  const page = usePage();
  const [isSure, setSure] = useState(false);
  const end = () => {
    page.client.submit({ type: "leads.end", place });
    page.close();
  };
  if (!isSure) return html`<button type="button" class="button wide" onClick=${() => setSure(true)}>${t("leads.hand_back")}</button>`;
  return html`<p class="soft" role="status">${t("leads.hand_back_sure")}</p>
    <div class="lead-buttons">
      <button type="button" class="button primary" onClick=${end}>${t("leads.hand_back_yes")}</button>
      <button type="button" class="button" onClick=${() => setSure(false)}>${t("core.cancel")}</button>
    </div>`;
}

function Lead({ place }) {
  const { client, models } = usePage();
  const held = models.leads.mine.find((one) => one.place === place);
  if (!held?.until) return html`<p class="soft" role="status">${t("leads.over")}</p>`;
  const { open, prompt, air } = held.powers;
  const isThere = !place.startsWith("room:") || ownSeat(client).place === place;
  return html`<div class="lead-sheet">
    <p class="soft">${t("leads.until_you", { time: timeOfDay(held.until) })}</p>
    ${open && html`<${Opening} place=${place} />`}
    ${prompt && html`<${Prompt} place=${place} />`}
    ${air && html`<${Air} place=${place} />`}
    ${isThere && html`<${Hands} place=${place} />`}
    <${Back} place=${place} />
  </div>`;
}

export default {
  name: "leads",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  // What a lead does is meant for the moment: what comes late is not done, and that is said.
  commands: {
    "leads.prompt": { isText: true },
    "leads.end": { stale: "drop" },
    "topics.open": { stale: "drop" },
    "topics.close": { stale: "drop" },
    "debate.mark_spoke": {},
    "stage.clear": { stale: "drop" },
    "stage.put": { stale: "drop" },
    "questions.set_standing": { stale: "drop" },
    "questions.set_asking": { stale: "drop" },
  },
  model: (client) => new Leads(client),
  slots: { strip: Strips, intro: Intro, beside: Badge, actions: Entries, room: Hands },
  sheets: {
    lead: { title: ({ client, models }, { place }) => t("leads.title", { place: titleOf(client, models.leads.mine.find((one) => one.place === place) ?? { place }) }), body: Lead },
  },
  notice: (kind, values) => (kind === "dropped" && /^(leads|topics|questions|stage)\./.test(values.type) ? t("leads.dropped") : ""),
};
