"""Trying a rule by hand, and what broken contracts raise."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, Inexact

from cchc_index.aggregations.contract import Aggregation, Parts
from cchc_index.registry.guarding import exact_decimals, fault_of
from cchc_index.rules.columns import Column, FieldColumn, Kind
from cchc_index.rules.contract import ScoringRule
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


@contextlib.contextmanager
def asking(fail: Callable[[str], BrokenContractError], call: str, *, exact: bool = False) -> Iterator[None]:
    """Ask a rule or a classifier: whatever it raises breaks its contract, and nothing it raises ends the program.

    Args:
        fail: Makes the error of a sentence.
        call: What is called.
        exact: Whether it gives points, so that no decimal may lose digits.

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
        raise fail(f"{call} {words}") from error
    except BaseException as error:
        raise fail(f"{call} raises {fault_of(error)}") from error


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

    Example:
        >>> from cchc_index.rules.awards import YesNo
        >>> points_of(YesNo(), 2, {"yes_no": ["1", "0", "1"]})
        ['2.00', '0.00', '2.00']
    """
    size = len(next(iter(fields.values())))
    kinds = {field.name: field.kind for group in rule.reads for field in group}
    columns = {name: _column(texts, kinds[name]) for name, texts in fields.items()}
    units = Register(tuple(Unit(f"unit-{row}", f"Unit {row}") for row in range(size)))
    column = Column(size, Decimal(max_points), places, mode, rule.reads, columns, units)
    with asking(lambda words: BrokenContractError(f"{type(rule).__name__}: {words}"), "score()", exact=True):
        points = rule.score(column)
    rounded = points.ratios.rounded(places, mode)
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
    with asking(lambda words: BrokenContractError(f"{type(aggregation).__name__}: {words}"), "combine()", exact=True):
        points = aggregation.combine(row)
    return str(to_decimal(int(points.ratios.rounded(places, mode).values[0]), places))


def _column(texts: Sequence[str], kind: Kind) -> FieldColumn:
    if kind == "text":
        distinct = list(dict.fromkeys(texts))
        return FieldColumn(Integers.of([distinct.index(text) for text in texts]), texts=tuple(distinct))
    numbers = [Decimal(text) for text in texts]
    places = max(map(places_of, numbers))
    return FieldColumn(Integers.of([to_integer(number, places) for number in numbers]), places)
