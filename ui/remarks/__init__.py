"""Remarks on the desktop: what staff note for themselves about people and messages."""
