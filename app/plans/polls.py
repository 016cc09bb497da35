"""Reads polls from GIFT and Aiken, the formats in which question banks are exchanged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Final

from app.plans.edits import clean
from app.plans.plan import TEXT_LIMIT, TITLE_LIMIT, Choice, PlanUnreadable, Poll, PollForm

_ESCAPED: Final = re.compile(r"\\([~=#{}:\\n])")
_TITLE: Final = re.compile(r"^::(.*?)(?<!\\)::", re.DOTALL)
_FORMAT: Final = re.compile(r"^\s*\[(html|moodle|plain|markdown)\]\s*", re.IGNORECASE)
_MARK: Final = re.compile(r"(?<!\\)([=~])")
_WEIGHT: Final = re.compile(r"^\s*%(-?\d+(?:\.\d+)?)%")
_AIKEN_CHOICE: Final = re.compile(r"^([A-Z])[.)]\s+(.*)$")
_AIKEN_ANSWER: Final = re.compile(r"^ANSWER:\s*([A-Z])\s*$", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^<>]{1,2000}>")
_TRUTH: Final = {"T": True, "TRUE": True, "F": False, "FALSE": False}


@dataclass(frozen=True)
class Skipped:
    """A question that has no form among polls.

    Attributes:
        line: where it begins, from 1.
        why: `matching`, `numerical` or `description`.
        title: its name or its beginning.
    """

    line: int
    why: str
    title: str


@dataclass(frozen=True)
class Bank:
    """What was read.

    Attributes:
        polls: in order, with ids that count, and not held by any activity yet.
        skipped: what has no form among polls.
    """

    polls: tuple[Poll, ...]
    skipped: tuple[Skipped, ...]


def from_gift(source: str, *, yes: str = "True", no: str = "False") -> Bank:
    """Read questions from GIFT.

    Multiple choice, true-false, short answers, essays and missing words become polls. Matching and numerical questions
    and descriptions are skipped, and told.

    Args:
        source: the file.
        yes: the answer “true” of a true-false question.
        no: the answer “false”.

    Raises:
        PlanUnreadable: braces do not match; `where` tells the line.
    """
    polls: list[Poll] = []
    skipped: list[Skipped] = []
    for line, block in _blocks(source):
        made = _question(block, f"p{len(polls) + 1}", line, (yes, no))
        if isinstance(made, Poll):
            polls.append(made)
        else:
            skipped.append(made)
    return Bank(tuple(polls), tuple(skipped))


def _blocks(source: str) -> list[tuple[int, str]]:
    """Cut a file where an empty line ends a question, dropping comments and categories; braces may hold empty lines."""
    blocks: list[tuple[int, str]] = []
    held: list[str] = []
    begun, depth = 0, 0
    lines = clean(source.removeprefix("\ufeff")).split("\n")
    for number, line in enumerate([*lines, ""], 1):
        if not depth and (line.lstrip().startswith("//") or line.startswith("$CATEGORY:")):
            continue
        if not line.strip() and not depth:
            if held:
                blocks.append((begun, "\n".join(held)))
            held = []
            continue
        begun = begun if held else number
        held.append(line)
        bare = re.sub(r"\\.", "", line)
        depth += bare.count("{") - bare.count("}")
        if depth not in {0, 1}:
            raise PlanUnreadable("a brace without its counterpart", f"line {number}")
    if held:
        raise PlanUnreadable("a brace is never closed", f"line {begun}")
    return blocks


def _question(block: str, poll_id: str, line: int, truth: tuple[str, str]) -> Poll | Skipped:
    title = ""
    block = block.strip()
    if named := _TITLE.match(block):
        title, block = _said(named[1]), block[named.end() :]
    html = False
    if form := _FORMAT.match(block):
        html, block = form[1].lower() in {"html", "moodle"}, block[form.end() :]
    start = _brace(block, "{")
    if start < 0:
        return Skipped(line, "description", title or _said(block)[:80])
    end = _brace(block, "}")
    before, inside, after = block[:start], block[start + 1 : end], block[end + 1 :]
    asked = _said(f"{before.rstrip()} _____ {after.strip()}" if after.strip() else before, html=html)
    inside = _without_general_feedback(inside).strip()
    poll = Poll(id=poll_id, title=title[:TITLE_LIMIT], question=asked[:TEXT_LIMIT])
    if not inside:
        return _with(poll, PollForm.OPEN, ())
    if inside.startswith("#"):
        return Skipped(line, "numerical", title or asked[:80])
    word, *feedback = re.split(r"(?<!\\)#", inside)
    if word.strip().upper() in _TRUTH:
        return _true_false(poll, right=_TRUTH[word.strip().upper()], feedback=feedback, truth=truth)
    parts = _MARK.split(inside)[1:]
    answers = list(zip(parts[::2], parts[1::2], strict=True))
    if any(re.search(r"(?<!\\)->", text) for _, text in answers):
        return Skipped(line, "matching", title or asked[:80])
    if not answers:
        # An answer without a mark is a short one.
        answers = [("=", inside)]
    return _choices(poll, answers, html=html)


def _choices(poll: Poll, answers: list[tuple[str, str]], *, html: bool) -> Poll:
    choices = []
    # Where one answer is marked as the right one, a weight on another gives it part of the points, no more.
    one = any(mark == "=" for mark, _ in answers)
    for mark, told in answers:
        weight = _WEIGHT.match(told)
        text, *feedback = re.split(r"(?<!\\)#", told[weight.end() :] if weight else told)
        right = mark == "=" if one else weight is not None and float(weight[1]) > 0
        choices.append(
            Choice(text=_said(text, html=html), right=right, feedback=_said(feedback[0], html=html) if feedback else "")
        )
    if all(mark == "=" for mark, _ in answers):
        return _with(poll, PollForm.OPEN, tuple(choices))
    several = sum(choice.right for choice in choices) > 1
    return _with(poll, PollForm.MULTIPLE if several else PollForm.CHOICE, tuple(choices))


def _true_false(poll: Poll, *, right: bool, feedback: list[str], truth: tuple[str, str]) -> Poll:
    # The first feedback is for a wrong answer, the second for the right one.
    wrong, well = (_said(each) for each in [*feedback, "", ""][:2])
    yes = Choice(text=truth[0], right=right, feedback=well if right else wrong)
    no = Choice(text=truth[1], right=not right, feedback=wrong if right else well)
    return _with(poll, PollForm.CHOICE, (yes, no))


def _with(poll: Poll, form: PollForm, choices: tuple[Choice, ...]) -> Poll:
    return Poll(id=poll.id, title=poll.title, question=poll.question, form=form, choices=choices)


def _brace(text: str, brace: str) -> int:
    found = re.search(r"(?<!\\)" + re.escape(brace), text)
    return found.start() if found else -1


def _without_general_feedback(inside: str) -> str:
    return re.split(r"(?<!\\)####", inside, maxsplit=1)[0]


def _said(text: str, *, html: bool = False) -> str:
    text = _FORMAT.sub("", text)
    if html:
        text = unescape(_TAG.sub("", re.sub(r"<(?:br|/p|/li)\b[^<>]*>", "\n", text, flags=re.IGNORECASE)))
    said = _ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], text)
    return "\n".join(" ".join(line.split()) for line in said.strip().split("\n"))


def from_aiken(source: str) -> Bank:
    """Read questions from Aiken: a line that asks, lines `A. …` or `A) …`, and `ANSWER: A`.

    Args:
        source: the file.

    Raises:
        PlanUnreadable: a question has no answers, or names one that is not there; `where` tells the line.
    """
    polls: list[Poll] = []
    asked: list[str] = []
    choices: list[str] = []
    for number, raw in enumerate(clean(source.removeprefix("\ufeff")).split("\n"), 1):
        line, where = raw.strip(), f"line {number}"
        if not line:
            continue
        if (answer := _AIKEN_ANSWER.match(line)) and asked:
            right = ord(answer[1].upper()) - ord("A")
            if len(choices) < 2 or right >= len(choices):  # noqa: PLR2004 (one answer is no choice)
                raise PlanUnreadable(f"there is no answer {answer[1]}", where)
            made = tuple(Choice(text=text, right=place == right) for place, text in enumerate(choices))
            polls.append(Poll(id=f"p{len(polls) + 1}", question="\n".join(asked), choices=made))
            asked, choices = [], []
        elif (choice := _AIKEN_CHOICE.match(line)) and asked and ord(choice[1]) - ord("A") == len(choices):
            choices.append(choice[2])
        elif choices:
            raise PlanUnreadable("an answer, or “ANSWER:” with its letter, was expected", where)
        else:
            asked.append(line)
    if asked:
        raise PlanUnreadable("the last question has no “ANSWER:”", "end")
    return Bank(tuple(polls), ())


def is_aiken(source: str) -> bool:
    """Tell whether a text looks like Aiken.

    Args:
        source: the file.
    """
    return any(_AIKEN_ANSWER.match(line.strip()) for line in source.split("\n"))
