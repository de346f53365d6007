"""A result lists what somebody should look at."""

from __future__ import annotations

from decimal import Decimal

from tests.rules.one_unit import STEPS, card_of
from tests.scoring.two_leaves import BANDS, result_of


def test_units_near_a_cut_off_are_listed() -> None:
    """Within one last decimal, on either side."""
    values = {"a": ("39.9", "40"), "b": ("40.1", "40"), "c": ("39.8", "40"), "d": ("40", "40")}
    warnings = result_of(BANDS % "", values).warnings

    assert {each.unit: each.particulars["value"] for each in warnings if each.kind == "near_cut_off"} == {
        "a": "79.9",
        "b": "80.1",
        "d": "80.0",
    }


def test_the_rule_decides_beside_a_claim() -> None:
    """The typed points are a claim, and the difference is listed."""
    card = card_of(STEPS, {"1": "90", "1.points": "4"})

    assert card.points == Decimal("2.00")
    assert [(each.kind, dict(each.particulars)) for each in card.result.warnings] == [
        ("claim", {"claimed": "4", "points": "2.00"})
    ]
    assert "claimed" in card.explain().nodes[0].reason
