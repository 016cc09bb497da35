"""The `cercle` command. Qt is imported only when a window opens, so that a relay runs where Qt is not installed."""

# ruff: noqa: PLC0415 (each command imports its own rooms: quick help, and a relay without Qt)

from __future__ import annotations

import json
import os
import sys
import tempfile
from datetime import datetime
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from app.domain.kernel.envelope import BrokenRecord
from app.domain.kernel.refusal import Refusal
from app.domain.registry import UnreadableEvent
from app.plans import Plan, PlanUnreadable, decode
from app.plans.formats import sample, sample_names
from app.plans.markdown_in import from_markdown
from ui import cli_plan, cli_relay
from ui.cli_home import at_home, errors, fail, fail_by, folder, say
from ui.session.home import Home, default_data

if TYPE_CHECKING:
    from app.rehearsal import Config, Report
    from app.rehearsal import Progress as Stage
    from app.storage import SeatRow

app = typer.Typer(
    name="cercle", help=say("app"), invoke_without_command=True, add_completion=False, rich_markup_mode=None
)

app.add_typer(cli_plan.app, name="plan")
app.add_typer(cli_relay.app, name="relay")

Data = Annotated[Path | None, typer.Option("--data", help=say("data"))]
Lang = Annotated[str | None, typer.Option("--lang", help=say("lang"))]


def _has_screen() -> bool:
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return named or not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "vnc"}


def _require_window() -> None:
    if find_spec("PySide6") is None:
        fail(say("no_qt"), 2)
    if not _has_screen():
        fail(say("no_screen"), 2)


def _print_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"cercle {version('cercle')}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option(
        "--version", help=say("version"), is_eager=True, callback=lambda wanted: _print_version(wanted=wanted)
    ),
]


@app.callback()
def window(
    context: typer.Context,
    data: Data = None,
    lang: Lang = None,
    show_version: Version = False,  # noqa: FBT002 (typer makes a flag of it)
) -> None:
    """Open the window, unless a command was given."""
    del show_version
    context.obj = data
    if context.invoked_subcommand is None:
        _require_window()
        _open_window(data or default_data(), lang)


def _open_window(data: Path, lang: str | None, plan: Plan | None = None, config: Config | None = None) -> None:
    from app.sync.runbook import Source
    from ui.desktop import Launch, run_desktop

    code = run_desktop(Launch(data, lang, config, Source(plan) if plan is not None else None))
    if code:
        fail_by(code, data)


@app.command(help=say("rehearse"))
def rehearse(  # noqa: PLR0913, PLR0917 (options of a command line are named, not counted)
    context: typer.Context,
    plan: Annotated[str, typer.Argument(help=say("plan"))] = "",
    learners: Annotated[int, typer.Option(help=say("learners"), min=1, max=5000)] = 40,
    minutes: Annotated[float, typer.Option(help=say("minutes"), min=0.1)] = 3.0,
    speed: Annotated[float | None, typer.Option(help=say("speed"), min=0.1)] = None,
    headless: Annotated[bool, typer.Option("--headless", help=say("headless"))] = False,  # noqa: FBT002 (a flag)
    seed: Annotated[int, typer.Option(help=say("seed"))] = 1,
    report: Annotated[Path | None, typer.Option(help=say("report"))] = None,
    log: Annotated[Path | None, typer.Option(help=say("rehearsal_log"))] = None,
    relay: Annotated[str, typer.Option(help=say("relay_url"))] = "",
    relay_key: Annotated[str, typer.Option(help=say("relay_key"), envvar="CERCLE_RELAY_KEY")] = "",
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Practise a class with simulated learners."""
    from app.rehearsal import Config

    document = _plan(context, plan, data) if plan else None
    config = Config(
        learners=learners,
        minutes=minutes,
        # In the window one leads oneself, at the pace of life.
        speed=speed if speed is not None else 10.0 if headless else 1.0,
        seed=seed,
        language=document.language if document is not None else say.language,
        title=document.title if document is not None else "",
        plan=document,
        relay=relay,
        key=relay_key,
        log=log,
    )
    if headless:
        raise typer.Exit(_rehearse_headless(config, report))
    if report is not None or log is not None:
        fail(say("report_headless"), 2)
    _require_window()
    if data is not None:
        _open_window(data, lang, document, config)
        return
    # A rehearsal leaves nothing behind, and runs beside a desktop that is open.
    with tempfile.TemporaryDirectory(prefix="cercle-rehearsal-") as folder:
        _open_window(Path(folder), lang, document, config)


def _rehearse_headless(config: Config, target: Path | None) -> int:
    from app.rehearsal.relay import RelayFailed

    try:
        found = _with_progress(config)
    except Refusal as refusal:
        fail(say("rehearsal_failed", code=refusal.code))
    except RelayFailed:
        fail(say("rehearsal_failed", code="relay_did_not_start"))
    text = json.dumps(found.to_json(), indent=2, ensure_ascii=False)
    if target is not None:
        try:
            target.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            fail(say("not_written", path=target, reason=error.strerror))
    else:
        typer.echo(text)
    if not found.is_clean:
        errors.print(say("not_clean"), markup=False)
        return 1
    return 0


def _with_progress(config: Config) -> Report:
    from app.rehearsal import run

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[told]}"), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True) as bar:
        task = bar.add_task(say("stage_starting"), total=1.0, told="")

        def show(stage: Stage) -> None:
            told = say("joined", joined=stage.joined, sent=stage.sent) if stage.joined else ""
            bar.update(task, description=say(f"stage_{stage.stage}"), completed=stage.part, told=told)

        return run(config, show)


def _plan(context: typer.Context, name: str, data: Path | None) -> Plan:
    """Find a plan: a file, one of the library's by its title, or a sample."""
    path = Path(name)
    if path.is_file():
        try:
            return from_markdown(path.read_text("utf-8")) if path.suffix == ".md" else decode(path.read_bytes())
        except (PlanUnreadable, UnicodeDecodeError):
            fail(say("plan_unreadable", plan=name))

    async def find(home: Home) -> Plan | None:
        rows = await home.shelf.run(home.shelf.library.plans)
        row = next((row for row in rows if name in (row.title, row.id)), None)
        return decode(row.body) if row is not None else None

    try:
        found = at_home(folder(context, data), find)
    except PlanUnreadable:
        fail(say("plan_unreadable", plan=name))
    if found is None and name in sample_names():
        return sample(name)
    if found is None:
        fail(say("plan_not_found", plan=name))
    return found


@app.command(help=say("export"))
def export(
    context: typer.Context,
    session: Annotated[str, typer.Argument(help=say("session"))],
    out: Annotated[Path | None, typer.Option("--out", "-o", help=say("out"))] = None,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Write a past class as JSON."""
    from app.reports.export import export as written
    from app.reports.record import read_session

    del lang

    async def read(home: Home) -> bytes:
        shelf = home.shelf
        seat = _one_of(await shelf.run(shelf.library.seats), session)
        return written(await shelf.run(read_session, shelf.library.log, seat.session))

    try:
        document = at_home(folder(context, data), read)
    except (BrokenRecord, UnreadableEvent):
        fail(say("record_unreadable"))
    if out is None:
        sys.stdout.buffer.write(document)
        sys.stdout.buffer.flush()
        return
    try:
        out.write_bytes(document)
    except OSError as error:
        fail(say("not_written", path=out, reason=error.strerror))


def _one_of(seats: list[SeatRow], wanted: str) -> SeatRow:
    found = [seat for seat in seats if seat.session.startswith(wanted)]
    found = found or [seat for seat in seats if seat.title == wanted]
    if not found:
        fail(say("session_not_found", session=wanted))
    if len(found) > 1:
        fail(say("session_ambiguous", session=wanted))
    return found[0]


@app.command(help=say("sessions"))
def sessions(context: typer.Context, data: Data = None, lang: Lang = None) -> None:
    """List the classes on this computer."""
    del lang

    async def read(home: Home) -> list[SeatRow]:
        return await home.shelf.run(home.shelf.library.seats)

    seats = at_home(folder(context, data), read)
    if not seats:
        typer.echo(say("no_sessions"))
        return
    table = Table(box=None, pad_edge=False)
    for heading in ("id", say("column_title"), say("column_role"), say("column_opened"), say("column_state")):
        table.add_column(heading, no_wrap=heading == "id")
    for seat in seats:
        opened = datetime.fromtimestamp(seat.last_opened / 1000).astimezone().strftime("%Y-%m-%d %H:%M")
        state = say("ended" if seat.ended else "going_on")
        table.add_row(seat.session, seat.title, say(f"role_{seat.role}"), opened, state)
    Console(highlight=False, markup=False).print(table)


@app.command(help=say("gallery"))
def gallery(
    shots: Annotated[Path | None, typer.Option(help=say("shots"))] = None,
    lang: Lang = None,
) -> None:
    """Show every widget, or take pictures of them."""
    if find_spec("PySide6") is None:
        fail(say("no_qt"), 2)
    if shots is None:
        _require_window()
    from PySide6.QtWidgets import QApplication

    from ui.desktop import dressed
    from ui.shell.gallery import open_gallery
    from ui.shell.gallery import shots as take

    qt = QApplication(["cercle", *(["-platform", "offscreen"] if shots is not None else [])])
    dressed(qt, lang)
    if shots is not None:
        for path in take(shots):
            typer.echo(str(path))
        return
    shown = open_gallery()
    raise typer.Exit(qt.exec() if shown.isVisible() else 1)


def main() -> None:
    """Run the command line."""
    app(prog_name="cercle")


if __name__ == "__main__":
    main()
