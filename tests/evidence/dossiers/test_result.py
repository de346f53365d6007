"""A result: sorted, with rates beside counts, as frames and as plain data; and the values it is made of."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from cchc_index.evidence.dossiers import DossierCounts, UnitCounts, count_dossiers
from cchc_index.evidence.dossiers.engines import is_text_file
from cchc_index.evidence.dossiers.fault import KINDS, Fault
from cchc_index.evidence.dossiers.opening import paths_of
from cchc_index.evidence.dossiers.result import SCHEMA
from cchc_index.evidence.dossiers.rows import Wanted
from cchc_index.evidence.dossiers.tally import MEASURES
from cchc_index.evidence.dossiers.words import CHANNELS, STATUSES, column_of, spellings
from cchc_index.messages import problems
from cchc_index.problems.errors import UnknownNameError

ROWS = [
    {"unit": "b", "received": 3, "settled": 3, "early": 0, "on_time": 2, "late": 1},
    {"unit": "a", "received": 0, "settled": 0, "early": 0, "on_time": 0, "late": 0},
]


@pytest.fixture
def found() -> DossierCounts:
    """Two units."""
    return count_dossiers(ROWS)


def test_units_are_sorted_and_asked_for_by_name(found: DossierCounts) -> None:
    """The order of rows is of no matter."""
    assert [each.unit for each in found] == ["a", "b"]
    assert found.digest == count_dossiers(ROWS[::-1]).digest
    assert len(found) == 2
    with pytest.raises(UnknownNameError):
        found["c"]


def test_a_rate_without_cases_is_none(found: DossierCounts) -> None:
    """0 of 0 is neither 0 nor 100 per cent; others are exact, and rounded half up where they are printed."""
    assert found["a"].rate("late", "settled") is None
    assert found["b"].rate("late", "settled") == Fraction(1, 3)
    assert {key: str(rates["late_of_settled"]) for key, rates in found.rates.items()} == {
        ("a",): "None",
        ("b",): "33.33",
    }


def test_a_frame_has_keys_counts_and_rates(found: DossierCounts) -> None:
    """As the library has them."""
    frame = found.to_frame("polars")

    assert frame["unit"].to_list() == ["a", "b"]
    assert frame["late"].to_list() == [0, 1]
    assert str(frame["late_of_settled"][1]) == "33.33"


def test_plain_data_say_what_they_are(found: DossierCounts) -> None:
    """With a schema, what was read and a digest."""
    plain = found.to_dict()

    assert plain["schema"] == SCHEMA
    assert set(MEASURES) < set(plain["units"][0])
    assert Wanted().by == ()
    assert paths_of("a.csv") == ["a.csv"]
    assert is_text_file(Path("a.csv"))
    assert UnitCounts.of(("a", "", "", ""), found["a"].values) == found["a"]


def test_each_kind_of_fault_has_a_message() -> None:
    """And each names the word that allows it."""
    for kind in KINDS:
        assert kind in Fault(kind, 1).problem().cure("en")
    assert {f"dossiers.{kind}" for kind in KINDS} < set(problems())


def test_words_are_known_however_they_are_written() -> None:
    """In capitals, with other spaces, decomposed."""
    assert column_of("NGÀY  TIẾP NHẬN") == "received"
    assert spellings(["ĐÃ GIẢI QUYẾT", " "], STATUSES) == ({"settled": ["ĐÃ GIẢI QUYẾT"]}, [" "])
    assert spellings(["Trực tuyến"], CHANNELS, {"direct": ["trực tuyến"]})[0] == {"direct": ["Trực tuyến"]}
