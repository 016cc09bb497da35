// The results of a poll: bars or words to look at, and a table behind them that says the same.

import { html } from "../vendor/preact-htm.js";
import { language, t } from "../core/i18n.js";
import { Icon } from "../core/page.js";
import { options, written } from "./model.js";

const WHOLE = 100;
const SIZES = 5;

const percent = (count, of) => (of ? Math.round((WHOLE * count) / of) : 0);

/** Return the rows of a chart: what each bar stands for, how long it is, and how long it was in the round before. */
export function rows(poll) {
  const { results, before } = poll;
  if (poll.form === "number") {
    const range = (bin) =>
      bin.from === bin.to
        ? written(bin.from, language.now)
        : t("polls.from_to", { from: written(bin.from, language.now), to: written(bin.to, language.now) });
    return Object.entries(results.bins ?? {}).map(([key, bin]) => ({ key, text: range(bin), value: bin.count, of: results.answered }));
  }
  const measure = poll.form === "ranking" ? "points" : "counts";
  const made = options(poll).map(({ key, text, right, feedback }, place, all) => {
    const meaning = poll.form === "scale" ? (place === 0 ? poll.low : place === all.length - 1 ? poll.high : "") : "";
    return {
      key,
      text: meaning ? `${text} · ${meaning}` : text,
      right,
      feedback,
      value: results[measure][key] ?? 0,
      before: before ? (before[measure][key] ?? 0) : null,
    };
  });
  const most = Math.max(1, ...made.flatMap((row) => [row.value, row.before ?? 0]));
  const ofNow = poll.form === "ranking" ? most : results.answered;
  const ofBefore = poll.form === "ranking" ? most : (before?.answered ?? 0);
  const sorted = poll.form === "ranking" ? [...made].sort((a, b) => b.value - a.value) : made;
  return sorted.map((row) => ({ ...row, of: ofNow, ofBefore }));
}

function Bar({ value, of, isBefore }) {
  const width = of ? (WHOLE * value) / of : 0;
  return html`<svg class=${`poll-bar ${isBefore ? "before" : ""}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="ground" width="100" height="10" />
    <rect class="part" width=${width} height="10" />
  </svg>`;
}

function Bars({ poll, mine }) {
  const isRanking = poll.form === "ranking";
  const told = (value, of) => (isRanking ? t("polls.points", { n: value }) : `${value} · ${percent(value, of)} %`);
  return html`<ul class="poll-bars">
    ${rows(poll).map(
      (row) => html`<li key=${row.key} class=${row.right ? "right" : ""}>
        <p class="poll-bar-words">
          <span class="poll-bar-text">
            ${row.right && html`<span class="poll-mark"><${Icon} name="circle-check" size=${16} /><span class="sr-only">${t("polls.right")} </span></span>`}
            ${row.text}
            ${!isRanking && mine?.choices.includes(row.key) && html` <span class="tag">${t("polls.yours")}</span>`}
          </span>
          <span class="poll-bar-count">${told(row.value, row.of)}</span>
        </p>
        <${Bar} value=${row.value} of=${row.of} />
        ${row.before !== null && row.before !== undefined && html`<${Bar} value=${row.before} of=${row.ofBefore} isBefore />
          <p class="poll-before">${t("polls.was", { value: told(row.before, row.ofBefore) })}</p>`}
        ${row.feedback && html`<p class="poll-feedback">${row.feedback}</p>`}
      </li>`,
    )}
  </ul>`;
}

function Numbers({ poll }) {
  const { least, greatest, mean, median } = poll.results;
  if (least === undefined) return null;
  return html`<dl class="poll-figures">
    ${Object.entries({ median, mean, least, greatest }).map(
      ([name, value]) => html`<div key=${name}><dt>${t(`polls.${name}`)}</dt><dd>${written(value, language.now)}</dd></div>`,
    )}
  </dl>`;
}

const saidIn = (results) => Object.values(results.said ?? {}).sort((a, b) => a.order - b.order);

/** Words, larger the more people gave them; in the order of the alphabet, as a cloud has no first. */
function Cloud({ poll }) {
  const said = saidIn(poll.results);
  const most = Math.max(1, ...said.map((word) => word.count));
  const size = (count) => Math.max(1, Math.ceil((SIZES * count) / most));
  const listed = [...said].sort((a, b) => a.text.localeCompare(b.text, language.now));
  return html`<ul class="poll-cloud">
    ${listed.map(
      (word) => html`<li key=${word.text} class=${`size-${size(word.count)}`}>${word.text}${word.count > 1 && html`<small> ×${word.count}</small>`}</li>`,
    )}
  </ul>`;
}

function Said({ poll }) {
  return html`<ul class="poll-said">
    ${saidIn(poll.results).map((one) => html`<li key=${one.order}>${one.text}${one.count > 1 && html` <span class="tag">×${one.count}</span>`}</li>`)}
  </ul>`;
}

function Table({ poll }) {
  const isWritten = poll.form === "text" || poll.form === "words";
  const isRanking = poll.form === "ranking";
  const lines = isWritten
    ? saidIn(poll.results).map((one) => ({ key: one.order, text: one.text, value: one.count }))
    : rows(poll);
  const hasBefore = lines.some((line) => line.before !== null && line.before !== undefined);
  const measure = t(isRanking ? "polls.points_head" : "polls.count_head");
  return html`<details class="poll-table">
    <summary>${t("polls.as_table")}</summary>
    <table>
      <caption class="sr-only">${poll.question}</caption>
      <thead>
        <tr>
          <th scope="col">${t("polls.answer_head")}</th>
          ${hasBefore && html`<th scope="col">${t("polls.before_head")}</th>`}
          <th scope="col">${measure}</th>
          ${!isWritten && !isRanking && html`<th scope="col">%</th>`}
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          (line) => html`<tr key=${line.key}>
            <th scope="row">${line.text}</th>
            ${hasBefore && html`<td>${line.before}</td>`}
            <td>${line.value}</td>
            ${!isWritten && !isRanking && html`<td>${percent(line.value, line.of)}</td>`}
          </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

/** The results once they are shown. */
export function Results({ poll, mine }) {
  const { answered } = poll.results;
  const isWritten = poll.form === "text" || poll.form === "words";
  return html`<section class="poll-results" aria-label=${t("polls.results")}>
    <p class="poll-hint">
      ${t("polls.results_of", { n: answered })}
      ${poll.shift && html` ${t("polls.moved", { n: poll.shift.moved, both: poll.shift.both })}`}
    </p>
    ${poll.form === "words" ? html`<${Cloud} poll=${poll} />` : poll.form === "text" ? html`<${Said} poll=${poll} />` : html`<${Bars} poll=${poll} mine=${mine} />`}
    ${poll.form === "number" && html`<${Numbers} poll=${poll} />`}
    ${(!isWritten || saidIn(poll.results).length > 0) && html`<${Table} poll=${poll} />`}
  </section>`;
}

/** The right answers and why, once they are revealed. */
export function Revealed({ poll, mine }) {
  const right = options(poll).filter((option) => option.right);
  const others = Object.entries(poll.right ?? {}).map(([key, option]) => ({ key, ...option }));
  const keys = right.map((option) => option.key);
  const isSame = mine && keys.length > 0 ? keys.length === mine.choices.length && keys.every((key) => mine.choices.includes(key)) : undefined;
  const isRight = mine?.right ?? isSame;
  return html`<section class="poll-revealed" aria-label=${t("polls.right_answers")}>
    ${isRight !== undefined &&
    html`<p class=${`poll-verdict ${isRight ? "ok" : "not"}`}>
      <${Icon} name=${isRight ? "circle-check" : "circle-x"} size=${20} />${t(isRight ? "polls.was_right" : "polls.was_wrong")}
    </p>`}
    ${poll.got_right !== undefined && html`<p class="poll-hint">${t("polls.got_right", { n: poll.got_right, of: poll.results?.answered ?? 0 })}</p>`}
    ${(right.length > 0 || others.length > 0) &&
    html`<p><strong>${t("polls.right_is", { n: right.length + others.length })}</strong> ${[...right, ...others].map((option) => option.text).join(" ; ")}</p>`}
    ${!poll.results &&
    options(poll)
      .filter((option) => option.feedback)
      .map((option) => html`<p key=${option.key} class="poll-feedback"><strong>${option.text}</strong> : ${option.feedback}</p>`)}
    ${poll.explanation && html`<p class="poll-explanation">${poll.explanation}</p>`}
  </section>`;
}
