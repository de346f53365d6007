"""The self-test tries every cut-off and every need of the bands, and finds a classifier that gets one wrong."""

from __future__ import annotations

from pathlib import Path

import attrs
import numpy as np
import pytest

import cchc_index
from cchc_index.checks.band_trials import band_trials
from cchc_index.checks.selftest import selftest
from cchc_index.cli import main
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.plugins import Classification, Standings, Thresholds

SET = """
id: a
edition: 1
title: A
source: {status: illustrative}
rounding: {points: 1, index: 0}
classify:
  %s:
    bands:
      - label: A
        above: 90
        needs: [{node: "1", per_cent: 50}, {count: 2, of: [{each: areas, points: 2}, {node: "2.1", points: 5}]}]
      - {label: B, from: 80, needs: [{node: "1", per_cent: 40}]}
      - {label: C, from: 0}
criteria:
  - {code: "1", title: One, max_points: 60, rule: points}
  - {code: "2", title: Two, max_points: 40, criteria: [{code: "2.1", title: Three, max_points: 40, rule: points}]}
"""


def _criteria(classifier: str) -> cchc_index.CriteriaSet:
    return parse_criteria(SET % classifier, registry=cchc_index.Registry.discover())


@pytest.mark.parametrize("classifier", ["thresholds", "bands.ordered"])
def test_each_cut_off_and_each_need_is_tried(classifier: str) -> None:
    """On an open cut-off and just above it, on a closed one and just under it, and each need just missed."""
    text = SET % classifier
    if classifier == "bands.ordered":
        text = text.replace("    bands:\n", "    quotas: [{band: A, at_most: 10}]\n    bands:\n")
    criteria = parse_criteria(text, registry=cchc_index.Registry.discover())

    found = selftest(criteria)

    assert [(trial.what, trial.expected) for trial in found.trials if not trial.unit] == [
        ("band just above a cut-off, 91 (all)", "A"),
        ("band at 90 (all)", "B"),
        ("band at 91 with criterion 1 just under what is needed (all)", "B"),
        ("band at 91 with criterion 1 just under what is needed (all)", "C"),
        ("band at 91 with criterion 2 just under what is needed (all)", "B"),
        ("band at 91 with criterion 2.1 just under what is needed (all)", "C"),
        ("band at 80 (all)", "B"),
        ("band just under a cut-off, 79 (all)", "C"),
        ("band at 80 with criterion 1 just under what is needed (all)", "C"),
    ]
    assert (found.passed, found.coverage["bands"], found.coverage["needs"]) == (True, (2, 2), (5, 5))


@attrs.frozen
class Forgetful(Thresholds):
    """Looks at figures only: bands, on, compare.

    >>> 1
    1
    """

    def classify(self, standings: Standings, /) -> Classification:
        found = super().classify(standings)
        by_points = {move.row: found.bands.index(move.by_points) for move in found.moved}
        band_of = np.array([by_points.get(row, int(place)) for row, place in enumerate(found.band_of)], dtype=np.int64)
        return attrs.evolve(found, band_of=band_of, moved=())


def test_a_classifier_that_forgets_needs_is_found() -> None:
    """What it gives stands beside what must come out."""
    criteria = _criteria("thresholds")
    assert criteria.classify is not None
    thresholds = criteria.classify.classifier
    assert isinstance(thresholds, Thresholds)
    wrong = attrs.evolve(criteria.classify, classifier=Forgetful(thresholds.bands))

    trials = band_trials(attrs.evolve(criteria, classify=wrong), "en")

    assert {(trial.expected, trial.obtained) for trial in trials if trial.of == "need"} == {
        ("B", "A"),
        ("C", "A"),
        ("C", "B"),
    }
    assert all(trial.expected == trial.obtained for trial in trials if trial.of == "cut_off")


def test_the_chart_counts_the_needs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beneath the rest, in both languages."""
    path = tmp_path / "set.yaml"
    path.write_text(SET % "thresholds", encoding="utf-8")
    for language, words in (("en", "Needs of bands: 5/5."), ("vi", "Điều kiện của xếp loại: 5/5.")):
        assert main(["--lang", language, "selftest", str(path)]) == 0
        assert words in capsys.readouterr().out
