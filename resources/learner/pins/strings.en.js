// The words of pinned messages, in English.

export default {
  "pins.title": "Pinned messages",
  "pins.more.one": "{n} more",
  "pins.more.other": "{n} more",
  "pins.fewer": "Fewer",
};
