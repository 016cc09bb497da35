"""Over the people in Live: how many of those expected have come, and who a stranger is, settled by one gesture."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu

from app.domain.expected.decider import ExpectedState
from ui.bridge.names import member_name
from ui.bridge.session import Changed, SessionBridge
from ui.expected.attention import ExpectedAttention
from ui.expected.matching import Matching
from ui.shell.actions import Action, Actions
from ui.shell.attention import Attention
from ui.shell.panels import Mode
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.icons import icon
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.expected.decider import Person
    from ui.expected.matching import Arrivals, Stranger
    from ui.shell.panels import Services

NAME = "expected"
_MOST_IN_A_MENU = 30


class ExpectedStrip(Translated, Ground):
    """Shown while a class has a list: how it stands, and the next stranger with whom they may be.

    Args:
        services: `SessionBridge`, `Actions`, `Attention` and `Toast`.
        show_member: brings a member into sight in the list below.
    """

    def __init__(self, services: Services, show_member: Callable[[str], object]) -> None:
        super().__init__("card", margin=tokens().space.m, spacing=tokens().space.xs)
        self._bridge = services.need(SessionBridge)
        self._attention = services.need(Attention)
        self.matching = Matching(self._bridge, services.need(Toast), self)
        self._items = ExpectedAttention(self._bridge, self.matching, show_member, self._refresh, self)
        self._count = ElidedLabel(words=Words.STRONG)
        self._who = Label(tone=Tone.MUTED, wrap=True)
        self.yes = Button(kind=ButtonKind.PRIMARY, icon_name="user-check")
        self.other = Button(kind=ButtonKind.QUIET)
        self.all = Button(kind=ButtonKind.QUIET, icon_name="check-check")
        row = QHBoxLayout()
        row.setSpacing(tokens().space.s)
        row.addWidget(self.yes)
        row.addWidget(self.other)
        row.addStretch(1)
        self.column.addWidget(self._count)
        self.column.addWidget(self._who)
        self.column.addLayout(row)
        self.column.addWidget(self.all)
        self.yes.clicked.connect(self.match_first)
        self.other.clicked.connect(self._open_others)
        self.all.clicked.connect(self.matching.match_sure)
        self.matching.changed.connect(self._show)
        self._bridge.stateChanged.connect(self._changed)
        services.need(Actions).add(
            Action(
                "expected.match",
                lambda: QCoreApplication.translate("Actions", "Find those who came on the list of people expected"),
                self.matching.match_sure,
                group=lambda: QCoreApplication.translate("Actions", "People"),
                icon_name="check-check",
                modes=frozenset({Mode.LIVE}),
                enabled=lambda: bool(self.matching.arrivals().sure),
            ),
            owner=self,
        )
        self._attention.contribute(NAME, self._items.items, owner=self)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.other.say(self.tr("Somebody else…"))
        self._show()

    def match_first(self) -> None:
        """Say that the stranger who is asked about is who they likely are."""
        stranger = self._asked_about(self.matching.arrivals())
        if stranger is not None and stranger.meant:
            self.matching.match([(stranger.member, stranger.meant[0])])

    def add_to(self, menu: QMenu, member: str) -> None:
        """Add to a person's menu who they may be on the list, or the way back.

        Args:
            menu: of the person.
            member: their id.
        """
        arrivals = self.matching.arrivals()
        stranger = next((each for each in arrivals.strangers if each.member == member), None)
        if stranger is not None and arrivals.missing:
            menu.addMenu(self.people_menu(stranger, menu))
        elif member in self._bridge.projected.state(ExpectedState).matched:
            found = self._bridge.projected.state(ExpectedState).of(member)
            name = found.name.replace("&", "&&") if found is not None else ""
            text = self.tr("Is not %1 on the list").replace("%1", name)
            menu.addAction(icon("user-x"), text, partial(self.matching.unmatch, (member,)))

    def people_menu(self, stranger: Stranger, parent: QMenu | None = None) -> QMenu:
        """Make the menu of those on the list whom a stranger may be, the likeliest first.

        Args:
            stranger: who came by the code.
            parent: of the menu.
        """
        menu = QMenu(self.tr("Is on the list as"), parent or self)
        menu.setIcon(icon("user-check"))
        for person in stranger.meant:
            menu.addAction(icon("user-check"), _label(person), partial(self._match, stranger, person))
        rest = [person for person in self.matching.arrivals().missing if person not in stranger.meant]
        if stranger.meant and rest:
            menu.addSeparator()
        for person in sorted(rest, key=lambda each: (each.surname, each.first_name))[:_MOST_IN_A_MENU]:
            menu.addAction(_label(person), partial(self._match, stranger, person))
        if len(rest) > _MOST_IN_A_MENU:
            more = menu.addAction(self.tr("… and %n more", "people", len(rest) - _MOST_IN_A_MENU))
            more.setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Not on the list"), partial(self.matching.set_aside, stranger.member))
        return menu

    def _match(self, stranger: Stranger, person: Person) -> None:
        self.matching.match([(stranger.member, person)])

    def _open_others(self) -> None:
        stranger = self._asked_about(self.matching.arrivals())
        if stranger is not None:
            menu = self.people_menu(stranger)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.other.mapToGlobal(self.other.rect().bottomLeft()))

    @staticmethod
    def _asked_about(arrivals: Arrivals) -> Stranger | None:
        return arrivals.strangers[0] if arrivals.strangers and arrivals.missing else None

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and (changed.touches(NAME, "roster", "session") or changed.pending):
            self._show()
            self._refresh()

    def _refresh(self) -> None:
        self._attention.refresh(NAME)

    def _show(self) -> None:
        arrivals = self.matching.arrivals()
        self.setVisible(bool(arrivals.expected))
        if not arrivals.expected:
            return
        left = len(arrivals.missing)
        if left:
            text = self.tr("%1 of %2 not here yet").replace("%1", str(left)).replace("%2", str(arrivals.expected))
        else:
            text = self.tr("All %n people expected have come", "", arrivals.expected)
        self._count.setText(text)
        stranger = self._asked_about(arrivals)
        for widget in (self._who, self.yes, self.other):
            widget.setVisible(stranger is not None)
        sure = len(arrivals.sure)
        self.all.say(self.tr("Match all %n who are on the list", "", sure))
        self.all.setVisible(sure > 1)
        if stranger is None:
            return
        name = member_name(self._bridge.projected, stranger.member)
        if stranger.meant:
            meant = stranger.meant[0].name
            self._who.setText(self.tr("%1 came by the code. Is it %2?").replace("%1", name).replace("%2", meant))
            self.yes.say(self.tr("Yes"), self.tr("It is %1").replace("%1", meant))
        else:
            self._who.setText(self.tr("%1 came by the code, and nobody on the list is called so.").replace("%1", name))
        self.yes.setVisible(bool(stranger.meant))


def _label(person: Person) -> str:
    more = person.employer or person.group
    return (f"{person.name} · {more}" if more else person.name).replace("&", "&&")
