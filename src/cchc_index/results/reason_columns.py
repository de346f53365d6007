"""The reasons of all units, node by node: the words of `explain`, made once for units that reported the same."""

from __future__ import annotations

import attrs

from cchc_index.criteria.tree import Node
from cchc_index.problems.problem import Language
from cchc_index.results.result import IndexResult, Scorecard


@attrs.frozen(eq=False)
class ReasonColumns:
    """The reasons of a result's units.

    Attributes:
        result: The result.
        language: The language of the reasons.
    """

    result: IndexResult
    language: Language
    made: dict[int, tuple[list[str], tuple[str, str, str, str]]] = attrs.field(factory=dict)

    def _explained(self, card: Scorecard):
        if card.row not in self.made:
            told = card.explain(self.language)
            self.made[card.row] = ([n.reason for n in told.nodes], (told.total, told.index, told.rank, told.band))
        return self.made[card.row]

    def of(self, node: Node) -> list[str]:
        """The reasons of a node, in the order of the result."""
        return [self._explained(card)[0][node.position] for card in self.result]

    def closing(self, card: Scorecard) -> tuple[str, str, str, str]:
        """How a unit's total, index, rank and band follow."""
        return self._explained(card)[1]
