"""Tables, wide or long, into columns of facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.criteria.checks import splits
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Node
from cchc_index.problems.problem import Place
from cchc_index.reading.facts import ANYTHING, BARE, Facts, Reporter
from cchc_index.reading.grids.cells import EMPTY, FAULTY
from cchc_index.reading.lost_codes import codes_dated
from cchc_index.reading.tables import Table
from cchc_index.values.text import folded
from cchc_index.values.units import near_names

if TYPE_CHECKING:
    from cchc_index.values.exact import IntArray

_HEAD: Final = re.compile(r"(\S+)(?:\s+(.*))?", re.DOTALL)
_OWN: Final = ("unit", "name", "group", "criteria")
_LONG: Final = ("unit", "code", "field", "value", "evidence", "note", "criteria", "name", "group")


def report_table(reporter: Reporter, table: Table) -> None:
    """Enter a table's facts, whichever of the two shapes it has."""
    _TableReporter(reporter, table).report()


class _TableReporter:
    """Enters the facts of one table."""

    def __init__(self, reporter: Reporter, table: Table) -> None:
        self.reporter = reporter
        self.reported, self.criteria, self.register = reporter.reported, reporter.criteria, reporter.register
        self.table = table
        self.number = reporter.begin(table)

    def report(self) -> None:
        """Enter what belongs to known units and leaves, and tell the rest."""
        table = self.table
        if not table.header:
            return
        if "unit" not in table.header:
            hint = ", ".join((table.titles or table.header)[:8])
            key = "table.no_unit" if len(table.header) > 1 else "table.one_column"  # of no table nothing is repeated
            self.reported.tell(key, table.heading(), found=hint)
            self.reported.doubts.add(ANYTHING)
        elif table.has("code", "value"):
            self._report_long()
        else:
            self._report_wide()

    def _rows(self, table: Table) -> tuple[list[int], IntArray]:
        """The rows of a table that belong to a unit: their numbers among its rows, and the register's rows."""
        at = table.columns[table.header.index("unit")]
        known = self.register.rows
        has_blank = False
        own: list[int] = []
        rows: list[int] = []
        for number, unit in enumerate(table.texts("unit")):
            row = known.get(unit)
            if row is not None:
                own.append(number)
                rows.append(row)
            elif int(table.grid.cells[table.rows[number], at]) == FAULTY:
                continue
            elif not unit:
                self.reported.tell("unit.blank", table.place(int(table.rows[number])))
                has_blank = True
            else:
                place = attrs.evolve(table.place(int(table.rows[number]), at), header=None)
                self.reporter.tell_unknown(unit, place)
        if has_blank:
            self.reported.doubts.update((each, "") for each in known)
        if not (self.table.is_counted and self.reported.seen):  # nobody hands in what is counted
            self.reported.seen.update(self.register.units[row].id for row in set(rows))
        return own, np.array(rows, dtype=np.int64)

    def _report_wide(self) -> None:
        targets = self._targets()
        table, number = self._without_totals(targets), self.number
        own, rows = self._rows(table)
        if len(set(rows.tolist())) < len(rows):
            own, rows = self._without_repeated(table, own, rows)
        self._check_own(table, own, rows)
        grid, grid_rows = table.grid, table.rows[own]
        remarks: dict[tuple[int, str], dict[str, str]] = {}
        tables = np.broadcast_to(np.int64(number), len(rows))
        for column, target in zip(table.columns, targets, strict=True):
            if target is None or self.reported.crowded:
                continue
            code, field = target
            words = np.asarray(grid.cells[grid_rows, column])
            if field in ("evidence", "note"):
                for which in np.flatnonzero(words != EMPTY).tolist():
                    said = remarks.setdefault((int(rows[which]), code), {})
                    said[field] = grid.lexicon.text(int(words[which]))
                continue
            across = np.broadcast_to(np.int64(column), len(rows))
            self.reported.put(code, field, Facts(rows, words, tables, grid_rows, across))
        for (row, code), texts in remarks.items():
            unit = self.register.units[row].id
            self.reported.remark(unit, code, texts.get("evidence", ""), texts.get("note", ""))

    def _without_totals(self, targets: list[tuple[str, str] | None]) -> Table:
        """The table without its rows of totals, which must be declared and are held against the rows above them."""
        table = self.table
        is_total = table.are_totals()
        if not any(is_total):
            return table
        for which in np.flatnonzero(is_total).tolist():
            if not table.grid.declared.totals:
                self.reported.tell("table.totals_row", table.place(int(table.rows[which])))
        for column, target in zip(table.columns, targets, strict=True) if table.grid.declared.totals else ():
            if target is not None and target[1] not in ("evidence", "note"):
                self._check_totals(is_total, column)
        return attrs.evolve(table, rows=table.rows[~np.array(is_total)])

    def _check_totals(self, is_total: list[bool], column: int) -> None:
        """A total is that of all units above it, or of those since the total before it."""
        table, grid = self.table, self.table.grid
        whole = since = Decimal(0)
        words = {folded(word) for word in self.criteria.not_applicable_words}
        for row, total in zip(table.rows.tolist(), is_total, strict=True):
            number = grid.number(row, column)
            if not total:
                if (
                    number is None
                    and int(grid.cells[row, column]) != EMPTY
                    and folded(grid.text(row, column)) not in words
                ):
                    return  # what is wrong there is told, and nobody knows the sum
                whole, since = whole + (number or 0), since + (number or 0)
                continue
            if int(grid.cells[row, column]) not in (EMPTY, FAULTY) and number not in (whole, since):
                place, found = table.place(row, column), grid.text(row, column)
                self.reported.tell("table.total_differs", place, found=found, expected=f"{whole:f}")
            since = Decimal(0)

    def _without_repeated(self, table: Table, own: list[int], rows: IntArray) -> tuple[list[int], IntArray]:
        """The first row of each unit; further ones are told."""
        first: dict[int, int] = {}
        kept = []
        for which, (number, row) in enumerate(zip(own, rows.tolist(), strict=True)):
            at = int(table.rows[number])
            line = int(table.grid.lines[at])
            if first.setdefault(row, line) == line:
                kept.append(which)
            else:
                unit = self.register.units[row].id
                self.reported.tell("unit.twice", table.place(at), unit=unit, first=str(first[row]))
        return [own[which] for which in kept], rows[kept]

    def _check_own(self, table: Table, own: list[int], rows: IntArray) -> None:
        """Hold the columns of names, groups and criteria against the register and the set."""
        units = [self.register.units[row] for row in rows.tolist()]
        for header in ("name", "group"):
            if header not in table.header:
                continue
            texts = table.texts(header)
            for number, unit in zip(own, units, strict=True):
                found, expected = texts[number], unit.name if header == "name" else unit.group
                if found and found != expected and folded(found) != folded(expected):
                    place = self._place(table, number, header)
                    self.reported.tell(f"unit.other_{header}", place, unit=unit.id, found=found, expected=expected)
        if "criteria" in table.header:
            texts = table.texts("criteria")
            for number in own:
                if texts[number] and texts[number] != self.criteria.name:
                    place, expected = self._place(table, number, "criteria"), self.criteria.name
                    self.reported.tell("table.other_criteria", place, found=texts[number], expected=expected)

    def _place(self, table: Table, number: int, header: str) -> Place:
        return table.place(int(table.rows[number]), table.columns[table.header.index(header)])

    def _report_long(self) -> None:
        reported, table, number = self.reported, self.table, self.number
        for which in np.flatnonzero(table.are_totals()).tolist():  # of what, a row of facts does not say
            reported.tell("table.totals_row", table.place(int(table.rows[which])))
        self.table = table = attrs.evolve(table, rows=table.rows[~np.array(table.are_totals(), dtype=np.bool_)])
        grid = table.grid
        for at, header in enumerate(table.header):
            if header and header not in _LONG:
                hint = ", ".join(near_names(header, _LONG)) or ", ".join(_LONG)
                reported.tell("table.unknown_column", table.heading(at), found=header, hint=hint)
        own, rows = self._rows(table)
        self._check_own(table, own, rows)
        value, code_at = (table.columns[table.header.index(each)] for each in ("value", "code"))
        codes = table.texts("code")
        fields = table.texts("field") if "field" in table.header else [""] * len(codes)
        facts: dict[tuple[str, str], list[int]] = {}
        for which, at in enumerate(own):
            if reported.crowded:
                return
            found = self._long_field(at, codes[at], fields[at], (value, code_at))
            if found is not None:
                facts.setdefault(found, []).append(which)
        self._put_remarks(own, codes, facts)
        for (code, field), found_in in facts.items():
            grid_rows = table.rows[[own[each] for each in found_in]]
            across = np.broadcast_to(np.int64(value), len(found_in))
            tables = np.broadcast_to(np.int64(number), len(found_in))
            words = np.asarray(grid.cells[grid_rows, value])
            reported.put(code, field, Facts(rows[found_in], words, tables, grid_rows, across))

    def _put_remarks(self, own: list[int], codes: list[str], facts: Mapping[tuple[str, str], list[int]]) -> None:
        table = self.table
        if not table.has("evidence") and not table.has("note"):
            return
        blank = [""] * len(table.rows)
        evidence, notes = (table.texts(each) if each in table.header else blank for each in ("evidence", "note"))
        units = table.texts("unit")
        for number in sorted(own[which] for each in facts.values() for which in each):
            self.reported.remark(units[number], codes[number], evidence[number], notes[number])

    def _long_field(self, number: int, code: str, field: str, at: tuple[int, int]) -> tuple[str, str] | None:
        """The code and field that a row of a long table is about; None, and told, where there is none."""
        table = self.table
        row = int(table.rows[number])
        if code not in self.criteria.positions:
            if int(table.grid.cells[row, at[1]]) == FAULTY:
                return None
            place = table.place(row, at[0])
            if table.grid.has_addresses:
                place = attrs.evolve(place, cell=table.grid.address(row, at[1]))
            if self._tells_date(code, place):
                return None
            hint = ", ".join(self.reporter.near_codes(code, tuple(self.criteria.positions)))
            self.reported.tell("table.unknown_code", place, code=code, criteria=self.criteria.name, hint=hint)
            return None
        node, fields, bare = self.reporter.node(code)
        if field and field not in fields:
            place, known = table.place(row, at[0]), ", ".join(fields)
            self.reported.tell("table.unknown_field", place, code=code, field=field, known=known)
            return None
        if node.parts and field:
            if table.grid.cells[row, at[0]] != EMPTY:
                self.reported.tell("table.parent_field", table.place(row, at[0]), code=code)
            return None
        return code, field or bare

    def _targets(self) -> list[tuple[str, str] | None]:
        """What each wide column holds; None for columns that hold no field, or one that another column holds."""
        targets: list[tuple[str, str] | None] = []
        seen: dict[tuple[str, str], str] = {}
        table = self.table
        repeated = table.repeated
        for number, header in enumerate(table.header):
            if header in repeated:
                self.reported.doubts.update(("", code) for code in self._codes(header))
            target = None if header in repeated else self._target(header, table.heading(number))
            if target is not None and (first := seen.setdefault(target, header)) != header:
                self.reported.tell("table.field_twice", table.heading(number), header=header, first=first)
                target = None
            targets.append(target)
        if "" in table.header:
            self.reported.doubts.update(("", code) for code in self.criteria.positions)
        return targets

    def _target(self, header: str, place: Place) -> tuple[str, str] | None:
        """The leaf and field a wide column holds; None for a column that holds neither."""
        if header in _OWN or not header:
            return None
        reported, criteria = self.reported, self.criteria
        parts = _HEAD.fullmatch(header)
        head, title = (parts[1], parts[2] or "") if parts else (header, "")
        split = _split(criteria, head)
        if split is None:
            if self._tells_date(header, place):
                return None
            known = [node.criterion.code for node in criteria.leaves]
            similar = self.reporter.near_codes(head, tuple(known))
            reported.doubts.update(("", code) for code in similar)
            hint = ", ".join(similar) or ", ".join(known[:12])
            reported.tell("table.unknown_column", place, found=header, hint=hint)
            return None
        node, field = split
        code = node.criterion.code
        known_fields = self.reporter.node(code)[1]
        if node.parts and field not in (BARE, "evidence", "note"):
            reported.tell("table.parent_field", place, code=code)
        elif field not in (BARE, *known_fields):
            reported.tell("table.unknown_field", place, code=code, field=field, known=", ".join(known_fields))
        else:
            titles = [text for _, text in node.criterion.title.texts]
            if not title or folded(title) in {folded(text) for text in titles}:
                return code, field or (BARE if node.parts else self.reporter.node(code)[2])
            reported.tell("table.other_title", place, code=code, found=title, expected=" / ".join(titles))
        reported.doubts.add(("", code))
        return None

    def _tells_date(self, text: str, place: Place) -> bool:
        """Whether an unknown text is the date that a spreadsheet made of a code, before it was saved as text."""
        lost = codes_dated(text, tuple(self.criteria.positions))
        if lost:
            self.reported.tell("table.code_as_date", place, found=text)
            self.reported.doubts.update(("", code) for code in lost)
        return bool(lost)

    def _codes(self, header: str) -> list[str]:
        """The code a header names, if it names one."""
        parts = _HEAD.fullmatch(header)
        split = _split(self.criteria, parts[1]) if parts else None
        return [split[0].criterion.code] if split else []


def _split(criteria: CriteriaSet, head: str) -> tuple[Node, str] | None:
    """The node and field of a header: an exact code wins, else the longest code with a field after it."""
    if head in criteria.positions:
        return criteria.node(head), BARE
    for code, field in splits(head):
        if code in criteria.positions:
            return criteria.node(code), field
    return None
