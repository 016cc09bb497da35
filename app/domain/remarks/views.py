"""What learners see of the staff's remarks: nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.domain.kernel.views import Part

PARTS: Final[tuple[Part, ...]] = ()
"""There is no document that a remark stands in: staff read the state itself."""
