"""What every event log promises, whatever stands behind it.

An implementation passes by a class of its own: `class TestOurs(LogContract)` with `open` overridden.
"""
# ruff: noqa: D102 (a test's name may be its whole claim, also in a class)

from __future__ import annotations

import tempfile
from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kernel.envelope import BrokenRecord, Record, erased, verify
from app.storage.log import Append, Appended, Conflict, Head
from tests.drawing import drawn
from tests.storage.chains import ANA, BEN, append, command, messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.storage.log import EventLog

STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("append"),
            st.lists(
                st.tuples(
                    st.sampled_from(["a", "b"]),
                    st.sampled_from(["next", "next", "next", "repeat", "stale", "ahead", "foreign"]),
                    st.integers(1, 4),
                    st.sampled_from([ANA, BEN]),
                    st.sampled_from([(), (), (ANA,), (ANA, BEN)]),
                ),
                min_size=1,
                max_size=5,
            ),
        ),
        st.tuples(st.just("set aside"), st.sampled_from(["a", "b"])),
        st.tuples(st.just("forget"), st.sampled_from(["a", "b"])),
        st.tuples(st.just("reopen"), st.none()),
    ),
    max_size=10,
)


def proposed(log: list[Record], kind: str, count: int, author: str) -> tuple[int, tuple[Record, ...]]:
    """Return where an append of some kind expects a log to be, and its records."""
    match kind:
        case "repeat" if log:
            start = max(0, len(log) - count)
            return start, tuple(log[start:])
        case "stale" if log:
            return len(log) - 1, messages(log[:-1], count, author=author, text="another word")
        case "ahead":
            imagined = [*log, *messages(log, author=author)]
            return len(imagined), messages(imagined, count, author=author)
        case "foreign" if log:
            # The right place after a past that is not this log's.
            other = messages(log[:-1], author=author, text="another past")
            return len(log), messages(other, count, author=author)
        case _:
            return len(log), messages(log, count, author=author)


class Model:
    """What a log should hold, as plain lists."""

    def __init__(self) -> None:
        self.logs: dict[str, list[Record]] = {}

    def append(self, wanted: Append) -> Appended | Conflict:
        """Say what an append must answer, and do it."""
        log = self.logs.setdefault(wanted.session, [])
        first, last = wanted.expected_seq, wanted.records[-1].seq
        if first == len(log) and self._chains([*log, *wanted.records]):
            log.extend(wanted.records)
        elif [r.hash for r in log[first:last]] != [r.hash for r in wanted.records]:
            return Conflict(len(log))
        for place, record in enumerate(log[:last]):
            if record.subject in wanted.erase:
                log[place] = erased(record)
        return Appended(last)

    @staticmethod
    def _chains(records: list[Record]) -> bool:
        try:
            verify(records)
        except BrokenRecord:
            return False
        return True


class LogContract(ABC):
    """The promises. Each test gets a log of its own on disk."""

    @abstractmethod
    def open(self, folder: Path) -> EventLog:
        """Open the log that lives in a folder, making it when there is none."""

    @pytest.fixture
    def log(self, tmp_path: Path) -> Iterator[EventLog]:
        """Give an empty log."""
        opened = self.open(tmp_path)
        yield opened
        opened.close()

    def test_an_empty_log_says_so(self, log: EventLog):
        assert log.head("s") is None
        assert log.read("s") == []
        assert log.record("s", 1) is None
        assert log.sessions() == []
        assert log.find_command("s", command(1)) is None
        assert log.load_snapshot("s", "f") is None
        assert log.last_alive() == 0

    def test_what_is_appended_is_read_back_byte_for_byte(self, log: EventLog):
        records = messages(count=7)

        assert log.append([append("s", records)]) == [Appended(7)]
        assert log.read("s") == list(records)
        assert log.read("s", after_seq=2, limit=3) == list(records[2:5])
        assert log.record("s", 4) == records[3]
        assert log.head("s") == Head(1, 7, records[-1].hash)

    def test_sessions_are_apart(self, log: EventLog):
        first, second = messages(count=2), messages(count=3, text="Elsewhere")

        assert log.append([append("t", first), append("s", second)]) == [Appended(2), Appended(3)]
        assert log.sessions() == ["s", "t"]
        assert log.read("t") == list(first)
        assert log.read("s") == list(second)

    def test_one_batch_may_carry_appends_that_follow_each_other(self, log: EventLog):
        records = messages(count=4)

        assert log.append([append("s", records[:1]), append("s", records[1:])]) == [Appended(1), Appended(4)]
        assert log.read("s") == list(records)

    def test_an_append_elsewhere_than_at_the_end_is_a_conflict_and_stores_nothing(self, log: EventLog):
        records = messages(count=3)
        log.append([append("s", records)])
        other = messages(records[:1], text="Too late")

        assert log.append([append("s", other)]) == [Conflict(3)]
        assert log.append([append("s", messages(messages(count=5)))]) == [Conflict(3)]
        assert log.read("s") == list(records)

    def test_a_conflict_leaves_its_neighbours_in_the_batch_alone(self, log: EventLog):
        records = messages(count=2)
        log.append([append("s", records)])
        late, fine = messages(text="Too late"), messages(count=2, text="On time")

        assert log.append([append("s", late), append("t", fine)]) == [Conflict(2), Appended(2)]
        assert log.read("t") == list(fine)

    def test_the_right_place_after_another_past_is_a_conflict(self, log: EventLog):
        log.append([append("s", messages(count=2))])
        foreign = messages(messages(count=2, text="Another past"))

        assert log.append([append("s", foreign)]) == [Conflict(2)]

    def test_asking_again_after_an_unknown_outcome_appends_once(self, log: EventLog):
        records = messages(count=3)
        again = append("s", records)

        assert log.append([again]) == [Appended(3)]
        assert log.append([again, again]) == [Appended(3), Appended(3)]
        assert log.read("s") == list(records)

    def test_the_same_append_twice_in_one_batch_appends_once(self, log: EventLog):
        again = append("s", messages(count=2))

        assert log.append([again, again]) == [Appended(2), Appended(2)]
        assert len(log.read("s")) == 2

    def test_asking_again_is_answered_though_the_log_went_on(self, log: EventLog):
        records = messages(count=5)
        log.append([append("s", records[:2])])
        log.append([append("s", records[2:])])

        assert log.append([append("s", records[:2])]) == [Appended(2)]

    def test_records_that_do_not_chain_are_never_stored(self, log: EventLog):
        first, second, third = messages(count=3)

        with pytest.raises(BrokenRecord):
            log.append([append("t", (first,)), append("s", (first, third))])
        torn = Record(2, second.body, second.private, "0" * 64, second.subject)
        with pytest.raises(BrokenRecord):
            log.append([append("s", (first, torn))])
        assert log.sessions() == []

    def test_a_command_is_found_with_the_end_of_its_commit(self, log: EventLog):
        before = messages(count=2)
        commit = messages(before, count=3, by=command(77))
        after = messages(commit, count=2)
        log.append([append("s", (*before, *commit, *after))])

        assert log.find_command("s", command(77)) == (commit[0], 5)
        assert log.find_command("t", command(77)) is None

    def test_an_erasure_takes_a_members_private_parts_and_nothing_else(self, log: EventLog):
        past = messages(count=3, author=ANA)
        past += messages(past, count=2, author=BEN)
        log.append([append("s", past), append("t", messages(author=ANA))])
        last = messages(past, author=ANA)

        assert log.append([append("s", last, erase=(ANA,))]) == [Appended(6)]
        kept = log.read("s")
        assert kept == [*map(erased, past[:3]), *past[3:], erased(last[0])]
        assert verify(kept) == last[0].hash
        assert log.read("t")[0].private is not None

    def test_an_append_in_conflict_erases_nothing(self, log: EventLog):
        past = messages(count=3)
        log.append([append("s", past)])

        assert log.append([append("s", messages(text="Too late"), erase=(ANA,))]) == [Conflict(3)]
        assert log.read("s") == list(past)

    def test_an_erasure_asked_again_spares_what_came_later(self, log: EventLog):
        past = messages(count=2)
        log.append([append("s", past, erase=(ANA,))])
        later = messages(past)
        log.append([append("s", later)])

        assert log.append([append("s", past, erase=(ANA,))]) == [Appended(2)]
        assert log.record("s", 3) == later[0]

    def test_an_erasure_may_come_without_records(self, log: EventLog):
        past = messages(count=2)
        log.append([append("s", past)])

        assert log.append([Append("s", 1, (), "x", (ANA,))]) == [Conflict(2)]
        assert log.append([Append("s", 2, (), "x", (ANA,))]) == [Appended(2)]
        assert log.read("s") == [erased(record) for record in past]

    def test_the_newest_intact_snapshot_is_given_back(self, log: EventLog):
        log.append([append("s", messages(count=9))])

        assert log.save_snapshot("s", 3, "f", b"three")
        assert log.save_snapshot("s", 6, "f", b"six")
        assert log.save_snapshot("s", 9, "g", b"nine, by other code")
        assert log.load_snapshot("s", "f") == (6, b"six")
        assert log.load_snapshot("s", "g") == (9, b"nine, by other code")
        assert log.load_snapshot("t", "f") is None

    def test_only_the_last_two_snapshots_are_kept(self, log: EventLog):
        log.append([append("s", messages(count=9))])
        for seq in (2, 4, 6):
            log.save_snapshot("s", seq, f"f{seq}", b"state")

        assert log.load_snapshot("s", "f2") is None
        assert log.load_snapshot("s", "f4") == (4, b"state")
        assert log.load_snapshot("s", "f6") == (6, b"state")

    def test_a_snapshot_of_what_the_log_does_not_hold_is_not_kept(self, log: EventLog):
        assert not log.save_snapshot("s", 1, "f", b"state")
        assert log.load_snapshot("s", "f") is None

    def test_no_snapshot_outlives_an_erasure_not_even_one_that_arrives_late(self, log: EventLog):
        past = messages(count=4)
        log.append([append("s", past)])
        log.save_snapshot("s", 4, "f", b"holds the text")
        log.append([append("s", messages(past), erase=(ANA,))])

        assert log.load_snapshot("s", "f") is None
        assert not log.save_snapshot("s", 4, "f", b"holds the text still")
        assert log.load_snapshot("s", "f") is None
        assert log.save_snapshot("s", 5, "f", b"clean")

    def test_a_log_set_aside_is_kept_and_the_session_starts_anew(self, log: EventLog):
        past, other = messages(count=4), messages(count=2, text="The true past")
        log.append([append("s", past)])
        log.save_snapshot("s", 2, "f", b"of the wrong past")

        assert log.set_aside("s", "divergent") == 4
        assert (log.head("s"), log.sessions()) == (None, [])
        assert log.append([append("s", other)]) == [Appended(2)]
        assert log.load_snapshot("s", "f") is None
        (aside,) = log.set_asides("s")
        assert (aside.session, aside.reason, aside.records) == ("s", "divergent", 4)
        assert log.read_aside(aside.id) == list(past)
        assert log.read_aside(aside.id, after_seq=1, limit=2) == list(past[1:3])

    def test_two_pasts_set_aside_stay_apart(self, log: EventLog):
        for text in ("One", "Two"):
            log.append([append("s", messages(count=2, text=text))])
            log.set_aside("s")

        first, second = log.set_asides("s")
        assert log.read_aside(first.id) == list(messages(count=2, text="One"))
        assert log.read_aside(second.id) == list(messages(count=2, text="Two"))
        assert log.set_aside("s") == 0
        assert len(log.set_asides("s")) == 2

    def test_an_erasure_reaches_what_was_set_aside(self, log: EventLog):
        past = messages(count=2)
        log.append([append("s", past)])
        log.set_aside("s")
        log.append([append("s", messages(author=BEN), erase=(ANA,))])

        (aside,) = log.set_asides("s")
        assert log.read_aside(aside.id) == [erased(record) for record in past]

    def test_a_forgotten_session_leaves_nothing(self, log: EventLog):
        log.append([append("s", messages(count=2)), append("t", messages(count=1))])
        log.set_aside("s")
        log.append([append("s", messages(count=2))])
        log.save_snapshot("s", 1, "f", b"state")
        log.forget("s")

        assert (log.head("s"), log.set_asides("s"), log.load_snapshot("s", "f")) == (None, [], None)
        assert log.sessions() == ["t"]

    def test_liveness_is_the_last_time_noted(self, log: EventLog):
        log.mark_alive(1_700_000_000_000)
        log.mark_alive(1_700_000_005_000)

        assert log.last_alive() == 1_700_000_005_000

    def test_everything_is_there_after_reopening(self, log: EventLog, tmp_path: Path):
        records = messages(count=3)
        log.append([append("s", records)])
        log.save_snapshot("s", 3, "f", b"state")
        log.mark_alive(7)
        log.close()
        again = self.open(tmp_path)

        try:
            assert again.read("s") == list(records)
            assert again.load_snapshot("s", "f") == (3, b"state")
            assert again.last_alive() == 7
        finally:
            again.close()

    @settings(max_examples=drawn(15))
    @given(steps=STEPS)
    def test_it_does_what_plain_lists_would_do(self, steps: list[tuple[str, object]]):
        """Any run of appends good and bad, repeats, erasures, forgetting and reopening answers as the model does."""
        model = Model()
        with tempfile.TemporaryDirectory() as name:
            log = self.open(Path(name))
            try:
                for kind, detail in steps:
                    log = self._step(log, Path(name), model, kind, detail)
                    for session in ("a", "b"):
                        assert log.read(session) == model.logs.get(session, [])
                    assert log.sessions() == sorted(s for s, records in model.logs.items() if records)
            finally:
                log.close()

    def _step(self, log: EventLog, folder: Path, model: Model, kind: str, detail: object) -> EventLog:
        match kind, detail:
            case "append", list(choices):
                batch, answers = [], []
                for session, how, count, author, erase in choices:
                    place, records = proposed(model.logs.get(session, []), how, count, author)
                    wanted = Append(session, place, records, "commit", erase)
                    batch.append(wanted)
                    answers.append(model.append(wanted))
                assert log.append(batch) == answers
            case "set aside", str(session):
                assert log.set_aside(session) == len(model.logs.pop(session, []))
            case "forget", str(session):
                log.forget(session)
                model.logs.pop(session, None)
            case _:
                log.close()
                return self.open(folder)
        return log
