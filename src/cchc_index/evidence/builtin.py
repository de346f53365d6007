"""The built-in builders of evidence by name; those of plugins come through their hook.

The registry stands below whatever reads files, and cannot name these: a builder's name is looked up here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cchc_index.problems.problem import Problem
from cchc_index.registry.registry import Registry
from cchc_index.values.units import near_names

if TYPE_CHECKING:
    from cchc_index.builders.contract import EvidenceBuilder


def builtin_builders() -> Mapping[str, type[EvidenceBuilder]]:
    """Every built-in builder by its name."""
    from cchc_index.evidence.documents import Documents
    from cchc_index.evidence.dossiers.builder import Dossiers
    from cchc_index.evidence.initiatives.commendations import Commendations
    from cchc_index.evidence.initiatives.register import Initiatives
    from cchc_index.evidence.service_points import OneStop61, Service766
    from cchc_index.evidence.surveys.builder import SurveyAnswers

    return {
        "dossiers": Dossiers,
        "documents": Documents,
        "initiatives": Initiatives,
        "commendations": Commendations,
        "one_stop_61": OneStop61,
        "service_766": Service766,
        "surveys": SurveyAnswers,
    }


def builder_class(name: str, registry: Registry) -> type[EvidenceBuilder] | Problem:
    """The class of a builder, by its name as cycles write it, or why there is none.

    Args:
        name: The name; a plugin's has its prefix.
        registry: The plugins that may be named.

    Example:
        >>> builder_class("dosiers", Registry.builtin()).key
        'name.evidence'
    """
    if "." in name:
        return registry.builder(name)
    known = builtin_builders()
    if name in known:
        return known[name]
    hint = ", ".join(near_names(name, tuple(known)))
    plugins = dict.fromkeys(f"{each.name}.…" for each in registry.plugins)
    arguments = {"name": name, "known": ", ".join([*known, *plugins]), "hint": hint}
    return Problem("name.evidence", arguments=arguments)
