"""The plans of this desktop that are prepared together: which session shares which, and what may be done about it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import Phase, Role
from app.domain.planning.decider import PlanningState
from app.domain.roster.commands import InviteMember, LeaveSession
from app.domain.session.commands import ArchiveSession, EndSession, SetTitle
from app.domain.session.decider import SessionState
from app.plans import PlanDocument, PlanUnreadable
from app.sync.connection import Connecting, Online
from app.sync.links import SeatLink, new_token, token_hash, write_link
from app.sync.planning import Colleague, SharedPlan
from app.sync.runbook import Source, commands_for
from ui.session.network import LocalAddress

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.sync.changes import Change
    from app.sync.client import StaffClient
    from app.sync.opening import NewSession
    from ui.bridge.tasks import TaskScope
    from ui.prepare.plans import Plans
    from ui.session.desk import Desk, HostedRelay, OpenClass

ANSWER_WITHIN = 5.0
"""How long stopping waits for the relay to take it, in seconds."""


class PlansCopy:
    """A plan of the library as the others' edits see it; its document is read.

    Args:
        plans: keep it.
        plan_id: which.
    """

    def __init__(self, plans: Plans, plan_id: str) -> None:
        self._plans, self._plan_id = plans, plan_id

    def update(self, since: bytes | None = None) -> bytes:
        """Return the document, or what another copy lacks, as a Yjs update."""
        document = self._plans.document(self._plan_id)
        if document is None:
            raise PlanUnreadable("the plan is not read")
        return document.update(since)

    def receive(self, update: bytes) -> None:
        """Take in what another copy holds; a plan that was deleted here meanwhile is left alone."""
        if any(kept.id == self._plan_id for kept in self._plans.all):
            self._plans.receive(self._plan_id, update)

    def watch(self, told: Callable[[bytes], None]) -> Callable[[], None]:
        """Tell each change that is made here; return what ends it."""

        def heard(plan_id: object, update: object) -> None:
            if plan_id == self._plan_id and isinstance(update, bytes):
                told(update)

        def stop() -> None:
            self._plans.updated.disconnect(heard)

        self._plans.updated.connect(heard)
        return stop


@dataclass(frozen=True)
class Together:
    """A plan that is prepared together.

    Attributes:
        one: the session that it is shared in.
        shared: the sharing.
    """

    one: OpenClass
    shared: SharedPlan

    @property
    def is_host(self) -> bool:
        """Whether this desktop's person shared it."""
        return self.one.client.seat.role is Role.HOST

    @property
    def is_preparing(self) -> bool:
        """Whether its class has not been opened yet."""
        return self.one.session.phase is Phase.PREPARING

    @property
    def is_connecting(self) -> bool:
        """Whether the others are being looked for at this moment."""
        return isinstance(self.one.client.connection, Connecting)

    @property
    def colleagues(self) -> tuple[Colleague, ...]:
        """The others."""
        return self.shared.colleagues

    def link(self, token: str) -> str:
        """Return the link to a seat.

        Args:
            token: of the seat.
        """
        session = self.one.client.projected.state(SessionState)
        return write_link(SeatLink(session.address or self.one.bridge.base, self.one.client.session, token))


class Sharing(QObject):
    """Ties the classes that are being prepared to the plans of the library.

    `changed` carries the id of a plan of which people, places, the line or the sharing itself changed. `ended` carries
    the id of a plan that a colleague stopped sharing, `began` a class that a colleague has opened from its plan, and
    `came` the id of a plan that has just come from a colleague.

    Args:
        desk: keeps the classes up.
        plans: keep the plans.
        scope: runs what waits.
        parent: the owner.
    """

    changed = Signal(object)
    ended = Signal(object)
    began = Signal(object)
    came = Signal(object)

    def __init__(self, desk: Desk, plans: Plans, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._plans, self._scope = desk, plans, scope
        self._together: dict[str, Together] = {}
        self._watched: dict[str, Callable[[], None]] = {}
        self._attaching: set[str] = set()
        self._stopping: set[str] = set()
        self._was_preparing: set[str] = set()
        self._left_alone: set[str] = set()
        desk.kept_changed.connect(self._look)
        desk.plan_wanted.connect(self._open)
        plans.listed.connect(self._listed)

    # --- reading ---------------------------------------------------------------------------------------------------

    def of(self, plan_id: str) -> Together | None:
        """Return how a plan is prepared together; None when it is not.

        Args:
            plan_id: which.
        """
        return next((each for each in self._together.values() if each.shared.plan == plan_id), None)

    @property
    def is_busy(self) -> bool:
        """Whether it is being looked up which plans are shared."""
        return bool(self._attaching)

    # --- doing -----------------------------------------------------------------------------------------------------

    async def share(self, plan_id: str, new: NewSession, where: LocalAddress | HostedRelay) -> None:
        """Begin to prepare a plan together.

        Args:
            plan_id: which.
            new: what its session starts with.
            where: an address of this computer, or a hosted relay.

        Raises:
            Refusal: the relay will not, or cannot be reached.
            RelayDidNotStart: the one beside this desktop.
            StorageError: the disk is at fault.
        """
        if await self._plans.fetched(plan_id) is None or self.of(plan_id) is not None:
            return
        if isinstance(where, LocalAddress):
            one = await self._desk.start_here(new, where)
        else:
            one = await self._desk.start_there(new, where)
        self._attach(one, plan_id)

    def invite(self, plan_id: str, name: str) -> str:
        """Keep a seat for a colleague, and return the link to it.

        Args:
            plan_id: of which plan.
            name: of the colleague.

        Raises:
            Refusal: something is wrong with the name.
        """
        together = self.of(plan_id)
        if together is None:
            raise Refusal("unknown_session")
        token = new_token()
        together.one.bridge.ask(InviteMember(name=name, role=Role.COFACILITATOR, token_hash=token_hash(token)))
        return together.link(token)

    def stand(self, plan_id: str, item: str, field: str = "") -> None:
        """Let the others know where one is in a plan; elsewhere one is nowhere.

        Args:
            plan_id: which is open.
            item: of the plan; empty for none.
            field: in it.
        """
        for each in self._together.values():
            here = each.shared.plan == plan_id
            each.shared.stand(item if here else "", field if here else "")

    async def stop(self, plan_id: str) -> None:
        """Stop sharing a plan, for everybody as its host, for oneself as a colleague. Everybody keeps their copy.

        Args:
            plan_id: which.

        Raises:
            Refusal: the host's relay does not answer.
        """
        together = self.of(plan_id)
        if together is None:
            return
        client = together.one.client
        if together.is_host and not isinstance(client.connection, Online):
            raise Refusal("unreachable")
        together.shared.flush()
        self._stopping.add(client.session)
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                if together.is_host:
                    await client.do(EndSession())
                    await client.do(ArchiveSession())
                elif isinstance(client.connection, Online):
                    await _left(client)
        except TimeoutError as error:
            if together.is_host:
                raise Refusal("unreachable") from error
        finally:
            self._stopping.discard(client.session)
        self._detach(client.session)
        await self._desk.forget(client.session)
        self.changed.emit(plan_id)

    async def open_class(self, plan_id: str) -> None:
        """Open the class whose plan was prepared together; its session, its seats and its links stay.

        Args:
            plan_id: of which plan.

        Raises:
            Refusal: the plan is too large for a class (`too_many_activities`).
        """
        together, document = self.of(plan_id), await self._plans.fetched(plan_id)
        if together is None or document is None:
            return
        plan = document.plan
        prepared = [*commands_for(Source(plan, plan_id))]
        if plan.title and plan.title != together.one.session.title:
            prepared.append(SetTitle(title=plan.title))
        self._was_preparing.discard(together.one.client.session)
        await self._desk.open_prepared(together.one, prepared)
        self.changed.emit(plan_id)

    def close(self) -> None:
        """End everything that is shared here; the sessions and the copies stay."""
        for session in list(self._watched):
            self._detach(session)

    # --- inside ----------------------------------------------------------------------------------------------------

    @property
    def _current(self) -> str:
        kept = self._plans.current
        return kept.id if kept is not None else ""

    def _open(self, one: OpenClass) -> None:
        """Open the plan that is prepared in a class; one that is still to come is opened by coming."""
        plan_id = one.client.projected.state(PlanningState).plan
        if self._has(plan_id):
            self._plans.open(plan_id)
        elif one.client.session in self._left_alone:
            # Deleted here, and asked for again.
            self._left_alone.discard(one.client.session)
            self._begin(one, SharedPlan(one.client, None, adopt=self._adopt))

    def _has(self, plan_id: str) -> bool:
        return any(kept.id == plan_id for kept in self._plans.all)

    def _listed(self, _plans: object) -> None:
        """Leave a plan alone that is deleted here, and take it up again when it is brought back."""
        for session, each in list(self._together.items()):
            if each.shared.copy is not None and not self._has(each.shared.plan):
                self._left_alone.add(session)
                self._together.pop(session).shared.close()
        for one in self._desk.open_classes:
            plan_id = one.client.projected.state(PlanningState).plan
            if one.client.session in self._left_alone and self._has(plan_id):
                self._left_alone.discard(one.client.session)
                self._attach(one, plan_id)

    def _look(self) -> None:
        """Keep in step with the classes that are kept up."""
        there = {one.client.session: one for one in self._desk.open_classes}
        for session in [session for session in self._watched if session not in there]:
            self._detach(session)
        for session, one in there.items():
            if session not in self._watched:
                self._watch(one)

    def _watch(self, one: OpenClass) -> None:
        self._watched[one.client.session] = one.client.on_change(lambda change: self._changed(one, change))
        self._changed(one, None)

    def _changed(self, one: OpenClass, change: Change | None) -> None:
        session, phase = one.client.session, one.client.world.life.phase
        if phase is Phase.PREPARING:
            self._was_preparing.add(session)
        elif one.client.world.seq and session in self._was_preparing and session not in self._stopping:
            self._was_preparing.discard(session)
            self._over(one) if phase in {Phase.ENDED, Phase.ARCHIVED} else self._begun(one)
        plan_id = one.client.projected.state(PlanningState).plan
        if plan_id and session not in self._together and (phase is Phase.PREPARING or self._has(plan_id)):
            self._attach(one, plan_id)
        elif session in self._together and change is not None and change.connection is not None:
            self.changed.emit(plan_id)

    def _begun(self, one: OpenClass) -> None:
        if one is not self._desk.shown:
            self.began.emit(one)

    def _over(self, one: OpenClass) -> None:
        """A class that was never opened is over: a colleague has stopped sharing its plan."""
        together = self._together.get(one.client.session)
        if together is not None and not together.is_host:
            plan_id = together.shared.plan
            self._detach(one.client.session)
            self._scope.spawn(self._desk.forget(one.client.session), name="forget a shared plan")
            self.ended.emit(plan_id)
            self.changed.emit(plan_id)

    def _attach(self, one: OpenClass, plan_id: str) -> None:
        session = one.client.session
        if session not in self._together and session not in self._attaching | self._left_alone:
            self._attaching.add(session)
            self._scope.spawn(self._attach_known(one, plan_id), name="share a plan")

    async def _attach_known(self, one: OpenClass, plan_id: str) -> None:
        session, shelf = one.client.session, self._desk.home.shelf
        try:
            document = await self._plans.fetched(plan_id)
            is_deleted = document is None and await shelf.run(shelf.library.is_plan_deleted, plan_id)
        finally:
            self._attaching.discard(session)
        if session not in self._watched or session in self._together:
            return
        if document is not None:
            self._begin(one, SharedPlan(one.client, PlansCopy(self._plans, plan_id), plan=plan_id))
        elif is_deleted:
            self._left_alone.add(session)
        elif not self._has(plan_id):
            self._begin(one, SharedPlan(one.client, None, adopt=self._adopt))

    def _begin(self, one: OpenClass, shared: SharedPlan) -> None:
        self._together[one.client.session] = Together(one, shared)
        shared.on_change(lambda: self.changed.emit(shared.plan))
        self.changed.emit(shared.plan)

    def _adopt(self, plan_id: str, update: bytes) -> PlansCopy:
        self._plans.add_document(PlanDocument(update))
        self.came.emit(plan_id)
        return PlansCopy(self._plans, plan_id)

    def _detach(self, session: str) -> None:
        stop = self._watched.pop(session, None)
        if stop is not None:
            stop()
        self._left_alone.discard(session)
        together = self._together.pop(session, None)
        if together is not None:
            together.shared.close()
            self.changed.emit(together.shared.plan)


async def _left(client: StaffClient) -> None:
    """Give up one's seat, and wait until the relay has taken leave."""
    gone = asyncio.Event()
    stop = client.on_change(lambda _change: None if isinstance(client.connection, Online) else gone.set())
    try:
        client.submit(LeaveSession())
        await gone.wait()
    finally:
        stop()
