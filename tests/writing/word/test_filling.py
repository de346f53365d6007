"""The annex says what the result says: every number in it is one of the result's."""

from __future__ import annotations

import json
from collections import Counter
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
    """In English, which writes numbers as JSON does: none is made on the way to Word but how many units there are."""
    result = example(name).score()
    title = result.title.say("en") if result.title else ""
    known = numbers_in(json.dumps(result.to_dict(), ensure_ascii=False)) | numbers_in(title)
    known |= {"256", str(len(result))}  # SHA-256, and all units
    known |= {str(sum(card.rank is not None for card in result))}
    classes: Counter[str] = Counter()
    for each in result.results:
        groups = Counter(card.group for card in each)
        ranked = Counter(card.group for card in each if card.rank is not None)
        known |= {str(count) for counts in (groups, ranked) for count in counts.values()}
        known |= {str(each.criteria.max_points), *(str(one.max_points) for one in each.criteria.criteria)}
        for counts in each.band_counts().values():
            classes.update(counts)
            known |= {str(count) for count in counts.values()}
    known |= {str(count) for count in classes.values()}
    for text in texts_of(_annex(result, "en")):
        assert numbers_in(text) <= known, text


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
