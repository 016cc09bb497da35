"""Whether a class is ready to begin: what was found, and what to do about what lacks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from ui.session.reach import Reach

if TYPE_CHECKING:
    from ui.session.reach import Address


class State(StrEnum):
    """How something stands, from best to worst."""

    READY = "ready"
    OPTIONAL = "optional"
    """It is not there, and need not be."""
    CHECKING = "checking"
    LACKING = "lacking"
    BROKEN = "broken"


class Act(StrEnum):
    """What a button beside a check does."""

    NONE = ""
    RELAY = "relay"
    ADDRESS = "address"
    INVITE = "invite"
    PROJECT = "project"
    PLAN = "plan"
    SEND = "send"
    MEETING = "meeting"


@dataclass(frozen=True)
class Check:
    """One thing that was looked at.

    Attributes:
        key: stable.
        state: how it stands.
        title: what it is.
        detail: how it stands, in words; it says what to do where something lacks.
        act: what the button does.
        verb: the words of the button; empty for none.
    """

    key: str
    state: State
    title: str
    detail: str
    act: Act = Act.NONE
    verb: str = ""


@dataclass(frozen=True)
class Facts:
    """What is known of a class before it begins.

    Attributes:
        local: whether this computer's own relay serves it.
        connected: whether this desktop is connected to the relay.
        address: where learners reach it.
        answers: whether something answers there; none while that is not known.
        other_address: whether this computer has an address that more people reach.
        standby: whether learners' pages know where to go should the relay die.
        helpers: the names of the co-facilitators who are there.
        awaited: the names of those who are not.
        may_invite: whether one may invite a co-facilitator.
        screens: how many screens there are.
        projected: whether the projector is open.
        activities: how many activities the agenda has.
        minutes: how long they take.
        findings: how many things there are to look at in its plan.
        plan_here: whether the plan is on this computer.
        expected: how many people the class expects.
        unsent: how many people of the plan's list it does not expect yet.
        meeting: the link of the meeting where people talk.
    """

    local: bool
    connected: bool
    address: Address
    answers: bool | None = None
    other_address: bool = False
    standby: bool = False
    helpers: tuple[str, ...] = ()
    awaited: tuple[str, ...] = ()
    may_invite: bool = True
    screens: int = 1
    projected: bool = False
    activities: int = 0
    minutes: int = 0
    findings: int = 0
    plan_here: bool = False
    expected: int = 0
    unsent: int = 0
    meeting: str = ""


_RANK: Final = {state: place for place, state in enumerate(State)}


def worst(checks: tuple[Check, ...]) -> State:
    """Return how the worst of them stands."""
    return max((check.state for check in checks), key=_RANK.__getitem__, default=State.READY)


def checks(facts: Facts) -> tuple[Check, ...]:
    """Judge what is known.

    Args:
        facts: about the class.
    """
    return (
        _relay(facts),
        _reach(facts),
        _helper(facts),
        _standby(facts),
        _plan(facts),
        _people(facts),
        _projector(facts),
        _meeting(facts),
    )


def _relay(facts: Facts) -> Check:
    title = QCoreApplication.translate("Preflight", "Relay")
    if facts.connected:
        text = (
            QCoreApplication.translate("Preflight", "Runs on this computer.")
            if facts.local
            else QCoreApplication.translate("Preflight", "%1 answers.").replace("%1", _host(facts.address.base))
        )
        return Check("relay", State.READY, title, text)
    if facts.local:
        text = QCoreApplication.translate("Preflight", "The relay on this computer does not answer.")
    else:
        text = QCoreApplication.translate("Preflight", "The relay does not answer. Check the network of this computer.")
    verb = QCoreApplication.translate("Preflight", "Try now")
    return Check("relay", State.BROKEN, title, text, Act.RELAY, verb)


def _reach(facts: Facts) -> Check:
    title = QCoreApplication.translate("Preflight", "Address for learners")
    host = _host(facts.address.base)
    if facts.answers is None:
        return Check("reach", State.CHECKING, title, QCoreApplication.translate("Preflight", "Checking…"))
    if not facts.answers:
        text = QCoreApplication.translate("Preflight", "Nothing answers at %1: check the firewall.").replace("%1", host)
        verb = QCoreApplication.translate("Preflight", "Check again")
        return Check("reach", State.BROKEN, title, text, Act.ADDRESS, verb)
    match facts.address.reach:
        case Reach.WORLD:
            text = QCoreApplication.translate("Preflight", "%1 answers, from anywhere.")
            return Check("reach", State.READY, title, text.replace("%1", host))
        case Reach.ROOM if facts.address.nearby:
            text = QCoreApplication.translate("Preflight", "%1 answers. Phones must be on the same network.")
            return Check("reach", State.READY, title, text.replace("%1", host))
        case Reach.ROOM:
            text = QCoreApplication.translate("Preflight", "%1 is a local address: nobody at a distance reaches it.")
            return Check("reach", State.LACKING, title, text.replace("%1", host))
        case _:
            text = QCoreApplication.translate("Preflight", "Only this computer reaches it.")
            verb = QCoreApplication.translate("Preflight", "Change") if facts.other_address else ""
            return Check("reach", State.LACKING, title, text, Act.ADDRESS, verb)


def _helper(facts: Facts) -> Check:
    title = QCoreApplication.translate("Preflight", "Co-facilitator")
    if facts.helpers:
        text = QCoreApplication.translate("Preflight", "%1 is there.").replace("%1", ", ".join(facts.helpers))
        return Check("helper", State.READY, title, text)
    if facts.awaited:
        text = QCoreApplication.translate("Preflight", "%1 is not there yet.").replace("%1", ", ".join(facts.awaited))
        return Check("helper", State.LACKING, title, text)
    text = QCoreApplication.translate("Preflight", "Nobody helps you lead.")
    verb = QCoreApplication.translate("Preflight", "Invite…") if facts.may_invite else ""
    return Check("helper", State.OPTIONAL, title, text, Act.INVITE, verb)


def _standby(facts: Facts) -> Check:
    title = QCoreApplication.translate("Preflight", "Second copy")
    if not facts.local:
        text = QCoreApplication.translate("Preflight", "This computer holds one, and can take over.")
        return Check("standby", State.READY, title, text)
    if facts.standby:
        text = QCoreApplication.translate("Preflight", "A colleague’s computer holds one; pages know the way.")
        return Check("standby", State.READY, title, text)
    if facts.helpers:
        text = QCoreApplication.translate("Preflight", "A colleague’s computer holds one, and can take over.")
        return Check("standby", State.READY, title, text)
    text = QCoreApplication.translate("Preflight", "None: a co-facilitator brings one.")
    return Check("standby", State.OPTIONAL, title, text)


def _plan(facts: Facts) -> Check:
    title = QCoreApplication.translate("Preflight", "Plan")
    if not facts.activities:
        text = QCoreApplication.translate("Preflight", "This class was started without one.")
        return Check("plan", State.OPTIONAL, title, text)
    text = QCoreApplication.translate("Preflight", "Activities: %1 · %2 min.")
    text = text.replace("%1", str(facts.activities)).replace("%2", str(facts.minutes))
    if facts.findings and facts.plan_here:
        more = QCoreApplication.translate("Preflight", "Places where times do not fit: %1.")
        text = f"{text} {more.replace('%1', str(facts.findings))}"
        verb = QCoreApplication.translate("Preflight", "Look")
        return Check("plan", State.LACKING, title, text, Act.PLAN, verb)
    return Check("plan", State.READY, title, text)


def _people(facts: Facts) -> Check:
    title = QCoreApplication.translate("Preflight", "People expected")
    if facts.unsent:
        text = QCoreApplication.translate("Preflight", "On the plan’s list without a link yet: %1.")
        verb = QCoreApplication.translate("Preflight", "Add them")
        return Check("people", State.LACKING, title, text.replace("%1", str(facts.unsent)), Act.SEND, verb)
    if facts.expected:
        text = QCoreApplication.translate("Preflight", "On the list: %1, each with a personal link.")
        return Check("people", State.READY, title, text.replace("%1", str(facts.expected)))
    text = QCoreApplication.translate("Preflight", "No list: everybody comes by the code.")
    return Check("people", State.OPTIONAL, title, text)


def _projector(facts: Facts) -> Check:
    title = QCoreApplication.translate("Preflight", "Projector")
    if facts.projected:
        return Check("projector", State.READY, title, QCoreApplication.translate("Preflight", "The view is open."))
    verb = QCoreApplication.translate("Preflight", "Open")
    if facts.screens > 1:
        text = QCoreApplication.translate("Preflight", "A second screen is there.")
        return Check("projector", State.LACKING, title, text, Act.PROJECT, verb)
    text = QCoreApplication.translate("Preflight", "No second screen: opens a window.")
    return Check("projector", State.OPTIONAL, title, text, Act.PROJECT, verb)


def _meeting(facts: Facts) -> Check:
    title = QCoreApplication.translate("Preflight", "Meeting link")
    if facts.meeting:
        text = QCoreApplication.translate("Preflight", "Learners find %1 on their page.")
        return Check("meeting", State.READY, title, text.replace("%1", _host(facts.meeting)))
    verb = QCoreApplication.translate("Preflight", "Set…")
    if facts.address.nearby:
        text = QCoreApplication.translate("Preflight", "None: you talk in the room.")
        return Check("meeting", State.OPTIONAL, title, text, Act.MEETING, verb)
    text = QCoreApplication.translate("Preflight", "People at a distance need a place to talk.")
    return Check("meeting", State.LACKING, title, text, Act.MEETING, verb)


def _host(base: str) -> str:
    return urlsplit(base).netloc
