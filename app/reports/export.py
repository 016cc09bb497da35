"""A session as one JSON document: readable, and with the whole log beside it. README.md describes its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from app.domain.agenda.state import AgendaState
from app.domain.discussion.state import DiscussionState
from app.domain.kernel.words import MAIN, STAFF, room_channel
from app.domain.remarks.decider import RemarksState
from app.domain.roster.state import RosterState
from app.domain.session.decider import SessionState
from app.domain.support.state import SupportState
from app.reports.agenda import agenda_lines
from app.reports.debate import debate_lines, turn_lines
from app.reports.leads import lead_lines, proposal_lines
from app.reports.notes import note_reports
from app.reports.presence import presence, total
from app.reports.record import check
from app.reports.support import help_lines

if TYPE_CHECKING:
    from app.domain.discussion.state import Message
    from app.domain.kernel.world import World
    from app.domain.remarks.decider import Remark
    from app.domain.support.state import PrivateText
    from app.reports.notes import NoteReport
    from app.reports.record import PastSession
    from app.reports.support import HelpLine

SCHEMA: Final = "cercle.session"
VERSION: Final = 1


def export(past: PastSession) -> bytes:
    """Write a session as JSON.

    Args:
        past: as its log tells it.

    Returns:
        UTF-8, indented, ending with a line break.
    """
    chain = check(past.records)
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "version": VERSION,
        "session": _session(past),
        "chain": {
            "intact": chain.is_intact,
            "records": chain.records,
            "head": chain.head,
            **({} if chain.is_intact else {"broken_at": chain.broken_at, "reason": chain.reason}),
        },
        "members": _members(past),
        "channels": _channels(past.world),
        "messages": [_message(past.world, message) for message in _in_order(past.world)],
        "leads": [msgspec.to_builtins(line) for line in lead_lines(past.world)],
        "proposals": [msgspec.to_builtins(line) for line in proposal_lines(past.world)],
        "notes": [_note(report) for report in note_reports(past.world)],
        "debates": debate_lines(past.world),
        "turns": turn_lines(past.world),
        "agenda": _agenda(past),
        "help": [_call(line) for line in help_lines(past.world)],
        "private": [_private(text) for text in past.world.state(SupportState).texts.values()],
        "remarks": [_remark(each) for each in past.world.state(RemarksState).remarks.values() if not each.gone],
        "log": [
            {
                "hash": record.hash,
                "body": record.body.decode(),
                **({} if record.private is None else {"private": record.private.decode()}),
            }
            for record in past.records
        ],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _note(report: NoteReport) -> dict[str, Any]:
    writers = [{"name": name, "characters": count, "edits": edits} for name, count, edits in report.writers]
    return {"place": report.place, "name": report.name, "text": report.text, "writers": writers}


def _session(past: PastSession) -> dict[str, Any]:
    state = past.world.state(SessionState)
    return {
        "id": past.session,
        "title": state.title,
        "language": state.language,
        "phase": str(state.phase),
        "nearby": state.nearby,
        "started_at": state.started_at or None,
        "ended_at": state.ended_at or None,
    }


def _members(past: PastSession) -> list[dict[str, Any]]:
    roster = past.world.state(RosterState)
    there = presence(past.envelopes)
    return [
        {
            "id": seat.member,
            "number": seat.number,
            "name": seat.name,
            "role": str(seat.role),
            "standing": str(seat.standing),
            "present_ms": total(there.get(seat.member, ())),
            "present": [{"from": each.start, "to": each.end} for each in there.get(seat.member, ())],
        }
        for seat in roster.members.values()
    ]


def _agenda(past: PastSession) -> dict[str, Any]:
    state = past.world.state(AgendaState)
    return {
        "plan": state.plan or None,
        "title": state.title,
        "objectives": [{"id": each.id, "title": each.title} for each in state.objectives.values()],
        "activities": [
            {
                "id": line.activity,
                "title": line.title,
                "kind": str(line.kind),
                "outcome": str(line.outcome),
                "planned": line.was_planned,
                "planned_start": line.planned_start or None,
                "planned_minutes": line.planned_minutes if line.was_planned else None,
                "given_minutes": line.given_minutes,
                "started_at": line.started or None,
                "ended_at": line.ended or None,
                "lasted_ms": line.lasted,
                "paused_ms": line.paused,
                "stretches": [{"from": each.start, "to": each.end} for each in line.stretches],
            }
            for line in agenda_lines(state, past.world.at)
        ],
    }


def _call(line: HelpLine) -> dict[str, Any]:
    return {
        "id": line.call,
        "kind": line.kind,
        "who": line.who,
        "member": line.member,
        "opened_at": line.opened_at,
        "taken_ms": line.taken_after,
        "answered_ms": line.answered_after,
        "responded_ms": line.responded_after,
        "ended_ms": line.ended_after,
        "ending": line.ending,
        "by": line.by,
        "reopened": line.reopened,
    }


def _private(text: PrivateText) -> dict[str, Any]:
    return {"id": text.item, "member": text.member, "author": text.author, "at": text.at, "text": text.text}


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "id": remark.remark,
        "member": remark.member,
        "message": remark.message or None,
        "author": remark.author,
        "at": remark.at,
        "text": remark.text,
        "follow_up": remark.follow_up,
    }


def _channels(world: World) -> list[dict[str, Any]]:
    rooms = world.state(RosterState).rooms.values()
    return [
        {"id": MAIN, "name": ""},
        *({"id": room_channel(room.room), "name": room.name} for room in rooms),
        {"id": STAFF, "name": ""},
    ]


def _in_order(world: World) -> list[Message]:
    return sorted(world.state(DiscussionState).messages.values(), key=lambda message: (message.at, message.id))


def _message(world: World, message: Message) -> dict[str, Any]:
    reactions = world.state(DiscussionState).reactions.get(message.id, {})
    return {
        "id": message.id,
        "channel": message.channel,
        "author": message.author,
        "at": message.at,
        "reply_to": message.reply_to or None,
        "text": message.shown.words if message.shown is not None and not message.deleted else None,
        "deleted": message.deleted,
        "revisions": [
            {"text": each.text, "at": each.at, "state": str(each.outcome), "reason": each.reason}
            for each in message.revisions
        ],
        "reactions": {emoji: len(who) for emoji, who in reactions.items()},
    }
