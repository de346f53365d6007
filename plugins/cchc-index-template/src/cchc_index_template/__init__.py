"""A province's own rule, classifier, builder of evidence and criteria set."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from cchc_index.plugins import Classifier, EvidenceBuilder, ScoringRule, hookimpl
from cchc_index_template.pass_or_not import PassOrNot
from cchc_index_template.sessions import Sessions
from cchc_index_template.sessions_held import SessionsHeld

__all__ = [
    "PassOrNot",
    "Sessions",
    "SessionsHeld",
    "cchc_register_classifiers",
    "cchc_register_criteria",
    "cchc_register_evidence",
    "cchc_register_rules",
]

cchc_index_api = 1  # the hook API this was written for


@hookimpl
def cchc_register_rules() -> Mapping[str, type[ScoringRule]]:
    """Name the rules."""
    return {"sessions": Sessions}


@hookimpl
def cchc_register_classifiers() -> Mapping[str, type[Classifier]]:
    """Name the classifiers."""
    return {"pass_or_not": PassOrNot}


@hookimpl
def cchc_register_evidence() -> Mapping[str, type[EvidenceBuilder]]:
    """Name the builders of evidence."""
    return {"sessions_held": SessionsHeld}


@hookimpl
def cchc_register_criteria() -> Mapping[str, Traversable]:
    """Name the criteria sets."""
    return {"example-2025": files("cchc_index_template") / "criteria" / "example-2025.yaml"}
