// The words about texts that wait, come back, or were not accepted, in French.

export default {
  "moderation.held": "En attente d’approbation",
  "moderation.held_revision": "Votre nouvelle version attend d’être approuvée",
  "moderation.returned": "Renvoyé : à retravailler",
  "moderation.returned_because": "Renvoyé : {reason}",
  "moderation.rejected": "Non retenu",
  "moderation.rejected_because": "Non retenu : {reason}",
  "moderation.only_you": "Vous seul le voyez.",
  "moderation.revise": "Retravailler",
  "moderation.show": "Voir",
  "moderation.strip.one": "{n} message renvoyé, à retravailler.",
  "moderation.strip.other": "{n} messages renvoyés, à retravailler.",
  "moderation.channel_held": "Ici, un formateur lit les messages avant qu’ils ne paraissent.",
  "moderation.channel_closed": "Écriture fermée pour le moment. Ce que vous tapez est gardé.",
};
