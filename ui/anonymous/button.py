"""Beside a conversation's name: whether learners may write there without theirs, and a menu to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.anonymous.commands import AllowAnonymous, MuteAlias
from app.domain.anonymous.decider import ALL, AnonymousState
from app.domain.anonymous.events import Allowed
from app.domain.kernel.readings import Anonymity
from app.domain.kernel.words import MAIN, STAFF, Role
from ui.anonymous.words import mode_explained, mode_name
from ui.bridge.names import member_name, place_name
from ui.bridge.session import Changed, SessionBridge
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.widgets.toast import Toast

_MODES = (Anonymity.OFF, Anonymity.PEERS, Anonymity.EVERYBODY)


class VeilButton(Translated, Button):
    """Says whether one may be anonymous in a channel, and to whom; the host changes it, staff hear aliases again.

    Args:
        bridge: to the session.
        toast: tells what was done.
        parent: the owner.
    """

    def __init__(self, bridge: SessionBridge, toast: Toast, parent: QWidget | None = None) -> None:
        super().__init__(kind=ButtonKind.QUIET, icon_name="eye-off", parent=parent)
        self._bridge, self._toast = bridge, toast
        self._channel = MAIN
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.clicked.connect(self.open_menu)
        bridge.stateChanged.connect(self._changed)
        self.retranslate()

    def show_channel(self, channel: str) -> None:
        """Be about another channel.

        Args:
            channel: an id.
        """
        self._channel = channel
        self.retranslate()

    def allow(self, channel: str, mode: Allowed) -> None:
        """Let learners write without their name, or not.

        Args:
            channel: where; `all` for every channel without a rule of its own.
            mode: to whom they are anonymous.
        """
        self._bridge.submit(AllowAnonymous(channel=channel, mode=mode))

    def turn(self, alias: object) -> None:
        """Take nothing more from an alias in its activity, or hear it again.

        Args:
            alias: as messages name it.
        """
        if not isinstance(alias, str):
            return
        world = self._bridge.projected
        muted = not world.veil.is_muted(alias)
        if self._bridge.submit(MuteAlias(alias=alias, on=muted)) is None:
            return
        back = MuteAlias(alias=alias, on=not muted)
        text = self.tr("%1 cannot write without a name in this activity any more.")
        text = text if muted else self.tr("%1 is heard again.")
        self._toast.say(text.replace("%1", member_name(world, alias)), undo=lambda: self._bridge.submit(back))

    def retranslate(self) -> None:
        """Say the words again."""
        mode = self._bridge.projected.veil.anonymity(self._channel)
        is_host = self._bridge.role is Role.HOST
        # Where nobody may, only the host has something to do here.
        self.setVisible(self._channel != STAFF and (is_host or mode is not Anonymity.OFF))
        self.say("" if mode is Anonymity.OFF else mode_name(mode), f"{mode_name(mode)}. {mode_explained(mode)}.")
        self.setAccessibleName(self.tr("Anonymous messages: %1").replace("%1", mode_name(mode)))

    def open_menu(self) -> None:
        """Show what can be chosen."""
        self.fill()
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def fill(self) -> QMenu:
        """Write the menu as things stand.

        Returns:
            It.
        """
        menu, state = self._menu, self._bridge.projected.state(AnonymousState)
        menu.clear()
        is_host = self._bridge.role is Role.HOST
        menu.addSection(self.tr("Everywhere"))
        of_all = state.modes.get(ALL, Anonymity.OFF)
        group = QActionGroup(menu)
        for mode in _MODES:
            self._choice(group, mode_name(mode), mode_explained(mode), ALL, Allowed(str(mode)), on=mode is of_all)
        menu.addSection(self.tr("In “%1” only").replace("%1", place_name(self._bridge.projected, self._channel)))
        own = state.modes.get(self._channel)
        group = QActionGroup(menu)
        same = self.tr("As everywhere")
        self._choice(group, same, mode_explained(of_all), self._channel, Allowed.SAME, on=own is None)
        for mode in _MODES:
            explained = mode_explained(mode)
            self._choice(group, mode_name(mode), explained, self._channel, Allowed(str(mode)), on=mode is own)
        for action in menu.actions():
            action.setEnabled(is_host or action.isSeparator())
        muted = [alias for alias in state.muted if state.aliases.get(alias) == state.scope]
        if muted:
            menu.addSection(self.tr("Not heard in this activity"))
        for alias in muted:
            name = member_name(self._bridge.projected, alias)
            hear = menu.addAction(self.tr("Hear %1 again").replace("%1", name))
            hear.triggered.connect(lambda _checked=False, each=alias: self.turn(each))
        return menu

    def _choice(self, group: QActionGroup, name: str, tip: str, channel: str, mode: Allowed, *, on: bool) -> QAction:
        action: QAction = self._menu.addAction(name)
        action.setToolTip(tip)
        action.setCheckable(True)
        action.setChecked(on)
        group.addAction(action)
        action.triggered.connect(lambda _checked=False: self.allow(channel, mode))
        return action

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and (changed.touches("anonymous", "agenda", "roster") or changed.pending):
            self.retranslate()
