"""How things stand together: cards, section headers, separators, panes and scrolled columns."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ui.widgets.badge import Badge
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.theme import tokens


def separator(*, down: bool = False) -> QFrame:
    """Make a thin line.

    Args:
        down: vertical instead of across.
    """
    line = QFrame()
    line.setProperty("line", "down" if down else "across")
    return line


def tight(layout: QBoxLayout, *, spacing: int = 0, margin: int = 0) -> QBoxLayout:
    """Set a layout's distances.

    Args:
        layout: to set.
        spacing: between its items, in logical pixels.
        margin: around them.

    Returns:
        The same layout.
    """
    layout.setSpacing(spacing)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout


class Ground(QFrame):
    """A plain area in one of the grounds of the theme, with a column in it.

    Args:
        ground: `window`, `surface`, `sunken`, `card`, `raised`, `topbar`, `rail` or `side`.
        margin: around the column, in logical pixels.
        spacing: within it.
        parent: the owner.
    """

    def __init__(self, ground: str, *, margin: int = 0, spacing: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", ground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        tight(self.column, spacing=spacing, margin=margin)


class Card(Ground):
    """A group of things that belong together, on a surface with a thin border; add to its `column`.

    Args:
        parent: the owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        space = tokens().space
        super().__init__("card", margin=space.l, spacing=space.s, parent=parent)


class SectionHeader(QWidget):
    """The title of a section, how many things it has, and what can be done with all of them.

    Args:
        title: already translated.
        trailing: widgets at the right, usually one icon button.
        words: the step of the type scale.
        parent: the owner.
    """

    def __init__(
        self,
        title: str = "",
        *,
        trailing: tuple[QWidget, ...] = (),
        words: Words = Words.STRONG,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(words=words)
        self._count = Badge()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens().space.s)
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        for widget in trailing:
            row.addWidget(widget)
        self.setMinimumHeight(32)
        self.say(title)

    def say(self, title: str, *, count: int | None = None, tone: Tone = Tone.MUTED) -> None:
        """Set the words.

        Args:
            title: already translated.
            count: how many things it has; none shows no number.
            tone: of the number.
        """
        self._title.setText(title)
        self._count.setVisible(count is not None)
        if count is not None:
            self._count.say(str(count), tone)
        self.setAccessibleName(title if count is None else f"{title} ({count})")


def overline(text: str) -> Label:
    """Make the small heading of a group.

    Args:
        text: already translated.
    """
    return Label(text, words=Words.OVERLINE, tone=Tone.FAINT)


def panes(*widgets: QWidget, sizes: tuple[int, ...], down: bool = False) -> QSplitter:
    """Put widgets side by side with movable lines between them.

    Args:
        widgets: from left to right, or from top to bottom.
        sizes: their first sizes in logical pixels; the largest one takes what is left over.
        down: one below the other instead.
    """
    made = QSplitter(Qt.Orientation.Vertical if down else Qt.Orientation.Horizontal)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for widget in widgets:
        made.addWidget(widget)
    made.setSizes(list(sizes))
    for place, size in enumerate(sizes):
        made.setStretchFactor(place, 1 if size == max(sizes) else 0)
    return made


def scrolled(content: QWidget) -> QScrollArea:
    """Let a widget scroll up and down when it is taller than its place.

    Args:
        content: as wide as the place.
    """
    content.setProperty("scrolled", "true")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
