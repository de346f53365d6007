"""Registries are values; plugins are imported when named."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from tests.registry.trial_plugin import SET, Base, plugin_of, result_of


def test_a_rule_of_a_plugin_is_a_rule() -> None:
    """Named with its prefix, it scores like any other."""
    assert [str(card.points) for card in result_of(plugin_of(Base))] == ["4.00", "3.00"]


def test_a_plugin_nobody_names_is_not_imported() -> None:
    """Discovery reads metadata only."""
    import sys

    before = {name for name in sys.modules if name.startswith("cchc_index_")}
    for name in before:
        del sys.modules[name]
    try:
        cchc_index.open_cycle("lai-chau-2021", registry=cchc_index.Registry.discover()).score()
        assert not {name for name in sys.modules if name.startswith("cchc_index_")}
    finally:
        for name in before:
            __import__(name)


def test_a_registry_can_be_limited() -> None:
    """Only the plugins that are allowed; one that is not there is told with its pip command."""
    assert [plugin.name for plugin in cchc_index.Registry.discover(only=["bands"]).plugins] == ["bands"]
    with pytest.raises(cchc_index.PluginError, match="pip install cchc-index-ha-giang"):
        cchc_index.Registry.discover(only=["ha_giang"])
    with pytest.raises(cchc_index.CchcError, match="cchc-index-cao-bang"):
        parse_criteria(SET % "{cao_bang.on_time: {of: settled}}", registry=cchc_index.Registry.builtin())


def test_two_distributions_with_one_name_are_an_error_for_who_names_them() -> None:
    """And for no other set."""
    registry = cchc_index.Registry.builtin().with_plugin("trial", plugin_of(Base)).with_plugin("trial", plugin_of(Base))

    assert parse_criteria(SET % "points", registry=registry).name == "a-1"
    with pytest.raises(cchc_index.PluginError, match="trial"):
        parse_criteria(SET % "trial.try", registry=registry)
    with pytest.raises(cchc_index.PluginError, match="trial"):
        cchc_index.load_criteria("trial.set-1", registry=registry)


def test_no_plugin_can_take_the_name_of_a_built_in_rule() -> None:
    """Names without a prefix are the library's own."""
    registry = cchc_index.Registry.builtin().with_plugin("points", plugin_of(Base))

    assert registry.rule("points") is cchc_index.Registry.builtin().rule("points")


def test_a_name_without_its_prefix_is_told_which_prefixes_there_are() -> None:
    """No plugin is imported to find out whose it is; a near name needs no such hint."""
    registry = cchc_index.Registry.builtin().with_plugin("trial", plugin_of(Base))

    with pytest.raises(cchc_index.CriteriaError, match=r"yes_no, trial\.…\."):
        parse_criteria(SET % "try", registry=registry)
    with pytest.raises(cchc_index.CriteriaError, match=r"Perhaps: points\?.*yes_no\.$"):
        parse_criteria(SET % "pionts", registry=registry)
