// The composition of the learners' page, and the list of its parts. Adding a capability is one line in PARTS.

import { html, render } from "./vendor/preact-htm.js";
import { Client, readFragment } from "./core/client.js";
import { chosen, language, learn, speak } from "./core/i18n.js";
import { Keeping } from "./core/keeping.js";
import { App } from "./core/shell.js";
import session from "./session/part.js";
import roster from "./roster/part.js";
import moderation from "./moderation/part.js";
import discussion from "./discussion/part.js";

/** Every part of the page, in the order in which they fill the slots. */
export const PARTS = [session, roster, moderation, discussion];

const keeping = new Keeping();
learn((name) => import(`./core/strings.${name}.js`));
for (const part of PARTS) {
  learn(part.strings);
  if (part.styles) dress(part.styles);
}

const root = document.getElementById("page");
const client = new Client({
  keeping,
  address: `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/ws`,
  commands: Object.assign({}, ...PARTS.map((part) => part.commands ?? {})),
  onChange: () => paint(),
});

const page = {
  client,
  parts: PARTS,
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
for (const part of PARTS) {
  if (part.model) page.models[part.name] = part.model(client);
}

function dress(address) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.head.append(link);
}

function paint() {
  for (const model of Object.values(page.models)) model.update?.();
  if (page.sheet && client.screen !== "class" && !PARTS.some((part) => part.sheets?.[page.sheet.name]?.isAnywhere)) {
    page.sheet = null;
  }
  document.title = client.seat?.title || client.about?.title || "Cercle";
  render(html`<${App} page=${{ ...page, language: language.now }} />`, root);
}

await speak(chosen([keeping.get("lang"), new URLSearchParams(location.search).get("lang"), ...navigator.languages]));
language.changed = (name) => {
  keeping.set("lang", name);
  client.changed();
};

const fragment = readFragment(location.hash);
// The seat in a link is for this page alone: it leaves the address bar before anything else is done.
if (location.hash) history.replaceState(null, "", location.pathname + location.search);
client.start(fragment);
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
