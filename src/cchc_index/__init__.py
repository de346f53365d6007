"""Exact, explained scoring of public administration reform indices (chỉ số CCHC, PAR INDEX).

The public names load what they need on first use: ``import cchc_index`` brings in neither numpy nor any extra.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cchc_index.areas import ReformArea as ReformArea
    from cchc_index.assessment import Assessment as Assessment
    from cchc_index.auditing import audit as audit
    from cchc_index.classification import Band as Band
    from cchc_index.criteria import CriteriaSet as CriteriaSet
    from cchc_index.criteria import Criterion as Criterion
    from cchc_index.cycle import Cycle as Cycle
    from cchc_index.cycle import CycleResult as CycleResult
    from cchc_index.cycle import open_cycle as open_cycle
    from cchc_index.errors import AssessmentError as AssessmentError
    from cchc_index.errors import CchcError as CchcError
    from cchc_index.errors import CriteriaError as CriteriaError
    from cchc_index.errors import MissingExtraError as MissingExtraError
    from cchc_index.errors import PluginError as PluginError
    from cchc_index.errors import Problem as Problem
    from cchc_index.errors import UnknownNameError as UnknownNameError
    from cchc_index.explaining import Explanation as Explanation
    from cchc_index.explaining import ScorecardNode as ScorecardNode
    from cchc_index.findings import AuditReport as AuditReport
    from cchc_index.reading.assessment_file import read_assessment as read_assessment
    from cchc_index.reading.criteria_file import load_criteria as load_criteria
    from cchc_index.registry import Registry as Registry
    from cchc_index.result import IndexResult as IndexResult
    from cchc_index.result import Scorecard as Scorecard
    from cchc_index.scoring import score as score
    from cchc_index.units import Register as Register
    from cchc_index.units import Unit as Unit

_HOMES = {
    "Assessment": "assessment",
    "AssessmentError": "errors",
    "AuditReport": "findings",
    "Band": "classification",
    "CchcError": "errors",
    "CriteriaError": "errors",
    "CriteriaSet": "criteria",
    "Criterion": "criteria",
    "Cycle": "cycle",
    "CycleResult": "cycle",
    "Explanation": "explaining",
    "IndexResult": "result",
    "MissingExtraError": "errors",
    "PluginError": "errors",
    "Problem": "errors",
    "ReformArea": "areas",
    "Register": "units",
    "Registry": "registry",
    "Scorecard": "result",
    "ScorecardNode": "explaining",
    "Unit": "units",
    "UnknownNameError": "errors",
    "audit": "auditing",
    "load_criteria": "reading.criteria_file",
    "open_cycle": "cycle",
    "read_assessment": "reading.assessment_file",
    "score": "scoring",
}

__all__ = [*_HOMES, "__version__"]  # noqa: PLE0604  # names are texts


def __getattr__(name: str) -> Any:  # the public names are of many kinds; type checkers see the imports above
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
