"""Component indices: each node's per cent of what it could attain, ranks of areas by it, and means."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

import cchc_index
from cchc_index.cli import main
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.results.components import Components, NodesOfUnit, node_columns
from cchc_index.results.sums import Sums
from cchc_index.values.exact import to_integer

SET = """
id: a
edition: 1
title: A
source: {status: illustrative}
rounding: {points: 2, index: 1}
missing: incomplete
rank: {ties: shared%s}
criteria:
  - code: "1"
    title: Area
    max_points: 30
    not_applicable: allowed
    criteria:
      - {code: "1.1", title: One, max_points: 20, rule: points, not_applicable: allowed}
      - {code: "1.2", title: Two, max_points: 10, rule: points}
    extras: {bonus: {max_points: 2, criteria: [{code: T, title: Bonus, max_points: 2, rule: points}]}}
  - {code: "2", title: Other, max_points: 70, rule: points, method: survey}
"""
ROWS = """unit,group,1,1.1,1.2,T,2
a,x,,15,5,0,70
b,x,,na,6.66,0,7
c,x,na,,,,35
d,x,,20,10,1,
e,y,,10,,0,70
f,x,,19.99,10,0,35
"""


def _result(folder: Path, more: str = "", rows: str = ROWS) -> cchc_index.IndexResult:
    criteria = parse_criteria(SET % more, registry=cchc_index.Registry.builtin())
    path = folder / "v.csv"
    path.write_text(rows, encoding="utf-8")
    return cchc_index.score(criteria, cchc_index.read_assessment(path, criteria))


def test_a_node_has_an_index_where_it_could_attain_something_and_nothing_is_missing(tmp_path: Path) -> None:
    """Points of what applies, in per cent, rounded as the index."""
    result = _result(tmp_path)
    found = {unit: {code: result[unit].node(code).index for code in ("1", "1.1", "1.2", "2")} for unit in "abcde"}
    assert found["a"] == {"1": Decimal("66.7"), "1.1": Decimal("75.0"), "1.2": Decimal("50.0"), "2": Decimal("100.0")}
    assert found["b"] == {"1": Decimal("66.6"), "1.1": None, "1.2": Decimal("66.6"), "2": Decimal("10.0")}
    assert found["c"] == {"1": None, "1.1": None, "1.2": None, "2": Decimal("50.0")}
    assert found["d"]["1"] == Decimal("100.0")  # the bonus leads no further
    assert found["e"]["1"] is None  # a part is missing
    assert found["e"]["1.1"] == Decimal("50.0")


def test_extras_have_no_index(tmp_path: Path) -> None:
    """They lie outside what can be attained; their own points remain."""
    node = _result(tmp_path)["d"].node("T")
    assert (node.points, node.index, node.rank) == (Decimal("1.00"), None, None)


def test_areas_are_ranked_by_their_index_among_ranked_complete_units(tmp_path: Path) -> None:
    """`d` and `e` are incomplete; 66.7 and 66.6 are printed, 99.97 as 100.0."""
    result = _result(tmp_path)
    assert {card.unit.id: card.node("1").rank for card in result} == {
        **{"f": 1, "a": 2, "b": 3},
        **dict.fromkeys("cde"),
    }
    assert result["a"].node("1.1").rank is None
    assert [card.unit.id for card in result.ranking("1")] == ["f", "a", "b"]
    assert [card.unit.id for card in result.ranking("1.1")] == ["f", "a"]
    assert result.ranking("T") == []
    with pytest.raises(cchc_index.UnknownNameError):
        result.ranking("9")


@pytest.mark.parametrize(("compare", "ranks"), [("published", [1, 1]), ("exact", [2, 1])])
def test_printed_or_exact_figures_are_compared(compare: str, ranks: list[int], tmp_path: Path) -> None:
    """99.97 and 100 are both printed 100.0."""
    rows = "unit,1,1.1,1.2,T,2\na,,19.99,10,0,0\nb,,20,10,0,0\n"
    result = _result(tmp_path, f", compare: {compare}", rows)
    assert [result[unit].node("1").rank for unit in "ab"] == ranks


def test_at_a_stage_what_does_not_enter_has_none(tmp_path: Path) -> None:
    """Surveys do not enter the units' own assessment."""
    criteria = parse_criteria(SET % "", registry=cchc_index.Registry.builtin())
    rows = [{"unit": "a", "1.1": "15", "1.2": "5", "T": "0"}]
    node = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, stage="self"))["a"].node("2")
    assert (node.index, node.rank) == (None, None)


def test_means_are_of_printed_indices_of_ranked_units(tmp_path: Path) -> None:
    """Of all units first, then of each group; rounded as the index."""
    whole, x, y = _result(tmp_path).means
    assert (whole.group, x.group, y.group) == (None, "x", "y")
    assert x.nodes["1"] == Decimal("83.3")  # (66.7 + 66.6 + 100.0 + 100.0) / 4 = 83.325
    assert whole.nodes["1.1"] == Decimal("81.3")  # (75 + 100 + 50 + 100) / 4 = 81.25, half up
    assert (y.index, y.nodes["1"]) == (None, None)
    assert "T" not in whole.nodes


def test_every_output_says_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON, CSV, frames and explanations have the same figures."""
    result = _result(tmp_path)
    plain = result.to_dict()
    unit = next(each for each in plain["units"] if each["unit"] == "a")
    assert unit["nodes"]["1"] == {
        **{"points": "20.00", "max_points": "30.00", "status": "scored", "index": "66.7", "rank": 2}
    }
    assert unit["nodes"]["1.1"] == {"points": "15.00", "max_points": "20.00", "status": "scored", "index": "75.0"}
    assert unit["nodes"]["T"]["index"] is None
    assert plain["means"][0]["nodes"]["1.1"] == "81.3"
    frame = result.to_frame("polars")
    row = frame.filter(frame["unit"] == "a")
    assert (row["1.index"][0], row["1.rank"][0]) == (Decimal("66.7"), 2)
    node = next(each for each in result["a"].explain("en").to_dict()["nodes"] if each["code"] == "1")
    assert (node["index"], node["rank"]) == ("66.7", 2)
    own = tmp_path / "a.yaml"
    own.write_text(SET % "", encoding="utf-8")
    assert main(["score", str(tmp_path / "v.csv"), "--criteria", str(own), "--format", "csv"]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    cells = dict(zip(head.split(","), next(row for row in rows if ",a,a,x," in row).split(","), strict=True))
    assert (cells["1.index"], cells["1.rank"], cells["2.index"]) == ("66.7", "2", "100.0")
    assert main(["--lang", "en", "explain", str(tmp_path / "v.csv"), "a", "--criteria", str(own)]) == 0
    assert "Area (66.7 %, rank 2)" in capsys.readouterr().out
    assert main(["score", str(tmp_path / "v.csv"), "--criteria", str(own), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["results"][0]["units"] == plain["units"]


def test_a_printed_index_can_be_taken_as_it_stands(tmp_path: Path) -> None:
    """For audits: the rank follows the figure that was published."""
    result = _result(tmp_path)
    row, node = result.register.row("b"), result.criteria.node("1")
    sums: Sums = result.outcome.sums
    taken = Components(result.assessment, sums, {node.position: {row: to_integer(Decimal("66.8"), 1)}})
    assert taken.index_of(node, row) == Decimal("66.8")
    assert int(taken.rank(node)[row]) == 2
    assert taken.index(node, np.array([row])).tolist() == [668]


def test_the_nodes_of_one_unit_are_those_of_its_row(tmp_path: Path) -> None:
    """Looked at one by one, they say what the whole columns say of the unit."""
    result = _result(tmp_path)
    sums = result.outcome.sums
    whole = node_columns(result.criteria, sums)

    for row in range(len(result)):
        alone = NodesOfUnit(result.criteria, sums, row)
        assert list(alone) == list(whole)
        assert len(alone) == len(whole)
        for code, columns in whole.items():
            one, same = alone[code], columns.row(row)
            assert (one.got.tolist(), one.max_points.values.tolist()) == (
                same.got.tolist(),
                same.max_points.values.tolist(),
            )
            assert (one.index_places, one.mode, one.top) == (same.index_places, same.mode, same.top)
