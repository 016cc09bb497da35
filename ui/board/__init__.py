"""The resources board on the desktop."""
