"""Who is in which room, from and to the files of other tools."""

from __future__ import annotations

import csv
import io

import pytest

from app.people.rooms import Known, RoomFile, seating, seating_file, seating_text

PEOPLE = {
    "a": Known("Ana Lima", "ana@example.org"),
    "b": Known("Élodie Martin", "elodie@example.org"),
    "c": Known("Karim"),
    "d": Known("Jean Petit"),
    "e": Known("Jean Petit"),
}


@pytest.mark.parametrize(
    "text",
    [
        "Pre-assign Room Name,Email Address\nBleu,ANA@example.org\nBleu,elodie@example.org\nVert,karim\n",
        "\ufeffSalle;Nom;Courriel\r\nBleu;Ana LIMA;\r\nBleu;elodie martin;\r\nVert;;\r\nVert;Karim;\r\n",
        "Room name\tUser name\nBleu\tana lima\nBleu\tÉlodie Martin\nVert\tKarim\n",
        "Bleu,Ana Lima\nBleu,Elodie Martin\nVert,Karim\n",
    ],
)
def test_rooms_are_read_whoever_wrote_them(text: str):
    assert seating(text, PEOPLE).rooms == (("Bleu", ("a", "b")), ("Vert", ("c",)))


def test_who_is_not_here_who_stands_twice_and_who_could_be_two_is_told():
    text = "room,name\nBleu,Nobody\nBleu,Ana Lima\nVert,ana@example.org\nVert,Jean Petit\n"

    found = seating(text, PEOPLE)

    assert found.rooms == (("Bleu", ("a",)),)
    assert found.unknown == ((2, "Nobody"), (5, "Jean Petit"))
    assert found.doubled == ((4, "ana@example.org"),)


def test_nothing_comes_of_nothing():
    assert seating("", PEOPLE).rooms == ()
    assert seating('"""\x00,', PEOPLE).rooms == ()


@pytest.mark.parametrize("kind", list(RoomFile))
def test_what_is_written_is_read_again(kind: RoomFile):
    rooms = (("Bleu, clair", ("a",)), ("Vert", ("b",)))

    assert seating(seating_file(rooms, PEOPLE, kind), PEOPLE).rooms == rooms


def test_no_name_becomes_a_formula_and_zoom_is_told_addresses_alone():
    people = {"a": Known('=HYPERLINK("x")', ""), "b": Known("Bob", "bob@example.org")}

    ours = list(csv.reader(io.StringIO(seating_file((("+1", ("a", "b")),), people, RoomFile.BIGBLUEBUTTON))))
    zoom = list(csv.reader(io.StringIO(seating_file((("+1", ("a", "b")),), people, RoomFile.ZOOM))))

    assert ours[1] == ["'+1", '\'=HYPERLINK("x")', ""]
    assert zoom == [["Pre-assign Room Name", "Email Address"], ["'+1", "bob@example.org"]]


def test_rooms_as_text_have_a_line_each_and_their_link_under_it():
    assert seating_text([("Bleu", "https://meet.example/1", ("Ana", "Bob")), ("Vert", "", ())]) == (
        "Bleu: Ana, Bob\nhttps://meet.example/1\nVert"
    )
