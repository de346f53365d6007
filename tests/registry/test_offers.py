"""What a plugin's module delivers: each thing that keeps it from being used is told where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from cchc_index.registry.offers import KINDS, Offer
from tests.registry.written_plugin import line_of, registry_of, write


def _offer(path: Path) -> Offer:
    plugin = registry_of(path).plugins[0]
    return plugin.offer


def test_a_module_is_asked_by_its_hooks(tmp_path: Path) -> None:
    """Each kind by its own, and nothing where there is none."""
    offer = _offer(write(tmp_path))

    assert {kind: list(getattr(offer, kind)) for kind in KINDS} == {
        "rules": ["sessions"],
        "classifiers": ["everybody"],
        "criteria": [],
        "aggregations": ["mean"],
        "evidence": [],
    }


@pytest.mark.parametrize(
    ("change", "fragment", "said"),
    [
        (("cchc_index_api = 1", "cchc_index_api = 9"), "", "wants hook API 9"),
        (("cchc_index_api = 1", 'cchc_index_api = "1"'), "", "wants hook API 1"),
        (("@hookimpl\ndef cchc_register_agg", "def cchc_register_agg"), "def cchc_register_agg", "@hookimpl"),
        (("def cchc_register_agg", "def cchc_register_ag"), "def cchc_register_ag", "cchc_register_aggregations"),
        (("def cchc_register_rules()", "def cchc_register_rules(wanted)"), "A rule, a classifier", "no hook|wanted"),
        (('return {"mean": Mean}', "return None"), "def cchc_register_agg", "returned NoneType"),
        (('{"mean": Mean}', "{1: Mean}"), "def cchc_register_agg", "mapping of names"),
        (('{"mean": Mean}', "{'the mean': Mean}"), "def cchc_register_agg", "no dot and no space"),
        (('{"mean": Mean}', "{'mean': Sessions}"), "class Sessions", "derived from Aggregation"),
        (('{"mean": Mean}', "{'mean': lambda: Mean}"), "{'mean': lambda", "derived from Aggregation"),
        (("def cchc_register_rules", "def cchc_register_criteria"), "def cchc_register_criteria", "path of a YAML"),
    ],
)
def test_what_cannot_be_used_is_told_where_it_stands(
    change: tuple[str, str], fragment: str, said: str, tmp_path: Path
) -> None:
    """File and line of the plugin, in the error that names its distribution."""
    path = write(tmp_path, change)

    with pytest.raises(cchc_index.PluginError, match=said) as told:
        _offer(path)

    place = told.value.problems[0].place
    assert told.value.distribution == "cchc-index-written 1.0"
    assert not fragment or (place is not None and place.line == line_of(path, fragment)), str(told.value)
