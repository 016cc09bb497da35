// The switch of languages, at the door and in the menu.

import { html } from "../vendor/preact-htm.js";
import { LANGUAGES, language, speak, t } from "../core/i18n.js";

/** The switch of languages: each named in itself. */
export function LanguageSwitch() {
  return html`<div class="switch" role="group" aria-label=${t("session.language")}>
    ${Object.entries(LANGUAGES).map(
      ([name, label]) => html`<button
        type="button"
        key=${name}
        lang=${name}
        aria-pressed=${language.now === name ? "true" : "false"}
        onClick=${() => speak(name)}
      >
        ${label}
      </button>`,
    )}
  </div>`;
}
