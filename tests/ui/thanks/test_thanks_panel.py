"""Thanks in the real window: the mark on a message, who gave and got how many, and thanks of staff by one key."""

from __future__ import annotations

from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import derived_id
from app.domain.thanks.commands import GiveThanks
from app.domain.thanks.events import Reason
from app.domain.thanks.state import ThanksState
from tests.ui.live_class import LiveClass, in_a_class
from ui.discussion.model import MessageRow
from ui.thanks.model import MARK
from ui.thanks.panel import PEOPLE, ThanksPanel


def mark_of(live: LiveClass, message: str) -> int:
    """Return how many thanks stand beside a message's reactions."""
    row = live.talk.view.rows.row_at(live.talk.view.rows.index_of(message))
    assert isinstance(row, MessageRow)
    return sum(each.count for each in row.reactions if each.emoji == MARK)


@in_a_class
async def test_thanks_show_on_the_message_and_as_counts_without_a_ranking(live: LiveClass):
    """Learners thank, staff thank by the key K, and take thanks back with an undo."""
    panel = live.window.findChild(ThanksPanel)
    assert isinstance(panel, ThanksPanel)
    ana, ben = await live.learner("Ana"), await live.learner("Ben")
    message = derived_id(ana.submit(PostMessage(channel="main", text="A third of twelve is four")), ana.member, 0)
    await live.until(lambda: live.talk.view.rows.index_of(message).isValid())
    ben.submit(GiveThanks(message=message, reason=Reason.EXPLAINED, text="So clear"))
    await live.until(lambda: mark_of(live, message) == 1)
    assert "Explained well · “So clear”" in panel.rows.rows[0].detail

    live.talk.view.thanks_wanted.emit(message)
    assert panel.form.isVisibleTo(panel)
    panel.form.reason.setCurrentIndex(panel.form.reason.findData(str(Reason.OTHER)))
    panel.form.give()
    assert panel.form.words.error
    panel.form.words.set_text("I shall quote you")
    panel.form.give()
    await live.until(lambda: mark_of(live, message) == 2)
    await ana.until(lambda: ana.documents["me"].get("thanks", {}).get("count") == 2)
    panel.show_list(PEOPLE)
    assert [(row.title, row.detail) for row in panel.rows.rows] == [
        ("Hélène", "gave 1 · got 0"),
        ("Ana", "gave 0 · got 2"),
        ("Ben", "gave 1 · got 0"),
    ]

    panel.show_list("each")
    panel.view.setCurrentIndex(panel.rows.index(0))
    panel.act("Delete")
    await live.until(lambda: mark_of(live, message) == 1)
    live.window.toast.undo()
    await live.until(lambda: mark_of(live, message) == 2)


@in_a_class
async def test_staff_hear_that_somebody_thanks_them(live: LiveClass):
    ana = await live.learner("Ana")
    ana.submit(GiveThanks(member=live.host.member, reason=Reason.ENCOURAGED))
    await live.until(lambda: live.host.world.state(ThanksState).thanks)

    await live.until(lambda: live.window.toast.text == "Ana thanks you: Encouraged me")
