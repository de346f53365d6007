"""Units that are nearly known."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.problems.errors import AssessmentError
from tests.form_set import FORM_SET, PLAIN


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Sở Hoà Bình", "001"),
        ("so hoa binh", "001"),
        ("TP. Cao Bằng", "002"),
        ("Thanh pho Cao Bang", "002"),
        ("UBND xã Đề Thám", "003"),
        ("0 02", "002"),
        ("2", "002"),
    ],
)
def test_a_unit_that_is_nearly_known_is_suggested_and_never_matched(written: str, meant: str) -> None:
    """Tone marks elsewhere, abbreviations, letters without marks, zeros lost: refused, with the unit that was meant."""
    units = [
        {"unit": "001", "name": "Sở Hòa Bình"},
        {"unit": "002", "name": "Thành phố Cao Bằng"},
        {"unit": "003", "name": "Ủy ban nhân dân xã Đề Thám"},
    ]
    rows = [{**PLAIN, "unit": each["unit"]} for each in units if each["unit"] != meant]

    with pytest.raises(AssessmentError) as caught:
        cchc_index.read_assessment([*rows, {**PLAIN, "unit": written}], FORM_SET, units)

    (problem,) = caught.value.problems
    assert meant in problem.text("vi")
