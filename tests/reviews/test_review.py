"""What a council is told of a cycle: `reviews/review.py`, `gaps.py`, `coverage.py`, `contested.py`."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cchc_index
from cchc_index.results.stage_gaps import Changes
from cchc_index.reviews.contested import accepts
from cchc_index.reviews.coverage import Coverage, Covered
from cchc_index.reviews.review import Missing, SetReview
from tests.cycles.council import HEAD, SET, council_cycle

ROWS = (
    "a,final,1,add,0.5,chấp nhận một phần,Hội đồng,2022-12-05,K1,\n"
    "b,appraised,2.1,set,3,không có biên bản,Tổ thẩm định,,,12/QĐ\n"
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> SetReview:
    """The review of a cycle of three stages."""
    folder = council_cycle(tmp_path_factory.mktemp("cycle"), ROWS)
    (folder / "self.csv").write_text(
        "unit,1.rate,1.points,1.evidence,2.1,2.1.note,2.2\na,90,9.5,BC 12,5,chưa xong,40\nb,70,,,4,,20\n",
        encoding="utf-8",
    )
    return cchc_index.review(cchc_index.open_cycle(folder)).sets[0]


def test_the_first_stage_beside_the_last(found: SetReview) -> None:
    """By unit, those lowered most first; by area; by criterion, with who changed most."""
    assert found.stages == ("self", "final")
    assert [(gap.unit, str(gap.first), str(gap.last), str(gap.difference)) for gap in found.units] == [
        ("b", "13.00", "12.00", "-1.00"), ("a", "18.00", "17.50", "-0.50"),
    ]  # fmt: skip
    assert [(gap.code, str(gap.difference), gap.criteria) for gap in found.areas] == [
        ("1", "-0.50", 2),
        ("2", "-1.00", 4),
    ]
    assert [(gap.unit, gap.code, str(gap.difference)) for gap in found.cells] == [
        ("b", "2.1", "-1.00"),
        ("a", "1", "-0.50"),
    ]
    assert [(each.code, each.changed, each.units, str(each.moved), each.unit) for each in found.disagreements] == [
        ("2.1", 1, 2, "1.00", "b"), ("1", 1, 2, "0.50", "a"),
    ]  # fmt: skip


def test_claims_stand_beside_the_rule(found: SetReview) -> None:
    """A typed 9.5 where the rule gives 9."""
    assert [(each.stage, each.unit, each.code, each.claimed, each.ruled, each.stands) for each in found.claims] == [
        ("self", "a", "1", "9.5", "9.00", False)
    ]


def test_coverage_has_its_denominators(found: SetReview) -> None:
    """Evidence of answers with points; explanations, by a note or a row of objections, of answers that lost some."""
    assert found.by_unit == (Covered("a", "", 3, 1, 2, 2), Covered("b", "", 3, 0, 3, 1))
    assert found.by_code[0] == Covered("", "1", 2, 1, 2, 1)
    assert [(each.unit, each.code) for each in found.bare if each.lacks == "explanation"] == [("b", "1"), ("b", "2.2")]


def test_what_is_missing_is_named_cell_by_cell(found: SetReview, tmp_path: Path) -> None:
    """Every leaf of every unit; and whose gap keeps the rest from being compared."""
    assert found.missing == (Missing("b", "3"),)
    folder = council_cycle(tmp_path, "")
    (folder / "appraised.csv").write_text("unit,1.rate,2.1,2.2,3\na,80,,40,1\nb,70,4,,\n", encoding="utf-8")
    missing = cchc_index.review(cchc_index.open_cycle(folder)).sets[0].missing
    assert missing == (
        Missing("a", "2.1"), Missing("a", "2.2", "b", "2.2", compared=True), Missing("b", "2.2"), Missing("b", "3"),
    )  # fmt: skip


def test_objections_and_what_came_of_them(found: SetReview, tmp_path: Path) -> None:
    """Open, adjusted, accepted and nothing done; and adjustments that answer none."""
    assert [(each.objection.id, each.state) for each in found.contested] == [("K1", "adjusted"), ("K2", "open")]
    assert [(each.unit, each.code) for each in found.uncited] == [("b", "2.1")]
    folder = council_cycle(tmp_path, ROWS.replace("K1", ""))
    assert cchc_index.review(cchc_index.open_cycle(folder)).sets[0].contested[0].state == "accepted"


@pytest.mark.parametrize(
    ("answer", "yes"), [("Chấp nhận", True), ("không chấp nhận", False), ("Đồng ý", True), ("Giữ nguyên điểm", False)]
)
def test_what_accepts(answer: str, yes: bool) -> None:
    """An answer accepts where it begins with a word that does."""
    assert accepts(answer) is yes


def test_one_stage_alone_has_nothing_to_compare() -> None:
    """What can be told is told: coverage and what is missing."""
    (own,) = cchc_index.review(cchc_index.open_cycle("lai-chau-2021")).sets

    assert (own.stages, own.units, own.cells, own.first) == (("final",), (), (), None)
    assert own.by_unit
    assert list(Coverage(own.result).answers())


def test_it_is_of_a_cycle() -> None:
    """Anything else is told, and so is a stage that is not there."""
    with pytest.raises(TypeError):
        cchc_index.review("lai-chau-2021")  # type: ignore[arg-type]
    with pytest.raises(cchc_index.UnknownNameError):
        cchc_index.review(cchc_index.open_cycle("lai-chau-2021"), "self")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(*[st.integers(0, 600)] * 4), min_size=1, max_size=5))
def test_gaps_add_up(rows: list[tuple[int, int, int, int]]) -> None:
    """The units' changes, the areas', the criteria's and the cells' are one sum; the order of rows changes nothing."""
    criteria = cchc_index.CriteriaSet.from_yaml(
        SET.replace("relative_to_best", "points").replace("proportion", "points")
    )

    def result(first: int, stage: str) -> cchc_index.IndexResult:
        table = [
            {
                "unit": f"u{at}",
                "1": str(Decimal(row[first]) / 100),
                "2.1": str(Decimal(row[first + 1]) / 100),
                "2.2": "1",
            }
            | ({"3": "1"} if stage == "final" else {})
            for at, row in enumerate(rows)
        ]
        return cchc_index.score(criteria, cchc_index.read_assessment(table, criteria, stage=stage))

    changes = Changes(result(0, "self"), result(2, "final"))
    expected = sum((Fraction(row[2] + row[3] - row[0] - row[1], 100) for row in rows), Fraction(0))
    units, areas, cells = (list(each) for each in (changes.units(), changes.areas(), changes.cells()))
    for gaps in (units, areas, cells):
        assert sum((Fraction(gap.difference or 0) for gap in gaps), Fraction(0)) == expected
    assert sum((Fraction(each.raised - each.lowered) for each in changes.disagreements()), Fraction(0)) == expected
    assert sum(each.changed for each in changes.disagreements()) == len(cells)


def test_as_plain_values(found: SetReview) -> None:
    """Numbers are texts; nothing is lost."""
    plain = found.to_dict()

    assert plain["units"][0] == {"unit": "b", "first": "13.00", "last": "12.00", "difference": "-1.00", "criteria": 3}
    assert plain["objections"][0]["adjustments"][0]["value"] == "0.5"
    assert plain["coverage"]["units"][0]["reported"] == 3
    assert HEAD.startswith("unit")
