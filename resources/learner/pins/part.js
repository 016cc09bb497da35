// Pinned messages, as learners meet them: one line over the conversation, or all of them.

import { html, useState } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Icon, calledName, usePage } from "../core/page.js";
import { plain } from "../discussion/marks.js";

/** The pinned messages of a channel, in order. */
function pinned(client, channel) {
  const found = client.documents.section(channel === "main" ? "class" : channel, "pins").pinned ?? {};
  return Object.entries(found).sort(([, a], [, b]) => a.order - b.order);
}

/** Over the conversation: what staff pinned there. */
function Pins({ channel }) {
  const page = usePage();
  const [isWhole, setWhole] = useState(false);
  const all = pinned(page.client, channel);
  if (!all.length) return null;
  const shown = isWhole ? all : all.slice(0, 1);
  const more = all.length - 1;
  return html`<section class="pins" aria-label=${t("pins.title")}>
    <ul>
      ${shown.map(
        ([id, message]) => html`<li key=${id}>
          <button type="button" class="pin" onClick=${() => page.open("thread", { id, channel })}>
            <${Icon} name="pin" size=${15} />
            <span class="pin-words" dir="auto">
              <strong>${calledName(message)}</strong>${" "}${message.erased ? t("discussion.erased") : plain(message.text)}
            </span>
          </button>
        </li>`,
      )}
    </ul>
    ${more > 0 &&
    html`<button type="button" class="pins-more" aria-expanded=${isWhole ? "true" : "false"} onClick=${() => setWhole(!isWhole)}>
      ${isWhole ? t("pins.fewer") : t("pins.more", { n: more })}
    </button>`}
  </section>`;
}

export default {
  name: "pins",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: {},
  model: () => ({}),
  slots: { intro: Pins },
};
