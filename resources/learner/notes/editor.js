// The sheet of a note: a plain field that several people write in, with one's own caret, undo and unsent words kept.

import { html, useEffect, useLayoutEffect, useRef, useState } from "../vendor/preact-htm.js";
import { refusalWords, t } from "../core/i18n.js";
import { Avatar, Icon, IconButton, calledName, placeName, usePage, whyNotWrite } from "../core/page.js";

const LIMIT = 20_000;
const COUNT_FROM = LIMIT - 1_000;
const WRITING_MS = 5_000;
const COMPOSING_MS = 2_000;
const UNWANTED = /(?![\n\t])[\p{Cc}\p{Cs}\p{Co}]/gu;

/** The field. Its value is the note's text, but for what is being composed; it is set, and the caret carried, by hand. */
function Field({ note, isReadOnly, label }) {
  const field = useRef(null);
  const idle = useRef(0);
  const { carried } = usePage().models.notes.shared;
  const show = (start, end) => {
    const shown = field.current;
    const { scrollTop } = shown;
    if (shown.value === note.text) return;
    shown.value = note.text;
    if (document.activeElement === shown) shown.setSelectionRange(start, end);
    shown.scrollTop = scrollTop;
  };
  useLayoutEffect(() => {
    show(0, 0);
    return note.onMove((delta) => {
      const { selectionStart, selectionEnd } = field.current;
      show(carried(selectionStart, delta), carried(selectionEnd, delta));
    });
  }, [note]);
  useEffect(() => () => {
    compose(false);
    note.flush();
  }, [note]);
  const takeOver = () => {
    const shown = field.current;
    if (!shown || !note.isHere) return;
    const value = shown.value.replace(UNWANTED, "");
    const caret = shown.selectionEnd;
    note.write(value, caret);
    show(caret, caret);
    note.client.changed();
  };
  const compose = (isComposing) => {
    if (note.isComposing && !isComposing) {
      note.isComposing = false;
      takeOver();
      note.update();
    }
    note.isComposing = isComposing;
    clearTimeout(idle.current);
    // Some keyboards compose a word for as long as one stands in it; what others wrote does not wait that long.
    if (isComposing) idle.current = setTimeout(() => compose(false), COMPOSING_MS);
  };
  const step = (event, action) => {
    event.preventDefault();
    compose(false);
    const place = action();
    if (place !== null) field.current.setSelectionRange(place, place);
    note.client.changed();
  };
  const onKeyDown = (event) => {
    const key = event.key.toLowerCase();
    if (isReadOnly || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    if (key === "z") step(event, () => (event.shiftKey ? note.redo() : note.undo()));
    else if (key === "y") step(event, () => note.redo());
  };
  const onBeforeInput = (event) => {
    if (event.inputType === "historyUndo") step(event, () => note.undo());
    else if (event.inputType === "historyRedo") step(event, () => note.redo());
  };
  const onInput = (event) => (event.isComposing ? compose(true) : takeOver());
  return html`<textarea
      ref=${field}
      class="note-field"
      dir="auto"
      aria-label=${label}
      aria-describedby="note-state"
      placeholder=${isReadOnly ? "" : t("notes.placeholder")}
      maxlength=${LIMIT}
      spellcheck=${true}
      readonly=${isReadOnly}
      onInput=${onInput}
      onBeforeInput=${onBeforeInput}
      onCompositionStart=${() => compose(true)}
      onCompositionEnd=${() => compose(false)}
      onKeyDown=${onKeyDown}
    ></textarea>
    <div class="note-foot">
    ${!isReadOnly &&
    html`<div class="note-tools">
      <${IconButton} icon="undo-2" name=${t("notes.undo")} aria-disabled=${note.canUndo ? "false" : "true"} onClick=${(event) => step(event, () => note.undo())} />
      <${IconButton} icon="redo-2" name=${t("notes.redo")} aria-disabled=${note.canRedo ? "false" : "true"} onClick=${(event) => step(event, () => note.redo())} />
      <${Counter} note=${note} />
    </div>`}
    <${People} place=${note.place} />
    </div>`;
}

function Counter({ note }) {
  const left = LIMIT - note.text.length;
  if (left > LIMIT - COUNT_FROM) return null;
  return html`<span class="soft" role="status">${left > 0 ? t("notes.left", { n: left }) : t("notes.full")}</span>`;
}

/** Who writes at this moment, and who has written. */
function People({ place }) {
  const { client, models } = usePage();
  const writing = models.notes.writing(place, WRITING_MS);
  const writers = models.notes.writers(place);
  useEffect(() => {
    if (!writing.length) return undefined;
    const timer = setTimeout(() => client.changed(), 1_000);
    return () => clearTimeout(timer);
  });
  const names = writing.map(calledName);
  return html`<div class="note-people">
    <p class="note-writing" role="status">${names.length > 0 && html`<${Icon} name="pencil" size=${14} />${t("notes.writing", { n: names.length, names: names.join(", ") })}`}</p>
    ${writers.length > 0 &&
    html`<p class="note-writers" aria-label=${t("notes.writers", { names: writers.map(calledName).join(", ") })}>
      ${writers.slice(0, 8).map((person) => html`<span key=${person.by} title=${calledName(person)}><${Avatar} person=${person} size="small" /></span>`)}
      ${writers.length > 8 && html`<span class="soft">+${writers.length - 8}</span>`}
    </p>`}
  </div>`;
}

/** What one wrote and the relay did not take: why, and the words, to be used elsewhere. */
function Refused({ place }) {
  const { models } = usePage();
  const refused = models.notes.refused(place);
  if (!refused) return null;
  return html`<div class="note-refused" role="alert">
    <span>${refusalWords(refused.code, refused.params)}</span>
    ${refused.words && html`<blockquote dir="auto">${refused.words}</blockquote>`}
    <button type="button" class="button small" onClick=${() => models.notes.dismiss(refused)}>${t("notes.dismiss")}</button>
  </div>`;
}

/** A room's note as it stood when one left. */
function AsLeft({ place }) {
  const { client } = usePage();
  const [found, setFound] = useState(null);
  useEffect(() => {
    let isWanted = true;
    const tell = (answer) => isWanted && setFound(answer);
    client.query("notes.read", { place }).then(tell, (refused) => tell({ code: refused.code }));
    return () => {
      isWanted = false;
    };
  }, [place, client.isIn]);
  if (!found) return html`<p class="soft" role="status">${t("core.loading")}</p>`;
  if (found.code) return html`<p class="soft" role="status">${found.code === "lost" ? t("notes.offline_empty") : refusalWords(found.code)}</p>`;
  return html`<p class="soft" role="status">${t(found.text ? "notes.as_left" : "notes.as_left_empty")}</p>
    ${found.text && html`<textarea class="note-field" dir="auto" readonly aria-label=${t("notes.label", { place: "" })} value=${found.text}></textarea>`}`;
}

/** A note that is kept up to date. */
function Live({ place }) {
  const page = usePage();
  const { client, models } = page;
  useEffect(() => {
    models.notes.fetch();
    client.watch(`note:${place}`, true);
    return () => client.watch(`note:${place}`, false);
  }, [place]);
  const note = models.notes.note(place);
  const away = models.notes.whyNotRead(place);
  if (away) return html`<p class="note-away"><${Icon} name="eye-off" size=${18} />${t(away)}</p>`;
  if (models.notes.isMissing) {
    return html`<p class="soft" role="status">${t("notes.offline_empty")}</p>
      <div class="actions"><button type="button" class="button" onClick=${() => models.notes.fetch()}>${t("notes.try_again")}</button></div>`;
  }
  if (!note?.isHere) return html`<p class="soft" role="status">${t(client.isIn ? "core.loading" : "notes.offline_empty")}</p>`;
  const closed = whyNotWrite(page, place);
  const { phase } = client.documents.section("class", "session");
  const isStaff = client.role === "host" || client.role === "cofacilitator";
  const isLocked = !isStaff && note.section?.mode === "locked";
  const isOver = !isStaff && client.isIn && phase && phase !== "live";
  const why = closed ? t(closed.key, closed.values) : isLocked ? t("notes.locked") : isOver ? t("notes.not_live") : "";
  const state = why || t(client.isIn ? "notes.shared" : "notes.offline");
  return html`<p class="note-state" id="note-state">
      <${Icon} name=${why ? "lock" : client.isIn ? "users" : "wifi-off"} size=${15} /><span>${state}</span>
    </p>
    <${Field} key=${place} note=${note} isReadOnly=${Boolean(why)} label=${t("notes.label", { place: placeName(client, place) })} />`;
}

export function Sheet({ place: asked }) {
  const { client, models } = usePage();
  const [place, setPlace] = useState(asked);
  const { channels } = models.discussion;
  const left = [...models.notes.left.keys()].filter((room) => !channels.includes(room));
  const places = [...new Set([...channels, ...left, place])];
  const nameOf = (one) => (left.includes(one) ? t("notes.left_room", { place: models.notes.left.get(one) || t("core.a_room") }) : placeName(client, one));
  const isLive = channels.includes(place) || !place.startsWith("room:");
  return html`<div class="note-sheet">
    <label class="note-place"
      ><span>${t("notes.of")}</span>
      <select value=${place} onChange=${(event) => setPlace(event.target.value)}>
        ${places.map((one) => html`<option key=${one} value=${one}>${nameOf(one)}</option>`)}
      </select>
    </label>
    <${Refused} place=${place} />
    ${isLive ? html`<${Live} key=${place} place=${place} />` : html`<${AsLeft} key=${place} place=${place} />`}
  </div>`;
}
