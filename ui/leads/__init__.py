"""Leads on the desktop: passing one, seeing them all, and taking one back."""
