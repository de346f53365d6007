"""The formulas of one unit's nodes: what each node's points and attainable points are made of."""

from __future__ import annotations

import attrs

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Node
from cchc_index.values.exact import to_integer
from cchc_index.writing.workbook.cell_formulas import Line, at_most, decimal, formula, is_exact, quotient, whole


@attrs.frozen
class NodeFormulas:
    """Writes the formulas of a set's nodes, as scoring adds them up.

    Attributes:
        criteria: The set.
        kept: By position what a node keeps that gives the weight of parts that do not apply to the others; in units of
            the last decimal.
        most: The most points, in units of the last decimal, that anything in the set comes to.
    """

    criteria: CriteriaSet
    kept: dict[int, int]
    most: int

    def points(self, node: Node, points: Line, maxima: Line) -> str | None:
        """The formula of a node's points; None where they come from a rule, an aggregation or a requirement."""
        criterion, rounding = node.criterion, self.criteria.rounding
        if not node.parts or criterion.weighs or criterion.requires:
            return None
        got = points.sum(node.parts)
        if node.heads_block:
            return formula(f"MIN({maxima.cell(node.position)},{decimal(got, rounding.points)})")
        base: str | None = decimal(got, rounding.points)
        if node.position in self.kept:
            kept = self.kept[node.position]
            attainable = maxima.sum(node.parts)
            base = self._scaled(got, kept, whole(f"MAX({attainable},{self._least})", rounding.points), self.most)
        elif criterion.parts_points is not None:
            base = self._scaled(got, self._own(node), str(self._parts(node)), self._parts(node))
        if base is None or not node.blocks:
            return formula(base)
        terms = [f"{'-' if self._is_penalty(at) else '+'}N({points.cell(at)})" for at in node.blocks]
        return formula(at_most(decimal(base + "".join(terms), rounding.points), maxima.cell(node.position)))

    def maximum(self, node: Node, maxima: Line) -> str | None:
        """The formula of a node's attainable points; None for leaves and blocks, which have their own."""
        criterion, places = node.criterion, self.criteria.rounding.points
        if not node.parts or node.heads_block:
            return None
        attainable = maxima.sum(node.parts)
        if criterion.weighs:
            return formula(f"IF({attainable}>0,{_decimal_text(self._own(node), places)},0)")
        if node.position in self.kept:
            return formula(f"IF({attainable}>0,{_decimal_text(self.kept[node.position], places)},0)")
        if criterion.parts_points is not None:
            return formula(self._scaled(attainable, self._own(node), str(self._parts(node)), self._parts(node)))
        return formula(decimal(attainable, places))

    def total(self, points: Line, attainable: str) -> str | None:
        """The formula of a unit's points: the top-level nodes, with bonus and penalty, kept within their bounds."""
        criteria = self.criteria
        figure = points.sum([node.position for node in criteria.top])
        for block in criteria.blocks:
            figure += f"{'-' if block.block == 'penalty' else '+'}N({points.cell(block.position)})"
        figure = decimal(figure, criteria.rounding.points)
        if criteria.blocks:
            figure = f"MAX(0,{figure})"
            if criteria.extras is not None and criteria.extras.above_maximum == "clamp":
                figure = f"MIN({attainable},{figure})"
        return formula(figure)

    def attainable(self, maxima: Line) -> str | None:
        """The formula of a unit's attainable points."""
        return formula(
            decimal(maxima.sum([node.position for node in self.criteria.top]), self.criteria.rounding.points)
        )

    def index(self, points: str, attainable: str) -> str | None:
        """The formula of an index: 100 x points / attainable points, rounded as the set says."""
        rounding = self.criteria.rounding
        by = 100 * 10**rounding.index
        if not is_exact(self.most * by, self.most):
            return None
        return formula(
            quotient(
                f"{whole(points, rounding.points)}*{by}",
                whole(attainable, rounding.points),
                rounding.index,
                rounding.mode,
            )
        )

    def _scaled(self, got: str, own: int, divisor: str, divisor_most: int) -> str | None:
        """Points of parts, scaled to what their node keeps and rounded there."""
        rounding = self.criteria.rounding
        if not is_exact(max(self.most, divisor_most) * own, max(self.most, divisor_most)):
            return None
        return quotient(f"{whole(got, rounding.points)}*{own}", divisor, rounding.points, rounding.mode)

    @property
    def _least(self) -> str:
        return _decimal_text(1, self.criteria.rounding.points)

    def _own(self, node: Node) -> int:
        return to_integer(node.criterion.max_points, self.criteria.rounding.points)

    def _parts(self, node: Node) -> int:
        stated = node.criterion.parts_points
        return self._own(node) if stated is None else to_integer(stated, self.criteria.rounding.points)

    def _is_penalty(self, position: int) -> bool:
        return self.criteria.nodes[position].block == "penalty"


def _decimal_text(integer: int, places: int) -> str:
    """A whole number of units of the last decimal, as a formula writes it."""
    digits = str(integer).zfill(places + 1)
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits
