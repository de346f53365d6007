"""The built-in rules, delivered through the same hooks as a plugin's. One family a module."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cchc_index.registry.hookspecs import hookimpl

if TYPE_CHECKING:
    from cchc_index.aggregations.contract import Aggregation
    from cchc_index.bands.contract import Classifier
    from cchc_index.rules.contract import ScoringRule

cchc_index_api = 1


@hookimpl
def cchc_register_rules() -> Mapping[str, type[ScoringRule]]:
    """Name every built-in rule."""
    from cchc_index.rules.alternatives import BestOf, Choose
    from cchc_index.rules.awards import PointsRule, Unscored, YesNo
    from cchc_index.rules.bases import BasePlus, BaseSteps
    from cchc_index.rules.between import Between, Convert
    from cchc_index.rules.choice import Choice
    from cchc_index.rules.counts import Deduct, PerCase
    from cchc_index.rules.improvement import Improvement
    from cchc_index.rules.proportion import Proportion
    from cchc_index.rules.relative import MinMax, RelativeToBest
    from cchc_index.rules.steps import Steps
    from cchc_index.rules.surveys import MeanOfCases, Survey

    return {
        "points": PointsRule,
        "yes_no": YesNo,
        "steps": Steps,
        "proportion": Proportion,
        "convert": Convert,
        "unscored": Unscored,
        "per_case": PerCase,
        "deduct": Deduct,
        "survey": Survey,
        "mean_of_cases": MeanOfCases,
        "relative_to_best": RelativeToBest,
        "min_max": MinMax,
        "best_of": BestOf,
        "choose": Choose,
        "base_plus": BasePlus,
        "base_steps": BaseSteps,
        "between": Between,
        "choice": Choice,
        "improvement": Improvement,
    }


@hookimpl
def cchc_register_aggregations() -> Mapping[str, type[Aggregation]]:
    """Name every built-in aggregation."""
    from cchc_index.aggregations.combining import Best, DropLowest, Geometric, Harmonic, Minimum, Sum

    return {
        "sum": Sum,
        "minimum": Minimum,
        "best": Best,
        "drop_lowest": DropLowest,
        "geometric": Geometric,
        "harmonic": Harmonic,
    }


@hookimpl
def cchc_register_classifiers() -> Mapping[str, type[Classifier]]:
    """Name the built-in classifier."""
    from cchc_index.bands.thresholds import Thresholds

    return {"thresholds": Thresholds}
