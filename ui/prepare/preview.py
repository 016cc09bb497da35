"""What learners will see of the plan: the agenda, instructions, topics, polls and tasks; no notes, no right answers."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from app.plans.plan import Poll, PollForm
from app.plans.timing import schedule
from ui.prepare.debate_form import usual_positions
from ui.prepare.words import clock_text, day_text, kind_text
from ui.session.words import minutes_text
from ui.widgets.banner import IconMark
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import colour, tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.plans import Activity, Plan
    from ui.prepare.editing import Editing
    from ui.prepare.plans import Plans

_READABLE = 620
"""The longest line, in logical pixels."""


class Preview(Translated, QWidget):
    """Shows the open plan as learners will meet it, activity by activity.

    Args:
        plans: whose open one is shown.
        editing: says whether one looks.
    """

    def __init__(self, plans: Plans, editing: Editing) -> None:
        super().__init__()
        self._plans, self._editing = plans, editing
        self._mark = IconMark("eye")
        self._title = Label(words=Words.STRONG)
        self._means = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._back = Button(kind=ButtonKind.QUIET, icon_name="pencil")
        self.page = QTextBrowser()
        self.page.setProperty("kind", "bare")
        self.page.setOpenLinks(False)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        space = tokens().space
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._means)
        head = QHBoxLayout()
        head.setSpacing(space.m)
        head.addWidget(self._mark)
        head.addLayout(words, 1)
        head.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.l, space.m, space.l, 0)
        column.setSpacing(space.s)
        column.addLayout(head)
        column.addWidget(self.page, 1)
        self._back.clicked.connect(lambda: editing.preview(on=False))
        plans.changed.connect(self._show)
        editing.previewing.connect(self._show)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._title.setText(self.tr("What learners will see"))
        self._means.setText(
            self.tr("Each part when its activity begins. Your notes and the right answers stay with you.")
        )
        self._back.say(self.tr("Back to the plan"))
        self._back.setToolTip(self.tr("Back to the plan") + "  (F7, Esc)")
        self.page.setAccessibleName(self.tr("What learners will see"))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._editing.preview(on=False)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines readable."""
        super().resizeEvent(event)
        side = max(0, (self.width() - _READABLE) // 2 - tokens().space.l)
        self.page.setViewportMargins(side, 0, side, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Paint again in other colours and sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show()

    def _show(self, _what: object = None) -> None:
        if self._editing.previews:
            at = self.page.verticalScrollBar().value()
            self.page.setHtml(self._html(self._plans.plan))
            self.page.verticalScrollBar().setValue(at)

    def _html(self, plan: Plan) -> str:
        kind = tokens().type
        muted = colour("muted").name()
        title = escape(plan.title) or self.tr("Untitled plan")
        parts = [
            (
                f"<style>body {{ color: {colour('text').name()}; font-size: {kind.body}px; }}"
                f".m {{ color: {muted}; font-size: {kind.caption}px; }}"
                f".t {{ font-size: {kind.title}px; font-weight: 600; }}"
                f".b {{ background: {colour('sunken').name()}; }}</style>"
            ),
            f"<p style='font-size: {kind.heading}px; font-weight: 600'>{title}</p>",
        ]
        for times in schedule(plan).days:
            if len(plan.days) > 1 or (times.day is not None and times.day.date):
                parts.append(f"<p class='t'>{escape(day_text(plan, times.day))}</p>")
            rows = [
                f"<tr><td class='m' width='64'>{clock_text(slot.start, clock=times.clock)}</td>"
                f"<td>{escape(slot.activity.title) or kind_text(slot.activity.kind)}</td>"
                f"<td class='m' align='right'>{minutes_text(slot.activity.minutes)}</td></tr>"
                for slot in times.slots
            ]
            parts.append(f"<table width='100%' cellpadding='3'>{''.join(rows)}</table>")
        parts += [self._activity(plan, activity) for activity in plan.activities]
        return "".join(parts)

    def _activity(self, plan: Plan, activity: Activity) -> str:
        parts = [_paragraphs(activity.instructions)] if activity.instructions else []
        parts += [
            self._box(self.tr("Topic"), f"<b>{escape(topic.title)}</b>{_paragraphs(topic.prompt)}")
            for topic in plan.topics
            if topic.id in activity.topics
        ]
        parts += [
            self._box(self._poll_name(poll), _paragraphs(poll.question) + self._answers(poll))
            for poll in plan.polls
            if poll.activity == activity.id
        ]
        for rooms in (each for each in plan.rooms if each.activity == activity.id):
            steps = "".join(f"<li>{escape(step)}</li>" for step in rooms.steps.split("\n") if step.strip())
            task = _paragraphs(rooms.task) + (f"<ol>{steps}</ol>" if steps else "")
            if task:
                parts.append(self._box(self.tr("In your room"), task))
        for debate in (each for each in plan.debates if each.activity == activity.id):
            sides = [side for side in debate.positions.split("\n") if side.strip()]
            listed = "".join(f"<li>{escape(side)}</li>" for side in sides or usual_positions())
            parts.append(self._box(self.tr("Debate"), f"{_paragraphs(debate.motion)}<ul>{listed}</ul>"))
        if not parts:
            return ""
        title = escape(activity.title) or kind_text(activity.kind)
        return f"<p class='t'><br>{title}</p>{''.join(parts)}"

    @staticmethod
    def _box(name: str, body: str) -> str:
        return (
            "<table width='100%' cellpadding='10' cellspacing='0' style='margin-top: 6px'>"
            f"<tr><td class='b'><span class='m'>{escape(name)}</span>{body}</td></tr></table>"
        )

    def _poll_name(self, poll: Poll) -> str:
        return self.tr("Poll, anonymous") if poll.anonymous else self.tr("Poll")

    def _answers(self, poll: Poll) -> str:
        match poll.form:
            case PollForm.CHOICE | PollForm.MULTIPLE:
                mark = "○" if poll.form is PollForm.CHOICE else "☐"
                return "".join(f"<p>{mark}&nbsp; {escape(each.text)}</p>" for each in poll.choices)
            case PollForm.RANKING:
                return "".join(f"<p>↕&nbsp; {escape(each.text)}</p>" for each in poll.choices)
            case PollForm.SCALE:
                steps = " &nbsp; ".join(str(step) for step in range(1, poll.steps + 1))
                return f"<p>{escape(poll.low)} &nbsp; {steps} &nbsp; {escape(poll.high)}</p>"
            case PollForm.NUMBER:
                return f"<p class='m'>{self.tr('They write a number.')}</p>"
            case PollForm.OPEN:
                return f"<p class='m'>{self.tr('They write a short text.')}</p>"
            case PollForm.CLOUD:
                return f"<p class='m'>{self.tr('They write a word or a few.')}</p>"


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line.strip())
