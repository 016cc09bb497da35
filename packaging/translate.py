"""Keeps the translations of the desktop: gathers the texts, compiles them, and tells which are missing.

    python packaging/translate.py update    gathers the texts of ui/ into resources/i18n/*.ts and compiles *.qm
    python packaging/translate.py check     changes nothing; fails when a text is missing, unsure or not compiled
    python packaging/translate.py missing   prints what is not translated yet, one text a line

In the code, a plural is written `self.tr("%n thing(s)", "what it counts", number)`, in a class, one call a line and not
inside an f-string: Qt's tool finds it in no other form. Texts outside classes are
`QCoreApplication.translate("Group", "Text")`.

It needs the tools of PySide6-Essentials, so it runs with the Python of `.venv`.
"""

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
SOURCE = "en"
"""The texts in the code are English; its file holds only what has a plural."""


@dataclass(frozen=True)
class Gap:
    """A text that is not translated, or not surely.

    Attributes:
        file: the name of the translation.
        context: the class or group that says it.
        source: the text in the code.
        reason: what is wrong.
    """

    file: str
    context: str
    source: str
    reason: str


class ToolError(Exception):
    """A translation tool is missing or failed."""


def _run(tool: str, *words: str) -> None:
    beside = Path(sys.executable).with_name(tool)
    program = str(beside) if beside.exists() else shutil.which(tool)
    if program is None:
        raise ToolError(f"{tool} is missing; run this with the Python of .venv, which has PySide6-Essentials")
    done = subprocess.run([program, *words], capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        raise ToolError(f"{tool} failed:\n{done.stdout}{done.stderr}")


def _sources() -> list[str]:
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "ui").rglob("*.py"))


def translations() -> list[Path]:
    """Give the translation files."""
    return sorted(FOLDER.glob("cercle_*.ts"))


def gather(file: Path) -> None:
    """Bring a translation file up to date with the code.

    Args:
        file: changed in place; texts that nobody says any more are dropped.
    """
    language = file.stem.removeprefix("cercle_")
    plural = ["-pluralonly"] if language == SOURCE else []
    words = ["-locations", "none", "-no-obsolete", "-source-language", SOURCE, "-target-language", language]
    _run("pyside6-lupdate", *_sources(), *words, *plural, "-ts", str(file))


def compile_file(file: Path, into: Path) -> None:
    """Compile a translation.

    Args:
        file: the source.
        into: the compiled file.
    """
    _run("pyside6-lrelease", "-silent", str(file), "-qm", str(into))


def gaps(file: Path) -> list[Gap]:
    """Find what is missing or unsure in a translation.

    Args:
        file: up to date with the code.
    """
    found = []
    # The file is our own, written by Qt's tool.
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            kind = translation.get("type") if translation is not None else "absent"
            if kind is not None:
                found.append(Gap(file.name, name, message.findtext("source", ""), kind))
                continue
            forms = translation.findall("numerusform") if translation is not None else []
            texts = [form.text for form in forms] or [translation.text if translation is not None else None]
            if not all(texts):
                found.append(Gap(file.name, name, message.findtext("source", ""), "empty"))
    return found


def check() -> list[str]:
    """Tell what is wrong with the translations, without changing them."""
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for file in translations():
            fresh = Path(folder) / file.name
            shutil.copyfile(file, fresh)
            gather(fresh)
            if fresh.read_bytes() != file.read_bytes():
                problems.append(f"{file.name} is behind the code: run packaging/translate.py update")
            problems += [f"{gap.file}: {gap.context}: {gap.source!r} is {gap.reason}" for gap in gaps(fresh)]
            made, compiled = fresh.with_suffix(".qm"), file.with_suffix(".qm")
            compile_file(file, made)
            if not compiled.exists() or made.read_bytes() != compiled.read_bytes():
                problems.append(f"{compiled.name} does not match {file.name}: run packaging/translate.py update")
    return problems


def update() -> None:
    """Gather and compile every translation."""
    for file in translations():
        gather(file)
        compile_file(file, file.with_suffix(".qm"))


def main(words: list[str]) -> int:
    """Do what the command line asks.

    Args:
        words: one of the commands above.

    Returns:
        The exit code.
    """
    try:
        match words:
            case ["update"]:
                update()
                return 0
            case ["check"]:
                problems = check()
                print("\n".join(problems) or "The translations are complete.")
                return 1 if problems else 0
            case ["missing"]:
                for file in translations():
                    for gap in gaps(file):
                        print(f"{gap.file}\t{gap.context}\t{gap.source}")
                return 0
            case _:
                print(__doc__)
                return 2
    except ToolError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
