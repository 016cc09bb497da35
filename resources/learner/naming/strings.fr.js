// The words of the names one may speak to, in French.

export default {
  "naming.people": "Personnes à qui s’adresser",
  "naming.found.one": "{n} personne. Flèches pour choisir, Entrée pour insérer, Échap pour fermer.",
  "naming.found.other": "{n} personnes. Flèches pour choisir, Entrée pour insérer, Échap pour fermer.",
  "naming.staff": "formateur",
};
