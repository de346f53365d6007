"""What a survey asks and how answers count: questions by measure, options with weights, groups of respondents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from cchc_index.problems.problem import Problem
from cchc_index.values.text import folded

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_OPTION = re.compile(r"[a-z_]+")  # as the rule `survey` wants its fields called


@attrs.frozen(eq=False)
class Questionnaire:
    """What is asked, and what may be answered; whatever a file holds beside it is no answer.

    Attributes:
        questions: For each measure its questions.
        options: For each option its weight in per cent.
        excluded: Options that are counted and enter no rate.
        spelt: For options what the files write for them.
        ignored: Questions that are not counted.
        strata: The groups of respondents; empty where they are not told apart.

    Example:
        >>> asked = Questionnaire({"service": ("q1", "q2")}, {"good": Decimal(100), "poor": Decimal(0)}, ("none",))
        >>> asked.names, asked.all_options, asked.question("Q2"), asked.option("None"), asked.option("bad")
        (('q1', 'q2'), ('good', 'poor', 'none'), 1, 2, None)
    """

    questions: Mapping[str, tuple[str, ...]]
    options: Mapping[str, Decimal]
    excluded: tuple[str, ...] = ()
    spelt: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    ignored: tuple[str, ...] = ()
    strata: tuple[str, ...] = ()
    names: tuple[str, ...] = attrs.field(init=False)
    all_options: tuple[str, ...] = attrs.field(init=False)
    _questions: Mapping[str, int] = attrs.field(init=False, repr=False)
    _ignored: frozenset[str] = attrs.field(init=False, repr=False)
    _options: Mapping[str, int] = attrs.field(init=False, repr=False)
    _strata: Mapping[str, int] = attrs.field(init=False, repr=False)

    @names.default
    def _every_question(self) -> tuple[str, ...]:
        return tuple(each for asked in self.questions.values() for each in asked)

    @all_options.default
    def _every_option(self) -> tuple[str, ...]:
        return (*self.options, *self.excluded)

    @_questions.default
    def _questions_by_text(self) -> Mapping[str, int]:
        return {folded(name): number for number, name in enumerate(self.names)}

    @_ignored.default
    def _ignored_texts(self) -> frozenset[str]:
        return frozenset(map(folded, self.ignored))

    @_options.default
    def _options_by_text(self) -> Mapping[str, int]:
        texts = {folded(name): number for number, name in enumerate(self.all_options)}
        for name, words in self.spelt.items():
            texts |= {folded(word): texts[folded(name)] for word in words if folded(name) in texts}
        return texts

    @_strata.default
    def _strata_by_text(self) -> Mapping[str, int]:
        return {folded(name): number for number, name in enumerate(self.strata)}

    def question(self, text: str) -> int | None:
        """The number of a question that is counted; None for any other."""
        return self._questions.get(folded(text))

    def ignores(self, text: str) -> bool:
        """Whether a question is one that is declared and not counted."""
        return folded(text) in self._ignored

    def option(self, text: str) -> int | None:
        """The number of an option; None for what is none."""
        return self._options.get(folded(text))

    def stratum(self, text: str) -> int | None:
        """The number of a group of respondents; None for what is none."""
        return self._strata.get(folded(text))

    def asked(self, measure: str) -> range:
        """The numbers of the questions of a measure."""
        start = 0
        for name, asked in self.questions.items():
            if name == measure:
                return range(start, start + len(asked))
            start += len(asked)
        raise KeyError(measure)

    @property
    def scores(self) -> tuple[Fraction, ...]:
        """The weight of each option that enters rates, in per cent."""
        return tuple(Fraction(weight) for weight in self.options.values())

    def faults(self) -> Iterator[Problem]:
        """What cannot be asked so: nothing to count, names that stand twice, weights that are none."""
        if not self.names:
            yield Problem("survey.no_questions", path="questions")
        if not self.options:
            yield Problem("survey.no_options", path="options")
        yield from self._misnamed()
        yield from self._repeated()
        for name, weight in self.options.items():
            if not 0 <= weight <= 100:
                yield Problem("survey.weight", path=f"options.{name}", arguments={"value": str(weight)})
        if self.options and max(self.options.values()) != 100:
            most = str(max(self.options.values()))
            yield Problem("survey.best", path="options", arguments={"value": most})
        for name in self.spelt:
            if name not in self.all_options:
                known = ", ".join(self.all_options)
                yield Problem("survey.spelt", path=f"spelt.{name}", arguments={"name": name, "known": known})

    def _misnamed(self) -> Iterator[Problem]:
        """Names of measures and options go into names of figures and of fields."""
        for measure, asked in self.questions.items():
            if not _NAME.fullmatch(measure):
                yield Problem("survey.name", path=f"questions.{measure}", arguments={"name": measure})
            if not asked:
                yield Problem("survey.no_questions", path=f"questions.{measure}")
        for path, names in (("options", tuple(self.options)), ("excluded", self.excluded)):
            for name in names:
                if not _OPTION.fullmatch(name):
                    yield Problem("survey.name", path=f"{path}.{name}", arguments={"name": name})

    def _repeated(self) -> Iterator[Problem]:
        """A text with two meanings would be counted as one of them."""
        words = [(f"spelt.{name}", word) for name, said in self.spelt.items() for word in said if word != name]
        listed = {
            "questions": [*(("questions", name) for name in self.names), *(("ignored", each) for each in self.ignored)],
            "options": [
                *(("options", each) for each in self.options),
                *(("excluded", e) for e in self.excluded),
                *words,
            ],
            "strata": [("strata", name) for name in self.strata],
        }
        for names in listed.values():
            seen: set[str] = set()
            for path, name in names:
                if folded(name) in seen or not name.strip():
                    yield Problem("survey.twice", path=path, arguments={"name": name})
                seen.add(folded(name))
