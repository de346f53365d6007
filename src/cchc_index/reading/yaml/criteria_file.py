"""Criteria files into criteria sets."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs

from cchc_index.aggregations.contract import NamedAggregation
from cchc_index.criteria.checks import faults
from cchc_index.criteria.tree import CriteriaSet, Criterion, NamedClassifier, NotApplicableWhen
from cchc_index.problems.errors import CriteriaError, PluginError, UnknownNameError
from cchc_index.problems.problem import Place, Problem
from cchc_index.problems.wanted import want, want_path
from cchc_index.reading.grids.files import MOST_YAML, SourceText, text_of
from cchc_index.reading.shipped import refuse_two, shipped_folder
from cchc_index.reading.sources import is_folder, read_text
from cchc_index.reading.yaml.marked import Mapping, Marked, MarkedReader, Scalar, node_at, plain
from cchc_index.reading.yaml.structure import Structurer, fault_of_kind, fields_of, key_of
from cchc_index.registry.guarded import at_criterion, guard_classifier, guard_rule
from cchc_index.registry.guarded_aggregation import guard_aggregation
from cchc_index.registry.guarding import fault_of, guarded, placed
from cchc_index.registry.registry import Plugin, Registry
from cchc_index.rules.contract import NamedRule
from cchc_index.values.contexts import own_context
from cchc_index.values.units import near_names


@own_context
def load_criteria(name: str | Path, *, registry: Registry | None = None) -> CriteriaSet:
    """Read a criteria set.

    Args:
        name: A shipped set's id and edition (``nd61-one-stop-2018``), a plugin's (``cao_bang.departments-2021``),
            or the path of a YAML file.
        registry: The plugins it may name; by default those installed.

    Raises:
        CriteriaError: The file has problems; all of them are in ``.problems``.
        UnknownNameError: There is no such set and no such file.
        PluginError: A plugin it names breaks its contract.

    Example:
        >>> load_criteria("moha-provinces-2017").max_points
        Decimal('100.0')
    """
    want("registry", registry, Registry, type(None), how="Registry.discover()")
    registry = Registry.discover() if registry is None else registry
    path = find_criteria(name, registry)
    return read_criteria(path, str(name) if str(name).endswith((".yaml", ".yml")) else path.name, registry)


@own_context
def read_criteria(path: Path, name: str, registry: Registry) -> CriteriaSet:
    """Read the criteria set of a file.

    Args:
        path: The file.
        name: As it is called in what is told of it.
        registry: The plugins it may name.

    Raises:
        CriteriaError: The file has problems; all of them are in ``.problems``.
        PluginError: A plugin it names breaks its contract.
    """
    source = read_text(path, name, MOST_YAML)
    if isinstance(source, list):
        raise CriteriaError(source)
    return parse_criteria(source, registry=registry)


def find_criteria(name: str | Path, registry: Registry) -> Path:
    """The file of a criteria set's name.

    Raises:
        UnknownNameError: There is no such set and no such file, or there are both.
    """
    path = want_path("name", name)
    if path.suffix in (".yaml", ".yml"):
        return path
    if isinstance(name, str) and name in (shipped := shipped_criteria()):
        refuse_two(name, shipped[name])
    is_path = not isinstance(name, str) or path.name != name  # what a path names is read, or told of as what it is
    if os.path.lexists(path) and (is_path or not is_folder(path)):
        return path
    return find_named(str(name), registry)


def find_named(text: str, registry: Registry) -> Path:
    """The file of a shipped set, or of a plugin's, wherever the program is run: no other file can stand for it.

    Raises:
        UnknownNameError: There is no such set.
    """
    shipped = shipped_criteria()
    if text in shipped:
        return shipped[text]
    known = dict.fromkeys(shipped)
    prefix, dot, short = text.partition(".")
    if dot and prefix and Path(text).name == text:
        plugin = registry.plugin(prefix)
        if isinstance(plugin, Problem):
            told = attrs.evolve(plugin, key=f"{plugin.key}_of_criteria", arguments={**plugin.arguments, "name": text})
            if plugin.key == "name.plugin_twice":
                raise PluginError(told, plugin=prefix, distribution=str(plugin.arguments["both"]))
            raise UnknownNameError((told, *registry.unreadable))
        offered = plugin.offer.criteria
        if short in offered:
            return Path(str(offered[short]))
        known = dict.fromkeys(f"{prefix}.{other}" for other in offered)
    hint = ", ".join(near_names(text, known)) or ", ".join(sorted(known))
    raise UnknownNameError(Problem("name.criteria", arguments={"name": text, "hint": hint}))


def criteria_content(name: str | Path, registry: Registry) -> dict[str, Any]:
    """A criteria file's content as dicts, lists and texts, as it was typed.

    Raises:
        CriteriaError: The file cannot be read as YAML.
        UnknownNameError: There is no such set and no such file.
    """
    path = find_criteria(name, registry)
    source = read_text(path, str(name), MOST_YAML)
    if isinstance(source, list):
        raise CriteriaError(source)
    reader = MarkedReader(source.name)
    tree = reader.read(source.text)
    content = None if tree is None or reader.problems else plain(tree)
    if not isinstance(content, dict):
        raise CriteriaError(reader.problems or Problem("type.mapping_wanted", Place(source.name, 1, 1)))
    return content


def shipped_criteria() -> dict[str, Path]:
    """The sets that come with the library, by id and edition."""
    return {path.stem: path for path in sorted(shipped_folder("criteria").glob("*.yaml"))}


@own_context
def parse_criteria(source: SourceText | bytes | str, *, registry: Registry, name: str = "criteria.yaml") -> CriteriaSet:
    """Read a criteria set from a text.

    Raises:
        CriteriaError: The text has problems; all of them are in ``.problems``.
    """
    if not isinstance(source, SourceText):
        read = text_of(source.encode() if isinstance(source, str) else source, name, MOST_YAML)
        if isinstance(read, list):
            raise CriteriaError(read)
        source = read
    reader = MarkedReader(source.name)
    tree = reader.read(source.text)
    if tree is None:
        raise CriteriaError(reader.problems)
    return bind_criteria(tree, source.name, registry, reader.problems)


@own_context
def bind_criteria(tree: Marked, name: str, registry: Registry, told: Iterable[Problem] = ()) -> CriteriaSet:
    """The set that a tree describes, its rules and classifier bound to their names.

    Args:
        tree: The tree, of a criteria file or of a worksheet.
        name: Whose tree it is, for places.
        registry: The plugins it may name.
        told: What is already known to be wrong with it; nothing else is told at the same places.

    Raises:
        CriteriaError: There are problems; all of them, those already told among them, are in ``.problems``.
    """
    if other := fault_of_kind(tree, CriteriaSet, name):
        raise CriteriaError(other)
    structurer = CriteriaStructurer(name, registry)
    criteria: CriteriaSet = structurer.structure(tree, CriteriaSet)
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
    canonical = json.dumps(plain(tree), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return attrs.evolve(
        criteria,
        sha256=hashlib.sha256(canonical.encode()).hexdigest(),
    )


def _position(place: Place | None) -> tuple[int, int]:
    return (place.line or 0, place.column or 0) if place else (0, 0)


class CriteriaStructurer(Structurer):
    """Reads criteria files: binds rules and classifiers to their names."""

    def __init__(self, name: str, registry: Registry) -> None:
        """Take the file's name and the plugins it may name."""
        super().__init__(name)
        self.registry = registry
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
        """The rule or classifier a mapping of one name to parameters stands for; a bare name has none."""
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
        found = getattr(self.registry, kind)(name)
        if isinstance(found, Problem):
            self.tell(found.key, at, **found.arguments)
            return None
        plugin = self.registry.plugin(name.rpartition(".")[0]) if "." in name else None
        distribution = plugin.release if isinstance(plugin, Plugin) else ""
        bound = self._bound(parameters, found, name, distribution)
        if bound is None:
            return None
        if kind == "rule":
            return NamedRule(name, guard_rule(bound, name, distribution), distribution)
        if kind == "aggregation":
            return NamedAggregation(name, guard_aggregation(bound, name, distribution), distribution)
        return NamedClassifier(name, guard_classifier(bound, name, distribution), distribution)

    def _short(self, name: str, value: Scalar) -> Marked:
        """The one parameter of an aggregation, written without its name: ``best: 3``."""
        found = self.registry.aggregation(name)
        known = [] if isinstance(found, Problem) else [key_of(field) for field in fields_of(found)]
        return Mapping(value.line, value.column, {known[0]: value}, {known[0]: value}) if len(known) == 1 else value

    def _bound(self, parameters: Mapping, found: type, name: str, distribution: str) -> Any:
        before = len(self.problems)
        self.path.append(f".{name}")
        try:
            with guarded(name, distribution):
                values = self.fields(parameters, found)
                if len(self.problems) == before:
                    return self._made(parameters, found, values, name)
        finally:
            self.path.pop()
        self.settled.add(self.here())
        return None

    def _made(self, parameters: Mapping, found: type, values: dict[str, Any], name: str) -> Any:
        try:
            return found(**values)
        except (ValueError, TypeError) as error:  # how validators refuse
            self.tell("rule.refused", parameters, name=name, fault=fault_of(error).partition(": ")[2])
            self.settled.add(self.here().removesuffix(f".{name}"))
        return None

    def _condition(self, node: Marked) -> NotApplicableWhen | None:
        values = self.fields(node, NotApplicableWhen)
        if not values["when"]:
            self.tell("type.no_value", node, ".when")
        return NotApplicableWhen(**values)
