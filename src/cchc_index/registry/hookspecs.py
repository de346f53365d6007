"""The hooks a plugin may implement. Hooks deliver names; criteria files choose among them.

`API_VERSION` grows when a hook or a class of `cchc_index.rules.contract` changes in a way plugins can notice; a plugin
says which version it was written for with ``cchc_index_api = 1`` in its module.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Final

import pluggy

if TYPE_CHECKING:
    from cchc_index.aggregations.contract import Aggregation
    from cchc_index.bands.contract import Classifier
    from cchc_index.builders.contract import EvidenceBuilder
    from cchc_index.rules.contract import ScoringRule

PROJECT: Final = "cchc_index"
API_VERSION: Final = 1

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def cchc_register_rules() -> Mapping[str, type[ScoringRule]]:  # type: ignore[empty-body]
    """Return the plugin's scoring rules by short name; the core adds the plugin's prefix."""


@hookspec
def cchc_register_classifiers() -> Mapping[str, type[Classifier]]:  # type: ignore[empty-body]
    """Return the plugin's classifiers by short name; the core adds the plugin's prefix."""


@hookspec
def cchc_register_aggregations() -> Mapping[str, type[Aggregation]]:  # type: ignore[empty-body]
    """Return the plugin's ways to combine parts by short name; the core adds the plugin's prefix."""


@hookspec
def cchc_register_evidence() -> Mapping[str, type[EvidenceBuilder]]:  # type: ignore[empty-body]
    """Return the plugin's builders of evidence by short name; the core adds the plugin's prefix."""


@hookspec
def cchc_register_criteria() -> Mapping[str, Traversable]:  # type: ignore[empty-body]
    """Return the plugin's criteria files by short name, which is their id and edition joined by a hyphen."""
