"""Legal documents and initiatives, against their formulas in fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.testing import points_of
from cchc_index_cao_bang import Initiatives, LegalDocuments

pairs = st.integers(0, 10**6).flatmap(lambda planned: st.tuples(st.integers(0, planned), st.just(planned)))
SET = """
id: a
edition: 1
title: A
source: {{status: illustrative}}
rounding: {{points: 2, index: 2}}
criteria:
  - {{code: "1", title: Một, max_points: 10, rule: {{cao_bang.{rule}}}}}
"""


def _hundredths(points: Fraction) -> str:
    whole = int(points * 100 + Fraction(1, 2))
    return f"{whole // 100}.{whole % 100:02}"


@given(st.lists(st.tuples(pairs, pairs), min_size=1, max_size=6), st.sampled_from(["55", "60", "33.3"]))
def test_documents_are_scored_by_the_formula(counts: list[tuple[tuple[int, int], tuple[int, int]]], share: str) -> None:
    """Each part by its share; where nothing was asked, all of its share."""
    rule = LegalDocuments(commented=Decimal(share), none_arose="full")
    fields: dict[str, list[str]] = {"commented": [], "asked": [], "self_checked": [], "planned": []}
    expected = []
    for (commented, asked), (checked, planned) in counts:
        for name, value in zip(fields, (commented, asked, checked, planned), strict=True):
            fields[name].append(str(value))
        first = Fraction(commented, asked) if asked else Fraction(1)
        second = Fraction(checked, planned) if planned else Fraction(1)
        expected.append(_hundredths((Fraction(share) * first + (100 - Fraction(share)) * second) / 10))

    assert points_of(rule, 10, fields) == expected


def _node(rule: str, **counts: str) -> tuple[str, str]:
    criteria = parse_criteria(SET.format(rule=rule), registry=cchc_index.Registry.discover())
    row = {"unit": "u", **{f"1.{field}": value for field, value in counts.items()}}
    card = cchc_index.score(criteria, cchc_index.read_assessment([row], criteria))["u"]
    return card.node("1").status, str(card.node("1").points)


def test_a_part_without_documents_leaves_its_share_to_the_other() -> None:
    """Or to nobody, when both are empty."""
    rule = "legal_documents: {commented: 60, none_arose: not_applicable}"

    assert _node(rule, commented="0", asked="0", self_checked="3", planned="4") == ("scored", "7.50")
    assert _node(rule, commented="3", asked="6", self_checked="0", planned="0") == ("scored", "5.00")
    assert _node(rule, commented="0", asked="0", self_checked="0", planned="0") == ("not_applicable", "None")


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        ("legal_documents: {commented: 60}", {"commented": "0", "asked": "0", "self_checked": "1", "planned": "1"}),
        ("legal_documents: {commented: 60}", {"commented": "2", "asked": "1", "self_checked": "1", "planned": "1"}),
        ("initiatives: {each: 1}", {"recognised": "1", "awarded": "2"}),
        ("initiatives: {each: 1}", {"recognised": "1.5", "awarded": "1"}),
    ],
)
def test_counts_that_cannot_be_are_told(rule: str, counts: dict[str, str]) -> None:
    """In both languages, with the row."""
    with pytest.raises(cchc_index.AssessmentError) as told:
        _node(rule, **counts)

    assert all(problem.text("vi") and problem.cure("en") and problem.place for problem in told.value.problems)


@given(st.lists(st.integers(0, 40).flatmap(lambda most: st.tuples(st.just(most), st.integers(0, most))), min_size=1))
def test_initiatives_are_scored_by_the_formula(counts: list[tuple[int, int]]) -> None:
    """So much each, more for an award, up to the maximum."""
    rule = Initiatives(each=Decimal("0.75"), extra=Decimal("0.333"))
    fields = {
        "recognised": [str(recognised) for recognised, _ in counts],
        "awarded": [str(awarded) for _, awarded in counts],
    }
    expected = [
        _hundredths(min(recognised * Fraction("0.75") + awarded * Fraction("0.333"), Fraction(5)))
        for recognised, awarded in counts
    ]

    assert points_of(rule, 5, fields) == expected


@pytest.mark.parametrize(
    "rule",
    [
        "legal_documents: {commented: 0}",
        "legal_documents: {commented: 100}",
        "legal_documents: {}",
        "initiatives: {each: 0}",
        "initiatives: {each: 1, extra: -1}",
    ],
)
def test_parameters_that_cannot_be_are_told(rule: str) -> None:
    """With the line."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        parse_criteria(SET.format(rule=rule), registry=cchc_index.Registry.discover())

    assert all(problem.place and problem.place.line == 8 for problem in told.value.problems)
