"""Forms: a sheet that one unit filled in, read into answers, and the answers into facts.

What is wrong with the sheet is told here, and so is what is odd about cells that hold answers; such cells are faulty
from here on, and nothing further is said of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

import attrs
import numpy as np

from cchc_index.criteria.asked import blocks_by_word, fields_by_words, form_stage_of
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.labels import heads_of_labels, is_label
from cchc_index.criteria.tree import Node, Stage
from cchc_index.messages.phrases import PHRASES
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.facts import ANYTHING, Claim, Doubt, Reporter
from cchc_index.reading.form_cells import FormAnswer, FormHead
from cchc_index.reading.grids.cells import EMPTY, FAULTY, Grid
from cchc_index.reading.lost_codes import codes_dated, codes_read_as
from cchc_index.values.headings import header_problems, heading_word, is_known, meaning_of
from cchc_index.values.text import folded

_HEAD_ROWS: Final = 30  #: how far down the header of a form may stand
_TITLE: Final = frozenset(map(folded, PHRASES["form.title"]))
_MAXIMUM: Final = frozenset(map(folded, PHRASES["form.max"]))
_LABEL: Final = frozenset(map(folded, PHRASES["form.label"]))


@attrs.frozen(eq=False)
class Form:
    """A sheet that one unit filled in.

    Attributes:
        grid: The grid.
        head: What it says of itself.
        answers: The cells it asks for, row by row.
        beside: The cells of a council's form that repeat what the unit reported.
        maxima: The cells that state a criterion's maximum: code, row and column.
        titles: The cells that state its title.
        problems: What is wrong with the source and its shape.
        doubts: What is told already, so that it is not missing as well.
    """

    grid: Grid
    head: FormHead
    answers: tuple[FormAnswer, ...]
    beside: tuple[FormAnswer, ...] = ()
    maxima: tuple[tuple[str, int, int], ...] = ()
    titles: tuple[tuple[str, int, int], ...] = ()
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def name(self) -> str:
        """The source as the user named it."""
        return self.grid.name

    @property
    def says_something(self) -> bool:
        """Whether it was read far enough to say what it holds: a form's head was."""
        return True

    @property
    def lists_units(self) -> bool:
        """Whether it names its unit; of a form that does not, that is told."""
        return bool(self.head.unit)

    def asks(self, leaf: Node) -> bool:
        """Whether a form of its stage asks for a leaf."""
        method = leaf.criterion.assessed_by
        return {"self": method == "appraised", "survey": method == "survey"}.get(self.head.stage, method != "survey")

    def place(self, row: int, column: int | None = None, code: str = "") -> Place:
        """Where a row of the grid stands, or one cell of it, which holds something of a code."""
        return self.grid.place(row, column, unit=self.head.unit, header=code)

    def units(self) -> Iterator[tuple[str, str, str, Place | int]]:
        """The unit it is of, with its name, no group, and where it says so."""
        if self.head.unit:
            yield self.head.unit, self.head.name, "", self.head.places["unit"]


def form_of(grid: Grid, stage: Stage, criteria: CriteriaSet | None) -> Form | None:
    """The form that a grid is; None for one that is no form.

    Args:
        grid: The grid.
        stage: The stage whose columns are read.
        criteria: The set whose codes may have become numbers or dates.
    """
    for top in range(min(_HEAD_ROWS, len(grid.cells))) if grid.is_sheet else ():
        if _heads_a_form(grid.texts(top)):
            return _FormReader(grid, stage, top, criteria).read()
    return None


def _heads_a_form(row: list[str]) -> bool:
    meanings = {meaning_of(text) for text in row if is_known(text)}
    answers = any(each.startswith(("value", "points")) for each in meanings)
    return answers and "code" in meanings and "unit" not in meanings


class _FormReader:
    """Reads one form: its head, then the rows of its criteria."""

    def __init__(self, grid: Grid, stage: Stage, top: int, criteria: CriteriaSet | None) -> None:
        self.grid = grid
        self.codes = tuple(criteria.positions) if criteria else ()
        self.labels = heads_of_labels(criteria)
        self.asked, self.blocks = fields_by_words(criteria), blocks_by_word(criteria)
        self.cells = grid.cells.copy()
        self.filled = (grid.cells != EMPTY).tolist()
        self.suspicious = grid.odd.keys() | grid.formulas
        self.top = top
        self.side = "self" if stage == "self" else "appraised"
        self.problems = list(grid.problems)
        self.answers: list[FormAnswer] = []
        self.claims: list[FormAnswer] = []
        self.maxima: list[tuple[str, int, int]] = []
        self.named: list[tuple[str, int, int]] = []
        self.doubts: list[Doubt] = []
        self.titles = grid.texts(top)
        self.columns = {meaning_of(text): number for number, text in enumerate(self.titles) if is_known(text)}
        self.code = self.columns["code"]
        self.codes_said = [self.blocks.get(folded(text), text) for text in grid.down(self.code)]
        beside = [self.columns.get(meaning) for meaning in ("evidence", "note")]
        nothing = [""] * len(self.codes_said)
        told = (nothing if each is None else grid.down(each) for each in beside)
        self.beside = list(zip(self._fields(nothing), *told, strict=True))
        self.head = FormHead()

    def read(self) -> Form:
        """The form."""
        grid = self.grid
        self.head = self._head()
        place = Place(grid.name, int(grid.lines[self.top]), sheet=grid.sheet)
        self.problems += [
            problem
            for problem in header_problems(
                self.titles, lambda number: attrs.evolve(place, cell=grid.address(self.top, number))
            )
            if problem.key != "table.unnamed"
        ]
        columns = self.columns
        value = columns.get(f"value.{self.side}", columns.get("value"))
        points = columns.get(f"points.{self.side}", columns.get("points"))
        if value is None and points is None:
            self.problems.append(Problem("form.other_side", place, arguments={"stage_name": self.side}))
        answers = [each for each in (value, points) if each is not None]
        maximum, title = self._titled(_MAXIMUM), self._titled(_TITLE)
        for number in range(self.top + 1, len(self.codes_said)):
            row = self.filled[number]
            if name := self.codes_said[number]:
                if self._is_code(number, name):
                    self._row(number, name, value, points)
                    self._note_claims(number, name)
                if maximum is not None and row[maximum]:
                    self.maxima.append((name, number, maximum))
                if title is not None and row[title] and not grid.is_typed_number(number, title):
                    self.named.append((name, number, title))
            elif any(row[each] and (number, each) not in grid.formulas for each in answers):
                self.problems.append(Problem("form.stray", Place(grid.name, number + 1, sheet=grid.sheet)))
        self._tell_strays()
        return Form(
            attrs.evolve(grid, cells=self.cells),
            self.head,
            tuple(self.answers),
            tuple(self.claims),
            tuple(self.maxima),
            tuple(self.named),
            tuple(self.problems),
            tuple(self.doubts),
        )

    def _fields(self, nothing: list[str]) -> list[str]:
        """The field that each row asks for: by its name in a column of fields, or by what the row calls it."""
        if (column := self.columns.get("field")) is not None:
            return self.grid.down(column)
        label = self._titled(_LABEL)
        rows = zip(self.codes_said, nothing if label is None else self.grid.down(label), strict=True)
        said = ((code, folded(text), text) for code, text in rows)
        return [self.asked.get((code, words)) or self.asked.get(("", words), text) for code, words, text in said]

    def _titled(self, words: frozenset[str]) -> int | None:
        return next((number for number, title in enumerate(self.titles) if folded(title) in words), None)

    def _tell_strays(self) -> None:
        """Numbers in cells that the form did not ask for: whoever typed them thinks that they count."""
        answers = ("value", "points", "evidence", "note", "code")
        open_ = [column for meaning, column in self.columns.items() if meaning.startswith(answers)]
        if self.grid.typed is None:
            return
        numbers = self.grid.typed.copy()
        numbers[: self.top + 1] = False
        numbers[:, open_] = False
        if self.maxima:
            _, rows, columns = zip(*self.maxima, strict=True)
            numbers[rows, columns] = False
        for row, column in np.argwhere(numbers).tolist():
            if (row, column) not in self.grid.formulas:
                self._tell_stray(row, column)

    def _tell_stray(self, row: int, column: int) -> None:
        place = Place(self.grid.name, sheet=self.grid.sheet, cell=self.grid.address(row, column))
        self.problems.append(Problem("form.stray_number", place, arguments={"value": self.grid.text(row, column)}))

    def _head(self) -> FormHead:
        """The pairs of a word and what stands right of it, above the criteria."""
        grid = self.grid
        said: dict[str, str] = {}
        places: dict[str, Place] = {}
        is_told = False
        for number in range(self.top):
            row = grid.texts(number)
            for column, text in enumerate(row):
                meaning = meaning_of(text) if text and is_known(text) else ""
                if meaning in ("unit", "name", "criteria", "stage", "sha256") and meaning not in said:
                    at = number, column + 1
                    hides = self._hides(*at)
                    said[meaning] = row[column + 1] if column + 1 < len(row) and not hides else ""
                    places[meaning] = Place(grid.name, sheet=grid.sheet, cell=grid.address(*at))
                    is_told = is_told or (meaning == "unit" and hides)
        if not said.get("unit") and not is_told:
            word = heading_word("unit", "vi")
            place = places.get("unit", Place(grid.name, sheet=grid.sheet))
            self.problems.append(Problem("form.no_unit", place, arguments={"word": word}))
        said["stage"] = stage = form_stage_of(said.get("stage", ""))
        if stage in ("self", "appraised") and stage != self.side:
            arguments = {"stage_name": stage, "wanted_stage_name": self.side}
            self.problems.append(Problem("form.other_stage", places["stage"], arguments=arguments))
        return FormHead(**said, places=places)

    def _hides(self, row: int, column: int) -> bool:
        """Whether a cell holds a character that cannot be seen, of which it is told already."""
        odd = self.grid.odd.get((row, column))
        return odd is not None and odd.what == "unseen"

    def _is_code(self, number: int, name: str) -> bool:
        """Whether a row's code is one that somebody typed; otherwise that is told."""
        grid, code = self.grid, self.code
        odd = grid.odd.get((number, code))
        if odd is not None and odd.what == "unseen":
            self.doubts.append(ANYTHING)
            return False
        is_date = odd is not None and odd.what == "date"
        if not is_date and (not grid.is_typed_number(number, code) or grid.is_whole(number, code)):
            return True
        place = Place(grid.name, number + 1, sheet=grid.sheet, cell=grid.address(number, code))
        key = "table.code_as_date" if is_date else "table.code_as_number"
        self.problems.append(Problem(key, place, arguments={"found": name}))
        lost = codes_dated(name, self.codes) if is_date else codes_read_as(name, self.codes)
        self.doubts += [(self.head.unit, each) for each in lost]
        return False

    def _row(self, number: int, name: str, value: int | None, points: int | None) -> None:
        grid, row = self.grid, self.filled[number]
        field, evidence, note = self.beside[number]
        if value is not None and field != "points":
            self._put(FormAnswer(name, field, number, value, self.code, evidence, note))
            evidence = note = ""
        elif value is not None and row[value] and (number, value) not in grid.formulas:
            self._tell_stray(number, value)
        if points is None:
            return
        is_subtotal = (number, points) in grid.formulas
        if not is_subtotal and not row[points] and field != "points":
            return
        answer = FormAnswer(name, "points", number, points, self.code, evidence, note, is_subtotal)
        if is_subtotal:
            self._put_subtotal(answer)
        else:
            self._put(answer)

    def _note_claims(self, number: int, name: str) -> None:
        """What a form of the council repeats of the unit's own answers."""
        field = self.beside[number][0]
        for meaning in ("value.self", "points.self") if self.side != "self" else ():
            column = self.columns.get(meaning)
            if column is not None and self.filled[number][column] and (number, column) not in self.suspicious:
                own = "points" if meaning == "points.self" else field
                self.claims.append(FormAnswer(name, own, number, column, self.code))

    def _put_subtotal(self, answer: FormAnswer) -> None:
        """Points that are a formula: a parent's sum, or what a leaf must not hold."""
        at = (answer.row, answer.column)
        if not self.filled[answer.row][answer.column] or self.grid.fault(*at) is not None:
            self.cells[at] = FAULTY
        self.answers.append(answer)

    def _put(self, answer: FormAnswer) -> None:
        at = (answer.row, answer.column)
        label = is_label(self.labels, answer.code, answer.field)
        fault = self.grid.fault(*at, is_label=label) if at in self.suspicious else None
        if fault is not None:
            place = self.grid.place(*at, unit=self.head.unit, header=answer.code)
            if fault[0]:
                self.problems.append(Problem(fault[0], place, arguments=fault[1]))
            self.cells[at] = FAULTY
        self.answers.append(answer)


def report_form(reporter: Reporter, form: Form) -> None:
    """Enter a form's answers; points typed for a parent must be the sum of those typed for its leaves."""
    _FormReporter(reporter, form).report()


class _FormReporter:
    """Enters the answers of one form, if it is one of this set and the first of its unit."""

    def __init__(self, reporter: Reporter, form: Form) -> None:
        self.reporter = reporter
        self.form = form
        self.reported, self.criteria, self.register = reporter.reported, reporter.criteria, reporter.register
        self.number = reporter.begin(form)

    def report(self) -> None:
        """Enter what belongs to the set's leaves, and tell the rest."""
        if self._is_sound():
            self._enter()

    def _is_sound(self) -> bool:
        """Whether it is a form of this set and the first of its unit; otherwise that is told."""
        form, head, criteria, reported = self.form, self.form.head, self.criteria, self.reported
        if not head.unit:
            reported.doubts.add(ANYTHING)
            return False
        if head.criteria and head.criteria != criteria.name:
            reported.doubts.add((head.unit, ""))
            place = head.places["criteria"]
            reported.tell("form.other_criteria", place, found=head.criteria, expected=criteria.name)
            return False
        if head.unit not in self.register.rows:
            self.reporter.tell_unknown(head.unit, head.places["unit"])
            return False
        first = self.reporter.forms.setdefault((head.unit, head.stage), form)
        if first is not form:
            reported.doubts.update((unit, "") for unit in self.reporter.meant(Path(form.name).stem))
            reported.tell("form.twice", head.places["unit"], unit=head.unit, first=first.name)
            return False
        unit = self.register[head.unit]
        if head.name and folded(head.name) != folded(unit.name):
            reported.tell("unit.other_name", head.places["name"], unit=unit.id, found=head.name, expected=unit.name)
        return True

    def _enter(self) -> None:
        form, number, reported, unit = self.form, self.number, self.reported, self.form.head.unit
        row = self.register.rows[unit]
        reported.seen.add(unit)
        words = form.grid.cells.tolist()
        for code, at, column in form.maxima:
            if (code, words[at][column]) not in self.reporter.maxima:
                self._check_maximum(code, at, column)
        self._check_titles()
        if self._is_edited():
            self._check_questions()
        subtotals: list[tuple[FormAnswer, Node]] = []
        for answer in form.answers:
            if (found := self._known_field(answer)) is None:
                continue
            node, field = found
            word = words[answer.row][answer.column]
            if node.parts and answer.field:
                if word != EMPTY and not answer.is_subtotal:
                    subtotals.append((answer, node))
                continue
            if answer.is_subtotal and word == FAULTY:
                reported.tell("value.formula", form.place(answer.row, answer.column, answer.code), code=answer.code)
            reported.remark(unit, answer.code, answer.evidence, answer.note)
            self.reporter.put_single(answer.code, field, row, word, (number, answer.row, answer.column))
        for answer, node in subtotals:
            self._check_subtotal(answer, node)
        for claim in form.beside:
            if claim.code in self.criteria.positions:
                node, _, bare = self.reporter.node(claim.code)
                word, cell = words[claim.row][claim.column], (number, claim.row, claim.column)
                if not node.parts:
                    reported.claims.append(Claim(row, claim.code, claim.field or bare, word, cell))

    def _is_edited(self) -> bool:
        """Whether the set was edited after the form was made: it is held to what it asks all the same."""
        sha256 = self.form.head.sha256
        return bool(sha256) and sha256 != self.criteria.sha256

    def _check_titles(self) -> None:
        """Titles that differ: somebody changed them on the form, or the set was edited since, which is listed."""
        differing = [
            (code, row, column)
            for code, row, column in self.form.titles
            if code in self.criteria.positions
            and folded(self.form.grid.text(row, column))
            not in {folded(text) for _, text in self.criteria.node(code).criterion.title.texts}
        ]
        if self._is_edited():
            self.reported.edited[self.form.head.unit] = tuple(code for code, *_ in differing)
            return
        for code, row, column in differing:
            place, found = self.form.place(row, column, code), self.form.grid.text(row, column)
            expected = self.criteria.node(code).criterion.title.first
            self.reported.tell("form.other_title", place, code=code, found=found, expected=expected)

    def _check_questions(self) -> None:
        """What the set has asked since it was edited, and the form does not."""
        asked = {answer.code for answer in self.form.answers}
        lacking = [
            leaf.criterion.code
            for leaf in self.criteria.leaves
            if leaf.criterion.code not in asked and self.form.asks(leaf)
        ]
        if lacking:
            unit, place = self.form.head.unit, self.form.head.places["sha256"]
            codes = ", ".join(lacking)
            self.reported.tell("form.other_edition", place, criteria=self.criteria.name, codes=codes)
            self.reported.doubts.update((unit, code) for code in lacking)

    def _known_field(self, answer: FormAnswer) -> tuple[Node, str] | None:
        """The node and field that a row is about; None, and told, where there is none."""
        form, code, field = self.form, answer.code, answer.field
        if code not in self.criteria.positions:
            hint = ", ".join(self.reporter.near_codes(code, tuple(self.criteria.positions)))
            cell = form.place(answer.row, answer.code_column, code)
            self.reported.tell("table.unknown_code", cell, code=code, criteria=self.criteria.name, hint=hint)
            return None
        node, fields, bare = self.reporter.node(code)
        if field and field not in fields:
            place = form.place(answer.row, answer.column, code)
            self.reported.tell("table.unknown_field", place, code=code, field=field, known=", ".join(fields))
            return None
        return node, field or bare

    def _check_maximum(self, code: str, row: int, column: int) -> None:
        """A maximum that somebody changed on a form is not theirs to change."""
        form = self.form
        if code not in self.criteria.positions:
            return
        most = self.criteria.node(code).criterion.max_points
        if form.grid.number(row, column) != most:
            place, found = form.place(row, column, code), form.grid.text(row, column)
            key = "form.edited_maximum" if self._is_edited() else "form.other_maximum"
            self.reported.tell(key, place, code=code, found=found, expected=f"{most:f}")
        else:
            self.reporter.maxima.add((code, int(form.grid.cells[row, column])))

    def _check_subtotal(self, answer: FormAnswer, node: Node) -> None:
        form = self.form
        leaves = {self.criteria.nodes[leaf].criterion.code for leaf in node.leaves}
        parts = [each for each in form.answers if each.code in leaves and each.field == "points"]
        if any(form.grid.cells[each.row, each.column] == FAULTY for each in parts):
            return  # what is wrong there is told, and nobody knows the sum
        typed = [form.grid.number(each.row, each.column) for each in parts]
        expected = sum((number for number in typed if number is not None), Decimal(0))
        within = self.criteria.nodes[node.position : node.leaves[-1] + 1]
        scales = any(each.criterion.parts_points for each in within)
        faulty = form.grid.cells[answer.row, answer.column] == FAULTY
        if not faulty and not scales and form.grid.number(answer.row, answer.column) != expected:
            place, found = form.place(answer.row, answer.column, answer.code), form.grid.text(answer.row, answer.column)
            self.reported.tell("form.subtotal", place, code=answer.code, found=found, expected=f"{expected:f}")
