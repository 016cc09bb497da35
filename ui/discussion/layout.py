"""Where the parts of a message stand: measured once for each row and width, kept until the row or the look changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QTextCharFormat, QTextLayout, QTextLine

from ui.discussion.marks import Run, runs
from ui.discussion.model import Mark, MessageRow, Reaction, Row, UnreadRow
from ui.widgets.badge import badge_size
from ui.widgets.labels import Tone
from ui.widgets.paragraph import set_paragraph
from ui.widgets.theme import colour, font, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

AVATAR = 34
READABLE = 760
"""The longest line of a message, in logical pixels."""

_CHIP_GAP = 4


@dataclass(frozen=True)
class MarkWords:
    """How a message's standing is said: a word in a pill, its tone, its icon, and a sentence after it."""

    text: str
    tone: Tone
    icon_name: str
    after: str


@dataclass(frozen=True)
class Chip:
    """A reaction and where it stands, relative to the row."""

    reaction: Reaction
    where: QRect


@dataclass
class Placed:
    """The parts of one message, relative to the row's upper left corner."""

    height: int = 0
    width: int = 0
    avatar: QRect | None = None
    head: QRect | None = None
    quote: QRect | None = None
    text: QTextLayout | None = None
    text_at: QPointF = field(default_factory=QPointF)
    text_height: int = 0
    links: tuple[tuple[int, int, str], ...] = ()
    replies: QRect | None = None
    mark: MarkWords | None = None
    mark_at: QPoint | None = None
    after: QRect | None = None
    was: QRect | None = None
    chips: tuple[Chip, ...] = ()


class Measures:
    """Keeps what was measured. `measured` counts how often a row had to be measured anew.

    Args:
        replies_text: says how many replies a message has.
    """

    def __init__(self, replies_text: Callable[[int], str]) -> None:
        self.replies_text = replies_text
        self._kept: dict[str, tuple[Row, tuple[object, ...], Placed]] = {}
        self.measured = 0

    def of(self, row: Row, width: int) -> Placed:
        """Give the parts of a row.

        Args:
            row: as the model gives it.
            width: of the view, in logical pixels.
        """
        look = (width, tokens().type, QLocale().name(), colour("accent_text").rgba())
        kept = self._kept.get(row.key)
        if kept is not None and kept[1] == look and (kept[0] is row or kept[0] == row):
            return kept[2]
        self.measured += 1
        placed = _unread_line() if isinstance(row, UnreadRow) else _place(row, width, self.replies_text)
        self._kept[row.key] = (row, look, placed)
        return placed

    def keep_only(self, keys: frozenset[str]) -> None:
        """Forget rows that are shown no more.

        Args:
            keys: of those that are.
        """
        if len(self._kept) > 2 * len(keys) + 100:
            self._kept = {key: kept for key, kept in self._kept.items() if key in keys}


def caption_font(*, weight: QFont.Weight = QFont.Weight.Normal, italic: bool = False) -> QFont:
    """Give the small type.

    Args:
        weight: of the letters.
        italic: slanted.
    """
    made = font(tokens().type.caption, weight=weight, tabular=True)
    made.setItalic(italic)
    return made


def mark_words(row: MessageRow) -> MarkWords | None:
    """Say how a message stands; none when it is simply published.

    Args:
        row: of the message.
    """
    match row.mark:
        case Mark.NONE | Mark.DELETED:
            return None
        case Mark.PENDING:
            return MarkWords(QCoreApplication.translate("Marks", "Sending…"), Tone.MUTED, "clock", "")
        case Mark.HELD:
            after = QCoreApplication.translate("Marks", "The text before it is still shown.") if row.was else ""
            return MarkWords(QCoreApplication.translate("Marks", "Held"), Tone.WARN, "shield", after)
        case Mark.RETURNED:
            return MarkWords(QCoreApplication.translate("Marks", "Returned"), Tone.INFO, "undo-2", row.reason)
        case Mark.REJECTED:
            return MarkWords(QCoreApplication.translate("Marks", "Rejected"), Tone.DANGER, "x", row.reason)
        case Mark.HIDDEN:
            return MarkWords(QCoreApplication.translate("Marks", "Hidden"), Tone.DANGER, "eye-off", row.reason)
        case Mark.EXPIRED:
            return MarkWords(QCoreApplication.translate("Marks", "Expired"), Tone.WARN, "clock", row.reason)


def link_at(placed: Placed, at: QPoint) -> str:
    """Give the address that stands at a point; empty for none.

    Args:
        placed: the parts of a message.
        at: relative to the row.
    """
    if placed.text is None or not placed.links:
        return ""
    inside = QPointF(at) - placed.text_at
    for number in range(placed.text.lineCount()):
        line = placed.text.lineAt(number)
        if line.rect().contains(inside) and line.naturalTextRect().contains(inside):
            place = line.xToCursor(inside.x(), QTextLine.CursorPosition.CursorOnCharacter)
            return next((link for start, end, link in placed.links if start <= place < end), "")
    return ""


def _formats(marked: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    found = []
    start = 0
    for run in marked:
        # Qt counts in units of UTF-16.
        length = len(run.text.encode("utf-16-le")) // 2
        if not run.is_plain:
            made = QTextLayout.FormatRange()
            made.start, made.length, made.format = start, length, _format(run)
            found.append(made)
        start += length
    return found


def _format(run: Run) -> QTextCharFormat:
    made = QTextCharFormat()
    if run.bold or run.mention:
        made.setFontWeight(QFont.Weight.DemiBold)
    if run.italic:
        made.setFontItalic(True)
    if run.code:
        made.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
        made.setBackground(colour("sunken"))
    if run.link or run.mention:
        made.setForeground(colour("accent_text"))
        made.setFontUnderline(bool(run.link))
    return made


def _links(marked: Sequence[Run]) -> tuple[tuple[int, int, str], ...]:
    found = []
    start = 0
    for run in marked:
        end = start + len(run.text.encode("utf-16-le")) // 2
        if run.link:
            found.append((start, end, run.link))
        start = end
    return tuple(found)


def chip_text(reaction: Reaction) -> str:
    """Write a reaction and how many gave it.

    Args:
        reaction: to write.
    """
    return f"{reaction.emoji} {reaction.count}"


def _unread_line() -> Placed:
    return Placed(height=QFontMetrics(caption_font()).height() + 2 * tokens().space.s)


def _place(row: MessageRow, width: int, replies_text: Callable[[int], str]) -> Placed:
    space = tokens().space
    line, small = QFontMetrics(font()).lineSpacing(), QFontMetrics(caption_font()).lineSpacing()
    left = space.l + AVATAR + space.m
    across = min(width - left - space.xl, READABLE)
    placed = Placed(width=width)
    top = space.m if row.begins else space.xxs + 1
    if row.begins:
        placed.avatar = QRect(space.l, top + 1, AVATAR, AVATAR)
        placed.head = QRect(left, top, across, line)
        top += line + space.xxs
    if row.quote is not None:
        placed.quote = QRect(left, top + 1, across, small + 4)
        top += small + 8
    if row.mark is Mark.DELETED:
        placed.after = QRect(left, top, across, line)
        top += line
    else:
        marked = runs(row.text, row.calls)
        placed.text, height = set_paragraph("".join(run.text for run in marked), across, _formats(marked))
        placed.text_at, placed.text_height = QPointF(left, top), height
        placed.links = _links(marked)
        top += height
    if row.was:
        placed.was = QRect(left, top + 2, across, small)
        top += small + 4
    placed.mark = mark_words(row)
    if placed.mark is not None:
        size = badge_size(placed.mark.text, icon_name=placed.mark.icon_name)
        placed.mark_at = QPoint(left, top + space.xs)
        beside = left + size.width() + space.s
        placed.after = QRect(beside, top + space.xs, left + across - beside, size.height())
        top += size.height() + space.xs
    placed.chips, top = _chips(row, left, across, top)
    if row.replies:
        metrics = QFontMetrics(caption_font(weight=QFont.Weight.DemiBold))
        width = metrics.horizontalAdvance(replies_text(row.replies)) + small + space.xs
        placed.replies = QRect(left, top + 2, width, small + 4)
        top += small + 8
    placed.height = top + (space.xs if row.begins and not row.reactions else space.xxs)
    if placed.avatar is not None:
        placed.height = max(placed.height, placed.avatar.bottom() + space.xs)
    return placed


def _chips(row: MessageRow, left: int, across: int, top: int) -> tuple[tuple[Chip, ...], int]:
    if not row.reactions:
        return (), top
    space = tokens().space
    metrics = QFontMetrics(caption_font(weight=QFont.Weight.Medium))
    height = metrics.height() + 8
    x, y = left, top + space.xs
    chips: list[Chip] = []
    for reaction in row.reactions:
        size = QSize(metrics.horizontalAdvance(chip_text(reaction)) + 16, height)
        if x + size.width() > left + across and chips:
            x, y = left, y + height + _CHIP_GAP
        chips.append(Chip(reaction, QRect(QPoint(x, y), size)))
        x += size.width() + _CHIP_GAP
    return tuple(chips), y + height + space.xxs


CENTRED = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
