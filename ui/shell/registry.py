"""The list of panels. Adding a capability to the desktop is adding its panels here, and nothing else in this folder."""

from ui.shell.panels import Panel

PANELS: tuple[Panel, ...] = ()
