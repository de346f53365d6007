"""Classes with their cut-offs, to which the ranking looks, and how many units each class has, group by group."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

import attrs

from cchc_index.bands.contract import Band
from cchc_index.messages import phrase
from cchc_index.values.exact import places_of
from cchc_index.writing.workbook.cell_formulas import formula
from cchc_index.writing.workbook.facts import Facts
from cchc_index.writing.workbook.provenance import heading

if TYPE_CHECKING:
    from cchc_index.writing.workbook.sheets import Sheet

HEADER: Final = 4
FIRST: Final = 5
GROUP, LABEL, KIND, CUT_OFF, UNITS = range(5)
_WIDTHS: Final = (34, 26, 24, 14, 14)


@attrs.frozen(eq=False)
class ClassSheet:
    """The sheet of classes.

    Attributes:
        facts: What is written.
        sheet: The sheet.
    """

    facts: Facts
    sheet: Sheet

    @cached_property
    def bands(self) -> Mapping[str, tuple[Band, ...]]:
        """The classes of each group, best first."""
        found, groups = self.facts.result.outcome.classification, self.facts.groups
        return {group.name: tuple(found.bands[place] for place in found.places_of(group.name)) for group in groups}

    def cut_offs(self) -> dict[str, list[tuple[str, str]]]:
        """For each group the cells of its classes and cut-offs, best first."""
        found, row = {}, FIRST
        for name, bands in self.bands.items():
            found[name] = [
                (_fixed(self.sheet.at(row + at, LABEL)), _fixed(self.sheet.at(row + at, CUT_OFF)))
                for at in range(len(bands))
            ]
            row += len(bands)
        return found

    def write(self, classes: Mapping[str, str]) -> None:
        """Write the sheet.

        Args:
            classes: For each group where the ranking has the classes of its units.
        """
        facts, sheet, language = self.facts, self.sheet, self.facts.language
        hint = "workbook.classes_hint" if facts.thresholds is not None else "workbook.classes_decided"
        found = facts.thresholds
        on = phrase(f"workbook.on_{found.on}_{found.compare}" if found else "workbook.on_other", language)
        foot = heading(facts, sheet, "workbook.classes", phrase(hint, language, on=on))
        for column, key in enumerate(("group", "class", "condition", "cut_off", "units")):
            sheet.text(HEADER, column, phrase(f"workbook.{key}", language), "head")
        counts, row = facts.result.band_counts(), FIRST
        for name, bands in self.bands.items():
            labels = [band.label.say(language) for band in bands]
            for band, label in zip(bands, labels, strict=True):
                sheet.text(row, GROUP, name, "text")
                sheet.text(row, LABEL, label, "text")
                sheet.text(row, KIND, self._kind(band, last=band is bands[-1]), "text")
                if band.cut_off is None:
                    sheet.text(row, CUT_OFF, "–", "cell")
                else:
                    sheet.number(row, CUT_OFF, band.cut_off, "cell input", places_of(band.cut_off))
                alone = len({each.casefold() for each in labels}) == len(labels)
                said = f"SUMPRODUCT(--({classes[name]}={_fixed(self._own(row))}))" if alone else None
                sheet.figure(row, UNITS, formula(said), counts[name].get(band.label.first, 0), "cell area", 0)
                row += 1
        for column, width in enumerate(_WIDTHS):
            sheet.raw.set_column(column, column, width)
        sheet.raw.freeze_panes(FIRST, 0)
        sheet.print_on(list(_WIDTHS), range(HEADER, FIRST), max(row - 1, FIRST), foot)

    def _own(self, row: int) -> str:
        return self.sheet.at(row, LABEL).rpartition("!")[2]

    def _kind(self, band: Band, *, last: bool) -> str:
        """From what on a class begins."""
        language = self.facts.language
        needs = phrase("workbook.and_needs", language) if band.needs else ""
        if band.cut_off is None:
            return phrase("workbook.rest" if last else "workbook.decided", language) + needs
        return phrase("workbook.from" if band.above is None else "workbook.above", language) + needs


def _fixed(address: str) -> str:
    """An address that stays where it is when a formula is copied.

    Example:
        >>> _fixed("'Xếp loại'!B6"), _fixed("B6")
        ("'Xếp loại'!$B$6", '$B$6')
    """
    sheet, mark, inner = address.rpartition("!")
    letters = inner.rstrip("0123456789")
    return f"{sheet}{mark}${letters}${inner[len(letters) :]}"
