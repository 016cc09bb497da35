"""What a client says and hears in passing: small notes, never stored, never answered, and lost with the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.kernel.words import STAFF
from app.sync import frames as f

if TYPE_CHECKING:
    from collections.abc import Callable


class Signals:
    """One client's passing notes.

    Args:
        send: sends a frame, if the connection stands.
    """

    def __init__(self, send: Callable[[f.ClientFrame], bool]) -> None:
        self._send = send
        self._listeners: list[Callable[[f.Heard], None]] = []

    def emit(self, kind: str, value: dict[str, str | int | bool], to: str = STAFF) -> bool:
        """Say something in passing; without a connection it is not said at all.

        Args:
            kind: what it is about, as `capability.name`.
            value: what is said; small.
            to: the channel whose readers are to hear it.

        Returns:
            Whether it is on its way.
        """
        return self._send(f.Signal(to=to, kind=kind, value=value))

    def listen(self, listener: Callable[[f.Heard], None]) -> Callable[[], None]:
        """Call a function with everything heard from now on.

        Returns:
            A function that ends it.
        """
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def heard(self, note: f.Heard) -> None:
        """Tell the listeners what came in."""
        for listener in list(self._listeners):
            listener(note)
