"""Rates: read in per cent or as done and planned, with a named answer for "no case arose"."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

import attrs

from cchc_index.problems.problem import Problem
from cchc_index.rules.columns import Case, Column, Field, Wording
from cchc_index.rules.contract import Leaf, Points, Probe, Refusal
from cchc_index.rules.probing import PROBES
from cchc_index.values.exact import Integers, Ratios

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray

NoneArose = Literal["refuse", "full", "zero", "not_applicable"]
SmallRates = Literal["taken", "asked"]
Better = Literal["", "more", "less"]
HUNDRED = Fraction(100)


@attrs.frozen(eq=False)
class Rates:
    """Rates of a column, in per cent.

    Attributes:
        ratios: The rates; 0 where no case arose.
        none_arose: Units in which no case arose; None when there are none.
    """

    ratios: Ratios
    none_arose: BoolArray | None


@functools.cache
def rate_fields(cap: bool, small_rates: SmallRates = "asked", better: Better = "more") -> tuple[tuple[Field, ...], ...]:
    """The two ways to report a rate: per cent, or what was done and what was planned, of which nothing is asked."""
    rate = Field("rate", most=None if cap else Decimal(100), measured=True, better=better, small_rates=small_rates)
    return (rate,), (Field("done", better=better), Field("planned"))


def among_small(thresholds: Iterable[Decimal | None]) -> bool:
    """Whether one of a rule's thresholds lies where a rate could be a share: above 0 and up to 1.

    Example:
        >>> among_small([Decimal(0), Decimal(95)]), among_small([None, Decimal(1)])
        (False, True)
    """
    return any(each is not None and 0 < each <= 1 for each in thresholds)


def hundredfold(share: Decimal) -> str:
    """The per cent that a share may mean, to its last digit.

    Example:
        >>> hundredfold(Decimal("0.835")), hundredfold(Decimal(1))
        ('83.5', '100')
    """
    sign, digits, exponent = share.as_tuple()
    return f"{Decimal((sign, digits, int(exponent) + 2)):f}"


def fractions_fault(thresholds: Iterable[Decimal], path: str, leaf: Leaf) -> Iterator[Problem]:
    """The question to a rule whose thresholds of a rate are all at most 1, unless the leaf says that they are meant."""
    found = sorted({each for each in thresholds if each > 0}, reverse=True)
    if not found or found[0] > 1 or leaf.small_rates:
        return
    said, meant = [f"{each:f}" for each in found], [hundredfold(each) for each in found]
    arguments = {"one": said[0], "hundredfold": meant[0], "thresholds": ", ".join(said), "cure": ", ".join(meant)}
    yield Problem("rule.fractions", path=path, arguments=arguments)


def rate_of(column: Column, *, cap: bool) -> Rates:
    """The column's rates, however each unit reports them; with `cap`, rates over 100 % count as 100 %.

    rate = 100 x done / planned, kept as a ratio of whole numbers
    """
    by_quotient = column.has("done")
    if not by_quotient.any():
        return Rates(_capped(column.number("rate")) if cap else column.number("rate"), None)
    done, planned = column.number("done"), column.number("planned")
    quotient, none_arose = quotient_of(done, planned, by_quotient)
    rates = quotient if by_quotient.all() else quotient.where(by_quotient, column.number("rate"))
    return Rates(_capped(rates) if cap else rates, none_arose)


def quotient_of(done: Ratios, planned: Ratios, rows: BoolArray | None = None) -> tuple[Ratios, BoolArray | None]:
    """100 x done / planned of two columns of decimals, and the rows in which planned is 0 (their rate reads 0)."""
    if not isinstance(done.denominators, int) or not isinstance(planned.denominators, int):
        raise TypeError("done and planned are columns of decimals")
    factor = Fraction(100 * planned.denominators, done.denominators)
    divisors = planned.numerators * factor.denominator
    empty = planned.numerators.equals(0)
    none_arose = empty if rows is None else empty & rows
    if empty.any():
        divisors = divisors.where(~empty, 1)
    return Ratios(
        done.numerators * factor.numerator, Integers.of(divisors.values)
    ), none_arose if none_arose.any() else None


def _capped(rates: Ratios) -> Ratios:
    over = rates.above(HUNDRED)
    return rates.constant(HUNDRED).where(over, rates) if over.any() else rates


def refuse_rates(column: Column, *, cap: bool, none_arose: NoneArose) -> Iterator[Refusal]:
    """What cannot stand in done and planned: more than was planned, something out of nothing, nothing planned."""
    rows = column.has("done")
    if not rows.any():
        return
    done, planned = column.number("done"), column.number("planned")
    if not isinstance(done.denominators, int) or not isinstance(planned.denominators, int):
        raise TypeError("done and planned are columns of decimals")
    left, right = done.numerators * planned.denominators, planned.numerators * done.denominators
    empty = planned.numerators.equals(0) & rows
    nothing_done = done.numerators.equals(0)
    if (refused := empty & ~nothing_done).any():
        yield Refusal(refused, "planned", "value.out_of_nothing")
    yield from none_arose_refusal(empty & nothing_done, "planned", none_arose)
    if not cap and (refused := (left > right) & rows & ~empty).any():
        yield Refusal(refused, "done", "value.above_planned")


def none_arose_refusal(
    rows: BoolArray, field: str, none_arose: NoneArose, key: str = "value.none_arose"
) -> Iterator[Refusal]:
    """The refusal of units in which no case arose, where the set does not say what that earns."""
    if none_arose == "refuse" and rows.any():
        yield Refusal(rows, field, key)


def with_none_arose(points: Ratios, rows: BoolArray | None, none_arose: NoneArose, max_points: Decimal) -> Points:
    """Points with the rule's answer put in for the rows in which no case arose; None for none."""
    if rows is None:
        return Points(points)
    answer = Fraction(max_points) if none_arose == "full" else Fraction(0)
    answered = points.constant(answer).where(rows, points)
    return Points(answered, rows if none_arose == "not_applicable" else None)


def none_arose_probes(values: Mapping[str, str], none_arose: NoneArose, leaf: Leaf) -> Iterator[Probe]:
    """What a unit without a case must get; nothing is tried where that is refused."""
    if none_arose != "refuse":
        answers = {"full": Fraction(leaf.max_points), "zero": Fraction(0), "not_applicable": None}
        yield Probe(values, answers[none_arose], PROBES["none_arose"])


def tell_rate(case: Case, *, cap: bool) -> tuple[str, Fraction | None]:
    """The rate of one case in words, and the rate itself; None when no case arose."""
    if "rate" in case.values:
        rate = Fraction(case.decimal("rate"))
        words = case.say(vi="tỷ lệ", en="rate") + f" {case.write(case.decimal('rate'))} %"
    else:
        done, planned = case.decimal("done"), case.decimal("planned")
        if planned == 0:
            return case.say(vi="không phát sinh (kế hoạch 0)", en="no case arose (planned 0)"), None
        (over, by), (under, parts) = done.as_integer_ratio(), planned.as_integer_ratio()
        rate = Fraction(100 * over * parts, by * under)
        words = f"{case.write(done)} / {case.write(planned)} {case.write_about(rate)} %"
    if cap and rate > HUNDRED:
        words += case.say(vi=", tính là 100 %", en=", counted as 100 %")
        rate = HUNDRED
    return words, rate


def tell_none_arose(case: Case, none_arose: NoneArose) -> str:
    """What a rule answers when no case arose."""
    return case.say(
        vi={"full": "tính điểm tối đa", "zero": "tính 0 điểm"}.get(none_arose, "không áp dụng"),
        en={"full": "full points", "zero": "no points"}.get(none_arose, "not applicable"),
    )


def tell_rate_terms(words: Wording, cap: bool, none_arose: NoneArose) -> str:
    """What else holds for a rate: over 100 per cent, and where no case arose."""
    told = words.say(vi="; vượt 100 % tính là 100 %", en="; above 100 % counts as 100 %") if cap else ""
    return told + tell_answer(words, none_arose, vi="không phát sinh", en="no case arose")


def tell_answer(words: Wording, none_arose: NoneArose, *, vi: str, en: str) -> str:
    """What a rule answers where there is nothing to score; "" where that is refused."""
    answers = {
        "full": words.say(vi="điểm tối đa", en="all points"),
        "zero": words.say(vi="0 điểm", en="0 points"),
        "not_applicable": words.say(vi="không áp dụng", en="not applicable"),
    }
    return f"; {words.say(vi=vi, en=en)}: {answers[none_arose]}" if none_arose in answers else ""
