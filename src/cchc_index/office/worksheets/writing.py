"""A criteria set's content into a worksheet."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs

from cchc_index.messages.worksheet import (
    COLUMNS,
    DRAFT_COLUMNS,
    SETTING,
    SETTING_MEANS,
    SETTING_VALUE,
    SETTINGS,
    SHEETS,
    said,
)
from cchc_index.messages.worksheet_rules import MEASURES
from cchc_index.notation.yaml_text import Content
from cchc_index.office.form import MADE
from cchc_index.office.row_height import row_height
from cchc_index.office.worksheets.rows import Row, rows_of, settings_of
from cchc_index.office.worksheets.words import (
    BLOCKS,
    METHODS,
    area_words,
    method_words,
    named_measure,
    named_rule,
    rule_words,
)
from cchc_index.problems.errors import MissingExtraError
from cchc_index.problems.problem import Language
from cchc_index.reading.grids.cells import column_letters
from cchc_index.reading.grids.sheet_cells import DIGITS
from cchc_index.registry.registry import Registry
from cchc_index.values.areas import ReformArea
from cchc_index.values.exact import parse_decimal

_WIDTHS: Final = {
    **{"code": 12, "title": 48, "title.en": 26, "max_points": 11, "area": 24, "method": 13, "rule": 22},
    **{"parameters": 28, "not_applicable": 20, "reference": 22, "note": 26, "other": 40},
    **{"annex": 40, "understood": 40, "decide": 46},
}
_NARROW: Final = 8
_NUMBERS: Final = frozenset({"level", "max_points", "from", "above", "to", "below", "points"})
_LONGEST_LIST: Final = 255  #: letters that the list inside a cell's validation may hold
_A4: Final = 9
_A3: Final = 8
_MARKED: Final = 20  #: columns that are coloured with a row, at most
OPEN: Final = "#FFF2CC"  #: the colour of what is left to a person
#: columns of a draft that are there though nothing is in them yet
_ALWAYS: Final = (
    *("level", "code", "title", "max_points", "area", "method", "rule", "on", "from", "above", "to", "below", "points"),
    *("parameters", "not_applicable", "annex", "understood", "decide"),
)
_RULES_WIDTH: Final = 110  #: of the column that says what rules are for
_MOST_ROWS: Final = 2000  #: rows below the head whose cells offer their choices


@attrs.frozen
class Sheet:
    """What a worksheet of a criteria set holds.

    Attributes:
        settings: By key, what stands beside the criteria; with a third text, what is left to a person.
        rows: The rows of criteria, each as texts by column.
        draft: Whether it is a draft of an annex, with the annex's own text, what was understood and what is open.
    """

    settings: Sequence[tuple[str, str, str]]
    rows: Sequence[Row]
    draft: bool = False


def criteria_sheet(content: Content, language: Language = "vi", *, rules: tuple[str, ...] = ()) -> bytes:
    """The worksheet of a criteria set, as the bytes of an .xlsx file.

    One row a criterion; a rule's steps have a row each below it. What a worksheet has no column for stands as YAML in
    the last one, so that nothing is lost on the way back.

    Args:
        content: The criteria file as dicts, lists and texts.
        language: Of headers and explanations.
        rules: Names of rules that the cells offer.

    Raises:
        MissingExtraError: xlsxwriter is not installed (the extra `office`).
    """
    given = dict(settings_of(content))
    settings = [(key, given.pop(key, ""), "") for key in SETTINGS if key in given or not key.startswith("title")]
    settings += [(key, text, "") for key, text in given.items()]
    return written_sheet(Sheet(settings, list(rows_of(content, language))), language, rules=rules)


def written_sheet(sheet: Sheet, language: Language = "vi", *, rules: tuple[str, ...] = ()) -> bytes:
    """A worksheet as the bytes of an .xlsx file.

    Raises:
        MissingExtraError: xlsxwriter is not installed (the extra `office`).
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtraError("office", "xlsxwriter") from error
    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(data, options) as book:
        book.set_properties({"created": MADE})
        font = {"font_name": "Times New Roman", "font_size": 11, "valign": "top", "text_wrap": True, "border": 1}
        forms = {
            "head": book.add_format({**font, "bold": True, "bg_color": "#C9D8EC", "valign": "vcenter"}),
            "text": book.add_format({**font, "num_format": "@"}),
            "parent": book.add_format({**font, "num_format": "@", "bold": True, "bg_color": "#E7EEF7"}),
            "number": book.add_format({**font, "align": "right"}),
            "told": book.add_format({**font, "italic": True, "font_color": "#555555"}),
        }
        forms |= {
            "open": book.add_format({**font, "bg_color": OPEN}),
            "marked": book.add_format({"bg_color": OPEN}),
            "quoted": book.add_format({**font, "num_format": "@", "font_color": "#1F4E79"}),
        }
        _settings_sheet(book.add_worksheet(said(SHEETS["settings"], language)), sheet, forms, language)
        _criteria_sheet(book.add_worksheet(said(SHEETS["criteria"], language)), sheet, forms, language, rules)
        _rules_sheet(book.add_worksheet(said(SHEETS["rules"], language)), forms, language)
        book.worksheets()[1].activate()
    return data.getvalue()


def _width(name: str) -> int:
    return _WIDTHS.get(name, _NARROW)


def _put(sheet: Any, row: int, column: int, text: str, forms: Mapping[str, Any], *, number: bool = False) -> None:
    """Write a cell; a number only where a spreadsheet keeps it as it was typed."""
    value = parse_decimal(text) if number else None
    if value is not None and f"{value.normalize():f}" == text and len(value.as_tuple().digits) <= DIGITS:
        sheet.write_number(row, column, value, forms["number"])
    else:
        sheet.write_string(row, column, text, forms["text"])


def _settings_sheet(page: Any, sheet: Sheet, forms: Mapping[str, Any], language: Language) -> None:
    heads = [(SETTING, 34), (SETTING_VALUE, 60), (SETTING_MEANS, 60)]
    heads += [(DRAFT_COLUMNS["decide"], 60)] if sheet.draft else []
    for column, (words, width) in enumerate(heads):
        page.set_column(column, column, width)
        page.write_string(0, column, said(words, language), forms["head"])
    for row, (key, text, open_) in enumerate(sheet.settings, 1):
        meaning = said(SETTINGS.get(key, ("", "")), language)
        if height := row_height({text: 60, meaning: 60, open_: 60 if sheet.draft else 1000}):
            page.set_row(row, height)
        _put(page, row, 0, key, forms)
        _put(page, row, 1, text, forms)
        page.write_string(row, 2, meaning, forms["told"])
        if sheet.draft:
            page.write_string(row, 3, open_, forms["text"])
    if sheet.draft:
        _colour(page, 1, len(sheet.settings), 3, forms)
    page.freeze_panes(1, 1)
    _set_up_print(page)


def _criteria_sheet(
    page: Any, sheet: Sheet, forms: Mapping[str, Any], language: Language, rules: tuple[str, ...]
) -> None:
    columns = _columns(sheet)
    names = list(columns)
    for number, (name, words) in enumerate(columns.items()):
        page.set_column(number, number, _width(name))
        page.write_string(0, number, said(words, language), forms["head"])
    used: dict[str, None] = {}
    for at, row in enumerate(sheet.rows, 1):
        used |= {row["rule"]: None} if "rule" in row else {}
        if height := row_height({text: _width(name) for name, text in row.items()}):
            page.set_row(at, height)
        parent = "level" in row and "rule" not in row and "decide" not in row
        for number, name in enumerate(names):
            if name in row:
                shown = {**forms, "text": forms["parent"]} if parent else forms
                shown = {**forms, "text": forms["quoted"]} if name in ("annex", "understood") else shown
                _put(page, at, number, row[name], shown, number=name in _NUMBERS)
            else:
                page.write_blank(at, number, None, forms["number" if name in _NUMBERS else "text"])
    choices = {
        "area": [said(words, language) for words in (*map(area_words, ReformArea), *BLOCKS.values())],
        "method": [said(method_words(method), language) for method in METHODS],
        "rule": list(dict.fromkeys([*(named_rule(rule, language) for rule in rules), *used])),
        "on": [named_measure(measure, language) for measure in MEASURES],
    }
    for name, options in choices.items():
        if name in names and options:
            column = names.index(name)
            source: Any = options
            if len(",".join(options)) >= _LONGEST_LIST:
                source = _listed_rules(language, len(rules)) if name == "rule" and rules else None
            if source:
                offered = {"validate": "list", "source": source, "error_type": "warning"}
                page.data_validation(1, column, _MOST_ROWS, column, offered)
    if sheet.draft:
        _colour(page, 1, _MOST_ROWS, names.index("decide"), forms)
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(names) - 1)
    page.freeze_panes(1, names.index("title") + 1)
    _set_up_print(page, _A3 if sheet.draft else _A4)


def _columns(sheet: Sheet) -> dict[str, tuple[str, str]]:
    """The columns with their headings: a draft's own stand beside the title, and none is there that nothing is for."""
    if not sheet.draft:
        return COLUMNS
    used = {name for row in sheet.rows for name in row} | set(_ALWAYS)
    names = list(COLUMNS)
    after = names.index("max_points") + 1
    ordered = [*names[:after], *DRAFT_COLUMNS, *names[after:]]
    return {name: (COLUMNS | DRAFT_COLUMNS)[name] for name in ordered if name in used}


def _listed_rules(language: Language, count: int) -> str:
    """The cells of the third sheet that name the rules: a list that is too long for a cell's own."""
    return f"='{said(SHEETS['rules'], language)}'!$A$2:$A${count + 1}"


def _colour(page: Any, first: int, last: int, column: int, forms: Mapping[str, Any]) -> None:
    """Colour each row for as long as something is left to a person there."""
    letter = column_letters(column + 1)
    formula = f"=LEN(${letter}{first + 1})>0"
    page.conditional_format(
        first, 0, last, max(column, _MARKED), {"type": "formula", "criteria": formula, "format": forms["marked"]}
    )


def _set_up_print(sheet: Any, paper: int = _A4) -> None:
    """Paper across, the sheet as wide as the page, the header on each."""
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _rules_sheet(sheet: Any, forms: Mapping[str, Any], language: Language) -> None:
    for column, (words, width) in enumerate(((COLUMNS["rule"], 20), (SETTING_MEANS, _RULES_WIDTH))):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, said(words, language), forms["head"])
    for row, (name, rule) in enumerate(Registry.builtin().builtins.offer.rules.items(), 1):
        sheet.write_string(row, 0, named_rule(name, language), forms["text"])
        told = rule_words(rule, language)
        sheet.write_string(row, 1, told, forms["told"])
        if height := row_height({told: _RULES_WIDTH}):
            sheet.set_row(row, height)
    _set_up_print(sheet)
