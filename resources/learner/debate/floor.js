// The floor: who speaks and for how long, and where one stands in the queue, with the reason.

import { html, useEffect, useState } from "../vendor/preact-htm.js";
import { t } from "../core/i18n.js";
import { Icon, Strip, calledName, usePage } from "../core/page.js";

const MINUTE = 60_000;

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** Call again every half second, for what the passing time changes. */
function useTicks(every) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), every);
    return () => clearInterval(timer);
  }, [every]);
}

/** The time that is left, for the eye; what a screen reader is told changes thrice: it runs, nearly up, up. */
function TimeLeft({ floor, phase }) {
  const { client } = usePage();
  useTicks(500);
  const left = floor.ends_at ? floor.ends_at - client.clock.now() : (floor.left ?? 0);
  const seconds = Math.ceil(Math.abs(left) / 1000);
  const words = left <= 0 ? t("debate.time_up") : left <= floor.warns ? t("debate.nearly_up") : "";
  return html`<span class=${left <= floor.warns ? "floor-time late" : "floor-time"} aria-hidden="true">${left < 0 ? "+" : ""}${clock(seconds)}</span>
    ${phase !== "live" && html` <span>${t("debate.stands_still")}</span>`}${words && html` <span class="floor-words">${words}</span>`}`;
}

/** Say why a hand stands where it stands. */
function Reason({ hand, isMe }) {
  const { client } = usePage();
  useTicks(15_000);
  const minutes = Math.floor(Math.max(0, client.clock.now() - hand.since) / MINUTE);
  const who = isMe ? "me" : "they";
  const spoke = hand.turns
    ? t(`debate.spoke_${who}`, { n: hand.turns, time: clock(hand.seconds ?? 0) })
    : t(`debate.silent_${who}`);
  return html`${spoke} <span aria-hidden="true">· ${minutes ? t("debate.waiting", { n: minutes }) : t("debate.just_raised")}</span>`;
}

/** Over the page: who has the floor; to the speaker, that it is theirs; to who waits, their place. */
export function Floor() {
  const page = usePage();
  const { client, models } = page;
  const { floor, queue } = models.debate;
  const { phase } = client.documents.section("class", "session");
  const mine = queue.find((hand) => hand.member === client.member);
  const isUp = Boolean(client.documents.section("me", "discussion").hand);
  if (!floor && !isUp) return null;
  const isMine = floor?.member === client.member;
  const done = html`<button type="button" class="button small" onClick=${() => client.submit({ type: "debate.end_turn", turn: floor.turn })}>
    ${t("debate.i_am_done")}
  </button>`;
  const see = html`<button type="button" class="button small" onClick=${() => page.open("queue")}>${t("debate.see_queue")}</button>`;
  return html`<${Strip} tone=${isMine ? "ok" : "info"} icon=${floor ? "megaphone" : "hand"} class="strip-first" action=${isMine ? done : isUp && see}>
    ${floor &&
    html`<p><strong>${isMine ? t("debate.your_floor") : t("debate.has_floor", { name: calledName(floor) })}</strong> <${TimeLeft} floor=${floor} phase=${phase} /></p>`}
    ${isUp &&
    html`<p>
      ${mine ? html`<strong>${t("debate.place", { n: mine.place })}</strong> <${Reason} hand=${mine} isMe=${true} />` : t("debate.far_place", { n: queue.length })}
    </p>`}
  </${Strip}>`;
}

/** Everybody who waits, in the order in which they are heard. */
export function Queue() {
  const { client, models } = usePage();
  const { floor, queue } = models.debate;
  return html`<p class="soft">${t("debate.queue_rule")}</p>
    ${floor && html`<p class="queue-now"><${Icon} name="megaphone" size=${18} /> ${t("debate.has_floor", { name: calledName(floor) })}</p>`}
    ${queue.length === 0 && html`<p class="soft">${t("debate.queue_empty")}</p>`}
    <ol class="queue-list">
      ${queue.map(
        (hand) => html`<li key=${hand.member}>
          <strong>${hand.member === client.member ? t("debate.you") : calledName(hand)}</strong>
          <span class="debate-hint"><${Reason} hand=${hand} isMe=${hand.member === client.member} /></span>
        </li>`,
      )}
    </ol>`;
}
