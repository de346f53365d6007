"""A criteria set is a tree of nodes with their points."""

from __future__ import annotations

import cchc_index


def test_a_set_of_the_ministry_has_its_real_points() -> None:
    """2948/QĐ-BNV: eight areas that add up to 100."""
    criteria = cchc_index.load_criteria("moha-provinces-2017", registry=cchc_index.Registry.builtin())

    points = [str(node.criterion.max_points) for node in criteria if not node.depth]
    assert points == ["10", "10", "14.5", "11", "16", "7", "16", "15.5"]
    assert criteria.max_points == 100
    assert criteria.source.status == "excerpt"
