"""Long trials of what must never be lost; a short form of each runs in the suite."""
