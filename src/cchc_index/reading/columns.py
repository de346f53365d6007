"""Tables of reported values, wide or long, into columns of texts by leaf and field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

import attrs

from cchc_index.assessment.assessment import Remark
from cchc_index.criteria.checks import EVERY_LEAF_READS, splits
from cchc_index.criteria.tree import CriteriaSet, Node
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.tables import MOST_PROBLEMS, UNREADABLE, Table
from cchc_index.values.exact import parse_decimal
from cchc_index.values.headings import says_total
from cchc_index.values.text import alike, folded
from cchc_index.values.units import Register, near_names

BARE: Final = ""  #: the field of a column headed by a code alone

_HEAD = re.compile(r"(\S+)(?:\s+(.*))?", re.DOTALL)
_LIKE_NUMBER = re.compile(r"[0-9]+\.[0-9]+")
_OWN = ("unit", "name", "group", "criteria")


Spot = tuple[Table, int, int]  #: a table's cell: the table, its row and its column, from 0


@attrs.define
class TextColumn:
    """One field of one leaf: each unit's text and where it stands.

    Attributes:
        texts: The text of each row of the register; "" where the cell is empty or absent.
        spots: The cell of each text; None where no file has the unit.
    """

    texts: list[str]
    spots: list[Spot | None]

    @classmethod
    def blank(cls, size: int) -> TextColumn:
        """A column without values."""
        return cls([""] * size, [None] * size)

    def place(self, row: int) -> Place | None:
        """Where a row's text stands."""
        spot = self.spots[row]
        return spot[0].place(spot[1], spot[2]) if spot else None


@attrs.define
class Reported:
    """Everything that tables report for the units of a register, as texts.

    Attributes:
        criteria: The set whose leaves they are.
        register: The units.
        columns: By code and field; the code of a parent only says that it does not apply.
        remarks: Evidence and notes by unit and code.
        seen: The units that some table lists.
        excused: Units and codes that a problem already told is about, so that their absence is not told as well.
        doubtful: Units ("" for all) and codes whose answers could not be told for certain, as a problem says.
        forms: The form that a unit's answers came from.
        nodes: The nodes that tables have named, with the fields their columns may name and that of a bare one.
        problems: What is wrong with the tables.
    """

    criteria: CriteriaSet
    register: Register
    columns: dict[str, dict[str, TextColumn]] = attrs.field(factory=dict)
    remarks: dict[tuple[str, str], Remark] = attrs.field(factory=dict)
    seen: set[str] = attrs.field(factory=set)
    excused: set[str] = attrs.field(factory=set)
    doubtful: set[tuple[str, str]] = attrs.field(factory=set)
    forms: dict[tuple[str, str], Table] = attrs.field(factory=dict)
    nodes: dict[str, tuple[Node, tuple[str, ...], str]] = attrs.field(factory=dict)
    problems: list[Problem] = attrs.field(factory=list)

    @property
    def crowded(self) -> bool:
        """Whether there are so many problems that reading further would only add to them."""
        return len(self.problems) > MOST_PROBLEMS

    def tell(self, key: str, place: Place, /, **arguments: str | Place) -> None:
        """Write down a problem."""
        self.problems.append(Problem(key, place, arguments=arguments))

    def put(self, row: int, code: str, field: str, text: str, spot: Spot) -> None:
        """Enter one cell."""
        fields = self.columns.setdefault(code, {})
        column = fields.get(field)
        if column is None:
            column = fields[field] = TextColumn.blank(len(self.register))
        first = column.spots[row]
        if first is not None and column.texts[row] and text:
            table, line, number = spot
            self.tell("value.twice", table.place(line, number), code=code, first=first[0].place(*first[1:]))
            return
        if text or first is None:
            column.texts[row] = text
            column.spots[row] = spot

    def replaced_by(self, later: Reported) -> Reported:
        """These values with each unit's leaves that a later stage reports put in place of the earlier ones."""
        merged = Reported(self.criteria, self.register, problems=self.problems + later.problems)
        merged.seen = self.seen | later.seen
        merged.excused = self.excused | later.excused
        merged.doubtful = self.doubtful | later.doubtful
        merged.remarks = {**self.remarks, **later.remarks}
        for code in {**self.columns, **later.columns}:
            before, after = self.columns.get(code, {}), later.columns.get(code, {})
            anew = [any(column.texts[row] for column in after.values()) for row in range(len(self.register))]
            for field in {**before, **after}:
                column = TextColumn.blank(len(self.register))
                for row, is_new in enumerate(anew):
                    source = (after if is_new else before).get(field)
                    if source is not None:
                        column.texts[row], column.spots[row] = source.texts[row], source.spots[row]
                merged.columns.setdefault(code, {})[field] = column
        return merged


def fields_of(node: Node) -> tuple[str, ...]:
    """The fields a node's columns may name: the rule's, and those every leaf accepts."""
    rule = node.criterion.rule
    own = [field.name for alternative in rule.rule.reads for field in alternative] if rule else []
    return tuple(dict.fromkeys([*own, *EVERY_LEAF_READS]))


def bare_field(node: Node) -> str:
    """The field of a column headed by the leaf's code alone; BARE where it can only say "not applicable"."""
    rule = node.criterion.rule
    return rule.rule.reads[0][0].name if rule and not rule.rule.parts and len(rule.rule.reads[0]) == 1 else BARE


def report_table(reported: Reported, table: Table) -> None:
    """Enter a table's cells, whichever of the two shapes it has."""
    reported.problems += table.problems
    for text in table.doubtful_codes:
        lost = [code for code in reported.criteria.positions if _as_number(code) == _as_number(text)]
        reported.excused.update(lost)
        reported.doubtful.update((table.form.unit if table.form else "", code) for code in lost)
    meant = _meant_units(reported.register, table.doubtful_units)
    reported.excused.update(meant)
    if not (table.whole and table.header) and not meant:
        reported.excused.update([*reported.register.rows, *reported.criteria.positions])
    if not table.header:
        return
    if table.form is not None and not _check_form(reported, table):
        return
    if "unit" not in table.header:
        hint = ", ".join((table.titles or table.header)[:8])
        reported.tell("table.no_unit", table.heading(), found=hint)
        reported.excused.update([*reported.register.rows, *reported.criteria.positions])
    elif table.has("code", "value"):
        _report_long(reported, table)
    else:
        _report_wide(reported, table)


def _as_number(code: str) -> str:
    """What a spreadsheet makes of a code that it takes for a number."""
    return code.rstrip("0") if _LIKE_NUMBER.fullmatch(code) else code


def _meant_units(register: Register, doubtful: tuple[str, ...]) -> list[str]:
    """The units that rows or files left out were meant to be of: named so, or by a file's name."""
    return [unit for unit in register.rows if any(text == unit or unit in text.split("__") for text in doubtful)]


def _check_form(reported: Reported, table: Table) -> bool:
    """Whether a form is one of this set and the first of its unit; otherwise that is told."""
    form, criteria = table.form, reported.criteria
    if form is None or not form.unit:
        reported.excused.update(reported.register.rows)
        return False
    if form.criteria and form.criteria != criteria.name:
        reported.excused.add(form.unit)
        reported.tell("form.other_criteria", form.places["criteria"], found=form.criteria, expected=criteria.name)
        return False
    if form.sha256 and form.sha256 != criteria.sha256:
        reported.excused.add(form.unit)
        reported.tell("form.other_edition", form.places["sha256"], criteria=criteria.name)
        return False
    if form.unit not in reported.register.rows:
        similar = _similar_units(form.unit, reported.register)
        reported.excused.update(similar[:1])
        reported.tell(_unknown_key(form.unit, similar), form.places["unit"], unit=form.unit, hint=", ".join(similar))
        return False
    first = reported.forms.setdefault((form.unit, form.stage), table)
    if first is not table:
        reported.excused.update(_meant_units(reported.register, (Path(table.name).stem,)))
        reported.tell("form.twice", form.places["unit"], unit=form.unit, first=first.name)
        return False
    return True


def _report_wide(reported: Reported, table: Table) -> None:
    targets = _targets(reported, table)
    named = {header: number for number, header in enumerate(table.header) if header in _OWN}
    columns = [(number, *target) for number, target in enumerate(targets) if target is not None]
    lines: dict[str, int] = {}
    for at, (line, cells) in enumerate(table.rows):
        if reported.crowded:
            return
        unit = cells[named["unit"]]
        if says_total(cells[named[header]] for header in ("unit", "name") if header in named):
            _check_totals(reported, table, at, targets)
            continue
        row = _row(reported, unit, table, at)
        if row is None:
            continue
        if (first := lines.setdefault(unit, line)) != line:
            reported.tell("unit.twice", table.place(at), unit=unit, first=str(first))
            continue
        _check_own(reported, table, at, named)
        remarks: dict[str, dict[str, str]] = {}
        for number, code, field in columns:
            if field in ("evidence", "note"):
                if cells[number]:
                    remarks.setdefault(code, {})[field] = cells[number]
                continue
            reported.put(row, code, field, cells[number], (table, at, number))
        for code, texts in remarks.items():
            reported.remarks[unit, code] = Remark(**texts)


def _report_long(reported: Reported, table: Table) -> None:
    known = ("unit", "code", "field", "value", "evidence", "note", "criteria", "name", "group")
    for number, header in enumerate(table.header):
        if header and header not in known:
            hint = ", ".join(near_names(header, known)) or ", ".join(known)
            reported.tell("table.unknown_column", table.heading(number), found=header, hint=hint)
    named = {header: number for number, header in enumerate(table.header) if header in _OWN}
    value = table.header.index("value")
    subtotals: list[tuple[int, Node]] = []
    nodes: dict[str, tuple[Node, tuple[str, ...], str]] = reported.nodes
    for at, (_, cells) in enumerate(table.rows):
        if reported.crowded:
            return
        entry = dict(zip(table.header, cells, strict=True))
        unit, code, field = entry["unit"], entry["code"], entry.get("field", "")
        row = _row(reported, unit, table, at)
        if row is None:
            continue
        _check_own(reported, table, at, named)
        if code not in reported.criteria.positions:
            if code in table.doubtful_codes:
                continue
            hint = ", ".join(near_names(code, reported.criteria.positions))
            place = table.place(at, value)
            reported.tell("table.unknown_code", place, code=code, criteria=reported.criteria.name, hint=hint)
            continue
        found = nodes.get(code)
        if found is None:
            node = reported.criteria.node(code)
            found = nodes[code] = (node, fields_of(node), bare_field(node))
        node, fields, bare = found
        if field and field not in fields:
            known_fields = ", ".join(fields)
            reported.tell("table.unknown_field", table.place(at, value), code=code, field=field, known=known_fields)
            continue
        if node.parts and field:
            if entry["value"] and at not in table.formulas:
                subtotals.append((at, node))
            continue
        if at in table.formulas and (at, value) not in table.cached:
            reported.tell("value.formula", table.place(at, value), code=code)
        if entry.get("evidence") or entry.get("note"):
            reported.remarks[unit, code] = Remark(entry.get("evidence", ""), entry.get("note", ""))
        reported.put(row, code, field or bare, entry["value"], (table, at, value))
    for at, node in subtotals:
        _check_subtotal(reported, table, at, node)


def _check_subtotal(reported: Reported, table: Table, at: int, node: Node) -> None:
    """Points typed for a parent in a form must be the sum of those typed for its leaves."""
    code = node.criterion.code
    place = table.place(at, table.header.index("value"))
    if table.form is None:
        reported.tell("table.parent_field", place, code=code)
        return
    leaves = [reported.criteria.nodes[leaf].criterion.code for leaf in node.leaves]
    rows = [cells for _, cells in table.rows if cells[1] in leaves and cells[2] == "points"]
    typed = [_decimal(cells[3], table) for cells in rows]
    expected = sum((number for number in typed if number is not None), Decimal(0))
    found = table.rows[at][1][3]
    scales = any(each.criterion.parts_points for each in reported.criteria.nodes[node.position : node.leaves[-1] + 1])
    if found != UNREADABLE and not scales and _decimal(found, table) != expected:
        reported.tell("form.subtotal", place, code=code, found=found, expected=f"{expected:f}")


def _check_totals(reported: Reported, table: Table, at: int, targets: list[tuple[str, str] | None]) -> None:
    """A row of totals must be declared; it is then held against the rows above it."""
    if not table.totals:
        reported.tell("table.totals_row", table.place(at))
        return
    cells = table.rows[at][1]
    for number, target in enumerate(targets):
        if target is None or not cells[number] or cells[number] == UNREADABLE:
            continue
        total = _decimal(cells[number], table)
        parts = [_decimal(row[number], table) for _, row in table.rows[:at]]
        expected = sum((part for part in parts if part is not None), Decimal(0))
        if total != expected:
            place = table.place(at, number)
            reported.tell("table.total_differs", place, found=cells[number], expected=f"{expected:f}")


def _decimal(text: str, table: Table) -> Decimal | None:
    number = table.number(text)
    return None if number is None else parse_decimal(number)


def _row(reported: Reported, unit: str, table: Table, at: int) -> int | None:
    if not unit:
        reported.tell("unit.blank", table.place(at))
        reported.excused.update(reported.register.rows)
        return None
    row = reported.register.rows.get(unit)
    if row is None:
        similar = _similar_units(unit, reported.register)
        reported.excused.update(similar[:1])
        place = attrs.evolve(table.place(at, table.header.index("unit")), header=None)
        reported.tell(_unknown_key(unit, similar), place, unit=unit, hint=", ".join(similar))
        return None
    reported.seen.add(unit)
    return row


def _similar_units(unit: str, register: Register) -> list[str]:
    same = [known for known in register.rows if folded(known) == folded(unit)]
    zeros = [known for known in register.rows if known != unit and known.lstrip("0") == unit.lstrip("0")]
    names = [known.id for known in register if alike(known.name) == alike(unit)]
    return zeros or same or names or near_names(unit, register.rows)


def _unknown_key(unit: str, similar: list[str]) -> str:
    """How an unknown unit is told: one that lacks zeros at its start is told so."""
    return "unit.zeros" if similar and similar[0].lstrip("0") == unit.lstrip("0") else "unit.unknown"


def _check_own(reported: Reported, table: Table, at: int, named: Mapping[str, int]) -> None:
    """Hold a row's name, group and criteria columns against the register and the set."""
    cells = table.rows[at][1]
    unit = reported.register[cells[named["unit"]]]
    for header, expected in (("name", unit.name), ("group", unit.group)):
        if header in named and (found := cells[named[header]]) and folded(found) != folded(expected):
            place = table.place(at, named[header])
            reported.tell(f"unit.other_{header}", place, unit=unit.id, found=found, expected=expected)
    if "criteria" in named and (found := cells[named["criteria"]]) and found != reported.criteria.name:
        place = table.place(at, named["criteria"])
        reported.tell("table.other_criteria", place, found=found, expected=reported.criteria.name)


def _targets(reported: Reported, table: Table) -> list[tuple[str, str] | None]:
    """What each wide column holds; None for columns that hold no field, or one that another column holds."""
    targets: list[tuple[str, str] | None] = []
    seen: dict[tuple[str, str], str] = {}
    repeated = table.repeated
    for number, header in enumerate(table.header):
        if header in repeated:
            reported.excused.update(_split_code(reported.criteria, header))
        target = None if header in repeated else _target(reported, header, table.heading(number))
        if target is not None and (first := seen.setdefault(target, header)) != header:
            reported.tell("table.field_twice", table.heading(number), header=header, first=first)
            target = None
        targets.append(target)
    if "" in table.header:
        reported.excused.update(reported.criteria.positions)
    return targets


def _target(reported: Reported, header: str, place: Place) -> tuple[str, str] | None:
    """The leaf and field a wide column holds; None for a column that holds neither."""
    if header in _OWN or not header:
        return None
    parts = _HEAD.fullmatch(header)
    head, title = (parts[1], parts[2] or "") if parts else (header, "")
    split = _split(reported.criteria, head)
    if split is None:
        known = [node.criterion.code for node in reported.criteria.leaves]
        similar = near_names(head, tuple(known))
        reported.excused.update(similar)
        hint = ", ".join(similar) or ", ".join(known[:12])
        reported.tell("table.unknown_column", place, found=header, hint=hint)
        return None
    node, field = split
    code = node.criterion.code
    reported.excused.add(code)
    if node.parts and field not in (BARE, "evidence", "note"):
        reported.tell("table.parent_field", place, code=code)
        return None
    if field not in (BARE, *fields_of(node)):
        reported.tell("table.unknown_field", place, code=code, field=field, known=", ".join(fields_of(node)))
        return None
    titles = [text for _, text in node.criterion.title.texts]
    if title and folded(title) not in {folded(text) for text in titles}:
        reported.tell("table.other_title", place, code=code, found=title, expected=" / ".join(titles))
        return None
    return code, field or (BARE if node.parts else bare_field(node))


def _split_code(criteria: CriteriaSet, header: str) -> list[str]:
    """The code a header names, if it names one."""
    parts = _HEAD.fullmatch(header)
    split = _split(criteria, parts[1]) if parts else None
    return [split[0].criterion.code] if split else []


def _split(criteria: CriteriaSet, head: str) -> tuple[Node, str] | None:
    """The node and field of a header: an exact code wins, else the longest code with a field after it."""
    if head in criteria.positions:
        return criteria.node(head), BARE
    for code, field in splits(head):
        if code in criteria.positions:
            return criteria.node(code), field
    return None
