"""Units, groups and who is not ranked come from a register or from the table itself."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import cchc_index
from cchc_index.reading.yaml.criteria_file import parse_criteria
from tests.small_set import BUILTIN, ROWS, SET


@pytest.fixture
def criteria() -> cchc_index.CriteriaSet:
    """A small set."""
    return parse_criteria(SET, registry=BUILTIN)


def test_units_come_from_a_register_or_from_the_table(criteria: cchc_index.CriteriaSet, tmp_path: Path) -> None:
    """A register names units, groups, and who is not ranked."""
    register = tmp_path / "units.csv"
    register.write_text("unit,name,group,ranked\nu,Đơn vị U,sở,no\n", encoding="utf-8")
    card = cchc_index.score(criteria, cchc_index.read_assessment(ROWS, criteria, register))["u"]

    assert (card.unit.name, card.group, card.rank, card.index) == ("Đơn vị U", "sở", None, Decimal("70.00"))
    rows = [{**ROWS[0], "name": "U", "group": "x"}]
    assert cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))["u"].group == "x"
