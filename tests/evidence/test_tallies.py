"""Counts by unit."""

from __future__ import annotations

from cchc_index.builders.contract import Measure
from cchc_index.evidence.faulty_rows import FaultyRows
from cchc_index.evidence.tallies import Tallies
from cchc_index.problems.problem import Place
from cchc_index.values.text import Text


def test_a_unit_with_rows_has_every_figure() -> None:
    """Zero where rows were counted and none of them is of a kind; a unit without rows is not there."""
    tallies = Tallies()
    tallies.count("b", ["drafts"])
    tallies.count("a", [])
    found = tallies.evidence([Measure("drafts", Text(()))], (), FaultyRows(()))
    assert (found.units, found.figures, found.rows) == (("a", "b"), {"drafts": (0, 1)}, (1, 1))


def test_a_unit_that_no_row_names_has_nothing_where_the_tables_list_everything() -> None:
    """Unless rows of it were left out, so that nobody can say; without a register nobody else is known."""
    faulty = FaultyRows(("no_due", "outside_period"), ("no_due", "outside_period"), ("a", "b", "c", "d"))
    faulty.add("no_due", Place("d.csv", 2, unit="c"))
    faulty.add("outside_period", Place("d.csv", 3, unit="d"))
    tallies = Tallies()
    tallies.count("a", ["drafts"])
    measures = [Measure("drafts", Text(()))]
    found = tallies.evidence(measures, (), faulty, "zero")
    assert (found.units, found.figures["drafts"], found.rows) == (("a", "b", "d"), (1, 0, 0), (1, 0, 0))
    assert tallies.evidence(measures, (), faulty).units == ("a",)
    assert tallies.evidence(measures, (), FaultyRows(()), "zero").units == ("a",)
