"""Trying a text on the rules: what it would meet, and why, without sending it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from app.domain.kernel.gate import clean
from app.domain.kernel.readings import Submission
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MAIN
from app.domain.moderation.lexicon import Action
from app.domain.moderation.rules import LENGTH, STAFF_PASS, Case, Step, steps
from app.domain.moderation.state import ModerationState

if TYPE_CHECKING:
    from app.domain.kernel.capability import Viewer
    from app.domain.kernel.words import ChannelId, MemberId, Millis
    from app.domain.kernel.world import World


class Trial(msgspec.Struct, frozen=True, kw_only=True):
    """What would become of a text.

    Attributes:
        steps: what each rule says, in their order, up to the one that decides.
        action: what becomes of it in the end: `pass`, `flag`, `hold` or `block` (and `censor`, `link` or `tag` when
            it passes changed or marked).
        rule: the rule that does it; empty when none does anything.
        text: what others would read.
        tags: what staff would see it marked with.
    """

    steps: tuple[Step, ...]
    action: Action
    rule: str
    text: str
    tags: tuple[str, ...] = ()


def trial(
    world: World, text: str, *, author: MemberId = "", channel: ChannelId = MAIN, kind: str = "message", at: Millis = 0
) -> Trial:
    """Return what a text would meet now.

    Args:
        world: with the rules; it is only read.
        text: as it would be sent.
        author: who would send it; empty for a learner of whom nothing is known yet.
        channel: where; `names` for a name.
        kind: what it would be.
        at: when; the world's own time when left out.
    """
    try:
        cleaned = clean(text, kind)
    except Refusal as refusal:
        found = tuple(str(value) for value in refusal.params.values())
        step = Step(rule=LENGTH, action=Action.BLOCK, code=refusal.code, found=found)
        return Trial(steps=(step,), action=Action.BLOCK, rule=LENGTH, text="")
    seat = world.seats.seat(author) if author else None
    submission = Submission(kind=kind, item="", revision=1, channel=channel, author=author, text=cleaned)
    case = Case(
        state=world.state(ModerationState),
        submission=submission,
        person=author,
        at=at or world.at,
        is_staff=seat is not None and seat.role.is_staff,
    )
    said = tuple(steps(case))
    telling = said if not case.is_staff else tuple(step for step in said if step.rule == STAFF_PASS)
    decisive = max(telling, key=lambda step: list(Action).index(step.action))
    return Trial(
        steps=said,
        action=decisive.action,
        rule=decisive.rule if decisive.action is not Action.PASS else "",
        text="" if decisive.action is Action.BLOCK else next((s.text for s in reversed(said) if s.text), cleaned),
        tags=tuple(tag for step in said for tag in step.tags),
    )


def query(world: World, viewer: Viewer, args: dict[str, Any]) -> dict[str, Any]:
    """Answer what a text would meet, to staff.

    Args:
        world: the state to read.
        viewer: who asks.
        args: `text`, and as they like `author`, `channel` and `kind`.

    Raises:
        Refusal: `bad_query`, or `not_allowed` to learners.
    """
    if not viewer.role.is_staff:
        raise Refusal("not_allowed")
    given = {"author": "", "channel": MAIN, "kind": "message"} | args
    if set(given) != {"text", "author", "channel", "kind"} or not all(isinstance(v, str) for v in given.values()):
        raise Refusal("bad_query")
    tried = trial(world, given["text"], author=given["author"], channel=given["channel"], kind=given["kind"])
    found: dict[str, Any] = msgspec.to_builtins(tried)
    return found
