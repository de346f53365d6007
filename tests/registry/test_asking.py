"""Answers of plugins are held to their kinds, at the line of what answered."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from cchc_index.plugins import Integers, Points, Ratios
from cchc_index.problems.errors import PluginError
from cchc_index.registry.asking import Guard, can_be_told, is_line, is_mask
from tests.registry.written_plugin import line_of, load, write


def test_points_are_so_many_exact_ratios(tmp_path: Path) -> None:
    """Whatever else is given is told at the def of what gave it; bounds are read anew."""
    path = write(tmp_path)
    guard = Guard(load(path).Sessions(), "written.sessions", "cchc-index-written 1.0", "1")
    given = guard.points("score", Points(Ratios(Integers.of([1, 2]), 3)), 2)
    assert [str(given.ratios.fraction(row)) for row in (0, 1)] == ["1/3", "2/3"]
    for wrong in (
        None,
        Ratios(Integers.of([1, 2])),
        Points(Ratios(Integers.of([1]))),
        Points(Ratios(Integers.of([1, 2]), 0)),
        Points(Ratios(Integers.of([1, 2]), Integers.of([1, 0]))),
        Points(Ratios(Integers.of([1, 2]), 2**55)),
        Points(Ratios(Integers.of([1, 2])), np.array([1, 0])),
    ):
        with pytest.raises(PluginError) as told:
            guard.points("score", wrong, 2)
        place = told.value.problems[0].place
        assert place is not None
        assert place.line == line_of(path, "def score")


def test_kinds_of_answers() -> None:
    """A line says something, a mask is of the right length, a problem can be put into words."""
    assert [is_line(each) for each in ("a", " ", None)] == [True, False, False]
    assert [is_mask(np.zeros(size, dtype=np.bool_), 2) for size in (2, 3)] == [True, False]
    assert not can_be_told("a")
