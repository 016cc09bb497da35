// The words about texts that wait, come back, or were not accepted, in English.

export default {
  "moderation.held": "Waiting for approval",
  "moderation.held_revision": "Your new version waits for approval",
  "moderation.returned": "Returned: please revise",
  "moderation.returned_because": "Returned: {reason}",
  "moderation.rejected": "Not accepted",
  "moderation.rejected_because": "Not accepted: {reason}",
  "moderation.only_you": "Only you can see it.",
  "moderation.revise": "Revise",
  "moderation.show": "Show",
  "moderation.strip.one": "{n} message returned to you, to be revised.",
  "moderation.strip.other": "{n} messages returned to you, to be revised.",
  "moderation.channel_held": "Here a trainer reads messages before they show.",
  "moderation.channel_closed": "Writing is closed for now. What you type is kept.",
};
