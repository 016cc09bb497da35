"""Topics, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.words import Role
from app.domain.topics import events as e
from tests.domain.declaring import ROOM, STAFF, May

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
)

MAY: Final[May] = {
    "topics.add": (STAFF, set(), "replay"),
    "topics.prepare": (STAFF, set(), "replay"),
    "topics.revise": (STAFF, set(), "ask"),
    "topics.open": (STAFF | {Role.RELAY}, set(), "ask"),
    "topics.close": (STAFF | {Role.RELAY}, set(), "ask"),
}
