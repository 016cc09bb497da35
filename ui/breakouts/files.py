"""Who comes into which room, as text for another tool's chat, and from and to files."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.expected.decider import ExpectedState
from app.people.rooms import Known, RoomFile, Seating, seating, seating_file, seating_text
from app.plans.encoding import decoded
from ui.breakouts.proposal import Group, Proposal
from ui.bridge.dialogs import FileAsk, ask_file
from ui.bridge.names import member_name
from ui.bridge.saving import save_as
from ui.widgets.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ui.bridge.session import SessionBridge
    from ui.bridge.tasks import TaskScope
    from ui.widgets.toast import Toast

_MOST_BYTES: Final = 4_000_000
_SHOWN: Final = 5


class Seatings(QObject):
    """Copies, saves and reads who comes into which room.

    `read` carries a proposal that a file makes, `told` what there is to say of it.

    Args:
        bridge: of the session.
        scope: for files.
        toast: says what was done.
        window: dialogs open over it.
    """

    read = Signal(object)
    told = Signal(object)

    def __init__(self, bridge: SessionBridge, scope: TaskScope, toast: Toast, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._scope, self._toast, self._window = bridge, scope, toast, window

    def known(self, members: Iterable[str]) -> dict[str, Known]:
        """Say who members are.

        Args:
            members: of the class.
        """
        world = self._bridge.projected
        expected = world.state(ExpectedState)
        found = {}
        for member in members:
            person = expected.of(member)
            found[member] = Known(member_name(world, member), person.email if person is not None else "")
        return found

    def menu(self, groups: Callable[[], Sequence[Group]], everybody: Callable[[], Sequence[str]]) -> QMenu:
        """Make the menu of what can be done with groups.

        Args:
            groups: gives them.
            everybody: gives the members who are there.
        """
        menu = QMenu(self._window)
        menu.addAction(icon("copy"), self.tr("Copy as text"), lambda: self.copy(groups()))
        menu.addSeparator()
        menu.addAction(icon("upload"), self.tr("From a CSV file…"), lambda: self._scope.spawn(self._open(everybody())))
        for kind, text in (
            (RoomFile.ZOOM, self.tr("Save as CSV for Zoom…")),
            (RoomFile.BIGBLUEBUTTON, self.tr("Save as CSV for BigBlueButton…")),
        ):
            menu.addAction(
                icon("download"), text, lambda kind=kind: self._scope.spawn(self._save(tuple(groups()), kind))
            )
        return menu

    def copy(self, groups: Sequence[Group]) -> None:
        """Put groups on the clipboard as text, one line a room.

        Args:
            groups: which.
        """
        world = self._bridge.projected
        lines = ((group.name, group.link, [member_name(world, one) for one in group.members]) for group in groups)
        QGuiApplication.clipboard().setText(seating_text(lines))
        self._toast.say(self.tr("The rooms are on the clipboard: paste them into the meeting’s chat"))

    async def _save(self, groups: Sequence[Group], kind: RoomFile) -> None:
        people = self.known(member for group in groups for member in group.members)
        text = seating_file(((group.name, group.members) for group in groups), people, kind)
        is_there = await save_as(
            self._window,
            self._toast,
            self.tr("Save the rooms"),
            name=f"{kind}.csv",
            patterns="CSV (*.csv)",
            make=lambda _path: text.encode("utf-8-sig"),
            done=self.tr("The rooms were saved"),
        )
        if not is_there:
            return
        without = [known.name for known in people.values() if not known.email] if kind is RoomFile.ZOOM else []
        if without:
            told = self.tr("Zoom knows people by their address, and these have none on the list: %1")
            self.told.emit(told.replace("%1", self._listed(without)))

    async def _open(self, everybody: Sequence[str]) -> None:
        source = await ask_file(
            self._window, FileAsk.OPEN, self.tr("Rooms from a file"), patterns="CSV (*.csv *.tsv *.txt)"
        )
        if source is None:
            return
        try:
            data = await asyncio.to_thread(_read, Path(source))
        except OSError as error:
            self.told.emit(self.tr("It could not be read: %1").replace("%1", error.strerror or str(error)))
            return
        found = seating(decoded(data) or "", self.known(everybody))
        if found.rooms:
            self.read.emit(_proposal(found, everybody))
        self.told.emit(self._findings(found))

    def _listed(self, names: Sequence[str]) -> str:
        shown = ", ".join(names[:_SHOWN])
        more = len(names) - _SHOWN
        return f"{shown} " + self.tr("and %n more", "", more) if more > 0 else shown

    def _findings(self, found: Seating) -> str:
        lines = []
        if not found.rooms:
            lines.append(self.tr("Nobody who is here stands in that file with a room."))
        if found.unknown:
            text = self.tr("Not here, or not to be told apart: %1")
            lines.append(text.replace("%1", self._listed([name for _, name in found.unknown])))
        if found.doubled:
            text = self.tr("Named more than once, the first counts: %1")
            lines.append(text.replace("%1", self._listed([name for _, name in found.doubled])))
        return "\n".join(lines)


def _proposal(found: Seating, everybody: Sequence[str]) -> Proposal:
    groups = tuple(Group(name[:60], members) for name, members in found.rooms)
    placed = {member for group in groups for member in group.members}
    return Proposal(groups, tuple(member for member in everybody if member not in placed))


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MOST_BYTES)
