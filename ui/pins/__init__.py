"""Pinned messages on the desktop."""
