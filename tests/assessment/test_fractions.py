"""Per cent or fraction: a rate above 0 and at most 1 is asked about where a higher one earns more, and nowhere else."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import attrs
import numpy as np
import pytest

import cchc_index
from cchc_index.assessment.assessment import Assessment, value_refusals
from cchc_index.checks.selftest import selftest
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.plugins import Case, Field, FieldColumn, Integers, ScoringRule, per_unit
from cchc_index.reading.declared import FileEntry
from cchc_index.rules.columns import Column
from cchc_index.rules.steps import Step, Steps
from cchc_index.testing import check_rule
from cchc_index.values.units import Register, Unit

HEAD = "id: a\nedition: 1\ntitle: A\nsource: {status: illustrative}\nrounding: {points: 4, index: 2}\n"
UNITS = [{"unit": "u", "name": "U", "group": "g", "ranked": "yes", "kind": "ward"}]

RISING = "{steps: {on: rate, none_arose: zero, steps: [{from: 95, points: 4}, {from: 80, below: 95, points: 2}]}}"
ANY_AT_ALL = "{steps: {on: rate, steps: [{from: 50, points: 4}, {above: 0, below: 50, points: 1}]}}"
FRACTION = "{steps: {on: rate, steps: [{from: 0.8, points: 4}]}}"
#: rules by what is tried, each with the field that is asked about
ASKED = {
    "steps that rise": (RISING, "rate"),
    "a step above 0": (ANY_AT_ALL, "rate"),
    "steps from 0 on": (
        "{steps: {on: rate, steps: [{from: 0, below: 95, points: 1}, {from: 95, to: 100, points: 4}]}}",
        "rate",
    ),
    "steps that count a rate over 100": ("{steps: {on: rate, cap: yes, steps: [{above: 90, points: 4}]}}", "rate"),
    "steps with a hill": (
        "{steps: {on: rate, peak: yes, "
        "steps: [{to: 20, points: 1}, {above: 20, to: 60, points: 4}, {above: 60, points: 0}]}}",
        "rate",
    ),
    "proportion": ("{proportion: {}}", "rate"),
    "proportion with a floor": ("{proportion: {zero_below: 50, full_at: 90, cap: yes}}", "rate"),
    "survey": ("{survey: {options: {good: 100, bad: 0}}}", "rate"),
    "convert from per cent": ("{convert: {scale: 100}}", "value"),
    "base and per cent": ("{base_plus: {base: 1, scale: 100}}", "value"),
    "base and per cent above a floor": ("{base_plus: {base: 1, scale: 100, from: 50}}", "value"),
    "the best of several": (f"{{best_of: {{alternatives: {{award: yes_no, share: {RISING}}}}}}}", "share.rate"),
    "one of several": ("{choose: {by: kind, alternatives: {ward: proportion, town: yes_no}}}", "ward.rate"),
    "one inside another": (
        "{best_of: {alternatives: {award: yes_no, of: {choose: {by: kind, "
        "alternatives: {ward: {convert: {scale: 100}}, town: yes_no}}}}}}",
        "of.ward.value",
    ),
}
TAKEN = {
    "a threshold below 1": (
        "{steps: {on: rate, steps: [{from: 95, points: 4}, {from: 0.5, below: 95, points: 2}]}}",
        "rate",
    ),
    "a threshold at 1": (
        "{steps: {on: rate, steps: [{from: 95, points: 4}, {above: 1, below: 95, points: 2}]}}",
        "rate",
    ),
    "steps that fall": (
        "{steps: {on: rate, steps: [{to: 5, points: 4}, {above: 5, to: 10, points: 2}]}}",
        "rate",
    ),
    "steps that fall below 1": (
        "{steps: {on: rate, steps: [{to: 0.5, points: 4}, {above: 0.5, to: 1, points: 2}]}}",
        "rate",
    ),
    "steps that fall from 0 on": (
        "{steps: {on: rate, steps: [{from: 0, below: 5, points: 4}, {from: 5, to: 100, points: 1}]}}",
        "rate",
    ),
    "steps on a number": ("{steps: {on: number, steps: [{from: 95, points: 4}]}}", "number"),
    "steps on days": ("{steps: {on: days, steps: [{to: 5, points: 4}]}}", "days"),
    "a floor below 1": ("{proportion: {zero_below: 0.5}}", "rate"),
    "a floor at 1": ("{proportion: {zero_below: 1}}", "rate"),
    "convert from another scale": ("{convert: {scale: 10}}", "value"),
    "convert from shares": ("{convert: {scale: 1.01}}", "value"),
    "convert where less is better": ("{convert: {scale: 0, from: 100}}", "value"),
    "convert below 0": ("{convert: {scale: 100, from: -100}}", "value"),
    "base and another scale": ("{base_plus: {base: 1, scale: 10}}", "value"),
    "a base that starts below 1": ("{base_plus: {base: 1, scale: 100, from: 0.5}}", "value"),
    "a special unit that starts below 1": (
        "{base_plus: {base: 1, scale: 100, from: 2, factor: {by: kind, per_cent: {ward: 50}}}}",
        "value",
    ),
    "base and steps": ("{base_steps: {base: 1, floor: 0, per: 10, points_each: 1}}", "value"),
    "against the best": ("{relative_to_best: {none_arose: zero}}", "value"),
    "between least and most": ("{min_max: {none_arose: zero}}", "value"),
    "points": ("points", "points"),
}
BOTH = {**ASKED, **TAKEN}


def _criteria(rule: str, more: str = "") -> cchc_index.CriteriaSet:
    leaf = f"  - {{code: '1', title: Leaf, max_points: 4, rule: {rule}{more}}}\n"
    return parse_criteria(f"{HEAD}criteria:\n{leaf}", registry=cchc_index.Registry.builtin())


def _keys(criteria: cchc_index.CriteriaSet, **values: str) -> list[str]:
    row = {"unit": "u"} | {f"1.{field}": value for field, value in values.items()}
    try:
        cchc_index.score(criteria, cchc_index.read_assessment([row], criteria, UNITS))
    except cchc_index.AssessmentError as error:
        return [problem.key for problem in error.problems]
    return []


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("value", ["0.000001", "0.95", "1", "1.000"])
def test_a_rate_that_may_be_a_share_is_asked_about(name: str, value: str) -> None:
    """Above 0 and at most 1, the ends of the stretch among them; once, whatever the rule is made of."""
    rule, field = ASKED[name]

    assert _keys(_criteria(rule), **{field: value}) == ["value.fraction"]


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("value", ["0", "0.000", "1.01", "1.000001", "95", "100"])
def test_other_rates_are_taken(name: str, value: str) -> None:
    """0 is 0 either way, and more than 1 can be no share."""
    rule, field = ASKED[name]

    assert _keys(_criteria(rule), **{field: value}) == []


@pytest.mark.parametrize("name", TAKEN)
@pytest.mark.parametrize("value", ["0.000001", "0.95", "1", "1.01"])
def test_nothing_is_asked_where_small_values_are_at_home(name: str, value: str) -> None:
    """A threshold between 0 and 1, less that earns more, another scale, no rate at all."""
    rule, field = TAKEN[name]
    value = "1" if field == "days" else value

    assert _keys(_criteria(rule), **{field: value}) == []


def test_what_lies_below_a_scale_is_told_as_such() -> None:
    """One problem for one value: 0.95 on a scale from 50 to 100 is too little, whatever was meant."""
    assert _keys(_criteria("{convert: {scale: 100, from: 50}}"), value="0.95") == ["value.low"]


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("value", ["0.000001", "0.95", "1"])
def test_a_leaf_may_say_that_small_rates_are_meant(name: str, value: str) -> None:
    """`small_rates: yes` takes every value, and changes no other."""
    rule, field = BOTH[name]
    value = "1" if field == "days" else value

    assert _keys(_criteria(rule, ", small_rates: yes"), **{field: value}) == []


def test_a_small_rate_that_is_meant_counts_as_per_cent() -> None:
    """0.95 is 0.95 per cent: 0.038 of 4 points."""
    criteria = _criteria("{proportion: {}}", ", small_rates: yes")
    result = cchc_index.score(criteria, cchc_index.read_assessment([{"unit": "u", "1": "0.95"}], criteria))

    assert result["u"].points == Decimal("0.0380")


@pytest.mark.parametrize("rule", [RISING, ANY_AT_ALL, "{proportion: {none_arose: zero}}"])
def test_done_and_planned_are_never_asked_about(rule: str) -> None:
    """1 of 200 is half a per cent, and 1 of 1 is all."""
    criteria = _criteria(rule)

    assert [_keys(criteria, done=done, planned=planned) for done, planned in (("1", "200"), ("1", "1"))] == [[], []]


def test_points_typed_beside_a_rule_are_never_asked_about() -> None:
    """Half a point is no rate, alone or as a claim."""
    criteria = _criteria("{proportion: {}}")

    assert _keys(criteria, points="0.5") == []
    assert _keys(criteria, points="0.5", rate="95") == []


def test_a_survey_s_answers_are_never_asked_about() -> None:
    """One person who answers is one person."""
    assert _keys(_criteria("{survey: {options: {good: 100, bad: 0}}}"), good="1", bad="1") == []


def _columns(rule: str, values: list[int], meant: bool | list[bool]) -> list[str]:
    criteria = _criteria(rule)
    units = Register(tuple(Unit(f"u{number}", "U") for number in range(len(values))))
    declared = meant if isinstance(meant, bool) else np.array(meant)
    column = FieldColumn(Integers.of(values), 2, meant=declared)
    try:
        Assessment.from_columns(criteria, units, {"1": {"rate": column}})
    except cchc_index.AssessmentError as error:
        return [str(problem.arguments["value"]) for problem in error.problems]
    return []


def test_rows_whose_file_declares_per_cent_are_taken() -> None:
    """`rates: per_cent` of one file says nothing of the rows of another."""
    assert FileEntry("a.csv").rates == ""
    assert _columns("{proportion: {}}", [95, 100, 9500], meant=False) == ["0.95", "1"]
    assert _columns("{proportion: {}}", [95, 100, 9500], meant=True) == []
    assert _columns("{proportion: {}}", [95, 100, 9500], meant=[True, False, False]) == ["1"]


def test_what_a_file_declares_stays_with_its_rows() -> None:
    """Rows taken out of a column, in any order, are those that were declared."""
    column = FieldColumn(Integers.of([95, 96, 97]), 2, meant=np.array([True, False, True]))
    rule = _criteria("{proportion: {}}").leaves[0].criterion.rule
    assert rule is not None
    units = Register(tuple(Unit(f"u{number}", "U") for number in range(3)))
    whole = Column(3, Decimal(4), 2, "half_up", rule.rule.reads, {"rate": column}, units)
    taken = whole.take(np.array([2, 1], dtype=np.intp))

    refused = [refusal.rows.tolist() for refusal in value_refusals(taken)]

    assert refused == [[False, True]]
    assert FieldColumn(Integers.of([1]), meant=True).take(np.array([0], dtype=np.intp)).meant is True


def test_the_question_names_both_readings_to_the_last_digit() -> None:
    """What is meant is written out, so that it can be copied; a question ends with its mark."""
    criteria = _criteria("{proportion: {}}")
    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.read_assessment([{"unit": "u", "1": "0.123456789012345"}], criteria)
    (problem,) = told.value.problems

    assert "so is it 0.123456789012345 %, or 12.3456789012345 %?\n" in problem.text("en")
    assert "Ghi 12.3456789012345; " in problem.text("vi")


@pytest.mark.parametrize(
    ("rule", "cure"),
    [
        ("{steps: {on: rate, steps: [{from: 0.98, points: 4}, {from: 0.9, below: 0.98, points: 2}]}}", "98, 90"),
        ("{steps: {on: rate, steps: [{from: 0.9, below: 0.98, points: 2}, {from: 0.98, to: 1, points: 4}]}}", "100"),
        ("{steps: {on: rate, steps: [{from: 0, below: 0.5, points: 1}, {from: 0.5, to: 100, points: 4}]}}", "50"),
        ("{steps: {on: rate, steps: [{from: 1, points: 4}]}}", "100"),
        ("{proportion: {full_at: 0.85}}", "85"),
        ("{best_of: {alternatives: {a: {points: {}}, b: {steps: {on: rate, steps: [{from: 0.8, points: 4}]}}}}}", "80"),
        (
            "{choose: {by: kind, alternatives: {a: yes_no, b: {steps: {on: rate, steps: [{from: 0.8, points: 4}]}}}}}",
            "80",
        ),
    ],
)
def test_thresholds_that_may_be_shares_are_asked_about(rule: str, cure: str) -> None:
    """Where everything that is asked of a rate is at most 1, it was written as a fraction, or the leaf says so."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        _criteria(rule)

    assert [problem.key for problem in told.value.problems] == ["rule.fractions"]
    assert cure in told.value.problems[0].cure("en")
    assert _criteria(rule, ", small_rates: yes").leaves[0].criterion.small_rates


@pytest.mark.parametrize(
    "rule",
    [
        *(rule for rule, _ in BOTH.values()),
        "{steps: {on: number, steps: [{from: 0.9, points: 4}]}}",
        "{steps: {on: rate, steps: [{from: 100, points: 4}, {from: 0.5, below: 100, points: 2}]}}",
        "{steps: {on: rate, steps: [{above: 0, points: 4}]}}",
        "{steps: {on: rate, steps: [{to: 1, points: 4}]}}",
        "{convert: {scale: 1}}",
    ],
)
def test_other_thresholds_are_taken(rule: str) -> None:
    """One threshold above 1 shows that per cent is meant; so does less that earns more; any of it is no threshold."""
    assert not _criteria(rule).leaves[0].criterion.small_rates


def test_small_rates_are_said_of_leaves() -> None:
    """A parent reads no rate."""
    text = "criteria:\n  - {code: '1', title: P, max_points: 4, small_rates: yes, criteria: [{code: '1.1', title: L, "
    text += "max_points: 4, rule: proportion}]}\n"
    with pytest.raises(cchc_index.CriteriaError) as told:
        parse_criteria(HEAD + text, registry=cchc_index.Registry.builtin())

    assert [problem.key for problem in told.value.problems] == ["criteria.only_leaf"]


@pytest.mark.parametrize("more", ["", ", small_rates: yes"])
@pytest.mark.parametrize("name", BOTH)
def test_the_self_test_tries_small_rates_without_being_asked(name: str, more: str) -> None:
    """What lies just over 0 % is a value whose points are known, and nobody typed it."""
    rule, _ = BOTH[name]
    found = selftest(_criteria(rule, more))

    assert [trial for trial in found.trials if not trial.agrees] == []
    assert found.coverage["thresholds"][0] == found.coverage["thresholds"][1]


def test_the_self_test_takes_small_rates_in_extras() -> None:
    """Leaves of bonus and penalty blocks are tried like others."""
    bonus = (
        f"extras: {{bonus: {{max_points: 4, criteria: [{{code: T, title: T, max_points: 4, rule: {ANY_AT_ALL}}}]}}}}"
    )
    text = f"{HEAD}{bonus}\ncriteria:\n  - {{code: '1', title: L, max_points: 4, rule: yes_no}}\n"

    assert selftest(parse_criteria(text, registry=cchc_index.Registry.builtin())).passed


@pytest.mark.parametrize(
    ("steps", "better"),
    [
        ((Step(Decimal(10), from_=Decimal(95)), Step(Decimal(5), from_=Decimal(80), below=Decimal(95))), "more"),
        ((Step(Decimal(10), to=Decimal(5)), Step(Decimal(5), above=Decimal(5))), "less"),
        ((Step(Decimal(5), to=Decimal(20)), Step(Decimal(10), above=Decimal(20), to=Decimal(60))), ""),
        ((Step(Decimal(10), from_=Decimal(95), to=Decimal(100)),), "more"),
    ],
)
def test_steps_say_which_way_a_rate_is_better(steps: tuple[Step, ...], better: str) -> None:
    """A table that falls does not promise that more is never worse, and one with a hill promises nothing."""
    rule = Steps("rate", steps, none_arose="zero")

    assert [field.better for group in rule.reads for field in group] == [better, better, ""]
    check_rule(rule, examples=30)


@attrs.frozen
class _Share(ScoringRule):
    """Points in proportion to a rate, as a plugin's author writes it."""

    reads = ((Field("rate", most=Decimal(100), measured=True, better="more", small_rates="asked"),),)

    @per_unit
    def score(self, case: Case) -> Decimal:
        """A hundredth of the maximum for each per cent."""
        return case.max_points * case.decimal("rate") / 100

    def reason(self, case: Case, /) -> str:
        """The rate."""
        return str(case.decimal("rate"))


def test_a_plugin_s_rate_is_asked_about_in_the_same_way() -> None:
    """The field says so, and the rule needs no code of its own."""
    column = FieldColumn(Integers.of([0, 95, 100, 101]), 2)
    units = Register(tuple(Unit(f"u{number}", "U") for number in range(4)))
    found = Column(4, Decimal(4), 2, "half_up", _Share().reads, {"rate": column}, units)

    assert [refusal.rows.tolist() for refusal in value_refusals(found)] == [[False, True, True, False]]
    assert list(value_refusals(found, small_rates=True)) == []


def test_the_fingerprint_of_other_sets_does_not_change(tmp_path: Path) -> None:
    """A set that says nothing of small rates is what it was; one that does is another."""
    path = tmp_path / "a.yaml"
    path.write_text(f"{HEAD}criteria:\n  - {{code: '1', title: L, max_points: 4, rule: proportion}}\n", "utf-8")
    plain = cchc_index.load_criteria(path)

    assert plain.sha256 == "63ce28aa8b99672573cbc49093c4ba04a61faa0470eac095f5dc8786216167ca"
    assert _criteria("proportion", ", small_rates: yes").sha256 != _criteria("proportion").sha256
