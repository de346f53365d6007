"""JSON in pieces is the JSON of ``json.dumps``, in both layouts."""

from __future__ import annotations

import json
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.results.json_text import CANONICAL, INDENTED, json_pieces, stream_of
from cchc_index.writing.formats import result_json
from tests.results.per_card import plain_digest, plain_json, random_result

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


def _streaming(value: object) -> object:
    """The value with each of its lists, and each list in these, as a stream."""
    if isinstance(value, dict):
        return {name: _streaming(inner) for name, inner in value.items()}
    return stream_of(map(_streaming, value)) if isinstance(value, list) else value


@given(value=st.lists(VALUES, max_size=3) | st.dictionaries(st.text(max_size=3), VALUES, max_size=4))
def test_pieces_are_what_json_dumps_writes(value: object) -> None:
    """Quotes, line breaks, empty lists and mappings, letters of any script, keys in order or sorted."""
    indented = json.dumps(value, ensure_ascii=False, indent=1)
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    for form in (value, _streaming(value)):
        assert "".join(json_pieces(form, INDENTED)) == indented
    assert "".join(json_pieces(_streaming(value), CANONICAL)) == canonical


@given(seed=st.integers(0, 2**32), units=st.integers(0, 25), places=st.tuples(st.integers(1, 6), st.integers(0, 6)))
def test_a_result_is_written_as_its_cards_say(seed: int, units: int, places: tuple[int, int]) -> None:
    """Byte for byte, the digest as well; names and codes that look like formatting stay what they are."""
    cycle = CycleResult((random_result(seed, units, places), random_result(seed + 1, units)), id="một")

    assert "".join(result_json(cycle)) == plain_json(cycle)
    assert cycle.digest == plain_digest(cycle) == cycle.to_dict()["provenance"]["digest"]


def test_a_large_result_comes_in_pieces() -> None:
    """No piece is more than a part of the whole."""
    cycle = CycleResult((random_result(1, 40_000),))
    sizes = list(map(len, result_json(cycle)))

    assert max(sizes) * 4 < sum(sizes)


def test_elements_are_made_when_they_are_wanted() -> None:
    """Who reads the first piece has not made the last."""
    made: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(9):
            made.append(number)
            yield number

    pieces = json_pieces({"numbers": stream_of(numbers())}, INDENTED)
    while "0" not in next(pieces):
        pass

    assert made == [0]


def test_an_empty_stream_is_an_empty_list() -> None:
    """Without a line break in it."""
    assert ["".join(json_pieces(stream_of([]), layout)) for layout in (INDENTED, CANONICAL)] == ["[]", "[]"]
