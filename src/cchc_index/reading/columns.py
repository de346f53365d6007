"""Tables of reported values, wide or long, into columns of texts by leaf and field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import attrs

from cchc_index.assessment import Remark
from cchc_index.criteria import CriteriaSet, Node
from cchc_index.criteria_checks import EVERY_LEAF_READS, splits
from cchc_index.errors import Place, Problem
from cchc_index.reading.tables import Table
from cchc_index.text import folded
from cchc_index.units import Register, near_names

BARE: Final = ""  #: the field of a column headed by a code alone

_HEAD = re.compile(r"(\S+)(?:\s+(.*))?", re.DOTALL)
_OWN = ("unit", "name", "group", "criteria")


@attrs.define
class TextColumn:
    """One field of one leaf: each unit's text and where it stands.

    Attributes:
        texts: The text of each row of the register; "" where the cell is empty or absent.
        places: The place of each text; None where no file has the unit.
    """

    texts: list[str]
    places: list[Place | None]

    @classmethod
    def blank(cls, size: int) -> TextColumn:
        """A column without values."""
        return cls([""] * size, [None] * size)


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
        problems: What is wrong with the tables.
    """

    criteria: CriteriaSet
    register: Register
    columns: dict[str, dict[str, TextColumn]] = attrs.field(factory=dict)
    remarks: dict[tuple[str, str], Remark] = attrs.field(factory=dict)
    seen: set[str] = attrs.field(factory=set)
    excused: set[str] = attrs.field(factory=set)
    problems: list[Problem] = attrs.field(factory=list)

    def tell(self, key: str, place: Place, /, **arguments: str | Place) -> None:
        """Write down a problem."""
        self.problems.append(Problem(key, place, arguments=arguments))

    def put(self, row: int, code: str, field: str, text: str, place: Place) -> None:
        """Enter one cell."""
        fields = self.columns.setdefault(code, {})
        column = fields.get(field)
        if column is None:
            column = fields[field] = TextColumn.blank(len(self.register))
        first = column.places[row]
        if first is not None and column.texts[row] and text:
            self.tell("value.twice", place, code=code, first=first)
            return
        if text or first is None:
            column.texts[row] = text
            column.places[row] = place

    def replaced_by(self, later: Reported) -> Reported:
        """These values with each unit's leaves that a later stage reports put in place of the earlier ones."""
        merged = Reported(self.criteria, self.register, problems=self.problems + later.problems)
        merged.seen = self.seen | later.seen
        merged.excused = self.excused | later.excused
        merged.remarks = {**self.remarks, **later.remarks}
        for code in {**self.columns, **later.columns}:
            before, after = self.columns.get(code, {}), later.columns.get(code, {})
            anew = [any(column.texts[row] for column in after.values()) for row in range(len(self.register))]
            for field in {**before, **after}:
                column = TextColumn.blank(len(self.register))
                for row, is_new in enumerate(anew):
                    source = (after if is_new else before).get(field)
                    if source is not None:
                        column.texts[row], column.places[row] = source.texts[row], source.places[row]
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
    reported.excused.update(table.doubtful_units)
    if not table.header or not table.whole:
        reported.excused.update([*reported.register.rows, *reported.criteria.positions])
    if not table.header:
        return
    if "unit" not in table.header:
        hint = ", ".join(table.header[:8])
        reported.tell("table.no_unit", Place(table.name, 1), found=hint)
        reported.excused.update([*reported.register.rows, *reported.criteria.positions])
    elif table.has("code", "value"):
        _report_long(reported, table)
    else:
        _report_wide(reported, table)


def _report_wide(reported: Reported, table: Table) -> None:
    targets = _targets(reported, table)
    named = {header: number for number, header in enumerate(table.header) if header in _OWN}
    lines: dict[str, int] = {}
    for line, cells in table.rows:
        unit = cells[named["unit"]]
        place = Place(table.name, line, unit=unit or None)
        row = _row(reported, unit, place)
        if row is None:
            continue
        if (first := lines.setdefault(unit, line)) != line:
            reported.tell("unit.twice", place, unit=unit, first=str(first))
            continue
        _check_own(reported, cells, named, place)
        remarks: dict[str, dict[str, str]] = {}
        for number, target in enumerate(targets):
            if target is None:
                continue
            code, field = target
            if field in ("evidence", "note"):
                if cells[number]:
                    remarks.setdefault(code, {})[field] = cells[number]
                continue
            reported.put(row, code, field, cells[number], attrs.evolve(place, header=table.header[number]))
        for code, texts in remarks.items():
            reported.remarks[unit, code] = Remark(**texts)


def _report_long(reported: Reported, table: Table) -> None:
    known = ("unit", "code", "field", "value", "evidence", "note", "criteria", "name", "group")
    for header in table.header:
        if header and header not in known:
            hint = ", ".join(near_names(header, known)) or ", ".join(known)
            reported.tell("table.unknown_column", Place(table.name, 1, header=header), found=header, hint=hint)
    named = {header: number for number, header in enumerate(table.header) if header in _OWN}
    for line, cells in table.rows:
        entry = dict(zip(table.header, cells, strict=True))
        unit, code, field = entry["unit"], entry["code"], entry.get("field", "")
        place = Place(table.name, line, unit=unit or None, header=code or "code")
        row = _row(reported, unit, place)
        if row is None:
            continue
        _check_own(reported, cells, named, place)
        if code not in reported.criteria.positions:
            hint = ", ".join(near_names(code, reported.criteria.positions))
            reported.tell("table.unknown_code", place, code=code, criteria=reported.criteria.name, hint=hint)
            continue
        node = reported.criteria.node(code)
        if field and field not in fields_of(node):
            reported.tell("table.unknown_field", place, code=code, field=field, known=", ".join(fields_of(node)))
            continue
        if entry.get("evidence") or entry.get("note"):
            reported.remarks[unit, code] = Remark(entry.get("evidence", ""), entry.get("note", ""))
        reported.put(row, code, field or bare_field(node), entry["value"], place)


def _row(reported: Reported, unit: str, place: Place) -> int | None:
    if not unit:
        reported.tell("unit.blank", place)
        reported.excused.update(reported.register.rows)
        return None
    row = reported.register.rows.get(unit)
    if row is None:
        similar = _similar_units(unit, reported.register)
        reported.excused.update(similar[:1])
        reported.tell("unit.unknown", place, unit=unit, hint=", ".join(similar))
        return None
    reported.seen.add(unit)
    return row


def _similar_units(unit: str, register: Register) -> list[str]:
    same = [known for known in register.rows if folded(known) == folded(unit)]
    return same or near_names(unit, register.rows)


def _check_own(reported: Reported, cells: tuple[str, ...], named: Mapping[str, int], place: Place) -> None:
    """Hold a row's name, group and criteria columns against the register and the set."""
    unit = reported.register[cells[named["unit"]]]
    for header, expected in (("name", unit.name), ("group", unit.group)):
        if header in named and (found := cells[named[header]]) and folded(found) != folded(expected):
            at = attrs.evolve(place, header=header)
            reported.tell(f"unit.other_{header}", at, unit=unit.id, found=found, expected=expected)
    if "criteria" in named and (found := cells[named["criteria"]]) and found != reported.criteria.name:
        at = attrs.evolve(place, header="criteria")
        reported.tell("table.other_criteria", at, found=found, expected=reported.criteria.name)


def _targets(reported: Reported, table: Table) -> list[tuple[str, str] | None]:
    """What each wide column holds; None for columns that hold no field, or one that another column holds."""
    targets: list[tuple[str, str] | None] = []
    seen: dict[tuple[str, str], str] = {}
    for header in table.header:
        if header in table.repeated:
            reported.excused.update(_split_code(reported.criteria, header))
        target = None if header in table.repeated else _target(reported, table, header)
        if target is not None and (first := seen.setdefault(target, header)) != header:
            reported.tell("table.field_twice", Place(table.name, 1, header=header), header=header, first=first)
            target = None
        targets.append(target)
    if "" in table.header:
        reported.excused.update(reported.criteria.positions)
    return targets


def _target(reported: Reported, table: Table, header: str) -> tuple[str, str] | None:
    """The leaf and field a wide column holds; None for a column that holds neither."""
    if header in _OWN or not header:
        return None
    place = Place(table.name, 1, header=header)
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
