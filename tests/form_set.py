"""A set with a leaf of each kind that a form has, and one unit's answers as a table has them."""

from __future__ import annotations

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria

FORM_SET = parse_criteria(
    """
id: form
edition: 2021
title: Phiếu
source: {status: illustrative}
rounding: {points: 2, index: 2}
not_applicable_words: [na]
criteria:
  - {code: "1", title: A, max_points: 2, rule: yes_no}
  - code: "2"
    title: B
    max_points: 4
    rule: {steps: {on: days, steps: [{to: 0, points: 4}, {above: 0, to: 5, points: 1}]}}
  - {code: "3", title: C, max_points: 3.5, rule: points, not_applicable: allowed}
  - code: "4"
    title: D
    max_points: 9
    not_applicable: allowed
    criteria:
      - {code: "4.1", title: E, max_points: 5, rule: {proportion: {none_arose: zero}}}
      - {code: "4.10", title: F, max_points: 4, rule: {per_case: {points_each: 0.5}}}
""",
    registry=cchc_index.Registry.builtin(),
)


PLAIN = {"unit": "a", "1": "có", "2": "0", "3": "3.25", "4.1.done": "1234567", "4.1.planned": "2000000", "4.10": "1000"}

#: a cycle of the set in which units hand in their own forms, and then the council its own
TWO_STAGES = """
id: c
title: C
data: synthetic
assessments:
  - {criteria: form.yaml, stage: self, files: [tu-cham]}
  - {criteria: form.yaml, stage: appraised, files: [tham-dinh]}
"""
