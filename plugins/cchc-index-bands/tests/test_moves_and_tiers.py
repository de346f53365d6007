"""Knock-outs, quotas, national groups and moving tiers, through the installed distribution."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria

SET = """
id: a
edition: 1
title: A
source: {{status: illustrative}}
rounding: {{points: 2, index: 2}}
classify: {{bands.{classifier}}}
criteria:
  - {{code: "1", title: Một, max_points: 100, rule: points}}
"""
LADDER = "[{label: Xuất sắc, from: 90}, {label: Tốt, from: 80}, {label: Khá, from: 65}, {label: Trung bình}]"


def _result(
    classifier: str, points: list[str], flags: dict[int, dict[str, str]] | None = None
) -> cchc_index.IndexResult:
    criteria = parse_criteria(SET.format(classifier=classifier), registry=cchc_index.Registry.discover())
    units, rows = [], []
    for number, value in enumerate(points):
        own = {"ranked": "yes", "head_disciplined": "no", "group": "x", **(flags or {}).get(number, {})}
        units.append({"unit": f"u{number}", "name": f"U{number}", **own})
        rows.append({"unit": f"u{number}", "1": value})
    return cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, units))


def _bands(classifier: str, points: list[str], flags: dict[int, dict[str, str]] | None = None) -> list[str]:
    result = _result(classifier, points, flags)
    return [str(result[f"u{number}"].band) for number in range(len(points))]


LIMIT = "limits: [{when: {head_disciplined: yes}, at_most: Khá, reason: người đứng đầu bị kỷ luật}]"


def test_a_knock_out_puts_a_unit_down_and_says_so() -> None:
    """The band by points alone stays visible."""
    flags = {0: {"head_disciplined": "có"}, 2: {"head_disciplined": "yes"}}
    result = _result(f"ordered: {{bands: {LADDER}, {LIMIT}}}", ["95", "85", "60"], flags)

    assert [str(result[unit].band) for unit in ("u0", "u1", "u2")] == ["Khá", "Tốt", "Trung bình"]
    moved = [warning for warning in result.warnings if warning.kind == "moved"]
    assert [(each.unit, dict(each.particulars)) for each in moved] == [
        ("u0", {"by_points": "Xuất sắc", "band": "Khá", "reason": "người đứng đầu bị kỷ luật"})
    ]
    assert result["u0"].explain("vi").band.endswith("riêng theo điểm: Xuất sắc; xếp Khá vì người đứng đầu bị kỷ luật")
    assert result["u1"].move is None


def test_a_knock_out_needs_its_column() -> None:
    """A register that does not say who was disciplined is refused."""
    criteria = parse_criteria(
        SET.format(classifier=f"good_fair_average: {{good: 80, fair: 65, {LIMIT}}}"),
        registry=cchc_index.Registry.discover(),
    )
    with pytest.raises(cchc_index.AssessmentError, match="head_disciplined"):
        cchc_index.read_assessment([{"unit": "u", "1": "90"}], criteria)


def _quota(**changed: str) -> str:
    quota = {"band": "Xuất sắc", "at_most": "20", **changed}
    said = ", ".join(f"{key}: {value}" for key, value in quota.items())
    return f"ordered: {{bands: {LADDER}, quotas: [{{{said}}}]}}"


def test_a_quota_keeps_the_best() -> None:
    """20 per cent of nine ranked units is one; the others go down by one band."""
    points = ["99", "97", "95", "85", "84", "70", "60", "50", "40"]

    assert _bands(_quota(), points)[:4] == ["Xuất sắc", "Tốt", "Tốt", "Tốt"]
    assert _bands(_quota(round="up"), points)[:4] == ["Xuất sắc", "Xuất sắc", "Tốt", "Tốt"]
    assert _bands(_quota(of="Tốt", at_most="40"), points)[:4] == ["Xuất sắc", "Xuất sắc", "Tốt", "Tốt"]
    assert _bands(_quota(at_most="0"), points)[:4] == ["Tốt", "Tốt", "Tốt", "Tốt"]


def test_quotas_count_ranked_units_of_the_group_after_knock_outs() -> None:
    """A unit outside the ranking keeps its band and is not counted."""
    points = ["99", "97", "95", "85", "84"]
    flags = {0: {"ranked": "no"}, 1: {"head_disciplined": "yes"}}
    text = _quota(round="up").replace("quotas:", f"{LIMIT}, quotas:")

    assert _bands(text, points, flags) == ["Xuất sắc", "Khá", "Xuất sắc", "Tốt", "Tốt"]
    groups = {number: {"group": "y"} for number in (2, 3, 4)}
    assert _bands(_quota(round="up"), points, groups) == ["Xuất sắc", "Tốt", "Xuất sắc", "Tốt", "Tốt"]


def test_equal_units_at_the_edge_of_a_quota() -> None:
    """All in, all out, or refused with their names."""
    points = ["99", "97", "97", "85", "84", "83", "82", "81", "80", "70"]

    assert _bands(_quota(ties="all_in"), points)[:3] == ["Xuất sắc"] * 3
    assert _bands(_quota(ties="all_out"), points)[:3] == ["Xuất sắc", "Tốt", "Tốt"]
    with pytest.raises(cchc_index.AssessmentError, match="U1, U2"):
        _bands(_quota(), points)


def test_quotas_apply_from_the_best_band_down() -> None:
    """Who leaves the first band counts against the second."""
    quotas = "[{band: Tốt, at_most: 50}, {band: Xuất sắc, at_most: 25}]"
    points = ["99", "98", "85", "84"]

    assert _bands(f"ordered: {{bands: {LADDER}, quotas: {quotas}}}", points) == ["Xuất sắc", "Tốt", "Tốt", "Khá"]


def test_the_national_groups() -> None:
    """A from 90, B from 80, C from 70."""
    assert _bands("national_groups: {}", ["90", "89.99", "80", "79.99", "70", "69.99"]) == [
        "Nhóm A",
        "Nhóm B",
        "Nhóm B",
        "Nhóm C",
        "Nhóm C",
        "Dưới 70 %",
    ]


def test_natural_gaps() -> None:
    """The two largest gaps divide three tiers; an unranked unit is put where it lies."""
    found = _bands("natural_gaps: {labels: [I, II, III]}", ["90", "60", "89", "80", "79", "95"], {5: {"ranked": "no"}})

    assert found == ["I", "III", "I", "II", "II", "I"]
    assert _bands("natural_gaps: {labels: [I, II, III]}", ["90", "90"]) == ["I", "I"]
    assert _bands("natural_gaps: {labels: [I, II]}", ["90", "80", "70"]) == ["I", "II", "II"]


def test_quantiles() -> None:
    """Equal units stay together, in the better tier."""
    text = "quantiles: {labels: [I, II, III], shares: [25, 25, 50]}"

    assert _bands(text, ["90", "80", "70", "60"]) == ["I", "II", "III", "III"]
    assert _bands(text, ["90", "90", "70", "60"]) == ["I", "I", "III", "III"]
    assert _bands(text, ["90", "80", "80", "60"]) == ["I", "II", "II", "III"]


@pytest.mark.parametrize(
    "classifier",
    [
        f"ordered: {{bands: {LADDER}, limits: [{{when: {{a: yes}}, at_most: Yếu}}]}}",
        f"ordered: {{bands: {LADDER}, limits: [{{when: {{}}, at_most: Khá}}]}}",
        _quota(band="Giỏi"),
        _quota(at_most="120"),
        _quota(of="Giỏi"),
        _quota(ties="coin"),
        "natural_gaps: {labels: [I]}",
        "natural_gaps: {labels: [I, I]}",
        "quantiles: {labels: [I, II], shares: [50, 40]}",
        "quantiles: {labels: [I, II], shares: [100]}",
        "ordered: {bands: []}",
        "national_groups: {compare: roughly}",
    ],
)
def test_parameters_that_cannot_be_are_told(classifier: str) -> None:
    """With the line and the cure, in both languages."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        _bands(classifier, ["90"])

    for problem in told.value.problems:
        assert problem.place
        assert problem.place.line
        assert problem.text("vi")
        assert problem.cure("en")
