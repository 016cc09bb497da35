// The words of threads, searches and what one does with a message, in English.

export default {
  "threads.called": "{name} speaks to you.",
  "threads.see": "Show",
  "discussion.your_message": "Your message",
  "discussion.message_of": "Message of {name}",
  "discussion.message": "Message",
  "discussion.edit": "Edit",
  "discussion.delete": "Delete",
  "discussion.delete_sure": "Delete this message? Others will no longer see it.",
  "threads.open": "Show the thread",
  "threads.thread": "Thread",
  "threads.reply": "Reply in this thread",
  "threads.show": "Show in “{place}”",
  "threads.offline": "No connection for the moment: try again when it is back.",
  "threads.search_title": "Search",
  "threads.search_for": "Words to find in the conversations",
  "threads.search": "Search",
  "threads.searching": "Searching…",
  "threads.found.one": "{n} message found.",
  "threads.found.other": "{n} messages found.",
  "threads.further": "Search further back",
};
