"""Trees into sets: rules, aggregations and classifiers are bound to the names that a tree gives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from cchc_index.aggregations.contract import NamedAggregation
from cchc_index.criteria.checks import faults
from cchc_index.criteria.tree import CriteriaTree, Criterion, NamedClassifier, NotApplicableWhen
from cchc_index.notation.marked import Mapping, Marked, Scalar, node_at
from cchc_index.notation.structure import Structurer, fault_of_kind, fields_of, key_of
from cchc_index.problems.errors import CriteriaError, PluginError
from cchc_index.problems.problem import Place, Problem
from cchc_index.registry.guarded import at_criterion, guard_classifier, guard_rule
from cchc_index.registry.guarded_aggregation import guard_aggregation
from cchc_index.registry.guarding import fault_of, guarded, placed
from cchc_index.registry.registry import Plugin, Registry
from cchc_index.rules.contract import NamedRule


def bound_tree(tree: Marked, name: str, registry: Registry, told: Iterable[Problem] = ()) -> CriteriaTree:
    """What a tree describes, its rules and classifier bound to their names, and found without fault.

    Args:
        tree: The tree, of a criteria file, of a worksheet or of a program's dicts.
        name: Whose tree it is, for places.
        registry: The plugins it may name.
        told: What is already known to be wrong with it; nothing else is told at the same places.

    Raises:
        CriteriaError: There are problems; all of them, those already told among them, are in ``.problems``.
    """
    if other := fault_of_kind(tree, CriteriaTree, name):
        raise CriteriaError(other)
    structurer = CriteriaStructurer(name, registry)
    criteria: CriteriaTree = structurer.structure(tree, CriteriaTree)
    problems = list(told)
    places = {problem.place for problem in problems}
    problems += [problem for problem in structurer.problems if problem.place not in places]
    for fault in faults(criteria):
        if fault.path not in structurer.settled:
            node = node_at(tree, fault.path)
            if (place := Place(name, node.line, node.column)) not in places:
                problems.append(attrs.evolve(fault, place=place))
    if any(problem.key.startswith("name.plugin") for problem in problems):
        problems += registry.unreadable  # perhaps one of them is the plugin that is lacking
    if problems:
        raise CriteriaError(sorted(problems, key=lambda problem: _position(problem.place)))
    return criteria


def _position(place: Place | None) -> tuple[int, int]:
    return (place.line or 0, place.column or 0) if place else (0, 0)


class BindingStructurer(Structurer):
    """Reads trees in which classes are named with their parameters."""

    def __init__(self, name: str, registry: Registry) -> None:
        """Take the file's name and the plugins it may name."""
        super().__init__(name)
        self.registry = registry

    def named(self, node: Marked, kind: str) -> tuple[str, Any, str] | None:
        """The name, the object and the distribution that a mapping of one name to parameters stands for.

        A bare name has no parameters. None where it stands for nothing, which is told.

        Args:
            node: The node.
            kind: `rule`, `aggregation`, `classifier` or `builder`.
        """
        if isinstance(node, Scalar):
            name, parameters, at = node.text, Mapping(node.line, node.column, {}, {}), node
        elif isinstance(node, Mapping) and len(node.entries) == 1:
            (name, inner), at = next(iter(node.entries.items())), next(iter(node.keys.values()))
            if kind == "aggregation" and isinstance(inner, Scalar):
                inner = self._short(name, inner)
            if not isinstance(inner, Mapping):
                self.tell("type.mapping_wanted", inner, f".{name}")
                return None
            parameters = inner
        else:
            self.tell(f"type.one_{kind}", node)
            return None
        found = self.class_of(kind, name)
        if isinstance(found, Problem):
            self.tell(found.key, at, **found.arguments)
            return None
        plugin = self.registry.plugin(name.rpartition(".")[0]) if "." in name else None
        distribution = plugin.release if isinstance(plugin, Plugin) else ""
        refused = "evidence.refused" if kind == "builder" else "rule.refused"
        bound = self._bound(parameters, found, name, distribution, refused)
        return None if bound is None else (name, bound, distribution)

    def class_of(self, kind: str, name: str) -> type | Problem:
        """The class of a name, or why there is none."""
        found: type | Problem = getattr(self.registry, kind)(name)
        return found

    def _short(self, name: str, value: Scalar) -> Marked:
        """The one parameter of an aggregation, written without its name: ``best: 3``."""
        found = self.registry.aggregation(name)
        known = [] if isinstance(found, Problem) else [key_of(field) for field in fields_of(found)]
        return Mapping(value.line, value.column, {known[0]: value}, {known[0]: value}) if len(known) == 1 else value

    def _bound(self, parameters: Mapping, found: type, name: str, distribution: str, refused: str) -> Any:
        before = len(self.problems)
        self.path.append(f".{name}")
        try:
            with guarded(name, distribution):
                values = self.fields(parameters, found)
                if len(self.problems) == before:
                    return self._made(parameters, found, values, name, refused)
        finally:
            self.path.pop()
        self.settled.add(self.here())
        return None

    def _made(self, parameters: Mapping, found: type, values: dict[str, Any], name: str, refused: str) -> Any:
        try:
            return found(**values)
        except (ValueError, TypeError) as error:  # how validators refuse
            self.tell(refused, parameters, name=name, fault=fault_of(error).partition(": ")[2])
            self.settled.add(self.here().removesuffix(f".{name}"))
        return None


class CriteriaStructurer(BindingStructurer):
    """Reads criteria files: binds rules and classifiers to their names."""

    def __init__(self, name: str, registry: Registry) -> None:
        """Take the file's name and the plugins it may name."""
        super().__init__(name, registry)
        register = self.converter.register_structure_hook
        register(NamedRule, lambda node, _: self._named(node, "rule"))
        register(NamedAggregation, lambda node, _: self._named(node, "aggregation"))
        register(NamedClassifier, lambda node, _: self._named(node, "classifier"))
        register(NotApplicableWhen, lambda node, _: self._condition(node))
        self.converter.register_structure_hook_func(lambda kind: kind is Criterion, self._criterion)

    def _criterion(self, node: Marked, kind: type[Criterion]) -> Criterion:
        """A node of the tree, whose code is named in what is told of a plugin's rule."""
        code = node.entries.get("code") if isinstance(node, Mapping) else None
        said = code.text if isinstance(code, Scalar) else ""
        try:
            criterion: Criterion = self._object(node, kind)
            if isinstance(node, Mapping) and criterion.criteria:
                lost = [key for key in ("combine", "rule") if key in node.entries and getattr(criterion, key) is None]
                self.settled |= {f"{self.here()}.max_points" for _ in lost}  # its parts need not add up, perhaps
            rule = criterion.rule and at_criterion(criterion.rule, said)
        except PluginError as error:
            raise placed(error, said) from error.__cause__
        return criterion if rule is criterion.rule else attrs.evolve(criterion, rule=rule)

    def _named(self, node: Marked, kind: str) -> Any:
        """The rule, aggregation or classifier that a node names, guarded where it is a plugin's."""
        found = self.named(node, kind)
        if found is None:
            return None
        name, bound, distribution = found
        if kind == "rule":
            return NamedRule(name, guard_rule(bound, name, distribution), distribution)
        if kind == "aggregation":
            return NamedAggregation(name, guard_aggregation(bound, name, distribution), distribution)
        return NamedClassifier(name, guard_classifier(bound, name, distribution), distribution)

    def _condition(self, node: Marked) -> NotApplicableWhen | None:
        values = self.fields(node, NotApplicableWhen)
        if not values["when"]:
            self.tell("type.no_value", node, ".when")
        return NotApplicableWhen(**values)
