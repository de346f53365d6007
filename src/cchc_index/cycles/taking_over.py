"""The facts of one stage with those of the next in their place: replaced, taken over, overturned, left blank."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs
import numpy as np

from cchc_index.assessment.answers import POINTS
from cchc_index.assessment.assessment import Remark
from cchc_index.reading.facts import NOWHERE, FactColumn, Reported
from cchc_index.reading.grids.cells import EMPTY

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray

Columns = Mapping[str, FactColumn]  #: of one code, by field


def taken_over(before: Reported, later: Reported, owed: BoolArray, stage: int) -> Reported:
    """Each unit's leaves that a later stage reports in place of the earlier ones.

    Args:
        before: What was reported before.
        later: What the later stage reports.
        owed: The units of which it must report everything: nothing of theirs is taken over.
        stage: The place of the stage before among the cycle's.
    """
    size = len(before.register)
    merged = Reported(before.criteria, before.register, before.texts, before.shapes + later.shapes)
    merged.problems = before.problems + later.problems
    merged.seen = later.seen | {unit for unit in before.seen if not owed[before.register.rows[unit]]}
    merged.doubts = before.doubts | later.doubts
    merged.remarks = {**before.remarks}
    for which, remark in later.remarks.items():  # an appraiser's note leaves the unit's evidence in its place
        first = before.remarks.get(which, Remark())
        merged.remarks[which] = Remark(remark.evidence or first.evidence, remark.note or first.note)
    merged.edited = {**before.edited, **later.edited}
    merged.overturned = before.overturned | later.overturned
    earlier = _given_way(before, later, merged.overturned)
    _note_leaves(before, later, merged.overturned)
    for code in {**earlier, **later.columns}:
        old_fields, new_fields = earlier.get(code, {}), later.columns.get(code, {})
        given, had = filled(new_fields.values(), size), filled(old_fields.values(), size)
        merged.anew[code], merged.left[code] = given, had & owed & ~given
        origins = before.carried.get(code, np.full(size, NOWHERE, dtype=np.int8)).copy()
        origins[origins == NOWHERE] = stage
        origins[~had | owed | given] = NOWHERE
        merged.carried[code] = origins
        stay = ~(given | owed) & (had | ~filled(before.columns.get(code, {}).values(), size))
        panels = [attrs.evolve(each, rows=each.rows & stay) for each in before.panels.get(code, ())]
        merged.panels[code] = (*(each for each in panels if each.rows.any()), *later.panels.get(code, ()))
        if not new_fields and bool(owed.all()):
            continue  # nothing is left of it: that the later tables have no such column is told
        anew = given | owed
        values_stay = _values_stay(before, old_fields, new_fields) & ~owed
        for field in {**old_fields, **new_fields}:
            old = old_fields.get(field) or FactColumn.blank(size)
            new = new_fields.get(field) or FactColumn.blank(size)
            taken = anew if field == POINTS else anew & ~values_stay
            there = np.asarray(new.tables != NOWHERE)
            merged.columns.setdefault(code, {})[field] = FactColumn(
                np.where(taken, new.words, old.words),
                np.where(taken, np.where(there, new.tables + len(before.shapes), NOWHERE), old.tables),
                np.where(taken, new.rows, old.rows),
                np.where(taken, new.columns, old.columns),
            )
    return merged


def _values_stay(before: Reported, old: Columns, new: Columns) -> BoolArray:
    """Where points alone are given for a leaf of which a value was reported: they stand beside it, and it still counts.

    A word for "not applicable" on either side is no value and no points.
    """
    size = len(before.register)
    if POINTS not in new:
        return np.zeros(size, dtype=np.bool_)
    alone = ~filled((column for field, column in new.items() if field != POINTS), size)
    points = np.asarray(new[POINTS].words != EMPTY) & ~before.says_absent(new[POINTS])
    values = np.zeros(size, dtype=np.bool_)
    for field, column in old.items():
        if field != POINTS:
            values |= np.asarray(column.words != EMPTY) & ~before.says_absent(column)
    return np.asarray(alone & points & values)


def _given_way(before: Reported, later: Reported, overturned: set[tuple[str, str]]) -> dict[str, dict[str, FactColumn]]:
    """The earlier columns without what a later stage takes back above or below it.

    A node said not to apply gives way to values below it, and values give way to a later word above them; either is
    noted in `overturned`.
    """
    columns = {code: dict(fields) for code, fields in before.columns.items()}
    for node in before.criteria:
        code = node.criterion.code
        if not node.parts:
            continue
        below = [before.criteria.nodes[leaf].criterion.code for leaf in node.leaves]
        was, takes = (_said(each, [code]) for each in (before, later))
        anew = _valued(later, below) & ~takes
        _clear(columns, [code], was & anew)
        if (was & anew).any():
            _moved(columns, later, below, was & anew, len(before.shapes))
        had = _valued(before, below)
        _clear(columns, below, takes & had)
        rows = np.flatnonzero((was & anew) | (takes & had)).tolist()
        overturned.update((before.register.units[row].id, code) for row in rows)
    return columns


def _moved(
    columns: dict[str, dict[str, FactColumn]], later: Reported, below: list[str], rows: BoolArray, offset: int
) -> None:
    """Blanks below a node that a later table says applies after all stand in that table: it is the one that lacks them.

    Where it has no cell for one, they stand at the value by which it says so.
    """
    cells = [column for code in below for column in later.columns.get(code, {}).values()]
    for code in below:
        for field, column in columns.get(code, {}).items():
            own = later.columns.get(code, {}).get(field)
            moved = columns[code][field] = FactColumn(column.words, column.tables, column.rows, column.columns)
            moved.spread()
            for at in np.flatnonzero(rows & np.asarray(column.words == EMPTY)).tolist():
                valued = (each for each in cells if each.words[at] != EMPTY)
                cell = own if own is not None and own.tables[at] != NOWHERE else next(valued)
                moved.tables[at] = cell.tables[at] + offset
                moved.rows[at], moved.columns[at] = cell.rows[at], cell.columns[at]


def _note_leaves(before: Reported, later: Reported, overturned: set[tuple[str, str]]) -> None:
    """Leaves that one of two stages says do not apply to a unit, and of which the other gives values."""
    for code in (leaf.criterion.code for leaf in before.criteria.leaves if leaf.criterion.code in later.columns):
        was, now = (_said(each, [code]) for each in (before, later))
        if was.any() or now.any():
            rows = np.flatnonzero((was & _valued(later, [code])) | (_valued(before, [code]) & now)).tolist()
            overturned.update((before.register.units[row].id, code) for row in rows)


def _said(reported: Reported, codes: list[str]) -> BoolArray:
    """The rows in which some codes have a word for "not applicable"."""
    rows: BoolArray = np.zeros(len(reported.register), dtype=np.bool_)
    for column in (column for code in codes for column in reported.columns.get(code, {}).values()):
        rows |= reported.says_absent(column)
    return rows


def _valued(reported: Reported, codes: list[str]) -> BoolArray:
    """The rows in which some codes have a value that is no such word."""
    rows: BoolArray = np.zeros(len(reported.register), dtype=np.bool_)
    for column in (column for code in codes for column in reported.columns.get(code, {}).values()):
        rows |= np.asarray(column.words != EMPTY) & ~reported.says_absent(column)
    return rows


def _clear(columns: dict[str, dict[str, FactColumn]], codes: list[str], rows: BoolArray) -> None:
    for code in codes if rows.any() else ():
        for field, column in columns.get(code, {}).items():
            words = np.where(rows, EMPTY, column.words)
            columns[code][field] = FactColumn(words, column.tables, column.rows, column.columns)


def filled(columns: Iterable[FactColumn], size: int) -> BoolArray:
    """The rows in which some field holds something."""
    found: BoolArray = np.zeros(size, dtype=np.bool_)
    for column in columns:
        found |= np.asarray(column.words != EMPTY)
    return found
