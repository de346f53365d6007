"""Whatever a caller has set for decimals of its own changes no word of a result."""

from __future__ import annotations

import decimal
import json
from decimal import Context, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc_index
from cchc_index.values.contexts import has_too_many_digits, own_context

ROUNDINGS = [decimal.ROUND_UP, decimal.ROUND_DOWN, decimal.ROUND_CEILING, decimal.ROUND_HALF_DOWN, decimal.ROUND_05UP]
TRAPS = [decimal.Inexact, decimal.Rounded, decimal.FloatOperation, decimal.Subnormal, decimal.Underflow]


def _everything(name: str) -> str:
    """All that is said of a worked cycle: results, explanations, audit, and the set's own self-test."""
    cycle = cchc_index.open_cycle(name)
    result = cycle.score()
    said = [json.dumps(result.to_dict(), ensure_ascii=False, sort_keys=True)]
    for card in list(result)[:5]:
        said += [str(card.explain("vi")), str(card.explain("en"))]
    said.append(json.dumps(cchc_index.audit(cycle).to_dict(), ensure_ascii=False, sort_keys=True))
    return "\n".join(said)


@pytest.fixture(scope="module")
def expected() -> dict[str, str]:
    """What is said under Python's default."""
    return {name: _everything(name) for name in ("lai-chau-2021", "pci-2021")}


@settings(max_examples=12, deadline=None)
@given(
    name=st.sampled_from(("lai-chau-2021", "pci-2021")),
    prec=st.integers(1, 5),
    rounding=st.sampled_from(ROUNDINGS),
    emax=st.integers(0, 5),
    traps=st.lists(st.sampled_from(TRAPS), unique=True),
)
def test_no_context_of_a_caller_changes_a_word(
    expected: dict[str, str],
    name: str,
    prec: int,
    rounding: str,
    emax: int,
    traps: list[type[decimal.DecimalException]],
) -> None:
    """Of reading, scoring, explaining, auditing; and the caller's context stays what it was."""
    context = Context(prec=prec, rounding=rounding, Emin=-emax, Emax=emax, traps=traps)
    with decimal.localcontext(context) as its_own:
        found = _everything(name)
        assert (its_own.prec, its_own.rounding, its_own.Emax) == (prec, rounding, emax)

    assert found == expected[name]


def test_what_is_done_inside_is_exact_and_leaves_nothing_outside() -> None:
    """A product of two numbers of 28 digits keeps all of its digits."""
    longest = Decimal("9" * 28)

    with decimal.localcontext(Context(prec=2)):
        assert own_context(lambda: longest * longest)() == int(longest) ** 2
        assert decimal.getcontext().prec == 2
    assert not has_too_many_digits(longest)
    assert has_too_many_digits(Decimal("1" * 29))
