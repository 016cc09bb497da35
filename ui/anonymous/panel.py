"""Over the conversation while learners may write without their name: who knows it, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from app.domain.anonymous.decider import ALL, AnonymousState
from app.domain.kernel.readings import Anonymity
from app.domain.kernel.words import Phase
from ui.anonymous.words import mode_explained, mode_name
from ui.bridge.names import place_name
from ui.bridge.session import Changed, SessionBridge
from ui.shell.panels import Mode, Panel, Place, Services
from ui.widgets.banner import IconMark
from ui.widgets.labels import ElidedLabel, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.i18n import Words as Said

NAME = "anonymous"


class AnonymousStrip(Translated, Ground):
    """Says where learners may write without their name, and how many aliases are not heard.

    Args:
        services: the `SessionBridge`.
    """

    def __init__(self, services: Services) -> None:
        super().__init__("sunken")
        self._bridge = services.need(SessionBridge)
        self._text = ElidedLabel(words=Words.CAPTION)
        space = tokens().space
        row = QHBoxLayout()
        row.setContentsMargins(space.l, space.xs, space.m, space.xs)
        row.setSpacing(space.s)
        row.addWidget(IconMark("eye-off", "muted", size=16))
        row.addWidget(self._text, 1)
        self.column.addLayout(row)
        self._bridge.stateChanged.connect(self._changed)
        self.retranslate()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def retranslate(self) -> None:
        """Say the words again."""
        world = self._bridge.projected
        state = world.state(AnonymousState)
        rules = {channel: mode for channel, mode in state.modes.items() if mode is not Anonymity.OFF}
        self.setVisible(bool(rules) and world.life.phase not in {Phase.ENDED, Phase.ARCHIVED})
        said = []
        for channel, mode in rules.items():
            place = self.tr("everywhere") if channel == ALL else place_name(world, channel)
            said.append(f"{mode_name(mode)} ({place})")
        muted = sum(state.aliases.get(alias) == state.scope for alias in state.muted)
        if muted:
            said.append(self.tr("%n not heard", "aliases", muted))
        self._text.setText(self.tr("Learners may write without their name: %1").replace("%1", " · ".join(said)))
        modes = dict.fromkeys(rules.values())
        self.setToolTip("\n".join(f"{mode_name(mode)}: {mode_explained(mode)}." for mode in modes))

    def _changed(self, changed: object) -> None:
        touched = isinstance(changed, Changed) and (
            changed.touches(NAME, "agenda", "session", "topics", "roster") or changed.pending
        )
        if touched:
            self.retranslate()


WORDS: dict[str, Said] = {
    "anonymous.allow": lambda: QCoreApplication.translate("Anonymous", "changing who may be anonymous"),
    "anonymous.mute": lambda: QCoreApplication.translate("Anonymous", "muting an alias"),
    "unknown_alias": lambda: QCoreApplication.translate("Anonymous", "Nobody wrote under this alias."),
    "anonymity_changed": lambda: QCoreApplication.translate(
        "Anonymous", "Who knows the author has changed meanwhile. Nothing was sent."
    ),
    "alias_muted": lambda: QCoreApplication.translate("Anonymous", "This alias is not heard in this activity."),
}
"""What can be asked about messages without a name, as the end of a sentence, and what is wrong with it."""

PANELS = (Panel(NAME, Mode.LIVE, Place.STAGE, 40, AnonymousStrip, words=WORDS),)
