"""What one may do for people and rooms: each act asks the session, and tells what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from app.domain.breakouts import commands as b
from app.domain.discussion.commands import LowerHand
from app.domain.kernel.words import MAIN, Role, room_channel
from app.domain.roster import commands as c
from app.domain.roster.state import RosterState
from app.domain.session.decider import SessionState
from app.sync.links import SeatLink, new_token, token_hash, write_link
from ui.bridge.dialogs import confirm
from ui.bridge.names import member_name, place_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.roster.events import DoorMode
    from ui.bridge.session import SessionBridge
    from ui.bridge.tasks import TaskScope
    from ui.widgets.toast import Toast


@dataclass(frozen=True)
class Invite:
    """A name is wanted for somebody who is to come."""

    role: Role


@dataclass(frozen=True)
class Rename:
    """Another name is wanted for a member."""

    member: str


@dataclass(frozen=True)
class NewRoom:
    """A name is wanted for a room, and who goes there at once."""

    members: tuple[str, ...] = ()


class Acts(QObject):
    """Does things for people and rooms.

    Args:
        bridge: to the session.
        toast: tells what was done.
        tasks: runs what asks first.
        window: dialogs belong to it.
    """

    def __init__(self, bridge: SessionBridge, toast: Toast, tasks: TaskScope, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._toast, self._tasks, self._window = bridge, toast, tasks, window

    def name_given(self, purpose: object, name: str) -> None:
        """Do what a name was wanted for.

        Args:
            purpose: an `Invite`, a `Rename` or a `NewRoom`.
            name: as it was typed.

        Raises:
            Refusal: something is wrong with the name, or the act.
        """
        match purpose:
            case Invite(role=role):
                token = new_token()
                self._bridge.ask(c.InviteMember(name=name, role=role, token_hash=token_hash(token)))
                self._copy_link(token, name)
            case Rename(member=member):
                self._bridge.ask(c.RenameMember(member=member, name=name))
            case NewRoom(members=members):
                room = self._bridge.created_by(self._bridge.ask(b.OpenRoom(name=name)))
                if members:
                    self.move(members, room_channel(room))
            case _:
                raise TypeError(purpose)

    def admit(self, members: tuple[str, ...]) -> None:
        """Let people in.

        Args:
            members: who wait at the door.
        """
        if members:
            self._bridge.submit(c.AdmitMembers(members=members))

    def move(self, members: tuple[str, ...], place: str) -> None:
        """Bring people to a room, with a way back.

        Args:
            members: who.
            place: where to.
        """
        seats = [self._bridge.projected.seats.seat(member) for member in members]
        moving = [seat for seat in seats if seat is not None and seat.is_in and seat.place != place]
        if not moving:
            return
        before: dict[str, list[str]] = {}
        for seat in moving:
            before.setdefault(seat.place, []).append(seat.member)
        asked = self._bridge.submit(b.MoveMembers(members=tuple(seat.member for seat in moving), place=place))
        if asked is None:
            return
        world = self._bridge.projected
        if len(moving) == 1:
            text = self.tr("%1 is in %2 now").replace("%1", member_name(world, moving[0].member))
        else:
            text = self.tr("%n people are in %2 now", "moved to a room", len(moving))
        self._toast.say(
            text.replace("%2", place_name(world, place)),
            undo=lambda: self._go_back(before),
        )

    def _go_back(self, before: dict[str, list[str]]) -> None:
        for place, members in before.items():
            back = place if self._bridge.projected.seats.room_exists(place) else MAIN
            self._bridge.submit(b.MoveMembers(members=tuple(members), place=back))

    def lower_hands(self, members: tuple[str, ...]) -> None:
        """Take hands down.

        Args:
            members: whose.
        """
        for member in members:
            self._bridge.submit(LowerHand(member=member))

    def change_role(self, member: str, role: Role) -> None:
        """Make somebody something else.

        Args:
            member: who.
            role: what.
        """
        seat = self._bridge.projected.seats.seat(member)
        if seat is None or self._bridge.submit(c.ChangeRole(member=member, role=role)) is None:
            return
        name = member_name(self._bridge.projected, member)
        texts = {
            Role.COFACILITATOR: self.tr("%1 helps to lead the class now"),
            Role.OBSERVER: self.tr("%1 watches the class now"),
        }
        text = texts.get(role, self.tr("%1 takes part in the class now"))
        self._toast.say(
            text.replace("%1", name), undo=lambda: self._bridge.submit(c.ChangeRole(member=member, role=seat.role))
        )

    def new_link(self, member: str) -> None:
        """Make one more personal link for somebody, and copy it.

        Args:
            member: whose seat it opens.
        """
        token = new_token()
        if self._bridge.submit(c.GrantToken(member=member, token_hash=token_hash(token))) is not None:
            self._copy_link(token, member_name(self._bridge.projected, member))

    def set_door(self, mode: DoorMode) -> None:
        """Say what the door does.

        Args:
            mode: from now on.
        """
        self._bridge.submit(c.SetDoor(mode=mode))

    def close_room(self, room: str) -> None:
        """Close a room; ask first when somebody is in it.

        Args:
            room: its id.
        """
        self._tasks.spawn(self._close_room(room), name="close a room")

    def remove(self, members: tuple[str, ...]) -> None:
        """Ask whether to put people out, and do it.

        Args:
            members: who.
        """
        if members:
            self._tasks.spawn(self._remove(members), name="remove people")

    def erase(self, member: str) -> None:
        """Ask whether to erase somebody, and do it.

        Args:
            member: whose name and texts.
        """
        self._tasks.spawn(self._erase(member), name="erase a person")

    async def _close_room(self, room: str) -> None:
        roster = self._bridge.projected.state(RosterState)
        inside = roster.those_in(room_channel(room))
        if inside:
            title = self.tr("Close %1?").replace("%1", roster.rooms[room].name)
            detail = self.tr("%n people return to the main room.", "from a room that closes", len(inside))
            if not await confirm(self._window, title, detail, self.tr("Close the room"), dangerous=True):
                return
        self._bridge.submit(b.CloseRoom(room=room))

    async def _remove(self, members: tuple[str, ...]) -> None:
        if len(members) == 1:
            title = self.tr("Remove %1 from the class?").replace("%1", member_name(self._bridge.projected, members[0]))
        else:
            title = self.tr("Remove %n people from the class?", "chosen", len(members))
        detail = self.tr("Their links stop working. What they wrote stays.")
        if await confirm(self._window, title, detail, self.tr("Remove"), dangerous=True):
            for member in members:
                self._bridge.submit(c.RemoveMember(member=member))

    async def _erase(self, member: str) -> None:
        title = self.tr("Erase everything %1 wrote?").replace("%1", member_name(self._bridge.projected, member))
        detail = self.tr("The name and every text are erased, here and on every other copy. It cannot be undone.")
        if await confirm(self._window, title, detail, self.tr("Erase for good"), dangerous=True):
            self._bridge.submit(c.EraseMember(member=member))

    def _copy_link(self, token: str, name: str) -> None:
        # Not the address this desktop itself uses: beside its own relay that is this computer alone.
        base = self._bridge.projected.state(SessionState).address or self._bridge.base
        link = write_link(SeatLink(base, self._bridge.session, token))
        QGuiApplication.clipboard().setText(link)
        nearby = self._bridge.projected.state(SessionState).nearby
        text = (
            QCoreApplication.translate("Links", "Personal link of %1 copied. It works on this network only.")
            if nearby
            else QCoreApplication.translate("Links", "Personal link of %1 copied")
        )
        self._toast.say(text.replace("%1", name))
