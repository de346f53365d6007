"""The shipped schemas are those of the classes, accept what the library accepts, and see what an editor can see."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from cchc_index.cycles.schema import cycle_schema
from cchc_index.reading.shipped import shipped_folder, worked_cycles
from cchc_index.reading.yaml.json_schema import criteria_schema
from tests.conftest import ROOT

CRITERIA = sorted(ROOT.glob("criteria/*.yaml")) + sorted(ROOT.glob("plugins/*/src/*/criteria/*.yaml"))
CYCLES = sorted(ROOT.glob("docs/examples/*/cycle.yaml"))


class _AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2, as editors have it: `on` and `no` are texts, and so is a date."""

    yaml_implicit_resolvers = {  # noqa: RUF012  # the library's own name
        first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":bool", ":timestamp"))]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


_AsEditorsRead.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def _shipped(name: str) -> Any:
    folder = "criteria" if name.startswith("criteria") else "examples"
    return json.loads((shipped_folder(folder) / name).read_text(encoding="utf-8"))


def _faults(schema: Any, text: str) -> list[str]:
    validator = jsonschema.Draft7Validator(schema)
    return [error.message for error in validator.iter_errors(yaml.load(text, _AsEditorsRead))]  # noqa: S506  # a safe loader


def test_the_shipped_schemas_are_those_of_the_classes() -> None:
    """`make schema` writes them anew after a class has changed."""
    assert _shipped("criteria.schema.json") == criteria_schema()
    assert _shipped("cycle.schema.json") == cycle_schema()
    for schema in (criteria_schema(), cycle_schema()):
        jsonschema.Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("path", [*CRITERIA, *CYCLES], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_shipped_file_names_its_schema_and_agrees_with_it(path: Path) -> None:
    """The path in its first line leads to the schema, from the checkout; the file has no fault by it."""
    text = path.read_text(encoding="utf-8")
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    if "cchc-index-template" not in path.parts:  # is copied to where no schema lies beside it
        assert named
        assert (path.parent / named[1]).is_file()

    assert _faults(cycle_schema() if path.name == "cycle.yaml" else criteria_schema(), text) == []


def test_the_installed_files_find_their_schema() -> None:
    """Criteria sets and cycles that are shipped have it at the same path."""
    shipped = [
        *shipped_folder("criteria").glob("*.yaml"),
        *(folder / "cycle.yaml" for folder in worked_cycles().values()),
    ]
    for path in shipped:
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
        assert named
        assert (path.parent / named[1]).is_file(), path


@pytest.mark.parametrize("path", sorted(ROOT.glob("docs/*.md")), ids=lambda path: path.name)
def test_the_blocks_of_the_documentation_agree(path: Path) -> None:
    """Each whole criteria file in the documentation has no fault by the schema."""
    for block in re.findall(r"```yaml\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL):
        content = yaml.safe_load(block)
        if isinstance(content, dict) and {"id", "edition", "criteria"} <= set(content):
            assert _faults(criteria_schema(), block) == []


SOUND = """
id: a
edition: 2021
title: {vi: Sở, ban, ngành}
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: Một, max_points: 2, rule: {steps: {on: rate, steps: [{from: 90, points: 2}]}}}
  - {code: "2", title: Hai, max_points: 1, rule: yes_no, not_applicable: allowed}
  - {code: "3", title: Ba, max_points: 1, rule: {cao_bang.on_time: {of: settled}}}
"""


@pytest.mark.parametrize(
    ("found", "written"),
    [
        ("max_points: 2", "max_point: 2"),
        ("max_points: 2", "max_points: 0,5"),
        ("max_points: 2, ", ""),
        ("rule: yes_no", "rule: yesno"),
        ("rule: yes_no", "rule: steps"),
        ("on: rate", "on: percent"),
        ("from: 90", "form: 90"),
        ("status: illustrative", "status: real"),
        ("points: 2, index: 2", "points: 2.5, index: 2"),
        ("not_applicable: allowed", "not_applicable: yes"),
        ("{cao_bang.on_time: {of: settled}}", "{on_time: {of: settled}}"),
        ("title: Hai", "title: [Hai]"),
        ("edition: 2021\n", ""),
    ],
)
def test_an_editor_sees_what_is_misspelt(found: str, written: str) -> None:
    """Names, kinds of values and choices are checked while somebody types."""
    assert _faults(criteria_schema(), SOUND) == []
    assert found in SOUND

    assert _faults(criteria_schema(), SOUND.replace(found, written)) != []
