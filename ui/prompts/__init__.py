"""Prompts that are sent later, on the desktop."""
