"""The run sheet holds all that staff need, the programme nothing of staff, and no text is taken for markup."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from app.plans import Activity, ActivityKind, Plan
from app.plans.formats import sample, sample_names
from app.plans.plan import Choice, Day, Material, Objective, Poll, Question, Role, Rooms
from app.reports.forms import Form, Invite, file_name, page_of, written
from app.reports.paper import WORDS
from app.reports.programme import programme
from app.reports.run_sheet import run_sheet
from tests.drawing import drawn
from tests.plans.plans_made import plans

PLAN = Plan(
    title="Écouter <b>",
    language="en",
    learners=13,
    editorial="the line",
    audience="nurses",
    days=(Day(id="d", date="2026-07-01", start=540),),
    objectives=(Objective(id="o", title="Listen", evidence="they repeat"),),
    materials=(Material(id="m", title="answer key"),),
    roles=(Role(id="r", title="Host", who="Ana", tasks="keeps time"),),
    activities=(
        Activity(id="a", title="Talk", kind=ActivityKind.TALK, minutes=20, notes="my secret", objectives=("o",)),
        Activity(id="b", title="Pairs", kind=ActivityKind.BREAKOUT, minutes=30, lead="Ben", pinned=570),
        Activity(id="c", title="Coffee", kind=ActivityKind.BREAK, minutes=10),
    ),
    questions=(Question(id="q", activity="b", text="asked only then"),),
    polls=(Poll(id="p", activity="a", question="which one", choices=(Choice(text="this", right=True),)),),
    rooms=(Rooms(id="s", activity="b", people=2, task="do this"),),
)
SECRETS = (
    "my secret",
    "they repeat",
    "answer key",
    "keeps time",
    "asked only then",
    "which one",
    "the line",
    "do this",
)


class Reading(HTMLParser):
    """Gathers the words of a page, and checks that what is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        del attrs
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Gather what is no style."""
        if "style" not in self.open:
            self.words.append(data)


def words(html: str) -> str:
    """Return what a person reads of a page."""
    reading = Reading()
    reading.feed(html)
    reading.close()
    assert reading.open == []
    return " ".join(" ".join(reading.words).split())


def test_the_run_sheet_holds_everything_with_clock_times():
    told = words(run_sheet(PLAN))

    for each in (*SECRETS, "nurses", "Ana", "Ben", "09:00", "09:30", "10 min free", "fixed at 09:30", "objective 1"):
        assert each in told, each
    assert "6 rooms of 2" in told
    assert "Wednesday 1 July 2026" in told


def test_the_programme_holds_nothing_of_staff():
    html = programme(PLAN, "https://relay.example/#c=1", "https://meet.example/")
    told = words(html)

    for each in ("Listen", "nurses", "09:30–10:00", "with Ben", "https://relay.example/#c=1", "https://meet.example/"):
        assert each in told, each
    for each in SECRETS:
        assert each not in html, each


@given(plans())
@settings(max_examples=drawn(8))
def test_no_text_is_taken_for_markup(plan: Plan):
    for html in (run_sheet(plan), programme(plan)):
        told = words(html)
        assert html.count("<script") == 0
        for activity in plan.activities:
            assert " ".join(activity.title.split()) in told


def test_pasted_markup_is_shown_as_it_was_typed():
    plan = replace(PLAN, title="<script>alert(1)</script>", audience='<img src="x">')

    for html in (run_sheet(plan), programme(plan)):
        assert "<script" not in html
        assert "<img" not in html
        assert "<script>alert(1)</script>" in unescape(html)


@pytest.mark.parametrize("name", sample_names())
def test_a_sample_is_printed_in_its_language(name: str):
    plan = sample(name)
    told = words(run_sheet(plan))

    assert ("Notes pour l’équipe" in told) == (plan.language == "fr")
    assert "{" not in told


def test_an_empty_plan_has_its_pages_too():
    for form in (Form.RUN_SHEET, Form.PROGRAMME):
        assert "Untitled plan" in words(page_of(Plan(language="en"), form))


def test_every_word_has_the_same_places_in_both_languages():
    for english, french in WORDS.values():
        assert sorted(part.split("}")[0] for part in english.split("{")[1:]) == sorted(
            part.split("}")[0] for part in french.split("{")[1:]
        )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Écouter, puis répondre ?", "Écouter, puis répondre.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ("CON", "plan CON.pdf"),
        ("...", "plan.pdf"),
        ("", "Untitled plan.pdf"),
        ("漢" * 200, "漢" * 40 + ".pdf"),
    ],
)
def test_a_file_is_named_after_its_plan_on_any_system(title: str, name: str):
    assert file_name(Plan(title=title, language="en"), Form.RUN_SHEET) == name


def test_an_agenda_goes_to_a_spreadsheet_and_comes_back():
    table = written(replace(PLAN, title="=1+1"), "p", Form.CSV).decode("utf-8-sig")

    assert "2026-07-01,09:00,Talk,20,talk,,,my secret" in table


def test_the_invitation_carries_the_meeting_link_and_the_join_link():
    body = written(PLAN, "p", Form.ICS, Invite("https://relay.example/j", "https://meet.example/m")).decode()

    assert "LOCATION:https://meet.example/m" in body
    assert "https://relay.example/j" in body
    assert "my secret" not in body
