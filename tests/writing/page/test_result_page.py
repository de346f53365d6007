"""The page of a result: whole, safe, self-contained, and nothing left out (`writing/page/result_page.py`)."""

from __future__ import annotations

import shutil
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc_index
from cchc_index.cli import main
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.messages import phrase, stage_word
from cchc_index.problems.problem import Language
from cchc_index.problems.shown import shown
from cchc_index.reading.shipped import shipped_folder
from cchc_index.writing.page.columns import MOST_EXPLAINED
from cchc_index.writing.page.frame import PAGE
from cchc_index.writing.page.result_page import result_page
from cchc_index.writing.text import note_lines
from tests.cycles.council import council_cycle
from tests.writing.page.communes import PROVINCE, communes
from tests.writing.page.reading import PageReader

SET = """
id: names
edition: 1
title: Bộ <b>&
source: {status: illustrative}
rounding: {points: 2, index: 2}
missing: incomplete
criteria:
  - {code: "1", title: "</script><script>alert(1)</script>", max_points: 4, reference: "Điều <3>", rule: points}
  - {code: "2", title: Two, max_points: 4, rule: points}
"""
_NASTY = st.sampled_from(
    [
        "</script>",
        "<!--",
        '"',
        "'",
        "&amp;",
        "\u202e",
        "\u2066",
        "\x1b[33m",
        "\x07",
        "<b onclick=x>",
        "{count}",
        "%s",
        "Ấ",
    ]
)


def _page(cycle: CycleResult, language: Language = "vi") -> PageReader:
    return PageReader("".join(result_page(cycle, language)))


@pytest.mark.parametrize("name", ["lai-chau-2021", "cao-bang-2021", "cap-xa-2024", "cap-xa-2025", "pci-2021"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_page_has_every_unit_and_says_what_it_is(name: str, language: Language) -> None:
    """Set, status, source, data, stage, notes, digest and inputs; each unit in the ranking and in the heat map."""
    cycle = cchc_index.open_cycle(name).score()
    read = _page(cycle, language)

    assert ("html", "lang", language) in read.attributes
    assert cycle.digest in read.text
    assert cycle.data is not None
    assert phrase(f"data.{cycle.data}", language) in read.text
    assert all(file in read.text and told in read.text for file, told in cycle.inputs.items())
    for result in cycle.results:
        source = result.criteria.source
        assert phrase(f"source.{source.status}", language) in read.text
        assert source.decision in read.text
        assert stage_word(result.stage, language) in read.text
        for line in note_lines(result, language, PAGE):
            assert line.replace("\x1b[1m", "").replace("\x1b[0m", "").strip() in read.text
    for card in cycle:
        assert sum(card.unit.name in row for row in read.rows) == 2
    assert read.data["explained"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_page_asks_for_nothing(language: Language) -> None:
    """Its links lead into itself, and no element takes a file, a style or a handler from anywhere."""
    read = _page(cchc_index.open_cycle("cao-bang-2021").score(), language)
    leading = {value for _, name, value in read.attributes if name in ("href", "src")}

    assert all(each == "data:," or each.startswith("#") for each in leading)
    assert not {"iframe", "img", "object", "embed", "audio", "video", "base"} & set(read.tags)
    assert not [name for _, name, _ in read.attributes if name.startswith("on") or name == "style"]
    assert [value for tag, name, value in read.attributes if tag == "form" and name == "action"] == []


def test_tables_are_told_to_whoever_hears_them() -> None:
    """Each has a caption, heads with a scope, and a name for each row; its frame can be reached by keyboard."""
    read = _page(cchc_index.open_cycle("cao-bang-2021").score())
    heads = [value for tag, name, value in read.attributes if tag == "th" and name == "scope"]

    assert read.tags.count("caption") == read.tags.count("table") == 4
    assert read.tags.count("th") == len(heads)
    assert {tag for tag in ("header", "main", "footer", "h1") if read.tags.count(tag) != 1} == set()
    assert [value for tag, name, value in read.attributes if name == "tabindex" and tag == "div"] == ["0"] * 4


@settings(max_examples=40)
@given(st.lists(st.lists(st.text(max_size=300) | _NASTY, min_size=1).map("".join), min_size=1, max_size=4))
def test_names_are_texts_whatever_they_hold(names: list[str]) -> None:
    """Markup, quotes, marks of direction, control letters and 300 letters stand there as text, and in the data."""
    criteria = parse_criteria(SET, registry=cchc_index.Registry.builtin())
    told = [name.encode(errors="replace").decode() or "-" for name in names]
    register = cchc_index.Register(tuple(cchc_index.Unit(f"u/{at} %", name, "x") for at, name in enumerate(told)))
    rows = [{"unit": f"u/{at} %", "1": "1", "2": "2"} for at in range(len(told))]
    cycle = CycleResult((cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, register)),))
    read = _page(cycle)

    assert read.tags.count("script") == 2
    units = read.data["results"][0]["units"]
    assert sorted(name for _, name, _ in units) == sorted(map(shown, told))
    assert all(any(shown(name) in cell for row in read.rows for cell in row) for name in told)
    assert {value for tag, name, value in read.attributes if tag == "a" and value.startswith("#unit")} == {
        f"#unit/u%2F{at}%20%25" for at in range(len(told))
    }


def test_a_unit_that_lacks_something_is_told_so() -> None:
    """No index is shown for it, nobody is ranked, and there is no mean to show."""
    criteria = parse_criteria(SET, registry=cchc_index.Registry.builtin())
    rows = [{"unit": "u", "name": "Xã A", "1": "1", "2": ""}]
    read = _page(CycleResult((cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria)),)))

    assert ["–", "Xã A", "1,00", "8,00", phrase("heading.incomplete", "vi")] in read.rows
    assert "tfoot" not in read.tags


def test_stages_and_a_council_stand_in_the_data(tmp_path: Path) -> None:
    """Each stage is a section; what a council changed, by whom and why, is in the reasons."""
    cycle = cchc_index.open_cycle(council_cycle(tmp_path, "a,final,1,add,0.5,<lý do>,Hội đồng,2022-12-05,,\n"))
    read = _page(cycle.score("all"))

    assert [each["stage"] for each in read.data["results"]] == [
        stage_word(s, "vi") for s in ("self", "appraised", "final")
    ]
    assert any("<lý do>" in text for texts, _ in read.data["results"][-1]["reasons"] for text in texts)


def test_a_correction_says_what_it_replaces(tmp_path: Path) -> None:
    """The digest of the result before, the reason, who answers for it, and each figure that changed."""
    folder, before, page = tmp_path / "cycle", tmp_path / "before.json", tmp_path / "page.html"
    shutil.copytree(shipped_folder("examples") / "lai-chau-2021", folder)
    assert main(["score", str(folder), "-o", str(before)]) == 0
    table = folder / "indicators.csv"
    text = table.read_text(encoding="utf-8").replace("Sở Tài chính,2,2,2,2,1", "Sở Tài chính,1.5,2,2,2,1")
    table.write_text(text, encoding="utf-8")
    told = ["--replaces", str(before), "--reason", "nhập nhầm", "--by", "Sở Mẫu"]

    assert main(["score", str(folder), *told, "-o", str(page)]) == 0
    read = PageReader(page.read_text(encoding="utf-8"))
    assert "nhập nhầm" in read.text
    assert "Sở Mẫu" in read.text
    assert "Sở Tài chính: điểm 15,747 → 15,247" in read.text


def test_a_large_page_says_what_it_leaves_out() -> None:
    """Beyond so many points there are no reasons, which the page says with the command that gives them."""
    small = communes(3)
    nodes = len(small.results[0].criteria.nodes)
    large = communes(MOST_EXPLAINED // nodes + 1)
    words = "cchc-index explain"

    assert words not in _page(small, "en").text
    read = _page(large, "en")
    assert words in read.text
    assert "reasons" not in read.data["results"][0]
    assert len(read.data["results"][0]["points"]["at"]) == nodes


def test_a_province_fits_into_three_megabytes() -> None:
    """170 communes with 100 leaves each, and every reason, where nearly no two answers are alike."""
    size = sum(len(piece.encode()) for piece in result_page(communes(PROVINCE), "vi"))

    assert size <= 3_000_000


def test_a_table_without_a_cycle_has_a_page() -> None:
    """Its title is the set's; nothing is said of data that nobody declared."""
    cycle = attrs.evolve(communes(2), title=None, data=None)
    read = _page(cycle, "en")

    assert read.text.count("Bench") >= 2
    assert "synthetic" not in read.text
