"""The cases that were wrong once, and random tables."""

from __future__ import annotations

import pytest

import cchc_index
from tests.conftest import TESTS
from tests.fuzz.audit import run

CASES = TESTS / "data" / "audit"


def _told(case: str) -> list[tuple[str, str, str, str, str | None]]:
    found = cchc_index.audit(cchc_index.open_cycle(CASES / case))
    return [(each.unit, each.what, each.code, each.published, each.computed) for each in found.findings]


def test_a_rank_that_contradicts_the_printed_index() -> None:
    """One is printed above the other and ranked below."""
    assert _told("rank-against-index") == [("a", "rank", "", "4", "3"), ("b", "rank", "", "3", "4")]


def test_a_rank_in_a_block_of_its_own() -> None:
    """It is the only unit of its region."""
    assert _told("rank-within-region") == [("a", "rank", "", "3", "1")]


def test_a_sum_that_is_rounded_once() -> None:
    """62.88 + 24.42 + 8.135 is 95.435, and is printed 95.44."""
    assert _told("parts-of-other-decimals") == []


def test_one_misprint_is_one_finding() -> None:
    """A part against the total beside it, which is right."""
    assert _told("one-misprint") == [("a", "points", "1", "50.52", "50.25")]


def test_a_typed_rate_of_100_is_exact() -> None:
    """The total is 1.5 too low, and the ranks follow it."""
    found = cchc_index.audit(cchc_index.open_cycle(CASES / "exact-hundred"))

    assert [(each.unit, each.what) for each in found.findings] == [("a", "points"), ("a", "rank"), ("b", "rank")]
    assert [(cause.unit, cause.what, cause.published) for cause in found.causes] == [("a", "points", "7.5")]


@pytest.mark.parametrize("chunk", range(4))
def test_correct_random_tables_have_no_findings(chunk: int) -> None:
    """At 0 to 4 decimals, against exact values, printed ones, or the set alone."""
    done, failures = run("correct", 25, 50_000 + 1000 * chunk)

    assert (done, failures) == (25, [])


@pytest.mark.parametrize("chunk", range(4))
def test_misprints_beyond_rounding_are_found_and_named(chunk: int) -> None:
    """Each is one finding where values are exact."""
    done, failures = run("misprint", 25, 70_000 + 1000 * chunk)

    assert (done, failures) == (25, [])
