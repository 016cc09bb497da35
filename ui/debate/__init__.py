"""Debates on the desktop: positions and their shift, arguments, statements, and the floor."""
