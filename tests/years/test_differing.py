"""In what two sets differ: nothing is left out, and nothing is told of sets that say the same."""

from __future__ import annotations

from typing import Any

import pytest

import cchc_index
from cchc_index.years.differing import diff_criteria
from tests.small_set import BUILTIN
from tests.years.two_years import set_of, yaml_of

BEFORE = set_of(2023, 10, "3")


def _told(after: cchc_index.CriteriaSet, before: cchc_index.CriteriaSet = BEFORE) -> list[tuple[str, str]]:
    return [(each.what, each.code) for each in diff_criteria(before, after).differences]


@pytest.mark.parametrize(
    ("code", "changes", "what"),
    [
        ("1", {"title": "Khác"}, "title"),
        ("1", {"rule": {"proportion": {"full_at": 90}}}, "rule"),
        ("1", {"not_applicable": "allowed"}, "not_applicable"),
        ("1", {"method": "survey"}, "method"),
        ("1", {"reference": "Điều 3"}, "reference"),
        ("1", {"note": "x"}, "note"),
        ("2", {"combine": "minimum"}, "combine"),
        ("2", {"not_applicable_parts": "redistribute"}, "not_applicable_parts"),
        ("3", {"requires": {"1": {"at_least": 2}}}, "requires"),
        ("3", {"free_points": "yes"}, "free_points"),
    ],
)
def test_each_thing_that_a_criterion_says_is_told(code: str, changes: dict[str, Any], what: str) -> None:
    """By its key, of that criterion and of no other."""
    assert _told(BEFORE.replace(code, registry=BUILTIN, **changes)) == [(what, code)]


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"rounding": {"points": 3, "index": 2}}, "rounding"),
        ({"rank": {"by": "points"}}, "rank"),
        ({"missing": "incomplete"}, "missing"),
        ({"title": "Khác"}, "title"),
        ({"classify": {"thresholds": {"bands": [{"label": "Tốt", "from": 70}, {"label": "Yếu"}]}}}, "classify"),
        ({"source": {"status": "excerpt"}}, "source"),
        ({"optional": ["3"]}, "optional"),
        ({"not_applicable_words": ["kad"]}, "not_applicable_words"),
        ({"extras": {"above_maximum": "allowed", "bonus": {"max_points": 1, "criteria": []}}}, "extras"),
    ],
)
def test_each_thing_that_a_set_says_is_told(changes: dict[str, Any], what: str) -> None:
    """Of the set as a whole."""
    if what == "extras":
        leaf = {"code": "b1", "title": "Thưởng", "max_points": 1, "rule": "points"}
        changes["extras"]["bonus"]["criteria"] = [leaf]
        assert _told(set_of(2023, 10, "3", **changes)) == [(what, ""), ("added", "bonus"), ("added", "b1")]
        return
    assert _told(set_of(2023, 10, "3", **changes)) == [(what, "")]


def test_maxima_follow_up_the_tree() -> None:
    """A part and what it is part of."""
    assert _told(BEFORE.with_points({"2.1": 7})) == [("max_points", "2"), ("max_points", "2.1")]


def test_what_is_added_dropped_renumbered_moved_or_put_in_another_order() -> None:
    """Each by its name; a code alone that is another is a new number where title and maximum are equal."""
    assert _told(BEFORE.without("3")) == [("dropped", "3")]
    assert _told(BEFORE, BEFORE.without("3")) == [("added", "3")]
    content = yaml_of(2023, 10, "3")
    content["criteria"][2]["code"] = "4"
    assert _told(cchc_index.CriteriaSet.from_dict(content, registry=BUILTIN)) == [("renumbered", "4")]
    content = yaml_of(2023, 10, "3")
    content["criteria"].reverse()
    assert _told(cchc_index.CriteriaSet.from_dict(content, registry=BUILTIN)) == [("order", "")]
    content = yaml_of(2023, 10, "3")
    content["criteria"][1]["criteria"].append(content["criteria"].pop())
    content["criteria"][1]["max_points"] = 15
    assert _told(cchc_index.CriteriaSet.from_dict(content, registry=BUILTIN)) == [("max_points", "2"), ("moved", "3")]


def test_sets_that_say_the_same_do_not_differ() -> None:
    """And plain data says so."""
    found = diff_criteria(BEFORE, set_of(2023, 10, "3"))
    assert (len(found), found.to_dict()["differences"]) == (0, [])
    with pytest.raises(TypeError):
        diff_criteria(BEFORE, "t-2023")  # type: ignore[arg-type]
