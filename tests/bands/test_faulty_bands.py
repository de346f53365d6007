"""What is told of faulty bands, byte for byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.problems.problem import Language
from tests.rules.one_unit import HEAD

FOLDER = Path(__file__).parent / "faulty"
BANDS: list[Any] = yaml.safe_load((FOLDER / "bands.yaml").read_text(encoding="utf-8"))
SET = HEAD + 'criteria: [{code: "1", title: L, max_points: 4, rule: points}]\n'


def bands_listing(language: Language) -> str:
    """The reports on all of them."""
    return "\n".join(_told(bands, language) for bands in BANDS)


def _told(bands: Any, language: Language) -> str:
    lines = [f"# {bands}"]
    try:
        parse_criteria(
            SET + yaml.safe_dump({"classify": {"thresholds": {"bands": bands}}}, sort_keys=False),
            registry=cchc_index.Registry.builtin(),
        )
    except cchc_index.CriteriaError as error:
        lines += error.report(language).splitlines()
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_told_of_faulty_bands(language: Language) -> None:
    """Each with its place and its cure."""
    expected = (FOLDER / f"bands.{language}.txt").read_text(encoding="utf-8")

    assert bands_listing(language) == expected
