"""The people with whom a plan is prepared: who is here and where, the invitation of another, and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kernel.refusal import Refusal
from ui.bridge.dialogs import confirm
from ui.bridge.refusals import refusal_text
from ui.planning.words import line_words, place_words
from ui.session.reach import reach_of, reach_text
from ui.session.words import KNOWN_ERRORS, error_text
from ui.widgets.avatar import Avatar
from ui.widgets.badge import Badge
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Field
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.sync.planning import Colleague
    from ui.bridge.tasks import TaskScope
    from ui.planning.sharing import Sharing, Together
    from ui.prepare.plans import Plans
    from ui.widgets.toast import Toast


class _Row(QWidget):
    """One colleague."""

    def __init__(self) -> None:
        super().__init__()
        self._avatar = Avatar()
        self._name = ElidedLabel(words=Words.STRONG)
        self._where = ElidedLabel(words=Words.CAPTION, tone=Tone.MUTED)
        space = tokens().space
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._where)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, space.xs, 0, space.xs)
        row.setSpacing(space.m)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)

    def show_colleague(self, colleague: Colleague, where: str) -> None:
        """Show who it is and where they are."""
        self._avatar.show_person(colleague.name, colleague.member)
        self._name.setText(colleague.name)
        self._where.setText(where)
        self.setAccessibleName(f"{colleague.name}, {where}")


class TogetherDialog(Translated, QDialog):
    """Who prepares the plan; it does not stop one from working.

    Args:
        sharing: acts.
        plans: name what people are at.
        plan_id: of the plan.
        scope: runs what waits.
        toast: tells what was done.
        parent: the window.
    """

    def __init__(
        self, sharing: Sharing, plans: Plans, plan_id: str, scope: TaskScope, toast: Toast, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._sharing, self._plans, self._plan_id = sharing, plans, plan_id
        self._toast = toast
        self._scope = scope.child(self)
        self._heading = Label(words=Words.HEADING)
        self._line = Badge()
        self._trouble = Banner()
        self._alone = Label(tone=Tone.MUTED, wrap=True)
        self._rows: list[_Row] = []
        self._people = QVBoxLayout()
        self.name = Field(limit=60)
        self.invite = Button(kind=ButtonKind.PRIMARY, icon_name="user-plus")
        self._reach = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self.stop = Button(kind=ButtonKind.PLAIN, icon_name="log-out")
        self.open_class = Button(kind=ButtonKind.QUIET, icon_name="door-open")
        self._arrange()
        self.invite.clicked.connect(self._invite)
        self.name.submitted.connect(lambda _text: self._invite())
        self.stop.clicked.connect(lambda: self._scope.spawn(self._stop(), name="stop sharing"))
        self.open_class.clicked.connect(lambda: self._scope.spawn(self._open_class(), name="open the class"))
        sharing.changed.connect(self._changed)
        self.retranslate()

    def _arrange(self) -> None:
        space = tokens().space
        head = QHBoxLayout()
        head.setSpacing(space.m)
        head.addWidget(self._heading, 1)
        head.addWidget(self._line)
        invite = QHBoxLayout()
        invite.setSpacing(space.s)
        invite.addWidget(self.name, 1)
        invite.addWidget(self.invite, 0, Qt.AlignmentFlag.AlignBottom)
        foot = QHBoxLayout()
        foot.setSpacing(space.s)
        foot.addWidget(self.stop)
        foot.addStretch(1)
        foot.addWidget(self.open_class)
        self._people.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.xl, space.xl, space.xl, space.l)
        column.setSpacing(space.s)
        column.addLayout(head)
        column.addWidget(self._trouble)
        column.addWidget(self._alone)
        column.addLayout(self._people)
        column.addSpacing(space.s)
        column.addLayout(invite)
        column.addWidget(self._reach)
        column.addSpacing(space.m)
        column.addStretch(1)
        column.addLayout(foot)
        self.setMinimumWidth(560)

    def retranslate(self) -> None:
        """Say the words again."""
        self.setWindowTitle(self.tr("Prepare together"))
        self._heading.setText(self.tr("Prepare together"))
        self._alone.setText(
            self.tr(
                "Nobody but you yet. Name a colleague: you get a personal link to send. They paste it in their Cercle "
                "under “Join a class…”, and the plan opens there."
            )
        )
        self.name.say(self.tr("Name of your colleague"))
        self.invite.say(self.tr("Copy a personal link"), self.tr("Keep a seat for this colleague and copy its link"))
        self.open_class.say(self.tr("Open the class"), self.tr("Let learners in; colleagues keep their links"))
        self._show()

    def _changed(self, plan_id: object) -> None:
        if plan_id == self._plan_id:
            self._show()

    def _show(self) -> None:
        together = self._sharing.of(self._plan_id)
        if together is None:
            self.reject()
            return
        text, tone, icon_name, more = line_words(together)
        self._line.say(text, tone, icon_name=icon_name)
        self._line.setToolTip(more)
        self._line.setAccessibleDescription(more)
        if together.shared.problem:
            self._trouble.say(Tone.WARN, refusal_text(together.shared.problem), closable=False)
        self._show_people(together)
        reached, tone = reach_text(reach_of(together.one.bridge))
        one_each = self.tr("Each link is for one person.")
        self._reach.setText(f"{one_each} {reached}")
        self._reach.set_tone(tone)
        host = together.is_host
        for widget in (self.name, self.invite, self._reach):
            widget.setVisible(host)
        self.open_class.setVisible(together.is_preparing)
        self.stop.say(
            self.tr("Stop sharing…") if host else self.tr("Leave…"),
            self.tr("Everybody keeps the plan as it is then"),
        )
        self.stop.setEnabled(not host or together.shared.is_online)

    def _show_people(self, together: Together) -> None:
        colleagues = together.colleagues
        self._alone.setVisible(not colleagues and together.is_host)
        while len(self._rows) > len(colleagues):
            gone = self._rows.pop()
            self._people.removeWidget(gone)
            gone.deleteLater()
        while len(self._rows) < len(colleagues):
            row = _Row()
            self._rows.append(row)
            self._people.addWidget(row)
        for row, colleague in zip(self._rows, colleagues, strict=True):
            row.show_colleague(colleague, place_words(colleague, self._plans.plan))

    def _invite(self) -> None:
        name = self.name.text()
        if not name:
            self.name.set_error(refusal_text("text_empty"))
            self.name.setFocus()
            return
        try:
            link = self._sharing.invite(self._plan_id, name)
        except Refusal as refusal:
            self.name.set_error(refusal_text(refusal.code, refusal.params))
            return
        QGuiApplication.clipboard().setText(link)
        self.name.set_text("")
        self._toast.say(self.tr("Personal link of %1 copied").replace("%1", name))

    async def _stop(self) -> None:
        together = self._sharing.of(self._plan_id)
        if together is None:
            return
        if together.is_host:
            title = self.tr("Stop sharing this plan?")
            detail = self.tr("Everybody keeps the plan as it is now, and edits it apart. The links stop working.")
            accept = self.tr("Stop sharing")
        else:
            title = self.tr("Leave this plan’s preparation?")
            detail = self.tr("You keep the plan as it is now. To come back you need another invitation.")
            accept = self.tr("Leave")
        if not await confirm(self, title, detail, accept):
            return
        try:
            await self._sharing.stop(self._plan_id)
        except KNOWN_ERRORS as error:
            self._trouble.say(Tone.DANGER, error_text(error))

    async def _open_class(self) -> None:
        try:
            if await open_class(self._sharing, self._plan_id, self):
                self.accept()
        except KNOWN_ERRORS as error:
            self._trouble.say(Tone.DANGER, error_text(error))


async def open_class(sharing: Sharing, plan_id: str, over: QWidget) -> bool:
    """Ask whether to open the class of a plan that is prepared together, and open it; return whether it was.

    Args:
        sharing: opens it.
        plan_id: of the plan.
        over: the window to ask over.

    Raises:
        Refusal: the plan is too large for a class.
    """
    title = QCoreApplication.translate("TogetherDialog", "Open the class from this plan?")
    detail = QCoreApplication.translate(
        "TogetherDialog",
        "It is prepared together. Learners can come in from then on; your colleagues’ seats and links stay.",
    )
    if not await confirm(over, title, detail, QCoreApplication.translate("TogetherDialog", "Open the class")):
        return False
    await sharing.open_class(plan_id)
    return True
