"""Under the agenda: what the time is spent on, how much of it learners speak to one another, and what does not fit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from app.plans import ActivityKind, Plan
from app.plans.timing import LEARNERS_SPEAK, Code, Coverage, Finding, Schedule, coverage, findings
from ui.bridge.frames import FrameGather
from ui.prepare.editing import Spot
from ui.prepare.words import finding_text, kind_colour, kind_text
from ui.session.words import minutes_text
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import colour, tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.prepare.editing import Editing

_SHOWN: Final = 2
"""How many findings stand there before one asks for more."""

_URGENT: Final = frozenset({Code.OVERRUN, Code.PINS_CONTRADICT, Code.PIN_BEFORE_START, Code.PAST_MIDNIGHT})
_ORDER: Final = tuple(
    sorted(ActivityKind, key=lambda kind: (kind not in LEARNERS_SPEAK, list(ActivityKind).index(kind)))
)


class KindsBar(Translated, QWidget):
    """Paints how many minutes each kind of activity has; words tell the same to the pointer and to screen readers."""

    def __init__(self) -> None:
        super().__init__()
        self._by_kind: dict[ActivityKind, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_coverage(self, told: Coverage) -> None:
        """Show what the time is spent on.

        Args:
            told: of the plan.
        """
        self._by_kind = {kind: told.by_kind[kind] for kind in _ORDER if told.by_kind.get(kind)}
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        parts = [f"{kind_text(kind)} {minutes_text(minutes)}" for kind, minutes in self._by_kind.items()]
        self.setAccessibleName(self.tr("Minutes by kind"))
        self.setAccessibleDescription(", ".join(parts))
        self.update()

    def sizeHint(self) -> QSize:
        """A thin line."""
        return QSize(200, 10)

    def _parts(self) -> list[tuple[ActivityKind, QRectF]]:
        total = sum(self._by_kind.values())
        left, made = 0.0, []
        for kind, minutes in self._by_kind.items():
            width = self.width() * minutes / total
            made.append((kind, QRectF(left, 0, max(1.0, width - 2), self.height())))
            left += width
        return made

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        round_ends = QPainterPath()
        round_ends.addRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.setClipPath(round_ends)
        painter.fillRect(self.rect(), colour("sunken"))
        for kind, where in self._parts():
            painter.fillRect(where, kind_colour(kind))

    def event(self, event: QEvent) -> bool:
        """Tell the part that is pointed at."""
        if isinstance(event, QHelpEvent):
            at = event.pos().x()
            kind = next((kind for kind, where in self._parts() if where.left() <= at <= where.right() + 2), None)
            if kind is not None:
                words = f"{kind_text(kind)}: {minutes_text(self._by_kind[kind])}"
                QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)


class Summary(Translated, QWidget):
    """Says what the plan's time is spent on, and what a planner should know, each with the way to its place.

    Args:
        editing: is told where to go.
    """

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._plan = Plan()
        self._findings: tuple[Finding, ...] = ()
        self._whole = False
        self._gather: FrameGather[tuple[Plan, Schedule]] = FrameGather(self._take, self)
        self._bar = KindsBar()
        self._share = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._buttons: list[_Remark] = []
        self._more = Button(kind=ButtonKind.LINK)
        self._more.clicked.connect(self._turn)
        foot = QHBoxLayout()
        foot.addWidget(self._more)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens().space.xs)
        column.addWidget(self._bar)
        column.addWidget(self._share)
        column.addLayout(self._rows)
        column.addLayout(foot)
        self.retranslate()

    def show_plan(self, plan: Plan, times: Schedule) -> None:
        """Tell about a plan, within a frame.

        Args:
            plan: as it stands.
            times: its schedule.
        """
        if plan is not self._plan:
            self._gather.add((plan, times))

    def _take(self, waiting: tuple[tuple[Plan, Schedule], ...]) -> None:
        plan, times = waiting[-1]
        self._plan, self._findings = plan, _by_weight(findings(plan, times))
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        told = coverage(self._plan)
        self._bar.show_coverage(told)
        self._bar.setVisible(bool(told.by_kind))
        self._share.setText(self._share_text(told))
        shown = self._findings if self._whole else self._findings[:_SHOWN]
        while len(self._buttons) > len(shown):
            button = self._buttons.pop()
            self._rows.removeWidget(button)
            button.hide()
            button.deleteLater()
        while len(self._buttons) < len(shown):
            button = _Remark()
            button.clicked.connect(partial(self._go, len(self._buttons)))
            self._buttons.append(button)
            self._rows.addWidget(button)
        for button, finding in zip(self._buttons, shown, strict=True):
            button.set_icon("triangle-alert" if finding.code in _URGENT else "info")
            button.tell(finding_text(self._plan, finding))
        hidden = len(self._findings) - len(shown)
        self._more.setVisible(hidden > 0 or (self._whole and len(self._findings) > _SHOWN))
        more = self.tr("%n more remark(s)", "", hidden)
        self._more.say(self.tr("Fewer remarks") if self._whole else more)

    def _share_text(self, told: Coverage) -> str:
        if not told.counted:
            return ""
        share = self.tr("Learners speak to one another %1% of the time").replace("%1", str(round(told.share * 100)))
        most = sorted(told.by_kind.items(), key=lambda each: -each[1])
        # A line ends with the dot, and does not begin with it.
        return "\u00a0· ".join([share, *(f"{kind_text(kind)} {minutes_text(minutes)}" for kind, minutes in most)])

    def _turn(self) -> None:
        self._whole = not self._whole
        self.retranslate()

    def _go(self, place: int) -> None:
        finding = self._findings[place]
        item = (finding.items or ("",))[-1]
        match finding.code:
            case Code.OBJECTIVE_UNSERVED:
                self._editing.go_to(Spot("objectives", item))
            case Code.LONG_DAY | Code.PAST_MIDNIGHT:
                self._editing.go_to(Spot("days", item))
            case _:
                self._editing.go_to(Spot("activities", item))


class _Remark(Button):
    """A remark in one line, which leads to its place."""

    def __init__(self) -> None:
        super().__init__(kind=ButtonKind.PLAIN)
        self.setProperty("row", "true")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = ""

    def tell(self, words: str) -> None:
        """Say a remark.

        Args:
            words: already translated.
        """
        self._words = words
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """End in an ellipsis where the room is short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.iconSize().width() - 16
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip(self._words if shown != self._words else "")


def _by_weight(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda finding: finding.code not in _URGENT))
