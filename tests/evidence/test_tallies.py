"""Counts by unit."""

from __future__ import annotations

from cchc_index.builders.contract import Measure
from cchc_index.evidence.tallies import Tallies
from cchc_index.values.text import Text


def test_a_unit_with_rows_has_every_figure() -> None:
    """Zero where rows were counted and none of them is of a kind; a unit without rows is not there."""
    tallies = Tallies()
    tallies.count("b", ["drafts"])
    tallies.count("a", [])
    found = tallies.evidence([Measure("drafts", Text(()))], (), ())
    assert (found.units, found.figures, found.rows) == (("a", "b"), {"drafts": (0, 1)}, (1, 1))
