"""What goes in and out of Prepare: files opened, dropped, written and printed, without ever stopping the window."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from app.plans import Opening, Plan, PlanDocument, PlanError, PlanUnreadable, pack
from app.plans.edits import Add, Edit
from app.plans.file import LARGEST, SUFFIX
from app.plans.pieces import new_id, place_after
from app.plans.sources import READ, Source, plan_of, read_source
from app.reports.forms import PAGES, Form, Invite, ending, file_name, page_of, written
from app.storage.whole import write_whole
from app.sync.links import CodeLink, is_loopback, write_link
from ui.bridge.apart import apart
from ui.bridge.dialogs import FileAsk, ask_file, opened
from ui.prepare.exchange_words import (
    form_text,
    opening_error_text,
    plan_text,
    reading_error_text,
    skipped_text,
    writing_error_text,
)
from ui.prepare.invite import InviteDialog
from ui.prepare.merging import Merging
from ui.prepare.notes import Group, NotesDialog
from ui.print.pages import paint_pages, pdf_of, prepare
from ui.session.reach import reach_of
from ui.shell.actions import Action
from ui.shell.panels import Mode
from ui.widgets.labels import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.plans.polls import Bank
    from ui.prepare.editing import Editing
    from ui.prepare.plans import Plans
    from ui.session.desk import Desk
    from ui.shell.window import MainWindow

SLICE_S: Final = 0.006
"""For how long the window may wait at once while a plan with a long history is read, in seconds."""

SLOW_S: Final = 0.4
"""After how many seconds it is told that something is being done."""


class Exchange(QObject):
    """Reads and writes files. `done` carries the name of what was read or written; nothing waits on the disk.

    Args:
        plans: of this desktop.
        editing: tells which activity is chosen.
        desk: knows the classes, and so the links to them.
        window: over which dialogs open, and onto which files are dropped.
    """

    done = Signal(object)

    def __init__(self, plans: Plans, editing: Editing, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._plans, self._editing, self._desk, self._window = plans, editing, desk, window
        self.merging: Final = Merging(plans, window, self)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        window.actions_.add(*self._actions())

    def _actions(self) -> tuple[Action, ...]:
        prepare_only = frozenset({Mode.PREPARE})

        def is_open() -> bool:
            return self._plan() is not None

        def exporting(form: Form) -> Action:
            return Action(
                f"plan.export_{form.name.lower()}",
                lambda: QCoreApplication.translate("Actions", "Export: %1").replace("%1", form_text(form)),
                partial(self.export, form),
                group=_group,
                icon_name="download",
                modes=prepare_only,
                enabled=is_open,
            )

        return (
            Action(
                "plan.open",
                lambda: QCoreApplication.translate("Actions", "Open a plan, an agenda or polls from a file"),
                self.choose,
                shortcut="Ctrl+O",
                group=_group,
                icon_name="folder-open",
                modes=prepare_only,
            ),
            Action(
                "plan.print",
                lambda: QCoreApplication.translate("Actions", "Print the run sheet"),
                self.print_,
                shortcut="Ctrl+Alt+P",
                group=_group,
                icon_name="file-text",
                modes=prepare_only,
                enabled=is_open,
            ),
            Action(
                "plan.settle",
                lambda: QCoreApplication.translate("Actions", "Settle what copies of the plan disagree about"),
                self.merging.settle,
                group=_group,
                icon_name="check-check",
                modes=prepare_only,
                enabled=lambda: self.merging.has_open_things,
            ),
            *(exporting(form) for form in Form),
        )

    # --- in --------------------------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for a file, and read it."""
        self._window.tasks.spawn(self._choose(), name="open a file")

    def read(self, paths: Sequence[Path]) -> None:
        """Read files, one after another.

        Args:
            paths: of any kind that is known; others are told.
        """
        self._window.tasks.spawn(self._read_all(paths), name="read files")

    async def _choose(self) -> None:
        known = " ".join(f"*{each}" for each in READ)
        path = await ask_file(
            self._window,
            FileAsk.OPEN,
            QCoreApplication.translate("Exchange", "Open a plan, an agenda or polls"),
            patterns=f"{QCoreApplication.translate('Exchange', 'Plans, agendas and polls')} ({known})",
        )
        if path is not None:
            await self._read_all([Path(path)])

    async def _read_all(self, paths: Sequence[Path]) -> None:
        for path in paths:
            try:
                source = await self._source(path)
                await self._take(source, path)
            except PlanError as error:
                self._window.banner.say(Tone.DANGER, reading_error_text(path.name, error))
            except OSError as error:
                self._window.banner.say(Tone.DANGER, opening_error_text(path.name, error))

    async def _source(self, path: Path) -> Source:
        slow = self._say_if_slow(QCoreApplication.translate("Exchange", "Reading “%1”…").replace("%1", path.name))
        try:
            data = await apart(_bytes_of, path)
            if path.suffix.lower() != SUFFIX and not data.startswith(b"cercle-plan "):
                return await apart(read_source, path.name, data, _spoken())
            # A document stays in the thread that reads it, so it is read here, a little at a time.
            opening = Opening(data)
            while not opening.go_on(SLICE_S):  # noqa: ASYNC110 (it yields; nothing is waited for)
                await asyncio.sleep(0)
            return Source(document=opening.document())
        finally:
            slow.cancel()

    async def _take(self, source: Source, path: Path) -> None:
        if source.document is not None:
            await self._take_document(source.document)
        elif source.bank is not None:
            await self._take_polls(source.bank, path.stem)
        elif source.plan is not None:
            plan = source.plan if source.plan.title else replace(source.plan, title=path.stem[:200])
            kept = self._plans.add(plan)
            self._say_read(plan, lambda: self._plans.delete(kept.id))
        self.done.emit(path.name)

    async def _take_document(self, document: PlanDocument) -> None:
        if any(kept.id == document.id for kept in self._plans.all):
            await self.merging.ask(document)
            return
        kept = self._plans.add_document(document)
        self._say_read(document.plan, lambda: self._plans.delete(kept.id))

    def _say_read(self, plan: Plan, undo: object) -> None:
        text = self.tr("“%1” opened: %n activity(ies)", "", len(plan.activities))
        self._window.toast.say(text.replace("%1", plan_text(plan)), undo=undo if callable(undo) else None)

    async def _take_polls(self, bank: Bank, name: str) -> None:
        if not bank.polls:
            raise PlanUnreadable("no question in it has the form of a poll", "file")
        if self._plan() is None:
            self._plans.add(plan_of(bank, name, _spoken()))
        else:
            self._add_polls(bank)
        text = self.tr("%n poll(s) read from “%1”", "", len(bank.polls))
        self._window.toast.say(text.replace("%1", name))
        if bank.skipped:
            left_out = self.tr("%n question(s) left out", "", len(bank.skipped))
            detail = QCoreApplication.translate("Exchange", "They have no form among polls; all others were read.")
            lines = tuple(skipped_text(each) for each in bank.skipped)
            heading = QCoreApplication.translate("Exchange", "Left out")
            await self._show(NotesDialog(left_out, detail, (Group(heading, lines, Tone.WARN),), parent=self._window))

    def _add_polls(self, bank: Bank) -> None:
        plan = self._plans.plan
        chosen = self._editing.chosen.activities
        made: list[Edit] = []
        activity = next((each for each in plan.activities if chosen and each.id == chosen[-1]), None)
        if activity is None:
            place, day = place_after(plan, "")
            activity = replace(plan_of(bank, "", plan.language).activities[0], id=new_id(), day=day)
            made.append(Add(activity, place))
        polls = [replace(poll, id=new_id(), activity=activity.id) for poll in bank.polls]
        self._plans.apply(*made, *(Add(poll) for poll in polls))

    # --- out -------------------------------------------------------------------------------------------------------

    def export(self, form: Form) -> None:
        """Ask where to, and write the open plan.

        Args:
            form: in which.
        """
        self._window.tasks.spawn(self._export(form), name="export a plan")

    def print_(self) -> None:
        """Ask on which printer, and print the run sheet."""
        self._window.tasks.spawn(self._print(), name="print a plan")

    def _plan(self) -> Plan | None:
        kept = self._plans.current
        return kept.plan if kept is not None else None

    async def _export(self, form: Form) -> None:
        kept, plan = self._plans.current, self._plan()
        if kept is None or plan is None:
            return
        invite = Invite(zone=datetime.now(UTC).astimezone().tzinfo or UTC)
        if form in {Form.ICS, Form.PROGRAMME}:
            asked = await self._ask_links(plan, form)
            if asked is None:
                return
            invite = Invite(*asked, invite.zone)
        path = await ask_file(
            self._window,
            FileAsk.SAVE,
            form_text(form),
            name=file_name(plan, form),
            patterns=f"{form_text(form)} (*{ending(form)})",
        )
        if path is None:
            return
        target = Path(path)
        target = target if target.suffix.lower() == ending(form) else target.with_name(target.name + ending(form))
        await self.write(kept.id, plan, form, target, invite)

    async def write(self, plan_id: str, plan: Plan, form: Form, path: Path, invite: Invite) -> None:
        """Write a plan to a file; what went wrong is said over the window.

        Args:
            plan_id: of the plan.
            plan: as it is written.
            form: in which.
            path: of the file.
            invite: what an invitation and a programme say beside the plan.
        """
        slow = self._say_if_slow(QCoreApplication.translate("Exchange", "Writing “%1”…").replace("%1", path.name))
        try:
            await apart(write_whole, path, await self._body(plan_id, plan, form, invite))
        except (PlanError, OSError) as error:
            self._window.banner.say(Tone.DANGER, writing_error_text(path.name, error))
            return
        finally:
            slow.cancel()
        self._window.toast.say(QCoreApplication.translate("Exchange", "Written: %1").replace("%1", path.name))
        self.done.emit(path.name)

    async def _body(self, plan_id: str, plan: Plan, form: Form, invite: Invite) -> bytes:
        if form in PAGES:
            return await apart(pdf_of, page_of(plan, form, invite), plan_text(plan))
        if form is not Form.CERCLE:
            return await apart(written, plan, plan_id, form, invite)
        document = await self._plans.fetched(plan_id)
        if document is None:
            raise PlanUnreadable("it cannot be read", "document")
        return pack(document)

    async def _ask_links(self, plan: Plan, form: Form) -> tuple[str, str] | None:
        link = meeting = ""
        for one in self._desk.open_classes:
            if one.session.title == plan.title and one.session.code and one.is_going_on:
                base = reach_of(one.bridge).base
                # A link to this computer alone leads nobody anywhere.
                link = "" if is_loopback(base) else write_link(CodeLink(base, one.session.code))
                meeting = one.session.meeting_link
        dialog = InviteDialog(form_text(form), link, meeting, self._window)
        return dialog.links if await self._show(dialog) else None

    async def _print(self) -> None:
        plan = self._plan()
        if plan is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer)
        printer.setDocName(plan_text(plan))
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(QCoreApplication.translate("Exchange", "Print the run sheet"))
        if not await self._show(dialog):
            return
        html, title = page_of(plan, Form.RUN_SHEET), plan_text(plan)
        wanted = (printer.fromPage(), printer.toPage()) if printer.fromPage() else None
        await apart(paint_pages, html, title, printer, wanted)
        self._window.toast.say(QCoreApplication.translate("Exchange", "Sent to the printer"))

    async def _show(self, dialog: QPrintDialog | NotesDialog | InviteDialog) -> bool:
        try:
            return await opened(dialog) == NotesDialog.DialogCode.Accepted.value
        finally:
            dialog.deleteLater()

    def _say_if_slow(self, text: str) -> asyncio.TimerHandle:
        return asyncio.get_running_loop().call_later(SLOW_S, self._window.toast.say, text)

    # --- dropping --------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the window while Prepare is shown."""
        if watched is not self._window or self._window.mode is not Mode.PREPARE:
            return False
        match event:
            case QDragEnterEvent() | QDropEvent() if _files(event):
                if event.type() is QEvent.Type.Drop:
                    self.read(_files(event))
                event.acceptProposedAction()
                return True
            case _:
                return False


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _bytes_of(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        raise PlanUnreadable(f"the file has more than {LARGEST} bytes", "file")
    return path.read_bytes()


def _group() -> str:
    return QCoreApplication.translate("Actions", "Plan")


def _spoken() -> str:
    return QCoreApplication.translate("Plan", "en", "the code of this language: fr or en")
