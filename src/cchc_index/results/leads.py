"""Why one unit is ahead of another: the difference of what they are ranked by, taken apart exactly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, Final, Literal

import attrs

from cchc_index.bands.legible import legible
from cchc_index.criteria.tree import Node
from cchc_index.problems.errors import UsageError
from cchc_index.problems.problem import Problem
from cchc_index.results.figures import Figures, ScorecardNode
from cchc_index.results.warnings import unclamped
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import to_decimal
from cchc_index.values.statuses import GIVEN

PartKind = Literal["leaf", "node", "scaling", "cap", "clamp", "denominator", "rounding"]
Why = Literal["", "incomplete", "nothing"]
_HALF: Final = Fraction(1, 2)


@attrs.frozen
class LeadPart:
    """A part of the difference between two units.

    Attributes:
        kind: `leaf`, or `node` for one whose parts cannot be told apart (combined otherwise than by their sum, or
            with requirements or extra points of its own); `scaling` for what a parent rounds where it scales its parts;
            `cap` for what a block of extra points leaves out; `clamp` for points kept between 0 and the maximum;
            `denominator` for what follows from different attainable points; `rounding` for that of the printed index.
        code: The node's code; "" for what belongs to the whole set.
        top: The code of the top-level node or block that it lies in; "" for what belongs to the whole set.
        share: What it contributes, in per cent of the index, or in points where units are ranked by these; positive
            where it speaks for the first unit.
    """

    kind: PartKind
    code: str
    top: str
    share: Fraction


@attrs.frozen
class TieBreak:
    """A node whose points told two units of the same figure apart.

    Attributes:
        code: Its code.
        first: Points of the first unit.
        second: Points of the second.
    """

    code: str
    first: Decimal
    second: Decimal


@attrs.frozen
class Lead:
    """Two units of one result, and the difference between them taken apart (so sánh hai đơn vị).

    difference = sum of the parts, exactly

    With index = 100 x (1 - lost / attainable), a leaf contributes what the second unit lost there less what the first
    one lost, as a share of the attainable points; where these differ, of the mean of both shares, and what is left is
    the denominator's part. A leaf that does not apply loses nothing.

    Attributes:
        first: The scorecard of the first unit.
        second: That of the second.

    Example:
        >>> import cchc_index
        >>> result = cchc_index.open_cycle("lai-chau-2021").score()
        >>> lead = result["cong-ty-dien-luc"].compare_with(result["so-tai-chinh"])
        >>> str(lead.difference), [(part.code, str(part.share)) for part in lead.parts][:2]
        ('1253/1000', [('9', '33/50'), ('6', '1/2')])
    """

    first: Figures
    second: Figures

    @classmethod
    def of(cls, first: Figures, second: Figures) -> Lead:
        """The comparison of two scorecards.

        Raises:
            UsageError: They are of different sets or stages, so that no difference of theirs means anything.
        """
        ours, theirs = first.criteria, second.criteria
        if ours is not theirs and ours.sha256 != theirs.sha256:
            sets = {"first": ours.name, "second": theirs.name}
            raise UsageError(Problem("lead.other_set", arguments={**cls._names(first, second), **sets}))
        if first.assessment.stage != second.assessment.stage:
            stages = {"first_stage_name": first.assessment.stage, "second_stage_name": second.assessment.stage}
            raise UsageError(Problem("lead.other_stage", arguments={**cls._names(first, second), **stages}))
        return cls(first, second)

    @staticmethod
    def _names(first: Figures, second: Figures) -> dict[str, str]:
        return {"one": first.unit.name, "other": second.unit.name}

    @property
    def by_points(self) -> bool:
        """Whether units are ranked by their points, and not by their index."""
        return self.first.criteria.rank.by == "points"

    @property
    def published(self) -> bool:
        """Whether the printed indices are compared, and not the exact ones."""
        return not self.by_points and self.first.criteria.rank.compare == "published"

    @property
    def why_not(self) -> Mapping[str, Why]:
        """For each of the units that has no figure to compare why that is; empty where both have one."""
        found: dict[str, Why] = {}
        for card in (self.first, self.second):
            if not card.complete:
                found[card.unit.id] = "incomplete"
            elif not int(card.outcome.sums.total_maximum[card.row]):
                found[card.unit.id] = "nothing"
        return found

    @property
    def are_ranked_together(self) -> bool:
        """Whether both are ranked with each other, since they agree in what the set ranks within."""
        _, blocks = self.first.register.blocks(self.first.criteria.rank.within)
        together = self._same_register and blocks[self.first.row] == blocks[self.second.row]
        return together and self.first.rank is not None and self.second.rank is not None

    @property
    def _same_register(self) -> bool:
        return self.first.outcome is self.second.outcome

    @cached_property
    def difference(self) -> Fraction | None:
        """By how much the first is ahead in what units are ranked by; below 0 where it is behind; None for none."""
        if self.why_not:
            return None
        return self._figure(self.first) - self._figure(self.second)

    @cached_property
    def exact_difference(self) -> Fraction | None:
        """The same before the indices are rounded for print."""
        if self.why_not or self.by_points:
            return self.difference
        return self._exact(self.first) - self._exact(self.second)

    def _exact(self, card: Figures) -> Fraction:
        sums = card.outcome.sums
        return Fraction(100 * int(sums.total[card.row]), int(sums.total_maximum[card.row]))

    def _figure(self, card: Figures) -> Fraction:
        rounding = card.criteria.rounding
        if self.by_points:
            return Fraction(int(card.outcome.sums.total[card.row]), 10**rounding.points)
        if self.published:
            return Fraction(int(card.outcome.index[card.row]), 10**rounding.index)
        return self._exact(card)

    @cached_property
    def parts(self) -> tuple[LeadPart, ...]:
        """What the difference is made of, the most decisive first; those that contribute nothing are left out."""
        if self.why_not:
            return ()
        found = [part for part in _Taken(self).parts() if part.share]
        return tuple(sorted(found, key=lambda part: -abs(part.share)))

    @cached_property
    def tops(self) -> tuple[LeadPart, ...]:
        """The same by top-level nodes, and what belongs to none of them."""
        shares: dict[tuple[str, PartKind], Fraction] = {}
        for part in self.parts:
            key = (part.top, "node" if part.top else part.kind)
            shares[key] = shares.get(key, Fraction(0)) + part.share
        made = [LeadPart(kind, top, top, share) for (top, kind), share in shares.items() if share]
        return tuple(sorted(made, key=lambda part: -abs(part.share)))

    @cached_property
    def tie_break(self) -> TieBreak | None:
        """The node that decides between units of the same figure; None where none does, or none has to."""
        if self.difference != 0 or not self.are_ranked_together or self.shares_rank:
            return None
        card, other = self.first, self.second.row
        sums, places = card.outcome.sums, card.criteria.rounding.points
        blocks = card.register.blocks(card.criteria.rank.within)[1]
        ranked = [
            row for row, rank in enumerate(card.outcome.rank.tolist()) if rank and blocks[row] == blocks[card.row]
        ]
        level = [row for row in ranked if self._figure(attrs.evolve(card, row=row)) == self._figure(card)]
        for code in card.criteria.rank.then:
            at = card.criteria.node(code).position
            if any(int(sums.status[at][row]) > GIVEN for row in level):
                continue  # among equal units of which one has no points there, it decides nothing
            ours, theirs = int(sums.points[at][card.row]), int(sums.points[at][other])
            if ours != theirs:
                return TieBreak(code, to_decimal(ours, places), to_decimal(theirs, places))
            level = [row for row in level if int(sums.points[at][row]) == ours]
        return None

    @property
    def shares_rank(self) -> bool:
        """Whether both have one rank."""
        return self.are_ranked_together and self.first.rank == self.second.rank

    def nodes(self, code: str) -> tuple[ScorecardNode, ScorecardNode]:
        """A node of both."""
        return self.first.node(code), self.second.node(code)

    @own_context
    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain values, numbers as text; a share is also given as a ratio, which is exact."""
        card = self.first
        return {
            "schema": "cchc-index/compare-units/1",
            "criteria": dict(card.criteria.plain()),
            "data": card.assessment.data,
            "stage": card.assessment.stage,
            "units": [self._unit(each) for each in (self.first, self.second)],
            "by": card.criteria.rank.by,
            "compare": card.criteria.rank.compare,
            "ranked_together": self.are_ranked_together,
            "difference": _plain(self.difference),
            "exact_difference": _plain(self.exact_difference),
            "tie_break": None
            if self.tie_break is None
            else {key: str(value) for key, value in attrs.asdict(self.tie_break).items()},
            "tops": [self._part(part) for part in self.tops],
            "parts": [self._part(part) for part in self.parts],
        }

    def _unit(self, card: Figures) -> dict[str, Any]:
        figures = {name: getattr(card, name) for name in ("points", "max_points", "index")}
        return {
            "unit": card.unit.id,
            "name": card.unit.name,
            "group": card.group,
            **{name: None if figure is None else f"{figure:f}" for name, figure in figures.items()},
            "rank": card.rank,
            "band": None if card.band is None else card.band.label.first,
            "complete": card.complete,
        }

    def _part(self, part: LeadPart) -> dict[str, Any]:
        sides: list[dict[str, str | None]] = []
        for node in self.nodes(part.code) if part.code else ():
            figures = {"points": node.points, "max_points": node.max_points}
            sides.append({name: None if each is None else f"{each:f}" for name, each in figures.items()})
        return {"kind": part.kind, "code": part.code, "top": part.top, "share": _plain(part.share), "units": sides}


class _Taken:
    """Takes the difference apart, from the whole set down to where it cannot be taken apart any further."""

    def __init__(self, lead: Lead) -> None:
        self.lead, self.criteria = lead, lead.first.criteria
        self.cards = (lead.first, lead.second)
        self.scale = 10**self.criteria.rounding.points
        self.maxima = [int(card.outcome.sums.total_maximum[card.row]) for card in self.cards]
        first, second = self.maxima
        #: what one point that was lost costs: of the index in per cent, the mean of both units; or itself
        self.weight = (
            Fraction(1, self.scale) if lead.by_points else 100 * _HALF * (Fraction(1, first) + Fraction(1, second))
        )

    def parts(self) -> Iterator[LeadPart]:
        """All parts, whatever they contribute."""
        for node in (*self.criteria.top, *self.criteria.blocks):
            yield from self._node(node, node.criterion.code, (Fraction(1), Fraction(1)))
        yield self._part("clamp", "", "", tuple(self._clamped(card) for card in self.cards))
        if self.lead.by_points:
            return
        lost = [most - self._total(card) for card, most in zip(self.cards, self.maxima, strict=True)]
        first, second = self.maxima
        yield LeadPart("denominator", "", "", 50 * sum(lost) * (Fraction(1, second) - Fraction(1, first)))
        if self.lead.published and self.lead.difference is not None and self.lead.exact_difference is not None:
            yield LeadPart("rounding", "", "", self.lead.difference - self.lead.exact_difference)

    def _total(self, card: Figures) -> int:
        return int(card.outcome.sums.total[card.row])

    def _clamped(self, card: Figures) -> Fraction:
        """Points that were cut off the total, and so were lost; below 0 for those that were given."""
        return Fraction(int(unclamped(card.assessment, card.outcome)[card.row]) - self._total(card))

    def _lost(self, card: Figures, node: Node) -> Fraction:
        """Points that were not obtained; of a bonus those that were, with the other sign, and of a penalty those taken.

        By points a node that does not apply has no points, whatever the reason.
        """
        sums = card.outcome.sums
        points, maximum = int(sums.points[node.position][card.row]), sums.maxima[node.position]
        if node.block:
            return Fraction(points if node.block == "penalty" else -points)
        if self.lead.by_points:
            return Fraction(-points)
        return Fraction((maximum if isinstance(maximum, int) else int(maximum[card.row])) - points)

    def _part(self, kind: PartKind, code: str, top: str, lost: tuple[Fraction, ...]) -> LeadPart:
        return LeadPart(kind, code, top, (lost[1] - lost[0]) * self.weight)

    def _node(self, node: Node, top: str, factors: tuple[Fraction, Fraction]) -> Iterator[LeadPart]:
        code = node.criterion.code
        lost = [self._lost(card, node) * factor for card, factor in zip(self.cards, factors, strict=True)]
        if not node.parts or self._is_whole(node):
            yield self._part("node" if node.parts else "leaf", code, top, tuple(lost))
            return
        inner = [factor * self._factor(card, node) for card, factor in zip(self.cards, factors, strict=True)]
        for part in node.parts:
            yield from self._node(self.criteria.nodes[part], top, (inner[0], inner[1]))
        below = [
            sum((self._lost(card, self.criteria.nodes[part]) for part in node.parts), Fraction(0)) * factor
            for card, factor in zip(self.cards, inner, strict=True)
        ]
        rest = tuple(one - other for one, other in zip(lost, below, strict=True))
        yield self._part("cap" if node.heads_block else "scaling", code, top, rest)

    def _is_whole(self, node: Node) -> bool:
        """Whether what a node got cannot be told apart by its parts."""
        unmet = self.lead.first.outcome.sums.unmet, self.lead.second.outcome.sums.unmet
        fails = any(
            node.position in each and bool(each[node.position][card.row])
            for each, card in zip(unmet, self.cards, strict=True)
        )
        return node.criterion.weighs or bool(node.blocks) or fails

    def _factor(self, card: Figures, node: Node) -> Fraction:
        """What a point of a part is worth at the node, which may scale its parts to its own maximum."""
        criterion, sums = node.criterion, card.outcome.sums
        if node.heads_block or (criterion.parts_points is None and criterion.not_applicable_parts == "leave"):
            return Fraction(1)

        def most(at: int) -> int:
            maximum = sums.maxima[at]
            return maximum if isinstance(maximum, int) else int(maximum[card.row])

        attainable = sum(most(part) for part in node.parts)
        return Fraction(most(node.position), attainable) if attainable else Fraction(0)


def _plain(number: Fraction | None) -> dict[str, str] | None:
    """A number as a decimal that is read, and as the ratio that it is."""
    if number is None:
        return None
    return {"about": f"{legible(number, 0)[0]:f}", "exact": str(number)}


def printed_figure(lead: Lead, card: Figures) -> Decimal:
    """What a unit is ranked by, as it is printed."""
    rounding = card.criteria.rounding
    if lead.by_points:
        return to_decimal(int(card.outcome.sums.total[card.row]), rounding.points)
    return to_decimal(int(card.outcome.index[card.row]), rounding.index)
