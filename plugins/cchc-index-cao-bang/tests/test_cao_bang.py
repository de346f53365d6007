"""The rule and the sets of Cao Bằng, through the installed distribution."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from importlib.metadata import distribution

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.testing import points_of
from cchc_index_cao_bang import OnTime

SET = """
id: a
edition: 1
title: A
source: {{status: illustrative}}
rounding: {{points: 2, index: 2}}
criteria:
  - {{code: "1", title: Hồ sơ, max_points: 10, rule: {{cao_bang.on_time: {parameters}}}}}
"""
PROVINCE = {"on_time": ["140500"], "late": ["3100"], "in_process": ["4400"]}


def _card(parameters: str, **counts: str) -> cchc_index.Scorecard:
    criteria = parse_criteria(SET.format(parameters=parameters), registry=cchc_index.Registry.discover())
    row = {"unit": "u", **{f"1.{field}": value for field, value in counts.items()}}
    return cchc_index.score(criteria, cchc_index.read_assessment([row], criteria))["u"]


def test_the_two_denominators_differ() -> None:
    """97.84 per cent of those settled, 94.93 per cent of those received, as the province's figures give."""
    assert points_of(OnTime(of="settled"), 100, PROVINCE) == ["97.84"]
    assert points_of(OnTime(of="received"), 100, PROVINCE) == ["94.93"]


def test_the_denominator_has_no_default() -> None:
    """A rate must name it."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        _card("{full_at: 98}", on_time="1", late="0", in_process="0")

    assert "'of'" in told.value.report()


@given(
    st.lists(st.tuples(*[st.integers(0, 10**9)] * 3), min_size=1, max_size=6),
    st.sampled_from(["settled", "received"]),
    st.sampled_from(["50", "95", "98.5", "100"]),
    st.sampled_from([None, "0", "50"]),
    st.sampled_from(["full", "zero"]),
)
def test_points_are_those_of_the_formula(
    counts: list[tuple[int, int, int]], of: str, full_at: str, zero_below: str | None, none_arose: str
) -> None:
    """Against the formula in fractions, whatever the counts."""
    rule = OnTime(
        of="settled" if of == "settled" else "received",
        full_at=Decimal(full_at),
        zero_below=None if zero_below is None else Decimal(zero_below),
        none_arose="full" if none_arose == "full" else "zero",
    )
    fields = {name: [str(count[at]) for count in counts] for at, name in enumerate(("on_time", "late", "in_process"))}
    expected = []
    for on_time, late, in_process in counts:
        total = on_time + late + (in_process if of == "received" else 0)
        if not total:
            expected.append("10.00" if none_arose == "full" else "0.00")
            continue
        rate = Fraction(100 * on_time, total)
        points = 10 * min(rate / Fraction(full_at), Fraction(1))
        if zero_below is not None and rate < Fraction(zero_below):
            points = Fraction(0)
        hundredths = int(points * 100 + Fraction(1, 2))
        expected.append(f"{hundredths // 100}.{hundredths % 100:02}")

    assert points_of(rule, 10, fields) == expected


def test_the_reason_shows_the_share_in_process() -> None:
    """Both denominators can be recomputed from it."""
    counts = {"on_time": "140500", "late": "3100", "in_process": "4400"}
    reason = _card("{of: settled}", **counts).explain("en").nodes[0].reason

    assert "on time 140500 / 143600 settled ≈ 97.84 %" in reason
    assert "in process 4400 / 148000 ≈ 2.97 %" in reason
    assert reason.endswith("rounded to 9.78")


@pytest.mark.parametrize(
    ("parameters", "status"), [("full", "scored"), ("zero", "scored"), ("not_applicable", "not_applicable")]
)
def test_no_dossier_is_what_the_set_says(parameters: str, status: str) -> None:
    """And refused where it says nothing."""
    nothing = {"on_time": "0", "late": "0", "in_process": "5"}

    assert _card(f"{{of: settled, none_arose: {parameters}}}", **nothing).node("1").status == status
    with pytest.raises(cchc_index.AssessmentError) as told:
        _card("{of: settled}", **nothing)
    assert "none_arose" in told.value.report("vi")


@pytest.mark.parametrize(
    "parameters",
    ["{of: processed}", "{of: settled, full_at: 0}", "{of: settled, full_at: 101}", "{of: settled, zero_below: 120}"],
)
def test_parameters_that_cannot_be_are_told(parameters: str) -> None:
    """With the line and the cure."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        _card(parameters, on_time="1", late="0", in_process="0")

    assert all(problem.place and problem.place.line == 8 for problem in told.value.problems)


def test_counts_are_whole() -> None:
    """Half a dossier is a mistake, and so is a negative one."""
    for wrong in ("1.5", "-1", "có"):
        with pytest.raises(cchc_index.AssessmentError):
            _card("{of: settled}", on_time=wrong, late="0", in_process="0")


@pytest.mark.parametrize("name", ["departments", "districts"])
def test_the_sets_are_illustrative_and_have_the_six_areas(name: str) -> None:
    """100 points over the six areas of the province's report."""
    criteria = cchc_index.load_criteria(f"cao_bang.{name}-2021")

    assert criteria.source.status == "illustrative"
    assert criteria.max_points == 100
    assert [str(node.criterion.area.value) for node in criteria if node.criterion.area] == [
        "institutions",
        "procedures",
        "apparatus",
        "civil_service",
        "public_finance",
        "e_government",
    ]
    assert criteria.plugins == ("bands", "cao_bang")


def test_the_distribution_says_what_it_is() -> None:
    """Its entry point is its prefix in YAML, and it brings the bands that its sets name."""
    found = distribution("cchc-index-cao-bang")

    assert [point.name for point in found.entry_points if point.group == "cchc_index"] == ["cao_bang"]
    assert any(requirement.startswith("cchc-index-bands") for requirement in found.requires or [])
