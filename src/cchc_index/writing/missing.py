"""What is missing, or taken over from an earlier stage, told briefly: criteria with the units they concern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from cchc_index.messages import phrase
from cchc_index.problems.problem import Language
from cchc_index.results.result import IndexResult
from cchc_index.results.warnings import ResultWarning
from cchc_index.values.statuses import GIVEN

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray

MOST_NAMES = 10  #: units or criteria that one line names
MOST_LINES = 20  #: lines about criteria


def missing_words(result: IndexResult, warnings: Iterable[ResultWarning], language: Language) -> Iterator[str]:
    """A line for what the same units leave blank, the first few named; then who waits to be compared, and for whom."""
    blank: dict[str, list[str]] = {}
    waiting: dict[tuple[str, tuple[tuple[str, str], ...]], list[str]] = {}
    for warning in warnings:
        if "waits_for" in warning.particulars:
            waiting.setdefault((warning.code, tuple(warning.particulars.items())), []).append(warning.unit)
        else:
            blank.setdefault(warning.unit, []).append(warning.code)
    reporting = _reporting(result)
    rows = result.register.rows
    nothing = [unit for unit, codes in blank.items() if len(codes) > 1 and not reporting[rows[unit]]]
    if nothing:
        yield phrase("missing.everything", language, units=_units(result, nothing, language))
    by_leaf: dict[str, list[str]] = {}
    gone = frozenset(nothing)
    for unit, codes in blank.items():
        for code in codes if unit not in gone else ():
            by_leaf.setdefault(code, []).append(unit)
    lines = list(_blank_lines(result, by_leaf, language)) + list(_waiting_lines(result, waiting, language))
    yield from _first(lines, language)


def carried_words(result: IndexResult, warnings: Iterable[ResultWarning], language: Language) -> Iterator[str]:
    """A line for what was taken over for the same units, the first few named."""
    by_node: dict[str, list[str]] = {}
    for warning in warnings:
        by_node.setdefault(warning.code, []).append(warning.unit)
    yield from _first(list(_blank_lines(result, by_node, language)), language)


def _first(lines: list[tuple[int, str]], language: Language) -> Iterator[str]:
    """The first lines, and of how many criteria the rest are."""
    yield from (line for _, line in lines[:MOST_LINES])
    if len(lines) > MOST_LINES:
        rest = sum(count for count, _ in lines[MOST_LINES:])
        yield phrase("missing.rest", language, count=str(rest))


def _reporting(result: IndexResult) -> BoolArray:
    """The rows of the units that report anything."""
    found = np.zeros(len(result.register), dtype=np.bool_)
    for leaf in result.criteria.leaves:
        answers = result.assessment.answers[leaf.criterion.code]
        found |= answers.status <= GIVEN
        if answers.waiting is not None:
            found |= answers.waiting
    return found


def _blank_lines(
    result: IndexResult, by_leaf: Mapping[str, list[str]], language: Language
) -> Iterator[tuple[int, str]]:
    """Criteria of the same units are told in one line."""
    by_units: dict[tuple[str, ...], list[str]] = {}
    for code in sorted(by_leaf, key=result.criteria.positions.__getitem__):
        by_units.setdefault(tuple(by_leaf[code]), []).append(code)
    for units, codes in by_units.items():
        yield len(codes), f"{_criteria(result, codes, language)}: {_units(result, units, language)}"


def _waiting_lines(
    result: IndexResult, waiting: Mapping[tuple[str, tuple[tuple[str, str], ...]], list[str]], language: Language
) -> Iterator[tuple[int, str]]:
    for (code, cause), units in sorted(waiting.items(), key=lambda item: result.criteria.positions[item[0][0]]):
        said = dict(cause)
        words = {"criterion": _criteria(result, [code], language), "units": _units(result, units, language)}
        if not said["waits_for"]:
            yield 1, phrase("missing.waits_for_nobody", language, **words)
            continue
        others = said.get("waits_for_others")
        more = phrase("reason.waits_more", language, count=others) if others else ""
        name = result.register[said["waits_for"]].name
        yield 1, phrase("missing.waits", language, **words, cause=name, code=said["waits_for_code"], more=more)


def _criteria(result: IndexResult, codes: list[str], language: Language) -> str:
    if len(codes) == 1:
        return f"{codes[0]} {result.criteria.node(codes[0]).criterion.title.say(language)}"
    named = ", ".join(codes[:MOST_NAMES])
    if len(codes) == MOST_NAMES + 1:
        named = ", ".join(codes)
    elif len(codes) > MOST_NAMES:
        return phrase("list.codes", language, codes=named, count=str(len(codes) - MOST_NAMES))
    return named


def _units(result: IndexResult, units: Iterable[str], language: Language) -> str:
    names = [result.register[unit].name for unit in units]
    if len(names) == len(result.register) > MOST_NAMES:
        return phrase("list.all", language, count=str(len(names)))
    if len(names) <= MOST_NAMES + 1:
        return ", ".join(names)
    return ", ".join(names[:MOST_NAMES]) + phrase("list.more", language, count=str(len(names) - MOST_NAMES))
