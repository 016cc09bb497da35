// The composition of the learners' page, and the list of its parts. Adding a capability is one line in PARTS.

import { html, render } from "./vendor/preact-htm.js";
import { Client, readFragment } from "./core/client.js";
import { chosen, language, learn, speak } from "./core/i18n.js";
import { Keeping } from "./core/keeping.js";
import { Parts, later } from "./core/parts.js";
import { App } from "./core/shell.js";
import session from "./session/part.js";
import roster from "./roster/part.js";
import moderation from "./moderation/part.js";
import discussion from "./discussion/part.js";

/** Tell whether moderation has anything to say to this person alone, or something of theirs was turned down. */
const isLimited = ({ documents: { byName: { me } }, outbox }) => {
  const { mine: _, ...asked } = me?.moderation ?? {};
  return Object.keys(asked).length || /"state":"(?!held|retu|wait|ack)/.test(JSON.stringify([me?.discussion, outbox?.list()]));
};

/** Every part of the page, in the order in which they fill the slots; what not every class uses is fetched `later`. */
export const PARTS = [
  session,
  roster,
  moderation,
  later("stage", "./stage/part.js"),
  later("pins", "./pins/part.js"),
  later("anonymous", "./anonymous/part.js"),
  // Over the composer, where a thumb reaches it.
  later("polls", "./polls/part.js"),
  later("debate", "./debate/part.js"),
  later("limits", "./limits/part.js", ["message", "flag", "appeal"], isLimited),
  later("questions", "./questions/part.js"),
  later("breakouts", "./breakouts/part.js"),
  later("leads", "./leads/part.js", ["lead"]),
  // Fetched after half a minute at the latest: it must be there when the line is bad, and the conversation comes first.
  later("support", "./support/part.js", ["help"], (client) => client.isIn && performance.now() > 30_000),
  discussion,
  later("notes", "./notes/part.js", ["notes"]),
  later("naming", "./naming/part.js", [], (client) => client.isNaming),
  later("thanks", "./thanks/part.js", ["menu", "message", "people", "thank", "thanked", "thanks"]),
  later("board", "./board/part.js", ["menu", "message", "board", "board_item"]),
  later("mine", "./mine/part.js", ["menu", "mine"]),
  later("agenda", "./agenda/part.js"),
  later("topics", "./topics/part.js", ["propose"]),
  later("threads", "./threads/part.js", ["message", "thread", "search"], (client) => client.documents.section("me", "discussion").mentions),
];

const keeping = new Keeping();
learn((name) => import(`./core/strings.${name}.js`));

const root = document.getElementById("page");
const client = new Client({
  keeping,
  address: `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/ws`,
  commands: {},
  onChange: () => paint(),
});

const page = {
  client,
  models: {},
  sheet: null,
  open(name, props = {}) {
    page.sheet = { name, props };
    client.changed();
  },
  /** Bring the thing with this id into sight, whichever part shows it. */
  reveal(id) {
    for (const model of Object.values(page.models)) model.reveal?.(id);
  },
  close() {
    page.sheet = null;
    client.changed();
  },
};
let isShown = false;
const parts = new Parts(PARTS, (part) => {
  Object.assign(client.commands, part.commands);
  if (part.styles) dress(part.styles);
  if (part.model) page.models[part.name] = part.model(client);
  if (isShown) client.changed();
});
parts.begin();

function dress(address) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.head.append(link);
}

function paint() {
  parts.look(client, page.sheet?.name);
  for (const model of Object.values(page.models)) model.update?.();
  if (page.sheet && client.screen !== "class" && !parts.here.some((part) => part.sheets?.[page.sheet.name]?.isAnywhere)) {
    page.sheet = null;
  }
  document.title = client.seat?.title || client.about?.title || "Cercle";
  render(html`<${App} page=${{ ...page, parts: parts.here, language: language.now }} />`, root);
}

await speak(chosen([keeping.get("lang"), new URLSearchParams(location.search).get("lang"), ...navigator.languages]));
language.changed = (name) => {
  keeping.set("lang", name);
  client.changed();
};

const fragment = readFragment(location.hash);
// The seat in a link is for this page alone: it leaves the address bar before anything else is done.
if (location.hash) history.replaceState(null, "", location.pathname + location.search);
// What another address handed over may belong to any part, and each knows how its own commands are treated.
if (fragment.o) await parts.everything();
client.start(fragment);
isShown = true;
paint();

document.addEventListener("visibilitychange", () => client.wake());
globalThis.addEventListener("online", () => client.wake());
globalThis.addEventListener("pageshow", (event) => {
  if (event.persisted) client.wake();
});
globalThis.addEventListener("hashchange", () => {
  // A second link opened in the same tab.
  const { c, s } = readFragment(location.hash);
  if (c || s) location.reload();
});
