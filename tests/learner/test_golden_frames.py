"""The golden frames are what the relay says: one of each kind, read here in Python, in test_units.py in JavaScript."""

from __future__ import annotations

import json
from typing import get_args

import pytest

from app.sync import frames as f
from tests.learner.standin import FRAMES, golden

NAMES = sorted(path.stem for path in FRAMES.glob("*.json"))


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_frame_is_one_that_the_relay_sends(name: str):
    """Decoding and encoding again gives the same frame: nothing in it is unknown, nothing is lost."""
    decoded = f.decode_server(json.dumps(golden(name)))

    assert json.loads(f.encode(decoded)) == golden(name)


def test_every_kind_of_server_frame_has_a_golden_one():
    """A new kind of frame wants a sample that both clients read."""
    kinds = {str(kind.__struct_config__.tag) for kind in get_args(f.AnyServerFrame)}

    assert {golden(name)["t"] for name in NAMES} == kinds
