"""Buttons: primary, quiet, plain, danger and link, and those that show only an icon."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui.widgets.icons import beside_words, icon, icon_size
from ui.widgets.labels import set_look
from ui.widgets.translated import with_shortcut


class ButtonKind(StrEnum):
    """How much a button asks for. One primary button a view."""

    PRIMARY = "primary"
    QUIET = "quiet"
    PLAIN = "plain"
    DANGER = "danger"
    LINK = "link"


_INK = {
    ButtonKind.PRIMARY: "on_accent",
    ButtonKind.QUIET: "muted",
    ButtonKind.PLAIN: "muted",
    ButtonKind.DANGER: "on_danger",
    ButtonKind.LINK: "accent_text",
}


class Button(QPushButton):
    """A button with words, and maybe an icon before them.

    Args:
        text: already translated; a verb.
        kind: how much it asks for.
        icon_name: a drawing, or none.
        shortcut: keys that press it while its window is active.
        tip: what it does, when the words alone do not say it; the keys are added.
        parent: the owner.
    """

    def __init__(
        self,
        text: str = "",
        *,
        kind: ButtonKind = ButtonKind.QUIET,
        icon_name: str | None = None,
        shortcut: QKeySequence | str | None = None,
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys = shortcut
        self._kind = kind
        self.setProperty("kind", kind.value)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        # Tab reaches it; a click leaves the caret where one was writing.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setIconSize(beside_words())
        if icon_name is not None:
            self.set_icon(icon_name)
        self.say(text, tip)

    def say(self, text: str, tip: str = "") -> None:
        """Set the words.

        Args:
            text: already translated.
            tip: what it does; empty repeats the words when there are keys to tell.
        """
        self.setText(text)
        self.setAccessibleName(text.replace("&", ""))
        self.setToolTip(with_shortcut(tip or text, self._keys) if tip or self._keys else "")
        if self._keys:
            # Qt forgets a button's shortcut when its text changes.
            self.setShortcut(QKeySequence(self._keys))

    def set_icon(self, name: str) -> None:
        """Set the icon.

        Args:
            name: of the drawing.

        Raises:
            IconMissingError: when there is none of this name.
        """
        self.setIcon(icon(name, _INK[self._kind]))

    def set_kind(self, kind: ButtonKind) -> None:
        """Change how much it asks for.

        Args:
            kind: from now on.
        """
        self._kind = kind
        set_look(self, kind=kind.value)

    def changeEvent(self, event: QEvent) -> None:
        """Let the icon grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setIconSize(beside_words())


class IconButton(QToolButton):
    """A button that shows only an icon; its words are told by the tooltip and to screen readers.

    Args:
        icon_name: the drawing.
        text: what it does, already translated.
        shortcut: keys that press it while its window is active.
        checkable: whether it stays down.
        parent: the owner.
    """

    def __init__(
        self,
        icon_name: str,
        text: str = "",
        *,
        shortcut: QKeySequence | str | None = None,
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys = shortcut
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setIconSize(QSize(icon_size(), icon_size()))
        self.set_icon(icon_name)
        self.say(text)

    def say(self, text: str) -> None:
        """Set the words.

        Args:
            text: what it does, already translated.
        """
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(with_shortcut(text, self._keys))
        if self._keys:
            self.setShortcut(QKeySequence(self._keys))

    def set_icon(self, name: str, colour_name: str = "muted") -> None:
        """Set the icon.

        Args:
            name: of the drawing.
            colour_name: a field of `Colours`.

        Raises:
            IconMissingError: when there is none of this name.
        """
        self.setIcon(icon(name, colour_name))

    def tell_keys(self, shortcut: QKeySequence | str) -> None:
        """Tell keys that someone else has wired.

        Args:
            shortcut: the keys.
        """
        self.setToolTip(with_shortcut(self.text(), shortcut))

    def changeEvent(self, event: QEvent) -> None:
        """Let the icon grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setIconSize(QSize(icon_size(), icon_size()))
