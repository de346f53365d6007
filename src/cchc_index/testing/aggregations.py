"""The contract of an aggregation, run."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from cchc_index.aggregations.contract import Aggregation, Combination, Part, Parts
from cchc_index.rules.contract import Points, is_made_of_float
from cchc_index.testing.strategies import require_hypothesis, steady
from cchc_index.testing.trying import (
    BrokenContractError,
    asking,
    broken,
    class_fault,
    cure_at,
    in_one_language,
    misspelt,
)
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import Integers, Ratios, RoundingMode, to_decimal

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

Row = tuple[tuple[int, int], ...]  # for each part its points and its maximum, in units of the last decimal
Said = tuple[str, str, tuple[str, ...]]


@own_context
def check_aggregation(
    aggregation: Aggregation,
    max_points: int | Decimal = 10,
    *,
    parts: int = 3,
    places: int = 2,
    mode: RoundingMode = "half_up",
    examples: int = 40,
) -> None:
    """Hold an aggregation against its contract: what is documented, and what it does with drawn parts.

    Checked: documented, with an example; parameters without fault for a node of so many parts; then, for drawn parts of
    which some do not apply: exact points of the right number between 0 and the node's maximum, the same twice, whatever
    the order of units, each unit by itself; the maximum where every part has its own, nothing where none has any; and a
    reason in both languages.

    Args:
        aggregation: The aggregation with its parameters.
        max_points: The maximum of the node it is tried on.
        parts: How many parts that node has.
        places: Decimals of points.
        mode: How points are rounded.
        examples: How many columns are drawn.

    Raises:
        BrokenContractError: The aggregation does not keep its contract; the message says in what.
        MissingExtraError: hypothesis is not installed.

    Example:
        >>> from cchc_index.aggregations.combining import Minimum
        >>> check_aggregation(Minimum(), examples=5)
    """
    if (fault := class_fault(aggregation, Aggregation) or misspelt(aggregation, Aggregation)) is not None:
        raise fault
    if ">>>" not in (inspect.getdoc(type(aggregation)) or ""):
        raise broken(aggregation, "its docstring has no example", cure_at(aggregation, "", "exemplified"))
    with asking(lambda words: broken(aggregation, words), "faults()", asked=aggregation):
        faults = [problem.text() for problem in aggregation.faults(parts)]
    if faults:
        raise broken(aggregation, f"it refuses its own parameters for {parts} parts: {'; '.join(faults)}")
    require_hypothesis()
    from hypothesis import given

    quietly = steady(examples)
    trial = _Trial(aggregation, Decimal(max_points), places, mode)
    trial.check_ends(parts)

    @quietly
    @given(_columns(parts, places))
    def hold(rows: list[Row]) -> None:
        trial.check(rows)

    hold()
    if words := in_one_language(trial.said):
        cure = cure_at(aggregation, "reason", "languages")
        raise broken(aggregation, f"its reason is in one language: {words!r}", cure)


def _columns(parts: int, places: int) -> SearchStrategy[list[Row]]:
    """Columns of one unit to six, each with a part that applies; the maximum of a part is 0 where it does not."""
    from hypothesis import strategies

    most = 4 * 10**places
    part: Any = strategies.sampled_from((0, 10**places, most)).flatmap(
        lambda maximum: strategies.tuples(strategies.integers(0, maximum), strategies.just(maximum))
    )
    row = strategies.tuples(*[part] * parts).filter(lambda drawn: any(maximum for _, maximum in drawn))
    return strategies.lists(row, min_size=1, max_size=6)


class _Trial:
    """An aggregation on a node of some maximum, and what it said of its units."""

    def __init__(self, aggregation: Aggregation, max_points: Decimal, places: int, mode: RoundingMode) -> None:
        self.aggregation = aggregation
        self.max_points = max_points
        self.places = places
        self.mode = mode
        self.said: list[Said] = []

    def check_ends(self, parts: int) -> None:
        """Everything gives the maximum, nothing gives nothing."""
        full = 4 * 10**self.places
        for got, wanted in ((full, Fraction(self.max_points)), (0, Fraction(0))):
            rows: list[Row] = [((got, full),) * parts]
            found = self._combined(rows)
            if found != [wanted]:
                words = f"it gives {found[0]} points where all parts have {'the whole' if got else 'nothing'}"
                raise self._fail(f"{words}, of {self.max_points}", rows, "ends")

    def check(self, rows: list[Row]) -> None:
        """Exact, in range, the same twice, whatever the order, and unit by unit."""
        found = self._combined(rows)
        if self._combined(rows) != found:
            raise self._fail("it gives other points the second time", rows, "again")
        for points in found:
            if not 0 <= points <= Fraction(self.max_points):
                raise self._fail(f"it gives {points} points of {self.max_points}", rows, "range")
        if self._combined(rows[::-1]) != found[::-1]:
            raise self._fail("its points depend on the order of the units", rows, "again")
        for row, points in zip(rows, found, strict=True):
            if self._combined([row]) != [points]:
                raise self._fail("a unit's points depend on other units", rows, "own_parts")
            self.said.append(self._reason(row))

    def _combined(self, rows: Sequence[Row]) -> list[Fraction]:
        columns = list(zip(*rows, strict=True))
        sides = [tuple(Integers.of([pair[at] for pair in column]) for column in columns) for at in (0, 1)]
        parts = Parts(sides[0], sides[1], self.max_points, self.places, self.mode)
        with asking(lambda words: self._fail(words, rows), "combine()", exact=True, asked=self.aggregation):
            given: object = self.aggregation.combine(parts)
        if not isinstance(given, Points) or type(given.ratios) is not Ratios:
            raise self._fail(f"combine() returns {type(given).__name__}; it returns exact Points", rows, "weighed")
        if len(given.ratios) != len(rows):
            raise self._fail(f"it gives {len(given.ratios)} points for {len(rows)} units", rows, "weighed")
        with asking(lambda words: self._fail(words, rows), "combine()", asked=self.aggregation):
            found = [given.ratios.fraction(row) for row in range(len(rows))]
        if any(is_made_of_float(points.denominator) for points in found):
            raise self._fail("its points were made of a float", rows, "exact_text")
        return found

    def _reason(self, row: Row) -> Said:
        applying = tuple(
            Part(f"1.{number}", to_decimal(got, self.places), to_decimal(most, self.places))
            for number, (got, most) in enumerate(row, 1)
            if most
        )
        told = []
        for language in ("vi", "en"):
            spoken = "vi" if language == "vi" else "en"
            case = Combination(applying, self.max_points, spoken, self.places, self.mode)  # type: ignore[arg-type]
            with asking(lambda words: self._fail(words, [row]), "reason()", asked=self.aggregation):
                reason: object = self.aggregation.reason(case)
            if not isinstance(reason, str) or not reason.strip() or "\n" in reason:
                cure = cure_at(self.aggregation, "reason", "text")
                raise broken(self.aggregation, f"its reason is no line of text: {reason!r}", cure)
            told.append(reason)
        return told[0], told[1], tuple(part.code for part in applying)

    def _fail(self, words: str, rows: Sequence[Row], advice: str = "") -> BrokenContractError:
        cure = cure_at(self.aggregation, "combine", advice) if advice else ""
        tried = f"tried with parts {list(rows)} (points and maximum, in units of the last decimal)"
        return broken(self.aggregation, words, cure, tried)
