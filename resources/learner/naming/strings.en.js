// The words of the names one may speak to, in English.

export default {
  "naming.people": "People to speak to",
  "naming.found.one": "{n} person. Arrows choose, Enter inserts, Escape closes.",
  "naming.found.other": "{n} people. Arrows choose, Enter inserts, Escape closes.",
  "naming.staff": "trainer",
};
