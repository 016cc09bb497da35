// Topics, as learners meet them: a row of conversations to choose from, what each one asks, and what is proposed.

import { html, useEffect, useRef } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Icon, placeName, usePage } from "../core/page.js";

import { Proposals, Propose } from "./proposing.js";

const MOST = 99;

/** Return what is known of the topic of a channel; null for other channels. */
export function topicOf(client, channel) {
  if (!channel.startsWith("topic:")) return null;
  return client.documents.section("class", "topics").topics?.[channel.slice(6)] ?? null;
}

/** The conversations side by side; the chosen one in sight, and on each what one has not read. */
function Channels() {
  const page = usePage();
  const { client, models } = page;
  const talk = models.discussion;
  const row = useRef(null);
  useEffect(() => {
    row.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [talk.channel]);
  return html`<div class="topic-row" ref=${row} role="group" aria-label=${t("discussion.channels")}>
    ${talk.channels.map((channel) => {
      const topic = topicOf(client, channel);
      const isChosen = talk.channel === channel;
      const unread = isChosen ? 0 : Math.min(MOST, talk.unread(channel));
      const isClosed = topic && !topic.open;
      const name = placeName(client, channel);
      return html`<button
        type="button"
        key=${channel}
        class=${unread ? "topic-chip unread" : "topic-chip"}
        aria-pressed=${isChosen ? "true" : "false"}
        title=${name}
        onClick=${() => talk.show(channel)}
      >
        ${isClosed && html`<${Icon} name=${"lock"} size=${14} /><span class="sr-only">${t("topics.closed")}${", "}</span>`}
        <span class="topic-name" dir="auto">${name}</span>
        ${unread > 0 && html`<span class="topic-count">${unread}<span class="sr-only">${" "}${t("topics.unread", { n: unread })}</span></span>`}
      </button>`;
    })}
    ${models.topics.isOn &&
    html`<button type="button" key="propose" class="topic-chip topic-propose" aria-haspopup="dialog" onClick=${() => page.open("propose")}>
      <${Icon} name="plus" size=${16} /><span class="topic-name">${t("topics.propose")}</span>
      ${models.topics.all.length > 0 && html`<span class="topic-count">${models.topics.all.length}</span>`}
    </button>`}
  </div>`;
}

/** At the thumb, where no row of conversations says it: how many topics wait for votes. */
function Way() {
  const page = usePage();
  const { discussion, topics } = page.models;
  const waiting = topics.all.filter(({ id, author }) => author !== page.client.member && !topics.hasVoted(id)).length;
  if (!waiting || discussion.channels.length > 1) return null;
  return html`<button type="button" class="questions-way" aria-haspopup="dialog" onClick=${() => page.open("propose")}>
    <${Icon} name="lightbulb" size=${18} />${t("topics.waiting", { n: waiting })}
  </button>`;
}

/** Over the conversation of a topic: what is asked there, and what for. */
function Intro({ channel }) {
  const { client } = usePage();
  const topic = topicOf(client, channel);
  if (!topic || (!topic.prompt && !topic.objective)) return null;
  return html`<div class="topic-intro" dir="auto" tabindex="0" role="region" aria-label=${topic.title}>
    ${topic.prompt && html`<p class="topic-prompt">${topic.prompt}</p>`}
    ${topic.objective && html`<p class="topic-objective"><span>${t("topics.objective")}</span> ${topic.objective}</p>`}
  </div>`;
}

export default {
  name: "topics",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: {
    "topics.propose": { isText: true },
    "topics.reword": { isText: true },
    "topics.withdraw": {},
    "topics.vote": {},
  },
  model: (client) => new Proposals(client),
  slots: { channels: Channels, intro: Intro, thumb: Way },
  sheets: { propose: { title: () => t("topics.propose"), body: Propose } },
  whyNotWrite({ client }, channel) {
    const topic = topicOf(client, channel);
    const isStaff = client.role === "host" || client.role === "cofacilitator";
    return topic && !topic.open && !isStaff ? { key: "topics.closed_hint" } : null;
  },
};
