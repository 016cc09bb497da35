"""The rules on one message, and a queue of ten thousand: `python -m tests.bench.moderation`."""

from __future__ import annotations

import time
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Final

from app.domain.kernel.gate import Outcome, TextDecided, admit
from app.domain.kernel.readings import Submission
from app.domain.kernel.views import CLASS
from app.domain.kernel.words import MAIN, Role
from app.domain.kernel.world import Ctx
from app.domain.moderation.commands import DecideText, EditWords, SetRules
from app.domain.moderation.events import Rules
from app.domain.moderation.lexicon import Action, Word
from app.relay.ledger import FRESH
from tests.bench.figures import report
from tests.domain.classroom import SESSION_ID, Classroom

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.kernel.world import World

WORDS: Final = 2_000
MESSAGES: Final = (
    "Je pense que la question de l’équité en classe mérite qu’on en parle davantage, surtout avec 25 élèves.",
    "D’accord avec toi, mais comment fait-on quand l’autre partie est aussi notre client ?",
    "Yes, and in our team we tried the same thing last year; it took three weeks to agree on a first offer.",
    "👍 merci !",
)


def main() -> None:
    """Print the figures."""
    _pipeline()
    few, many = _queue(100), _queue(10_000)
    for what in few:
        report("moderation", "100 waiting", what, few[what], "µs")
        report("moderation", "10000 waiting", what, many[what], "µs")
        report("moderation", "10000 to 100 waiting", what + "_ratio", many[what] / few[what], "x")


def _pipeline() -> None:
    room, host = Classroom.live()
    ana = room.joins("Ana")
    bare = _passes(room.world, ana)
    rng = Random(1)  # noqa: S311 (repeatable, not secret)
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = tuple(
        Word(text="".join(rng.choices(letters, k=rng.randint(5, 10))) + "*" * (n % 10 == 0), action=Action.HOLD)
        for n in range(WORDS)
    )
    room.do(host, EditWords(added=words))
    room.do(host, SetRules(rules=Rules(links=Action.HOLD, repeated=Action.BLOCK, first=1, turned_down=30, rate=50)))
    full = _passes(room.world, ana)
    report("moderation", f"{WORDS} words", "messages_a_second", 1e6 / full, "1/s")
    report("moderation", f"{WORDS} words", "a_message", full, "µs")
    report("moderation", "no rules", "a_message", bare, "µs")
    report("moderation", f"{WORDS} words", "ratio_to_bare_pass", full / bare, "x")


def _passes(world: World, author: str) -> float:
    ctx = Ctx(session=SESSION_ID, command_id="c", actor=author, role=Role.LEARNER, at=world.at)
    submissions = [
        Submission(kind="message", item="m", revision=1, channel=MAIN, author=author, text=text) for text in MESSAGES
    ]

    def run() -> None:
        for submission in submissions:
            admit(world, ctx, submission)

    return _fastest(run) / len(submissions)


def _queue(waiting: int) -> dict[str, float]:
    """Return what one decision and one document cost beside so many texts that wait, in microseconds."""
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.reads(CLASS)
    room.holds(host)
    for n in range(waiting):
        room.says(ana, f"text number {n}")
    items = iter(list(room.moderation.waiting))
    took: dict[str, list[float]] = {"decision_and_documents": [], "decide": []}
    for _ in range(50):
        item = room.moderation.items[next(items)]
        command = DecideText(item=item.item, revision=1, version=item.version, outcome=Outcome.PUBLISHED)
        took["decide"].append(_once(partial(_decided, room, host, command)))
        took["decision_and_documents"].append(_once(partial(room.do, host, command)))
    return {what: sorted(times)[len(times) // 2] for what, times in took.items()}


def _decided(room: Classroom, host: str, command: DecideText) -> Sequence[object]:
    ctx = Ctx(session=SESSION_ID, command_id=room.new_id(), actor=host, role=Role.HOST, at=room.now)
    events = room.ledger.registry.decide(room.world, command, ctx, room.seat(host), FRESH)
    assert isinstance(events[0], TextDecided)
    return events


def _once(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1e6


def _fastest(run: Callable[[], object], rounds: int = 7, each: int = 400) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(each):
            run()
        best = min(best, (time.perf_counter() - start) / each * 1e6)
    return best


if __name__ == "__main__":
    main()
