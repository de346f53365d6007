"""Scorecard nodes and their reasons: why one unit got each of its points, made on demand.

A node is the one place where points, maximum, status and reason meet; whatever writes results reads nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from cchc_index.assessment import POINTS, ancestors, holds, is_unscored
from cchc_index.contracts import Case, Placing, Value, write_number
from cchc_index.criteria import Node, NotApplicableWhen
from cchc_index.errors import Language
from cchc_index.messages import phrase
from cchc_index.statuses import GIVEN, MISSING, NOT_APPLICABLE, UNSCORED

if TYPE_CHECKING:
    from cchc_index.result import Scorecard


@attrs.frozen
class ScorecardNode:
    """One node of one unit: points, maximum, status, and the reason when an explanation was asked for.

    Attributes:
        code: Its code.
        title: Its title in the language first named, or in that of the explanation.
        depth: 0 for a top-level node.
        parts: The codes of its parts.
        points: Points obtained; None where it does not apply, is missing or not scored.
        max_points: Attainable points; None where it does not apply.
        status: `scored`, `given`, `not_applicable`, `missing` or `unscored`.
        reason: Why; "" when no explanation was asked for.
        reference: Where the decision says so.
        note: The set's note on the node.
    """

    code: str
    title: str
    depth: int
    parts: tuple[str, ...]
    points: Decimal | None
    max_points: Decimal | None
    status: str
    reason: str = ""
    reference: str = ""
    note: str = ""


@attrs.frozen
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

    scorecard: Scorecard
    language: Language
    nodes: tuple[ScorecardNode, ...]
    total: str
    index: str
    band: str
    rank: str

    def __iter__(self) -> Iterator[ScorecardNode]:
        """The nodes, each parent before its parts."""
        return iter(self.nodes)

    def __str__(self) -> str:
        """The explanation as plain lines."""
        lines = [
            f"{'  ' * node.depth}{node.code} {node.title}: "
            f"{_written(node.points, self.language)} / {_written(node.max_points, self.language)}: {node.reason}"
            for node in self.nodes
        ]
        return "\n".join([*lines, self.total, self.index, *(line for line in (self.rank, self.band) if line)])

    def to_dict(self) -> dict[str, Any]:
        """The explanation as plain values, numbers as text."""
        card = self.scorecard
        return {
            "criteria": dict(card.result.criteria.plain()),
            "data": card.result.data,
            "stage": card.result.stage,
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
                    "status": node.status,
                    "reason": node.reason,
                    "reference": node.reference,
                    "note": node.note,
                }
                for node in self.nodes
            ],
            "reasons": {"points": self.total, "index": self.index, "band": self.band, "rank": self.rank},
        }


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _written(number: Decimal | None, language: Language) -> str:
    return "-" if number is None else write_number(number, language)


def explain(card: Scorecard, language: Language, code: str | None = None) -> Explanation:
    """A unit's scorecard with a reason at every node.

    Raises:
        UnknownNameError: The set has no such code.
    """
    criteria = card.result.criteria
    nodes = criteria.nodes
    if code is not None:
        start = criteria.node(code)
        end = next((n.position for n in nodes[start.position + 1 :] if n.depth <= start.depth), len(nodes))
        nodes = nodes[start.position : end]
    explained = tuple(_explained(card, node, language) for node in nodes)
    return Explanation(
        card,
        language,
        explained,
        _total(card, language),
        _index(card, language),
        _band(card, language),
        _rank(card, language),
    )


def _explained(card: Scorecard, node: Node, language: Language) -> ScorecardNode:
    plain: ScorecardNode = card.node(node.criterion.code)
    criterion = node.criterion
    return attrs.evolve(
        plain,
        title=criterion.title.say(language),
        reason=_parent_reason(card, node, plain, language) if node.parts else _leaf_reason(card, node, plain, language),
        reference=criterion.reference,
        note=criterion.note.say(language) if criterion.note else "",
    )


def _leaf_reason(card: Scorecard, leaf: Node, plain: ScorecardNode, language: Language) -> str:
    assessment = card.result.assessment
    answers = assessment.answers[leaf.criterion.code]
    status = int(answers.status[card.row])
    if status == NOT_APPLICABLE:
        return _not_applicable(card, leaf, language)
    if status == MISSING:
        return phrase("reason.missing", language)
    if status == UNSCORED and not is_unscored(leaf):
        return phrase("reason.not_at_stage", language, method=phrase(f"method.{leaf.criterion.assessed_by}", language))
    case = case_of(card, leaf, plain.points, language)
    rule = leaf.criterion.rule
    if rule is None:
        return ""
    if status == GIVEN:
        typed = case.values.get(POINTS)
        return phrase(
            "reason.given", language, points=write_number(typed, language) if isinstance(typed, Decimal) else ""
        )
    reason = rule.rule.reason(case)
    claimed = case.values.get(POINTS)
    if isinstance(claimed, Decimal) and answers.typed is not None and claimed != plain.points:
        reason += "; " + phrase("reason.claimed", language, points=write_number(claimed, language))
    remark = assessment.remarks.get((card.unit.id, leaf.criterion.code))
    if remark and remark.evidence:
        reason += "; " + phrase("reason.evidence", language, evidence=remark.evidence)
    if remark and remark.note:
        reason += "; " + phrase("reason.note", language, note=remark.note)
    return reason


def case_of(card: Scorecard, leaf: Node, points: Decimal | None, language: Language) -> Case:
    """What one unit reported for one leaf."""
    assessment = card.result.assessment
    answers = assessment.answers[leaf.criterion.code]
    rule = leaf.criterion.rule
    kinds = {field.name: field.kind for alternative in (rule.rule.reads if rule else ()) for field in alternative}
    values: dict[str, Value] = {}
    for name, column in answers.fields.items():
        if (value := column.value(card.row, kinds[name])) is not None:
            values[name] = value
    if answers.typed is not None and (value := answers.typed.value(card.row, "number")) is not None:
        values[POINTS] = value
    rounding = card.result.criteria.rounding
    return Case(card.unit, leaf.criterion.max_points, points, values, language, rounding.points, rounding.mode)


def _not_applicable(card: Scorecard, node: Node, language: Language) -> str:
    for above in ancestors(card.result.criteria, node):
        condition = above.criterion.not_applicable
        if isinstance(condition, NotApplicableWhen) and holds(condition, card.unit):
            said = ", ".join(f"{column}: {value}" for column, value in condition.when.items())
            return phrase("reason.condition", language, condition=said)
    return phrase("reason.declared", language)


def _parent_reason(card: Scorecard, node: Node, plain: ScorecardNode, language: Language) -> str:
    if plain.status != "scored":
        if plain.status == "not_applicable":
            return _not_applicable(card, node, language)
        return phrase("reason.missing" if plain.status == "missing" else "reason.unscored", language)
    criterion = node.criterion
    nodes = card.result.criteria.nodes
    parts = [card.node(nodes[part].criterion.code) for part in node.parts]
    words = _added(parts, language)
    got = sum((part.points for part in parts if part.points is not None), Decimal(0))
    if criterion.parts_points is not None or criterion.not_applicable_parts == "redistribute":
        redistributes = criterion.not_applicable_parts == "redistribute"
        attainable = sum((part.max_points for part in parts if part.max_points is not None), Decimal(0))
        by = attainable if redistributes or criterion.parts_points is None else criterion.parts_points
        own = plain.max_points if redistributes and plain.max_points is not None else criterion.max_points
        key = "reason.redistributed" if redistributes else "reason.scaled"
        filled = {
            "sum": write_number(got, language),
            "own": write_number(own, language),
            "by": write_number(by, language),
        }
        words += "; " + phrase(key, language, **filled)
    absent = [part.code for part in parts if part.status == "not_applicable"]
    if absent:
        words += "; " + phrase("reason.left_out", language, codes=", ".join(absent))
    return words


def _added(parts: list[ScorecardNode], language: Language) -> str:
    """The sum written out: ``2,00 + 1,50 = 3,50``."""
    known = [part.points for part in parts if part.points is not None]
    if len(known) == 1:
        return write_number(known[0], language)
    terms = " + ".join(write_number(each, language) for each in known)
    return f"{terms} = {write_number(sum(known, Decimal(0)), language)}"


def _total(card: Scorecard, language: Language) -> str:
    result = card.result
    top = [card.node(result.criteria.nodes[at].criterion.code) for at in result.top]
    if card.points is None:
        return phrase("reason.nothing", language)
    return _added(top, language)


def _index(card: Scorecard, language: Language) -> str:
    if card.index is None or card.points is None or card.max_points is None:
        return phrase("reason.nothing" if card.complete else "reason.incomplete", language)
    rounding = card.result.criteria.rounding
    points, most = write_number(card.points, language), write_number(card.max_points, language)
    words = f"100 x {points} / {most} = {write_number(card.index, language)} %"
    if 100 * card.points != card.index * card.max_points:
        mode = phrase(f"rounding.{rounding.mode}", language)
        words += " (" + phrase("reason.rounded", language, places=str(rounding.index), mode=mode) + ")"
    return words


def _band(card: Scorecard, language: Language) -> str:
    named = card.result.criteria.classify
    if named is None or card.band is None or card.points is None or card.index is None:
        return ""
    return named.classifier.reason(Placing(card.unit, card.points, card.index, card.band, language))


def _rank(card: Scorecard, language: Language) -> str:
    if card.rank is None:
        return "" if card.unit.ranked else phrase("reason.unranked", language)
    result = card.result
    within = result.criteria.rank.within
    names, blocks = result.register.blocks(within)
    own = blocks[card.row]
    peers = [row for row, block in enumerate(blocks) if block == own and int(result.outcome.rank[row])]
    sharing = sum(int(result.outcome.rank[row]) == card.rank for row in peers)
    words = phrase("reason.rank", language, rank=str(card.rank), units=str(len(peers)), group=names[own])
    return words + (phrase("reason.shared_rank", language, units=str(sharing)) if sharing > 1 else "")
