"""What each stage gave a unit for each node, who changed it and why: from the self-assessment to what is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import attrs

from cchc_index.assessment.adjustment import Adjustment
from cchc_index.assessment.assessment import Remark
from cchc_index.criteria.tree import enters
from cchc_index.cycles.objections import Objection
from cchc_index.messages import adjusted_words, phrase, stage_word
from cchc_index.problems.problem import Language, Place
from cchc_index.results.result import IndexResult, Scorecard
from cchc_index.rules.columns import write_number
from cchc_index.values.contexts import own_context
from cchc_index.values.units import Unit


@attrs.frozen
class Step:
    """What one stage gave a unit for one node.

    Attributes:
        stage: The stage.
        points: The points; None where there are none.
        status: As in the scorecard.
        is_scored: Whether the stage scores the node at all: a survey's is not self-assessed.
        carried: The earlier stage whose answer this one left as it was; "" where it is this stage's own.
        evidence: The evidence that this stage names, where it is not what was named before.
        note: The note that this stage makes, where it is not the one before.
        adjustments: What the council changed with effect at this stage.
        answered: The objections that these adjustments cite, and those to this stage that no adjustment cites.
        sources: The cells that the answer was read from.
    """

    stage: str
    points: Decimal | None
    status: str
    is_scored: bool = True
    carried: str = ""
    evidence: str = ""
    note: str = ""
    adjustments: tuple[Adjustment, ...] = ()
    answered: tuple[Objection, ...] = ()
    sources: tuple[Place, ...] = ()

    def words(self, language: Language) -> str:
        """The step in words: the stage, its points, and who changed them and why.

        Example:
            >>> Step("appraised", Decimal("3.00"), "scored", note="no minutes").words("en")
            'appraised 3.00 (note: no minutes)'
        """
        stage = stage_word(self.stage, language)
        if not self.is_scored:
            return f"{stage}: {phrase('history.not_scored', language)}"
        said = list(self._why(language))
        beside = f" ({'; '.join(said)})" if said else ""
        if self.points is not None:
            return f"{stage} {write_number(self.points, language)}{beside}"
        return f"{stage}: {phrase(f'history.{self.status}', language)}{beside}"

    def _why(self, language: Language) -> Iterator[str]:
        """What was changed and why; else the stage's note, or whose answer it is."""
        if self.carried:
            stage = stage_word(self.carried, language)
            key = "reason.carried_self" if self.carried == "self" else "reason.carried"
            yield phrase(key, language, stage=stage)
        for each in self.adjustments:
            value = "" if each.value is None else write_number(each.value, language)
            by = ", ".join(part for part in (each.by, each.date, each.decision) if part)
            what = adjusted_words(each.action, value, language)
            yield f"{what}: {each.reason} [{by}]"
        for objection in self.answered:
            said = {"id": objection.id, "reason": objection.reason, "date": objection.date}
            yield phrase("history.objection", language, **said) + (
                phrase("history.answer", language, answer=objection.answer, by=objection.by, date=objection.answered)
                if objection.answer
                else ""
            )
        if self.note:
            yield phrase("reason.note", language, note=self.note)

    def to_dict(self, language: Language) -> dict[str, Any]:
        """The step as plain values, numbers as text."""
        return {
            "stage": self.stage,
            "points": None if self.points is None else f"{self.points:f}",
            "status": self.status if self.is_scored else "not_scored",
            "carried": self.carried or None,
            "evidence": self.evidence,
            "note": self.note,
            "adjustments": [_adjustment(each) for each in self.adjustments],
            "objections": [_objection(each) for each in self.answered],
            "sources": [place.text(language) for place in self.sources],
        }


def _adjustment(change: Adjustment) -> dict[str, Any]:
    said = {"action": change.action, "value": None if change.value is None else f"{change.value:f}"}
    return said | {name: getattr(change, name) for name in ("reason", "by", "date", "decision", "objection")}


def _objection(objection: Objection) -> dict[str, str]:
    names = ("id", "kind", "claimed", "reason", "evidence", "date", "answer", "answered", "by")
    return {name: getattr(objection, name) for name in names}


@attrs.frozen
class History:
    """One unit's points through the stages of a cycle.

    Attributes:
        unit: The unit.
        stages: The stages that have data for it, in order.
        nodes: For each node's code what each of these stages gave.
        objections: What the unit explained and objected to.
    """

    unit: Unit
    stages: tuple[str, ...]
    nodes: Mapping[str, tuple[Step, ...]]
    objections: tuple[Objection, ...] = ()

    def changed(self) -> tuple[str, ...]:
        """The codes of nodes that do not have the same points at each stage that scores them.

        Example:
            >>> import cchc_index
            >>> cchc_index.open_cycle("lai-chau-2021").history("so-tai-chinh").changed()
            ()
        """
        found = []
        for code, steps in self.nodes.items():
            if len({(step.points, step.status) for step in steps if step.is_scored}) > 1:
                found.append(code)
        return tuple(found)

    def words(self, code: str, language: Language) -> str:
        """What the stages gave for a node, in one line; "" where there is one stage alone."""
        steps = self.nodes.get(code, ())
        return " → ".join(step.words(language) for step in steps) if len(steps) > 1 else ""

    @own_context
    def to_dict(self, language: Language = "en") -> dict[str, Any]:
        """The steps of each node as plain values, numbers as text."""
        return {
            "unit": self.unit.id,
            "stages": list(self.stages),
            "nodes": {code: [step.to_dict(language) for step in steps] for code, steps in self.nodes.items()},
            "objections": [_objection(each) for each in self.objections],
        }


@attrs.frozen(eq=False)
class Histories:
    """The histories of a cycle's units, each made when it is asked for.

    Attributes:
        results: The results of all stages, in order.
        objections: What units explained and objected to.
    """

    results: tuple[IndexResult, ...] = attrs.field(repr=False)
    objections: tuple[Objection, ...] = ()

    @own_context
    def of(self, unit: str, code: str | None = None) -> History:
        """One unit's history; of one node and what is in it, where a code is given.

        Raises:
            UnknownNameError: There is no such unit or node.
        """
        cards = [result[unit] for result in self.results if unit in result] or [self.results[-1][unit]]
        wanted = _codes(cards[-1], code)
        steps: dict[str, tuple[Step, ...]] = dict.fromkeys(wanted, ())
        before: dict[str, Remark] = {}
        own = tuple(each for each in self.objections if each.unit == unit)
        last = cards[-1].assessment
        cited = {each.objection for each in (*last.adjustments, *last.overtaken)}
        bare = tuple(each for each in own if each.id not in cited)
        for card in cards:
            for each in wanted:
                if each in card.criteria.positions:
                    steps[each] += (self._step(card, each, before, bare),)
        return History(cards[-1].unit, tuple(dict.fromkeys(card.assessment.stage for card in cards)), steps, own)

    def _step(self, card: Scorecard, code: str, before: dict[str, Remark], bare: tuple[Objection, ...]) -> Step:
        assessment, node, plain = card.assessment, card.criteria.node(code), card.node(code)
        remark, first = assessment.remarks.get((card.unit.id, code), Remark()), before.get(code, Remark())
        before[code] = remark
        changes = tuple(
            each
            for each in assessment.adjustments
            if each.unit == card.unit.id and each.code == code and each.stage == assessment.stage
        )
        cited = {each.objection for each in changes}
        answered = tuple(each for each in self.objections if each.id in cited)
        answered += tuple(each for each in bare if (each.code, each.stage) == (code, assessment.stage))
        leaves = [card.criteria.nodes[leaf] for leaf in node.leaves] or [node]
        return Step(
            assessment.stage,
            plain.points,
            plain.status,
            any(enters(leaf, assessment.stage) for leaf in leaves),
            "" if node.parts else assessment.carried_from(card.row, code) or "",
            remark.evidence if remark.evidence != first.evidence else "",
            remark.note if remark.note != first.note else "",
            changes,
            answered,
            () if node.parts else assessment.places(card.unit.id, code),
        )


def _codes(card: Scorecard, code: str | None) -> list[str]:
    """The codes of a set's nodes, or of one node and all that is in it."""
    nodes = card.criteria.nodes
    if code is not None:
        start = card.criteria.node(code)
        end = next((n.position for n in nodes[start.position + 1 :] if n.depth <= start.depth), len(nodes))
        nodes = nodes[start.position : end]
    return [node.criterion.code for node in nodes]
