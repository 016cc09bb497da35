// Debates: at the thumb while one is on stage, in a sheet with all its arguments; and the floor.

import { html } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Icon, calledName, usePage } from "../core/page.js";
import { Arguments } from "./arguments.js";
import { Floor, Queue } from "./floor.js";
import { Debates, positions } from "./model.js";
import { Shift, positionName } from "./shift.js";

const VERDICTS = ["agree", "disagree", "pass"];
const REASONS = 8;

function canTakePart(client, debate) {
  const { phase } = client.documents.section("class", "session");
  return client.role === "learner" && debate.state === "open" && phase === "live";
}

/** The positions, to take one and to move to another. */
function Positions({ debate }) {
  const { client, models } = usePage();
  const debates = models.debate;
  const held = debates.position(debate);
  const isOff = !canTakePart(client, debate);
  return html`<div class="positions" role="group" aria-label=${t("debate.your_position")}>
    ${positions(debate).map(
      (position, place) => html`<button
        type="button"
        key=${position.key}
        class="position"
        aria-pressed=${held === position.key ? "true" : "false"}
        disabled=${isOff}
        onClick=${() => debates.choose(debate, position.key)}
      >
        <span class=${`swatch ink-${place}`} aria-hidden="true"></span>
        <span class="position-name">${positionName(position)}</span>
        ${held === position.key && html`<${Icon} name="check" size=${16} />`}
        ${debate.now && html`<span class="position-count">${debate.now[position.key] ?? 0}</span>`}
      </button>`,
    )}
  </div>`;
}

/** What moved one, if one likes to say; then the move. */
function Moving({ debate }) {
  const { client, models } = usePage();
  const debates = models.debate;
  const { moving } = debates;
  if (!moving || moving.debate !== debate.id) return null;
  const name = (key) => positionName(positions(debate).find((position) => position.key === key));
  const others = debates.arguments(debate).filter((argument) => argument.author !== client.member && !argument.erased);
  const listed = [...others].sort((a, b) => (b.position === moving.position) - (a.position === moving.position)).slice(0, REASONS);
  return html`<form
    class="moving"
    onSubmit=${(event) => {
      event.preventDefault();
      debates.take(debate, moving.position, moving.because);
    }}
  >
    <p><strong>${t("debate.moving", { from: name(debates.position(debate)), to: name(moving.position) })}</strong></p>
    ${listed.length > 0 &&
    html`<fieldset class="reasons">
      <legend>${t("debate.what_moved")}</legend>
      <label class="reason"
        ><input type="radio" name="because" checked=${!moving.because} onChange=${() => debates.because("")} /><span>${t("debate.none_of_them")}</span></label
      >
      ${listed.map(
        (argument) => html`<label key=${argument.id} class="reason"
          ><input type="radio" name="because" checked=${moving.because === argument.id} onChange=${() => debates.because(argument.id)} /><span dir="auto"
            >${argument.text} <span class="debate-hint">${calledName(argument)}</span></span
          ></label
        >`,
      )}
    </fieldset>`}
    <p class="argument-acts">
      <button type="submit" class="button primary small">${t("debate.move")}</button>
      <button type="button" class="button small" onClick=${() => debates.stay()}>${t("debate.stay")}</button>
    </p>
  </form>`;
}

/** Statements: agreed with, disagreed with, or passed; and how many did, once that is shown. */
function Statements({ debate }) {
  const { client, models } = usePage();
  const debates = models.debate;
  const isOff = !canTakePart(client, debate);
  const listed = debates.statements(debate);
  if (!listed.length) return null;
  return html`<section class="statements" aria-label=${t("debate.statements")}>
    ${listed.map((statement) => {
      const said = debates.verdict(statement.id);
      return html`<div key=${statement.id} class="statement" role="group" aria-label=${statement.text}>
        <p class="statement-text" dir="auto">${statement.text}</p>
        <div class="verdicts">
          ${VERDICTS.map(
            (verdict) => html`<button
              type="button"
              key=${verdict}
              class="verdict"
              aria-pressed=${said === verdict ? "true" : "false"}
              disabled=${isOff}
              onClick=${() => debates.judge(statement.id, verdict)}
            >
              ${t(`debate.verdict_${verdict}`)}${statement.agree !== undefined && html` <strong>${statement[verdict]}</strong>`}
            </button>`,
          )}
        </div>
      </div>`;
    })}
  </section>`;
}

/** How a debate stands, in a line. */
function stateWords(debate, debates) {
  const held = positions(debate).find((position) => position.key === debates.position(debate));
  if (debate.state === "closed") return t("debate.closed");
  return held ? t("debate.you_hold", { position: positionName(held) }) : t("debate.your_turn");
}

function countWords(debates, debate) {
  return t("debate.arguments_count", { n: debates.arguments(debate).length });
}

/** The debate that everybody looks at, over the composer. */
function AtThumb() {
  const page = usePage();
  const { client, models } = page;
  const debates = models.debate;
  const debate = debates.current;
  if (!debate) return null;
  const { isFolded } = debates.fold(debate);
  return html`<section class=${isFolded ? "debate" : "debate foremost"} aria-label=${t("debate.a_debate")}>
    <p class="sr-only" role="status">${t(debate.state === "open" ? "debate.news_open" : "debate.news_closed", { motion: debate.motion })}</p>
    <h2 class="debate-head">
      <button type="button" aria-expanded=${isFolded ? "false" : "true"} onClick=${() => debates.turn(debate)}>
        <${Icon} name="messages-square" />
        <span class="debate-title">
          <span class=${isFolded ? "debate-motion one-line" : "debate-motion"}>${debate.motion}</span>
          <span class="debate-hint">${stateWords(debate, debates)}</span>
        </span>
        <${Icon} name=${isFolded ? "chevron-up" : "chevron-down"} />
      </button>
    </h2>
    ${!isFolded &&
    html`<div class="debate-body">
      ${client.role === "learner" && html`<${Positions} debate=${debate} /><${Moving} debate=${debate} />`}
      ${debate.state === "closed" && html`<${Shift} debate=${debate} />`}
      <${Statements} debate=${debate} />
      <button type="button" class="button" onClick=${() => page.open("debate", { id: debate.id })}>
        ${countWords(debates, debate)}
      </button>
    </div>`}
  </section>`;
}

/** A whole debate: the shift, the arguments, and where one writes. */
function Whole({ id }) {
  const { client, models } = usePage();
  const debates = models.debate;
  const debate = debates.all.find((one) => one.id === id);
  if (!debate) return html`<p class="soft">${t("debate.gone")}</p>`;
  return html`<div class="whole">
    <p class="debate-motion">${debate.motion}</p>
    <p class="debate-hint">${stateWords(debate, debates)}</p>
    ${client.role === "learner" && html`<${Positions} debate=${debate} /><${Moving} debate=${debate} />`}
    <${Shift} debate=${debate} />
    <${Arguments} debate=${debate} canWrite=${canTakePart(client, debate)} />
    <${Statements} debate=${debate} />
  </div>`;
}

/** All debates of the class. */
function All() {
  const page = usePage();
  const { all } = page.models.debate;
  if (!all.length) return html`<p class="soft">${t("debate.none")}</p>`;
  return html`<ul class="debates">
    ${all.map(
      (debate) => html`<li key=${debate.id}>
        <button type="button" class="button" onClick=${() => page.open("debate", { id: debate.id })}>${debate.motion}</button>
        <p class="debate-hint">${stateWords(debate, page.models.debate)}</p>
      </li>`,
    )}
  </ul>`;
}

export default {
  name: "debate",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: {
    "debate.take_position": {},
    "debate.argue": { isText: true },
    "debate.revise": { isText: true },
    "debate.withdraw": {},
    "debate.mark_convincing": {},
    "debate.judge": {},
    "debate.end_turn": {},
  },
  model: (client) => new Debates(client),
  slots: { strip: Floor, thumb: AtThumb },
  sheets: {
    debate: { title: () => t("debate.a_debate"), body: Whole },
    debates: { title: () => t("debate.all"), body: All },
    queue: { title: () => t("debate.queue"), body: Queue },
  },
  menu: (page) => [
    ...(page.models.debate?.all.length ? [{ name: "debate.all", icon: "messages-square", act: () => page.open("debates") }] : []),
    ...(page.models.debate?.queue.length ? [{ name: "debate.queue", icon: "hand", act: () => page.open("queue") }] : []),
  ],
};
