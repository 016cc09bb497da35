// What parts stand on: the page they are in, its slots, sheets, icons, and the few widgets that all share.

import { createContext, html, useContext, useEffect, useRef } from "../vendor/preact-htm.js";
import { SHAPES } from "../vendor/icons.js";
import { t } from "./i18n.js";

/** The page: `client`, `parts`, `models` by part name, `sheet`, `open(name, props)`, `close()` and `need(name)`. */
export const Page = createContext(null);
export const usePage = () => useContext(Page);

/** Everything that the parts put into a slot, in the order of the list of parts. */
export function Slot({ name, ...props }) {
  return usePage().parts.map((part) => {
    const Filling = part.slots?.[name];
    return Filling ? html`<${Filling} key=${part.name} ...${props} />` : null;
  });
}

/** Return why the person cannot write in a channel now, as `{key, values}`, or null: each part may have a reason. */
export function whyNotWrite(page, channel) {
  for (const part of page.parts) {
    const reason = part.whyNotWrite?.(page, channel);
    if (reason) return reason;
  }
  return null;
}

/** An icon; it says nothing to a screen reader, whatever it stands beside does. */
export function Icon({ name, size = 20 }) {
  return html`<svg
    class="icon"
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${SHAPES[name].map(([element, attributes]) => html`<${element} ...${attributes} />`)}
  </svg>`;
}

/** A button that shows an icon alone; its name is read aloud and shown when pointed at. */
export function IconButton({ icon, name, size, class: extra = "", ...rest }) {
  return html`<button type="button" class=${`icon-button ${extra}`} aria-label=${name} title=${name} ...${rest}>
    <${Icon} name=${icon} size=${size} />
  </button>`;
}

const COLOURS = 8;

/** A person's initials in one of eight colours, always the same for the same person. */
export function Avatar({ person, size = "" }) {
  const name = person.name ?? "";
  const words = name.split(/\s+/).filter(Boolean);
  const initials = words.length
    ? [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => [...word][0] ?? "").join("")
    : String(person.number ?? "?");
  return html`<span class=${`avatar avatar-${(person.number ?? 0) % COLOURS} ${size}`} aria-hidden="true">
    ${initials.toUpperCase()}
  </span>`;
}

/** Return what a person is called: their name, or their number while no name of theirs is admitted. */
export const calledName = (person) =>
  person?.anonymous ? t("core.anonymous") : person?.name || t("core.number", { number: person?.number ?? "?" });

/** Return what a place is called. */
export function placeName(client, place) {
  if (place === "main" || !place) return t("core.main_room");
  if (place.startsWith("topic:")) return client.documents.section("class", "topics").topics?.[place.slice(6)]?.title ?? "…";
  return client.documents.section(place, "roster").name ?? t("core.a_room");
}

/** A sheet over the page, with a title and a way out. The page behind is out of reach meanwhile. */
export function Sheet({ title, children, onClose }) {
  const dialog = useRef(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown.showModal();
    return () => {
      shown.close();
      // What opened the sheet has the focus again, unless it is gone.
      before?.focus?.();
    };
  }, []);
  const onBackdrop = (event) => {
    if (event.target === dialog.current) onClose();
  };
  return html`<dialog
    ref=${dialog}
    class="sheet"
    aria-labelledby="sheet-title"
    onClick=${onBackdrop}
    onCancel=${(event) => {
      event.preventDefault();
      onClose();
    }}
  >
    <div class="sheet-body">
      <header class="sheet-head">
        <h2 id="sheet-title">${title}</h2>
        <${IconButton} icon="x" name=${t("core.close")} onClick=${onClose} />
      </header>
      ${children}
    </div>
  </dialog>`;
}

/** A line that says how things stand, across the page. `tone` is `info`, `warn`, `ok` or `danger`. */
export function Strip({ tone = "info", icon = "info", class: extra = "", children, action }) {
  return html`<div class=${`strip strip-${tone} ${extra}`}>
    <${Icon} name=${icon} size=${18} />
    <div class="strip-words">${children}</div>
    ${action}
  </div>`;
}

/** Return a text with its web addresses as links; everything else stays plain text. */
export function linked(text) {
  const pieces = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}»’'])/);
  return pieces.map((piece, n) =>
    n % 2 ? html`<a href=${piece} target="_blank" rel="noopener noreferrer">${piece}</a>` : piece,
  );
}
