"""The annex says what the result says: every number in it is one of the result's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.writing.result_files import RESULT_FILES
from cchc_index.writing.word.filling import MOST_AREAS, annex_fields
from tests.results.per_card import random_result
from tests.writing.word.reading import example, lines_of, numbers_in, tables_of, texts_of
from tests.writing.word.small import LONG, NAMES, small_cycle


def _annex(result: CycleResult, language: Any = "vi") -> bytes:
    return b"".join(RESULT_FILES[".docx"](result, language))


def _ranking(data: bytes) -> list[list[str]]:
    """The rows of ranks and classes, without their heads."""
    return [row for table in tables_of(data) if table[0][2:3] == ["Điểm đạt"] for row in table[1:]]


@pytest.mark.parametrize("name", ["cao-bang-2021", "lai-chau-2021", "pci-2021", "cap-xa-2025"])
def test_every_number_is_one_of_the_results(name: str) -> None:
    """In English, which writes numbers as JSON does: none is made on the way to Word."""
    result = example(name).score()
    said = json.dumps(result.to_dict(), ensure_ascii=False)
    known = numbers_in(said) | {f"{len(result)}", "100"}
    for each in result.results:
        known |= {
            f"{len(each)}",
            *(f"{sum(card.group == group for card in each)}" for group in {c.group for c in each}),
        }
        known |= {f"{sum(card.rank is not None for card in each if card.group == g)}" for g in {c.group for c in each}}
        known |= {str(count) for counts in each.band_counts().values() for count in counts.values()}
        known |= {str(criterion.max_points) for criterion in each.criteria.criteria} | {str(each.criteria.max_points)}
    for counts in [annex_fields(result, "en")["classes"]]:
        bands = [each.band_counts() for each in result.results]
        for each in counts:
            label = each["label"]
            own = [group.get(label, 0) for band in bands for group in band.values()]
            assert int(each["units"]) == sum(own) or label not in {k for b in bands for g in b.values() for k in g}
        known |= {each["units"] for each in counts}
    texts = [
        *lines_of(_annex(result, "en")),
        *(cell for t in tables_of(_annex(result, "en")) for row in t for cell in row),
    ]
    title = result.title.say("en") if result.title else ""
    notes = {note for each in annex_fields(result, "en")["sets"] for note in each["notes"]}
    for text in texts:
        if text not in notes and title not in text:
            assert not numbers_in(text) - known, text


def test_ranks_and_classes_stand_as_the_result_has_them() -> None:
    """Row by row, in its order."""
    result = example("lai-chau-2021").score()
    assert _ranking(_annex(result)) == [
        [
            str(card.rank or "-"),
            card.unit.name,
            str(card.points).replace(".", ","),
            str(card.max_points).replace(".", ","),
            str(card.index).replace(".", ","),
            card.band.label.say("vi") if card.band else "-",
        ]
        for card in result
    ]


def test_component_indices_stand_under_their_areas() -> None:
    """Of nine top-level nodes in two tables, since more than eight fit no page."""
    result = example("lai-chau-2021").score().results[0]
    tables = annex_fields(example("lai-chau-2021").score(), "en")["sets"][0]["groups"][1]["area_tables"]
    assert [len(table["areas"]) for table in tables] == [5, 4]
    assert max(len(table["areas"]) for table in tables) <= MOST_AREAS
    codes = [area["code"] for table in tables for area in table["areas"]]
    assert codes == [node.criterion.code for node in result.criteria.top]
    for table in tables:
        for row in table["rows"]:
            own = [result[row["unit"]].node(area["code"]).index for area in table["areas"]]
            assert row["indices"] == ["-" if index is None else str(index) for index in own]


@pytest.mark.parametrize("ranked", ["yes", "no"])
@pytest.mark.parametrize("units", [1, 4])
def test_names_and_titles_survive(tmp_path: Path, units: int, ranked: str) -> None:
    """300 letters, markup, braces and a formula are texts; no unit need be ranked, nor be complete."""
    cycle = small_cycle(tmp_path, dict(list(NAMES.items())[:units]), ranked=ranked)
    data = _annex(cycle.score())
    cells = {cell for table in tables_of(data) for row in table for cell in row}
    wanted = [LONG.strip(), NAMES["b"], NAMES["c"], NAMES["d"]][:units]
    assert set(wanted) <= cells
    assert "Đợt <thử> & {{ x }}" in lines_of(data)
    assert any(line.startswith("Bộ <thử> & {{ title }}") for line in lines_of(data))
    assert ("chưa đủ số liệu" in cells) is (units > 1)


def test_what_every_output_repeats_stands_at_the_head() -> None:
    """Synthetic data, an illustrative set, the stage."""
    lines = "\n".join(lines_of(_annex(example("cap-xa-2025").score())))
    for said in ("số liệu giả lập", "minh họa, không phải văn bản thật", "cap-xa-2025", "kết quả"):
        assert said in lines
    assert example("cap-xa-2025").score().digest in lines


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32), units=st.integers(0, 12), places=st.tuples(st.integers(1, 6), st.integers(0, 6)))
def test_any_result_gives_an_annex_that_opens(seed: int, units: int, places: tuple[int, int]) -> None:
    """Whatever its columns hold; every unit stands in it, and the bytes are the same again."""
    result = CycleResult((attrs.evolve(random_result(seed, units, places), claims=()),), data="synthetic")
    data = _annex(result)
    assert data == _annex(result)
    assert len(_ranking(data)) == units
    assert list(texts_of(data))
