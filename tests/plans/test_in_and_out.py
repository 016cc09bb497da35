"""Agendas from spreadsheets, polls from question banks, and invitations for calendars."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from app.plans import Activity, ActivityKind, Plan, PlanError, PlanUnreadable
from app.plans.agenda_csv import from_csv
from app.plans.calendar import PlanUndated, to_ics
from app.plans.plan import Day, Objective, PollForm
from app.plans.polls import from_aiken, from_gift

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_an_agenda_from_a_spreadsheet_in_french():
    plan = from_csv(
        "\ufeffHoraire;Activité;Durée;Modalité;Animé par\n"
        "9h00;Accueil;10 min;exposé;Léa\n"
        '9h10;"« Ce que j’ai essayé ; et après »";20;échange;\n'
        "10:00;Étude de cas;1h15;sous-groupes;Sam\n",
        "Matinée",
    )

    assert plan.title == "Matinée"
    assert [(each.title, each.minutes, each.pinned, each.kind, each.lead) for each in plan.activities] == [
        ("Accueil", 10, 540, ActivityKind.TALK, "Léa"),
        ("« Ce que j’ai essayé ; et après »", 20, None, ActivityKind.DISCUSSION, ""),
        ("Étude de cas", 75, 600, ActivityKind.BREAKOUT, "Sam"),
    ]


def test_quoted_cells_lengths_and_pins_are_read():
    plan = from_csv(
        'start,end,title,type,description\n09:00,09:15,Hello,lecture,"Two\nlines, one cell"\n'
        "09:15,10:00,Groups,breakout,\n1:30 PM,2:00 pm,Back again,debate,\n"
    )

    assert [(each.minutes, each.pinned) for each in plan.activities] == [(15, 540), (45, None), (30, 810)]
    assert plan.activities[0].instructions == "Two\nlines, one cell"
    assert plan.activities[1].kind is ActivityKind.BREAKOUT


@pytest.mark.parametrize(
    ("source", "where"),
    [
        ("", "line 1"),
        ("a,b\n1,2\n", "line 1"),
        ("title,minutes\nA,10\nB,-5\n", "line 3"),
        ("title,minutes\nA,99999\n", "line 2"),
        ("title,start,end\nA,10:00,09:00\n", "line 2"),
        ("title,start\nA,25:00\n", "line 2"),
    ],
)
def test_a_table_that_makes_no_sense_is_refused_with_its_line(source: str, where: str):
    with pytest.raises(PlanUnreadable) as refused:
        from_csv(source)

    assert refused.value.where == where


GIFT = r"""// a comment
$CATEGORY: tests

::Feedback:: Which is an observation? {
  =“You came at 9\:20.” # Yes: seen and checked.
  ~“You are lazy.”

  ~%50%not this one \= really
}

Feedback is best given at once. {TRUE#Think again.#Indeed.}

::several:: Which help? { ~%50%Asking ~%50%Listening ~%-100%Judging }

[html]<p>Who wrote <b>this</b> &amp; that?</p> {=Ana =Ben}

What did you try? {}

Feedback should be {=specific ~vague} to help.

How many? {#3:1}

Match. { =a -> b =c -> d }

Only a description.
"""


def test_questions_of_every_kind_are_read_from_gift_or_told():
    bank = from_gift(GIFT, yes="Vrai", no="Faux")
    first, truth, several, short, essay, missing = bank.polls

    assert first.title == "Feedback"
    assert first.question == "Which is an observation?"
    assert first.form is PollForm.CHOICE
    assert first.choices[0].text == "“You came at 9:20.”"
    assert first.choices[0].feedback == "Yes: seen and checked."
    assert [choice.right for choice in first.choices] == [True, False, False]
    assert first.choices[2].text == "not this one = really"
    assert [(choice.text, choice.right, choice.feedback) for choice in truth.choices] == [
        ("Vrai", True, "Indeed."),
        ("Faux", False, "Think again."),
    ]
    assert (several.form, [choice.right for choice in several.choices]) == (PollForm.MULTIPLE, [True, True, False])
    assert short.question == "Who wrote this & that?"
    assert (short.form, len(short.choices)) == (PollForm.OPEN, 2)
    assert (essay.form, essay.choices) == (PollForm.OPEN, ())
    assert missing.question == "Feedback should be _____ to help."
    assert [(skipped.why, skipped.line) for skipped in bank.skipped] == [
        ("numerical", 21),
        ("matching", 23),
        ("description", 25),
    ]


def test_gift_with_a_brace_that_is_never_closed_is_refused_with_its_line():
    with pytest.raises(PlanUnreadable) as refused:
        from_gift("Fine? {T}\n\nWhich? {=a ~b\n")

    assert refused.value.where == "line 3"


def test_questions_are_read_from_aiken():
    bank = from_aiken("Which one?\nA. This\nB) That\nANSWER: B\n\nAnd now?\nA) Yes\nB) No\nANSWER: A\n")

    assert [poll.question for poll in bank.polls] == ["Which one?", "And now?"]
    assert [(choice.text, choice.right) for choice in bank.polls[0].choices] == [("This", False), ("That", True)]


@pytest.mark.parametrize(
    ("source", "where"),
    [("Q?\nA. a\nB. b\nANSWER: C\n", "line 4"), ("Q?\nA. a\nthen\n", "line 3"), ("Q?\nA. a\nB. b\n", "end")],
)
def test_broken_aiken_is_refused_with_its_line(source: str, where: str):
    with pytest.raises(PlanUnreadable) as refused:
        from_aiken(source)

    assert refused.value.where == where


@given(st.text("={}~#%:\\->TF09 a\n[html]<p>&;", max_size=80))
def test_no_text_breaks_the_readers(source: str):
    """They read or refuse, with the one kind of error."""
    for read in (from_gift, from_aiken, from_csv):
        code = ""
        try:
            read(source)
        except PlanError as refused:
            code = refused.code

        assert code in {"", "plan_unreadable"}


def test_an_invitation_has_one_event_a_day_with_the_link_and_without_staff_notes():
    plan = Plan(
        title="Écouter, puis répondre",
        objectives=(Objective(id="o", title="Reformuler"),),
        days=(Day(id="d", date="2026-07-01", start=540), Day(id="e", title="Suite", date="2026-07-02", start=600)),
        activities=(
            Activity(id="a", minutes=90, day="d", notes="secret"),
            Activity(id="b", minutes=30, day="e"),
        ),
    )
    body = to_ics(plan, "p", ZoneInfo("Europe/Paris"), NOW, "https://relay.example/#c=ABC")
    first, second = (dict[str, Any](event) for event in Calendar.from_ical(body).walk("VEVENT"))

    assert first["SUMMARY"] == "Écouter, puis répondre"
    assert second["SUMMARY"] == "Écouter, puis répondre · Suite"
    assert first["DTSTART"].dt == datetime(2026, 7, 1, 7, tzinfo=UTC)
    assert first["DTEND"].dt == datetime(2026, 7, 1, 8, 30, tzinfo=UTC)
    assert "https://relay.example/#c=ABC" in first["DESCRIPTION"]
    assert first["UID"] != second["UID"]
    assert b"secret" not in body


def test_a_plan_without_a_date_makes_no_invitation():
    with pytest.raises(PlanUndated):
        to_ics(Plan(activities=(Activity(id="a"),)), "p", UTC, NOW)
