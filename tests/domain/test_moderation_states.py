"""Decisions and their second thoughts: flags, hiding, undo, edits by staff, suggestions, claims, appeals, expiry."""

from __future__ import annotations

import pytest

from app.domain.breakouts.commands import AnswerTask
from app.domain.breakouts.state import answer_item
from app.domain.discussion.commands import DeleteMessage, EditMessage
from app.domain.kernel.gate import Outcome, TextDecided
from app.domain.kernel.messages import CommandNoted
from app.domain.kernel.views import Audience, me
from app.domain.kernel.words import MAIN, RELAY, Role, room_channel
from app.domain.moderation import commands as c
from app.domain.moderation.events import ClaimReleased, DecisionSuggested, Rules
from app.domain.moderation.figures import figures
from app.domain.moderation.items import AppealStanding, Deed, Item, Status
from app.domain.polls.commands import AnswerPoll, PreparePoll
from app.domain.polls.draft import Draft, Form
from app.domain.polls.state import PollsState
from app.domain.roster.commands import EraseMember, NotePresence
from app.domain.roster.events import Presence, PresenceChange
from app.domain.session.commands import ArchiveSession, EndSession
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused


class Moderated:
    """A class with a host, a co-facilitator and four learners, all of whose documents are kept."""

    def __init__(self) -> None:
        self.room, self.host = Classroom.live()
        self.co = self.room.invites(self.host, "Co", Role.COFACILITATOR)
        self.room.enters(self.co)
        self.ana, self.ben, self.eve, self.leo = (self.room.joins(name) for name in ("Ana", "Ben", "Eve", "Leo"))
        self.room.keep_all()

    def item(self, item: str) -> Item:
        """Return a text's way through the gate."""
        return self.room.moderation.items[item]

    def flag(self, member: str, item: str, reason: str = "") -> None:
        """Let somebody flag a text."""
        self.room.do(member, c.FlagText(item=item, reason=reason))

    def undo(self, staff: str, item: str) -> None:
        """Take the last decision back."""
        self.room.do(staff, c.UndoDecision(item=item, version=self.item(item).version))

    def decision(self, item: str, outcome: Outcome, **more: object) -> c.DecideText:
        """Return a decision about what is on the screen now."""
        found = self.item(item)
        return c.DecideText(
            item=item,
            revision=found.revision,
            version=found.version,
            outcome=outcome,
            **more,  # type: ignore[arg-type]
        )

    def own(self, member: str) -> dict[str, object]:
        """Return what a member's document says of moderation."""
        return self.room.reads(me(member)).get("moderation", {})


@pytest.fixture
def among() -> Moderated:
    """Give such a class."""
    return Moderated()


# --- flags -----------------------------------------------------------------------------------------------------------


def test_a_flagged_text_stays_until_staff_look_and_is_kept(among: Moderated):
    message = among.room.says(among.ana, "a sharp remark")
    among.flag(among.ben, message, "It hurts")
    assert among.item(message).status is Status.FLAGGED
    assert list(among.room.moderation.flagged) == [message]
    assert among.room.class_messages() == ["a sharp remark"]
    assert among.own(among.ben)["flagged"] == {message: True}
    assert "flagged" not in among.own(among.ana)

    among.room.do(among.co, among.decision(message, Outcome.PUBLISHED))
    assert among.item(message).status is Status.KEPT
    assert not among.room.moderation.flagged
    among.room.check_documents()


def test_a_flag_after_a_decision_reopens_nothing_until_the_text_changes(among: Moderated):
    message = among.room.says(among.ana, "a sharp remark")
    among.flag(among.ben, message)
    among.room.do(among.co, among.decision(message, Outcome.PUBLISHED))
    for member in (among.eve, among.leo, among.host):
        among.flag(member, message)
    assert among.item(message).status is Status.KEPT
    assert len(among.item(message).flags) == 4

    among.room.edits(among.ana, message, "a sharper remark")
    assert "flagged" not in among.own(among.ben)
    among.flag(among.ben, message)
    assert among.item(message).status is Status.FLAGGED
    among.room.check_documents()


def test_each_person_flags_once_and_nobody_their_own(among: Moderated):
    message = among.room.says(among.ana, "a remark")
    among.flag(among.ben, message)
    assert among.room.do(among.ben, c.FlagText(item=message)) == [CommandNoted()]
    with refused("own_text"):
        among.flag(among.ana, message)


def test_enough_flags_hide_a_text_and_what_quotes_it_at_once(among: Moderated):
    message = among.room.says(among.ana, "nasty canary")
    among.room.says(among.ben, "what?", reply_to=message)
    for member in (among.ben, among.eve):
        among.flag(member, message)
    assert among.room.class_messages() == ["nasty canary", "what?"]
    among.flag(among.leo, message)

    assert among.item(message).status is Status.HIDDEN
    assert (among.item(message).decided_by, among.item(message).rule) == (RELAY, "flags")
    assert among.room.class_messages() == ["what?"]
    assert among.room.history(among.ben, MAIN) == ["what?"]
    assert among.room.asks(among.ben, "discussion.search", text="nasty")["messages"] == {}
    assert "nasty" not in str(among.room.asks(among.ben, "discussion.thread", message=message))
    assert among.room.mine(among.ana, message)["state"] == "hidden"
    among.room.check_documents()


def test_enough_flags_make_a_text_wait_where_the_rules_say_so(among: Moderated):
    among.room.do(among.host, c.SetRules(rules=Rules(flags=1, flags_hide=False)))
    message = among.room.says(among.ana, "a remark")
    among.flag(among.ben, message)
    assert among.item(message).status is Status.HELD
    assert among.item(message).held_by == "flags"
    assert list(among.room.moderation.waiting) == [message]
    assert among.room.class_messages() == []
    among.room.do(among.host, among.decision(message, Outcome.PUBLISHED))
    assert among.room.class_messages() == ["a remark"]


def test_nobody_flags_what_they_do_not_see(among: Moderated):
    """Held texts, another room's, the staff's own, and texts that never were, all look alike."""
    table = among.room.opens_room(among.host, "Table")
    among.room.moves(among.host, among.ana, table)
    elsewhere = among.room.says(among.ana, "in the room")
    staff_talk = among.room.says(among.host, "between us", "staff")
    among.room.moves(among.host, among.ana)
    among.room.holds(among.host)
    held = among.room.says(among.ana, "waiting")
    for item in (elsewhere, staff_talk, held, "nothing"):
        with refused("unknown_item"):
            among.flag(among.ben, item)


# --- hiding and undo -------------------------------------------------------------------------------------------------


def test_hiding_takes_every_revision_away_and_undo_brings_the_newest_back(among: Moderated):
    message = among.room.says(among.ana, "first words")
    among.room.holds(among.host)
    among.room.edits(among.ana, message, "second words")
    assert among.room.class_messages() == ["first words"]
    among.room.do(among.co, among.decision(message, Outcome.HIDDEN, reason="Personal"))
    assert among.room.class_messages() == []
    assert among.room.mine(among.ana, message)["reason"] == "Personal"
    among.undo(among.host, message)
    # The newest revision had not been read: it waits again.
    assert among.item(message).status is Status.HELD
    among.room.do(among.co, among.decision(message, Outcome.PUBLISHED))
    assert among.room.class_messages() == ["second words"]
    among.room.check_documents()


@pytest.mark.parametrize(
    ("held", "outcome", "back"),
    [
        (True, Outcome.PUBLISHED, Status.HELD),
        (True, Outcome.RETURNED, Status.HELD),
        (True, Outcome.REJECTED, Status.HELD),
        (False, Outcome.HIDDEN, Status.PUBLISHED),
        (False, Outcome.REJECTED, Status.PUBLISHED),
    ],
)
def test_undo_brings_a_text_back_to_where_it_stood(among: Moderated, held: bool, outcome: Outcome, back: Status):  # noqa: FBT001 (a case of the table)
    if held:
        among.room.holds(among.host)
    message = among.room.says(among.ana, "words")
    among.room.do(among.host, among.decision(message, outcome))
    decided = among.item(message)
    among.undo(among.co, message)

    assert among.item(message).status is back
    assert (message in among.room.moderation.waiting) is (back is Status.HELD)
    assert among.room.class_messages() == (["words"] if back is Status.PUBLISHED else [])
    undone = among.room.envelopes[-1].event
    assert isinstance(undone, TextDecided)
    assert undone.undoes == decided.decision
    with refused("nothing_to_undo"):
        among.undo(among.co, message)
    among.room.check_documents()


def test_undo_of_what_was_kept_or_hidden_leaves_it_flagged(among: Moderated):
    message = among.room.says(among.ana, "words")
    among.flag(among.ben, message)
    for outcome in (Outcome.PUBLISHED, Outcome.HIDDEN):
        among.room.do(among.host, among.decision(message, outcome))
        among.undo(among.host, message)
        assert among.item(message).status is Status.FLAGGED
        assert among.room.class_messages() == ["words"]


def test_staff_who_bring_back_what_flags_hid_have_decided(among: Moderated):
    among.room.do(among.host, c.SetRules(rules=Rules(flags=1)))
    message = among.room.says(among.ana, "words")
    among.flag(among.ben, message)
    assert among.item(message).status is Status.HIDDEN
    among.undo(among.host, message)
    among.flag(among.eve, message)
    assert among.item(message).status is Status.KEPT
    assert among.room.class_messages() == ["words"]


def test_a_late_undo_is_refused_like_a_late_decision(among: Moderated):
    among.room.holds(among.host)
    message = among.room.says(among.ana, "words")
    among.room.do(among.host, among.decision(message, Outcome.REJECTED))
    seen = among.item(message).version
    among.room.do(among.co, among.decision(message, Outcome.PUBLISHED))
    with refused("decided_otherwise"):
        among.room.do(among.host, c.UndoDecision(item=message, version=seen))


# --- staff's words ---------------------------------------------------------------------------------------------------


def test_words_that_staff_change_are_marked_and_the_author_sees_both(among: Moderated):
    among.room.holds(among.host)
    message = among.room.says(among.ana, "my darn number is 0612345678")
    among.room.do(among.co, among.decision(message, Outcome.PUBLISHED, text="my number is private", reason="Numbers"))
    shown = among.room.reads(me(among.ana))["discussion"]["own"][message]
    assert (shown["text"], shown["instead"], shown["state"]) == (
        "my darn number is 0612345678",
        "my number is private",
        "published",
    )
    assert among.room.class_messages() == ["my number is private"]
    assert among.room.page(among.ben, MAIN)["messages"][message]["by_staff"] is True
    assert "0612345678" not in str(among.room.asks(among.ben, "discussion.search", text="number"))
    assert among.item(message).is_rewritten
    among.room.edits(among.ana, message, "words of my own")
    among.room.do(among.co, among.decision(message, Outcome.PUBLISHED))
    assert among.room.class_messages() == ["words of my own"]
    assert "by_staff" not in among.room.page(among.ben, MAIN)["messages"][message]
    assert among.room.mine(among.ana, message) == {}
    among.room.check_documents()


def test_staff_s_words_stand_in_a_written_answer_too(among: Moderated):
    draft = Draft(question="Why?", form=Form.TEXT)
    among.room.do(among.host, PreparePoll(draft=draft, opens=True))
    (poll,) = among.room.world.state(PollsState).polls
    among.room.holds(among.host, "answers")
    among.room.do(among.ana, AnswerPoll(poll=poll, round=1, texts=("rude words",)))
    (item,) = among.room.moderation.waiting
    among.room.do(among.host, among.decision(item, Outcome.PUBLISHED, text="kind words"))

    (answer,) = among.room.world.state(PollsState).answers(poll, 1).values()
    assert (answer.text, answer.shown) == ("rude words", "kind words")


def test_a_name_is_not_rewritten_but_taken_away(among: Moderated):
    with refused("not_rewritable"):
        among.room.do(among.host, among.decision("name:" + among.ana, Outcome.PUBLISHED, text="Anna"))
    among.room.do(among.host, among.decision("name:" + among.ana, Outcome.HIDDEN))
    assert among.room.seat(among.ana).name == ""


# --- several moderators ----------------------------------------------------------------------------------------------


def test_a_decision_made_without_a_line_becomes_a_suggestion_when_it_comes_late(among: Moderated):
    among.room.holds(among.host)
    message = among.room.says(among.ana, "words")
    offline = among.decision(message, Outcome.REJECTED, reason="Off topic", away=True)
    among.room.do(among.host, among.decision(message, Outcome.PUBLISHED))
    (event,) = among.room.do(among.co, offline)
    assert isinstance(event, DecisionSuggested)
    (suggested,) = among.item(message).suggestions
    assert (suggested.by, suggested.outcome, suggested.reason) == (among.co, Outcome.REJECTED, "Off topic")
    assert among.room.class_messages() == ["words"]
    assert among.room.do(among.co, offline) == [CommandNoted()]
    assert "Off topic" not in str(among.room.reads(me(among.ana)))
    among.room.do(among.host, among.decision(message, Outcome.REJECTED))
    assert among.item(message).suggestions == ()


def test_many_texts_are_decided_at_once_but_for_those_that_changed(among: Moderated):
    among.room.holds(among.host)
    first, second, third = (among.room.says(among.ana, f"words {n}") for n in range(3))
    items = tuple(
        c.Read(item=item, revision=1, version=among.item(item).version) for item in (first, second, third, second)
    )
    among.room.edits(among.ana, second, "other words")
    among.room.do(among.host, among.decision(third, Outcome.PUBLISHED))
    many = c.DecideTexts(items=items, outcome=Outcome.REJECTED, reason="Flood")
    among.room.do(among.co, many)

    assert [among.item(item).status for item in (first, second, third)] == [
        Status.REJECTED,
        Status.HELD,
        Status.PUBLISHED,
    ]
    assert among.room.do(among.co, many) == [CommandNoted()]
    with refused("bad_command"):
        among.room.do(among.co, c.DecideTexts(items=(), outcome=Outcome.REJECTED))


def test_a_claim_is_told_to_staff_and_ends_by_deciding_cancelling_time_or_a_lost_line(among: Moderated):
    among.room.holds(among.host)
    first, second = among.room.says(among.ana, "one"), among.room.says(among.ana, "two")
    state = among.room.moderation
    among.room.do(among.host, c.ClaimItem(item=first))
    with refused("claimed_already", by=among.host):
        among.room.do(among.co, c.ClaimItem(item=first))
    among.room.do(among.co, c.ClaimItem(item=first, over=True))
    assert state.claims[first].by == among.co
    # Who looks at another one lets go of the first.
    among.room.do(among.co, c.ClaimItem(item=second))
    assert list(state.claims) == [second]
    among.room.do(among.host, among.decision(second, Outcome.PUBLISHED))
    assert not state.claims
    among.room.do(among.co, c.ClaimItem(item=first))
    with refused("not_allowed"):
        among.room.do(among.host, c.ReleaseClaim(member=among.co))
    among.room.do(among.co, c.ReleaseClaim(member=among.co))
    assert not state.claims

    among.room.do(among.co, c.ClaimItem(item=first))
    gone = PresenceChange(among.co, Presence.GONE, among.room.now)
    among.room.do(RELAY, NotePresence(changes=(gone,)))
    assert not state.claims
    assert not state.claimed

    among.room.do(among.co, c.ClaimItem(item=first))
    among.room.now += 59_000
    assert among.room.elapse() == []
    among.room.now += 1_000
    assert among.room.elapse() == [ClaimReleased(item=first)]
    assert not state.claims


def test_a_duplicate_names_the_text_that_says_the_same(among: Moderated):
    first, second = among.room.says(among.ana, "one"), among.room.says(among.ben, "one too")
    among.room.do(among.host, c.MarkDuplicate(item=second, of=first))
    assert among.item(second).duplicate_of == first
    for of in (second, first):
        with refused("same_text"):
            among.room.do(among.host, c.MarkDuplicate(item=first if of == second else second, of=second))
    among.room.do(among.host, c.MarkDuplicate(item=second))
    assert among.item(second).duplicate_of == ""


# --- appeals, expiry, erasure ----------------------------------------------------------------------------------------


def test_an_appeal_that_is_granted_publishes_the_text(among: Moderated):
    among.room.holds(among.host)
    message = among.room.says(among.ana, "words")
    among.room.do(among.host, among.decision(message, Outcome.REJECTED))
    with refused("not_allowed"):
        among.room.do(among.ben, c.Appeal(item=message, text="Let her speak"))
    among.room.do(among.ana, c.Appeal(item=message, text="I meant no harm"))
    with refused("appealed_already"):
        among.room.do(among.ana, c.Appeal(item=message, text="Please"))
    assert list(among.room.moderation.appealing) == [message]
    assert among.own(among.ana)["appeals"][message]["state"] == "open"  # type: ignore[index]
    assert "no harm" not in str(among.room.reads(me(among.ben)))

    granted = c.AnswerAppeal(item=message, granted=True, reason="You are right")
    among.room.do(among.co, granted)
    assert among.room.class_messages() == ["words"]
    assert among.own(among.ana)["appeals"][message]["answer"] == "You are right"  # type: ignore[index]
    assert among.room.do(among.host, granted) == [CommandNoted()]
    with refused("decided_otherwise"):
        among.room.do(among.host, c.AnswerAppeal(item=message, granted=False))
    among.room.check_documents()


def test_an_appeal_that_is_turned_down_says_why_and_a_new_revision_may_appeal_again(among: Moderated):
    message = among.room.says(among.ana, "words")
    with refused("nothing_to_appeal"):
        among.room.do(among.ana, c.Appeal(item=message, text="Why?"))
    among.room.do(among.host, among.decision(message, Outcome.HIDDEN))
    among.room.do(among.ana, c.Appeal(item=message, text="Why?"))
    among.room.do(among.host, c.AnswerAppeal(item=message, granted=False, reason="It names somebody"))
    assert among.room.moderation.appeals[message].standing is AppealStanding.REFUSED
    assert among.item(message).status is Status.HIDDEN
    among.room.holds(among.host)
    among.room.edits(among.ana, message, "words without names")
    among.room.do(among.host, among.decision(message, Outcome.REJECTED))
    among.room.do(among.ana, c.Appeal(item=message, text="And now?"))
    assert list(among.room.moderation.appealing) == [message]
    among.room.check_documents()


def test_what_nobody_decides_in_time_expires_and_its_author_is_told(among: Moderated):
    among.room.do(among.host, c.SetRules(rules=Rules(expire_minutes=5)))
    among.room.holds(among.host)
    first = among.room.says(among.ana, "one")
    among.room.now += 60_000
    second = among.room.says(among.ana, "two")
    among.room.now += 4 * 60_000
    among.room.elapse()
    assert [among.item(item).status for item in (first, second)] == [Status.EXPIRED, Status.HELD]
    assert among.room.mine(among.ana, first)["state"] == "expired"
    among.room.do(among.host, among.decision(first, Outcome.PUBLISHED))
    assert among.room.class_messages() == ["one"]
    among.room.check_documents()


def test_what_still_waits_when_the_class_is_put_away_expires(among: Moderated):
    among.room.holds(among.host)
    message = among.room.says(among.ana, "one")
    among.room.do(among.host, EndSession())
    assert among.item(message).status is Status.HELD
    among.room.do(among.host, ArchiveSession())
    assert among.item(message).status is Status.EXPIRED


def test_erasure_leaves_no_words_in_flags_warnings_appeals_or_the_audit_list(among: Moderated):
    message = among.room.says(among.ana, "secret one")
    among.flag(among.ben, message, "secret two")
    among.room.do(among.host, among.decision(message, Outcome.HIDDEN, reason="secret three"))
    among.room.do(among.ana, c.Appeal(item=message, text="secret four"))
    among.room.do(among.host, c.AnswerAppeal(item=message, granted=False, reason="secret five"))
    among.room.do(among.host, c.WarnMember(member=among.ana, reason="secret six"))
    among.room.do(among.host, c.LimitMember(member=among.ana, limit="slowed", reason="secret seven"))  # type: ignore[arg-type]
    for member in (among.ana, among.ben):
        among.room.do(among.host, EraseMember(member=member))
    assert "secret" not in str(among.room.moderation)
    among.room.check_documents()


# --- the audit list and the numbers ----------------------------------------------------------------------------------


def test_the_audit_list_says_who_did_what_why_when_and_by_which_rule(among: Moderated):
    among.room.holds(among.host)
    message = among.room.says(among.ana, "words")
    among.room.now += 7_000
    among.room.do(among.co, among.decision(message, Outcome.REJECTED, reason="Off topic"))
    held, decided = among.room.moderation.audit[-2:]
    assert (held.deed, held.by, held.rule, held.item) == (Deed.HELD, RELAY, "channel", message)
    assert (decided.deed, decided.by, decided.what, decided.reason, decided.rule, decided.took) == (
        Deed.DECIDED,
        among.co,
        "rejected",
        "Off topic",
        "channel",
        7_000,
    )
    assert (decided.member, decided.channel, decided.at) == (among.ana, MAIN, among.room.now)


def test_the_numbers_are_those_of_the_decisions(among: Moderated):
    among.room.holds(among.host)
    for n in range(20):
        message = among.room.says(among.ana, f"words {n}")
        among.room.now += 1_000 * (n + 1)
        among.room.do((among.host, among.co)[n % 2], among.decision(message, Outcome.PUBLISHED))
    among.room.says(among.ana, "waits")
    among.room.now += 90_000
    found = figures(among.room.moderation, among.room.now)
    assert (found.waiting, found.oldest, found.decided.count) == (1, 90_000, 20)
    assert (found.decided.median, found.decided.most) == (10_500, 19_000)
    assert found.by_rule.keys() == {"channel"}
    assert {who: each.count for who, each in found.by_moderator.items()} == {among.host: 10, among.co: 10}
    assert found.outcomes == {"published": 20}


def test_a_room_s_answer_is_hidden_with_its_room_looking(among: Moderated):

    table = among.room.opens_room(among.host, "Table")
    for member in (among.ana, among.ben):
        among.room.moves(among.host, member, table)
    among.room.do(among.ana, AnswerTask(room=table, text="nasty answer"))
    item = answer_item(table)
    assert among.item(item).channel == room_channel(table)
    assert "nasty" in str(among.room.reads(Audience("room", table)))
    among.flag(among.ben, item)
    among.room.do(among.host, among.decision(item, Outcome.HIDDEN))
    assert "nasty" not in str(among.room.reads(Audience("room", table)))
    among.room.check_documents()


def test_a_text_that_is_deleted_is_claimed_flagged_and_waiting_no_more(among: Moderated):

    message = among.room.says(among.ana, "words")
    among.flag(among.ben, message)
    among.room.do(among.host, c.ClaimItem(item=message))
    among.room.do(among.ana, DeleteMessage(message=message))
    state = among.room.moderation
    assert message not in state.items
    assert (state.flagged, state.claims, state.claimed) == ({}, {}, {})
    with refused("unknown_message"):
        among.room.do(among.ana, EditMessage(message=message, text="again"))
    among.room.check_documents()
