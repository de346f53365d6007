"""Exact, explained scoring of public administration reform indices (chỉ số CCHC, PAR INDEX).

The public names load what they need on first use: ``import cchc_index`` brings in neither numpy nor any extra.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    __version__: str

    from cchc_index.assessment.assessment import Assessment as Assessment
    from cchc_index.bands.contract import Band as Band
    from cchc_index.checks.auditing import audit as audit
    from cchc_index.checks.findings import AuditReport as AuditReport
    from cchc_index.checks.verifying import Verification as Verification
    from cchc_index.checks.verifying import verify as verify
    from cchc_index.criteria.criteria_set import CriteriaSet as CriteriaSet
    from cchc_index.criteria.tree import Criterion as Criterion
    from cchc_index.cycles.correcting import correct as correct
    from cchc_index.cycles.corrections import Correction as Correction
    from cchc_index.cycles.cycle import Cycle as Cycle
    from cchc_index.cycles.cycle import open_cycle as open_cycle
    from cchc_index.cycles.cycle_result import CycleResult as CycleResult
    from cchc_index.cycles.result_file import read_result as read_result
    from cchc_index.cycles.step_log import LogStep as LogStep
    from cchc_index.cycles.step_log import StepLog as StepLog
    from cchc_index.plans.planning import Plan as Plan
    from cchc_index.plans.planning import plan as plan
    from cchc_index.problems.errors import AssessmentError as AssessmentError
    from cchc_index.problems.errors import CchcError as CchcError
    from cchc_index.problems.errors import CriteriaError as CriteriaError
    from cchc_index.problems.errors import MissingExtraError as MissingExtraError
    from cchc_index.problems.errors import PluginError as PluginError
    from cchc_index.problems.errors import UnknownNameError as UnknownNameError
    from cchc_index.problems.errors import UsageError as UsageError
    from cchc_index.problems.errors import WritingError as WritingError
    from cchc_index.problems.problem import Problem as Problem
    from cchc_index.reading.assessment_file import read_assessment as read_assessment
    from cchc_index.reading.yaml.criteria_file import load_criteria as load_criteria
    from cchc_index.registry.registry import Registry as Registry
    from cchc_index.results.explaining import Explanation as Explanation
    from cchc_index.results.figures import ScorecardNode as ScorecardNode
    from cchc_index.results.leads import Lead as Lead
    from cchc_index.results.result import IndexResult as IndexResult
    from cchc_index.results.result import Scorecard as Scorecard
    from cchc_index.reviews.review import Review as Review
    from cchc_index.reviews.review import review as review
    from cchc_index.scoring.method import score as score
    from cchc_index.values.areas import ReformArea as ReformArea
    from cchc_index.values.units import Register as Register
    from cchc_index.values.units import Unit as Unit
    from cchc_index.writing.cycle_log import append_step as append_step
    from cchc_index.writing.cycle_log import read_log as read_log
    from cchc_index.years.comparison import YearComparison as YearComparison
    from cchc_index.years.comparison import compare_years as compare_years
    from cchc_index.years.differing import CriteriaDifference as CriteriaDifference
    from cchc_index.years.differing import diff_criteria as diff_criteria
    from cchc_index.years.series import Series as Series
    from cchc_index.years.series import series as series

_HOMES = {
    "Assessment": "assessment.assessment",
    "AssessmentError": "problems.errors",
    "AuditReport": "checks.findings",
    "Band": "bands.contract",
    "CchcError": "problems.errors",
    "CriteriaError": "problems.errors",
    "CriteriaDifference": "years.differing",
    "CriteriaSet": "criteria.criteria_set",
    "Criterion": "criteria.tree",
    "Correction": "cycles.corrections",
    "Cycle": "cycles.cycle",
    "CycleResult": "cycles.cycle_result",
    "Explanation": "results.explaining",
    "IndexResult": "results.result",
    "LogStep": "cycles.step_log",
    "Lead": "results.leads",
    "MissingExtraError": "problems.errors",
    "Plan": "plans.planning",
    "PluginError": "problems.errors",
    "Problem": "problems.problem",
    "ReformArea": "values.areas",
    "Register": "values.units",
    "Registry": "registry.registry",
    "Review": "reviews.review",
    "Scorecard": "results.result",
    "ScorecardNode": "results.figures",
    "StepLog": "cycles.step_log",
    "Series": "years.series",
    "Unit": "values.units",
    "UnknownNameError": "problems.errors",
    "UsageError": "problems.errors",
    "Verification": "checks.verifying",
    "WritingError": "problems.errors",
    "append_step": "writing.cycle_log",
    "YearComparison": "years.comparison",
    "audit": "checks.auditing",
    "compare_years": "years.comparison",
    "correct": "cycles.correcting",
    "diff_criteria": "years.differing",
    "load_criteria": "reading.yaml.criteria_file",
    "open_cycle": "cycles.cycle",
    "plan": "plans.planning",
    "read_assessment": "reading.assessment_file",
    "read_log": "writing.cycle_log",
    "read_result": "cycles.result_file",
    "review": "reviews.review",
    "score": "scoring.method",
    "series": "years.series",
    "verify": "checks.verifying",
}

__all__ = [*_HOMES, "__version__"]  # noqa: PLE0604  # names are texts


if not TYPE_CHECKING:  # a type checker that saw this would take any misspelt name for one of the library's

    def __getattr__(name: str) -> Any:
        if name == "__version__":
            from importlib.metadata import version

            return version("cchc-index")
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
