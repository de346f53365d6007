"""JSON written in pieces, so that a result of any size is written and fingerprinted without standing in memory.

What comes out is, byte for byte, what ``json.dumps`` makes of the same values.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from cchc_index.results.plain import NodeColumn, PlainColumns


@attrs.frozen(eq=False)
class Layout:
    """How JSON is laid out.

    Attributes:
        encoder: Writes small values whole.
        for_people: Whether there are line breaks and indents; otherwise neither, and keys are sorted.
    """

    encoder: json.JSONEncoder
    for_people: bool

    def text(self, value: object, depth: int) -> str:
        """A small value, as it stands so deep in the document."""
        made = self.encoder.encode(value)
        return made.replace("\n", self.break_at(depth)) if self.for_people else made

    def break_at(self, depth: int) -> str:
        """What stands before a member or an element so deep in the document."""
        return "\n" + " " * depth if self.for_people else ""

    def key(self, name: str) -> str:
        """A member's name, up to its value."""
        return self.encoder.encode(name) + (": " if self.for_people else ":")

    def ordered(self, names: Iterable[str]) -> list[str]:
        """The members in the order in which they are written."""
        return list(names) if self.for_people else sorted(names)


#: As ``json.dumps(value, ensure_ascii=False, indent=1)`` writes.
INDENTED = Layout(json.JSONEncoder(ensure_ascii=False, indent=1), for_people=True)
#: As ``json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))`` writes.
CANONICAL = Layout(json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")), for_people=False)


@attrs.frozen(eq=False)
class Stream:
    """A list whose elements are made while they are written.

    Attributes:
        elements: Given the layout and the elements' depth, each element in pieces, or several with what separates them.
    """

    elements: Callable[[Layout, int], Iterable[Iterable[str]]]


def json_pieces(value: object, layout: Layout, depth: int = 0) -> Iterator[str]:
    """The JSON of a value in pieces; mappings with streams among their values are written member by member.

    Example:
        >>> numbers = Stream(lambda layout, depth: ([str(number)] for number in range(3)))
        >>> "".join(json_pieces({"b": numbers, "a": "ă"}, CANONICAL))
        '{"a":"ă","b":[0,1,2]}'
    """
    if isinstance(value, Stream):
        separator = "[" + layout.break_at(depth + 1)
        for element in value.elements(layout, depth + 1):
            yield separator
            yield from element
            separator = "," + layout.break_at(depth + 1)
        yield "[]" if separator.startswith("[") else layout.break_at(depth) + "]"
    elif isinstance(value, Mapping) and _streams(value):
        separator = "{"
        for name in layout.ordered(value):
            yield separator + layout.break_at(depth + 1) + layout.key(name)
            yield from json_pieces(value[name], layout, depth + 1)
            separator = ","
        yield layout.break_at(depth) + "}"
    else:
        yield layout.text(value, depth)


def _streams(value: object) -> bool:
    return isinstance(value, Stream) or (isinstance(value, Mapping) and any(map(_streams, value.values())))


def stream_of(values: Iterable[object]) -> Stream:
    """A list of values, each of which may hold streams."""
    return Stream(lambda layout, depth: (json_pieces(value, layout, depth) for value in values))


def unit_stream(plain: PlainColumns) -> Stream:
    """The units with their nodes, a block at a time."""

    def elements(layout: Layout, depth: int) -> Iterator[Iterable[str]]:
        separator = "," + layout.break_at(depth)
        for block in plain.blocks():
            form = _unit_form(block, layout, depth)
            yield (separator.join(map(form.template.__mod__, zip(*form.columns, strict=True))),)

    return Stream(elements)


#: what is said of a node, in this order
_MEMBERS: Final = ("points", "max_points", "status", "index", "rank")


@attrs.frozen(eq=False)
class _Form:
    """A text that many units share, with a `%s` for what differs, and the columns of what differs.

    Filling one text with a row is many times faster than writing each node by itself.
    """

    template: str
    columns: tuple[Sequence[str | None], ...] = ()


def _unit_form(block: PlainColumns, layout: Layout, depth: int) -> _Form:
    members = {name: _Form("%s", (_encoded(column, layout),)) for name, column in block.head().items()}
    nodes = {node.code: _node_form(node, layout, depth + 2) for node in block.nodes()}
    members["nodes"] = _object_form(nodes, layout, depth + 1)
    return _object_form(members, layout, depth)


def _node_form(node: NodeColumn, layout: Layout, depth: int) -> _Form:
    members = {"points": _numbers(node.points, layout), "index": _numbers(node.index, layout)}
    if node.alike:
        members["max_points"], members["status"] = (
            _fixed(each, layout) for each in (node.max_points[0], node.status[0])
        )
    else:
        members["max_points"] = _numbers(node.max_points, layout)
        members["status"] = _Form("%s", (_encoded(node.status, layout),))
    if node.rank is not None:
        members["rank"] = _Form("%s", (_encoded(node.rank, layout),))
    return _object_form({name: members[name] for name in _MEMBERS if name in members}, layout, depth)


def _numbers(column: Sequence[str | None], layout: Layout) -> _Form:
    """Numbers as texts, which need no escape; null where there is none."""
    if None not in column:
        return _Form('"%s"', (column,))
    return _Form("%s", (_encoded(column, layout),))


def _object_form(members: Mapping[str, _Form], layout: Layout, depth: int) -> _Form:
    names = layout.ordered(members)
    inner = layout.break_at(depth + 1)
    texts = [inner + _escaped(layout.key(name)) + members[name].template for name in names]
    columns = tuple(column for name in names for column in members[name].columns)
    return _Form("{" + ",".join(texts) + layout.break_at(depth) + "}", columns)


def _fixed(value: str | None, layout: Layout) -> _Form:
    return _Form(_escaped(layout.encoder.encode(value)))


def _escaped(text: str) -> str:
    return text.replace("%", "%%")


def _encoded(column: Sequence[object], layout: Layout) -> list[str]:
    """A column of texts, numbers or nulls as JSON, each distinct value once; a column never mixes 1 and true."""
    made = {value: layout.encoder.encode(value) for value in set(column)}
    return [made[value] for value in column]
