"""A channel of 100,000 messages on the desktop: what is measured and painted is what can be seen.

`python -m tests.bench.conversation` counts, for a long channel and for a short one, the rows that are painted while one
scrolls through a window's worth, and how long one repaint and one new message take beside each other.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.domain.discussion.state import DiscussionState, Message, Revision
from app.domain.kernel.gate import Outcome
from app.domain.kernel.words import topic_channel
from app.domain.registry import REGISTRY
from tests.bench.figures import report
from ui.discussion.reading import Reading
from ui.discussion.view import ConversationView
from ui.widgets.theme import Theme

if TYPE_CHECKING:
    from app.domain.kernel.world import World

LONG, SHORT = 100_000, 1_000
CHANNEL = topic_channel("bench")


def filled(count: int) -> World:
    """Return a world with a topic that holds so many messages."""
    world = REGISTRY.world("bench")
    state = world.state(DiscussionState)
    shown = state.shown.setdefault(CHANNEL, [])
    for n in range(1, count + 1):
        text = f"Message **{n}** of a long talk, " * (1 + n % 5)
        revision = Revision(text, n * 1_000, Outcome.PUBLISHED, since=n)
        key = f"m{n}"
        state.messages[key] = Message(
            id=key, channel=CHANNEL, author=f"a{n % 40}", at=n * 1_000, revisions=(revision,), visible=1, order=n
        )
        shown.append(key)
    return world


def measure(app: QApplication, count: int) -> tuple[float, float]:
    """Report the rows painted and measured in a channel of so many messages; return the times of a step in ms."""
    world = filled(count)
    reading = Reading()
    reading.begin(world)
    reading.open(world, CHANNEL)
    view = ConversationView()
    view.resize(660, 600)
    view.show()
    rows = reading.rows(world, me="", pending=lambda _id: ())
    view.rows.show_rows(rows)
    app.processEvents()
    painted, measured = view.delegate.painted, view.delegate.measures.measured
    steps = 20
    began = time.perf_counter()
    for _ in range(steps):
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 200)
        app.processEvents()
    scrolled = (time.perf_counter() - began) / steps * 1_000
    shown = len([n for n in range(view.rows.rowCount()) if view.visualRect(view.rows.index(n)).intersects(view.rect())])
    case = f"{count} messages"
    report("conversation", case, "rows_held", view.rows.rowCount(), "rows")
    report("conversation", case, "rows_visible", shown, "rows")
    report("conversation", case, "painted_a_step", round((view.delegate.painted - painted) / steps, 1), "rows")
    report("conversation", case, "measured_while_scrolling", view.delegate.measures.measured - measured, "rows")
    began = time.perf_counter()
    for _ in range(steps):
        reading.rows(world, me="", pending=lambda _id: ())
    made = (time.perf_counter() - began) / steps * 1_000
    view.close()
    return scrolled, made


def main() -> None:
    """Measure a long channel against a short one."""
    app = QApplication([])
    Theme(app)
    short, long = measure(app, SHORT), measure(app, LONG)
    case = f"{LONG} to {SHORT} messages"
    report("conversation", case, "scroll_step", round(long[0] / short[0], 2), "x")
    report("conversation", case, "rows_made", round(long[1] / short[1], 2), "x")


if __name__ == "__main__":
    main()
