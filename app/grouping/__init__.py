"""Forming groups, once and over several rounds; arithmetic on names, without input or output."""
