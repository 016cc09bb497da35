"""A choice among few, side by side."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from ui.widgets.icons import beside_words, icon, icon_size
from ui.widgets.translated import with_shortcut


@dataclass(frozen=True)
class Segment:
    """One of the choices.

    Attributes:
        key: stable.
        text: already translated.
        icon_name: a drawing before the words, or none.
        shortcut: keys told by the tooltip; they are wired by whoever owns them.
    """

    key: str
    text: str
    icon_name: str | None = None
    shortcut: str = ""


class Segmented(QFrame):
    """Shows all choices, one of them taken; arrow keys move among them.

    `chosen` carries the key when the person chooses.

    Args:
        name: what is chosen, for screen readers; already translated.
        segments: the choices.
        shrinks: whether, where there is no room for all words, only the choice that is taken keeps its own beside its
            icon; the others' are told by their tooltips.
        parent: the owner.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, segments: tuple[Segment, ...], *, shrinks: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shrinks, self._wide = shrinks, 0
        self._words: dict[str, str] = {}
        self._with_keys = {segment.key for segment in segments if segment.shortcut}
        self.setProperty("ground", "segmented")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for segment in segments:
            button = QPushButton()
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setIconSize(beside_words(icon_size() - 2))
            if segment.icon_name is not None:
                button.setIcon(icon(segment.icon_name, "muted", checked="text"))
            button.clicked.connect(lambda _checked=False, key=segment.key: self._choose(key))
            self._group.addButton(button)
            self._buttons[segment.key] = button
            row.addWidget(button)
        self.say(name, segments)
        if segments:
            self.choose(segments[0].key)

    def say(self, name: str, segments: tuple[Segment, ...]) -> None:
        """Set the words again, in another language.

        Args:
            name: what is chosen.
            segments: the same keys as before.
        """
        self.setAccessibleName(name)
        for segment in segments:
            button = self._buttons[segment.key]
            self._words[segment.key] = segment.text
            button.setText(segment.text)
            button.setAccessibleName(segment.text)
            if segment.shortcut:
                button.setToolTip(with_shortcut(segment.text, QKeySequence(segment.shortcut)))
        self._measure()

    @property
    def current(self) -> str:
        """The key of what is taken."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Take a choice without telling `chosen`.

        Args:
            key: of a segment.

        Raises:
            KeyError: when there is no such choice.
        """
        self._buttons[key].setChecked(True)
        self._spell()

    def _choose(self, key: str) -> None:
        self._spell()
        self.chosen.emit(key)

    def sizeHint(self) -> QSize:
        """As wide as all words."""
        hint = super().sizeHint()
        return QSize(max(self._wide, hint.width()), hint.height()) if self._shrinks else hint

    def minimumSizeHint(self) -> QSize:
        """As narrow as its icons, and the words of one choice."""
        hint = super().minimumSizeHint()
        if not self._shrinks:
            return hint
        least = max((button.sizeHint().width() for button in self._buttons.values()), default=0)
        return QSize(min(hint.width(), least + len(self._buttons) * (icon_size() + 26)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words as far as there is room."""
        super().resizeEvent(event)
        self._spell()

    def _measure(self) -> None:
        """Take the measure of all words."""
        if not self._shrinks:
            return
        for key, button in self._buttons.items():
            button.setText(self._words[key])
        self._wide = super().sizeHint().width()
        self._spell()

    def _spell(self) -> None:
        """Write the words that there is room for."""
        if not self._shrinks:
            return
        short = 0 < self.width() < self._wide
        for key, button in self._buttons.items():
            words = self._words[key] if not short or button.isChecked() or button.icon().isNull() else ""
            if button.text() != words:
                button.setText(words)
            if key not in self._with_keys:
                button.setToolTip("" if words else self._words[key])

    def changeEvent(self, event: QEvent) -> None:
        """Let the icons grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for button in self._buttons.values():
                button.setIconSize(beside_words(icon_size() - 2))
            self._measure()
