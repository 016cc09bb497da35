"""How a relay is to run: from a file, the environment and the command line, each overruling what comes before it."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX: Final = "CERCLE_RELAY_"
"""What the variables of the environment begin with; the rest is a setting's name in capitals."""

_OTHERS: Final = frozenset({"KEY", "CONFIG"})
"""Variables that begin so and are no settings."""


class LogStyle(StrEnum):
    """How log lines look: for people, or one JSON object each."""

    TEXT = "text"
    JSON = "json"


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a relay is to run.

    Attributes:
        host: the address to listen on.
        port: the port; 0 for any free one.
        data: the folder it keeps everything in.
        tls_cert: a PEM file with the certificate chain; with it, `tls_key`.
        tls_key: a PEM file with its private key.
        metrics_port: the port of this machine alone on which `/metrics` and `/healthz` are served; none without it.
        log: how log lines look.
        trusted_proxies: addresses of reverse proxies of one's own, whose word on where a client comes from is taken.
    """

    host: str = "127.0.0.1"
    port: int = 8737
    data: Path
    tls_cert: Path | None = None
    tls_key: Path | None = None
    metrics_port: int | None = None
    log: LogStyle = LogStyle.TEXT
    trusted_proxies: tuple[str, ...] = ()


class SettingsUnusable(Exception):
    """Settings that cannot be used.

    Args:
        reason: what is wrong with which setting, as the reader of the file may look for it.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_settings(file: Path | None, environment: Mapping[str, str], given: Mapping[str, Any], *, at: Path) -> Settings:
    """Return the settings.

    Args:
        file: in TOML, with the names of the attributes of `Settings`; relative paths in it start at its folder.
        environment: variables such as `CERCLE_RELAY_PORT`; lists are separated by commas.
        given: on the command line; what is None there is not given.
        at: the folder when nothing names one.

    Raises:
        SettingsUnusable: the file cannot be read, or a setting is unknown or not what it must be.
    """
    found: dict[str, Any] = {"data": at}
    if file is not None:
        found |= _from_file(file)
    found |= _from_environment(environment)
    found |= {name: value for name, value in given.items() if value is not None}
    plain = {name: str(value) if isinstance(value, Path) else value for name, value in found.items()}
    try:
        settings = msgspec.convert(plain, Settings, strict=False, dec_hook=_path)
    except msgspec.ValidationError as error:
        raise SettingsUnusable(str(error)) from error
    if (settings.tls_cert is None) != (settings.tls_key is None):
        raise SettingsUnusable("tls_key_alone")
    return settings


def _from_file(file: Path) -> dict[str, Any]:
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsUnusable(f"{file}: {error}") from error
    for name in ("data", "tls_cert", "tls_key"):
        if isinstance(found.get(name), str):
            found[name] = str(file.parent / Path(found[name]).expanduser())
    return found


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    named = {name.removeprefix(PREFIX): value for name, value in environment.items() if name.startswith(PREFIX)}
    found: dict[str, Any] = {name.lower(): value for name, value in named.items() if name not in _OTHERS}
    if "trusted_proxies" in found:
        found["trusted_proxies"] = [one.strip() for one in found["trusted_proxies"].split(",") if one.strip()]
    return found


def _path(kind: type, value: Any) -> Any:
    if kind is Path and isinstance(value, str):
        return Path(value)
    # What msgspec expects of a hook for a type that it does not know.
    raise NotImplementedError(kind)
