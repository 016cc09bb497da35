"""Moderation on the desktop: held texts, decisions, and what each channel does with texts."""
