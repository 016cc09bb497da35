"""How a replica and its relay stay one: the wire protocol, the outbox, the connection."""
