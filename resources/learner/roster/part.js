// The people of the class, as learners see them: who is here, in which room one is, what one is called.

import { html, useEffect, useRef, useState } from "../vendor/preact-htm.js";
import { refusalWords, t } from "../core/i18n.js";
import { Avatar, Icon, Slot, Strip, calledName, placeName, usePage } from "../core/page.js";

const NAMED_IN_ROOM = 3;

/** Return one's own seat, as the relay last told it. */
export const ownSeat = (client) => client.documents.section("me", "roster").seat ?? {};

const byNumber = (a, b) => a.number - b.number;
const listed = (members) => Object.entries(members ?? {}).map(([member, card]) => ({ member, ...card })).sort(byNumber);

function PeopleButton() {
  const page = usePage();
  const present = page.client.documents.section("class", "roster").present ?? 0;
  const name = `${t("roster.people")} : ${t("roster.people_count", { n: present })}`;
  return html`<button type="button" class="count-button" aria-label=${name} title=${name} onClick=${() => page.open("people")}>
    <${Icon} name="users" size=${19} /><span>${present}</span>
  </button>`;
}

/** In the header: where one is. */
function Place() {
  const { client } = usePage();
  const { place } = ownSeat(client);
  return place && html`<span class="bar-place">${placeName(client, place)}<span aria-hidden="true"> ·</span></span>`;
}

/** Where one is, with whom; shown while one is in a room. */
function RoomStrip() {
  const { client } = usePage();
  const { place = "main" } = ownSeat(client);
  if (place === "main" || !client.documents.byName[place]) return null;
  const others = listed(client.documents.section(place, "roster").members).filter((one) => one.member !== client.member);
  const names = others.slice(0, NAMED_IN_ROOM).map(calledName).join(", ");
  const left = others.length - NAMED_IN_ROOM;
  const whom = left > 0 ? t("roster.room_more", { names, n: left }) : names;
  return html`<${Strip} tone="room" icon="door-open">
    <span class="soft-inline">${t("roster.you_are_in")}${" "}</span><strong>${placeName(client, place)}</strong>${" "}
    <span>${others.length ? t("roster.room_with", { names: whom }) : t("roster.room_alone")}</span>
  </${Strip}>`;
}

/** A name of one's own that is not everybody's to see yet, and what one can do about it. */
function NameStrip() {
  const page = usePage();
  const { client } = page;
  const asked = client.documents.section("me", "roster").asked_name;
  const entry = client.outbox?.list().filter((e) => e.command.type === "roster.rename" && e.state !== "acked").at(-1);
  const rename = html`<button type="button" class="button small" onClick=${() => page.open("rename")}>
    ${t("roster.name_choose")}
  </button>`;
  if (entry) {
    const name = entry.command.name;
    if (entry.state === "asking") {
      const again = () => {
        client.outbox.remove(entry.id);
        client.submit(entry.command);
      };
      return html`<${Strip} tone="warn" icon="user">
        ${t("roster.name_asking", { name })}
        <div class="strip-actions">
          <button type="button" class="button small" onClick=${again}>${t("roster.yes")}</button>
          <button type="button" class="button small" onClick=${() => client.outbox.remove(entry.id)}>${t("roster.no")}</button>
        </div>
      </${Strip}>`;
    }
    if (entry.state === "refused") {
      const choose = () => {
        client.outbox.remove(entry.id);
        page.open("rename", { tried: name });
      };
      return html`<${Strip} tone="danger" icon="user">
        ${t("roster.name_refused", { name })} ${refusalWords(entry.code, entry.params)}
        <div class="strip-actions">
          <button type="button" class="button small" onClick=${choose}>${t("roster.name_choose")}</button>
          <button type="button" class="button small" onClick=${() => client.outbox.remove(entry.id)}>${t("core.cancel")}</button>
        </div>
      </${Strip}>`;
    }
    return html`<${Strip} icon="user">${t(client.isIn ? "roster.name_sending" : "roster.name_unsent", { name })}</${Strip}>`;
  }
  if (!asked) return null;
  const isWaiting = asked.state === "held";
  return html`<${Strip} tone=${isWaiting ? "info" : "warn"} icon=${isWaiting ? "clock" : "user"} action=${isWaiting ? null : rename}>
    ${t(`roster.name_${asked.state}`, { name: asked.text })}
    ${asked.reason && html`<br /><span>${t("roster.name_reason", { reason: asked.reason })}</span>`}
  </${Strip}>`;
}

function ObserverStrip() {
  const { client } = usePage();
  return client.role === "observer" && html`<${Strip} icon="info">${t("roster.observing")}</${Strip}>`;
}

function Strips() {
  return html`<${RoomStrip} /><${NameStrip} /><${ObserverStrip} />`;
}

function Person({ person, isOwn }) {
  const isStaff = person.role === "host" || person.role === "cofacilitator";
  return html`<li class=${`person person-${person.presence}`}>
    <${Avatar} person=${person} />
    <span class="person-name">
      ${calledName(person)}${isOwn && html` <span class="soft-inline">(${t("roster.you")})</span>`}
    </span>
    <${Slot} name="beside" member=${person.member} />
    ${(isStaff || person.role === "observer") && html`<span class="tag">${t(`roster.role.${person.role}`)}</span>`}
    <${Slot} name="person" person=${person} />
    <span class="person-presence"><span class=${`dot dot-${person.presence}`} aria-hidden="true"></span>${t(`roster.presence.${person.presence}`)}</span>
  </li>`;
}

const PRESENCE_ORDER = ["here", "hidden", "gone"];

function People() {
  const page = usePage();
  const { client } = page;
  useEffect(() => {
    client.watch("people", true);
    return () => client.watch("people", false);
  }, []);
  if (!client.documents.byName.people) {
    return html`<p class="soft" role="status">${t(client.isIn ? "roster.people_wait" : "roster.people_offline")}</p>`;
  }
  const rank = (one) => (one.member === client.member ? -1 : PRESENCE_ORDER.indexOf(one.presence));
  const people = listed(client.documents.section("people", "roster").members).sort((a, b) => rank(a) - rank(b));
  return html`<ul class="people">
    ${people.map((person) => html`<${Person} key=${person.member} person=${person} isOwn=${person.member === client.member} />`)}
  </ul>`;
}

function Rename({ tried = "" }) {
  const page = usePage();
  const { client } = page;
  const input = useRef(null);
  const [wrong, setWrong] = useState("");
  useEffect(() => input.current.select(), []);
  const save = (event) => {
    event.preventDefault();
    const name = input.current.value.trim();
    if (!name || [...name].length > 60) {
      setWrong(t(name ? "session.name_long" : "session.name_empty"));
      input.current.focus();
      return;
    }
    if (name !== ownSeat(client).name) client.submit({ type: "roster.rename", member: client.member, name });
    page.close();
  };
  return html`<form class="one-field" onSubmit=${save} novalidate>
    <label for="rename">${t("session.name_label")}</label>
    <input
      id="rename"
      ref=${input}
      defaultValue=${tried || ownSeat(client).name || ""}
      autocomplete="name"
      aria-describedby="rename-hint rename-error"
      aria-invalid=${wrong ? "true" : "false"}
    />
    <p class="field-hint" id="rename-hint">${t("roster.rename_hint")}</p>
    <p class="field-error" id="rename-error" role="alert">${wrong}</p>
    <button type="submit" class="button primary wide">${t("roster.rename_go")}</button>
  </form>`;
}

/** In the waiting room: what one is called, and how that stands. */
function InWaiting() {
  const page = usePage();
  const seat = ownSeat(page.client);
  return html`<p class="waiting-name">
      <${Avatar} person=${seat} /><span>${t("roster.called")} <strong>${calledName(seat)}</strong></span>
      <button type="button" class="link" onClick=${() => page.open("rename")}>${t("roster.rename")}</button>
    </p>
    <${NameStrip} />`;
}

export default {
  name: "roster",
  strings: (language) => import(`./strings.${language}.js`),
  commands: { "roster.rename": { stale: "ask", isText: true }, "roster.leave": {} },
  slots: { place: Place, tools: PeopleButton, strip: Strips, waiting: InWaiting },
  sheets: {
    people: { title: () => t("roster.people"), body: People },
    rename: { title: () => t("roster.rename"), body: Rename, isAnywhere: true },
  },
  menu: (page) => (page.client.role === "observer" ? [] : [{ name: "roster.rename", icon: "pencil", act: () => page.open("rename") }]),
  whyNotWrite: ({ client }) => (client.role === "observer" ? { key: "roster.observing" } : null),
};
