"""Whole columns say what each card says, whatever statuses, maxima and decimals a result has."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.results.plain import BLOCK, Numbers, NumberTexts
from cchc_index.values.exact import decimal_text, to_decimal
from tests.results.per_card import ordered, plain_result, random_result


@given(integer=st.integers(-(10**20), 10**20), places=st.integers(0, 6))
def test_a_number_has_one_text(integer: int, places: int) -> None:
    """The digits of the decimal, all of its places, and no exponent."""
    assert decimal_text(integer, places) == f"{to_decimal(integer, places):f}"


@given(seed=st.integers(0, 2**32), units=st.integers(1, 40), places=st.tuples(st.integers(1, 6), st.integers(0, 6)))
def test_the_dictionary_is_that_of_the_cards(seed: int, units: int, places: tuple[int, int]) -> None:
    """Mixed and equal statuses, maxima for all and for each, no index, no rank, no band: each as a card says it."""
    result = random_result(seed, units, places)

    assert result.to_dict() == plain_result(result)
    assert [card.unit.id for card in result] == [card.unit.id for card in ordered(result)]


def test_nothing_is_shared_between_units() -> None:
    """Who changes a unit of the dictionary changes no other."""
    made = random_result(1, 30).to_dict()
    before = random_result(1, 30).to_dict()["units"][1:]
    for node in made["units"][0]["nodes"].values():
        node["status"] = "changed"

    assert made["units"][1:] == before


def test_blocks_come_one_after_the_other() -> None:
    """More units than a block has: the same units in the same order as a whole."""
    result = random_result(3, 12_000)
    sizes = [len(block.rows) for block in result.plain().blocks()]

    assert len(sizes) > 1
    assert max(sizes) * len(result.criteria.nodes) <= BLOCK
    assert result.to_dict() == plain_result(result)


def test_a_result_without_units_is_empty() -> None:
    """Nobody to write about is no fault."""
    result = random_result(1, 0)

    assert result.to_dict() == plain_result(result)
    assert result.to_dict()["units"] == []


@given(
    columns=st.integers(0, 6).flatmap(
        lambda size: st.lists(
            st.lists(st.integers(-5, 5) | st.integers(-(2**62), 2**62), min_size=size, max_size=size),
            min_size=1,
            max_size=3,
        )
    ),
    seed=st.integers(0, 99),
)
def test_numbers_are_found_in_the_table_however_far_apart_they_are(columns: list[list[int]], seed: int) -> None:
    """Where a table of the whole range would be too large, places are searched for; nothing else changes."""
    chance = np.random.default_rng(seed)
    size = len(columns[0])
    known = chance.random((len(columns), size)) < 0.7
    order = chance.permutation(size)
    arrays = [np.array(column, dtype=np.int64) for column in columns]
    numbers = Numbers.of(arrays, list(known), NumberTexts(2), order)

    for at, column in enumerate(columns):
        wanted = [f"{Decimal(column[row]).scaleb(-2):.2f}" if known[at][row] else None for row in order.tolist()]
        assert numbers.texts(at) == wanted


@pytest.mark.parametrize("group", ["group 0", "group 1", "group 2"])
def test_bands_are_counted_for_each_group(group: str) -> None:
    """Two bands of one label are one line; bands that nobody is in are left out."""
    result = random_result(5, 30)
    labels = [card.band.label.first for card in result if card.group == group and card.band]

    assert result.band_counts()[group] == {label: labels.count(label) for label in set(labels)}
