"""The rules that texts meet, what staff may ask of people, and that a trial says what the gate would do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kernel.capability import Viewer
from app.domain.kernel.messages import CommandNoted
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import Standing
from app.domain.kernel.views import CLASS, me
from app.domain.kernel.words import MAIN, Role
from app.domain.moderation import commands as c
from app.domain.moderation.events import ChannelMode, Limit, LimitLifted, Rules
from app.domain.moderation.items import Status
from app.domain.moderation.lexicon import Action, Lexicon, Word, fold
from app.domain.moderation.rules import ORDER
from app.domain.moderation.trial import trial
from app.domain.registry import REGISTRY
from app.domain.roster.commands import EnterSession
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused

HOLD = Word(text="darn", action=Action.HOLD)


@pytest.fixture
def live() -> tuple[Classroom, str, str]:
    """Give a class, its host, and a learner."""
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.keep_all()
    return room, host, ana


def rules(room: Classroom, host: str, **fields: object) -> None:
    """Make rules."""
    room.do(host, c.SetRules(rules=Rules(**fields)))  # type: ignore[arg-type]


def words(room: Classroom, host: str, *entries: Word) -> None:
    """Watch for words."""
    room.do(host, c.EditWords(added=entries))


# --- the list of words -----------------------------------------------------------------------------------------------

DISGUISED = (
    "darn",
    "DARN",
    "Dàrn",
    "d a r n",
    "d.a.r.n",
    "d-a_r*n",
    "daaaarn",
    "d4rn",
    "d@rn!",
    "d\u200ba\u200br\u00adn",
    "d\u0430rn",
    "\uff44\uff41\uff52\uff4e",
    "\U0001d555\U0001d552\U0001d563\U0001d55f",
    "d\u0335a\u0335r\u0335n\u0335",
    "\u1d05\u1d00\u0280\u0274",
    "(darn)",
    "«darn»",
    "l’darn",
)


@pytest.mark.parametrize("text", DISGUISED)
def test_a_word_is_found_in_every_disguise(text: str):
    lexicon = Lexicon((HOLD,))

    assert lexicon.found(f"what a {text} thing") == (HOLD,)
    assert [found.word for found in lexicon.places(text)] == [HOLD]


@pytest.mark.parametrize("text", ["darning", "undarned", "da rn", "dar", "2024", "arn d", "d'accord"])
def test_what_only_looks_a_little_like_it_is_not(text: str):
    assert Lexicon((HOLD,)).found(text) == ()


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_folding_is_stable_and_finding_says_the_same_twice(text: str):
    """Whatever is written: what is found without places is what is found with them."""
    lexicon = Lexicon((HOLD, Word(text="a*", action=Action.FLAG), Word(text="b c", action=Action.TAG, value="x")))

    assert fold(fold(text)) == fold(text)
    assert {word.text for word in lexicon.found(text)} == {found.word.text for found in lexicon.places(text)}


def test_each_action_of_a_word_does_what_it_says(live: tuple[Classroom, str, str]):
    room, host, ana = live
    words(
        room,
        host,
        Word(text="blockit", action=Action.BLOCK),
        HOLD,
        Word(text="flagit", action=Action.FLAG),
        Word(text="cover up", action=Action.CENSOR),
        Word(text="charter", action=Action.LINK, value="https://example.org/charter"),
        Word(text="thanks", action=Action.TAG, value="merci"),
    )
    with refused("words_refused"):
        room.says(ana, "please BLOCKIT")
    held = room.says(ana, "darn it")
    assert (room.moderation.items[held].status, room.moderation.items[held].held_by) == (Status.HELD, "words")
    flagged = room.says(ana, "flagit")
    assert room.moderation.items[flagged].status is Status.FLAGGED
    assert room.moderation.items[flagged].flags[0].rule == "words"
    covered = room.says(ana, "do Cover  Up this")
    assert room.moderation.items[covered].is_censored
    room.says(ana, "read the charter or [charter](https://example.org/charter)")
    tagged = room.says(ana, "thanks!")
    assert room.moderation.items[tagged].tags == ("merci",)
    assert room.class_messages() == [
        "flagit",
        "do ▒▒▒▒▒  ▒▒ this",
        "read the [charter](https://example.org/charter) or [charter](https://example.org/charter)",
        "thanks!",
    ]
    assert "merci" not in str(room.reads(CLASS))
    room.check_documents()


def test_staff_s_own_texts_pass(live: tuple[Classroom, str, str]):
    room, host, _ana = live
    words(room, host, Word(text="darn", action=Action.BLOCK))
    room.says(host, "darn")
    assert room.class_messages() == ["darn"]


def test_words_are_watched_in_names_edits_and_answers_alike(live: tuple[Classroom, str, str]):
    room, host, ana = live
    words(room, host, HOLD)
    ben = room.joins("Darn")
    assert room.seat(ben).name == ""
    message = room.says(ana, "harmless")
    room.edits(ana, message, "d a r n")
    assert room.class_messages() == ["harmless"]
    assert list(room.moderation.waiting) == ["name:" + ben, message]


def test_the_list_is_edited_live_and_counts_its_versions(live: tuple[Classroom, str, str]):
    room, host, ana = live
    words(room, host, HOLD, Word(text="Dàrn", action=Action.FLAG))
    assert [word.action for word in room.moderation.lexicon.words] == [Action.FLAG]
    assert room.do(host, c.EditWords(added=(Word(text="Dàrn", action=Action.FLAG),))) == [CommandNoted()]
    rules(room, host, rate=5)
    assert room.moderation.number == 2
    room.do(host, c.EditWords(removed=("DARN",)))
    room.says(ana, "darn")
    assert not room.moderation.flagged
    with refused("bad_word", place=0):
        words(room, host, Word(text=" ", action=Action.HOLD))
    with refused("bad_word", place=1):
        words(room, host, HOLD, Word(text="x", action=Action.TAG))
    with refused("bad_link"):
        words(room, host, Word(text="x", action=Action.LINK, value="javascript:alert(1)"))
    with refused("bad_rules", field="rate"):
        rules(room, host, rate=-1)


# --- the other rules -------------------------------------------------------------------------------------------------


def test_a_repeated_text_is_refused_for_a_while_however_it_is_dressed(live: tuple[Classroom, str, str]):
    room, host, ana = live
    rules(room, host, repeated=Action.BLOCK, repeated_within=60)
    first = room.says(ana, "buy my book now")
    with refused("text_repeated", until=room.now + 60_000):
        room.says(ana, "BUY, my  book now!!!")
    room.says(ana, "yes")
    room.says(ana, "yes")
    room.edits(ana, first, "Buy my book now")
    ben = room.joins("Ben")
    room.says(ben, "buy my book now")
    room.now += 60_000
    room.says(ana, "buy my book now")
    assert len(room.class_messages()) == 5


def test_links_wait_unless_their_host_is_admitted(live: tuple[Classroom, str, str]):
    room, host, ana = live
    rules(room, host, links=Action.HOLD, links_allowed=("https://www.Example.org/",))
    for text in (
        "see https://example.org/a",
        "see www.example.org and https://sub.example.org:80/x",
        "no.address here",
    ):
        room.says(ana, text)
    assert not room.moderation.waiting
    for text in (
        "see https://evil.test",
        "https://example.org@evil.test",
        "https://example.org.evil.test",
        "WWW.evil.test",
    ):
        assert room.moderation.items[room.says(ana, text)].held_by == "links"


def test_the_first_texts_of_a_person_wait_until_some_were_admitted(live: tuple[Classroom, str, str]):
    room, host, ana = live
    rules(room, host, first=2)
    first, second = room.says(ana, "one"), room.says(ana, "two")
    assert room.moderation.items[second].held_by == "newcomer"
    for item in (first, second):
        room.decides(host, item, Status.PUBLISHED)  # type: ignore[arg-type]
    assert room.moderation.items[room.says(ana, "three")].status is Status.PUBLISHED


def test_the_texts_of_somebody_who_was_often_turned_down_wait(live: tuple[Classroom, str, str]):
    room, host, ana = live
    rules(room, host, turned_down=50)
    for n in range(5):
        item = room.says(ana, f"words {n}")
        if n > 1:
            room.decides(host, item, Status.REJECTED)  # type: ignore[arg-type]
    assert room.moderation.items[room.says(ana, "more")].held_by == "record"


def test_one_person_cannot_flood_the_class_nor_can_many(live: tuple[Classroom, str, str]):
    """On ten devices one is still one person; of a crowd what is too much waits, and staff can put it away at once."""
    room, host, ana = live
    rules(room, host, rate=3, crowd=20)
    for n in range(3):
        room.says(ana, f"a{n}")
    with refused("too_fast", until=room.now + 10_000):
        room.says(ana, "a3")
    crowd = [room.joins(f"Bot {n}") for n in range(12)]
    for n in range(3):
        for bot in crowd:
            room.says(bot, f"spam {n}")
    waiting = room.moderation.waiting
    assert {room.moderation.items[item].held_by for item in waiting} == {"crowd"}
    items = tuple(c.Read(item=item, revision=1, version=room.moderation.items[item].version) for item in waiting)
    room.do(host, c.DecideTexts(items=items, outcome=Status.REJECTED))  # type: ignore[arg-type]
    assert not room.moderation.waiting
    room.now += 10_000
    assert room.moderation.items[room.says(ana, "a3")].status is Status.PUBLISHED


def test_a_slow_channel_says_when_one_may_write_again(live: tuple[Classroom, str, str]):
    room, host, ana = live
    room.do(host, c.SetSlow(channel=MAIN, seconds=30))
    assert room.reads(CLASS)["moderation"]["modes"] == {MAIN: {"slow": 30}}
    message = room.says(ana, "one")
    assert room.reads(me(ana))["moderation"]["next"] == {MAIN: room.now + 30_000}
    with refused("slow_mode", until=room.now + 30_000):
        room.says(ana, "two")
    room.edits(ana, message, "one, corrected")
    room.says(host, "staff do not wait")
    room.says(host, "at all")
    room.check_documents()
    room.now += 31_000
    room.says(ana, "two")
    room.do(host, c.SetSlow(channel=MAIN, seconds=0))
    assert "moderation" not in room.reads(CLASS)
    assert room.reads(me(ana))["moderation"].keys() == {"mine"}
    with refused("bad_rules"):
        room.do(host, c.SetSlow(channel=MAIN, seconds=601))
    room.check_documents()


def test_a_long_message_meets_the_limit_of_the_rules(live: tuple[Classroom, str, str]):
    room, host, ana = live
    rules(room, host, longest=10)
    with refused("text_too_long", limit=10, length=11):
        room.says(ana, "a" * 11)


@pytest.mark.parametrize("text", ["z" + "\u0336" * 40 + "algo", "a" + "\u200b" * 500 + "b", "\u20dd" * 9 + "x"])
def test_marks_in_heaps_and_unseen_characters_in_rows_are_refused(live: tuple[Classroom, str, str], text: str):
    room, _host, ana = live
    with refused("text_distorted"):
        room.says(ana, text)


def test_a_million_characters_are_refused_before_they_cost_anything(live: tuple[Classroom, str, str]):
    room, _host, ana = live
    with pytest.raises(Refusal) as caught:
        room.says(ana, "a\u0301" * 500_000)
    assert caught.value.code == "text_too_long"


# --- people ----------------------------------------------------------------------------------------------------------


def test_a_slowed_person_is_told_kindly_and_until_when(live: tuple[Classroom, str, str]):
    room, host, ana = live
    room.do(host, c.LimitMember(member=ana, limit=Limit.SLOWED, minutes=5, reason="Let others speak too"))
    limits = room.reads(me(ana))["moderation"]["limits"]
    assert limits == {
        "slowed": {"at": room.now, "until": room.now + 300_000, "every": 30, "reason": "Let others speak too"}
    }
    room.says(ana, "one")
    with refused("slow_mode", until=room.now + 30_000):
        room.says(ana, "two")
    assert "slowed" not in str(room.reads(CLASS))
    room.now += 300_000
    assert room.elapse() == [LimitLifted(member=ana, limit=Limit.SLOWED)]
    room.says(ana, "two")
    assert room.reads(me(ana))["moderation"].keys() == {"mine"}
    room.check_documents()


def test_a_muted_person_writes_nothing_until_the_time_is_over(live: tuple[Classroom, str, str]):
    room, host, ana = live
    message = room.says(ana, "before")
    room.do(host, c.LimitMember(member=ana, limit=Limit.MUTED, minutes=1))
    until = room.now + 60_000
    with refused("muted", until=until):
        room.says(ana, "now")
    with refused("muted", until=until):
        room.edits(ana, message, "now")
    room.now = until
    room.elapse()
    room.says(ana, "after")
    assert room.class_messages() == ["before", "after"]


@pytest.mark.parametrize(("limit", "code"), [(Limit.MUTED, "muted"), (Limit.READ_ONLY, "read_only")])
def test_a_limit_without_an_end_lasts_until_it_is_lifted(live: tuple[Classroom, str, str], limit: Limit, code: str):
    room, host, ana = live
    room.do(host, c.LimitMember(member=ana, limit=limit))
    room.now += 10**9
    assert room.elapse() == []
    with refused(code):
        room.says(ana, "now")
    with refused("nothing_to_appeal"):
        room.do(host, c.Appeal(item="person:" + host, text="Me"))
    room.do(ana, c.Appeal(item="person:" + ana, text="I am sorry"))
    room.do(host, c.AnswerAppeal(item="person:" + ana, granted=True, reason="Fine"))
    room.says(ana, "thank you")
    assert room.class_messages() == ["thank you"]
    assert not room.moderation.appealing
    room.check_documents()


def test_the_texts_of_a_held_person_wait(live: tuple[Classroom, str, str]):
    room, host, ana = live
    room.do(host, c.LimitMember(member=ana, limit=Limit.HELD))
    assert room.moderation.items[room.says(ana, "one")].held_by == "person"
    room.do(host, c.LiftLimit(member=ana, limit=Limit.HELD))
    room.says(ana, "two")
    assert room.class_messages() == ["two"]
    assert room.do(host, c.LiftLimit(member=ana, limit=Limit.HELD)) == [CommandNoted()]


def test_a_warning_is_private_and_goes_once_it_is_read(live: tuple[Classroom, str, str]):
    room, host, ana = live
    ben = room.joins("Ben")
    message = room.says(ana, "loud")
    room.do(host, c.WarnMember(member=ana, reason="Gently, please", item=message))
    (warning,) = room.reads(me(ana))["moderation"]["warnings"]
    assert room.reads(me(ana))["moderation"]["warnings"][warning]["reason"] == "Gently, please"
    assert "Gently" not in str(room.reads(CLASS)) + str(room.reads(me(ben)))
    with refused("not_allowed"):
        room.do(ben, c.ReadWarning(warning=warning))
    room.do(ana, c.ReadWarning(warning=warning))
    assert "warnings" not in room.reads(me(ana)).get("moderation", {})
    room.check_documents()


def test_who_is_banned_is_put_out_and_nobody_comes_back_under_that_name(live: tuple[Classroom, str, str]):
    room, host, ana = live
    room.do(host, c.BanMember(member=ana, reason="Threats"))
    assert room.seat(ana).standing is Standing.REMOVED
    with refused("removed"):
        room.relay(EnterSession(member=ana))
    for name in ("Ana", " ANA ", "A\u200bna"):
        with refused("banned"):
            room.joins(name)
    room.joins("Anna")


def test_staff_are_not_moderated_by_one_another(live: tuple[Classroom, str, str]):
    room, host, ana = live
    co = room.invites(host, "Co", Role.COFACILITATOR)
    room.enters(co)
    for member in (host, co):
        with refused("not_allowed"):
            room.do(host, c.LimitMember(member=member, limit=Limit.MUTED))
        with refused("not_allowed"):
            room.do(co, c.BanMember(member=member))
    with refused("unknown_member"):
        room.do(host, c.WarnMember(member="nobody", reason="You"))
    with refused("bad_duration"):
        room.do(host, c.LimitMember(member=ana, limit=Limit.MUTED, minutes=-1))
    with refused("not_allowed"):
        room.do(ana, c.SetRules(rules=Rules()))


# --- the trial -------------------------------------------------------------------------------------------------------

TRIED = (
    "hello",
    "darn it",
    "blockit",
    "see https://evil.test",
    "cover this",
    "a" * 60,
    "z" + "\u0336" * 40,
    "buy my book now",
)


@pytest.mark.parametrize("mode", list(ChannelMode))
@pytest.mark.parametrize("text", TRIED)
def test_a_trial_says_what_the_gate_does(live: tuple[Classroom, str, str], text: str, mode: ChannelMode):
    room, host, ana = live
    rules(room, host, links=Action.HOLD, longest=50, first=1, repeated=Action.BLOCK)
    room.says(ana, "buy my book now")
    words(room, host, HOLD, Word(text="blockit", action=Action.BLOCK), Word(text="cover", action=Action.CENSOR))
    room.do(host, c.SetChannelMode(channel=MAIN, mode=mode))
    tried = trial(room.world, text, author=ana, at=room.now)
    before = room.world.seq
    if tried.action is Action.BLOCK:
        with refused(tried.steps[-1].code):
            room.says(ana, text)
        assert room.world.seq == before
    else:
        item = room.moderation.items[room.says(ana, text)]
        holding = [step.rule for step in tried.steps if step.action is Action.HOLD]
        assert item.held_by == (holding[0] if holding else "")
        assert tried.text == room.discussion.messages[item.item].newest.text


def test_a_trial_walks_the_rules_in_their_order_and_answers_staff_alone(live: tuple[Classroom, str, str]):
    room, host, ana = live
    words(room, host, HOLD)
    tried = trial(room.world, "a darn thing")
    assert tuple(step.rule for step in tried.steps) == ORDER
    assert (tried.action, tried.rule) == (Action.HOLD, "words")
    assert tried.steps[ORDER.index("words")].found == ("darn",)
    assert trial(room.world, "a darn thing", author=host).action is Action.PASS
    answer = room.asks(host, "moderation.trial", text="a darn thing")
    assert (answer["action"], answer["rule"]) == ("hold", "words")
    with refused("not_allowed"):
        REGISTRY.queries["moderation.trial"](room.world, Viewer(ana, Role.LEARNER), {"text": "darn"})
    with refused("bad_query"):
        room.asks(host, "moderation.trial", text=3)
