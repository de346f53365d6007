"""The ranking of one result, group by group; beside it what ranks are compared by, for whoever checks them by hand."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Final

import attrs

from cchc_index.messages import phrase
from cchc_index.values.exact import places_of, to_integer
from cchc_index.writing.workbook.cell_formulas import EXACT, cell, chosen, column_range, formula, whole
from cchc_index.writing.workbook.comparing import Compared, rank, tie_break
from cchc_index.writing.workbook.facts import Facts
from cchc_index.writing.workbook.points import FIRST as POINTS_FIRST
from cchc_index.writing.workbook.points import NODES, PointSheets, name_of, write_names
from cchc_index.writing.workbook.provenance import heading
from cchc_index.writing.workbook.sheets import lines_of

if TYPE_CHECKING:
    from cchc_index.writing.workbook.sheets import Sheet

HEADER: Final = 4
FIRST: Final = 5  #: the row of the first heading or unit
RANK, NAME, ID, POINTS, MAXIMUM, INDEX, BAND, NOTE = range(8)
BLOCK, KEY, THEN = 9, 10, 11  #: what is compared, beside what is printed
_WIDTHS: Final = (8, 44, 24, 12, 12, 12, 20, 26)
_ASIDE: Final = 14


@attrs.frozen(eq=False)
class RankingSheet:
    """The sheet of ranks.

    Attributes:
        facts: What is written.
        sheet: The sheet.
        figures: The sheets of points, which it repeats.
        cut_offs: For each group the cells of its classes and of their cut-offs, best first.
        pages: The sheets of units by identifier.
    """

    facts: Facts
    sheet: Sheet
    figures: PointSheets
    cut_offs: Mapping[str, list[tuple[str, str]]]
    pages: Mapping[str, str]

    @cached_property
    def compared(self) -> Compared:
        """What ranks are compared by."""
        return Compared(self.facts)

    def row(self, at: int) -> int:
        """The row of a unit."""
        return FIRST + self.facts.offsets[at]

    def rows(self, column: int) -> str:
        """A column of all units, from other sheets."""
        return self.sheet.rows(FIRST, FIRST + self.facts.height - 1, column)

    def bands(self) -> dict[str, str]:
        """For each group where the classes of its units stand."""
        groups = self.facts.groups
        return {each.name: self.sheet.rows(FIRST + each.offsets[0], FIRST + each.offsets[-1], BAND) for each in groups}

    def write(self) -> None:
        """Write the sheet."""
        facts, sheet = self.facts, self.sheet
        self._frame()
        numbers = {name: facts.numbers(name) for name in ("points", "max_points", "index")}
        for at, card in enumerate(facts.cards):
            row, name = self.row(at), name_of(card.unit)
            page, is_long = self.pages.get(card.unit.id), lines_of(name, _WIDTHS[NAME]) > 1
            for column, text, style, leads in (
                (NAME, name, "text", not is_long),
                (ID, card.unit.id, "text small", is_long),  # LibreOffice breaks no link into lines
            ):
                if page is not None and leads:
                    sheet.link(row, column, page, text, style)
                else:
                    sheet.text(row, column, text, style)
            sheet.text(row, NOTE, self._note(at), "text small")
            self._figures(at, row, numbers)
            self._rank(at, row, card.rank)
            if card.band is None:
                sheet.text(row, BAND, "–", "text centre")
            else:
                sheet.figure(row, BAND, self._band(at, row), card.band.label.say(facts.language), "text")

    def _figures(self, at: int, row: int, numbers: Mapping[str, list[Decimal | None]]) -> None:
        """Points, attainable points and index."""
        rounding = self.facts.criteria.rounding
        for column, name, source in (
            (POINTS, "points", self.figures.total(at)),
            (MAXIMUM, "max_points", self.figures.attainable(at)),
        ):
            value = numbers[name][at]
            self.sheet.formula(row, column, f"={source}", "–" if value is None else value, "cell", rounding.points)
        index = numbers["index"][at]
        if index is None:
            self.sheet.text(row, INDEX, "–", "cell area")
        else:
            own = self.facts.formulas.index(cell(row, POINTS), cell(row, MAXIMUM))
            self.sheet.figure(row, INDEX, own, index, "cell area", rounding.index)

    def _note(self, at: int) -> str:
        """Why a unit has no rank; "" where it has one."""
        card, language = self.facts.cards[at], self.facts.language
        if not card.complete:
            return phrase("heading.incomplete", language)
        if card.rank is None:
            return phrase("workbook.nothing" if card.index is None else "workbook.unranked", language)
        return ""

    def _rank(self, at: int, row: int, value: int | None) -> None:
        """The rank, with the helping columns that it comes from."""
        sheet, block, compared = self.sheet, self.facts.blocks[at], self.compared
        if value is None or block is None:
            sheet.text(row, RANK, "–", "cell centre")
            return
        sheet.number(row, BLOCK, block, "aside", 0)
        key = compared.key(cell(row, POINTS), cell(row, MAXIMUM), cell(row, INDEX))
        if key is None or not compared.fits:
            sheet.figure(row, RANK, None, value, "cell centre", 0)
            return
        sheet.formula(row, KEY, f"={key}", compared.keys[at], "aside", 0)
        pairs = [(self._own_rows(column), cell(row, column)) for column in (BLOCK, KEY)]
        for number, node in enumerate(compared.then):
            same = ",".join(f"{rows},{own}" for rows, own in pairs)
            own = self.figures.points.at(POINTS_FIRST + self.facts.offsets[at], NODES + node.position)
            places, sign = self.facts.criteria.rounding.points, "-" if node.block == "penalty" else ""
            said = tie_break(same, self.figures.column(node.position), own, places, sign)
            sheet.formula(row, THEN + number, f"={said}", compared.ties[number][at], "aside", 0)
            pairs.append((self._own_rows(THEN + number), cell(row, THEN + number)))
        firsts = ""
        if self.facts.criteria.rank.ties == "dense":
            column = THEN + len(compared.then)
            firsts = self._own_rows(column)
            met = ",".join(f"{column_range(FIRST, row, BLOCK + at)},{own}" for at, (_, own) in enumerate(pairs))
            sheet.formula(row, column, f"=IF(COUNTIFS({met})=1,1,0)", compared.firsts[at], "aside", 0)
        sheet.formula(row, RANK, f"={rank(pairs, firsts)}", value, "cell centre", 0)

    def _own_rows(self, column: int) -> str:
        return column_range(FIRST, FIRST + self.facts.height - 1, column)

    def _band(self, at: int, row: int) -> str | None:
        """The formula of a unit's class: the best whose cut-off its figure reaches."""
        facts, found = self.facts, self.facts.thresholds
        if found is None:
            return None
        bands, cells = found.bands_of(facts.cards[at].group), self.cut_offs[facts.cards[at].group]
        measured = cell(row, POINTS if found.on == "points" else INDEX)
        rounding = facts.criteria.rounding
        by_fraction = found.on == "index" and found.compare == "exact"
        places = max((places_of(band.cut_off) for band in bands if band.cut_off is not None), default=0)
        conditions = []
        for band, (label, cut_off) in zip(bands[:-1], cells, strict=False):
            mark = ">" if band.from_ is None and band.above is not None else ">="
            if by_fraction:
                cut = to_integer(band.cut_off or Decimal(0), places)
                most = max(facts.formulas.most, 1) * max(100 * 10**places, cut)
                if most >= EXACT:
                    return None
                points, attainable = (whole(cell(row, column), rounding.points) for column in (POINTS, MAXIMUM))
                conditions.append((f"{points}*{100 * 10**places}{mark}{whole(cut_off, places)}*{attainable}", label))
            else:
                conditions.append((f"{measured}{mark}{cut_off}", label))
        return formula(chosen(conditions, cells[-1][0])) if cells else None

    def _frame(self) -> None:
        """Everything but the figures."""
        facts, sheet, language = self.facts, self.sheet, self.facts.language
        by, compared = facts.criteria.rank, self.compared
        foot = heading(facts, sheet, "workbook.ranking", phrase("workbook.ranking_hint", language))
        names = ("rank", "unit", "", "points", "max_points", "index", "band", "")
        for column, name in enumerate(names):
            said = phrase(f"heading.{name}", language) if name else ""
            sheet.text(HEADER, column, said, "head")
        sheet.text(HEADER, ID, phrase("workbook.identifier", language), "head")
        sheet.text(HEADER, NOTE, phrase("workbook.note", language), "head")
        asides = [phrase("workbook.block", language), phrase("workbook.key", language)]
        asides += [phrase("workbook.then", language, code=node.criterion.code) for node in compared.then]
        asides += [phrase("workbook.first", language)] if by.ties == "dense" else []
        for number, text in enumerate(asides):
            sheet.text(HEADER, BLOCK + number, text, "head small")
        sheet.heights(HEADER, 3)
        write_names(facts, sheet, FIRST, len(_WIDTHS), _WIDTHS[NAME])
        for column, width in enumerate(_WIDTHS):
            sheet.raw.set_column(column, column, width)
        sheet.raw.set_column(BLOCK, BLOCK + len(asides) - 1, _ASIDE)
        sheet.raw.freeze_panes(FIRST, NAME + 1)
        sheet.print_on(list(_WIDTHS), range(HEADER, FIRST), FIRST + facts.height - 1, foot)
