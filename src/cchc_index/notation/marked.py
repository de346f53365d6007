"""Strict YAML: a tree of texts with the place of each, built from parser events.

Scalars stay the text that was typed: ``1.10`` is "1.10" and ``no`` is "no". Anchors, aliases, tags, duplicate keys,
a second document and too deep or too large a tree are refused; depth and size are counted as events come, since the C
library's own composer does not survive thousands of opening brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs
import yaml

from cchc_index.notation.source_text import UNSEEN
from cchc_index.problems.problem import Place, Problem
from cchc_index.values.text import composed

DEEPEST = 20
MOST_NODES = 50_000


@attrs.frozen
class Scalar:
    """A text.

    Attributes:
        line: Its line, from 1.
        column: Its column, from 1.
        text: What was typed, in Unicode form NFC.
        quoted: Whether it stood in quotes or a block.
    """

    line: int
    column: int
    text: str
    quoted: bool = False


@attrs.frozen
class Sequence:
    """A list.

    Attributes:
        line: Its line, from 1.
        column: Its column, from 1.
        items: What it holds.
    """

    line: int
    column: int
    items: list[Marked]


@attrs.frozen
class Mapping:
    """A mapping of texts.

    Attributes:
        line: Its line, from 1.
        column: Its column, from 1.
        entries: Key to value.
        keys: Key to the key's own scalar.
    """

    line: int
    column: int
    entries: dict[str, Marked]
    keys: dict[str, Scalar]


Marked = Scalar | Sequence | Mapping

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TOO_DEEP = "maximum nesting depth"
_NUMBER = re.compile(r"-?[0-9]+")
#: quotation marks that word processors and phones make of straight ones
_CURLY = "“”„‟‘’‚‛«»‹›「」『』〝〞〟＂＇"
_QUOTED = re.compile(f"[{_CURLY}][^{_CURLY}]*[{_CURLY}]")
_HALF_QUOTED = re.compile(f"[“„‟«‹「『〝＂][^{_CURLY}]*|[^{_CURLY}]*[”»›」』〞〟＂]")
_PROSE = frozenset(
    {"title", "note", "reference", "decision", "source", "reason"}
)  #: keys whose texts may be quotations


class _Stop(Exception):
    """The document cannot be read any further."""


class MarkedReader:
    """Reads one document and collects its problems."""

    def __init__(self, name: str) -> None:
        """Take the file's name, for places."""
        self.name = name
        self.problems: list[Problem] = []
        self._nodes = 0

    def read(self, text: str) -> Marked | None:
        """The document's tree; None when nothing could be made of it."""
        try:
            return self._read(text, _LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            if mark and _TOO_DEEP in str(error.problem):  # newer C libraries look so far ahead before the first event
                self._read_deep(text[: mark.index], (mark.line + 1, mark.column + 1))
                return None
            at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            opened = error.context_mark
            since = (
                f", {error.context} since line {opened.line + 1}" if opened and error.context and error.problem else ""
            )
            self._tell("yaml.syntax", at, fault=f"{error.problem or error.context}{since}")
        except (yaml.YAMLError, ValueError, OverflowError, LookupError) as error:
            self._tell("yaml.syntax", (1, 1), fault=" ".join(str(error).split()))
        return None

    def _read(self, text: str, loader: type) -> Marked | None:
        try:
            return self._document(iter(yaml.parse(text, Loader=loader)))
        except _Stop:
            return None

    def _read_deep(self, text: str, end: tuple[int, int]) -> None:
        """Find where a text becomes too deep, by the loader that gives each event as it comes."""
        self._nodes = 0
        try:
            self._read(text, yaml.SafeLoader)
        except yaml.YAMLError:
            self._tell("yaml.deep", end, most=str(DEEPEST))

    def _tell(self, key: str, at: tuple[int, int], /, **arguments: str) -> None:
        self.problems.append(Problem(key, Place(self.name, *at), arguments=arguments))

    def _document(self, events: Iterator[yaml.Event]) -> Marked | None:
        tree: Marked | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._tell("yaml.two_documents", _at(event))
                    raise _Stop
                if event.tags or event.version:
                    self._tell("yaml.directive", _at(event))
            elif isinstance(event, yaml.NodeEvent):
                tree = self._node(event, events, 1, prose=False)
        if tree is None:
            self._tell("yaml.empty", (1, 1))
        return tree

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int, *, prose: bool) -> Marked:
        line, column = _at(event)
        self._nodes += 1
        if depth > DEEPEST:
            self._tell("yaml.deep", (line, column), most=str(DEEPEST))
            raise _Stop
        if self._nodes > MOST_NODES:
            self._tell("yaml.many", (line, column), most=f"{MOST_NODES:,}")
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            self._tell("yaml.alias", (line, column), name=f"*{event.anchor}")
            return Scalar(line, column, "")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            if event.anchor is not None:
                self._tell("yaml.anchor", (line, column), name=f"&{event.anchor}")
            if event.tag is not None:
                self._tell("yaml.tag", (line, column), tag=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            self._check_letters(event, (line, column), prose)
            return Scalar(line, column, composed(event.value), bool(event.style))
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := next(events), yaml.SequenceEndEvent):
                items.append(self._node(inner, events, depth + 1, prose=prose))
            return Sequence(line, column, items)
        return self._mapping(Mapping(line, column, {}, {}), events, depth, prose)

    def _check_letters(self, event: yaml.ScalarEvent, at: tuple[int, int], prose: bool) -> None:
        """Tell what an escape hides as if it had been typed, and quotation marks that do not quote."""
        if not event.value.isprintable() and (unseen := UNSEEN.search(event.value)):
            self._tell("file.unseen", at, code=f"U+{ord(unseen[0]):04X}")
        elif event.style or event.value.isascii():
            return
        elif _HALF_QUOTED.fullmatch(event.value) or (not prose and _QUOTED.fullmatch(event.value)):
            self._tell("yaml.quotes", at, found=event.value, cure=f'"{event.value.strip(_CURLY)}"')

    def _mapping(self, mapping: Mapping, events: Iterator[yaml.Event], depth: int, prose: bool) -> Mapping:
        folded: dict[str, Scalar] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events, depth + 1, prose=False)
            of_prose = prose or (isinstance(key, Scalar) and key.text in _PROSE)
            value = self._node(next(events), events, depth + 1, prose=of_prose)
            if not isinstance(key, Scalar):
                self._tell("yaml.key", (key.line, key.column))
                continue
            if key.text == "<<" and not key.quoted:
                self._tell("yaml.merge", (key.line, key.column))
                continue
            if _NUMBER.fullmatch(key.text) and isinstance(value, Scalar) and not value.text and not value.quoted:
                self._tell("yaml.comma_in_braces", (key.line, key.column), key=key.text)
                continue
            if (first := folded.get(key.text.casefold())) is not None:
                self._tell("yaml.duplicate_key", (key.line, key.column), key=key.text, first=str(first.line))
                continue
            folded[key.text.casefold()] = key
            mapping.entries[key.text] = value
            mapping.keys[key.text] = key
        return mapping


def _at(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def node_at(tree: Marked, path: str) -> Marked:
    """The node a path leads to, or the deepest one on the way.

    Example:
        >>> tree = MarkedReader("a.yaml").read("criteria: [{code: a}, {code: b}]")
        >>> node_at(tree, "criteria[1].code").text
        'b'
    """
    node, rest = tree, path.lstrip(".")
    while rest:
        if isinstance(node, Sequence) and (index := re.match(r"\[(\d+)\]", rest)):
            if int(index[1]) >= len(node.items):
                break
            node, rest = node.items[int(index[1])], rest[index.end() :].lstrip(".")
        elif isinstance(node, Mapping):
            fitting = [key for key in node.entries if rest == key or rest.startswith((f"{key}.", f"{key}["))]
            if not fitting:
                break
            key = max(fitting, key=len)
            node, rest = node.entries[key], rest[len(key) :].lstrip(".")
        else:
            break
    return node


def plain(tree: Marked) -> object:
    """The tree as dicts, lists and texts."""
    if isinstance(tree, Scalar):
        return tree.text
    if isinstance(tree, Sequence):
        return [plain(item) for item in tree.items]
    return {key: plain(value) for key, value in tree.entries.items()}
