// Les mots de la scène, en français.

export default {
  "stage.on_stage": "Sur scène",
  "stage.was_there": "Montré à tout le monde",
  "stage.yours": "Votre message",
  "stage.see": "Voir",
  "stage.staged": "Votre message est sur scène : tout le monde le voit.",
};
