"""The contract of a scoring rule, run."""

from __future__ import annotations

import contextlib
import decimal
import inspect
import io
import locale
import os
import re
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import ModuleType
from typing import Any

import attrs
import numpy as np

from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.problems.errors import CriteriaError
from cchc_index.registry.guarded import unguarded
from cchc_index.registry.guarding import fault_of
from cchc_index.registry.hookspecs import hookimpl
from cchc_index.registry.registry import Registry
from cchc_index.rules.columns import Column
from cchc_index.rules.contract import Leaf, NamedRule, Points, ScoringRule
from cchc_index.testing.strategies import accepted, columns, require_hypothesis
from cchc_index.testing.trying import BrokenContractError, asking, hinting
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import Ratios, RoundingMode
from cchc_index.values.text import Text


@own_context
def check_rule(
    rule: ScoringRule,
    max_points: int | Decimal = 10,
    *,
    places: int = 2,
    mode: RoundingMode = "half_up",
    attributes: Mapping[str, Sequence[str]] | None = None,
    examples: int = 40,
) -> None:
    """Hold a rule against its contract: what is documented, and what it does with drawn columns.

    Checked: parameters documented, an example given, faults told as problems and not raised, the YAML round trip;
    then, for drawn columns: exact points of the right number between 0 and the maximum, the same twice, whatever the
    order of units, row by row unless it is relative, more never less where a field says so, a reason in both languages
    for every unit, probes that come out, nothing printed and no state of the process changed.

    Args:
        rule: The rule with its parameters.
        max_points: The maximum of the leaf it is tried on.
        places: Decimals of points.
        mode: How points are rounded.
        attributes: For columns of the register that the rule reads, what they may say.
        examples: How many columns are drawn.

    Raises:
        BrokenContractError: The rule does not keep its contract; the message says in what.
        MissingExtraError: hypothesis is not installed.

    Example:
        >>> from cchc_index.rules.proportion import Proportion
        >>> check_rule(Proportion(zero_below=Decimal(50), none_arose="zero"), examples=5)
    """
    leaf = Leaf(Decimal(max_points), places, mode)
    name = type(rule).__name__
    _check_documentation(rule)
    with asking(lambda words: _fail(rule, words), "faults()"):
        faults = [problem.text() for problem in rule.faults(leaf)]
    if faults:
        raise BrokenContractError(f"{name} refuses its own parameters for {max_points} points: {'; '.join(faults)}")
    _check_parameters(rule, leaf)
    _check_probes(rule, leaf)
    require_hypothesis()
    from hypothesis import HealthCheck, given, settings
    from hypothesis.errors import Flaky

    quietly = settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )

    @quietly
    @given(columns(rule, leaf, attributes=attributes))
    def hold(column: Column) -> None:
        _check_column(rule, leaf, column)

    try:
        with hinting(rule.columns, attributes):
            hold()
    except Flaky as error:
        raise _fail(rule, "it gives other points the second time") from error
    except (SystemExit, GeneratorExit) as error:  # of what is asked while columns are drawn
        raise _fail(rule, f"it raises {fault_of(error)}") from error


def _fail(rule: ScoringRule, words: str, column: Column | None = None) -> BrokenContractError:
    tried = ""
    if column is not None:
        values = {name: field.numbers.values.tolist() for name, field in column.fields.items()}
        tried = f"\n  tried with {values} (in units of the last decimal)"
    return BrokenContractError(f"{type(rule).__name__}: {words}{tried}")


def _check_documentation(rule: ScoringRule) -> None:
    kind = type(rule)
    if not attrs.has(kind) or not _is_frozen(kind):
        raise _fail(rule, "a rule is a frozen attrs class")
    said = inspect.getdoc(kind) or ""
    lacking = [_key(field) for field in _parameters(rule) if field.init and not re.search(rf"\b{field.name}\b", said)]
    if lacking:
        raise _fail(rule, f"its docstring does not document {', '.join(lacking)}")
    if ">>>" not in said:
        raise _fail(rule, "its docstring has no example")


def _is_frozen(kind: type) -> bool:
    return "__setattr__" in vars(kind)


def _parameters(value: object) -> tuple[attrs.Attribute[Any], ...]:
    kind: Any = type(value)
    return tuple(field for field in attrs.fields(kind) if field.init)


def _key(field: attrs.Attribute[Any]) -> str:
    return (field.alias or field.name).rstrip("_")


def _check_probes(rule: ScoringRule, leaf: Leaf) -> None:
    with asking(lambda words: _fail(rule, words), "probes()", exact=True):
        probes = list(rule.probes(leaf))
    for probe in probes:
        if probe.points is not None and not 0 <= probe.points <= leaf.max_points:
            raise _fail(rule, f"the probe '{probe.what.first}' expects {probe.points} of {leaf.max_points} points")


def _check_column(rule: ScoringRule, leaf: Leaf, column: Column) -> None:
    before, printed = _state(), io.StringIO()
    with contextlib.redirect_stdout(printed):
        points = _scored(rule, column)
        again = _scored(rule, column)
    if printed.getvalue():
        raise _fail(rule, f"it prints {printed.getvalue()[:40]!r}", column)
    if _state() != before:
        changed = [name for name, value in _state().items() if before[name] != value]
        raise _fail(rule, f"it changes the process: {', '.join(changed)}", column)
    found, twice = _fractions(rule, column, points), _fractions(rule, column, again)
    if found != twice:
        raise _fail(rule, "it gives other points the second time", column)
    for value in found:
        if value is not None and not 0 <= value <= Fraction(column.max_points):
            raise _fail(rule, f"it gives {value} points of {column.max_points}", column)
    _check_rows(rule, column, found)
    _check_direction(rule, column, found)
    for language in ("vi", "en"):
        for case in column.cases("vi" if language == "vi" else "en"):
            with asking(lambda words: _fail(rule, words, column), "reason()"):
                reason: object = rule.reason(case)
            if not isinstance(reason, str) or not reason.strip() or "\n" in reason:
                raise _fail(rule, f"its reason is no line of text: {reason!r}", column)


def _scored(rule: ScoringRule, column: Column) -> Points:
    with asking(lambda words: _fail(rule, words, column), "score()", exact=True):
        points: object = rule.score(column)
    if not isinstance(points, Points) or type(points.ratios) is not Ratios:
        raise _fail(rule, f"score() returns {type(points).__name__}; it returns exact Points", column)
    if len(points.ratios) != column.size:
        raise _fail(rule, f"it gives {len(points.ratios)} points for {column.size} units", column)
    return points


def _fractions(rule: ScoringRule, column: Column, points: Points) -> list[Fraction | None]:
    out = points.not_applicable
    return [None if out is not None and out[row] else points.ratios.fraction(row) for row in range(column.size)]


def _check_rows(rule: ScoringRule, column: Column, found: list[Fraction | None]) -> None:
    """Other orders of units give the same; and, unless the rule is relative, so does each unit by itself."""
    turned = np.arange(column.size)[::-1]
    if _fractions(rule, column, _scored(rule, column.take(turned))) != found[::-1]:
        raise _fail(rule, "its points depend on the order of the units", column)
    if rule.relative:
        return
    for row in range(column.size):
        alone = column.take(np.array([row], dtype=np.intp))
        if _fractions(rule, alone, _scored(rule, alone)) != [found[row]]:
            raise _fail(rule, "a unit's points depend on other units, and it is not declared relative", column)


def _check_direction(rule: ScoringRule, column: Column, found: list[Fraction | None]) -> None:
    """More of a field that is better never scores less, and less of one that is worse."""
    if rule.relative:
        return
    for field in {field.name: field for group in rule.reads for field in group}.values():
        reported = column.fields.get(field.name)
        if not field.better or reported is None:
            continue
        step = 1 if field.better == "more" else -1
        more = attrs.evolve(
            column, fields={**column.fields, field.name: attrs.evolve(reported, numbers=reported.numbers + step)}
        )
        rows = [row for row in accepted(rule, more).tolist() if column.has(field.name)[row]]
        if not rows:
            continue
        kept = more.take(np.array(rows, dtype=np.intp))
        for row, value in zip(rows, _fractions(rule, kept, _scored(rule, kept)), strict=True):
            before = found[row]
            if before is not None and value is not None and value < before:
                raise _fail(rule, f"'{field.better}' of {field.name} scores less: {value} after {before}", column)


def _state() -> dict[str, object]:
    """What a rule must leave as it found it."""
    return {
        "decimal context": _settings(decimal.getcontext()),
        "numpy's error state": np.geterr(),
        "environment": dict(os.environ),
        "sys.path": list(sys.path),
        "locale": locale.setlocale(locale.LC_ALL),
        "warning filters": len(warnings.filters),
    }


def _settings(context: decimal.Context) -> str:
    """What a decimal context is set to; which signals were raised in it before is nobody's setting."""
    asked = context.copy()
    asked.clear_flags()
    return repr(asked)


def _check_parameters(rule: ScoringRule, leaf: Leaf) -> None:
    """The parameters come back from YAML as they were, and each kind of mistake in them is told as a problem."""
    module = ModuleType("kit")
    vars(module)["cchc_index_api"] = 1
    vars(module)["cchc_register_rules"] = hookimpl(specname="cchc_register_rules")(lambda: {"it": type(rule)})
    registry = Registry.discover().with_plugin("kit", module)
    written = plain(rule)
    bound = _bind(rule, leaf, registry, written)
    if bound != rule:
        raise _fail(rule, f"parameters come back from YAML as {bound}")
    for words, wrong in _mistakes(rule, written):
        try:
            _bind(rule, leaf, registry, wrong)
        except CriteriaError as told:
            if not all(problem.place and problem.text("vi") for problem in told.problems):
                raise _fail(rule, f"{words} is refused without a place") from told
        except Exception as error:
            raise _fail(rule, f"{words} raises {type(error).__name__} instead of being told as a problem") from error
        else:
            raise _fail(rule, f"{words} is taken without a word")


def _mistakes(rule: ScoringRule, written: Any) -> Iterator[tuple[str, Any]]:
    yield "an unknown parameter", {**written, "no_such_parameter": "1"}
    for field in _parameters(rule):
        if not field.init:
            continue
        if field.default is attrs.NOTHING:
            yield f"a missing '{_key(field)}'", {key: value for key, value in written.items() if key != _key(field)}
        if field.type in (Decimal, int, "Decimal", "int"):
            yield f"text as '{_key(field)}'", {**written, _key(field): "x"}


def _bind(rule: ScoringRule, leaf: Leaf, registry: Registry, parameters: Any) -> ScoringRule | None:
    import yaml

    document = {
        "id": "kit",
        "edition": "1",
        "title": "Kit",
        "source": {"status": "illustrative"},
        "rounding": {"points": str(leaf.places), "index": "2", "mode": leaf.mode},
        "criteria": [
            {"code": "1", "title": "Leaf", "max_points": f"{leaf.max_points:f}", "rule": {"kit.it": parameters}}
        ],
    }
    text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False)
    named = parse_criteria(text, registry=registry).node("1").criterion.rule
    return unguarded(named.rule) if named else None


def plain(value: object) -> Any:
    """A rule's parameters as YAML writes them, without those left at their defaults.

    Example:
        >>> from cchc_index.rules.proportion import Proportion
        >>> plain(Proportion(zero_below=Decimal("50.0"), cap=True))
        {'zero_below': '50.0', 'cap': 'yes'}
    """
    if isinstance(value, NamedRule):
        return {value.name: plain(value.rule)}
    if isinstance(value, Text):
        return value.first if len(value.texts) == 1 and not value.texts[0][0] else dict(value.texts)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if attrs.has(type(value)):
        return {
            _key(field): plain(getattr(value, field.name))
            for field in _parameters(value)
            if field.init and getattr(value, field.name) != _default(field)
        }
    return str(value)


def _default(field: attrs.Attribute[Any]) -> object:
    default: Any = field.default
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]
