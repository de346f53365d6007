"""Worked cases in YAML, which a legal officer can read and write."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import attrs

from cchc_index.criteria.binding import CriteriaStructurer
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Criterion, Rounding, Source
from cchc_index.notation.marked import MarkedReader
from cchc_index.notation.source_text import MOST_YAML
from cchc_index.problems.errors import AssessmentError, CriteriaError
from cchc_index.reading.assessment_file import read_assessment
from cchc_index.reading.sources import read_text
from cchc_index.registry.registry import Registry
from cchc_index.rules.contract import NamedRule
from cchc_index.scoring.method import score
from cchc_index.testing.trying import BrokenContractError
from cchc_index.values.exact import parse_decimal
from cchc_index.values.text import Text
from cchc_index.values.units import Register, Unit

NOT_APPLICABLE, REFUSED = "not_applicable", "refused"


@attrs.frozen
class WorkedCase:
    """One case: what was reported, what it must give, and who says so.

    Attributes:
        given: The values by field, as they are typed.
        expect: The points, `not_applicable`, or `refused`.
        source: Where the case comes from.
        unit: What the register says of the unit.
    """

    given: Mapping[str, str] = attrs.field(hash=False)
    expect: str
    source: Text
    unit: Mapping[str, str] = attrs.field(factory=dict, hash=False)


@attrs.frozen
class WorkedCases:
    """A file of cases for one rule.

    Attributes:
        rule: The rule with its parameters.
        max_points: The maximum of the leaf.
        rounding: How points are rounded.
        cases: The cases.
    """

    rule: NamedRule
    max_points: Decimal
    rounding: Rounding
    cases: tuple[WorkedCase, ...]


def check_cases(path: str | Path, *, registry: Registry | None = None) -> int:
    """Run a file of worked cases, and return how many there are.

    The file names a `rule`, `max_points`, `rounding`, and `cases`, each with `given`, `expect` and `source`, and with
    what the register says of the `unit` where the rule asks.

    Raises:
        CriteriaError: The file has problems.
        BrokenContractError: A case comes out otherwise; all such cases are in the message.

    Example:
        >>> import tempfile
        >>> text = '''
        ... rule: {proportion: {zero_below: 50}}
        ... max_points: 4
        ... rounding: {points: 2, index: 2}
        ... cases:
        ...   - {given: {done: 3, planned: 4}, expect: 3.00, source: by hand}
        ...   - {given: {rate: 49.9}, expect: 0, source: by hand}
        ...   - {given: {rate: 101}, expect: refused, source: by hand}
        ... '''
        >>> with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        ...     _ = file.write(text), file.flush()
        ...     check_cases(file.name)
        3
    """
    registry = Registry.discover() if registry is None else registry
    source = read_text(Path(path), str(path), MOST_YAML)
    if isinstance(source, list):
        raise CriteriaError(source)
    reader = MarkedReader(source.name)
    tree = reader.read(source.text)
    if tree is None:
        raise CriteriaError(reader.problems)
    structurer = CriteriaStructurer(source.name, registry)
    found: WorkedCases = structurer.structure(tree, WorkedCases)
    if problems := [*reader.problems, *structurer.problems]:
        raise CriteriaError(problems)
    wrong = [words for number, case in enumerate(found.cases, 1) if (words := _difference(found, case, number))]
    if wrong:
        raise BrokenContractError(f"{path}: " + "; ".join(wrong))
    return len(found.cases)


def _difference(found: WorkedCases, case: WorkedCase, number: int) -> str:
    """How a case comes out, if not as expected."""
    leaf = Criterion("1", Text.plain("1"), found.max_points, rule=found.rule)
    criteria = CriteriaSet("cases", "1", Text.plain("1"), Source("illustrative"), found.rounding, (leaf,))
    unit = Unit("unit", "unit", attributes=case.unit)
    row = {"unit": "unit", **{f"1.{field}": value for field, value in case.given.items()}}
    try:
        card = score(criteria, read_assessment([row], criteria, Register((unit,))))["unit"]
    except AssessmentError as told:
        return "" if case.expect == REFUSED else f"case {number} is refused: {told.problems[0].text('en')}"
    node = card.node("1")
    if node.status == "not_applicable":
        return "" if case.expect == NOT_APPLICABLE else f"case {number} does not apply, and expects {case.expect}"
    expected = parse_decimal(case.expect)
    if expected is None or expected != node.points:
        return f"case {number} gives {node.points}, and expects {case.expect} ({case.source.first})"
    return ""
