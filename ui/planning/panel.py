"""Planning's panel: in Prepare's bar, whether the open plan is shared, who is here, and the way to share it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.bridge.dialogs import opened
from ui.bridge.tasks import TaskScope
from ui.planning.dialog import TogetherDialog, open_class
from ui.planning.faces import Faces
from ui.planning.marks import Places
from ui.planning.sharing import Sharing
from ui.planning.sheet import ShareSheet
from ui.planning.words import line_words, place_words
from ui.prepare.editing import Editing
from ui.prepare.plans import Plans
from ui.session.desk import Desk, OpenClass
from ui.session.entrance import Entrance
from ui.session.start import Proposal
from ui.shell.actions import Action, Actions
from ui.shell.panels import Mode, Panel, Place, Services
from ui.shell.settings import Preferences
from ui.shell.window import MainWindow
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.sync.runbook import Source
    from ui.planning.sharing import Together


class TogetherBar(Translated, QWidget):
    """Whether the open plan is shared, with whom, and the button that shares it or tells more.

    Args:
        sharing: knows.
        plans: whose open one it is about.
        desk: looks at this computer's addresses.
        preferences: remember the person's name.
        window: over which dialogs open.
        scope: runs what waits.
        toast: tells what was done.
    """

    def __init__(
        self,
        sharing: Sharing,
        plans: Plans,
        desk: Desk,
        preferences: Preferences,
        window: MainWindow,
        scope: TaskScope,
        toast: Toast,
    ) -> None:
        super().__init__()
        self._sharing, self._plans, self._desk = sharing, plans, desk
        self._preferences, self._window, self._scope, self._toast = preferences, window, scope, toast
        self._dialog: TogetherDialog | None = None
        self._faces = Faces()
        self._line = Badge()
        self.button = Button(kind=ButtonKind.QUIET, icon_name="users")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens().space.s)
        for widget in (self._faces, self._line, self.button):
            row.addWidget(widget)
        self.button.clicked.connect(self.open)
        plans.opened.connect(self._reopened)
        sharing.changed.connect(self._changed)
        sharing.ended.connect(self._ended)
        sharing.began.connect(self._began)
        sharing.came.connect(lambda _plan: window.show_mode(Mode.PREPARE))
        self.retranslate()

    def add_action(self, actions: Actions) -> None:
        """Offer it by key and palette.

        Args:
            actions: of the window.
        """
        actions.add(
            Action(
                "planning.together",
                lambda: QCoreApplication.translate("Actions", "Prepare the plan together"),
                self.open,
                shortcut="Ctrl+Shift+T",
                group=lambda: QCoreApplication.translate("Actions", "Plan"),
                icon_name="users",
                modes=frozenset({Mode.PREPARE}),
                enabled=lambda: self._plan_id != "",
            ),
            owner=self,
        )

    @property
    def _plan_id(self) -> str:
        kept = self._plans.current
        return kept.id if kept is not None and kept.plan is not None else ""

    def open(self) -> None:
        """Share the open plan, or show with whom it is shared."""
        plan_id = self._plan_id
        if plan_id and self._sharing.of(plan_id) is not None:
            self.show_people()
        elif plan_id:
            self._scope.spawn(self._share(plan_id), name="share sheet")

    def start(self, source: Source) -> bool:
        """Offer to open the class that a plan is prepared in, instead of making another; return whether it was offered.

        Args:
            source: from which a class is to be started.
        """
        together = self._sharing.of(source.id)
        if together is None or not together.is_preparing:
            return False
        self._scope.spawn(open_class(self._sharing, source.id, self._window), name="open the class")
        return True

    def show_people(self) -> None:
        """Open the list of those who prepare the plan."""
        if self._dialog is not None:
            self._dialog.close()
        dialog = TogetherDialog(self._sharing, self._plans, self._plan_id, self._scope, self._toast, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(dialog.close)
        dialog.destroyed.connect(self._dialog_gone)
        self._dialog = dialog
        dialog.show()

    def _dialog_gone(self) -> None:
        self._dialog = None

    async def _share(self, plan_id: str) -> None:
        settings = self._preferences.settings
        plan = self._plans.plan
        title = plan.title or self.tr("Untitled plan")
        language = plan.language if plan.language in {"fr", "en"} else "fr"
        proposal = Proposal(title=title, language=language, name=settings.name, hosted=settings.relay)
        sheet = ShareSheet(self._sharing, self._desk, plan_id, proposal, self._scope, self._window)
        try:
            if await opened(sheet) != ShareSheet.DialogCode.Accepted.value:
                return
            hosted = sheet.there.base() or settings.relay
            self._preferences.change(replace(settings, name=sheet.name.text(), relay=hosted))
        finally:
            sheet.deleteLater()
        if self._plan_id == plan_id:
            self.show_people()

    def retranslate(self) -> None:
        """Say the words again."""
        self._show()

    def _reopened(self, _kept: object) -> None:
        if self._dialog is not None:
            self._dialog.close()
        self._show()

    def _changed(self, plan_id: object) -> None:
        if plan_id == self._plan_id:
            self._show()

    def _show(self) -> None:
        together = self._sharing.of(self._plan_id) if self._plan_id else None
        self.setEnabled(bool(self._plan_id))
        self._line.setVisible(together is not None and not together.shared.is_online)
        if together is None:
            self._faces.show_people((), "")
            self.button.say(self.tr("Prepare together…"), self.tr("Share this plan with colleagues"))
            self.button.setToolTip(f"{self.button.toolTip()}  (Ctrl+Shift+T)")
            return
        self._show_shared(together)

    def _show_shared(self, together: Together) -> None:
        there = tuple(each for each in together.colleagues if each.is_here)
        words = "\n".join(f"{each.name}: {place_words(each, self._plans.plan)}" for each in there)
        self._faces.show_people(there, words)
        text, tone, icon_name, more = line_words(together)
        self._line.say(text, tone, icon_name=icon_name)
        self._line.setToolTip(more)
        self._line.setAccessibleDescription(more)
        self.button.say(self.tr("Together"), self.tr("Who prepares this plan with you"))
        self.button.setToolTip(f"{self.button.toolTip()}  (Ctrl+Shift+T)")

    def _ended(self, plan_id: object) -> None:
        title = next((kept.title for kept in self._plans.all if kept.id == plan_id), "")
        text = self.tr("“%1” is no longer shared. Your copy stays as it is.")
        self._toast.say(text.replace("%1", title or self.tr("Untitled plan")))

    def _began(self, one: object) -> None:
        if isinstance(one, OpenClass):
            text = self.tr("“%1” has been opened: it stands at the left, under the classes going on.")
            self._toast.say(text.replace("%1", one.session.title))


def _together(services: Services) -> QWidget:
    bar = TogetherBar(
        services.need(Sharing),
        services.need(Plans),
        services.need(Desk),
        services.need(Preferences),
        services.need(MainWindow),
        services.need(TaskScope),
        services.need(Toast),
    )
    bar.add_action(services.need(Actions))
    services.need(Entrance).instead = bar.start
    Places(services.need(Sharing), services.need(Plans), services.need(Editing), services.need(MainWindow), bar)
    return bar


WORDS = {
    "planning.update": lambda: QCoreApplication.translate("Planning", "handing out what you edited in the plan"),
    "other_plan": lambda: QCoreApplication.translate(
        "Planning", "Another plan is prepared in this class. What you edited stays in your copy."
    ),
    "plan_too_busy": lambda: QCoreApplication.translate(
        "Planning", "Too much of the plan is on its way at once. What you edited stays in your copy."
    ),
    "plan_update_too_large": lambda: QCoreApplication.translate(
        "Planning", "This change is too large to share. It stays in your copy; send the plan as a file."
    ),
}

PANELS = (Panel("planning", Mode.PREPARE, Place.TOPBAR, 10, _together, words=WORDS),)
