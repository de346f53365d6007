"""The criteria of an annex: levels and codes from its numbering, sums held against what is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import attrs

from cchc_index.office.annex.numbering import Numbering
from cchc_index.office.annex.sentences import Doubt
from cchc_index.office.annex.table import Annex, AnnexRow


@attrs.define(eq=False)
class Node:
    """A criterion of an annex.

    Attributes:
        row: Its row.
        level: From 1.
        code: As the set will have it.
        block: Of a block outside of the total, `bonus` or `penalty`.
        takes: Whether it stands among penalty points.
        sentences: Texts of rows below it that have no number of their own.
        doubts: What is left to a person.
        parts: The criteria beneath it.
        own_code: Whether the annex numbers it.
        points: Its maximum.
    """

    row: AnnexRow
    level: int
    code: str = ""
    block: str = ""
    takes: bool = False
    sentences: list[str] = attrs.field(factory=list)
    doubts: list[Doubt] = attrs.field(factory=list)
    parts: list[Node] = attrs.field(factory=list)
    own_code: bool = True
    points: Decimal | None = None

    def all(self) -> Iterator[Node]:
        """The node, and all beneath it."""
        yield self
        for part in self.parts:
            yield from part.all()


@attrs.define
class AnnexTree:
    """The criteria of an annex, and the rows that are none.

    Attributes:
        tops: Criteria of the first level, and blocks.
        feet: Footnotes.
        loose: Rows that belong to no criterion, with why.
    """

    tops: list[Node] = attrs.field(factory=list)
    feet: list[AnnexRow] = attrs.field(factory=list)
    loose: list[tuple[AnnexRow, Doubt]] = attrs.field(factory=list)

    def nodes(self) -> Iterator[Node]:
        """All criteria, from the top."""
        for top in self.tops:
            yield from top.all()


def tree_of(annex: Annex) -> AnnexTree:
    """The criteria of an annex."""
    tree = AnnexTree()
    _Grower(tree, annex).grow()
    _give_codes(tree)
    _ask_wrapper(tree)
    for node in tree.nodes():
        _check_sum(node)
    return tree


class _Grower:
    def __init__(self, tree: AnnexTree, annex: Annex) -> None:
        self.tree, self.annex = tree, annex
        self.numbering = Numbering()
        self.open: list[Node] = []
        self.block: Node | None = None
        self.has_total = any(row.kind == "total" for row in annex.rows)
        self.totalled = False

    def grow(self) -> None:
        for row in self.annex.rows:
            if row.kind == "criterion":
                self._add(row)
            elif row.kind == "block":
                self._begin_block(row)
            elif row.kind == "sentence":
                self._attach(row)
            elif row.kind == "foot":
                self.tree.feet.append(row)
            else:
                self._check_total(row)
        for node in self.tree.nodes():
            reach = self.annex.joined.get(node.row.number, 1)
            covered = [each for each in self.tree.nodes() if 0 < each.row.number - node.row.number < reach]
            for each in (node, *covered) if covered else ():
                each.doubts.append(Doubt("annex.joined"))

    def _put(self, node: Node) -> None:
        del self.open[node.level - 1 :]
        (self.open[-1].parts if self.open else self.tree.tops).append(node)
        self.open.append(node)

    def _add(self, row: AnnexRow) -> None:
        found = self.numbering.next(row.label)
        base = 1 if self.block is not None else 0
        node = Node(row, min(found.level + base, len(self.open) + 1), takes=self._takes)
        if found.fault:
            arguments = {"label": row.label, "expected": found.expected or "-"}
            node.doubts.append(Doubt(f"annex.number_{found.fault}", arguments))
        if row.typed and found.expected == f"{row.label}0":
            node.doubts.append(Doubt("annex.number_typed", {"label": row.label}))
        self._read_points(node)
        self._put(node)

    @property
    def _takes(self) -> bool:
        return self.block is not None and self.block.block == "penalty"

    def _read_points(self, node: Node) -> None:
        text, points = node.row.text("max_points"), node.row.points
        if points is not None and (points >= 0 or node.takes or node.block == "penalty"):
            node.points = abs(points).normalize()
        elif text:
            node.doubts.append(Doubt("annex.points_unread", {"found": text}))

    def _begin_block(self, row: AnnexRow) -> None:
        self.numbering = Numbering()
        node = Node(row, 1, block=row.block, own_code=False)
        self.block = node
        self._read_points(node)
        if self.has_total and not self.totalled:
            node.doubts.append(Doubt("annex.block_before_total"))
        self._put(node)

    def _attach(self, row: AnnexRow) -> None:
        text = "\n".join(filter(None, (row.text("title"), row.text("scoring"))))
        in_block = self.block is not None and self.open and self.open[-1] in (self.block, *self.block.parts)
        if in_block and self.block is not None and row.points is not None and row.text("title") and row.text("scoring"):
            leaf = Node(row, 2, takes=self._takes, own_code=False)
            self._read_points(leaf)
            self._put(leaf)
        elif not self.open:
            self.tree.loose.append((row, Doubt("annex.loose")))
        else:
            node = self.open[-1]
            number = row.text("number")
            if row.text("title") and row.points is not None and any(map(str.isdigit, number)):
                node.doubts.append(Doubt("annex.number_unread", {"found": number, "title": row.text("title")}))
            has_points = row.points is not None and row.text("max_points") not in text.split()[-2:]
            node.sentences.append(f"{text}: {row.text('max_points')}" if has_points else text)
            if note := row.text("note"):
                node.sentences.append(note)

    def _check_total(self, row: AnnexRow) -> None:
        self.totalled = True
        self.block = None
        known = [node.points for node in self.tree.tops if not node.block]
        if row.points is None:
            if row.text("max_points"):
                self.tree.loose.append((row, Doubt("annex.points_unread", {"found": row.text("max_points")})))
        elif None not in known:
            total = sum((points for points in known if points is not None), Decimal(0))
            if total != row.points:
                arguments = {"total_figure": f"{total:f}", "stated_figure": f"{row.points:f}"}
                self.tree.loose.append((row, Doubt("annex.total", arguments)))


def _ask_wrapper(tree: AnnexTree) -> None:
    """A, with the areas below it and no B beside it but blocks, heads a part of the table and is perhaps no area."""
    tops = [top for top in tree.tops if not top.block]
    if len(tops) == 1 and tops[0].row.label == "A" and any(part.parts for part in tops[0].parts):
        tops[0].doubts.append(Doubt("annex.wrapper"))


def _check_sum(node: Node) -> None:
    points = [part.points for part in node.parts if not part.block]
    if not points:
        if node.points is None and not node.row.text("max_points"):
            node.doubts.append(Doubt("annex.no_points"))
    elif None not in points:
        total = sum((each for each in points if each is not None), Decimal(0))
        if node.points is None and not node.row.text("max_points"):
            node.doubts.append(Doubt("annex.points_left_out", {"total_figure": f"{total:f}"}))
        elif node.points is not None and total != node.points:
            arguments = {"total_figure": f"{total:f}", "stated_figure": f"{node.points:f}"}
            node.doubts.append(Doubt("annex.sum", arguments))


def _give_codes(tree: AnnexTree) -> None:
    """The annex's own numbers where each is there once; else with those of what is above, so that each is one.

    A block's number stands before those of its criteria where another block or area counts alike: B.1 and C.1.
    """
    _split_blocks(tree)
    counted = Counter(node.row.label for node in tree.nodes() if node.own_code)
    unique = all(count == 1 for count in counted.values())

    def give(node: Node, above: str) -> None:
        if node.own_code:
            last = node.row.label.rpartition(".")[2]
            node.code = node.row.label if unique or not above else f"{above}.{last}"
        for part in node.parts:
            give(part, node.code)

    for top in tree.tops:
        if top.block and any(counted[part.row.label] > 1 for part in top.parts if part.own_code):
            for part in top.parts:
                give(part, top.row.label or ("DT" if top.block == "penalty" else "T"))
        else:
            give(top, "")
    taken = {node.code for node in tree.nodes()}
    for node in tree.nodes():
        if not node.own_code and not node.block:
            stem = "DT" if node.takes else "T"
            number = next(each for each in range(1, len(taken) + 2) if f"{stem}{each}" not in taken)
            node.code = f"{stem}{number}"
            taken.add(node.code)
    doubled = [code for code, count in Counter(node.code for node in tree.nodes() if node.code).items() if count > 1]
    for node in tree.nodes():
        if node.code in doubled:
            node.doubts.append(Doubt("annex.code_twice", {"code": node.code}))


def _split_blocks(tree: AnnexTree) -> None:
    """A block that has sentences and no criteria is one criterion of its own."""
    for top in tree.tops:
        if top.block and not top.parts and (top.row.text("scoring") or top.sentences):
            leaf = Node(top.row, 2, takes=top.block == "penalty", own_code=False, points=top.points)
            leaf.sentences, top.sentences = top.sentences, []
            top.parts.append(leaf)
