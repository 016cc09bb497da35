"""Words on the screen: labels in the sizes and tones of the theme."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Words(StrEnum):
    """The steps of the type scale."""

    CAPTION = "caption"
    BODY = "body"
    STRONG = "strong"
    OVERLINE = "overline"
    TITLE = "title"
    HEADING = "heading"
    DISPLAY = "display"
    JUMBO = "jumbo"


class Tone(StrEnum):
    """What a colour says; never said by colour alone."""

    TEXT = "text"
    MUTED = "muted"
    FAINT = "faint"
    ACCENT = "accent"
    OK = "ok"
    INFO = "info"
    WARN = "warn"
    DANGER = "danger"


def ink_of(tone: Tone) -> str:
    """Name the colour in which words of a tone are written.

    Args:
        tone: of the words.
    """
    return tone.value if tone in {Tone.TEXT, Tone.MUTED, Tone.FAINT} else f"{tone.value}_text"


def ground_of(tone: Tone) -> str:
    """Name the soft colour that lies under words of a tone.

    Args:
        tone: of the words.
    """
    return "sunken" if tone in {Tone.TEXT, Tone.MUTED, Tone.FAINT} else f"{tone.value}_soft"


def set_look(widget: QWidget, **properties: str) -> None:
    """Set properties that the style sheet asks for, and dress the widget again.

    Args:
        widget: to dress.
        properties: such as `tone="muted"`.
    """
    for name, value in properties.items():
        widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


class Label(QLabel):
    """A text in one step of the scale and one tone; plain text only, so that nobody's name becomes markup.

    Args:
        text: already translated.
        words: the step of the scale.
        tone: what its colour says.
        wrap: whether it may take several lines.
        parent: the owner.
    """

    def __init__(
        self,
        text: str = "",
        *,
        words: Words = Words.BODY,
        tone: Tone = Tone.TEXT,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("words", words.value)
        self.setProperty("tone", tone.value)

    def set_tone(self, tone: Tone) -> None:
        """Change the tone.

        Args:
            tone: what the colour shall say now.
        """
        if self.property("tone") != tone.value:
            set_look(self, tone=tone.value)


class ElidedLabel(Label):
    """A label of one line that ends in an ellipsis when the room is short; its tooltip then has the whole text."""

    def __init__(
        self,
        text: str = "",
        *,
        words: Words = Words.BODY,
        tone: Tone = Tone.TEXT,
        where: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, words=words, tone=tone, parent=parent)
        self._where = where
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Allow it to shrink to a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def shown_text(self) -> str:
        """Give the text as it is shown, with its ellipsis if it has one."""
        return self.fontMetrics().elidedText(self.text(), self._where, self.contentsRect().width())

    def setText(self, text: str) -> None:
        """Show another text.

        Args:
            text: already translated; line breaks become spaces.
        """
        super().setText(" ".join(text.split("\n")))
        self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text where it does not fit."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text as far as there is room."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), self.shown_text())

    def _tell_whole(self) -> None:
        self.setToolTip(self.text() if self.shown_text() != self.text() else "")
