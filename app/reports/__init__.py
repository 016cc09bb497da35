"""What a session leaves: who was there, what was said, and whether the log is whole. No Qt here."""
