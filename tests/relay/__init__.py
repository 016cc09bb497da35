"""The relay, with real processes and real sockets."""
