"""A link never looks as if it worked where it does not."""

from __future__ import annotations

import pytest

from ui.session.network import LOOPBACK, Network, local_addresses
from ui.session.reach import Address, Reach, reach, reach_text
from ui.widgets.labels import Tone


@pytest.mark.parametrize(
    ("base", "wanted"),
    [
        ("http://127.0.0.1:8737", Reach.HERE),
        ("http://[::1]:8737", Reach.HERE),
        ("http://localhost:8737", Reach.HERE),
        ("http://192.168.1.20:8737", Reach.ROOM),
        ("http://10.0.0.4:8737", Reach.ROOM),
        ("http://laptop:8737", Reach.ROOM),
        ("http://laptop.local:8737", Reach.ROOM),
        ("https://relay.example.org", Reach.WORLD),
        ("https://8.8.8.8", Reach.WORLD),
    ],
)
def test_an_address_says_from_where_it_can_be_reached(base: str, wanted: Reach):
    assert reach(base) is wanted


@pytest.mark.parametrize("nearby", [True, False])
@pytest.mark.parametrize("where", [Reach.HERE, Reach.ROOM])
def test_a_local_link_is_labelled(where: Reach, nearby: bool):  # noqa: FBT001 (a parameter of the test)
    """For a class at a distance, and for this computer alone, the label warns."""
    text, tone = reach_text(Address("http://192.168.1.20:8737", where, nearby))

    assert text
    assert (tone is Tone.MUTED) == (nearby and where is Reach.ROOM)


def test_this_computers_own_address_is_always_offered_and_never_first_choice_over_a_network():
    found = local_addresses()

    assert (found[-1].host, found[-1].network) == (LOOPBACK, Network.SELF)
    assert [address.network for address in found] == sorted(address.network for address in found)
    assert found[0].base(8737) == f"http://{found[0].host}:8737"
