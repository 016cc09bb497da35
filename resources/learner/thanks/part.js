// Thanks, as learners give and get them: from a message or the list of people, with a reason, and a list of their own.

import { html, useState } from "../vendor/preact-htm.js";
import { refusalWords, t, timeOfDay } from "../core/i18n.js";
import { Avatar, Icon, IconButton, Strip, calledName, placeName, usePage, whyNotWrite } from "../core/page.js";

const REASONS = ["explained", "helped", "made_me_think", "good_example", "encouraged", "other"];
const WORDS = 300;
const newestFirst = (a, b) => (b[1].order ?? Infinity) - (a[1].order ?? Infinity);

/** What this page knows of thanks, with what is still under way. */
class Thanks {
  constructor(client) {
    this.client = client;
    this.lost = null;
    client.onSettled((entry, frame) => {
      const { command } = entry;
      if (command.type !== "thanks.give" || frame.t !== "refused") return;
      // The words are there again when one thanks for the same once more.
      this.lost = { command, code: frame.code, params: frame.params };
    });
  }

  get #own() {
    return this.client.documents.section("me", "thanks");
  }

  get #waiting() {
    return (this.client.outbox?.list() ?? []).filter(({ state }) => state === "waiting");
  }

  /** The mark of a message as everybody sees it, and one's own thanks under way: `{count, reasons, said}`, or null. */
  mark(message, channel) {
    const shown = this.client.documents.section(channel === "main" ? "class" : channel, "thanks").marks?.[message];
    const mine = this.#waiting.filter(({ command }) => command.type === "thanks.give" && command.message === message);
    if (!shown && !mine.length) return null;
    const reasons = { ...shown?.reasons };
    for (const { command } of mine) reasons[command.reason] = (reasons[command.reason] ?? 0) + 1;
    return { count: (shown?.count ?? 0) + mine.length, reasons, said: shown?.said ?? {} };
  }

  /** The thanks that one gave, by id; those that are being taken back are not among them. */
  get given() {
    const given = { ...this.#own.given };
    for (const { id, command, at } of this.#waiting) {
      if (command.type === "thanks.take_back") delete given[command.thanks];
      else if (command.type === "thanks.give") given[this.client.created(id)] ??= { ...command, to: command.member, at, isUnderWay: true };
    }
    return given;
  }

  /** The thanks that one got, by id. */
  get received() {
    return this.#own.received ?? {};
  }

  get count() {
    return this.#own.count ?? 0;
  }

  /** One's own thanks for a message: `[id, thanks]`, or undefined. */
  forMessage(message) {
    return Object.entries(this.given).find(([, thanks]) => thanks.message === message);
  }

  get #key() {
    return `read.${this.client.seatKey}.thanks`;
  }

  /** The newest thanks that one has not seen yet; undefined when there are none. */
  get unseen() {
    const seen = this.client.keeping.get(this.#key) ?? 0;
    return Object.entries(this.received).filter(([, thanks]) => thanks.order > seen).sort(newestFirst);
  }

  /** All that one got was seen. */
  saw() {
    this.client.keeping.set(this.#key, Math.max(0, ...Object.values(this.received).map((thanks) => thanks.order)));
    this.client.changed();
  }

  takeBack(id) {
    this.client.submit({ type: "thanks.take_back", thanks: id });
  }
}

/** Why, in words: the reason, and what was written. */
function Why({ thanks }) {
  const reason = thanks.reason === "other" ? "" : t(`thanks.because.${thanks.reason}`);
  return html`${reason}${thanks.text && html`${reason && " "}<q dir="auto">${thanks.text}</q>`}${!reason && !thanks.text && t("thanks.simply")}`;
}

/** Under a message: that people are thankful for it; it opens why. */
function Under({ message, channel }) {
  const page = usePage();
  const mark = message.isShown && page.models.thanks.mark(message.id, channel);
  if (!mark) return null;
  const reasons = REASONS.filter((reason) => reason !== "other" && mark.reasons[reason]);
  const words = reasons.map((reason) => t(`thanks.reason.${reason}`)).join(", ");
  const name = t("thanks.mark", { n: mark.count });
  return html`<button type="button" class="thanks-mark" onClick=${() => page.open("thanked", { id: message.id, channel })}>
    <${Icon} name="heart" size=${15} /><span class="sr-only">${name}${": "}</span><strong aria-hidden="true">${mark.count}</strong>
    <span class="thanks-why">${words}</span>
  </button>`;
}

/** In the menu of a message of somebody else. */
function Entry({ message, channel, canWrite }) {
  const page = usePage();
  if (message.isMine || !message.isShown || !canWrite) return null;
  const open = () => page.open("thank", { message: message.id, channel, name: calledName(message) });
  return html`<li><button type="button" onClick=${open}><${Icon} name="heart" />${t("thanks.thank")}</button></li>`;
}

/** Beside somebody in the list of people. */
function Person({ person }) {
  const page = usePage();
  const { client } = page;
  if (person.member === client.member || person.role === "observer" || client.role === "observer") return null;
  if (whyNotWrite(page, "main")) return null;
  return html`<${IconButton}
    icon="heart"
    size=${18}
    name=${t("thanks.thank_name", { name: calledName(person) })}
    onClick=${() => page.open("thank", { member: person.member, name: calledName(person) })}
  />`;
}

/** Says that somebody is thankful to one; it goes when it was seen. */
function Heard() {
  const page = usePage();
  const { thanks } = page.models;
  const { unseen } = thanks;
  if (!unseen.length) return null;
  const [, newest] = unseen[0];
  const show = html`<button type="button" class="button small" onClick=${() => page.open("thanks")}>${t("thanks.see")}</button>
    <${IconButton} icon="x" size=${18} name=${t("core.dismiss")} onClick=${() => thanks.saw()} />`;
  const more = unseen.length - 1;
  return html`<${Strip} tone="ok" icon="heart" class="thanks-strip" action=${show}>
    <p><strong>${t("thanks.heard", { name: calledName(newest) })}</strong>${" "}<${Why} thanks=${newest} />${more > 0 && html`${" "}${t("thanks.more", { n: more })}`}</p>
  </${Strip}>`;
}

/** Where one says thank you: why, in a word of one's own if one likes, and who may read it. */
function Give({ message, member, channel, name }) {
  const page = usePage();
  const { client, models } = page;
  const lost = models.thanks.lost?.command;
  const again = lost && (message ? lost.message === message : lost.member === member) ? lost : null;
  const [reason, setReason] = useState(again?.reason ?? "explained");
  const [text, setText] = useState(again?.text ?? "");
  const [isOpen, setOpen] = useState(Boolean(again?.open));
  const [wrong, setWrong] = useState(again ? refusalWords(models.thanks.lost.code, models.thanks.lost.params) : "");
  const before = message && models.thanks.forMessage(message);
  if (before) {
    const [id, thanks] = before;
    return html`<p>${t("thanks.given_before", { name })}</p>
      <p class="thanks-said"><${Why} thanks=${thanks} /></p>
      ${!thanks.isUnderWay &&
      html`<div class="actions">
        <button type="button" class="button" onClick=${() => models.thanks.takeBack(id)}>${t("thanks.take_back")}</button>
      </div>`}`;
  }
  const length = [...text.trim()].length;
  const send = (event) => {
    event.preventDefault();
    if (reason === "other" && !length) setWrong(t("thanks.words_wanted"));
    else if (length > WORDS) setWrong(t("thanks.words_long", { n: length - WORDS }));
    else {
      const about = message ? { message } : { member };
      models.thanks.lost = null;
      client.submit({ type: "thanks.give", ...about, reason, text: text.trim(), open: Boolean(isOpen && message && length) });
      page.close();
    }
  };
  return html`<form class="one-field thanks-form" onSubmit=${send} novalidate>
    <fieldset class="thanks-reasons">
      <legend>${t("thanks.why")}</legend>
      ${REASONS.map(
        (one) => html`<label key=${one} class="thanks-reason">
          <input type="radio" name="reason" value=${one} checked=${reason === one} onChange=${() => setReason(one)} />
          <span>${t(`thanks.reason.${one}`)}</span>
        </label>`,
      )}
    </fieldset>
    <label for="thanks-words">${t(reason === "other" ? "thanks.words" : "thanks.words_too")}</label>
    <textarea
      id="thanks-words"
      rows="2"
      value=${text}
      aria-describedby="thanks-hint thanks-error"
      aria-invalid=${wrong ? "true" : "false"}
      onInput=${(event) => {
        setText(event.target.value);
        setWrong("");
      }}
    ></textarea>
    <p class="field-hint" id="thanks-hint">${t("thanks.who_reads", { name })}</p>
    <p class="field-error" id="thanks-error" role="alert">${wrong}</p>
    ${message &&
    html`<label class="thanks-open">
      <input type="checkbox" checked=${isOpen} onChange=${(event) => setOpen(event.target.checked)} />
      <span>${t("thanks.open")}</span>
    </label>`}
    <button type="submit" class="button primary wide">${t("thanks.send")}</button>
  </form>`;
}

/** Why people are thankful for a message. */
function Thanked({ id, channel }) {
  const page = usePage();
  const { client, models } = page;
  const mark = models.thanks.mark(id, channel);
  if (!mark) return html`<p class="soft">${t("thanks.none_any_more")}</p>`;
  const own = models.thanks.forMessage(id);
  const message = models.discussion.messages(channel).find((one) => one.id === id);
  const said = Object.entries(mark.said).sort(([, a], [, b]) => a.order - b.order);
  const thank = () => page.open("thank", { message: id, channel, name: calledName(message) });
  return html`<ul class="thanks-counts">
      ${REASONS.filter((reason) => mark.reasons[reason]).map(
        (reason) => html`<li key=${reason}><span>${t(`thanks.reason.${reason}`)}</span><strong>${mark.reasons[reason]}</strong></li>`,
      )}
    </ul>
    ${said.length > 0 &&
    html`<ul class="thanks-list">
      ${said.map(
        ([key, one]) => html`<li key=${key}><${Avatar} person=${one} size="small" /><p><strong>${calledName(one)}</strong>${" "}<q dir="auto">${one.text}</q></p></li>`,
      )}
    </ul>`}
    <div class="actions">
      ${own &&
      !own[1].isUnderWay &&
      html`<button type="button" class="button" onClick=${() => models.thanks.takeBack(own[0])}>${t("thanks.take_back")}</button>`}
      ${!own &&
      message &&
      !message.isMine &&
      client.role !== "observer" &&
      !whyNotWrite(page, channel) &&
      html`<button type="button" class="button primary" onClick=${thank}>${t("thanks.thank_too")}</button>`}
    </div>`;
}

function Line({ id, thanks, isGiven }) {
  const page = usePage();
  const { client, models } = page;
  const go = () => {
    page.close();
    models.discussion.goTo(thanks.channel, thanks.message);
  };
  return html`<li>
    <${Avatar} person=${thanks} size="small" />
    <div class="thanks-body">
      <p><strong>${calledName(thanks)}</strong>${" "}<${Why} thanks=${thanks} /></p>
      <p class="soft">
        <time datetime=${new Date(thanks.at).toISOString()}>${timeOfDay(thanks.at)}</time>
        ${thanks.channel && html` · ${placeName(client, thanks.channel)}`}
        ${thanks.open && html` · ${t("thanks.is_open")}`}
        ${thanks.isUnderWay && html` · ${t("thanks.under_way")}`}
        ${thanks.state && html` · ${t(`thanks.state.${thanks.state}`)}`}
        ${thanks.told && html` ${t("thanks.told", { reason: thanks.told })}`}
      </p>
      <p class="thanks-acts">
        ${thanks.message &&
        !thanks.isUnderWay &&
        html`<button type="button" class="button small" onClick=${go}>${t("thanks.show")}</button>`}
        ${isGiven &&
        !thanks.isUnderWay &&
        html`<button type="button" class="button small" onClick=${() => models.thanks.takeBack(id)}>${t("thanks.take_back")}</button>`}
      </p>
    </div>
  </li>`;
}

/** The thanks that one got, and those that one gave. */
function All() {
  const { models } = usePage();
  const { thanks } = models;
  const [which, setWhich] = useState("received");
  // Whoever looks at them has seen them.
  if (thanks.unseen.length) queueMicrotask(() => thanks.saw());
  const listed = Object.entries(which === "received" ? thanks.received : thanks.given).sort(newestFirst);
  return html`<div class="switch" role="group" aria-label=${t("thanks.which")}>
      ${["received", "given"].map(
        (one) => html`<button type="button" key=${one} aria-pressed=${which === one ? "true" : "false"} onClick=${() => setWhich(one)}>
          ${t(`thanks.${one}`)}
        </button>`,
      )}
    </div>
    <ul class="thanks-list">
      ${listed.map(([id, one]) => html`<${Line} key=${id} id=${id} thanks=${one} isGiven=${which === "given"} />`)}
    </ul>
    ${!listed.length && html`<p class="soft">${t(`thanks.no_${which}`)}</p>`}
    ${which === "received" && thanks.count > listed.length && html`<p class="soft">${t("thanks.in_all", { n: thanks.count })}</p>`}`;
}

export default {
  name: "thanks",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: { "thanks.give": {}, "thanks.take_back": {} },
  model: (client) => new Thanks(client),
  slots: { strip: Heard, under: Under, actions: Entry, person: Person },
  sheets: {
    thank: { title: (page, { name }) => t("thanks.thank_name", { name }), body: Give },
    thanked: { title: () => t("thanks.thanked"), body: Thanked },
    thanks: { title: () => t("thanks.title"), body: All },
  },
  menu: (page) => (page.client.role === "observer" ? [] : [{ name: "thanks.title", icon: "heart", act: () => page.open("thanks") }]),
};
