// The words of threads, searches and what one does with a message, in French.

export default {
  "threads.called": "{name} s’adresse à vous.",
  "threads.see": "Voir",
  "discussion.your_message": "Votre message",
  "discussion.message_of": "Message de {name}",
  "discussion.message": "Message",
  "discussion.edit": "Modifier",
  "discussion.delete": "Supprimer",
  "discussion.delete_sure": "Supprimer ce message ? Les autres ne le verront plus.",
  "threads.open": "Voir le fil",
  "threads.thread": "Fil de discussion",
  "threads.reply": "Répondre dans ce fil",
  "threads.show": "Voir dans « {place} »",
  "threads.offline": "Sans connexion pour le moment : réessayez quand elle sera revenue.",
  "threads.search_title": "Rechercher",
  "threads.search_for": "Mots à retrouver dans les conversations",
  "threads.search": "Rechercher",
  "threads.searching": "Recherche…",
  "threads.found.one": "{n} message trouvé.",
  "threads.found.other": "{n} messages trouvés.",
  "threads.further": "Chercher plus loin",
};
