"""Cao Bằng's criteria sets, and its rules for dossiers settled on time, legal documents and initiatives."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from cchc_index.plugins import ScoringRule, hookimpl
from cchc_index_cao_bang.documents import LegalDocuments
from cchc_index_cao_bang.initiatives import Initiatives
from cchc_index_cao_bang.on_time import OnTime

__all__ = ["Initiatives", "LegalDocuments", "OnTime", "cchc_register_criteria", "cchc_register_rules"]

cchc_index_api = 1


@hookimpl
def cchc_register_rules() -> Mapping[str, type[ScoringRule]]:
    """Name the rules of this plugin."""
    return {"on_time": OnTime, "legal_documents": LegalDocuments, "initiatives": Initiatives}


@hookimpl
def cchc_register_criteria() -> Mapping[str, Traversable]:
    """Name the criteria sets of this plugin."""
    folder = files("cchc_index_cao_bang") / "criteria"
    return {name: folder / f"{name}.yaml" for name in ("departments-2021", "districts-2021")}
