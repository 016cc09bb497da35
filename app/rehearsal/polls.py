"""The polls of a rehearsed class: a quiz asked twice with talk between, a cloud of words, and a scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.domain.kernel.words import derived_id
from app.domain.polls.commands import (
    AnswerPoll,
    AskAgain,
    ClosePoll,
    PreparePoll,
    PutPollOnStage,
    RevealAnswers,
    ShowResults,
)
from app.domain.polls.draft import Draft, Form, Option

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from app.domain.kernel.messages import Command
    from app.rehearsal.clock import Clock
    from app.rehearsal.script import Corpus
    from app.sync.client import StaffClient

ASKED: Final = (0.04, 0.15, 0.64, 0.84)
"""The parts of the class at which something is asked: the quiz, the quiz again, the words, the scale."""

_OPEN: Final = 0.08
"""For how large a part of the class each of them is open."""

THOUGHT: Final = 0.06
"""Within how large a part of the class people answer."""


async def ask_polls(
    client: StaffClient, do: Callable[[Command], Awaitable[str]], words: Corpus, clock: Clock, seconds: float
) -> None:
    """Ask each poll at its time, close it and show what came of it.

    Args:
        client: the host's desktop.
        do: asks for a command and waits for its fate.
        words: what is asked.
        clock: the class's time.
        seconds: how long the class takes.
    """

    async def ask(draft: Draft) -> str:
        return derived_id(await do(PreparePoll(draft=draft, opens=True)), client.member, 0)

    async def close(poll: str, part: float) -> None:
        # What was asked late, on a slow machine, is closed late as well.
        await clock.until(max((part + _OPEN) * seconds, clock.now + THOUGHT * seconds))
        await do(ClosePoll(poll=poll))
        await do(ShowResults(poll=poll))

    question, *choices = words.quiz
    options = tuple(Option(text=text, right=not place) for place, text in enumerate(choices))
    first, again, cloud, scale = ASKED
    await clock.until(first * seconds)
    quiz = await ask(Draft(question=question, options=options, anonymous=False))
    await close(quiz, first)
    await clock.until(again * seconds)
    await do(AskAgain(poll=quiz))
    await close(quiz, again)
    await do(RevealAnswers(poll=quiz))
    await clock.until(cloud * seconds)
    asked = await ask(Draft(question=words.cloud, form=Form.WORDS))
    # Words may be seen as they come.
    await do(ShowResults(poll=asked))
    await close(asked, cloud)
    await clock.until(scale * seconds)
    await close(await ask(Draft(question=words.scale, form=Form.SCALE)), scale)
    await do(PutPollOnStage(poll=""))


def answer_to(polls: Mapping[str, Any], pick: float, words: Sequence[str]) -> AnswerPoll | None:
    """Return an answer to the poll that is open on a page; None when none is.

    Args:
        polls: as the page's document holds them.
        pick: from 0 to 1; what is answered.
        words: to answer with where words are asked for.
    """
    asked = {poll: entry for poll, entry in polls.items() if entry["state"] == "open"}
    if not asked:
        return None
    poll = max(asked, key=lambda each: int(asked[each]["order"]))
    entry = asked[poll]
    if entry["form"] == Form.WORDS:
        return AnswerPoll(poll=poll, round=entry["round"], texts=(words[int(pick * len(words)) % len(words)],))
    count = int(entry.get("steps", 0)) or len(entry.get("options", {}))
    if not count:
        return None
    # The second time more people are right.
    place = int(pick ** int(entry["round"]) * count) % count
    return AnswerPoll(poll=poll, round=entry["round"], choices=(str(place + 1),))
