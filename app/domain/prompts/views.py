"""What learners see of prompts: nothing before they are sent, and then a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.domain.kernel.views import Part

PARTS: Final[tuple[Part, ...]] = ()
