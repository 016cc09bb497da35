"""What learners see of the people expected: nothing. The list is the staff's alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.domain.kernel.views import Part

PARTS: Final[tuple[Part, ...]] = ()
