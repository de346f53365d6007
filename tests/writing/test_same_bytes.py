"""The bytes of JSON and CSV, and the digest of results, do not change by the way: others keep them."""

from __future__ import annotations

import csv
import io
import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc_index
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.writing.formats import result_csv, result_json
from tests.results.per_card import plain_csv, random_result

#: Digest, SHA-256 of the JSON up to its provenance, SHA-256 of the CSV: as they were before results became streams.
KNOWN = {
    "lai-chau-2021": (
        "cc6aba729720702b08be22c1c6aa34502e20a0361bf726ef18ea40f4d6bc79ce",
        "f024157694c90d379972e08ce6d870efb6cd1f21a2ce090cf530f76a3412f8fc",
        "7b3a832492f4c9396737d819280093d7bc3e3217c4eaa4c0083de16b73153e95",
    ),
    "pci-2021": (
        "b57b790de5b8be55715a0a1125f465f96b5f9317deefa181763ece3f79f74743",
        "6fa59eb8cb1df886b9e904004ddabdc014b2549893d0757f3712301c158b851a",
        "5daa28f47bbb296ce4af1802ff3a074477fa38d918a7b7c8c792251e4fa894f6",
    ),
    "cao-bang-2021": (
        "28073aab8e33cfddbeae6a195bf2b8da4ab19dc28d651dadc3858293dc1c2f12",
        "8c3d8b77f3f8a2fe5a2b183687456baabd6366db900d883a4805481b75773c36",
        "a45dfcc23169063b6f2562daa271df0dd7b5b69ede95e7b79814d9d2331c6e4c",
    ),
}


@pytest.mark.parametrize("name", KNOWN)
def test_a_worked_cycle_is_written_as_it_always_was(name: str) -> None:
    """A change of a shipped set or cycle changes these facts; a change of the writing alone may not."""
    cycle = cchc_index.open_cycle(name).score()
    text = "".join(result_json(cycle))
    results, found, _ = text.partition('\n "provenance": {')

    assert found
    assert json.loads(text)["provenance"]["digest"] == cycle.digest
    assert (cycle.digest, _sha256(results), _sha256("".join(result_csv(cycle)))) == KNOWN[name]


def _sha256(text: str) -> str:
    return sha256(text.encode()).hexdigest()


@given(seed=st.integers(0, 2**32), units=st.integers(0, 25), places=st.tuples(st.integers(1, 6), st.integers(0, 6)))
def test_a_table_is_what_a_csv_writer_makes_of_the_cards(seed: int, units: int, places: tuple[int, int]) -> None:
    """Quotes, line breaks and formulas in names, nodes that only one of two sets has."""
    random = random_result(seed, units, places)
    worked = cchc_index.open_cycle("lai-chau-2021").score().results
    cycle = CycleResult((random, *worked, random_result(seed + 1, units)), data="synthetic")

    assert "".join(result_csv(cycle)) == plain_csv(cycle)


def test_a_large_table_comes_in_pieces() -> None:
    """Each with whole rows, none with more than a part of the table."""
    pieces = list(result_csv(CycleResult((random_result(1, 60_000),))))

    assert max(map(len, pieces)) * 4 < sum(map(len, pieces))
    assert sum(len(list(csv.reader(io.StringIO(piece, newline="")))) for piece in pieces) == 60_001
