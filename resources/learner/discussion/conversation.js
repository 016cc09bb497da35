// A conversation as its reader sees it: what is published, laid together with what is their own and still under way.

const GROUP_MS = 5 * 60_000;

/**
 * Return the messages of a channel in reading order.
 *
 * Each is `{id, author, name?, number?, anonymous, veil?, isStaff, isPrompt, isMine, at, order?, text?, isErased, replyTo?, edited, reactions,
 * state, gate?, entry?, isShown}`. `state` is `shown`, or for one's own `sending`, `offline`, `asking`, `refused` and
 * `gate`; then `entry` is the command under way, or `gate` tells how the newest text stands.
 *
 * @param published the channel's messages by id, as the relay tells them
 * @param own one's own unpublished texts by id, of all channels
 * @param reacted one's own reactions: by message id, by emoji
 * @param unnamed one's own messages without a name: by message id, to whom one is anonymous
 * @param entries the outbox's entries, in order
 * @param channel which channel
 * @param isReachable tells of a channel whether one could write there now
 * @param created gives the id of what an entry's command creates
 * @param me one's own `{member, name, number}`
 * @param isOnline whether what waits is on its way
 */
export function conversation({ published, own, reacted, unnamed = {}, entries, channel, isReachable, created, me, isOnline }) {
  const messages = new Map();
  for (const [id, shown] of Object.entries(published)) messages.set(id, fromShown(id, shown, me, reacted[id] ?? {}, unnamed[id]));

  for (const [id, text] of Object.entries(own)) {
    if (text.channel !== channel) continue;
    const shown = messages.get(id);
    if (shown) shown.gate = text;
    else if (!text.published) messages.set(id, { ...fromOwn(id, text.text, text.at, text.reply_to, me, text.anonymous), state: "gate", gate: text });
  }

  for (const entry of entries) {
    if (entry.state === "acked") continue;
    const { command } = entry;
    if (command.type === "discussion.post") {
      const isHere = command.channel === channel;
      // What can no longer be posted where it was meant for is shown where its author is now.
      if (!isHere && (entry.state !== "refused" || isReachable(command.channel))) continue;
      const id = created(entry);
      if (messages.has(id)) continue;
      const message = fromOwn(id, command.text, entry.at, command.reply_to, me, command.anonymous);
      messages.set(id, { ...message, state: stateOf(entry, isOnline), entry, isElsewhere: !isHere });
      continue;
    }
    const message = messages.get(command.message);
    if (!message) continue;
    if (command.type === "discussion.edit") {
      message.entry = entry;
      message.state = stateOf(entry, isOnline);
      message.text = command.text;
      if (entry.state === "waiting") message.gate = undefined;
    } else if (command.type === "discussion.delete" && entry.state === "waiting") {
      messages.delete(command.message);
    } else if (command.type === "discussion.react" && entry.state === "waiting") {
      react(message, command.emoji, command.on);
    }
  }
  return grouped(inOrder([...messages.values()]));
}

const stateOf = (entry, isOnline) => (entry.state === "waiting" ? (isOnline ? "sending" : "offline") : entry.state);

function fromShown(id, shown, me, mine, veil) {
  const reactions = {};
  for (const [emoji, count] of Object.entries(shown.reactions ?? {})) {
    reactions[emoji] = { count, isMine: Boolean(mine[emoji]) };
  }
  return {
    id,
    author: shown.author,
    name: shown.name,
    number: shown.number,
    anonymous: Boolean(shown.anonymous),
    veil,
    isStaff: Boolean(shown.staff),
    isPrompt: Boolean(shown.prompt),
    isMine: shown.author === me.member || Boolean(veil),
    at: shown.at,
    order: shown.order,
    text: shown.text,
    isErased: Boolean(shown.erased),
    replyTo: shown.reply_to,
    edited: shown.by_staff ? "by_staff" : shown.edited ? "edited" : "",
    replies: shown.replies ?? 0,
    mentions: shown.mentions ?? {},
    reactions,
    state: "shown",
    isShown: true,
  };
}

function fromOwn(id, text, at, replyTo, me, veil) {
  return {
    id,
    author: me.member,
    name: me.name,
    number: me.number,
    anonymous: Boolean(veil),
    veil,
    isStaff: false,
    isPrompt: false,
    isMine: true,
    at,
    text,
    isErased: false,
    replyTo,
    replies: 0,
    mentions: {},
    reactions: {},
    state: "shown",
    isShown: false,
  };
}

function react(message, emoji, isOn) {
  const before = message.reactions[emoji] ?? { count: 0, isMine: false };
  if (before.isMine === isOn) return;
  const count = before.count + (isOn ? 1 : -1);
  if (count > 0) message.reactions[emoji] = { count, isMine: isOn };
  else delete message.reactions[emoji];
}

/** Published messages by their order; one's own others after what was said before them, and what is under way last. */
function inOrder(messages) {
  const shown = messages.filter((message) => message.order).sort((a, b) => a.order - b.order);
  const others = messages.filter((message) => !message.order).sort((a, b) => a.at - b.at);
  const result = [...shown];
  for (const message of others) {
    let place = result.length;
    if (message.state === "gate") {
      while (place > 0 && result[place - 1].at > message.at) place -= 1;
    }
    result.splice(place, 0, message);
  }
  return result;
}

/** Mark where somebody begins to speak and where they end, so that a run of messages reads as one. */
function grouped(messages) {
  // Of two without a name nobody says that one person wrote both.
  const goesOn = (a, b) => a && b && !a.anonymous && !b.anonymous && a.author === b.author && Math.abs(b.at - a.at) < GROUP_MS;
  messages.forEach((message, n) => {
    message.isFirst = !goesOn(messages[n - 1], message);
    message.isLast = !goesOn(message, messages[n + 1]);
  });
  return messages;
}
