// How positions shifted, drawn: first positions at the left, present ones at the right; and the table that says the same.

import { html } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { positions } from "./model.js";

const WIDTH = 320;
const LEAST = 26;
const GAP = 8;
const STEP = 12;
const TALLEST = 190;
const BAR = 10;
const SIDE = 44;

/** Return what a position is called. */
export const positionName = (position) => (position?.isUsual ? t(`debate.${position.key}`) : (position?.text ?? position?.key ?? ""));

function blocks(keys, counts, people, height) {
  const spare = height - keys.length * (LEAST + GAP);
  let top = 0;
  return Object.fromEntries(
    keys.map((key) => {
      const tall = LEAST + (Math.max(0, spare) * (counts[key] ?? 0)) / Math.max(1, people);
      const block = { top, tall };
      top += tall + GAP;
      return [key, block];
    }),
  );
}

function ribbon(x1, y1, h1, x2, y2, h2) {
  const middle = (x1 + x2) / 2;
  return `M${x1},${y1} C${middle},${y1} ${middle},${y2} ${x2},${y2} V${y2 + h2} C${middle},${y2 + h2} ${middle},${y1 + h1} ${x1},${y1 + h1} Z`;
}

/** The chart; a screen reader has the table below it. */
function Flow({ debate }) {
  const listed = positions(debate);
  const keys = listed.map(({ key }) => key);
  const { people, first, now, flows } = debate;
  const height = Math.min(TALLEST, Math.max(keys.length * (LEAST + GAP), people * STEP + keys.length * GAP));
  const left = blocks(keys, first, people, height);
  const right = blocks(keys, now, people, height);
  const out = Object.fromEntries(keys.map((key) => [key, left[key].top]));
  const come = Object.fromEntries(keys.map((key) => [key, right[key].top]));
  const ribbons = [];
  for (const [place, from] of keys.entries()) {
    for (const to of keys) {
      const count = flows[from]?.[to] ?? 0;
      if (!count) continue;
      const h1 = (left[from].tall * count) / first[from];
      const h2 = (right[to].tall * count) / now[to];
      ribbons.push({ place, isMove: from !== to, d: ribbon(SIDE + BAR, out[from], h1, WIDTH - SIDE - BAR, come[to], h2) });
      out[from] += h1;
      come[to] += h2;
    }
  }
  return html`<div class="flow" aria-hidden="true">
    <p class="flow-heads"><span>${t("debate.at_first")}</span><span>${t("debate.now")}</span></p>
    <svg viewBox=${`0 0 ${WIDTH} ${Math.ceil(height)}`} preserveAspectRatio="xMidYMid meet" focusable="false">
      ${ribbons.map((one, n) => html`<path key=${n} class=${`ink-${one.place} ${one.isMove ? "flow-move" : "flow-stay"}`} d=${one.d} />`)}
      ${keys.map(
        (key, place) => html`<g key=${key} class=${`ink-${place}`}>
          <rect x=${SIDE} y=${left[key].top} width=${BAR} height=${left[key].tall} rx="3" />
          <rect x=${WIDTH - SIDE - BAR} y=${right[key].top} width=${BAR} height=${right[key].tall} rx="3" />
          <text x=${SIDE - 8} y=${left[key].top + left[key].tall / 2 + 5} text-anchor="end">${first[key] ?? 0}</text>
          <text x=${WIDTH - SIDE + 8} y=${right[key].top + right[key].tall / 2 + 5}>${now[key] ?? 0}</text>
        </g>`,
      )}
    </svg>
    <ul class="flow-legend">
      ${listed.map((position, place) => html`<li key=${position.key}><span class=${`swatch ink-${place}`}></span>${positionName(position)}</li>`)}
    </ul>
  </div>`;
}

/** The shift of a debate: in a line, as a chart, and as a table. */
export function Shift({ debate }) {
  if (debate.people === undefined) return html`<p class="debate-hint">${t("debate.shift_hidden")}</p>`;
  if (!debate.people) return html`<p class="debate-hint">${t("debate.nobody_yet")}</p>`;
  const listed = positions(debate);
  const moves = listed.flatMap((from) =>
    listed
      .map((to) => ({ from, to, n: debate.flows?.[from.key]?.[to.key] ?? 0 }))
      .filter(({ to, n }) => n > 0 && to.key !== from.key),
  );
  return html`<section class="shift" aria-label=${t("debate.shift")}>
    <p class="debate-hint">${t("debate.people", { n: debate.people })} · ${t("debate.moved", { n: debate.moved ?? 0 })}</p>
    <${Flow} debate=${debate} />
    <details class="shift-table">
      <summary>${t("debate.as_table")}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${t("debate.position")}</th>
            <th scope="col">${t("debate.at_first")}</th>
            <th scope="col">${t("debate.now")}</th>
          </tr>
        </thead>
        <tbody>
          ${listed.map(
            ({ key, ...position }) => html`<tr key=${key}>
              <th scope="row">${positionName({ key, ...position })}</th>
              <td>${debate.first?.[key] ?? 0}</td>
              <td>${debate.now?.[key] ?? 0}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      ${moves.length > 0 &&
      html`<ul class="moves">
        ${moves.map(({ from, to, n }) => html`<li key=${`${from.key} ${to.key}`}>${t("debate.went", { n, from: positionName(from), to: positionName(to) })}</li>`)}
      </ul>`}
    </details>
  </section>`;
}
