"""A decision's annex as its rows: where the table begins, what its columns hold, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal

import attrs

from cchc_index.office.annex.headings import BLOCK_TITLES, HEADINGS, METHOD_WORDS, TOTALS
from cchc_index.office.annex.numbering import label_of
from cchc_index.office.annex.spelling import plain
from cchc_index.problems.problem import Problem
from cchc_index.reading.grids.cells import Grid
from cchc_index.values.exact import parse_decimal
from cchc_index.values.text import folded

Kind = Literal["criterion", "sentence", "total", "block", "foot"]
_MOST_HEADED: Final = 60  #: rows in which a table must begin
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?(?= ?(?:điểm|đ)?$)")
#: how the signature below a decision begins: on whose behalf it was signed, or who signs; not a sentence
_SIGNED: Final = re.compile(
    r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\.? ?(?=ỦY BAN|UỶ BAN|UBND|CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|TRƯỞNG|HỘI ĐỒNG)"
    r"|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC)$|NGƯỜI LẬP(?: BIỂU| BẢNG)?$|Nơi nhận *:"
)
_NOTED: Final = re.compile(r"(?:ghi chú|chú thích|lưu ý)\b", re.IGNORECASE)
_SURVEYED: Final = dict(METHOD_WORDS)["survey"]
_TOLERATED: Final = ("sheet.merged",)  #: what a printed table may hold, and a table of values may not


@attrs.frozen
class AnnexRow:
    """One row below the heading.

    Attributes:
        number: The row of the grid, from 0.
        kind: What it is.
        label: Its running number.
        texts: By column, its cells' texts; a scoring text that several columns hold is joined.
        points: Its number in the column of maxima; None where there is none that can be read.
        typed: Whether its running number is kept as a number, so that 1.10 may have become 1.1.
        block: Of a block, which.
    """

    number: int
    kind: Kind
    label: str
    texts: Mapping[str, str]
    points: Decimal | None = None
    typed: bool = False
    block: str = ""

    def text(self, column: str) -> str:
        """The text in a column; "" for none."""
        return self.texts.get(column, "")


@attrs.frozen
class Annex:
    """A sheet that is an annex.

    Attributes:
        grid: The sheet.
        columns: What its columns hold, by number from 0.
        unknown: Headings that are not known, by number of the column, where something stands below.
        above: The lines above the table.
        rows: The rows below the heading.
        joined: Of cells that reach over several rows in the column of scoring: from each row, those it covers.
    """

    grid: Grid
    columns: Mapping[int, str]
    unknown: Mapping[int, str]
    above: tuple[str, ...]
    rows: tuple[AnnexRow, ...]
    joined: Mapping[int, int]

    def address(self, row: int, column: str) -> str:
        """The address of a row's cell in a column."""
        at = next((number for number, name in self.columns.items() if name == column), 0)
        return self.grid.address(row, at)


def heading_of(text: str) -> str:
    """What a column holds by its heading; "" for one that is not known.

    Example:
        >>> heading_of("Điểm tối đa"), heading_of("Ghi chú (cách chấm)"), heading_of("Tài liệu kiểm chứng")
        ('max_points', 'scoring', 'evidence')
        >>> heading_of("Tiêu chí, tiêu chí thành phần"), heading_of("Điểm tự chấm"), heading_of("Hoa quả")
        ('title', 'aside', '')
    """
    said = folded(plain(text))
    found = [(len(begin), name) for name, begins in HEADINGS for begin in begins if _begins(said, begin)]
    return max(found)[1] if found else ""


def _begins(said: str, begin: str) -> bool:
    return said.startswith(begin) and (len(said) == len(begin) or not said[len(begin)].isalpha() or begin.endswith("("))


def annex_of(grid: Grid) -> Annex | None:
    """The annex that a sheet holds; None where no row heads a running number, a title and a maximum."""
    rows = [grid.texts(row) for row in range(len(grid.cells))]
    for top in range(min(len(rows), _MOST_HEADED)):
        columns, depth = _columns(rows, top)
        if {"title", "max_points"} <= set(columns.values()) and {"number", "scoring"} & set(columns.values()):
            return _annex(grid, rows, top, depth, columns)
    return None


def _columns(rows: Sequence[Sequence[str]], top: int) -> tuple[dict[int, str], int]:
    """The columns by their headings, and how many rows the headings take."""
    found: dict[int, str] = {}
    for number, text in enumerate(rows[top]):
        name = heading_of(text) if text else ""
        if name and (name not in found.values() or name in ("aside", "scoring")):
            found[number] = name
    if "title" not in found.values() or top + 1 >= len(rows):
        return found, 1
    below = rows[top + 1]
    at = {name: number for number, name in reversed(found.items())}
    named = {number: heading_of(text) for number, text in enumerate(below) if text}
    is_second = not below[at["title"]] and not ("number" in at and below[at["number"]])
    if is_second and any(named.values()) and not any(text[:1].isdigit() for text in below):
        for number, name in named.items():
            over = next((found[each] for each in range(number, -1, -1) if rows[top][each]), "")
            if name == "max_points" and over == "max_points":
                found = {each: kept for each, kept in found.items() if kept != "max_points"}
            if name not in found.values() or name == "aside" or number in found:
                found[number] = name or ("aside" if over == "aside" else "")
        return {number: name for number, name in found.items() if name}, 2
    return found, 1


def _annex(grid: Grid, rows: list[list[str]], top: int, depth: int, columns: dict[int, str]) -> Annex:
    heads = [tuple(map(folded, rows[top + number])) for number in range(depth)]
    body = [
        number
        for number in range(top + depth, len(rows))
        if any(rows[number]) and tuple(map(folded, rows[number])) not in heads and not _is_count(rows[number])
    ]
    read = tuple(_kinds(_row(grid, rows[number], number, columns) for number in body))
    unknown = {
        number: text
        for number, text in enumerate(rows[top])
        if number not in columns and any(rows[row][number] for row in body)
    }
    above = tuple(" ".join(filter(None, dict.fromkeys(row))) for row in rows[:top] if any(row))
    return Annex(grid, columns, unknown, above, read, _joined(grid, columns))


def _is_count(row: Sequence[str]) -> bool:
    """Whether a row counts the columns: (1), (2), (3)."""
    filled = [text.strip("() ") for text in row if text]
    return len(filled) > 2 and filled == [str(number) for number in range(1, len(filled) + 1)]


def _row(grid: Grid, cells: Sequence[str], number: int, columns: Mapping[int, str]) -> AnnexRow:
    texts: dict[str, str] = {}
    typed = False
    for at, name in columns.items():
        if name == "aside" and folded(plain(cells[at])) in _SURVEYED:
            texts["method"] = cells[at]  # printed where a survey's points will stand
        elif name != "aside" and cells[at]:
            texts[name] = f"{texts[name]}\n{cells[at]}" if name in texts else cells[at]
            typed |= name == "number" and grid.is_typed_number(number, at)
    label = label_of(texts.get("number", ""))
    if "number" in texts and not label and "title" not in texts:
        texts["title"] = texts["number"]  # a total, or a footnote, that begins in the first column
    return AnnexRow(number, "criterion", label, texts, number_in(texts.get("max_points", "")), typed)


def number_in(text: str) -> Decimal | None:
    """The number of points that a cell says; None for anything else.

    Example:
        >>> number_in("2,50"), number_in("5 điểm"), number_in("1.000"), number_in("tối đa 5")
        (Decimal('2.50'), Decimal('5'), None, None)
    """
    match = _NUMBER.match(plain(text))
    return parse_decimal(match[0]) if match else None


def _kinds(rows: Iterator[AnnexRow]) -> Iterator[AnnexRow]:
    """What each row is, which depends on those above it: what follows the total and has no number is a footnote."""
    ended = signed = False
    for row in rows:
        title = folded(plain(row.text("title"))).rstrip(" :.")
        signed = not row.label and row.points is None and (signed or any(map(_SIGNED.match, row.texts.values())))
        if signed and not any(text.startswith(("*", "(*")) or _NOTED.match(text) for text in row.texts.values()):
            continue  # who signed the decision, and nothing of its criteria
        signed = False
        block = next((name for name, begins in BLOCK_TITLES if any(_begins(title, each) for each in begins)), "")
        spoken = ended and not row.text("max_points")  # a second total without a figure only speaks of totals
        if not row.label and title and not spoken and any(_begins(title, each) for each in TOTALS):
            ended = True
            yield attrs.evolve(row, kind="total")
        elif block and (not row.label or not label_is_dotted(row.label)):
            ended = False
            yield attrs.evolve(row, kind="block", block=block)
        elif row.label and title:
            yield row
        elif ended or (title.startswith(("ghi chú", "* ghi chú", "chú thích")) and row.points is None):
            ended = True
            yield attrs.evolve(row, kind="foot")
        else:
            yield attrs.evolve(row, kind="sentence")


def label_is_dotted(label: str) -> bool:
    """Whether a running number is one of several levels: no block begins there."""
    return "." in label


def _joined(grid: Grid, columns: Mapping[int, str]) -> Mapping[int, int]:
    """Of merged cells in columns of scoring: the row in which each begins, and how many it covers."""
    found: dict[int, int] = {}
    for problem in grid.problems:
        if problem.key not in _TOLERATED:
            continue
        match = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", str(problem.arguments["range"]))
        if match is None:
            continue
        rows = {int(line): number for number, line in enumerate(grid.lines.tolist())}
        first, last = rows.get(int(match[2])), int(match[4]) - int(match[2]) + 1
        for at, name in columns.items():
            reaches = name in ("scoring", "max_points") and first is not None and last > 1
            if reaches and first is not None and grid.address(first, at).rstrip("0123456789") == match[1]:
                found[first] = last
    return found


def faults_of(grid: Grid) -> list[Problem]:
    """What is wrong with a sheet that even a printed table may not be."""
    return [problem for problem in grid.problems if problem.key not in _TOLERATED]
