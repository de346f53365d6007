"""Criteria sets: the tree of areas, criteria and component criteria, with a rule bound to each leaf.

The classes have the shape of the criteria file: an attribute is a key of the YAML. What reads the file is
`cchc_index.criteria.binding`; what is checked beyond the types of the values is `cchc_index.criteria.checks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from graphlib import TopologicalSorter
from typing import Literal

import attrs

from cchc_index.aggregations.contract import NamedAggregation
from cchc_index.bands.contract import Classifier
from cchc_index.problems.errors import UnknownNameError
from cchc_index.problems.problem import Language, Problem
from cchc_index.problems.wanted import want
from cchc_index.rules.columns import Method
from cchc_index.rules.contract import NamedRule
from cchc_index.rules.improvement import AREAS, Improvement
from cchc_index.values.areas import ReformArea
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import RoundingMode
from cchc_index.values.text import Text
from cchc_index.values.units import near_names

Status = Literal["official", "excerpt", "illustrative"]
Stage = str  #: `self`, `final`, or the name of an appraising stage between them
STAGES: tuple[Stage, ...] = ("self", "appraised", "final")  #: those of a cycle that names none


@attrs.frozen
class Source:
    """Where a criteria set comes from.

    Attributes:
        status: `official` (the whole set, read in its decision), `excerpt` (part of it) or `illustrative` (made up).
        decision: Number of the decision.
        date: Its date, as YYYY-MM-DD.
        note: What else a reader should know.
        url: Where it can be read.
    """

    status: Status
    decision: str = ""
    date: str = ""
    note: Text | None = None
    url: str = ""

    def cited(self, language: Language) -> str:
        """The decision with its date, as texts of the language cite it; "" where the set names neither.

        Example:
            >>> source = Source("official", "1234/QĐ-UBND", "2026-03-05")
            >>> source.cited("vi"), source.cited("en")
            ('1234/QĐ-UBND ngày 05/03/2026', '1234/QĐ-UBND; 2026-03-05')
        """
        if language == "en":
            return "; ".join(part for part in (self.decision, self.date) if part)
        year, _, day = self.date.partition("-")
        month, _, day = day.partition("-")
        date = f"ngày {day}/{month}/{year}" if day else self.date
        return " ".join(part for part in (self.decision, date) if part)


@attrs.frozen
class Rounding:
    """Where and how a set rounds: points at each leaf and at parents that scale, and the index.

    Attributes:
        points: Decimals of points, at most 6.
        index: Decimals of the index, at most 6.
        mode: `half_up`, `half_even` or `truncate`.
    """

    points: int
    index: int
    mode: RoundingMode = "half_up"


@attrs.frozen
class Ranking:
    """How units are ranked.

    Attributes:
        by: What they are ranked by.
        compare: Whether the published (rounded) or the exact figures are compared.
        ties: `shared` gives places 1, 2, 2, 4; `dense` gives 1, 2, 2, 3.
        then: Codes of the nodes whose points break ties, in order.
        within: Columns of the register; units are ranked among those that agree in all of them.
    """

    by: Literal["index", "points"] = "index"
    compare: Literal["published", "exact"] = "published"
    ties: Literal["shared", "dense"] = "shared"
    then: tuple[str, ...] = ()
    within: tuple[str, ...] = ("group",)


@attrs.frozen
class NotApplicableWhen:
    """The units a node does not apply to, by their columns in the register (all must agree).

    Attributes:
        when: Register column to value; `yes` and `no` are compared as such, other values as text.
    """

    when: Mapping[str, str] = attrs.field(hash=False)


@attrs.frozen
class Requirement:
    """What another node must have for one to count (điều kiện).

    Attributes:
        at_least: The points it must have, as they are printed.
    """

    at_least: Decimal


@attrs.frozen
class NamedClassifier:
    """A classifier and the name criteria files know it by.

    Attributes:
        name: The name; a plugin's has its prefix.
        classifier: The classifier with its parameters.
        distribution: Name and version of the plugin's distribution; "" for the built-in one.
    """

    name: str
    classifier: Classifier
    distribution: str = attrs.field(default="", eq=False)


@attrs.frozen
class Criterion:
    """A node of the tree, at any depth; a leaf carries a rule.

    Attributes:
        code: Its code, unique in the set.
        title: Its title.
        max_points: Its maximum points (điểm tối đa), the weight of the node.
        area: Its reform area, on top-level nodes.
        criteria: Its parts; empty for a leaf.
        rule: How a leaf is scored; on a node that has parts, what their per cent earns.
        combine: How parts are combined; None for their sum.
        requires: For codes of other nodes what these must have; otherwise the node gets nothing.
        otherwise: Whether it gets `zero` where a requirement fails, or is `not_applicable` there.
        extras: Bonus and penalty points of a node that has parts, kept with its own points between 0 and its maximum.
        method: How a leaf is assessed; None for the rule's own method.
        not_applicable: `allowed`, a condition, or None when it applies to every unit.
        not_applicable_parts: `redistribute` when the parent keeps its weight if parts do not apply.
        parts_points: What the parts add up to, when they are scaled to `max_points`.
        free_points: Whether typed points need not be ones the rule can give.
        small_rates: Whether rates, and a rule's thresholds of them, above 0 and at most 1 are meant as per cent;
            otherwise they are asked about (0.95 %, or 95 %?).
        reference: Where the decision says so.
        note: What else a reader should know; explanations show it.
    """

    code: str
    title: Text
    max_points: Decimal
    area: ReformArea | None = None
    criteria: tuple[Criterion, ...] = ()
    rule: NamedRule | None = None
    method: Method | None = None
    not_applicable: Literal["allowed"] | NotApplicableWhen | None = None
    not_applicable_parts: Literal["leave", "redistribute"] = "leave"
    parts_points: Decimal | None = None
    free_points: bool = False
    small_rates: bool = False
    reference: str = ""
    note: Text | None = None
    combine: NamedAggregation | None = None
    requires: Mapping[str, Requirement] = attrs.field(factory=dict, hash=False)
    otherwise: Literal["zero", "not_applicable"] = "zero"
    extras: Extras | None = None

    @property
    def weighs(self) -> bool:
        """Whether its parts' maxima are weights that need not add up, since it combines otherwise or has a rule."""
        return bool(self.criteria) and (
            self.rule is not None or (self.combine is not None and self.combine.name != "sum")
        )

    @property
    def adds_up(self) -> bool:
        """Whether its points are the sum of its parts' points, before requirements, and nothing else."""
        return not self.weighs and self.extras is None

    @property
    def improvement(self) -> Improvement | None:
        """The leaf's rule, where it compares figures of this year's result with last year's."""
        rule = self.rule.rule if self.rule else None
        return rule if isinstance(rule, Improvement) and rule.of else None

    @property
    def reported_by(self) -> NamedRule | None:
        """The rule that reads what units report, which is a leaf's; that of a node with parts reads what these got."""
        return None if self.criteria else self.rule

    @property
    def assessed_by(self) -> Method:
        """How the leaf is assessed, by its own word or its rule's."""
        return self.method or (self.rule.rule.method if self.rule else "appraised")


@attrs.frozen
class Block:
    """A block of bonus or penalty points, outside the denominator.

    Attributes:
        max_points: The most that the block can add or take away.
        criteria: Its parts; together they may come to more than the block's maximum.
        code: Its code; `bonus` or `penalty` unless it is given, within a node after that one's code and a point.
        title: Its title.
    """

    max_points: Decimal
    criteria: tuple[Criterion, ...]
    code: str = ""
    title: Text | None = None


@attrs.frozen
class Extras:
    """Points beside the tree: added to the total or taken from it, each block up to its own maximum.

    total = sum of the areas + bonus - penalty, kept between 0 and the applicable maximum; within a node likewise

    Attributes:
        bonus: Points that are added (điểm thưởng).
        penalty: Points that are taken away (điểm trừ).
        above_maximum: Whether the total may exceed the applicable maximum; a node's points may not.

    Source:
        Rule R11 of the field: a block of bonus and penalty points, each with its own cap, added to the total.
    """

    bonus: Block | None = None
    penalty: Block | None = None
    above_maximum: Literal["clamp", "allowed"] = "clamp"

    def blocks(self, within: str = "") -> Iterator[tuple[Literal["bonus", "penalty"], Criterion]]:
        """The blocks that there are, of the set or of the node of a code, each as a criterion with its parts."""
        titles = {"bonus": (("vi", "Điểm thưởng"), ("en", "Bonus")), "penalty": (("vi", "Điểm trừ"), ("en", "Penalty"))}
        kinds: tuple[Literal["bonus", "penalty"], ...] = ("bonus", "penalty")
        for kind, block in zip(kinds, (self.bonus, self.penalty), strict=True):
            if block is not None:
                title = block.title or Text(titles[kind])
                code = block.code or (f"{within}.{kind}" if within else kind)
                yield kind, Criterion(code, title, block.max_points, criteria=block.criteria)


@attrs.frozen
class Node:
    """A criterion in its place in the tree.

    Attributes:
        position: Its place when the tree is read from top to bottom.
        criterion: The criterion.
        parent: Position of its parent; -1 for a top-level node.
        depth: 0 for a top-level node.
        parts: Positions of its parts.
        leaves: Positions of all leaves beneath it; of itself, for a leaf.
        block: `bonus` or `penalty` for the nodes of such a block, which lie outside the denominator; "" for others.
        blocks: Positions of its own blocks of extra points, whose leaves are among its leaves.
        heads_block: Whether it is such a block itself, and not a node in one.
    """

    position: int
    criterion: Criterion
    parent: int
    depth: int
    parts: tuple[int, ...]
    leaves: tuple[int, ...]
    block: Literal["", "bonus", "penalty"] = ""
    blocks: tuple[int, ...] = ()
    heads_block: bool = False


@attrs.frozen
class CriteriaTree:
    """What a set says, checked or not; `cchc_index.criteria.criteria_set.CriteriaSet` is one that was checked.

    Attributes:
        id: The set's identifier, without the edition.
        edition: Its edition, usually the year.
        title: Its title.
        source: Where it comes from and whether it is official.
        rounding: Where it rounds.
        criteria: The top-level nodes, usually the reform areas.
        rank: How units are ranked.
        missing: `refuse` a table with missing answers, or mark the unit `incomplete`.
        not_applicable_words: What a cell says when a leaf does not apply.
        classify: The classifier; None when the set has no bands.
        extras: Bonus and penalty points beside the tree.
        optional: Codes of nodes that a cycle may leave out for everybody.
    """

    id: str
    edition: str
    title: Text
    source: Source
    rounding: Rounding
    criteria: tuple[Criterion, ...]
    rank: Ranking = Ranking()
    missing: Literal["refuse", "incomplete"] = "refuse"
    not_applicable_words: tuple[str, ...] = ("na", "không áp dụng")
    classify: NamedClassifier | None = None
    extras: Extras | None = None
    optional: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The identifier with the edition."""
        return f"{self.id}-{self.edition}"

    @property
    @own_context
    def max_points(self) -> Decimal:
        """The whole set's maximum points."""
        return sum((criterion.max_points for criterion in self.criteria), Decimal(0))

    @property
    def plugins(self) -> tuple[str, ...]:
        """The plugins the set names, sorted."""
        names = [name for node in self.nodes if node.criterion.rule for name in node.criterion.rule.names]
        names += [node.criterion.combine.name for node in self.nodes if node.criterion.combine]
        names += [self.classify.name] if self.classify else []
        return tuple(sorted({name.rpartition(".")[0] for name in names} - {""}))

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes, each parent before its parts, in the order of the file."""
        nodes: list[Node | None] = []

        def place(
            criterion: Criterion, parent: int, depth: int, block: Literal["", "bonus", "penalty"], heads: bool = False
        ) -> int:
            position = len(nodes)
            nodes.append(None)
            parts = tuple(place(part, position, depth + 1, block) for part in criterion.criteria)
            own = criterion.extras.blocks(criterion.code) if criterion.extras else ()
            blocks = tuple(place(each, position, depth + 1, kind, heads=True) for kind, each in own)
            leaves = (position,) if not parts else tuple(at for part in (*parts, *blocks) for at in leaves_of(part))
            nodes[position] = Node(position, criterion, parent, depth, parts, leaves, block, blocks, heads)
            return position

        def leaves_of(position: int) -> tuple[int, ...]:
            node = nodes[position]
            return node.leaves if node else ()

        for criterion in self.criteria:
            place(criterion, -1, 0, "")
        for kind, block in self.extras.blocks() if self.extras else ():
            place(block, -1, 0, kind, heads=True)
        return tuple(node for node in nodes if node)

    @cached_property
    def top(self) -> tuple[Node, ...]:
        """The top-level nodes, whose points make the total; without the blocks of extra points."""
        return tuple(node for node in self.nodes if node.parent < 0 and not node.block)

    @cached_property
    def blocks(self) -> tuple[Node, ...]:
        """The blocks of extra points of the whole set."""
        return tuple(node for node in self.nodes if node.parent < 0 and node.block)

    @cached_property
    def leaves(self) -> tuple[Node, ...]:
        """All leaves, in the order of the file."""
        return tuple(node for node in self.nodes if not node.parts)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Code to position."""
        return {node.criterion.code: node.position for node in self.nodes}

    @cached_property
    def order(self) -> tuple[int, ...]:
        """All positions, each after those of its parts, of its blocks and of the nodes that it requires or follows.

        Raises:
            graphlib.CycleError: Nodes wait for each other; its second argument has their positions.
        """
        after = {
            node.position: (
                *node.parts,
                *node.blocks,
                *(self.positions[code] for code in node.criterion.requires if code in self.positions),
                *self.followed(node),
            )
            for node in self.nodes
        }
        return tuple(TopologicalSorter(after).static_order())

    def followed(self, node: Node) -> tuple[int, ...]:
        """Positions of the nodes whose change since last year earns a leaf its points; () for other rules."""
        rule = node.criterion.improvement
        if rule is None:
            return ()
        if rule.of == AREAS:
            return tuple(each.position for each in self.top)
        return (self.positions[rule.of],) if rule.of in self.positions else ()

    def __iter__(self) -> Iterator[Node]:
        """All nodes, in the order of the file."""
        return iter(self.nodes)

    def node(self, code: str) -> Node:
        """The node of a code.

        Raises:
            UnknownNameError: The set has no such code.
        """
        want("code", code, str, how='"2.2"')
        if (position := self.positions.get(code)) is None:
            hint = ", ".join(near_names(code, self.positions))
            raise UnknownNameError(Problem("name.code", arguments={"name": code, "criteria": self.name, "hint": hint}))
        return self.nodes[position]


def enters(node: Node, stage: Stage) -> bool:
    """Whether a leaf enters the sums at a stage: at stage `self` only appraised leaves do."""
    return stage != "self" or node.criterion.assessed_by == "appraised"
