"""Topics, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.powers import Power
from app.domain.kernel.words import Role
from app.domain.topics import events as e
from tests.domain.declaring import ANA, MESSAGE, ROOM, STAFF, L, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.TopicPrepared(
        topic=ROOM,
        title="Partager une tarte",
        prompt="Comment faire trois parts égales ?",
        objective="Dire ce qu’est un tiers",
        activities=("a1", "a2"),
    ),
    e.TopicRevised(topic=ROOM, title="Partager une pizza", prompt="Et en six ?"),
    e.TopicOpened(topic=ROOM),
    e.TopicClosed(topic=ROOM),
    e.TopicProposed(
        item=MESSAGE,
        revision=1,
        kind="proposal",
        channel="main",
        author=ANA,
        held_by="channel",
        text="Les fractions égyptiennes",
    ),
    e.ProposalWithdrawn(proposal=MESSAGE, author=ANA),
    e.ProposalVoted(proposal=MESSAGE, on=True),
    e.ProposalOpened(topic=ROOM, proposal=MESSAGE, title="Les fractions d’Égypte", prompt="Pourquoi des unités ?"),
    e.ProposalDeclined(proposal=MESSAGE, author=ANA, reason="Nous en parlons jeudi."),
    e.ProposalMerged(proposal=MESSAGE, into=ROOM, is_topic=True),
    e.ProposalReconsidered(proposal=MESSAGE),
    e.ProposingSet(on=True, votes=5),
)

MAY: Final[May] = {
    "topics.add": (STAFF, set(), "replay"),
    "topics.prepare": (STAFF, set(), "replay"),
    "topics.revise": (STAFF, set(), "ask"),
    "topics.open": (STAFF | {Role.RELAY}, set(), "ask"),
    "topics.close": (STAFF | {Role.RELAY}, set(), "ask"),
    "topics.propose": ({L}, set(), "replay"),
    "topics.reword": (set(), {L}, "replay"),
    "topics.withdraw": (set(), {L}, "replay"),
    "topics.vote": ({L}, set(), "replay"),
    "topics.open_proposal": (STAFF | {Role.RELAY}, set(), "ask"),
    "topics.decline": (STAFF, set(), "ask"),
    "topics.merge": (STAFF, set(), "ask"),
    "topics.reconsider": (STAFF, set(), "ask"),
    "topics.set_proposing": (STAFF, set(), "ask"),
}

LENT: Final = {"topics.open": Power.OPEN, "topics.close": Power.OPEN}
