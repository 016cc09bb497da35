"""How a message looks: who, when, what, and how it stands."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from app.domain.kernel.readings import Anonymity
from app.domain.kernel.words import Role
from app.domain.questions.events import Standing
from ui.bridge.names import role_name
from ui.discussion.layout import (
    CENTRED,
    Chip,
    Measures,
    Placed,
    caption_font,
    chip_text,
    link_at,
)
from ui.discussion.model import Mark, MessageRow, Quote, UnreadRow
from ui.questions.delegate import TONES
from ui.questions.model import standing_text
from ui.widgets.avatar import paint_avatar
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.icons import paint_icon
from ui.widgets.labels import Tone
from ui.widgets.rows import RowRole
from ui.widgets.theme import colour, font, tokens
from ui.widgets.time_label import hour_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex


_EDGES = {
    Mark.HELD: "warn",
    Mark.RETURNED: "info",
    Mark.REJECTED: "danger",
    Mark.HIDDEN: "danger",
    Mark.EXPIRED: "warn",
}
"""The colour of the edge of what learners do not see."""


class MessageDelegate(QStyledItemDelegate):
    """Paints messages and tells what is clicked in them.

    `reacted` carries the message's id and the emoji, `quote_clicked` the id of the message that was answered,
    `replies_clicked` the id of the one that others answer, `link_clicked` an address.

    Args:
        parent: the view.
    """

    reacted = Signal(object, object)
    quote_clicked = Signal(object)
    replies_clicked = Signal(object)
    link_clicked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.measures = Measures(lambda count: self.tr("%n reply(ies)", "to a message", count))
        self.painted = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as its parts."""
        width = _width(option)
        return QSize(width, self.measures.of(index.data(RowRole), width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        self.painted += 1
        row = index.data(RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, UnreadRow):
            self._paint_unread(painter, option.rect, row)
        else:
            placed = self.measures.of(row, option.rect.width())
            _paint_ground(painter, option, row)
            painter.translate(option.rect.topLeft())
            pointed = bool(option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected))
            self._paint_message(painter, row, placed, pointed=pointed)
            if row.notes:
                paint_icon(painter, "sticky-note", _note_rect(placed), "warn_text")
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tell what was clicked."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            row = index.data(RowRole)
            if isinstance(row, MessageRow) and event.button() == Qt.MouseButton.LeftButton:
                at = event.position().toPoint() - option.rect.topLeft()
                placed = self.measures.of(row, option.rect.width())
                chip = _chip_at(placed, at)
                if chip is not None:
                    self.reacted.emit(row.id, chip.reaction.emoji)
                    return True
                if row.quote is not None and placed.quote is not None and placed.quote.contains(at):
                    self.quote_clicked.emit(row.quote.message)
                    return True
                if placed.replies is not None and placed.replies.contains(at):
                    self.replies_clicked.emit(row.id)
                    return True
                link = link_at(placed, at)
                if link:
                    self.link_clicked.emit(link)
                    return True
        return super().editorEvent(event, model, option, index)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Say who reacted, and the whole date."""
        row = index.data(RowRole)
        if isinstance(row, MessageRow):
            at = event.pos() - option.rect.topLeft()
            placed = self.measures.of(row, option.rect.width())
            chip = _chip_at(placed, at)
            if chip is not None:
                QToolTip.showText(event.globalPos(), ", ".join(chip.reaction.names), view)
                return True
            if row.notes and _note_rect(placed).adjusted(-4, -4, 4, 4).contains(at):
                QToolTip.showText(event.globalPos(), self.tr("%n private note(s)", "on a message", row.notes), view)
                return True
            link = link_at(placed, at)
            if link:
                # The address as it is, never what it pretends to be.
                QToolTip.showText(event.globalPos(), html.escape(link), view)
                return True
        return super().helpEvent(event, view, option, index)

    def _paint_unread(self, painter: QPainter, where: QRect, row: UnreadRow) -> None:
        space = tokens().space
        small = caption_font(weight=QFont.Weight.DemiBold)
        text = self.tr("%n new message(s)", "in a conversation", row.count)
        width = QFontMetrics(small).horizontalAdvance(text)
        middle = where.center().y()
        painter.setPen(QPen(colour("accent"), 1))
        painter.drawLine(where.left() + space.l, middle, where.right() - space.xl - width - space.s, middle)
        painter.setFont(small)
        painter.setPen(colour("accent_text"))
        painter.drawText(where.adjusted(0, 0, -space.xl, 0), Qt.AlignmentFlag.AlignRight | CENTRED, text)

    def _paint_message(self, painter: QPainter, row: MessageRow, placed: Placed, *, pointed: bool) -> None:
        if placed.avatar is not None and placed.head is not None:
            paint_avatar(painter, placed.avatar, row.name, row.author)
            _paint_head(painter, placed.head, row, edited=self.tr("edited"))
        elif pointed:
            space = tokens().space
            painter.setFont(caption_font())
            painter.setPen(colour("faint"))
            where = QRect(
                space.xs, round(placed.text_at.y()), space.l + 34 + space.xs, QFontMetrics(font()).lineSpacing()
            )
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, hour_text(row.at))
        if row.quote is not None and placed.quote is not None:
            _paint_quote(painter, placed.quote, row.quote, gone=self.tr("A message that is gone"))
        if placed.text is not None:
            quiet = row.mark in {Mark.REJECTED, Mark.HIDDEN, Mark.EXPIRED, Mark.PENDING}
            painter.setPen(colour("muted" if quiet else "text"))
            painter.save()
            # Piled up marks of a letter stay in their own message.
            room = QRect(0, round(placed.text_at.y()) - 3, placed.width, placed.text_height + 6)
            painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
            placed.text.draw(painter, placed.text_at)
            painter.restore()
        if placed.was is not None:
            _paint_was(painter, placed.was, self.tr("Shown meanwhile: %1").replace("%1", row.was.split("\n", 1)[0]))
        if row.mark is Mark.DELETED and placed.after is not None:
            painter.setFont(caption_font(italic=True))
            painter.setPen(colour("faint"))
            painter.drawText(placed.after, CENTRED, self.tr("Message deleted"))
        if placed.mark is not None and placed.mark_at is not None and placed.after is not None:
            paint_badge(painter, placed.mark_at, placed.mark.text, placed.mark.tone, icon_name=placed.mark.icon_name)
            small = caption_font()
            painter.setFont(small)
            painter.setPen(colour("muted"))
            after = QFontMetrics(small).elidedText(placed.mark.after, Qt.TextElideMode.ElideRight, placed.after.width())
            painter.drawText(placed.after, CENTRED, after)
        for chip in placed.chips:
            _paint_chip(painter, chip)
        if placed.replies is not None:
            _paint_replies(painter, placed.replies, self.measures.replies_text(row.replies))


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()


def _note_rect(placed: Placed) -> QRect:
    """Return where it is said that the staff have a note: in the margin, beside the first line of the text."""
    side = tokens().type.caption + 3
    top = round(placed.text_at.y()) if placed.text is not None else tokens().space.xs
    return QRect(placed.width - tokens().space.xl + 2, top + 1, side, side)


def _chip_at(placed: Placed, at: QPoint) -> Chip | None:
    return next((chip for chip in placed.chips if chip.where.contains(at)), None)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, row: MessageRow) -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
    pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
    where = option.rect.adjusted(4, 0, -6, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = tokens().radius.m
    if chosen or pointed:
        painter.setBrush(colour("selected" if chosen else "hover"))
        painter.drawRoundedRect(where, radius, radius)
    if row.calls_me and row.mark is Mark.NONE:
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(QRect(where.left(), where.top() + 3, 3, where.height() - 6), 1.5, 1.5)
    if row.mark in _EDGES:
        # A thin edge, so that what learners do not see stands apart at a glance; the pill says it in words.
        painter.setBrush(colour(_EDGES[row.mark]))
        painter.drawRoundedRect(QRect(where.left(), where.top() + 3, 3, where.height() - 6), 1.5, 1.5)
    if focused:
        painter.setPen(colour("focus"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(where.adjusted(0, 0, -1, -1), radius, radius)


def _paint_head(painter: QPainter, where: QRect, row: MessageRow, *, edited: str) -> None:
    space = tokens().space
    strong = font(weight=QFont.Weight.DemiBold)
    time = " · ".join(part for part in (hour_text(row.at), edited if row.edited else "", row.place) if part)
    time_width = QFontMetrics(caption_font()).horizontalAdvance(time) + space.s
    badge = role_name(row.role) if row.role is not Role.LEARNER else ""
    badges = [(badge, Tone.ACCENT)] if badge else []
    badges += kinds_of(row)
    badges_width = sum(badge_size(text).width() + space.s for text, _tone in badges)
    pin_width = tokens().type.caption + 2 + space.xs if row.pinned else 0
    room = where.width() - time_width - badges_width - pin_width
    name = QFontMetrics(strong).elidedText(row.name, Qt.TextElideMode.ElideRight, room)
    painter.setFont(strong)
    painter.setPen(colour("text"))
    painter.drawText(where, CENTRED, name)
    left = where.left() + QFontMetrics(strong).horizontalAdvance(name) + space.s
    for text, tone in badges:
        size = badge_size(text)
        paint_badge(painter, QPoint(left, where.center().y() - size.height() // 2 + 1), text, tone)
        left += size.width() + space.s
    if row.pinned:
        side = tokens().type.caption + 2
        paint_icon(painter, "pin", QRect(left, where.center().y() - side // 2 + 1, side, side), "accent_text")
        left += pin_width
    painter.setFont(caption_font())
    painter.setPen(colour("faint"))
    painter.drawText(QRect(left, where.top() + 1, time_width, where.height()), CENTRED, time)


def kinds_of(row: MessageRow) -> list[tuple[str, Tone]]:
    """Say what a message is beside a message: on stage, a prompt, without a name, a question, an answer."""
    kinds = []
    if row.staged:
        kinds.append((QCoreApplication.translate("Conversation", "On stage"), Tone.ACCENT))
    if row.prompted:
        kinds.append((QCoreApplication.translate("Conversation", "Prompt"), Tone.INFO))
    if row.veil is not Anonymity.OFF:
        kinds.append((veil_words(row.veil), Tone.MUTED))
    if row.question is not None:
        open_ = QCoreApplication.translate("Conversation", "Question")
        kinds.append((open_ if row.question is Standing.OPEN else standing_text(row.question), TONES[row.question]))
    elif row.answers:
        kinds.append((QCoreApplication.translate("Conversation", "Answer"), Tone.INFO))
    return kinds


def veil_words(veil: Anonymity) -> str:
    """Say to whom a message's author is anonymous.

    Args:
        veil: of it; not off.
    """
    if veil is Anonymity.PEERS:
        return QCoreApplication.translate("Conversation", "Anonymous to learners")
    return QCoreApplication.translate("Conversation", "Anonymous to all")


def _paint_quote(painter: QPainter, where: QRect, quote: Quote, *, gone: str) -> None:
    space = tokens().space
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("border"))
    painter.drawRoundedRect(QRect(where.left(), where.top(), 3, where.height()), 1.5, 1.5)
    left = where.left() + space.s + 2
    strong, small = caption_font(weight=QFont.Weight.DemiBold), caption_font()
    if not quote.name:
        painter.setFont(caption_font(italic=True))
        painter.setPen(colour("faint"))
        painter.drawText(where.adjusted(space.s + 2, 0, 0, 0), CENTRED, gone)
        return
    painter.setFont(strong)
    painter.setPen(colour("muted"))
    painter.drawText(where.adjusted(space.s + 2, 0, 0, 0), CENTRED, quote.name)
    left += QFontMetrics(strong).horizontalAdvance(quote.name) + space.s
    room = QRect(left, where.top(), max(0, where.right() - left), where.height())
    painter.setFont(small)
    painter.drawText(
        room, CENTRED, QFontMetrics(small).elidedText(quote.text, Qt.TextElideMode.ElideRight, room.width())
    )


def _paint_was(painter: QPainter, where: QRect, text: str) -> None:
    side = tokens().type.caption
    paint_icon(painter, "eye", QRect(where.left(), where.center().y() - side // 2, side, side), "muted")
    small = caption_font()
    room = where.adjusted(side + tokens().space.xs, 0, 0, 0)
    painter.setFont(small)
    painter.setPen(colour("muted"))
    painter.drawText(room, CENTRED, QFontMetrics(small).elidedText(text, Qt.TextElideMode.ElideRight, room.width()))


def _paint_replies(painter: QPainter, where: QRect, text: str) -> None:
    side = tokens().type.caption + 2
    paint_icon(painter, "reply", QRect(where.left(), where.center().y() - side // 2, side, side), "accent_text")
    painter.setFont(caption_font(weight=QFont.Weight.DemiBold))
    painter.setPen(colour("accent_text"))
    painter.drawText(where.adjusted(side + tokens().space.xs, 0, tokens().space.m, 0), CENTRED, text)


def _paint_chip(painter: QPainter, chip: Chip) -> None:
    mine = chip.reaction.mine
    radius = chip.where.height() / 2
    painter.setPen(QPen(colour("accent" if mine else "border"), 1))
    painter.setBrush(colour("accent_soft" if mine else "surface"))
    painter.drawRoundedRect(chip.where, radius, radius)
    painter.setFont(caption_font(weight=QFont.Weight.Medium))
    painter.setPen(colour("accent_text" if mine else "text"))
    painter.drawText(chip.where, Qt.AlignmentFlag.AlignCenter, chip_text(chip.reaction))
