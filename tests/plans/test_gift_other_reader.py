"""GIFT is read as the npm package `gift-pegjs` reads it; `packaging/dev.py test` fetches that reader where npm is."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from contextlib import contextmanager
from html import unescape
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.plans import PlanError
from app.plans.plan import PollForm
from app.plans.polls import Bank, from_gift
from tests.architecture.files import ROOT
from tests.drawing import drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

READER: Final = ROOT / "build" / "other-readers" / "gift-pegjs"
SCRIPT: Final = f"""
const {{parse}} = require({json.dumps(str(READER))});
require("readline").createInterface({{input: process.stdin}}).on("line", (line) => {{
  let told;
  try {{ told = {{read: parse(JSON.parse(line))}}; }} catch (error) {{ told = {{refused: error.message}}; }}
  console.log(JSON.stringify(told));
}});
"""


class OtherReader:
    """gift-pegjs, in a process that answers line by line."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def read(self, source: str) -> list[dict[str, Any]] | None:
        """Return the questions of a file; none when it is refused."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(source) + "\n")
        self._process.stdin.flush()
        told = json.loads(self._process.stdout.readline())
        found: list[dict[str, Any]] | None = told.get("read")
        return found


@contextmanager
def running() -> Iterator[OtherReader]:
    """Start the other reader, and end it."""
    command = ["node", "-e", SCRIPT]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        yield OtherReader(process)
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture(scope="module")
def other() -> Iterator[OtherReader]:
    """Give the other reader, or say why there is none."""
    if shutil.which("node") is None:
        pytest.skip("Node is not installed")
    if not READER.exists():
        pytest.skip("gift-pegjs is not fetched; with npm installed, python3 packaging/dev.py test fetches it")
    with running() as reader:
        yield reader


def plain(text: str | None, form: str = "moodle") -> str:
    """Return a text without what only a page shows, in one line."""
    told = text or ""
    if form in {"html", "moodle"}:
        told = unescape(re.sub(r"<[^<>]+>", " ", told)) if form == "html" else told
    return " ".join(told.split())


def theirs(questions: list[dict[str, Any]]) -> list[Any]:
    """Return what the other reader understood, in words that both share."""
    told: list[Any] = []
    for each in questions:
        if each["type"] == "Category":
            continue
        asked = plain(each["stem"]["text"], each["stem"]["format"])
        head = (plain(each["title"]), asked)
        choices = each.get("choices") or []
        match each["type"]:
            case "MC":
                one = any(choice["isCorrect"] for choice in choices)
                found = [
                    (
                        plain(choice["text"]["text"], choice["text"]["format"]),
                        choice["isCorrect"] if one else (choice["weight"] or 0) > 0,
                        plain(choice["feedback"] and choice["feedback"]["text"]),
                    )
                    for choice in choices
                ]
                told.append((*head, "choices", found))
            case "Short":
                told.append(
                    (*head, "open", [plain(choice["text"]["text"], choice["text"]["format"]) for choice in choices])
                )
            case "Essay":
                told.append((*head, "open", []))
            case "TF":
                told.append((*head, "truth", each["isTrue"]))
            case kind:
                told.append(kind.lower())
    return told


def ours(bank: Bank) -> list[Any]:
    """Return what we understood, in the same words; what is skipped comes by its line."""
    told: list[Any] = []
    for poll in bank.polls:
        head = (plain(poll.title), plain(poll.question))
        if [choice.text for choice in poll.choices] == ["True", "False"]:
            told.append((*head, "truth", poll.choices[0].right))
        elif poll.form is PollForm.OPEN:
            told.append((*head, "open", [plain(choice.text) for choice in poll.choices]))
        else:
            told.append((*head, "choices", [(plain(c.text), c.right, plain(c.feedback)) for c in poll.choices]))
    return told


def compare(other: OtherReader, source: str) -> None:
    """Claim that both readers find the same questions, in the same order."""
    read = other.read(source)
    assert read is not None, source
    wanted, bank = theirs(read), from_gift(source)
    assert ours(bank) == [each for each in wanted if not isinstance(each, str)]
    assert [skipped.why for skipped in bank.skipped] == [each for each in wanted if isinstance(each, str)]


FILES: Final = {
    "every kind of question": r"""
// a comment
$CATEGORY: $course$/tests

::Feedback:: Which is an observation? {
  =“You came at 9\:20.” # Yes, seen.
  ~“You are lazy.”
  ~%50%not this one \= really
  #### A word for everyone.
}

Feedback is best given at once. {TRUE#Think again.#Indeed.}

::several:: Which help? { ~%50%Asking ~%50%Listening ~%-100%Judging }

[html]<p>Who wrote <b>this</b> &amp; that?</p> {=Ana =Ben}

What did you try? {}

Feedback should be {=specific ~vague} to help.

How many? {#3:1}

How much? {#=3:1#near =%50%4:1#less near}

From where to where? {#1..5}

Match. { =a -> b =c -> d =e -> f }

Only a description.
""",
    "French, with accents and quotation marks": (
        "::Écoute:: « Reformuler », c’est { =redire avec ses mots#Oui. ~répéter mot pour mot ~juger } ?\n\n"
        "L’aidant doit tout dire. {FAUX}\n\n".replace("FAUX", "F")
        + "Quel sigle ? {=DESC =D.E.S.C.}\n"
    ),
    "braces on lines of their own, and Windows line ends": "Which?\r\n{\r\n=this\r\n~that\r\n}\r\n\r\nNext? {T}\r\n",
    "escaped signs": r"What is 2 \+ 2 \= ? { =4 \: four ~5 \{five\} ~\~6 ~7 \# seven }".replace(r"\+", "+"),
    "answers in one line, without spaces": "::a::Pick{=yes~no~perhaps}",
}


@pytest.mark.parametrize("name", FILES)
def test_both_readers_find_the_same_questions(other: OtherReader, name: str):
    compare(other, FILES[name])


words = st.text(st.sampled_from("abcé漢ع🎓 09.,?!'()-+*~=#{}:<&"), min_size=1, max_size=14).map(
    lambda text: " ".join(text.split())
)
texts = words.filter(lambda text: text.strip(" ") and text[0] not in "%[-" and "->" not in text)


def escaped(text: str) -> str:
    """Write a text as GIFT wants it."""
    return re.sub(r"([~=#{}:])", r"\\\1", text)


@st.composite
def questions(draw: st.DrawFn) -> str:
    """Write a question of any kind, in any of the ways in which people set it."""
    gap = draw(st.sampled_from(["", " ", "\n", "\n  "]))
    stem = escaped(draw(texts.filter(lambda text: not text.startswith("<"))))
    feedback = st.one_of(st.just(""), texts.map(lambda text: f" # {escaped(text)}"))
    match draw(st.sampled_from(["one", "several", "weights", "short", "truth", "essay", "number", "match", "none"])):
        case "one" | "several" as kind:
            marks = [
                "=",
                *draw(st.lists(st.sampled_from("=~") if kind == "several" else st.just("~"), max_size=3)),
                "~",
            ]
            inside = gap.join(f"{mark}{escaped(draw(texts))}{draw(feedback)}" for mark in draw(st.permutations(marks)))
        case "weights":
            weights = draw(st.lists(st.sampled_from([50, 25, -100, -50]), min_size=1, max_size=3))
            inside = gap.join(f"~%{weight}%{escaped(draw(texts))}" for weight in [50, *weights])
        case "short":
            inside = gap.join(f"={escaped(each)}" for each in draw(st.lists(texts, min_size=1, max_size=3)))
        case "truth":
            inside = draw(st.sampled_from(["T", "TRUE", "F", "FALSE"]))
        case "essay":
            # The other reader wants nothing at all between these braces.
            gap = inside = ""
        case "number":
            inside = draw(st.sampled_from(["#3", "#3:1", "#1..5", "#=3:0.5 =%50%4:1"]))
        case "match":
            pairs = draw(st.lists(st.tuples(texts, texts), min_size=3, max_size=3))
            inside = gap.join(f"={escaped(one)} -> {escaped(two)}" for one, two in pairs)
        case _:
            return stem
    title = f"::{escaped(draw(texts))}::" if draw(st.booleans()) else ""
    comment = draw(st.sampled_from(["", "// told aside\n"]))
    return f"{comment}{title}{stem} {{{gap}{inside}{gap}}}"


@given(st.lists(questions(), min_size=1, max_size=4))
@settings(max_examples=drawn(60))
def test_both_readers_find_the_same_questions_in_files_that_nobody_wrote(other: OtherReader, made: list[str]):
    compare(other, "\n\n".join(made) + "\n")


@given(st.text("={}~#%:\\->TF09 a\n", max_size=40))
@settings(max_examples=drawn(60))
def test_what_the_other_reader_accepts_is_not_refused(other: OtherReader, source: str):
    """Where it finds one whole question with answers, we find a poll or say why not."""
    read = other.read(source)
    if read is None or not read:
        return
    bank = None
    try:
        bank = from_gift(source)
    except PlanError:
        assert theirs(read) == [], source
    assert bank is None or len(bank.polls) + len(bank.skipped) == len(theirs(read)), source
