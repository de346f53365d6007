"""A problem is data: a key of the message catalogue and its arguments, told in Vietnamese or in English.

Places say where in the input something stands; `report_lines` tells many problems without repeating itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import attrs

from cchc_index.problems.shown import quoted, shown

Language = Literal["vi", "en"]
_SHOWN = 3
_MOST_STRETCHES = 100
_UNIT_MISSING = "unit.missing"
MOST_TOLD = 50  #: problems that a report tells in full
_MOST_FAULT = 300  #: characters of what a program says went wrong
#: what a message repeats of the input; the rest of its blanks are lists, paths and the message's own words
_QUOTING = frozenset(
    {"value", "found", "key", "code", "unit", "group", "label", "word", "header", "column", "tag", "title", "name"}
    | {"leaf", "field", "meant", "said", "declared", "other", "expected", "second", "sheet", "cure"}
)
_TYPED = ("name.", "cli.")  #: messages about names typed on the command line, paths perhaps, which are not cut
_COUNTED = {"en": "counted from {rows} rows", "vi": "đếm từ {rows} dòng"}
_GROUPS = {"en": ",", "vi": "."}  #: what stands between groups of three digits
_PLACE_WORDS = {"en": ("sheet", "cell", "row", "column"), "vi": ("trang tính", "ô", "dòng", "cột")}


@attrs.frozen
class Place:
    """Where in the input something stands.

    Attributes:
        file: The file as the user named it.
        line: Line of the file, from 1; in a table the row as a spreadsheet counts it.
        column: Column of the line, from 1, in characters; None in tables.
        unit: The unit whose row it is, in tables.
        header: The header of the table's column.
        sheet: The sheet of a workbook.
        cell: The address of the sheet's cell.
        rows: Of a figure that stands in no cell: from how many rows of the file it was counted.

    Example:
        >>> Place("set.yaml", 14, 9).text("en")
        'set.yaml:14:9'
        >>> Place("diem.csv", 12, unit="so-tu-phap", header="2.3").text("en")
        'diem.csv, row 12 (so-tu-phap), column 2.3'
        >>> Place("diem.xlsx", 12, unit="so-tu-phap", header="2.3", sheet="Sở", cell="F12").text("en")
        'diem.xlsx, sheet Sở, cell F12 (so-tu-phap), column 2.3'
        >>> Place("ho-so.csv", unit="so-tu-phap", header="late", rows=1853).text("vi")
        'ho-so.csv, đếm từ 1.853 dòng (so-tu-phap), late'
    """

    file: str
    line: int | None = None
    column: int | None = None
    unit: str | None = None
    header: str | None = None
    sheet: str | None = None
    cell: str | None = None
    rows: int | None = None

    def text(self, language: Language = "en") -> str:
        """The place in words: `file:line:column`, or file, row and column of a table."""
        file = shown(self.file)
        if self.line is not None and self.column is not None:
            return f"{file}:{self.line}:{self.column}"
        sheet, cell, row, column = _PLACE_WORDS[language]
        words = [file]
        if self.sheet is not None:
            words.append(f"{sheet} {quoted(self.sheet)}")
        if self.cell is not None or self.line is not None:
            where = f"{row} {self.line}" if self.cell is None else f"{cell} {self.cell}"
            words.append(where)
        if self.rows is not None:
            words.append(_COUNTED[language].format(rows=f"{self.rows:,}".replace(",", _GROUPS[language])))
        if self.unit is not None:
            words[-1] += f" ({quoted(self.unit)})"
        if self.header is not None:
            words.append(quoted(self.header) if self.rows is not None else f"{column} {quoted(self.header)}")
        return ", ".join(words)


@attrs.frozen
class Advice:
    """The cure of one mistake out of many that end in the same message, told in the message's language.

    Attributes:
        key: Its key in the catalogue.
        arguments: What fills its blanks.

    Example:
        >>> Advice("exact_text").text("en")
        'Write the number as text: Decimal("0.5"), or as a fraction: Fraction(1, 2).'
    """

    key: str
    arguments: Mapping[str, str] = attrs.field(factory=dict)

    def text(self, language: Language = "en") -> str:
        """The advice in words."""
        from cchc_index.messages import advised

        return advised(self.key, language).format_map({name: shown(text) for name, text in self.arguments.items()})


Blank = str | Place | Advice  #: what fills a message's blank


@attrs.frozen
class Problem:
    """One finding: place, what was found, why it cannot stand, and the cure.

    Attributes:
        key: The message's key in the catalogue, for example ``yaml.duplicate_key``.
        place: Where it stands; None when it belongs to no file.
        path: The path inside a YAML file, for example ``criteria[2].rule.steps``.
        arguments: What fills the message's blanks; places and advice are told in the message's language.
        own: A plugin's own message, language to (found, why, cure); the catalogue is not asked then.

    Example:
        >>> Problem("yaml.unknown_key", Place("a.yaml", 3, 5), "rounding", {"key": "piont", "known": "mode"}).found()
        "unknown key 'piont'"
    """

    key: str
    place: Place | None = None
    path: str = ""
    arguments: Mapping[str, Blank] = attrs.field(factory=dict)
    own: Mapping[str, tuple[str, str, str]] | None = None

    def _parts(self, language: Language) -> tuple[str, str, str]:
        if self.own is not None:
            found, why, cure = map(shown, self.own.get(language) or next(iter(self.own.values())))
            return found, why, cure
        from cchc_index.messages import (  # loaded only when something has gone wrong
            phrase,
            problem_message,
        )

        found, why, cure = problem_message(self.key, language)
        filled = {key: self._said(key, value, language) for key, value in self.arguments.items()}
        if filled.get("hint"):
            filled["hint"] = phrase("perhaps", language, names=filled["hint"])
        return found.format_map(filled), why.format_map(filled), cure.format_map(filled)

    def _said(self, name: str, value: Blank, language: Language) -> str:
        if isinstance(value, Place | Advice):
            return value.text(language)
        if name.endswith("stage_name"):  # a stage, by the name that people know
            from cchc_index.messages import stage_word

            return shown(stage_word(value, language))
        if name == "of_stage":  # likewise, where there are several and it must be said
            from cchc_index.messages import stage_word

            return f", {shown(stage_word(value, language))}" if value else ""
        if name == "stages":  # one or more, separated by commas, of which one is to be typed: with what is typed
            from cchc_index.messages import stage_named

            return ", ".join(shown(stage_named(each, language)) for each in value.split(", "))
        if name.endswith("_figure"):  # a number that was worked out, or another figure
            from cchc_index.messages import localised

            return shown(localised(value, language))
        if name == "figure_name":  # a figure of a result, likewise
            from cchc_index.messages import figure_words

            return shown(figure_words(value, language))
        if name == "fault":
            return quoted(value, _MOST_FAULT)
        return quoted(value) if name in _QUOTING and not self.key.startswith(_TYPED) else shown(value)

    def found(self, language: Language = "en") -> str:
        """What was found."""
        return self._parts(language)[0]

    def why(self, language: Language = "en") -> str:
        """Why it cannot stand."""
        return self._parts(language)[1]

    def cure(self, language: Language = "en") -> str:
        """What to do about it."""
        return self._parts(language)[2]

    def to_dict(self, language: Language = "en") -> dict[str, object]:
        """The problem for programs: its key, where it stands, and the message in a language."""
        place = attrs.asdict(self.place) if self.place else {}
        found, why, cure = self._parts(language)
        known = {key: value for key, value in place.items() if value is not None}
        return {"key": self.key, **known, "path": self.path, "found": found, "why": why, "cure": cure}

    def text(self, language: Language = "en") -> str:
        """The whole message, as ``where: path: found, why. Cure.`` has it."""
        found, why, cure = self._parts(language)
        where = [self.place.text(language)] if self.place else []
        where += [quoted(self.path, _MOST_FAULT)] if self.path else []
        sentence = ": ".join([*where, f"{found}, {why}" if why else found])
        sentence += "" if sentence.endswith("?") else "."
        return f"{sentence}\n  {cure}" if cure else sentence


def report_lines(problems: Iterable[Problem], language: Language = "en", most: int = MOST_TOLD) -> Iterator[str]:
    """Problems as text, up to `most` of them, then how many more there are and in which files.

    What recurs down a table's column is told three times, then only where else it stands; so are missing units.

    Example:
        >>> places = [Place("a.csv", row, header="1") for row in range(2, 9)]
        >>> rows = [Problem("value.missing", place, arguments={"code": "1"}) for place in places]
        >>> list(report_lines(rows))[-1]
        'a.csv, column 1: the same in rows 5-8.'
    """
    from cchc_index.messages import phrase

    problems = list(problems)
    kinds = [_kind(problem) or str(number) for number, problem in enumerate(problems)]
    alike: dict[object, list[Problem]] = {}
    for kind, problem in zip(kinds, problems, strict=True):
        alike.setdefault(kind, []).append(problem)
    told = dict.fromkeys(kinds, 0)
    lines = 0
    for number, (kind, problem) in enumerate(zip(kinds, problems, strict=True)):
        if lines == most:
            files = dict.fromkeys(each.place.file for each in problems[number:] if each.place)
            yield phrase(
                "report.rest", language, count=str(len(problems) - number), files=", ".join(map(shown, files)) or "-"
            )
            return
        lines += len(alike[kind]) <= _SHOWN + 2 or told[kind] < _SHOWN
        told[kind] += 1
        if len(alike[kind]) <= _SHOWN + 2 or told[kind] <= _SHOWN:
            yield problem.text(language)
        if len(alike[kind]) > _SHOWN + 2 and told[kind] == _SHOWN and problem.place:
            if problem.key == _UNIT_MISSING:
                units = ", ".join(quoted(str(each.arguments["unit"])) for each in alike[kind][_SHOWN:])
                yield phrase("report.same_units", language, place=problem.place.text(language), units=units)
                continue
            rows = [each.place.line for each in alike[kind][_SHOWN:] if each.place and each.place.line]
            whole = Place(problem.place.file, header=problem.place.header, sheet=problem.place.sheet).text(language)
            yield phrase("report.same", language, place=whole, rows=_stretches(rows))


def _kind(problem: Problem) -> tuple[str, str, str] | None:
    """What recurs: a finding in a file's column, or units that a file lacks; None for what stands alone."""
    place = problem.place
    if place is not None and problem.key == _UNIT_MISSING:
        return problem.key, place.file, ""
    if place is None or place.line is None or place.column is not None:
        return None
    return problem.key, f"{place.file}|{place.sheet or ''}", place.header or ""


def _stretches(rows: list[int]) -> str:
    """Row numbers with neighbours drawn together: ``3, 5-9``; of very many the first, then an ellipsis."""
    drawn: list[list[int]] = []
    for row in sorted(set(rows)):
        if drawn and row == drawn[-1][-1] + 1:
            drawn[-1] = [drawn[-1][0], row]
        else:
            drawn.append([row])
    told = ["-".join(map(str, stretch)) for stretch in drawn[:_MOST_STRETCHES]]
    return ", ".join([*told, "…"] if len(drawn) > _MOST_STRETCHES else told)
