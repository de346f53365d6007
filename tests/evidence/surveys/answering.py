"""Made-up surveys: files of answers, and the builder that they are counted with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from cchc_index.builders.contract import Evidence
from cchc_index.evidence.raw import TableFile
from cchc_index.evidence.surveys.builder import SurveyAnswers
from cchc_index.problems.problem import Problem

HEAD = ("respondent", "unit", "question", "option", "stratum")
Row = tuple[str, str, str, str, str]


def survey_of(**given: Any) -> SurveyAnswers:
    """A builder of two questions and four options."""
    said: dict[str, Any] = {
        "questions": {"service": ("q1", "q2")},
        "options": {"good": Decimal(100), "fair": Decimal(60), "poor": Decimal(0)},
        "excluded": ("unsure",),
        "places": 2,
    }
    return SurveyAnswers(**said | given)


def answers(unit: str, question: str, option: str, people: Iterable[int], stratum: str = "citizen") -> list[Row]:
    """The same answer of several respondents."""
    return [(f"{unit}-person-{number}", unit, question, option, stratum) for number in people]


def file_of(
    folder: Path, rows: Sequence[Sequence[str]], name: str = "answers.csv", head: Sequence[str] = HEAD
) -> TableFile:
    """A file of rows."""
    path = folder / name
    path.write_text("".join(",".join(row) + "\n" for row in (head, *rows)), encoding="utf-8")
    return TableFile(path, name, TableFile.of(path).declared)


def counted(builder: SurveyAnswers, *files: TableFile, units: Sequence[str] | None = None) -> Evidence:
    """The figures of files in which nothing is wrong."""
    found = builder.build(files, units)
    assert isinstance(found, Evidence), [each.text("en") for each in found]
    return found


def told(builder: SurveyAnswers, *files: TableFile, units: Sequence[str] | None = None) -> list[Problem]:
    """What is wrong with files; every message can be said in both languages."""
    found = builder.build(files, units)
    assert isinstance(found, list)
    assert all(each.text("vi") and each.text("en") for each in found)
    return found
