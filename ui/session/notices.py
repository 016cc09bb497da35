"""What a person has to know or decide about the class, as banners that stop nobody from working."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kernel.messages import Stale
from app.sync.changes import Notice, NoticeKind, Pending
from app.sync.connection import ConnectionState, Online, TurnedAway, Waiting
from app.sync.outbox import EntryState
from ui.bridge.session import SessionBridge
from ui.session.words import command_text, trouble_text
from ui.widgets.banner import Banner
from ui.widgets.labels import Tone
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

PATIENCE_MS = 15_000
"""How long a relay may be silent before taking over is offered, in milliseconds."""


class Notices(Translated, QWidget):
    """A stack of banners, one a matter; it takes no room while there is none.

    Args:
        bridge: of the class.
        is_local: tells whether this computer's own relay serves the class.
        take_over: seeds a relay here from this desktop's copy.
        go_to: goes on at another relay.
        parent: the owner.
    """

    def __init__(
        self,
        bridge: SessionBridge,
        *,
        is_local: Callable[[], bool],
        take_over: Callable[[], object],
        go_to: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._is_local, self._take_over, self._go_to = is_local, take_over, go_to
        self._banners: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        space = tokens().space
        self._column.setContentsMargins(space.m, 0, space.m, 0)
        self._column.setSpacing(space.xs)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._lost_patience)
        self._silent = False
        bridge.noticed.connect(self._noticed)
        bridge.pendingChanged.connect(self._show_doubts)
        bridge.connectionChanged.connect(self._connection_changed)
        self._connection_changed(bridge.connection)
        self.retranslate()

    @property
    def texts(self) -> tuple[str, ...]:
        """What is said now, from top to bottom."""
        return tuple(banner.text for banner in self._banners.values())

    def banner(self, key: str) -> Banner | None:
        """Give a banner.

        Args:
            key: `connection`, or a command's id.
        """
        return self._banners.get(key)

    def retranslate(self) -> None:
        """Say everything again."""
        self._show_doubts()
        self._show_connection(self._bridge.connection)

    # --- the connection --------------------------------------------------------------------------------------------

    def _connection_changed(self, state: ConnectionState) -> None:
        match state:
            case Online():
                self._patience.stop()
                self._silent = False
            case Waiting() if not self._silent and not self._patience.isActive():
                self._patience.start()
            case _:
                pass
        self._show_connection(state)

    def _lost_patience(self) -> None:
        self._silent = True
        self._show_connection(self._bridge.connection)

    def _show_connection(self, state: ConnectionState) -> None:
        match state:
            case TurnedAway(code="superseded", standby=standby) if standby:
                text = self.tr("This class goes on at another relay. What you did here since is kept and shown there.")
                self._say("connection", Tone.INFO, text, self.tr("Go there"), lambda: self._go_to(standby))
            case TurnedAway(code="unknown_session"):
                text = self.tr("The relay has lost this class. This computer has a whole copy of it.")
                action = self.tr("Bring it back") if self._is_local() else self.tr("Take over")
                self._say("connection", Tone.DANGER, text, action, self._take_over)
            case TurnedAway(code=code, params=params):
                text = trouble_text(code, params)
                self._say("connection", Tone.DANGER, text, self.tr("Try again"), self._bridge.retry)
            case Waiting() if self._silent and self._is_local():
                text = self.tr("The relay on this computer is being started again. What you do is kept.")
                self._say("connection", Tone.WARN, text, self.tr("Try again"), self._bridge.retry)
            case Waiting() if self._silent:
                text = self.tr(
                    "The class’s relay does not answer. What you do is kept. If it is gone for good, go on here."
                )
                self._say("connection", Tone.WARN, text, self.tr("Take over"), self._take_over)
            case Online():
                self._drop("connection")
            case _:
                pass

    # --- commands --------------------------------------------------------------------------------------------------

    def _show_doubts(self) -> None:
        doubted = {pending.id: pending for pending in self._bridge.pending if pending.state is EntryState.PERSON}
        for key in [key for key in self._banners if key not in doubted and key not in {"connection", "notice"}]:
            self._drop(key)
        for pending in doubted.values():
            self._show_doubt(pending)

    def _show_doubt(self, pending: Pending) -> None:
        text = self.tr("You asked for this before the connection was lost: %1. Do you still want it?")
        self._say(
            pending.id,
            Tone.WARN,
            text.replace("%1", command_text(pending.command)),
            self.tr("Yes, do it"),
            lambda: self._bridge.confirm(pending.id),
            put_away=lambda: self._bridge.dismiss(pending.id),
        )

    def _noticed(self, notice: Notice) -> None:
        match notice.kind:
            case NoticeKind.DOUBTED:
                self._show_doubts()
            case NoticeKind.DROPPED if notice.pending is not None:
                text = self.tr("This was not done, since the class had moved on: %1.")
                self._say("notice", Tone.INFO, text.replace("%1", command_text(notice.pending.command)))
            case NoticeKind.REFUSED:
                self._refused(notice)
            case NoticeKind.STORAGE:
                self._say("notice", Tone.DANGER, trouble_text(notice.code, notice.params))
            case NoticeKind.SET_ASIDE:
                text = self.tr("This computer’s copy of the class differed from the relay’s. It was set aside.")
                self._say("notice", Tone.WARN, text)
            case _:
                pass

    def _refused(self, notice: Notice) -> None:
        text = trouble_text(notice.code, notice.params)
        if notice.pending is not None and type(notice.pending.command).stale is not Stale.REPLAY:
            asked = self.tr("%1 was refused.").replace("%1", command_text(notice.pending.command))
            text = f"{asked[:1].upper()}{asked[1:]} {text}"
        self._say("notice", Tone.WARN, text)

    # --- banners ---------------------------------------------------------------------------------------------------

    def _say(
        self,
        key: str,
        tone: Tone,
        text: str,
        action: str = "",
        act: Callable[[], object] | None = None,
        *,
        put_away: Callable[[], object] | None = None,
    ) -> None:
        before = self._banners.get(key)
        if before is not None and before.text == text:
            return
        self._drop(key)
        banner = Banner()
        if act is not None:
            banner.acted.connect(act)
        banner.dismissed.connect(lambda: self._put_away(key, put_away))
        banner.say(tone, text, action=action)
        self._banners[key] = banner
        self._column.addWidget(banner)
        space = tokens().space
        self._column.setContentsMargins(space.m, space.s, space.m, space.s)

    def _put_away(self, key: str, then: Callable[[], object] | None) -> None:
        self._drop(key)
        if then is not None:
            then()

    def _drop(self, key: str) -> None:
        banner = self._banners.pop(key, None)
        if banner is not None:
            banner.hide()
            self._column.removeWidget(banner)
            banner.deleteLater()
        if not self._banners:
            space = tokens().space
            self._column.setContentsMargins(space.m, 0, space.m, 0)
