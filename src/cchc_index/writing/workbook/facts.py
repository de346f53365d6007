"""What a workbook says of one result: its columns in the order of its rows, and where each unit stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.bands.thresholds import Thresholds
from cchc_index.criteria.tree import Node
from cchc_index.results.plain import NodeColumn
from cchc_index.values.exact import to_integer
from cchc_index.writing.workbook.nodes import NodeFormulas

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.assessment.assessment import Assessment
    from cchc_index.criteria.criteria_set import CriteriaSet
    from cchc_index.problems.problem import Language
    from cchc_index.results.result import IndexResult, Scorecard

MOST_NESTED: Final = 60  #: conditions in one another; Excel takes 64


@attrs.frozen
class Group:
    """The units of a group, which stand one below the other under a heading.

    Attributes:
        name: The group.
        heading: How many rows below the first row its heading stands.
        units: The places of its units in the order of the result.
    """

    name: str
    heading: int
    units: range

    @property
    def offsets(self) -> range:
        """How many rows below the first row its units stand."""
        return range(self.heading + 1, self.heading + 1 + len(self.units))


@attrs.frozen(eq=False)
class Facts:
    """One result, ready to be written.

    Attributes:
        result: The result.
        language: The language.
        number: Its number among the results of the workbook, from 1; 0 where it is the only one.
        earlier: The results of the same set's earlier stages, in order.
    """

    result: IndexResult
    language: Language
    number: int = 0
    earlier: tuple[IndexResult, ...] = ()

    @property
    def criteria(self) -> CriteriaSet:
        """The set."""
        return self.result.criteria

    @property
    def assessment(self) -> Assessment:
        """What was scored."""
        return self.result.assessment

    @cached_property
    def cards(self) -> tuple[Scorecard, ...]:
        """The units in the order of the rows."""
        return tuple(self.result)

    @cached_property
    def head(self) -> Mapping[str, Sequence[object]]:
        """Who the units are, and their points, index, rank and band."""
        return self.result.plain().head()

    @cached_property
    def nodes(self) -> tuple[NodeColumn, ...]:
        """The nodes' columns, in the order of the set."""
        return tuple(self.result.plain().nodes()) if self.cards else ()

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups, one below the other."""
        found, row, at = [], 0, 0
        for name, cards in groupby(self.cards, key=lambda card: card.group):
            size = len(list(cards))
            found.append(Group(name, row, range(at, at + size)))
            row, at = row + 1 + size, at + size
        return tuple(found)

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """For each unit how many rows below the first it stands."""
        return tuple(offset for group in self.groups for offset in group.offsets)

    @property
    def height(self) -> int:
        """How many rows units and headings take."""
        return len(self.cards) + len(self.groups)

    def numbers(self, figure: str) -> list[Decimal | None]:
        """A figure of all units as numbers: `points`, `max_points` or `index`."""
        return [None if text is None else Decimal(str(text)) for text in self.head[figure]]

    @cached_property
    def formulas(self) -> NodeFormulas:
        """What writes the formulas of the nodes."""
        criteria, sums = self.criteria, self.result.outcome.sums
        kept = {
            node.position: _largest(sums.maxima[node.position])
            for node in criteria.nodes
            if node.parts and node.criterion.not_applicable_parts == "redistribute" and not node.criterion.weighs
        }
        every = sum((node.criterion.max_points for node in criteria.leaves), criteria.max_points)
        return NodeFormulas(criteria, kept, to_integer(every, criteria.rounding.points))

    @cached_property
    def thresholds(self) -> Thresholds | None:
        """The thresholds of the classes, where nothing else decides; None where a formula cannot say a class."""
        classify = self.criteria.classify
        found = classify.classifier if classify is not None else None
        if not isinstance(found, Thresholds) or self.result.outcome.classification.lacking:
            return None
        tables = [found.bands_of(group.name) for group in self.groups]
        named = all(band.label.say(self.language) for bands in tables for band in bands)
        return found if named and all(len(bands) <= MOST_NESTED for bands in tables) else None

    @cached_property
    def blocks(self) -> tuple[int | None, ...]:
        """For each unit the number of those that it is ranked among, from 1; None where it is not ranked."""
        _, block_of = self.assessment.register.blocks(self.criteria.rank.within)
        rank = self.result.outcome.rank
        return tuple(int(block_of[card.row]) + 1 if rank[card.row] else None for card in self.cards)

    @cached_property
    def bare(self) -> tuple[Node, ...]:
        """The nodes that are no leaves and lie in no block of extra points: those whose index is worth a column."""
        return tuple(node for node in self.criteria.nodes if not node.block and (node.parts or node.parent < 0))

    def has_formula(self, node: Node) -> bool:
        """Whether a node's points come from those of its parts by sums and scales alone."""
        return bool(node.parts) and not node.criterion.weighs and not node.criterion.requires


def _largest(maxima: int | npt.NDArray[np.int64]) -> int:
    return maxima if isinstance(maxima, int) else int(np.max(maxima, initial=0))
