"""Lists of people: read from what people really have, nothing lost and nothing doubled in silence."""

from __future__ import annotations

import contextlib
import csv
import io
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.people.person import FIELDS, MOST_PEOPLE, PeopleList, PeopleUnreadable, Person, Seat, read_list, write_list
from app.people.reading import Reading, What, read_file, read_text
from tests.drawing import drawn

FILES = Path(__file__).parent / "files"
ZOE = ("Zoé", "Lefèvre", "zoe.lefevre@example.org")
KARIM = ("Karim", "Ben Salah", "karim@example.org")


def read(name: str) -> Reading:
    """Read one of the golden files."""
    return read_file((FILES / name).read_bytes())


def short(reading: Reading) -> list[tuple[str, str, str]]:
    """Return names as they are usually written, and addresses."""
    return [(p.first_name, p.surname.title() if p.surname.isupper() else p.surname, p.email) for p in reading.people]


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("moodle-fr.csv", [ZOE, KARIM]),
        ("moodle-en.csv", [("Mary", "O'Neill", "mary@example.org"), ("José", "García", "jose@example.org")]),
        ("zoom-registration.csv", [("Mary", "O'Neill", "mary@example.org"), ("Ana", "Martins", "ana@example.org")]),
        ("zoom-participants.csv", [ZOE, ("Karim", "Ben Salah", "")]),
        ("tableur-fr.csv", [ZOE, KARIM, ("Léa", "Durand", "lea.durand")]),
        ("lignes.txt", [ZOE, KARIM, ("Léa", "Durand", "lea@example.org"), ("Paul", "Martin", "paul@example.org")]),
        ("sans-entetes.csv", [ZOE, KARIM, ("Léa", "Durand", "lea@example.org")]),
        ("noms.txt", [ZOE, ("Karim", "Ben Salah", "")]),
    ],
)
def test_what_people_have_is_read(name: str, people: list[tuple[str, str, str]]):
    assert short(read(name)) == people


def test_columns_of_a_french_spreadsheet_find_their_fields():
    """In capitals, with a semicolon, as Windows writes it."""
    zoe = read("tableur-fr.csv").people[0]

    assert (zoe.employer, zoe.group, zoe.needs) == ("Ville de Lyon", "A", "Grands caractères")


def test_text_that_excel_calls_unicode_is_read():
    assert read("excel-unicode.txt").people[0] == Person(
        first_name="Marie", surname="DUPONT", email="marie@example.org", employer="Acme"
    )


def test_lines_that_say_nothing_of_anybody_are_told_by_their_number():
    notes = {(note.line, note.what, note.text) for note in read("tableur-fr.csv").notes}

    assert (5, What.NOBODY, "Ville de Lyon · 0600000000") in notes
    assert (6, What.BAD_ADDRESS, "lea.durand") in notes
    assert (1, What.COLUMN, "TÉLÉPHONE") in notes


def test_a_doubled_line_fills_in_what_was_missing_and_is_told():
    reading = read_text("Ana Martin\nana@x.org; Ana Martin; Ville\nMARTIN Ana")

    assert reading.people == (Person(first_name="Ana", surname="Martin", email="ana@x.org", employer="Ville"),)
    assert [(note.line, note.what, note.other) for note in reading.notes] == [
        (2, What.DOUBLED, 1),
        (3, What.DOUBLED, 1),
    ]


def test_two_people_of_one_name_are_two_when_their_addresses_say_so():
    assert len(read_text("Ana Martin <a@x.org>\nAna Martin <b@x.org>").people) == 2


def test_who_is_on_the_list_already_is_not_added_again():
    known = (Person(id="1", first_name="Ana", surname="Martin", email="ana@x.org"),)
    reading = read_text("Prénom;Nom;Besoins\nAna;MARTIN;Boucle magnétique\nBen;Ali;", known)

    assert [person.id for person in reading.people] == ["1", ""]
    assert reading.people[0].needs == "Boucle magnétique"
    assert reading.lines == (3,)


def test_a_quote_that_nothing_closes_does_not_swallow_the_rest():
    assert [p.first_name for p in read_text('Nom,Prénom\nAli,Ben\n"Roux,Léa\nPetit,Max').people] == [
        "Ben",
        "Léa",
        "Max",
    ]


def test_a_list_that_is_too_long_says_from_where_on():
    reading = read_text("\n".join(f"P{n} <p{n}@x.org>" for n in range(MOST_PEOPLE + 2)))

    assert len(reading.people) == MOST_PEOPLE
    assert [note.line for note in reading.notes if note.what is What.TOO_MANY] == [MOST_PEOPLE + 1, MOST_PEOPLE + 2]


# --- workbooks --------------------------------------------------------------------------------------------------------

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "b">]>'


def workbook(sheet: str, shared: str = "", **parts: str) -> bytes:
    """Make a workbook of one sheet."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        files = {
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="A" sheetId="1" '
            'r:id="rId9"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships xmlns="x"><Relationship Id="rId9" Target="worksheets/a.xml"/>'
            "</Relationships>",
            "xl/worksheets/a.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
            **({"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>'} if shared else {}),
            **parts,
        }
        for name, text in files.items():
            book.writestr(name, text)
    return made.getvalue()


def test_a_workbook_is_read_with_its_shared_rich_and_inline_texts():
    shared = (
        "<si><t>Prénom</t></si><si><t>Nom</t></si><si><t>Courriel</t></si>"
        "<si><r><t>Zo</t></r><r><rPr><b/></rPr><t>é</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>"
    )
    sheet = (
        '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="E2" t="s"><v>2</v></c></row>'
        '<row r="4"><c r="B4" t="s"><v>3</v></c><c r="C4" t="inlineStr"><is><t>Lefèvre</t></is></c>'
        '<c r="E4" t="str"><f>x</f><v>zoe.lefevre@example.org</v></c></row>'
    )
    reading = read_file(workbook(sheet, shared))

    assert short(reading) == [ZOE]
    assert reading.lines == (4,)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 and no more", "workbook_unreadable"),
        (workbook("<row><c t='s'><v>0</v></c>"), "workbook_unreadable"),
        (workbook("", **{"xl/workbook.xml": f"{DOCTYPE}<x/>"}), "workbook_unreadable"),
        (workbook("", **{"xl/workbook.xml": f"<!--{' ' * 2_000}-->{DOCTYPE}<x/>"}), "workbook_unreadable"),
        (workbook("<row>" + " " * 31_000_000 + "</row>"), "file_too_large"),
        (workbook("<row><c r='SF1'><v>1</v></c></row>" * 1_100), "file_too_large"),
        (
            workbook("<row>" + "<c t='s'><v>0</v></c>" * 30 + "</row>", f"<si><t>{'a' * 1_000_000}</t></si>"),
            "file_too_large",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook_old"),
    ],
    ids=[
        "cut",
        "broken",
        "entities",
        "entities behind a comment",
        "bomb",
        "far to the right",
        "one text often",
        "before 2007",
    ],
)
def test_a_workbook_that_cannot_be_read_is_refused_with_a_code(data: bytes, code: str):
    with pytest.raises(PeopleUnreadable) as caught:
        read_file(data)
    assert caught.value.code == code


def test_a_workbook_whose_packing_is_damaged_is_refused_whatever_packed_it():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as book:
        book.writestr("xl/workbook.xml", "<x>" + "abcdefgh" * 20 + "</x>")
    data = bytearray(made.getvalue())
    start = data.index(b"workbook.xml") + len("workbook.xml") + 9
    data[start : start + 8] = bytes(each ^ 0xFF for each in data[start : start + 8])
    with pytest.raises(PeopleUnreadable, match="workbook_unreadable"):
        read_file(bytes(data))


# --- whatever stands there --------------------------------------------------------------------------------------------

words = st.text(st.characters(categories=["Lu", "Ll", "Lo"], exclude_characters="İı"), min_size=1, max_size=8)
HEADINGS = {
    "first_name": ("Prénom", "FIRST NAME", "prenom"),
    "surname": ("Nom", "Last name", "NOM DE FAMILLE"),
    "email": ("Courriel", "E-mail", "Adresse de courriel", "EMAIL ADDRESS"),
    "employer": ("Entreprise", "Société", "employeur", "Organization"),
    "group": ("Groupe", "Group", "GROUPES"),
    "needs": ("Besoins", "Aménagements", "Needs"),
}


@settings(max_examples=drawn(30))
@given(
    st.permutations(FIELDS),
    st.integers(0, 2),
    st.sampled_from(",;\t"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.lists(st.tuples(words, words, words, words, words), max_size=6),
)
def test_a_table_is_read_whatever_the_order_the_separator_and_the_encoding(
    order: list[str], called: int, separator: str, encoding: str, rows: list[tuple[str, ...]]
):
    """Each row becomes the person who was written, in their order."""
    people = [
        Person(
            first_name=row[0],
            surname=row[1],
            email=f"p{n}@x.org",
            employer=row[2],
            group=row[3],
            needs=row[4] + '; "a", b',
        )
        for n, row in enumerate(rows)
    ]
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator)
    writer.writerow([HEADINGS[field][called % len(HEADINGS[field])] for field in order])
    writer.writerows([getattr(person, field) for field in order] for person in people)
    reading = read_file(out.getvalue().encode(encoding))

    assert [[unicodedata.normalize("NFC", getattr(p, f)) for f in FIELDS] for p in people] == [
        [getattr(p, f) for f in FIELDS] for p in reading.people
    ]
    assert reading.notes == ()


@settings(max_examples=drawn(60))
@given(st.lists(st.text('aB é\t;,"<>@.()x\n\u200b', max_size=14), max_size=8).map("\n".join))
def test_every_line_becomes_somebody_or_is_told_of(text: str):
    """Whatever is pasted: no line is lost, no error is raised, and reading it again adds nobody."""
    reading = read_text(text)
    told = {*reading.lines, *(note.line for note in reading.notes)}
    shown = {n for n, line in enumerate(text.split("\n"), 1) if any(c in "aBéx@" for c in line)}

    headings = not any(note.what is What.COLUMN for note in reading.notes)
    assert not headings or '"' in text or shown <= told
    again = read_text(text, reading.people)
    assert len(again.people) == len(reading.people)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_with_a_code(data: bytes):
    people: tuple[Person, ...] = ()
    with contextlib.suppress(PeopleUnreadable):
        people = read_file(data).people

    assert all(person.name for person in people)


def test_a_list_is_kept_and_a_newer_or_broken_one_is_refused():
    kept = PeopleList(people=(Person(id="1", surname="Roux"),), session="s", seats={"1": Seat(member="m", token="t")})

    assert read_list(write_list(kept)) == kept
    for body, code in ((b'{"version": 2}', "people_newer"), (b"[]", "people_unreadable")):
        with pytest.raises(PeopleUnreadable) as caught:
            read_list(body)
        assert caught.value.code == code
