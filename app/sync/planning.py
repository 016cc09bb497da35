"""A plan that several desktops work on at once: ties one desktop's copy of it to a session in which it is shared."""

from __future__ import annotations

import asyncio
import base64
import contextlib
from typing import TYPE_CHECKING, Any, Final, Protocol
from uuid import uuid4

import msgspec
from pycrdt import Doc, get_update, merge_updates

from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import Standing
from app.domain.planning.commands import UpdatePlan
from app.domain.planning.decider import PIECE_LIMIT, PlanningState
from app.domain.planning.events import PlanUpdated
from app.domain.roster.events import Presence
from app.domain.roster.state import RosterState
from app.plans import PlanError
from app.sync.changes import NoticeKind
from app.sync.connection import Online

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.sync import frames as f
    from app.sync.changes import Change
    from app.sync.client import StaffClient

GATHER_S: Final = 0.3
"""How long, in seconds, one's own edits are gathered into one; the first after a pause goes out at once."""

WHERE_S: Final = 0.2
"""How often at most, in seconds, one says where one is."""

WHERE_AGAIN_S: Final = 8.0
"""How often, in seconds, one says it again without having moved."""

WHERE_HOLDS_S: Final = 25.0
"""How long, in seconds, what a colleague said of where they are is believed."""

AGAIN_S: Final = 2.0
"""How long, in seconds, until what the session was too busy for is offered again."""

COMPACT_ABOVE: Final = 64 * 1024
"""How many characters of updates, beside a whole one, make it worth while to write a whole one anew."""

WHERE: Final = "planning.where"
TOO_BUSY: Final = "plan_too_busy"


class Copy(Protocol):
    """This desktop's copy of the plan; a `PlanDocument` is one."""

    def update(self, since: bytes | None = None) -> bytes:
        """Return the document, or what another copy lacks, as a Yjs update."""

    def receive(self, update: bytes) -> None:
        """Take in what another copy holds."""

    def watch(self, told: Callable[[bytes], None]) -> Callable[[], None]:
        """Tell each change, this copy's own and others'; return what ends it."""


class Colleague(msgspec.Struct, frozen=True):
    """Another of the session's staff.

    Attributes:
        member: who.
        name: what they are called.
        is_here: whether they are connected.
        activity: the item of the plan that they are at; empty when unknown.
        field: the field in it that they write in; empty for none.
    """

    member: str
    name: str
    is_here: bool
    activity: str = ""
    field: str = ""


class _Place(msgspec.Struct, frozen=True):
    activity: str
    field: str
    until: float


class SharedPlan:
    """One desktop's side of a plan that is worked on together.

    What is edited here goes out gathered; what others edit comes in as it arrives. Edits made without a line stay in
    the copy, which its owner keeps on disk, and go out when the line is back: at the beginning, and whenever the
    relay's past turns out to be another one, the copy is held against what the session knows, and what is missing
    there is handed out. So nothing depends on this object having been there when an edit was made.

    Attributes:
        problem: the code of the last refusal that keeps edits on this desktop; empty when all is well.
    """

    def __init__(
        self,
        client: StaffClient,
        copy: Copy | None,
        *,
        plan: str = "",
        adopt: Callable[[str, bytes], Copy] | None = None,
    ) -> None:
        """Begin to share.

        Args:
            client: the seat in the session; left open.
            copy: this desktop's copy; None when it is to come from the session.
            plan: the copy's id; empty without one.
            adopt: given the plan's id and what the session holds of it, returns the copy to use from then on.
        """
        self.client = client
        self.problem = ""
        self._copy = copy
        self._plan = plan
        self._adopt = adopt
        self._taken = 0
        self._receiving = False
        self._unreadable = False
        self._gathered: list[bytes] = []
        self._flush_timer: asyncio.TimerHandle | None = None
        self._flushed_at = 0.0
        self._unchecked = True
        self._checking: asyncio.Task[None] | None = None
        self._sent: set[str] = set()
        self._postponed: list[UpdatePlan] = []
        self._again_timer: asyncio.TimerHandle | None = None
        self._compacted_at = 0
        self._places: dict[str, _Place] = {}
        self._place: tuple[str, str] = ("", "")
        self._where_timer: asyncio.TimerHandle | None = None
        self._said_at = 0.0
        self._fading: asyncio.TimerHandle | None = None
        self._listeners: list[Callable[[], None]] = []
        self._loop = asyncio.get_running_loop()
        self._stops = [client.on_change(self._changed), client.signals.listen(self._heard)]
        if copy is not None:
            self._stops.append(copy.watch(self._edited))
        self._take()
        self._check()
        if self.is_online:
            self._say_where(asks=True)

    # --- reading ---------------------------------------------------------------------------------------------------

    @property
    def plan(self) -> str:
        """The plan's id; empty while it is unknown."""
        return self._plan or self._state.plan

    @property
    def copy(self) -> Copy | None:
        """This desktop's copy; None while the plan has not come."""
        return self._copy

    @property
    def is_online(self) -> bool:
        """Whether the line to the others stands."""
        return isinstance(self.client.connection, Online)

    @property
    def is_settled(self) -> bool:
        """Whether everything edited here is in the session, as far as is known."""
        waiting = any(isinstance(one.command, UpdatePlan) for one in self.client.pending)
        return not (self._gathered or self._postponed or self._unchecked or self._checking or waiting)

    @property
    def colleagues(self) -> tuple[Colleague, ...]:
        """The other staff, in the order of their coming, with where they are."""
        roster = self.client.world.state(RosterState)
        now = self._loop.time()
        found = []
        for seat in roster.all_seats():
            if seat.member == self.client.member or not seat.role.is_staff or seat.standing is Standing.REMOVED:
                continue
            place = self._places.get(seat.member)
            is_near = place is not None and place.until > now and self.is_online
            is_connected = is_near or roster.presence_of(seat.member) is not Presence.GONE
            is_here = self.is_online and seat.is_in and is_connected
            spot = (place.activity, place.field) if place is not None and is_near else ("", "")
            found.append(Colleague(seat.member, seat.name, is_here, *spot))
        return tuple(found)

    def on_change(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call a function whenever people, places, the line or `is_settled` may have changed.

        Returns:
            A function that ends it.
        """
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    # --- doing -----------------------------------------------------------------------------------------------------

    def stand(self, activity: str, field: str = "") -> None:
        """Let the others know where one is.

        Args:
            activity: the item of the plan; empty for nowhere.
            field: the field in it; empty for none.
        """
        if (activity, field) != self._place:
            self._place = (activity, field)
            self._say_where(asks=False)

    def flush(self) -> None:
        """Hand out what is gathered now, if the line stands."""
        if self._flush_timer is not None:
            self._flush_timer.cancel()
            self._flush_timer = None
        if self._gathered and self.is_online:
            gathered, self._gathered = self._gathered, []
            self._flushed_at = self._loop.time()
            self._hand_out(merge_updates(*gathered) if len(gathered) > 1 else gathered[0])

    def close(self) -> None:
        """Stop sharing; the copy stays, and so does the session."""
        self.flush()
        if self.is_online and self._stops:
            self.client.signals.emit(WHERE, {"gone": True})
        while self._stops:
            self._stops.pop()()
        for timer in (self._flush_timer, self._where_timer, self._fading, self._again_timer):
            if timer is not None:
                timer.cancel()
        if self._checking is not None:
            self._checking.cancel()
        self._listeners.clear()

    # --- what comes in ---------------------------------------------------------------------------------------------

    @property
    def _state(self) -> PlanningState:
        return self.client.world.state(PlanningState)

    def _changed(self, change: Change) -> None:
        if change.reset:
            self._taken = 0
            self._unchecked = True
        for notice in change.notices:
            refused = notice.kind is NoticeKind.REFUSED and notice.pending is not None
            if refused and notice.pending is not None and isinstance(notice.pending.command, UpdatePlan):
                self._not_taken(notice.code, notice.pending.command)
        if isinstance(change.connection, Online):
            self._say_where(asks=True)
            self._plan_flush()
        self._take({envelope.seq: envelope.command_id for envelope in change.envelopes})
        self._check()
        if any(isinstance(e.event, PlanUpdated) and e.actor == self.client.member for e in change.envelopes):
            if self.problem == TOO_BUSY and not self._postponed:
                self.problem = ""
            self._compact()
        self._tell()

    def _take(self, came: dict[int, str] | None = None) -> None:
        """Bring what is new in the session into the copy."""
        state = self._state
        new = [kept for kept in state.updates.values() if kept.seq > self._taken]
        self._taken = self.client.world.seq
        if not new:
            return
        if self._copy is None:
            self._begin(state)
            return
        for kept in new:
            if (came or {}).get(kept.seq) not in self._sent:
                self._receive(base64.b64decode(kept.update))

    def _begin(self, state: PlanningState) -> None:
        if self._adopt is None:
            return
        try:
            self._copy = self._adopt(state.plan, merge_updates(*_updates(state)))
        except (PlanError, ValueError, RuntimeError):
            # What makes it a plan is still to come.
            self._taken = 0
            return
        self._plan = state.plan
        # A copy that was here before may hold edits that nobody else has.
        self._unchecked = True
        self._receive(*_updates(state))
        self._stops.append(self._copy.watch(self._edited))

    def _receive(self, *updates: bytes) -> None:
        if self._copy is None:
            return
        self._receiving = True
        try:
            for update in updates:
                self._copy.receive(update)
        except PlanError:
            # Another program's bytes. They stay in the log; a whole update written here would pass over them.
            self._unreadable = True
        finally:
            self._receiving = False

    # --- what goes out ---------------------------------------------------------------------------------------------

    def _edited(self, update: bytes) -> None:
        if not self._receiving:
            self._gathered.append(update)
            self._plan_flush()
            self._tell()

    def _plan_flush(self) -> None:
        if self._gathered and self._flush_timer is None and self.is_online:
            wait = max(0.0, self._flushed_at + GATHER_S - self._loop.time())
            self._flush_timer = self._loop.call_later(wait, self._flush_now)

    def _flush_now(self) -> None:
        self._flush_timer = None
        self.flush()

    def _hand_out(self, update: bytes, covers: str = "") -> None:
        text = base64.b64encode(update).decode()
        pieces = [text[start : start + PIECE_LIMIT] for start in range(0, len(text), PIECE_LIMIT)]
        whole = str(uuid4()) if len(pieces) > 1 else ""
        self._submit(
            [
                UpdatePlan(plan=self.plan, update=piece, covers=covers, whole=whole, part=part, parts=len(pieces))
                for part, piece in enumerate(pieces)
            ]
        )

    def _submit(self, commands: list[UpdatePlan]) -> None:
        for place, command in enumerate(commands):
            try:
                self._sent.add(self.client.submit(command).id)
            except Refusal as refusal:
                self._not_taken(refusal.code, *commands[place:])
                return

    def _not_taken(self, code: str, *commands: UpdatePlan) -> None:
        """Note why updates stay here; those that came at a busy moment are offered again soon, as the same pieces.

        Pieces of theirs that were taken wait for the others: a new update would leave them waiting for ever.
        """
        self.problem = code
        if code == TOO_BUSY:
            self._postponed += commands
            if self._again_timer is None:
                self._again_timer = self._loop.call_later(AGAIN_S, self._offer_again)

    def _offer_again(self) -> None:
        self._again_timer = None
        postponed, self._postponed = self._postponed, []
        self._submit(postponed)
        self._tell()

    def _check(self) -> None:
        """Hand out what the session lacks of this copy, once it is known what the session has."""
        online = self.client.connection
        if (
            self._unchecked
            and self._checking is None
            and self._copy is not None
            and isinstance(online, Online)
            and self.client.world.seq >= online.welcome.seq
            and self.client.world.seats.seat(self.client.member) is not None
        ):
            self._unchecked = False
            self._checking = asyncio.create_task(self._hold_against(self._copy), name="shared plan: what is missing")
            self._checking.add_done_callback(self._checked)

    async def _hold_against(self, copy: Copy) -> None:
        # What is pending is on its way already; what is gathered is part of the copy.
        self._gathered.clear()
        known = _updates(self.client.projected.state(PlanningState))
        mine = copy.update()
        missing = await asyncio.to_thread(lacking, known, mine) if known else mine
        if missing:
            self._hand_out(missing)

    def _checked(self, task: asyncio.Task[None]) -> None:
        self._checking = None
        if not task.cancelled():
            if (error := task.exception()) is not None:
                self._loop.call_exception_handler({"message": "a shared plan was not checked", "exception": error})
            self._tell()

    def _compact(self) -> None:
        """Write a whole update when those that came since the last one have grown larger than it.

        Whoever's own update makes it so does it; should two do it at once, no harm is done.
        """
        state = self._state
        if not state.updates or self._copy is None or self._unreadable or not self.is_online:
            return
        largest = max(len(kept.update) for kept in state.updates.values())
        last = next(reversed(state.updates.values()))
        if state.size < max(2 * largest + COMPACT_ABOVE, self._compacted_at) or last.member != self.client.member:
            return
        self._compacted_at = 2 * state.size
        self._hand_out(self._copy.update(), covers=state.mark)

    # --- who is where ----------------------------------------------------------------------------------------------

    def _say_where(self, *, asks: bool) -> None:
        """Say it now, or a moment later when it was said just now; and again after a while."""
        if self._where_timer is not None:
            self._where_timer.cancel()
        wait = 0.0 if asks else max(0.0, self._said_at + WHERE_S - self._loop.time())
        self._where_timer = self._loop.call_later(wait, self._say_where_now, asks)

    def _say_where_now(self, asks: bool) -> None:  # noqa: FBT001 (a timer passes arguments by place)
        self._said_at = self._loop.time()
        activity, field = self._place
        value: dict[str, str | int | bool] = {"activity": activity[:64], "field": field[:64]}
        if asks:
            value["asks"] = True
        self.client.signals.emit(WHERE, value)
        self._where_timer = self._loop.call_later(WHERE_AGAIN_S, self._say_where_now, False)  # noqa: FBT003

    def _heard(self, note: f.Heard) -> None:
        if note.kind != WHERE or note.member == self.client.member:
            return
        if note.value.get("gone"):
            self._places.pop(note.member, None)
        else:
            until = self._loop.time() + WHERE_HOLDS_S
            self._places[note.member] = _Place(
                str(note.value.get("activity", "")), str(note.value.get("field", "")), until
            )
            self._fade_later()
        if note.value.get("asks"):
            self._say_where(asks=False)
        self._tell()

    def _fade_later(self) -> None:
        if self._fading is None:
            self._fading = self._loop.call_later(WHERE_HOLDS_S, self._fade)

    def _fade(self) -> None:
        self._fading = None
        now = self._loop.time()
        self._places = {member: place for member, place in self._places.items() if place.until > now}
        if self._places:
            self._fade_later()
        self._tell()

    def _tell(self) -> None:
        for listener in list(self._listeners):
            listener()


def _updates(state: PlanningState) -> list[bytes]:
    return [base64.b64decode(kept.update) for kept in state.updates.values()]


def lacking(known: Iterable[bytes], mine: bytes) -> bytes:
    """Return what a document has that some updates do not have; empty when there is nothing.

    Args:
        known: Yjs updates.
        mine: the document as one update.
    """
    others: Doc[Any] = Doc()
    for update in known:
        with contextlib.suppress(ValueError, RuntimeError):
            # Another program's bytes: what they should have said is not known here.
            others.apply_update(update)
    missing = get_update(mine, others.get_state())
    told: list[bytes] = []
    watched = others.observe(lambda event: told.append(event.update))
    others.apply_update(missing)
    others.unobserve(watched)
    # Deletions do not move a document's state, and are all in what is missing: only taking them in tells if any is new.
    return missing if told else b""
