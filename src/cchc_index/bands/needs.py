"""What a band needs of nodes beside its figure: said in the set, held against whole columns, told for one unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import attrs
import numpy as np

from cchc_index.bands.legible import written
from cchc_index.bands.nodes import NodeColumns
from cchc_index.messages import phrase
from cchc_index.problems.problem import Language, Problem
from cchc_index.rules.columns import write_number
from cchc_index.values.exact import Ratios, places_of
from cchc_index.values.text import Text

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray

LANGUAGES: tuple[Language, ...] = ("vi", "en")


@attrs.frozen(cache_hash=True)
class Need:
    """What a unit must have at a node, beside its figure, to be in a band: closed below.

    What does not apply is met. Of `node`, `each` and `count` there is one; beside the first two one of `per_cent` and
    `points`.

    Attributes:
        node: The code of a node.
        each: `areas`, for each top-level node.
        per_cent: The least per cent of what the node could attain, compared as the classes are: published or exact.
        points: The fewest points of the node, as they are printed.
        count: How many of several needs must be met.
        of: Those needs.

    Example:
        >>> Need(count=1, of=(Need("2", per_cent=Decimal(50)), Need("3", points=Decimal(4)))).say("en")
        'at least 1 of: criterion 2 at 50 % or more, criterion 3 at 4 points or more'
    """

    node: str = ""
    each: Literal["areas"] | None = None
    per_cent: Decimal | None = None
    points: Decimal | None = None
    count: int | None = None
    of: tuple[Need, ...] = ()

    @property
    def least(self) -> Decimal:
        """The least per cent, or the fewest points."""
        least = self.per_cent if self.points is None else self.points
        return Decimal(0) if least is None else least

    def say(self, language: Language) -> str:
        """What is needed, in words."""
        if self.count is not None:
            needs = ", ".join(need.say(language) for need in self.of)
            return phrase("need.count", language, count=str(self.count), needs=needs)
        kind = "per_cent" if self.points is None else "points"
        least = write_number(self.least, language)
        if self.each:
            return phrase(f"need.each_{kind}", language, least=least)
        return phrase(f"need.{kind}", language, code=self.node, least=least)

    def apart(self, areas: Iterable[str]) -> list[Need]:
        """The need itself; of one of `areas` as many as there are.

        Example:
            >>> [each.node for each in Need(each="areas", points=Decimal(1)).apart(["1", "2"])]
            ['1', '2']
        """
        return [attrs.evolve(self, node=code, each=None) for code in areas] if self.each else [self]


@attrs.frozen(eq=False)
class Lacking:
    """What units have of that which a band needs, held against whole columns.

    Attributes:
        label: What the band is called.
        needs: What it needs.
        nodes: The nodes of all units.
        compare: Whether printed or exact per cents are compared.

    Example:
        >>> nodes = {"2": NodeColumns(np.array([40, 55]), 100, 0, 1)}
        >>> lacking = Lacking(Text.plain("A"), (Need("2", per_cent=Decimal(50)),), nodes, "published")
        >>> lacking.units.tolist(), lacking.said(0).say("en")
        ([True, False], 'A needs criterion 2 at 50 % or more (has 40.0, 10.0 short)')
    """

    label: Text
    needs: tuple[Need, ...]
    nodes: Mapping[str, NodeColumns] = attrs.field(repr=False)
    compare: Literal["published", "exact"]
    _spread: dict[Need, tuple[Need, ...]] = attrs.field(factory=dict, init=False, repr=False)
    _met: dict[Need, BoolArray] = attrs.field(factory=dict, init=False, repr=False)
    _words: dict[tuple[Need, Fraction, Language], str] = attrs.field(factory=dict, init=False, repr=False)

    @cached_property
    def units(self) -> BoolArray:
        """Which units lack something, whatever their figure."""
        lacking: BoolArray = ~np.logical_and.reduce([self._meets(need) for need in self.needs])
        return lacking

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The nodes that are looked at."""
        return tuple(dict.fromkeys(code for need in self.needs for code in self._asked(need)))

    def said(self, row: int) -> Text:
        """What a unit lacks, in both languages, in the order of the band's own."""
        texts: dict[Language, str] = {}
        for language in LANGUAGES:
            band = self.label.say(language)
            texts[language] = phrase("need.band", language, band=band, needs=self.words(row, language))
        own = [language for language in (each for each, _ in self.label.texts) if language in LANGUAGES]
        order = dict.fromkeys([*own, *LANGUAGES])
        return Text(tuple((each, said) for wanted in order for each, said in texts.items() if each == wanted))

    def words(self, row: int, language: Language) -> str:
        """What a unit lacks, with its figures and how far they are from the least; "" where it lacks nothing."""
        return "; ".join(words for need in self.needs for words in self._lacks(need, row, language))

    def _apart(self, need: Need) -> tuple[Need, ...]:
        """What is counted of a need, with one for each top-level node in the place of those of `areas`."""
        if need not in self._spread:
            areas = [code for code, node in self.nodes.items() if node.top]
            several = need.of if need.count is not None else (need,)
            self._spread[need] = tuple(each for inner in several for each in inner.apart(areas))
        return self._spread[need]

    def _asked(self, need: Need) -> Iterator[str]:
        if need.node:
            yield need.node
            return
        for each in self._apart(need):
            yield from self._asked(each)

    def _meets(self, need: Need) -> BoolArray:
        """Which units meet it."""
        if need not in self._met:
            self._met[need] = self._held(need)
        return self._met[need]

    def _held(self, need: Need) -> BoolArray:
        if need.count is not None:
            enough: BoolArray = np.sum([self._meets(each) for each in self._apart(need)], axis=0) >= need.count
            return enough
        if need.each:
            all_met: BoolArray = np.logical_and.reduce([self._meets(each) for each in self._apart(need)])
            return all_met
        return self._figures(need).at_least(Fraction(need.least)) | ~self.nodes[need.node].applies

    def _figures(self, need: Need) -> Ratios:
        node = self.nodes[need.node]
        return node.per_cent(self.compare) if need.points is None else Ratios(node.points, 10**node.point_places)

    def _lacks(self, need: Need, row: int, language: Language) -> Iterator[str]:
        if self._meets(need)[row]:
            return
        if need.count is not None:
            several = self._apart(need)
            lacking = ", ".join(words for each in several for words in self._lacks(each, row, language))
            met = sum(bool(self._meets(each)[row]) for each in several)
            yield phrase("need.count_lacking", language, count=str(need.count), met=str(met), needs=lacking)
        elif need.each:
            for each in self._apart(need):
                yield from self._lacks(each, row, language)
        else:
            figure = self._figures(need).fraction(row)
            if (need, figure, language) not in self._words:
                self._words[need, figure, language] = self._short(need, figure, language)
            yield self._words[need, figure, language]

    def _short(self, need: Need, figure: Fraction, language: Language) -> str:
        node, short = self.nodes[need.node], Fraction(need.least) - figure
        places = node.index_places if need.points is None else node.point_places
        figures = {"figure": figure, "short": short}
        said = {name: written(each, places, language, short) for name, each in figures.items()}
        return phrase("need.lacking", language, need=need.say(language), **said)


def need_faults(
    needs: tuple[Need, ...], path: str, places: tuple[int, int], compare: Literal["published", "exact"]
) -> Iterator[Problem]:
    """What is wrong with needs, whatever the set's nodes are.

    Args:
        needs: The needs of one band, or those that are counted.
        path: Where they stand.
        places: Decimals of points and of the index.
        compare: Whether printed or exact per cents are compared.
    """
    seen: list[Need] = []
    for number, need in enumerate(needs):
        here = f"{path}[{number}]"
        what = [bool(need.node), need.each is not None, need.count is not None]
        least = [need.per_cent is not None, need.points is not None]
        counted = need.count is not None
        if sum(what) != 1 or sum(least) != (not counted) or bool(need.of) != counted:
            yield Problem("bands.need_shape", path=here)
            continue
        bare = attrs.evolve(need, per_cent=need.per_cent and Decimal(1), points=need.points and Decimal(1))
        if bare in seen:
            yield Problem("bands.need_twice", path=here)
        seen.append(bare)
        yield from need_faults(need.of, f"{here}.of", places, compare)
        if need.per_cent is not None and not 0 < need.per_cent <= 100:
            yield Problem("bands.need_per_cent", path=f"{here}.per_cent", arguments={"found": str(need.per_cent)})
        for name, least_of, limit in (("points", need.points, places[0]), ("per_cent", need.per_cent, places[1])):
            if least_of is not None and places_of(least_of) > limit and (name == "points" or compare == "published"):
                said = {"value": str(least_of), "places": str(limit)}
                yield Problem("number.places", path=f"{here}.{name}", arguments=said)
