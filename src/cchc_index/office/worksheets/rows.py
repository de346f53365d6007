"""A criteria set's content as the rows of a worksheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from cchc_index.messages.worksheet import ALLOWED, said
from cchc_index.notation.yaml_text import Content, inline
from cchc_index.office.worksheets.words import (
    BLOCKS,
    FLOW,
    METHODS,
    STEP,
    area_words,
    method_words,
    named_measure,
    named_parameters,
    named_rule,
)
from cchc_index.problems.problem import Language
from cchc_index.values.areas import ReformArea

Row = dict[str, str]
_OTHER: Final = frozenset(
    {"parts_points", "not_applicable_parts", "free_points", "small_rates", "combine", "requires", "otherwise"}
)  #: keys of a criterion that have words of their own, and no column


def settings_of(content: Content) -> Iterator[tuple[str, str]]:
    """What a set says beside its criteria: a path of keys, and a text, for each."""
    for key, value in content.items():
        if key == "extras" and isinstance(value, dict):
            beside = {inner: each for inner, each in value.items() if inner not in BLOCKS}
            if beside:
                yield from _flat(key, beside)
        elif key != "criteria":
            yield from _flat(key, value)


def _flat(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and value and all(key and not set(key) & set(".[]") for key in value):
        for key, inner in value.items():
            yield from _flat(f"{path}.{key}", inner)
    elif isinstance(value, list) and value and all(isinstance(inner, dict) for inner in value):
        for number, inner in enumerate(value, 1):
            yield from _flat(f"{path}[{number}]", inner)
    elif isinstance(value, str) and not value.startswith(FLOW) and value:
        yield path, value
    else:
        yield path, inline(value)


def rows_of(content: Content, language: Language = "vi") -> Iterator[Row]:
    """The rows of the worksheet's criteria, each as texts by column."""
    for criterion in content.get("criteria", ()):
        yield from criterion_rows(criterion, 1, language)
    yield from _block_rows(content.get("extras"), 1, language)


def _block_rows(extras: Any, level: int, language: Language) -> Iterator[Row]:
    """The rows of blocks of extra points, of a set or of a node; the word for each stands where areas do."""
    for kind, words in BLOCKS.items() if isinstance(extras, dict) else ():
        block = extras.get(kind)
        if block is not None:
            first, *rest = criterion_rows(block, level, language)
            yield {**first, "area": said(words, language)}
            yield from rest


def criterion_rows(criterion: Content, level: int, language: Language) -> Iterator[Row]:
    """The rows of a criterion: its own, one for each further step of its rule, and those of its parts."""
    row: Row = {"level": str(level)}
    rest = dict(criterion)
    parts, extras = rest.pop("criteria", []), rest.pop("extras", None)
    beside = {key: value for key, value in extras.items() if key not in BLOCKS} if isinstance(extras, dict) else {}
    rest |= {"extras": beside} if beside else {}
    for key in ("code", "max_points", "reference", "note"):
        if isinstance(rest.get(key), str):
            row[key] = rest.pop(key)
    title = rest.get("title")
    if isinstance(title, str):
        row["title"] = rest.pop("title")
    elif isinstance(title, dict) and set(title) == {"vi", "en"}:
        row |= {"title": title["vi"], "title.en": title["en"]}
        del rest["title"]
    areas = {area.value: said(area_words(area), language) for area in ReformArea}
    methods = {method: said(method_words(method), language) for method in METHODS}
    for key, words in (("area", areas), ("method", methods)):
        if rest.get(key) in words:
            row[key] = words[rest.pop(key)]
    applies = rest.get("not_applicable")
    if applies == "allowed":
        row["not_applicable"] = said(ALLOWED, language)
        del rest["not_applicable"]
    elif isinstance(applies, dict) and set(applies) == {"when"} and isinstance(applies["when"], dict):
        row["not_applicable"] = inline(applies["when"])[1:-1]
        del rest["not_applicable"]
    steps: list[Row] = []
    if "rule" in rest:
        told, steps = _rule_cells(rest["rule"], language)
        if told:
            row |= told
            del rest["rule"]
    if rest:
        known = {key: value for key, value in rest.items() if key in _OTHER}
        row["other"] = inline(named_parameters(known, language) | {k: v for k, v in rest.items() if k not in known})[
            1:-1
        ]
    yield row | (steps[0] if steps else {})
    yield from steps[1:]
    for part in parts:
        yield from criterion_rows(part, level + 1, language)
    yield from _block_rows(extras, level + 1, language)


def _rule_cells(rule: Any, language: Language) -> tuple[Row, list[Row]]:
    """A rule's cells, and the rows of its steps."""
    if isinstance(rule, str):
        return {"rule": named_rule(rule, language)}, []
    if not (isinstance(rule, dict) and len(rule) == 1):
        return {}, []
    ((name, parameters),) = rule.items()
    if not isinstance(parameters, dict):
        return {}, []
    row, rest = {"rule": named_rule(name, language)}, dict(parameters)
    steps: list[Row] = []
    found = rest.get("steps")
    if isinstance(found, list) and found and all(_is_step(step) for step in found):
        steps = rest.pop("steps")
        if isinstance(rest.get("on"), str):
            row["on"] = named_measure(rest.pop("on"), language)
    if rest or not parameters:
        row["parameters"] = inline(named_parameters(rest, language))[1:-1] or "{}"
    return row, steps


def _is_step(step: Any) -> bool:
    return isinstance(step, dict) and bool(step) and set(step) <= set(STEP) and all(map(_is_text, step.values()))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)
