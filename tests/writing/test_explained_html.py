"""An explanation as a page: whole, safe, self-contained, and nothing left out (`writing/explained_html.py`)."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from cchc_index.problems.problem import Language
from cchc_index.writing.explained_html import explanation_html
from tests.cycles.council import council_cycle
from tests.writing.page.reading import PageReader

NASTY = '<script>alert("x")</script> & "A"'


@pytest.fixture(scope="module")
def cycle(tmp_path_factory: pytest.TempPathFactory) -> cchc_index.Cycle:
    """A cycle whose texts would be obeyed by a careless page."""
    folder = council_cycle(
        tmp_path_factory.mktemp("cycle"), 'a,final,1,add,0.5,"<b onclick=x>lý do</b>",Hội đồng,2022-12-05,K1,\n'
    )
    (folder / "units.csv").write_text(f'unit,name,group\na,"{NASTY.replace(chr(34), chr(34) * 2)}",x\nb,B,x\n', "utf-8")
    return cchc_index.open_cycle(folder)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_page_is_whole_and_asks_for_nothing(cycle: cchc_index.Cycle, language: Language) -> None:
    """Tags close in their turn; no script, link, image; what users wrote is text; every reason and source is there."""
    card = cycle.score()["a"]
    explanation, history = card.explain(language), cycle.history("a")
    page = explanation_html(explanation, ["Dữ liệu"], language, history)
    read = PageReader(page)

    assert set(read.tags) <= {"html", "head", "meta", "link", "title", "style", "body", "header", "main", "h1", "p",
                              "details", "summary", "b", "span", "table", "tbody", "tr", "th", "td"}  # fmt: skip
    assert {name for _, name, _ in read.attributes} <= {
        "charset", "lang", "class", "open", "http-equiv", "content", "name", "rel", "href", "scope"
    }  # fmt: skip
    assert "script-src" not in read.policy
    assert "url(" not in page
    assert "://" not in page
    assert NASTY in read.text
    assert "<b onclick=x>lý do</b>" in read.text
    for node in explanation:
        assert node.reason in read.text
        assert all(place.text(language) in read.text for place in node.sources)
        assert history.words(node.code, language) in read.text
    assert explanation.index in read.text


def test_a_part_of_the_tree(cycle: cchc_index.Cycle) -> None:
    """One node with its parts, and no total."""
    explanation = cycle.score()["a"].explain("en", "2")
    page = explanation_html(explanation, [], "en")

    assert PageReader(page).tags.count("details") == 3
    assert "<table>" not in page


def test_it_is_the_same_file_each_time(cycle: cchc_index.Cycle, tmp_path: Path) -> None:
    """Nothing of the hour, and nothing of the machine."""
    pages = {explanation_html(cycle.score()["a"].explain("vi"), [], "vi", cycle.history("a")) for _ in range(2)}

    assert len(pages) == 1
    assert not list(tmp_path.iterdir())
