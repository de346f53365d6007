"""What came of a contest: each initiative's place with every judge's points, kept or not and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import attrs

from cchc_index.builders.contract import CountedFile, LeftOut
from cchc_index.problems.problem import Language
from cchc_index.problems.shown import shown

Why = Literal["", "highest", "lowest", "own_unit"]


@attrs.frozen
class Mark:
    """The points that one judge gives an initiative.

    Attributes:
        judge: Who gives them.
        unit: The judge's unit.
        points: The points.
        left_out: Why they do not count: among the `highest` or the `lowest` that are dropped, or given to the judge's
            `own_unit` where the contest's caller allowed such a table; "" where they count.
    """

    judge: str
    unit: str
    points: Decimal
    left_out: Why = ""


@attrs.frozen
class Judged:
    """One initiative that was judged.

    Attributes:
        initiative: Its identifier.
        unit: The unit that submitted it.
        score: The exact mean of the points that count.
        place: Its place from 1; several that are equal share one, and the next is as many further on.
        marks: What each judge gives it, by the judges' names.
        told_apart_by: The tie-break that told it apart from others of the same mean; "" for none.
        prize: The prize it wins; "" for none.
    """

    initiative: str
    unit: str
    score: Fraction
    place: int
    marks: tuple[Mark, ...]
    told_apart_by: str = ""
    prize: str = ""


@attrs.frozen(eq=False)
class ContestResult:
    """The initiatives of a contest by place, then by identifier.

    Attributes:
        judged: Each initiative.
        files: The files that were read.
        left_out: What was left out by permission.
    """

    judged: tuple[Judged, ...]
    files: tuple[CountedFile, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def __iter__(self) -> Iterator[Judged]:
        """The initiatives, by place."""
        return iter(self.judged)

    def __getitem__(self, initiative: str) -> Judged:
        """One initiative.

        Raises:
            KeyError: None is called so.
        """
        for each in self.judged:
            if each.initiative == initiative:
                return each
        raise KeyError(initiative)

    @property
    def prizes(self) -> dict[str, int]:
        """How many of each prize are won."""
        return dict(Counter(each.prize for each in self.judged if each.prize))

    def to_dict(self) -> dict[str, object]:
        """The result for programs: exact numbers as texts, fractions as 250/3."""
        return {
            "judged": [
                {
                    "place": each.place,
                    "initiative": each.initiative,
                    "unit": each.unit,
                    "mean": exact_text(each.score),
                    "prize": each.prize,
                    "told_apart_by": each.told_apart_by,
                    "marks": [{**attrs.asdict(mark), "points": f"{mark.points:f}"} for mark in each.marks],
                }
                for each in self.judged
            ],
            "files": [attrs.asdict(file) for file in self.files],
            "left_out": [{"kind": each.kind, "rows": each.rows} for each in self.left_out],
        }

    def text(self, language: Language = "vi") -> str:
        """Every initiative with its place, mean and prize, and below it what each judge gave.

        Example:
            >>> marks = (Mark("A", "u", Decimal(8)), Mark("B", "v", Decimal(10), "highest"), Mark("C", "v", Decimal(7)))
            >>> print(ContestResult((Judged("SK1", "so-a", Fraction(15, 2), 1, marks, prize="I"),)).text("en"))
            1. SK1 (so-a): 7.5, prize I
               A 8; B 10 (not counted: highest); C 7
        """
        return "\n".join(self._lines(language))

    def _lines(self, language: Language) -> Iterator[str]:
        from cchc_index.messages import phrase

        for each in self.judged:
            told = [f"{each.place}. {each.initiative} ({each.unit}): {exact_text(each.score, language)}"]
            if each.told_apart_by:
                told.append(phrase(f"contest.by_{each.told_apart_by}", language))
            if each.prize:
                told.append(phrase("contest.prize", language, prize=each.prize))
            yield shown(", ".join(told))
            yield shown("; ".join(self._mark(mark, language) for mark in each.marks)).join(("   ", ""))
        for left in self.left_out:
            yield phrase("contest.left_out", language, kind=left.kind, rows=str(left.rows))

    def _mark(self, mark: Mark, language: Language) -> str:
        from cchc_index.messages import phrase

        words = f"{mark.judge} {exact_text(Fraction(mark.points), language)}"
        if not mark.left_out:
            return words
        return f"{words} ({phrase(f'contest.out_{mark.left_out}', language)})"


def exact_text(number: Fraction, language: Language = "en") -> str:
    """A number as it is: its decimals where they end, a fraction where they do not.

    Example:
        >>> exact_text(Fraction(183, 2)), exact_text(Fraction(183, 2), "vi"), exact_text(Fraction(250, 3))
        ('91.5', '91,5', '250/3')
    """
    rest, places = number.denominator, 0
    for prime in (2, 5):
        times = 0
        while rest % prime == 0:
            rest //= prime
            times += 1
        places = max(places, times)
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    written = f"{Decimal((number * 10**places).numerator).scaleb(-places):f}"
    return written.replace(".", ",") if language == "vi" else written
