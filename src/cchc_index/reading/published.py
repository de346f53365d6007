"""Published results from a table."""

from __future__ import annotations

from decimal import Decimal

import attrs

from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.forms import Form
from cchc_index.reading.tables import Table
from cchc_index.values.exact import parse_decimal
from cchc_index.values.suggestions import Suggestions

FIGURES = ("points", "max_points", "index", "rank", "band")
_PASSED_OVER = ("unit", "name", "group")


@attrs.frozen
class PublishedFigure:
    """One published figure.

    Attributes:
        unit: The unit's identifier.
        figure: `points`, `max_points`, `index`, `rank` or `band`.
        text: It as printed.
        number: Its value; None for a band.
        place: Where it stands.
        code: The node whose points, index or rank it is; "" for the unit's own.
    """

    unit: str
    figure: str
    text: str
    number: Decimal | None
    place: Place
    code: str = ""


def published_figures(
    table: Form | Table, units: tuple[str, ...], codes: tuple[str, ...], tops: tuple[str, ...]
) -> tuple[list[PublishedFigure], list[Problem]]:
    """The figures of a table of published results, and what is wrong with it.

    Args:
        table: The table.
        units: The units' identifiers.
        codes: The codes that have points, and an index.
        tops: Those of top-level nodes, which have ranks.
    """
    wanted = {name: (name, "") for name in FIGURES}
    wanted |= {f"{code}.index": ("index", code) for code in codes} | {f"{code}.rank": ("rank", code) for code in tops}
    wanted |= {code: ("points", code) for code in codes}  # an exact code wins
    problems = list(table.problems)
    figures: list[PublishedFigure] = []
    if not isinstance(table, Form) and not table.header:  # what keeps it from being read is told
        return figures, problems
    if isinstance(table, Form) or not table.lists_units:
        found = "" if isinstance(table, Form) else ", ".join(table.header[:8])
        one = not isinstance(table, Form) and len(table.header) == 1
        key = "table.one_column" if one else "table.no_unit"  # of what is no table nothing is repeated
        problems.append(Problem(key, Place(table.name, 1), arguments={"found": found}))
        return figures, problems
    headers, names = Suggestions(), Suggestions()
    known = frozenset(units)
    for column, header in enumerate(table.header):
        if header and header not in wanted and header not in _PASSED_OVER:
            hint = ", ".join(headers.near(header, tuple(wanted)))
            problems.append(
                Problem("published.column", table.heading(column), arguments={"found": header, "hint": hint})
            )
    lines: dict[str, int] = {}
    columns = dict(zip(table.header, table.columns, strict=True))
    for at, cells in zip(table.rows.tolist(), table.records(), strict=True):
        line = int(table.grid.lines[at])
        row = dict(zip(table.header, cells, strict=True))
        unit = row["unit"]
        if (first := lines.setdefault(unit, line)) != line:
            problems.append(Problem("unit.twice", table.place(at), arguments={"unit": unit, "first": str(first)}))
            continue
        if not unit:
            problems.append(Problem("unit.blank", table.place(at)))
            continue
        if unit not in known:
            hint = ", ".join(names.near(unit, units))
            problems.append(Problem("unit.unknown", table.place(at), arguments={"unit": unit, "hint": hint}))
            continue
        for header, text in row.items():
            if not text or header not in wanted:
                continue
            place = table.place(at, columns[header])
            number = None if header == "band" else table.grid.number(at, columns[header])
            if header != "band" and number is None:
                comma = "," in text and parse_decimal(text.replace(",", ".", 1)) is not None
                key = "published.comma" if comma else "published.value"
                arguments = {"value": text, "column": header, "cure": text.replace(",", ".", 1)}
                problems.append(Problem(key, place, arguments=arguments))
                continue
            figure, code = wanted[header]
            figures.append(PublishedFigure(unit, figure, text, number, place, code))
    return figures, problems
