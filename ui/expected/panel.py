"""The panel of the people expected: in Prepare's rail, how many they are, and the way to their list and invitation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.bridge.tasks import TaskScope
from ui.expected.lists import Lists
from ui.expected.sheet import INVITATION, PEOPLE, PeopleSheet
from ui.expected.words import SAID
from ui.prepare.plans import Plans
from ui.session.desk import Desk
from ui.shell.actions import Action, Actions
from ui.shell.panels import Mode, Panel, Place
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import SectionHeader
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.shell.panels import Services

NAME = "expected"
_PREPARE = frozenset({Mode.PREPARE})


class ExpectedPanel(Translated, QWidget):
    """How many people the open plan expects, and the buttons to their list and to the invitation.

    Args:
        services: `Plans`, `Lists`, `Desk`, `Actions` and a `TaskScope`.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._plans, self._lists, self._desk = services.need(Plans), services.need(Lists), services.need(Desk)
        self._scope = services.need(TaskScope)
        self._sheet: PeopleSheet | None = None
        self._header = SectionHeader()
        self._told = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self.people = Button(kind=ButtonKind.QUIET, icon_name="users")
        self.invitation = Button(kind=ButtonKind.QUIET, icon_name="send")
        space = tokens().space
        row = QHBoxLayout()
        row.setContentsMargins(space.m, 0, space.s, 0)
        row.setSpacing(space.xs)
        row.addWidget(self.people)
        row.addWidget(self.invitation)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space.s, 0, space.s)
        column.setSpacing(space.xs)
        for widget in (self._header, self._told):
            widget.setContentsMargins(space.m, 0, space.s, 0)
        column.addWidget(self._header)
        column.addWidget(self._told)
        column.addLayout(row)
        # Plans and classes share the height of the rail; this says one thing.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.people.clicked.connect(lambda: self.open(PEOPLE))
        self.invitation.clicked.connect(lambda: self.open(INVITATION))
        # Both outlive this panel: what is no function of its own would be called after its end.
        self._plans.opened.connect(self._show)
        self._lists.changed.connect(self._show)
        services.need(Actions).add(
            Action(
                "expected.people",
                lambda: QCoreApplication.translate("Actions", "People expected"),
                lambda: self.open(PEOPLE),
                shortcut="Ctrl+Shift+P",
                group=_group,
                icon_name="users",
                modes=_PREPARE,
                enabled=lambda: self._plans.current is not None,
            ),
            Action(
                "expected.invitation",
                lambda: QCoreApplication.translate("Actions", "Write the invitation"),
                lambda: self.open(INVITATION),
                group=_group,
                icon_name="send",
                modes=_PREPARE,
                enabled=lambda: self._plans.current is not None,
            ),
            owner=self,
        )
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.people.say(self.tr("List…"), self.tr("People expected"))
        self.people.setToolTip(f"{self.tr('People expected')}  (Ctrl+Shift+P)")
        self.invitation.say(self.tr("Invitation…"), self.tr("Write the invitation"))
        self._show()

    def open(self, page: str) -> None:
        """Open the window of the people expected.

        Args:
            page: `people` or `invitation`.
        """
        if self._plans.current is None:
            return
        if self._sheet is None:
            self._sheet = PeopleSheet(self._plans, self._lists, self._desk, self._scope, self.window())
            self.destroyed.connect(self._sheet.deleteLater)
        self._sheet.come()
        self._sheet.show_page(page)

    def _show(self, _what: object = None) -> None:
        kept = self._plans.current
        if kept is not None:
            self._lists.want(kept.id)
        count = len(self._lists.of(kept.id).people) if kept is not None else 0
        self._header.say(self.tr("People expected"), count=count or None)
        self._told.setText(self.tr("Paste or import who comes, and write to them."))
        self._told.setVisible(not count)
        for button in (self.people, self.invitation):
            button.setEnabled(kept is not None)


def _group() -> str:
    return QCoreApplication.translate("Actions", "Plan")


PANELS = (Panel(NAME, Mode.PREPARE, Place.RAIL, 15, ExpectedPanel, words=SAID),)
"""In Live, the people expected stand among the others, in the People panel."""
