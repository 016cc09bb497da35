"""Topics over the wire: a page receives what is said in one while it has it open, once it may know of it."""

from __future__ import annotations

import pytest
from msgspec import ValidationError

from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import topic_channel
from app.domain.topics.commands import CloseTopic, OpenTopic, PrepareTopic
from app.relay.readers import DOCUMENTS_AT_ONCE
from app.sync import frames as f
from tests.relay.stage import Stage

TOPIC = "t-1"
DOC = topic_channel(TOPIC)


def staged() -> Stage:
    """Return a class with a topic that is ready."""
    stage = Stage()
    stage.does(stage.host, PrepareTopic(topic=TOPIC, title="Parts"))
    stage.settle()
    return stage


def test_a_topic_is_sent_while_it_is_open_on_the_page():
    stage = staged()
    ana, ben = stage.joins("Ana"), stage.joins("Ben")
    stage.does(stage.host, OpenTopic(topic=TOPIC))
    stage.hub.want(ana.line, DOC, wanted=True)
    stage.settle()
    stage.does(ana, PostMessage(channel=DOC, text="Three"))
    stage.settle()

    assert [m["text"] for m in ana.documents[DOC]["discussion"]["messages"].values()] == ["Three"]
    assert DOC not in ben.documents
    assert ben.documents["class"]["discussion"]["topics"][TOPIC]["count"] == 1
    stage.does(stage.host, CloseTopic(topic=TOPIC))
    stage.settle()
    assert DOC in ana.documents
    stage.check()
    stage.hub.want(ana.line, DOC, wanted=False)
    stage.settle()
    assert DOC not in ana.documents


def test_a_page_that_waits_for_a_topic_has_it_as_soon_as_it_opens():
    stage = staged()
    ana = stage.joins("Ana")
    stage.hub.want(ana.line, DOC, wanted=True)
    stage.settle()
    assert DOC not in ana.documents
    stage.does(stage.host, OpenTopic(topic=TOPIC))
    stage.settle()

    assert ana.documents[DOC] == {}
    stage.check()


def test_a_page_has_so_many_topics_open_and_no_more():
    """What was opened first goes; a topic that nobody knows takes no harm."""
    stage = Stage()
    ana = stage.joins("Ana")
    names = [f"t-{n}" for n in range(DOCUMENTS_AT_ONCE + 2)]
    for name in names:
        stage.does(stage.host, PrepareTopic(topic=name, title=name))
        stage.does(stage.host, OpenTopic(topic=name))
        stage.hub.want(ana.line, topic_channel(name), wanted=True)
    stage.settle()

    opened = {name for name in ana.documents if name.startswith("topic:")}
    assert opened == {topic_channel(name) for name in names[2:]}
    stage.check()


@pytest.mark.parametrize("doc", ["class", "room:1", "topic:", "topic:" + "x" * 65, "topic:a b", "me"])
def test_only_what_is_sent_on_demand_can_be_opened(doc: str):
    with pytest.raises(ValidationError):
        f.decode_client(f'{{"t":"open","doc":"{doc}"}}'.encode())
