"""A survey is read from files, frames and dicts, with headers in Vietnamese."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_index.evidence.raw import TableFile
from cchc_index.evidence.surveys.tables import COLUMNS, WORDS, ProgramRows, rows_of
from tests.evidence.surveys.answering import answers, counted, file_of, survey_of


@pytest.mark.parametrize("respondent", ["Mã phiếu", "mã người trả lời", "PHIẾU"])
def test_headers_may_be_vietnamese(respondent: str, tmp_path: Path) -> None:
    """Each column by any of its words."""
    head = (respondent, "Mã đơn vị", "Câu hỏi", "Trả lời", "Đối tượng")
    file = file_of(tmp_path, answers("a", "q1", "good", range(6)), head=head)

    assert counted(survey_of(), file).of("a")["service_good"] == 6
    assert set(WORDS.values()) > {"respondent", "question", "option", "stratum"}


def test_a_program_passes_paths_frames_and_rows(tmp_path: Path) -> None:
    """Whichever it is, it gives rows."""
    file = file_of(tmp_path, answers("a", "q1", "good", range(2)))

    assert isinstance(rows_of(file.path, "x"), TableFile)
    assert isinstance(rows_of(str(file.path), "x"), TableFile)
    rows = rows_of([dict.fromkeys(COLUMNS, "1")], "x")
    assert isinstance(rows, ProgramRows)
    assert len(list(rows.rows(COLUMNS, COLUMNS))) == 1
