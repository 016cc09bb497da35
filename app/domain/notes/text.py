"""The text of a note: what several people write into at once, and everybody's copy becomes the same.

It is Yjs's own list (Nicolaescu, Jahns, Derntl, Klamma: "Near Real-Time Peer-to-Peer Shared Editing on Extensible Data
Types", GROUP 2016; the order of what was written at one place is that of `Item.integrate` in yjs 13.6), kept as flat
records, so that a state can hold it. Doing it here, in plain values, is what lets the gate read what is written and
staff see who wrote it, and no bytes of a stranger ever reach a native library in the relay.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from typing import TYPE_CHECKING, Final

import msgspec

from app.domain.notes.updates import NOWHERE, Deleted, Update, Written, client_of, key_of, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ENDS: Final = NOWHERE
"""The key of the record that is before the first run and behind the last one."""


class Behind(ValueError):
    """An update builds on what the text does not have."""


class Impossible(ValueError):
    """An update is nobody's who had this text: what it stands behind comes after what it stands before."""


class Laborious(ValueError):
    """Bringing an update in would take more steps than whoever asks for it may cost everybody."""


class Run(msgspec.Struct, frozen=True):
    """A run of text, and its neighbours now.

    Attributes:
        key: of its first unit.
        length: in UTF-16 code units.
        text: the words; empty once they are deleted.
        origin: the unit before it when it was written.
        right: the unit behind it when it was written.
        before: the run before it now, by its key.
        after: the run behind it now.
    """

    key: int
    length: int
    text: str
    origin: int
    right: int
    before: int
    after: int


Runs = dict[int, Run]
Starts = dict[int, list[int]]


class Text:
    """A text on the containers of a state: what is done to it is done to them.

    Args:
        runs: the runs by their keys; empty for a new text.
        starts: each client's keys of runs, in order.
    """

    def __init__(self, runs: Runs, starts: Starts) -> None:
        self._runs = runs
        self._starts = starts
        self._left = 0
        if not runs:
            runs[_ENDS] = Run(_ENDS, 0, "", NOWHERE, NOWHERE, _ENDS, _ENDS)

    def copy(self) -> Text:
        """Return a text of its own that is the same."""
        return Text(dict(self._runs), {client: list(starts) for client, starts in self._starts.items()})

    # --- reading ---------------------------------------------------------------------------------------------------

    def __len__(self) -> int:
        """Return how many runs there are, with those that are deleted."""
        return len(self._runs) - 1

    def runs(self) -> Iterator[Run]:
        """Yield the runs in the order of the text, with those that are deleted."""
        run = self._runs[_ENDS]
        while run.after != _ENDS:
            run = self._runs[run.after]
            yield run

    def __str__(self) -> str:
        """Return the words."""
        return "".join(run.text for run in self.runs())

    @property
    def clients(self) -> Iterable[int]:
        """Everybody who ever wrote in it."""
        return self._starts.keys()

    def clock(self, client: int) -> int:
        """Return how many units a client has written."""
        starts = self._starts.get(client)
        return starts[-1] - key_of(client, 0) + self._runs[starts[-1]].length if starts else 0

    def whole(self) -> Update:
        """Return all of it as one update, whose size does not depend on how often it was changed."""
        every = (self._runs[start] for starts in self._starts.values() for start in starts)
        written = tuple(Written(run.key, run.length, run.text, run.origin, run.right) for run in every)
        gone = tuple(Deleted(run.key, run.length) for run in written if not run.text)
        return Update(written, _joined(gone))

    # --- changing --------------------------------------------------------------------------------------------------

    def news(self, update: Update) -> Update:
        """Return what an update holds that is not here yet.

        Raises:
            Behind: it skips something that its writer wrote before, or deletes what is not here.
        """
        written = []
        clocks = {client: self.clock(client) for client in {client_of(run.key) for run in update.written}}
        for run in update.written:
            client = client_of(run.key)
            known = key_of(client, clocks[client])
            if run.key > known:
                raise Behind
            if run.key + run.length > known:
                written.append(run if run.key == known else _tail(run, known - run.key))
                clocks[client] += run.key + run.length - known
        gone = []
        for each in update.deleted:
            client = client_of(each.key)
            end = each.key + each.length
            if end > key_of(client, clocks.get(client, self.clock(client))):
                raise Behind
            if any(run.text for run in self._within(each.key, end)) or end > key_of(client, self.clock(client)):
                gone.append(each)
        return Update(tuple(written), tuple(gone))

    def take(self, update: Update, steps: int = 2**62) -> None:
        """Bring in what is new here; see `news`.

        Args:
            update: what is new.
            steps: how many runs may be looked at on the way. What was once taken is taken again without a limit.

        Raises:
            Behind: it builds on what the text does not have.
            Laborious: it would take more steps.
            Impossible: nobody who had this text can have written it.
            UnicodeError: it would cut a character in two.
        """
        self._left = steps
        rest = list(update.written)
        while rest:
            waiting = [run for run in rest if not self._insert(run)]
            if len(waiting) == len(rest):
                raise Behind
            rest = waiting
        for each in update.deleted:
            self.delete(each.key, each.length)

    def delete(self, key: int, length: int) -> None:
        """Take the words of some units away.

        Raises:
            UnicodeError: it would cut a character in two.
        """
        end = key + length
        while key < end:
            run = self._find(key)
            if run is None:
                raise Behind
            if run.text:
                run = self._cut(run, key - run.key)
                self._cut(run, end - run.key)
                run = self._runs[run.key]
                self._put(Run(run.key, run.length, "", run.origin, run.right, run.before, run.after))
                self._join(run.key)
                self._join(self._runs[run.key].after if run.key in self._runs else run.after)
            key = run.key + run.length

    def take_from(self, clients: Iterable[int]) -> bool:
        """Take away all words that some clients wrote; whether there were any."""
        theirs = set(clients)
        found = [run for run in self.runs() if run.text and client_of(run.key) in theirs]
        for run in found:
            self.delete(run.key, run.length)
        return bool(found)

    # --- inside ----------------------------------------------------------------------------------------------------

    def _put(self, run: Run) -> None:
        self._runs[run.key] = run

    def _find(self, key: int) -> Run | None:
        starts = self._starts.get(client_of(key), ())
        place = bisect_right(starts, key)
        run = self._runs[starts[place - 1]] if place else None
        return run if run is not None and key < run.key + run.length else None

    def _within(self, key: int, end: int) -> Iterator[Run]:
        while key < end and (run := self._find(key)) is not None:
            yield run
            key = run.key + run.length

    def _cut(self, run: Run, at: int) -> Run:
        """Cut a run in two, and return what begins at `at`; the run itself when there is nothing to cut."""
        if not 0 < at < run.length:
            return run
        first, second = _halves(run.text, at, run.length)
        key = run.key + at
        end = Run(key, run.length - at, second, key - 1, run.right, run.key, run.after)
        self._put(Run(run.key, at, first, run.origin, run.right, run.before, key))
        self._put(end)
        self._link_before(end.after, key)
        insort(self._starts[client_of(key)], key)
        return end

    def _link_before(self, key: int, before: int) -> None:
        run = self._runs[key]
        self._put(Run(run.key, run.length, run.text, run.origin, run.right, before, run.after))

    def _link_after(self, key: int, after: int) -> None:
        run = self._runs[key]
        self._put(Run(run.key, run.length, run.text, run.origin, run.right, run.before, after))

    def _join(self, key: int) -> None:
        """Make one of a run and the one before it, if they were written in one go and nothing has parted them."""
        end = self._runs.get(key)
        if end is None or _ENDS in {key, end.before}:
            return
        run = self._runs[end.before]
        if (
            run.key + run.length == end.key
            and end.origin == end.key - 1
            and run.right == end.right
            and bool(run.text) is bool(end.text)
            and client_of(run.key) == client_of(end.key)
        ):
            del self._runs[key]
            starts = self._starts[client_of(key)]
            del starts[bisect_right(starts, key) - 1]
            whole = Run(
                run.key, run.length + end.length, run.text + end.text, run.origin, run.right, run.before, end.after
            )
            self._put(whole)
            self._link_before(end.after, run.key)

    def _insert(self, run: Written) -> bool:
        """Put a run where everybody else will have it too; False while something that it builds on is missing."""
        parted: list[int] = []
        self._spend()
        if any(key != NOWHERE and self._find(key) is None for key in (run.origin, run.right)):
            return False
        left, right = _ENDS, _ENDS
        if run.origin != NOWHERE and (found := self._find(run.origin)) is not None:
            end = self._cut(found, run.origin + 1 - found.key)
            left = found.key
            parted.append(end.key)
        if run.right != NOWHERE and (found := self._find(run.right)) is not None:
            right = self._cut(found, run.right - found.key).key
            parted.append(right)
            if run.origin != NOWHERE and (again := self._find(run.origin)) is not None:
                left = again.key
        self._check_order(left, right)
        left = self._place(run, left, right)
        after = self._runs[left].after
        self._put(Run(run.key, run.length, run.text, run.origin, run.right, left, after))
        self._link_after(left, run.key)
        self._link_before(after, run.key)
        insort(self._starts.setdefault(client_of(run.key), []), run.key)
        for key in (*parted, after, run.key):
            self._join(key)
        return True

    def _spend(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise Laborious

    def _check_order(self, left: int, right: int) -> None:
        key = self._runs[left].after
        while right not in {_ENDS, key}:
            self._spend()
            if key == _ENDS:
                raise Impossible
            key = self._runs[key].after

    def _place(self, run: Written, left: int, right: int) -> int:
        """Return the run behind which a new one stands, where others were written at the same place."""
        passed: set[int] = set()
        rivals: set[int] = set()
        key = self._runs[left].after
        while key not in {right, _ENDS}:
            self._spend()
            other = self._runs[key]
            passed.add(key)
            rivals.add(key)
            if run.origin == other.origin:
                if client_of(other.key) < client_of(run.key):
                    left = key
                    rivals.clear()
                elif run.right == other.right:
                    break
            else:
                origin = self._find(other.origin) if other.origin != NOWHERE else None
                if origin is None or origin.key not in passed:
                    break
                if origin.key not in rivals:
                    left = key
                    rivals.clear()
            key = other.after
        return left


def _joined(gone: tuple[Deleted, ...]) -> tuple[Deleted, ...]:
    found: list[Deleted] = []
    for each in gone:
        if found and found[-1].key + found[-1].length == each.key:
            found[-1] = Deleted(found[-1].key, found[-1].length + each.length)
        else:
            found.append(each)
    return tuple(found)


def _halves(text: str, at: int, length: int) -> tuple[str, str]:
    """Cut a text before its unit `at`.

    Raises:
        UnicodeError: a character would be cut in two.
    """
    if len(text) == length:
        return text[:at], text[at:]
    raw = text.encode("utf-16-le")
    return raw[: 2 * at].decode("utf-16-le"), raw[2 * at :].decode("utf-16-le")


def _tail(run: Written, at: int) -> Written:
    text = _halves(run.text, at, run.length)[1] if run.text else ""
    return Written(run.key + at, run.length - at, text, run.key + at - 1, run.right)


def written(words: str, client: int) -> Update:
    """Return an update by which a client begins a text."""
    return Update((Written(key_of(client, 0), units(words), words, NOWHERE, NOWHERE),), ())
