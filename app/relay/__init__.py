"""The relay: the server that orders, stores and forwards what happens in sessions."""
