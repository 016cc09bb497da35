"""Invitations: what a person reads before a class, with a link that works or a place for one that is to come."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest

from app.people.invitation import HERE, ROOM, WORLD, Occasion, letter, link_note, mail_merge, say
from app.people.person import Person
from app.plans.calendar import to_ics
from app.plans.plan import Activity, Day, Plan

ZOE = Person(id="1", first_name="Zoé", surname="Lefèvre", email="zoe@example.org", needs="Grands caractères")
OWN = "https://relay.example/#s=1&k=2"


def plan(language: str = "fr") -> Plan:
    """Return a plan of an hour and a half."""
    return Plan(
        title="Le retour",
        language=language,
        days=(Day(id="d", date="2026-04-01", start=9 * 60),),
        activities=(Activity(id="a", title="", minutes=90, day="d"),),
    )


def test_an_invitation_in_french_reads_as_a_french_trainer_writes_it():
    written = letter(
        Occasion(plan(), "CEST", "https://relay.example", "BADO-LIMU-47", "x", WORLD, links={"1": OWN}), ZOE
    )

    assert written.subject == (
        "Invitation\u00a0: Le retour – mercredi 1er avril 2026, de 9\u00a0h\u00a000 à 10\u00a0h\u00a030 "
        "(1\u00a0h\u00a030), CEST"
    )
    assert "Bonjour Zoé,\n\nNous vous attendons pour «\u00a0Le retour\u00a0»." in written.body
    assert OWN in written.body
    assert "BADO" not in written.body
    assert "Grands" not in written.body


def test_an_invitation_in_english_to_everybody_has_the_shared_link_and_the_code():
    occasion = Occasion(plan("en"), "", "https://relay.example", "BADO-LIMU-47", "https://relay.example/#c=BADO", WORLD)
    body = letter(occasion).body

    assert body.startswith("Hello,\n")
    assert "Wednesday 1 April 2026, 9:00 to 10:30 (1\u00a0h 30\u00a0min)" in body
    assert "https://relay.example/#c=BADO" in body
    assert "type the code BADO-LIMU-47" in body


@pytest.mark.parametrize(("language", "said"), [("fr", "[lien pour participer]"), ("en", "[link to join]")])
def test_without_a_class_the_place_of_the_link_is_plain(language: str, said: str):
    body = letter(Occasion(plan(language)), ZOE).body

    assert said in body
    assert "http" not in body
    assert say("link_own", language) in letter(Occasion(plan(language), personal=True), ZOE).body
    assert say("link_all", language) in letter(Occasion(plan(language), personal=True)).body


def test_without_a_date_there_is_a_place_to_fill_in():
    undated = Plan(title="", language="fr", activities=(Activity(id="a", title="", minutes=45),))

    assert "Date\u00a0: [date et heure] (45\u00a0min)" in letter(Occasion(undated)).body
    assert "[date et heure]" in letter(Occasion(Plan(language="fr"))).body


@pytest.mark.parametrize(("reach", "said"), [(ROOM, "que dans la salle"), (HERE, "que sur l’ordinateur")])
def test_a_local_link_never_stands_unlabelled(reach: str, said: str):
    occasion = Occasion(plan(), link="http://192.168.1.4:8080/#c=X", reach=reach)

    assert said in letter(occasion).body
    assert said in letter(occasion, ZOE).body
    assert said in link_note(occasion)
    ics = to_ics(plan(), "p", UTC, datetime(2026, 1, 1, tzinfo=UTC), occasion.link, about=link_note(occasion)).decode()
    assert said in ics.replace("\r\n ", "")


def test_the_meeting_is_told_when_there_is_one():
    assert "https://zoom.example/1" in letter(Occasion(plan(), meeting="https://zoom.example/1")).body


def test_a_table_for_a_mail_merge_opens_in_a_spreadsheet_and_runs_no_formula():
    evil = Person(id="2", first_name='=HYPERLINK("x")', email="evil@example.org")
    data = mail_merge(Occasion(plan(), link="https://x/#c=1", reach=WORLD, links={"1": OWN}), [ZOE, evil])
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))

    assert [row["Lien"] for row in rows] == [OWN, "https://x/#c=1"]
    assert rows[0]["Courriel"] == "zoe@example.org"
    assert rows[1]["Prénom"].startswith("'=")
    assert OWN in rows[0]["Message"]
    assert "Grands" not in data.decode("utf-8-sig")
