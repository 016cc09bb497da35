"""`cercle relay`: running a relay without a window, and what its operator does to its folder."""

# ruff: noqa: PLC0415 (each command imports its own rooms: quick help)

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.progress import Progress

from ui.cli_home import errors, fail, fail_by, say
from ui.session.home import RELAY_FOLDER, default_data

if TYPE_CHECKING:
    from app.relay.upkeep import NotCopied

app = typer.Typer(help=say("relay"), invoke_without_command=True, add_completion=False, rich_markup_mode=None)

Folder = Annotated[Path | None, typer.Option("--data", help=say("relay_data"))]
Lang = Annotated[str | None, typer.Option("--lang", help=say("lang"))]


def _folder(context: typer.Context, data: Path | None) -> Path:
    # The relay's own options stand before its command, the program's before both.
    above = context.parent.params.get("data") if context.parent is not None else None
    return data or above or context.obj or default_data() / RELAY_FOLDER


@app.callback()
def relay(  # noqa: PLR0913, PLR0917 (options of a command line are named, not counted)
    context: typer.Context,
    host: Annotated[str | None, typer.Option(help=say("host"), show_default="127.0.0.1")] = None,
    port: Annotated[int | None, typer.Option(help=say("port"), min=0, max=65535, show_default="8737")] = None,
    data: Folder = None,
    tls_cert: Annotated[Path | None, typer.Option(help=say("tls_cert"))] = None,
    tls_key: Annotated[Path | None, typer.Option(help=say("tls_key"))] = None,
    config: Annotated[Path | None, typer.Option(help=say("relay_config"), envvar="CERCLE_RELAY_CONFIG")] = None,
    metrics_port: Annotated[int | None, typer.Option(help=say("metrics_port"), min=1, max=65535)] = None,
    log: Annotated[str | None, typer.Option(help=say("log_style"))] = None,
    trusted_proxy: Annotated[list[str] | None, typer.Option(help=say("trusted_proxy"))] = None,
    lang: Lang = None,
) -> None:
    """Run a relay until it is told to stop, unless something else is to be done."""
    del lang
    if context.invoked_subcommand is not None:
        return
    from app.relay.service import run
    from app.relay.settings import SettingsUnusable, read_settings

    given = {
        "host": host,
        "port": port,
        "data": data,
        "tls_cert": tls_cert,
        "tls_key": tls_key,
        "metrics_port": metrics_port,
        "log": log,
        "trusted_proxies": trusted_proxy or None,
    }
    try:
        settings = read_settings(config, os.environ, given, at=context.obj or default_data() / RELAY_FOLDER)
    except SettingsUnusable as error:
        fail(say(error.reason) if say.knows(error.reason) else say("settings_unusable", reason=error.reason), 2)
    raise typer.Exit(run(settings))


@app.command(help=say("relay_check"))
def check(context: typer.Context, data: Folder = None, lang: Lang = None) -> None:
    """Read every session from beginning to end, and say which do not hold."""
    from app.relay.upkeep import NotCopied, check
    from app.storage import StorageError

    del lang
    folder = _folder(context, data)
    broken = 0
    try:
        for finding in check(folder):
            fault = (
                say("check_fault", seq=finding.records + 1, fault=finding.fault)
                if finding.fault
                else say("check_whole")
            )
            typer.echo(f"{finding.session}  {finding.records}  {finding.head[:16]}  {fault}")
            broken += bool(finding.fault)
    except NotCopied as refused:
        _refuse(refused, folder)
    except StorageError as error:
        fail_by(error.code, folder)
    if broken:
        fail(say("check_broken", count=broken))


@app.command(help=say("relay_backup"))
def backup(
    context: typer.Context,
    copy: Annotated[Path, typer.Argument(help=say("backup_folder"))],
    data: Folder = None,
    lang: Lang = None,
) -> None:
    """Copy the relay's folder, also while it runs."""
    from app.relay.upkeep import NotCopied, backup
    from app.storage import StorageError

    del lang
    folder = _folder(context, data)
    try:
        with Progress(console=errors, transient=True) as progress:
            task = progress.add_task("", total=1.0)
            backup(folder, copy, lambda share: progress.update(task, completed=share))
    except NotCopied as refused:
        _refuse(refused, copy if refused.code == "not_empty" else folder)
    except StorageError as error:
        fail_by(error.code, folder)
    typer.echo(say("backed_up", folder=copy))


@app.command(help=say("relay_restore"))
def restore(
    context: typer.Context,
    copy: Annotated[Path, typer.Argument(help=say("backup_folder"))],
    data: Folder = None,
    lang: Lang = None,
) -> None:
    """Put a copy in the place of a relay's folder that is not there any more."""
    from app.relay.upkeep import NotCopied, restore
    from app.storage import StorageError

    del lang
    folder = _folder(context, data)
    try:
        restore(copy, folder)
    except NotCopied as refused:
        _refuse(refused, folder if refused.code == "not_empty" else copy)
    except StorageError as error:
        fail_by(error.code, folder)
    typer.echo(say("restored", folder=folder))


def _refuse(refused: NotCopied, folder: Path) -> NoReturn:
    fail(say(refused.code, folder=folder))
