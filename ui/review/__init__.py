"""Looking back: past classes, what was said, who was there, and whether the record is whole."""
