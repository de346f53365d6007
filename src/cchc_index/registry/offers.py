"""What a plugin's module delivers: its hooks are asked, and its names and classes looked through."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from os import PathLike
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from cchc_index.problems.errors import PluginError
from cchc_index.problems.problem import Blank, Place
from cchc_index.registry.guarding import cut, written
from cchc_index.registry.locating import defined_at
from cchc_index.values.units import near_names

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from cchc_index.aggregations.contract import Aggregation
    from cchc_index.bands.contract import Classifier
    from cchc_index.builders.contract import EvidenceBuilder
    from cchc_index.rules.contract import ScoringRule

KINDS = ("rules", "classifiers", "criteria", "aggregations", "evidence")


@attrs.frozen
class Offer:
    """What one plugin delivers through its hooks.

    Attributes:
        rules: Rule classes by short name.
        classifiers: Classifier classes by short name.
        criteria: Criteria files by short name.
        aggregations: Aggregation classes by short name.
        evidence: Classes of builders of evidence by short name.
    """

    rules: Mapping[str, type[ScoringRule]] = attrs.field(factory=dict)
    classifiers: Mapping[str, type[Classifier]] = attrs.field(factory=dict)
    criteria: Mapping[str, Traversable] = attrs.field(factory=dict)
    aggregations: Mapping[str, type[Aggregation]] = attrs.field(factory=dict)
    evidence: Mapping[str, type[EvidenceBuilder]] = attrs.field(factory=dict)


class Failing(Protocol):
    """Makes the error of a plugin."""

    def __call__(self, key: str, /, *, place: Place | None = None, **arguments: Blank) -> PluginError:
        """The error of a message and its blanks."""


def collect(module: ModuleType, name: str, fail: Failing) -> Offer:
    """What a plugin's module delivers.

    Args:
        module: The module that the entry point names.
        name: The plugin's name.
        fail: Makes its errors.

    Raises:
        PluginError: It forgets a marker, misspells a hook, wants a newer library, or delivers what cannot be used.
    """
    import pluggy

    from cchc_index.registry import hookspecs

    here = _here(module)
    wanted = getattr(module, "cchc_index_api", None)
    if wanted is None:
        raise fail("plugin.no_version", place=here, api=str(hookspecs.API_VERSION))
    if not isinstance(wanted, int) or wanted > hookspecs.API_VERSION:
        raise fail("plugin.newer", wanted=str(wanted), api=str(hookspecs.API_VERSION))
    _check_hooks(module, fail)
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    try:
        manager.register(module, name=name or hookspecs.PROJECT)
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise fail("plugin.hook", place=here, fault=" ".join(str(error).split())) from error
    if not manager.get_hookcallers(module):
        raise fail("plugin.no_hook", place=here)
    delivered: dict[str, dict[str, object]] = {}
    for kind in KINDS:
        delivered[kind] = {}
        # each is called by itself: pluggy passes over one that answers None
        for hook in getattr(manager.hook, f"cchc_register_{kind}").get_hookimpls():
            answer: object = hook.function()
            place = defined_at(hook.function)
            if not isinstance(answer, Mapping) or not all(isinstance(name, str) for name in answer):
                raise fail("plugin.no_mapping", place=place, hook=f"cchc_register_{kind}", found=type(answer).__name__)
            _check_names(kind, answer, place, fail)
            _check_delivered(kind, answer, place, fail)
            delivered[kind].update(answer)
    return Offer(**delivered)  # type: ignore[arg-type]  # checked just above


def _here(module: ModuleType) -> Place | None:
    """Where a module begins; one without a file of its own where the first of its functions stands."""
    file = getattr(module, "__file__", None)
    if isinstance(file, str):
        return Place(file, 1, 1)
    places = (defined_at(found) for found in vars(module).values() if inspect.isfunction(found))
    return next(filter(None, places), None)


def _check_hooks(module: ModuleType, fail: Failing) -> None:
    """Functions that are named like hooks, and are none."""
    known = tuple(f"cchc_register_{kind}" for kind in KINDS)
    for name, found in vars(module).items():
        if not name.startswith("cchc_") or not inspect.isroutine(found):
            continue
        marked: Any = getattr(found, "cchc_index_impl", None)
        if marked is None and name in known:
            raise fail("plugin.no_hook", place=defined_at(found))
        if marked is not None and name not in known and marked.get("specname") not in known:
            near = ", ".join(near_names(name, known, 1) or known)
            raise fail("plugin.hook_name", place=defined_at(found), hook=cut(name), known=near)


def _check_names(kind: str, answers: Mapping[str, object], place: Place | None, fail: Failing) -> None:
    for name in answers:
        if not name or not name.isprintable() or " " in name or ("." in name and kind != "criteria"):
            hook, short = f"cchc_register_{kind}", name.rpartition(".")[2]
            raise fail("plugin.no_name", place=place, hook=hook, name=cut(name), short=short)


def _check_delivered(kind: str, answers: Mapping[str, object], place: Place | None, fail: Failing) -> None:
    for name, found in answers.items():
        if kind == "criteria":
            if not isinstance(found, str | PathLike) and not hasattr(found, "read_bytes"):
                raise fail("plugin.no_resource", place=place, name=name, found=written(found))
            continue
        from cchc_index.registry.classes import fault_of_class  # which loads the contracts, and numpy

        if fault := fault_of_class(found, _base(kind), name):
            raise fail(fault.key, place=fault.place or place, **fault.arguments)


def _base(kind: str) -> type:
    from cchc_index.aggregations.contract import Aggregation
    from cchc_index.bands.contract import Classifier
    from cchc_index.builders.contract import EvidenceBuilder
    from cchc_index.rules.contract import ScoringRule

    return {
        "rules": ScoringRule,
        "classifiers": Classifier,
        "aggregations": Aggregation,
        "evidence": EvidenceBuilder,
    }[kind]
