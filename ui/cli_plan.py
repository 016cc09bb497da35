"""The `cercle plan` commands: plans without a window, as files or in the library."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace
from rich.console import Console
from rich.table import Table

from app.plans import Plan, PlanDocument, PlanError, pack, total_minutes
from app.plans.edits import Describe
from app.plans.formats import expand, format_named, formats, sample, sample_names
from app.plans.merge import Difference, merge
from app.plans.pieces import copied, place_after
from app.plans.reading import name_of
from app.plans.timing import coverage, findings, schedule
from app.plans.words import clock, kind_word
from app.reports.forms import Form, Invite
from ui.cli_home import at_home, errors, folder
from ui.cli_plan_files import document_in, export, find, imported, keep, refuse, say, write, zone_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.storage import PlanRow
    from ui.session.home import Home

app = typer.Typer(name="plan", help=say("plan_app"), no_args_is_help=True, add_completion=False, rich_markup_mode=None)

Data = Annotated[Path | None, typer.Option("--data", help=say("data"))]
Lang = Annotated[str | None, typer.Option("--lang", help=say("lang"))]
Out = Annotated[Path | None, typer.Option("--out", "-o", help=say("plan_out"))]


@app.command(help=say("plan_new"))
def new(  # noqa: PLR0913, PLR0917 (options of a command line are named, not counted)
    context: typer.Context,
    title: Annotated[str, typer.Argument(help=say("plan_title"))] = "",
    out: Out = None,
    language: Annotated[str, typer.Option(help=say("plan_language"))] = say.language,
    learners: Annotated[int, typer.Option(help=say("plan_learners"), min=1, max=5000)] = 20,
    from_format: Annotated[str, typer.Option("--format", help=say("plan_format"))] = "",
    from_sample: Annotated[str, typer.Option("--sample", help=say("plan_sample"))] = "",
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
                errors.print(say("does_not_fit", fewest=chosen.fewest, most=chosen.most), markup=False)
            document.apply(*made.edits(), *(() if title else (Describe(title=chosen.name.said(plan.language)),)))
    except PlanError as error:
        refuse(error, title or from_sample or from_format)
    keep(context, document, out, data)


@app.command("list", help=say("plan_list"))
def list_plans(
    context: typer.Context,
    of_formats: Annotated[bool, typer.Option("--formats", help=say("plan_formats"))] = False,  # noqa: FBT002 (a flag)
    of_samples: Annotated[bool, typer.Option("--samples", help=say("plan_samples"))] = False,  # noqa: FBT002 (a flag)
    data: Data = None,
    lang: Lang = None,
) -> None:
    """List the plans on this computer."""
    del lang
    if of_formats:
        rows = [
            (each.id, each.name.said(say.language), f"{each.fewest}–{each.most}", each.about.said(say.language))
            for each in formats()
        ]
        _print_table(("id", say("column_title"), say("column_learners"), say("column_about")), rows)
        return
    if of_samples:
        samples = [(name, sample(name)) for name in sample_names()]
        rows = [(name, plan.title, _hours(total_minutes(plan)), plan.language) for name, plan in samples]
        _print_table(
            ("id", say("column_title"), say("column_minutes"), say("plan_language").split(":", maxsplit=1)[0]), rows
        )
        return

    async def read(home: Home) -> list[PlanRow]:
        return await home.shelf.run(home.shelf.library.plans)

    kept = at_home(folder(context, data), read)
    if not kept:
        typer.echo(say("plan_none"))
        return
    told = []
    for row in kept:
        changed = datetime.fromtimestamp(row.updated_at / 1000).astimezone().strftime("%Y-%m-%d %H:%M")
        told.append((row.id, row.title or say("no_title"), changed))
    _print_table(("id", say("column_title"), say("column_changed")), told)


@app.command(help=say("plan_show"))
def show(
    context: typer.Context,
    plan: Annotated[str, typer.Argument(help=say("plan_name"))],
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Show a plan's times, and what does not fit."""
    del lang
    document = find(context, plan, data)
    found = document.plan
    typer.echo(found.title or say("no_title"))
    laid = schedule(found)
    for day in laid.days:
        if day.day is not None and (day.day.title or day.day.date):
            typer.echo("\n" + " · ".join(part for part in (day.day.date, day.day.title) if part))
        rows = [
            (
                clock(slot.start) if day.clock else f"{slot.start // 60}:{slot.start % 60:02}",
                slot.activity.title or say("no_title"),
                kind_word(slot.activity.kind, say.language),
                str(slot.activity.minutes),
                slot.activity.lead,
            )
            for slot in day.slots
        ]
        names = ("column_at", "column_activity", "column_kind", "column_minutes", "column_lead")
        _print_table(tuple(say(name) for name in names), rows)
    typer.echo("\n" + say("total", hours=_hours(total_minutes(found))))
    typer.echo(say("share", percent=round(coverage(found).share * 100)))
    titles = {item.id: name_of(item) or say("no_title") for item in (*found.activities, *found.objectives)}
    for finding in findings(found):
        named = [titles.get(key, "") for key in finding.items] or [""]
        typer.echo("- " + say(f"finding_{finding.code}", first=named[0], last=named[-1], minutes=finding.minutes))
    _tell_open(document)


@app.command("export", help=say("plan_export"))
def export_plan(  # noqa: PLR0913, PLR0917 (options of a command line are named, not counted)
    context: typer.Context,
    plan: Annotated[str, typer.Argument(help=say("plan_name"))],
    form: Annotated[Form | None, typer.Option("--format", "-f", help=say("plan_form"))] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help=say("plan_export_out"))] = None,
    link: Annotated[str, typer.Option(help=say("plan_link"))] = "",
    meeting: Annotated[str, typer.Option(help=say("plan_meeting"))] = "",
    zone: Annotated[str, typer.Option(help=say("plan_zone"))] = "",
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Write a plan in another form."""
    del lang
    invite = Invite(link, meeting, zone_named(zone))
    export(find(context, plan, data), form, out, invite)


@app.command("import", help=say("plan_import"))
def import_plan(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(help=say("plan_source"))],
    out: Out = None,
    into: Annotated[Path | None, typer.Option(help=say("plan_into"))] = None,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Read a plan, an agenda or polls."""
    del lang
    found = imported(source)
    try:
        document = found if isinstance(found, PlanDocument) else PlanDocument.new(found)
        if into is not None:
            read = document.plan
            document = document_in(into)
            document.apply(*copied(read, document.plan).edits(*place_after(document.plan, "")))
    except PlanError as error:
        refuse(error, str(source))
    keep(context, document, out or into, data)


@app.command("merge", help=say("plan_merge"))
def merge_plans(
    first: Annotated[Path, typer.Argument(help=say("plan_first"))],
    second: Annotated[Path, typer.Argument(help=say("plan_second"))],
    out: Annotated[Path, typer.Option("--out", "-o", help=say("plan_merge_out"))],
    lang: Lang = None,
) -> None:
    """Merge two copies of a plan."""
    del lang
    copies = [document_in(path) for path in (first, second)]
    try:
        merged = merge(*copies)
    except PlanError as error:
        refuse(error, str(second))
    for path, brought in ((first, merged.from_first), (second, merged.from_second)):
        typer.echo(say("from_side", path=path))
        for line in [_told(each) for each in brought] or [say("nothing_new")]:
            typer.echo(f"- {line}")
    _tell_open(merged.document)
    write(out, pack(merged.document))


def _told(change: Difference) -> str:
    field = say(f"field_{change.field}") if change.field else ""
    return say(f"change_{change.what}", title=change.title or say("no_title"), field=field)


def _tell_open(document: PlanDocument) -> None:
    for item in document.overruled:
        typer.echo("- " + say("overruled", title=name_of(item) or say("no_title")))
    for conflict in document.conflicts:
        others = " / ".join(str(each) for each in conflict.others)
        values = {"title": conflict.title or say("no_title"), "shown": conflict.shown, "others": others}
        typer.echo("- " + say("conflict", field=say(f"field_{conflict.field}"), **values))


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
