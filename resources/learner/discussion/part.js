// The conversation: messages, answers, reactions, one's own texts, and the hand.

import { html } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { IconButton, Slot, placeName, usePage, whyNotWrite } from "../core/page.js";
import { Thumb } from "./composer.js";
import { Messages } from "./messages.js";
import { Talk } from "./talk.js";

/** While one is in a room: a switch between its conversation and the main room's. Where there are topics, they say it. */
function Channels() {
  const { client, models } = usePage();
  const talk = models.discussion;
  if (talk.channels.length < 2) return null;
  if (models.topics) return html`<${Slot} name="channels" />`;
  return html`<div class="channels switch" role="group" aria-label=${t("discussion.channels")}>
    ${talk.channels.map(
      (channel) => html`<button
        type="button"
        key=${channel}
        aria-pressed=${talk.channel === channel ? "true" : "false"}
        onClick=${() => talk.show(channel)}
      >
        ${placeName(client, channel)}
      </button>`,
    )}
  </div>`;
}

/** The way to what is written together where one is; its name and a mark say that it has been begun. */
function Notes() {
  const page = usePage();
  const { client, models } = page;
  const place = models.discussion.channel;
  if (client.role === "observer") return null;
  // Their part is fetched once some have been begun.
  const begun = models.notes?.summary(place).begun;
  return html`<${IconButton}
    class=${`notes-way ${begun ? "begun" : ""}`}
    icon="file-text"
    name=${t(begun ? "notes.begun" : "discussion.notes")}
    aria-haspopup="dialog"
    onClick=${() => page.open("notes", { place })}
  />`;
}

function Main() {
  const page = usePage();
  const { channel } = page.models.discussion;
  const canWrite = !whyNotWrite(page, channel);
  return html`<${Channels} /><${Slot} name="intro" channel=${channel} /><${Messages} key=${channel} channel=${channel} canWrite=${canWrite} />`;
}

export default {
  name: "discussion",
  strings: (language) => import(`./strings.${language}.js`),
  commands: {
    "discussion.post": { isText: true },
    "discussion.edit": { isText: true },
    "discussion.delete": {},
    "discussion.react": {},
    "discussion.raise_hand": { stale: "drop" },
    "discussion.lower_hand": {},
  },
  model: (client) => new Talk(client),
  slots: { main: Main, thumb: Thumb, tools: Notes },
  menu(page) {
    const { documents, role } = page.client;
    const search = { name: "discussion.search", icon: "search", act: () => page.open("search") };
    if (role === "observer") return [search];
    const notes = { name: "discussion.notes", icon: "file-text", act: () => page.open("notes", { place: page.models.discussion.channel }) };
    if (role !== "learner" || documents.section("class", "topics").proposing?.off) return [search, notes];
    return [search, notes, { name: "discussion.propose", icon: "lightbulb", act: () => page.open("propose") }];
  },
  notice(kind, values) {
    if (kind === "hand_offline") return t("discussion.hand_offline");
    return kind === "dropped" && values.type === "discussion.raise_hand" ? t("discussion.hand_dropped") : "";
  },
};
