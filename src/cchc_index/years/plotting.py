"""Pictures of years: two side by side, and many in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from cchc_index.charts.chart import Body, Chart, Heading
from cchc_index.charts.grid import Cell, Grid, Row
from cchc_index.charts.pairs import Pair, Pairs, ticks_of
from cchc_index.charts.stacked import Section, Stacked
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.plotting import figure_words, page_words, signed
from cchc_index.messages import phrase
from cchc_index.problems.problem import Language
from cchc_index.problems.wanted import want_one_of
from cchc_index.results.comparing import Standing
from cchc_index.results.provenance import said_of
from cchc_index.rules.columns import write_number
from cchc_index.years.changes import UnitYears

_HUNDRED = Decimal(100)
Line = Sequence[tuple[str | None, str, Standing]]


def _said(years: Iterable[CycleResult], language: Language) -> tuple[str, ...]:
    """What each year's results say of themselves, each line once."""
    lines: dict[str, None] = {}
    for year in years:
        for result in year.results:
            lines |= dict.fromkeys(said_of(result.assessment, result.awaiting, language))
    return tuple(lines)


def _year(year: CycleResult, language: Language) -> str:
    return year.title.say(language) if year.title else year.id or ""


def comparison_chart(
    before: CycleResult, after: CycleResult, changes: Sequence[UnitYears], notes: Sequence[str], language: Language
) -> Chart:
    """Two years side by side: each unit's index in both, and the difference.

    Args:
        before: The earlier result.
        after: The later result.
        changes: The units of both years.
        notes: What is said at the bottom.
        language: The language.
    """
    want_one_of("language", language, ("vi", "en"))
    rows: dict[str, list[Pair]] = {}
    for each in changes:
        one = None if each.before is None else each.before.index
        other = each.after.index
        kind = "" if each.kind == "same" else f" ({phrase(f'years.{each.kind}_kind', language)})"
        first, second = (figure_words(value, language) for value in (one, other))
        instead = phrase("chart.no_index", language)
        rows.setdefault(each.group, []).append(
            Pair(each.name + kind, (first, second, signed(each.change, language)), (one, other), instead)
        )
    names = [_year(each, language) for each in (before, after)]
    earlier, later = phrase("years.before", language), phrase("years.after", language)
    legend = (f"{earlier}: {names[0]}", f"{later}: {names[1]}")
    heads = (phrase("heading.unit", language), earlier, later, phrase("chart.difference", language))
    merged = [phrase("chart.merged", language)] if any(not each.is_alone for each in changes) else []
    title = phrase("chart.years", language, before=names[0], after=names[1])
    heading = Heading(title, _said((before, after), language), (*merged, *notes), page_words(language))
    ticks = ticks_of([value for pairs in rows.values() for pair in pairs for value in pair.values])
    return Chart(
        heading, by_group({group: Pairs(pairs, ticks, heads, legend) for group, pairs in rows.items()}, language)
    )


def series_chart(years: Sequence[CycleResult], line: Callable[[str], Line], language: Language) -> Chart:
    """Many years in a row: a row for each unit of the last year, a column for each year.

    Args:
        years: The results.
        line: A unit's years, by its identifier in the last one.
        language: The language.
    """
    want_one_of("language", language, ("vi", "en"))
    at = {id(year): number for number, year in enumerate(years)}
    ids = [year.id for year in years]
    table: dict[str, list[Row]] = {}
    values: list[Decimal] = []
    for unit in years[-1].units:
        found: list[list[Standing]] = [[] for _ in at]
        for number, standing in _placed(ids, line(unit)):
            found[number].append(standing)
        cells = [_cell(each, language) for each in found]
        values += [cell.value for cell in cells if cell.value is not None]
        card = years[-1][unit]
        row = Row(card.unit.name, cells, "–" if card.rank is None else str(card.rank))
        table.setdefault(card.group, []).append(row)
    span = (min([_HUNDRED, *values]), max([_HUNDRED, *values]))
    several = any(len(cell.figures) > 1 for rows in table.values() for row in rows for cell in row.cells)
    said = {"low": write_number(span[0], language), "high": write_number(span[1], language)}
    scale = phrase("chart.scale_lowest" if several else "chart.scale", language, **said)
    kinds = (phrase("chart.no_year", language), phrase("chart.no_index", language))
    heads = (phrase("heading.rank", language), phrase("heading.unit", language))
    names = [_year(year, language) for year in years]
    codes = [year.id or str(number) for number, year in enumerate(years, start=1)]
    grids = {group: Grid(rows, names, span, heads, kinds, scale, codes) for group, rows in table.items()}
    heading = Heading(phrase("chart.series", language), _said(years, language), (), page_words(language))
    return Chart(heading, by_group(grids, language))


def by_group(bodies: Mapping[str, Body], language: Language) -> Body:
    """One group as it is; several one beneath another, each with its name."""
    if len(bodies) == 1:
        return next(iter(bodies.values()))
    units = {
        group: phrase("heading.group", language, group=group, units=str(len(body))) for group, body in bodies.items()
    }
    return Stacked([Section(units[group], body) for group, body in bodies.items()])


def _placed(ids: Sequence[str | None], line: Line) -> Iterable[tuple[int, Standing]]:
    """Each standing with the number of its year; years come in order, and may have one and the same name."""
    number, seen = 0, set[str]()
    for cycle, unit, standing in line:
        while number < len(ids) - 1 and (ids[number] != cycle or unit in seen):
            number, seen = number + 1, set()
        seen.add(unit)
        yield number, standing


def _cell(found: Sequence[Standing], language: Language) -> Cell:
    """The indices of the units that a unit was in a year, the fill by the lowest."""
    indices = [each.index for each in found if each.index is not None]
    if not indices:
        return Cell(kind=1 if found else 0)
    return Cell(tuple(write_number(each, language) for each in indices), min(indices))
