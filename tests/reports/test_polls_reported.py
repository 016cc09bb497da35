"""What came of polls, as tables that spreadsheets open."""

from __future__ import annotations

import csv
import io
import zipfile

from app.domain.polls import commands as c
from app.domain.polls.draft import Draft, Form, Option
from app.domain.polls.state import PollsState
from app.domain.polls.tally import said_id
from app.reports.polls import poll_sheets
from app.reports.sheets import csv_of, file_of
from tests.domain.classroom import Classroom

QUIZ = Draft(question="1/2 + 1/4 ?", options=(Option(text="3/4", right=True), Option(text="2/6")), anonymous=False)


def asked(room: Classroom, host: str, draft: Draft) -> str:
    """Open a poll, and return its id."""
    room.do(host, c.PreparePoll(draft=draft, opens=True))
    return next(reversed(room.world.state(PollsState).polls))


def test_each_round_and_each_named_answer_is_a_row():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    quiz = asked(room, host, QUIZ)
    room.do(ana, c.AnswerPoll(poll=quiz, round=1, choices=("2",)))
    room.do(host, c.AskAgain(poll=quiz))
    for member in (ana, ben):
        room.do(member, c.AnswerPoll(poll=quiz, round=2, choices=("1",)))

    results, answers = poll_sheets(room.world, language="en")

    assert results.rows == (
        ("1/2 + 1/4 ?", 1, "3/4", "yes", 0, 0, ""),
        ("1/2 + 1/4 ?", 1, "2/6", "", 1, 100, ""),
        ("1/2 + 1/4 ?", 1, "Answered right", "", 0, 0, ""),
        ("1/2 + 1/4 ?", 1, "Answered", "", 1, "", ""),
        ("1/2 + 1/4 ?", 2, "3/4", "yes", 2, 100, ""),
        ("1/2 + 1/4 ?", 2, "2/6", "", 0, 0, ""),
        ("1/2 + 1/4 ?", 2, "Answered right", "", 2, 100, ""),
        ("1/2 + 1/4 ?", 2, "Answered", "", 2, "", ""),
    )
    assert [row for row in answers.rows if row[0] == "Ana"] == [
        ("Ana", "1/2 + 1/4 ?", 1, "2/6", ""),
        ("Ana", "1/2 + 1/4 ?", 2, "3/4", "yes"),
    ]


def test_an_anonymous_poll_names_nobody_and_hidden_words_stay_out():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    cloud = asked(room, host, Draft(question="One word?", form=Form.WORDS))
    room.do(ana, c.AnswerPoll(poll=cloud, round=1, texts=("trust", "silly")))
    room.do(host, c.HideSaid(poll=cloud, said=said_id("silly")))

    (results,) = poll_sheets(room.world)

    assert [row[2] for row in results.rows] == ["trust", "Ont répondu"]
    assert "Ana" not in csv_of([results], "fr").decode()


def test_no_cell_becomes_a_formula_and_each_language_has_its_separator():
    room, host = Classroom.live()
    ana = room.joins("=cmd()")
    quiz = asked(room, host, Draft(question="=1+1; really?", options=QUIZ.options, anonymous=False))
    room.do(ana, c.AnswerPoll(poll=quiz, round=1, choices=("1",)))

    for language, separator in (("fr", ";"), ("en", ",")):
        text = csv_of(poll_sheets(room.world, language=language), language).decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(text), delimiter=separator) for cell in row]
        assert "'=1+1; really?" in cells
        assert not [cell for cell in cells if cell.startswith("=")]


def test_a_workbook_has_a_sheet_for_each_table_and_texts_stay_texts():
    room, host = Classroom.live()
    ana = room.joins("=cmd()")
    quiz = asked(room, host, Draft(question="=1+1; really?", options=QUIZ.options, anonymous=False))
    room.do(ana, c.AnswerPoll(poll=quiz, round=1, choices=("1",)))

    made = file_of(poll_sheets(room.world, language="fr"), "fr", "Polls.XLSX")

    with zipfile.ZipFile(io.BytesIO(made)) as book:
        pages = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        shared = book.read("xl/sharedStrings.xml").decode()
        tabs = book.read("xl/workbook.xml").decode()
    assert len(pages) == 2
    assert "Résultats" in tabs
    assert not any("<f>" in page for page in pages)
    assert "=1+1; really?" in shared


def test_a_file_of_another_kind_holds_separated_values():
    room, host = Classroom.live()
    asked(room, host, QUIZ)

    assert file_of(poll_sheets(room.world), "en", "polls.csv") == csv_of(poll_sheets(room.world), "en")
