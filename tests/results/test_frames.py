"""A data frame says what the cards say, as texts or as floats, in every library."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any, Literal, get_args

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.results.frames import Backend, FrameNumbers, Layout
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
    said = {"criteria": "each-1", "status": "illustrative", "data": result.data, "stage": result.stage}
    columns = {name: [value] * len(units) for name, value in said.items()}
    columns |= {name: [unit[name] for unit in units] for name in FIGURES}
    columns |= {code: [unit["nodes"][code]["points"] for unit in units] for code in result.criteria.positions}
    tops = [node.criterion.code for node in result.criteria.top]
    columns |= {f"{code}.index": [unit["nodes"][code]["index"] for unit in units] for code in tops}
    ranks = {f"{code}.rank": [unit["nodes"][code]["rank"] for unit in units] for code in tops}
    columns |= ranks
    if numbers == "float":
        texts = {"criteria", "status", "data", "stage", *FIGURES, *ranks}
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


@pytest.mark.parametrize("backend", ["polars", "pyarrow"])
def test_decimals_are_what_nobody_asked_otherwise_for(backend: Backend) -> None:
    """Exact ones of the library's own, with the digits that are printed."""
    result = random_result(2, 9)
    found = _columns(result.to_frame(backend))
    texts = _columns(result.to_frame(backend, numbers="text"))
    assert {type(each) for each in found["points"]} <= {Decimal, type(None)}
    for name in ("points", "max_points", "index", *result.criteria.positions):
        assert [None if each is None else f"{each:f}" for each in found[name]] == texts[name]


def test_pandas_has_floats_instead() -> None:
    """It has no decimals of its own; the texts are one word away."""
    result = random_result(2, 9)
    assert _columns(result.to_frame()) == _columns(result.to_frame("pandas", numbers="float"))


@pytest.mark.parametrize("numbers", ["text", "decimal", "float"])
@pytest.mark.parametrize("backend", BACKENDS)
def test_a_long_frame_has_a_row_for_each_unit_and_node(backend: Backend, numbers: FrameNumbers) -> None:
    """With the points that were lost, the index and the rank."""
    result = cchc_index.open_cycle("lai-chau-2021").score().results[0]
    columns = _columns(result.to_frame(backend, numbers=numbers, layout="long"))
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    assert len(rows) == len(result) * len(result.criteria.nodes)
    for row in rows:
        node = result[row["unit"]].node(row["code"])
        made = {"text": str, "decimal": Decimal, "float": float}["float" if backend == "pandas" else numbers]
        made = str if numbers == "text" else made
        assert node.points is not None
        assert node.max_points is not None
        assert (row["points"], row["lost"]) == (made(node.points), made(node.max_points - node.points))
        assert (row["index"], row["rank"], row["node_status"]) == (made(node.index), node.rank, node.status)
        assert (row["criteria"], row["stage"]) == ("nd61-one-stop-2018", "final")


@pytest.mark.parametrize("layout", ["wide", "long"])
@pytest.mark.parametrize("backend", BACKENDS)
def test_a_cycle_is_one_frame(backend: Backend, layout: Layout) -> None:
    """Sets with other nodes and other decimals stand below each other."""
    cycle = CycleResult((random_result(1, 5, (2, 1)), cchc_index.open_cycle("lai-chau-2021").score().results[0]))
    columns = _columns(cycle.to_frame(backend, layout=layout))
    units = [card.unit.id for result in cycle.results for card in result]
    nodes = [len(result.criteria.nodes) for result in cycle.results for _ in result]
    wanted = units if layout == "wide" else [u for u, count in zip(units, nodes, strict=True) for _ in range(count)]
    assert columns["unit"] == wanted
    assert set(columns["criteria"]) == {"each-1", "nd61-one-stop-2018"}


def test_another_layout_is_refused() -> None:
    """A misspelt word is no wide frame in silence."""
    with pytest.raises(ValueError, match="'tall'"):
        random_result(1, 3).to_frame("pandas", layout="tall")  # type: ignore[arg-type]


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


@pytest.mark.parametrize("backend", get_args(Backend))
@pytest.mark.parametrize("numbers", get_args(FrameNumbers))
def test_an_explanation_is_a_frame_of_its_nodes(backend: Backend, numbers: FrameNumbers) -> None:
    """Each node's figures with what was lost and why; the same figures as in the frame of all units."""
    result = cchc_index.open_cycle("lai-chau-2021").score().results[0]
    told = result["cong-ty-dien-luc"].explain("vi")
    own = _columns(told.to_frame(backend, numbers=numbers))
    every = _columns(result.to_frame(backend, numbers=numbers, layout="long"))
    mine = [row for row, unit in enumerate(every["unit"]) if unit == "cong-ty-dien-luc"]

    assert own.pop("reason") == [node.reason for node in told]
    assert own == {name: [column[row] for row in mine] for name, column in every.items() if name in own}
    assert {"unit", "group", "code", "lost", "index", "node_status"} < set(own)
