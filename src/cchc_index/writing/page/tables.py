"""The two tables of a group: its ranking with bars, and the index of each area as a heat map."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import attrs

from cchc_index.messages import phrase
from cchc_index.problems.problem import Language
from cchc_index.rules.columns import write_number
from cchc_index.writing.page.frame import safe

if TYPE_CHECKING:
    from cchc_index.results.components import MeanIndex
    from cchc_index.results.plain import PlainColumns
    from cchc_index.results.result import IndexResult

#: Where a shade ends and the next begins, in per cent.
EDGES: Final = (40, 50, 60, 70, 80, 90)
#: Areas whose titles stand in the header, and how long these may be; others have their codes there, and a list beside.
MOST_TITLES: Final = 12
LONGEST_TITLE: Final = 70
_NONE: Final = "–"


def shade(index: int, places: int) -> int:
    """The shade of an index that is given in units of its last decimal.

    Example:
        >>> shade(8999, 2), shade(9000, 2), shade(0, 2), shade(100, 0)
        (5, 6, 0, 6)
    """
    return sum(index >= edge * 10**places for edge in EDGES)


@attrs.frozen(eq=False)
class UnitRows:
    """Some units of a result, as rows of its order, and what a table says of them.

    Attributes:
        result: The result.
        number: Which of the results it is.
        group: The group whose units they are.
        units: From which unit to which, in the order of the result.
        language: The language.
    """

    result: IndexResult
    number: int
    group: str
    units: tuple[int, int]
    language: Language

    @property
    def plain(self) -> PlainColumns:
        """The figures of these units."""
        whole = self.result.plain()
        return attrs.evolve(whole, rows=whole.rows[slice(*self.units)])

    @property
    def group_means(self) -> MeanIndex | None:
        """The means of the group's ranked units; None where there are none."""
        return next((each for each in self.result.means if each.group == self.group and each.index is not None), None)

    def number_text(self, number: Decimal | str | None) -> str:
        """A number as the language writes it, or a dash."""
        if number is None:
            return _NONE
        return write_number(Decimal(number), self.language)

    def names(self) -> list[str]:
        """The units' names, each a link to its page."""
        found = self.plain.names()
        pairs = zip(found["unit"], found["name"], strict=True)
        return [f'<th scope="row"><a href="#unit/{_target(unit)}">{safe(name)}</a></th>' for unit, name in pairs]

    def opening(self, kind: str, caption: str) -> str:
        """The beginning of a table that may be wider than the page."""
        told = safe(phrase(caption, self.language, group=self.group))
        start, end = self.units
        return (
            f'<div class="scroll" tabindex="0" role="region" aria-label="{told}">\n'
            f'<table class="units {kind}" data-result="{self.number}" data-start="{start}" data-end="{end}">\n'
            f"<caption>{told}</caption>"
        )

    def heading(self, key: str) -> str:
        """The head of a column that can be sorted by a key."""
        return f'<th scope="col" data-key="{key}">{safe(phrase(f"heading.{key}", self.language))}</th>'


def _target(unit: str) -> str:
    return quote(unit.encode(errors="surrogatepass"), safe="")


def ranking(result: IndexResult, number: int, group: str, units: tuple[int, int], language: Language) -> Iterator[str]:
    """A group's ranking: rank, unit, points, maximum, index with a bar, band."""
    rows = UnitRows(result, number, group, units, language)
    with_bands = result.criteria.classify is not None
    yield rows.opening("ranking", "page.ranking")
    keys = ("rank", "unit", "points", "max_points", "index", *(["band"] if with_bands else []))
    yield f"<thead><tr>{''.join(map(rows.heading, keys))}</tr></thead>\n<tbody>"
    head = rows.plain.head()
    labels = {band.label.first: band.label.say(language) for band in result.outcome.classification.bands}
    columns = (head[name] for name in ("rank", "points", "max_points", "index", "band", "complete"))
    texts: dict[str | None, str] = {}
    incomplete = f'<span class="small">{safe(phrase("heading.incomplete", language))}</span>'
    for name, (rank, points, most, index, band, complete) in zip(rows.names(), zip(*columns, strict=True), strict=True):
        cells = [texts.setdefault(each, rows.number_text(each)) for each in (points, most)]
        told = rows.number_text(index) if complete else incomplete
        yield (
            f"<tr><td>{rank or _NONE}</td>{name}<td>{cells[0]}</td><td>{cells[1]}</td><td{_bar(index)}>{told}</td>"
            + (f'<td class="word">{safe(labels[band]) if band is not None else _NONE}</td>' if with_bands else "")
            + "</tr>"
        )
    yield "</tbody>"
    if (mean := rows.group_means) is not None:
        said = safe(phrase("page.mean", language))
        rest = "<td></td>" if with_bands else ""
        figure = f"<td{_bar(mean.index)}>{rows.number_text(mean.index)}</td>"
        yield f'<tfoot><tr><td></td><th scope="row">{said}</th><td></td><td></td>{figure}{rest}</tr></tfoot>'
    yield "</table>\n</div>"


def _bar(index: Decimal | str | None) -> str:
    """The class of a cell with a bar as long as the index, in whole per cent; the index stands in it as a number."""
    if index is None:
        return ""
    return f' class="bar w{min(max(int(Decimal(index)), 0), 100)}"'


def heat_map(result: IndexResult, number: int, group: str, units: tuple[int, int], language: Language) -> Iterator[str]:
    """A group's areas: the index of each unit in each, as a number on a shade."""
    rows = UnitRows(result, number, group, units, language)
    top, places = result.criteria.top, result.criteria.rounding.index
    titles = [f"{node.criterion.code} {node.criterion.title.say(language)}" for node in top]
    told = len(top) <= MOST_TITLES and max(map(len, titles)) <= LONGEST_TITLE
    yield rows.opening("heat", "page.heat")
    heads = []
    for at, (node, title) in enumerate(zip(top, titles, strict=True)):
        whole = f" {safe(node.criterion.title.say(language))}" if told else ""
        hint = "" if whole else f' title="{safe(title)}"'
        heads.append(f'<th scope="col" data-key="{at}"{hint}><b>{safe(node.criterion.code)}</b>{whole}</th>')
    yield f"<thead><tr>{rows.heading('unit')}{''.join(heads)}{rows.heading('index')}</tr></thead>\n<tbody>"
    plain = rows.plain
    columns = [_cells(plain, at, places, language) for at in range(len(top))]
    whole_index = [f"<td>{rows.number_text(text)}</td>" for text in plain.index.texts(0)]
    for name, *cells in zip(rows.names(), *columns, whole_index, strict=True):
        yield f"<tr>{name}{''.join(cells)}</tr>"
    yield "</tbody>"
    if (mean := rows.group_means) is not None:
        figures = [mean.nodes.get(node.criterion.code) for node in top]
        below = "".join(f"<td>{rows.number_text(figure)}</td>" for figure in (*figures, mean.index))
        yield f'<tfoot><tr><th scope="row">{safe(phrase("page.mean", language))}</th>{below}</tr></tfoot>'
    yield "</table>\n</div>"
    if not told:
        yield f'<ul class="small">{"".join(f"<li>{safe(title)}</li>" for title in titles)}</ul>'


def _cells(plain: PlainColumns, at: int, places: int, language: Language) -> list[str]:
    """One area's cells, each distinct one written once."""
    numbers = plain.components
    made = [f"<td>{_NONE}</td>"]
    for value, text in zip(numbers.distinct.tolist(), numbers.table[1:].tolist(), strict=True):
        made.append(f'<td class="h{shade(value, places)}">{write_number(Decimal(text), language)}</td>')
    return [made[place] for place in numbers.places[at].tolist()]


def legend(language: Language) -> Iterator[str]:
    """Which shade stands for what."""
    said = [phrase("page.under", language, high=str(EDGES[0]))]
    said += [phrase("page.between", language, low=str(low), high=str(high)) for low, high in pairwise(EDGES)]
    said.append(phrase("page.from", language, low=str(EDGES[-1])))
    steps = "".join(f'<li class="step h{at}">{safe(words)}</li>' for at, words in enumerate(said))
    yield f'<ul class="legend"><li>{safe(phrase("page.legend", language))}</li>{steps}</ul>'
