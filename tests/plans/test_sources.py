"""Files of other programs are read whatever their encoding, separators and headings, or refused with the place."""

from __future__ import annotations

import pytest

from app.plans import ActivityKind, Plan, PlanDocument, PlanError, pack
from app.plans.agenda_csv import from_csv
from app.plans.sources import SourceUnknown, plan_of, read_source
from tests.plans.plans_made import simple

TABLE = "Horaire;Activité;Durée (min);Modalité\n9h00;Été à l’œuvre;10;échange\n9h10;Débat;20;débat\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_table_is_read_in_whatever_encoding_it_was_saved(encoding: str):
    source = read_source("Matinée.csv", TABLE.encode(encoding), "fr")

    assert source.plan is not None
    assert (source.plan.title, source.plan.language) == ("Matinée", "fr")
    assert [(each.title, each.minutes, each.kind) for each in source.plan.activities] == [
        ("Été à l’œuvre", 10, ActivityKind.DISCUSSION),
        ("Débat", 20, ActivityKind.DEBATE),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "sep=;\ntitle;minutes\nA, b; 10\n",
        'title,minutes\n"A, b",10\n',
        "Title\tDuration (min)\r\nA, b\t10\r\n",
        "ACTIVITE|DUREE\nA, b|10\n",
        "Session of Monday;;\n;;\n#;Intitulé;Durée\n1;A, b;10 min\n",
        'title,length,notes\n"A, b",10,"a; b; c; d; e"\n',
    ],
)
def test_separators_quotes_and_headings_are_found(table: str):
    plan = from_csv(table)

    assert [(each.title, each.minutes) for each in plan.activities] == [("A, b", 10)]


def test_a_table_with_a_bad_length_names_the_line_also_below_other_rows():
    with pytest.raises(PlanError) as refused:
        from_csv("sep=;\nMonday;\ntitle;minutes\nA;10\nB;-5\n")

    assert refused.value.where == "line 5"


def test_each_kind_of_file_is_told_by_its_ending_or_its_content():
    document = PlanDocument.new(simple("a"))
    aiken = b"Which?\nA. This\nB. That\nANSWER: B\n"

    assert read_source("x.bin", pack(document), "en").document is not None
    assert read_source("x.txt", aiken, "en").bank is not None
    assert read_source("x.txt", b"Fine? {T}\n", "fr").bank is not None
    assert read_source("x.md", b"# Title\n", "en").plan == Plan(title="Title")
    told = read_source("x.txt", b"# Title\n\n## Welcome (5 min)\n", "en").plan
    assert told is not None
    assert told.activities[0].minutes == 5


@pytest.mark.parametrize(
    ("name", "data"), [("table.xlsx", b"PK\x03\x04" + b"\0" * 40), ("page.pdf", b"%PDF-1.7"), ("empty.txt", b"")]
)
def test_a_file_of_another_kind_is_refused(name: str, data: bytes):
    with pytest.raises(SourceUnknown):
        read_source(name, data, "en")


def test_polls_become_an_activity_that_holds_them():
    bank = read_source("x.gift", b"Fine? {T}\n\nWhich? {=a ~b}\n", "fr").bank
    assert bank is not None
    plan = plan_of(bank, "Quiz", "fr")

    assert plan.activities[0].kind is ActivityKind.POLL
    assert [poll.activity for poll in plan.polls] == [plan.activities[0].id] * 2
    assert plan.polls[0].choices[0].text == "Vrai"


def test_words_in_bold_that_are_no_label_stay_in_the_text():
    """“Objectives” is a heading of plans; in an activity it is somebody's own word."""
    plan = read_source("x.md", b"# T\n\n#### A\n\n**Objectives**\n\nTalk.\n", "en").plan

    assert plan is not None
    assert "**Objectives**" in plan.activities[0].instructions
