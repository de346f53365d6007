"""Laws that hold for every set and every table."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.values.exact import parse_decimal
from tests.conftest import ROOT
from tests.differential.trees import Tree

pytestmark = pytest.mark.slow

BUILTIN = cchc_index.Registry.builtin()
seeds = st.integers(10_000, 10_000_000).map(Tree)


def _result(tree: Tree, **changed: Any) -> cchc_index.IndexResult:
    criteria = parse_criteria(changed.get("text", tree.text), registry=changed.get("registry", BUILTIN))
    rows, register = changed.get("rows", tree.rows), changed.get("register", tree.register)
    return cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, register, stage=tree.stage))


@given(seeds, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(tree: Tree, chance: random.Random) -> None:
    """Rows of the table, rows of the register and columns may come in any order."""
    headers = [*tree.rows[0]]
    chance.shuffle(headers)
    rows = [{header: row[header] for header in headers} for row in tree.rows]
    register = list(tree.register)
    chance.shuffle(rows)
    chance.shuffle(register)

    assert _result(tree, rows=rows, register=register).to_dict() == _result(tree).to_dict()


@given(seeds)
def test_a_long_table_says_the_same_as_a_wide_one(tree: Tree) -> None:
    """One row a value instead of one row a unit."""
    rows = []
    for row in tree.rows:
        for header, value in row.items():
            if header != "unit":
                code = max((code for code in tree.codes if f"{header}.".startswith(f"{code}.")), key=len)
                field = header.removeprefix(code).removeprefix(".")
                rows.append({"unit": row["unit"], "code": code, "field": field, "value": value})
    assume(rows)

    assert _result(tree, rows=rows).to_dict() == _result(tree).to_dict()


@given(seeds)
def test_units_do_not_depend_on_each_other(tree: Tree) -> None:
    """Without a relative rule, a unit scored alone has the same points, index and band."""
    assume("among" not in tree.text)
    result = _result(tree)
    for row, unit in list(zip(tree.rows, tree.register, strict=True))[:5]:
        alone = _result(tree, rows=[row], register=[unit])[unit["unit"]]
        among = result[unit["unit"]]
        assert (alone.points, alone.max_points, alone.index) == (among.points, among.max_points, among.index)
        assert (alone.band.label if alone.band else None) == (among.band.label if among.band else None)


@given(seeds)
def test_every_figure_follows_from_the_ones_below(tree: Tree) -> None:
    """Sums are exact, points lie between 0 and the maximum, and the index is their quotient, rounded once."""
    result = _result(tree)
    rounding = result.criteria.rounding
    for card in result:
        nodes = card.nodes
        for node in nodes.values():
            assert (node.points is None) == (node.status in ("not_applicable", "missing", "unscored"))
            assert (node.max_points is None) == (node.status == "not_applicable")
            if node.points is not None and node.max_points is not None:
                assert 0 <= node.points <= node.max_points
        for inner in result.criteria.nodes:
            criterion = inner.criterion
            if (
                inner.parts
                and not inner.block
                and not criterion.weighs
                and not criterion.requires
                and criterion.parts_points is None
                and criterion.not_applicable_parts != "redistribute"
            ):
                parts = [nodes[result.criteria.nodes[part].criterion.code] for part in inner.parts]
                known = [part.points for part in parts if part.points is not None]
                own = nodes[criterion.code]
                total = sum(known, Decimal(0))
                for block in (result.criteria.nodes[at] for at in inner.blocks):
                    beside = nodes[block.criterion.code].points or Decimal(0)
                    total += beside if block.block == "bonus" else -beside
                if inner.blocks:
                    total = min(max(total, Decimal(0)), own.max_points or Decimal(0))
                assert own.points in (None, total)
        if card.index is not None and card.points is not None and card.max_points:
            exact = 100 * Fraction(card.points) / Fraction(card.max_points)
            reach = Fraction(1, 10**rounding.index)
            if rounding.mode == "truncate":
                assert 0 <= exact - Fraction(card.index) < reach
            else:
                assert abs(exact - Fraction(card.index)) <= reach / 2
        assert (card.rank is None) or (card.index is not None and card.unit.ranked)
        assert card.complete or card.index is None


@given(seeds)
def test_ranks_and_bands_follow_the_index(tree: Tree) -> None:
    """Within a group nobody with less has a better rank or band."""
    result = _result(tree)
    by = result.criteria.rank.by
    if result.criteria.rank.within != ("group",) or result.criteria.rank.compare == "exact":
        return
    ranked = [(card, card.points if by == "points" else card.index) for card in result.ranking()]
    for one, less in ranked:
        for other, more in ranked:
            if one.group == other.group and less is not None and more is not None and less < more:
                assert (one.rank or 0) > (other.rank or 0)


@given(seeds)
def test_numbers_are_printed_in_full(tree: Tree) -> None:
    """Every number in the JSON is a plain decimal with the decimals its set says."""
    result = _result(tree)
    rounding = result.criteria.rounding

    def places(text: str) -> int:
        assert parse_decimal(text) is not None, text
        return len(text.partition(".")[2])

    for unit in result.to_dict()["units"]:
        for key, wanted in (("points", rounding.points), ("max_points", rounding.points), ("index", rounding.index)):
            assert unit[key] is None or places(unit[key]) == wanted


@given(seeds)
def test_every_point_has_a_reason_in_both_languages(tree: Tree) -> None:
    """An explanation names every node, and repeats the figures of the result."""
    result = _result(tree)
    for card in list(result)[:6]:
        for language in ("vi", "en"):
            explanation = card.explain("vi" if language == "vi" else "en")
            assert [node.code for node in explanation] == [*card.nodes]
            for node in explanation:
                plain = card.node(node.code)
                assert (node.points, node.max_points, node.status) == (plain.points, plain.max_points, plain.status)
                assert node.reason
            assert str(explanation)


@given(seeds)
def test_a_criteria_file_may_be_reformatted(tree: Tree) -> None:
    """Comments, line ends, a byte-order mark and block style change neither the set nor its fingerprint."""
    import yaml

    flow = yaml.safe_dump(tree.criteria, allow_unicode=True, sort_keys=False, default_flow_style=True, width=10_000)
    dressed = "\ufeff# a comment\r\n" + tree.text.replace("\n", "\r\n")

    plain = parse_criteria(tree.text, registry=BUILTIN)
    assert plain.sha256 == parse_criteria(flow, registry=BUILTIN).sha256
    assert plain.sha256 == parse_criteria(dressed, registry=BUILTIN).sha256


def test_an_installed_plugin_changes_nothing_for_a_set_that_does_not_name_it() -> None:
    """The same result with all installed plugins as with none."""
    tree = Tree(4)

    everything = _result(tree, registry=cchc_index.Registry.discover())

    assert everything.to_dict() == _result(tree).to_dict()


def _score_process(folder: Path, **environment: str) -> dict[str, Any]:
    """A cycle scored by the command in a process of its own."""
    command = [sys.executable, "-m", "cchc_index", "score", str(folder), "--format", "json"]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **environment})
    made: dict[str, Any] = json.loads(done.stdout)
    return made


@pytest.mark.parametrize("name", ["cao-bang-2021", "pci-2021"])
def test_the_same_bytes_everywhere(name: str) -> None:
    """Hash seed, locale, time zone and terminal do not reach the results."""
    folder = ROOT / "docs" / "examples" / name
    plain = _score_process(folder, PYTHONHASHSEED="0", LC_ALL="C", TZ="UTC")
    other = _score_process(
        folder, PYTHONHASHSEED="4711", LC_ALL="vi_VN.UTF-8", TZ="Asia/Ho_Chi_Minh", PYTHONUTF8="0", COLUMNS="20"
    )

    assert plain["results"] == other["results"]
    assert plain["provenance"] == other["provenance"]


def test_line_ends_and_marks_do_not_reach_the_results(tmp_path: Path) -> None:
    """A cycle saved by a spreadsheet on another system has the same digest."""
    source = ROOT / "docs" / "examples" / "lai-chau-2021"
    for path in source.iterdir():
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        (tmp_path / path.name).write_bytes(b"\xef\xbb\xbf" + text.encode())

    here, there = (cchc_index.open_cycle(folder, registry=BUILTIN).score() for folder in (source, tmp_path))

    assert isinstance(here, CycleResult)
    assert here.digest == there.digest
    assert here.inputs.keys() == there.inputs.keys()
    assert here.inputs["indicators.csv"] != there.inputs["indicators.csv"]
