"""How many forms were sent, and for how many people respondents stand: a small table beside the answers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs

from cchc_index.builders.contract import RawRow
from cchc_index.evidence.surveys.faults import shape_problems
from cchc_index.problems.problem import Place, Problem

if TYPE_CHECKING:
    from cchc_index.evidence.surveys.questionnaire import Questionnaire
    from cchc_index.evidence.surveys.tables import Rows

_NUMBERS: Final = ("sent", "population")


@attrs.frozen(eq=False)
class Sample:
    """The forms that were sent, and the people that they stand for, by unit and group of respondents.

    Attributes:
        sent: By unit and number of the group; no entry where the table does not say.
        population: Likewise.
        listed: The units and groups that the table lists.

    Example:
        >>> sample = Sample({("a", 0): 40, ("a", 1): 20}, {}, frozenset({("a", 0), ("a", 1)}))
        >>> sample.sent_to("a"), sample.lists("a", 2), sample.sent_to("b")
        (60, False, None)
    """

    sent: Mapping[tuple[str, int], int]
    population: Mapping[tuple[str, int], Fraction]
    listed: frozenset[tuple[str, int]]

    def lists(self, unit: str, stratum: int) -> bool:
        """Whether forms went to a unit's respondents of a group."""
        return (unit, stratum) in self.listed

    def sent_to(self, unit: str) -> int | None:
        """The forms that were sent to a unit's respondents."""
        found = [sent for (name, _), sent in self.sent.items() if name == unit]
        return sum(found) if found else None


def read_sample(
    table: Rows, asked: Questionnaire, units: Collection[str] | None, words: Mapping[str, str]
) -> tuple[Sample | list[Problem], int]:
    """The sample that a table says, or all that is wrong with it; and how many rows it has.

    Args:
        table: A table with the columns unit, sent, population, and stratum where groups of respondents are told apart.
        asked: The questionnaire.
        units: The units that may be named; None for any.
        words: Vietnamese headers.
    """
    obligatory = ("unit", "stratum") if asked.strata else ("unit",)
    columns = (*obligatory, *_NUMBERS)
    problems: list[Problem] = []
    shape: list[Problem] = []
    numbers: dict[str, dict[tuple[str, int], Decimal]] = {name: {} for name in _NUMBERS}
    listed: set[tuple[str, int]] = set()
    rows = 0
    for row in table.rows(columns, obligatory, words):
        if isinstance(row, Problem):
            shape.append(row)
            continue
        rows += 1
        stratum = asked.stratum(row["stratum"]) if asked.strata else 0
        wrong = list(_faults(row, obligatory, stratum, listed, units))
        problems += wrong
        if wrong or stratum is None:
            continue
        key = (row["unit"], stratum)
        listed.add(key)
        for name in _NUMBERS:
            if row[name] and (number := row.number(name)) is not None:
                numbers[name][key] = number
    problems += shape_problems(shape)  # it may be the answers, named by mistake
    if not rows and not problems:
        problems.append(Problem("survey.sample_empty", Place(table.name)))
    problems += _gaps(table.name, listed, numbers)
    if problems:
        return problems, rows
    sent = {key: int(number) for key, number in numbers["sent"].items()}
    population = {key: Fraction(number) for key, number in numbers["population"].items()}
    return Sample(sent, population, frozenset(listed)), rows


def _faults(
    row: RawRow,
    obligatory: Sequence[str],
    stratum: int | None,
    listed: Collection[tuple[str, int]],
    units: Collection[str] | None,
) -> Iterator[Problem]:
    """What is wrong with a row. It tells of no respondent, so what stands in it is said."""
    lacking = list(row.lacking(obligatory))
    yield from lacking
    if lacking:
        return
    if units is not None and row["unit"] not in units:
        yield Problem("row.unit", row.place("unit"), arguments={"unit": row["unit"]})
    if stratum is None:
        yield Problem("survey.sample_stratum", row.place("stratum"), arguments={"value": row["stratum"]})
    elif (row["unit"], stratum) in listed:
        yield Problem("survey.sample_twice", row.place("unit"), arguments={"unit": row["unit"]})
    for name in _NUMBERS:
        number = row.number(name)
        whole = number is not None and number == number.to_integral_value()
        if row[name] and (number is None or number <= 0 or (name == "sent" and not whole)):
            yield Problem("survey.sample_number", row.place(name), arguments={"value": row[name], "column": name})


def _gaps(
    name: str, listed: Collection[tuple[str, int]], numbers: Mapping[str, Mapping[tuple[str, int], Decimal]]
) -> Iterator[Problem]:
    """A column that is filled in for some and not for others: a sum of it would be too small."""
    for column, found in numbers.items():
        lacking = sorted(unit for unit, _ in set(listed) - set(found))
        if found and lacking:
            yield Problem("survey.sample_gap", Place(name), arguments={"column": column, "unit": lacking[0]})
