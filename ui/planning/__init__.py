"""Planning on the desktop: plans that are prepared together."""
