"""Reading criteria sets: what is accepted, and that nothing breaks the reader."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from tests.small_set import BUILTIN, SET


@pytest.fixture
def criteria() -> cchc_index.CriteriaSet:
    """A small set."""
    return parse_criteria(SET, registry=BUILTIN)


def test_scalars_stay_what_was_typed(criteria: cchc_index.CriteriaSet) -> None:
    """1.10 is neither 1.1 nor a number."""
    assert criteria.name == "a-1.10"
    assert [node.criterion.code for node in criteria] == ["1", "1.1", "1.10", "2"]
    assert criteria.title.say("en") == "Set"
    assert criteria.max_points == Decimal(10)


def test_a_set_is_found_by_name_or_path(tmp_path: Path) -> None:
    """Shipped id-edition, a plugin's, or a path."""
    path = tmp_path / "a.yaml"
    path.write_text(SET, encoding="utf-8")

    assert cchc_index.load_criteria(str(path), registry=BUILTIN).name == "a-1.10"
    assert cchc_index.load_criteria("pci-2021", registry=BUILTIN).id == "pci"
    with pytest.raises(cchc_index.UnknownNameError):
        cchc_index.load_criteria("pci-2020", registry=BUILTIN)
    with pytest.raises(cchc_index.CchcError, match="cchc-index-cao-bang"):
        cchc_index.load_criteria("cao_bang.departments-2021", registry=BUILTIN)


@given(st.text(max_size=200))
def test_no_text_breaks_the_criteria_reader(text: str) -> None:
    """Whatever a file holds, the answer is a set or a report."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        parse_criteria(text, registry=BUILTIN, name="a.yaml")
    assert told.value.report("vi")
    assert told.value.report("en")


@given(
    st.integers(0, len(SET) - 1), st.sampled_from([*"{}[]:,-#&*!|>'\"%@` \n\t0x", "\x00", "\ufeff", "é"]), st.booleans()
)
def test_no_slip_breaks_the_criteria_reader(at: int, slip: str, replaces: bool) -> None:
    """One wrong character gives a set or a report, never anything else."""
    text = SET[:at] + slip + SET[at + replaces :]
    try:
        parse_criteria(text, registry=BUILTIN, name="a.yaml")
    except cchc_index.CriteriaError as told:
        assert told.problems
        assert told.report("vi")
