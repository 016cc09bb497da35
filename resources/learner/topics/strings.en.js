// The words of topics, in English.

export default {
  "topics.objective": "Objective:",
  "topics.closed": "closed topic",
  "topics.closed_hint": "This topic is closed. You can still read it.",
  "topics.unread.one": "unread message",
  "topics.unread.other": "unread messages",
  "code.unknown_topic": "There is no such topic.",
  "code.topic_not_open": "This topic is not open yet.",
  "code.too_many_topics": "There are {limit} topics already.",
};
