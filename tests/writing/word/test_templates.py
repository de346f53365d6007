"""The library's own templates: on paper as offices have it, in both languages, and readable by other programs."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from cchc_index.writing.word.filled import filled, template_problems
from cchc_index.writing.word.filling import annex_fields
from cchc_index.writing.word.paper import FONT, TALL, WIDE, Paper
from cchc_index.writing.word.templates import own_template
from tests.writing.word.reading import example, review_of


@pytest.mark.parametrize("kind", ["annex", "review"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_paper_is_that_of_the_decree(tmp_path: Path, kind: Any, language: Any) -> None:
    """A4, Times New Roman, margins within the bounds of Decree 30/2020; numbers at the head, but on the first page."""
    document = docx.Document(io.BytesIO(own_template(kind, language)))
    first = document.sections[0]
    assert [round((side or 0) / Mm(1)) for side in (first.page_width, first.page_height)] == [210, 297]
    margins = [
        round((side or 0) / Mm(1))
        for side in (first.top_margin, first.bottom_margin, first.left_margin, first.right_margin)
    ]
    assert [
        low <= side <= high for side, (low, high) in zip(margins, ((20, 25), (20, 25), (30, 35), (15, 20)), strict=True)
    ] == [True] * 4
    assert document.styles["Normal"].font.name == FONT
    assert first.different_first_page_header_footer
    assert "PAGE" in first.header._element.xml
    path = tmp_path / "t.docx"
    path.write_bytes(own_template(kind, language))
    assert template_problems(path) == ()


def test_templates_are_the_same_bytes() -> None:
    """Made anew each time from the same words, on any day."""
    data = own_template("review", "vi")
    assert data == own_template("review", "vi")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("kind", ["annex", "review"])
def test_tables_repeat_their_heads_and_fit_the_page(kind: Any) -> None:
    """No row breaks over pages."""
    document = docx.Document(io.BytesIO(own_template(kind, "vi")))
    tables = [table for table in document.tables if len(table.rows) > 1]
    assert tables
    for table in tables:
        head = table.rows[0]._tr
        assert head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert head.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
        assert sum((column.width or 0) for column in table.columns) <= Mm(WIDE if kind == "annex" else TALL) + Mm(1)


def test_paper_turns() -> None:
    """A wide page and a tall one again, each as wide between its margins as it says."""
    paper = Paper()
    paper.wide()
    paper.tall()
    pages = [
        (each.page_width or 0) - (each.left_margin or 0) - (each.right_margin or 0) for each in paper.document.sections
    ]
    widths = [round(page / Mm(1)) for page in pages]
    assert widths == [TALL, WIDE, TALL]


@pytest.mark.slow
def test_another_program_reads_the_documents(tmp_path: Path) -> None:
    """LibreOffice makes pages of them, and what stands there is what was written."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    result = example("cao-bang-2021").score()
    (tmp_path / "annex.docx").write_bytes(filled("annex", annex_fields(result, "vi"), "vi"))
    (tmp_path / "review.docx").write_bytes(review_of("cao-bang-2021"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    files = ["annex.docx", "review.docx"]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", *files], cwd=tmp_path, check=True, capture_output=True
    )
    texts = {}
    for name in ("annex", "review"):
        done = subprocess.run(
            ["pdftotext", "-layout", f"{name}.pdf", "-"], cwd=tmp_path, check=True, capture_output=True, text=True
        )
        texts[name] = " ".join(done.stdout.split())
    assert "Có 30 đơn vị được chấm điểm" in texts["review"]
    assert "97,84% tính trên số hồ sơ đã giải quyết" in texts["review"]
    for card in result:
        assert card.unit.name in texts["annex"]
    assert texts["annex"].count("Hạng Đơn vị") >= 4
