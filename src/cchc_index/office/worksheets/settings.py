"""The sheet of settings: a path of keys beside each value."""

from __future__ import annotations

import re
from typing import Final

from cchc_index.messages.worksheet import DRAFT_COLUMNS, SETTING, SETTING_VALUE
from cchc_index.notation.marked import Mapping as MarkedMapping
from cchc_index.notation.marked import Marked, Scalar, Sequence
from cchc_index.office.worksheets.cells import Marks, SheetCells
from cchc_index.office.worksheets.words import FLOW
from cchc_index.problems.problem import Place
from cchc_index.values.text import folded

_PATH: Final = re.compile(r"([^.\[\]]+)((?:\[[1-9][0-9]*\])*)")


def read_settings(marks: Marks, sheet: SheetCells) -> MarkedMapping:
    """The sheet of settings: a path of keys beside each value."""
    tree = MarkedMapping(marks.mark(sheet, 0, 0), 1, {}, {})
    heads = {folded(word): name for name, words in (("key", SETTING), ("value", SETTING_VALUE)) for word in words}
    top = next((at for at, row in enumerate(sheet.rows) if {heads.get(folded(each)) for each in row} >= {"key"}), -1)
    at = {heads.get(folded(text), ""): column for column, text in enumerate(sheet.rows[top])} if top >= 0 else {}
    if "key" not in at or "value" not in at:
        words = f"{' / '.join(SETTING)}, {' / '.join(SETTING_VALUE)}"
        marks.tell("worksheet.no_header", Place(marks.name, sheet=sheet.grid.sheet), columns=words)
        return tree
    decide = _open_column(sheet.rows[top])
    for row in range(top + 1, len(sheet.rows)):
        if decide is not None and (open_ := sheet.rows[row][decide]):
            marks.tell("worksheet.open", marks.places[marks.mark(sheet, row, decide) - 1], what=open_.removesuffix("."))
            continue
        key, value = sheet.rows[row][at["key"]], sheet.rows[row][at["value"]]
        if value and not key:
            marks.tell("worksheet.no_key", marks.places[marks.mark(sheet, row, at["key"]) - 1], value=value)
        elif value and key:
            _setting(marks, tree, marks.cell(sheet, row, at["key"]), marks.cell(sheet, row, at["value"]))
    return tree


def _open_column(heads: list[str]) -> int | None:
    """The column of what is left to a person, in a draft."""
    words = list(map(folded, DRAFT_COLUMNS["decide"]))
    return next((number for number, head in enumerate(heads) if folded(head) in words), None)


def _setting(marks: Marks, tree: MarkedMapping, key: Scalar, value: Scalar) -> None:
    steps = [_PATH.fullmatch(step) for step in key.text.split(".")]
    found: Marked | None = marks.flow(value) if value.text.startswith(FLOW) else value
    if found is None:
        return
    node: Marked = tree
    path: list[str | int] = []
    for step in steps:
        if step is None:
            marks.tell("worksheet.key", marks.places[key.line - 1], key=key.text)
            return
        path += [step[1], *(int(number) - 1 for number in re.findall(r"\d+", step[2]))]
    for step_now, step_next in zip(path, [*path[1:], None], strict=True):
        inner: Marked = found
        if step_next is not None:
            empty = Sequence(key.line, 1, []) if isinstance(step_next, int) else None
            inner = empty or MarkedMapping(key.line, 1, {}, {})
        there = _inside(node, step_now)
        if there is not None and step_next is not None:
            node = there
            continue
        fits = isinstance(node, Sequence) if isinstance(step_now, int) else isinstance(node, MarkedMapping)
        if there is not None or not fits or (isinstance(node, Sequence) and step_now != len(node.items)):
            marks.tell("worksheet.key", marks.places[key.line - 1], key=key.text)
            return
        if isinstance(node, Sequence):
            node.items.append(inner)
        elif isinstance(node, MarkedMapping):
            marks.enter(node, str(step_now), inner, key.line)
        node = inner


def _inside(node: Marked, step: str | int) -> Marked | None:
    if isinstance(node, Sequence) and isinstance(step, int):
        return node.items[step] if step < len(node.items) else None
    if isinstance(node, MarkedMapping) and isinstance(step, str):
        return node.entries.get(step)
    return None
