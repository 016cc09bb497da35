"""The `.cercle` file, which is also what the library keeps: two lines that say what follows, then a Yjs document."""

from __future__ import annotations

from collections import deque
from hashlib import sha256
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any, Final

import msgspec
from pycrdt import Doc

from app.plans.contents import LAYOUT
from app.plans.document import PlanDocument, take
from app.plans.plan import Activity, ActivityKind, Plan, PlanNewer, PlanUnreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

SUFFIX: Final = ".cercle"
_MARK: Final = b"cercle-plan "
_FILE: Final = 1
"""The layout of the two lines."""

LARGEST: Final = 64 * 1024 * 1024
"""The largest file that is read, in bytes."""


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    layout: int
    bytes: int
    sha256: str


class _EarlyActivity(msgspec.Struct, frozen=True):
    id: str
    title: str = ""
    kind: str = "discussion"
    minutes: Annotated[int, msgspec.Meta(ge=0, le=600)] = 10


class _EarlyPlan(msgspec.Struct, frozen=True):
    title: str = ""
    language: str = "fr"
    activities: tuple[_EarlyActivity, ...] = ()
    layout: int = 1


def pack(document: PlanDocument) -> bytes:
    """Write a document as a file.

    Args:
        document: with its whole history.
    """
    body = document.update()
    head = _Head(LAYOUT, len(body), sha256(body).hexdigest())
    return b"%s%d\n%s\n%s" % (_MARK, _FILE, msgspec.json.encode(head), body)


def unpack(data: bytes, plan_id: str = "", updates: Sequence[bytes] = ()) -> PlanDocument:
    """Read a document from a file's bytes, or from a plan as the first versions kept it.

    Args:
        data: the file.
        plan_id: the id of a plan that names none, as those first ones.
        updates: what was changed since the file was written, oldest first.

    Raises:
        PlanUnreadable: it is no plan, it is cut short, or it is damaged; `where` tells the place.
        PlanNewer: a newer version wrote it.
    """
    opening = Opening(data, plan_id, updates)
    while not opening.go_on():
        pass
    return opening.document()


class Opening:
    """A document that is read piece by piece, for those who must not wait long.

    Args:
        data: the file.
        plan_id: the id of a plan that names none.
        updates: what was changed since the file was written, oldest first.

    Raises:
        PlanUnreadable: it does not begin like a plan, it is cut short, or it is damaged.
        PlanNewer: a newer version wrote it.
    """

    def __init__(self, data: bytes, plan_id: str = "", updates: Sequence[bytes] = ()) -> None:
        self.is_early: Final = is_early(data)
        """Whether the first versions wrote it."""
        body = PlanDocument.new(_early(data), plan_id).update() if self.is_early else _body(data)
        self._doc: Doc[Any] = Doc()
        self._parts = deque((body, *updates))

    def go_on(self, seconds: float = 1.0) -> bool:
        """Read on for a while, at least one piece.

        Args:
            seconds: after which it stops.

        Returns:
            Whether all is read.

        Raises:
            PlanUnreadable: a piece is damaged.
        """
        until = perf_counter() + seconds
        while self._parts:
            take(self._doc, self._parts.popleft())
            if perf_counter() >= until:
                break
        return not self._parts

    def document(self) -> PlanDocument:
        """Return the document, once all is read.

        Raises:
            PlanUnreadable: a value in it is no part of a plan; `where` tells the place.
            PlanNewer: a newer version wrote it.
        """
        document = PlanDocument(self._doc)
        if document.damaged:
            raise PlanUnreadable("this value is no part of a plan", document.damaged[0])
        return document


def is_early(data: bytes) -> bool:
    """Return whether the first versions wrote these bytes, as JSON."""
    return data.lstrip()[:1] == b"{"


def _body(data: bytes) -> bytes:
    if len(data) > LARGEST:
        raise PlanUnreadable(f"the file has more than {LARGEST} bytes", "file")
    mark, _, rest = data.partition(b"\n")
    if not mark.startswith(_MARK) or not mark[len(_MARK) :].strip().isdigit():
        raise PlanUnreadable("the file does not begin like a plan", "line 1")
    if int(mark[len(_MARK) :][:9]) > _FILE:
        raise PlanNewer("a newer kind of file", "line 1")
    line, _, body = rest.partition(b"\n")
    try:
        head = msgspec.json.decode(line, type=_Head)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise PlanUnreadable(str(error), "line 2") from error
    if head.layout > LAYOUT:
        raise PlanNewer(f"layout {head.layout}", "line 2")
    if len(body) != head.bytes:
        raise PlanUnreadable(f"{len(body)} bytes instead of {head.bytes}", "document")
    if sha256(body).hexdigest() != head.sha256:
        raise PlanUnreadable("its checksum does not fit", "document")
    return body


def decode(data: bytes) -> Plan:
    """Read a plan as it stands in a file's bytes.

    Args:
        data: the file.

    Raises:
        PlanUnreadable: it is no plan, damaged, or newer.
    """
    return unpack(data).plan


def encode(plan: Plan) -> bytes:
    """Write a plan as a file without history.

    Args:
        plan: as it stands.

    Raises:
        PlanInvalid: one of its values has no place in a plan.
    """
    return pack(PlanDocument.new(plan))


def _early(data: bytes) -> Plan:
    try:
        early = msgspec.json.decode(data, type=_EarlyPlan)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise PlanUnreadable(str(error), "document") from error
    if early.layout > 1:
        raise PlanNewer(f"layout {early.layout}", "layout")
    if len({each.id for each in early.activities}) != len(early.activities):
        raise PlanUnreadable("two activities have one id", "activities")
    kinds = {"questions": ActivityKind.QA} | {str(kind): kind for kind in ActivityKind}
    unknown = next((each for each in early.activities if each.kind not in kinds), None)
    if unknown is not None:
        raise PlanUnreadable(f"no kind of activity is called {unknown.kind!r}", f"activities/{unknown.id}/kind")
    activities = tuple(
        Activity(id=each.id, title=each.title, kind=kinds[each.kind], minutes=each.minutes) for each in early.activities
    )
    return Plan(title=early.title, language=early.language, activities=activities)
