"""What the council changed: whose points, at which stage, to what, why, who decided so, and by which decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cchc_index.messages import adjusted_words, phrase, stage_word
from cchc_index.rules.columns import write_number
from cchc_index.writing.workbook.points import name_of
from cchc_index.writing.workbook.provenance import heading
from cchc_index.writing.workbook.sheets import lines_of

if TYPE_CHECKING:
    from cchc_index.assessment.adjustment import Adjustment
    from cchc_index.writing.workbook.facts import Facts
    from cchc_index.writing.workbook.sheets import Sheet

HEADER: Final = 4
FIRST: Final = 5
_COLUMNS: Final = ("unit", "code", "title", "stage", "change", "reason", "by", "date", "decision", "objection")
_WIDTHS: Final = (34, 10, 38, 18, 22, 46, 26, 12, 20, 14)


def write_adjustments(facts: Facts, sheet: Sheet) -> None:
    """Write the sheet of adjustments: those that count, then those that a later stage overtook, marked so."""
    language, register = facts.language, facts.result.register
    foot = heading(facts, sheet, "workbook.adjustments", phrase("workbook.adjustments_hint", language))
    for column, key in enumerate(_COLUMNS):
        sheet.text(HEADER, column, phrase(f"workbook.{key}", language), "head")
    row = FIRST
    for changes, overtaken in ((facts.assessment.adjustments, False), (facts.assessment.overtaken, True)):
        for change in changes:
            name = name_of(register[change.unit])
            texts = [
                name,
                change.code,
                _title(facts, change),
                stage_word(change.stage, language),
                _words(facts, change),
            ]
            reason = change.reason
            if overtaken:
                reason = f"{phrase('workbook.overtaken', language)} {reason}"
            texts += [reason, change.by, change.date, change.decision, change.objection]
            for column, text in enumerate(texts):
                sheet.text(row, column, text, "text value" if overtaken else "text")
            sheet.heights(row, max(lines_of(text, width) for text, width in zip(texts, _WIDTHS, strict=True)))
            row += 1
    for column, width in enumerate(_WIDTHS):
        sheet.raw.set_column(column, column, width)
    sheet.raw.freeze_panes(FIRST, 2)
    sheet.print_on(list(_WIDTHS), range(HEADER, FIRST), max(row - 1, FIRST), foot)


def _title(facts: Facts, change: Adjustment) -> str:
    return facts.criteria.node(change.code).criterion.title.say(facts.language)


def _words(facts: Facts, change: Adjustment) -> str:
    """What a change does."""
    value = "" if change.value is None else write_number(change.value, facts.language)
    return adjusted_words(change.action, value, facts.language)
