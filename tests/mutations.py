"""What can happen to a sound file: each kind of change, and whether it is harmless by design or must be refused."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable
from typing import Any, Final

import attrs
from openpyxl.worksheet.worksheet import Worksheet

CRITERIA: Final = """\
id: mutations
edition: 2021
title: {vi: Bộ thử, en: A trial}
source: {status: illustrative, note: made up}
rounding: {points: 2, index: 2, mode: half_up}
rank: {by: index, ties: shared}
missing: refuse
not_applicable_words: [na, không áp dụng]
classify:
  thresholds:
    bands: [{label: Tốt, from: 80}, {label: Khá, from: 50}, {label: Trung bình}]
criteria:
  - code: "1"
    title: Thể chế
    max_points: 6
    criteria:
      - {code: "1.1", title: Kế hoạch, max_points: 2, rule: yes_no}
      - {code: "1.2", title: Đúng hạn, max_points: 4, rule: {steps: {on: rate, steps: [{from: 90, points: 4}, {from: 70, below: 90, points: 2.5}]}}}
  - {code: "2", title: Chấm điểm, max_points: 3, rule: {points: {in_steps_of: 0.5}}, not_applicable: allowed}
  - {code: "3", title: Tỷ lệ, max_points: 1.5, rule: {proportion: {zero_below: 50}}}
"""  # noqa: E501  # as people write it

TABLE: Final = """\
unit,name,group,1.1,1.2.done,1.2.planned,2,3.rate
001,Sở Hòa Bình,so,có,9,10,1.5,95
002,Sở Tư pháp,so,không,17,20,na,62.5
003,Sở Y tế,so,có,8,10,3,100
"""
REGISTER: Final = "unit,name,group\n001,Sở Hòa Bình,so\n002,Sở Tư pháp,so\n003,Sở Y tế,so\n"


@attrs.frozen
class Change:
    """A change of a file.

    Attributes:
        make: What it makes of the file.
        harmless: Whether the results must stay the same; otherwise the file must be refused.
    """

    make: Callable[[Any], Any]
    harmless: bool = False


def swap(old: str, new: str) -> Change:
    """A text in place of another, which must be there; refused."""
    return Change(lambda text: _swapped(text, old, new))


def same(old: str, new: str) -> Change:
    """A text in place of another, which must be there; harmless."""
    return Change(lambda text: _swapped(text, old, new), harmless=True)


def _swapped(text: str, old: str, new: str) -> str:
    assert old in text, old
    return text.replace(old, new, 1)


def raw(make: Callable[[bytes], bytes], *, harmless: bool = False) -> Change:
    """A change of the bytes."""
    return Change(lambda text: make(text.encode()), harmless)


YAML: Final[dict[str, Change]] = {
    "byte order mark": raw(lambda data: b"\xef\xbb\xbf" + data, harmless=True),
    "CRLF": raw(lambda data: data.replace(b"\n", b"\r\n"), harmless=True),
    "no final newline": raw(lambda data: data.rstrip(b"\n"), harmless=True),
    "blank lines": same("criteria:\n", "\n\ncriteria:\n\n"),
    "a comment": same("edition: 2021\n", "edition: 2021  # năm\n"),
    "document start": same("id: mutations", "---\nid: mutations"),
    "document end": Change(lambda text: text + "...\n", harmless=True),
    "a quoted text": same("title: Thể chế", "title: 'Thể chế'"),
    "quoted numbers": same("max_points: 6", 'max_points: "6"'),
    "a zero more": same("max_points: 6", "max_points: 6.0"),
    "other order of keys": same(
        "edition: 2021\ntitle: {vi: Bộ thử, en: A trial}", "title: {vi: Bộ thử, en: A trial}\nedition: 2021"
    ),
    "decomposed letters": Change(lambda text: unicodedata.normalize("NFD", text), harmless=True),
    "spaces at line ends": same("missing: refuse\n", "missing: refuse   \n"),
    "block for flow": same("rank: {by: index, ties: shared}", "rank:\n  by: index\n  ties: shared"),
    "a last band from 0": same("{label: Trung bình}", "{label: Trung bình, from: 0}"),
    "a default left out": same("missing: refuse\n", ""),
    "UTF-16": raw(lambda data: data.decode().encode("utf-16")),
    "Windows-1258": raw(lambda data: data.replace("Thể chế".encode(), b"Th\xea\xd2 ch\xea\xec")),
    "TCVN3": raw(lambda data: data.replace("Thể chế".encode(), b"Th\xd3 ch\xd5")),
    "a byte that is none": raw(lambda data: data + b"\xff"),
    "a NUL": swap("Thể chế", "Thể\x00chế"),
    "zero width": swap("id: mutations", "id: muta\u200btions"),
    "a line separator": swap("Thể chế", "Thể\u2028chế"),
    "text direction": swap("Thể chế", "Thể\u202echế"),
    "a soft hyphen": swap("Thể chế", "Thể\u00adchế"),
    "private use": swap("Thể chế", "Thể\ue000chế"),
    "a picture": raw(lambda data: b"\x89PNG\r\n\x1a\n" + data),
    "an escape": swap("title: Thể chế", 'title: "Thể\\x1b[2J"'),
    "zero width escaped": swap("title: Thể chế", 'title: "Thể\\u200b"'),
    "zero width escaped in a key": swap("missing: refuse", '"missing\\u200b": refuse'),
    "a code in curly quotes": swap('code: "1.2"', "code: “1.2”"),
    "a code in guillemets": swap('code: "1.2"', "code: «1.2»"),
    "curly quotes in straight ones": swap('code: "1.2"', 'code: "“1.2”"'),
    "a number in curly quotes": swap("max_points: 6", "max_points: “6”"),
    "an id in curly quotes": swap("id: mutations", "id: ‘mutations’"),
    "a curly quote without its other": swap("title: Thể chế", "title: “Thể chế"),
    "a printed dash in a code": swap('code: "1.2"', 'code: "1–2"'),
    "a full-width code": swap('code: "1.2"', 'code: "１.2"'),
    "a Cyrillic letter in a code": swap('code: "1.2"', 'code: "1.а"'),
    "empty": Change(lambda text: ""),
    "only a comment": Change(lambda text: "# nothing\n"),
    "a second document": Change(lambda text: text + "---\n" + text),
    "a directive": swap("id: mutations", "%YAML 1.1\n---\nid: mutations"),
    "an anchor": swap("title: Thể chế", "title: &a Thể chế"),
    "an alias": swap("title: Thể chế", "title: *a"),
    "a merge key": swap("missing: refuse", "<<: {missing: refuse}"),
    "a tag": swap("max_points: 6", "max_points: !!int 6"),
    "a tag of Python": swap("title: Thể chế", "title: !!python/name:os.system x"),
    "a key twice": swap("missing: refuse\n", "missing: refuse\nmissing: refuse\n"),
    "a key twice in other case": swap("missing: refuse\n", "missing: refuse\nMissing: refuse\n"),
    "a key misspelt": swap("rounding:", "roundings:"),
    "a key in capitals": swap("missing:", "Missing:"),
    "a tab": swap('  - code: "1"', '\t- code: "1"'),
    "an indent lost": swap('      - {code: "1.1"', '    - {code: "1.1"'),
    "a bracket lost": swap("rule: yes_no}", "rule: yes_no"),
    "a quote lost": swap('code: "1"', 'code: "1'),
    "a colon lost": swap("rounding: {", "rounding {"),
    "a conflict left": swap("missing: refuse\n", "<<<<<<< HEAD\nmissing: refuse\n=======\n"),
    "a web page": Change(lambda text: "<html><body>404</body></html>"),
    "a decimal comma": swap("max_points: 1.5", "max_points: 1,5"),
    "a quoted decimal comma": swap("max_points: 6", 'max_points: "6,0"'),
    "thousands": swap("max_points: 6", "max_points: 1_000"),
    "an exponent": swap("max_points: 6", "max_points: 6e0"),
    "not a number": swap("max_points: 6", "max_points: .nan"),
    "infinite": swap("max_points: 6", "max_points: .inf"),
    "octal": swap("max_points: 6", "max_points: 06"),
    "hexadecimal": swap("max_points: 6", "max_points: 0x6"),
    "full-width digits": swap("max_points: 6", "max_points: ６"),
    "Arabic digits": swap("max_points: 6", "max_points: ٦"),
    "a minus sign of printers": swap("max_points: 6", "max_points: −6"),
    "negative points": swap("max_points: 6", "max_points: -6"),
    "no points": swap("max_points: 6", "max_points: 0"),
    "a blank value": swap("max_points: 6", "max_points:"),
    "a tilde": swap("max_points: 6", "max_points: ~"),
    "a maximum left out": swap("    max_points: 6\n", ""),
    "a sum that differs": swap("max_points: 6", "max_points: 7"),
    "a code twice": swap('code: "1.2"', 'code: "1.1"'),
    "a code with a space": swap('code: "1.2"', 'code: "1 2"'),
    "an unknown rule": swap("rule: yes_no", "rule: yes_nos"),
    "an unknown plugin": swap("rule: yes_no", "rule: nowhere.yes_no"),
    "no rule": swap(", rule: yes_no", ""),
    "two rules": swap("rule: yes_no", "rule: {yes_no: {}, points: {}}"),
    "an unknown parameter": swap("zero_below: 50", "zero_under: 50"),
    "steps that overlap": swap("below: 90", "below: 95"),
    "steps with a gap": swap("below: 90", "below: 89"),
    "a share for per cent": swap("{from: 90, points: 4}, {from: 70, below: 90, points: 2.5}", "{from: 0.9, points: 4}"),
    "no step earns it all": swap("{from: 90, points: 4}", "{from: 90, points: 3}"),
    "bands out of order": swap("from: 50", "from: 85"),
    "a band without cut-off": swap("{label: Khá, from: 50}", "{label: Khá}"),
    "a band open and closed below": swap("from: 50}", "from: 50, above: 50}"),
    "a need of no node": swap("from: 50}", 'from: 50, needs: [{node: "7", per_cent: 50}]}'),
    "a need of more than all": swap("from: 50}", 'from: 50, needs: [{node: "1", per_cent: 100.5}]}'),
    "a need of the last band": swap("{label: Trung bình}", '{label: Trung bình, needs: [{node: "1", per_cent: 50}]}'),
    "a last band with cut-off": swap("{label: Trung bình}", "{label: Trung bình, from: 10}"),
    "an unknown status": swap("illustrative", "final"),
    "an unknown mode": swap("half_up", "up"),
    "yes for allowed": swap("not_applicable: allowed", "not_applicable: yes"),
    "a number as word": swap("not_applicable_words: [na,", "not_applicable_words: [0,"),
    "a list for a text": swap("title: Thể chế", "title: [Thể chế]"),
    "a text for a list": swap("criteria:\n", "criteria: none\nothers:\n"),
    "an unknown language": swap("en: A trial", "fr: Un essai"),
    "too many decimals": swap("points: 2.5}", "points: 2.555}"),
    "nested too deep": swap("made up", "[" * 25 + "]" * 25),
}

CSV: Final[dict[str, Change]] = {
    "byte order mark": raw(lambda data: b"\xef\xbb\xbf" + data, harmless=True),
    "CRLF": raw(lambda data: data.replace(b"\n", b"\r\n"), harmless=True),
    "CR": raw(lambda data: data.replace(b"\n", b"\r"), harmless=True),
    "no final newline": raw(lambda data: data.rstrip(b"\n"), harmless=True),
    "blank rows at the end": Change(lambda text: text + "\n\n\n", harmless=True),
    "rows of commas at the end": Change(lambda text: text + ",,,,,,,\n", harmless=True),
    "an unnamed empty column at the end": Change(lambda text: text.replace("\n", ",\n"), harmless=True),
    "quoted cells": same("Sở Tư pháp", '"Sở Tư pháp"'),
    "spaces around": same(",17,", ", 17 ,"),
    "a no-break space around": same(",17,", ",\u00a017,"),
    "decomposed letters": Change(lambda text: unicodedata.normalize("NFD", text), harmless=True),
    "other order of rows": Change(
        lambda text: "\n".join([*text.split("\n")[:1], *text.split("\n")[:0:-1]]).replace("\n\n", "\n") + "\n",
        harmless=True,
    ),
    "other order of columns": Change(
        lambda text: "\n".join(",".join(line.split(",")[::-1]) for line in text.split("\n")), harmless=True
    ),
    "headers in Vietnamese": same("unit,name,group", "Mã đơn vị,Đơn vị,Nhóm"),
    "running numbers": Change(
        lambda text: (
            "\n".join(f"{n if n else 'STT'},{line}" for n, line in enumerate(text.rstrip("\n").split("\n"))) + "\n"
        ),
        harmless=True,
    ),
    "a title in the header": same(",1.1,", ",1.1 Kế hoạch,"),
    "yes in English": same(",có,9", ",yes,9"),
    "capitals": same(",có,9", ",CÓ,9"),
    "a zero more": same(",62.5", ",62.50"),
    "the other word for not applicable": same(",na,", ",không áp dụng,"),
    "a name in other case": same("Sở Tư pháp", "SỞ TƯ PHÁP"),
    "turned": Change(
        lambda text: (
            "\n".join(
                ",".join(row) for row in zip(*(line.split(",") for line in text.rstrip("\n").split("\n")), strict=True)
            )
            + "\n"
        ),
        harmless=True,
    ),
    "UTF-16": raw(lambda data: data.decode().encode("utf-16")),
    "Windows-1258": raw(lambda data: data.replace("Sở Y tế".encode(), b"S\xf5\xd2 Y t\xea\xec")),
    "TCVN3": raw(lambda data: data.replace("Sở Y tế".encode(), b"S\xeb Y t\xd5")),
    "a NUL": swap("17", "1\x007"),
    "zero width in a number": swap("17", "1\u200b7"),
    "zero width in a name": swap("Sở Tư", "Sở\u200b Tư"),
    "empty": Change(lambda text: ""),
    "only a header": Change(lambda text: text.split("\n")[0] + "\n"),
    "no header": Change(lambda text: text.split("\n", 1)[1]),
    "semicolons": Change(lambda text: text.replace(",", ";")),
    "tabs": Change(lambda text: text.replace(",", "\t")),
    "a cell more": swap("9,10,1.5,95", "9,10,1.5,95,1"),
    "a cell less": swap("9,10,1.5,95", "9,10,1.5"),
    "a quote lost": swap("Sở Tư pháp", '"Sở Tư pháp'),
    "a blank row in the middle": swap("002,", "\n002,"),
    "a title row": Change(lambda text: "Bảng điểm năm 2021,,,,,,,\n" + text),
    "a footnote": Change(lambda text: text + "Ghi chú: số liệu tạm tính,,,,,,,\n"),
    "a row of totals": Change(lambda text: text + "Tổng cộng,,,,34,40,4.5,257.5\n"),
    "a share for per cent": swap(",62.5", ",0.625"),
    "one for the whole": swap(",10,3,100", ",10,3,1"),
    "a unit missing": swap("003,Sở Y tế,so,có,8,10,3,100\n", ""),
    "a unit twice": Change(lambda text: text + "003,Sở Y tế,so,có,8,10,3,100\n"),
    "an unknown unit": swap("003,", "004,"),
    "zeros lost": swap("003,", "3,"),
    "an identifier blank": swap("003,", ","),
    "another name": swap("Sở Y tế", "Sở Nội vụ"),
    "the tone elsewhere": swap("Hòa", "Hoà"),
    "another group": swap("Tư pháp,so", "Tư pháp,huyện"),
    "a column missing": Change(lambda text: "\n".join(line.rpartition(",")[0] for line in text.split("\n"))),
    "a column twice": Change(
        lambda text: "\n".join(f"{line},{line.rpartition(',')[2]}" if line else "" for line in text.split("\n"))
    ),
    "an unknown column": swap("3.rate", "4.rate"),
    "an unknown field": swap("3.rate", "3.rates"),
    "a header blank": swap(",2,3.rate", ",,3.rate"),
    "another title": swap(",1.1,", ",1.1 Báo cáo,"),
    "a code read as a number": swap("1.2.planned", "1.20.planned"),
    "a value blank": swap(",17,", ",,"),
    "a dash": swap(",17,", ",-,"),
    "n/a": swap(",17,", ",N/A,"),
    "not applicable where it applies": swap(",có,8", ",na,8"),
    "not applicable by halves": swap(",17,20", ",na,20"),
    "a decimal comma": swap("62.5", '"62,5"'),
    "thousands": swap(",17,", ',"1,017",'),
    "thousands with a point": swap(",17,", ",1.017.000,"),
    "a space inside": swap(",17,", ",1 7,"),
    "a per-cent sign": swap("62.5", "62.5%"),
    "an exponent": swap("62.5", "6.25e1"),
    "not a number": swap("62.5", "NaN"),
    "infinite": swap("62.5", "inf"),
    "full-width digits": swap("62.5", "６２.5"),
    "Arabic digits": swap(",17,", ",١٧,"),
    "an underscore": swap(",17,", ",1_7,"),
    "a plus": swap(",17,", ",+17,"),
    "negative": swap(",17,", ",-17,"),
    "in brackets": swap(",17,", ",(17),"),
    "a zero before": swap(",17,", ",017,"),
    "a fraction of a case": swap(",17,", ",17.5x,"),
    "an error of Excel": swap(",17,", ",#REF!,"),
    "a date": swap(",17,", ",17/01/2021,"),
    "a formula": swap(",17,", ",=8+9,"),
    "a word": swap(",17,", ",mười bảy,"),
    "neither yes nor no": swap(",có,8", ",đạt,8"),
    "a truth value": swap(",có,8", ",TRUE,8"),
    "above the maximum": swap("8,10,3,100", "8,10,3.5,100"),
    "not in steps": swap("9,10,1.5,95", "9,10,1.3,95"),
    "more done than planned": swap(",17,20", ",27,20"),
    "nothing planned": swap(",17,20", ",0,0"),
    "a rate above 100": swap(",95\n", ",950\n"),
    "a decimal point lost": swap("62.5", "625"),
    "a field over the limit": swap("Sở Y tế", "S" * 140_000),
    "a web page": Change(lambda text: "<html><body>404</body></html>"),
    "a picture": raw(lambda data: b"\x89PNG\r\n\x1a\n" + data),
}


def cell(where: str, value: Any, number_format: str = "") -> Change:
    """Another value in a cell; refused."""

    def make(sheet: Worksheet) -> None:
        sheet[where].value = value
        if number_format:
            sheet[where].number_format = number_format

    return Change(make)


def _keep(where: str, value: Any) -> Change:
    def make(sheet: Worksheet) -> None:
        sheet[where].value = value

    return Change(make, harmless=True)


def _do(action: Callable[[Worksheet], Any], *, harmless: bool = False) -> Change:
    def make(sheet: Worksheet) -> None:
        action(sheet)

    return Change(make, harmless)


def _second(sheet: Worksheet, *, hidden: bool = False) -> None:
    assert sheet.parent is not None
    sheet.parent.create_sheet("Khác")["A1"] = "khác"
    if hidden:
        sheet.parent["Khác"].sheet_state = "hidden"


def _empty_second(sheet: Worksheet) -> None:
    assert sheet.parent is not None
    sheet.parent.create_sheet("Trống")


def _bold(sheet: Worksheet) -> None:
    from openpyxl.styles import Font

    sheet["E2"].font = Font(bold=True)


def _hide_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True


def _hide_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["E"].hidden = True


def _comment(sheet: Worksheet) -> None:
    from openpyxl.comments import Comment

    sheet["E2"].comment = Comment("kiểm tra", "A")


def _filter(sheet: Worksheet) -> None:
    sheet.auto_filter.ref = "A1:H4"


def _link(sheet: Worksheet) -> None:
    sheet["B2"].hyperlink = "https://example.org/so"


def _title(sheet: Worksheet) -> None:
    sheet.insert_rows(1)
    sheet["A1"] = "Bảng điểm năm 2021"


#: the table as a workbook: A unit, B name, C group, D 1.1, E 1.2.done, F 1.2.planned, G 2, H 3.rate
XLSX: Final[dict[str, Change]] = {
    "bold": _do(_bold, harmless=True),
    "a comment": _do(_comment, harmless=True),
    "a filter that hides nothing": _do(_filter, harmless=True),
    "an address": _do(_link, harmless=True),
    "an empty second sheet": _do(_empty_second, harmless=True),
    "wider columns": _do(lambda sheet: setattr(sheet.column_dimensions["B"], "width", 60), harmless=True),
    "frozen panes": _do(lambda sheet: setattr(sheet, "freeze_panes", "B2"), harmless=True),
    "a title in the header": _keep("D1", "1.1 Kế hoạch"),
    "yes in English": _keep("D2", "yes"),
    "spaces around a text": _keep("D2", " có "),
    "a name decomposed": _keep("B3", unicodedata.normalize("NFD", "Sở Tư pháp")),
    "empty rows below": _do(lambda sheet: setattr(sheet.row_dimensions[9], "height", 30), harmless=True),
    "a blank row above": _do(lambda sheet: sheet.insert_rows(1), harmless=True),
    "a text number": cell("E3", "17"),
    "a text number with comma": cell("H3", "62,5"),
    "a per-cent sign": cell("H3", "62.5%"),
    "per cent by format": cell("H3", 0.625, "0.00%"),
    "a date": cell("E3", datetime.date(2021, 1, 17)),
    "a date by format": cell("E3", 17, "dd/mm/yyyy"),
    "a time": cell("E3", datetime.time(17, 0)),
    "a truth value": cell("D2", True),
    "a formula": cell("E3", "=8+9"),
    "a formula of text": cell("D2", '="có"'),
    "an error": cell("E3", "#REF!"),
    "an error of division": cell("E3", "#DIV/0!"),
    "a computed number": cell("H3", 185.3 / 3),
    "a blank": cell("E3", None),
    "a dash": cell("E3", "-"),
    "negative": cell("E3", -17),
    "above the maximum": cell("G4", 3.5),
    "a word": cell("E3", "mười bảy"),
    "zero width": cell("B3", "Sở\u200b Tư pháp"),
    "a unit as a number": cell("A4", 3),
    "an unknown unit": cell("A4", "004"),
    "a unit twice": cell("A4", "002"),
    "an identifier blank": cell("A4", None),
    "a code as a number": cell("D1", 1.1),
    "an unknown column": cell("H1", "4.rate"),
    "a header blank": cell("H1", None),
    "a column twice": cell("H1", "2"),
    "a cell beside the table": cell("K3", "?"),
    "a cell below the table": cell("E8", 12),
    "a footnote": cell("A6", "Ghi chú: số tạm tính"),
    "a row of totals": _do(lambda sheet: sheet.append(["Tổng cộng", None, None, None, 34, 40, 4.5, 257.5])),
    "a blank row inside": _do(lambda sheet: sheet.insert_rows(3)),
    "a title row": _do(_title),
    "a row deleted": _do(lambda sheet: sheet.delete_rows(3)),
    "a column deleted": _do(lambda sheet: sheet.delete_cols(5)),
    "merged data": _do(lambda sheet: sheet.merge_cells("E2:E3")),
    "merged names": _do(lambda sheet: sheet.merge_cells("B3:C3")),
    "a hidden row": _do(_hide_row),
    "a hidden column": _do(_hide_column),
    "a second sheet": _do(_second),
    "a hidden second sheet": _do(lambda sheet: _second(sheet, hidden=True)),
    "a cell far away": cell("XFD900000", 1),
}
