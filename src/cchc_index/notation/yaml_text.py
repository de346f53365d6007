"""Content as YAML, the way people write it: keys in the usual order, a rule on one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import yaml

_WIDE: Final = 116  #: letters of a line of a criteria file
#: keys in the order in which people write them; others follow
_ORDER: Final = (
    *("id", "edition", "code", "title", "max_points", "area", "method", "source", "rounding", "rank", "missing"),
    *("not_applicable", "not_applicable_words", "not_applicable_parts", "parts_points", "free_points"),
    "small_rates",
    *("classify", "optional", "rule", "reference", "note"),
)
_LAST: Final = ("criteria", "extras")
_CODES: Final = ("code", "then", "optional")  #: keys whose texts are quoted: other readers of YAML see numbers there

Content = Mapping[str, Any]  #: a document as dicts, lists and texts


class _Flow(dict[str, Any]):
    """A mapping that stands on one line."""


class _Quoted(str):
    """A text in quotes."""

    __slots__ = ()


class _Plain(yaml.SafeDumper):
    """Writes texts as they are typed: every value of a criteria file is a text, so that 1.10 needs no quotes."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # the library's own name; empty: nothing but texts


def _represent_text(dumper: _Plain, text: str) -> yaml.ScalarNode:
    quoted = "'" if text in ("", "~", "null", "<<") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=quoted)


def _represent_flow(dumper: _Plain, mapping: _Flow) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", mapping.items(), flow_style=True)


def _represent_quoted(dumper: _Plain, text: _Quoted) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"')


_Plain.add_representer(_Quoted, _represent_quoted)
_Plain.add_representer(str, _represent_text)
_Plain.add_representer(_Flow, _represent_flow)


def _dumped(value: Any, *, flow: bool, width: int) -> str:
    text: str = yaml.dump(
        value, Dumper=_Plain, default_flow_style=flow, sort_keys=False, allow_unicode=True, width=width
    )
    return text


def inline(value: Any) -> str:
    """A value as YAML on one line."""
    return _dumped(value, flow=True, width=10**9).removesuffix("...\n").strip()


def criteria_yaml(content: Content, comment: str = "") -> str:
    """A criteria file of a set's content, as people write them: one criterion after another, a rule on one line.

    Example:
        >>> print(criteria_yaml({"id": "a", "criteria": [{"code": "1", "rule": {"points": {}}}]}), end="")
        id: a
        criteria:
        - code: "1"
          rule: {points: {}}
    """
    head = "".join(f"# {line}\n" for line in comment.splitlines())
    return head + _dumped(_laid_out(content, "", 0), flow=False, width=10**9)


def _laid_out(value: Any, key: str, depth: int) -> Any:
    """A value as it is to be written: in the usual order, on one line where there is room and no further level."""
    if isinstance(value, list):
        return [_laid_out(inner, key, depth) for inner in value]
    if not isinstance(value, Mapping):
        return _Quoted(value) if key in _CODES else value
    places = {name: place for place, name in enumerate((*_ORDER, *_LAST))}
    names = sorted(value, key=lambda name: (places.get(name, places["reference"]), name in places))
    inner = {name: _laid_out(value[name], name, depth + 1) for name in names}
    open_ = not depth or "criteria" in value or key in ("criteria", "extras")
    return inner if open_ or len(inline(_Flow(inner))) + 2 * depth + len(key) > _WIDE else _Flow(inner)
