"""How many examples a property is tried with: few in every run, many when somebody asks for them.

`CERCLE_EXAMPLES=10 python3 packaging/dev.py test -m property` draws ten times as many.
"""

from __future__ import annotations

import os
from typing import Final

TIMES: Final = float(os.environ.get("CERCLE_EXAMPLES", "1"))


def drawn(usually: int) -> int:
    """Return how many examples to draw.

    Args:
        usually: in every run.
    """
    return max(1, round(usually * TIMES))
