"""Values of the register are compared in one way wherever they are compared."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest

import cchc_index
from cchc_index.bands.contract import Band
from cchc_index.bands.thresholds import Thresholds
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.rules.bases import Factor
from cchc_index.values.text import Text, value_of
from cchc_index.values.units import Register, Unit, says
from tests.small_set import BUILTIN

SPELLINGS = ["miền núi", "Miền núi", " MIỀN  NÚI ", unicodedata.normalize("NFD", "miền núi")]


@pytest.mark.parametrize("said", SPELLINGS)
def test_spellings_of_one_value_are_one_value_everywhere(said: str) -> None:
    """In conditions, factors, groups, cut-offs of groups and blocks."""
    unit = Unit("a", "A", group=said, attributes={"terrain": said})
    register = Register((unit, Unit("b", "B", group="miền núi", attributes={"terrain": "miền núi"})))

    assert unit.agrees({"terrain": "miền núi"})
    assert register.agreeing({"terrain": "Miền Núi"}).tolist() == [True, True]
    assert says(said, "miền núi")
    assert value_of({"miền núi": 1}, said) == 1
    assert Factor("terrain", {"Miền núi": Decimal(50)}).of(said) == 50
    assert Thresholds({"miền núi": (Band(Text.plain("A")),)}).bands_of(said)
    assert len(register.in_groups(("MIỀN NÚI",))) == 2
    assert register.group_blocks[1] == (0, 0)
    assert register.blocks(("terrain", "group"))[1] == (0, 0)
    assert register.column("terrain")[1].tolist() == [0, 0]


def test_pairs_of_values_stay_apart_however_they_read() -> None:
    """("A / B", "C") is not ("A", "B / C")."""
    units = [Unit("a", "", attributes={"x": "A / B", "y": "C"}), Unit("b", "", attributes={"x": "A", "y": "B / C"})]

    names, places = Register(tuple(units)).blocks(("x", "y"))

    assert names == ("A / B / C",) * 2
    assert len(set(places)) == 2


SET = """
id: t
edition: 2022
title: T
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: A, max_points: 50, not_applicable: {when: {terrain: mountain}}, rule: points}
  - code: "2"
    title: B
    max_points: 50
    rule: {choose: {by: kind, alternatives: {ward: yes_no, commune: {per_case: {points_each: 1, at_most: 50}}}}}
"""


@pytest.mark.parametrize(
    ("columns", "key"),
    [
        ({"terrain": ("Mountain", "mountain")}, "unit.two_spellings"),
        ({"group": ("Sở  A", "Sở A")}, "unit.two_spellings"),
        ({"terrain": ("moutain", "plain")}, "unit.slip"),
        ({"kind": ("wards", "commune")}, "unit.slip"),
        ({"terrain": ("valley", "plain")}, ""),
        ({"note": ("Mountain", "mountain")}, ""),
        ({"group": ("loại 1", "loại 2")}, ""),
    ],
)
def test_two_spellings_and_slips_are_told_where_they_count(columns: dict[str, tuple[str, str]], key: str) -> None:
    """In the columns that the set or the ranking reads; what is something else altogether is taken."""
    criteria = parse_criteria(SET, registry=BUILTIN)
    said = {"terrain": ("plain", "plain"), "kind": ("ward", "ward"), "group": ("g", "g"), **columns}
    units = [{"unit": unit, **{each: said[each][row] for each in said}} for row, unit in enumerate("ab")]
    rows = [{"unit": unit, "1": "5", "2.ward.yes_no": "có"} for unit in "ab"]

    if not key:
        cchc_index.read_assessment(rows, criteria, units)
        return
    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.read_assessment(rows, criteria, units)

    (problem,) = told.value.problems
    assert problem.key == key
    assert next(iter(columns)) in problem.text("vi")
