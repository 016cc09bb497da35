"""The conversation on the desktop: channels, messages, composer and hands."""
