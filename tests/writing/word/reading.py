"""Word documents read back: their lines, the rows of their tables, and every number that stands in them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx

import cchc_index
from cchc_index.cycles.cycle import Cycle
from cchc_index.problems.problem import Language
from cchc_index.reports.year import reported_year
from cchc_index.writing.word.filled import filled
from cchc_index.writing.word.reviewing import review_fields
from tests.conftest import ROOT

EXAMPLES = ROOT / "docs" / "examples"
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def example(name: str) -> Cycle:
    """A worked cycle."""
    return cchc_index.open_cycle(EXAMPLES / name)


def review_of(name: str, previous: str | None = None, language: Language = "vi") -> bytes:
    """The review of a worked cycle."""
    before = None if previous is None else example(previous)
    return filled("review", review_fields(reported_year(example(name), previous=before), language), language)


def lines_of(data: bytes) -> list[str]:
    """The paragraphs beside tables."""
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def tables_of(data: bytes) -> list[list[list[str]]]:
    """The texts of all cells, table by table, row by row."""
    tables = docx.Document(io.BytesIO(data)).tables
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]


def texts_of(data: bytes) -> Iterator[str]:
    """Every text of a document."""
    yield from lines_of(data)
    yield from (cell for table in tables_of(data) for row in table for cell in row)


def numbers_in(text: str) -> set[str]:
    """The numbers of a text as it writes them."""
    return set(NUMBER.findall(text))


def template(path: Path, *lines: str, header: str = "") -> Path:
    """A template of some lines."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    document.save(str(path))
    return path


def has_shape(value: Any, shape: Any, path: str = "") -> None:
    """Hold a value against a shape: no field more, and none less."""
    if isinstance(shape, dict):
        assert set(value) == set(shape), path
        for name, inner in shape.items():
            has_shape(value[name], inner, f"{path}.{name}")
    elif isinstance(shape, tuple):
        assert isinstance(value, list), path
        for each in value:
            has_shape(each, shape[0], f"{path}[]")
    else:
        assert isinstance(value, str), path
