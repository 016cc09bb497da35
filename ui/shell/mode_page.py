"""One mode of the window: the panels of that mode, each in its place."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from ui.shell.panels import Mode, Panel, Place, Services
from ui.widgets.icons import icon, icon_size
from ui.widgets.layout import Ground, panes, scrolled, separator
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

RAIL_WIDTH, CENTRE_WIDTH, RIGHT_WIDTH = 264, 660, 348
"""First widths of the columns in logical pixels, for a window of 1280."""


_TAB_BESIDE = 56
"""What a tab needs beside its words: its icon and the room around both, in logical pixels."""

_ICON_TAB = 36
"""What a tab needs that shows its icon alone, among many, in logical pixels."""

_WORDS_BESIDE = 24
"""What a tab needs beside its words when it has no icon, in logical pixels."""


class ModePage(Translated, QWidget):
    """Lays out whatever panels there are; a place without panels takes no room.

    Args:
        mode: whose page it is.
        panels: of every mode; only this mode's are built.
        services: what they are built from.
        first_right: a tab that stands before the others in the right column, with its title and icon; the shell's own.
        parent: the owner.
    """

    def __init__(
        self,
        mode: Mode,
        panels: tuple[Panel, ...],
        services: Services,
        *,
        first_right: tuple[Panel, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.mode = mode
        mine = [panel for panel in panels if panel.mode is mode]
        mine.sort(key=lambda panel: (panel.order, panel.capability))
        self._panels = (*first_right, *mine)
        self._built: list[tuple[Panel, QWidget]] = [(panel, panel.factory(services)) for panel in self._panels]
        for _panel, widget in self.panels_at(Place.TOPBAR):
            # The bar takes them while this mode is shown; they are deleted with the page.
            widget.setParent(self)
        self._tabs: QTabWidget | None = None
        self._switch: Segmented | None = None
        self._centre: QStackedWidget | None = None
        self._sections: QScrollArea | None = None
        parts = [
            (self._rail(), RAIL_WIDTH),
            (self._middle(), CENTRE_WIDTH),
            (self._right(), RIGHT_WIDTH),
        ]
        there = [(widget, width) for widget, width in parts if widget is not None]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        if there:
            row.addWidget(panes(*(widget for widget, _ in there), sizes=tuple(width for _, width in there)))
        self.retranslate()

    def panels_at(self, place: Place) -> list[tuple[Panel, QWidget]]:
        """Give the panels of a place with their widgets, in order.

        Args:
            place: one of the places.
        """
        return [(panel, widget) for panel, widget in self._built if panel.place is place]

    def topbar(self) -> tuple[list[QWidget], list[QWidget]]:
        """Give what this mode puts into the bar: beside the modes, and at the right."""
        there = self.panels_at(Place.TOPBAR)
        left = [widget for panel, widget in there if panel.order < 0]
        return left, [widget for panel, widget in there if panel.order >= 0]

    def show_panel(self, capability: str) -> bool:
        """Bring a capability's panel to the front of its place.

        Args:
            capability: its name.

        Returns:
            Whether it has one here.
        """
        for panel, widget in self._built:
            if panel.capability == capability and panel.place is Place.RIGHT and self._tabs is not None:
                self._tabs.setCurrentWidget(widget)
                return True
            if panel.capability == capability and panel.place is Place.SECTION and self._sections is not None:
                self._show_section(widget)
                return True
            if panel.capability == capability and panel.place is Place.CENTRE:
                self._show_centre(capability)
                return True
        return False

    def _show_section(self, widget: QWidget) -> None:
        if self._tabs is not None and self._sections is not None:
            self._tabs.setCurrentWidget(self._sections)
            self._sections.ensureWidgetVisible(widget)

    def retranslate(self) -> None:
        """Say the titles again."""
        self.say_tabs()
        if self._tabs is not None:
            self._tabs.setAccessibleName(self.tr("Side column"))
        if self._switch is not None:
            self._switch.say(self.tr("What the middle shows"), self._segments())

    def say_tabs(self) -> None:
        """Say the tabs' titles again, which may hold a count."""
        if self._tabs is not None:
            tabs = self._tab_titles()
            titles = [title for title, _icon in tabs]
            metrics = self._tabs.tabBar().fontMetrics()
            words = sum(metrics.horizontalAdvance(title) for title in titles)
            room = self._tabs.width()
            # Words tell more than icons: where both have no room, the icons go first.
            iconless = words + len(titles) * _TAB_BESIDE > room >= words + len(titles) * _WORDS_BESIDE
            narrow = words + len(titles) * _WORDS_BESIDE > room
            # With icons alone, the first tab, which counts, and the chosen one keep their words where they have room.
            chosen = self._tabs.currentIndex()
            kept = {0: titles[0], chosen: titles[chosen]} if titles and narrow else dict(enumerate(titles))
            beside = len(titles) * _ICON_TAB
            is_crowded = narrow and beside + sum(map(metrics.horizontalAdvance, kept.values())) > room
            if is_crowded:
                count = titles[0].rpartition("·")[2].strip() if "·" in titles[0] else ""
                kept = {0: count, chosen: titles[chosen]}
                if beside + sum(map(metrics.horizontalAdvance, kept.values())) > room:
                    kept = {0: count}
            self._crowd(crowded=is_crowded)
            for place, (title, icon_name) in enumerate(tabs):
                self._tabs.setTabText(place, kept.get(place, ""))
                drawing = None if iconless else icon_name
                self._tabs.setTabIcon(place, icon(drawing, "muted", checked="text") if drawing else QIcon())
                self._tabs.setTabToolTip(place, title)
                self._tabs.tabBar().setAccessibleTabName(place, title)

    def _crowd(self, *, crowded: bool) -> None:
        """Have the tabs stand closer when there are many."""
        if self._tabs is None or bool(self._tabs.tabBar().property("crowded")) is crowded:
            return
        bar = self._tabs.tabBar()
        bar.setProperty("crowded", crowded)
        bar.style().unpolish(bar)
        bar.style().polish(bar)
        # Tabs measure themselves anew when their icons change size, and for nothing less.
        size = self._tabs.iconSize()
        self._tabs.setIconSize(size + QSize(1, 1))
        self._tabs.setIconSize(size)

    def _tab_titles(self) -> list[tuple[str, str | None]]:
        """Give the words and the icon of each tab, in order."""
        shared: list[tuple[str, str | None]] = [(self.tr("Who and what"), "users")] if self._sections else []
        return shared + [(panel.title(), panel.icon_name) for panel, _widget in self.panels_at(Place.RIGHT)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the tabs' words the room that there is."""
        if event.type() == QEvent.Type.Resize and watched is self._tabs:
            self.say_tabs()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Let the tabs' icons grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._tabs is not None:
            self._tabs.setIconSize(QSize(icon_size() - 2, icon_size() - 2))

    def _rail(self) -> QWidget | None:
        there = self.panels_at(Place.RAIL)
        if not there:
            return None
        rail = Ground("rail")
        for place, (_panel, widget) in enumerate(there):
            if place:
                rail.column.addWidget(separator())
            rail.column.addWidget(widget, 1)
        # A strut, as a fixed least width would let the panels become narrower than what they hold.
        rail.column.addStrut(200)
        return rail

    def _segments(self) -> tuple[Segment, ...]:
        there = self.panels_at(Place.CENTRE)
        return tuple(Segment(panel.capability, panel.title(), panel.icon_name) for panel, _widget in there)

    def _middle(self) -> QWidget | None:
        centre, stage = self.panels_at(Place.CENTRE), self.panels_at(Place.STAGE)
        if not centre and not stage:
            return None
        ground = Ground("surface")
        for _panel, widget in stage:
            ground.column.addWidget(widget)
        if len(centre) > 1:
            self._switch = Segmented("", self._segments(), shrinks=True)
            self._switch.chosen.connect(self._show_centre)
            bar = QHBoxLayout()
            bar.setContentsMargins(tokens().space.l, tokens().space.s, tokens().space.l, tokens().space.s)
            bar.addWidget(self._switch)
            bar.addStretch(1)
            ground.column.addLayout(bar)
            ground.column.addWidget(separator())
        if centre:
            self._centre = QStackedWidget()
            for _panel, widget in centre:
                self._centre.addWidget(widget)
            ground.column.addWidget(self._centre, 1)
        ground.setMinimumWidth(360)
        return ground

    def _show_centre(self, capability: object) -> None:
        for panel, widget in self.panels_at(Place.CENTRE):
            if panel.capability == capability and self._centre is not None:
                self._centre.setCurrentWidget(widget)
                if self._switch is not None:
                    self._switch.choose(panel.capability)

    def _right(self) -> QWidget | None:
        there, sections = self.panels_at(Place.RIGHT), self.panels_at(Place.SECTION)
        if not there and not sections:
            return None
        side = Ground("side")
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        tabs.tabBar().setExpanding(False)
        if sections:
            self._sections = _stacked([widget for _panel, widget in sections])
            tabs.addTab(self._sections, "")
        for _panel, widget in there:
            tabs.addTab(widget, "")
        self._tabs = tabs
        tabs.currentChanged.connect(lambda _place: self.say_tabs())
        tabs.installEventFilter(self)
        column = QVBoxLayout()
        column.setContentsMargins(0, tokens().space.xs, 0, 0)
        column.addWidget(tabs)
        side.column.addLayout(column)
        side.setMinimumWidth(260)
        side.setFrameShape(QFrame.Shape.NoFrame)
        tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return side


def _stacked(widgets: list[QWidget]) -> QScrollArea:
    """Put sections one below the other; the first takes the room that is left, and all scroll if there is little."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place, widget in enumerate(widgets):
        if place:
            column.addWidget(separator())
        column.addWidget(widget, 0 if place else 1)
    return scrolled(content)
