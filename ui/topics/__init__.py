"""Topics of conversation on the desktop."""
