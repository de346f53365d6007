"""A survey's answers by question, option and group of respondents, as they may be published."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.evidence.surveys.answers import distinct
from cchc_index.evidence.surveys.counted import CountedAnswers
from cchc_index.evidence.surveys.suppressing import hidden_cells, with_margins
from cchc_index.values.text import quiet

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray, IntArray

HIDDEN: Final = "c"  #: what stands for a number that is not shown: confidential
SUM: Final = "*"  #: what stands for all questions, options or groups of respondents together
_HEAD: Final = ("unit", "measure", "question", "option", "stratum", "answers")


@attrs.frozen
class BreakdownCell:
    """One number of the breakdown.

    Attributes:
        unit: The unit.
        measure: The measure.
        question: The question; "*" for all of the measure.
        option: The option; "*" for all that enter rates.
        stratum: The group of respondents; "*" for all.
        answers: How many answers there are; None where it is not shown.
    """

    unit: str
    measure: str
    question: str
    option: str
    stratum: str
    answers: int | None


@attrs.frozen(eq=False)
class Breakdown:
    """A table that may be published: no number in it comes from fewer than so many respondents, or gives one away.

    Attributes:
        least: How many respondents a number must come from to be shown.
        cells: The numbers, sums included.
    """

    least: int
    cells: tuple[BreakdownCell, ...]

    def to_dict(self) -> dict[str, object]:
        """The table for programs; None where a number is not shown."""
        return {"suppress_below": self.least, "cells": [attrs.asdict(each) for each in self.cells]}

    def csv_text(self) -> str:
        """The table as CSV, with "c" where a number is not shown."""
        written = io.StringIO()
        writer = csv.writer(written, lineterminator="\n")
        writer.writerow(_HEAD)
        for each in self.cells:
            texts = (each.unit, each.measure, each.question, each.option, each.stratum)
            writer.writerow([*map(quiet, texts), HIDDEN if each.answers is None else each.answers])
        return written.getvalue()


def breakdown_of(counted: CountedAnswers, least: int, *, options_told: bool) -> Breakdown:
    """The answers that may be published.

    Args:
        counted: The answers.
        least: How many respondents a number must come from to be shown.
        options_told: Whether the counts of each measure's options stand in results.
    """
    found: list[BreakdownCell] = []
    for unit in range(len(counted.units)):
        for measure in counted.measures:
            found += _cells(counted, unit, measure, least, options_told)
    return Breakdown(least, tuple(found))


def _cells(counted: CountedAnswers, unit: int, measure: str, least: int, options_told: bool) -> Iterator[BreakdownCell]:
    asked = counted.asked.asked(measure)
    labels = (
        tuple(counted.asked.names[asked.start : asked.stop]),
        tuple(counted.asked.options),
        counted.asked.strata or (SUM,),
    )
    answers = counted.cells[unit, asked.start : asked.stop, : len(labels[1])]
    people = _people(counted, unit, measure, answers.shape)
    axes = tuple(axis for axis, size in enumerate(answers.shape) if size > 1)
    # a direction with one place has no sum beside it
    cells = answers.reshape([answers.shape[axis] for axis in axes])
    people = people[tuple(slice(None) if axis in axes else 0 for axis in range(3))]
    whole = with_margins(cells)
    told = _told(whole, axes, options_told)
    hidden = hidden_cells(cells, people < least, told)
    if hidden is None or people[(-1,) * len(axes)] < least:
        hidden = np.ones(whole.shape, dtype=np.bool_)
    for cell in np.ndindex(*whole.shape):
        at = dict(zip(axes, cell, strict=True))
        question, option, stratum = ((*each, SUM)[at.get(axis, 0)] for axis, each in enumerate(labels))
        number = None if hidden[cell] else int(whole[cell])
        yield BreakdownCell(counted.units[unit], measure, question, option, stratum, number)


def _told(whole: IntArray, axes: tuple[int, ...], options_told: bool) -> BoolArray:
    """What results tell: how many answers there are, perhaps those of each option, and what follows from none."""
    told = np.zeros(whole.shape, dtype=np.bool_)
    sums = tuple(slice(None) if axis == 1 and options_told else -1 for axis in axes)
    told[sums] = True
    if options_told and 1 in axes:
        at = axes.index(1)
        nobody = np.take(whole, -1, axis=0) if at else whole
        while nobody.ndim > 1:
            nobody = nobody[..., -1]
        np.moveaxis(told, at, 0)[nobody == 0] = True
    return told


def _people(counted: CountedAnswers, unit: int, measure: str, shape: tuple[int, ...]) -> IntArray:
    """From how many respondents each number comes, sums included: one may have answered several questions."""
    answers = counted.said(unit, measure)
    numbers = (answers.question - counted.asked.asked(measure).start, answers.option, answers.stratum)
    _, person = np.unique(answers.respondent, return_inverse=True)
    size = int(person.max(initial=0)) + 1
    found = np.zeros([each + 1 for each in shape], dtype=np.int64)
    for kept in itertools.product((False, True), repeat=3):
        # in a direction that is summed over every answer stands at the last place
        places = [
            each if keeps else np.full_like(each, most) for each, keeps, most in zip(numbers, kept, shape, strict=True)
        ]
        keys = np.unique(distinct((*places, person), (*found.shape, size))) // size
        found += np.bincount(keys, minlength=found.size).reshape(found.shape)
    return found
