"""The notes of a past class: what each place wrote, by whom, how it came about, and all of it to take away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSlider, QStackedWidget, QVBoxLayout, QWidget

from app.domain.session.decider import SessionState
from app.reports.notes import html_of, markdown_of, moments, note_reports, text_at
from ui.bridge.apart import apart
from ui.bridge.dialogs import FileAsk, ask_file
from ui.bridge.saving import put
from ui.print.pages import pdf_of
from ui.session.words import when_text
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Choice
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import separator
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.reports.notes import NoteReport
    from ui.bridge.tasks import TaskScope
    from ui.review.past import Past
    from ui.widgets.toast import Toast

_PAUSE_MS = 60
_MARGIN = 8


class PastNotes(Translated, QWidget):
    """Shows the notes of the open class.

    Args:
        past: the open class.
        scope: runs what waits.
        toast: tells what was done.
    """

    def __init__(self, past: Past, scope: TaskScope, toast: Toast) -> None:
        super().__init__()
        self._past, self._toast = past, toast
        self._reports: tuple[NoteReport, ...] = ()
        self._moments: tuple[int, ...] = ()
        self._filling = False
        self.which = Choice()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.document().setDocumentMargin(_MARGIN)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self._when = Label(words=Words.CAPTION, tone=Tone.MUTED)
        self.by = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self.export = Button(kind=ButtonKind.QUIET, icon_name="download")
        self._none = EmptyState("file-text")
        self._pages = QStackedWidget()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE_MS)
        self._wait.timeout.connect(self._show_moment)
        self._lay_out()
        self.which.currentIndexChanged.connect(lambda _at: self._chosen())
        self.slider.valueChanged.connect(lambda _at: self._wait.start())
        self.export.clicked.connect(lambda: scope.spawn(self._save(), name="export notes"))
        past.opened.connect(lambda _past: self.retranslate())
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        head = QHBoxLayout()
        head.setContentsMargins(space.xl, space.m, space.xl, space.m)
        head.setSpacing(space.s)
        head.addWidget(self.which, 1)
        head.addWidget(self.export)
        replay = QHBoxLayout()
        replay.setSpacing(space.m)
        replay.addWidget(self.slider, 1)
        replay.addWidget(self._when)
        inside = QVBoxLayout()
        inside.setContentsMargins(space.xl, space.m, space.xl, space.m)
        inside.setSpacing(space.s)
        inside.addWidget(self.by)
        inside.addWidget(self.text, 1)
        inside.addLayout(replay)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(separator())
        column.addLayout(inside, 1)
        self._pages.addWidget(self._none)
        self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def retranslate(self) -> None:
        """Show the open class's notes, in today's words."""
        past = self._past.current
        self.which.setAccessibleName(self.tr("Whose notes are shown"))
        self.text.setAccessibleName(self.tr("Shared notes"))
        self.slider.setAccessibleName(self.tr("How the notes came about"))
        self.slider.setToolTip(self.tr("Go back to how these notes stood before (Left, Right)"))
        self.export.say(self.tr("Export…"), self.tr("Write all notes to a file: Markdown, HTML or PDF"))
        self._none.say(
            self.tr("Nobody wrote in the notes") if past else self.tr("Choose a class at the left"),
            "" if past else self.tr("Each class is kept on this computer, to reread and to hand on."),
        )
        self._reports = note_reports(past.world) if past is not None else ()
        self._pages.setCurrentIndex(1 if self._reports else 0)
        chosen = self.which.currentData()
        self._filling = True
        self.which.clear()
        for report in self._reports:
            self.which.addItem(report.name, report.place)
        self.which.setCurrentIndex(max(0, self.which.findData(chosen)))
        self._filling = False
        self._chosen()

    def _chosen(self) -> None:
        past = self._past.current
        if self._filling or past is None or not self._reports:
            return
        report = self._reports[max(0, self.which.currentIndex())]
        self._moments = moments(past.envelopes, report.place)
        self.slider.blockSignals(True)
        self.slider.setRange(1, max(1, len(self._moments)))
        self.slider.setValue(len(self._moments))
        self.slider.blockSignals(False)
        parts = [
            self.tr("%1: %2").replace("%1", name).replace("%2", self._figures(count, edits))
            for name, count, edits in report.writers
        ]
        self.by.setText(" · ".join(parts))
        self.text.setPlainText(report.text)
        self._say_when()

    def _figures(self, count: int, edits: int) -> str:
        characters = self.tr("%n character(s)", "of a note", count)
        changes = self.tr("%n edit(s)", "of a note", edits)
        return f"{characters}, {changes}"

    def _show_moment(self) -> None:
        past = self._past.current
        if past is None or not self._moments:
            return
        report = self._reports[max(0, self.which.currentIndex())]
        at = self.slider.value()
        is_last = at >= len(self._moments)
        # What staff cleared or brought back since is part of the end, not of the last edit.
        words = report.text if is_last else text_at(past.envelopes, report.place, self._moments[at - 1])
        self.text.setPlainText(words)
        self._say_when()

    def _say_when(self) -> None:
        past = self._past.current
        if past is None or not self._moments:
            self._when.setText("")
            return
        seq = self._moments[self.slider.value() - 1]
        at = next(envelope.at for envelope in past.envelopes if envelope.seq == seq)
        self._when.setText(self.tr("as of %1").replace("%1", when_text(at)))

    async def _save(self) -> None:
        past = self._past.current
        if past is None:
            return
        found = await ask_file(
            self.window(),
            FileAsk.SAVE,
            self.tr("Export the notes"),
            name=f"{self.tr('notes')}.md",
            patterns="Markdown (*.md);;HTML (*.html);;PDF (*.pdf)",
        )
        if found is None:
            return
        target = Path(found)
        match target.suffix.lower():
            case ".pdf":
                content = await apart(pdf_of, html_of(past.world), past.world.state(SessionState).title)
            case ".html" | ".htm":
                content = html_of(past.world).encode()
            case _:
                content = markdown_of(past.world).encode()
        await put(self._toast, target, content, self.tr("The notes were exported"))
