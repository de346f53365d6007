"""Which units became which, and which criteria."""

from __future__ import annotations

from decimal import Decimal

import attrs

from cchc_index.cycles.mapping import MappedCode
from cchc_index.cycles.pairing import CriteriaPairs, paired_criteria, related
from cchc_index.cycles.succession import Succession, Successions
from tests.years.two_years import set_of, successions


def test_a_chain_of_years_leads_to_the_unit_of_today() -> None:
    """Renamed, then merged: the row that is more than another name says what became of it."""
    table = successions(("a", "b", "renamed"), ("b", "c", "merged"), ("x", "c", "merged"))
    (relation,) = related({"a": 0, "x": 1}, ["c"], table)
    assert (relation.kind, [unit for unit, _ in relation.before]) == ("merged", ["x", "a"])
    assert {row.kind for _, row in relation.before if row} == {"merged"}


def test_a_unit_that_splits_and_keeps_its_identifier_is_split() -> None:
    """It is not what it was, though it is called so."""
    table = successions(("a", "a", "split"), ("a", "b", "split"))
    kinds = {each.unit: (each.kind, [unit for unit, _ in each.before]) for each in related({"a": 0}, "ab", table)}
    assert kinds == {"a": ("split", ["a"]), "b": ("split", ["a"])}


def test_who_takes_others_in_and_keeps_the_identifier_is_merged() -> None:
    """With the rest as its share."""
    rows = (Succession("b", "a", "merged", Decimal("0.25")),)
    (relation,) = related({"a": 0, "b": 1}, ["a"], Successions(rows))
    assert relation.kind == "merged"
    assert relation.weights == {"b": Decimal("0.25"), "a": Decimal("0.75")}
    (without,) = related({"b": 1, "c": 2}, ["a"], Successions((*rows, Succession("c", "a", "merged", Decimal("0.5")))))
    assert without.weights is None  # a quarter is of nobody
    unsaid = (attrs.evolve(rows[0], share=None),)
    (nobody,) = related({"a": 0, "b": 1}, ["a"], Successions(unsaid))
    assert nobody.weights is None


def test_nothing_before_is_new() -> None:
    """Whatever rows there are about others."""
    (relation,) = related({"a": 0}, ["z"], successions(("b", "z", "renamed")))
    assert (relation.kind, relation.before) == ("new", ())


def test_sets_of_other_ids_go_together_only_by_a_mapping() -> None:
    """And then only by its rows."""
    before, after = set_of(2023, 10, "3"), set_of(2024, 10, "3", id="u")
    assert paired_criteria(before, after, ()) is None
    pairs = paired_criteria(before, after, [MappedCode("t-2023", "1", "plugin.u-2024", "2.1", "changed")])
    assert isinstance(pairs, CriteriaPairs)
    assert dict(pairs.codes) == pairs.leaves == {"2.1": "1"}
    assert pairs.dropped == ("2", "2.1", "2.2", "3")
