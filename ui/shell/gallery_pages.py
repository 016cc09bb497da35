"""The pages of the gallery: each shows one family of widgets in all its states."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.avatar import Avatar
from ui.widgets.badge import Badge
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.composer import Composer
from ui.widgets.connection import Connection, ConnectionIndicator
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Field
from ui.widgets.icons import icon_names, paint_icon
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import Card, SectionHeader, overline
from ui.widgets.qr import QrCode
from ui.widgets.rows import RowsModel, RowsView
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import colour, tokens
from ui.widgets.time_label import Count, TimeLabel

PEOPLE = (
    "Amina Benali",
    "Benoît Lefèvre",
    "Chloé Nguyen",
    "David Okafor",
    "Éva Szabó",
    "Farid Haddad",
    "Gaël",
    "林 美玲",
)
_LINK = "http://192.168.1.20:8471/#c=TULIPE-42"


class Page(QWidget):
    """A page of the gallery: a title, then cards in a column."""

    def __init__(self) -> None:
        super().__init__()
        space = tokens().space
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(space.xl, space.xl, space.xl, space.xl)
        self.column.setSpacing(space.l)

    def card(self, title: str, *widgets: QWidget, across: bool = False) -> Card:
        """Add a card.

        Args:
            title: already translated.
            widgets: to stand in it.
            across: side by side instead of one below the other.
        """
        card = Card()
        card.column.addWidget(overline(title))
        if across:
            row = QHBoxLayout()
            row.setSpacing(tokens().space.m)
            for widget in widgets:
                row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addStretch(1)
            card.column.addLayout(row)
        else:
            for widget in widgets:
                card.column.addWidget(widget)
        self.column.addWidget(card)
        return card


class Swatches(QWidget):
    """Shows colours of the theme side by side.

    Args:
        names: fields of `Colours`.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names
        self.setFixedHeight(44)
        self.setAccessibleName(", ".join(names))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() // len(self._names)
        for place, name in enumerate(self._names):
            painter.setPen(colour("border"))
            painter.setBrush(colour(name))
            painter.drawRoundedRect(place * width + 1, 1, width - 6, 42, tokens().radius.m, tokens().radius.m)


class IconSheet(QWidget):
    """Shows every icon."""

    _CELL = 36

    def __init__(self) -> None:
        super().__init__()
        self._names = sorted(icon_names())
        self.setAccessibleName(", ".join(self._names))
        self.setMinimumHeight(self.heightForWidth(760))

    def heightForWidth(self, width: int) -> int:
        """As many lines as the width asks for."""
        return -(-len(self._names) // max(1, width // self._CELL)) * self._CELL

    def sizeHint(self) -> QSize:
        """For a page of the gallery."""
        return QSize(760, self.heightForWidth(760))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        across = max(1, self.width() // self._CELL)
        for place, name in enumerate(self._names):
            row, column = divmod(place, across)
            where = self.rect().adjusted(column * self._CELL + 8, row * self._CELL + 8, 0, 0)
            where.setSize(QSize(20, 20))
            paint_icon(painter, name, where, "text")


class Foundations(Page):
    """Colour, type and icons."""

    def __init__(self) -> None:
        super().__init__()
        words = [
            Label(self.tr("Learners learn from one another"), words=step)
            for step in (Words.DISPLAY, Words.HEADING, Words.TITLE, Words.STRONG, Words.BODY, Words.CAPTION)
        ]
        self.card(self.tr("Type"), *words, Label("👋 🎓 💡 🙌 ❤️ 👍🏽", words=Words.HEADING))
        tones = [Label(self.tr("Words"), tone=tone) for tone in Tone]
        self.card(self.tr("Tones of words"), *tones, across=True)
        self.card(
            self.tr("Colours"),
            Swatches(("window", "surface", "raised", "sunken", "hover", "pressed", "selected", "border")),
            Swatches(("accent", "accent_soft", "ok", "ok_soft", "warn", "warn_soft", "danger", "danger_soft")),
        )
        self.card(self.tr("Icons"), IconSheet())
        self.column.addStretch(1)


class Controls(Page):
    """Buttons, fields and choices."""

    def __init__(self) -> None:
        super().__init__()
        kinds = (
            Button(self.tr("Start the session"), kind=ButtonKind.PRIMARY, icon_name="play"),
            Button(self.tr("Copy the link"), kind=ButtonKind.QUIET, icon_name="copy"),
            Button(self.tr("Mute"), kind=ButtonKind.PLAIN, icon_name="mic-off"),
            Button(self.tr("Remove"), kind=ButtonKind.DANGER, icon_name="user-x"),
            Button(self.tr("Learn more"), kind=ButtonKind.LINK),
        )
        self.card(self.tr("Buttons"), *kinds, across=True)
        still = tuple(
            Button(self.tr("Not possible now"), kind=kind)
            for kind in (ButtonKind.PRIMARY, ButtonKind.QUIET, ButtonKind.PLAIN)
        )
        for button in still:
            button.setEnabled(False)
        self.card(self.tr("Disabled"), *still, across=True)
        tools = [IconButton(name, self.tr("A tool")) for name in ("hand", "reply", "smile", "pin", "ellipsis")]
        held = IconButton("hand", self.tr("A tool"), checkable=True)
        held.setChecked(True)
        self.card(self.tr("Icon buttons"), *tools, held, across=True)
        wrong = Field(self.tr("Join code"), placeholder="TULIPE-42")
        wrong.set_text("TULPE-42")
        wrong.set_error(self.tr("No class has this code. Check the spelling, or ask for the link."))
        name = Field(self.tr("Title of the class"), hint=self.tr("Learners see it when they join."))
        name.set_text(self.tr("Giving feedback that helps"))
        self.card(self.tr("Fields"), name, wrong)
        choice = Segmented(
            self.tr("Channel"),
            (
                Segment("open", self.tr("Open"), "lock-open"),
                Segment("held", self.tr("Held"), "shield"),
                Segment("closed", self.tr("Closed"), "lock"),
            ),
        )
        self.card(self.tr("A choice among few"), choice, across=True)
        composer = Composer(limit=60)
        composer.edit.setPlainText(self.tr("I would start with what went well,\nthen ask what they want to change."))
        self.card(self.tr("Composer"), Composer(), composer)
        self.column.addStretch(1)


class Feedback(Page):
    """What the application says by itself."""

    def __init__(self) -> None:
        super().__init__()
        banners = []
        for tone, text, action in (
            (Tone.INFO, self.tr("Your colleague runs the class; you follow along."), ""),
            (Tone.OK, self.tr("The class is kept on a second computer now."), ""),
            (Tone.WARN, self.tr("The network is slow. Messages arrive late."), self.tr("Test the network")),
            (Tone.DANGER, self.tr("The class cannot be reached. What you write is kept."), self.tr("Try again")),
        ):
            banner = Banner()
            banner.say(tone, text, action=action)
            banners.append(banner)
        self.card(self.tr("Banners"), *banners)
        online, connecting, offline = ConnectionIndicator(), ConnectionIndicator(), ConnectionIndicator()
        online.show_state(Connection.ONLINE)
        connecting.show_state(Connection.CONNECTING, waiting=1)
        offline.show_state(Connection.OFFLINE, waiting=3)
        self.card(self.tr("Connection"), online, connecting, offline, across=True)
        badges = (
            Badge("12"),
            Badge(self.tr("Held"), Tone.WARN, icon_name="shield"),
            Badge(self.tr("Published"), Tone.OK, icon_name="check"),
            Badge(self.tr("Returned"), Tone.DANGER, icon_name="undo-2"),
            Badge(self.tr("Co-facilitator"), Tone.ACCENT, icon_name="star"),
            Badge(self.tr("Late by 4 min"), Tone.INFO, icon_name="clock"),
        )
        self.card(self.tr("Badges"), *badges, across=True)
        since, left, over = (
            TimeLabel(lambda: 754_000),
            *(TimeLabel(lambda: 754_000, count=Count.UNTIL) for _ in range(2)),
        )
        since.set_moment(0)
        left.set_moment(1_400_000)
        over.set_moment(620_000)
        self.card(self.tr("Times"), since, left, over, across=True)
        empty = EmptyState(
            "message-circle",
            self.tr("Nobody has written yet"),
            self.tr("Ask a first question: people answer more easily than they begin."),
            action=Button(self.tr("Ask a question"), kind=ButtonKind.PRIMARY),
        )
        empty.setMinimumHeight(280)
        self.card(self.tr("Empty"), empty)
        self.column.addStretch(1)


@dataclass(frozen=True)
class Person:
    """A row of the sample list.

    Attributes:
        name: of the person, and the row's key.
    """

    name: str


class Content(Page):
    """People, lists and codes."""

    def __init__(self) -> None:
        super().__init__()
        self.card(self.tr("Avatars"), *(Avatar(name, name, size=40) for name in PEOPLE), across=True)
        header = SectionHeader(self.tr("People"), trailing=(IconButton("search", self.tr("Search")),))
        header.say(self.tr("People"), count=len(PEOPLE))
        model: RowsModel[Person] = RowsModel(lambda person: person.name, lambda person: person.name, self)
        model.show_rows([Person(name) for name in PEOPLE])
        view = RowsView(self.tr("People"))
        view.show_model(model)
        view.setFixedHeight(190)
        view.setCurrentIndex(model.index(2))
        self.card(self.tr("List"), header, view)
        code = QrCode(self.tr("Link to the class"))
        code.show_text(_LINK)
        code.setFixedSize(200, 200)
        beside = QWidget()
        grid = QGridLayout(beside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(code, 0, 0, 4, 1)
        grid.setColumnMinimumWidth(1, tokens().space.l)
        grid.addWidget(Label(self.tr("Join with this code"), tone=Tone.MUTED), 0, 2, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(Label("TULIPE-42", words=Words.DISPLAY), 1, 2)
        grid.addWidget(ElidedLabel(_LINK, tone=Tone.MUTED), 2, 2)
        grid.addWidget(Button(self.tr("Copy the link"), icon_name="copy"), 3, 2, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(2, 1)
        self.card(self.tr("Joining"), beside)
        self.column.addStretch(1)
