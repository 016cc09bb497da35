"""Messages without a name in the real window: allowed by the host, told apart by alias, and muted by it."""

from __future__ import annotations

from app.domain.anonymous.decider import ALL
from app.domain.anonymous.events import Allowed
from app.domain.discussion.commands import PostMessage
from app.domain.kernel.anonymity import NOBODY
from app.domain.kernel.readings import Anonymity
from app.domain.kernel.words import MAIN, derived_id
from tests.ui.live_class import LiveClass, in_a_class
from ui.anonymous.panel import AnonymousStrip
from ui.discussion.model import MessageRow


@in_a_class
async def test_an_alias_shows_instead_of_a_name_and_is_muted_by_key(live: LiveClass):
    strip = live.window.findChild(AnonymousStrip)
    assert isinstance(strip, AnonymousStrip)
    ana = await live.learner("Ana")
    assert strip.isHidden()
    live.talk.veil.allow(ALL, Allowed.EVERYBODY)
    await ana.until(lambda: "anonymous" in ana.documents["class"])
    await live.until(lambda: not strip.isHidden())
    post = PostMessage(channel=MAIN, text="I am lost.", anonymous=Anonymity.EVERYBODY)
    message = derived_id(ana.submit(post), NOBODY, 0)
    await live.until(lambda: live.talk.view.rows.index_of(message).isValid())
    row = live.talk.view.rows.row_at(live.talk.view.rows.index_of(message))
    assert isinstance(row, MessageRow)
    assert "Ana" not in row.name
    assert row.name.startswith("Anonymous ")
    assert row.veil is Anonymity.EVERYBODY
    assert ana.documents["me"]["discussion"]["anonymous"] == {message: "everybody"}

    live.talk.view.mute_wanted.emit(row.author)
    await ana.until(lambda: ana.documents["me"].get("anonymous", {}).get("muted"))
    ana.submit(post)
    await ana.until(lambda: "alias_muted" in ana.refused.values())
    assert [action.text() for action in live.talk.veil.fill().actions() if row.name in action.text()]
    live.window.toast.undo()
    await ana.until(lambda: "anonymous" not in ana.documents["me"])


@in_a_class
async def test_to_learners_only_staff_read_the_name(live: LiveClass):
    ana = await live.learner("Ana")
    live.talk.veil.allow(MAIN, Allowed.PEERS)
    await ana.until(lambda: "anonymous" in ana.documents["class"])
    post = PostMessage(channel=MAIN, text="I am lost.", anonymous=Anonymity.PEERS)
    message = derived_id(ana.submit(post), ana.member, 0)
    await live.until(lambda: live.talk.view.rows.index_of(message).isValid())
    row = live.talk.view.rows.row_at(live.talk.view.rows.index_of(message))
    assert isinstance(row, MessageRow)
    assert (row.name, row.veil) == ("Ana", Anonymity.PEERS)
    await ana.until(lambda: message in ana.documents["class"].get("discussion", {}).get("messages", {}))
    assert ana.documents["class"]["discussion"]["messages"][message].keys() == {"anonymous", "at", "order", "text"}
