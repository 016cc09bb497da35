"""The people on the desktop: who is where, who waits at the door, and what one may do for them."""
