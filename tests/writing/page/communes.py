"""Invented results as large as a province's and the whole country's communes, for pages and their speed."""

from __future__ import annotations

import attrs
import numpy as np

import cchc_index
from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.values.text import Text
from tests.bench.scoring import criteria_text, exact_assessment, raw_values

PROVINCE, COUNTRY = 170, 3_321


def communes(units: int) -> CycleResult:
    """So many invented communes with 100 leaves each, all of random values, a tenth without the second area."""
    criteria = parse_criteria(criteria_text(), registry=cchc_index.Registry.builtin())
    values, gone = raw_values(criteria, units)
    named = tuple(cchc_index.Unit(f"xa-{number:04}", f"Xã Mẫu {number:04}", "xa") for number in range(1, units + 1))
    made = exact_assessment(criteria, values, np.asarray(gone))
    assessment: Assessment = attrs.evolve(made, register=cchc_index.Register(named))
    title = Text((("vi", "Chỉ số CCHC cấp xã (số liệu bịa)"), ("en", "PAR index of communes (invented)")))
    return CycleResult((cchc_index.score(criteria, assessment),), title=title, data="synthetic")
