"""What is known of debates and of the floor, folded from their events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from app.domain.debate import events as e
from app.domain.debate.draft import Draft
from app.domain.debate.floor import Spoken, Turn
from app.domain.debate.tally import Shift, Stance, Verdicts, shift_of, verdicts_of
from app.domain.kernel.gate import Outcome, TextDecided
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.words import MemberId, Millis, Phase
from app.domain.kernel.world import State
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from app.domain.kernel.envelope import Envelope

COUNT_EVERY: Final = 1_000
"""How often, at most, learners' documents follow the positions that are taken, in milliseconds."""


class Debate(msgspec.Struct, frozen=True, kw_only=True):
    """A debate.

    Attributes:
        id: its id.
        draft: what it is about.
        activity: the activity it opens with; empty for none.
        order: the seq at which it was prepared.
        opened: the seq at which it was opened last; 0 for never.
        opened_at: when it was opened first; 0 for never.
        closed_at: when it was closed; 0 while it was not.
        is_open: whether people take positions and argue.
        results: whether learners see the counts and the shift.
    """

    id: str
    draft: Draft
    activity: str = ""
    order: int
    opened: int = 0
    opened_at: Millis = 0
    closed_at: Millis = 0
    is_open: bool = False
    results: bool = False


class Argument(msgspec.Struct, frozen=True, kw_only=True):
    """An argument under a position, or a reply to one.

    Attributes:
        id: its id.
        debate: in which debate.
        position: under which position.
        side: the position of its author when they wrote it; empty for none.
        author: who wrote it.
        reply_to: the argument that it answers; empty for none.
        at: when it was written.
        revision: the newest revision.
        text: what that says.
        outcome: how it stands.
        reason: what its author was told.
        shown: the text that others see; empty for none, and after erasure.
        shown_revision: the revision of it; 0 for none.
        order: the seq at which it was first published; 0 before.
    """

    id: str
    debate: str
    position: str
    side: str
    author: MemberId
    reply_to: str
    at: Millis
    revision: int = 1
    text: str = ""
    outcome: Outcome = Outcome.PUBLISHED
    reason: str = ""
    shown: str = ""
    shown_revision: int = 0
    order: int = 0

    @property
    def is_shown(self) -> bool:
        """Whether others see it."""
        return self.shown_revision > 0


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement.

    Attributes:
        id: its id.
        debate: in which debate.
        text: what it says.
        put: the seq at which it was put to the class; 0 while it is kept ready.
        results: whether learners see how many agree.
    """

    id: str
    debate: str
    text: str
    put: int = 0
    results: bool = False


class DebateState(State, kw_only=True):
    """Debates, what is said in them, and the floor.

    Attributes:
        debates: by id, in the order they were prepared.
        stances: debate to member to where they stand.
        arguments: every argument that was not taken away.
        said: debate to the ids of its arguments, in the order in which they were written.
        convinced: argument to whom it convinces.
        swayed: argument to who named it when they moved.
        marked: member to the arguments that convince them, the newest last.
        statements: by id, in the order of their debate.
        verdicts: statement to member to what they say to it.
        shifts: debate to the counts as learners may see them.
        counts: statement to the counts as learners may see them.
        due: debate to when what learners see is to be counted again.
        changed: debate, statement, `stage` or `floor` to the seq at which staff last changed it.
        stage: the debate on stage; empty for none.
        current: the debate that is open; empty for none.
        turns: every speaking turn by id.
        turn: the turn under way; empty for none.
        spoken: how much each member has spoken.
    """

    debates: dict[str, Debate] = {}
    stances: dict[str, dict[MemberId, Stance]] = {}
    arguments: dict[str, Argument] = {}
    said: dict[str, dict[str, bool]] = {}
    convinced: dict[str, dict[MemberId, bool]] = {}
    swayed: dict[str, dict[MemberId, bool]] = {}
    marked: dict[MemberId, dict[str, bool]] = {}
    statements: dict[str, Statement] = {}
    verdicts: dict[str, dict[MemberId, e.Verdict]] = {}
    shifts: dict[str, Shift] = {}
    counts: dict[str, Verdicts] = {}
    due: dict[str, Millis] = {}
    changed: dict[str, int] = {}
    stage: str = ""
    current: str = ""
    turns: dict[str, Turn] = {}
    turn: str = ""
    spoken: dict[MemberId, Spoken] = {}

    def stance(self, debate: str, member: MemberId) -> Stance | None:
        """Return where somebody stands; None when they have taken no position."""
        return self.stances.get(debate, {}).get(member)

    def shift(self, debate: Debate) -> Shift:
        """Count a debate's positions as they stand now."""
        return shift_of(debate.draft.keys, self.stances.get(debate.id, {}).values())

    def heard(self, statement: str) -> Verdicts:
        """Count what is said to a statement as it stands now."""
        return verdicts_of(self.verdicts.get(statement, {}).values())

    def statements_of(self, debate: str) -> list[Statement]:
        """Return a debate's statements: those put to the class in that order, then those kept ready."""
        mine = [statement for statement in self.statements.values() if statement.debate == debate]
        return sorted(mine, key=lambda statement: (not statement.put, statement.put))

    def arguments_of(self, debate: str) -> list[Argument]:
        """Return a debate's arguments in the order in which they were written, unpublished ones among them."""
        return [self.arguments[key] for key in self.said.get(debate, ())]

    def weight(self, argument: str) -> int:
        """Return by how many an argument is found convincing, or was named when they moved."""
        return len(self.convinced.get(argument, {}).keys() | self.swayed.get(argument, {}).keys())

    def ranked(self, debate: str, reply_to: str = "") -> list[Argument]:
        """Return a debate's published arguments, or those that answer one, the most convincing first."""
        there = (each for each in self.arguments_of(debate) if each.is_shown and each.reply_to == reply_to)
        return sorted(there, key=lambda each: (-self.weight(each.id), each.order))

    def speaking(self) -> Turn | None:
        """Return the turn under way."""
        return self.turns.get(self.turn)

    def publish(self, debate: str) -> None:
        """Count a debate for learners to see."""
        self.shifts[debate] = self.shift(self.debates[debate])
        for statement in self.statements.values():
            if statement.debate == debate and statement.put:
                self.counts[statement.id] = self.heard(statement.id)
        self.due.pop(debate, None)


def evolve(state: DebateState, envelope: Envelope) -> None:
    """Fold one envelope into the state of debates."""
    match envelope.event:
        case e.DebatePrepared() as event:
            state.debates[event.debate] = Debate(
                id=event.debate, draft=event.draft, activity=event.activity, order=envelope.seq
            )
            _keep_statements(state, event.debate, event.draft, event.statements)
            state.changed[event.debate] = envelope.seq
        case e.DebateChanged(debate=debate, draft=draft, statements=statements):
            _change(state, envelope, replace(state.debates[debate], draft=draft))
            _keep_statements(state, debate, draft, statements)
        case e.DebateDiscarded(debate=debate):
            del state.debates[debate]
            _keep_statements(state, debate, None, ())
            state.changed[debate] = envelope.seq
        case e.DebateOpened(debate=debate):
            _open(state, envelope, state.debates[debate])
        case e.DebateClosed(debate=debate):
            _close(state, envelope, state.debates[debate])
        case e.ShiftShown(debate=debate, on=on):
            _change(state, envelope, replace(state.debates[debate], results=on))
            state.publish(debate)
        case e.DebateStaged(debate=debate):
            _stage(state, envelope, debate)
        case e.DebateCounted(debate=debate):
            state.publish(debate)
        case e.PositionTaken() as event:
            _take_position(state, envelope, event)
        case e.StatementPut() as event:
            shown = state.debates[event.debate].draft.counted
            state.statements[event.statement] = Statement(
                id=event.statement, debate=event.debate, text=event.text, put=envelope.seq, results=shown
            )
            state.counts[event.statement] = Verdicts()
            state.changed[event.statement] = envelope.seq
        case e.StatementShown(statement=key, on=on):
            state.statements[key] = replace(state.statements[key], results=on)
            state.counts[key] = state.heard(key)
            state.changed[key] = envelope.seq
        case e.StatementJudged(statement=key, verdict=verdict):
            state.verdicts.setdefault(key, {})[envelope.actor] = verdict
            _count_soon(state, envelope, state.statements[key].debate)
        case _:
            _evolve_arguments(state, envelope)
            _evolve_floor(state, envelope)


def _change(state: DebateState, envelope: Envelope, debate: Debate) -> None:
    state.debates[debate.id] = debate
    state.changed[debate.id] = envelope.seq


def _keep_statements(state: DebateState, debate: str, draft: Draft | None, ids: tuple[str, ...]) -> None:
    for key in [each.id for each in state.statements.values() if each.debate == debate]:
        del state.statements[key]
    for key, text in zip(ids, draft.statements if draft else (), strict=True):
        state.statements[key] = Statement(id=key, debate=debate, text=text)


def _stage(state: DebateState, envelope: Envelope, debate: str) -> None:
    state.stage = debate
    state.changed["stage"] = envelope.seq


def _open(state: DebateState, envelope: Envelope, debate: Debate) -> None:
    is_new = not debate.opened
    opened = replace(
        debate,
        is_open=True,
        opened=envelope.seq,
        opened_at=envelope.at if is_new else debate.opened_at,
        closed_at=0,
        results=debate.draft.counted,
    )
    _change(state, envelope, opened)
    state.current = debate.id
    state.publish(debate.id)
    _stage(state, envelope, debate.id)


def _close(state: DebateState, envelope: Envelope, debate: Debate) -> None:
    _change(state, envelope, replace(debate, is_open=False, closed_at=envelope.at, results=True))
    for statement in state.statements_of(debate.id):
        if statement.put:
            state.statements[statement.id] = replace(statement, results=True)
    state.current = "" if state.current == debate.id else state.current
    state.publish(debate.id)


def _count_soon(state: DebateState, envelope: Envelope, debate: str) -> None:
    state.due.setdefault(debate, envelope.at + COUNT_EVERY)


def _take_position(state: DebateState, envelope: Envelope, event: e.PositionTaken) -> None:
    stances = state.stances.setdefault(event.debate, {})
    before = stances.get(envelope.actor)
    stances[envelope.actor] = Stance(
        first=before.first if before else event.position,
        now=event.position,
        at=envelope.at,
        moves=before.moves + 1 if before else 0,
    )
    if event.because in state.arguments:
        state.swayed.setdefault(event.because, {})[envelope.actor] = True
    _count_soon(state, envelope, event.debate)


# --- arguments -------------------------------------------------------------------------------------------------------


def _evolve_arguments(state: DebateState, envelope: Envelope) -> None:
    match envelope.event:
        case e.ArgumentWritten() as event:
            argument = Argument(
                id=event.item,
                debate=event.debate,
                position=event.position,
                side=event.side,
                author=event.author,
                reply_to=event.reply_to,
                at=envelope.at,
            )
            state.said.setdefault(event.debate, {})[event.item] = True
            state.arguments[event.item] = _worded(argument, envelope, event.text, held=bool(event.held_by))
        case e.ArgumentRevised() as event:
            argument = replace(state.arguments[event.item], revision=event.revision)
            state.arguments[event.item] = _worded(argument, envelope, event.text, held=bool(event.held_by))
        case TextDecided() as event if event.item in state.arguments:
            state.arguments[event.item] = _decided(state.arguments[event.item], event, envelope.seq)
        case e.ArgumentWithdrawn(argument=key):
            argument = state.arguments.pop(key)
            state.said[argument.debate].pop(key, None)
            state.swayed.pop(key, None)
            for member in state.convinced.pop(key, {}):
                _unmark(state, member, key)
        case e.ConvincingMarked(argument=key, on=True):
            state.convinced.setdefault(key, {})[envelope.actor] = True
            state.marked.setdefault(envelope.actor, {})[key] = True
        case e.ConvincingMarked(argument=key):
            state.convinced.get(key, {}).pop(envelope.actor, None)
            _unmark(state, envelope.actor, key)
        case MemberErased(member=member):
            for argument in [each for each in state.arguments.values() if each.author == member]:
                state.arguments[argument.id] = replace(argument, text="", shown="", reason="")
        case _:
            pass


def _unmark(state: DebateState, member: MemberId, argument: str) -> None:
    mine = state.marked.get(member, {})
    mine.pop(argument, None)
    if not mine:
        state.marked.pop(member, None)


def _worded(argument: Argument, envelope: Envelope, text: str, *, held: bool) -> Argument:
    """Return an argument with a new text; what was admitted before stays to be seen while that waits."""
    if held:
        return replace(argument, text=text, outcome=Outcome.HELD, reason="")
    return replace(
        argument,
        text=text,
        outcome=Outcome.PUBLISHED,
        reason="",
        shown=text,
        shown_revision=argument.revision,
        order=argument.order or envelope.seq,
    )


def _decided(argument: Argument, event: TextDecided, seq: int) -> Argument:
    if event.revision != argument.revision:
        return argument
    argument = replace(argument, outcome=event.outcome, reason=event.reason)
    if event.outcome is Outcome.PUBLISHED:
        shown = event.text or argument.text
        return replace(argument, shown=shown, shown_revision=argument.revision, order=argument.order or seq)
    if argument.shown_revision == event.revision or event.hides_all:
        # Taken back: what it said before does not return in its place.
        return replace(argument, shown="", shown_revision=0)
    return argument


# --- the floor -------------------------------------------------------------------------------------------------------


def _evolve_floor(state: DebateState, envelope: Envelope) -> None:
    turn = state.speaking()
    match envelope.event:
        case e.FloorGiven() as event:
            state.turn = event.turn
            _keep_turn(
                state,
                envelope,
                Turn(
                    id=event.turn,
                    member=event.member,
                    order=envelope.seq,
                    at=envelope.at,
                    debate=event.debate,
                    allowed=event.seconds * 1000,
                    since=envelope.at,
                    raised_at=event.raised_at,
                ),
            )
            _speaks(state, event.member, turns=1)
        case e.SpokeMarked() as event:
            _keep_turn(
                state,
                envelope,
                Turn(
                    id=event.turn,
                    member=event.member,
                    order=envelope.seq,
                    at=envelope.at,
                    debate=event.debate,
                    spoken=event.seconds * 1000,
                    is_over=True,
                    is_noted=True,
                    raised_at=event.raised_at,
                ),
            )
            _speaks(state, event.member, turns=1, millis=event.seconds * 1000)
        case e.TurnExtended(turn=key, seconds=seconds):
            found = state.turns[key]
            _keep_turn(state, envelope, replace(found, allowed=found.allowed + seconds * 1000))
        case e.TurnEnded(turn=key, millis=millis):
            found = state.turns[key]
            _keep_turn(state, envelope, replace(found, spoken=millis, since=0, is_over=True))
            _speaks(state, found.member, millis=millis)
            state.turn = "" if state.turn == key else state.turn
        case e.TurnTakenBack(turn=key):
            found = state.turns.pop(key)
            _speaks(state, found.member, turns=-1, millis=-found.spoken if found.is_over else 0)
            state.turn = "" if state.turn == key else state.turn
            state.changed["floor"] = envelope.seq
        case PhaseChanged(phase=Phase.LIVE) if turn is not None:
            state.turns[turn.id] = turn.running(envelope.at)
        case PhaseChanged() if turn is not None:
            state.turns[turn.id] = turn.stopped(envelope.at)
        case _:
            pass


def _keep_turn(state: DebateState, envelope: Envelope, turn: Turn) -> None:
    state.turns[turn.id] = turn
    state.changed["floor"] = envelope.seq


def _speaks(state: DebateState, member: MemberId, *, turns: int = 0, millis: int = 0) -> None:
    before = state.spoken.get(member, Spoken())
    state.spoken[member] = Spoken(turns=before.turns + turns, millis=before.millis + millis)
