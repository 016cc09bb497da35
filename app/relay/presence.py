"""Who is connected: gathers what devices do into changes worth logging, with a grace for short drops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.roster.events import Presence, PresenceChange

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.kernel.words import MemberId, Millis

GRACE: Final = 15_000
"""How long a member without any connection still counts as connected, in milliseconds."""

GATHER: Final = 1_000
"""How long changes are gathered before they are logged, in milliseconds."""


class PresenceTracker:
    """Turns connections that open, hide and break into one presence a member."""

    def __init__(self, logged: Mapping[MemberId, Presence]) -> None:
        """Start from what the log says."""
        self._logged = dict(logged)
        self._devices: dict[MemberId, dict[int, bool]] = {}
        self._fading: dict[MemberId, Millis] = {}
        self._changed: dict[MemberId, Millis] = {}
        self._gathered_since: Millis | None = None

    def opened(self, member: MemberId, device: int, at: Millis) -> None:
        """Note a new connection of a member."""
        self._devices.setdefault(member, {})[device] = True
        self._fading.pop(member, None)
        self._note(member, at)

    def showed(self, member: MemberId, device: int, *, here: bool, at: Millis) -> None:
        """Note that a page came to the front or went behind."""
        devices = self._devices.get(member, {})
        if device in devices and devices[device] is not here:
            devices[device] = here
            self._note(member, at)

    def closed(self, member: MemberId, device: int, at: Millis) -> None:
        """Note that a connection is no more; the member fades when it was their last."""
        devices = self._devices.get(member)
        if devices is None or devices.pop(device, None) is None:
            return
        if devices:
            self._note(member, at)
        else:
            del self._devices[member]
            self._fading[member] = at

    def dismissed(self, member: MemberId, at: Millis) -> None:
        """Note that a member went on purpose: no grace."""
        self._devices.pop(member, None)
        self._fading.pop(member, None)
        self._note(member, at)

    def _note(self, member: MemberId, at: Millis) -> None:
        self._changed[member] = at
        if self._gathered_since is None:
            self._gathered_since = at

    def now(self, member: MemberId) -> Presence:
        """Return how present a member's devices are, a fading one counting as before."""
        devices = self._devices.get(member)
        if devices:
            return Presence.HERE if any(devices.values()) else Presence.HIDDEN
        return self._logged.get(member, Presence.GONE) if member in self._fading else Presence.GONE

    def due(self, at: Millis) -> tuple[PresenceChange, ...]:
        """Return the changes to log now, and count them as logged.

        Args:
            at: the time now, in milliseconds since 1970.
        """
        # A clock that was set back must not make anything wait until it has caught up.
        if self._gathered_since is not None:
            self._gathered_since = min(self._gathered_since, at)
        self._fading = {member: min(since, at) for member, since in self._fading.items()}
        for member, since in list(self._fading.items()):
            if at - since >= GRACE:
                del self._fading[member]
                self._note(member, since)
        if self._gathered_since is None or at - self._gathered_since < GATHER:
            return ()
        changes = [
            PresenceChange(member, presence, since)
            for member, since in self._changed.items()
            if member not in self._fading and (presence := self.now(member)) is not self.logged(member)
        ]
        self._changed.clear()
        self._gathered_since = None
        for change in changes:
            self._logged[change.member] = change.presence
        return tuple(changes)

    def logged(self, member: MemberId) -> Presence:
        """Return the presence of a member that was last given out to be logged."""
        return self._logged.get(member, Presence.GONE)

    def forget(self, changes: Iterable[PresenceChange], logged: Mapping[MemberId, Presence]) -> None:
        """Take back changes that could not be logged; they are due again."""
        self._logged = dict(logged)
        again = {change.member: change.at for change in changes}
        for member, at in again.items():
            # What was noted since then is newer.
            self._note(member, self._changed.get(member, at))


def closing_changes(logged: Mapping[MemberId, Presence], last_alive: Millis) -> tuple[PresenceChange, ...]:
    """Return the changes that close what a dead relay left open, at the time it was last known alive."""
    return tuple(
        PresenceChange(member, Presence.GONE, last_alive)
        for member, presence in logged.items()
        if presence is not Presence.GONE
    )
