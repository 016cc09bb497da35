"""One's own commands on their way: shown at once, kept on disk, sent, answered, and gone when the log holds them."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, assert_never

import msgspec

from app.domain.kernel.refusal import Refusal
from app.sync import frames as f
from app.sync import outbox as o
from app.sync.answers import Answers
from app.sync.changes import Notice, NoticeKind, Pending
from app.sync.outbox import Entry, EntryState, Outbox
from app.sync.projection import Asked, changed_at, project, refuse_if_certain
from app.sync.shelf import row_from

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command
    from app.domain.kernel.world import World
    from app.domain.registry import Registry
    from app.storage.errors import StorageError
    from app.sync.disk import DiskCalls
    from app.sync.shelf import Opened


class OwnCommands:
    """What one seat asks in one session.

    After everything that may have effects, `carry_out` is to be called.
    """

    def __init__(
        self,
        session: str,
        opened: Opened,
        registry: Registry,
        *,
        epoch: int,
        world: Callable[[], World],
        disk: DiskCalls,
        send: Callable[[f.ClientFrame], object],
        due: Callable[[], None],
    ) -> None:
        """Go on from what the disk holds.

        Args:
            session: whose.
            opened: the session as the disk holds it.
            registry: the capabilities.
            epoch: of the newest relay known.
            world: gives the confirmed state.
            disk: where commands are kept until they are acknowledged.
            send: sends a frame if the connection stands.
            due: called when there is something to carry out by itself.
        """
        self._shelf = disk.shelf
        self._session = session
        self._registry = registry
        self._world = world
        self._disk = disk
        self._send = send
        self._due = due
        self._commands = dict(opened.commands)
        self._outbox = Outbox(opened.entries, epoch=epoch, refresh=self._refresh)
        self._answers = Answers()
        self._own_seqs: set[int] = set()
        self._ahead: dict[str, int] = {}
        self._projected: World | None = None
        self._changed = False
        self._retry_timer: asyncio.TimerHandle | None = None
        self._closing = False

    # --- reading ---------------------------------------------------------------------------------------------------

    def projected(self, member: str) -> World:
        """Return the confirmed state with what is pending on top.

        Args:
            member: who one is.
        """
        if self._projected is None:
            asked = self._asked()
            world = self._world()
            self._projected = project(self._registry, world, member, asked) if asked else world
        return self._projected

    @property
    def pending(self) -> tuple[Pending, ...]:
        """The commands that are not in the confirmed state yet, in the order they were asked."""
        return tuple(
            self._pending(entry)
            for entry in self._outbox.entries
            if entry.state is not EntryState.ACKED or entry.id in self._ahead
        )

    @property
    def unsettled(self) -> bool:
        """Whether some have no answer yet."""
        return bool(self._outbox.unsettled)

    def _asked(self) -> list[Asked]:
        return [
            Asked(entry.id, self._commands[entry.id], entry.composed_at)
            for entry in self._outbox.entries
            if entry.state is not EntryState.PERSON and (entry.state is not EntryState.ACKED or entry.id in self._ahead)
        ]

    def _pending(self, entry: Entry) -> Pending:
        return Pending(entry.id, self._commands[entry.id], entry.composed_at, entry.state)

    def _touch(self) -> None:
        self._projected = None
        self._changed = True

    # --- asking ----------------------------------------------------------------------------------------------------

    def submit(self, asked: Asked, member: str) -> Pending:
        """Ask for a command.

        Args:
            asked: what, under which id, and when.
            member: who one is.

        Raises:
            Refusal: it would be refused for certain: both by the confirmed world and by the one shown.
        """
        world = self._world()
        refuse_if_certain(self._registry, world, self.projected(member), member, asked)
        command: Command = asked.command
        raw = msgspec.json.encode(command)
        self._commands[asked.id] = command
        entry = Entry(id=asked.id, command=raw, stale=type(command).stale, seen=world.seq, composed_at=asked.at)
        self._outbox.submit(entry)
        self._touch()
        return self._pending(entry)

    async def settled(self, command_id: str) -> int:
        """Wait until a submitted command is in the confirmed world, and return the place of its last event.

        Raises:
            Refusal: it did not happen (`dropped` when it had gone stale and was forgotten).
        """
        if command_id not in self._answers:
            entry = self._outbox.entry(command_id)
            if entry is None:
                raise Refusal("unknown_command_id")
            if entry.state is EntryState.ACKED and entry.id not in self._ahead:
                return entry.acked_seq
        return await self._answers.wait(command_id)

    def confirm(self, command_id: str) -> None:
        """Say that a command in state `PERSON` is still meant."""
        self._outbox.confirm(command_id, self._world().seq, ticks())
        self._touch()

    def dismiss(self, command_id: str) -> None:
        """Say that a command in state `PERSON` is no longer meant."""
        self._outbox.dismiss(command_id)
        self._touch()
        self._answers.settle(command_id, Refusal("dismissed"))

    # --- what comes ------------------------------------------------------------------------------------------------

    def offline(self) -> None:
        """Take note that no relay can be reached."""
        self._outbox.offline()
        self._set_retry()

    def online(self, epoch: int, *, resync: bool) -> None:
        """Take note that a relay answers.

        Args:
            epoch: its reign.
            resync: whether its past is another one than this copy's.
        """
        if resync:
            self._own_seqs.clear()
        self._touch()
        self._outbox.online(epoch, resync=resync, now=ticks())

    def answered(self, frame: f.Ack | f.Refused | f.Unknown | f.Held) -> None:
        """Take note of what the relay says of a command."""
        self._outbox.answered(frame, ticks())

    def saw(self, envelopes: tuple[Envelope, ...]) -> None:
        """Take note of what has come into the confirmed world."""
        for envelope in envelopes:
            if envelope.command_id in self._commands:
                self._own_seqs.add(envelope.seq)
        seq = self._world().seq
        for command_id in [known for known, at in self._ahead.items() if at <= seq]:
            self._answers.settle(command_id, self._ahead.pop(command_id))
        self._projected = None
        self._outbox.saw(seq, ticks())

    def _refresh(self, entry: Entry, seen: int) -> int:
        """Count what one's own earlier commands changed as seen: the person asked on top of them."""
        command = self._commands.get(entry.id)
        if command is None:
            return entry.seen
        changed = changed_at(self._registry, self._world(), command)
        return seen if changed in self._own_seqs else entry.seen

    # --- what follows ----------------------------------------------------------------------------------------------

    def carry_out(self) -> tuple[bool, tuple[Notice, ...]]:
        """Do what the outbox wants done.

        Returns:
            Whether what is pending changed, and what the person has to know.
        """
        changed, self._changed = self._changed, False
        notices = []
        for effect in self._outbox.take_effects():
            changed = changed or not isinstance(effect, o.Send)
            notice = self._carry_out_one(effect)
            if notice is not None:
                notices.append(notice)
            self._projected = None
        self._set_retry()
        return changed, tuple(notices)

    def _carry_out_one(self, effect: o.Effect) -> Notice | None:
        match effect:
            case o.Keep(entry=entry):
                self._keep(entry)
            case o.Strike(ids=ids):
                self._disk.follow(self._shelf.call(self._shelf.library.strike_outbox, ids))
            case o.Send(frame=frame):
                self._send(frame)
            case o.Acknowledged(id=command_id, seq=seq) if seq <= self._world().seq:
                self._answers.settle(command_id, seq)
            case o.Acknowledged(id=command_id, seq=seq):
                self._ahead[command_id] = seq
            case o.Refused(entry=entry, code=code, params=params):
                self._answers.settle(entry.id, Refusal(code, **params))
                return Notice(NoticeKind.REFUSED, code, params, self._pending(entry))
            case o.Dropped(entry=entry):
                self._answers.settle(entry.id, Refusal("dropped"))
                return Notice(NoticeKind.DROPPED, pending=self._pending(entry))
            case o.Doubted(entry=entry):
                return Notice(NoticeKind.DOUBTED, pending=self._pending(entry))
            case _:
                assert_never(effect)
        return None

    def _set_retry(self) -> None:
        if self._retry_timer is not None:
            self._retry_timer.cancel()
            self._retry_timer = None
        at = self._outbox.next_retry
        if at is not None and not self._closing:
            self._retry_timer = asyncio.get_running_loop().call_later(max(0.0, (at - ticks()) / 1000), self._pump)

    def _pump(self) -> None:
        self._outbox.pump(ticks())
        self._due()

    def _keep(self, entry: Entry) -> None:
        call = self._shelf.call(self._shelf.library.put_outbox, row_from(self._session, entry))
        fresh = entry.state is EntryState.WRITING
        self._disk.follow(call, (lambda error: self._kept(entry, error)) if fresh else None)

    def _kept(self, entry: Entry, error: StorageError | None) -> None:
        if error is None:
            self._outbox.kept(entry.id, ticks())
        else:
            # It never left this machine and is not kept: the person has to know that it did not happen.
            self._outbox.give_up(entry.id, error.code)
        self._touch()
        self._due()

    # --- ending ----------------------------------------------------------------------------------------------------

    def stop(self) -> None:
        """Send nothing again from now on."""
        self._closing = True
        if self._retry_timer is not None:
            self._retry_timer.cancel()

    def send_home(self) -> None:
        """Let nobody wait for an answer any longer."""
        self._answers.cancel()


def ticks() -> int:
    """Return a time that never goes back, in milliseconds."""
    return time.monotonic_ns() // 1_000_000
