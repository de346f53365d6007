"""The first sheet: what the workbook is of, where it comes from, how it is read, and what a reader should know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

import attrs

from cchc_index.messages import phrase
from cchc_index.writing.corrected import correction_lines
from cchc_index.writing.text import note_lines, origin_lines, set_lines
from cchc_index.writing.workbook.facts import Facts
from cchc_index.writing.workbook.provenance import PAGE
from cchc_index.writing.workbook.sheets import lines_of

if TYPE_CHECKING:
    from cchc_index.cycles.cycle_result import CycleResult
    from cchc_index.problems.problem import Language
    from cchc_index.writing.workbook.sheets import Sheet

_WIDTHS: Final = (28, 112)
_MOST_NOTES: Final = 2_000  #: lines of notes; JSON has all of them


@attrs.frozen(eq=False)
class Cover:
    """The first sheet.

    Attributes:
        cycle: What is written.
        sheet: The sheet.
        language: The language.
        missing: Why there is no sheet for each unit; "" where there is one.
    """

    cycle: CycleResult
    sheet: Sheet
    language: Language
    missing: str

    def write(self, parts: Sequence[tuple[Facts, Mapping[str, str]]]) -> None:
        """Write the sheet.

        Args:
            parts: Each result, with the names of its sheets by what they hold.
        """
        sheet, language, cycle = self.sheet, self.language, self.cycle
        first = parts[0][0].result
        title = cycle.title.say(language) if cycle.title else first.criteria.title.say(language)
        sheet.text(0, 0, title, "title")
        row = 1
        for line in origin_lines(first, language, PAGE):
            sheet.text(row, 0, line, "warn" if cycle.data == "synthetic" else "told")
            row += 1
        for line in correction_lines(cycle, language, PAGE):
            sheet.text(row, 0, line, "warn")
            row += 1
        row += 1
        for facts, names in parts:
            row = self._set(row, facts, names)
        row = self._rows(row, "workbook.reading", self._reading())
        row = self._legend(row)
        for facts, _ in parts:
            notes = list(note_lines(facts.result, language, PAGE))
            said = [("", each) for each in notes[:_MOST_NOTES]]
            if len(notes) > _MOST_NOTES:
                said.append(("", phrase("workbook.more_notes", language, count=str(len(notes) - _MOST_NOTES))))
            if said:
                row = self._rows(row, "workbook.warnings", said, facts.criteria.name if len(parts) > 1 else "")
        row = self._rows(row, "workbook.provenance", self._provenance())
        for column, width in enumerate(_WIDTHS):
            sheet.raw.set_column(column, column, width)
        sheet.print_on(list(_WIDTHS), range(0), row, title)

    def _set(self, row: int, facts: Facts, names: Mapping[str, str]) -> int:
        """One set: its name, stage, status and source, and where its sheets are."""
        lines = list(set_lines(facts.result, self.language, PAGE))
        number = f" {facts.number}" if facts.number else ""
        self.sheet.text(row, 0, f"{phrase('workbook.set', self.language)}{number}", "label")
        for at, line in enumerate(lines):
            self._line(row, line, "wrap" if at < 2 else "wrap warn")
            row += 1
        counts = {"units": str(len(facts.cards)), "ranked": str(sum(each is not None for each in facts.blocks))}
        self._line(row, phrase("workbook.counts", self.language, **counts), "wrap")
        row += 1
        for key, name in names.items():
            self.sheet.link(row, 0, name, name, "plain")
            self._line(row, phrase(f"workbook.about_{key}", self.language), "wrap")
            row += 1
        return row + 1

    def _rows(self, row: int, title: str, pairs: Sequence[tuple[str, str]], of: str = "") -> int:
        """A section: its title, then lines with a label or without."""
        said = phrase(title, self.language) + (f" [{of}]" if of else "")
        self.sheet.text(row, 0, said, "label")
        row += 1
        for label, text in pairs:
            if label:
                self.sheet.text(row, 0, label, "wrap")
            self._line(row, text, "wrap")
            row += 1
        return row + 1

    def _line(self, row: int, text: str, style: str) -> None:
        self.sheet.text(row, 1, text, style)
        self.sheet.heights(row, lines_of(text, _WIDTHS[1]))

    def _reading(self) -> list[tuple[str, str]]:
        keys = ("formulas", "exact", "recalculated", "change")
        said = [("", phrase(f"workbook.read_{key}", self.language)) for key in keys]
        return [*said, *([("", self.missing)] if self.missing else [])]

    def _legend(self, row: int) -> int:
        """What a cell's look says."""
        self.sheet.text(row, 0, phrase("workbook.legend", self.language), "label")
        row += 1
        for look in ("input", "cell", "value", "aside"):
            style = {"input": "cell input", "cell": "cell", "value": "cell value", "aside": "aside"}[look]
            self.sheet.number(row, 0, 0, style, 2)
            self._line(row, phrase(f"workbook.look_{look}", self.language), "wrap")
            row += 1
        for key in ("not_applicable", "missing", "unscored"):
            self.sheet.text(row, 0, phrase(f"workbook.cell_{key}", self.language), "cell centre")
            self._line(row, phrase(f"workbook.status_{key}", self.language), "wrap")
            row += 1
        return row + 1

    def _provenance(self) -> list[tuple[str, str]]:
        return list(self._sources())

    def _sources(self) -> Iterator[tuple[str, str]]:
        """The digest, the library, plugins, files and what raw records were counted."""
        cycle, language = self.cycle, self.language
        yield phrase("workbook.digest", language), cycle.digest
        yield phrase("workbook.library", language), f"cchc-index {cycle.version or version('cchc-index')}"
        for plugin in cycle.plugins:
            yield phrase("workbook.plugin", language), f"{plugin.name}: {plugin.distribution} {plugin.version}"
        for result in dict.fromkeys(each.criteria for each in cycle.results):
            yield phrase("workbook.set_digest", language), f"{result.name}: {result.sha256}"
        if cycle.log:
            yield "", phrase("heading.log", language, head=cycle.log)
        if cycle.previous:
            yield phrase("workbook.previous", language), ", ".join(cycle.previous.values())
        for each in cycle.evidence:
            files = ", ".join(str(name) for name in each.get("files", ()))
            yield phrase("workbook.counted", language), f"{each.get('builder', '')}: {files}"
        for name, found in cycle.inputs.items():
            yield phrase("workbook.input", language), f"{name}: {found}"
