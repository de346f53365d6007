"""The figures that a survey gives for each unit, and their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

from cchc_index.builders.contract import Figure, Measure
from cchc_index.evidence.surveys.counted import CountedAnswers
from cchc_index.evidence.surveys.questionnaire import Questionnaire
from cchc_index.values.exact import round_fraction, to_decimal
from cchc_index.values.text import Text


@attrs.frozen
class Wanted:
    """Which figures are given.

    Attributes:
        counts: Whether the answers for each option are.
        places: The decimals of rates; None where no rate is given.
        satisfied: The options whose share is given; empty for none.
        population: Whether rates are given that are weighted by groups of respondents.
        sent: Whether the rate of response is given.
    """

    counts: bool
    places: int | None
    satisfied: tuple[str, ...]
    population: bool
    sent: bool

    @property
    def rates(self) -> tuple[str, ...]:
        """The rates of each measure, by the ends of their names."""
        if self.places is None:
            return ()
        kinds = ("rate", "satisfied") if self.satisfied else ("rate",)
        bases = ("answers", "population") if self.population else ("answers",)
        return tuple(f"{kind}_of_{base}" for kind in kinds for base in bases)

    def scores(self, rate: str, asked: Questionnaire) -> tuple[Fraction, ...]:
        """What each option counts in a rate, in per cent."""
        if rate.startswith("rate"):
            return asked.scores
        return tuple(Fraction(100 if name in self.satisfied else 0) for name in asked.options)


_TITLES = {
    "answers": ("số câu trả lời", "answers"),
    "respondents": ("số người trả lời", "respondents"),
    "rate_of_answers": ("mức trung bình (%) trên số câu trả lời", "mean, in per cent, of the answers"),
    "rate_of_population": ("mức trung bình (%) trên tổng thể", "mean, in per cent, of the population"),
    "satisfied_of_answers": ("% hài lòng trên số câu trả lời", "% satisfied of the answers"),
    "satisfied_of_population": ("% hài lòng trên tổng thể", "% satisfied of the population"),
    "sent": ("số phiếu phát ra", "forms sent"),
    "respondents_of_sent": ("% phiếu thu về trên số phiếu phát ra", "% respondents of the forms sent"),
}


def measures_of(asked: Questionnaire, wanted: Wanted) -> tuple[Measure, ...]:
    """The figures by name.

    Example:
        >>> asked = Questionnaire({"service": ("q1",)}, {"good": Decimal(100)})
        >>> [each.name for each in measures_of(asked, Wanted(True, 2, (), False, False))]
        ['service_good', 'service_answers', 'service_respondents', 'service_rate_of_answers', 'respondents']
    """
    return tuple(_listed(asked, wanted))


def _listed(asked: Questionnaire, wanted: Wanted) -> Iterator[Measure]:
    for measure in asked.questions:
        for option in asked.all_options if wanted.counts else ():
            title = ("số câu trả lời", "answers")
            yield Measure(f"{measure}_{option}", _title(f"{measure}, {option}", *title), adds=True)
        for end in ("answers", "respondents", *wanted.rates):
            is_count = end in ("answers", "respondents")
            yield Measure(f"{measure}_{end}", _title(measure, *_TITLES[end]), adds=is_count)
    yield Measure("respondents", _title("", *_TITLES["respondents"]), adds=True)
    if wanted.sent:
        yield Measure("sent", _title("", *_TITLES["sent"]), adds=True)
    if wanted.sent and wanted.places is not None:
        share = ("respondents", "sent")
        yield Measure("respondents_of_sent", _title("", *_TITLES["respondents_of_sent"]), share=share)


def _title(about: str, vi: str, en: str) -> Text:
    before = f"{about}: " if about else ""
    return Text((("vi", before + vi), ("en", before + en)))


def figures_of(
    counted: CountedAnswers, wanted: Wanted, left: frozenset[tuple[int, str]]
) -> dict[str, tuple[Figure, ...]]:
    """By name a figure for each unit.

    Args:
        counted: The answers.
        wanted: Which figures are given.
        left: Units and measures of which none is: too few respondents.
    """
    names = [each.name for each in measures_of(counted.asked, wanted)]
    rows = [_figures(counted, unit, wanted, left) for unit in range(len(counted.units))]
    return {name: tuple(figures[name] for figures in rows) for name in names}


def _figures(counted: CountedAnswers, unit: int, wanted: Wanted, left: frozenset[tuple[int, str]]) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    asked = counted.asked
    for measure in counted.measures:
        is_left = (unit, measure) in left
        counts = counted.options(unit, measure)
        if wanted.counts:
            found |= {
                f"{measure}_{option}": None if is_left else count
                for option, count in zip(asked.all_options, counts, strict=True)
            }
        found[f"{measure}_answers"] = None if is_left else sum(counts[: len(asked.options)])
        found[f"{measure}_respondents"] = None if is_left else counted.respondents(unit, measure)
        for rate in wanted.rates:
            found[f"{measure}_{rate}"] = None if is_left else rate_of(counted, unit, measure, rate, wanted)
    is_left = all((unit, measure) in left for measure in counted.measures)
    people = counted.respondents(unit)
    found["respondents"] = None if is_left else people
    sent = counted.sample.sent_to(counted.units[unit]) if counted.sample else None
    if wanted.sent:
        found["sent"] = sent
    if wanted.sent and wanted.places is not None:
        share = None if is_left or not sent else Fraction(100 * people, sent)
        found["respondents_of_sent"] = rounded(share, wanted.places)
    return found


def rate_of(counted: CountedAnswers, unit: int, measure: str, rate: str, wanted: Wanted) -> Decimal | None:
    """A rate of a unit, rounded half up to the decimals that are declared."""
    scores = wanted.scores(rate, counted.asked)
    of = counted.rate_of_population if rate.endswith("_population") else counted.rate
    return rounded(of(unit, measure, scores), wanted.places or 0)


def rounded(number: Fraction | None, places: int) -> Decimal | None:
    """A fraction with so many decimals, half up; None for none.

    Example:
        >>> rounded(Fraction(200, 3), 2), rounded(Fraction(1, 8), 2), rounded(None, 2)
        (Decimal('66.67'), Decimal('0.13'), None)
    """
    return None if number is None else to_decimal(round_fraction(number, places, "half_up"), places)


def names_twice(names: Sequence[str]) -> tuple[str, ...]:
    """The names that two figures would share, such as an option that is called `answers`."""
    return tuple(name for name in dict.fromkeys(names) if names.count(name) > 1)
