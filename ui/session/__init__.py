"""The session as a whole, on the desktop: how a class is begun, joined, led, taken over and ended."""
