"""The reasons of all units, node by node: the words of `explain`, made once for units that reported the same.

Most leaves are scored by a rule that sees nothing but what was reported, and most parents add up their parts: there a
reason follows from a few whole numbers, so that each distinct answer is told once, without a scorecard. Whatever else
stands behind a point (a council, a requirement, another unit) is asked unit by unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from cchc_index.criteria.tree import Node
from cchc_index.problems.problem import Language
from cchc_index.results.explaining import reason_of
from cchc_index.results.plain import NODES, TOTAL, PlainColumns
from cchc_index.results.reasons import (
    added,
    band_reason,
    index_reason,
    rank_reason,
    rule_reason,
    told_beside,
    total_reason,
)
from cchc_index.results.result import IndexResult
from cchc_index.rules.columns import Case, FieldColumn, Kind, Value
from cchc_index.rules.contract import NamedRule
from cchc_index.values.exact import to_decimal
from cchc_index.values.statuses import GIVEN, SCORED

if TYPE_CHECKING:
    from cchc_index.results.figures import Figures
    from cchc_index.values.exact import BoolArray, IntArray


@attrs.frozen(eq=False)
class ReasonColumns:
    """The reasons of a result's units.

    Attributes:
        result: The result.
        language: The language of the reasons.

    Example:
        >>> import cchc_index
        >>> result = cchc_index.open_cycle("lai-chau-2021").score().results[0]
        >>> reasons = ReasonColumns(result, "en")
        >>> reasons.of(result.criteria.node("5"))[0]
        'awarded 1'
    """

    result: IndexResult
    language: Language
    _cards: dict[int, Figures] = attrs.field(factory=dict, init=False, repr=False)
    _made: dict[str, dict[tuple[Any, ...], str]] = attrs.field(factory=dict, init=False, repr=False)

    def of(self, node: Node) -> list[str]:
        """The reasons of a node, in the order of the result."""
        told: dict[int, str] = {}
        if not node.criterion.requires:
            told = self._sums(node) if node.parts else self._answers(node)
        return [told[row] if row in told else self._asked(node, row) for row in self._rows]

    def closing(self) -> Iterator[tuple[str, str, str, str]]:
        """For each unit how its total, index, rank and band follow."""
        top = [self._points[node.position] for node in self.result.criteria.top]
        mark = "," if self.language == "vi" else "."
        for row, total, *parts in zip(self._rows, self._plain.points.texts(TOTAL), *top, strict=True):
            card = self._card(row)
            terms = [part for part in parts if part is not None]
            simple = total is not None and terms and not self.result.criteria.blocks
            yield (
                added(terms, total.replace(".", mark)) if simple else total_reason(card, self.language),
                index_reason(card, self.language),
                rank_reason(card, self.language),
                band_reason(card, self.language),
            )

    @cached_property
    def _plain(self) -> PlainColumns:
        return self.result.plain()

    @cached_property
    def _rows(self) -> list[int]:
        rows: list[int] = self._plain.rows.tolist()
        return rows

    @cached_property
    def _points(self) -> list[list[str]]:
        """The points of each node as the language writes them, in the order of the result."""
        mark = "," if self.language == "vi" else "."
        table = [text and text.replace(".", mark) for text in self._plain.points.table.tolist()]
        return [[table[place] for place in column] for column in self._plain.points.places[NODES:].tolist()]

    @cached_property
    def _changed(self) -> Mapping[str, set[int]]:
        """For each code the rows whose points a council changed."""
        rows: dict[str, set[int]] = {}
        for unit, code in self.result.assessment.changes:
            rows.setdefault(code, set()).add(self.result.register.row(unit))
        return rows

    @cached_property
    def _remarked(self) -> Mapping[str, set[int]]:
        """For each code the rows with evidence or a note."""
        rows: dict[str, set[int]] = {}
        for (unit, code), remark in self.result.assessment.remarks.items():
            if unit in self.result.register.rows and (remark.evidence or remark.note):
                rows.setdefault(code, set()).add(self.result.register.row(unit))
        return rows

    def _card(self, row: int) -> Figures:
        if row not in self._cards:
            self._cards[row] = attrs.evolve(self.result[self.result.register.units[row].id], known={})
        return self._cards[row]

    def _asked(self, node: Node, row: int) -> str:
        card = self._card(row)
        return reason_of(card, node, card.node(node.criterion.code), self.language)

    def _sums(self, node: Node) -> dict[int, str]:
        """The reasons of a parent that adds up its parts, by row; without units in which one has no points."""
        criterion, sums = node.criterion, self.result.outcome.sums
        scaled = criterion.parts_points is not None or criterion.not_applicable_parts == "redistribute"
        if criterion.weighs or scaled or node.block or node.blocks:
            return {}
        known: BoolArray = sums.status[node.position] == SCORED
        for part in node.parts:
            known = known & (sums.status[part] <= GIVEN)
        columns = [self._points[part] for part in node.parts]
        own = self._points[node.position]
        has = known[self._plain.rows].tolist()
        rows = zip(self._rows, has, own, zip(*columns, strict=True), strict=True)
        return {row: added(parts, total) for row, is_known, total, parts in rows if is_known}

    def _answers(self, leaf: Node) -> dict[int, str]:
        """The reasons of a leaf whose rule sees a unit's answers alone, by row; without those that others changed."""
        named = leaf.criterion.rule
        if named is None or named.rule.relative:
            return {}
        rows = np.flatnonzero(self._by_rule(leaf))
        if not len(rows):
            return {}
        told = dict(zip(rows.tolist(), self._told(leaf, named, rows), strict=True))
        for row in told.keys() & self._beside(leaf):
            told[row] += told_beside(self._card(row), leaf, self.language)
        return told

    def _by_rule(self, leaf: Node) -> BoolArray:
        """The rows whose points are what the rule gives for what was reported, and nothing beside it."""
        code = leaf.criterion.code
        answers = self.result.assessment.answers[code]
        found: BoolArray = (answers.status == SCORED) & (self.result.outcome.sums.status[leaf.position] == SCORED)
        if answers.typed is not None:
            found = found & (~answers.typed.given if answers.typed.given is not None else np.False_)
        if answers.decided is not None:
            found = found & ~answers.decided
        if changed := self._changed.get(code):
            found[list(changed)] = False
        return found

    def _beside(self, leaf: Node) -> set[int]:
        """The rows of which more is told than what the rule says: evidence, notes, assessors, an earlier stage."""
        code, assessment = leaf.criterion.code, self.result.assessment
        rows = set(self._remarked.get(code, ()))
        if (carried := assessment.carried.get(code)) is not None:
            rows |= set(np.flatnonzero(carried >= 0).tolist())
        for panel in assessment.answers[code].panels:
            rows |= set(np.flatnonzero(panel.rows).tolist())
        if assessment.last is not None and leaf.criterion.improvement is not None:
            rows |= set(range(len(self.result.register)))
        return rows

    def _told(self, leaf: Node, named: NamedRule, rows: IntArray) -> list[str]:
        """What the rule says of some rows, once for each distinct answer."""
        assessment, rounding = self.result.assessment, self.result.criteria.rounding
        fields = {name: field.take(rows) for name, field in assessment.answers[leaf.criterion.code].fields.items()}
        kinds: dict[str, Kind] = {field.name: field.kind for group in named.rule.reads for field in group}
        columns = {name: _values(field, kinds[name]) for name, field in fields.items()}
        ratios = named.rule.score(assessment.column(leaf, rows)).ratios
        size = len(rows)
        numerators = ratios.numerators.values.tolist()
        by = ratios.denominators
        denominators = [by] * size if isinstance(by, int) else by.values.tolist()
        printed = self.result.outcome.sums.points[leaf.position][rows].tolist()
        most, units = leaf.criterion.max_points, self.result.register.units
        made = self._made_for(named, most)
        points = {each: to_decimal(each, rounding.points) for each in set(printed)}
        unit_of = int(10**rounding.points)
        names, found = list(columns), []
        keys = zip(*columns.values(), *([] if _sees_answers_alone(named) else [range(size)]), strict=True)
        for at, key in enumerate(keys):
            told = made.get(key)
            if told is None:
                values = {name: value for name, value in zip(names, key, strict=False) if value is not None}
                unit, got = units[rows[at]], points[printed[at]]
                case = Case(unit, most, got, values, self.language, rounding.points, rounding.mode)
                above, by = numerators[at], denominators[at]
                exact = None if above * unit_of == printed[at] * by else Fraction(above, by)
                told = made[key] = rule_reason(named.rule, case, exact)
            found.append(told)
        return found

    def _made_for(self, named: NamedRule, most: Decimal) -> dict[tuple[Any, ...], str]:
        """What was told before of answers to this rule, at whichever leaf of that maximum."""
        if not _sees_answers_alone(named):
            return {}
        written = f"{type(named.rule).__qualname__} {named.rule!r} {most!r}"  # 95 and 95.0 are equal, and told unlike
        return self._made.setdefault(written, {})


def _sees_answers_alone(named: NamedRule) -> bool:
    """Whether a rule's reason follows from what was reported, whichever unit reports it; a plugin's may not."""
    return not named.owner and not named.rule.columns


def _values(column: FieldColumn, kind: Kind) -> list[Value | None]:
    """A field's column as values, each distinct one made once; None where there is none."""
    distinct, first, inverse = np.unique(column.numbers.values, return_index=True, return_inverse=True)
    if kind in ("number", "whole") and not column.places:
        values: list[Value | None] = list(map(Decimal, distinct.tolist()))
    else:
        whole = attrs.evolve(column, given=None)
        values = [whole.value(row, kind) for row in first.tolist()]
    places = inverse.reshape(-1).tolist()
    if column.given is None:
        return [values[place] for place in places]
    return [values[place] if has else None for place, has in zip(places, column.given.tolist(), strict=True)]
