"""The window of the people expected: their list and their invitation, beside Prepare, blocking nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout

from ui.expected.invitation import InvitationView
from ui.expected.listing import ListView
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import ElidedLabel, Tone, Words
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.bridge.tasks import TaskScope
    from ui.expected.lists import Lists
    from ui.prepare.plans import Plans
    from ui.session.desk import Desk

PEOPLE, INVITATION = "people", "invitation"


class PeopleSheet(Translated, QDialog):
    """The people of the open plan, and what is written to them.

    Args:
        plans: the open one is shown.
        lists: keep the people.
        desk: knows the class, once there is one.
        scope: runs what waits.
        parent: the window.
    """

    def __init__(self, plans: Plans, lists: Lists, desk: Desk, scope: TaskScope, parent: QWidget) -> None:
        super().__init__(parent)
        self._plans, self._lists, self._scope = plans, lists, scope.child(self)
        self._title = ElidedLabel(words=Words.HEADING)
        self._under = ElidedLabel(words=Words.CAPTION, tone=Tone.MUTED)
        self.pages = Segmented("", self._segments())
        self.list = ListView(lists, self._scope)
        self.invitation = InvitationView(plans, lists, desk, self._scope)
        self.send = Button(kind=ButtonKind.QUIET, icon_name="send")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.invitation)
        space = tokens().space
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._under)
        head = QHBoxLayout()
        head.setSpacing(space.m)
        head.addLayout(words, 1)
        head.addWidget(self.send)
        head.addWidget(self.pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.xl, space.l, space.xl, space.l)
        column.setSpacing(space.m)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        self.resize(1000, 680)
        self.setMinimumSize(720, 520)
        self.pages.chosen.connect(self.show_page)
        self.send.clicked.connect(lambda: self._scope.spawn(self._send(), name="expect people"))
        plans.opened.connect(lambda _kept: self._show())
        plans.changed.connect(lambda _changed: self._show())
        lists.changed.connect(lambda _list: self._show())
        desk.seats_changed.connect(lambda _seats: self._show())
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setWindowTitle(self.tr("People expected"))
        self.pages.say(self.tr("What is shown"), self._segments())
        self.send.setToolTip(self.tr("Keep a seat in the class for those who were added to the list since"))
        self._show()

    def show_page(self, key: object) -> None:
        """Show the list or the invitation.

        Args:
            key: `people` or `invitation`.
        """
        self.pages.choose(str(key))
        self._stack.setCurrentWidget(self.invitation if key == INVITATION else self.list)
        if key == INVITATION:
            self.invitation.show_text()

    def come(self) -> None:
        """Show the window, on the list of the open plan."""
        self._show()
        self.show()
        self.raise_()
        self.activateWindow()

    def _segments(self) -> tuple[Segment, ...]:
        return (
            Segment(PEOPLE, self.tr("People"), "users"),
            Segment(INVITATION, self.tr("Invitation"), "send"),
        )

    def _show(self) -> None:
        kept = self._plans.current
        if kept is None:
            self.close()
            return
        self._title.setText(kept.title or self.tr("Untitled plan"))
        self._under.setText(self.tr("The list stays on this computer; it does not travel with the plan."))
        self.list.open(kept.id)
        unsent = len(self._lists.unsent(kept.id)) if self.invitation.open_class is not None else 0
        self.send.say(self.tr("Add %n people to the class", "", unsent))
        self.send.setVisible(bool(unsent))

    async def _send(self) -> None:
        one, kept = self.invitation.open_class, self._plans.current
        if one is not None and kept is not None:
            await self._lists.send(kept.id, one.bridge)
            self._show()
