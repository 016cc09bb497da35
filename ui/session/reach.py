"""From where a class's link works, so that none is shown without saying so."""

import ipaddress
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from app.domain.session.decider import SessionState
from ui.bridge.session import SessionBridge
from ui.widgets.labels import Tone


class Reach(StrEnum):
    """From where a relay's address can be reached."""

    HERE = "here"
    """From this computer alone."""
    ROOM = "room"
    """From the local network."""
    WORLD = "world"
    """From anywhere."""


@dataclass(frozen=True)
class Address:
    """Where learners reach a class.

    Attributes:
        base: the relay's base URL.
        reach: from where it works.
        nearby: whether the class is meant for one room.
    """

    base: str
    reach: Reach
    nearby: bool


def reach(base: str) -> Reach:
    """Tell from where a base URL works, as far as its address says.

    Args:
        base: of a relay. A name with a dot is taken for one of the internet, but for `.local` and `.lan`.
    """
    host = urlsplit(base).hostname or ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        if host == "localhost" or host.endswith(".localhost"):
            return Reach.HERE
        return Reach.ROOM if "." not in host or host.endswith((".local", ".lan", ".home.arpa")) else Reach.WORLD
    if address.is_loopback:
        return Reach.HERE
    return Reach.WORLD if address.is_global else Reach.ROOM


def reach_of(bridge: SessionBridge) -> Address:
    """Give the address of a class.

    Args:
        bridge: of the class.
    """
    session = bridge.projected.state(SessionState)
    base = session.address or bridge.base
    return Address(base, reach(base), session.nearby)


def reach_text(address: Address) -> tuple[str, Tone]:
    """Say from where an address works, with the tone to say it in.

    Args:
        address: of a class.
    """
    match address.reach:
        case Reach.WORLD:
            return QCoreApplication.translate("Session", "Works from anywhere."), Tone.MUTED
        case Reach.ROOM if address.nearby:
            return QCoreApplication.translate("Session", "Works in this room only: on the same network."), Tone.MUTED
        case Reach.ROOM:
            return QCoreApplication.translate(
                "Session", "Local link: it works on this computer’s network only, not for people at a distance."
            ), Tone.WARN
        case Reach.HERE:
            return QCoreApplication.translate("Session", "Local link: it works on this computer only."), Tone.WARN
        case _:
            assert_never(address.reach)
