"""How a test says that something must not happen."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from app.domain.kernel.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def refused(code: str, **params: str | int) -> Iterator[None]:
    """Expect a refusal with a stable code, and with these parameters when some are given."""
    with pytest.raises(Refusal) as caught:
        yield
    assert caught.value.code == code
    if params:
        assert caught.value.params == params
