"""Every block of the rule reference is a set that reads, passes its self-test and scores."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any

import pytest

import cchc_index
from cchc_index.aggregations import contract as aggregations
from cchc_index.bands import contract as classification
from cchc_index.builders import contract as builders
from cchc_index.checks.selftest import selftest
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.notation.structure import fields_of, key_of
from cchc_index.registry import hookspecs
from cchc_index.registry.registry import Plugin
from cchc_index.rules import contract as contracts
from tests.conftest import ROOT

MARKER = "% the rules, written by `python -m tests.anew`\n\n"
PROTOCOLS: tuple[type, ...] = (
    contracts.ScoringRule,
    classification.Classifier,
    aggregations.Aggregation,
    builders.EvidenceBuilder,
)
PAGE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
HEAD = re.search(r":caption: head\.yaml\n\n(.*?)```", PAGE, re.DOTALL)
BLOCKS = [
    (match["title"], number, block)
    for match in re.finditer(r"^### (?P<title>.*?)$(?P<body>.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    for number, block in enumerate(re.findall(r"```yaml\n(.*?)```", match["body"], re.DOTALL))
]


def _criteria(block: str) -> cchc_index.CriteriaSet:
    assert HEAD is not None
    return parse_criteria(HEAD[1] + block, registry=cchc_index.Registry.discover())


@pytest.mark.parametrize(("title", "number", "block"), BLOCKS, ids=lambda value: str(value)[:30])
def test_the_yaml_of_the_page_works(title: str, number: int, block: str) -> None:
    """Read without fault, every leaf, threshold and band as expected."""
    found = selftest(_criteria(block))

    assert [trial for trial in found.trials if not trial.agrees] == []
    assert found.passed


def test_every_rule_of_the_field_has_its_place() -> None:
    """R1 to R21 each have a row in the table and a block of YAML; every built-in rule stands on the page."""
    titles = {title.split(":")[0] for title, _, _ in BLOCKS}
    assert {f"R{number}" for number in range(1, 22)} <= titles
    for number in range(1, 22):
        assert f"| R{number} |" in PAGE
    used = {
        name
        for _, _, block in BLOCKS
        for leaf in _criteria(block).leaves
        if leaf.criterion.rule
        for name in leaf.criterion.rule.names
    }
    assert used == set(cchc_index.Registry.builtin().builtins.offer.rules)


def test_every_classifier_we_ship_has_its_place() -> None:
    """The built-in one and those of the bands plugin."""
    used = {criteria.classify.name for _, _, block in BLOCKS if (criteria := _criteria(block)).classify}
    plugin = cchc_index.Registry.discover(only=["bands"]).plugin("bands")

    assert isinstance(plugin, Plugin)
    offered = {f"bands.{name}" for name in plugin.offer.classifiers}
    assert used == offered | {"thresholds"}


def test_every_link_of_the_tables_leads_somewhere() -> None:
    """Anchors are those of the headings."""
    anchors = {re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title, _, _ in BLOCKS}

    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= anchors


def _signatures() -> list[str]:
    page = (ROOT / "docs" / "authors.md").read_text(encoding="utf-8")
    blocks = re.findall(r":class: signatures\n\n(.*?)```", page, re.DOTALL)
    return [line for block in blocks for line in block.strip().splitlines()]


@pytest.mark.parametrize("line", _signatures())
def test_the_signatures_of_the_page_are_those_of_the_code(line: str) -> None:
    """Hooks and protocols stand in the documentation as they stand in the code."""
    name = re.split(r"[( ]", line)[0]
    owner, _, member = name.rpartition(".")
    homes: dict[str, Any] = {kind.__name__: kind for kind in PROTOCOLS} | {"": hookspecs}
    found: Any = inspect.getattr_static(homes[owner], member)
    function: Any = found.fget if isinstance(found, property) else found
    signature = str(inspect.signature(function)).replace("'", "")
    if isinstance(found, property):
        signature = " " + signature.removeprefix("(self) ")

    assert line == f"{name}{signature}"


def test_no_hook_and_no_method_is_left_out() -> None:
    """A new hook or a new method of a protocol is documented."""
    told = {re.split(r"[( ]", line)[0] for line in _signatures()}
    hooks = {name for name in vars(hookspecs) if name.startswith("cchc_register_")}
    methods = {
        f"{kind.__name__}.{name}"
        for kind in PROTOCOLS
        for name, member in vars(kind).items()
        if not name.startswith("_") and (inspect.isfunction(member) or isinstance(member, property))
    }

    assert told == hooks | methods


def rule_table() -> str:
    """The table of rules for the criteria format: each with its parameters and what its class says that it reads."""
    lines = ["| rule | parameters | reads; a bare column holds the first field |", "|---|---|---|"]
    for name, rule in cchc_index.Registry.builtin().builtins.offer.rules.items():
        parameters = ", ".join(f"`{key_of(field)}`" for field in fields_of(rule))
        reads = (inspect.getdoc(rule) or "").partition("Reads:")[2].partition("\n\n")[0]
        lines.append(f"| `{name}` | {parameters} | {' '.join(reads.split()).replace('``', '`').rstrip('.')} |")
    return "\n".join(lines)


def rule_classes() -> str:
    """The rules of the API page."""
    rules = cchc_index.Registry.builtin().builtins.offer.rules.values()
    return "\n".join(["```{eval-rst}", *(f".. autoclass:: {rule.__module__}.{rule.__name__}" for rule in rules), "```"])


WRITTEN: dict[str, Callable[[], str]] = {"criteria-format.md": rule_table, "internals.md": rule_classes}


def written_anew(page: str) -> str:
    """A page of the documentation with its list of rules made of their classes, up to the next blank line."""
    before, marker, after = (ROOT / "docs" / page).read_text(encoding="utf-8").partition(MARKER)
    return f"{before}{marker}{WRITTEN[page]()}\n\n{after.partition(chr(10) * 2)[2]}"


@pytest.mark.parametrize("page", WRITTEN)
def test_the_pages_say_what_the_classes_of_the_rules_say(page: str) -> None:
    """Each built-in rule, with each of its parameters and what it reads; ``python -m tests.anew`` writes them."""
    assert (ROOT / "docs" / page).read_text(encoding="utf-8") == written_anew(page)
