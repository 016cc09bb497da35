"""Topics in the real window: opened, written in, closed, and found again."""

from __future__ import annotations

from app.domain.discussion.commands import PostMessage
from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.words import topic_channel
from app.domain.topics.commands import PrepareTopic
from tests.ui.live_class import LiveClass, in_a_class
from ui.topics.panel import TopicsPanel


def panel(live: LiveClass) -> TopicsPanel:
    """Return the topics panel."""
    found = live.window.findChild(TopicsPanel)
    assert isinstance(found, TopicsPanel)
    return found


@in_a_class
async def test_a_topic_made_up_live_opens_for_everybody_and_is_shown(live: LiveClass):
    """The form opens it, the conversation goes there, a learner writes in it, and closing it can be undone."""
    topics = panel(live)
    topics.ask_new()
    topics.form.title.set_text("Share a pie")
    topics.form.prompt.set_text("How many parts?")
    topics.form.prompt.submitted.emit("")
    await live.until(lambda: live.talk.channel.startswith("topic:"))
    topic = live.talk.channel.removeprefix("topic:")
    assert topics.form.isHidden()
    assert not live.talk.heading.isHidden()

    ana = await live.learner("Ana")
    ana.open_topic(topic, wanted=True)
    await ana.until(lambda: topic_channel(topic) in ana.documents)
    ana.submit(PostMessage(channel=topic_channel(topic), text="Three"))
    await live.until(lambda: any(getattr(row, "text", "") == "Three" for row in live.talk.view.rows.rows))

    topics.turn(topics.rows.rows[0])
    await live.until(lambda: topics.rows.rows[0].standing is TopicStanding.CLOSED)
    await ana.until(lambda: "open" not in ana.documents["class"]["topics"]["topics"][topic])
    topics.turn(topics.rows.rows[0])
    await live.until(lambda: topics.rows.rows[0].standing is TopicStanding.OPEN)


@in_a_class
async def test_a_topic_of_the_plan_waits_until_it_is_opened(live: LiveClass):
    topics = panel(live)
    live.bridge.submit(PrepareTopic(topic="t-1", title="Parts", prompt="Why?"))
    await live.until(topics.rows.rowCount)

    assert topics.rows.rows[0].standing is TopicStanding.PREPARED
    assert [row.id for row in live.talk.tabs.rows.rows] == ["main", "staff"]
    topics.view.letter.emit("O")
    await live.until(lambda: topic_channel("t-1") in [row.id for row in live.talk.tabs.rows.rows])
    topics.view.letter.emit("G")
    assert live.talk.channel == topic_channel("t-1")


@in_a_class
async def test_a_topic_without_a_title_is_refused_beside_the_field(live: LiveClass):
    topics = panel(live)
    topics.ask_new()
    topics.form.title.submitted.emit("")

    assert topics.form.title.error
    assert not topics.form.isHidden()
