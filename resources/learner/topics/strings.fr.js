// The words of topics, in French.

export default {
  "topics.objective": "Objectif :",
  "topics.closed": "sujet clos",
  "topics.closed_hint": "Ce sujet est clos. Vous pouvez encore le lire.",
  "topics.unread.one": "message non lu",
  "topics.unread.other": "messages non lus",
  "code.unknown_topic": "Ce sujet n’existe pas.",
  "code.topic_not_open": "Ce sujet n’est pas encore ouvert.",
  "code.too_many_topics": "Il y a déjà {limit} sujets.",
};
