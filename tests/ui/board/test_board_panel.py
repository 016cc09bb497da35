"""The board in the real window: links and notes, a message by one key, held items, and the order one wants."""

from __future__ import annotations

from app.domain.board.commands import AddItem, MarkUseful
from app.domain.board.state import BoardState
from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import derived_id
from app.domain.moderation.commands import SetChannelMode
from app.domain.moderation.events import ChannelMode
from tests.ui.live_class import LiveClass, in_a_class
from ui.board.model import Order
from ui.board.panel import BoardPanel


@in_a_class
async def test_the_board_fills_from_pages_from_the_form_and_from_messages(live: LiveClass):
    """What learners add is listed, a wrong link is told beside its field, and the key B puts a message there."""
    board = live.window.findChild(BoardPanel)
    assert isinstance(board, BoardPanel)
    ana = await live.learner("Ana")
    ana.submit(AddItem(title="Pies", link="https://example.org/pies", note="To cut"))
    await live.until(lambda: board.rows.rowCount() == 1)
    assert (board.rows.rows[0].host, board.rows.rows[0].by) == ("example.org", "Ana")

    board.ask_new()
    board.form.title.set_text("A folder")
    board.form.link.set_text("file:///home")
    board.form.give()
    assert board.form.link.error
    board.form.link.set_text("example.org/halves")
    board.form.give()
    await live.until(lambda: board.rows.rowCount() == 2)
    assert board.rows.rows[0].link == "https://example.org/halves"
    await ana.until(lambda: ana.documents["class"]["board"]["count"] == 2)

    message = derived_id(ana.submit(PostMessage(channel="main", text="Half of a half")), ana.member, 0)
    await live.until(lambda: live.talk.view.rows.index_of(message).isValid())
    live.talk.view.board_wanted.emit(message)
    await live.until(lambda: board.rows.rowCount() == 3)
    assert board.rows.rows[0].author == "Ana"
    live.window.toast.undo()
    await live.until(lambda: board.rows.rowCount() == 2)

    pies = next(row.item for row in board.rows.rows if row.title == "Pies")
    board.view.setCurrentIndex(board.rows.index_of(pies))
    board.act("U")
    await live.until(lambda: live.host.world.state(BoardState).useful.get(pies))
    board.sort(Order.USEFUL)
    assert [row.title for row in board.rows.rows] == ["Pies", "A folder"]
    item = next(row.item for row in board.rows.rows if row.mine)
    ana.submit(MarkUseful(item=item))
    await live.until(lambda: next(row.useful for row in board.rows.rows if row.mine) == 1)


@in_a_class
async def test_what_is_held_is_marked_and_read_before_it_shows(live: LiveClass):
    board = live.window.findChild(BoardPanel)
    assert isinstance(board, BoardPanel)
    ana = await live.learner("Ana")
    live.bridge.submit(SetChannelMode(channel="main", mode=ChannelMode.HELD))
    await ana.until(lambda: "main" in ana.documents["class"].get("moderation", {}).get("modes", {}))
    ana.submit(AddItem(title="Look at this", link="https://example.org"))
    await live.until(lambda: board.rows.rowCount() == 1)
    assert not board.rows.rows[0].shown
    await live.until(lambda: live.queue.view.model().rowCount() == 1)
