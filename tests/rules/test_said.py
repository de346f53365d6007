"""Each rule's sentence, its self-test's probes, the reasons it gives and what may be typed, byte for byte.

`SAID` in the tests of a rule lists ways to write it, each with values to try besides its own probes; in `said` stands
what they say in both languages. ``python -m tests.anew`` writes the listings anew: read the difference as an officer
would.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.problems.problem import Language
from cchc_index.rules.columns import Words
from cchc_index.rules.contract import Leaf
from cchc_index.values.exact import Integers, Ratios
from tests.rules.one_unit import HEAD

FOLDER = Path(__file__).parent / "said"
TESTS = sorted(
    path.stem for path in Path(__file__).parent.glob("test_*.py") if "\nSAID = " in path.read_text(encoding="utf-8")
)
RULES: dict[str, dict[str, Any]] = {
    name: wanted for test in TESTS for name, wanted in yaml.safe_load(import_module(f"tests.rules.{test}").SAID).items()
}
FAULTY: list[dict[str, Any]] = yaml.safe_load((FOLDER / "faulty.yaml").read_text(encoding="utf-8"))


def _set(wanted: dict[str, Any], missing: str = "incomplete") -> cchc_index.CriteriaSet:
    leaf = {"code": "1", "title": "L", "max_points": wanted["max"], "rule": wanted["rule"], **wanted.get("leaf", {})}
    return parse_criteria(
        HEAD + yaml.safe_dump({"missing": missing, "criteria": [leaf]}, allow_unicode=True, sort_keys=False),
        registry=cchc_index.Registry.builtin(),
    )


def rules_listing(language: Language) -> str:
    """What all rules of the listing say."""
    return "\n".join(_said(name, language) for name in RULES)


def faults_listing(language: Language) -> str:
    """What is told of all faulty rules of the listing."""
    return "\n".join(_faults(wanted, language) for wanted in FAULTY)


def _said(name: str, language: Language) -> str:
    """All that one rule says."""
    wanted = RULES[name]
    criteria = _set(wanted)
    named = criteria.leaves[0].criterion.rule
    assert named is not None
    rule, leaf = named.rule, Leaf(Decimal(str(wanted["max"])), 2, "half_up")
    rows: list[tuple[str, dict[str, str], dict[str, str], str]] = []
    for number, probe in enumerate(rule.probes(leaf), 1):
        expected = "not applicable" if probe.points is None else str(probe.points)
        tried = f"{probe.what.say(language)}: {expected}"
        rows.append((f"probe {number}", dict(probe.values), dict(probe.attributes), tried))
    for number, values in enumerate(wanted.get("values", []), 1):
        given = {key: str(value) for key, value in values.items()}
        attributes = {key: given.pop(key) for key in wanted.get("register", []) if key in given}
        rows.append((f"value {number}", given, attributes, ""))
    columns = dict.fromkeys(key for _, _, attributes, _ in rows for key in attributes)
    units = [{"unit": u, "name": u, **{key: at.get(key, "-") for key in columns}} for u, _, at, _ in rows]
    fields = dict.fromkeys(key for _, values, _, _ in rows for key in values)
    table = [{"unit": u, **{f"1.{key}": values.get(key, "") for key in fields}} for u, values, _, _ in rows]
    result = cchc_index.score(criteria, cchc_index.read_assessment(table, criteria, units))
    lines = [f"# {name}", rule.describe(leaf, Words(language)), _typed(named.rule, leaf)]
    for unit, values, attributes, tried in rows:
        (node,) = result[unit].explain(language=language).nodes
        reported = ", ".join(f"{key} {value}" for key, value in (values | attributes).items())
        lines.append(f"{unit} ({reported}){' ' + tried if tried else ''} -> {node.points} {node.status}: {node.reason}")
    for number, refused in enumerate(wanted.get("refused", []), 1):
        lines += [f"refused {number} ({refused})", *_refused(_set(wanted, "refuse"), wanted, refused, language)]
    return "\n".join(lines) + "\n"


def _refused(criteria: cchc_index.CriteriaSet, wanted: dict[str, Any], refused: Any, language: Language) -> list[str]:
    """What is told of the values of one unit, or of several together."""
    given = [
        {key: str(value) for key, value in row.items()} for row in (refused if isinstance(refused, list) else [refused])
    ]
    columns = wanted.get("register", [])
    units = [
        {"unit": f"u{n}", "name": f"u{n}", **{key: row.pop(key, "-") for key in columns}} for n, row in enumerate(given)
    ]
    table = [{"unit": f"u{n}", **{f"1.{key}": value for key, value in row.items()}} for n, row in enumerate(given)]
    with pytest.raises(cchc_index.AssessmentError) as caught:
        cchc_index.read_assessment(table, criteria, units)
    return [f"    {line}" for line in caught.value.report(language).splitlines()]


def _typed(rule: Any, leaf: Leaf) -> str:
    """Which of the points a hundredth apart the rule says it can give, as stretches."""
    hundredths = range(int(leaf.max_points * 100) + 1)
    can = rule.can_give(Ratios(Integers.of(list(hundredths)), 100), leaf).tolist()
    stretches: list[list[int]] = []
    for number in (number for number in hundredths if can[number]):
        if stretches and stretches[-1][1] == number - 1:
            stretches[-1][1] = number
        else:
            stretches.append([number, number])
    return "typed: " + " ".join("..".join(str(Fraction(end, 100)) for end in dict.fromkeys(each)) for each in stretches)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_every_rule_says(language: Language) -> None:
    """The sentence for the form, each probe with its points and reason, each other value, in one listing."""
    expected = (FOLDER / f"rules.{language}.txt").read_text(encoding="utf-8")

    assert rules_listing(language) == expected


def _faults(wanted: dict[str, Any], language: Language) -> str:
    told = [f"# {wanted['rule']}, at most {wanted['max']}"]
    try:
        _set(wanted)
    except cchc_index.CriteriaError as error:
        told += error.report(language).splitlines()
    return "\n".join(told) + "\n"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_told_of_faulty_rules(language: Language) -> None:
    """Each parameter that cannot be, with its place and its cure."""
    expected = (FOLDER / f"faulty.{language}.txt").read_text(encoding="utf-8")

    assert faults_listing(language) == expected


def test_every_rule_is_listed() -> None:
    """Each built-in rule has its variants here."""
    listed = {name for each in RULES.values() for name in _set(each).leaves[0].criterion.rule.names}  # type: ignore[union-attr]

    assert listed == set(cchc_index.Registry.builtin().builtins.offer.rules)
