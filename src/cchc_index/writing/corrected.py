"""What a correction replaces and changes, as lines of text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from cchc_index.messages import phrase, stage_word
from cchc_index.problems.shown import shown
from cchc_index.rules.columns import write_number
from cchc_index.values.exact import parse_decimal
from cchc_index.writing.table import YELLOW, Style, wrapped

if TYPE_CHECKING:
    from cchc_index.cycles.corrections import ResultChange
    from cchc_index.cycles.cycle_result import CycleResult
    from cchc_index.problems.problem import Language

_MOST: Final = 40  #: changes that are written out; the result file has all of them
_NUMBERS: Final = ("points", "max_points", "index")
_KEYS: Final = ("kind", "unit", "code", "action")  #: of a note that are no words for a reader


def correction_lines(cycle: CycleResult, language: Language, style: Style) -> Iterator[str]:
    """Which result this one replaces, who decided so and why, and each figure that is different."""
    if (replaced := cycle.replaces) is None:
        return
    said = {"digest": replaced.digest[:12], "by": replaced.by, "reason": replaced.reason}
    for line in wrapped(phrase("corrected.head", language, **said), style.width, "", later="  "):
        yield style.paint(line, YELLOW)
    for change in replaced.changes[:_MOST]:
        yield from wrapped(_change(cycle, change, language), style.width, "  ", later="    ")
    if (rest := len(replaced.changes) - _MOST) > 0:
        yield "  " + phrase("corrected.rest", language, count=str(rest))


def _change(cycle: CycleResult, change: ResultChange, language: Language) -> str:
    """One change: whose figure, and what it was."""
    name = cycle[change.unit].unit.name if change.unit in cycle else change.unit
    who = [name or change.criteria, *([phrase("corrected.code", language, code=change.code)] if change.code else [])]
    if len(cycle.results) > 1:
        who.append(stage_word(change.stage, language))
    what = phrase(f"corrected.{change.what}", language)
    figures = [_figure(change.what, text, language) for text in (change.before, change.after)]
    if change.what == "warnings":
        figures = _notes(change, language)
    return shown(f"{', '.join(who)}: {what} {figures[0]} → {figures[1]}")


def _notes(change: ResultChange, language: Language) -> list[str]:
    """What the notes of the two results say unlike each other, without what both say and the words of programs."""
    sides = [[each.items() for each in json.loads(text or "[]")] for text in (change.before, change.after)]
    both = set.intersection(*({pair for note in side for pair in note} for side in sides))
    said = [
        [text for note in side for key, text in note if (key, text) not in both and key not in _KEYS] for side in sides
    ]
    there = phrase("corrected.note", language)
    return [", ".join(texts) or (there if side else "-") for texts, side in zip(said, sides, strict=True)]


def _figure(what: str, text: str, language: Language) -> str:
    if what == "means" and text:
        about, _, mean = text.rpartition(": ")
        return ": ".join(filter(None, (about, _figure("index", mean, language))))
    number = parse_decimal(text) if what in _NUMBERS else None
    if what == "criteria":
        return text[:12] or "-"
    return text or "-" if number is None else write_number(number, language)
