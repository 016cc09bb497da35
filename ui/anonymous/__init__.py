"""Messages without a name, on the desktop."""
