"""The contract of a scoring rule, run."""

from __future__ import annotations

import contextlib
import decimal
import inspect
import locale
import os
import re
import sys
import warnings
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs
import numpy as np

from cchc_index.notation.structure import key_of
from cchc_index.problems.problem import Advice, Problem
from cchc_index.registry.advising import advice_on
from cchc_index.registry.guarded import are_names, are_reads
from cchc_index.registry.guarding import Listening, fault_of, written
from cchc_index.rules.columns import Column, Field, Words
from cchc_index.rules.contract import Leaf, Points, ScoringRule, is_made_of_float
from cchc_index.testing.probes import check_probes, how_to_probe
from cchc_index.testing.strategies import accepted, columns, require_hypothesis, steady
from cchc_index.testing.trying import (
    BrokenContractError,
    asking,
    broken,
    class_fault,
    cure_at,
    cure_of,
    hinting,
    in_one_language,
    misspelt,
)
from cchc_index.testing.written import check_parameters, parameters_of
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import Ratios, RoundingMode, round_fraction, to_decimal

_OFTEN: Final = 20  #: how often a column is asked again before a difference is said to come of other units
_STEPS: Final = (1, 10)  #: last decimals by which a value is bettered, which then must not score less


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
    for every unit, probes that come out, nothing printed and no state of the process changed. The verdict is the same
    in every process. A rule that has no probes is told how to write them, by a warning: no self-test of a set can try
    it.

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
    hold_rule(rule, max_points, places=places, mode=mode, attributes=attributes, examples=examples)
    leaf = Leaf(Decimal(max_points), places, mode)
    if leaf.max_points and not list(rule.probes(leaf)):
        warnings.warn(how_to_probe(rule), stacklevel=3)


def hold_rule(
    rule: ScoringRule,
    max_points: int | Decimal,
    *,
    places: int,
    mode: RoundingMode,
    attributes: Mapping[str, Sequence[str]] | None,
    examples: int,
) -> None:
    """What `check_rule` does, without its word about probes.

    Raises:
        BrokenContractError: The rule does not keep its contract.
    """
    leaf = Leaf(Decimal(max_points), places, mode)
    if (fault := class_fault(rule, ScoringRule) or misspelt(rule, ScoringRule)) is not None:
        raise fault
    _check_documentation(rule)
    _check_attributes(rule)
    with asking(lambda words: _fail(rule, words), "faults()", asked=rule):
        told = list(rule.faults(leaf))
        if not all(isinstance(problem, Problem) for problem in told):  # whatever its annotation promises
            raise _fail(rule, f"faults() gives {written(told)}", cure=cure_at(rule, "faults", "problem"))
        faults = [problem.text() for problem in told]
    if faults:
        raise broken(rule, f"it refuses its own parameters for {max_points} points: {'; '.join(faults)}")
    check_parameters(rule, leaf)
    _check_description(rule, leaf)
    _hold(rule, leaf, attributes, examples)
    check_probes(rule, leaf, attributes)


def _hold(rule: ScoringRule, leaf: Leaf, attributes: Mapping[str, Sequence[str]] | None, examples: int) -> None:
    """Hold the rule against drawn columns, the same ones wherever and whenever it is asked."""
    require_hypothesis()
    from hypothesis import given
    from hypothesis.errors import Flaky, Unsatisfiable

    quietly = steady(examples)
    said: list[tuple[str, str, tuple[str, ...]]] = []

    @quietly
    @given(columns(rule, leaf, attributes=attributes))
    def hold(column: Column) -> None:
        said.extend(_check_column(rule, leaf, column))

    try:
        with hinting(rule.columns, attributes):
            hold()
    except Flaky as error:
        first = [each for each in getattr(error, "exceptions", ()) if isinstance(each, BrokenContractError)]
        if first:  # it broke its contract, and the second time in another way or in none
            raise first[0] from error
        raise _fail(rule, "it gives other points the second time", cure=cure_at(rule, "score", "again")) from error
    except Unsatisfiable as error:
        raise _fail(rule, "it can score nothing that was tried", cure=cure_at(rule, "reads", "satisfiable")) from error
    except (BrokenContractError, KeyboardInterrupt):
        raise
    except BaseException as error:  # of what is asked while columns are drawn
        raise _fail(rule, f"it raises {fault_of(error)}", cure=cure_of(error, rule)) from error
    if words := in_one_language(said):
        raise _fail(rule, f"its reason is in one language: {words!r}", cure=cure_at(rule, "reason", "languages"))


def _fail(rule: ScoringRule, words: str, column: Column | None = None, cure: str = "") -> BrokenContractError:
    tried = ""
    if column is not None:
        values = {name: field.numbers.values.tolist() for name, field in column.fields.items()}
        tried = f"tried with {values} (in units of the last decimal)"
    return broken(rule, words, cure, tried)


def _check_documentation(rule: ScoringRule) -> None:
    said = inspect.getdoc(type(rule)) or ""
    words = "\n".join(line for line in said.splitlines() if ">>>" not in line)
    parameters = parameters_of(rule)
    lacking = [key_of(field) for field in parameters if not re.search(rf"\b{field.name}\b", words)]
    if lacking:
        cure = cure_at(rule, "", "documented")
        raise _fail(rule, f"its docstring does not document {', '.join(lacking)}", cure=cure)
    if ">>>" not in said:
        raise _fail(rule, "its docstring has no example", cure=cure_at(rule, "", "exemplified"))
    listed = re.findall(r"^ +(\w+):", said.partition("Attributes:")[2].partition("\n\n")[0], re.MULTILINE)
    own = {field.name for field in parameters}
    for name in listed:
        value = vars(type(rule)).get(name)
        if (
            name not in own
            and isinstance(value, Decimal | Fraction | int | str | tuple)
            and not hasattr(ScoringRule, name)
        ):
            cure = cure_at(rule, name, "typed", parameter=name, type=type(value).__name__)
            raise _fail(rule, f"'{name}' is documented like a parameter, and is none", cure=cure)


def _check_attributes(rule: ScoringRule) -> None:
    """What it reads is told in a readable way."""
    for call, wanted, fits in (("reads", "((Field, ...), ...)", are_reads), ("columns", "(str, ...)", are_names)):
        with asking(lambda words: _fail(rule, words), call, asked=rule):
            found: object = getattr(rule, call)
        if not fits(found):
            cure = cure_at(rule, call, advice_on(call, found).key, call=call)
            raise _fail(rule, f"{call} is {written(found)}, where {wanted} belongs", cure=cure)


def _check_description(rule: ScoringRule, leaf: Leaf) -> None:
    """What a form says of the leaf, where the rule says it itself: a line, in both languages."""
    if type(rule).describe is ScoringRule.describe:
        return
    said = []
    for language in ("vi", "en"):
        with asking(lambda words: _fail(rule, words), "describe()", asked=rule):
            words: object = rule.describe(leaf, Words("vi" if language == "vi" else "en"))
        if not isinstance(words, str) or not words.strip():
            raise _fail(rule, f"describe() returns no text: {words!r}", cure=cure_at(rule, "describe", "text"))
        said.append(words)
    if in_one_language([(said[0], said[1], ())]):
        cure = cure_at(rule, "describe", "languages")
        raise _fail(rule, f"describe() speaks one language: {said[0]!r}", cure=cure)


def _check_column(rule: ScoringRule, leaf: Leaf, column: Column) -> list[tuple[str, str, tuple[str, ...]]]:
    """Hold the rule against one column, and give what it said of each unit in both languages."""
    before, printed = _state(), Listening()
    with contextlib.redirect_stdout(printed):
        points = _scored(rule, column)
        again = _scored(rule, column)
    if said := printed.getvalue():
        cure = ": ".join([*([printed.place.text()] if printed.place else []), Advice("prints").text()])
        raise _fail(rule, f"it prints {said[:40]!r}", column, cure)
    if _state() != before:
        changed = [name for name, value in _state().items() if before[name] != value]
        raise _fail(rule, f"it changes the process: {', '.join(changed)}", column, cure_at(rule, "score", "process"))
    found = _fractions(rule, column, points)
    _check_again(rule, column, found, again)
    for value in found:
        if value is not None and not 0 <= value <= Fraction(column.max_points):
            cure = cure_at(rule, "score", "range")
            raise _fail(rule, f"it gives {value} points of {column.max_points}", column, cure)
    _check_rows(rule, column, found)
    _check_direction(rule, column, found)
    for refusal in rule.refusals(column):
        if refusal.own is not None and not {"vi", "en"} <= set(refusal.own):
            cure = cure_at(rule, "refusals", "own_words")
            raise _fail(rule, f"a refusal of {refusal.field} is told in {', '.join(refusal.own)} alone", cure=cure)
    return _reasons(rule, column, found)


def _reasons(rule: ScoringRule, column: Column, found: list[Fraction | None]) -> list[tuple[str, str, tuple[str, ...]]]:
    """What each unit is told in both languages, and the words in it that are its own."""
    said: dict[str, list[str]] = {"vi": [], "en": []}
    with asking(lambda words: _fail(rule, words, column), "compared_with()", asked=rule):
        others = rule.compared_with(column) if rule.relative else {}
    for language in ("vi", "en"):
        cases = column.cases("vi" if language == "vi" else "en", others)
        for case, points in zip(cases, found, strict=True):
            got = None if points is None else round_fraction(points, column.places, column.mode)
            told = attrs.evolve(case, points=None if got is None else to_decimal(got, column.places))
            with asking(lambda words: _fail(rule, words, column), "reason()", asked=rule):
                reason: object = rule.reason(told)
            if not isinstance(reason, str) or not reason.strip() or "\n" in reason:
                cure = cure_at(rule, "reason", "text")
                raise _fail(rule, f"its reason is no line of text: {reason!r}", column, cure)
            said[language].append(reason)
    own = [(unit.id, unit.name, *unit.attributes.values()) for unit in column.units]
    texts = tuple(text for field in column.fields.values() for text in field.texts or ())
    return [(vi, en, (*words, *texts)) for vi, en, words in zip(said["vi"], said["en"], own, strict=True)]


def _scored(rule: ScoringRule, column: Column) -> Points:
    with asking(lambda words: _fail(rule, words, column), "score()", exact=True, asked=rule):
        points: object = rule.score(column)
    if not isinstance(points, Points) or type(points.ratios) is not Ratios:
        cure = cure_at(rule, "score", "points", call="score")
        raise _fail(rule, f"score() returns {type(points).__name__}; it returns exact Points", column, cure)
    if len(points.ratios) != column.size:
        cure = cure_at(rule, "score", "points", call="score")
        raise _fail(rule, f"it gives {len(points.ratios)} points for {column.size} units", column, cure)
    return points


def _fractions(rule: ScoringRule, column: Column, points: Points) -> list[Fraction | None]:
    out = points.not_applicable
    with asking(lambda words: _fail(rule, words, column), "score()", asked=rule):
        found = [None if out is not None and out[row] else points.ratios.fraction(row) for row in range(column.size)]
    for value in found:
        if value is not None and is_made_of_float(value.denominator):
            cure = cure_at(rule, "score", "exact_text")
            raise _fail(rule, f"it gives {value} points, which were made of a float", column, cure)
    return found


def _check_again(rule: ScoringRule, column: Column, found: list[Fraction | None], again: Points) -> None:
    """The same column earns the same points."""
    if found != _fractions(rule, column, again):
        raise _fail(rule, "it gives other points the second time", column, cure_at(rule, "score", "again"))


def _check_often(rule: ScoringRule, column: Column, found: list[Fraction | None]) -> None:
    """Before other units are blamed for a difference: chance alone may have made it, and may have agreed once."""
    for _ in range(_OFTEN):
        _check_again(rule, column, found, _scored(rule, column))


def _check_rows(rule: ScoringRule, column: Column, found: list[Fraction | None]) -> None:
    """Other orders of units give the same; and, unless the rule is relative, so does each unit by itself."""
    turned = np.arange(column.size)[::-1]
    if _fractions(rule, column, _scored(rule, column.take(turned))) != found[::-1]:
        _check_often(rule, column, found)
        raise _fail(rule, "its points depend on the order of the units", column, cure_at(rule, "score", "again"))
    if rule.relative:
        return
    for row in range(column.size):
        alone = column.take(np.array([row], dtype=np.intp))
        if _fractions(rule, alone, _scored(rule, alone)) != [found[row]]:
            _check_often(rule, column, found)
            words = "a unit's points depend on other units, and it is not declared relative"
            raise _fail(rule, words, column, cure_at(rule, "score", "alone"))


def _check_direction(rule: ScoringRule, column: Column, found: list[Fraction | None]) -> None:
    """More of a field that is better never scores less, and less of one that is worse."""
    if rule.relative:
        return
    for field in {field.name: field for group in rule.reads for field in group}.values():
        reported = column.fields.get(field.name)
        if not field.better or reported is None:
            continue
        for step in _STEPS:
            moved = reported.numbers + (step if field.better == "more" else -step)
            more = attrs.evolve(column, fields={**column.fields, field.name: attrs.evolve(reported, numbers=moved)})
            _check_moved(rule, column, more, field, found)


def _check_moved(rule: ScoringRule, column: Column, more: Column, field: Field, found: list[Fraction | None]) -> None:
    """A column with better values in a field scores nowhere less."""
    rows = [row for row in accepted(rule, more).tolist() if column.has(field.name)[row]]
    if not rows:
        return
    kept = more.take(np.array(rows, dtype=np.intp))
    for row, value in zip(rows, _fractions(rule, kept, _scored(rule, kept)), strict=True):
        before = found[row]
        if before is not None and value is not None and value < before:
            words = f"'{field.better}' of {field.name} scores less: {value} after {before}"
            raise _fail(rule, words, column, cure_at(rule, "score", "direction"))


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
