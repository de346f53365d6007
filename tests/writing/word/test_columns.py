"""Columns that a list makes share the width that the others leave."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn

from cchc_index.writing.word.columns import spread_columns
from cchc_index.writing.word.filled import filled
from cchc_index.writing.word.filling import annex_fields, no_fields
from tests.writing.word.reading import example


def _widths(data: bytes, columns: int) -> list[list[int]]:
    """The widths of the grids of all tables of so many columns."""
    tables = docx.Document(io.BytesIO(data)).element.body.iter(qn("w:tbl"))
    grids = [[int(each.get(qn("w:w"))) for each in table.find(qn("w:tblGrid"))] for table in tables]
    return [grid for grid in grids if len(grid) == columns]


@pytest.mark.parametrize("areas", [1, 2, 5, 8])
def test_tables_of_areas_fit_the_page(areas: int) -> None:
    """The unit's column keeps its width; all together are no wider than the page; cells are as wide as the grid."""
    fields = annex_fields(example("lai-chau-2021").score(), "vi")
    group = {**fields["sets"][0]["groups"][0]}
    row = {"name": "A", "unit": "a", "rank": "1", "indices": ["100,00"] * areas}
    group["area_tables"] = [{"areas": [{"code": "1", "title": "Một"}] * areas, "rows": [row] * 3}]
    fields = {**no_fields(), "sets": [{**fields["sets"][0], "groups": [group]}]}
    data = filled("annex", fields, "vi")
    grid = _widths(data, areas + 2)[-1]
    assert [abs(a - b) < 5 for a, b in zip(grid[:2], (964, 2608), strict=True)] == [
        True,
        True,
    ]
    assert len(set(grid[2:])) == 1
    assert sum(grid) <= 14_860
    table = docx.Document(io.BytesIO(data)).tables[-1]
    assert [int(cell.width.twips) for cell in table.rows[-1].cells if cell.width is not None] == grid


def test_tables_whose_widths_agree_are_left_alone() -> None:
    """And those with merged cells, or without widths."""
    document = docx.Document()
    document.add_table(2, 3)
    merged = document.add_table(2, 3)
    merged.cell(0, 0).merge(merged.cell(0, 1))
    before = document.element.body.xml
    spread_columns(document.element.body)
    assert document.element.body.xml == before
