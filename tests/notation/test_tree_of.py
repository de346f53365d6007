"""Values of a program read as if they had been typed: `notation.tree_of`, written back by `notation.yaml_text`."""

from __future__ import annotations

import datetime
from decimal import Decimal

import numpy as np
import pytest

from cchc_index.notation.marked import Mapping, MarkedReader, Scalar, Sequence, plain
from cchc_index.notation.tree_of import TreeMaker
from cchc_index.notation.yaml_text import criteria_yaml, inline


def test_values_become_what_would_be_typed() -> None:
    """Numbers keep their digits, truths are words, dates are dates."""
    maker = TreeMaker("set")
    tree = maker.tree({"a": Decimal("1.50"), "b": True, "c": [1, "x"], "d": datetime.date(2024, 1, 31), 5: "e\u0301"})
    assert plain(tree) == {"a": "1.50", "b": "yes", "c": ["1", "x"], "d": "2024-01-31", "5": "é"}
    assert isinstance(tree, Mapping)
    assert isinstance(tree.entries["c"], Sequence)
    assert maker.problems == []


def test_nothing_is_no_text() -> None:
    """None stands where a file has no value; a text that looks so is one."""
    maker = TreeMaker("set")
    assert maker.tree(None) == Scalar(1, 1, "", quoted=False)
    assert maker.tree("null") == Scalar(2, 1, "null", quoted=True)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (0.1, "number.float"),
        (np.float32(0.5), "number.float"),
        (object(), "type.object"),
        ({1, 2}, "type.object"),
        (datetime.datetime(2024, 1, 31, tzinfo=datetime.UTC), "type.object"),
        ("a\u200bb", "file.unseen"),
    ],
)
def test_what_no_file_holds_is_told_with_its_path(value: object, key: str) -> None:
    """Each at its place."""
    maker = TreeMaker("set")
    maker.tree({"criteria": [{"max_points": value}]})
    assert [(problem.key, problem.path) for problem in maker.problems] == [(key, "criteria[0].max_points")]
    assert all(problem.text("vi") and problem.text("en") for problem in maker.problems)


def test_a_text_is_written_and_read_back() -> None:
    """Quotes where other readers would see a number, lines where there is room."""
    content = {"id": "a", "criteria": [{"code": "1.10", "title": "# no comment: {x}", "rule": {"points": {}}}]}
    reader = MarkedReader("a.yaml")
    tree = reader.read(criteria_yaml(content, "made"))
    assert tree is not None
    assert plain(tree) == content
    assert inline({"when": {"kind": "x"}}) == "{when: {kind: x}}"
