"""The message that everybody looks at, on the desktop."""
