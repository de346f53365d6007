"""Needs, knock-outs and quotas together, through the installed distribution."""

from __future__ import annotations

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria

SET = """
id: a
edition: 1
title: A
source: {{status: illustrative}}
rounding: {{points: 2, index: 2}}
classify:
  bands.ordered:
    bands:
      - {{label: Xuất sắc, above: 90, needs: [{{node: "2", per_cent: 50}}]}}
      - {{label: Tốt, from: 80, needs: [{{node: "2", points: 3}}]}}
      - {{label: Khá, from: 65}}
      - {{label: Trung bình, from: 0}}
    {moves}
criteria:
  - {{code: "1", title: Một, max_points: 90, rule: points}}
  - {{code: "2", title: Hai, max_points: 10, rule: points}}
"""
LIMIT = "limits: [{when: {fined: yes}, at_most: Tốt, reason: bị xử phạt}]"
QUOTA = "quotas: [{band: Xuất sắc, at_most: 50}]"


def _result(moves: str, *units: tuple[str, str, str]) -> cchc_index.IndexResult:
    """Units u0, u1, ... with what each has of the two nodes, and whether it was fined."""
    criteria = parse_criteria(SET.format(moves=moves), registry=cchc_index.Registry.discover())
    register = [{"unit": f"u{n}", "name": f"U{n}", "group": "x", "fined": each[2]} for n, each in enumerate(units)]
    rows = [{"unit": f"u{n}", "1": one, "2": two} for n, (one, two, _) in enumerate(units)]
    return cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, register))


def _bands(result: cchc_index.IndexResult) -> list[str]:
    return [str(result[f"u{number}"].band) for number in range(len(result))]


def test_who_lacks_a_need_leaves_room_in_a_quota() -> None:
    """One of two is excellent: not the one that lacks the need, though its index is higher."""
    result = _result(QUOTA, ("90", "4.9", "no"), ("86", "5", "no"))

    assert _bands(result) == ["Tốt", "Xuất sắc"]


def test_a_quota_puts_a_unit_in_a_band_of_which_it_lacks_nothing() -> None:
    """It falls past the next band where that needs what it lacks; both reasons are told, and the band by its figure."""
    bands = SET.replace('needs: [{{node: "2", points: 3}}]', 'needs: [{{node: "1", points: 87}}]')
    criteria = parse_criteria(bands.format(moves=QUOTA), registry=cchc_index.Registry.discover())
    rows = [{"unit": "u0", "1": "89", "2": "9"}, {"unit": "u1", "1": "86", "2": "10"}]
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))

    assert _bands(result) == ["Xuất sắc", "Khá"]
    assert [each.to_dict() for each in result.warnings if each.kind == "moved"] == [
        {
            "kind": "moved",
            "unit": "u1",
            "by_points": "Xuất sắc",
            "band": "Khá",
            "reason": "vượt tỷ lệ tối đa 50 % (1 / 2 đơn vị); Tốt cần tiêu chí 1 từ 87 điểm (được 86,00, thiếu 1,00)",
        }
    ]


def test_a_knock_out_and_a_need_are_both_told() -> None:
    """A fined unit is good at most, and this one lacks what good needs."""
    result = _result(LIMIT, ("90", "2.5", "yes"), ("90", "9", "yes"), ("90", "5", "no"))

    assert _bands(result) == ["Khá", "Tốt", "Xuất sắc"]
    assert result["u0"].explain("en").band == (
        "index 92.50 is above 90; by points alone: Xuất sắc; put in Khá: "
        "Xuất sắc needs criterion 2 at 50 % or more (has 25.00, 25.00 short); "
        "Tốt needs criterion 2 at 3 points or more (has 2.50, 0.50 short)"
    )
    assert result["u1"].explain("en").band.endswith("by points alone: Xuất sắc; put in Tốt: bị xử phạt")


def test_the_band_from_0_is_the_lowest_of_its_group() -> None:
    """A knock-out finds it, and a quota of it does nothing."""
    limit = "limits: [{when: {fined: yes}, at_most: Trung bình}]"

    assert _bands(_result(limit, ("90", "9", "yes"), ("90", "9", "no"))) == ["Trung bình", "Xuất sắc"]
    assert _bands(_result("quotas: [{band: Trung bình, at_most: 0}]", ("1", "1", "no"))) == ["Trung bình"]
