"""Trying a rule by hand, and what broken contracts raise."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, Inexact

import attrs

from cchc_index.aggregations.contract import Aggregation, Parts
from cchc_index.problems.errors import UsageError
from cchc_index.problems.problem import Advice, Place, Problem
from cchc_index.registry.classes import fault_of_class, misspelt_members
from cchc_index.registry.guarding import exact_decimals, fault_of, told_of
from cchc_index.registry.locating import defined_at
from cchc_index.rules.columns import Column, FieldColumn, Kind
from cchc_index.rules.contract import Points, ScoringRule
from cchc_index.values.exact import Integers, RoundingMode, places_of, to_decimal, to_integer
from cchc_index.values.units import Register, Unit


class BrokenContractError(AssertionError):
    """A rule, a classifier or a plugin does not keep what is promised of it."""


@contextlib.contextmanager
def hinting(columns: Iterable[str], attributes: Mapping[str, Sequence[str]] | None) -> Iterator[None]:
    """Where a contract breaks, say which columns of the register nobody said the values of: they were tried with words.

    Raises:
        BrokenContractError: What was raised, with that sentence.
    """
    try:
        yield
    except BrokenContractError as error:
        unsaid = [column for column in columns if column not in (attributes or {})]
        if not unsaid:
            raise
        wanted = ", ".join(f"{column!r}: (...)" for column in unsaid)
        hint = f"its columns of the register were tried with yes and no; say what they hold: attributes={{{wanted}}}"
        raise BrokenContractError(f"{error}\n  {hint}") from error


def broken(thing: object, words: str, cure: str = "", tried: str = "") -> BrokenContractError:
    """The error of a thing that does not keep its contract: what it does, what it was tried with, where, the cure."""
    return BrokenContractError("\n  ".join(filter(None, (f"{type(thing).__name__}: {words}", tried, cure))))


def cure_at(thing: object, call: str, key: str, /, **arguments: str) -> str:
    """Where something is written, and what its author does there.

    Example:
        >>> cure_at(None, "score", "range")
        'Keep points within bounds: max(0, min(..., the maximum)).'
    """
    return _cure(defined_at(thing, call), Advice(key, arguments))


def _cure(place: Place | None, advice: Advice) -> str:
    return ": ".join([*([place.text()] if place else []), advice.text()])


@contextlib.contextmanager
def asking(
    fail: Callable[[str], BrokenContractError], call: str, *, exact: bool = False, asked: object = None
) -> Iterator[None]:
    """Ask a rule or a classifier: whatever it raises breaks its contract, and nothing it raises ends the program.

    Args:
        fail: Makes the error of a sentence.
        call: What is called.
        exact: Whether it gives points, so that no decimal may lose digits.
        asked: What is asked.

    Raises:
        BrokenContractError: It raised something.
    """
    try:
        with exact_decimals() if exact else contextlib.nullcontext():
            yield
    except (BrokenContractError, KeyboardInterrupt):
        raise
    except Inexact as error:
        words = "loses digits: a division or a rounding of a Decimal is not exact; divide fractions.Fraction"
        raise fail(f"{call} {words}\n  {cure_of(error, asked, call)}") from error
    except BaseException as error:
        raise fail(f"{call} raises {fault_of(error)}\n  {cure_of(error, asked, call)}") from error


def cure_of(error: BaseException, asked: object = None, call: str = "") -> str:
    """Where something was raised, and what the author does there.

    Example:
        >>> cure_of(ZeroDivisionError()).partition(":")[0]
        'Ask for the divisor first'
    """
    return _cure(*told_of(error, asked, call.removesuffix("()")))


def class_fault(thing: object, base: type) -> BrokenContractError | None:
    """What keeps the class of a thing from being registered, as the error of a broken contract; None for nothing."""
    kind = type(thing)
    fault = fault_of_class(kind, base, kind.__name__)
    if fault is None:
        return None
    problem = attrs.evolve(fault, arguments={**fault.arguments, "plugin": "-", "distribution": "-"})
    found = problem.found().partition(": ")[2]  # what follows the plugin, which is none yet
    cure = ": ".join([*([fault.place.text()] if fault.place else []), problem.cure()])
    return broken(thing, f"{found}, {problem.why()}".rstrip(", "), cure)


def misspelt(thing: object, base: type) -> BrokenContractError | None:
    """The error of a thing with a member that nobody asks for, and that is nearly one of the contract's."""
    for name, meant in misspelt_members(type(thing), base).items():
        cure = cure_at(thing, name, "misspelt", call=meant)
        return broken(thing, f"it has '{name}', which nobody asks for; perhaps {meant} is meant", cure)
    return None


def in_one_language(said: Iterable[tuple[str, str, Iterable[str]]]) -> str:
    """A sentence that is the same in Vietnamese and English, where all of them are; "" where languages differ.

    Args:
        said: For each sentence the Vietnamese and the English, and the words in it that are the input's own.

    Example:
        >>> in_one_language([("họp", "met", ()), ("4", "4", ())]), in_one_language([("ok", "ok", ())])
        ('', 'ok')
        >>> in_one_language([("3 x 4", "3 x 4", ()), ("Sở A: 4", "Sở A: 4", ["Sở A"])])
        ''
    """
    worded = ""
    for vi, en, own in said:
        if vi != en:
            return ""
        rest = en
        for word in sorted(own, key=len, reverse=True):
            rest = rest.replace(word, " ") if word else rest
        worded = worded or (en if re.search(r"[^\W\d_]{2}", rest) else "")
    return worded


def points_of(
    rule: ScoringRule,
    max_points: int | Decimal,
    fields: Mapping[str, Sequence[str]],
    *,
    places: int = 2,
    mode: RoundingMode = "half_up",
) -> list[str]:
    """The points a rule gives, rounded as a leaf rounds them, for values written as text.

    Every field has one value for each unit; yes is "1" and no is "0".

    Raises:
        BrokenContractError: The rule raises something, or loses digits.
        UsageError: It reads no field of a name that was given.

    Example:
        >>> from cchc_index.rules.awards import YesNo
        >>> points_of(YesNo(), 2, {"yes_no": ["1", "0", "1"]})
        ['2.00', '0.00', '2.00']
    """
    size = len(next(iter(fields.values()), ()))
    kinds = {field.name: field.kind for group in rule.reads for field in group}
    for name in fields:
        if name not in kinds:
            known = {"argument": "fields", "found": name, "known": ", ".join(kinds)}
            raise UsageError(Problem("usage.word", arguments=known))
    columns = {name: _column(texts, kinds[name]) for name, texts in fields.items()}
    units = Register(tuple(Unit(f"unit-{row}", f"Unit {row}") for row in range(size)))
    column = Column(size, Decimal(max_points), places, mode, rule.reads, columns, units)
    with asking(lambda words: broken(rule, words), "score()", exact=True, asked=rule):
        given = rule.score(column)
        if not isinstance(given, Points):  # whatever its annotation promises
            raise broken(
                rule, f"score() returns {type(given).__name__}", cure_at(rule, "score", "points", call="score")
            )
    rounded = given.ratios.rounded(places, mode)
    return [str(to_decimal(int(points), places)) for points in rounded.values.tolist()]


def combined(
    aggregation: Aggregation,
    max_points: int | Decimal,
    parts: Sequence[tuple[str, str]],
    *,
    places: int = 2,
    mode: RoundingMode = "half_up",
) -> str:
    """The points an aggregation gives one unit, rounded as a node rounds them, for parts written as text.

    Args:
        aggregation: The aggregation.
        max_points: The node's maximum.
        parts: For each part its points and its maximum; 0 for one that does not apply.
        places: To how many decimals points are rounded.
        mode: How they are rounded.

    Raises:
        BrokenContractError: The aggregation raises something, or loses digits.

    Example:
        >>> from cchc_index.aggregations.combining import Minimum
        >>> combined(Minimum(), 10, [("3", "4"), ("1", "4")])
        '2.50'
    """
    columns = [
        tuple(Integers.of([to_integer(Decimal(text), places)]) for text in side) for side in zip(*parts, strict=True)
    ]
    row = Parts(columns[0], columns[1], Decimal(max_points), places, mode)
    with asking(lambda words: broken(aggregation, words), "combine()", exact=True, asked=aggregation):
        points = aggregation.combine(row)
    return str(to_decimal(int(points.ratios.rounded(places, mode).values[0]), places))


def _column(texts: Sequence[str], kind: Kind) -> FieldColumn:
    if kind == "text":
        distinct = list(dict.fromkeys(texts))
        return FieldColumn(Integers.of([distinct.index(text) for text in texts]), texts=tuple(distinct))
    numbers = [Decimal(text) for text in texts]
    places = max(map(places_of, numbers))
    return FieldColumn(Integers.of([to_integer(number, places) for number in numbers]), places)
