"""Pictures of a result, and of one unit's scorecard: what is drawn, in the words of a language.

Each figure in a picture is the printed one; how long a bar is shows it, and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal

import attrs
import numpy as np

from cchc_index.charts.bars import Bar, Bars, Cut
from cchc_index.charts.chart import Body, Chart, Heading
from cchc_index.charts.grid import Cell, Grid, Row
from cchc_index.charts.stacked import Section, Stacked
from cchc_index.criteria.tree import Node
from cchc_index.messages import localised, phrase
from cchc_index.problems.problem import Language
from cchc_index.problems.wanted import want_one_of
from cchc_index.registry.guarded import unguarded_classifier
from cchc_index.results.figures import Figures, ScorecardNode
from cchc_index.results.plain import Numbers, PlainColumns
from cchc_index.results.provenance import said_of
from cchc_index.results.warnings import ResultWarning, awaiting_of
from cchc_index.rules.columns import write_number
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import to_decimal

_HUNDRED: Final = Decimal(100)
_LANGUAGES: Final = ("vi", "en")
#: why a cell has no figure, in the order of the legend
_KINDS: Final = ("missing", "not_applicable", "unknown")


@attrs.frozen(eq=False, repr=False)
class ResultPlots:
    """The pictures of a result: ``result.plot.ranking()`` and its like.

    Attributes:
        plain: The figures as plain columns, units by group, rank and identifier.
        awaiting: What is still to come.
    """

    plain: PlainColumns
    awaiting: tuple[ResultWarning, ...] = ()

    def __repr__(self) -> str:
        """What there is."""
        return f"ResultPlots({self.plain.assessment.criteria.name!r}: ranking(), areas(), lost())"

    @own_context
    def ranking(self, language: Language = "vi") -> Chart:
        """The units by rank, group by group: index, bar, class, and the cut-offs of classes as lines.

        Units that are not ranked come last, hatched; those without an index say why.

        Example:
            >>> import cchc_index
            >>> cchc_index.open_cycle("lai-chau-2021").score().results[0].plot.ranking("en")
            Chart('Ranking by index', rows=17)
        """
        want_one_of("language", language, _LANGUAGES)
        head = self.plain.head()
        values = [Decimal(each) for each in head["index"] if each is not None]
        most = max([_HUNDRED, *values])
        sections = []
        for group, rows in self._groups(head):
            bars = [self._bar(head, at, language) for at in rows]
            sections.append(Section(self._group_words(group, rows, language), self._bars(group, bars, most, language)))
        found = [] if any(head["rank"]) else [phrase("chart.not_ranked", language)]
        if self._on_points and self._attainable is None:
            found.append(phrase("chart.on_points", language))
        return Chart(self._heading("ranking", language, found), _stacked(sections))

    def _bars(self, group: str, bars: Sequence[Bar], most: Decimal, language: Language) -> Bars:
        outcome = self.plain.outcome.classification
        levels = max(len(outcome.places_of(group)), 1)
        names = ("rank", "unit", "index", "", "band")
        heads = [phrase(f"heading.{name}", language) if name else "" for name in names]
        if not outcome.bands:
            heads[4] = ""
        outside = phrase("chart.outside", language) if any(bar.outside for bar in bars) else ""
        cuts = tuple(self._cuts(group, language))
        return Bars(bars, most, levels, cuts, (heads[0], heads[1], heads[2], heads[3], heads[4]), outside)

    def _groups(self, head: Mapping[str, Sequence[object]]) -> Iterator[tuple[str, list[int]]]:
        groups: dict[str, list[int]] = {}
        for at, group in enumerate(head["group"]):
            groups.setdefault(str(group), []).append(at)
        return iter(groups.items())

    def _group_words(self, group: str, rows: Sequence[int], language: Language) -> str:
        return phrase("heading.group", language, group=group, units=str(len(rows)))

    def _bar(self, head: Mapping[str, Sequence[object]], at: int, language: Language) -> Bar:
        outcome = self.plain.outcome
        place = int(outcome.classification.band_of[self.plain.rows[at]])
        label = outcome.classification.bands[place].label.say(language) if place >= 0 else ""
        index, rank = head["index"][at], head["rank"][at]
        places = outcome.classification.places_of(str(head["group"][at]))
        level = places.index(place) if place in places else 0
        if index is not None:
            figure = localised(str(index), language)
            mark = "–" if rank is None else str(rank)
            outside = rank is None
            return Bar(str(head["name"][at]), figure, Decimal(str(index)), mark, label, level, outside)
        why = "missing" if not head["complete"][at] else "nothing_applies"
        if head["max_points"][at] is not None and head["complete"][at]:
            why = "no_index"
        return Bar(str(head["name"][at]), mark="–", instead=phrase(f"chart.{why}", language))

    @property
    def _on_points(self) -> bool:
        """Whether classes go by points, and not by the index."""
        named = self.plain.assessment.criteria.classify
        return named is not None and getattr(unguarded_classifier(named.classifier), "on", "index") == "points"

    @property
    def _attainable(self) -> Decimal | None:
        """The points that all units can attain; None where they differ."""
        found = {each for each in self.plain.head()["max_points"] if each is not None}
        return Decimal(found.pop()) if len(found) == 1 else None

    def _cuts(self, group: str, language: Language) -> Iterator[Cut]:
        """The cut-offs of a group's classes; those in points where all units can attain as many."""
        found = self.plain.outcome.classification
        places, most = found.places_of(group), self._attainable
        for place in places:
            band = found.bands[place]
            if band.cut_off is None or (place == places[-1] and not band.cut_off):
                continue
            key = "chart.from" if band.above is None else "chart.above"
            cut = write_number(band.cut_off, language)
            if not self._on_points:
                yield Cut(band.cut_off, phrase(key, language, cut=cut, band=band.label.say(language)))
            elif most is not None:
                cut = phrase("chart.points", language, points=cut)
                yield Cut(band.cut_off * 100 / most, phrase(key, language, cut=cut, band=band.label.say(language)))

    @own_context
    def areas(self, language: Language = "vi") -> Chart:
        """The component index of each area and unit, darker the higher; what has none is hatched and says why.

        Example:
            >>> import cchc_index
            >>> cchc_index.open_cycle("lai-chau-2021").score().results[0].plot.areas("en")
            Chart('Index by area (%)', rows=17)
        """
        want_one_of("language", language, _LANGUAGES)
        head, criteria = self.plain.head(), self.plain.assessment.criteria
        tops = criteria.top
        indices = [self.plain.components.texts(at) for at in range(len(tops))]
        statuses = [self._status(node) for node in tops]
        titles = [f"{node.criterion.code} {node.criterion.title.say(language)}" for node in tops]
        values = [Decimal(each) for column in indices for each in column if each is not None]
        span = (min([_HUNDRED, *values]), max([*values, _HUNDRED]))
        kinds = [phrase(f"chart.{kind}", language) for kind in _KINDS]
        scale = {"low": write_number(span[0], language), "high": write_number(span[1], language)}
        heads = (phrase("heading.rank", language), phrase("heading.unit", language))
        sections = []
        for group, rows in self._groups(head):
            table = []
            for at in rows:
                cells = [
                    _cell(column[at], status[at], language) for column, status in zip(indices, statuses, strict=True)
                ]
                mark = "–" if head["rank"][at] is None else str(head["rank"][at])
                table.append(Row(str(head["name"][at]), cells, mark))
            codes = [node.criterion.code for node in tops]
            grid = Grid(table, titles, span, heads, kinds, phrase("chart.scale", language, **scale), codes)
            sections.append(Section(self._group_words(group, rows, language), grid))
        return Chart(self._heading("areas", language, []), _stacked(sections))

    def _status(self, node: Node) -> list[str]:
        """Why a node of each unit would have no index."""
        sums = self.plain.outcome.sums
        names = self.plain.node_statuses()[node.position]
        complete = sums.complete[self.plain.rows].tolist()
        return [
            "missing" if name == "missing" else name if name == "not_applicable" else "unknown" if whole else "missing"
            for name, whole in zip(names, complete, strict=True)
        ]

    @own_context
    def lost(self, language: Language = "vi", by: Literal["criteria", "areas"] = "criteria") -> Chart:
        """The points that all units lost, by criterion or by area, most first, of what they could attain there.

        Args:
            language: The language.
            by: `criteria`, those that are scored by themselves; or `areas`.

        Example:
            >>> import cchc_index
            >>> cchc_index.open_cycle("lai-chau-2021").score().results[0].plot.lost("en")
            Chart('Points lost by criterion, all units together', rows=8)
        """
        want_one_of("language", language, _LANGUAGES)
        want_one_of("by", by, ("criteria", "areas"))
        criteria = self.plain.assessment.criteria
        nodes = criteria.leaves if by == "criteria" else (*criteria.top, *criteria.blocks)
        figures = self.plain.node_figures()
        places, units = criteria.rounding.points, len(self.plain.rows)
        found: list[_Lost] = []
        for node in nodes:
            lost, most = figures["lost"], figures["max_points"]
            known = lost.places[node.position] > 0
            statuses = self.plain.node_statuses()[node.position]
            missing = sum(status == "missing" for status in statuses)
            if not known.any():
                if node.block != "bonus" and units:
                    found.append(_Lost(node, None, None, missing))
                continue
            found.append(
                _Lost(
                    node,
                    to_decimal(_total(lost, node.position, known), places),
                    to_decimal(_total(most, node.position, known), places),
                    missing,
                )
            )
        return self._lost_chart(found, "lost" if by == "criteria" else "lost_areas", by, language)

    def _lost_chart(self, found: Sequence[_Lost], key: str, by: str, language: Language) -> Chart:
        return _lost_chart(found, self._heading(key, language, []), by, language)

    def _heading(self, key: str, language: Language, more: Sequence[str]) -> Heading:
        said = said_of(self.plain.assessment, self.awaiting, language)
        return Heading(phrase(f"chart.{key}", language), said, tuple(more), page=_page(language))


@attrs.frozen
class _Lost:
    """Points lost at a node, of those that could be attained; None where nothing is known."""

    node: Node
    lost: Decimal | None
    most: Decimal | None
    missing: int = 0


@attrs.frozen(eq=False, repr=False)
class CardPlots:
    """The pictures of one unit: ``result[unit].plot.areas()`` and its like.

    Attributes:
        card: The unit's figures.
    """

    card: Figures

    def __repr__(self) -> str:
        """What there is."""
        return f"CardPlots({self.card.unit.id!r}: areas(), lost())"

    @own_context
    def areas(self, language: Language = "vi") -> Chart:
        """The unit's component index of each area.

        Example:
            >>> import cchc_index
            >>> cchc_index.open_cycle("lai-chau-2021").score()["so-tai-chinh"].plot.areas("en")
            Chart('Sở Tài chính: index by area (%)', rows=9)
        """
        want_one_of("language", language, _LANGUAGES)
        bars, most = [], _HUNDRED
        for top in self.card.criteria.top:
            node = self.card.node(top.criterion.code)
            name = f"{node.code} {top.criterion.title.say(language)}"
            if node.index is None:
                why = node.status if node.status in _KINDS else "missing" if not self.card.complete else "unknown"
                bars.append(Bar(name, instead=phrase(f"chart.{why}", language)))
                continue
            most = max(most, node.index)
            end = f"{_written(node, language)}"
            bars.append(Bar(name, write_number(node.index, language), node.index, "", end))
        heads = (
            "",
            phrase("chart.area", language),
            phrase("heading.index", language),
            "",
            phrase("heading.points", language),
        )
        return Chart(self._heading("unit_areas", language), Bars(bars, most, heads=heads))

    @own_context
    def lost(self, language: Language = "vi") -> Chart:
        """The criteria at which the unit lost points, most first.

        Example:
            >>> import cchc_index
            >>> cchc_index.open_cycle("lai-chau-2021").score()["cong-ty-dien-luc"].plot.lost("en")
            Chart('Công ty điện lực: points lost by criterion', rows=1)
        """
        want_one_of("language", language, _LANGUAGES)
        found = []
        for leaf in self.card.criteria.leaves:
            node = self.card.node(leaf.criterion.code)
            if leaf.block != "bonus":
                found.append(_Lost(leaf, node.lost, node.max_points, 0))
        return _lost_chart(found, self._heading("unit_lost", language), "criteria", language)

    def _heading(self, key: str, language: Language) -> Heading:
        said = said_of(self.card.assessment, awaiting_of(self.card.assessment), language)
        return Heading(phrase(f"chart.{key}", language, unit=self.card.unit.name), said, page=_page(language))


def _lost_chart(found: Sequence[_Lost], heading: Heading, by: str, language: Language) -> Chart:
    drawn = sorted((each for each in found if each.lost), key=lambda each: -(each.lost or 0))
    bars = []
    for each in drawn:
        criterion = each.node.criterion
        name = f"{criterion.code} {criterion.title.say(language)}"
        said = {"lost": write_number(each.lost or 0, language), "most": write_number(each.most or 0, language)}
        missing = phrase("chart.without", language, count=str(each.missing)) if each.missing else ""
        name = phrase("chart.penalty", language, area=name) if each.node.block == "penalty" else name
        bars.append(Bar(name, phrase("chart.lost_of", language, **said), each.lost, "", missing))
    none = sum(each.lost == 0 for each in found)
    unknown = ", ".join(each.node.criterion.code for each in found if each.lost is None)
    notes = [phrase("chart.nothing_lost", language, count=str(none))] if none else []
    notes += [phrase("chart.nothing_known", language, codes=unknown)] if unknown else []
    most = max((each.lost or Decimal(0) for each in drawn), default=Decimal(1))
    heads = ("", phrase("chart.criterion" if by == "criteria" else "chart.area", language))
    body = Bars(bars, most, heads=(*heads, phrase("chart.lost_head", language), "", ""))
    return Chart(attrs.evolve(heading, notes=(*heading.notes, *notes)), body)


def _total(numbers: Numbers, at: int, known: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> int:
    """The sum of the known numbers of a column, in units of the last decimal."""
    distinct = [0, *numbers.distinct.tolist()]
    return sum(distinct[place] for place in numbers.places[at][known].tolist())


def _cell(index: str | None, why: str, language: Language) -> Cell:
    if index is None:
        return Cell(kind=_KINDS.index(why))
    return Cell((localised(index, language),), Decimal(index))


def _written(node: ScorecardNode, language: Language) -> str:
    if node.points is None or node.max_points is None:
        return ""
    return f"{write_number(node.points, language)} / {write_number(node.max_points, language)}"


def _stacked(sections: Sequence[Section]) -> Body:
    return Stacked(sections)


def _page(language: Language) -> str:
    return phrase("chart.page", language, page="{page}", pages="{pages}")
