"""What is missing, and what does not apply, on the way up the tree."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.results.sums import Sums
from cchc_index.scoring.aggregation import TOTAL, LeafPoints, add_up
from cchc_index.values.statuses import MISSING, NOT_APPLICABLE, SCORED, UNSCORED
from tests.scoring.two_leaves import BANDS, HEAD, LEAVES, result_of

if TYPE_CHECKING:
    import numpy.typing as npt


def test_what_is_missing_is_not_ranked_and_not_classified() -> None:
    """Points of what is known, the full maximum, and nothing else."""
    card = result_of("missing: incomplete\n" + BANDS % "", {"u": ("50", ""), "v": ("40", "40")})["u"]

    assert (card.points, card.max_points, card.complete) == (Decimal("50.000"), Decimal("100.000"), False)
    assert (card.index, card.rank, card.band) == (None, None, None)
    assert card.node("2").status == "missing"
    assert card.result["v"].rank == 1


def test_nothing_applicable_is_no_index_and_not_zero() -> None:
    """A unit to which no node applies has neither points nor an index."""
    leaves = LEAVES.replace("max_points: 60,", "max_points: 60, not_applicable: allowed,")
    criteria = parse_criteria(HEAD + leaves, registry=cchc_index.Registry.builtin())
    rows = [{"unit": "u", "1": "na", "2": "na"}, {"unit": "v", "1": "0", "2": "na"}]
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))

    nothing, zero = result["u"], result["v"]
    assert (nothing.points, nothing.max_points, nothing.index, nothing.rank) == (None, None, None, None)
    assert (zero.points, zero.max_points, zero.index, zero.rank) == (
        Decimal("0.000"),
        Decimal("60.000"),
        Decimal("0.0"),
        1,
    )


def _column(*values: int) -> npt.NDArray[np.int64]:
    return np.array(values, dtype=np.int64)


PARTS = (
    "id: t\nedition: 2022\ntitle: T\nsource: {status: illustrative}\nrounding: {points: 0, index: 1}\n"
    "missing: incomplete\ncriteria:\n"
    '  - code: "1"\n    title: A\n    max_points: 10\n    not_applicable_parts: redistribute\n    criteria:\n'
    '      - {code: "1.1", title: B, max_points: %d, not_applicable: allowed, rule: points}\n'
    '      - {code: "1.2", title: C, max_points: %d, not_applicable: allowed, rule: points}\n'
)


def _sums(first: int, statuses: list[tuple[int, int]], points: list[tuple[int, int]], **taken: Any) -> Sums:
    criteria = parse_criteria(PARTS % (first, 10 - first), registry=cchc_index.Registry.builtin())
    leaves = {
        leaf.position: LeafPoints(
            _column(*(pair[at] for pair in points)), np.array([pair[at] for pair in statuses], dtype=np.int8)
        )
        for at, leaf in enumerate(criteria.leaves)
    }
    return add_up(criteria, leaves, len(statuses), "final", **taken)


def test_a_parent_is_what_the_best_known_of_its_parts_is() -> None:
    """Scored before missing before unscored before not applicable, whichever part comes first."""
    order = (SCORED, MISSING, UNSCORED, NOT_APPLICABLE)
    pairs = [(one, other) for one in order for other in order]

    found = _sums(4, pairs, [(0, 0)] * len(pairs)).status[0]

    assert found.tolist() == [min(pair, key=order.index) for pair in pairs]
    assert found.dtype == np.int8


def test_the_whole_weight_goes_to_a_part_of_one_point() -> None:
    """One unit of the last decimal is the least that can apply."""
    sums = _sums(1, [(SCORED, NOT_APPLICABLE), (NOT_APPLICABLE, NOT_APPLICABLE)], [(1, 0), (0, 0)])

    assert (sums.total.tolist(), sums.total_maximum.tolist()) == ([10, 0], [10, 0])


def test_points_that_are_taken_stand_whatever_the_parts_add_up_to() -> None:
    """Of a node, which goes on to what is above it, and of the whole; nobody else's move."""
    scored = [(SCORED, SCORED)] * 3
    points = [(4, 1), (4, 2), (4, 3)]

    node = _sums(4, scored, points, taken={1: {0: 3}, 0: {1: 9}})
    whole = _sums(4, scored, points, taken={TOTAL: {2: 8}})

    assert [column.tolist() for column in node.points] == [[4, 9, 7], [3, 4, 4], [1, 2, 3]]
    assert node.total.tolist() == [4, 9, 7]
    assert whole.points[0].tolist() == [5, 6, 7]
    assert whole.total.tolist() == [5, 6, 8]
