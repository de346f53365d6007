"""The annex and the review of 170 communes x 100 leaves as Word files, in seconds of this process."""

from __future__ import annotations

import tempfile
from pathlib import Path

import cchc_index
from cchc_index.reports.year import reported_year
from cchc_index.writing.word.filled import filled
from cchc_index.writing.word.filling import annex_fields
from cchc_index.writing.word.reviewing import review_fields
from tests.bench import forms
from tests.bench.scoring import best_of

_CYCLE = """
id: word
title: Thử
data: synthetic
assessments:
  - {criteria: set.yaml, stage: self, files: [forms]}
"""


def measure() -> list[tuple[str, str, str]]:
    """The figures, each with its bound."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        forms._write(folder)
        (folder / "cycle.yaml").write_text(_CYCLE, encoding="utf-8")
        cycle = cchc_index.open_cycle(folder)
        result = cycle.score()
        annex = best_of(lambda: filled("annex", annex_fields(result, "vi"), "vi"), 3)
        review = best_of(lambda: filled("review", review_fields(reported_year(cycle), "vi"), "vi"), 3)
    units = f"{forms.FORMS} units of {forms.AREAS * forms.LEAVES} leaves"
    return [
        (f"the annex of {units}", f"{annex:.2f} s", "bound 3"),
        (f"the review of {units}", f"{review:.2f} s", "bound 5"),
    ]
