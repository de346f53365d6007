"""A marked YAML tree into attrs classes, by their types, with every problem in one run.

cattrs finds the way through the types; the hooks registered here take marked nodes, write down what is wrong with its
place, and put a stand-in where a value cannot be used, so that the rest of the file is read as well. Stand-ins never
leave the reader: a file with problems gives no object.
"""

from __future__ import annotations

import typing
from collections.abc import Mapping as AnyMapping
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, Literal

import attrs
import cattrs

from cchc_index.notation.marked import Mapping, Marked, Scalar, Sequence
from cchc_index.problems.problem import Blank, Place, Problem
from cchc_index.values.contexts import MOST_DIGITS, has_too_many_digits
from cchc_index.values.exact import parse_decimal
from cchc_index.values.suggestions import Suggestions
from cchc_index.values.text import Text

NO_NUMBER = Decimal("NaN")  #: stands in for a number that could not be read
_TRUTH = {"yes": True, "true": True, "no": False, "false": False}


class Structurer:
    """Reads marked nodes into values of given types and collects problems."""

    def __init__(self, name: str) -> None:
        """Take the file's name, for places."""
        self.name = name
        self.problems: list[Problem] = []
        self._suggestions = Suggestions()
        self.settled: set[str] = set()  #: paths something was already said about
        self.path: list[str] = []
        self.converter = cattrs.Converter(detailed_validation=False)
        register = self.converter.register_structure_hook
        register(str, lambda node, _: self._text(node))
        register(Decimal, lambda node, _: self._decimal(node))
        register(int, lambda node, _: self._integer(node))
        register(bool, lambda node, _: self._truth(node))
        register(Text, lambda node, _: self._title(node))
        by_type = self.converter.register_structure_hook_func
        by_type(attrs.has, self._object)
        by_type(lambda kind: isinstance(kind, type) and issubclass(kind, Enum), self._member)
        by_type(lambda kind: _origin(kind) is Literal, self._choice)
        by_type(lambda kind: _origin(kind) is tuple, self._list)
        by_type(lambda kind: _origin(kind) in (dict, AnyMapping), self._table)
        by_type(lambda kind: isinstance(kind, UnionType) or _origin(kind) is typing.Union, self._union)

    def structure(self, node: Marked, kind: Any) -> Any:  # the kinds are types of any shape, as cattrs takes them
        """The value of a node as a kind of thing."""
        return self.converter.structure(node, kind)

    def within(self, step: str, node: Marked, kind: Any) -> Any:
        """The value of a part, one step further down the path."""
        self.path.append(step)
        try:
            return self.structure(node, kind)
        finally:
            self.path.pop()

    def here(self, step: str = "") -> str:
        """The path of what is being read."""
        return "".join([*self.path, step]).lstrip(".")

    def tell(self, key: str, node: Marked, step: str = "", /, **arguments: Blank) -> None:
        """Write down a problem with the place of a node."""
        path = self.here(step)
        self.settled.add(path)
        self.problems.append(Problem(key, Place(self.name, node.line, node.column), path, arguments))

    def _scalar(self, node: Marked, wanted: str) -> Scalar | None:
        if not isinstance(node, Scalar):
            self.tell(f"type.{wanted}_wanted", node)
            return None
        if not node.quoted and node.text in ("", "~", "null"):
            self.tell("type.no_value", node)
            return None
        return node

    def _text(self, node: Marked) -> str:
        scalar = self._scalar(node, "text")
        if scalar is None:
            return ""
        text = scalar.text.strip()
        if not text:
            self.tell("type.no_value", node)
        return text

    def _decimal(self, node: Marked) -> Decimal:
        scalar = self._scalar(node, "number")
        if scalar is None:
            return NO_NUMBER
        number = parse_decimal(scalar.text.strip())
        if number is None:
            text = scalar.text.strip()
            comma = text.replace(",", ".", 1)
            if "," in text and parse_decimal(comma) is not None:
                self.tell("number.comma", node, found=text, cure=comma)
            else:
                self.tell("number.unreadable", node, found=text)
            return NO_NUMBER
        if has_too_many_digits(number):
            self.tell("number.long", node, found=scalar.text.strip(), most=str(MOST_DIGITS))
            return NO_NUMBER
        return number

    def _integer(self, node: Marked) -> int:
        before = len(self.problems)
        number = self._decimal(node)
        if len(self.problems) > before:
            return 0
        if number.as_tuple().exponent != 0:
            self.tell("number.whole", node, found=str(number))
            return 0
        return int(number)

    def _truth(self, node: Marked) -> bool:
        scalar = self._scalar(node, "text")
        if scalar is not None and scalar.text not in _TRUTH:
            self.tell("type.yes_no", node, found=scalar.text)
        return bool(scalar and _TRUTH.get(scalar.text, False))

    def _title(self, node: Marked) -> Text:
        if isinstance(node, Mapping):
            texts: dict[str, str] = {}
            last = ""
            for key, value in node.entries.items():
                if key in ("vi", "en"):
                    texts[key] = self.within(f".{key}", value, str)
                    last = key
                elif last and isinstance(value, Scalar) and not value.text and not value.quoted:
                    texts[last] += f", {key}"  # a comma inside braces: {vi: Sở, ban, ngành} has one reading only
                else:
                    self.tell("type.language", node.keys[key], found=key)
            if not node.entries:
                self.tell("type.no_value", node)
            return Text(tuple(texts.items()))
        return Text.plain(self._text(node))

    def _choice(self, node: Marked, kind: Any) -> Any:
        options = typing.get_args(kind)
        scalar = self._scalar(node, "text")
        if scalar is not None and scalar.text not in options:
            self.tell("type.choice", node, found=scalar.text, known=", ".join(options))
        return scalar.text if scalar is not None and scalar.text in options else options[0]

    def _member(self, node: Marked, kind: Any) -> Any:
        scalar = self._scalar(node, "text")
        values = [member.value for member in kind]
        if scalar is None:
            return None
        if scalar.text not in values:
            self.tell(f"type.{kind.__name__}", node, found=scalar.text, known=", ".join(values))
            return None
        return kind(scalar.text)

    def _list(self, node: Marked, kind: Any) -> Any:
        if not isinstance(node, Sequence):
            self.tell("type.list_wanted", node)
            return ()
        inner = typing.get_args(kind)[0]
        return tuple(self.within(f"[{number}]", item, inner) for number, item in enumerate(node.items))

    def _table(self, node: Marked, kind: Any) -> Any:
        if not isinstance(node, Mapping):
            self.tell("type.mapping_wanted", node)
            return {}
        inner = typing.get_args(kind)[1]
        return {key: self.within(f".{key}", value, inner) for key, value in node.entries.items()}

    def _union(self, node: Marked, kind: Any) -> Any:
        options = [option for option in typing.get_args(kind) if option is not type(None)]
        if len(options) == 1:
            return self.structure(node, options[0])
        fitting = [option for option in options if _fits(node, option)]
        return self.structure(node, (fitting or options)[0])

    def _object(self, node: Marked, kind: Any) -> Any:
        values = self.fields(node, kind)
        return kind(**values)

    def fields(self, node: Marked, kind: Any) -> dict[str, Any]:
        """The values of an attrs class's fields, with unknown and missing keys told."""
        if not isinstance(node, Mapping):
            self.tell("type.mapping_wanted", node)
            node = Mapping(node.line, node.column, {}, {})
            return {
                field.alias or field.name: _stand_in(field.type)
                for field in fields_of(kind)
                if field.default is attrs.NOTHING
            }
        known = {key_of(field): field for field in fields_of(kind)}
        self.refuse_unknown(node, tuple(known))
        values = {}
        for key, field in known.items():
            if key in node.entries:
                values[field.alias or field.name] = self.within(f".{key}", node.entries[key], field.type)
            elif field.default is attrs.NOTHING:
                if self.here(f".{key}") not in self.settled:
                    self.tell("yaml.missing_key", node, f".{key}", key=key)
                values[field.alias or field.name] = _stand_in(field.type)
        return values

    def refuse_unknown(self, node: Mapping, known: tuple[str, ...]) -> None:
        """Tell each key that is not known, with the key that was perhaps meant."""
        for key, scalar in node.keys.items():
            if key not in known:
                meant = self._suggestions.near(key, tuple(name for name in known if name not in node.keys), most=1)
                if meant:
                    self.settled.add(self.here(f".{meant[0]}"))
                self.tell(
                    "yaml.meant_key" if meant else "yaml.unknown_key" if known else "yaml.no_keys",
                    scalar,
                    f".{key}",
                    key=key,
                    meant="".join(meant),
                    known=", ".join(known),
                )


def fault_of_kind(tree: Marked, kind: Any, name: str) -> list[Problem]:
    """What is wrong with a document that is none of its kind: nothing of it is repeated, since it was never meant.

    Args:
        tree: The document.
        kind: The attrs class whose keys it should have.
        name: The file's name.
    """
    if not isinstance(tree, Mapping):
        return [Problem("type.mapping_wanted", Place(name, tree.line, tree.column))]
    known = [key_of(field) for field in fields_of(kind)]
    if not tree.entries or any(key in known for key in tree.entries):
        return []
    return [Problem("yaml.other_kind", Place(name, tree.line, tree.column), arguments={"known": ", ".join(known)})]


def _origin(kind: Any) -> Any:
    return typing.get_origin(kind)


def key_of(field: attrs.Attribute[Any]) -> str:
    """The YAML key of an attribute: `from_` is written ``from``."""
    return (field.alias or field.name).rstrip("_")


def fields_of(kind: Any) -> tuple[attrs.Attribute[Any], ...]:
    """The fields of an attrs class that a file may give, with their types resolved."""
    attrs.resolve_types(kind)
    return tuple(field for field in attrs.fields(kind) if field.init)


def _fits(node: Marked, kind: Any) -> bool:
    origin = typing.get_origin(kind)
    if isinstance(node, Sequence):
        return origin is tuple
    if isinstance(node, Mapping):
        return origin in (dict, AnyMapping) or (attrs.has(kind) and kind is not Text)
    return origin is Literal or kind in (str, Decimal, int, bool, Text)


def _stand_in(kind: Any) -> Any:
    """A harmless value of a kind, for a file that is refused anyway."""
    if kind is Decimal:
        return NO_NUMBER
    if kind is Text:
        return Text(())
    origin = typing.get_origin(kind)
    if origin is Literal:
        return typing.get_args(kind)[0]
    if origin is tuple:
        return ()
    if kind in (str, int, bool):
        return kind()
    return None
