"""Commands on their way to the relay, without I/O: kept on disk first, sent in order, and answered for exactly once.

Whoever drives it carries out the effects it hands out, in their order, and tells it what came back. A command is sent
only after `kept` says that it is on disk, and struck from the disk only when nothing more can be lost: after a final
refusal, or when a second machine holds what it caused.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec
from msgspec.structs import replace

from app.domain.kernel.messages import Stale
from app.sync import frames as f

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

RETRY_MS: Final = 1_000
"""How long to wait before sending again what was refused for now; it doubles up to `RETRY_MAX_MS`."""

RETRY_MAX_MS: Final = 10_000


class EntryState(StrEnum):
    """How far a command has come.

    `WRITING`: not on disk yet. `WAITING`: on disk, not sent on this connection. `SENT`: an answer is due. `ASKED`: the
    relay is asked what became of it. `PERSON`: whoever asked has to say whether it is still meant. `ACKED`: done; kept
    until a second machine holds it.
    """

    WRITING = "writing"
    WAITING = "waiting"
    SENT = "sent"
    ASKED = "asked"
    PERSON = "person"
    ACKED = "acked"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One command.

    Attributes:
        id: the command's id.
        command: its exact JSON.
        stale: what becomes of it after a lost connection.
        seen: the last seq the person had seen when they asked.
        composed_at: when they asked, in milliseconds since 1970.
        state: how far it has come.
        acked_seq: the place of its last event; 0 until acknowledged.
        is_old: whether it was composed before the present connection, and must be asked after if its type says so.
    """

    id: str
    command: bytes
    stale: Stale
    seen: int
    composed_at: int
    state: EntryState = EntryState.WRITING
    acked_seq: int = 0
    is_old: bool = False


class Keep(msgspec.Struct, frozen=True):
    """Write an entry to disk, or over what the disk holds of it; then call `kept` if it was in state `WRITING`."""

    entry: Entry


class Strike(msgspec.Struct, frozen=True):
    """Take entries off the disk."""

    ids: tuple[str, ...]


class Send(msgspec.Struct, frozen=True):
    """Send a frame on the present connection."""

    frame: f.Do | f.Ask


class Acknowledged(msgspec.Struct, frozen=True):
    """A command is durable on the relay."""

    id: str
    seq: int


class Refused(msgspec.Struct, frozen=True):
    """A command did not happen, for good."""

    entry: Entry
    code: str
    params: dict[str, str | int]


class Dropped(msgspec.Struct, frozen=True):
    """A command that had gone stale never reached the relay and is forgotten."""

    entry: Entry


class Doubted(msgspec.Struct, frozen=True):
    """A command that had gone stale never reached the relay: `confirm` or `dismiss` it."""

    entry: Entry


Effect: TypeAlias = Keep | Strike | Send | Acknowledged | Refused | Dropped | Doubted


def _ready(entry: Entry, seen: int) -> int:  # noqa: ARG001 (every such function's shape)
    return entry.seen


class Outbox:
    """The commands of one seat.

    Attributes:
        epoch: the highest epoch known of the relay.
    """

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        *,
        epoch: int = 0,
        refresh: Callable[[Entry, int], int] = _ready,
    ) -> None:
        """Take up what the disk holds.

        Args:
            entries: in the order they were composed; whether they were sent before the program ended is unknown.
            epoch: of the relay that acknowledged them; 0 when unknown.
            refresh: given an entry that has never been sent and the seq folded now, returns the `seen` to send it
                with: later than its own when all that changed since is what the same person asked for before.
        """
        self.epoch = epoch
        self._refresh = refresh
        self._live: dict[str, Entry] = {}
        self._done: dict[str, Entry] = {}
        self._order: dict[str, int] = {}
        self._last_acked = 0
        for number, entry in enumerate(entries):
            self._order[entry.id] = number
            if entry.state is EntryState.ACKED:
                self._done[entry.id] = replace(entry, is_old=True)
            else:
                self._live[entry.id] = replace(entry, state=EntryState.WAITING, is_old=True)
        self._next = len(self._order)
        self._doubted: set[str] = set()
        self._online = False
        self._seen = 0
        self._pauses: dict[str, tuple[int, int]] = {}
        self._effects: list[Effect] = []

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything that is kept, in the order of composing."""
        return tuple(sorted((*self._done.values(), *self._live.values()), key=self._place))

    @property
    def unsettled(self) -> tuple[Entry, ...]:
        """What has no final answer yet, in the order of composing."""
        return tuple(self._live.values())

    def entry(self, command_id: str) -> Entry | None:
        """Return an entry, or None when it is not (any more) kept."""
        return self._live.get(command_id) or self._done.get(command_id)

    def take_effects(self) -> list[Effect]:
        """Return what is to be done now, in order, and forget it."""
        effects, self._effects = self._effects, []
        return effects

    # --- the person ------------------------------------------------------------------------------------------------

    def submit(self, entry: Entry) -> None:
        """Take a new command; it goes to disk first.

        Raises:
            ValueError: its id is taken by another.
        """
        if entry.id in self._order:
            msg = f"command {entry.id} was submitted before"
            raise ValueError(msg)
        entry = replace(entry, state=EntryState.WRITING, is_old=False)
        self._order[entry.id] = self._next
        self._next += 1
        self._live[entry.id] = entry
        self._effects.append(Keep(entry))

    def kept(self, command_id: str, now: int = 0) -> None:
        """Note that a new command is on disk."""
        entry = self._live.get(command_id)
        if entry is not None and entry.state is EntryState.WRITING:
            self._set(entry, EntryState.WAITING)
            self.pump(now)

    def give_up(self, command_id: str, code: str) -> None:
        """Count a new command that could not be written to disk as refused; it never left this machine.

        Args:
            command_id: one in state `WRITING`; others are left alone.
            code: why, for the person.
        """
        entry = self._live.get(command_id)
        if entry is not None and entry.state is EntryState.WRITING:
            self._strike(command_id)
            self._effects.append(Refused(entry, code, {}))

    def confirm(self, command_id: str, seen: int, now: int = 0) -> None:
        """Send a command that went stale after all.

        Args:
            command_id: one in state `PERSON`; others are left alone.
            seen: the last seq the person sees now.
            now: in milliseconds.
        """
        entry = self._live.get(command_id)
        if entry is not None and entry.state is EntryState.PERSON:
            entry = replace(entry, state=EntryState.WAITING, seen=max(seen, entry.seen), is_old=False)
            self._live[command_id] = entry
            self._effects.append(Keep(entry))
            self.pump(now)

    def dismiss(self, command_id: str) -> None:
        """Forget a command that went stale; others than those in state `PERSON` are left alone."""
        entry = self._live.get(command_id)
        if entry is not None and entry.state is EntryState.PERSON:
            self._strike(command_id)

    # --- the connection --------------------------------------------------------------------------------------------

    def online(self, epoch: int, *, resync: bool = False, now: int = 0) -> None:
        """Note that a connection stands.

        Args:
            epoch: of the relay's `welcome`.
            resync: whether its past is another one than ours, so that what was acknowledged may be missing there.
            now: in milliseconds.
        """
        offer_again = resync or (epoch > self.epoch > 0)
        self.epoch = max(epoch, self.epoch)
        self._online = True
        for entry in self.unsettled:
            writing = entry.state is EntryState.WRITING
            # What waits for the person's word is asked after again: the frame that was under way may have settled it.
            self._live[entry.id] = replace(entry, state=entry.state if writing else EntryState.WAITING, is_old=True)
        if offer_again:
            for entry in self._done.values():
                again = replace(entry, state=EntryState.WAITING, acked_seq=0, is_old=True)
                self._effects.append(Keep(again))
                self._live[entry.id] = again
            self._done.clear()
            self._live = dict(sorted(self._live.items(), key=lambda item: self._order[item[0]]))
            self._last_acked = 0
        self._pauses.clear()
        self.pump(now)

    def offline(self) -> None:
        """Note that the connection is gone: what was sent may or may not have arrived."""
        self._online = False
        for entry in self.unsettled:
            if entry.state in {EntryState.SENT, EntryState.ASKED}:
                self._live[entry.id] = replace(entry, state=EntryState.WAITING, is_old=True)

    def saw(self, seq: int, now: int = 0) -> None:
        """Note up to where the log is folded; what was waiting for its own past may go."""
        self._seen = max(self._seen, seq)
        self.pump(now)

    def answered(self, frame: f.ServerFrame, now: int = 0) -> None:
        """Take the relay's answer to a command; answers to what is not kept are ignored."""
        match frame:
            case f.Ack(id=command_id, seq=seq):
                self._acked(command_id, seq)
            case f.Refused(id=command_id, final=False):
                self._pause(command_id, now)
            case f.Refused(id=command_id, code=code, params=params):
                entry = self._live.get(command_id)
                if entry is not None:
                    self._strike(command_id)
                    self._effects.append(Refused(entry, code, params))
            case f.Unknown(id=command_id):
                self._unknown(command_id)
            case f.Held(seq=seq):
                done = [entry.id for entry in self._done.values() if entry.acked_seq <= seq]
                if done:
                    self._strike(*done)
            case _:
                return
        self.pump(now)

    @property
    def next_retry(self) -> int | None:
        """When `pump` has something to do again, in milliseconds; None when only an answer can change that."""
        return min((until for until, _ in self._pauses.values()), default=None) if self._online else None

    def pump(self, now: int = 0) -> None:
        """Send what may go now, in order.

        A command that is not repeated after a lost connection waits until everything before it is settled and folded,
        so that what one's own earlier commands changed does not make it stale.
        """
        if not self._online:
            return
        under_way = self._last_acked > self._seen
        for entry in self.unsettled:
            match entry.state:
                case EntryState.WAITING if self._goes(entry, now, under_way=under_way):
                    under_way = True
                case EntryState.WRITING | EntryState.WAITING:
                    return
                case EntryState.SENT | EntryState.ASKED:
                    under_way = True
                case EntryState.PERSON | EntryState.ACKED:
                    pass

    # --- inside ----------------------------------------------------------------------------------------------------

    def _goes(self, entry: Entry, now: int, *, under_way: bool) -> bool:
        """Send a waiting entry, or ask after it, if it is its turn; return whether it was."""
        paused, _ = self._pauses.get(entry.id, (0, 0))
        if paused > now:
            return False
        if entry.stale is not Stale.REPLAY and entry.is_old:
            self._set(entry, EntryState.ASKED)
            self._effects.append(Send(f.Ask(entry.id)))
            return True
        if entry.stale is not Stale.REPLAY and under_way:
            return False
        self._send(entry)
        return True

    def _send(self, entry: Entry) -> None:
        seen = entry.seen if entry.is_old else self._refresh(entry, self._seen)
        entry = replace(entry, state=EntryState.SENT, seen=seen)
        self._live[entry.id] = entry
        self._effects.append(Send(f.Do(entry.id, entry.seen, msgspec.Raw(entry.command))))

    def _set(self, entry: Entry, state: EntryState) -> None:
        self._live[entry.id] = replace(entry, state=state)

    def _place(self, entry: Entry) -> int:
        return self._order[entry.id]

    def _strike(self, *ids: str) -> None:
        for command_id in ids:
            self._live.pop(command_id, None)
            self._done.pop(command_id, None)
            self._order.pop(command_id, None)
            self._pauses.pop(command_id, None)
            self._doubted.discard(command_id)
        self._effects.append(Strike(ids))

    def _acked(self, command_id: str, seq: int) -> None:
        entry = self._live.pop(command_id, None)
        if entry is None:
            return
        self._pauses.pop(command_id, None)
        entry = replace(entry, state=EntryState.ACKED, acked_seq=seq)
        self._done[command_id] = entry
        self._last_acked = max(self._last_acked, seq)
        self._effects += [Keep(entry), Acknowledged(command_id, seq)]

    def _pause(self, command_id: str, now: int) -> None:
        entry = self._live.get(command_id)
        if entry is None or entry.state not in {EntryState.SENT, EntryState.ASKED}:
            return
        _, before = self._pauses.get(command_id, (0, 0))
        pause = min(RETRY_MAX_MS, before * 2 or RETRY_MS)
        self._pauses[command_id] = (now + pause, pause)
        self._set(entry, EntryState.WAITING)

    def _unknown(self, command_id: str) -> None:
        entry = self._live.get(command_id)
        if entry is None or entry.state is not EntryState.ASKED:
            return
        if entry.stale is Stale.DROP:
            self._strike(command_id)
            self._effects.append(Dropped(entry))
            return
        self._set(entry, EntryState.PERSON)
        if command_id not in self._doubted:
            self._doubted.add(command_id)
            self._effects.append(Doubted(entry))
