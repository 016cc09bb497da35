"""The list of panels. Adding a capability to the desktop is adding its panels here, and nothing else in this folder."""

import ui.agenda.panel
import ui.anonymous.panel
import ui.board.panel
import ui.breakouts.panel
import ui.debate.panel
import ui.discussion.panel
import ui.expected.panel
import ui.leads.panel
import ui.moderation.panel
import ui.notes.panel
import ui.pins.panel
import ui.planning.panel
import ui.polls.panel
import ui.prepare.library
import ui.prepare.panel
import ui.prompts.panel
import ui.questions.panel
import ui.remarks.panel
import ui.review.panel
import ui.roster.panel
import ui.session.panel
import ui.stage.panel
import ui.support.panel
import ui.thanks.panel
import ui.topics.panel
from ui.shell.panels import Panel

PANELS: tuple[Panel, ...] = (
    *ui.session.panel.PANELS,
    *ui.agenda.panel.PANELS,
    *ui.discussion.panel.PANELS,
    *ui.moderation.panel.PANELS,
    *ui.notes.panel.PANELS,
    *ui.topics.panel.PANELS,
    *ui.leads.panel.PANELS,
    *ui.polls.panel.PANELS,
    *ui.debate.panel.PANELS,
    *ui.breakouts.panel.PANELS,
    *ui.questions.panel.PANELS,
    *ui.support.panel.PANELS,
    *ui.remarks.panel.PANELS,
    *ui.stage.panel.PANELS,
    *ui.pins.panel.PANELS,
    *ui.prompts.panel.PANELS,
    *ui.anonymous.panel.PANELS,
    *ui.board.panel.PANELS,
    *ui.thanks.panel.PANELS,
    *ui.roster.panel.PANELS,
    *ui.expected.panel.PANELS,
    *ui.prepare.panel.PANELS,
    *ui.planning.panel.PANELS,
    *ui.prepare.library.PANELS,
    *ui.review.panel.PANELS,
)
