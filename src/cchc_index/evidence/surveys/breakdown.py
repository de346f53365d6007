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
from cchc_index.evidence.surveys.figures import Wanted
from cchc_index.evidence.surveys.suppressing import hidden_cells, with_margins
from cchc_index.values.text import quiet

if TYPE_CHECKING:
    from cchc_index.values.exact import IntArray

HIDDEN: Final = "c"  #: what stands for a number that is not shown: confidential
SUM: Final = "*"  #: what stands for all questions, options or groups of respondents together
OPTION: Final = 1  #: the direction of options
STRATUM: Final = 2  #: the direction of groups of respondents
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


def breakdown_of(counted: CountedAnswers, least: int, beside: Wanted | None) -> Breakdown:
    """The answers that may be published.

    Args:
        counted: The answers.
        least: How many respondents a number must come from to be shown.
        beside: The figures that are published beside the table; None where none are.
    """
    found: list[BreakdownCell] = []
    for unit in range(len(counted.units)):
        for measure in counted.measures:
            found += _cells(counted, unit, measure, least, beside)
    return Breakdown(least, tuple(found))


def _cells(
    counted: CountedAnswers, unit: int, measure: str, least: int, beside: Wanted | None
) -> Iterator[BreakdownCell]:
    asked = counted.asked.asked(measure)
    labels = (
        tuple(counted.asked.names[asked.start : asked.stop]),
        tuple(counted.asked.options),
        counted.asked.strata or (SUM,),
    )
    answers = counted.cells[unit, asked.start : asked.stop, : len(labels[1])]
    people = _people(counted, unit, measure, answers.shape)
    shown = _shown(answers, people, least, beside)
    for cell in np.ndindex(*people.shape):
        # in a direction with one place there is no sum beside it
        if any(at == size == 1 for at, size in zip(cell, answers.shape, strict=True)):
            continue
        question, option, stratum = ((*each, SUM)[at] for each, at in zip(labels, cell, strict=True))
        yield BreakdownCell(counted.units[unit], measure, question, option, stratum, shown.get(cell))


def _shown(answers: IntArray, people: IntArray, least: int, beside: Wanted | None) -> dict[tuple[int, ...], int]:
    """The numbers that are shown, of a table by question, option and group of respondents with all sums.

    Figures that are published beside it are equations between its numbers. Means and shares of the answers follow from
    the sums of the options: these count as known, and where one of them is small nothing is shown by option. A rate of
    the population joins options and groups, whose sums would together give single cells away: nothing is shown by
    group.
    """
    by_option = people[-1, :-1, -1]
    tells_options = beside is not None and (beside.counts or bool(beside.rates))
    dropped: set[int] = set()
    if beside is not None and beside.population and beside.rates:
        dropped.add(STRATUM)
    if tells_options and ((by_option > 0) & (by_option < least)).any():
        dropped.add(OPTION)
    for summed in (dropped, dropped | {OPTION}):
        found = _safe(answers, people, least, summed, tells_total=beside is not None, tells_options=tells_options)
        if found is not None:
            return found
    return {}


def _safe(
    answers: IntArray, people: IntArray, least: int, summed: set[int], *, tells_total: bool, tells_options: bool
) -> dict[tuple[int, ...], int] | None:
    """What may be shown of a table of which some directions are summed over; None where that cannot be made safe."""
    axes = tuple(axis for axis, size in enumerate(answers.shape) if size > 1 and axis not in summed)
    only = tuple(axis for axis in range(answers.ndim) if axis not in axes)
    cells = answers.sum(axis=only)
    # what is summed over stands at the last place of the people, or has one place only
    own = people[tuple(slice(None) if axis in axes else -1 for axis in range(people.ndim))]
    if own[(-1,) * len(axes)] < least:
        return {}
    whole = with_margins(cells)
    told = np.zeros(whole.shape, dtype=np.bool_)
    if tells_total:
        told[(-1,) * len(axes)] = True
    if tells_options and OPTION in axes:
        at = axes.index(OPTION)
        told[tuple(slice(None) if axis == at else -1 for axis in range(len(axes)))] = True
        nobody = whole[tuple(slice(None) if axis == at else -1 for axis in range(len(axes)))] == 0
        np.moveaxis(told, at, 0)[nobody] = True  # an option that nobody chose was chosen nowhere
    hidden = hidden_cells(cells, own < least, told)
    if hidden is None:
        return None
    found: dict[tuple[int, ...], int] = {}
    for cell in map(tuple, np.argwhere(~hidden).tolist()):
        at_axis = dict(zip(axes, cell, strict=True))
        place = tuple(
            at_axis.get(axis, size if axis in summed and size > 1 else 0) for axis, size in enumerate(answers.shape)
        )
        found[place] = int(whole[cell])
    return found


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
