"""The contract of a whole plugin, run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from cchc_index.bands.contract import Classifier
from cchc_index.checks.selftest import selftest
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.problems.errors import CchcError
from cchc_index.problems.problem import Problem
from cchc_index.reading.yaml.criteria_file import load_criteria
from cchc_index.registry.guarded import unguarded, unguarded_classifier
from cchc_index.registry.guarded_aggregation import unguarded_aggregation
from cchc_index.registry.registry import Plugin, Registry
from cchc_index.rules.contract import Leaf, NamedRule, ScoringRule
from cchc_index.testing.aggregations import check_aggregation
from cchc_index.testing.builders import PLAIN_NAME, hold_measures
from cchc_index.testing.classifiers import check_classifier
from cchc_index.testing.probes import how_to_probe
from cchc_index.testing.rules import hold_rule
from cchc_index.testing.trying import BrokenContractError, hinting
from cchc_index.values.contexts import own_context


@own_context
def check_plugin(
    name: str,
    *,
    registry: Registry | None = None,
    attributes: Mapping[str, Sequence[str]] | None = None,
    examples: int = 20,
) -> CheckedPlugin:
    """Hold an installed plugin against its contract: its hooks, its criteria sets, and every rule these sets use.

    Checked: it can be imported and asked; names are plain; each of its criteria sets loads, says where it comes from
    and passes its self-test; each rule of its own that a set uses passes `check_rule` with the parameters used there,
    each classifier `check_classifier`, each aggregation `check_aggregation`; measures of builders that need no
    parameters can be read; and it delivers something that is used. What builders count is held by `check_builder`.

    Args:
        name: Its entry-point name, the prefix in YAML.
        registry: Where it is looked for; by default among the installed plugins.
        attributes: For columns of the register that its rules and classifiers read, what they may say; the self-test
            of a set tries the first of each.
        examples: How many columns are drawn for each rule.

    Returns:
        What was checked.

    Raises:
        BrokenContractError: The plugin does not keep its contract; the message says in what.
        MissingExtraError: hypothesis is not installed.
    """
    registry = Registry.discover() if registry is None else registry
    plugin = registry.plugin(name)
    if isinstance(plugin, Problem):
        raise BrokenContractError(plugin.text())
    try:
        offer = plugin.offer
    except CchcError as error:
        raise BrokenContractError(str(error)) from error
    for kind in (offer.rules, offer.classifiers, offer.aggregations, offer.evidence):
        for short in kind:
            if not PLAIN_NAME.fullmatch(short):
                raise BrokenContractError(f"{name}: '{short}' is no plain name: a-z, digits and _")
    checked = CheckedPlugin(plugin, registry, attributes, examples)
    for short in offer.criteria:
        checked.check_set(f"{name}.{short}")
    for short in offer.evidence:
        checked.check_measures(short)
    return checked


class CheckedPlugin:
    """What `check_plugin` has checked, and what it could not reach.

    Attributes:
        rules: Names of the rules that were checked.
        classifiers: Names of the classifiers that were checked.
        aggregations: Names of the aggregations that were checked.
        criteria: Names of the sets that were checked.
        builders: Names of the builders of evidence whose measures were checked.
    """

    def __init__(
        self, plugin: Plugin, registry: Registry, attributes: Mapping[str, Sequence[str]] | None, examples: int
    ) -> None:
        """Take the plugin and how it is tried."""
        self._plugin = plugin
        self._registry = registry
        self._attributes = attributes
        self._examples = examples
        self.rules: list[str] = []
        self.classifiers: list[str] = []
        self.aggregations: list[str] = []
        self.criteria: list[str] = []
        self.builders: list[str] = []

    @property
    def unreached(self) -> tuple[str, ...]:
        """What no set of the plugin uses, and builders that need parameters.

        Check it by `check_rule`, `check_classifier`, `check_aggregation` and `check_builder`.
        """
        offer = self._plugin.offer
        kinds = (offer.rules, offer.classifiers, offer.aggregations, offer.evidence)
        checked = (*self.rules, *self.classifiers, *self.aggregations, *self.builders)
        offered = [f"{self._plugin.name}.{short}" for kind in kinds for short in kind]
        return tuple(each for each in offered if each not in checked)

    def check_measures(self, short: str) -> None:
        """Check what a builder says of itself, if it can be made without parameters."""
        kind: Any = self._plugin.offer.evidence[short]
        if not any(field.init and field.default is attrs.NOTHING for field in attrs.fields(kind)):
            hold_measures(kind())
            self.builders.append(f"{self._plugin.name}.{short}")

    def check_set(self, name: str) -> None:
        """Check one of the plugin's sets and what it uses of the plugin's own."""
        try:
            criteria = load_criteria(name, registry=self._registry)
        except CchcError as error:
            raise BrokenContractError(f"{name} cannot be read: {error}") from error
        self._check_rules(criteria)
        self._check_aggregations(criteria)
        self._run_selftest(name, criteria)
        self.criteria.append(name)
        classify = criteria.classify
        if classify is not None and classify.name.startswith(f"{self._plugin.name}."):
            self._check_classifier(classify.name, unguarded_classifier(classify.classifier), criteria)

    def _run_selftest(self, name: str, criteria: CriteriaSet) -> None:
        """What the set gives is what it must give, and everything in it was tried."""
        with hinting(_columns(criteria), self._attributes):
            try:
                found = selftest(criteria, attributes=self._attributes)
            except CchcError as error:
                raise BrokenContractError(f"the self-test of {name} cannot be run: {error}") from error
        wrong = [
            f"{trial.code or 'index'}, {trial.what}: {trial.obtained} in place of {trial.expected}"
            for trial in found.trials
            if not trial.agrees
        ]
        if wrong:
            raise BrokenContractError(f"{name} does not pass its self-test: {'; '.join(wrong[:3])}")
        if not found.passed:
            untried = [f"{kind}: {done} of {of}" for kind, (done, of) in found.coverage.items() if done != of]
            lacking = [how_to_probe(rule) for rule in self._without_probes(criteria)]
            raise BrokenContractError("\n  ".join([f"the self-test of {name} tries {', '.join(untried)}", *lacking]))

    def _without_probes(self, criteria: CriteriaSet) -> list[ScoringRule]:
        """The rules of a set that have no probes, one of each class."""
        rounding = criteria.rounding
        found: dict[type, ScoringRule] = {}
        for leaf in criteria.leaves:
            if leaf.criterion.rule is not None and leaf.criterion.max_points:
                rule = unguarded(leaf.criterion.rule.rule)
                if not list(rule.probes(Leaf(leaf.criterion.max_points, rounding.points, rounding.mode))):
                    found[type(rule)] = rule
        return list(found.values())

    def _check_aggregations(self, criteria: CriteriaSet) -> None:
        rounding = criteria.rounding
        for node in criteria:
            named = node.criterion.combine
            if named is not None and named.name.startswith(f"{self._plugin.name}."):
                check_aggregation(
                    unguarded_aggregation(named.aggregation),
                    node.criterion.max_points,
                    parts=len(node.parts),
                    places=rounding.points,
                    mode=rounding.mode,
                    examples=self._examples,
                )
                self.aggregations.append(named.name)

    def _check_rules(self, criteria: CriteriaSet) -> None:
        rounding = criteria.rounding
        for leaf in criteria.leaves:
            if leaf.criterion.rule is None:
                continue
            for named in _rules(leaf.criterion.rule):
                if named.name.startswith(f"{self._plugin.name}."):
                    hold_rule(
                        unguarded(named.rule),
                        leaf.criterion.max_points,
                        places=rounding.points,
                        mode=rounding.mode,
                        attributes=self._attributes,
                        examples=self._examples,
                    )
                    self.rules.append(named.name)

    def _check_classifier(self, name: str, classifier: Classifier, criteria: CriteriaSet) -> None:
        places = (criteria.rounding.points, criteria.rounding.index)
        nodes = tuple(criteria.positions)
        check_classifier(classifier, places=places, attributes=self._attributes, nodes=nodes, examples=self._examples)
        self.classifiers.append(name)


def _columns(criteria: CriteriaSet) -> tuple[str, ...]:
    """The columns of the register that the set's rules and its classifier read."""
    named = (leaf.criterion.rule for leaf in criteria.leaves)
    read = [column for rule in named if rule is not None for column in rule.rule.columns]
    read += criteria.classify.classifier.columns if criteria.classify is not None else ()
    return tuple(dict.fromkeys(read))


def _rules(named: NamedRule) -> list[NamedRule]:
    return [named, *(inner for part in named.rule.parts.values() for inner in _rules(part))]
