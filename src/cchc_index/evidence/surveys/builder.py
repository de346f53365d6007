"""The builder of surveys: answers in, and for each unit counts, shares and rates out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal

import attrs
import numpy as np

from cchc_index.builders.contract import CountedFile, Evidence, EvidenceBuilder, Measure, RawFile
from cchc_index.evidence.raw import sha256_of
from cchc_index.evidence.surveys.answers import AnswerReader, screened
from cchc_index.evidence.surveys.counted import CountedAnswers
from cchc_index.evidence.surveys.faults import Faults
from cchc_index.evidence.surveys.figures import Wanted, figures_of, measures_of, names_twice
from cchc_index.evidence.surveys.forms_sent import Sample, read_sample
from cchc_index.evidence.surveys.questionnaire import Questionnaire
from cchc_index.evidence.surveys.settings import LEAST_SHOWN, parameter_faults
from cchc_index.evidence.surveys.survey import Survey
from cchc_index.evidence.surveys.tables import WORDS, Rows, rows_of
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Place, Problem
from cchc_index.values.contexts import own_context
from cchc_index.values.text import Text

Counts = Literal["safe", "all", "none"]


@attrs.frozen
class SurveyAnswers(EvidenceBuilder):
    """Counts the answers of a survey, one row an answer, with the columns respondent, unit, question, option, stratum.

    Attributes:
        questions: For each measure the questions that make it.
        options: For each option its weight in per cent; the best weighs 100.
        excluded: Options that are counted and enter no rate, such as "no opinion".
        spelt: For options what the files write for them.
        ignored: Questions of the survey that are not counted.
        unread: Columns of the files that are not looked at, such as comments.
        satisfied: The options whose share of the answers is given.
        places: The decimals of rates, half up; without it no rate is given, since counts are exact.
        strata: The groups of respondents, as the column stratum names them.
        design_weights: For each group how many people it stands for, or any weight that is proportional to it.
        sample: The file among the entry's that says how many forms were sent (unit, stratum, sent, population).
        population: Whether that file's column population weighs the groups of each unit.
        counts: Whether the answers for each option are given: `safe` where none of them comes from fewer respondents
            than may be shown, `all` whatever they are, `none`.
        least: The fewest respondents of whom a figure is given.
        suppress_below: Numbers of fewer respondents are shown in no breakdown; at least 5.
        allow: Kinds of faulty rows that are left out.

    Example:
        >>> rows = [{"respondent": f"r{n}", "unit": "a", "question": "q", "option": "good" if n < 6 else "poor"}
        ...         for n in range(12)]
        >>> asked = SurveyAnswers({"service": ("q",)}, {"good": Decimal(100), "poor": Decimal(0)}, places=2)
        >>> asked.read(rows).evidence.of("a")["service_rate_of_answers"]
        Decimal('50.00')
    """

    purpose: ClassVar[Text] = Text(
        (("vi", "điều tra xã hội học: mỗi dòng một câu trả lời"), ("en", "a survey: one row an answer"))
    )

    questions: Mapping[str, tuple[str, ...]] = attrs.field(hash=False)
    options: Mapping[str, Decimal] = attrs.field(hash=False)
    excluded: tuple[str, ...] = ()
    spelt: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict, hash=False)
    ignored: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    satisfied: tuple[str, ...] = ()
    places: int | None = None
    strata: tuple[str, ...] = ()
    design_weights: Mapping[str, Decimal] = attrs.field(factory=dict, hash=False)
    sample: str = ""
    population: bool = False
    counts: Counts = "safe"
    least: int = LEAST_SHOWN
    suppress_below: int = LEAST_SHOWN
    allow: tuple[str, ...] = ()

    @property
    def asked(self) -> Questionnaire:
        """What is asked, and what may be answered."""
        return Questionnaire(self.questions, self.options, self.excluded, self.spelt, self.ignored, self.strata)

    @property
    def wanted(self) -> Wanted:
        """Which figures are given."""
        is_weighted = bool(self.design_weights) or self.population
        return Wanted(self.counts != "none", self.places, self.satisfied, is_weighted, bool(self.sample))

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Counts of each option, answers and respondents of each measure, its rates, and the rate of response."""
        return measures_of(self.asked, self.wanted)

    def build(self, files: Sequence[RawFile], units: Sequence[str] | None, /) -> Evidence | list[Problem]:
        """The figures of each unit, or all that is wrong with the files."""
        is_sample = [bool(self.sample) and f"/{file.name}".endswith(f"/{self.sample}") for file in files]
        samples = [file for file, found in zip(files, is_sample, strict=True) if found]
        if self.sample and len(samples) != 1:
            names = ", ".join(file.name for file in files)
            return [Problem("survey.sample_file", path="sample", arguments={"name": self.sample, "names": names})]
        answers = [file for file, found in zip(files, is_sample, strict=True) if not found]
        hashes = {file.name: file.path for file in files}
        found = self._count(answers, samples[0] if samples else None, units)
        if isinstance(found, list):
            return found
        counted = tuple(CountedFile(name, sha256_of(hashes[name]), rows) for name, rows in found.rows.items())
        return attrs.evolve(found.survey.evidence, files=counted, intervals=found.survey.intervals)

    @own_context
    def read(self, *tables: object, sample: object = None, units: Sequence[str] | None = None) -> Survey:
        """The survey that some tables hold, for a program.

        Args:
            tables: The answers: paths, data frames, or rows of dicts.
            sample: The forms that were sent, likewise; in place of the file that `sample` names.
            units: The units that may be named; None for any.

        Raises:
            AssessmentError: Something is wrong with the tables.
            MissingExtraError: The extra that they need is not installed.
        """
        listed = [
            rows_of(table, f"rows {number}" if len(tables) > 1 else "rows") for number, table in enumerate(tables, 1)
        ]
        builder = attrs.evolve(self, sample="sample") if sample is not None else self
        found = builder._count(listed, None if sample is None else rows_of(sample, "sample"), units)
        if isinstance(found, list):
            raise AssessmentError(found)
        return found.survey

    def _count(
        self, tables: Sequence[Rows], sample_table: Rows | None, units: Sequence[str] | None
    ) -> _Found | list[Problem]:
        asked = self.asked
        problems = list(self._faults(sample_table))
        if problems:
            return problems
        faults = Faults(self.allow)
        sample, rows = None, {}
        if sample_table is not None:
            read, rows[sample_table.name] = read_sample(sample_table, asked, units, WORDS)
            if isinstance(read, list):
                problems += read
            else:
                sample = read
        reader = AnswerReader(asked, units, sample, faults, self.unread)
        for table in sorted(tables, key=lambda each: each.name):
            rows[table.name] = reader.read(table)
        problems += reader.problems
        if not tables:
            problems.append(Problem("survey.empty"))
        answers = screened(reader.answers(), len(asked.names), faults)
        counted = CountedAnswers(asked, answers, self._design(answers.units, sample), sample)
        counted, left = self._without_small(counted, units is not None, faults)
        self._look_at_units(counted, left, units is not None, faults)
        problems += [*faults.problems(), *self._overflows(counted, sample_table)]
        if problems:
            return problems
        figures = figures_of(counted, self.wanted, left)
        spread = tuple(counted.rows(unit) for unit in range(len(counted.units)))
        evidence = Evidence(counted.units, figures, spread, left_out=faults.left_out())
        return _Found(Survey(evidence, counted, self.wanted, self.suppress_below), rows)

    def _faults(self, sample_table: Rows | None) -> Iterator[Problem]:
        """What is wrong with the parameters."""
        yield from parameter_faults(
            self.asked,
            self.satisfied,
            self.design_weights,
            self.places,
            self.least,
            self.suppress_below,
            self.allow,
        )
        for name in names_twice([each.name for each in self.measures]):
            yield Problem("survey.figure_twice", path="questions", arguments={"name": name})
        if self.population and (self.design_weights or not self.strata or sample_table is None):
            yield Problem("survey.population", path="population")

    def _design(self, units: Sequence[str], sample: Sample | None) -> Mapping[str, Mapping[int, Fraction]] | None:
        """For how many people each group of each unit's respondents stands."""
        if self.design_weights:
            numbers = {number: Fraction(self.design_weights[name]) for number, name in enumerate(self.strata)}
            return dict.fromkeys(units, numbers)
        if not self.population or sample is None:
            return None
        found: dict[str, dict[int, Fraction]] = {unit: {} for unit in units}
        for (unit, stratum), people in sample.population.items():
            found.setdefault(unit, {})[stratum] = people
        return found

    def _without_small(
        self, counted: CountedAnswers, is_registered: bool, faults: Faults
    ) -> tuple[CountedAnswers, frozenset[tuple[int, str]]]:
        """The answers without those of units of which too few respondents answered the questions of a measure."""
        small = [
            (unit, measure)
            for unit in range(len(counted.units))
            for measure in counted.measures
            if counted.respondents(unit, measure) < self.least
        ]
        if not small:
            return counted, frozenset()
        answers = counted.answers
        left = np.zeros(len(answers), dtype=np.bool_)
        for unit, measure in small:
            asked = counted.asked.asked(measure)
            left |= (answers.unit == unit) & (answers.question >= asked.start) & (answers.question < asked.stop)
        unit, measure = small[0]
        said = (
            ("cases", str(len(small))),
            ("measure", measure),
            ("unit", counted.units[unit] if is_registered else "-"),
            ("least", str(self.least)),
        )
        faults.add("small_sample", int(left.sum()), answers.places(left), said)
        return attrs.evolve(counted, answers=answers.where(~left)), frozenset(small)

    def _look_at_units(
        self, counted: CountedAnswers, left: frozenset[tuple[int, str]], is_registered: bool, faults: Faults
    ) -> None:
        """Groups of respondents of whom nobody answered, and counts of options that tell of too few."""
        silent: list[tuple[int, str]] = []
        small: list[tuple[int, str]] = []
        for unit in range(len(counted.units)):
            for measure in (each for each in counted.measures if (unit, each) not in left):
                if self.wanted.population and self.wanted.rates:
                    silent += [(unit, measure)] * len(counted.silent_strata(unit, measure))
                if self.counts == "safe":
                    people = [counted.supporters(unit, measure, each) for each in range(len(counted.asked.all_options))]
                    small += [(unit, measure)] * sum(0 < each < self.suppress_below for each in people)
        for kind, cases in (("empty_stratum", silent), ("small_cell", small)):
            if cases:
                name = counted.units[cases[0][0]] if is_registered else "-"
                said = (("measure", cases[0][1]), ("unit", name), ("least", str(self.suppress_below)))
                faults.add(kind, len(cases), said=said)

    def _overflows(self, counted: CountedAnswers, sample_table: Rows | None) -> Iterator[Problem]:
        """Units from which more forms came back than were sent."""
        if counted.sample is None or sample_table is None:
            return
        for unit, name in enumerate(counted.units):
            sent = counted.sample.sent_to(name)
            people = counted.respondents(unit)
            if sent is not None and people > sent:
                said = {"unit": name, "respondents": str(people), "sent": str(sent)}
                yield Problem("survey.over_sent", Place(sample_table.name), arguments=said)
        if self.population and not counted.sample.population:
            yield Problem("survey.no_population", Place(sample_table.name))


@attrs.frozen(eq=False)
class _Found:
    """A counted survey, and how many rows each table has."""

    survey: Survey
    rows: Mapping[str, int]
