"""What the relay's benches stand on: a crowd of receivers in C, and the peers that it is held against."""
