"""Thanks on the desktop."""
