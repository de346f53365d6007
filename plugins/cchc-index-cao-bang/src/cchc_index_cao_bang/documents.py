"""Work on legal documents: drafts commented of those asked, documents self-checked of those planned."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import attrs
import numpy as np

from cchc_index.plugins import (
    PROBES,
    Case,
    Column,
    Field,
    Leaf,
    Points,
    Probe,
    Problem,
    Refusal,
    ScoringRule,
    Text,
    Wording,
    quotient_of,
)

COUNTS = (
    Field("commented", "whole", better="more", title=Text((("vi", "dự thảo đã góp ý"), ("en", "drafts commented")))),
    Field("asked", "whole", title=Text((("vi", "dự thảo được đề nghị góp ý"), ("en", "drafts asked for")))),
    Field(
        "self_checked", "whole", better="more", title=Text((("vi", "văn bản đã tự kiểm tra"), ("en", "self-checked")))
    ),
    Field("planned", "whole", title=Text((("vi", "văn bản theo kế hoạch kiểm tra"), ("en", "planned to be checked")))),
)

NOTHING = {
    "vi": ("không có văn bản nào", "bộ tiêu chí không nói cách tính", "Ghi none_arose: full hoặc not_applicable."),
    "en": (
        "there are no documents",
        "and the set does not say what that earns",
        "Write none_arose: full or not_applicable.",
    ),
}
TOO_MANY = {
    "vi": ("làm nhiều hơn được giao", "số đã làm không thể vượt số được giao", "Sửa một trong hai số."),
    "en": ("more was done than there was to do", "which cannot be", "Correct one of the two numbers."),
}


@attrs.frozen
class LegalDocuments(ScoringRule):
    """Points for comments on drafts and for self-checks, each with its share of the maximum.

    points = max_points x (share x commented / asked + (100 - share) x self_checked / planned) / 100

    Attributes:
        commented: The share of the comments, in per cent; the rest is that of the self-checks.
        none_arose: What a part earns for which nothing was asked or planned: all of its share (`full`), or its share
            goes to the other part (`not_applicable`, and to neither where both are empty); `refuse` asks.

    Reads:
        `commented`, `asked`, `self_checked`, `planned`: whole numbers of documents.

    Source:
        Conference on administrative reform of Cao Bằng, report on 2021: comments on 229 drafts, 60 documents
        self-checked. How the province scores them was not published; the formula is illustrative.

    Example:
        >>> from cchc_index.testing import points_of
        >>> counts = {"commented": ["229"], "asked": ["229"], "self_checked": ["45"], "planned": ["60"]}
        >>> points_of(LegalDocuments(commented=Decimal(60)), 10, counts)
        ['9.00']
    """

    commented: Decimal
    none_arose: Literal["refuse", "full", "not_applicable"] = "refuse"

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """The four counts."""
        return (COUNTS,)

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """The share lies between 0 and 100."""
        if not 0 < self.commented < 100:
            yield Problem("rule.per_cent", path="commented", arguments={"value": str(self.commented)})

    def refusals(self, column: Column, /) -> Iterable[Refusal]:
        """More done than asked, and nothing asked where the set does not say what that earns."""
        for done, asked in (("commented", "asked"), ("self_checked", "planned")):
            left, right = column.number(done).numerators, column.number(asked).numerators
            if (refused := left > right).any():
                yield Refusal(refused, done, own=TOO_MANY)
            if self.none_arose == "refuse" and (refused := right.equals(0) & left.equals(0)).any():
                yield Refusal(refused, asked, own=NOTHING)

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        most = Fraction(column.max_points) / 100
        shares = (Fraction(self.commented), 100 - Fraction(self.commented))
        parts = []
        for done, asked in (("commented", "asked"), ("self_checked", "planned")):
            ratios, none_arose = quotient_of(column.number(done), column.number(asked))
            parts.append((ratios, np.zeros(column.size, dtype=np.bool_) if none_arose is None else none_arose))
        (first, no_drafts), (second, no_checks) = parts
        earned = [part.times(share * most / 100) for part, share in zip((first, second), shares, strict=True)]
        if self.none_arose == "full":
            earned = [
                part.constant(share * most).where(empty, part)
                for part, share, empty in zip(earned, shares, (no_drafts, no_checks), strict=True)
            ]
            return Points(earned[0].added(earned[1]))
        alone = [part.times(most) for part in (first, second)]
        points = earned[0].added(earned[1])
        points = alone[1].where(no_drafts, alone[0].where(no_checks, points))
        return Points(points, no_drafts & no_checks)

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """Everything done, nothing done, half of each, and nothing to do."""
        most = Fraction(leaf.max_points)
        yield Probe({"commented": "4", "asked": "4", "self_checked": "6", "planned": "6"}, most, PROBES["full"])
        yield Probe({"commented": "0", "asked": "4", "self_checked": "0", "planned": "6"}, Fraction(0), PROBES["least"])
        yield Probe({"commented": "2", "asked": "4", "self_checked": "3", "planned": "6"}, most / 2, PROBES["middle"])
        if self.none_arose != "refuse":
            nothing = {"commented": "0", "asked": "0", "self_checked": "0", "planned": "0"}
            yield Probe(nothing, most if self.none_arose == "full" else None, PROBES["none_arose"])

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """The share of each part."""
        most, first, second = (words.write(each) for each in (leaf.max_points, self.commented, 100 - self.commented))
        return words.say(
            vi=f"{most} × (góp ý / được đề nghị × {first} % + tự kiểm tra / kế hoạch × {second} %)",
            en=f"{most} × (commented / asked × {first} % + self-checked / planned × {second} %)",
        )

    def reason(self, case: Case, /) -> str:
        """Both rates, each with its share."""
        told = []
        for done, asked, share, vi, en in (
            ("commented", "asked", self.commented, "góp ý", "commented"),
            ("self_checked", "planned", 100 - self.commented, "tự kiểm tra", "self-checked"),
        ):
            counts = f"{case.write(case.decimal(done))} / {case.write(case.decimal(asked))}"
            told.append(f"{case.say(vi=vi, en=en)} {counts} x {case.write(share)} %")
        return " + ".join(told) + f", x {case.write(case.max_points)}"
