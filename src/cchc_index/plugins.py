"""The plugin author's one import: ``from cchc_index.plugins import ...``.

A plugin is a distribution with an entry point in the group ``cchc_index`` that names a module. The module says which
hook API it was written for (``cchc_index_api = 1``) and implements one or more of the hooks, each marked with
`hookimpl`:

``cchc_register_rules() -> Mapping[str, type[ScoringRule]]``
    Scoring rules by short name.
``cchc_register_classifiers() -> Mapping[str, type[Classifier]]``
    Classifiers by short name.
``cchc_register_aggregations() -> Mapping[str, type[Aggregation]]``
    Ways to combine the parts of a node, by short name.
``cchc_register_evidence() -> Mapping[str, type[EvidenceBuilder]]``
    Builders of evidence by short name, which count raw records for a cycle.
``cchc_register_criteria() -> Mapping[str, Traversable]``
    Criteria files by id and edition.

In criteria files the names carry the entry point's name as prefix: ``cao_bang.on_time``.

Example:
    >>> import attrs
    >>> from decimal import Decimal
    >>> from cchc_index.plugins import Case, Field, ScoringRule, per_unit
    >>> @attrs.frozen
    ... class HalfForTrying(ScoringRule):
    ...     reads = ((Field("tried", "yes_no"), Field("done", "yes_no")),)
    ...
    ...     @per_unit
    ...     def score(self, case: Case) -> Decimal:
    ...         return case.max_points if case.values["done"] else case.max_points / 2 * case.values["tried"]
    ...
    ...     def reason(self, case: Case) -> str:
    ...         return case.say(vi="đã làm", en="done") if case.values["done"] else case.say(vi="đã thử", en="tried")
    >>> from cchc_index.testing import points_of
    >>> points_of(HalfForTrying(), 3, {"tried": ["1", "1", "0"], "done": ["1", "0", "0"]})
    ['3.00', '1.50', '0.00']
"""

from __future__ import annotations

from cchc_index.aggregations.contract import Aggregation, Combination, Part, Parts
from cchc_index.bands.contract import Band, Classification, Classifier, Excused, Move, Near, Placing, Standings
from cchc_index.bands.needs import Need
from cchc_index.bands.nodes import NodeColumns
from cchc_index.bands.thresholds import ThresholdClassifier, Thresholds
from cchc_index.builders.contract import (
    CountedFile,
    Evidence,
    EvidenceBuilder,
    Interval,
    LeftOut,
    Measure,
    RawFile,
    RawRow,
)
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Problem
from cchc_index.registry.hookspecs import API_VERSION, hookimpl
from cchc_index.rules.columns import Case, Column, Field, FieldColumn, Wording
from cchc_index.rules.contract import Leaf, NotApplicable, Points, Probe, Refusal, ScoringRule, per_unit
from cchc_index.rules.probing import HAIR, PROBES, at_threshold
from cchc_index.rules.rate import (
    NoneArose,
    Rates,
    none_arose_probes,
    quotient_of,
    tell_none_arose,
    tell_rate_terms,
    with_none_arose,
)
from cchc_index.values.exact import Integers, Ratios, round_fraction, to_decimal, to_integer
from cchc_index.values.text import Text, value_of

__all__ = [
    "API_VERSION",
    "HAIR",
    "PROBES",
    "Aggregation",
    "AssessmentError",
    "Band",
    "Case",
    "Classification",
    "Classifier",
    "Column",
    "Combination",
    "CountedFile",
    "Evidence",
    "EvidenceBuilder",
    "Excused",
    "Field",
    "FieldColumn",
    "Integers",
    "Interval",
    "Leaf",
    "LeftOut",
    "Measure",
    "Move",
    "Near",
    "Need",
    "NodeColumns",
    "NoneArose",
    "NotApplicable",
    "Part",
    "Parts",
    "Placing",
    "Points",
    "Probe",
    "Problem",
    "Rates",
    "Ratios",
    "RawFile",
    "RawRow",
    "Refusal",
    "ScoringRule",
    "Standings",
    "Text",
    "ThresholdClassifier",
    "Thresholds",
    "Wording",
    "at_threshold",
    "hookimpl",
    "none_arose_probes",
    "per_unit",
    "quotient_of",
    "round_fraction",
    "tell_none_arose",
    "tell_rate_terms",
    "to_decimal",
    "to_integer",
    "value_of",
    "with_none_arose",
]
