"""The workbook a unit fills in (phiếu chấm điểm): one sheet, its cells locked but for the answers."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs

from cchc_index.criteria.asked import absent_word, asked_fields, block_word, form_stage_word
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Node, NotApplicableWhen
from cchc_index.messages import phrase
from cchc_index.office.claims import FormClaims
from cchc_index.office.row_height import row_height
from cchc_index.office.signatures import signature_lines
from cchc_index.problems.errors import MissingExtraError
from cchc_index.problems.problem import Language
from cchc_index.reading.grids.cells import column_letters
from cchc_index.rules.columns import Field, Words
from cchc_index.rules.contract import Leaf
from cchc_index.values.headings import heading_word
from cchc_index.values.units import Unit

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FormStage = Literal["self", "appraised", "survey"]
FORM_STAGES: Final[tuple[FormStage, ...]] = ("self", "appraised", "survey")
MADE: Final = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  #: stands for the time of making
_METHODS: Final = {"self": ("appraised",), "appraised": ("appraised", "outside"), "survey": ("survey",)}
_ANSWERS: Final = {
    "self": ("value.self", "points.self"),
    "appraised": ("value.self", "points.self", "value.appraised", "points.appraised"),
    "survey": ("value", "points"),
}
_WIDTHS: Final = {"code": 10, "title": 40, "max": 8, "how": 50, "label": 24, "evidence": 24, "note": 24}
_ANSWER_WIDTH: Final = 12
_A4: Final = 9
_MESSAGE: Final = 255  #: characters that a cell's message may have


def form_leaves(criteria: CriteriaSet, stage: FormStage) -> list[Node]:
    """The leaves that a stage's form asks for.

    A unit assesses itself where points are appraised; the council appraises these and enters what comes from outside;
    the survey team enters what is surveyed.
    """
    methods = _METHODS[stage]
    return [
        leaf
        for leaf in criteria.leaves
        if (leaf.criterion.method or (leaf.criterion.rule.rule.method if leaf.criterion.rule else "")) in methods
    ]


def form_workbook(
    criteria: CriteriaSet,
    unit: Unit | None = None,
    *,
    stage: FormStage = "self",
    language: Language = "vi",
    claims: FormClaims | None = None,
) -> bytes:
    """The form of a set for a unit, or for one that writes its identifier itself, as the bytes of an .xlsx file.

    Each field of a leaf has a row. Parents add up the points that are typed; the form carries the set's name and
    fingerprint, by which is seen that the set was edited after the form was made.

    Args:
        criteria: The set.
        unit: The unit; None for a form without one.
        stage: Whose form it is: the unit's (`self`), the council's (`appraised`) or the survey team's (`survey`).
        language: Of its words.
        claims: What the unit reported, which the council's form repeats beside its own columns.

    Raises:
        MissingExtraError: xlsxwriter is not installed (the extra `office`).

    Example:
        >>> import cchc_index
        >>> form_workbook(cchc_index.load_criteria("moha-provinces-2017"))[:2]
        b'PK'
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtraError("office", "xlsxwriter") from error
    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(data, options) as book:
        # a form made again is the same file: whoever was stopped halfway can go on
        book.set_properties({"title": criteria.title.say(language), "subject": criteria.name, "created": MADE})
        _FormWriter(book, criteria, unit, stage, language, claims).write()
    return data.getvalue()


@attrs.frozen
class _Formats:
    """How cells look: what is told, and what is to be filled in."""

    title: Format
    told: Format
    label: Format
    right_label: Format
    said: Format
    open: Format
    open_text: Format
    head: Format
    text: Format
    number: Format
    group: Format
    group_number: Format
    shut: Format
    signed: Format

    @classmethod
    def of(cls, book: Workbook) -> _Formats:
        """The formats of a workbook."""

        def made(**more: Any) -> Format:
            return book.add_format({"font_name": "Times New Roman", "font_size": 11, "valign": "top", **more})

        cell: dict[str, Any] = {"border": 1, "text_wrap": True}
        group: dict[str, Any] = {**cell, "bold": True, "bg_color": "#E7EEF7"}
        return cls(
            title=made(bold=True, font_size=14),
            told=made(italic=True),
            label=made(bold=True),
            right_label=made(bold=True, align="right"),
            said=made(),
            open=made(locked=False, bg_color="#FFF9DB", **cell),
            open_text=made(locked=False, bg_color="#FFF9DB", num_format="@", **cell),
            head=made(bold=True, align="center", bg_color="#C9D8EC", **{**cell, "valign": "vcenter"}),
            text=made(align="left", indent=1, **cell),
            number=made(align="right", **cell),
            group=made(align="left", indent=1, **group),
            group_number=made(align="right", **group),
            shut=made(bg_color="#E9E9E9", **cell),
            signed=made(locked=False, num_format="@", text_wrap=True),
        )


class _FormWriter:
    """Writes one form: head, criteria, validation, protection, print set-up."""

    def __init__(
        self,
        book: Workbook,
        criteria: CriteriaSet,
        unit: Unit | None,
        stage: FormStage,
        language: Language,
        claims: FormClaims | None,
    ) -> None:
        self.repeats = claims is not None  # nobody types into the unit's columns then
        self.claims = claims or FormClaims()
        self.criteria = criteria
        self.unit = unit
        self.stage = stage
        self.language = language
        self.words = Words(language)
        self.formats = _Formats.of(book)
        self.sheet: Worksheet = book.add_worksheet(phrase("form.sheet", language))
        answers = _ANSWERS[stage]
        self.columns = ("code", "title", "max", "how", "label", *answers, "evidence", "note")
        self.at = {name: number for number, name in enumerate(self.columns)}
        self.leaves = form_leaves(criteria, stage)
        self.row = 0
        self.points: dict[int, int] = {}  # position of a node: the row of its points

    def write(self) -> None:
        for number, name in enumerate(self.columns):
            self.sheet.set_column(number, number, _WIDTHS.get(name, _ANSWER_WIDTH))
        self._head()
        top = self.row
        self._header()
        wanted = {leaf.position for leaf in self.leaves}
        shown = [node for node in self.criteria.nodes if wanted.intersection(node.leaves)]
        rows = self.points = self._placed(shown)
        for node in shown:
            if node.parts:
                self._parent(node, rows)
            else:
                self._leaf(node)
        rows_of = (1 if node.parts else len(asked_fields(node, self.language)) for node in shown)
        self.row = max(rows[node.position] + taken for node, taken in zip(shown, rows_of, strict=True))
        self._total(shown, rows)
        signed = (self.formats.label, self.formats.signed)
        self.row = signature_lines(self.sheet, self.row, self.stage, self.at, self.language, signed)
        self._finish(top)

    def _text(self, row: int, column: int, text: str, form: Format) -> None:
        self.sheet.write_string(row, column, text, form)

    def _head(self) -> None:
        criteria, language, formats = self.criteria, self.language, self.formats
        self._text(0, 0, phrase(f"form.title_{self.stage}", language), formats.title)
        self._text(1, 0, f"{criteria.title.say(language)} ({criteria.edition})", formats.label)
        status = phrase(f"form.status_{criteria.source.status}", language)
        note = criteria.source.note.say(language) if criteria.source.note else ""
        told = ". ".join(each for each in (status, criteria.source.cited(language), note) if each)
        self._text(2, 0, told, formats.told)
        unit, name = (self.unit.id, self.unit.name) if self.unit else ("", "")
        free = self.unit is None
        self.row = 3  # few rows, since the rows down to the header stay on the screen
        for meaning, value in (("unit", unit), ("name", name)):
            self._pair(0, meaning, value, formats.label, formats.open if free else formats.said)
            self.row += 1
        if word := absent_word(self.criteria, self.language):
            self._text(self.row, 0, phrase("form.how_absent", language, word=word), formats.told)
        self.row = 3
        told_too = {
            "criteria": criteria.name,
            "stage": form_stage_word(self.stage, language),
            "sha256": criteria.sha256,
        }
        for meaning, value in told_too.items():
            self._pair(self.at["how"], meaning, value, formats.right_label, formats.said)
            self.row += 1
        how = f"{phrase('form.how_fill', language)} {phrase('form.how_numbers', language)}"
        self._text(self.row, 0, how, formats.told)
        self.row += 1

    def _pair(self, column: int, meaning: str, value: str, label: Format, form: Format) -> None:
        """A word of the head with what it says right of it."""
        self._text(self.row, column, f"{heading_word(meaning, self.language)}:", label)
        self._text(self.row, column + 1, value, form)

    def _header(self) -> None:
        own = {name: phrase(f"form.{name}", self.language) for name in ("title", "max", "how", "label")}
        for number, name in enumerate(self.columns):
            self._text(self.row, number, own.get(name) or heading_word(name, self.language), self.formats.head)
        self.sheet.set_row(self.row, 34)
        self.row += 1

    def _fit(self, row: int, texts: dict[str, str], *, bold: bool = False) -> None:
        """Make a row as high as its longest text needs; programs do not do so when they open a file."""
        height = row_height({text: _WIDTHS[name] for name, text in texts.items()}, bold=bold)
        if height:
            self.sheet.set_row(row, height)

    def _placed(self, shown: Iterable[Node]) -> dict[int, int]:
        """The row in which each node's points stand."""
        rows = {}
        row = self.row
        for node in shown:
            rows[node.position] = row
            row += 1 if node.parts else len(asked_fields(node, self.language))
        return rows

    def _parent(self, node: Node, rows: dict[int, int]) -> None:
        row, criterion, formats = rows[node.position], node.criterion, self.formats
        self._text(row, self.at["code"], block_word(node, self.language) or criterion.code, formats.group)
        self._text(row, self.at["title"], criterion.title.say(self.language), formats.group)
        self.sheet.write_number(row, self.at["max"], _number(criterion.max_points), formats.group_number)
        told = ["" if criterion.adds_up else phrase("form.combined", self.language), self._applies(node)]
        how = ". ".join(each for each in told if each)
        self._text(row, self.at["how"], how, formats.group)
        self._fit(row, {"title": criterion.title.say(self.language), "how": how}, bold=True)
        for name in ("label", "evidence", "note"):
            self._text(row, self.at[name], "", formats.group)
        parts = [rows[part] for part in node.parts if part in rows]
        for name in _ANSWERS[self.stage]:
            if name.startswith("points") and not self._adds_up(node):
                self._text(row, self.at[name], "", formats.group)
            elif name.startswith("points"):
                formula = "+".join(f"N({_cell(part, self.at[name])})" for part in parts)
                if criterion.parts_points is not None:
                    places = self.criteria.rounding.points
                    formula = f"ROUND(({formula})*{criterion.max_points}/{criterion.parts_points},{places})"
                self.sheet.write_formula(row, self.at[name], f"={formula}", formats.group_number, 0)
            elif self._claim(row, name, criterion.code, ""):
                continue
            elif criterion.not_applicable == "allowed":
                self._open_words(row, self.at[name])
            else:
                self._text(row, self.at[name], "", formats.group)

    def _adds_up(self, node: Node) -> bool:
        """Whether a sheet's sums say what the node gets: nothing in it is combined otherwise, or read by a rule."""
        return node.criterion.adds_up and all(self._adds_up(self.criteria.nodes[part]) for part in node.parts)

    def _leaf(self, leaf: Node) -> None:
        criterion, formats = leaf.criterion, self.formats
        rule = criterion.rule
        for number, (field, words) in enumerate(asked_fields(leaf, self.language)):
            first = not number
            row = self.points[leaf.position] + number
            self._text(row, self.at["code"], criterion.code, formats.text)
            self._text(row, self.at["title"], criterion.title.say(self.language) if first else "", formats.text)
            if first:
                self.sheet.write_number(row, self.at["max"], _number(criterion.max_points), formats.number)
            else:
                self._text(row, self.at["max"], "", formats.text)
            how = ""
            if first and rule is not None:
                rounding = self.criteria.rounding
                known = Leaf(criterion.max_points, rounding.points, rounding.mode)
                told = [rule.rule.describe(known, self.words), self._applies(leaf), criterion.reference]
                told.append(self.claims.told.get(criterion.code, ""))
                how = ". ".join(each for each in told if each)
            self._text(row, self.at["how"], how, formats.text)
            self._text(row, self.at["label"], words, formats.text)
            title = criterion.title.say(self.language) if first else ""
            self._fit(row, {"title": title, "how": how, "label": words})
            for name in _ANSWERS[self.stage]:
                self._answer(leaf, field, row, name, first)
            remark = self.claims.remarks.get(criterion.code)
            for name in ("evidence", "note"):
                said = getattr(remark, name) if remark and first else ""
                self._text(row, self.at[name], said, formats.open if first else formats.shut)

    def _answer(self, leaf: Node, field: Field, row: int, name: str, first: bool) -> None:
        """One cell to fill in, or one that nothing belongs into."""
        column = self.at[name]
        types_points = field.name == "points"
        unscored = leaf.criterion.rule is not None and leaf.criterion.rule.name == "unscored"
        shut = not first or unscored if name.startswith("points") and not types_points else False
        if types_points and name.startswith("value"):
            shut = True
        if shut:
            self._text(row, column, "", self.formats.shut)
            return
        if self._claim(row, name, leaf.criterion.code, "points" if name.startswith("points") else field.name):
            return
        asked = Field("points", most=leaf.criterion.max_points) if name.startswith("points") else field
        # without the format of texts, a label such as 01 or 50% chosen from the list is kept as a number
        self.sheet.write_blank(row, column, None, self.formats.open_text if asked.options else self.formats.open)
        self._validate(row, column, asked, self._may_be_absent(leaf))

    def _claim(self, row: int, name: str, code: str, field: str) -> bool:
        """Repeat what the unit reported; whether the cell is one of those, into which nobody else types."""
        if not (self.repeats and name.endswith(".self")):
            return False
        claim = self.claims.cells.get((code, field), "")
        if isinstance(claim, str):
            self._text(row, self.at[name], claim, self.formats.text if claim else self.formats.shut)
        else:
            self.sheet.write_number(row, self.at[name], _number(claim), self.formats.number)
        return True

    def _may_be_absent(self, node: Node) -> bool:
        above: Node | None = node
        while above is not None:
            if above.criterion.not_applicable == "allowed":
                return True
            above = self.criteria.nodes[above.parent] if above.parent >= 0 else None
        return False

    def _applies(self, node: Node) -> str:
        """What the node requires of others, and what it says of units to which it does not apply."""
        told = []
        for code, requirement in node.criterion.requires.items():
            least = self.words.write(requirement.at_least)
            told.append(phrase("form.requires", self.language, code=code, least=least))
        found = node.criterion.not_applicable
        if found == "allowed":
            told.append(phrase("form.may_be_absent", self.language, word=absent_word(self.criteria, self.language)))
        elif isinstance(found, NotApplicableWhen):
            said = ", ".join(f"{column}: {self._value(value)}" for column, value in found.when.items())
            told.append(phrase("reason.condition", self.language, condition=said))
        return ". ".join(told)

    def _value(self, value: str) -> str:
        """What the register says of a unit, in the form's language where it is yes or no."""
        return {"yes": self.words.say(vi="có", en="yes"), "no": self.words.say(vi="không", en="no")}.get(value, value)

    def _validate(self, row: int, column: int, field: Field, may_be_absent: bool) -> None:
        """What the cell takes, and what is said of anything else."""
        words = list(self.criteria.not_applicable_words) if may_be_absent else []
        if field.kind == "text" and not field.options:
            return
        options: dict[str, Any]
        if field.options:
            options = self._drop_down([*field.options, *words])
            message = phrase("form.wants_option", self.language, options="; ".join(field.options))
        elif field.kind == "yes_no":
            yes_no = [self.words.say(vi="có", en="yes"), self.words.say(vi="không", en="no")]
            options = {"validate": "list", "source": [*yes_no, *words]}
            message = phrase("form.wants_yes_no", self.language)
        else:
            kind = "whole" if field.kind == "whole" else "number"
            message = phrase(f"form.wants_{kind}", self.language, limits=self._limits(field))
            cell = _cell(row, column)
            tests = [f"ISNUMBER({cell})"]
            tests += [f"{cell}>={field.least}"] if field.least is not None else []
            tests += [f"{cell}<={field.most}"] if field.most is not None else []
            tests += [f"{cell}=INT({cell})"] if field.kind == "whole" else []
            test = f"AND({','.join(tests)})"
            if words:
                same = ",".join(f'{cell}="{word}"' for word in words)
                test = f"IF(ISTEXT({cell}),OR({same}),{test})"
            options = {"validate": "custom", "value": f"={test}"}
        if field.is_per_cent:
            message += " " + phrase("form.per_cent", self.language)
        if words:
            message += (
                f" {phrase('form.may_be_absent', self.language, word=absent_word(self.criteria, self.language))}."
            )
        self.sheet.data_validation(
            row,
            column,
            row,
            column,
            {
                **options,
                "ignore_blank": True,
                "input_title": field.say(self.language)[:32],
                "input_message": message[:_MESSAGE],
                "error_title": phrase("form.refused", self.language),
                "error_message": message[:_MESSAGE],
            },
        )

    def _drop_down(self, labels: list[str]) -> dict[str, Any]:
        """A list to choose from; a cell's list holds so many characters, and parts its lines by commas."""
        if len(",".join(labels)) > _MESSAGE or any("," in label for label in labels):
            return {"validate": "any"}
        return {"validate": "list", "source": labels}

    def _limits(self, field: Field) -> str:
        low = self.words.write(field.least) if field.least is not None else ""
        high = self.words.write(field.most) if field.most is not None else ""
        if low and high:
            return self.words.say(vi=f" từ {low} đến {high}", en=f" from {low} to {high}")
        if low:
            return self.words.say(vi=f" từ {low} trở lên", en=f", {low} or more")
        return self.words.say(vi=f" đến {high}", en=f" up to {high}") if high else ""

    def _open_words(self, row: int, column: int) -> None:
        """A cell of a parent that only takes the words for "not applicable"."""
        words = list(self.criteria.not_applicable_words)
        self.sheet.write_blank(row, column, None, self.formats.open)
        message = phrase("form.may_be_absent", self.language, word=absent_word(self.criteria, self.language))
        self.sheet.data_validation(
            row, column, row, column, {"validate": "list", "source": words, "input_message": message[:_MESSAGE]}
        )

    def _total(self, shown: list[Node], rows: dict[int, int]) -> None:
        formats, row = self.formats, self.row
        for name in self.columns:
            self._text(row, self.at[name], "", formats.group)
        self._text(row, self.at["title"], phrase("form.total", self.language), formats.group)
        tops = [node for node in shown if node.parent < 0]
        signs = {"": "+", "bonus": "+", "penalty": "-"}
        for name in _ANSWERS[self.stage]:
            if name.startswith("points") and all(map(self._adds_up, tops)):
                terms = "".join(f"{signs[node.block]}N({_cell(rows[node.position], self.at[name])})" for node in tops)
                self.sheet.write_formula(row, self.at[name], f"={terms.lstrip('+')}", formats.group_number, 0)
        self.row += 1

    def _finish(self, top: int) -> None:
        sheet = self.sheet
        sheet.freeze_panes(top + 1, 2)
        sheet.protect("", {"format_rows": True, "format_columns": True, "select_locked_cells": True})
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.repeat_rows(top)
        sheet.fit_to_pages(1, 0)
        sheet.print_area(0, 0, self.row - 1, len(self.columns) - 1)
        who = f"{self.unit.name} – " if self.unit else ""
        page = phrase("form.page", self.language)
        sheet.set_footer(f"&L{who.replace('&', '&&')}{self.criteria.name}&R{page} &P / &N")


def _number(number: Decimal) -> Any:
    """A number for a cell; spreadsheets keep 15 digits of it, more than a maximum has."""
    return int(number) if number == int(number) else number


def _cell(row: int, column: int) -> str:
    return f"{column_letters(column + 1)}{row + 1}"
