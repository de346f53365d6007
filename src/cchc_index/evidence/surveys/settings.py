"""What a cycle says of a survey beside its questions, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from cchc_index.evidence.surveys.faults import ALLOWED
from cchc_index.evidence.surveys.questionnaire import Questionnaire
from cchc_index.problems.problem import Problem
from cchc_index.values.units import near_names

LEAST_SHOWN = 5  #: respondents that a number must come from, unless more are wanted
MOST_PLACES = 12


def parameter_faults(
    asked: Questionnaire,
    satisfied: Sequence[str],
    design_weights: Mapping[str, Decimal],
    places: int | None,
    least: int,
    suppress_below: int,
    allow: Sequence[str],
) -> Iterator[Problem]:
    """What is wrong with the parameters of a builder of surveys; its fields are explained there."""
    yield from asked.faults()
    for name in satisfied:
        if name not in asked.options:
            said = {"name": name, "known": ", ".join(asked.options)}
            yield Problem("survey.satisfied", path="satisfied", arguments=said)
    if len(set(satisfied)) < len(satisfied):
        twice = next(name for name in satisfied if list(satisfied).count(name) > 1)
        yield Problem("survey.twice", path="satisfied", arguments={"name": twice})
    if design_weights and set(design_weights) != set(asked.strata):
        names = ", ".join(sorted(set(design_weights) ^ set(asked.strata)))
        yield Problem("survey.design", path="design_weights", arguments={"names": names})
    for name, weight in design_weights.items():
        if weight <= 0:
            yield Problem("survey.design_weight", path=f"design_weights.{name}", arguments={"value": str(weight)})
    if places is not None and not 0 <= places <= MOST_PLACES:
        yield Problem("survey.places", path="places", arguments={"value": str(places), "most": str(MOST_PLACES)})
    if suppress_below < LEAST_SHOWN:
        said = {"value": str(suppress_below), "least": str(LEAST_SHOWN)}
        yield Problem("survey.suppress_below", path="suppress_below", arguments=said)
    if least < suppress_below:
        said = {"value": str(least), "least": str(suppress_below)}
        yield Problem("survey.least", path="least", arguments=said)
    for kind in allow:
        if kind not in ALLOWED:
            hint = ", ".join(near_names(kind, ALLOWED))
            said = {"name": kind, "known": ", ".join(ALLOWED), "hint": hint}
            yield Problem("survey.allow", path="allow", arguments=said)
