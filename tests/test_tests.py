"""The tests lie as the source does, so that "where is this tested?" has an answer.

A module is tested in the folder of tests that has the name of its own folder: in ``test_<module>.py``, or in a file
there that imports it or a public name of it. What is tested elsewhere is listed here, with where.
"""

from __future__ import annotations

import ast
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

import cchc_index
from tests.conftest import TESTS

PACKAGE = Path(cchc_index.__file__).parent
#: Folders of what concerns the whole house; all others are folders of the source.
WHOLE_HOUSE = {"bench", "crash", "data", "differential", "fuzz", "mutation", "packaging", "parity", "site"}
#: Modules that no test of their own folder names, and the tests that would fail without them.
ELSEWHERE = {
    "__main__.py": "cli/test_commands.py",
    "plugins.py": "registry/test_guarding.py",
    **{
        f"messages/{part}.py": "messages/test_catalogue.py"
        for part in (
            "adjustments",
            "advice",
            "aggregations",
            "assessors",
            "awaiting",
            "cells",
            "charts",
            "criteria",
            "cycles",
            "demo",
            "dossiers",
            "evidence",
            "files",
            "forms",
            "names",
            "page",
            "plans",
            "plugins",
            "previous",
            "registers",
            "review",
            "rules",
            "sheets",
            "stages",
            "step_log",
            "surveys",
            "tables",
            "usage",
            "values",
            "years",
            "year_phrases",
            "verifying",
            "workbook",
            "word",
            "word_fields",
        )
    },
    "messages/aggregations.py": "messages/test_catalogue.py",
    "assessment/adjustment.py": "cycles/test_adjusting.py",
    "assessment/origin.py": "cycles/test_evidence.py",
    "assessment/awaited.py": "cycles/test_awaiting.py",
    "assessment/panel.py": "cycles/test_assessors.py",
    "assessment/last_year.py": "cycles/test_last_result.py",
    "results/last_year.py": "cycles/test_last_result.py",
    "reading/form_cells.py": "reading/test_forms.py",
    "cycles/absent.py": "cycles/test_cycle.py",
    "cycles/membership.py": "cycles/test_cycle.py",
    "messages/guide.py": "office/test_cycle_folder.py",
    "messages/annex.py": "office/annex/test_drafts.py",
    "messages/worksheet.py": "office/worksheets/test_there_and_back.py",
    "messages/worksheet_rules.py": "office/worksheets/test_telling.py",
    "values/statuses.py": "scoring/test_aggregation.py",
    "registry/builtin.py": "registry/test_registry.py",
    "registry/hookspecs.py": "test_rule_reference.py",
    "results/stage_gaps.py": "reviews/test_review.py",
    "results/outcome.py": "scoring/test_aggregation.py",
    "reading/answers.py": "reading/test_mistakes.py",
    "assessment/applicability.py": "scoring/test_aggregation.py",
    "assessment/demands.py": "reading/test_register.py",
    "reading/facts.py": "reading/test_shapes.py",
    "reading/listing.py": "reading/test_assessment_file.py",
    "reading/lost_codes.py": "reading/test_every_oddity.py",
    "reading/table_facts.py": "reading/test_shapes.py",
    "reading/tables.py": "reading/test_shapes.py",
    "cycles/row_tables.py": "cycles/test_adjusting.py",
    "reading/published.py": "checks/test_auditing.py",
    "reading/receiving.py": "problems/test_receipts.py",
    "notation/source_text.py": "reading/grids/test_what_is_seen.py",
    "reading/grids/ods_styles.py": "reading/grids/test_ods.py",
    "notation/structure.py": "reading/yaml/test_criteria_file.py",
    "cycles/folder.py": "cycles/test_cycle.py",
    "cycles/schema.py": "reading/yaml/test_json_schema.py",
    "testing/new_plugin.py": "packaging/test_distributions.py",
    "testing/strategies.py": "testing/test_rules.py",
}


def _modules() -> list[str]:
    """The modules of the source, as paths inside the package; what a package's ``__init__`` holds goes with it."""
    paths = [path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py") if path.name != "__init__.py"]
    return sorted(path.as_posix() for path in paths if path.parts[0] != "shipped")


def _folders(root: Path) -> set[str]:
    """The folders below that hold Python, as paths inside it."""
    found = {path.parent.relative_to(root).as_posix() for path in root.rglob("*.py")}
    return {folder for folder in found if folder.split("/")[0] not in {".", "shipped"}}


@cache
def _named(test: Path) -> frozenset[str]:
    """The modules that a test file imports, or whose public names it uses."""
    found = set()
    for node in ast.walk(ast.parse(test.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("cchc_index"):
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
            found |= {_home(node.module, alias.name) for alias in node.names}
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "cchc_index":
            found.add(_home("cchc_index", node.attr))
    return frozenset(found)


def _home(module: str, name: str) -> str:
    """The module that a name comes from, wherever it is imported from."""
    return str(getattr(getattr(import_module(module), name, None), "__module__", ""))


def _dotted(module: str) -> str:
    return ".".join(("cchc_index", *Path(module).with_suffix("").parts))


def _tested(module: str) -> bool:
    """A test of the module's own folder has its name or names it."""
    folder = TESTS / Path(module).parent
    if (folder / f"test_{Path(module).name}").is_file():
        return True
    return any(_dotted(module) in _named(test) for test in folder.glob("test_*.py"))


def test_folders_are_those_of_the_source() -> None:
    """Each folder of the source has one of tests, and each folder of tests belongs to one of the source."""
    tests = {folder for folder in _folders(TESTS) if folder.split("/")[0] not in WHOLE_HOUSE}

    assert tests == _folders(PACKAGE)


@pytest.mark.parametrize("module", _modules())
def test_every_module_is_tested_where_it_is_looked_for(module: str) -> None:
    """In the folder of its name, or in a file that is listed for it."""
    if module in ELSEWHERE:
        assert (TESTS / ELSEWHERE[module]).is_file()
    else:
        assert _tested(module), f"no test_*.py in tests/{Path(module).parent} names {module}"


def test_the_list_of_exceptions_holds_nothing_that_is_none() -> None:
    """A module that is gone, or that is tested in its own folder, is taken off the list."""
    assert [module for module in ELSEWHERE if module not in _modules() or _tested(module)] == []


def test_a_file_with_a_modules_name_lies_in_its_folder() -> None:
    """``test_steps.py`` tests ``rules/steps.py``, and stands nowhere else."""
    homes: dict[str, set[Path]] = {}
    for module in _modules():
        homes.setdefault(f"test_{Path(module).name}", set()).add(TESTS / Path(module).parent)

    assert [path for path in TESTS.rglob("test_*.py") if path.parent not in homes.get(path.name, {path.parent})] == []
