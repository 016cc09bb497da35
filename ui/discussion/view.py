"""The list of messages: what one can do with the one that is pointed at or chosen, and how it scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from app.domain.discussion.decider import EMOJIS
from app.domain.kernel.anonymity import is_alias
from app.domain.kernel.readings import Anonymity
from app.domain.kernel.words import Role
from ui.discussion.delegate import MessageDelegate, kinds_of
from ui.discussion.layout import mark_words
from ui.discussion.model import Mark, MessageRow, Row
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.layout import tight
from ui.widgets.rows import RowsModel, RowsView
from ui.widgets.theme import font, tokens
from ui.widgets.time_label import hour_text
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

_LETTERS = frozenset("REMTHQPNSKXLB+")
"""The keys that act on the chosen message."""

_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier}


def _has_face(row: MessageRow) -> bool:
    """Tell whether one can write to the author of a message privately: a learner whom staff know."""
    return row.role is Role.LEARNER and not row.mine and row.veil is not Anonymity.EVERYBODY


def row_words(row: Row) -> str:
    """Give a row as a screen reader says it.

    Args:
        row: of a conversation.
    """
    if not isinstance(row, MessageRow):
        return ""
    mark = mark_words(row)
    parts = [f"{row.name}, {hour_text(row.at)}", row.text, mark.text if mark else "", mark.after if mark else ""]
    parts += [text for text, _tone in kinds_of(row)]
    parts += [QCoreApplication.translate("Conversation", "pinned")] if row.pinned else []
    parts += [f"{each.emoji} {each.count}" for each in row.reactions]
    if row.notes:
        parts.append(QCoreApplication.translate("Conversation", "The staff have a note on it"))
    return ". ".join(part for part in parts if part)


def can_write_to(row: MessageRow) -> bool:
    """Tell whether one may write privately to a message's author: a learner, and not one without a name.

    Args:
        row: of the message.
    """
    return row.role is Role.LEARNER and not row.mine and not is_alias(row.author)


class EmojiPicker(QFrame):
    """The reactions to choose from, over the conversation; arrows or 1 to 8 choose, Escape closes.

    `picked` carries the emoji.

    Args:
        parent: the view it belongs to.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("ground", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        tight(row, spacing=0, margin=tokens().space.xs)
        self._buttons: list[QToolButton] = []
        for place, emoji in enumerate(EMOJIS, 1):
            button = QToolButton()
            button.setText(emoji)
            button.setFont(font(tokens().type.title + 3))
            button.setAccessibleName(emoji)
            button.setToolTip(f"{emoji}  ({place})")
            button.clicked.connect(lambda _checked=False, each=emoji: self._pick(each))
            row.addWidget(button)
            self._buttons.append(button)

    def open_at(self, where: QPoint) -> None:
        """Show it.

        Args:
            where: its lower right corner, in screen coordinates.
        """
        self.adjustSize()
        self.move(where - QPoint(self.width(), self.height()))
        self.show()
        self._buttons[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number, or move along."""
        text = event.text()
        if text.isdigit() and 1 <= int(text) <= len(EMOJIS):
            self._pick(EMOJIS[int(text) - 1])
            return
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None:
            places = [place for place, button in enumerate(self._buttons) if button.hasFocus()]
            self._buttons[((places or [0])[0] + step) % len(self._buttons)].setFocus()
            return
        super().keyPressEvent(event)

    def _pick(self, emoji: str) -> None:
        self.hide()
        self.picked.emit(emoji)


class MessageTools(Translated, QFrame):
    """What can be done with the message that is pointed at, at its upper right corner.

    Args:
        parent: the view's viewport.
    """

    react = Signal()
    reply = Signal()
    edit = Signal()
    delete = Signal()
    review = Signal()
    whole = Signal()
    question = Signal()
    stage = Signal()
    pin = Signal()
    mute = Signal()
    thanks = Signal()
    board = Signal()
    history = Signal()
    private = Signal()
    note = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._review = IconButton("shield-check")
        self._react = IconButton("smile")
        self._reply = IconButton("reply")
        self._thread = IconButton("messages-square")
        self._history = IconButton("history")
        self._question = IconButton("circle-question-mark")
        self._private = IconButton("lock")
        self._note = IconButton("sticky-note")
        self._stage = IconButton("projector")
        self._pin = IconButton("pin")
        self._mute = IconButton("mic-off")
        self._thanks = IconButton("heart")
        self._board = IconButton("bookmark")
        self._edit = IconButton("pencil")
        self._delete = IconButton("trash-2")
        row = QHBoxLayout(self)
        tight(row, spacing=0, margin=1)
        for button, signal in (
            (self._review, self.review),
            (self._react, self.react),
            (self._reply, self.reply),
            (self._thread, self.whole),
            (self._history, self.history),
            (self._question, self.question),
            (self._private, self.private),
            (self._note, self.note),
            (self._stage, self.stage),
            (self._pin, self.pin),
            (self._mute, self.mute),
            (self._thanks, self.thanks),
            (self._board, self.board),
            (self._edit, self.edit),
            (self._delete, self.delete),
        ):
            # The keyboard has letters for these; Tab would have to cross them again and again.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(signal)
            row.addWidget(button)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say the words again."""
        for button, text, keys in (
            (self._review, self.tr("Decide about it"), "M"),
            (self._react, self.tr("React"), "+"),
            (self._reply, self.tr("Reply"), "R"),
            (self._thread, self.tr("Show the thread"), "T"),
            (self._history, self.tr("Show its earlier texts"), "H"),
            (self._question, self.tr("Make it a question, or none"), "Q"),
            (self._private, self.tr("Write to its author privately"), "P"),
            (self._note, self.tr("Note something for the staff alone"), "N"),
            (self._stage, self.tr("Put it on stage for everybody, or take it down"), "S"),
            (self._pin, self.tr("Pin it over the conversation, or unpin it"), "K"),
            (self._mute, self.tr("Take nothing more from this alias in this activity"), "X"),
            (self._thanks, self.tr("Thank for it"), "L"),
            (self._board, self.tr("Put it on the board"), "B"),
            (self._edit, self.tr("Edit"), "E"),
            (self._delete, self.tr("Delete"), "Del"),
        ):
            button.say(text)
            button.tell_keys(keys)

    def offer(self, row: MessageRow) -> None:
        """Offer what can be done with a message.

        Args:
            row: of the message.
        """
        self._review.setVisible(row.mark is Mark.HELD)
        self._react.setVisible(row.mark in {Mark.NONE, Mark.PENDING})
        self._edit.setVisible(row.mine)
        self._thread.setVisible(bool(row.replies or row.quote))
        self._history.setVisible(row.edited)
        self._private.setVisible(_has_face(row))
        self._note.setVisible(not row.mine)
        self._question.setVisible(not row.place and row.mark in {Mark.NONE, Mark.PENDING})
        self._stage.setVisible(row.mark is Mark.NONE)
        self._pin.setVisible(row.mark is Mark.NONE)
        self._mute.setVisible(row.veil is Anonymity.EVERYBODY)
        self._thanks.setVisible(not row.mine and row.mark is Mark.NONE)
        self._board.setVisible(not row.place and row.mark is Mark.NONE)
        self.adjustSize()


class ConversationView(Translated, RowsView):
    """Shows messages. Up and Down choose; `R` replies, `E` edits, `+` reacts, `Del` deletes, `M` decides.

    `P` writes to its author privately, `N` notes something about it, `S` puts it on stage, `K` keeps it pinned, `X`
    mutes an alias. `T` opens the thread, `H` the texts that the message had; Enter goes to where it stands, Escape
    back (`left`).

    `replied`, `edited`, `deleted`, `review_wanted`, `history_wanted` and `entered` carry a `MessageRow`;
    `thread_wanted`, `question_wanted`, `note_wanted`, `stage_wanted`, `pin_wanted`,
    `thanks_wanted` and `board_wanted` a message's id, `private_wanted`
    its author's, `mute_wanted` an alias; `reacted` a message's id and an emoji; `quote_clicked` the id of what was
    answered. `pill_clicked` asks for the newest message.

    Args:
        parent: the owner.
    """

    replied = Signal(object)
    edited = Signal(object)
    deleted = Signal(object)
    review_wanted = Signal(object)
    reacted = Signal(object, object)
    quote_clicked = Signal(object)
    pill_clicked = Signal()
    thread_wanted = Signal(object)
    history_wanted = Signal(object)
    question_wanted = Signal(object)
    private_wanted = Signal(object)
    note_wanted = Signal(object)
    stage_wanted = Signal(object)
    pin_wanted = Signal(object)
    mute_wanted = Signal(object)
    thanks_wanted = Signal(object)
    board_wanted = Signal(object)
    entered = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(follow_end=True, parent=parent)
        self.rows: RowsModel[Row] = RowsModel(lambda row: row.key, row_words, self)
        self.delegate = MessageDelegate(self)
        self.setItemDelegate(self.delegate)
        # Always there: a bar that comes changes the width, and every message would be measured twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.show_model(self.rows)
        self._tools = MessageTools(self.viewport())
        self._picker = EmojiPicker(self)
        self._pill = Button(kind=ButtonKind.PRIMARY, icon_name="arrow-down", parent=self)
        self._pill.hide()
        self._pill_count = 0
        self._pointed: str | None = None
        self._reacting = ""
        self._tools.react.connect(lambda: self._with_pointed(self._open_picker))
        self._tools.reply.connect(lambda: self._with_pointed(self.replied.emit))
        self._tools.edit.connect(lambda: self._with_pointed(self.edited.emit))
        self._tools.delete.connect(lambda: self._with_pointed(self.deleted.emit))
        self._tools.review.connect(lambda: self._with_pointed(self.review_wanted.emit))
        self._picker.picked.connect(lambda emoji: self.reacted.emit(self._reacting, emoji))
        self._pill.clicked.connect(self.pill_clicked)
        self.delegate.reacted.connect(self.reacted)
        self.delegate.quote_clicked.connect(self.quote_clicked)
        self.delegate.replies_clicked.connect(self.thread_wanted)
        self.delegate.link_clicked.connect(lambda link: QDesktopServices.openUrl(QUrl(link)))
        self._tools.whole.connect(lambda: self._with_pointed(lambda row: self.thread_wanted.emit(row.id)))
        self._tools.question.connect(lambda: self._with_pointed(lambda row: self.question_wanted.emit(row.id)))
        self._tools.private.connect(lambda: self._with_pointed(lambda row: self.private_wanted.emit(row.author)))
        self._tools.note.connect(lambda: self._with_pointed(lambda row: self.note_wanted.emit(row.id)))
        self._tools.stage.connect(lambda: self._with_pointed(lambda row: self.stage_wanted.emit(row.id)))
        self._tools.pin.connect(lambda: self._with_pointed(lambda row: self.pin_wanted.emit(row.id)))
        self._tools.mute.connect(lambda: self._with_pointed(lambda row: self.mute_wanted.emit(row.author)))
        self._tools.thanks.connect(lambda: self._with_pointed(lambda row: self.thanks_wanted.emit(row.id)))
        self._tools.board.connect(lambda: self._with_pointed(lambda row: self.board_wanted.emit(row.id)))
        self._tools.history.connect(lambda: self._with_pointed(self.history_wanted.emit))
        self.doubleClicked.connect(self._enter)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._hide_tools())
        self.rows.changed.connect(self._rows_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(self.tr("Conversation"))
        self.setAccessibleDescription(
            self.tr(
                "Up and Down choose a message. R replies, T shows the thread, S puts it on stage, K pins it, E edits, "
                "plus reacts, Delete deletes, P writes to its author privately, N notes something for the staff, "
                "L thanks, B puts it on the board."
            )
        )
        self._say_pill()
        self.rows.repeat()

    def chosen(self) -> MessageRow | None:
        """Give the message that the keyboard is on."""
        row = self.rows.row_at(self.currentIndex())
        return row if isinstance(row, MessageRow) else None

    def choose(self, message: str) -> bool:
        """Choose a message and bring it into sight.

        Args:
            message: its id.

        Returns:
            Whether it is among the rows.
        """
        index = self.rows.index_of(message)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, self.ScrollHint.PositionAtCenter)
        return index.isValid()

    def tell_new(self, count: int) -> None:
        """Tell how many newer messages wait below.

        Args:
            count: none hides the pill.
        """
        self._pill_count = count
        self._say_pill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the chosen message."""
        row = self.chosen()
        if row is not None and event.modifiers() in _PLAIN and self._act(row, event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        if event.key() == Qt.Key.Key_End:
            self.pill_clicked.emit()
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """A letter belongs to the chosen message before it belongs to a shortcut of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            known = event.text().upper() in _LETTERS or event.key() == Qt.Key.Key_Delete
            if known and event.modifiers() in _PLAIN and self.chosen() is not None:
                event.accept()
                return True
        return super().event(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters act; they do not search."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be done with the message below."""
        super().mouseMoveEvent(event)
        self._point(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """Put the tools away."""
        super().leaveEvent(event)
        self._hide_tools()

    def hideEvent(self, event: QHideEvent) -> None:
        """Put the tools away."""
        self._hide_tools()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pill in the middle."""
        super().resizeEvent(event)
        self._place_pill()

    def _act(self, row: MessageRow, event: QKeyEvent) -> bool:  # noqa: C901, PLR0912 (one case per key)
        if row.mark is Mark.DELETED:
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit(row)
            return True
        match event.text().upper():
            case "T":
                self.thread_wanted.emit(row.id)
            case "Q":
                self.question_wanted.emit(row.id)
            case "P" if _has_face(row):
                self.private_wanted.emit(row.author)
            case "N" if not row.mine:
                self.note_wanted.emit(row.id)
            case "S" if row.mark is Mark.NONE:
                self.stage_wanted.emit(row.id)
            case "K" if row.mark is Mark.NONE:
                self.pin_wanted.emit(row.id)
            case "X" if row.veil is Anonymity.EVERYBODY:
                self.mute_wanted.emit(row.author)
            case "L" if not row.mine:
                self.thanks_wanted.emit(row.id)
            case "B":
                self.board_wanted.emit(row.id)
            case "H" if row.edited:
                self.history_wanted.emit(row)
            case "R":
                self.replied.emit(row)
            case "E" if row.mine:
                self.edited.emit(row)
            case "+":
                self._open_picker(row)
            case "M" if row.mark is Mark.HELD:
                self.review_wanted.emit(row)
            case _ if event.key() == Qt.Key.Key_Delete:
                self.deleted.emit(row)
            case _:
                return False
        return True

    def _enter(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if isinstance(row, MessageRow):
            self.entered.emit(row)

    def _open_picker(self, row: MessageRow) -> None:
        self._reacting = row.id
        where = self.visualRect(self.rows.index_of(row.id))
        corner = QPoint(where.right() - tokens().space.l, max(where.top(), 40))
        self._picker.open_at(self.viewport().mapToGlobal(corner))

    def _with_pointed(self, do: object) -> None:
        row = self.rows.row_at(self.rows.index_of(self._pointed))
        if isinstance(row, MessageRow) and callable(do):
            do(row)

    def _point(self, at: QPoint) -> None:
        index = self.indexAt(at)
        row = self.rows.row_at(index)
        if not isinstance(row, MessageRow) or row.mark is Mark.DELETED:
            self._hide_tools()
            return
        self._pointed = row.id
        self._tools.offer(row)
        self._place_tools(index)
        self._tools.show()
        self._tools.raise_()

    def _place_tools(self, index: QModelIndex | QPersistentModelIndex) -> None:
        where = self.visualRect(self.rows.index(index.row()))
        top = max(2, where.top() - self._tools.height() // 2 + 4)
        self._tools.move(self.viewport().width() - self._tools.width() - tokens().space.l, top)

    def _hide_tools(self) -> None:
        self._pointed = None
        self._tools.hide()

    def _rows_changed(self) -> None:
        self.delegate.measures.keep_only(frozenset(row.key for row in self.rows.rows))
        index = self.rows.index_of(self._pointed)
        if self._tools.isVisible():
            if index.isValid():
                self._place_tools(index)
            else:
                self._hide_tools()

    def _say_pill(self) -> None:
        self._pill.setVisible(self._pill_count > 0)
        self._pill.say(self.tr("%n new message(s)", "below, in a conversation", self._pill_count))
        self._pill.setToolTip(self.tr("Go to the newest message (End)"))
        self._place_pill()

    def _place_pill(self) -> None:
        self._pill.adjustSize()
        self._pill.move(
            (self.width() - self._pill.width()) // 2, self.height() - self._pill.height() - tokens().space.m
        )
        self._pill.raise_()
