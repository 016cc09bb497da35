"""Everything a person needs to run, test and check Cercle from a fresh clone, with Python's standard library alone."""

# Old Pythons must be able to read this file in order to say that they are too old: no `match`, and new annotations
# only where nothing evaluates them.
from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
HEADLESS = ROOT / "build" / "headless"
STAMP = "ready.sha256"
OLDEST_PYTHON = (3, 11)
LINUX = sys.platform.startswith("linux")
WINDOWS = os.name == "nt"

# Debian package -> how to see that it is there: a library to load, or a program to find.
QT_LIBRARIES = {
    "libglib2.0-0": "libgthread-2.0.so.0",
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
}
TEST_PROGRAMS = {"xvfb": "Xvfb", "xauth": "xauth", "chromium": "chromium"}

NOTHING: dict[str, str] = {}
WINDOW = {**QT_LIBRARIES, **WINDOW_LIBRARIES}
TESTS = {**WINDOW, **TEST_PROGRAMS}

# The other reader of GIFT, against which ours is tested; nothing of it is shipped.
OTHER_READER = "gift-pegjs"
OTHER_READER_VERSION = "1.0.2"
OTHER_READER_SHA256 = "b15e322e9f9145c753bee378a12c31b9f45526f472ac81186a0ff706722f1c7d"
OTHER_READERS = ROOT / "build" / "other-readers"

REHEARSAL = ["--learners", "40", "--minutes", "3", "--speed", "10"]


class StepFailed(Exception):
    """A step of the set-up failed.

    Args:
        words: what a person should read.
        code: the exit code of this script.
    """

    def __init__(self, words: str, code: int = 1) -> None:
        super().__init__(words)
        self.code = code


def say(words: str) -> None:
    """Print one line about what is being done, before the output of the program that does it."""
    print(f"cercle: {words}", file=sys.stderr, flush=True)


def run(command: Sequence[str], *, env: dict[str, str] | None = None) -> int:
    """Run a program from the root of the repository and return its exit code."""
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def step(words: str, command: Sequence[str], *, env: dict[str, str] | None = None) -> None:
    """Run one step of the set-up.

    Raises:
        StepFailed: the program could not be run or ended with an error.
    """
    say(words)
    try:
        code = run(command, env=env)
    except OSError as error:
        raise StepFailed(f"{command[0]} could not be started: {error}") from error
    if code != 0:
        raise StepFailed(f"this step failed (exit code {code}): {' '.join(command)}")


# --- Python -----------------------------------------------------------------------------------------------------------


def require_python() -> None:
    """Go on with a Python of 3.11 or later: this one, or a later one that is found beside it."""
    if sys.version_info[:2] >= OLDEST_PYTHON:
        return
    for minor in (14, 13, 12, 11):
        other = shutil.which(f"python3.{minor}")
        # A version switcher leaves names that start nothing.
        if other is not None and subprocess.run([other, "--version"], capture_output=True, check=False).returncode == 0:
            os.execv(other, [other, *sys.argv])  # noqa: S606 (the same script, in a Python that can run it)
    found = ".".join(str(part) for part in sys.version_info[:3])
    raise StepFailed(f"Cercle needs Python 3.11 or later; this is {found} ({sys.executable}).")


def inside(venv: Path, program: str) -> str:
    """Return the path of a program of a virtual environment."""
    return str(venv / "Scripts" / f"{program}.exe" if WINDOWS else venv / "bin" / program)


# --- System packages --------------------------------------------------------------------------------------------------


def is_present(sign: str) -> bool:
    """Tell whether a library can be loaded, or a program found."""
    if ".so" not in sign:
        return shutil.which(sign) is not None
    try:
        ctypes.CDLL(sign)
    except OSError:
        return False
    return True


def missing_packages(wanted: dict[str, str]) -> list[str]:
    """Return the Debian packages whose library or program is not there."""
    missing = [package for package, sign in wanted.items() if not is_present(sign)]
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None and not is_built(VENV):
        missing.append(f"python3.{sys.version_info[1]}-venv")
    return missing


def require_packages(wanted: dict[str, str]) -> None:
    """Install the system packages that are missing, or name them exactly.

    Raises:
        StepFailed: some are missing and this account cannot install them.
    """
    if not LINUX:
        return
    missing = missing_packages(wanted)
    if not missing:
        return
    line = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    apt = shutil.which("apt-get")
    if apt is None:
        names = ", ".join(f"{name} ({wanted.get(name, 'ensurepip')})" for name in missing)
        raise StepFailed(f"these are missing (Debian's names; what was looked for): {names}")
    if os.geteuid() != 0:
        raise StepFailed(f"some system packages are missing. Type this, then start again:\n\n  sudo {' '.join(line)}\n")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    say(f"installing system packages: {' '.join(missing)}")
    if run(line, env=env) != 0:
        step("refreshing the list of packages", ["apt-get", "update"], env=env)
        step("installing them again", line, env=env)
    still = missing_packages(wanted)
    if still:
        raise StepFailed(f"installed, and still not found: {', '.join(still)}")


# --- The environment --------------------------------------------------------------------------------------------------


def is_built(venv: Path) -> bool:
    """Tell whether a virtual environment has a Python that starts, of the version that runs this script."""
    python = inside(venv, "python")
    if not Path(python).exists():
        return False
    ask = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        answer = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.strip() == f"{sys.version_info[0]}.{sys.version_info[1]}"


def fingerprint() -> str:
    """Return what an environment was made from: the lock, the project, this Python, and where it stands."""
    parts = hashlib.sha256()
    for name in ("uv.lock", "pyproject.toml"):
        parts.update((ROOT / name).read_bytes())
    parts.update(f"{sys.version}|{ROOT}".encode())
    return parts.hexdigest()


def is_ready(venv: Path) -> bool:
    """Tell whether an environment was finished, from what is here now. The stamp is written last."""
    stamp = venv / STAMP
    return stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint() and is_built(venv)


@contextmanager
def leaving_nothing_behind(venv: Path) -> Iterator[None]:
    """Remove an environment that was begun in this run and not finished."""
    was_there = venv.exists()
    try:
        yield
    except BaseException:
        if not was_there:
            shutil.rmtree(venv, ignore_errors=True)
        raise


def locked_uv() -> tuple[str, list[str]]:
    """Return uv's locked version and the sha256 digests of its files."""
    import tomllib  # noqa: PLC0415 (absent below Python 3.11, which has been refused by now)

    with (ROOT / "uv.lock").open("rb") as lock:
        packages = tomllib.load(lock)["package"]
    uv = next(package for package in packages if package["name"] == "uv")
    files = [*uv.get("wheels", []), *([uv["sdist"]] if "sdist" in uv else [])]
    return uv["version"], [file["hash"] for file in files]


def install_uv() -> None:
    """Install the locked uv in the environment, unless it is there."""
    version, digests = locked_uv()
    uv = inside(VENV, "uv")
    if Path(uv).exists():
        answer = subprocess.run([uv, "--version"], capture_output=True, text=True, check=False)
        if answer.stdout.split()[1:2] == [version]:
            return
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "uv.txt"
        wanted.write_text(f"uv=={version} " + " ".join(f"--hash={digest}" for digest in digests), encoding="ascii")
        pip = [inside(VENV, "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        step(f"installing uv {version}", [*pip, "--require-hashes", "--requirement", str(wanted)])


def sync(venv: Path, words: str, *arguments: str) -> None:
    """Bring an environment to what uv.lock says."""
    env = {key: value for key, value in os.environ.items() if key not in {"VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME"}}
    env.update(UV_PROJECT_ENVIRONMENT=str(venv), UV_PYTHON=inside(VENV, "python"), UV_PYTHON_DOWNLOADS="never")
    step(words, [inside(VENV, "uv"), "sync", "--locked", *arguments], env=env)


def require_environment() -> None:
    """Make `.venv`, or bring it up to date; quick when there is nothing to do.

    Raises:
        StepFailed: a step failed; an environment begun here has been removed.
    """
    if is_ready(VENV):
        return
    if VENV.exists() and not (VENV / "pyvenv.cfg").exists():
        raise StepFailed(f"{VENV} is there and is no virtual environment; move it away first.")
    if VENV.exists() and not is_built(VENV):
        say("the environment is of another Python or broken; making it anew")
        shutil.rmtree(VENV)
    with leaving_nothing_behind(VENV):
        (VENV / STAMP).unlink(missing_ok=True)
        if not Path(inside(VENV, "pip")).exists():
            step("making .venv", [sys.executable, "-m", "venv", str(VENV)])
        install_uv()
        sync(VENV, "installing what uv.lock says (some 400 MB the first time)", "--extra", "desktop")
        (VENV / STAMP).write_text(fingerprint(), encoding="ascii")


def require_headless_environment() -> None:
    """Make a second, small environment without Qt, for the tests that must pass without it."""
    if is_ready(HEADLESS):
        return
    with leaving_nothing_behind(HEADLESS):
        if HEADLESS.exists():
            shutil.rmtree(HEADLESS)
        sync(HEADLESS, "making an environment without Qt", "--no-default-groups", "--group", "test")
        (HEADLESS / STAMP).write_text(fingerprint(), encoding="ascii")


def offer_other_reader() -> None:
    """Fetch the other reader of GIFT where npm is at hand; without it, what compares with it is skipped."""
    wanted, npm = OTHER_READERS / OTHER_READER, shutil.which("npm")
    if wanted.exists() or npm is None or shutil.which("node") is None:
        return
    OTHER_READERS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=OTHER_READERS) as folder:
        say(f"fetching {OTHER_READER} {OTHER_READER_VERSION}, which only tests use")
        command = [npm, "pack", "--silent", "--pack-destination", folder, f"{OTHER_READER}@{OTHER_READER_VERSION}"]
        packed = Path(folder) / f"{OTHER_READER}-{OTHER_READER_VERSION}.tgz"
        if run(command) != 0 or not packed.exists():
            say("it could not be fetched; the tests that compare with it will be skipped")
            return
        if hashlib.sha256(packed.read_bytes()).hexdigest() != OTHER_READER_SHA256:
            raise StepFailed(f"{packed.name} is not the file that was expected")
        with tarfile.open(packed) as archive:
            archive.extractall(folder, filter="data")
        # Moved last, so that what is there is whole.
        (Path(folder) / "package").rename(wanted)


# --- Commands ---------------------------------------------------------------------------------------------------------


def has_screen() -> bool:
    """Tell whether a window can be opened."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return named or not LINUX or os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "vnc"}


def cercle(*arguments: str) -> int:
    """Run the `cercle` command."""
    return run([inside(VENV, "python"), "-m", "ui.cli", *arguments])


def command_run(arguments: list[str]) -> int:
    """Open the desktop; with --headless, run a rehearsal and print its report."""
    if "--headless" in arguments:
        require_packages(NOTHING)
        require_environment()
        return rehearse_and_print([part for part in arguments if part != "--headless"])
    if not has_screen():
        words = "no screen was found: neither DISPLAY nor WAYLAND_DISPLAY is set, so no window can be opened."
        offer = "To see a class without a screen, type:\n\n  python3 packaging/dev.py run --headless\n"
        raise StepFailed(f"{words}\n{offer}", code=2)
    require_packages(WINDOW)
    require_environment()
    return cercle(*arguments)


def rehearse_and_print(arguments: list[str]) -> int:
    """Run a rehearsal of a few seconds and print its report as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        own = [] if "--report" in arguments else ["--report", str(report)]
        code = cercle("rehearse", "--headless", *(arguments or REHEARSAL), *own)
        if own and report.exists():
            print(json.dumps(json.loads(report.read_text(encoding="utf-8")), indent=2, ensure_ascii=False))
        return code


def command_rehearse(arguments: list[str]) -> int:
    """Practise a class with simulated learners; arguments go to `cercle rehearse`."""
    require_packages(NOTHING if "--headless" in arguments or not has_screen() else WINDOW)
    require_environment()
    return cercle("rehearse", *arguments)


def on_all_cores() -> list[str]:
    """Return pytest's arguments for several processes.

    One more than there are cores, since many tests wait for a disk, a browser or another process; whoever is done takes
    over tests of others, so that no core is idle at the end.
    """
    return ["-n", str(min(4, (os.cpu_count() or 1) + 1)), "--dist", "worksteal"]


def command_test(arguments: list[str]) -> int:
    """Run the tests; arguments go to pytest (without any: all tests, on up to four cores)."""
    require_packages(TESTS)
    require_environment()
    offer_other_reader()
    return run([inside(VENV, "python"), "-m", "pytest", *(arguments or on_all_cores())])


def command_bench(arguments: list[str]) -> int:
    """Measure: `bench NAME` runs tests/bench/NAME.py, `bench` alone runs them all; one JSON line a figure."""
    require_packages(WINDOW)
    require_environment()
    known = sorted(path.stem for path in (ROOT / "tests" / "bench").glob("[!_]*.py"))
    names = arguments[:1] or known
    if not known or not set(names) <= set(known):
        raise StepFailed(f"no such bench. There are: {', '.join(known) or 'none yet'}.", code=2)
    codes = [run([inside(VENV, "python"), "-m", f"tests.bench.{name}", *arguments[1:]]) for name in names]
    return max(codes)


def command_check(arguments: list[str]) -> int:
    """Check without running the product: lint, format, types, contracts. --headless-only: tests without Qt."""
    if arguments not in ([], ["--headless-only"]):
        raise StepFailed("check takes no argument but --headless-only", code=2)
    require_packages(TESTS if not arguments else NOTHING)
    require_environment()
    if arguments:
        require_headless_environment()
        # Every module is imported all the same; drawn examples and attacks would tell nothing more about Qt's absence.
        pick = ["-m", "not desktop and not browser and not property", "-p", "no:cacheprovider"]
        pick += ["--ignore-glob=tests/relay/test_attack_*", "--ignore-glob=tests/learner/*"]
        return run([inside(HEADLESS, "python"), "-m", "pytest", *pick, *on_all_cores()])
    scripts = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "packaging").glob("*.py"))
    checks = {
        "ruff check": [inside(VENV, "ruff"), "check"],
        "ruff format": [inside(VENV, "ruff"), "format", "--check"],
        "mypy": [inside(VENV, "mypy")],
        # Apart, since a folder named `packaging` on mypy's path would hide the library of that name.
        "mypy packaging": [inside(VENV, "mypy"), "--no-explicit-package-bases", *scripts],
        "import contracts": [inside(VENV, "lint-imports"), "--no-logo"],
        "architecture": [inside(VENV, "python"), "-m", "pytest", "-q", "tests/architecture"],
    }
    failed = []
    for name, command in checks.items():
        say(name)
        if run(command) != 0:
            failed.append(name)
    if failed:
        raise StepFailed(f"not clean: {', '.join(failed)}")
    say("clean")
    return 0


COMMANDS = {
    "run": command_run,
    "test": command_test,
    "rehearse": command_rehearse,
    "bench": command_bench,
    "check": command_check,
}


def main() -> NoReturn:
    """Read the command line, do it, and exit with its code."""
    lines = [f"  {name:<9} {(command.__doc__ or '').splitlines()[0]}" for name, command in COMMANDS.items()]
    parser = argparse.ArgumentParser(
        prog="packaging/dev.py",
        description=__doc__,
        epilog="commands:\n" + "\n".join(lines),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="command")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="given on to what the command runs")
    try:
        require_python()
        chosen = parser.parse_args()
        code = COMMANDS[chosen.command](chosen.arguments)
    except StepFailed as error:
        say(str(error))
        code = error.code
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
