// The words of writing without a name, in English.

export default {
  "anonymous.without_name": "Without my name",
  "anonymous.with_name": "Send it with my name",
  "anonymous.peers": "Your trainers see your name. The other learners do not.",
  "anonymous.everybody": "Neither learners nor trainers see your name: they read an alias that is yours for this activity only. Whoever runs the class’s server could find out until the class ends. In a small group your way of writing may give you away.",
  "anonymous.as_peers": "Other learners do not see your name",
  "anonymous.as_everybody": "Nobody sees your name",
  "anonymous.changed": "Who sees your name has changed here. Nothing was sent. Choose again.",
  "anonymous.again_peers": "Hide it from learners only",
  "anonymous.again_everybody": "Hide it from everybody",
  "anonymous.muted": "Your trainers take no more messages without a name from you in this activity. You can write with your name.",
  "code.anonymity_changed": "Who would see your name has changed meanwhile, so it was not sent. Send it anew if you still want to.",
  "code.alias_muted": "Your trainers take no more messages without a name from you in this activity.",
};
