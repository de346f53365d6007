"""A reason says what was reported, what counted, and the arithmetic between."""

from __future__ import annotations

import pytest

from tests.rules.one_unit import STEPS, card_of


@pytest.mark.parametrize(
    ("rule", "values", "reason"),
    [
        (STEPS, {"1": "94.99"}, "rate 94.99 %, from 80 below 95: 2"),
        ("{proportion: {}}", {"1.done": "2", "1.planned": "3"}, "4 x 2 / 3; 2.666666… rounded to 2.67"),
        ("{yes_no: {}}", {"1": "không"}, "no: 0"),
        ("{convert: {scale: 10}}", {"1": "8.15"}, "value 8.15: 4 x 8.15 / 10"),
        ("{points: {}}", {"1": "3.5"}, "3.5"),
    ],
)
def test_reasons_can_be_recomputed_by_hand(rule: str, values: dict[str, str], reason: str) -> None:
    """A reason holds the value, the bound that counted, and the arithmetic."""
    assert reason in card_of(rule, values).explain().nodes[0].reason
