// Names to speak to: while one types `@`, the people of the channel, to be chosen by keys, finger or mouse.

import { html, useEffect } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Avatar, usePage } from "../core/page.js";

const MOST = 6;
const CALL = /(?:^|[^\p{L}\p{N}_@])@([^@\n]{0,60})$/u;
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Which names are offered for what is being typed, and which of them is chosen. */
class Naming {
  constructor(client) {
    this.client = client;
    this.close();
  }

  get isOpen() {
    return this.people.length > 0;
  }

  /** What a screen reader is told of the field while names are offered. */
  get attributes() {
    if (!this.isOpen) return { "aria-autocomplete": "list", "aria-haspopup": "listbox" };
    // A text of several lines stays a text box by its role, and may point at the list all the same.
    const active = `naming-${this.people[this.at].member}`;
    return { "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-controls": "naming-list", "aria-activedescendant": active };
  }

  /** The people whom one may speak to in a channel, those who are here first. */
  #there(channel) {
    const name = channel.startsWith("room:") ? channel : "people";
    const members = this.client.documents.section(name, "roster").members ?? {};
    const rank = { here: 0, hidden: 1 };
    return Object.entries(members)
      .map(([member, person]) => ({ member, ...person }))
      .filter((person) => person.name && person.member !== this.client.member)
      .sort((a, b) => (rank[a.presence] ?? 2) - (rank[b.presence] ?? 2) || a.name.localeCompare(b.name));
  }

  /** Look at what stands before the caret of a field. */
  look(field, channel) {
    const found = field.selectionStart === field.selectionEnd && CALL.exec(field.value.slice(0, field.selectionStart));
    if (!found) {
      this.leave();
      return;
    }
    this.field = field;
    this.channel = channel;
    this.start = field.selectionStart - found[1].length;
    this.begun = found[1];
    if (!channel.startsWith("room:") && !this.watches) {
      this.watches = true;
      this.client.watch("people", true);
    }
    this.refresh();
  }

  /** Offer the names again: what is typed, or who is there, is another. */
  refresh() {
    if (this.start < 0) return;
    const wanted = fold(this.begun);
    const fits = ({ name }) => fold(name).split(/\s+/).some((word, n, words) => words.slice(n).join(" ").startsWith(wanted));
    const before = this.people[this.at]?.member;
    const people = this.left === this.start ? [] : this.#there(this.channel).filter(fits).slice(0, MOST);
    const isSame = people.length === this.people.length && people.every((one, n) => one.member === this.people[n].member);
    if (isSame) return;
    this.people = people;
    this.at = Math.max(0, people.findIndex(({ member }) => member === before));
    this.client.changed();
  }

  /** Called before each painting: the list of people may have come. */
  update() {
    if (this.start >= 0) this.refresh();
  }

  /** Take a key of the field; say whether it was one for the names. */
  press(event) {
    if (!this.isOpen || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.at = (this.at + step + this.people.length) % this.people.length;
    else if (event.key === "Escape") {
      this.left = this.start;
      this.people = [];
    } else if (event.key === "Enter" || event.key === "Tab") this.take(this.people[this.at]);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    this.client.changed();
    return true;
  }

  /** Write somebody's name in place of what was begun. */
  take({ name }) {
    const { field, start } = this;
    const end = start + this.begun.length;
    const after = field.value.slice(end);
    const space = /^\s/.test(after) ? "" : " ";
    const text = `${field.value.slice(0, start)}${name}${space}${after}`;
    this.leave();
    this.onText(text);
    const caret = start + name.length + 1;
    // The field has the new text once it was painted.
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(caret, caret);
    });
  }

  /** Nobody is being named any more. */
  leave() {
    const wasOpen = this.isOpen;
    this.close();
    if (this.watches) {
      this.watches = false;
      this.client.watch("people", false);
    }
    if (wasOpen) this.client.changed();
  }

  close() {
    Object.assign(this, { people: [], at: 0, start: -1, begun: "", left: -1 });
  }
}

/** Over the field: the names that fit, the chosen one marked. */
function Names({ channel }) {
  const { models } = usePage();
  const { naming, discussion } = models;
  naming.onText = (text) => discussion.setDraft(channel, { text });
  useEffect(() => {
    // The part was fetched for the first `@`, which nobody has looked at yet.
    const field = document.activeElement;
    if (field?.matches(".composer textarea")) naming.look(field, channel);
  }, []);
  return html`<p class="sr-only" aria-live="polite">${naming.isOpen ? t("naming.found", { n: naming.people.length }) : ""}</p>
    ${naming.isOpen &&
    html`<ul id="naming-list" class="naming-list" role="listbox" aria-label=${t("naming.people")}>
      ${naming.people.map(
        (person, n) => html`<li
          key=${person.member}
          id=${`naming-${person.member}`}
          role="option"
          aria-selected=${n === naming.at ? "true" : "false"}
          onPointerDown=${(event) => event.preventDefault()}
          onClick=${() => naming.take(person)}
        >
          <${Avatar} person=${person} size="small" /><span class="naming-name">${person.name}</span>
          ${["host", "cofacilitator"].includes(person.role) && html`<span class="tag">${t("naming.staff")}</span>`}
          <span class=${`dot dot-${person.presence}`} aria-hidden="true"></span>
        </li>`,
      )}
    </ul>`}`;
}

export default {
  name: "naming",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: {},
  model: (client) => new Naming(client),
  slots: { naming: Names },
};
