"""What bands need of nodes is held against the tree, whichever classifier the bands are of."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.criteria.needs import band_need_faults
from tests.scoring.test_extras_and_options import SET

HEAD = "classify: {%s: {bands: [{label: A, from: 80, needs: [%s]}, {label: B}]}}\n"


def _told(needs: str, classifier: str = "thresholds") -> list[tuple[str, str]]:
    text = SET.replace("criteria:\n", HEAD % (classifier, needs) + "criteria:\n", 1)
    try:
        criteria = parse_criteria(text, registry=cchc_index.Registry.discover())
    except cchc_index.CriteriaError as error:
        return [(problem.key, problem.path) for problem in error.problems]
    assert list(band_need_faults(criteria)) == []
    return []


@pytest.mark.parametrize("classifier", ["thresholds", "bands.ordered"])
def test_a_node_must_be_there_and_be_scored(classifier: str) -> None:
    """With the place of the need, also in a plugin's bands."""
    here = f"classify.{classifier}.bands[0].needs[0]"

    assert _told('{node: "2.1", points: 40}', classifier) == []
    assert _told('{node: "2.2", points: 1}', classifier) == [("bands.need_unknown", f"{here}.node")]
    assert _told('{node: "2.1", points: 40.01}', classifier) == [("bands.need_points", f"{here}.points")]
    assert _told("{node: P, points: 1}", classifier) == [("bands.need_unscored", f"{here}.node")]
    assert _told("{node: bonus, points: 1}", classifier) == []


def test_so_many_as_there_are() -> None:
    """Each area counts as a need of its own, and extra points are none."""
    here = "classify.thresholds.bands[0].needs[0]"

    assert _told("{count: 2, of: [{each: areas, per_cent: 50}]}") == []
    assert _told("{count: 3, of: [{each: areas, per_cent: 50}]}") == [("bands.need_count", f"{here}.count")]
    assert _told('{count: 3, of: [{each: areas, per_cent: 50}, {node: "2.1", points: 1}]}') == []


def test_what_is_counted_may_be_counts() -> None:
    """Each is checked, however deep."""
    inner = '{count: 1, of: [{node: "9", points: 1}, {node: "1", points: 1}]}'
    path = "classify.thresholds.bands[0].needs[0].of[0].of[0].node"

    assert _told(f'{{count: 1, of: [{inner}, {{node: "2", points: 1}}]}}') == [("bands.need_unknown", path)]
