"""Points by the answer that was chosen: one label of several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final

import attrs

from cchc_index.problems.problem import Problem
from cchc_index.rules.columns import Case, Column, Field, Wording
from cchc_index.rules.contract import Leaf, Points, Probe, ScoringRule
from cchc_index.rules.multiples import among_awards
from cchc_index.values.exact import Integers, Ratios, parse_decimal, places_of
from cchc_index.values.text import Text, folded

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray

LONGEST_LABEL: Final = 100  #: characters; a drop-down list shows no more
_INVISIBLE: Final = re.compile(r"\s{2,}|^\s|\s$|[^\S ]")


@attrs.frozen
class Choice(ScoringRule):
    """One labelled answer, each with its points.

    points = those of the label that was chosen

    Attributes:
        options: For each label its points; the best gives the leaf's maximum.
        not_applicable: Labels that say that the leaf does not apply.

    Reads:
        `answer`: exactly one of the labels, in any capitals.

    Source:
        Questions with prepared answers: a to e of the Open Budget Survey (International Budget Partnership), AA to E
        of Indonesia's SAKIP (Permenpan RB 88/2021).

    Example:
        >>> from cchc_index.testing import points_of
        >>> rule = Choice({"A": Decimal(4), "B": Decimal(2), "C": Decimal(0)})
        >>> points_of(rule, 4, {"answer": ["A", "b", "C"]})
        ['4.00', '2.00', '0.00']
    """

    purpose: ClassVar[Text] = Text((("vi", "chọn một câu trả lời có sẵn"), ("en", "one labelled answer")))

    options: Mapping[str, Decimal] = attrs.field(hash=False)
    not_applicable: tuple[str, ...] = ()

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`answer`."""
        return ((Field("answer", "text", options=(*self.options, *self.not_applicable)),),)

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """Labels can be told apart and are no word for "not applicable"; the best gives the maximum."""
        if not self.options:
            yield Problem("rule.no_options", path="options")
            return
        seen: dict[str, str] = {}
        numbers: dict[Decimal, str] = {}
        words = {folded(word) for word in leaf.not_applicable_words}
        labels = [(label, f"options.{label}") for label in self.options]
        labels += [(label, f"not_applicable[{place}]") for place, label in enumerate(self.not_applicable)]
        for label, path in labels:
            if not label or len(label) > LONGEST_LABEL or _INVISIBLE.search(label):
                yield Problem("rule.label", path=path, arguments={"label": label, "most": str(LONGEST_LABEL)})
            elif folded(label) in words:
                yield Problem("rule.label_word", path=path, arguments={"label": label})
            elif (first := seen.setdefault(folded(label), path)) != path:
                yield Problem("rule.label_twice", path=path, arguments={"label": label, "first": first})
            elif (number := _number_of(label)) is not None and (first := numbers.setdefault(number, path)) != path:
                yield Problem("rule.label_number", path=path, arguments={"label": label, "first": first})
        for label, points in self.options.items():
            if not 0 <= points <= leaf.max_points:
                arguments = {"value": str(points), "most": str(leaf.max_points)}
                yield Problem("rule.option_points", path=f"options.{label}", arguments=arguments)
        best = max(self.options.values())
        if leaf.in_full and best < leaf.max_points:
            arguments = {"best": str(best), "most": str(leaf.max_points)}
            yield Problem("rule.best", path="options", arguments=arguments)

    @cached_property
    def _awards(self) -> Ratios:
        """The points of each label, in the order of the field's options; 0 for those that take the leaf away."""
        places = max(places_of(points) for points in self.options.values())
        awards = [int(points * 10**places) for points in self.options.values()]
        return Ratios(Integers.of([*awards, *(0 for _ in self.not_applicable)]), 10**places)

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        chosen = column.chosen("answer")
        gone = chosen >= len(self.options)
        return Points(self._awards.take(chosen), gone if self.not_applicable else None)

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """Each label."""
        for label, points in self.options.items():
            yield Probe({"answer": label}, Fraction(points), Text.plain(label))
        for label in self.not_applicable:
            yield Probe({"answer": label}, None, Text.plain(label))

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """What each label earns."""
        gone = words.say(vi="không áp dụng", en="not applicable")
        told = [f"{label}: {words.write(points)}" for label, points in self.options.items()]
        return "; ".join([*told, *(f"{label}: {gone}" for label in self.not_applicable)])

    def reason(self, case: Case, /) -> str:
        """The label and its points."""
        said = folded(str(case.values["answer"]))
        for label, points in self.options.items():
            if folded(label) == said:
                return case.say(vi=f"trả lời {label}: {case.write(points)}", en=f"answer {label}: {case.write(points)}")
        label = next(label for label in self.not_applicable if folded(label) == said)
        return case.say(vi=f"trả lời {label}: không áp dụng", en=f"answer {label}: not applicable")

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """The points of the labels."""
        return among_awards(points, self.options.values())


def _number_of(label: str) -> Decimal | None:
    """The number that a worksheet keeps when somebody types the label into it: of 1, 1.0 and 01 the same."""
    digits = label.replace(",", ".").lstrip("0")
    return parse_decimal(digits if digits[:1].isdigit() else f"0{digits}")
