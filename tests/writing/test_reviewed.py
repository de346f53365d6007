"""The review's lines (`writing/reviewed.py`), in colours on a terminal alone; more in `cli/test_review.py`."""

from __future__ import annotations

from pathlib import Path

import cchc_index
from cchc_index.writing.reviewed import review_csv, review_lines
from cchc_index.writing.table import Style, width_of
from tests.cycles.council import council_cycle


def test_names_are_data(tmp_path: Path) -> None:
    """A name that a terminal or a spreadsheet would obey is written out, and runs nothing."""
    council_cycle(tmp_path, "")
    (tmp_path / "units.csv").write_text('unit,name,group\na,"=1+1",x\nb,B,x\n', encoding="utf-8")
    review = cchc_index.review(cchc_index.open_cycle(tmp_path))
    lines = list(review_lines(review, "vi", Style(width=80)))

    assert not any("\x1b" in line for line in lines)
    assert any("\x1b[1m" in line for line in review_lines(review, "vi", Style(colour=True)))
    assert all(width_of(line) <= 110 for line in lines)
    assert ",'=1+1" in review_csv(review, "vi")
