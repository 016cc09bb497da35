// What became of what one wrote: every own text with how it stands, who answered, thanked or kept it.

import { html, useState } from "../vendor/preact-htm.js";
import { knows, t, timeOfDay } from "../core/i18n.js";
import { Icon, placeName, usePage } from "../core/page.js";
import { plain } from "../discussion/marks.js";

const STATES = { held: "info", returned: "warn", rejected: "danger", hidden: "danger", expired: "warn", published: "ok" };
const OPENS = { board: "board", thanks: "thanks", proposal: "propose" };

/** Everything that became of a text, in words, the gravest first. */
function fates(page, one) {
  const { client } = page;
  const said = [];
  const add = (key, values, isStrong = false) => said.push({ key, words: t(`mine.${key}`, values), isStrong });
  if (one.question) {
    add(`question.${one.question}`, {}, one.question === "on_air");
    if (one.answers) add("answers", { n: one.answers });
    if (one.wanted) add("wanted", { n: one.wanted });
  }
  if (one.into) {
    const root = client.documents.section("class", "questions").questions?.[one.into];
    if (root?.text) add("into_text", { text: plain(root.text).slice(0, 60) });
    else add("into");
  }
  if (one.stage) add(`stage.${one.stage}`, {}, one.stage === "now");
  if (one.pinned) add("pinned");
  if (one.accepted) add("accepted", {}, true);
  else if (one.answers_to) add("answers_to");
  if (one.thanks) add("thanks", { n: one.thanks });
  if (one.board && one.kind !== "board") add("board");
  if (one.useful) add("useful", { n: one.useful });
  if (one.replies && !one.answers) add("replies", { n: one.replies });
  return said;
}

function Text({ id, one }) {
  const page = usePage();
  const { client, models } = page;
  const open = () => {
    if (OPENS[one.kind]) {
      page.open(OPENS[one.kind]);
      return;
    }
    const channel = one.channel ?? "main";
    const isHere = models.discussion.messages(channel).some((message) => message.id === id);
    if (one.kind === "message" && !isHere && one.state === "published") {
      // It stands further up than the page holds: its thread is looked up.
      page.open("thread", { id, channel });
      return;
    }
    page.close();
    if (one.kind === "message") models.discussion.goTo(channel, id);
    else if (one.kind === "room_answer") models.discussion.show(channel);
  };
  const kind = knows(`mine.kind.${one.kind}`) ? one.kind : "any";
  const where = one.channel && one.kind === "message" ? placeName(client, one.channel) : "";
  const became = fates(page, one);
  return html`<li class="mine-text">
    <p class="mine-head">
      <span class=${`mine-state mine-${STATES[one.state]}`}>${t(`mine.${one.state}`)}</span>
      <span>${t(`mine.kind.${kind}`)}${where && ` · ${where}`} · <time datetime=${new Date(one.at).toISOString()}>${timeOfDay(one.at)}</time></span>
    </p>
    <p class="mine-words" dir="auto">${one.text ? plain(one.text) : t("mine.erased")}</p>
    ${one.reason && html`<p class="mine-reason">${t("mine.because", { reason: one.reason })}</p>`}
    ${one.instead && html`<p class="mine-reason">${t("mine.instead", { text: plain(one.instead) })}</p>`}
    ${one.published && html`<p class="soft">${t("mine.older_shows")}</p>`}
    ${became.length > 0 &&
    html`<ul class="mine-fates">
      ${became.map(({ key, words, isStrong }) => html`<li key=${key} class=${isStrong ? "tag strong" : "tag"}>${words}</li>`)}
    </ul>`}
    <p class="mine-acts"><button type="button" class="button small" onClick=${open}>${t("mine.show")}</button></p>
  </li>`;
}

/** Own texts, the newest first; older ones are fetched. */
function Mine() {
  const { client } = usePage();
  const newest = client.documents.section("me", "moderation").mine ?? {};
  const [further, setFurther] = useState({ mine: {}, hasMore: Object.keys(newest).length >= 50 });
  const [isLost, setLost] = useState(false);
  const all = { ...further.mine, ...newest };
  const listed = Object.entries(all).sort(([, a], [, b]) => b.order - a.order);
  const older = async () => {
    setLost(false);
    try {
      const { mine, older: hasMore = false } = await client.query("moderation.mine", { before: listed.at(-1)[1].order });
      setFurther({ mine: { ...further.mine, ...mine }, hasMore });
    } catch {
      setLost(true);
    }
  };
  return html`<ol class="mine-list">
      ${listed.map(([id, one]) => html`<${Text} key=${id} id=${id} one=${one} />`)}
    </ol>
    ${!listed.length && html`<p class="soft">${t("mine.none")}</p>`}
    ${isLost && html`<p class="soft" role="status">${t("mine.older_lost")}</p>`}
    ${further.hasMore &&
    html`<div class="actions">
      <button type="button" class="button" onClick=${older}><${Icon} name="history" size=${16} />${t("mine.older")}</button>
    </div>`}`;
}

export default {
  name: "mine",
  strings: (language) => import(`./strings.${language}.js`),
  styles: new URL("./part.css", import.meta.url).href,
  commands: {},
  sheets: { mine: { title: () => t("mine.title"), body: Mine } },
  menu: (page) => (page.client.role === "observer" ? [] : [{ name: "mine.title", icon: "list-checks", act: () => page.open("mine") }]),
};
