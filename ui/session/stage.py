"""The session's strip above the conversation: what wants a word from the person, and how to join until it starts."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kernel.words import Phase
from ui.bridge.dialogs import confirm
from ui.bridge.session import Changed, SessionBridge
from ui.bridge.tasks import TaskScope
from ui.session.desk import Desk, OpenClass
from ui.session.join import Joining, LobbyStrip
from ui.session.lead import Lead
from ui.session.notices import Notices
from ui.session.words import KNOWN_ERRORS, error_text
from ui.widgets.banner import Banner
from ui.widgets.labels import Tone
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

BEFORE_START = frozenset({Phase.PREPARING, Phase.CREATED, Phase.LOBBY})


class SessionStage(Translated, QWidget):
    """Notices, how to join, and what to do when the class is over.

    Args:
        desk: takes over, leaves.
        one: the class.
        lead: acts on it.
        joining: shows how to join.
        scope: runs what waits.
        toast: tells what was done.
    """

    def __init__(
        self,
        desk: Desk,
        one: OpenClass,
        lead: Lead,
        joining: Joining,
        scope: TaskScope,
        toast: Toast,
    ) -> None:
        super().__init__()
        self._desk, self._one, self._scope, self._toast = desk, one, scope, toast
        bridge: SessionBridge = one.bridge
        self.notices = Notices(
            bridge,
            is_local=lambda: desk.is_local(one),
            take_over=lambda: scope.spawn(self._take_over(), name="take over"),
            go_to=lambda base: scope.spawn(desk.move(one, base), name="another relay"),
        )
        self._trouble = Banner()
        self._over = Banner()
        self._over.acted.connect(lambda: scope.spawn(desk.leave(), name="leave"))
        self._lobby = LobbyStrip(bridge, lead, joining.show_full)
        space = tokens().space
        inner = QVBoxLayout()
        inner.setContentsMargins(space.m, 0, space.m, 0)
        inner.addWidget(self._trouble)
        inner.addWidget(self._over)
        self._inner = inner
        strip = QHBoxLayout()
        strip.setContentsMargins(space.l, space.m, space.l, space.s)
        strip.addWidget(self._lobby)
        self._strip = QWidget()
        self._strip.setLayout(strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addLayout(inner)
        column.addWidget(self._strip)
        bridge.stateChanged.connect(self._changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        phase = self._one.session.phase
        space = tokens().space
        self._strip.setVisible(phase in BEFORE_START)
        if phase in {Phase.ENDED, Phase.ARCHIVED}:
            text = self.tr("The class is over. Everything that was said is kept, and stands in Review.")
            self._inner.setContentsMargins(space.m, space.s, space.m, 0)
            self._over.say(Tone.INFO, text, action=self.tr("Close this class"), closable=False)
        else:
            self._inner.setContentsMargins(space.m, 0, space.m, 0)
            self._over.hide()

    def _changed(self, changed: Changed) -> None:
        if changed.touches("session"):
            self.retranslate()

    async def _take_over(self) -> None:
        title = self.tr("Go on from this computer?")
        detail = self.tr(
            "Do this only when the other relay is gone for good. This computer’s relay takes the class over, with "
            "everything it has received; learners’ pages come here by themselves where they can, or join anew by the "
            "code. The other relay can only be read from then on."
        )
        if not await confirm(self.window(), title, detail, self.tr("Take over")):
            return
        try:
            await self._desk.take_over(self._one)
        except KNOWN_ERRORS as error:
            self._trouble.say(Tone.DANGER, error_text(error))
            return
        self._trouble.hide()
        self._toast.say(self.tr("The class goes on from this computer"))
