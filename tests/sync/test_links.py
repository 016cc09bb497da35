"""Links and addresses: what people paste leads where it should, or says that it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kernel.refusal import Refusal
from app.sync.links import CodeLink, Link, SeatLink, base_url, is_loopback, new_token, read_link, socket_url, write_link

SESSION = "0d9f8e7c-1111-4222-8333-444455556666"


@given(st.sampled_from(["http://a.test", "https://classe.example:8443", "http://[::1]:80", "http://10.0.0.7:8737"]))
def test_a_link_leads_back_to_what_it_was_made_of(base: str):
    links: list[Link] = [CodeLink(base, "BADO-LIMU-47"), SeatLink(base, SESSION, new_token())]

    assert [read_link(write_link(link)) for link in links] == links


@pytest.mark.parametrize(
    ("given_address", "base", "socket"),
    [
        ("127.0.0.1:8737", "http://127.0.0.1:8737", "ws://127.0.0.1:8737/ws"),
        (" https://classe.example/page ", "https://classe.example", "wss://classe.example/ws"),
        ("ws://10.0.0.7:99/ws", "http://10.0.0.7:99", "ws://10.0.0.7:99/ws"),
    ],
)
def test_an_address_is_understood_as_people_write_it(given_address: str, base: str, socket: str):
    assert base_url(given_address) == base
    assert socket_url(base) == socket


@pytest.mark.parametrize(
    "link", ["", "http://", "ftp://a/#c=X", "http://a:port/#c=X", "http://a/", "http://a/#s=1&k=2"]
)
def test_what_is_no_link_is_called_so(link: str):
    with pytest.raises(Refusal, match="bad_link"):
        read_link(link)


def test_only_this_machine_is_this_machine():
    assert [
        is_loopback(base) for base in ("http://127.0.0.1:1", "http://[::1]", "http://localhost", "http://10.0.0.7")
    ] == [
        True,
        True,
        True,
        False,
    ]
