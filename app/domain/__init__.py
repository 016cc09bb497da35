"""The rules of a live class, pure: no I/O, no clock, no randomness."""
