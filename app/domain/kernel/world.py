"""The world: one session's whole state, and the context in which a decision about it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from app.domain.kernel.anonymity import NOBODY, is_alias
from app.domain.kernel.words import CommandId, MemberId, Millis, Role, SessionId, derived_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from app.domain.kernel.anonymity import Masks
    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.readings import Gate, Life, Powers, Talk, Topics, Veil
    from app.domain.kernel.seats import Seats


class Ctx(msgspec.Struct, frozen=True, kw_only=True):
    """Everything impure that a decision may use, as given values.

    Attributes:
        session: which session.
        command_id: the command being decided.
        actor: who asks: a member, or the relay.
        role: the actor's role now.
        at: the relay's time.
    """

    session: SessionId
    command_id: CommandId
    actor: MemberId
    role: Role
    at: Millis

    def new_id(self, n: int = 0) -> str:
        """Return the id of the `n`-th thing this command creates.

        Whoever asks anonymously knows it too, without knowing their alias.
        """
        return derived_id(self.command_id, NOBODY if is_alias(self.actor) else self.actor, n)


class State(msgspec.Struct, kw_only=True):
    """A capability's state: flat containers of frozen records, so that copying the containers copies the state.

    What became of something that a person wrote is spread over capabilities: who was answered, thanked, put on the
    board. Each of them tells its share (`told_of`), and which things it has something else to tell of after an
    envelope (`turned_by`; its own events of this kind are `FateTurned`); whoever shows it to the author asks the
    `World`, and knows none of them.
    """

    def told_of(self, world: World, thing: str) -> Mapping[str, Any]:  # noqa: ARG002 (what most have to tell)
        """Return what the author of a thing may know of it from this capability, as fields of a view's entry.

        Args:
            world: the state to read.
            thing: the id of a message, an answer, or whatever else passed the gate.
        """
        return {}

    def turned_by(self, world: World, envelope: Envelope) -> Iterable[str]:  # noqa: ARG002 (what most have to tell)
        """Return the things of which `told_of` may tell something else after an envelope.

        Args:
            world: the state after it.
            envelope: what happened.
        """
        return ()


S = TypeVar("S", bound=State)


class World:
    """One session's whole state, folded from its log.

    Attributes:
        session: which session.
        epoch: the reign of the last record folded.
        seq: the place of the last record folded.
        at: the time of the last record folded.
        masks: who is behind an alias; only on the session's relay, and never part of a state.
    """

    def __init__(
        self,
        session: SessionId,
        states: Mapping[str, State],
        providers: Mapping[str, str],
        texts: Callable[[World, str, int], str | None] = lambda _world, _item, _revision: None,
    ) -> None:
        """Start from given states.

        Args:
            session: which session.
            states: by capability name.
            providers: which capability answers each shared reading (`life`, `seats`, `gate`, `topics`,
                `talk`, `powers`, `veil`).
            texts: finds the text of one revision of whatever passed the gate.
        """
        self.session = session
        self.epoch = 0
        self.seq = 0
        self.at: Millis = 0
        self.masks: Masks | None = None
        self._states = dict(states)
        self._providers = providers
        self._texts = texts
        self._by_type: dict[type[State], State] = {type(state): state for state in states.values()}

    def state(self, kind: type[S]) -> S:
        """Return the state of the capability whose state class is `kind`."""
        return self._by_type[kind]  # type: ignore[return-value]  # the key is the value's own type

    def named(self, capability: str) -> State:
        """Return a capability's state by its name."""
        return self._states[capability]

    @property
    def states(self) -> Mapping[str, State]:
        """All states by capability name."""
        return self._states

    @property
    def life(self) -> Life:
        """The session as a whole."""
        return self._states[self._providers["life"]]  # type: ignore[return-value]  # checked by the registry

    @property
    def seats(self) -> Seats:
        """The members."""
        return self._states[self._providers["seats"]]  # type: ignore[return-value]  # checked by the registry

    @property
    def gate(self) -> Gate:
        """The judge of every learner's text."""
        return self._states[self._providers["gate"]]  # type: ignore[return-value]  # checked by the registry

    @property
    def topics(self) -> Topics:
        """The topics of conversation."""
        return self._states[self._providers["topics"]]  # type: ignore[return-value]  # checked by the registry

    @property
    def talk(self) -> Talk:
        """The conversation."""
        return self._states[self._providers["talk"]]  # type: ignore[return-value]  # checked by the registry

    @property
    def powers(self) -> Powers:
        """What learners were lent."""
        return self._states[self._providers["powers"]]  # type: ignore[return-value]  # checked by the registry

    @property
    def veil(self) -> Veil:
        """Messages without a name."""
        return self._states[self._providers["veil"]]  # type: ignore[return-value]  # checked by the registry

    def text_of(self, item: str, revision: int) -> str | None:
        """Return what one revision of a thing that passed the gate says; None when there is none such."""
        return self._texts(self, item, revision)

    def told_of(self, thing: str) -> dict[str, Any]:
        """Return what the author of a thing may know of it, from every capability; see `State.told_of`."""
        told: dict[str, Any] = {}
        for state in self._states.values():
            told |= state.told_of(self, thing)
        return told

    def turned_by(self, envelope: Envelope) -> set[str]:
        """Return the things of which there is something else to tell after an envelope; see `State.turned_by`."""
        return {thing for state in self._states.values() for thing in state.turned_by(self, envelope) if thing}

    def fork(self) -> World:
        """Return an independent copy, cheap because records are frozen and shared."""
        states = {name: fork(state) for name, state in self._states.items()}
        copy = World(self.session, states, self._providers, self._texts)
        copy.epoch, copy.seq, copy.at = self.epoch, self.seq, self.at
        copy.masks = self.masks
        return copy


def fork(state: S) -> S:
    """Return a copy of a state that shares only frozen records."""
    return type(state)(**{name: _copy(getattr(state, name)) for name in state.__struct_fields__})


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        first = next(iter(value.values()), None)
        if isinstance(first, dict | list | set):
            return {key: _copy(inner) for key, inner in value.items()}
        return dict(value)
    if isinstance(value, list):
        return list(value)
    if isinstance(value, set):
        return set(value)
    return value
