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
from cchc_index.cycles.cycle import CycleResult
from cchc_index.writing.formats import result_csv, result_json
from tests.results.per_card import plain_csv, random_result

#: Digest, SHA-256 of the JSON up to its provenance, SHA-256 of the CSV: as they were before results became streams.
KNOWN = {
    "lai-chau-2021": (
        "55fdeae35387b08a5b8ff03457c95d440666c06f269a7d6c1f70fd26f9db25ca",
        "f8a30a39dd6d860f825ec5118519be991a9186f5c79f919a00979dae9cd07ad5",
        "7b3a832492f4c9396737d819280093d7bc3e3217c4eaa4c0083de16b73153e95",
    ),
    "pci-2021": (
        "1631762be1c961db8caae12b627d71b1fd08f8f831c4f11c6853d79300f62de7",
        "1a73186bcc84b51a1f7ebee795cd3a3e25fa4b1e555326c55411b42dcdb55b49",
        "5daa28f47bbb296ce4af1802ff3a074477fa38d918a7b7c8c792251e4fa894f6",
    ),
    "cao-bang-2021": (
        "2dc6323c52213f0dba56367ec523292276d8597097267d44d9409f63f2ac2f2b",
        "edb9949f3c83211398ff97766477361c8c4465ac0a3d9ca72412d96ec5d96e16",
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
