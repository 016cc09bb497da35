"""Preparing: the plans of this desktop, and the agenda of the one that is open."""
