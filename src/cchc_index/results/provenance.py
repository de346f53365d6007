"""What every picture repeats of a result: the set with its status, the data, the stage, and what is still to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.tree import enters
from cchc_index.messages import phrase, stage_word
from cchc_index.problems.problem import Language
from cchc_index.results.warnings import ResultWarning
from cchc_index.rules.columns import write_number


def said_of(assessment: Assessment, awaiting: Iterable[ResultWarning], language: Language) -> tuple[str, ...]:
    """The lines beneath a picture's title."""
    return (
        *set_words(assessment, language),
        *_data_words(assessment, language),
        *notes(assessment, awaiting, language),
    )


def set_words(assessment: Assessment, language: Language) -> Iterator[str]:
    """The set's title, name and stage; and its status with the decision."""
    criteria, source = assessment.criteria, assessment.criteria.source
    title = criteria.title.say(language)
    yield phrase("chart.set", language, title=title, name=criteria.name, stage=stage_word(assessment.stage, language))
    said = source.cited(language)
    line = phrase("heading.set", language, status=phrase(f"source.{source.status}", language))
    yield line + (f" ({said})" if said else "")


def _data_words(assessment: Assessment, language: Language) -> Iterator[str]:
    origin = assessment.origin
    if origin is None:
        return
    words = phrase("heading.data", language, data=phrase(f"data.{origin.data}", language))
    yield words + (f" ({origin.source.say(language)})" if origin.source else "")


def notes(assessment: Assessment, awaiting: Iterable[ResultWarning], language: Language) -> Iterator[str]:
    """What is still to come, which raw records were left out, and that a stage scores a part of the set."""
    criteria = assessment.criteria
    waiting = [f"{each.code} {criteria.node(each.code).criterion.title.say(language)}" for each in awaiting]
    if waiting:
        yield phrase("heading.awaiting", language, criteria="; ".join(waiting))
    left = assessment.origin.left_out if assessment.origin else ()
    rows = [phrase("warning.left_out", language, files=e.files, what=e.kind, rows=str(e.rows)) for e in left]
    if rows:
        yield f"{phrase('note.left_out', language)} {'; '.join(rows)}"
    leaves = [leaf for leaf in criteria.leaves if enters(leaf, assessment.stage)]
    if len(leaves) < len(criteria.leaves):
        scored = sum((leaf.criterion.max_points for leaf in leaves), Decimal(0))
        most = sum((leaf.criterion.max_points for leaf in criteria.leaves), Decimal(0))
        figures = {"points": write_number(scored, language), "most": write_number(most, language)}
        yield phrase("heading.partial", language, **figures)
