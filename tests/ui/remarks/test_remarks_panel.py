"""The staff's notes in the real window: written from a person and from a message, flagged, changed, taken away."""

from __future__ import annotations

from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import derived_id
from app.domain.remarks.decider import RemarksState
from tests.ui.live_class import LiveClass, in_a_class
from ui.remarks.panel import FOLLOW_UP, RemarksPanel
from ui.support.panel import SupportPanel


def panel(live: LiveClass) -> RemarksPanel:
    """Return the notes panel."""
    found = live.window.findChild(RemarksPanel)
    assert isinstance(found, RemarksPanel)
    return found


@in_a_class
async def test_a_note_is_written_from_a_person_and_stands_on_their_page(live: LiveClass):
    ana = await live.learner("Ana")
    notes = panel(live)
    live.people.show_member(ana.member)
    live.people.view.key_pressed.emit("note")
    assert notes.form.isVisibleTo(notes)
    notes.form.composer.edit.setPlainText("Call her on Friday")
    notes.form.follow_up.setChecked(True)
    notes.form.composer.send()
    await live.until(lambda: [row.text for row in notes.view.rows.rows] == ["Call her on Friday"])
    assert not notes.form.isVisibleTo(notes)

    help_panel = live.window.findChild(SupportPanel)
    assert isinstance(help_panel, SupportPanel)
    help_panel.show_person(ana.member)
    assert [row.text for row in help_panel.person.notes.rows.rows] == ["Call her on Friday"]
    notes.show_which(FOLLOW_UP)
    notes.act("F")
    await live.until(lambda: not notes.view.rows.rows)
    live.window.toast.undo()
    await live.until(lambda: len(notes.view.rows.rows) == 1)


@in_a_class
async def test_a_note_on_a_message_marks_it_and_leads_back_there(live: LiveClass):
    ana = await live.learner("Ana")
    message = derived_id(ana.submit(PostMessage(channel="main", text="It is 42")), ana.member, 0)
    await live.until(lambda: live.talk.view.choose(message))
    live.talk.view.note_wanted.emit(message)
    notes = panel(live)
    notes.form.composer.edit.setPlainText("Come back to this")
    notes.form.composer.send()
    await live.until(lambda: [row.quote for row in notes.view.rows.rows] == ["It is 42"])
    row = live.talk.view.rows.row_at(live.talk.view.rows.index_of(message))
    assert row.notes == 1  # type: ignore[union-attr]

    notes.act("E")
    assert notes.form.composer.text() == "Come back to this"
    notes.form.composer.edit.setPlainText("Solved")
    notes.form.composer.send()
    await live.until(lambda: [each.text for each in notes.view.rows.rows] == ["Solved"])
    notes.act("Delete")
    await live.until(lambda: not notes.view.rows.rows)
    assert all(remark.gone for remark in live.bridge.projected.state(RemarksState).remarks.values())
    live.window.toast.undo()
    await live.until(lambda: len(notes.view.rows.rows) == 1)
