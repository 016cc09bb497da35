"""The agenda of a class on the desktop: what is under way, what comes, and how the time goes."""
