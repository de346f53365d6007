"""A year as it is reported: beside the year before where the two can be compared, with what was counted."""

from __future__ import annotations

import json
from pathlib import Path

import attrs

import cchc_index
from cchc_index.reports.year import area_means, reported_evidence, reported_year
from tests.writing.word.reading import EXAMPLES, example


def test_the_year_before_stands_beside_the_same_areas() -> None:
    """As the mapping of the later year says it; the changes are those of `compare`."""
    before, after = example("cap-xa-2024"), example("cap-xa-2025")
    found = reported_year(after, previous=before)
    means = [next(each for each in cycle.score().results[0].means if each.group is None) for cycle in (before, after)]
    for area in found.sets[0].areas:
        code = area.node.criterion.code
        assert (area.before, area.index) == tuple(mean.nodes[code] for mean in means)
        assert area.change == area.index - area.before  # type: ignore[operator]
    compared = cchc_index.compare_years(before, after)
    assert found.before is not None
    assert found.before.to_dict() == compared.to_dict()


def test_the_result_that_a_cycle_names_is_the_year_before(tmp_path: Path) -> None:
    """`previous:` of cycle.yaml, unless another is given."""
    folder = tmp_path / "cycle"
    folder.mkdir()
    for path in (EXAMPLES / "cap-xa-2025").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "last.json").write_text(json.dumps(example("cap-xa-2024").score().to_dict()), encoding="utf-8")
    text = (folder / "cycle.yaml").read_text(encoding="utf-8")
    (folder / "cycle.yaml").write_text(text + "previous: last.json\n", encoding="utf-8")
    found = reported_year(cchc_index.open_cycle(folder))
    assert found.before is not None
    assert len(found.before.changes) == 6


def test_years_that_cannot_be_compared_are_a_fact_of_the_report() -> None:
    """Nothing is refused: why they cannot be is said."""
    found = reported_year(example("lai-chau-2021"), previous=example("cap-xa-2024"))
    assert (found.before, [each.key for each in found.refused]) == (None, ["years.no_units"])
    assert all(area.before is None for each in found.sets for area in each.areas)


def test_means_without_a_year_before() -> None:
    """Each top-level node, in the order of the set."""
    result = example("lai-chau-2021").score().results[0]
    assert [each.node.criterion.code for each in area_means(result)] == [str(n) for n in range(1, 10)]
    assert all(each.change is None for each in area_means(result))


def test_entries_for_the_report_alone_stand_for_their_builder() -> None:
    """The three that count levels for criteria do not stand beside the one that counts all, nor are added to it."""
    result = example("cao-bang-2021").score()
    assert [each.builder for each in reported_evidence(result)] == [
        "dossiers",
        "documents",
        "initiatives",
        "commendations",
    ]
    feeding = attrs.evolve(result, counted=tuple(each for each in result.counted if not each.is_for_the_report))
    assert [sorted(each.entry.feeds) for each in reported_evidence(feeding)] == [["2.1.1"], ["2.1.1"], ["2.2.2"]]


def test_objections_and_adjustments_are_those_of_the_cycle() -> None:
    """With what came of them."""
    found = reported_year(example("cap-xa-2025"))
    assert [(each.objection.id, each.state) for each in found.contested] == [("K1", "adjusted")]
    assert [(each.unit, each.code) for _, each in found.adjustments] == [("xa-7", "2.2")]
