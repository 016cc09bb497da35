"""Writes a plan as Markdown that people can read and edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.plans.plan import Activity, Day, Debate, Plan, Poll, PollForm, Rooms, day_of
from app.plans.words import clock, kind_word, text

if TYPE_CHECKING:
    from collections.abc import Iterable

OPEN = "–"
"""Stands for what is not decided yet."""


def to_markdown(plan: Plan) -> str:
    """Write a plan; `from_markdown` reads it again, but for ids.

    Args:
        plan: in whose language the labels are.
    """
    said = plan.language
    lines = [f"# {plan.title}".rstrip(), ""]
    facts = (
        ("language", plan.language),
        ("learners", str(plan.learners or "")),
        ("tags", ", ".join(tag.replace(",", " ") for tag in plan.tags)),
    )
    colon = "\u00a0:" if said.lower().startswith("fr") else ":"
    lines += [f"- {text(key, said)}{colon} {value}" for key, value in facts if value]
    lines += _prose(f"\n## {text('audience', said)}\n", plan.audience)
    lines += _prose(f"\n## {text('editorial', said)}\n", plan.editorial)
    lists = (
        ("objectives", ((each.title, each.evidence, "") for each in plan.objectives)),
        ("materials", ((each.title, each.note, each.link) for each in plan.materials)),
        ("roles", ((each.title, each.tasks, each.who) for each in plan.roles)),
    )
    for key, items in lists:
        lines += _items(f"\n## {text(key, said)}\n", items)
        if key == "objectives":
            lines += _topics(plan)
    lines += ["", f"## {text('agenda', said)}"]
    shown: Day | None = None
    for activity in plan.activities:
        day = day_of(plan, activity)
        if day is not None and day is not shown:
            lines += [_day(day, said)]
            shown = day
        lines += _activity(plan, activity)
    return "\n".join(lines).rstrip("\n") + "\n"


def _day(day: Day, said: str) -> str:
    start = clock(day.start) if day.start is not None else OPEN
    return f"\n### {text('day', said)} · {day.date or OPEN} · {start} · {day.title}".rstrip()


def _prose(head: str, value: str, indent: str = "") -> list[str]:
    # Quoted, so that a text may hold headings, lists and empty lines of its own.
    return [head, *(f"{indent}> {line}" for line in value.split("\n"))] if value else []


def _items(head: str, items: Iterable[tuple[str, str, str]]) -> list[str]:
    made: list[str] = []
    for title, prose, link in items:
        made.append(f"- {title}{f' <{link}>' if link else ''}".rstrip(" "))
        if prose:
            made += [f"  > {line}" for line in prose.split("\n")]
    return [head, *made] if made else []


def _topics(plan: Plan) -> list[str]:
    places = {each.id: place for place, each in enumerate(plan.objectives, 1)}
    lines = [f"\n## {text('topics', plan.language)}\n"] if plan.topics else []
    for topic in plan.topics:
        lines += _items("", ((topic.title, topic.prompt, ""),))[1:]
        if topic.objective in places:
            lines.append(f"  + {text('serves', plan.language)} {places[topic.objective]}")
    return lines


def _activity(plan: Plan, activity: Activity) -> list[str]:
    said = plan.language
    meta = [f"{activity.minutes} {text('minutes', said)}", kind_word(activity.kind, said)]
    if activity.pinned is not None:
        meta.append(f"{text('pinned', said)} {clock(activity.pinned)}")
    served = [str(place) for place, each in enumerate(plan.objectives, 1) if each.id in activity.objectives]
    if served:
        meta.append(f"{text('serves', said)} {', '.join(served)}")
    opened = [str(place) for place, each in enumerate(plan.topics, 1) if each.id in activity.topics]
    if opened:
        meta.append(f"{text('opens', said)} {', '.join(opened)}")
    if activity.lead:
        meta.append(f"{text('lead', said)} {activity.lead}")
    lines = [f"\n#### {activity.title}".rstrip(" "), "", f"*{' · '.join(meta)}*"]
    lines += _prose(f"\n**{text('instructions', said)}**\n", activity.instructions)
    lines += _prose(f"\n**{text('notes', said)}**\n", activity.notes)
    questions = [each for each in plan.questions if each.activity == activity.id]
    lines += _items(f"\n**{text('questions', said)}**\n", (("", each.text, "") for each in questions))
    for poll in (each for each in plan.polls if each.activity == activity.id):
        lines += _poll(poll, said)
    for rooms in (each for each in plan.rooms if each.activity == activity.id):
        lines += _rooms(rooms, said)
    for debate in (each for each in plan.debates if each.activity == activity.id):
        lines += _debate(debate, said)
    return lines


def _poll(poll: Poll, said: str) -> list[str]:
    head = f"\n**{text('poll', said)}** · {text(f'form_{poll.form}', said)} · {poll.title}".rstrip(" ")
    lines = [f"{head}\n", *(f"> {line}" for line in poll.question.split("\n"))]
    lines += [f"+ {text('anonymous', said)}"] if poll.anonymous else []
    if poll.form is PollForm.SCALE:
        lines.append(f"+ {text('scale_steps', said)} {poll.steps}")
        ends = (("low", poll.low), ("high", poll.high))
        lines += [f"+ {text(key, said)}: {value}" for key, value in ends if value]
    for choice in poll.choices:
        lines.append(f"- [{'x' if choice.right or poll.form is PollForm.OPEN else ' '}]")
        lines += [f"  > {line}" for line in choice.text.split("\n")]
        if choice.feedback:
            lines += [f"  >> {line}" for line in choice.feedback.split("\n")]
    return lines


def _rooms(rooms: Rooms, said: str) -> list[str]:
    facts = [text("person", said, count=rooms.people), text(f"mixing_{rooms.mixing}", said)]
    facts += [text("rooms_count", said, count=rooms.number)] if rooms.number else []
    facts += [f"{rooms.minutes} {text('minutes', said)}"] if rooms.minutes else []
    lines = [f"\n**{text('rooms', said)}** · {' · '.join(facts)}\n"]
    lines += [f"> {line}" for line in rooms.task.split("\n")] if rooms.task else []
    return lines + ([f"- {line}" for line in rooms.steps.split("\n")] if rooms.steps else [])


def _debate(debate: Debate, said: str) -> list[str]:
    facts = [text("turns_of", said, count=debate.seconds)] + ([text("counts_hidden", said)] if debate.hidden else [])
    lines = [f"\n**{text('debate', said)}** · {' · '.join(facts)}\n"]
    lines += [f"> {line}" for line in debate.motion.split("\n")] if debate.motion else []
    lines += [f"- {line}" for line in debate.positions.split("\n")] if debate.positions else []
    return lines + ([f"+ {line}" for line in debate.statements.split("\n")] if debate.statements else [])
