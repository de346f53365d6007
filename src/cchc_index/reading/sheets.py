"""Sheets of workbooks as tables: one row a unit, or a form that one unit filled in."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import FileEntry
from cchc_index.reading.grids.workbooks import Sheet, Workbook
from cchc_index.reading.tables import UNREADABLE, FormHead, Table, header_problems, lies_on_its_side
from cchc_index.values.headings import IGNORED, heading_word, is_known, meaning_of

_HEAD_ROWS = 30  #: how far down the header of a form may stand
_LONG = ("unit", "code", "field", "value", "evidence", "note")
_FREE = ("name", "group", "evidence", "note", "unit", "code", "field", "criteria")


def table_of_workbook(
    book: Workbook,
    stage: str,
    heads: Callable[[str], bool],
    how: FileEntry,
) -> Table:
    """A workbook's one table: of the sheet that is named, or of the only one that holds something.

    Args:
        book: The workbook.
        stage: The stage whose columns of a form are read.
        heads: Whether a text heads a column, by which a table on its side is known.
        how: How it is to be read: its sheet, decimals and thousands of numbers kept as text, rows of totals.
    """
    sheet = how.sheet
    problems = list(book.problems)
    sheets = [each for each in book.sheets if each.name == sheet or not sheet]
    if not problems and len(sheets) != 1:
        names = ", ".join(each.name for each in book.sheets)
        key = "workbook.no_sheet" if sheet else "workbook.two_sheets" if sheets else "table.empty"
        problems.append(Problem(key, Place(book.name), arguments={"sheet": sheet, "names": names}))
    if problems:
        return Table(book.name, (), (), how.decimal, book.sha256, tuple(problems), whole=False)
    found = _form(book.name, sheets[0], stage, how)
    if found is None:
        found = _plain(book.name, sheets[0].turned() if lies_on_its_side(sheets[0].rows, heads) else sheets[0], how)
    return attrs.evolve(found, sha256=book.sha256, decimal=how.decimal, totals=how.totals, thousands=how.thousands)


def _takes_texts(how: FileEntry) -> bool:
    """Whether a number kept as text has one reading only: its marks are declared."""
    return how.decimal == "," or bool(how.thousands)


def _oddity(sheet: Sheet, row: int, column: int, how: FileEntry) -> tuple[str, dict[str, str]] | None:
    """Why a cell cannot be taken as a value as its file is declared; None for one that can."""
    found = sheet.oddity(row, column, how.formulas)
    if found is not None and found[0] == "value.text_number" and _takes_texts(how):
        return None
    return found


def _plain(file: str, sheet: Sheet, how: FileEntry) -> Table:
    """A sheet with a row of headers and one row a unit, or a unit and criterion."""
    filled = [number for number, row in enumerate(sheet.rows) if any(row)]
    first, last = filled[0], filled[-1]
    titles = list(sheet.rows[first])
    body = [(number, sheet.rows[number]) for number in range(first + 1, last + 1)]
    left = 0
    while not titles[left] and not any(row[left] for _, row in body):
        left += 1
    right = len(titles)
    while right > left and not titles[right - 1] and not any(row[right - 1] for _, row in body):
        right -= 1
    titles = titles[left:right]
    problems = list(sheet.problems)
    if len([title for title in titles if title]) == 1 and len(titles) > 1:
        place = Place(file, sheet=sheet.name, cell=sheet.address(first, left))
        problems.append(Problem("table.title_row", place, arguments={"found": "".join(titles)[:60]}))
        return Table(file, (), (), problems=tuple(problems), sheet=sheet.name, whole=False)
    doubtful: list[str] = []
    meanings = [meaning_of(title) for title in titles]
    at = Place(file, first + 1, sheet=sheet.name)
    problems += header_problems(titles, lambda number: attrs.evolve(at, cell=sheet.address(first, left + number)))
    for number, title in enumerate(titles):
        if (first, left + number) in sheet.numeric:
            place = attrs.evolve(at, cell=sheet.address(first, left + number))
            problems.append(Problem("table.code_as_number", place, arguments={"found": title}))
            meanings[number] = IGNORED
            doubtful.append(title)
    kept = [number for number, meaning in enumerate(meanings) if meaning != IGNORED]
    header = [meanings[number] for number in kept]
    rows = []
    for number, row in body:
        if not any(row[left:right]):
            problems.append(Problem("table.blank_row", Place(file, number + 1, sheet=sheet.name)))
            continue
        rows.append((number + 1, [row[left + each] for each in kept]))
    table = Table(
        file,
        tuple(header),
        tuple((line, tuple(cells)) for line, cells in rows),
        titles=tuple(titles[number] for number in kept),
        sheet=sheet.name,
        address=_addresses(sheet, [line - 1 for line, _ in rows], [left + number for number in kept], first),
    )
    if how.decimal == ",":
        commas(sheet, rows, kept, left)
    cached = set()
    for at_row, (line, cells) in enumerate(rows):
        for column, each in enumerate(kept):
            if header[column] in _FREE or header[column].endswith((".evidence", ".note")):
                continue
            found = _oddity(sheet, line - 1, left + each, how)
            if found is not None:
                problems.append(Problem(found[0], table.place(at_row, column), arguments=found[1]))
                cells[column] = UNREADABLE
            elif (line - 1, left + each) in sheet.formulas:
                cached.add((at_row, column))
    for at_row, (line, cells) in enumerate(rows):
        for column, each in enumerate(kept):
            if header[column] == "code" and (line - 1, left + each) in sheet.numeric and "." in cells[column]:
                arguments = {"found": cells[column]}
                problems.append(Problem("table.code_as_number", table.place(at_row, column), arguments=arguments))
                doubtful.append(cells[column])
    read = tuple((line, tuple(cells)) for line, cells in rows)
    return attrs.evolve(
        table, rows=read, problems=tuple(problems), doubtful_codes=tuple(doubtful), cached=frozenset(cached)
    )


def _addresses(sheet: Sheet, lines: list[int], columns: list[int], heading: int) -> Callable[[int | None, int], str]:
    return lambda row, column: sheet.address(heading if row is None else lines[row], columns[column])


def _form(file: str, sheet: Sheet, stage: str, how: FileEntry) -> Table | None:
    """A sheet that one unit filled in; None for a sheet that is no form."""
    top = next(
        (number for number in range(min(_HEAD_ROWS, len(sheet.rows))) if _heads_a_form(sheet.rows[number])), None
    )
    if top is None:
        return None
    return _FormReader(file, sheet, stage, top, how).read()


def _heads_a_form(row: list[str]) -> bool:
    meanings = {meaning_of(text) for text in row if is_known(text)}
    answers = any(each.startswith(("value", "points")) for each in meanings)
    return answers and "code" in meanings and "unit" not in meanings


class _FormReader:
    """Reads one form: its head, then the rows of its criteria; each answer keeps the address of its cell."""

    def __init__(self, file: str, sheet: Sheet, stage: str, top: int, how: FileEntry) -> None:
        self.how = how
        self.file = file
        self.sheet = sheet
        self.top = top
        self.side = "self" if stage == "self" else "appraised"
        self.problems = list(sheet.problems)
        self.rows: list[tuple[int, tuple[str, ...]]] = []
        self.cells: list[tuple[int, int]] = []
        self.formulas: set[int] = set()
        self.cached: set[tuple[int, int]] = set()
        self.doubtful: list[str] = []

    def read(self) -> Table:
        head = self._head()
        titles = self.sheet.rows[self.top]
        at = Place(self.file, self.top + 1, sheet=self.sheet.name)
        self.problems += [
            problem
            for problem in header_problems(
                titles, lambda number: attrs.evolve(at, cell=self.sheet.address(self.top, number))
            )
            if problem.key != "table.unnamed"
        ]
        columns = {meaning_of(title): number for number, title in enumerate(titles) if is_known(title)}
        code = columns["code"]
        value = columns.get(f"value.{self.side}", columns.get("value"))
        points = columns.get(f"points.{self.side}", columns.get("points"))
        if value is None and points is None:
            self.problems.append(Problem("form.other_side", attrs.evolve(at), arguments={"stage": self.side}))
        answers = [each for each in (value, points) if each is not None]
        for number in range(self.top + 1, len(self.sheet.rows)):
            row = self.sheet.rows[number]
            if row[code]:
                self._row(head, number, row, code, columns, value, points)
            elif any(row[each] and (number, each) not in self.sheet.formulas for each in answers):
                place = Place(self.file, number + 1, sheet=self.sheet.name)
                self.problems.append(Problem("form.stray", place))
        cells, top, sheet, unit_cell = self.cells, self.top, self.sheet, head.places.get("unit")

        def where(row: int | None, column: int) -> str:
            if column == 0 and unit_cell is not None and unit_cell.cell:
                return unit_cell.cell
            return sheet.address(top, code) if row is None else sheet.address(*cells[row])

        return Table(
            self.file,
            _LONG,
            tuple(self.rows),
            problems=tuple(self.problems),
            sheet=self.sheet.name,
            address=where,
            form=head,
            formulas=frozenset(self.formulas),
            cached=frozenset(self.cached),
            doubtful_codes=tuple(self.doubtful),
        )

    def _head(self) -> FormHead:
        """The pairs of a word and what stands right of it, above the criteria."""
        said: dict[str, str] = {}
        places: dict[str, Place] = {}
        for number in range(self.top):
            row = self.sheet.rows[number]
            for column, text in enumerate(row):
                meaning = meaning_of(text) if text and is_known(text) else ""
                if meaning in ("unit", "criteria", "stage", "sha256") and meaning not in said:
                    value = row[column + 1] if column + 1 < len(row) else ""
                    said[meaning] = value
                    places[meaning] = Place(
                        self.file, sheet=self.sheet.name, cell=self.sheet.address(number, column + 1)
                    )
        if not said.get("unit"):
            word = heading_word("unit", "vi")
            place = places.get("unit", Place(self.file, sheet=self.sheet.name))
            self.problems.append(Problem("form.no_unit", place, arguments={"word": word}))
        stage = said.get("stage", "")
        if stage in ("self", "appraised") and stage != self.side:
            self.problems.append(
                Problem("form.other_stage", places["stage"], arguments={"found": stage, "wanted": self.side})
            )
        return FormHead(said.get("unit", ""), said.get("criteria", ""), said.get("sha256", ""), stage, places)

    def _row(
        self,
        head: FormHead,
        number: int,
        row: list[str],
        code: int,
        columns: dict[str, int],
        value: int | None,
        points: int | None,
    ) -> None:
        unit, name = head.unit, row[code]
        if (number, code) in self.sheet.numeric and "." in name:
            place = Place(self.file, number + 1, sheet=self.sheet.name, cell=self.sheet.address(number, code))
            self.problems.append(Problem("table.code_as_number", place, arguments={"found": name}))
            self.doubtful.append(name)
            return
        field = row[columns["field"]] if "field" in columns else ""
        free = [row[columns[each]] if each in columns else "" for each in ("evidence", "note")]
        if value is not None and field != "points":
            self._put((unit, name, field, row[value], *free), number, value)
            free = ["", ""]
        if points is None:
            return
        if (number, points) in self.sheet.formulas:
            if row[points] and _oddity(self.sheet, number, points, self.how) is None:
                self.formulas.add(len(self.rows))
                self._put((unit, name, "points", row[points], *free), number, points)
                return
            self.formulas.add(len(self.rows))
            self.rows.append((number + 1, (unit, name, "points", UNREADABLE, *free)))
            self.cells.append((number, points))
        elif row[points] or field == "points":
            self._put((unit, name, "points", row[points], *free), number, points)

    def _put(self, cells: tuple[str, ...], number: int, column: int) -> None:
        found = _oddity(self.sheet, number, column, self.how)
        if found is None and (number, column) in self.sheet.formulas:
            self.cached.add((len(self.rows), _LONG.index("value")))
        if self.how.decimal == "," and (number, column) in self.sheet.numeric:
            cells = (*cells[:3], cells[3].replace(".", ","), *cells[4:])
        if found is not None:
            cell = self.sheet.address(number, column)
            place = Place(self.file, number + 1, None, cells[0] or None, cells[1], self.sheet.name, cell)
            self.problems.append(Problem(found[0], place, arguments=found[1]))
            cells = (*cells[:3], UNREADABLE, *cells[4:])
        self.rows.append((number + 1, cells))
        self.cells.append((number, column))


def commas(sheet: Sheet, rows: list[tuple[int, list[str]]], kept: list[int], left: int) -> None:
    """Write typed numbers as a table with decimal commas has them."""
    for line, cells in rows:
        for column, each in enumerate(kept):
            if (line - 1, left + each) in sheet.numeric:
                cells[column] = cells[column].replace(".", ",")
