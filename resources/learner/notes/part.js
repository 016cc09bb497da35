// Notes that everybody in a place writes in at once: the sheet in which they are written; the way there is the conversation's.

import { html } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Strip, usePage } from "../core/page.js";
import { Sheet } from "./editor.js";
import { Notes } from "./model.js";

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
  slots: { strip: Strips },
  sheets: { notes: { title: () => t("notes.title"), body: Sheet } },
};
