"""A draft of a set out of an annex: a worksheet with all that is certain, and marks where a person decides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, Final

import attrs

from cchc_index.messages import phrase
from cchc_index.messages.worksheet import said as word_of
from cchc_index.office.annex.headings import AREA_TITLES, METHOD_WORDS, WEIGHTY
from cchc_index.office.annex.preamble import settings_of_annex
from cchc_index.office.annex.rules import Terms
from cchc_index.office.annex.sentences import Doubt, Said, read_sentences
from cchc_index.office.annex.spelling import plain
from cchc_index.office.annex.table import Annex
from cchc_index.office.annex.tree import AnnexTree, Node, tree_of
from cchc_index.office.annex.understanding import said_back
from cchc_index.office.worksheets.rows import Row, criterion_rows
from cchc_index.office.worksheets.words import BLOCKS, named_rule
from cchc_index.office.worksheets.writing import Sheet
from cchc_index.problems.problem import Language
from cchc_index.registry.registry import Registry
from cchc_index.values.areas import ReformArea
from cchc_index.values.text import folded

_SURVEY: Final = "survey"


@attrs.frozen
class Draft:
    """A draft, and what is to be said of it.

    Attributes:
        sheet: The worksheet.
        criteria: How many criteria were found.
        leaves: How many of them are scored.
        read: Of how many of these the rule was recognised.
        marks: How many places are left to a person.
    """

    sheet: Sheet
    criteria: int
    leaves: int
    read: int
    marks: int


def draft_of(annex: Annex, language: Language, registry: Registry) -> Draft:
    """The draft of an annex."""
    tree = tree_of(annex)
    writer = _Drafter(annex, tree, language, registry)
    rows = list(writer.rows())
    settings = settings_of_annex(annex, tree.feet, PurePath(annex.grid.name).stem, language)
    marks = sum("decide" in row for row in rows) + sum(bool(open_) for _, _, open_ in settings)
    nodes = [node for node in tree.nodes() if not node.block]
    leaves = [node for node in nodes if not node.parts]
    return Draft(Sheet(settings, rows, draft=True), len(nodes), len(leaves), writer.read, marks)


class _Drafter:
    def __init__(self, annex: Annex, tree: AnnexTree, language: Language, registry: Registry) -> None:
        self.annex, self.tree = annex, tree
        self.language, self.registry = language, registry
        self.read = 0

    def rows(self) -> Iterator[Row]:
        """The rows of the sheet of criteria."""
        for number, text in self.annex.unknown.items():
            doubt = Doubt(
                "annex.column", {"found": text, "cell": self.annex.grid.address(0, number).rstrip("0123456789")}
            )
            yield {"annex": text, "decide": self._say(doubt)}
        for top in self.tree.tops:
            yield from self._node(top, ())
        for row, doubt in self.tree.loose:
            own = " | ".join(text for text in row.texts.values())
            yield {"annex": own, "decide": self._say(doubt)}

    def _node(self, node: Node, above: tuple[Node, ...]) -> Iterator[Row]:
        doubts = list(node.doubts)
        content: dict[str, Any] = {} if node.block else {"code": node.code, "title": self._title(node)}
        content |= {"max_points": f"{node.points:f}"} if node.points is not None else {}
        if node.level == 1 and not node.block and (area := _area(node.row.text("title"))):
            content["area"] = area
        own = self._own_text(node)
        understood: list[str] = []
        if not (node.block and node.parts):
            said = self._said(node, own)
            doubts += said.doubts
            content |= said.beside
            understood += self._told(said, node, content, doubts)
            doubts += self._notes(node, said)
            self._method(node, above, content, doubts)
        if not node.own_code and not node.block:
            understood.append(phrase("annex.own_code", self.language, code=node.code))
        content |= {
            name: node.row.text(name) for name in ("reference", "note") if node.row.text(name) and not node.block
        }
        first, *steps = criterion_rows(content, node.level, self.language)
        if node.block:
            first = {"level": str(node.level), "area": word_of(BLOCKS[node.block], self.language)} | {
                key: text for key, text in first.items() if key == "max_points"
            }
        first |= {"annex": own} if own else {}
        first |= {"understood": "\n".join(understood)} if understood else {}
        if doubts:
            first["decide"] = "\n".join(dict.fromkeys(self._say(doubt) for doubt in doubts))
        yield first
        yield from steps
        for part in node.parts:
            yield from self._node(part, (*above, node))

    def _title(self, node: Node) -> str:
        return " ".join(node.row.text("title").split())

    def _own_text(self, node: Node) -> str:
        texts = [*node.sentences] if node.block and node.parts else [node.row.text("scoring"), *node.sentences]
        own = "\n".join(filter(None, texts))
        note = node.row.text("note")
        return own or (note if not node.parts and _weighs(note) else "")

    def _said(self, node: Node, own: str) -> Said:
        """What the sentences say of a criterion, its note among them where it weighs."""
        if node.points is None:
            return Said(doubts=(Doubt("annex.no_maximum"),)) if own else Said()
        terms = Terms(node.points, takes=node.takes)
        note = node.row.text("note")
        of_parts = bool(node.parts)
        if not own:
            return Said() if of_parts else Said(doubts=(Doubt("annex.no_text"),))
        if note and note != own and _weighs(note):
            whole = read_sentences(f"{own}\n{note}", terms, of_parts=of_parts)
            if not whole.doubts:
                return whole
        return read_sentences(own, terms, of_parts=of_parts)

    def _notes(self, node: Node, said: Said) -> Iterator[Doubt]:
        """A note that may change the scoring, and that the grammar did not take in."""
        note = node.row.text("note")
        own = self._own_text(node)
        if not _weighs(note) or node.points is None or note == own:
            return
        whole = read_sentences("\n".join(filter(None, (own, note))), Terms(node.points, takes=node.takes))
        if whole.doubts or (whole.rule, whole.beside) != (said.rule, said.beside):
            gone = any(words in folded(plain(note)) for words in ("không đánh giá", "không áp dụng", "không chấm"))
            yield Doubt("annex.note_gone" if gone else "annex.note", {"note": note})

    def _told(self, said: Said, node: Node, content: dict[str, Any], doubts: list[Doubt]) -> list[str]:
        """What was understood, in words; a rule that cannot stand is taken back and told."""
        told = []
        if "combine" in said.beside:
            how = said.beside["combine"]
            name = how if isinstance(how, str) else next(iter(how))
            number = "" if isinstance(how, str) else str(how[name])
            told.append(phrase(f"annex.combine_{name}", self.language, count=number))
            node.doubts[:] = [doubt for doubt in node.doubts if doubt.key != "annex.sum"]
            doubts[:] = [doubt for doubt in doubts if doubt.key != "annex.sum"]
        for code, needed in said.beside.get("requires", {}).items():
            told.append(phrase("annex.requires", self.language, code=code, points=str(needed["at_least"])))
        if "not_applicable" in said.beside:
            told.append(phrase("annex.allowed", self.language))
        if said.rule is None or node.points is None:
            return told
        if node.parts and not self._of_parts(said.rule):
            doubts.append(Doubt("annex.parent_scored"))
            return told
        back = said_back(said.rule, node.points, self.registry, self.language, has_parts=bool(node.parts))
        if back.fault:
            doubts.append(Doubt("annex.asked" if back.words else "annex.fault", {"fault": back.fault}))
        if not back.words:
            return told
        content["rule"] = said.rule
        doubts[:] = [doubt for doubt in doubts if doubt.key != "annex.sum" or not node.parts]
        self.read += not node.parts
        name = said.rule if isinstance(said.rule, str) else next(iter(said.rule))
        return [f"{named_rule(name, self.language)}: {back.words}", *told]

    @staticmethod
    def _of_parts(rule: object) -> bool:
        name = rule if isinstance(rule, str) else next(iter(rule)) if isinstance(rule, dict) else ""
        return name in ("steps", "proportion", "between")

    def _method(self, node: Node, above: tuple[Node, ...], content: dict[str, Any], doubts: list[Doubt]) -> None:
        if node.parts:
            return
        given = folded(plain(node.row.text("method"))).strip(" .")
        found = next((method for method, words in METHOD_WORDS if given in words), "")
        if given and not found:
            doubts.append(Doubt("annex.method", {"found": node.row.text("method")}))
        titles = [folded(plain(each.row.text("title"))) for each in (*above, node)]
        surveyed = any(words in title for title in titles for words in dict(METHOD_WORDS)[_SURVEY])
        if found or surveyed:
            content["method"] = found or _SURVEY

    def _say(self, doubt: Doubt) -> str:
        arguments = dict(doubt.arguments)
        if "rules" in arguments:
            arguments["rules"] = ", ".join(named_rule(name, self.language) for name in arguments["rules"].split(", "))
        shown = {
            key: value.replace(".", ",") if key.endswith("_figure") and self.language == "vi" else value
            for key, value in arguments.items()
        }
        return phrase(doubt.key, self.language, **shown)


def _area(title: str) -> str:
    said = folded(plain(title)).strip(" .:")
    names = {folded(area.vi): area.value for area in ReformArea}
    names |= {folded(plain(word)): area for area, words in AREA_TITLES for word in words}
    return names.get(said, "")


def _weighs(note: str) -> bool:
    said = folded(plain(note))
    return any(words in said for words in WEIGHTY)
