"""The shared widgets of the desktop, which know no capability."""
