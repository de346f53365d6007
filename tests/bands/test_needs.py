"""Bands that need more than a figure: who lacks a need falls to the next band that it satisfies, and says so."""

from __future__ import annotations

from decimal import Decimal

import attrs
import numpy as np
import pytest

import cchc_index
from cchc_index.bands.contract import Band, Classification, joined
from cchc_index.bands.needs import Lacking, Need
from cchc_index.bands.nodes import NodeColumns
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.plugins import Placing
from cchc_index.values.text import Text

SET = """
id: a
edition: 1
title: A
source: {{status: illustrative}}
rounding: {{points: 2, index: 2}}
missing: incomplete
classify:
  thresholds: {{{settings} bands: [
    {{label: {{vi: Xuất sắc, en: Excellent}}, from: 90, needs: {best}}},
    {{label: {{vi: Tốt, en: Good}}, from: 80, needs: {good}}},
    {{label: {{vi: Khá, en: Fair}}, above: 60}},
    {{label: {{vi: Yếu, en: Weak}}, from: 0}}]}}
criteria:
  - {{code: "1", title: Một, max_points: 70, rule: points}}
  - {{code: "2", title: Hai, max_points: 9, not_applicable: allowed, rule: points}}
  - {{code: "3", title: Ba, max_points: 9, rule: points}}
  - {{code: "4", title: Bốn, max_points: 12, rule: points}}
"""
HALF = '[{node: "2", per_cent: 50}]'
ONE_OF = '[{count: 1, of: [{node: "3", per_cent: 75}, {node: "4", per_cent: 75}]}]'


def _result(best: str, *rows: str, good: str = "[]", settings: str = "", text: str = SET) -> cchc_index.IndexResult:
    """Units u0, u1, ... with what each has of the four nodes; ``?`` where it reports nothing."""
    filled = text.format(best=best, good=good, settings=settings)
    criteria = parse_criteria(filled, registry=cchc_index.Registry.builtin())
    cells = [dict(zip("1234", row.replace("?", "").split(" "), strict=True)) for row in rows]
    table = [{"unit": f"u{number}", **row} for number, row in enumerate(cells)]
    return cchc_index.score(criteria, cchc_index.read_assessment(table, criteria))


def _bands(result: cchc_index.IndexResult) -> list[str | None]:
    cards = [result[f"u{number}"] for number in range(len(result))]
    return [None if card.band is None else card.band.label.say("en") for card in cards]


def test_a_need_is_closed_below_and_its_lack_puts_a_unit_lower() -> None:
    """4.50 of 9 is 50 per cent; 4.49 is not, whatever the index."""
    assert _bands(_result(HALF, "70 4.50 9 12", "70 4.49 9 12")) == ["Excellent", "Good"]


@pytest.mark.parametrize(("settings", "band"), [("", "Excellent"), ("compare: exact,", "Good")])
def test_a_per_cent_is_compared_as_classes_are(settings: str, band: str) -> None:
    """0.06 of 9 is 0.67 per cent as printed, and two thirds of one exactly."""
    assert _bands(_result('[{node: "2", per_cent: 0.67}]', "70 0.06 9 12", settings=settings)) == [band]


def test_points_are_as_printed() -> None:
    """Of a node that rounds, what it shows."""
    needs = '[{node: "2", points: 4.5}]'

    assert _bands(_result(needs, "70 4.495 9 12", "70 4.494 9 12")) == ["Excellent", "Good"]


def test_so_many_of_several() -> None:
    """One of two: either does."""
    assert _bands(_result(ONE_OF, "70 9 6.75 6", "70 9 6 9", "70 9 6 6")) == ["Excellent", "Excellent", "Good"]


def test_each_area_is_a_need_of_its_own() -> None:
    """All of them; and counted, each counts once."""
    rows = ("70 4 9 12", "70 9 9 12", "69.9 4 9 12")

    assert _bands(_result("[{each: areas, per_cent: 50}]", *rows)) == ["Good", "Excellent", "Good"]
    several = "[{count: 4, of: [{each: areas, per_cent: 50}]}]"
    assert _bands(_result(several, *rows)) == ["Good", "Excellent", "Good"]
    assert _bands(_result(several.replace("4", "3"), *rows)) == ["Excellent", "Excellent", "Excellent"]


def test_what_does_not_apply_is_met_and_listed() -> None:
    """In a count too; only for the band that the unit is in."""
    counted = '[{count: 2, of: [{node: "2", per_cent: 50}, {node: "3", per_cent: 100}]}]'
    for needs, units in ((HALF, ["u0", "u1"]), (counted, ["u0"])):
        result = _result(needs, "70 na 9 12", "70 na 0 12")

        told = [each.to_dict() for each in result.warnings if each.kind == "excused"]
        assert told[0] == {"kind": "excused", "unit": "u0", "code": "2", "band": "Xuất sắc"}
        assert [each["unit"] for each in told] == units


def test_what_does_not_count_at_a_stage_is_met_and_listed() -> None:
    """At `self` only appraised leaves count: of what others give nothing can be needed yet."""
    text = SET.replace("title: Hai, max_points: 9,", "title: Hai, max_points: 9, method: outside,")
    filled = text.format(best=HALF, good="[]", settings="")
    criteria = parse_criteria(filled, registry=cchc_index.Registry.builtin())
    row = {"unit": "u0", "1": "70", "3": "9", "4": "12"}
    first = cchc_index.score(criteria, cchc_index.read_assessment([row], criteria, stage="self"))
    last = cchc_index.score(criteria, cchc_index.read_assessment([{**row, "2": "1"}], criteria, stage="appraised"))

    assert (_bands(first), _bands(last)) == (["Excellent"], ["Good"])
    assert [(each.kind, each.code) for each in first.warnings] == [("excused", "2")]
    assert [each.kind for each in last.warnings] == ["moved"]


def test_an_incomplete_unit_has_no_band() -> None:
    """Nor is anything told of its needs."""
    partly = _result(HALF, "70 ? 9 12")

    assert _bands(partly) == [None]
    assert [each.kind for each in partly.warnings] == ["missing"]


def test_a_unit_falls_to_the_next_band_that_it_satisfies() -> None:
    """Past every band of which it lacks something, to the last at the latest; each lack is told."""
    result = _result(HALF, "70 4 9 12", "70 2 9 12", good='[{node: "2", points: 3}]')

    assert _bands(result) == ["Good", "Fair"]
    told = {each.unit: each.to_dict() for each in result.warnings if each.kind == "moved"}
    assert told["u1"] == {
        "kind": "moved",
        "unit": "u1",
        "by_points": "Xuất sắc",
        "band": "Khá",
        "reason": "Xuất sắc cần tiêu chí 2 từ 50 % (được 22,22, thiếu 27,78); "
        "Tốt cần tiêu chí 2 từ 3 điểm (được 2,00, thiếu 1,00)",
    }
    assert result["u0"].explain("en").band == (
        "index 95.00 is at least 90; by points alone: Excellent; put in Good: "
        "Excellent needs criterion 2 at 50 % or more (has 44.44, 5.56 short)"
    )


def test_of_several_needs_those_that_are_lacking_are_told() -> None:
    """With how many are met, and in Vietnamese with a decimal comma."""
    needs = '[{count: 2, of: [{node: "2", per_cent: 50}, {node: "3", per_cent: 75}, {node: "4", per_cent: 75}]}]'
    result = _result(needs, "70 9 6 6")

    assert (
        result["u0"]
        .explain("vi")
        .band.endswith(
            "xếp Tốt vì Xuất sắc cần ít nhất 2 trong các điều kiện (đạt 1), chưa đạt: "
            "tiêu chí 3 từ 75 % (được 66,67, thiếu 8,33), tiêu chí 4 từ 75 % (được 50,00, thiếu 25,00)"
        )
    )


def test_an_exact_per_cent_without_end_is_marked() -> None:
    """With enough decimals to see that something is short."""
    needs = '[{node: "2", per_cent: 66.66666667}]'
    told = _result(needs, "70 6 9 12", settings="compare: exact,")["u0"].explain("en").band

    assert told.endswith("(has ≈ 66.6666666667, ≈ 0.0000000033 short)")


def test_nobody_is_told_of_points_alone_where_a_need_is_lacking() -> None:
    """How far the next band is names what else it needs and the unit lacks; nothing where that is met."""
    lacking, met, reached = (_result(HALF, row)["u0"] for row in ("64 4 9 12", "59 9 9 12", "61 9 9 12"))

    assert lacking.explain("en").band == (
        "index 89.00 is at least 80; 1.00 short of Excellent (from 90), "
        "and lacking: criterion 2 at 50 % or more (has 44.44, 5.56 short)"
    )
    assert met.explain("vi").band == "chỉ số 89,00 đạt từ 80; còn thiếu 1,00 để đạt Xuất sắc (từ 90)"
    assert reached.explain("vi").band == "chỉ số 91,00 đạt từ 90"


def test_a_reason_without_the_units_nodes_names_all_needs() -> None:
    """As where a classifier is asked by hand."""
    classifier = _result(ONE_OF, "70 9 9 12").criteria.classify
    assert classifier is not None
    good = classifier.classifier.bands_of("x")[1]
    unit = _result(ONE_OF, "70 9 9 12").register.units[0]
    placing = Placing(unit, Decimal(85), Decimal(85), good)

    assert classifier.classifier.reason(placing) == (
        "index 85 is at least 80; 5 short of Excellent (from 90), which also needs: "
        "at least 1 of: criterion 3 at 75 % or more, criterion 4 at 75 % or more"
    )
    each = Need(each="areas", points=Decimal(2))
    assert each.say("en") == "each top-level criterion at 2 points or more"
    assert attrs.evolve(each, points=None, per_cent=Decimal("2.5")).say("vi") == "mỗi tiêu chí cấp cao nhất từ 2,5 %"


@pytest.mark.parametrize(
    ("points", "band", "said"),
    [
        ("30.01 9 9 12", "Fair", "index 60.01 is above 60; 19.99 short of Good (from 80)"),
        ("30 9 9 12", "Weak", "index 60.00; on 60, above which Fair begins"),
        ("29 9 9 12", "Weak", "index 59.00; more than 1.00 short of Fair (above 60)"),
    ],
)
def test_a_band_may_be_open_below(points: str, band: str, said: str) -> None:
    """Above 60, of whom 60 is not; and the last band may say that it begins at 0."""
    card = _result("[]", points)["u0"]

    assert card.band is not None
    assert card.band.label.say("en") == band
    assert card.explain("en").band == said


def test_the_same_cut_off_may_be_open_and_then_closed() -> None:
    """More than 90, and 90 itself: two bands, of which the cut-off is near once."""
    text = SET.replace("from: 90", "above: 90").replace("from: 80", "from: 90")
    result = _result("[]", "60 9 9 12", "60.01 9 9 12", text=text)

    assert _bands(result) == ["Good", "Excellent"]
    assert [each.unit for each in result.warnings if each.kind == "near_cut_off"] == ["u0", "u1"]


BANDS = tuple(Band(Text.plain(label)) for label in "ABCXY")


def test_bands_belong_to_groups() -> None:
    """Lowered is within the group's own; the lowest stays, and nobody without a band gets one."""
    found = Classification(BANDS, np.array([0, 2, 3, -1]), places={"x": (0, 1, 2), "y": (3, 4)})

    lower = found.lowered(np.array([True, True, True, True]), Text.plain("late"))

    assert lower.band_of.tolist() == [1, 2, 4, -1]
    assert [(move.row, str(move.by_points), str(move.reason)) for move in lower.moved] == [
        (0, "A", "late"),
        (2, "X", "late"),
    ]
    assert (found.places_of("y"), found.places_of("z")) == ((3, 4), ())
    assert Classification(BANDS, np.array([0])).places_of("z") == (0, 1, 2, 3, 4)


def test_who_is_moved_twice_keeps_the_band_of_the_figure_and_both_reasons() -> None:
    """And falls further where the new band needs what the unit lacks."""
    nodes = {"1": NodeColumns(np.array([1, 9]), 10, 0, 0)}
    lacking = Lacking(Text((("en", "B"),)), (Need("1", points=Decimal(5)),), nodes, "published")
    found = Classification(BANDS[:3], np.array([0, 0]), lacking={1: lacking})

    once = found.lowered(np.array([True, True]), Text.plain("late"))
    twice = once.lowered(np.array([False, True]), Text.plain("again"))

    assert once.band_of.tolist() == [2, 1]
    assert twice.band_of.tolist() == [2, 2]
    assert [(move.row, str(move.by_points), move.reason) for move in twice.moved] == [
        (
            0,
            "A",
            Text(
                (
                    ("en", "late; B needs criterion 1 at 5 points or more (has 1, 4 short)"),
                    ("vi", "late; B cần tiêu chí 1 từ 5 điểm (được 1, thiếu 4)"),
                )
            ),
        ),
        (1, "A", Text.plain("late; again")),
    ]
    assert (joined([]), joined([Text.plain("late")])) == (Text(()), Text.plain("late"))


def test_areas_are_spread_only_where_they_are_named() -> None:
    """One need for each top-level node, in their order; each node is looked at once."""
    nodes = {code: NodeColumns(np.array([1]), 1, 0, 0, "half_up", code != "1.1") for code in ("1", "1.1", "2")}
    needs = (Need("1.1", points=Decimal(1)), Need(each="areas", points=Decimal(1)), Need("2", per_cent=Decimal(5)))

    assert Lacking(Text.plain("A"), needs, nodes, "exact").codes == ("1.1", "1", "2")
    assert Lacking(Text.plain("A"), (Need(count=1, of=needs),), nodes, "exact").codes == ("1.1", "1", "2")
