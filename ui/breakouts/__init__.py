"""Breakout rooms on the desktop: forming groups, the radar of rooms, and what rooms answered."""
