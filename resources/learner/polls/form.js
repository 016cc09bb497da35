// How each form of a poll is answered: with a thumb, with a keyboard, with a screen reader.

import { html, useEffect, useRef, useState } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Icon, IconButton } from "../core/page.js";
import { fields, options, thousandths } from "./model.js";

const LONGEST = { text: 300, words: 40 };

/** One to choose, or several: native controls, so that every way of reaching them works. */
function Choices({ poll, draft, choose }) {
  const isMany = poll.form === "multiple";
  const isFull = isMany && poll.most && draft.choices.length >= poll.most;
  const pick = (key) => {
    if (!isMany) choose({ choices: [key] });
    else if (draft.choices.includes(key)) choose({ choices: draft.choices.filter((one) => one !== key) });
    else choose({ choices: [...draft.choices, key] });
  };
  return html`<fieldset class="poll-choices">
    <legend class="sr-only">${poll.question}</legend>
    ${isMany && html`<p class="poll-hint">${poll.most ? t("polls.at_most", { n: poll.most }) : t("polls.several")}</p>`}
    ${options(poll).map(({ key, text }) => {
      const isChosen = draft.choices.includes(key);
      return html`<label key=${key} class=${`poll-choice ${isChosen ? "chosen" : ""}`}>
        <input
          type=${isMany ? "checkbox" : "radio"}
          name=${`poll-${poll.id}`}
          checked=${isChosen}
          disabled=${Boolean(isFull && !isChosen)}
          onChange=${() => pick(key)}
        />
        <span>${text}</span>
      </label>`;
    })}
  </fieldset>`;
}

/** From one end to the other, in steps. */
function Scale({ poll, draft, choose }) {
  const steps = options(poll);
  const meaning = (place) => (place === 0 ? poll.low : place === steps.length - 1 ? poll.high : "");
  return html`<fieldset class="poll-scale">
    <legend class="sr-only">${poll.question}</legend>
    <div class="poll-steps">
      ${steps.map(({ key, text }, place) => {
        const isChosen = draft.choices.includes(key);
        return html`<label key=${key} class=${`poll-step ${isChosen ? "chosen" : ""}`}>
          <input
            type="radio"
            name=${`poll-${poll.id}`}
            checked=${isChosen}
            aria-label=${[text, meaning(place)].filter(Boolean).join(" : ")}
            onChange=${() => choose({ choices: [key] })}
          />
          <span aria-hidden="true">${text}</span>
        </label>`;
      })}
    </div>
    ${(poll.low || poll.high) &&
    html`<p class="poll-ends" aria-hidden="true"><span>${poll.low}</span><span>${poll.high}</span></p>`}
  </fieldset>`;
}

/** To be put in order: by dragging the handle, or by the buttons. */
function Ranking({ poll, draft, choose }) {
  const list = useRef(null);
  const [held, setHeld] = useState("");
  const [said, setSaid] = useState("");
  const words = Object.fromEntries(options(poll).map(({ key, text }) => [key, text]));
  const order = draft.choices;
  const move = (key, to) => {
    if (to < 0 || to >= order.length) return;
    const rest = order.filter((one) => one !== key);
    choose({ choices: [...rest.slice(0, to), key, ...rest.slice(to)] });
    setSaid(t("polls.ranked", { text: words[key], place: to + 1 }));
  };
  const drag = (event) => {
    if (!held) return;
    const rows = [...list.current.children];
    const to = rows.findIndex((row) => {
      const box = row.getBoundingClientRect();
      return event.clientY < box.bottom;
    });
    const place = to < 0 ? rows.length - 1 : to;
    if (order[place] !== held) move(held, place);
  };
  return html`<p class="poll-hint" id=${`rank-${poll.id}`}>${t("polls.rank_hint")}</p>
    <ol
      class="poll-ranking"
      ref=${list}
      aria-label=${poll.question}
      aria-describedby=${`rank-${poll.id}`}
      onPointerMove=${drag}
      onPointerUp=${() => setHeld("")}
      onPointerCancel=${() => setHeld("")}
    >
      ${order.map(
        (key, place) => html`<li key=${key} class=${held === key ? "held" : ""}>
          <span
            class="poll-grip"
            aria-hidden="true"
            onPointerDown=${(event) => {
              event.preventDefault();
              list.current.setPointerCapture(event.pointerId);
              setHeld(key);
            }}
          ><${Icon} name="grip-vertical" size=${18} /></span>
          <span class="poll-place" aria-hidden="true">${place + 1}</span>
          <span class="poll-rank-text">${words[key]}</span>
          <${IconButton} icon="arrow-up" size=${18} name=${t("polls.up", { text: words[key] })} disabled=${place === 0} onClick=${() => move(key, place - 1)} />
          <${IconButton} icon="arrow-down" size=${18} name=${t("polls.down", { text: words[key] })} disabled=${place === order.length - 1} onClick=${() => move(key, place + 1)} />
        </li>`,
      )}
    </ol>
    <p class="sr-only" role="status">${said}</p>`;
}

function Amount({ poll, draft, choose, send }) {
  const isWrong = draft.number.trim() !== "" && thousandths(draft.number) === null;
  return html`<div class="one-field poll-field">
    <label for=${`number-${poll.id}`}>${t("polls.your_number")}</label>
    <input
      id=${`number-${poll.id}`}
      inputmode="decimal"
      autocomplete="off"
      value=${draft.number}
      aria-invalid=${isWrong ? "true" : "false"}
      aria-describedby=${`number-${poll.id}-wrong`}
      onInput=${(event) => choose({ number: event.target.value })}
      onKeyDown=${(event) => event.key === "Enter" && send()}
    />
    <p class="field-error" id=${`number-${poll.id}-wrong`} role="alert">${isWrong ? t("polls.no_number") : ""}</p>
  </div>`;
}

function Texts({ poll, draft, choose, send }) {
  const isWords = poll.form === "words";
  const write = (place, text) => {
    const texts = Array.from({ length: fields(poll) }, (_, n) => draft.texts[n] ?? "");
    texts[place] = text;
    choose({ texts });
  };
  return html`<div class="one-field poll-field">
    ${Array.from({ length: fields(poll) }, (_, place) => {
      const id = `text-${poll.id}-${place}`;
      const label = isWords && fields(poll) > 1 ? t("polls.word", { place: place + 1 }) : t(isWords ? "polls.one_word" : "polls.your_text");
      const attributes = {
        id,
        value: draft.texts[place] ?? "",
        maxLength: LONGEST[poll.form],
        autocomplete: "off",
        onInput: (event) => write(place, event.target.value),
      };
      return html`<div key=${id}>
        <label for=${id} class=${isWords && place ? "sr-only" : ""}>${label}</label>
        ${isWords
          ? html`<input ...${attributes} onKeyDown=${(event) => event.key === "Enter" && send()} />`
          : html`<textarea ...${attributes} rows="3"></textarea>`}
      </div>`;
    })}
  </div>`;
}

const FORMS = { choice: Choices, multiple: Choices, scale: Scale, ranking: Ranking, number: Amount, text: Texts, words: Texts };

/** What one answers with, and the button that sends it. */
export function Form({ poll, polls, canAnswer }) {
  const mine = polls.mine(poll);
  const canSend = canAnswer && polls.isNew(poll);
  const send = () => {
    // Enter may come before what was chosen has been painted: what counts is how things stand now.
    if (canAnswer && polls.isNew(poll)) polls.send(poll);
  };
  const Field = FORMS[poll.form];
  const shown = useRef(null);
  const isSent = Boolean(mine);
  useEffect(() => {
    // What was sent while the panel stays open is confirmed where the person looks.
    if (isSent) shown.current?.scrollIntoView({ block: "nearest" });
  }, [isSent]);
  return html`<${Field} poll=${poll} draft=${polls.draft(poll)} choose=${(changes) => polls.choose(poll, changes)} send=${send} />
    ${!canAnswer && html`<p class="poll-hint">${t("polls.not_now")}</p>`}
    <div class="poll-send" ref=${shown}>
      <button type="button" class="button primary wide" aria-disabled=${canSend ? "false" : "true"} onClick=${send}>
        ${mine && polls.isNew(poll) ? t("polls.change") : mine ? html`<${Icon} name="check" size=${18} />${t("polls.answered_short")}` : t("polls.send")}
      </button>
    </div>
    ${mine && canAnswer && html`<button type="button" class="link poll-withdraw" onClick=${() => polls.withdraw(poll)}>${t("polls.withdraw")}</button>`}`;
}
