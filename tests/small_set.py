"""A small set, and a row that answers it."""

from __future__ import annotations

import cchc_index

BUILTIN = cchc_index.Registry.builtin()
SET = """
id: a
edition: 1.10
title: {vi: Bộ, en: Set}
source: {status: illustrative}
rounding: {points: 2, index: 2}
not_applicable_words: [na, Không áp dụng]
criteria:
  - code: 1
    title: Một, hai
    max_points: 6
    not_applicable: allowed
    criteria:
      - {code: 1.1, title: Tỷ lệ, max_points: 4, rule: proportion}
      - {code: 1.10, title: Có, max_points: 2, rule: yes_no}
  - {code: "2", title: Điểm, max_points: 4, rule: points}
"""
ROWS = [{"unit": "u", "1.1": "50", "1.10": "có", "2": "3"}]
