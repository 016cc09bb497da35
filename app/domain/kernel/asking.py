"""What one capability has another say: a prompt whose time has come becomes a message, and neither knows the other."""

from __future__ import annotations

from app.domain.kernel.messages import Event


class PromptDue(Event, frozen=True, kw_only=True):
    """The base of events by which something prepared is asked now; the conversation says it, in the same commit.

    Attributes:
        prompt: its id.
        channel: where.
        author: the staff member in whose name.
        text: what is asked; erasable.
    """

    prompt: str
    channel: str
    author: str
    text: str = ""
