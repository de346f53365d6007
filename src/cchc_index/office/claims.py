"""What a unit reported, for the form on which the council appraises it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import attrs

from cchc_index.assessment.answers import POINTS
from cchc_index.assessment.assessment import Assessment, Remark
from cchc_index.criteria.asked import absent_word
from cchc_index.messages import phrase
from cchc_index.problems.problem import Language
from cchc_index.results.result import IndexResult
from cchc_index.rules.columns import write_number
from cchc_index.values.statuses import NOT_APPLICABLE
from cchc_index.values.units import Unit

_DIGITS = 15  #: of a number that a cell keeps


@attrs.frozen
class FormClaims:
    """One unit's own answers, as cells of a form.

    Attributes:
        cells: By code and field what the unit reported; a parent's field is "".
        told: By code what the rule gives for it, in words.
        remarks: By code its evidence and note.
    """

    cells: Mapping[tuple[str, str], Decimal | str] = attrs.field(factory=dict)
    told: Mapping[str, str] = attrs.field(factory=dict)
    remarks: Mapping[str, Remark] = attrs.field(factory=dict)


def claims_of(result: IndexResult, unit: Unit, language: Language) -> FormClaims:
    """The claims of one unit.

    Args:
        result: The result of the stage at which the unit assessed itself.
        unit: The unit.
        language: Of the words.
    """
    assessment, row = result.assessment, result.register.row(unit.id)
    cells: dict[tuple[str, str], Decimal | str] = {}
    told: dict[str, str] = {}
    word = absent_word(assessment.criteria, language) or "na"
    card = result[unit.id]
    for leaf in assessment.criteria.leaves:
        code = leaf.criterion.code
        cells |= {(code, field): said for field, said in _cells(assessment, code, row, word, language).items()}
        points = card.node(code).points
        if points is not None and any(each == code for each, _ in cells):
            told[code] = phrase("form.claimed", language, points=write_number(points, language))
    for declared, code in assessment.declared:
        if declared == unit.id and assessment.criteria.node(code).parts:
            cells[code, ""] = word
    remarks = {code: remark for (other, code), remark in assessment.remarks.items() if other == unit.id}
    return FormClaims(cells, told, remarks)


def _cells(assessment: Assessment, code: str, row: int, word: str, language: Language) -> dict[str, Decimal | str]:
    """What a unit reported for one leaf, by field."""
    answers = assessment.answers[code]
    rule = assessment.criteria.node(code).criterion.rule
    fields = {field.name: field for group in (rule.rule.reads if rule else ()) for field in group}
    if int(answers.status[row]) == NOT_APPLICABLE:
        own = {declared for unit, declared in assessment.declared if unit == assessment.register.units[row].id}
        return dict.fromkeys(fields, word) if code in own else {}
    found: dict[str, Decimal | str] = {}
    for name, column in answers.fields.items():
        value = column.value(row, fields[name].kind)
        if isinstance(value, bool):
            found[name] = {"vi": ("không", "có"), "en": ("no", "yes")}[language][value]
        elif isinstance(value, Decimal):
            found[name] = value if len(value.as_tuple().digits) <= _DIGITS else f"{value:f}"
        elif value is not None:
            found[name] = value
    if answers.typed is not None and isinstance(points := answers.typed.value(row, "number"), Decimal):
        found[POINTS] = points
    return found
