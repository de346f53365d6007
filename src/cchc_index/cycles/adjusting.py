"""adjustments.csv into adjustments, and these into assessments: what a council changed, with its reason and author."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final, get_args

import attrs
import numpy as np

from cchc_index.assessment.adjustment import Action, Adjustment, standing
from cchc_index.assessment.answers import NOTHING, Answers
from cchc_index.assessment.applicability import allows, ancestors
from cchc_index.assessment.assessment import Assessment, settle_relative
from cchc_index.assessment.awaited import awaited_rows, awaited_with
from cchc_index.criteria.tree import Stage, enters
from cchc_index.problems.problem import Problem
from cchc_index.reading.forms import Form
from cchc_index.reading.records import Record, records_of
from cchc_index.reading.tables import Table
from cchc_index.scoring.leaves import score_leaf
from cchc_index.values.exact import places_of, to_decimal, to_integer
from cchc_index.values.statuses import GIVEN, MISSING, NOT_APPLICABLE, SCORED
from cchc_index.values.text import folded

COLUMNS: Final = ("unit", "stage", "code", "action", "value", "reason", "by", "date", "objection", "decision")
_OBLIGATORY: Final = ("unit", "stage", "code", "action", "reason", "by")


def adjustments_of(
    table: Form | Table, stages: tuple[Stage, ...], objections: Mapping[str, str]
) -> tuple[list[Adjustment], list[Problem]]:
    """The adjustments of a table, and what is wrong with its rows.

    Args:
        table: The table.
        stages: The stages that have data.
        objections: The units of the objections there are, by their identifiers.
    """
    found: list[Adjustment] = []
    problems: list[Problem] = []
    for record in records_of(table, COLUMNS, _OBLIGATORY):
        if isinstance(record, Problem):
            problems.append(record)
            continue
        told = list(_faults(record, stages, objections))
        problems += told
        if not told:
            found.append(_adjustment(record, stages))
    return found, problems


def _adjustment(record: Record, stages: tuple[Stage, ...]) -> Adjustment:
    stage = next(each for each in stages if folded(each) == folded(record["stage"]))
    action = next(each for each in get_args(Action) if each == folded(record["action"]))
    value = record.number("value") if action != "na" else None
    said = {name: record[name] for name in ("reason", "by", "date", "objection", "decision")}
    return Adjustment(record["unit"], stage, record["code"], action, value, **said, place=record.place())


def _faults(record: Record, stages: tuple[Stage, ...], objections: Mapping[str, str]) -> Iterator[Problem]:
    """What is wrong with a row by itself."""
    yield from record.lacking(_OBLIGATORY)
    yield from record.undated(("date",))
    known = tuple(stage for stage in stages if stage != "self")
    if record["stage"] and folded(record["stage"]) not in map(folded, known):
        arguments = {"stage": record["stage"], "stages": ", ".join(known) or "-"}
        yield Problem("adjustment.stage", record.place("stage"), arguments=arguments)
    action = folded(record["action"])
    if action and action not in get_args(Action):
        arguments = {"action": record["action"], "known": ", ".join(get_args(Action))}
        yield Problem("adjustment.action", record.place("action"), arguments=arguments)
    if action == "na" and record["value"]:
        yield Problem("adjustment.value_of_na", record.place("value"), arguments={"value": record["value"]})
    if action in ("set", "add") and record.number("value") is None:
        key = "adjustment.number" if record["value"] else "row.lacks"
        yield Problem(key, record.place("value"), arguments={"value": record["value"], "column": "value"})
    if record["objection"] and record["objection"] not in objections:
        yield Problem("adjustment.objection", record.place("objection"), arguments={"objection": record["objection"]})
    elif record["objection"] and record["unit"] != objections[record["objection"]]:
        arguments = {"objection": record["objection"], "unit": objections[record["objection"]]}
        yield Problem("adjustment.other_objection", record.place("objection"), arguments=arguments)


def adjusted(assessment: Assessment, adjustments: Iterable[Adjustment]) -> Assessment | list[Problem]:
    """An assessment with what was changed in it up to its stage, or what is wrong with the changes.

    Args:
        assessment: What was reported, without any of them.
        adjustments: The changes of all stages; those of later ones are left alone.
    """
    place = assessment.stages.index
    reached = place(assessment.stage)
    own = [
        each
        for each in adjustments
        if place(each.stage) <= reached
        and each.unit in assessment.register.rows
        and each.code in assessment.criteria.positions
    ]
    if not own:
        return assessment
    answers = {code: _unsettled(each) for code, each in assessment.answers.items()}
    problems = list(_misplaced(attrs.evolve(assessment, answers=answers), own))
    if problems:
        return problems
    carried = {code: stages.copy() for code, stages in assessment.carried.items()}
    by_leaf: dict[str, list[Adjustment]] = {}
    gone = _taken_away(own, assessment.stages)
    for changes in standing(own, assessment.stages).values():
        node, row = assessment.criteria.node(changes[0].code), assessment.register.rows[changes[0].unit]
        codes = [assessment.criteria.nodes[place].criterion.code for place in node.leaves or (node.position,)]
        if changes[0].action != "add":  # it is the council's own from here on
            for code in (each for each in (changes[0].code, *codes) if each in carried):
                carried[code][row] = -1
        if changes[0].action == "na":
            for code in codes:
                answers[code] = _without(answers[code], row)
        elif not any((changes[0].unit, above.criterion.code) in gone for above in ancestors(assessment.criteria, node)):
            by_leaf.setdefault(changes[0].code, []).extend(changes)
    for code, each_change in by_leaf.items():
        places = assessment.criteria.rounding.points
        answers[code] = _changed(answers[code], each_change, assessment.register.rows, places)
    criteria, register = assessment.criteria, assessment.register
    awaited = awaited_rows(criteria, assessment.awaiting, len(register))
    settled, counting = settle_relative(criteria, register, answers, awaited)
    away = [(each.unit, each.code) for each in own if each.action == "na"]
    made = attrs.evolve(
        assessment,
        answers={code: _set_all_the_same(each) for code, each in settled.items()},
        counting=counting,
        declared=tuple(dict.fromkeys([*assessment.declared, *away])),
        carried=carried,
        adjustments=tuple(own),
    )
    return list(_beyond(made, by_leaf)) or made


def _unsettled(answers: Answers) -> Answers:
    """The answers as they were reported: whom a relative rule could not compare yet may be compared now."""
    if answers.waiting is None:
        return answers
    return attrs.evolve(answers, status=np.where(answers.waiting, np.int8(SCORED), answers.status), waiting=None)


def _set_all_the_same(answers: Answers) -> Answers:
    """Units with points set do not wait to be compared."""
    if answers.waiting is None or answers.fixed is None:
        return answers
    free = answers.waiting & (answers.fixed != NOTHING)
    status = np.where(free, np.int8(GIVEN), answers.status)
    return attrs.evolve(answers, status=status, waiting=answers.waiting & ~free)


def _misplaced(assessment: Assessment, own: list[Adjustment]) -> Iterator[Problem]:
    """Points of a parent, a node that must apply, points set twice or added to nothing."""
    criteria = assessment.criteria
    first: dict[tuple[object, ...], Adjustment] = {}
    stages = assessment.stages
    gone = _taken_away(own, stages)
    for each in own:
        node, row = criteria.node(each.code), assessment.register.rows[each.unit]
        arguments = {"code": each.code, "unit": each.unit}
        if each.action == "na":
            if not allows(criteria, node):
                yield Problem("adjustment.must_apply", each.place, arguments=arguments)
            continue
        if node.parts:
            yield Problem("adjustment.parent", each.place, arguments=arguments)
            continue
        if awaited_with(criteria, node, assessment.awaiting) is not None:
            yield Problem("adjustment.awaited", each.place, arguments=arguments)
            continue
        places = criteria.rounding.points
        if each.value is not None and places_of(each.value.normalize()) > places:
            said = {"value": f"{each.value:f}", "places": str(places)}
            yield Problem("adjustment.places", each.place, arguments=said)
            continue
        if not enters(node, assessment.stage):
            yield Problem("adjustment.not_at_stage", each.place, arguments=arguments)
            continue
        above = [each_node.criterion.code for each_node in ancestors(criteria, node)]
        status = int(assessment.answers[each.code].status[row])
        if status == NOT_APPLICABLE or any(
            gone.get((each.unit, code), len(stages)) <= stages.index(each.stage) for code in above
        ):
            yield Problem("adjustment.gone", each.place, arguments=arguments)
        other = first.setdefault(_once(each), each)
        if other is not each:
            yield Problem("adjustment.twice", each.place, arguments={**arguments, "first": other.place or ""})
        elif each.action == "add" and status == MISSING and (each.unit, each.code) not in _set_codes(own):
            yield Problem("adjustment.nothing", each.place, arguments=arguments)


def _taken_away(own: Iterable[Adjustment], stages: tuple[Stage, ...]) -> dict[tuple[str, str], int]:
    """The nodes that are said not to apply to a unit, each with the place of the first stage that says so."""
    found: dict[tuple[str, str], int] = {}
    for each in (each for each in own if each.action == "na"):
        place = stages.index(each.stage)
        found[each.unit, each.code] = min(place, found.get((each.unit, each.code), place))
    return found


def _once(change: Adjustment) -> tuple[object, ...]:
    """What may stand once: points set at a stage, or a row that says the same in every word."""
    if change.action == "set":
        return ("set", change.unit, change.code, change.stage)
    return attrs.astuple(attrs.evolve(change, place=None))


def _set_codes(own: list[Adjustment]) -> set[tuple[str, str]]:
    return {(each.unit, each.code) for each in own if each.action == "set"}


def _without(answers: Answers, row: int) -> Answers:
    """The answers with one unit's leaf taken away."""
    status = answers.status.copy()
    status[row] = NOT_APPLICABLE
    return attrs.evolve(answers, status=status)


def _changed(answers: Answers, changes: list[Adjustment], rows: Mapping[str, int], places: int) -> Answers:
    """The answers with points set and added."""
    size = len(answers.status)
    status = answers.status.copy()
    fixed = np.full(size, NOTHING, dtype=np.int64) if answers.fixed is None else answers.fixed.copy()
    added = np.zeros(size, dtype=np.int64) if answers.added is None else answers.added.copy()
    for each in changes:
        row, points = rows[each.unit], to_integer(each.value or Decimal(0), places)
        if each.action == "add":
            added[row] += points
        else:
            fixed[row] = points
            status[row] = GIVEN if status[row] == MISSING else status[row]
    return attrs.evolve(answers, status=status, fixed=fixed, added=added)


def _beyond(made: Assessment, by_leaf: Mapping[str, list[Adjustment]]) -> Iterator[Problem]:
    """Points that are not between 0 and the maximum any more."""
    places = made.criteria.rounding.points
    for code, changes in by_leaf.items():
        node = made.criteria.node(code)
        scored, most = score_leaf(node, made), to_integer(node.criterion.max_points, places)
        points = scored.points
        for each in changes:
            row = made.register.rows[each.unit]
            got = int(points[row])
            if int(scored.status[row]) == NOT_APPLICABLE:
                yield Problem("adjustment.gone", each.place, arguments={"code": code, "unit": each.unit})
            elif not 0 <= got <= most:
                maximum = f"{node.criterion.max_points:f}"
                arguments = {"code": code, "points": str(to_decimal(got, places)), "most": maximum}
                yield Problem("adjustment.beyond", each.place, arguments=arguments)
