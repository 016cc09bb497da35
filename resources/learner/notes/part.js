// Notes that everybody in a place writes in at once: the way to them, and the sheet in which they are written.

import { html } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { IconButton, Strip, placeName, usePage } from "../core/page.js";
import { Sheet } from "./editor.js";
import { Notes } from "./model.js";

function Button() {
  const page = usePage();
  const { client, models } = page;
  const place = models.discussion.channel;
  if (client.role === "observer") return null;
  const { begun } = models.notes.summary(place);
  return html`<${IconButton}
    icon="file-text"
    class=${begun ? "notes-button begun" : "notes-button"}
    name=${t(begun ? "notes.open_begun" : "notes.open", { place: placeName(client, place) })}
    aria-haspopup="dialog"
    onClick=${() => page.open("notes", { place })}
  />`;
}

/** Over the conversation: that something written in a note was not taken, while its sheet is closed. */
function Strips() {
  const page = usePage();
  const refused = page.sheet?.name === "notes" ? null : page.models.notes.refused();
  if (!refused) return null;
  const show = html`<button type="button" class="button small" onClick=${() => page.open("notes", { place: refused.place })}>
    ${t("notes.see")}
  </button>`;
  return html`<${Strip} tone="warn" icon="file-text" action=${show}>${t("notes.refused_strip")}</${Strip}>`;
}

export default {
  name: "notes",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: { "notes.edit": { isText: true } },
  model: (client) => new Notes(client),
  slots: { tools: Button, strip: Strips },
  sheets: { notes: { title: () => t("notes.title"), body: Sheet } },
};
