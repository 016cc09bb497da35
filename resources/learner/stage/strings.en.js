// The words of the stage, in English.

export default {
  "stage.on_stage": "On stage",
  "stage.was_there": "Shown to everybody",
  "stage.yours": "Your message",
  "stage.see": "See it",
  "stage.staged": "Your message is on stage: everybody sees it.",
};
