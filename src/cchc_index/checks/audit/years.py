"""What is printed of the year before, and of a change since, held against this year's figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs
import numpy as np

from cchc_index.checks.audit.basis import Basis
from cchc_index.checks.audit.printed import Cells
from cchc_index.checks.audit.spans import Spans
from cchc_index.scoring.aggregation import TOTAL
from cchc_index.values.exact import RoundingMode

Interval = tuple[Fraction, Fraction]
Columns = Mapping[tuple[str, str], Cells]
Totals = Mapping[str, tuple[list[int], list[int]]]
_FIGURES: Final = ("index", "points")


@attrs.frozen
class WrongChange:
    """A printed change that is no difference of the two years' figures.

    Attributes:
        row: The unit.
        figure: What changed, `index` or `points`.
        computed: The difference of the two figures as printed, or of the computed one and last year's.
    """

    row: int
    figure: str
    computed: str


def wrong_changes(basis: Basis, columns: Columns, totals: Totals) -> Iterator[WrongChange]:
    """The printed changes that no figures of the two years explain.

    Args:
        basis: What the table is held against.
        columns: Its columns.
        totals: For `index` and `points` the least and the greatest computed figure of each unit.
    """
    change = columns.get(("change", ""))
    if change is None:
        return
    mode = basis.criteria.rounding.mode
    places = {"index": basis.criteria.rounding.index, "points": basis.criteria.rounding.points}
    for row in change.rows.tolist():
        low, high = _interval(change, row, mode)
        explained, tried = False, ""
        for figure in _FIGURES:
            before = columns.get((f"previous.{figure}", ""))
            if before is None or not before.has[row]:
                continue
            tried = tried or figure
            least, most = _interval(before, row, mode)
            for now_low, now_high in _now(basis, columns, figure, row, totals, places[figure], mode):
                explained |= now_low - most < high and now_high - least > low
        if tried and not explained:
            yield WrongChange(row, tried, _difference(columns, tried, row, totals, places[tried]))


def _now(
    basis: Basis,
    columns: Columns,
    figure: str,
    row: int,
    totals: Totals,
    places: int,
    mode: RoundingMode,
) -> Iterator[Interval]:
    """What this year's figure can be: as printed, and as computed."""
    now = columns.get((figure, ""))
    if now is not None and now.has[row]:
        yield _interval(now, row, mode)
    known = basis.has_index(TOTAL) if figure == "index" else basis.has_points(TOTAL)
    if basis.result is not None and known[row]:
        least, most = (ends[row] for ends in totals[figure])
        if figure == "index":  # rounded, and the change may be of what it was before
            yield _span(least, places, mode)[0], _span(most, places, mode)[1]
        else:
            yield Fraction(least, 10**places), Fraction(most, 10**places)


def _difference(columns: Columns, figure: str, row: int, totals: Totals, places: int) -> str:
    now, before = columns.get((figure, "")), columns[f"previous.{figure}", ""]
    if now is not None and now.has[row]:
        own = Decimal(now.text(row))
    else:
        own = Decimal(totals[figure][0][row]).scaleb(-places)
    return f"{own - Decimal(before.text(row)):f}"


def _interval(cells: Cells, row: int, mode: RoundingMode) -> Interval:
    at = int(cells.at[cells.of_row[row]])
    return _span(int(cells.column.numbers[at]), int(cells.column.places[at]), mode)


def _span(number: int, places: int, mode: RoundingMode) -> Interval:
    spans = Spans.printed(np.array([number]), places, mode)
    return Fraction(int(spans.low[0]), 10**spans.places), Fraction(int(spans.high[0]), 10**spans.places)
