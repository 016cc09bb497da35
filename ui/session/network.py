"""Where this computer can be reached from: its own addresses, the likeliest first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QNetworkInterface

LOOPBACK: Final = "127.0.0.1"
_UNSEEN_PREFIXES: Final = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "tun", "tap", "wg", "zt", "utun")


class Network(IntEnum):
    """What kind of network an address belongs to, the likeliest to hold a class first."""

    WIFI = 0
    CABLE = 1
    OTHER = 2
    INNER = 3
    """Of a virtual machine, a container or a private tunnel: phones are seldom there."""
    SELF = 4
    """This computer alone."""


@dataclass(frozen=True)
class LocalAddress:
    """An address of this computer.

    Attributes:
        host: as it is written in a link.
        network: what kind of network it belongs to.
        interface: what the system calls the network.
    """

    host: str
    network: Network
    interface: str

    def base(self, port: int) -> str:
        """Return the base URL of a relay at this address."""
        return f"http://{self.host}:{port}"


def local_addresses() -> tuple[LocalAddress, ...]:
    """Return this computer's addresses, the likeliest for a class first; its own inner one always stands at the end."""
    found = [
        LocalAddress(entry.ip().toString(), _network(interface), interface.humanReadableName())
        for interface in QNetworkInterface.allInterfaces()
        if _is_up(interface)
        for entry in interface.addressEntries()
        if _is_usable(entry.ip())
    ]
    found.sort(key=lambda address: (address.network, address.host))
    return (*found, LocalAddress(LOOPBACK, Network.SELF, ""))


def _is_up(interface: QNetworkInterface) -> bool:
    flags = interface.flags()
    flag = QNetworkInterface.InterfaceFlag
    return bool(flags & flag.IsUp) and bool(flags & flag.IsRunning) and not flags & flag.IsLoopBack


def _is_usable(address: QHostAddress) -> bool:
    # A phone's browser takes no link to an IPv6 address that holds on one link only, and rooms have IPv4.
    is_v4 = address.protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol
    return is_v4 and not address.isLoopback() and not address.isLinkLocal()


def _network(interface: QNetworkInterface) -> Network:
    if interface.name().lower().startswith(_UNSEEN_PREFIXES):
        return Network.INNER
    match interface.type():
        case QNetworkInterface.InterfaceType.Wifi:
            return Network.WIFI
        case QNetworkInterface.InterfaceType.Ethernet:
            return Network.CABLE
        case QNetworkInterface.InterfaceType.Virtual:
            return Network.INNER
        case _:
            return Network.OTHER
