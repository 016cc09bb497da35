"""The `cercle plan` commands: plans without a window, as files or in the library."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn
from uuid import uuid4
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer
from msgspec.structs import replace
from rich.console import Console
from rich.table import Table

from app.plans import Activity, ActivityKind, Plan, PlanDocument, PlanError, pack, total_minutes, unpack
from app.plans.agenda_csv import from_csv
from app.plans.calendar import to_ics
from app.plans.edits import Add, Describe, Edit
from app.plans.formats import expand, format_named, formats, sample, sample_names
from app.plans.markdown import to_markdown
from app.plans.markdown_in import from_markdown
from app.plans.merge import Difference, merge
from app.plans.polls import from_aiken, from_gift, is_aiken
from app.plans.reading import name_of
from app.plans.timing import coverage, findings, schedule
from app.plans.words import clock, kind_word
from app.storage import PlanRow
from ui.cli_home import at_home, errors, fail, folder
from ui.cli_plan_words import PLAN_TEXTS
from ui.cli_words import Words, wanted_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.session.home import Home

_say = Words(wanted_language(sys.argv[1:]), PLAN_TEXTS)
_FILE = ".cercle"

app = typer.Typer(name="plan", help=_say("plan_app"), no_args_is_help=True, add_completion=False, rich_markup_mode=None)

Data = Annotated[Path | None, typer.Option("--data", help=_say("data"))]
Lang = Annotated[str | None, typer.Option("--lang", help=_say("lang"))]
Out = Annotated[Path | None, typer.Option("--out", "-o", help=_say("plan_out"))]


@app.command(help=_say("plan_new"))
def new(  # noqa: PLR0913, PLR0917 (options of a command line are named, not counted)
    context: typer.Context,
    title: Annotated[str, typer.Argument(help=_say("plan_title"))] = "",
    out: Out = None,
    language: Annotated[str, typer.Option(help=_say("plan_language"))] = _say.language,
    learners: Annotated[int, typer.Option(help=_say("plan_learners"), min=1, max=5000)] = 20,
    from_format: Annotated[str, typer.Option("--format", help=_say("plan_format"))] = "",
    from_sample: Annotated[str, typer.Option("--sample", help=_say("plan_sample"))] = "",
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Begin a plan."""
    del lang
    try:
        plan = sample(from_sample) if from_sample else Plan(language=language, learners=learners)
        document = PlanDocument.new(replace(plan, title=title) if title else plan)
        if from_format:
            chosen = format_named(from_format)
            made = expand(chosen, learners, plan.language)
            if not made.fits:
                errors.print(_say("does_not_fit", fewest=chosen.fewest, most=chosen.most), markup=False)
            document.apply(*made.edits(), *(() if title else (Describe(title=chosen.name.said(plan.language)),)))
    except PlanError as error:
        _refuse(error, title or from_sample or from_format)
    _keep(context, document, out, data)


@app.command("list", help=_say("plan_list"))
def list_plans(
    context: typer.Context,
    of_formats: Annotated[bool, typer.Option("--formats", help=_say("plan_formats"))] = False,  # noqa: FBT002 (a flag)
    of_samples: Annotated[bool, typer.Option("--samples", help=_say("plan_samples"))] = False,  # noqa: FBT002 (a flag)
    data: Data = None,
    lang: Lang = None,
) -> None:
    """List the plans on this computer."""
    del lang
    if of_formats:
        rows = [
            (each.id, each.name.said(_say.language), f"{each.fewest}–{each.most}", each.about.said(_say.language))
            for each in formats()
        ]
        _print_table(("id", _say("column_title"), _say("column_learners"), _say("column_about")), rows)
        return
    if of_samples:
        samples = [(name, sample(name)) for name in sample_names()]
        rows = [(name, plan.title, _hours(total_minutes(plan)), plan.language) for name, plan in samples]
        _print_table(
            ("id", _say("column_title"), _say("column_minutes"), _say("plan_language").split(":", maxsplit=1)[0]), rows
        )
        return

    async def read(home: Home) -> list[PlanRow]:
        return await home.shelf.run(home.shelf.library.plans)

    kept = at_home(folder(context, data), read)
    if not kept:
        typer.echo(_say("plan_none"))
        return
    told = []
    for row in kept:
        changed = datetime.fromtimestamp(row.updated_at / 1000).astimezone().strftime("%Y-%m-%d %H:%M")
        told.append((row.id, row.title or _say("no_title"), changed))
    _print_table(("id", _say("column_title"), _say("column_changed")), told)


@app.command(help=_say("plan_show"))
def show(
    context: typer.Context,
    plan: Annotated[str, typer.Argument(help=_say("plan_name"))],
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Show a plan's times, and what does not fit."""
    del lang
    document = _find(context, plan, data)
    found = document.plan
    typer.echo(found.title or _say("no_title"))
    laid = schedule(found)
    for day in laid.days:
        if day.day is not None and (day.day.title or day.day.date):
            typer.echo("\n" + " · ".join(part for part in (day.day.date, day.day.title) if part))
        rows = [
            (
                clock(slot.start) if day.clock else f"{slot.start // 60}:{slot.start % 60:02}",
                slot.activity.title or _say("no_title"),
                kind_word(slot.activity.kind, _say.language),
                str(slot.activity.minutes),
                slot.activity.lead,
            )
            for slot in day.slots
        ]
        names = ("column_at", "column_activity", "column_kind", "column_minutes", "column_lead")
        _print_table(tuple(_say(name) for name in names), rows)
    typer.echo("\n" + _say("total", hours=_hours(total_minutes(found))))
    typer.echo(_say("share", percent=round(coverage(found).share * 100)))
    titles = {item.id: name_of(item) or _say("no_title") for item in (*found.activities, *found.objectives)}
    for finding in findings(found):
        named = [titles.get(key, "") for key in finding.items] or [""]
        typer.echo("- " + _say(f"finding_{finding.code}", first=named[0], last=named[-1], minutes=finding.minutes))
    _tell_open(document)


@app.command(help=_say("plan_export"))
def export(
    context: typer.Context,
    plan: Annotated[str, typer.Argument(help=_say("plan_name"))],
    out: Annotated[Path, typer.Option("--out", "-o", help=_say("plan_export_out"))],
    link: Annotated[str, typer.Option(help=_say("plan_link"))] = "",
    zone: Annotated[str, typer.Option(help=_say("plan_zone"))] = "",
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Write a plan in another form."""
    del lang
    document = _find(context, plan, data)
    match out.suffix.lower():
        case ".cercle":
            body = pack(document)
        case ".md" | ".markdown":
            body = to_markdown(document.plan).encode()
        case ".ics":
            try:
                body = to_ics(document.plan, document.id, _zone(zone), datetime.now(UTC), link)
            except PlanError as error:
                _refuse(error, plan)
        case _:
            fail(_say("plan_ending", path=out, known=".cercle, .md, .ics"), 2)
    _write(out, body)


@app.command("import", help=_say("plan_import"))
def import_plan(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(help=_say("plan_source"))],
    out: Out = None,
    into: Annotated[Path | None, typer.Option(help=_say("plan_into"))] = None,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Read a plan, an agenda or polls."""
    del lang
    try:
        if source.suffix.lower() == _FILE:
            document = unpack(_read(source), "")
            edits: tuple[Edit, ...] = _adding(document.plan)
        else:
            read = _imported(source)
            document, edits = PlanDocument.new(read), _adding(read)
        if into is not None:
            document = unpack(_read(into))
            document.apply(*edits)
    except PlanError as error:
        _refuse(error, str(source))
    _keep(context, document, out or into, data)


@app.command("merge", help=_say("plan_merge"))
def merge_plans(
    first: Annotated[Path, typer.Argument(help=_say("plan_first"))],
    second: Annotated[Path, typer.Argument(help=_say("plan_second"))],
    out: Annotated[Path, typer.Option("--out", "-o", help=_say("plan_merge_out"))],
    lang: Lang = None,
) -> None:
    """Merge two copies of a plan."""
    del lang
    copies = []
    for path in (first, second):
        try:
            copies.append(unpack(_read(path)))
        except PlanError as error:
            _refuse(error, str(path))
    try:
        merged = merge(*copies)
    except PlanError as error:
        _refuse(error, str(second))
    for path, brought in ((first, merged.from_first), (second, merged.from_second)):
        typer.echo(_say("from_side", path=path))
        for line in [_told(each) for each in brought] or [_say("nothing_new")]:
            typer.echo(f"- {line}")
    _tell_open(merged.document)
    _write(out, pack(merged.document))


def _told(change: Difference) -> str:
    field = _say(f"field_{change.field}") if change.field else ""
    return _say(f"change_{change.what}", title=change.title or _say("no_title"), field=field)


def _tell_open(document: PlanDocument) -> None:
    for item in document.overruled:
        typer.echo("- " + _say("overruled", title=name_of(item) or _say("no_title")))
    for conflict in document.conflicts:
        others = " / ".join(str(each) for each in conflict.others)
        values = {"title": conflict.title or _say("no_title"), "shown": conflict.shown, "others": others}
        typer.echo("- " + _say("conflict", field=_say(f"field_{conflict.field}"), **values))


def _imported(source: Path) -> Plan:
    try:
        text = _read(source).decode("utf-8-sig")
    except UnicodeDecodeError:
        # Spreadsheets of Western Europe still write this one.
        text = _read(source).decode("cp1252", "replace")
    match source.suffix.lower():
        case ".md" | ".markdown":
            return from_markdown(text)
        case ".csv" | ".tsv":
            return replace(from_csv(text, source.stem), language=_say.language)
        case ".gift" | ".txt":
            return _with_polls(text, source.stem)
        case _:
            return fail(_say("plan_ending", path=source, known=".cercle, .md, .csv, .gift, .txt"), 2)


def _with_polls(text: str, title: str) -> Plan:
    bank = from_aiken(text) if is_aiken(text) else from_gift(text, yes=_say("yes"), no=_say("no"))
    typer.echo(_say("polls_read", count=len(bank.polls)))
    for skipped in bank.skipped:
        typer.echo("- " + _say("poll_skipped", line=skipped.line, title=skipped.title, why=_say(f"why_{skipped.why}")))
    activity = Activity(
        id="polls", title=_say("polls_title"), kind=ActivityKind.POLL, minutes=max(5, 2 * len(bank.polls))
    )
    polls = tuple(replace(poll, activity=activity.id) for poll in bank.polls)
    return Plan(title=title[:200], language=_say.language, activities=(activity,), polls=polls)


def _adding(plan: Plan) -> tuple[Edit, ...]:
    """Return what adds a plan's activities, with what they hold, to another plan, under ids of their own."""
    names = {each.id: str(uuid4()) for each in plan.activities}
    return (
        *(Add(replace(each, id=names[each.id], day="", objectives=())) for each in plan.activities),
        *(Add(replace(each, id=str(uuid4()), activity=names[each.activity])) for each in plan.questions),
        *(Add(replace(each, id=str(uuid4()), activity=names[each.activity])) for each in plan.polls),
        *(Add(replace(each, id=str(uuid4()), activity=names[each.activity])) for each in plan.rooms),
    )


def _find(context: typer.Context, name: str, data: Path | None) -> PlanDocument:
    path = Path(name)
    if path.is_file():
        try:
            return unpack(_read(path))
        except PlanError as error:
            _refuse(error, name)

    async def find(home: Home) -> list[PlanRow]:
        rows = await home.shelf.run(home.shelf.library.plans)
        return [row for row in rows if row.id == name] or [row for row in rows if row.title == name]

    found = at_home(folder(context, data), find)
    if not found:
        fail(_say("plan_not_found", plan=name))
    if len(found) > 1:
        fail(_say("plan_ambiguous", plan=name))
    try:
        return unpack(found[0].body, found[0].id, found[0].updates)
    except PlanError as error:
        _refuse(error, name)


def _keep(context: typer.Context, document: PlanDocument, out: Path | None, data: Path | None) -> None:
    if out is not None:
        if out.suffix.lower() != _FILE:
            fail(_say("plan_ending", path=out, known=_FILE), 2)
        _write(out, pack(document))
        return
    row = PlanRow(document.id, document.plan.title, time.time_ns() // 1_000_000, pack(document))

    async def keep(home: Home) -> None:
        known = await home.shelf.run(home.shelf.library.get_plan, row.id)
        if known is not None:
            # The library has a copy of its own: what was done there stays.
            merged = merge(unpack(known.body, known.id, known.updates), document).document
            kept = PlanRow(row.id, merged.plan.title, row.updated_at, pack(merged))
            await home.shelf.run(home.shelf.library.put_plan, kept)
            return
        await home.shelf.run(home.shelf.library.put_plan, row)

    try:
        at_home(folder(context, data), keep)
    except PlanError as error:
        _refuse(error, row.title)
    typer.echo(_say("plan_kept", title=row.title or _say("no_title"), id=row.id))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        fail(_say("plan_no_file", path=path, reason=error.strerror))


def _write(path: Path, body: bytes) -> None:
    """Write a file whole or not at all: a full disk leaves the one before."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as draft:
            try:
                draft.write(body)
                draft.flush()
                os.fsync(draft.fileno())
                Path(draft.name).chmod(0o644)
                Path(draft.name).replace(path)
            except OSError:
                Path(draft.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        fail(_say("not_written", path=path, reason=error.strerror))
    typer.echo(_say("plan_written", path=path))


def _refuse(error: PlanError, plan: str) -> NoReturn:
    text = _say(f"error_{error.code}", plan=plan)
    fail(_say("at_place", text=text, where=error.where) if error.where else text)


def _zone(name: str) -> tzinfo:
    if not name:
        return datetime.now().astimezone().tzinfo or UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        fail(_say("plan_zone_unknown", zone=name), 2)


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02}" if hours else f"{rest} min"


def _print_table(headings: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    table = Table(box=None, pad_edge=False)
    for heading in headings:
        table.add_column(heading, no_wrap=heading == "id")
    for row in rows:
        table.add_row(*row)
    Console(highlight=False, markup=False).print(table)
