"""Tables of points for the service to citizens: the nine indicators of Decree 61/2018, the five groups of Decision 766.

What is built is what was at hand: how many parts there are, what they can earn, and that they are added up. How the
points of a part come of dossiers and surveys stands in the texts of the decree and the decision, which were not at
hand; so no formula for one indicator is offered here, and none is guessed. Classes are a criteria set's
(`nd61-one-stop-2018`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs

from cchc_index.builders.contract import Evidence, EvidenceBuilder, Figure, Measure, RawFile, RawRow
from cchc_index.evidence.faulty_rows import FaultyRows, doubled, read_rows, row_faults
from cchc_index.problems.problem import Problem
from cchc_index.values.contexts import own_context
from cchc_index.values.text import Text

#: everything that may be wrong with a row, by the word that allows it
KINDS: Final = ("no_unit", "total_row", "unknown_unit", "duplicate", "no_points", "off_scale", "total_differs")
_INDICATORS: Final = 9
_EACH: Final = Decimal(2)  #: what an indicator of Decree 61 can earn: 18 in all
_GROUPS: Final = 5
_ALL: Final = Decimal(100)  #: what the five groups of Decision 766 can earn together


@attrs.frozen
class OneStop61(EvidenceBuilder):
    r"""Adds up the nine indicators of the one-stop service, one row a unit.

    total = indicator_1 + ... + indicator_9, each from 0 to 2, so 18 in all

    The columns are `unit`, `1` to `9` (chỉ số 1 to chỉ số 9), and `total` (tổng điểm) where the table prints one: a
    printed total that is not the sum of its row is told.

    Attributes:
        allow: The kinds of fault that may be there; their rows are left out, counted and listed.

    Source:
        61/2018/NĐ-CP and 01/2018/TT-VPCP, as results published for 2021 agree with: nine indicators of at most 2
        points, 18 in all. How an indicator's points come about was not at hand, and is not computed.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from cchc_index.evidence.raw import TableFile
        >>> text = "unit,1,2,3,4,5,6,7,8,9,total\nso-tai-chinh,2,2,2,2,1,1.5,1.907,2,1.34,15.747\n"
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = Path(folder) / "indicators.csv"
        ...     _ = path.write_text(text, encoding="utf-8")
        ...     found = OneStop61().build([TableFile.of(path)], None)
        >>> str(found.of("so-tai-chinh")["total"])
        '15.747'
    """

    allow: tuple[str, ...] = ()

    purpose = Text((("vi", "chín chỉ số một cửa theo Nghị định 61/2018"), ("en", "nine indicators of Decree 61/2018")))

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Each indicator, and the total."""
        return _measures("indicator", "chỉ số", "indicator", _INDICATORS)

    @own_context
    def build(self, files: Sequence[RawFile], units: Sequence[str] | None, /) -> Evidence | list[Problem]:
        """The points of each unit, or all that is wrong with the tables."""
        faulty = FaultyRows(KINDS, self.allow, units)
        return _added(files, self.measures, (_EACH,) * _INDICATORS, "chỉ số", faulty)


@attrs.frozen
class Service766(EvidenceBuilder):
    """Adds up the five groups of the service to citizens and businesses, one row a unit.

    total = group_1 + ... + group_5, each from 0 to its maximum, so 100 in all

    The columns are `unit`, `1` to `5` (nhóm 1 to nhóm 5), and `total` (tổng điểm) where the table prints one: a printed
    total that is not the sum of its row is told.

    Attributes:
        maxima: What each of the five groups can earn, in the order of the columns; together 100.
        allow: The kinds of fault that may be there; their rows are left out, counted and listed.

    Source:
        766/QĐ-TTg (2022): 100 points, five groups. What each group can earn, and how, was not at hand: the maxima are
        to be declared, and nothing below the groups is computed.

    Example:
        >>> Service766((Decimal(20),) * 5).measures[0].name
        'group_1'
    """

    maxima: tuple[Decimal, ...]
    allow: tuple[str, ...] = ()

    purpose = Text((("vi", "năm nhóm chỉ số theo Quyết định 766"), ("en", "five groups of Decision 766")))

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Each group, and the total."""
        return _measures("group", "nhóm", "group", _GROUPS)

    @own_context
    def build(self, files: Sequence[RawFile], units: Sequence[str] | None, /) -> Evidence | list[Problem]:
        """The points of each unit, or all that is wrong with the tables or the maxima."""
        faulty = FaultyRows(KINDS, self.allow, units)
        if len(self.maxima) != _GROUPS or min(self.maxima) <= 0 or sum(self.maxima) != _ALL:
            said = {"value": " + ".join(map(str, self.maxima)), "count": str(_GROUPS), "sum": str(_ALL)}
            return [Problem("evidence.maxima", path="maxima", arguments=said)]
        return _added(files, self.measures, self.maxima, "nhóm", faulty)


def _measures(name: str, vi: str, en: str, parts: int) -> tuple[Measure, ...]:
    numbered = (
        Measure(f"{name}_{number}", Text((("vi", f"điểm {vi} {number}"), ("en", f"points of {en} {number}"))))
        for number in range(1, parts + 1)
    )
    return (*numbered, Measure("total", Text((("vi", "tổng điểm"), ("en", "total points")))))


def _added(
    files: Sequence[RawFile],
    measures: Sequence[Measure],
    maxima: Sequence[Decimal],
    word: str,
    faulty: FaultyRows,
) -> Evidence | list[Problem]:
    """The points of each row and their sum, held to maxima and to what the table prints as total."""
    parts = tuple(str(number) for number in range(1, len(maxima) + 1))
    words = {f"{word} {part}": part for part in parts} | {"tổng điểm": "total", "tổng": "total"}
    rows, counted = read_rows(files, ("unit", "name", *parts, "total", "note"), ("unit", *parts), words, faulty)
    twice = doubled(rows, lambda row: (row["unit"],), "unit", faulty)
    found: dict[str, list[Decimal]] = {}
    for row in rows:
        is_faulty = row_faults(row, faulty, key="") or row in twice
        points = _points(row, parts, maxima, faulty)
        if points is not None and not is_faulty:
            found[row["unit"]] = points
    if problems := faulty.problems:
        return problems
    named = tuple(sorted(found))
    figures: dict[str, tuple[Figure, ...]] = {
        each.name: tuple(found[unit][at] for unit in named) for at, each in enumerate(measures)
    }
    return Evidence(named, figures, (1,) * len(named), counted, faulty.left_out)


def _points(row: RawRow, parts: Sequence[str], maxima: Sequence[Decimal], faulty: FaultyRows) -> list[Decimal] | None:
    """A row's points and their sum; None where one of them cannot be, which is told."""
    points: list[Decimal] = []
    for part, most in zip(parts, maxima, strict=True):
        given = row.number(part)
        if given is None or not 0 <= given <= most:
            faulty.add("no_points" if given is None else "off_scale", row.place(part), row[part])
        else:
            points.append(given)
    if len(points) < len(parts):
        return None
    total, printed = sum(points, Decimal(0)), row.number("total")
    if row["total"] and (printed is None or Fraction(printed) != Fraction(total)):
        faulty.add("total_differs", row.place("total"), f"{row['total']}; {total}")
        return None
    return [*points, total]
