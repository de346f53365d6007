"""Dossiers settled on time, as a rate that names its denominator."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import attrs

from cchc_index.plugins import (
    PROBES,
    Case,
    Column,
    Field,
    Leaf,
    NoneArose,
    Points,
    Probe,
    Problem,
    Ratios,
    Refusal,
    ScoringRule,
    Text,
    Wording,
    at_threshold,
    none_arose_probes,
    quotient_of,
    tell_none_arose,
    tell_rate_terms,
    with_none_arose,
)

COUNTS = (
    Field("on_time", "whole", title=Text((("vi", "hồ sơ giải quyết đúng hạn"), ("en", "dossiers settled on time")))),
    Field("late", "whole", title=Text((("vi", "hồ sơ giải quyết trễ hạn"), ("en", "dossiers settled late")))),
    Field("in_process", "whole", title=Text((("vi", "hồ sơ đang giải quyết"), ("en", "dossiers in process")))),
)
IN_PROCESS = Text((("vi", "một nửa đang giải quyết"), ("en", "half in process")))


@attrs.frozen
class OnTime(ScoringRule):
    """Points in proportion to the dossiers settled on time.

    rate of settled = 100 x on_time / (on_time + late)

    rate of received = 100 x on_time / (on_time + late + in_process)

    points = max_points x min(rate / full_at, 1), and 0 where rate < zero_below

    In 2021 the province took in over 148,000 dossiers: over 140,500 were settled on time, nearly 3,100 late, and over
    4,400 were in process. That is 97.84 % of those settled and 94.93 % of those received, so the denominator has no
    default.

    Attributes:
        of: The denominator: `settled` or `received`.
        full_at: The rate that earns all points, in per cent.
        zero_below: Rates under this earn nothing, in per cent; the floor itself earns.
        none_arose: What a unit gets that had no dossiers.

    Reads:
        `on_time`, `late` and `in_process`: whole numbers of dossiers.

    Source:
        Conference on administrative reform of Cao Bằng, report on 2021, for the figures and their kinds. How the
        province scores them was not published; the formula is illustrative.

    Example:
        >>> from cchc_index.testing import points_of
        >>> province = {"on_time": ["140500"], "late": ["3100"], "in_process": ["4400"]}
        >>> points_of(OnTime(of="settled"), 100, province), points_of(OnTime(of="received"), 100, province)
        (['97.84'], ['94.93'])
    """

    of: Literal["settled", "received"]
    full_at: Decimal = Decimal(100)
    zero_below: Decimal | None = None
    none_arose: NoneArose = "refuse"

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """The three counts."""
        return (COUNTS,)

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """`full_at` lies above 0 and up to 100, `zero_below` between 0 and `full_at`."""
        if not 0 < self.full_at <= 100:
            yield Problem("rule.per_cent", path="full_at", arguments={"value": str(self.full_at)})
        elif self.zero_below is not None and not 0 <= self.zero_below <= self.full_at:
            arguments = {"value": str(self.zero_below), "full_at": str(self.full_at)}
            yield Problem("rule.zero_below", path="zero_below", arguments=arguments)

    def _denominators(self, column: Column) -> Ratios:
        total = column.number("on_time").numerators + column.number("late").numerators
        if self.of == "received":
            total = total + column.number("in_process").numerators
        return Ratios(total)

    def refusals(self, column: Column, /) -> Iterable[Refusal]:
        """A unit without dossiers, where the set does not say what that earns."""
        empty = self._denominators(column).numerators.equals(0)
        if self.none_arose == "refuse" and empty.any():
            yield Refusal(
                empty,
                "on_time",
                own={
                    "vi": (
                        "không có hồ sơ nào",
                        "bộ tiêu chí không nói cách tính khi không phát sinh hồ sơ",
                        "Ghi none_arose: full, zero hoặc not_applicable ở cách chấm cao_bang.on_time.",
                    ),
                    "en": (
                        "there are no dossiers",
                        "and the set does not say what that earns",
                        "Write none_arose: full, zero or not_applicable in the rule cao_bang.on_time.",
                    ),
                },
            )

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        ratios, none_arose = quotient_of(column.number("on_time"), self._denominators(column))
        most = Fraction(column.max_points)
        points = ratios.times(most / Fraction(self.full_at))
        if self.full_at < 100:
            points = points.constant(most).where(ratios.at_least(Fraction(self.full_at)), points)
        if self.zero_below:
            points = points.kept(ratios.at_least(Fraction(self.zero_below)))
        return with_none_arose(points, none_arose, self.none_arose, column.max_points)

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """Everything on time, the floor from both sides, everything late, what is in process, and no dossier."""
        most = Fraction(leaf.max_points)
        yield Probe({"on_time": "1000000", "late": "0", "in_process": "0"}, most, PROBES["full"])
        yield Probe({"on_time": "0", "late": "5", "in_process": "0"}, Fraction(0), PROBES["least"])
        if self.zero_below:
            million = 10**6  # counts, so that a floor with up to four decimals is a whole number of dossiers
            at = int(self.zero_below * 10_000)
            floor = most * Fraction(self.zero_below) / Fraction(self.full_at)
            for on_time, points, side in ((at, min(floor, most), 0), (at - 1, Fraction(0), -1)):
                counts = {"on_time": str(on_time), "late": str(million - on_time), "in_process": "0"}
                yield Probe(counts, points, at_threshold(self.zero_below, side))
        share = Fraction(100 if self.of == "settled" else 50) / Fraction(self.full_at)
        points = most * min(share, Fraction(1))
        if self.zero_below is not None and self.of == "received" and self.zero_below > 50:
            points = Fraction(0)
        yield Probe({"on_time": "5", "late": "0", "in_process": "5"}, points, IN_PROCESS)
        yield from none_arose_probes({"on_time": "0", "late": "0", "in_process": "0"}, self.none_arose, leaf)

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """The formula with its denominator."""
        most, full = words.write(leaf.max_points), words.write(self.full_at)
        of = {
            "settled": words.say(vi="đã giải quyết", en="settled"),
            "received": words.say(vi="đã tiếp nhận", en="received"),
        }[self.of]
        told = words.say(
            vi=f"{most} × tỷ lệ hồ sơ đúng hạn trên số {of} / {full} %, tối đa {most}",
            en=f"{most} × share of dossiers on time among those {of} / {full} %, at most {most}",
        )
        if self.zero_below is not None:
            floor = words.write(self.zero_below)
            told += words.say(vi=f"; dưới {floor} %: 0", en=f"; below {floor} %: 0")
        return told + tell_rate_terms(words, False, self.none_arose)

    def reason(self, case: Case, /) -> str:
        """The rate with its denominator, and the share still in process."""
        on_time, late, in_process = (case.decimal(name) for name in ("on_time", "late", "in_process"))
        total = on_time + late + (in_process if self.of == "received" else 0)
        name = {
            "settled": case.say(vi="đã giải quyết", en="settled"),
            "received": case.say(vi="đã tiếp nhận", en="received"),
        }[self.of]
        if total == 0:
            nothing = case.say(vi="không có hồ sơ", en="there are no dossiers")
            return f"{nothing} {name}: {tell_none_arose(case, self.none_arose)}"
        rate = 100 * Fraction(on_time) / Fraction(total)
        words = f"{case.write(on_time)} / {case.write(total)} {name} {case.write_about(rate, 2)} %"
        words = case.say(vi=f"đúng hạn {words}", en=f"on time {words}")
        everything = on_time + late + in_process
        if in_process:
            share = case.write_about(100 * Fraction(in_process) / Fraction(everything), 2)
            words += case.say(
                vi=f" (đang giải quyết {case.write(in_process)} / {case.write(everything)} {share} %)",
                en=f" (in process {case.write(in_process)} / {case.write(everything)} {share} %)",
            )
        if self.zero_below is not None and rate < self.zero_below:
            return words + case.say(vi=", dưới", en=", below") + f" {case.write(self.zero_below)} %: 0"
        if rate >= self.full_at:
            enough = case.say(vi=", đạt từ", en=", at least")
            return f"{words}{enough} {case.write(self.full_at)} %: {case.write(case.max_points)}"
        share = f"{case.write(case.max_points)} x {case.write(on_time)} / {case.write(total)}"
        return f"{words}: {share}" + ("" if self.full_at == 100 else f" x 100 / {case.write(self.full_at)}")
