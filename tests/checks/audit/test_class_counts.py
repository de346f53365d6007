"""How many units are in each class."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from tests.checks.audit.small_cycle import PRINTED, report, told

TABLE = "unit,band\nu,Good\nv,Good\nw,Fair\nx,Weak\n"
COUNTS = "group,band,units\n,Good,2\n,fair,1\n,Weak,1\n"


def test_counts_are_those_of_the_classes(tmp_path: Path) -> None:
    """Printed or computed; of all units or of a group."""
    assert told(report(tmp_path, TABLE, published_bands=COUNTS)) == []
    found = report(tmp_path, TABLE, published_bands=COUNTS.replace("Good,2", "Good,3"))
    assert told(found) == [("", "Good.units", "3", "2")]
    assert found.compared == 7


def test_a_misprinted_class_is_not_told_again_by_the_counts(tmp_path: Path) -> None:
    """Whether the counts follow it or not."""
    wrong = TABLE.replace("w,Fair", "w,Good")
    followed = COUNTS.replace("Good,2", "Good,3").replace("fair,1", "fair,0")
    for counts in (COUNTS, followed):
        assert told(report(tmp_path, wrong, published_bands=counts)) == [("w", "band", "Good", "Fair")]


@pytest.mark.parametrize(
    ("counts", "key"),
    [
        ("group,band\n,Good\n", "published.counts"),
        ("group,band,units,more\n,Good,2,1\n", "published.counts"),
        ("group,band,units\n,Good,x\n", "published.value"),
        ("group,band,units\n,Best,1\n", "published.no_band"),
        ("group,band,units\nz,Good,1\n", "published.no_group"),
    ],
)
def test_faulty_counts_are_told(counts: str, key: str, tmp_path: Path) -> None:
    """With where, and what to do."""
    with pytest.raises(cchc_index.AssessmentError) as error:
        report(tmp_path, TABLE, published_bands=counts)
    assert [problem.key for problem in error.value.problems] == [key]
    assert error.value.report("vi")


@pytest.mark.parametrize(("good", "findings"), [(0, 1), (1, 0), (2, 0), (3, 1)])
@pytest.mark.parametrize("index", ["", "80.00"])
def test_of_printed_values_a_class_may_be_another(index: str, good: int, findings: int, tmp_path: Path) -> None:
    """80.0 may have been 79.9, which is fair, and 80.2 no less than 80.05; an index printed beside it settles that."""
    values = "unit,1.1,1.2,2\nu,25.5,15.0,39.5\nv,20.0,20.0,40.2\n"
    counts = f"group,band,units\n,Good,{good}\n"
    found = report(tmp_path, f"unit,index\nu,{index}\n", values=values, cycle=PRINTED, published_bands=counts)

    assert len(told(found)) == (findings if not index else int(good != 2))
