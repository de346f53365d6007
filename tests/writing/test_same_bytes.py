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
        "174209754fb0e3b0ee35f372b524c5571a7d594d6bcbdd26c625d75c70123414",
        "20d8bd3c2b69da7b2b53b88667fd6847bdabb65803a48001e38bbe2f8a1eaf57",
        "18eb53d368bfe0648ea0aaa8d06141521dc382214c6e5fe67956306c04790046",
    ),
    "pci-2021": (
        "0f2aba329071892609aea231c36ff37cad8bf5851fc65b2ad78673e30422b3cb",
        "d46aac3f4bde5becca08681cb93a7cb6a75c0ac26c9a2b29980fa2165b78b89c",
        "c61abf77525a3d8bd357a615145079f286f2a35be27d811d67d5d9d62d7d38de",
    ),
    "cao-bang-2021": (
        "b62fa0d3afbc61e6f66fa3ae8a7e3b2170efe440afd585b7e50ac7f05aa6ec1d",
        "84ecf9bc50981a78f69cfed1181511856f7a6b9467a82404ae06f09d0b02e205",
        "30e9db5fa04f7f6f3b5c17046703fae036e4edbe16abfd00e834059ab47efbc6",
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
