"""Rows of answers into columns of numbers: who answered is a number that says nothing.

A respondent's identifier is hashed with a salt of this one reading, which is never written anywhere: it only tells
whether two rows are one respondent's.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.builders.contract import RawRow
from cchc_index.evidence.surveys.faults import ROW_KINDS, Faults, shape_problems
from cchc_index.evidence.surveys.forms_sent import Sample
from cchc_index.evidence.surveys.questionnaire import Questionnaire
from cchc_index.evidence.surveys.tables import COLUMNS, STRATUM, WORDS, Rows
from cchc_index.problems.problem import Place, Problem
from cchc_index.values.headings import meaning_of

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray, IntArray

BLANK: Final = ROW_KINDS[0]
_IGNORED: Final = "ignored"  #: a row of a question that is not counted
_MOST_KEPT: Final = 100_000  #: distinct rows whose meaning is remembered; more are looked at again
_COLUMNS: Final = ("unit", "question", "option", "stratum", "respondent", "table", "line")


@attrs.frozen(eq=False)
class GivenAnswers:
    """Answers that count, a number in each column for each; those of a unit stand together.

    Attributes:
        units: The units, in order of their names.
        unit: The unit's place.
        question: The question's number.
        option: The option's number.
        stratum: The number of the group of respondents; 0 where none are told apart.
        respondent: A number for each respondent of this reading.
        table: The table's place among `tables`.
        line: The row.
        tables: The tables, each with its sheet, "" where there is none.
    """

    units: tuple[str, ...]
    unit: IntArray
    question: IntArray
    option: IntArray
    stratum: IntArray
    respondent: IntArray
    table: IntArray
    line: IntArray
    tables: tuple[tuple[str, str], ...]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.unit)

    def where(self, kept: BoolArray) -> GivenAnswers:
        """Some of them."""
        return attrs.evolve(self, **{name: getattr(self, name)[kept] for name in _COLUMNS})

    def of(self, unit: int) -> GivenAnswers:
        """Those of one unit, which stand together."""
        start, stop = np.searchsorted(self.unit, (unit, unit + 1)).tolist()
        return attrs.evolve(self, **{name: getattr(self, name)[start:stop] for name in _COLUMNS})

    def places(self, rows: BoolArray) -> Iterator[Place]:
        """Where some of them stand."""
        for table, line in zip(self.table[rows].tolist(), self.line[rows].tolist(), strict=True):
            name, sheet = self.tables[table]
            yield Place(name, line, sheet=sheet or None)


class AnswerReader:
    """Reads tables of answers one after another."""

    def __init__(
        self,
        asked: Questionnaire,
        units: Collection[str] | None,
        sample: Sample | None,
        faults: Faults,
        unread: Sequence[str] = (),
    ) -> None:
        """Take what was asked, of whom, where what is wrong goes, and the columns that are not looked at."""
        self._known_columns = (*COLUMNS, STRATUM, *map(meaning_of, unread))
        self.asked, self.sample, self.faults = asked, sample, faults
        self.known = None if units is None else frozenset(units)
        self.columns = (*COLUMNS, STRATUM) if asked.strata else COLUMNS
        self.problems: list[Problem] = []
        self._salt = secrets.token_bytes(16)
        self._respondents: dict[bytes, int] = {}
        self._tables: list[tuple[str, str]] = []
        self._units: dict[str, int] = {}
        self._found: list[tuple[int, ...]] = []
        self._faulty: dict[str, list[Place]] = {}
        self._meant: dict[tuple[str, str, str, str], tuple[str, int, int, int]] = {}

    def read(self, table: Rows) -> int:
        """Take a table's answers; how many rows it has."""
        problems: list[Problem] = []
        count = 0
        # a group of respondents that is not asked for may stand there and is not looked at
        for row in table.rows(self._known_columns, self.columns, WORDS):
            if isinstance(row, Problem):
                problems.append(row)
                continue
            count += 1
            self._take(row)
        if not count and not problems:
            self.problems.append(Problem("survey.empty", Place(table.name)))
        self.problems.extend(shape_problems(problems))
        return count

    def _take(self, row: RawRow) -> None:
        said = (row["unit"], row["question"], row["option"], row[STRATUM] if self.asked.strata else "")
        if (meant := self._meant.get(said)) is None:
            if len(self._meant) >= _MOST_KEPT:
                self._meant.clear()
            meant = self._meant[said] = self._meaning(*said)
        kind, *numbers = meant
        if kind == _IGNORED:
            return
        respondent = row["respondent"]
        place = row.place()
        if not respondent or kind:
            where = Place(place.file, place.line, sheet=place.sheet)
            self._faulty.setdefault(kind if respondent else BLANK, []).append(where)
            return
        hashed = hashlib.blake2b(respondent.encode(), key=self._salt, digest_size=16).digest()
        person = self._respondents.setdefault(hashed, len(self._respondents))
        source = (place.file, place.sheet or "")
        if not self._tables or self._tables[-1] != source:
            self._tables.append(source)
        unit = self._units.setdefault(said[0], len(self._units))
        self._found.append((unit, *numbers, person, len(self._tables) - 1, place.line or 0))

    def _meaning(self, unit: str, question: str, option: str, stratum: str) -> tuple[str, int, int, int]:
        """The first thing that is wrong with what a row says, "" for nothing; and the numbers of what it says."""
        asked = self.asked
        if question and asked.ignores(question):
            return _IGNORED, 0, 0, 0
        asks, answers = asked.question(question), asked.option(option)
        group = asked.stratum(stratum) if asked.strata else 0
        checks = (
            not (unit and question),
            self.known is not None and unit not in self.known,
            asks is None,
            not option,
            answers is None,
            group is None,
            self.sample is not None and not self.sample.lists(unit, group or 0),
        )
        kind = next((kind for kind, is_wrong in zip(ROW_KINDS, checks, strict=False) if is_wrong), "")
        return kind, asks or 0, answers or 0, group or 0

    def answers(self) -> GivenAnswers:
        """The answers of all tables."""
        for kind, faulty in self._faulty.items():
            self.faults.add(kind, len(faulty), faulty)
        found = np.array(self._found, dtype=np.int64).reshape(len(self._found), len(_COLUMNS))
        ordered = sorted(self._units)
        if ordered:
            places = np.zeros(len(ordered), dtype=np.int64)
            places[[self._units[name] for name in ordered]] = np.arange(len(ordered))
            found[:, 0] = places[found[:, 0]]
        found = found[np.argsort(found[:, 0], kind="stable")]
        columns = {name: found[:, number] for number, name in enumerate(_COLUMNS)}
        return GivenAnswers(units=tuple(ordered), tables=tuple(self._tables), **columns)


def screened(answers: GivenAnswers, questions: int, faults: Faults) -> GivenAnswers:
    """The answers without those of which nobody can say which one counts, or that would tell of one respondent.

    Args:
        answers: The answers.
        questions: How many questions there are.
        faults: Where what is wrong goes.
    """
    size = int(answers.respondent.max()) + 1 if len(answers) else 1
    person = answers.unit * size + answers.respondent
    twice = _counts(person * questions + answers.question) > 1
    answers, person = _without(answers, person, twice, "answered_twice", faults)
    _, inverse = np.unique(person, return_inverse=True)
    least = np.full(inverse.max(initial=-1) + 1, np.iinfo(np.int64).max)
    most = np.full(len(least), -1)
    np.minimum.at(least, inverse, answers.stratum)
    np.maximum.at(most, inverse, answers.stratum)
    answers, person = _without(answers, person, (least != most)[inverse], "two_strata", faults)
    alone = _counts(answers.unit * questions + answers.question) == 1  # nobody answers one question twice by now
    return _without(answers, person, alone, "lone_respondent", faults)[0]


def _counts(keys: IntArray) -> IntArray:
    """For each row how many rows have its key."""
    _, inverse, times = np.unique(keys, return_inverse=True, return_counts=True)
    found: IntArray = times[inverse]
    return found


def _without(
    answers: GivenAnswers, person: IntArray, wrong: BoolArray, kind: str, faults: Faults
) -> tuple[GivenAnswers, IntArray]:
    if not wrong.any():
        return answers, person
    faults.add(kind, int(wrong.sum()), answers.places(wrong))
    return answers.where(~wrong), person[~wrong]


def distinct(keys: Iterable[IntArray], sizes: Sequence[int]) -> IntArray:
    """One key for each row out of several numbers, of which each is less than its size."""
    found: IntArray | int = 0
    for key, size in zip(keys, sizes, strict=True):
        found = found * size + key
    return np.asarray(found, dtype=np.int64)
