// The class as a whole, as learners see it: the door, the phase, the connection, leaving.

import { html, useEffect, useState } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Icon, IconButton, Slot, Strip, usePage } from "../core/page.js";
import { webAddress } from "../core/client.js";
import { Contact, hasContact } from "./contact.js";
import { Door, Entering, Gone, Recorded, Waiting } from "./door.js";
import { LanguageSwitch } from "./language.js";

const about = (client) => client.documents.section("class", "session");

/** Return the phase of the class; empty while it is unknown. */
export const phaseOf = (client) => about(client).phase ?? "";

/** Return the connection in a word: `online`, `connecting` or `offline`. */
function connectionWord(client) {
  if (client.isIn) return "online";
  return client.connection.state === "waiting" ? "offline" : "connecting";
}

function Title() {
  const { client } = usePage();
  const phase = phaseOf(client);
  const word = connectionWord(client);
  return html`<div class="bar-title">
    <h1>${client.seat?.title || about(client).title || "Cercle"}</h1>
    <p class="bar-state">
      <span class=${`dot dot-${word}`} aria-hidden="true"></span>
      <${Slot} name="place" />
      ${phase && html`<span>${t(`session.phase.${phase}`)}</span><span aria-hidden="true"> · </span>`}
      <span>${t(`session.${word}`)}</span>
    </p>
  </div>`;
}

/** Seconds until the next try, counted aloud on screen alone: a screen reader hears the strip once. */
function Countdown({ until }) {
  const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left());
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => setSeconds(left()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return html`<span class="countdown" aria-hidden="true">
    ${seconds ? t("session.retry_in", { n: seconds }) : t("session.retrying")}
  </span>`;
}

const RETRY_SHOWN_MS = 1_200;

function LostStrip() {
  const { client } = usePage();
  const [isShown, setShown] = useState(false);
  const { downSince, state, retryAt } = client.connection;
  // A blink of the line is not worth a word.
  useEffect(() => {
    if (!downSince) {
      setShown(false);
      return undefined;
    }
    const timer = setTimeout(() => setShown(true), RETRY_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [downSince]);
  if (!isShown || !downSince) return null;
  // It stays where it is while a try is under way: a button that goes just then is missed by who reaches for it.
  const isTrying = state !== "waiting";
  const press = () => client.connection.wake();
  const retry = html`<button type="button" class="button small" aria-disabled=${isTrying} onClick=${press}>
    ${t("session.retry_now")}
  </button>`;
  return html`<${Strip} tone="warn" icon="wifi-off" action=${retry}>
    <span>${t("session.lost_strip")}${" "}</span>
    ${isTrying ? html`<span class="countdown" aria-hidden="true">
          ${t("session.retrying")}
        </span>` : html`<${Countdown} until=${retryAt} />`}
    <${Contact} />
  </${Strip}>`;
}

const PHASE_STRIPS = {
  lobby: { tone: "info", icon: "clock" },
  paused: { tone: "warn", icon: "pause" },
  ended: { tone: "ok", icon: "check" },
};

function Strips() {
  const { client } = usePage();
  const phase = phaseOf(client);
  const look = PHASE_STRIPS[phase];
  return html`
    <${LostStrip} />
    ${look &&
    html`<${Strip} key=${phase} tone=${look.tone} icon=${look.icon}>${t(`session.${phase}_strip`)}</${Strip}>`}
  `;
}

function Tools() {
  const page = usePage();
  const meeting = webAddress(about(page.client).meeting_link ?? "");
  return html`${meeting &&
    html`<a
      class="meeting"
      href=${meeting}
      target="_blank"
      rel="noopener noreferrer"
      aria-label=${t("session.meeting")}
      title=${t("session.meeting")}
    >
      <${Icon} name="external-link" size=${16} /><span>${t("session.meeting_short")}</span>
    </a>`}<${IconButton} class="menu-way" icon="ellipsis" name=${t("session.menu")} onClick=${() => page.open("menu")} /><${HelpButton} />`;
}

/** The way to help, with what is new there. */
function HelpButton() {
  const page = usePage();
  const { models, client } = page;
  if (client.role !== "learner") return null;
  const n = models.support?.unread ?? 0;
  const name = n ? `${t("session.help")} (${t("session.help_unread", { n })})` : t("session.help");
  return html`<span class="help-button">
    <${IconButton} icon="life-buoy" name=${name} onClick=${() => page.open("help")} />
    ${n > 0 && html`<span class="help-count" aria-hidden="true">${n}</span>`}
  </span>`;
}

/** Whatever is wrong: how to reach the class otherwise at once, and below it the way to call the staff. */
function Help() {
  const { client, parts } = usePage();
  const isThere = parts.some((part) => part.name === "support");
  return html`${hasContact(client) && html`<section class="help-contact"><h3>${t("session.otherwise")}</h3><${Contact} /></section>`}
    ${isThere ? html`<${Slot} name="help" />` : html`<p class="soft" role="status">${t("core.loading")}</p>`}`;
}

function Menu() {
  const page = usePage();
  const items = page.parts.flatMap((part) => part.menu?.(page) ?? []);
  items.sort((a, b) => Boolean(a.isGrave) - Boolean(b.isGrave));
  return html`<ul class="menu">
      ${items.map(
        (item) => html`<li key=${item.name}>
          <button type="button" class=${item.isGrave ? "danger" : ""} onClick=${item.act}>
            <${Icon} name=${item.icon} />${t(item.name)}
          </button>
        </li>`,
      )}
    </ul>
    <div class="menu-language"><span aria-hidden="true">${t("session.language")}</span><${LanguageSwitch} /></div>`;
}

function Leave() {
  const page = usePage();
  const unsent = page.client.outbox?.unsettled().length ?? 0;
  const leave = () => {
    page.close();
    page.client.leave();
  };
  return html`<p>${t("session.leave_hint")}</p>
    ${unsent > 0 && html`<p class="warning">${t("session.leave_unsent", { n: unsent })}</p>`}
    <div class="actions">
      <button type="button" class="button" onClick=${page.close}>${t("session.stay")}</button>
      <button type="button" class="button danger" onClick=${leave}>${t("session.leave")}</button>
    </div>`;
}

export default {
  name: "session",
  strings: (language) => import(`./strings.${language}.js`),
  slots: { header: Title, strip: Strips, tools: Tools },
  sheets: {
    menu: { title: () => t("session.menu"), body: Menu },
    leave: { title: () => t("session.leave_title"), body: Leave },
    recorded: { title: () => t("session.recorded_title"), body: Recorded, isAnywhere: true },
    help: { title: () => t("session.help"), body: Help, isAnywhere: true },
  },
  menu: (page) => [
    ...(page.client.role === "learner" ? [{ name: "session.help", icon: "life-buoy", act: () => page.open("help") }] : []),
    { name: "session.recorded_title", icon: "info", act: () => page.open("recorded") },
    { name: "session.leave", icon: "log-out", isGrave: true, act: () => page.open("leave") },
  ],
  screen(client) {
    if (client.screen === "gone") return Gone;
    if (client.screen === "entering") return Entering;
    if (client.screen === "door") return Door;
    return client.documents.section("me", "roster").seat?.standing === "waiting" ? Waiting : null;
  },
  whyNotWrite({ client }) {
    const phase = phaseOf(client);
    // Staff may write in a class that is not running.
    if ((client.role === "host" || client.role === "cofacilitator") && phase !== "archived") return null;
    if (["preparing", "created", "lobby"].includes(phase)) return { key: "session.write.lobby" };
    if (phase === "paused") return { key: "session.write.paused" };
    return phase === "ended" || phase === "archived" ? { key: "session.write.ended", isForGood: true } : null;
  },
};
