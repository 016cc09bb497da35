"""A choice among few, side by side."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence
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
        parent: the owner.
    """

    chosen = Signal(object)

    def __init__(self, name: str, segments: tuple[Segment, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
            button.clicked.connect(lambda _checked=False, key=segment.key: self.chosen.emit(key))
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
            button.setText(segment.text)
            button.setAccessibleName(segment.text)
            if segment.shortcut:
                button.setToolTip(with_shortcut(segment.text, QKeySequence(segment.shortcut)))

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

    def changeEvent(self, event: QEvent) -> None:
        """Let the icons grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for button in self._buttons.values():
                button.setIconSize(beside_words(icon_size() - 2))
