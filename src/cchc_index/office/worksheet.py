"""A criteria set's content into a worksheet."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any, Final

from cchc_index.messages.worksheet import (
    ALLOWED,
    COLUMNS,
    PARAMETERS,
    SETTING,
    SETTING_MEANS,
    SETTING_VALUE,
    SETTINGS,
    SHEETS,
    STEP_ROWS,
    said,
)
from cchc_index.notation.structure import fields_of, key_of
from cchc_index.notation.yaml_text import Content, inline
from cchc_index.office.form import MADE
from cchc_index.office.row_height import row_height
from cchc_index.office.worksheet_reading import BLOCKS, FLOW, STEP, area_words, method_words
from cchc_index.problems.errors import MissingExtraError
from cchc_index.problems.problem import Language
from cchc_index.reading.grids.sheet_cells import DIGITS
from cchc_index.registry.registry import Registry
from cchc_index.rules.contract import ScoringRule
from cchc_index.values.areas import ReformArea
from cchc_index.values.exact import parse_decimal

_WIDTHS: Final = {
    **{"code": 12, "title": 48, "title.en": 26, "max_points": 11, "area": 24, "method": 13, "rule": 22},
    **{"parameters": 28, "not_applicable": 20, "reference": 22, "note": 26, "other": 40},
}
_NARROW: Final = 8
_NUMBERS: Final = frozenset({"level", "max_points", "from", "above", "to", "below", "points"})
_METHODS: Final = ("appraised", "survey", "outside")
_LONGEST_LIST: Final = 255  #: letters that the list inside a cell's validation may hold
_A4: Final = 9
_MOST_ROWS: Final = 2000  #: rows below the head whose cells offer their choices

Row = dict[str, str]


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
        _settings_sheet(book.add_worksheet(said(SHEETS["settings"], language)), content, forms, language)
        _criteria_sheet(book.add_worksheet(said(SHEETS["criteria"], language)), content, forms, language, rules)
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


def _settings_sheet(sheet: Any, content: Content, forms: Mapping[str, Any], language: Language) -> None:
    given = dict(settings_of(content))
    rows = [(key, given.pop(key, "")) for key in SETTINGS if key in given or not key.startswith("title")]
    for column, (words, width) in enumerate(((SETTING, 34), (SETTING_VALUE, 60), (SETTING_MEANS, 60))):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, said(words, language), forms["head"])
    for row, (key, text) in enumerate([*rows, *given.items()], 1):
        _put(sheet, row, 0, key, forms)
        _put(sheet, row, 1, text, forms)
        sheet.write_string(row, 2, said(SETTINGS.get(key, ("", "")), language), forms["told"])
    sheet.freeze_panes(1, 1)
    _set_up_print(sheet)


def _criteria_sheet(
    sheet: Any, content: Content, forms: Mapping[str, Any], language: Language, rules: tuple[str, ...]
) -> None:
    for number, (name, words) in enumerate(COLUMNS.items()):
        sheet.set_column(number, number, _width(name))
        sheet.write_string(0, number, said(words, language), forms["head"])
    used: dict[str, None] = {}
    for at, row in enumerate(rows_of(content, language), 1):
        used |= {row["rule"]: None} if "rule" in row else {}
        if height := row_height({text: _width(name) for name, text in row.items()}):
            sheet.set_row(at, height)
        parent = "level" in row and "rule" not in row
        for number, name in enumerate(COLUMNS):
            if name in row:
                shown = {**forms, "text": forms["parent"]} if parent else forms
                _put(sheet, at, number, row[name], shown, number=name in _NUMBERS)
            else:
                sheet.write_blank(at, number, None, forms["number" if name in _NUMBERS else "text"])
    choices = {
        "area": [said(words, language) for words in (*map(area_words, ReformArea), *BLOCKS.values())],
        "method": [said(method_words(method), language) for method in _METHODS],
        "rule": list(dict.fromkeys([*rules, *used])),
        "on": ["rate", "number", "days"],
    }
    for name, options in choices.items():
        column = list(COLUMNS).index(name)
        if len(",".join(options)) < _LONGEST_LIST:
            offered = {"validate": "list", "source": options, "error_type": "warning"}
            sheet.data_validation(1, column, _MOST_ROWS, column, offered)
    sheet.freeze_panes(1, list(COLUMNS).index("title") + 1)
    _set_up_print(sheet)


def _set_up_print(sheet: Any) -> None:
    """A4 across, as wide as the page, the header on each."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _rules_sheet(sheet: Any, forms: Mapping[str, Any], language: Language) -> None:
    for column, (words, width) in enumerate(((COLUMNS["rule"], 20), (SETTING_MEANS, 110))):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, said(words, language), forms["head"])
    for row, (name, rule) in enumerate(Registry.builtin().builtins.offer.rules.items(), 1):
        sheet.write_string(row, 0, name, forms["text"])
        sheet.write_string(row, 1, rule_words(rule, language), forms["told"])
    _set_up_print(sheet)


def rule_words(rule: type[ScoringRule], language: Language) -> str:
    """What a rule is for, and what it can be told, as its class says.

    Example:
        >>> from cchc_index.rules.between import Convert
        >>> rule_words(Convert, "en")
        'from another scale; parameters: scale, from'
    """
    names = [key_of(field) for field in fields_of(rule)]
    told = [rule.purpose.say(language)]
    if "steps" in names:
        told.append(said(STEP_ROWS, language))
        names = [name for name in names if name not in ("on", "steps")]
    if names:
        told.append(said(PARAMETERS, language).format(names=", ".join(names)))
    return "; ".join(told)


def settings_of(content: Content) -> Iterator[tuple[str, str]]:
    """What a set says beside its criteria: a path of keys, and a text, for each."""
    for key, value in content.items():
        if key == "extras" and isinstance(value, dict):
            beside = {inner: each for inner, each in value.items() if inner not in BLOCKS}
            if beside:
                yield from _flat(key, beside)
        elif key != "criteria":
            yield from _flat(key, value)


def _flat(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and value and all(key and not set(key) & set(".[]") for key in value):
        for key, inner in value.items():
            yield from _flat(f"{path}.{key}", inner)
    elif isinstance(value, list) and value and all(isinstance(inner, dict) for inner in value):
        for number, inner in enumerate(value, 1):
            yield from _flat(f"{path}[{number}]", inner)
    elif isinstance(value, str) and not value.startswith(FLOW) and value:
        yield path, value
    else:
        yield path, inline(value)


def rows_of(content: Content, language: Language = "vi") -> Iterator[Row]:
    """The rows of the worksheet's criteria, each as texts by column."""
    for criterion in content.get("criteria", ()):
        yield from _criterion_rows(criterion, 1, language)
    yield from _block_rows(content.get("extras"), 1, language)


def _block_rows(extras: Any, level: int, language: Language) -> Iterator[Row]:
    """The rows of blocks of extra points, of a set or of a node; the word for each stands where areas do."""
    for kind, words in BLOCKS.items() if isinstance(extras, dict) else ():
        block = extras.get(kind)
        if block is not None:
            first, *rest = _criterion_rows(block, level, language)
            yield {**first, "area": said(words, language)}
            yield from rest


def _criterion_rows(criterion: Content, level: int, language: Language) -> Iterator[Row]:
    row: Row = {"level": str(level)}
    rest = dict(criterion)
    parts, extras = rest.pop("criteria", []), rest.pop("extras", None)
    beside = {key: value for key, value in extras.items() if key not in BLOCKS} if isinstance(extras, dict) else {}
    rest |= {"extras": beside} if beside else {}
    for key in ("code", "max_points", "reference", "note"):
        if isinstance(rest.get(key), str):
            row[key] = rest.pop(key)
    title = rest.get("title")
    if isinstance(title, str):
        row["title"] = rest.pop("title")
    elif isinstance(title, dict) and set(title) == {"vi", "en"}:
        row |= {"title": title["vi"], "title.en": title["en"]}
        del rest["title"]
    areas = {area.value: said(area_words(area), language) for area in ReformArea}
    methods = {method: said(method_words(method), language) for method in _METHODS}
    for key, words in (("area", areas), ("method", methods)):
        if rest.get(key) in words:
            row[key] = words[rest.pop(key)]
    applies = rest.get("not_applicable")
    if applies == "allowed":
        row["not_applicable"] = said(ALLOWED, language)
        del rest["not_applicable"]
    elif isinstance(applies, dict) and set(applies) == {"when"} and isinstance(applies["when"], dict):
        row["not_applicable"] = inline(applies["when"])[1:-1]
        del rest["not_applicable"]
    steps: list[Row] = []
    if "rule" in rest:
        told, steps = _rule_cells(rest["rule"])
        if told:
            row |= told
            del rest["rule"]
    if rest:
        row["other"] = inline(rest)[1:-1]
    yield row | (steps[0] if steps else {})
    yield from steps[1:]
    for part in parts:
        yield from _criterion_rows(part, level + 1, language)
    yield from _block_rows(extras, level + 1, language)


def _rule_cells(rule: Any) -> tuple[Row, list[Row]]:
    """A rule's cells, and the rows of its steps."""
    if isinstance(rule, str):
        return {"rule": rule}, []
    if not (isinstance(rule, dict) and len(rule) == 1):
        return {}, []
    ((name, parameters),) = rule.items()
    if not isinstance(parameters, dict):
        return {}, []
    row, rest = {"rule": name}, dict(parameters)
    steps: list[Row] = []
    found = rest.get("steps")
    if isinstance(found, list) and found and all(_is_step(step) for step in found):
        steps = rest.pop("steps")
        if isinstance(rest.get("on"), str):
            row["on"] = rest.pop("on")
    if rest or not parameters:
        row["parameters"] = inline(rest)[1:-1] or "{}"
    return row, steps


def _is_step(step: Any) -> bool:
    return isinstance(step, dict) and bool(step) and set(step) <= set(STEP) and all(map(_is_text, step.values()))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)
