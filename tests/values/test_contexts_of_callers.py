"""A caller's decimal context changes no word, and no number of a criteria file is too long for the library's own."""

from __future__ import annotations

import decimal
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc_index
from cchc_index.problems.errors import CriteriaError
from cchc_index.values.contexts import MOST_DIGITS
from tests.conftest import ROOT

ROUNDINGS = (decimal.ROUND_UP, decimal.ROUND_DOWN, decimal.ROUND_CEILING, decimal.ROUND_HALF_DOWN, decimal.ROUND_05UP)
TRAPS = (decimal.Inexact, decimal.Rounded, decimal.FloatOperation, decimal.Subnormal, decimal.Clamped)
SETS = sorted((ROOT / "criteria").glob("*.yaml"))
CYCLES = ("lai-chau-2021", "pci-2021")


def _words() -> Iterator[str]:
    """Everything that is said of the shipped sets and of two worked cycles."""
    registry = cchc_index.Registry.builtin()
    for path in SETS:
        criteria = cchc_index.load_criteria(path, registry=registry)
        yield f"{criteria.name} {criteria.max_points}"
    for name in CYCLES:
        cycle = cchc_index.open_cycle(ROOT / "docs" / "examples" / name, registry=registry)
        result = cycle.score()
        yield json.dumps(result.to_dict())
        card = next(iter(result))
        yield str(card.explain("vi"))
        yield json.dumps(card.explain().to_dict())
        yield json.dumps(cchc_index.audit(cycle).to_dict())


USUAL = list(_words())


@given(
    st.integers(1, 5),
    st.sampled_from(ROUNDINGS),
    st.sampled_from([1, 999_999]),
    st.sets(st.sampled_from(TRAPS)),
)
def test_a_caller_s_context_changes_no_word(
    precision: int, rounding: str, most: int, traps: set[type[decimal.DecimalException]]
) -> None:
    """Whatever its precision, rounding, bounds and traps; and it is as it was afterwards."""
    theirs = decimal.Context(
        prec=precision, rounding=rounding, Emax=most, Emin=-most, capitals=0, traps=list(traps), flags=[]
    )
    with decimal.localcontext(theirs) as context:
        words = list(_words())
        assert decimal.getcontext() is context
        assert (context.prec, context.rounding, context.Emax) == (precision, rounding, most)

    assert words == USUAL


LONG = "0." + "1" * MOST_DIGITS + "1"
HEAD = "id: t\nedition: 2022\ntitle: T\nsource: {status: illustrative}\n"
LEAF = "rounding: {points: 2, index: 2}\ncriteria:\n  - {code: '1', title: A, max_points: "


@pytest.mark.parametrize(
    "text",
    [
        HEAD + LEAF + LONG + ", rule: points}\n",
        HEAD + LEAF + "2, rule: {points: {in_steps_of: " + LONG + "}}}\n",
        HEAD + LEAF + "2, rule: {convert: {scale: " + LONG + "}}}\n",
        HEAD + LEAF + "2, rule: {steps: {on: rate, steps: [{from: " + LONG + ", points: 2}]}}}\n",
        HEAD + LEAF + "2, rule: {survey: {options: {a: " + LONG + "}}}}\n",
        HEAD
        + "classify: {thresholds: {on: index, bands: [{label: A, from: "
        + LONG
        + "}, {label: B}]}}\n"
        + LEAF
        + "2, rule: points}\n",
    ],
)
def test_a_number_of_more_than_28_digits_is_refused(text: str, tmp_path: Path) -> None:
    """Wherever a criteria file may hold one."""
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(CriteriaError) as refused:
        cchc_index.load_criteria(path, registry=cchc_index.Registry.builtin())

    assert "number.long" in [problem.key for problem in refused.value.problems]
