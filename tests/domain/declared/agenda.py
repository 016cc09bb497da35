"""The agenda, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.agenda import events as e
from app.domain.agenda.activity import Activity, Day, Kind, Objective, Question, Retiming
from app.domain.kernel.words import Role
from tests.domain.declaring import AT, MESSAGE, ROOM, STAFF, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

DEBATE: Final = Activity(
    id="a2",
    title="Pour ou contre\u202f?",
    kind=Kind.DEBATE,
    minutes=25,
    pinned=AT,
    day="d1",
    instructions="Choisissez un camp,\npuis défendez l’autre.",
    notes="Relancer les silencieux.",
    lead="Inès",
    objectives=("o1",),
    questions=(Question(id="q1", text="Qu’est-ce qui vous ferait changer d’avis\u202f?"),),
)

SAMPLES: Final[tuple[Event, ...]] = (
    e.AgendaSet(
        plan=ROOM,
        title="Un débat",
        days=(Day(id="d1", title="Matin", start=AT),),
        objectives=(Objective(id="o1", title="Entendre l’autre"),),
        activities=(Activity(id="a1", title="Accueil", kind=Kind.TALK, day="d1"), DEBATE),
    ),
    e.ActivitiesAdded(activities=(Activity(id=MESSAGE, kind=Kind.BREAK, minutes=5),), before="a2", planned=True),
    e.ActivityMoved(activity="a2", before="a1"),
    e.ActivityAmended(activity=DEBATE),
    e.ActivityRemoved(activity=MESSAGE),
    e.ActivitiesRetimed(changes=(Retiming(activity="a1", minutes=5), Retiming(activity="a2", minutes=0, skipped=True))),
    e.ActivityStarted(activity="a1"),
    e.ActivityFinished(activity="a1", done=False),
    e.ActivityPaused(activity="a1"),
    e.ActivityResumed(activity="a1"),
    e.ActivitySkipped(activity="a2", skipped=False),
)

MAY: Final[May] = {
    "agenda.set": (STAFF, set(), "ask"),
    "agenda.add": (STAFF, set(), "replay"),
    "agenda.move": (STAFF, set(), "ask"),
    "agenda.amend": (STAFF, set(), "ask"),
    "agenda.remove": (STAFF, set(), "ask"),
    "agenda.retime": (STAFF, set(), "ask"),
    "agenda.start": (STAFF, set(), "ask"),
    "agenda.pause": (STAFF, set(), "ask"),
    "agenda.resume": (STAFF, set(), "ask"),
    "agenda.extend": (STAFF, set(), "replay"),
    "agenda.skip": (STAFF, set(), "ask"),
    "agenda.back": (STAFF, set(), "ask"),
    "agenda.finish": (STAFF | {Role.RELAY}, set(), "ask"),
}
