"""Answers counted: exact whole numbers and fractions for each unit and measure, from which every figure is taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

import attrs
import numpy as np

from cchc_index.builders.contract import CountedFile, LeftOut
from cchc_index.evidence.surveys.answers import GivenAnswers, distinct
from cchc_index.evidence.surveys.forms_sent import Sample
from cchc_index.evidence.surveys.questionnaire import Questionnaire

if TYPE_CHECKING:
    from cchc_index.values.exact import IntArray


@attrs.frozen(eq=False)
class CountedAnswers:
    """The answers of all units, counted.

    Attributes:
        asked: The questionnaire.
        answers: The answers that count.
        design: For each unit's groups of respondents how many people they stand for; None where nobody said.
        sample: The forms that were sent; None where nobody said.
        files: The files that were counted.
        left_out: Rows that were left out by permission.
    """

    asked: Questionnaire
    answers: GivenAnswers
    design: Mapping[str, Mapping[int, Fraction]] | None = None
    sample: Sample | None = None
    files: tuple[CountedFile, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        """The units that were answered for."""
        return self.answers.units

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures, as the questionnaire names them."""
        return tuple(self.asked.questions)

    @cached_property
    def cells(self) -> IntArray:
        """How many answers there are by unit, question, option and group of respondents."""
        shape = (
            len(self.units),
            len(self.asked.names),
            len(self.asked.all_options),
            max(1, len(self.asked.strata)),
        )
        answers = self.answers
        keys = distinct((answers.unit, answers.question, answers.option, answers.stratum), shape)
        return np.bincount(keys, minlength=int(np.prod(shape))).reshape(shape)

    def options(self, unit: int, measure: str) -> tuple[int, ...]:
        """How many answers a unit has for each option of a measure, the excluded ones last."""
        asked = self.asked.asked(measure)
        return tuple(self.cells[unit, asked.start : asked.stop].sum(axis=(0, 2)).tolist())

    def by_stratum(self, unit: int, measure: str) -> dict[int, tuple[int, ...]]:
        """The same for each group of respondents, without the excluded options."""
        asked = self.asked.asked(measure)
        found = self.cells[unit, asked.start : asked.stop, : len(self.asked.options)].sum(axis=0)
        return {stratum: tuple(found[:, stratum].tolist()) for stratum in range(found.shape[1])}

    def respondents(self, unit: int, measure: str | None = None) -> int:
        """How many respondents gave an answer that enters rates; without a measure those who gave any."""
        answers = self.answers.of(unit) if measure is None else self.said(unit, measure)
        return int(np.unique(answers.respondent).size)

    def supporters(self, unit: int, measure: str, option: int) -> int:
        """How many respondents chose an option of a measure."""
        answers = self.said(unit, measure, excluded=True)
        return int(np.unique(answers.respondent[answers.option == option]).size)

    def said(self, unit: int, measure: str, *, excluded: bool = False) -> GivenAnswers:
        """A unit's answers to the questions of a measure: those that enter rates, or the excluded ones as well."""
        asked, answers = self.asked.asked(measure), self.answers.of(unit)
        kept = (answers.question >= asked.start) & (answers.question < asked.stop)
        return answers.where(kept if excluded else kept & (answers.option < len(self.asked.options)))

    def rows(self, unit: int) -> int:
        """From how many rows a unit's figures are counted."""
        return int(self.cells[unit].sum())

    def rate(self, unit: int, measure: str, scores: Sequence[Fraction]) -> Fraction | None:
        """The mean of some scores of the options over a unit's answers; None where there are none."""
        counts = self.options(unit, measure)[: len(scores)]
        return mean_of(counts, scores)

    def rate_of_population(self, unit: int, measure: str, scores: Sequence[Fraction]) -> Fraction | None:
        """The mean of each group of respondents, weighted by the people that it stands for.

        Groups without answers leave both sums; None where no group has any.
        """
        design = self.weights(unit)
        means = {
            stratum: mean
            for stratum, counts in self.by_stratum(unit, measure).items()
            if stratum in design and (mean := mean_of(counts, scores)) is not None
        }
        people = sum((design[stratum] for stratum in means), Fraction(0))
        total = sum((design[stratum] * mean for stratum, mean in means.items()), Fraction(0))
        return total / people if people else None

    def silent_strata(self, unit: int, measure: str) -> tuple[str, ...]:
        """The groups of respondents of a unit of whom people are there, and nobody answered."""
        counts = self.by_stratum(unit, measure)
        return tuple(self.asked.strata[each] for each in sorted(self.weights(unit)) if not sum(counts[each]))

    def weights(self, unit: int) -> Mapping[int, Fraction]:
        """For how many people each group of a unit's respondents stands; one group that counts 1 where nobody said."""
        if self.design is None:
            return {0: Fraction(1)} if not self.asked.strata else {}
        return self.design.get(self.units[unit], {})

    def each_respondent(self, unit: int, measure: str, scores: Sequence[int]) -> dict[int, tuple[list[int], list[int]]]:
        """For each group of respondents the sums of scores of its respondents, and how many answers they gave.

        In an order that depends on these numbers alone.
        """
        said_by = self.said(unit, measure)
        found: dict[int, dict[int, list[int]]] = {}
        columns = (said_by.stratum.tolist(), said_by.respondent.tolist(), said_by.option.tolist())
        for where, who, what in zip(*columns, strict=True):
            said = found.setdefault(where, {}).setdefault(who, [0, 0])
            said[0] += scores[what]
            said[1] += 1
        listed = {where: sorted(map(tuple, people.values())) for where, people in sorted(found.items())}
        return {where: ([each[0] for each in said], [each[1] for each in said]) for where, said in listed.items()}


def mean_of(counts: Sequence[int], scores: Sequence[Fraction]) -> Fraction | None:
    """The mean of scores over so many answers each; None where there are none.

    Example:
        >>> mean_of((60, 30, 10), (Fraction(100), Fraction(60), Fraction(0)))
        Fraction(78, 1)
    """
    total = sum(counts)
    if not total:
        return None
    return sum((count * score for count, score in zip(counts, scores, strict=True)), Fraction(0)) / total
