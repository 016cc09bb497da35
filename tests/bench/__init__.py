"""Figures that compare in one run and are printed as JSON lines."""
