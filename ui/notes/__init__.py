"""Notes: what each place writes together, on the desktop."""
