"""Polls on the desktop: asked, watched, closed and shown in Live, and read again in Review."""
