"""How `cercle plan` finds, reads and writes: in files and in the library."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime, tzinfo
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from app.plans import Plan, PlanDocument, PlanError, pack, unpack
from app.plans.file import LARGEST, SUFFIX
from app.plans.merge import merge
from app.plans.sources import plan_of, read_source
from app.reports.forms import PAGES, Form, Invite, ending, file_name, page_of, written
from app.storage import PlanRow
from app.storage.whole import write_whole
from ui.cli_home import at_home, fail, folder
from ui.cli_plan_words import PLAN_TEXTS
from ui.cli_words import Words, wanted_language

if TYPE_CHECKING:
    from app.plans.polls import Bank
    from ui.session.home import Home

say: Final = Words(wanted_language(sys.argv[1:]), PLAN_TEXTS)


def refuse(error: PlanError, plan: str) -> NoReturn:
    """Say why a plan cannot be read or changed, and where; and leave.

    Args:
        error: what happened.
        plan: its file or title.
    """
    told = say(f"error_{error.code}", plan=plan)
    fail(say("at_place", text=told, where=error.where) if error.where else told)


def read(path: Path) -> bytes:
    """Return a file's bytes, or say why they cannot be read and leave.

    Args:
        path: of the file.
    """
    try:
        with path.open("rb") as file:
            # A device has no end; whoever reads these bytes says that they are too many.
            return file.read(LARGEST + 1)
    except OSError as error:
        fail(say("plan_no_file", path=path, reason=error.strerror))


def write(path: Path, body: bytes) -> None:
    """Write a file whole, or say why it cannot be written and leave.

    Args:
        path: of the file.
        body: its bytes.
    """
    try:
        write_whole(path, body)
    except OSError as error:
        fail(say("not_written", path=path, reason=error.strerror))
    typer.echo(say("plan_written", path=path))


def document_in(path: Path) -> PlanDocument:
    """Return the plan of a `.cercle` file, or say why there is none and leave.

    Args:
        path: of the file.
    """
    try:
        return unpack(read(path))
    except PlanError as error:
        refuse(error, str(path))


def imported(source: Path) -> PlanDocument | Plan:
    """Return what a file holds: a plan with its history, or without one.

    Args:
        source: of any kind that is known.
    """
    try:
        found = read_source(source.name, read(source), say.language)
    except PlanError as error:
        refuse(error, str(source))
    if found.bank is not None:
        _tell_polls(found.bank)
        return plan_of(found.bank, source.stem, say.language)
    return found.document or found.plan or Plan()


def _tell_polls(bank: Bank) -> None:
    typer.echo(say("polls_read", count=len(bank.polls)))
    for skipped in bank.skipped:
        typer.echo("- " + say("poll_skipped", line=skipped.line, title=skipped.title, why=say(f"why_{skipped.why}")))


def find(context: typer.Context, name: str, data: Path | None) -> PlanDocument:
    """Return the plan of a file or of the library, or say why there is none and leave.

    Args:
        context: of the command.
        name: a file, a title, or an id or its beginning.
        data: the folder of the library.
    """
    path = Path(name)
    if path.is_file():
        found = imported(path)
        return found if isinstance(found, PlanDocument) else PlanDocument.new(found)

    async def look(home: Home) -> list[PlanRow]:
        rows = await home.shelf.run(home.shelf.library.plans)
        wanted = name.strip().casefold()
        ways = (
            [row for row in rows if row.id == name],
            [row for row in rows if row.title.strip().casefold() == wanted],
            [row for row in rows if len(name) >= SHORTEST and row.id.startswith(name)],
        )
        return next((way for way in ways if way), [])

    found_rows = at_home(folder(context, data), look)
    if not found_rows:
        fail(
            say("plan_no_file", path=path, reason=say("no_such_file"))
            if path.suffix
            else say("plan_unknown", plan=name)
        )
    if len(found_rows) > 1:
        fail(say("plan_ambiguous", plan=name))
    try:
        return unpack(found_rows[0].body, found_rows[0].id, found_rows[0].updates)
    except PlanError as error:
        refuse(error, name)


SHORTEST: Final = 4
"""How many letters of an id tell which it is."""


def keep(context: typer.Context, document: PlanDocument, out: Path | None, data: Path | None) -> None:
    """Keep a plan in a file or in the library; a copy that is there already is merged with it.

    Args:
        context: of the command.
        document: the plan.
        out: the file; the library when left out.
        data: the folder of the library.
    """
    if out is not None:
        if out.suffix.lower() != SUFFIX:
            fail(say("plan_ending", path=out, known=SUFFIX), 2)
        write(out, pack(document))
        return
    row = PlanRow(document.id, document.plan.title, time.time_ns() // 1_000_000, pack(document))

    async def put(home: Home) -> bool:
        known = await home.shelf.run(home.shelf.library.get_plan, row.id)
        kept = row
        if known is not None:
            # The library has a copy of its own: what was done there stays.
            both = merge(unpack(known.body, known.id, known.updates), document).document
            kept = PlanRow(row.id, both.plan.title, row.updated_at, pack(both))
        await home.shelf.run(home.shelf.library.put_plan, kept)
        return known is not None

    try:
        was_there = at_home(folder(context, data), put)
    except PlanError as error:
        refuse(error, row.title)
    title = row.title or say("no_title")
    typer.echo(say("plan_kept_merged" if was_there else "plan_kept", title=title, id=row.id))


def export(document: PlanDocument, form: Form | None, out: Path | None, invite: Invite) -> None:
    """Write a plan in another form.

    Args:
        document: the plan.
        form: in which; the ending of the file decides when left out.
        out: the file; one named after the plan, in this folder, when left out.
        invite: what an invitation and a programme say beside the plan.
    """
    plan = document.plan
    if form is None:
        form = next((each for each in Form if out is not None and out.suffix.lower() == ending(each)), None)
        if out is not None and out.suffix.lower() == ".markdown":
            form = Form.MARKDOWN
    if form is None:
        endings = ", ".join(sorted({ending(each) for each in Form}))
        fail(say("plan_ending", path=out, known=endings) if out is not None else say("plan_which_form"), 2)
    path = out or Path(file_name(plan, form))
    if out is None and path.exists():
        fail(say("plan_there", path=path), 2)
    try:
        match form:
            case Form.CERCLE:
                body = pack(document)
            case _ if form in PAGES:
                body = _pdf(page_of(plan, form, invite), plan.title)
            case _:
                body = written(plan, document.id, form, invite)
    except PlanError as error:
        refuse(error, plan.title or say("no_title"))
    write(path, body)


def _pdf(html: str, title: str) -> bytes:
    if find_spec("PySide6") is None or sys.modules.get("PySide6", ...) is None:
        fail(say("plan_no_pdf"), 2)
    # No window is opened, so none of the screen's parts is asked for.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 (a plan is exported where Qt is not installed)

    from ui.print.pages import pdf_of  # noqa: PLC0415 (as above)

    app = QGuiApplication.instance() or QGuiApplication(["cercle"])
    try:
        return pdf_of(html, title)
    finally:
        del app


def zone_named(name: str) -> tzinfo:
    """Return a time zone; this computer's own without a name.

    Args:
        name: as `Europe/Paris`.
    """
    if not name:
        return datetime.now().astimezone().tzinfo or UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        fail(say("plan_zone_unknown", zone=name), 2)
