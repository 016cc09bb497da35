"""A capability is complete: it has its rules, its panel, its part of the learners' page, its tests, its samples."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from app.domain.kernel.messages import Event
from app.domain.registry import CAPABILITIES
from tests.architecture.files import ROOT, project_files, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.kernel.capability import Capability

every_capability = pytest.mark.parametrize("capability", CAPABILITIES, ids=lambda capability: capability.name)


def naming(capability: Capability, folder: str) -> list[Path]:
    """Return the files of a folder whose path, below it, names a capability."""
    depth = len(folder.split("/"))
    return [path for path in project_files(folder) if capability.name in "/".join(path.parts[depth:])]


def test_the_registry_lists_every_folder_that_decides():
    """A folder of the domain with a decider is a capability, and none is forgotten or listed twice."""
    folders = sorted(path.parent.name for path in (ROOT / "app" / "domain").glob("*/decider.py"))

    assert sorted(capability.name for capability in CAPABILITIES) == folders


@every_capability
def test_it_has_its_rules(capability: Capability):
    """Commands, events, decider and views stand in one folder of the domain."""
    folder = ROOT / "app" / "domain" / capability.name
    wanted = {"__init__.py", "commands.py", "events.py", "decider.py", "views.py"}

    assert wanted - {path.name for path in folder.iterdir()} == set()


@every_capability
def test_it_hears_of_every_event_that_it_names(capability: Capability):
    """Whatever event from elsewhere its modules refer to is one that it says it heeds, or what its own are made of."""
    folder = ROOT / "app" / "domain" / capability.name
    # The module of events names the bases that they have, and heeds nothing.
    stems = [path.stem for path in folder.glob("[!_]*.py") if path.stem != "events"]
    modules = [import_module(f"app.domain.{capability.name}.{stem}") for stem in stems]
    named = {kind for module in modules for kind in vars(module).values() if inspect.isclass(kind)}
    foreign = {kind for kind in named if issubclass(kind, Event) and kind is not Event} - set(capability.events)
    elsewhere = {kind for kind in foreign if not kind.__module__.startswith(f"app.domain.{capability.name}.")}
    elsewhere -= {base for event in capability.events for base in event.__mro__}

    assert {kind.__name__ for kind in elsewhere if not issubclass(kind, capability.hears)} == set()


@every_capability
def test_it_has_its_panel_on_the_desktop(capability: Capability):
    """The panel is written, and the list of panels names it."""
    listed = (ROOT / "ui" / "shell" / "registry.py").read_text(encoding="utf-8")

    assert (ROOT / "ui" / capability.name / "panel.py").is_file()
    assert f"ui.{capability.name}" in listed


@every_capability
def test_it_has_its_part_of_the_page_where_learners_see_it(capability: Capability):
    """A capability that fills a learner's document has a part that shows it, and main.js names the part."""
    listed = (ROOT / "resources" / "learner" / "main.js").read_text(encoding="utf-8")
    shown = bool(naming(capability, "resources/learner")) and f"./{capability.name}" in listed

    assert shown or not capability.parts


@every_capability
@pytest.mark.parametrize("folder", ["tests/domain", "tests/ui"])
def test_it_is_tested(capability: Capability, folder: str):
    """Its rules and its panel have tests that carry its name."""
    assert [path for path in naming(capability, folder) if path.name.startswith("test_")]


@every_capability
def test_each_of_its_events_has_a_sample(capability: Capability):
    """What was once written to a log stays readable, and the samples, which every later version must read, show it."""
    samples = [text for path in project_files("tests/golden") if (text := text_of(path)) is not None]
    missing = [event.type for event in capability.events if not any(event.type in text for text in samples)]

    assert missing == []
