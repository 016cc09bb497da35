"""The sheet from which one begins to prepare a plan with colleagues: who one is, and where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.sync.opening import NewSession
from ui.bridge.refusals import refusal_text
from ui.session.desk import Desk, HostedRelay
from ui.session.start import HERE, THERE, Here, Proposal, There
from ui.session.words import KNOWN_ERRORS, error_text
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Field
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.bridge.tasks import TaskScope
    from ui.planning.sharing import Sharing


class ShareSheet(Translated, QDialog):
    """Asks what sharing a plan needs, and begins it; stays open, and says why, when that does not work.

    Args:
        sharing: begins it.
        desk: looks at this computer's addresses.
        plan_id: of the plan.
        proposal: what stands in it first.
        scope: runs what waits.
        parent: the window.
    """

    def __init__(
        self, sharing: Sharing, desk: Desk, plan_id: str, proposal: Proposal, scope: TaskScope, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._sharing, self._plan_id, self._proposal = sharing, plan_id, proposal
        self._scope = scope.child(self)
        self._heading = Label(words=Words.HEADING)
        self._lead = Label(tone=Tone.MUTED, wrap=True)
        self._trouble = Banner()
        self.name = Field(limit=60)
        self.where = Segmented("", self._places())
        self._where_label = Label(words=Words.STRONG)
        self.here = Here(desk, self._scope, for_colleagues=True)
        self.there = There()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.here)
        self._pages.addWidget(self.there)
        self._stay = Button(kind=ButtonKind.QUIET)
        self.go = Button(kind=ButtonKind.PRIMARY, icon_name="users")
        self.name.set_text(proposal.name)
        self.there.address.set_text(proposal.hosted)
        self._arrange()
        self.where.chosen.connect(self._place_chosen)
        self._stay.clicked.connect(self.reject)
        self.go.clicked.connect(lambda: self._scope.spawn(self._share(), name="share a plan"))
        self.go.setDefault(True)
        self.retranslate()
        self.here.look()
        (self.go if proposal.name else self.name).setFocus()

    def _arrange(self) -> None:
        space = tokens().space
        where = QHBoxLayout()
        where.addWidget(self.where)
        where.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(space.s)
        buttons.addStretch(1)
        buttons.addWidget(self._stay)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.xl, space.xl, space.xl, space.l)
        column.setSpacing(space.s)
        for widget in (self._heading, self._lead, self._trouble):
            column.addWidget(widget)
        column.addSpacing(space.xs)
        column.addWidget(self.name)
        column.addSpacing(space.xs)
        column.addWidget(self._where_label)
        column.addLayout(where)
        column.addWidget(self._pages)
        column.addSpacing(space.m)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(560)

    def retranslate(self) -> None:
        """Say the words again."""
        self.setWindowTitle(self.tr("Prepare together"))
        self._heading.setText(self.tr("Prepare together"))
        self._lead.setText(
            self.tr(
                "Your colleagues get this plan into their own Cercle. Everybody edits at once, also without a network; "
                "what was edited apart comes together."
            )
        )
        self.name.say(self.tr("Your name"), hint=self.tr("Your colleagues see it beside what you edit."))
        self._where_label.setText(self.tr("Where are your colleagues?"))
        self.where.say(self.tr("Where your colleagues are"), self._places())
        self._stay.say(self.tr("Cancel"))
        self.go.say(self.tr("Share the plan"))

    def event(self, event: QEvent) -> bool:
        """Grow with what is said in it."""
        if event.type() != QEvent.Type.LayoutRequest:
            return super().event(event)
        handled = super().event(event)
        layout = self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        if needed > self.height():
            self.resize(self.width(), needed)
        return handled

    def done(self, result: int) -> None:
        """End what still runs with the sheet."""
        self.here.rest()
        super().done(result)

    def _places(self) -> tuple[Segment, ...]:
        return (
            Segment(HERE, self.tr("In this room"), "house"),
            Segment(THERE, self.tr("At a distance"), "monitor"),
        )

    def _place_chosen(self, key: object) -> None:
        self._pages.setCurrentWidget(self.there if key == THERE else self.here)
        self._trouble.hide()

    async def _share(self) -> None:
        far = self.where.current == THERE
        if not self.name.text():
            self.name.set_error(refusal_text("text_empty"))
            self.name.setFocus()
            return
        if far and not self.there.is_filled():
            self.there.address.setFocus()
            return
        new = NewSession(
            title=self._proposal.title,
            name=self.name.text(),
            language=self._proposal.language,
            nearby=not far,
            address=self.there.base() if far else "",
            preparing=True,
        )
        where = HostedRelay(self.there.base(), self.there.key.text()) if far else self.here.chosen
        self.go.setEnabled(False)
        self._trouble.hide()
        try:
            await self._sharing.share(self._plan_id, new, where)
        except Exception as error:
            # Not when it is cancelled: then the sheet is gone already.
            self.go.setEnabled(True)
            if not isinstance(error, KNOWN_ERRORS):
                raise
            self._trouble.say(Tone.DANGER, error_text(error), closable=False)
        else:
            self.accept()
