"""Snapshots of a folded world: a quick way to open a long log, good only for the very code that made them."""

from __future__ import annotations

import hashlib
import importlib.metadata
import sys
from functools import cache
from importlib.abc import InspectLoader
from typing import TYPE_CHECKING

import msgspec

from app.domain.registry import REGISTRY, Registry

if TYPE_CHECKING:
    from app.domain.kernel.world import World


class BrokenSnapshot(Exception):
    """Bytes that are no snapshot of this session by this code; the log has to be folded from its start."""


class _Layout(msgspec.Struct, frozen=True, array_like=True):
    session: str
    epoch: int
    seq: int
    at: int
    hash: str
    states: dict[str, msgspec.Raw]


_encode = msgspec.msgpack.Encoder().encode
_decode_layout = msgspec.msgpack.Decoder(_Layout).decode


@cache
def fingerprint() -> str:
    """Return a fingerprint of the code that folds events: 32 hexadecimal digits.

    A snapshot is worth something only to the very rules that made it, so it covers the source of the whole domain;
    where sources are not shipped, the version of the software stands for them.
    """
    found = hashlib.sha256(sys.version.encode())
    for name in sorted(name for name in sys.modules if name.startswith("app.domain")):
        loader = sys.modules[name].__loader__
        source = loader.get_source(name) if isinstance(loader, InspectLoader) else None
        found.update(name.encode())
        found.update((source or importlib.metadata.version("cercle")).encode())
    return found.hexdigest()[:32]


def freeze(world: World, last_hash: str) -> bytes:
    """Return the bytes of a snapshot.

    Args:
        world: the state to keep; only read.
        last_hash: the hash of the last record folded into it.
    """
    states = {name: msgspec.Raw(_encode(state)) for name, state in world.states.items()}
    return _encode(_Layout(world.session, world.epoch, world.seq, world.at, last_hash, states))


def thaw(blob: bytes, session: str, registry: Registry = REGISTRY) -> tuple[World, str]:
    """Return the world in a snapshot, and the hash of the last record folded into it.

    Args:
        blob: what `freeze` returned, with the same `fingerprint`.
        session: whose world it must be.
        registry: the capabilities whose states it holds.

    Raises:
        BrokenSnapshot: the bytes are torn, another session's, or of another layout.
    """
    world = registry.world(session)
    try:
        layout = _decode_layout(blob)
        if layout.session != session or set(layout.states) != set(world.states):
            raise BrokenSnapshot(session)
        for capability in registry.capabilities:
            kept = msgspec.msgpack.decode(layout.states[capability.name], type=capability.state)
            state = world.named(capability.name)
            for field in state.__struct_fields__:
                setattr(state, field, getattr(kept, field))
    except msgspec.MsgspecError as error:
        raise BrokenSnapshot(session) from error
    world.epoch, world.seq, world.at = layout.epoch, layout.seq, layout.at
    return world, layout.hash
