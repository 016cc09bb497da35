"""What each simulated learner will do and when, drawn beforehand: the seed decides it, whatever the machine does."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from functools import cache, partial
from importlib.resources import files
from random import Random
from typing import Final, TypeAlias

import msgspec

from app.domain.discussion.decider import EMOJIS
from app.domain.support.events import Problem
from app.rehearsal.debate import BEGINS, ENDS
from app.rehearsal.kindness import Kindness, drawn
from app.rehearsal.polls import ASKED, THOUGHT
from app.rehearsal.trouble import INSULTS


class Character(StrEnum):
    """How a learner behaves."""

    TALKATIVE = "talkative"
    SILENT = "silent"
    LATE = "late"
    DROPPING = "dropping"
    RUDE = "rude"
    REACTING = "reacting"
    HAND_RAISING = "hand_raising"


class Corpus(msgspec.Struct, frozen=True):
    """What is said in one language."""

    title: str
    host: str
    cofacilitator: str
    rooms: tuple[str, ...]
    topics: tuple[str, ...]
    staff: tuple[str, ...]
    lines: tuple[str, ...]
    replies: tuple[str, ...]
    questions: tuple[str, ...]
    prompts: tuple[str, ...]
    unnamed: tuple[str, ...]
    rude: tuple[str, ...]
    edits: tuple[str, ...]
    names: tuple[str, ...]
    quiz: tuple[str, ...]
    cloud: str
    scale: str
    words: tuple[str, ...]
    motion: str
    statements: tuple[str, ...]


class Say(msgspec.Struct, frozen=True):
    """Write a message where one is; `answers` says to reply, to the message that `pick` (0 to 1) points at."""

    text: str
    answers: bool
    pick: float


class Amend(msgspec.Struct, frozen=True):
    """Give one's last message another text."""

    text: str


class Mark(msgspec.Struct, frozen=True):
    """React to the message that `pick` (0 to 1) points at."""

    emoji: str
    pick: float


class Hand(msgspec.Struct, frozen=True):
    """Put a hand up or down."""

    up: bool


class Away(msgspec.Struct, frozen=True):
    """Lose the line for some seconds of the class; 0 for a moment only."""

    seconds: float


class Hide(msgspec.Struct, frozen=True):
    """Put the page behind, or bring it back to the front."""

    hidden: bool


class Unnamed(msgspec.Struct, frozen=True):
    """Write where one is without one's name, if the class allows it."""

    text: str


class InTopic(msgspec.Struct, frozen=True):
    """Write in the open topic that `pick` (0 to 1) points at; `answers` says to reply to what was said there."""

    text: str
    answers: bool
    pick: float


class InRoom(msgspec.Struct, frozen=True):
    """Take part in the work of the room one is in; `pick` (0 to 1) decides how, `text` is the answer if it is that."""

    text: str
    pick: float


class Ask(msgspec.Struct, frozen=True):
    """Ask a question where one is."""

    text: str


class Answer(msgspec.Struct, frozen=True):
    """Answer the question of somebody else that `pick` (0 to 1) points at."""

    text: str
    pick: float


class StandBy(msgspec.Struct, frozen=True):
    """Want an answer to the question that `pick` (0 to 1) points at too, or say that one had the same."""

    same: bool
    pick: float


class CallForHelp(msgspec.Struct, frozen=True):
    """Say that one has a problem of some kind; without a kind, write to staff; without words either, say how it is."""

    kind: Problem | None = None
    text: str = ""


class Accept(msgspec.Struct, frozen=True):
    """Accept an answer to a question of one's own."""


class Propose(msgspec.Struct, frozen=True):
    """Propose a topic."""

    text: str


class VoteTopic(msgspec.Struct, frozen=True):
    """Vote for the topic of somebody else that `pick` (0 to 1) points at."""

    pick: float


class Leading(StrEnum):
    """What somebody who leads does: asks and puts on air and closes, opens again, or hands the lead back."""

    BEGIN = "begin"
    GO_ON = "go_on"
    END = "end"


class Lead(msgspec.Struct, frozen=True):
    """Lead what one was passed, or one's room as its captain, if anything; `text` is what one asks."""

    part: Leading
    text: str = ""


class LookBack(msgspec.Struct, frozen=True):
    """Read older messages."""


class Jot(msgspec.Struct, frozen=True):
    """Write a line in the notes of where one is; `pick` (0 to 1) says behind which of those that stand there."""

    text: str
    pick: float


class InDebate(msgspec.Struct, frozen=True):
    """Take part in the debate that is open: take a position or move, write an argument, or say what convinces one.

    Attributes:
        pick: from 0 to 1: which position, which argument.
        moves: whether one takes a position, or another than before.
        text: the argument; empty for saying what convinces one, and what one thinks of the statements.
    """

    pick: float
    moves: bool = False
    text: str = ""


class Disturb(msgspec.Struct, frozen=True):
    """Misbehave, in a way that `trouble` knows; `pick` (0 to 1) points at a message."""

    how: str
    pick: float


class Vote(msgspec.Struct, frozen=True):
    """Answer the poll that is open, if one is; `pick` (0 to 1) says what."""

    pick: float


Act: TypeAlias = (
    Disturb
    | Propose
    | VoteTopic
    | Lead
    | Vote
    | Say
    | Unnamed
    | Amend
    | Mark
    | Hand
    | Away
    | Hide
    | LookBack
    | InTopic
    | InRoom
    | Ask
    | Answer
    | StandBy
    | Accept
    | CallForHelp
    | Jot
    | Kindness
    | InDebate
)


class Step(msgspec.Struct, frozen=True):
    """An act, `at` seconds after the class began."""

    at: float
    act: Act


class Script(msgspec.Struct, frozen=True):
    """One learner's whole class.

    Attributes:
        number: which learner, from 0.
        name: what they join as.
        character: how they behave.
        arrives: when they join, in seconds of the class; negative before it begins.
        steps: what they do, in order.
    """

    number: int
    name: str
    character: Character
    arrives: float
    steps: tuple[Step, ...]


_SHARES: Final = {
    Character.TALKATIVE: 26,
    Character.SILENT: 22,
    Character.REACTING: 17,
    Character.HAND_RAISING: 11,
    Character.DROPPING: 10,
    Character.LATE: 9,
    Character.RUDE: 5,
}
_GAPS: Final = {
    Character.TALKATIVE: 18.0,
    Character.SILENT: 150.0,
    Character.REACTING: 16.0,
    Character.HAND_RAISING: 30.0,
    Character.DROPPING: 30.0,
    Character.LATE: 40.0,
    Character.RUDE: 30.0,
}
"""Mean seconds of the class between two acts, in a class of up to `CROWD` people."""

CROWD: Final = 40
"""In a bigger class everybody speaks less, so that the class as a whole does not speak faster than people can read."""

_CALLERS: Final = 6
"""One of so many has a problem with the sound, the image, or something else."""

_TROUBLESOME: Final = 4
"""One of how many misbehaves."""

_VOTES: Final = 0.85
"""How many answer a poll."""

ARRIVAL: Final = 20.0
"""Seconds of the class, before it begins, in which people arrive."""


@cache
def corpus(language: str) -> Corpus:
    """Return what is said in a language, `fr` or `en`."""
    text = files("app.rehearsal").joinpath("corpus", f"{language}.json").read_text(encoding="utf-8")
    return msgspec.convert(json.loads(text), Corpus)


CANARY: Final = re.compile(r"#L\d{4,}-\d{4,}")
"""The mark that `canary` puts into a text."""


def canary(number: int, count: int) -> str:
    """Return the mark that makes a learner's `count`-th text unlike any other."""
    return f"#L{number:04d}-{count:04d}"


def write_script(
    seed: int, number: int, learners: int, seconds: float, language: str, *, marked: bool = True
) -> Script:
    """Draw one learner's class.

    Args:
        seed: of the rehearsal; with `number` it decides everything.
        number: which learner, from 0.
        learners: how many there are.
        seconds: how long the class takes.
        language: what they speak.
        marked: whether each text carries its mark, for an audit to find; a person would rather read without.
    """
    chance = Random(f"{seed}:{number}")
    words = corpus(language)
    character = chance.choices(list(_SHARES), list(_SHARES.values()))[0]
    first = words.names[number % len(words.names)]
    name = first if number < len(words.names) else f"{first} {number // len(words.names) + 1}"
    late = character is Character.LATE
    arrives = chance.uniform(0.1, 0.5) * seconds if late else -chance.uniform(0.05, 1.0) * ARRIVAL
    gap = _GAPS[character] * max(1.0, learners / CROWD)
    writer = _Writer(chance, words, number, language, marked=marked)
    steps: list[Step] = []
    at = max(0.0, arrives) + chance.uniform(0.0, 1.0) * gap
    while at < seconds:
        steps += writer.acts(character, at)
        at += chance.expovariate(1 / gap)
    steps += _votes(Random(f"{seed}:{number}:polls"), seconds, after=max(0.0, arrives))
    if number < CROWD:
        steps += [step for step in writer.assigned(number, seconds) if step.at > arrives]
    steps += _in_rooms(Random(f"{seed}:{number}:rooms"), writer, seconds, after=max(0.0, arrives))
    steps += _debate(Random(f"{seed}:{number}:debate"), writer, seconds, after=max(0.0, arrives))
    if number < CROWD:
        steps += _notes(Random(f"{seed}:{number}:notes"), writer, seconds, after=max(0.0, arrives))
    if number % _CALLERS == 1:
        steps += [step for step in writer.calls(Random(f"{seed}:{number}:support"), seconds) if step.at > arrives]
    if number < CROWD:
        steps += _among_peers(Random(f"{seed}:{number}:peers"), writer, seconds, after=max(0.0, arrives))
    kind = Random(f"{seed}:{number}:kindness")
    kindness = drawn(kind, partial(writer.kind_words, kind), seconds, max(1.0, learners / CROWD))
    steps += [Step(at, act) for at, act in kindness if at >= arrives]
    if number < CROWD and number % _TROUBLESOME == 1:
        steps += _disturbing(Random(f"{seed}:{number}:trouble"), writer, seconds, after=max(0.0, arrives))
    steps = sorted((step for step in steps if step.at < seconds), key=lambda step: step.at)
    return Script(number, name, character, arrives, tuple(steps))


_LEADING: Final = (
    (0.20, Leading.BEGIN),
    (0.23, Leading.GO_ON),
    (0.26, Leading.END),
    (0.34, Leading.GO_ON),
    (0.42, Leading.GO_ON),
    (0.49, Leading.GO_ON),
    (0.69, Leading.BEGIN),
)
"""When whoever leads does what, in parts of the class; captains work in the rooms between."""


def _among_peers(chance: Random, writer: _Writer, seconds: float, *, after: float) -> list[Step]:
    """Draw what somebody proposes and votes for, and when they lead if they are passed a lead; drawn apart, too."""
    steps = []
    if writer.number % 4 == 1:
        steps.append(Step(chance.uniform(0.3, 0.36) * seconds, writer.proposal(chance)))
    votes = (part + chance.uniform(0, 0.08) for part in (0.42, 0.52, 0.78))
    steps += [Step(part * seconds, VoteTopic(chance.random())) for part in votes if chance.random() < 0.5]  # noqa: PLR2004
    steps += [Step(part * seconds, writer.lead(chance, leading)) for part, leading in _LEADING]
    return [step for step in steps if step.at >= after]


def _in_rooms(chance: Random, writer: _Writer, seconds: float, *, after: float) -> list[Step]:
    """Draw what somebody does for their room; drawn apart, as votes are."""
    times = (part * seconds + chance.uniform(0, 0.06) * seconds for part in (0.31, 0.39, 0.47))
    return [Step(at, writer.room_work(chance)) for at in times if at >= after and chance.random() < 0.5]  # noqa: PLR2004


def _notes(chance: Random, writer: _Writer, seconds: float, *, after: float) -> list[Step]:
    """Draw when somebody writes in the notes: in the main room, in each of their rooms, and in the main room again."""
    times = (part * seconds + chance.uniform(0, 0.05) * seconds for part in (0.04, 0.32, 0.40, 0.48, 0.69))
    return [Step(at, writer.jot(chance)) for at in times if at >= after and chance.random() < 0.6]  # noqa: PLR2004


def _debate(chance: Random, writer: _Writer, seconds: float, *, after: float) -> list[Step]:
    """Draw what somebody does in the debate: all take a position, most argue, all weigh, half of them move."""
    acts = [Step((BEGINS + chance.uniform(0.01, 0.04)) * seconds, InDebate(chance.random(), moves=True))]
    if chance.random() < 0.75:  # noqa: PLR2004 (how many argue)
        acts.append(Step(chance.uniform(0.25, 0.34) * seconds, writer.argument(chance)))
    acts.append(Step(chance.uniform(0.36, 0.44) * seconds, InDebate(chance.random())))
    if chance.random() < 0.5:  # noqa: PLR2004 (how many move)
        acts.append(Step(chance.uniform(0.45, ENDS - 0.02) * seconds, InDebate(chance.random(), moves=True)))
    return [step for step in acts if step.at >= after]


def _disturbing(chance: Random, writer: _Writer, seconds: float, *, after: float) -> list[Step]:
    """Draw how somebody misbehaves; drawn apart, as votes are."""
    deeds: list[tuple[float, Act]] = [
        (0.08, writer.insult()),
        (0.10, Disturb("blocked", chance.random())),
        (0.11, Disturb("heaped", chance.random())),
        (0.20, writer.insult()),
        (0.64, Disturb("flag", chance.random())),
        (0.66, Disturb("forged", chance.random())),
        (0.68, Disturb("flag", chance.random())),
        (0.70, writer.insult()),
        (0.88, Disturb("appeal", chance.random())),
    ]
    times = ((part + chance.uniform(0, 0.02)) * seconds for part, _ in deeds)
    return [Step(at, act) for at, (_, act) in zip(times, deeds, strict=True) if at >= after]


def _votes(chance: Random, seconds: float, *, after: float) -> list[Step]:
    """Draw when and what somebody answers; drawn apart, so that everything else stays what the seed made of it."""
    votes = [
        Step((part + chance.uniform(0.004, THOUGHT)) * seconds, Vote(chance.random()))
        for part in ASKED
        if chance.random() < _VOTES
    ]
    return [step for step in votes if step.at >= after]


class _Writer:
    """Draws one act after another, and marks each text where that is wished."""

    def __init__(self, chance: Random, words: Corpus, number: int, language: str, *, marked: bool) -> None:
        self._chance = chance
        self._language = language
        self._words = words
        self._number = number
        self._is_marked = marked
        self._texts = 0

    def _marked(self, text: str) -> str:
        self._texts += 1
        return f"{text} {canary(self._number, self._texts)}" if self._is_marked else text

    @property
    def number(self) -> int:
        """Which learner."""
        return self._number

    def proposal(self, chance: Random) -> Propose:
        """Return a topic that is proposed."""
        return Propose(self._marked(chance.choice(self._words.questions)))

    def lead(self, chance: Random, part: Leading) -> Lead:
        """Return what somebody does who leads."""
        return Lead(part, self._marked(chance.choice(self._words.questions)) if part is Leading.BEGIN else "")

    def insult(self) -> Say:
        """Return something that the list of words makes wait."""
        return Say(self._marked(INSULTS[self._language]), answers=False, pick=0.0)

    def room_work(self, chance: Random) -> InRoom:
        """Return something done for one's room."""
        return InRoom(self._marked(chance.choice(self._words.lines)), chance.random())

    def jot(self, chance: Random) -> Jot:
        """Return a line for the notes."""
        return Jot(self._marked(chance.choice(self._words.lines)), chance.random())

    def argument(self, chance: Random) -> InDebate:
        """Return an argument for the debate."""
        return InDebate(chance.random(), text=self._marked(chance.choice(self._words.lines)))

    def calls(self, chance: Random, seconds: float) -> list[Step]:
        """Return a call for help, and what follows: a word more, and that it works, or still does not."""
        part = seconds / 100
        kind = chance.choice(list(Problem))
        asks = Step(chance.uniform(8, 30) * part, CallForHelp(kind, self._marked(chance.choice(self._words.lines))))
        says = Step(chance.uniform(36, 50) * part, CallForHelp(None, self._marked(chance.choice(self._words.replies))))
        return [asks, says, Step(chance.uniform(56, 62) * part, CallForHelp())]

    def kind_words(self, chance: Random) -> str:
        """Return words to thank with, or for the board."""
        return self._marked(chance.choice(self._words.replies))

    def acts(self, character: Character, at: float) -> list[Step]:
        """Return the next act, and what belongs to it."""
        chance = self._chance
        match character:
            case Character.REACTING if chance.random() < 0.8:  # noqa: PLR2004 (how often is the character itself)
                return [Step(at, Mark(chance.choice(EMOJIS), chance.random()))]
            case Character.HAND_RAISING if chance.random() < 0.7:  # noqa: PLR2004
                down = at + chance.uniform(5, 20)
                return [Step(at, Hand(up=True)), Step(down, Hand(up=False))]
            case Character.DROPPING if chance.random() < 0.5:  # noqa: PLR2004
                away = Away(chance.choice((0.0, 3.0, 12.0)))
                # What is said on the way out is what a lost line likes to swallow.
                return [self._say(at, self._words.lines), Step(at, away), self._say(at + 1.0, self._words.replies)]
            case Character.RUDE if chance.random() < 0.6:  # noqa: PLR2004
                return [self._say(at, self._words.rude)]
            case _:
                return self._talk(at)

    def assigned(self, number: int, seconds: float) -> list[Step]:
        """Return what somebody does in every class, however small: some ask, their neighbours answer and stand by."""
        part = seconds / 100
        match number % 4:
            case 0:
                asked = Step(18 * part, Ask(self._marked(self._words.questions[number % len(self._words.questions)])))
                return [asked, Step(66 * part, Accept()), Step(90 * part, Accept())]
            case 1:
                text = self._marked(self._words.replies[number % len(self._words.replies)])
                return [Step(56 * part, Answer(text, self._chance.random()))]
            case 2:
                same = number % 8 == 2  # noqa: PLR2004 (every other one of them)
                return [Step(54 * part, StandBy(same, self._chance.random()))]
            case _:
                text = self._marked(self._words.lines[number % len(self._words.lines)])
                unnamed = [
                    Step(at * part, Unnamed(self._marked(self._words.unnamed[number % len(self._words.unnamed)])))
                    for at in (24, 70)
                ]
                return [
                    unnamed[0],
                    Step(40 * part, InTopic(text, answers=False, pick=self._chance.random())),
                    unnamed[1],
                ]

    def _talk(self, at: float) -> list[Step]:
        chance = self._chance
        kind = chance.choices(
            ("line", "reply", "question", "amend", "react", "hide", "back", "topic", "answer", "stand_by"),
            (22, 18, 12, 6, 8, 4, 4, 10, 10, 10),
        )
        match kind[0]:
            case "line":
                return [self._say(at, self._words.lines)]
            case "reply":
                return [self._say(at, self._words.replies, answers=True)]
            case "question":
                # Whoever asks looks again whether somebody answered.
                return [
                    Step(at, Ask(self._marked(chance.choice(self._words.questions)))),
                    *(Step(at + wait, Accept()) for wait in (12.0, 30.0, 60.0)),
                ]
            case "topic":
                text = self._marked(chance.choice(self._words.lines))
                return [Step(at, InTopic(text, chance.random() < 0.4, chance.random()))]  # noqa: PLR2004
            case "answer":
                return [Step(at, Answer(self._marked(chance.choice(self._words.replies)), chance.random()))]
            case "stand_by":
                return [Step(at, StandBy(chance.random() < 0.3, chance.random()))]  # noqa: PLR2004
            case "amend":
                text = f"{chance.choice(self._words.lines)} {chance.choice(self._words.edits)}"
                return [self._say(at, self._words.lines), Step(at + 3.0, Amend(self._marked(text)))]
            case "react":
                return [Step(at, Mark(chance.choice(EMOJIS), chance.random()))]
            case "hide":
                return [Step(at, Hide(hidden=True)), Step(at + chance.uniform(5, 15), Hide(hidden=False))]
            case _:
                return [Step(at, LookBack())]

    def _say(self, at: float, texts: tuple[str, ...], *, answers: bool = False) -> Step:
        text = self._marked(self._chance.choice(texts))
        return Step(at, Say(text, answers, self._chance.random()))
