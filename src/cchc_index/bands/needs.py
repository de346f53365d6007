"""What a band needs of nodes beside its figure: said in the set, held against whole columns, told for one unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
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

Compare = Literal["published", "exact"]
NodeTable = Mapping[str, NodeColumns]


@attrs.frozen
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
        >>> nodes = {"2": NodeColumns(np.array([40, 55]), 100, 0, 1)}
        >>> Need("2", per_cent=Decimal(50)).met(nodes, "published").tolist()
        [False, True]
    """

    node: str = ""
    each: Literal["areas"] | None = None
    per_cent: Decimal | None = None
    points: Decimal | None = None
    count: int | None = None
    of: tuple[Need, ...] = ()

    def met(self, nodes: NodeTable, compare: Compare) -> BoolArray:
        """Which units meet it."""
        if self.count is not None:
            met = [need.met(nodes, compare) for need in spread(self.of, nodes)]
            enough: BoolArray = np.sum(met, axis=0) >= self.count
            return enough
        if self.each:
            all_met: BoolArray = np.logical_and.reduce([need.met(nodes, compare) for need in spread((self,), nodes)])
            return all_met
        node = nodes[self.node]
        return self._figure(node, compare).at_least(Fraction(self.least)) | ~node.applies

    @property
    def least(self) -> Decimal:
        """The least per cent, or the fewest points."""
        least = self.per_cent if self.points is None else self.points
        return Decimal(0) if least is None else least

    def _figure(self, node: NodeColumns, compare: Compare) -> Ratios:
        return node.per_cent(compare) if self.points is None else Ratios(node.points, 10**node.point_places)

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

    def lacks(self, nodes: NodeTable, compare: Compare, language: Language) -> Iterator[str]:
        """What one unit lacks of it, with its figure and how far that is from the least; nothing where it is met."""
        if self.met(nodes, compare).all():
            return
        if self.count is not None:
            several = spread(self.of, nodes)
            lacking = [words for need in several for words in need.lacks(nodes, compare, language)]
            met = sum(bool(need.met(nodes, compare).all()) for need in several)
            said = {"count": str(self.count), "met": str(met), "needs": ", ".join(lacking)}
            yield phrase("need.count_lacking", language, **said)
        elif self.each:
            for need in spread((self,), nodes):
                yield from need.lacks(nodes, compare, language)
        else:
            node = nodes[self.node]
            figure = self._figure(node, compare).fraction(0)
            short = Fraction(self.least) - figure
            places = node.index_places if self.points is None else node.point_places
            said = {
                "figure": written(figure, places, language, short),
                "short": written(short, places, language, short),
            }
            yield phrase("need.lacking", language, need=self.say(language), **said)

    def asks(self, nodes: NodeTable) -> Iterator[str]:
        """The codes of the nodes that it looks at."""
        for need in spread((self,), nodes):
            if need.count is None:
                yield need.node
            for inner in need.of:
                yield from inner.asks(nodes)

    def apart(self, areas: Iterable[str]) -> list[Need]:
        """The need itself; of one of `areas` as many as there are.

        Example:
            >>> [each.node for each in Need(each="areas", points=Decimal(1)).apart(["1", "2"])]
            ['1', '2']
        """
        return [attrs.evolve(self, node=code, each=None) for code in areas] if self.each else [self]


def spread(needs: Iterable[Need], nodes: NodeTable) -> list[Need]:
    """The needs, with one for each top-level node in the place of those of `areas`."""
    areas = [code for code, node in nodes.items() if node.top]
    return [each for need in needs for each in need.apart(areas)]


def what_is_lacking(needs: Iterable[Need], nodes: NodeTable, compare: Compare, language: Language) -> str:
    """All that one unit lacks of several needs; "" where they are met."""
    return "; ".join(words for need in needs for words in need.lacks(nodes, compare, language))


@attrs.frozen(eq=False)
class Lacking:
    """The units that lack something of what a band needs.

    Attributes:
        label: What the band is called.
        needs: What it needs.
        nodes: The nodes of all units.
        compare: Whether printed or exact per cents are compared.
        units: Which units lack something, whatever their figure.
    """

    label: Text
    needs: tuple[Need, ...]
    nodes: NodeTable = attrs.field(repr=False)
    compare: Compare
    units: BoolArray

    @classmethod
    def of(cls, label: Text, needs: tuple[Need, ...], nodes: NodeTable, compare: Compare) -> Lacking:
        """Hold all units against what a band needs."""
        return cls(label, needs, nodes, compare, ~np.logical_and.reduce([need.met(nodes, compare) for need in needs]))

    def said(self, row: int) -> Text:
        """What a unit lacks, in both languages, in the order of the band's own."""
        asked = {code: self.nodes[code].row(row) for need in self.needs for code in need.asks(self.nodes)}
        texts = {"vi": "", "en": ""}
        languages: tuple[Language, Language] = ("vi", "en")
        for language in languages:
            needs = what_is_lacking(self.needs, asked, self.compare, language)
            texts[language] = phrase("need.band", language, band=self.label.say(language), needs=needs)
        own = [language for language, _ in self.label.texts if language in texts]
        return Text(tuple((language, texts[language]) for language in dict.fromkeys([*own, *texts])))


def need_faults(needs: tuple[Need, ...], path: str, places: tuple[int, int], compare: Compare) -> Iterator[Problem]:
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
