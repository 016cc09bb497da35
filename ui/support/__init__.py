"""Help on the desktop: one queue of who calls, and what staff and one learner write to each other."""
