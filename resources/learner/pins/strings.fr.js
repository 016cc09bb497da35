// Les mots des messages épinglés, en français.

export default {
  "pins.title": "Messages épinglés",
  "pins.more.one": "{n} de plus",
  "pins.more.other": "{n} de plus",
  "pins.fewer": "Réduire",
};
