"""A data frame says what the cards say, as texts or as floats, in every library."""

from __future__ import annotations

import math
from typing import Any, Literal, get_args

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.results.frames import Backend
from tests.results.per_card import SET, plain_result, random_result

BACKENDS = get_args(Backend)
FIGURES = ("unit", "name", "group", "points", "max_points", "index", "rank", "band", "complete")


def _columns(frame: Any) -> dict[str, list[Any]]:
    """The columns as lists, with None for what is not there."""
    if hasattr(frame, "to_pydict"):
        columns = frame.to_pydict()
    elif hasattr(frame, "to_dicts"):
        columns = {name: frame[name].to_list() for name in frame.columns}
    else:
        columns = {name: frame[name].tolist() for name in frame.columns}
    return {name: [None if value != value else value for value in column] for name, column in columns.items()}  # noqa: PLR0124  # NaN


def _wanted(result: Any, numbers: str) -> dict[str, list[Any]]:
    plain = plain_result(result)
    units = plain["units"]
    said = {"criteria": "each-1", "status": "illustrative", "data": result.data}
    columns = {name: [value] * len(units) for name, value in said.items()}
    columns |= {name: [unit[name] for unit in units] for name in FIGURES}
    columns |= {code: [unit["nodes"][code]["points"] for unit in units] for code in result.criteria.positions}
    tops = [node.criterion.code for node in result.criteria.top]
    columns |= {f"{code}.index": [unit["nodes"][code]["index"] for unit in units] for code in tops}
    ranks = {f"{code}.rank": [unit["nodes"][code]["rank"] for unit in units] for code in tops}
    columns |= ranks
    if numbers == "float":
        texts = {"criteria", "status", "data", *FIGURES, *ranks}
        for name in columns.keys() - texts | {"points", "max_points", "index"}:
            columns[name] = [None if text is None else float(text) for text in columns[name]]
    return columns


@pytest.mark.parametrize("numbers", ["text", "float"])
@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("seed", range(6))
def test_a_frame_says_what_the_cards_say(seed: int, backend: Backend, numbers: Literal["text", "float"]) -> None:
    """Columns, their order, rows, and each cell; what is not there is empty, never 0."""
    most = 4 if seed else 10**10  # more digits than a float keeps
    result = random_result(seed, 40, (6 - seed % 6, seed), most)
    columns = _columns(result.to_frame(backend, numbers=numbers))
    wanted = _wanted(result, numbers)

    assert list(columns) == list(wanted)
    assert columns == wanted


@pytest.mark.parametrize("backend", BACKENDS)
def test_texts_are_what_nobody_asked_otherwise_for(backend: Backend) -> None:
    """A decimal stays a text with its places."""
    result = random_result(2, 9)

    assert _columns(result.to_frame(backend)) == _columns(result.to_frame(backend, numbers="text"))
    assert {type(each) for each in _columns(result.to_frame(backend))["points"]} <= {str, type(None)}


def test_floats_can_be_sorted_and_added() -> None:
    """What a text column gives for its greatest value and its sum is of no use to anybody."""
    result = random_result(4, 40)
    frame = result.to_frame("pandas", numbers="float")
    points = [card.points for card in result if card.points is not None]

    assert frame["points"].max() == float(max(points))
    assert math.isclose(frame["points"].sum(), sum(map(float, points)))
    assert list(frame.index) == list(range(40))


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("numbers", ["text", "float"])
def test_a_frame_without_units_has_its_columns(backend: Backend, numbers: Literal["text", "float"]) -> None:
    """Empty ones."""
    columns = _columns(random_result(1, 0).to_frame(backend, numbers=numbers))

    assert columns == {name: [] for name in _wanted(random_result(1, 0), numbers)}


def test_other_numbers_are_refused() -> None:
    """A misspelt word is no text frame in silence."""
    with pytest.raises(ValueError, match="'double'"):
        random_result(1, 3).to_frame("pandas", numbers="double")  # type: ignore[arg-type]


def test_a_code_that_is_the_name_of_another_column_is_told() -> None:
    """Otherwise the later column would stand for both, and nobody would know."""
    text = SET.replace("POINTS", "2").replace("INDEX", "2").replace("code: 1.1,", "code: index,")
    criteria = parse_criteria(text, registry=cchc_index.Registry.builtin())
    rows = [{"unit": "u", "index": "50", "100%s": "yes", "=2": "3", "T1": "0"}]
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))

    with pytest.raises(ValueError, match="'index'"):
        result.to_frame()
