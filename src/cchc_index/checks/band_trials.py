"""A set's bands tried out: every cut-off from both sides, every need just missed, with bands known beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import attrs
import numpy as np

from cchc_index.bands.contract import Band, Standings
from cchc_index.bands.needs import Need
from cchc_index.bands.nodes import NodeColumns
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.messages import phrase
from cchc_index.problems.problem import Language
from cchc_index.rules.columns import write_number
from cchc_index.values.exact import Integers, places_of, to_decimal, to_integer
from cchc_index.values.units import Register, Unit

Got = tuple[Decimal, Decimal]  #: a node's points, and its maximum


@attrs.frozen
class BandTrial:
    """One synthetic unit, and the band that it must be in.

    Attributes:
        of: Whether a cut-off is tried, or a need.
        what: What was tried, in the language of the report.
        expected: The label of the band that must come out.
        obtained: The label of the band that came out.
    """

    of: Literal["cut_off", "need"]
    what: str
    expected: str
    obtained: str


def band_trials(criteria: CriteriaSet, language: Language, said: Mapping[str, str] | None = None) -> list[BandTrial]:
    """Every cut-off: a unit on it, and one beside it; every need of a node: a unit on the cut-off that just misses it.

    Args:
        criteria: The set.
        language: Of the words.
        said: What columns of the register hold; the others hold no.

    Example:
        >>> import cchc_index
        >>> [trial.obtained for trial in band_trials(cchc_index.load_criteria("nd61-one-stop-2018"), "en")][:2]
        ['Xuất sắc', 'Tốt']
    """
    if criteria.classify is None:
        return []
    return list(_Bands(criteria, language, said or {}).trials())


def cut_offs(criteria: CriteriaSet) -> int:
    """How many cut-offs there are to try."""
    return sum(len(_tried(bands)) for _, bands in _by_group(criteria))


def needs(criteria: CriteriaSet) -> int:
    """How many needs of nodes there are to miss."""
    areas = [node.criterion.code for node in criteria.top]
    return sum(len(_alone(band.needs, areas)) for _, bands in _by_group(criteria) for band in _tried(bands))


def _by_group(criteria: CriteriaSet) -> list[tuple[str, tuple[Band, ...]]]:
    """For each group its bands, best first."""
    if criteria.classify is None:
        return []
    classifier = criteria.classify.classifier
    return [(group, classifier.bands_of(group)) for group in classifier.groups or ("all",)]


def _tried(bands: tuple[Band, ...]) -> list[Band]:
    """The bands that have a cut-off; one from 0 on has none that can be missed."""
    return [band for band in bands if band.above is not None or band.from_]


def _alone(of: Sequence[Need], areas: Sequence[str]) -> list[tuple[Need, list[Need]]]:
    """Each need of one node, and with it as many of those it is counted with as must be missed for it to matter."""
    found = []
    for need in of:
        if need.count is None:
            found += [(each, [each]) for each in need.apart(areas)]
        else:
            several = [each for inner in need.of for each in inner.apart(areas)]
            spare = len(several) - need.count
            for place, each in enumerate(several):
                others = [other for other in several[place + 1 :] + several[:place] if other.node != each.node]
                found += [(one, [one, *others[:spare]]) for one, _ in _alone([each], areas)]
    return found


class _Bands:
    def __init__(self, criteria: CriteriaSet, language: Language, said: Mapping[str, str]) -> None:
        self.criteria = criteria
        self.language = language
        self.said = said  #: what columns of the register hold
        named = criteria.classify
        self.on_points = named is not None and getattr(named.classifier, "on", "index") == "points"
        self.places = criteria.rounding.points if self.on_points else criteria.rounding.index
        self.full = {node.criterion.code: (node.criterion.max_points,) * 2 for node in criteria}

    def trials(self) -> Iterator[BandTrial]:
        areas = [node.criterion.code for node in self.criteria.top]
        for group, bands in _by_group(self.criteria):
            for band in _tried(bands):
                at = to_integer(band.cut_off or Decimal(0), self.places)
                inside, side = (at, "on") if band.above is None else (at + 1, "over")
                beside = (at - 1, "under") if band.above is None else (at, "on")
                for figure, where in ((inside, side), beside):
                    yield self._trial("cut_off", group, bands, figure, self.full, f"selftest.band_{where}")
                for need, missed in _alone(band.needs, areas):
                    short = {**self.full, **{each.node: self._short(each) for each in missed if each.node}}
                    code = need.node
                    yield self._trial("need", group, bands, inside, short, "selftest.band_need", code=code)

    def _trial(
        self,
        of: Literal["cut_off", "need"],
        group: str,
        bands: tuple[Band, ...],
        figure: int,
        got: Mapping[str, Got],
        key: str,
        **said: str,
    ) -> BandTrial:
        value = to_decimal(figure, self.places)
        what = phrase(key, self.language, group=group, value=write_number(value, self.language), **said)
        obtained = self._obtained(group, figure, got, by_figure=of == "cut_off")
        return BandTrial(of, what, self._expected(bands, Fraction(value), got), obtained)

    def _short(self, need: Need) -> Got:
        """Points of a node that just miss what is needed, out of its maximum, or of 100 where per cents are."""
        places = max(self.criteria.rounding.index, places_of(need.least)) if need.points is None else self._point_places
        missed = to_decimal(to_integer(need.least, places) - 1, places)
        return missed, Decimal(100) if need.points is None else self.full[need.node][1]

    @property
    def _point_places(self) -> int:
        return self.criteria.rounding.points

    def _expected(self, bands: tuple[Band, ...], value: Fraction, got: Mapping[str, Got]) -> str:
        """The first band that the figure reaches and of which nothing is lacking, found by hand."""
        for band in bands[:-1]:
            cut_off = Fraction(band.cut_off or 0)
            reached = value > cut_off if band.above is not None else value >= cut_off
            if reached and all(self._meets(need, got) for need in band.needs):
                return band.label.first
        return bands[-1].label.first

    def _meets(self, need: Need, got: Mapping[str, Got]) -> bool:
        areas = [node.criterion.code for node in self.criteria.top]
        if need.count is not None:
            return sum(self._meets(each, got) for inner in need.of for each in inner.apart(areas)) >= need.count
        if need.each:
            return all(self._meets(each, got) for each in need.apart(areas))
        points, most = (Fraction(figure) for figure in got[need.node])
        if not most:
            return True
        return (points if need.points is not None else 100 * points / most) >= Fraction(need.least)

    def _obtained(self, group: str, figure: int, got: Mapping[str, Got], *, by_figure: bool) -> str:
        """The band that the set's classifier gives to one unit; by its figure, where that alone is tried."""
        named, rounding = self.criteria.classify, self.criteria.rounding
        if named is None:
            return "-"
        said = {name: self.said.get(name, "no") for name in named.classifier.columns}
        register = Register((Unit("unit", "unit", group, by_figure, said),))  # no quota counts who is not ranked
        one = Integers.of([figure])
        top = {node.criterion.code for node in self.criteria.top}
        standings = Standings(
            register,
            one,
            Integers.of([100 * 10**self.places]),
            one,
            self.places,
            rounding.index if not self.on_points else rounding.points,
            np.ones(1, dtype=np.bool_),
            np.ones(1, dtype=np.int64),
            {code: self._column(*figures, top=code in top) for code, figures in got.items()},
        )
        found = named.classifier.classify(standings)
        moved = [
            move.by_points.label.first for move in found.moved if by_figure
        ]  # a quota cannot be tried with one unit
        place = int(found.band_of[0])
        return moved[0] if moved else found.bands[place].label.first if place >= 0 else "-"

    def _column(self, points: Decimal, most: Decimal, *, top: bool) -> NodeColumns:
        places = max(self._point_places, places_of(points), places_of(most))
        got = np.array([to_integer(points, places)])
        return NodeColumns(got, to_integer(most, places), places, self.criteria.rounding.index, "truncate", top)
