// The languages of the page: which one is spoken, and every part's words in it.

export const LANGUAGES = { fr: "Français", en: "English" };

const sources = [];
let words = {};

/** The language now spoken, and who wants to know when it changes. */
export const language = { now: "en", changed: () => {} };

/** Add where words come from: a function that imports the module of a language. */
export function learn(source) {
  sources.push(source);
}

/** Add where words come from while the page speaks already; done when its words are here, in the language spoken then. */
export async function learnNow(source) {
  for (;;) {
    const name = language.now;
    const { default: found } = await source(name);
    if (name !== language.now) continue;
    sources.push(source);
    words = { ...words, ...found };
    return;
  }
}

/**
 * Return the language to speak: what the person chose, else the link's `?lang=`, else the browser's.
 *
 * @param wishes language tags, the strongest wish first; empty ones are passed over
 */
export function chosen(wishes) {
  const names = wishes.filter(Boolean).map((wish) => wish.slice(0, 2).toLowerCase());
  return names.find((name) => name in LANGUAGES) ?? "en";
}

/** Speak a language from now on, once its words are here. */
export async function speak(name) {
  const modules = await Promise.all(sources.map((source) => source(name)));
  words = Object.assign({}, ...modules.map((module) => module.default));
  language.now = name;
  document.documentElement.lang = name;
  language.changed(name);
}

/** Tell whether there are words under a key. */
export const knows = (key) => key in words;

/**
 * Return the words under a key. `{name}` stands for a value; with a value `n`, the plural form is looked up under
 * `key.one`, `key.other` and so on first.
 */
export function t(key, values = {}) {
  const form = "n" in values ? `${key}.${new Intl.PluralRules(language.now).select(values.n)}` : key;
  const found = words[form] ?? words[`${key}.other`] ?? words[key] ?? key;
  return found.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    return typeof value === "number" ? value.toLocaleString(language.now) : (value ?? whole);
  });
}

/** Return the words for a refusal: why, and what to do. A code without words is named in a general sentence. */
export function refusalWords(code, params = {}) {
  const values = "retry_after" in params ? { ...params, n: params.retry_after } : params;
  return knows(`code.${code}`) || knows(`code.${code}.other`) ? t(`code.${code}`, values) : t("code.any", { code });
}

/** Write a time of day, as `14:05`, on a clock of 24 hours as agendas do in every language. */
export const timeOfDay = (at) =>
  new Intl.DateTimeFormat(language.now, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);

/** Write a day and a time of day. */
export const dayAndTime = (at) =>
  new Intl.DateTimeFormat(language.now, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
