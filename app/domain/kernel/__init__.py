"""What every capability is built from, and which knows none of them."""
