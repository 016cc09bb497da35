"""The interfaces that a person uses: the command line and the desktop."""
