"""The record of a past class: handed on, checked line by line, deleted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.session.decider import SessionState
from ui.bridge.dialogs import FileAsk, ask_file, confirm
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Card, overline
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.reports.record import Chain, PastSession
    from ui.bridge.tasks import TaskScope
    from ui.review.past import Past
    from ui.widgets.toast import Toast


class RecordPanel(Translated, QWidget):
    """The record of the open class: export, check, delete.

    Args:
        past: the open class.
        scope: runs what waits.
        toast: tells what was done.
    """

    def __init__(self, past: Past, scope: TaskScope, toast: Toast) -> None:
        super().__init__()
        self._past, self._scope, self._toast = past, scope, toast
        self._chain: Chain | None = None
        self._record = Card()
        self._record_title = overline("")
        self._told = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._export = Button(kind=ButtonKind.PRIMARY, icon_name="download")
        self._check = Button(kind=ButtonKind.QUIET, icon_name="shield-check")
        self._delete = Button(kind=ButtonKind.PLAIN, icon_name="trash-2")
        self._export.clicked.connect(lambda: scope.spawn(self._save(), name="export"))
        self._check.clicked.connect(past.check)
        self._delete.clicked.connect(lambda: scope.spawn(self._forget(), name="forget"))
        space = tokens().space
        for widget in (self._record_title, self._told, self._export, self._check, self._delete):
            self._record.column.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.m, space.s, space.m, space.m)
        column.setSpacing(space.s)
        column.addWidget(self._record)
        past.opened.connect(self._opened)
        past.checked.connect(self._checked)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._record_title.setText(self.tr("Record"))
        self._export.say(self.tr("Export as JSON…"))
        self._check.say(self.tr("Check the record"), self.tr("Check every line from the first to the last"))
        self._delete.say(self.tr("Delete from this computer…"))
        self._show()

    def _opened(self) -> None:
        self._chain = None
        self._show()

    def _show(self) -> None:
        past = self._past.current
        self._export.setEnabled(past is not None)
        # What cannot be read can still be checked, to learn where it was damaged, and deleted.
        for button in (self._check, self._delete):
            button.setEnabled(bool(self._past.session))
        self._told.setText(self._words(past))
        broken = self._chain is not None and not self._chain.is_intact
        self._told.set_tone(Tone.DANGER if broken else Tone.OK if self._chain is not None else Tone.MUTED)

    def _words(self, past: PastSession | None) -> str:
        chain = self._chain
        if chain is None:
            if past is None:
                return self.tr("Open a class to export or check its record.")
            return self.tr("%n line(s), each sealed by the one before.", "records of the log", len(past.records))
        if chain.is_intact:
            head = chain.head[:12]
            return self.tr("Intact: every line fits. It ends with seal %1.").replace("%1", head)
        text = self.tr("Line %1 does not fit (%2): it was changed or lost after it was written.")
        return text.replace("%1", str(chain.broken_at)).replace("%2", chain.reason)

    def _checked(self, chain: Chain) -> None:
        self._chain = chain
        self._show()

    async def _save(self) -> None:
        past = self._past.current
        if past is None:
            return
        title = past.world.state(SessionState).title
        name = "".join(letter if letter.isalnum() else "-" for letter in title).strip("-") or "class"
        chosen = await ask_file(
            self.window(), FileAsk.SAVE, self.tr("Export as JSON"), name=f"{name}.json", patterns="JSON (*.json)"
        )
        if chosen is None:
            return
        try:
            await self._past.save(Path(chosen))
        except OSError as error:
            self._told.setText(self.tr("It could not be written: %1").replace("%1", error.strerror or str(error)))
            self._told.set_tone(Tone.DANGER)
            return
        self._toast.say(self.tr("Exported to %1").replace("%1", Path(chosen).name))

    async def _forget(self) -> None:
        title = self.tr("Delete this class from this computer?")
        detail = self.tr("What was said and who was there is gone from here for good. Other computers keep their copy.")
        seat = self._past.seat
        if seat is not None and not seat.ended:
            seat_goes = self.tr("This class is not over: your seat in it goes too.")
            detail = f"{detail} {seat_goes}"
        if await confirm(self.window(), title, detail, self.tr("Delete"), dangerous=True):
            await self._past.forget()
