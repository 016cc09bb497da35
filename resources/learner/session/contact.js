// How the class is reached beside this page: the number to call and the meeting, also while the line is down.

import { html } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Icon, usePage } from "../core/page.js";
import { webAddress } from "../core/client.js";

const NUMBER = /\+?\d[\d\s().\-\u00a0\u202f]{4,}\d/;

/** Return what is known, from the class itself or as this device kept it. */
const known = (client) => client.seat?.contact ?? client.about ?? {};

/** Tell whether there is another way at all. */
export const hasContact = (client) => Boolean(known(client).dial_in || webAddress(known(client).meeting_link ?? ""));

/** The ways, as links. */
export function Contact() {
  const { client } = usePage();
  const { dial_in: words = "", meeting_link: link = "" } = known(client);
  const number = words.match(NUMBER)?.[0];
  const meeting = webAddress(link);
  if (!words && !meeting) return null;
  return html`<ul class="contact">
    ${words &&
    html`<li>
      <${Icon} name="phone" size=${18} /><span>${t("session.dial_in")}${" "}
        ${number ? html`<a href=${`tel:${number.replace(/[^+\d]/g, "")}`}>${words}</a>` : html`<strong>${words}</strong>`}</span>
    </li>`}
    ${meeting &&
    html`<li>
      <${Icon} name="external-link" size=${18} />
      <a href=${meeting} target="_blank" rel="noopener noreferrer">${t("session.meeting")}</a>
    </li>`}
  </ul>`;
}
