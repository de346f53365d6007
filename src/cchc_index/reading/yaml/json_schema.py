"""JSON Schema of criteria files and other YAML, generated from the classes they are read into.

Editors complete and check a file by it while somebody types. It knows names, kinds of values and choices; whether
maxima add up, steps meet and plugins exist is found by ``cchc-index check``.
"""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Mapping as AnyMapping
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, Final, Literal

import attrs

from cchc_index.aggregations.contract import NamedAggregation
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import NamedClassifier
from cchc_index.notation.structure import fields_of, key_of
from cchc_index.registry.registry import Registry
from cchc_index.rules.contract import NamedRule
from cchc_index.values.text import Text

Schema = dict[str, Any]

DIALECT: Final = "http://json-schema.org/draft-07/schema#"  #: the one that editors of YAML know
_WORD: Final[Schema] = {"type": ["string", "number", "boolean"]}
_NUMBER: Final[Schema] = {"type": ["number", "string"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
_WHOLE: Final[Schema] = {"type": ["integer", "string"], "pattern": "^-?[0-9]+$"}
_TRUTH: Final[Schema] = {"enum": [True, False, "yes", "no", "true", "false"]}
#: a text, or one for each language; a comma inside braces leaves its rest as a key without a value
_TEXT: Final[Schema] = {
    "anyOf": [
        _WORD,
        {
            "type": "object",
            "properties": {"vi": _WORD, "en": _WORD},
            "additionalProperties": {"type": "null"},
            "minProperties": 1,
        },
    ]
}
_PLUGINS_OWN: Final = r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$"
_HEADING: Final = re.compile(r"^(Attributes|Args|Reads|Source|Example|Raises|Returns):", re.MULTILINE)


def criteria_schema() -> Schema:
    """The schema of criteria files, with the built-in rules; a plugin's rules take any parameters.

    Example:
        >>> criteria_schema()["required"]
        ['id', 'edition', 'title', 'source', 'rounding', 'criteria']
    """
    return schema_of(CriteriaSet, "A criteria set of cchc_index (bộ tiêu chí)")


def schema_of(
    kind: type,
    title: str,
    either: tuple[type, ...] = (),
    named: AnyMapping[type, AnyMapping[str, type]] | None = None,
) -> Schema:
    """The schema of files that are read into a class.

    Args:
        kind: The class.
        title: The schema's title.
        either: Classes that may also be named by their first attribute alone.
        named: Further classes that stand for one of several classes, each by its name with its parameters.
    """
    return _Writer(either, named or {}).whole(kind, title)


class _Writer:
    def __init__(self, either: tuple[type, ...], named: AnyMapping[type, AnyMapping[str, type]]) -> None:
        self.either = either
        self.definitions: dict[str, Schema] = {}
        offer = Registry.builtin().builtins.offer
        self.named = {
            NamedRule: offer.rules,
            NamedClassifier: offer.classifiers,
            NamedAggregation: offer.aggregations,
            **named,
        }

    def whole(self, kind: type, title: str) -> Schema:
        top = self._object(kind)
        return {"$schema": DIALECT, "title": title, **top, "definitions": dict(sorted(self.definitions.items()))}

    def _of(self, kind: Any) -> Schema:
        plain: dict[Any, Schema] = {str: _WORD, Decimal: _NUMBER, int: _WHOLE, bool: _TRUTH, Text: _TEXT}
        if kind in plain:
            return plain[kind]
        origin, inner = typing.get_origin(kind), typing.get_args(kind)
        if origin is Literal:
            return {"enum": list(inner)}
        if origin is tuple:
            return {"type": "array", "items": self._of(inner[0])}
        if origin in (dict, AnyMapping):
            return {"type": "object", "additionalProperties": self._of(inner[1])}
        if origin is typing.Union or isinstance(kind, UnionType):
            options = [self._of(option) for option in inner if option is not type(None)]
            return options[0] if len(options) == 1 else {"anyOf": options}
        if isinstance(kind, type) and issubclass(kind, Enum):
            return {"enum": [member.value for member in kind]}
        return self._definition(kind)

    def _definition(self, kind: type) -> Schema:
        name = kind.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a criterion holds criteria
            if kind in self.named:
                self.definitions[name] = self._named(self.named[kind], is_short=kind is NamedAggregation)
            elif kind in self.either:
                self.definitions[name] = {"anyOf": [_WORD, self._object(kind)]}
            else:
                self.definitions[name] = self._object(kind)
        return {"$ref": f"#/definitions/{name}"}

    def _object(self, kind: type) -> Schema:
        told = _attributes(kind)
        properties: dict[str, Schema] = {}
        required = []
        for field in fields_of(kind):
            key = key_of(field)
            schema = self._of(field.type)
            if key in told:
                beside = {"allOf": [schema]} if "$ref" in schema else schema  # a reference stands alone in draft 7
                schema = {"description": told[key], **beside}
            properties[key] = schema
            if field.default is attrs.NOTHING:
                required.append(key)
        return {
            "type": "object",
            "description": _summary(kind),
            "properties": properties,
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _named(self, offered: AnyMapping[str, type], *, is_short: bool) -> Schema:
        """One name with its parameters; the name alone where none is needed."""
        bare = [name for name, found in offered.items() if not self._object(found).get("required")]
        plugins: Schema = {"type": "object"}
        names: list[Schema] = [{"enum": sorted(bare)}] if bare else []
        return {
            "anyOf": [
                *names,
                {"type": "string", "pattern": _PLUGINS_OWN},
                {
                    "type": "object",
                    "properties": {name: self._parameters(found, is_short) for name, found in sorted(offered.items())},
                    "patternProperties": {_PLUGINS_OWN: plugins},
                    "additionalProperties": False,
                    "minProperties": 1,
                    "maxProperties": 1,
                },
            ]
        }

    def _parameters(self, found: type, is_short: bool) -> Schema:
        """A mapping of parameters; where that is allowed, the value alone of what has one."""
        whole, fields = self._object(found), fields_of(found)
        if not is_short or len(fields) != 1:
            return whole
        return {"anyOf": [self._of(fields[0].type), whole]}


def _summary(kind: type) -> str:
    return (inspect.getdoc(kind) or "").partition("\n")[0]


def _attributes(kind: type) -> dict[str, str]:
    """What the docstrings of a class and its bases say of each attribute."""
    told: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        text = inspect.cleandoc(base.__doc__ or "")
        _, _, rest = text.partition("Attributes:\n")
        following = _HEADING.search(rest)
        rest = rest[: following.start()] if following else rest
        for name, said in re.findall(r"^    (\w+): (.*(?:\n {8,}.*)*)", rest, re.MULTILINE):
            told[name.rstrip("_")] = " ".join(said.split()).replace("``", "`")
    return told
