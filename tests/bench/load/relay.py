"""A relay that takes as much from one person as a class could say together: `python -m tests.bench.load.relay`.

Everything is as it is served, but for how fast one person may ask: a bench has fewer people who speak than a big class.
"""

from __future__ import annotations

import sys

from app.relay import tally
from app.relay.__main__ import main as serve

UNBOUND = 1e9


def main() -> int:
    """Run the relay with the bound on one person's requests lifted."""
    tally.LEARNER_RATE = tally.LEARNER_BURST = UNBOUND  # type: ignore[misc]
    return serve()


if __name__ == "__main__":
    sys.exit(main())
