// The little Markdown that messages know, as runs of text; resources/learner/README.md says what it is. The desktop
// reads the same (ui/discussion/marks.py), and one set of samples holds both.

const WORD = /[\p{L}\p{N}_]/u;
const SPACE = /\s/;
const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}»’']/y;
const NAMED = /\[([^\]\n]+)\]\((https?:\/\/[^\s()<>"]+)\)/y;

const isWord = (character) => character !== undefined && WORD.test(character);

/**
 * Return a text as runs, `{text, bold?, italic?, code?, block?, link?, mention?}`: one after another they are what is read.
 *
 * @param names what the people are called to whom the text speaks
 */
export function marks(text, names = []) {
  const runs = [];
  const calls = [...names].sort((a, b) => b.length - a.length);
  const lines = text.split("\n");
  const add = (run) => {
    const last = runs.at(-1);
    const isPlain = (one) => one && Object.keys(one).length === 1;
    if (isPlain(run) && isPlain(last)) last.text += run.text;
    else if (run.text) runs.push(run);
  };
  for (let n = 0; n < lines.length; n += 1) {
    if (n) add({ text: "\n" });
    const end = lines[n].startsWith("```") ? lines.indexOf("```", n + 1) : -1;
    if (end > n + 1) {
      add({ text: lines.slice(n + 1, end).join("\n"), code: true, block: true });
      n = end;
      continue;
    }
    const item = /^( *)[-*] +(?=\S)/.exec(lines[n]);
    if (item) add({ text: `${item[1]}• ` });
    inline(item ? lines[n].slice(item[0].length) : lines[n], {}, calls, add);
  }
  return runs;
}

function inline(text, look, calls, add) {
  let plain = 0;
  const upTo = (end) => end > plain && add({ text: text.slice(plain, end), ...look });
  let at = 0;
  while (at < text.length) {
    const start = at;
    const found = runAt(text, at, calls);
    if (!found) {
      at += 1;
      continue;
    }
    upTo(start);
    at = plain = start + found.length;
    if (found.inner !== undefined) inline(found.inner, { ...look, ...found.look }, calls, add);
    else for (const run of found.runs) add({ ...run, ...look });
  }
  upTo(text.length);
}

/** Return what begins at a place, `{length, runs}` or `{length, inner, look}`; null when it is nothing but text. */
function runAt(text, at, calls) {
  const first = text[at];
  if (first === "`") {
    const end = text.indexOf("`", at + 1);
    return end > at + 1 ? { length: end + 1 - at, runs: [{ text: text.slice(at + 1, end), code: true }] } : null;
  }
  if (first === "h" || first === "[") {
    const pattern = first === "h" ? ADDRESS : NAMED;
    pattern.lastIndex = at;
    const found = isWord(text[at - 1]) && first === "h" ? null : pattern.exec(text);
    if (!found) return null;
    // A link shows where it leads, whatever it is called.
    const [whole, name, address = whole] = found;
    const link = { text: address, link: address };
    return { length: whole.length, runs: name ? [{ text: `${name} (` }, link, { text: ")" }] : [link] };
  }
  if (first === "@" && !isWord(text[at - 1])) {
    const rest = text.slice(at + 1, at + 61).toLowerCase();
    const name = calls.find((one) => rest.startsWith(one.toLowerCase()) && !isWord(rest[one.length]));
    return name ? { length: name.length + 1, runs: [{ text: text.slice(at, at + name.length + 1), mention: true }] } : null;
  }
  if (first !== "*" && first !== "_") return null;
  const mark = text.startsWith("**", at) ? "**" : first;
  const end = closing(text, at, mark);
  if (end < 0) return null;
  const inner = text.slice(at + mark.length, end);
  return { length: end + mark.length - at, inner, look: mark === "**" ? { bold: true } : { italic: true } };
}

/** Return where the words end that a mark at a place begins; -1 when it begins none. */
function closing(text, at, mark) {
  const begin = at + mark.length;
  const isDouble = mark === "**";
  if (begin >= text.length || SPACE.test(text[begin]) || text[begin] === mark[0]) return -1;
  if (!isDouble && isWord(text[at - 1])) return -1;
  for (let end = text.indexOf(mark, begin + 1); end > 0; end = text.indexOf(mark, end + 1)) {
    if (SPACE.test(text[end - 1])) continue;
    if (isDouble) return end;
    if (text[end + 1] !== mark && text[end - 1] !== mark && !isWord(text[end + 1])) return end;
  }
  return -1;
}

/** Return what is read of a text, without its looks. */
export const plain = (text) => marks(text).map((run) => run.text).join("");
