"""The page that describes the protocol names every command, every code, and an id that is true."""

from __future__ import annotations

import re

import msgspec
import pytest

from app.domain.discussion.decider import EMOJIS
from app.domain.kernel.words import derived_id
from app.domain.registry import REGISTRY
from tests.architecture.files import ROOT

README = (ROOT / "app" / "sync" / "README.md").read_text(encoding="utf-8")
CELL = re.compile(r"(?<!\\)\|")
COLUMNS = 4
ROWS = {
    cells[0]: cells
    for line in README.splitlines()
    if len(cells := [cell.strip() for cell in CELL.split(line)[1:-1]]) == COLUMNS
}

# Codes as they stand in the code: in what is raised, in what is answered, and in what ends a connection.
SAID = re.compile(r'(?:Refusal\(|Refused\([^"()]*|Error\(|_fail\(|code, params = )"([a-z_]+)"')
SAYING = ("app/domain", "app/relay")


def codes() -> set[str]:
    """Return every code that a relay may answer."""
    files = [path for folder in SAYING for path in sorted((ROOT / folder).rglob("*.py"))]
    assert files
    return {code for path in files for code in SAID.findall(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("name", sorted(REGISTRY.commands))
def test_each_command_stands_in_the_table_with_its_fields_and_its_rule(name: str):
    _, fields, _, stale = ROWS[f"`{name}`"]
    command = REGISTRY.commands[name]

    assert re.findall(r"`([a-z_]+)`", fields) == [field.name for field in msgspec.structs.fields(command)]
    assert stale == str(command.stale)


def test_no_command_stands_in_the_table_that_is_not_there():
    named = {key.strip("`") for key in ROWS if re.fullmatch(r"`[a-z]+\.[a-z_]+`", key)}

    assert named == set(REGISTRY.commands)


def test_each_code_stands_on_the_page_and_no_other():
    """What a relay may answer is what the page says, one for one."""
    table = README[README.index("## Codes") :]
    listed = set(re.findall(r"^\| `([a-z_]+)` \|", table, re.MULTILINE))

    assert listed == codes()


def test_the_example_of_a_derived_id_is_true():
    found = re.search(r"command `([0-9a-f-]{36})` by member `([0-9a-f-]{36})` creates `([0-9a-f-]{36})`", README)

    assert found is not None
    assert derived_id(found[1], found[2], 0) == found[3]


def test_the_reactions_that_are_offered_stand_on_the_page():
    assert [emoji for emoji in EMOJIS if emoji not in README] == []


def test_the_page_has_no_gap():
    """No mark was left where a table belongs."""
    assert re.findall(r"[A-Z]+_(?:TABLE|ID)\b", README) == []
