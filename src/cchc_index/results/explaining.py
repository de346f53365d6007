"""Why one unit got each of its points, made on demand: its nodes with their reasons."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal, Self

import attrs

from cchc_index.criteria.tree import Node
from cchc_index.problems.problem import Language
from cchc_index.problems.wanted import want_one_of
from cchc_index.results.figures import Figures, ScorecardNode
from cchc_index.results.frames import explanation_frame
from cchc_index.results.reasons import (
    band_reason,
    index_reason,
    leaf_reason,
    parent_reason,
    rank_reason,
    requirement_reason,
    total_reason,
)
from cchc_index.results.warnings import awaiting_of
from cchc_index.rules.columns import write_number
from cchc_index.values.contexts import own_context
from cchc_index.values.html_table import html_table


@attrs.frozen(repr=False)
class Explanation:
    """A unit's scored tree with a reason at every node, and how its index, rank and band follow.

    Attributes:
        scorecard: The unit's scorecard.
        language: The language of the reasons.
        nodes: The nodes, each parent before its parts.
        total: How the total follows from the top-level nodes.
        index: How the index follows from the total.
        band: Why the unit is in its band; "" when it has none.
        rank: Its rank and among how many units; "" when it has none.
    """

    scorecard: Figures
    language: Language
    nodes: tuple[ScorecardNode, ...]
    total: str
    index: str
    band: str
    rank: str

    def __iter__(self) -> Iterator[ScorecardNode]:
        """The nodes, each parent before its parts."""
        return iter(self.nodes)

    @property
    def losses(self) -> Self:
        """The same with the criteria alone at which the unit lost points, most first; what a penalty took as well.

        Example:
            >>> import cchc_index
            >>> card = cchc_index.open_cycle("lai-chau-2021").score()["cong-ty-dien-luc"]
            >>> [(node.code, str(node.lost)) for node in card.explain("en").losses]
            [('5', '1.000')]
        """
        lost = [node for node in self.nodes if node.lost and not node.parts]
        return attrs.evolve(self, nodes=tuple(sorted(lost, key=lambda node: node.lost or 0, reverse=True)))

    def __repr__(self) -> str:
        """Whose it is, of which set, and how many nodes it has."""
        card = self.scorecard
        said = f"{card.unit.id!r}, {card.criteria.name!r}, language={self.language!r}"
        return f"Explanation({said}, nodes={len(self.nodes)})"

    def _repr_html_(self) -> str:
        """The nodes with their reasons in a table, for notebooks."""
        card = self.scorecard
        rows = ((n.code, n.title, n.points, n.max_points, n.status, n.reason) for n in self.nodes)
        caption = f"{card.unit.name} [{card.unit.id}], {card.criteria.name} ({card.criteria.source.status})"
        header = ("code", "title", "points", "max_points", "status", "reason")
        return html_table(caption, header, rows, len(self.nodes))

    @own_context
    def __str__(self) -> str:
        """The explanation as plain lines."""
        lines = [
            f"{'  ' * node.depth}{node.code} {node.title}: "
            f"{_written(node.points, self.language)} / {_written(node.max_points, self.language)}: {node.reason}"
            for node in self.nodes
        ]
        return "\n".join([*lines, self.total, self.index, *(line for line in (self.rank, self.band) if line)])

    @own_context
    def to_frame(
        self,
        backend: Literal["pandas", "polars", "pyarrow"] = "pandas",
        *,
        numbers: Literal["decimal", "float", "text"] = "decimal",
    ) -> Any:  # a frame of the library that is asked for
        """The nodes as a data frame: one row a node, with the points lost and the reason.

        Args:
            backend: The library of the frame: `pandas`, `polars` or `pyarrow`.
            numbers: As in ``IndexResult.to_frame``.

        Raises:
            MissingExtraError: narwhals or that library is not installed; the extra is `frames`.
            UsageError: `numbers` or `backend` is something else.

        Example:
            >>> import cchc_index
            >>> card = cchc_index.open_cycle("lai-chau-2021").score()["cong-ty-dien-luc"]
            >>> frame = card.explain("en").to_frame("polars")
            >>> frame.filter(frame["lost"] > 0)["code", "lost", "reason"].rows()[-1]
            ('5', Decimal('1.000'), 'awarded 1')
        """
        card = self.scorecard
        said = {"criteria": card.criteria.name, "status": card.criteria.source.status, "data": card.assessment.data}
        said |= {"stage": card.assessment.stage, "unit": card.unit.id, "name": card.unit.name, "group": card.group}
        rounding = card.criteria.rounding
        return explanation_frame(self.nodes, said, backend, numbers, (rounding.points, rounding.index))

    @own_context
    def to_dict(self) -> dict[str, Any]:
        """The explanation as plain values, numbers as text."""
        card = self.scorecard
        awaiting = tuple(awaiting_of(card.assessment))
        return {
            "criteria": dict(card.criteria.plain()),
            "data": card.assessment.data,
            "stage": card.assessment.stage,
            **({"awaiting": [each.to_dict() for each in awaiting]} if awaiting else {}),
            "unit": card.unit.id,
            "name": card.unit.name,
            "group": card.group,
            "points": _plain(card.points),
            "max_points": _plain(card.max_points),
            "index": _plain(card.index),
            "rank": card.rank,
            "band": None if card.band is None else card.band.label.first,
            "nodes": [
                {
                    "code": node.code,
                    "title": node.title,
                    "points": _plain(node.points),
                    "max_points": _plain(node.max_points),
                    "lost": _plain(node.lost),
                    "status": node.status,
                    "index": _plain(node.index),
                    "rank": node.rank,
                    "reason": node.reason,
                    "reference": node.reference,
                    "note": node.note,
                    "sources": [place.text(self.language) for place in node.sources],
                }
                for node in self.nodes
            ],
            "reasons": {"points": self.total, "index": self.index, "band": self.band, "rank": self.rank},
        }


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _written(number: Decimal | None, language: Language) -> str:
    return "-" if number is None else write_number(number, language)


@own_context
def explain(card: Figures, language: Language, code: str | None = None) -> Explanation:
    """A unit's scorecard with a reason at every node.

    Raises:
        UnknownNameError: The set has no such code.
    """
    criteria = card.criteria
    nodes = criteria.nodes
    if code is not None:
        start = criteria.node(code)
        end = next((n.position for n in nodes[start.position + 1 :] if n.depth <= start.depth), len(nodes))
        nodes = nodes[start.position : end]
    want_one_of("language", language, ("vi", "en"))
    asked = attrs.evolve(card, known={})
    explained = tuple(_explained(asked, node, language) for node in nodes)
    reasons = (each(asked, language) for each in (total_reason, index_reason, band_reason, rank_reason))
    return Explanation(card, language, explained, *reasons)


def _explained(card: Figures, node: Node, language: Language) -> ScorecardNode:
    plain = card.node(node.criterion.code)
    criterion = node.criterion
    return attrs.evolve(
        plain,
        title=criterion.title.say(language),
        reason=reason_of(card, node, plain, language),
        reference=criterion.reference,
        note=criterion.note.say(language) if criterion.note else "",
        sources=card.assessment.places(card.unit.id, criterion.code),
    )


def reason_of(card: Figures, node: Node, plain: ScorecardNode, language: Language) -> str:
    """Why a unit has a node's points."""
    if told := requirement_reason(card, node, language):
        return told
    return (parent_reason if node.parts else leaf_reason)(card, node, plain, language)
