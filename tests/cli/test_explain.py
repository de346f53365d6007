"""`explain`: one unit on the screen or in a file, all units in a folder; what is printed can be added up again."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import cchc_index
from cchc_index.cli import main
from cchc_index.cli.explain import explain_units
from tests.cycles.council import council_cycle
from tests.results.reading_back import Reader, rounded, worked_out

ROWS = (
    "a,final,1,add,0.5,chấp nhận một phần,Hội đồng,2022-12-05,K1,\n"
    "b,appraised,2.1,set,3,không có biên bản,Tổ thẩm định,,,12/QĐ\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cycle of three stages."""
    return council_cycle(tmp_path_factory.mktemp("cycle"), ROWS)


def test_a_cycle_of_several_stages_shows_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Text and JSON: what each stage gave, by whom it was changed, and the cell it was read from."""
    assert main(["--lang", "en", "explain", str(folder), "a"]) == 0
    text = re.sub(r"\n +", " ", capsys.readouterr().out)
    assert "by stage: self-assessment 9.00 → appraised 8.00 → final 8.50 (0.5 points added: chấp nhận một phần" in text
    assert "appraised.csv, row 2 (a), column 1.rate" in text

    assert main(["explain", str(folder), "a", "1", "--format", "json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert plain["stages"] == ["self", "appraised", "final"]
    assert [step["points"] for step in plain["nodes"][0]["history"]] == ["9.00", "8.00", "8.50"]
    assert explain_units.__doc__


def test_one_stage_stays_as_it_was(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The result of one stage explains itself, says of how many points it is, and holds no other stage."""
    assert main(["--lang", "en", "explain", str(folder), "a", "--stage", "self"]) == 0
    text = capsys.readouterr().out

    assert "by stage" not in text
    assert "20 of 22 points are scored: not to be compared with other stages" in text


@pytest.mark.parametrize(("kind", "ending"), [("table", "txt"), ("html", "html"), ("json", "json"), ("csv", "csv")])
def test_all_units_into_a_folder(
    kind: str, ending: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One file a unit, each what the screen shows of it; made again they are there, and none is written over."""
    target = tmp_path / "out"
    for _ in range(2):
        assert main(["explain", str(folder), "-o", str(target), "--format", kind]) == 0
    assert sorted(path.name for path in target.iterdir()) == [f"a.{ending}", f"b.{ending}"]
    assert capsys.readouterr().out == ""
    main(["explain", str(folder), "b", "--format", kind])
    assert capsys.readouterr().out == (target / f"b.{ending}").read_text(encoding="utf-8")
    assert main(["explain", str(folder), "b", "-o", str(tmp_path / f"one.{ending}")]) == 0
    assert (tmp_path / f"one.{ending}").read_bytes() == (target / f"b.{ending}").read_bytes()

    (target / f"a.{ending}").write_text("mine", encoding="utf-8")
    assert main(["explain", str(folder), "-o", str(target), "--format", kind]) == 1
    assert (target / f"a.{ending}").read_text(encoding="utf-8") == "mine"


def test_nobody_named_and_nowhere_to_write(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told what is wanted, in both languages, before anything is read."""
    for language, wanted in (("vi", "-o THƯ-MỤC"), ("en", "-o FOLDER")):
        assert main(["--lang", language, "explain", str(folder)]) == 2
        assert wanted in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a", "-o", "q.xyz"], "q.xyz"),
        (["a", "-o", "q.html", "--format", "json"], "q.html"),
        (["-o", "x.html"], "x.html"),
        (["a", "--stage", "all"], "--stage all"),
    ],
)
def test_a_contradiction_is_told(
    folder: Path, arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An ending that is none, one that says something else, a folder with a page's name, all stages at once."""
    in_place = [str(tmp_path / each) if "." in each else each for each in arguments]

    assert main(["explain", str(folder), *in_place]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_sentence_of_a_page_is_one_paragraph(capsys: pytest.CaptureFixture[str]) -> None:
    """A browser breaks lines by itself: what a terminal would break is not broken before."""
    assert main(["explain", "cap-xa-2024", "xa-1", "--format", "html"]) == 0
    page = capsys.readouterr().out

    assert "đơn vị và số liệu đều là ví dụ, không có thật)" in page
    assert 'class="told">  ' not in page


def test_an_input_is_not_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The table that the figures were read from stays."""
    before = (folder / "self.csv").read_bytes()

    assert main(["explain", str(folder), "a", "-o", str(folder / "self.csv")]) == 1
    assert (folder / "self.csv").read_bytes() == before
    assert capsys.readouterr().err


def _blocks(text: str) -> dict[str, tuple[Fraction, Fraction, list[str]]]:
    """Each node of a text: its points, its maximum, and the paragraphs below it."""
    found: dict[str, tuple[Fraction, Fraction, list[str]]] = {}
    paragraphs: list[str] = []
    for line in text.splitlines():
        if head := re.match(r" *([\w.]+) +(-?[\d.]+|-) / +([\d.]+|-)  ", line):
            paragraphs = []
            if "-" not in (head[2], head[3]):
                found[head[1]] = (Fraction(head[2]), Fraction(head[3]), paragraphs)
        elif line.startswith("        "):
            paragraphs.append(line.strip())
        elif line.startswith(("Points", "Index %")):
            found[line.partition(" ")[0]] = (Fraction(0), Fraction(0), [line.partition("  ")[2].strip()])
    return found


@pytest.mark.parametrize("name", ["lai-chau-2021", "council"])
def test_a_hand_adds_it_up_from_the_text(name: str, folder: Path, tmp_path: Path) -> None:
    """From the reported figures in the reasons to the points of each leaf, to the sums, to the published digit."""
    path = str(folder) if name == "council" else name
    assert main(["--lang", "en", "explain", path, "-o", str(tmp_path / "out")]) == 0
    cycle = cchc_index.open_cycle(path)
    result = cycle.score()
    checked = 0
    for card in result:
        text = (tmp_path / "out" / f"{card.unit.id}.txt").read_text(encoding="utf-8")
        blocks = _blocks(text)
        criteria = card.criteria
        rounding = criteria.rounding
        reader = Reader("en", rounding.points, rounding.mode)
        total = Fraction(0)
        for code, (points, most, paragraphs) in blocks.items():
            if code in ("Points", "Index"):
                continue
            reason = re.split(r" (?:by stage|source): ", " ".join(paragraphs))[0].partition(" [")[0]
            if not criteria.node(code).parts and "adjusted" not in reason and "set to" not in reason:
                assert reader.points(reason, most) == points, (card.unit.id, code, reason)
                checked += 1
            if criteria.node(code).depth == 0:
                total += points
        assert worked_out(blocks["Points"][2][0].rpartition("= ")[2]) == total == Fraction(card.points or 0)
        if card.index is not None:
            term = blocks["Index"][2][0].partition("100 x")[2].partition(" =")[0]
            assert rounded(worked_out(f"100 x{term}"), rounding.index, rounding.mode) == Fraction(card.index)
    assert checked > 4


def test_an_adjusted_leaf_adds_up_by_hand(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """8.00 + 0.5 = 8.50, and the last stage's figure is the published one."""
    main(["--lang", "en", "explain", str(folder), "a", "1"])
    text = re.sub(r"\n +", " ", capsys.readouterr().out)
    before, added, after = map(Decimal, re.search(r"adjusted: (\S+) \+ (\S+) = (\S+) ", text).groups())  # type: ignore[union-attr]

    assert before + added == after == Decimal("8.50")
    assert "final 8.50 (" in text


def test_points_taken_away_are_subtracted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And not added with a minus; in explanations, rankings and reviews, in both languages."""
    folder = str(council_cycle(tmp_path, "a,final,1,add,-4,thiếu minh chứng,Hội đồng,2022-12-05,K1,\n"))
    assert main(["explain", folder, "a", "1"]) == 0
    text = re.sub(r"\n +", " ", capsys.readouterr().out)
    assert "điều chỉnh: 8,00 - 4 = 4,00 (" in text
    assert "kết quả 4,00 (trừ 4 điểm: thiếu minh chứng" in text
    for verb in ("score", "review"):
        assert main([verb, folder]) == 0
        assert "trừ 4 điểm: thiếu minh chứng" in re.sub(r"\n +", " ", capsys.readouterr().out)
    assert main(["--lang", "en", "score", folder]) == 0
    assert "A, 1, final: 4 points taken away: " in capsys.readouterr().out


def test_a_field_of_a_long_table_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two cells of one criterion are not the same place twice."""
    council_cycle(tmp_path, "")
    rows = "unit,code,field,value\na,1,done,8\na,1,planned,10\na,2.1,,5\na,2.2,,40\na,3,points,1\n"
    (tmp_path / "long.csv").write_text(rows, encoding="utf-8")
    table = ["explain", str(tmp_path / "long.csv"), "a", "--criteria", str(tmp_path / "set.yaml")]
    assert main(["--lang", "en", *table]) == 0
    text = capsys.readouterr().out
    assert re.findall(r"row \d+ \(a\), column (\S+)", text) == ["1.done", "1.planned", "2.1", "2.2", "3.points"]


def test_no_brackets_stand_around_no_group(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where all units are ranked together, nobody's group is meant."""
    folder = council_cycle(tmp_path, "")
    text = (folder / "set.yaml").read_text(encoding="utf-8").replace("missing:", "rank: {within: []}\nmissing:")
    (folder / "set.yaml").write_text(text, encoding="utf-8")
    assert main(["--lang", "en", "explain", str(folder), "a", "--stage", "self"]) == 0
    assert "rank 1 of 2 units\n" in capsys.readouterr().out


def test_the_unrounded_index_is_shown_where_it_decided(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Printed 75.00 and ranked and classed by 74.9967: both stand there, and it is never 0 short of 75."""
    (tmp_path / "s.yaml").write_text(
        "id: e\nedition: 2022\ntitle: E\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\n"
        "rank: {by: index, compare: exact}\n"
        "classify: {thresholds: {on: index, compare: exact, bands: [{label: Tốt, from: 75}, {label: Khá}]}}\n"
        'criteria:\n  - {code: "1", title: M, max_points: 300, rule: points}\n',
        encoding="utf-8",
    )
    (tmp_path / "t.csv").write_text("unit,name,1\na,A,224.99\nb,B,225\nc,C,224.97\n", encoding="utf-8")
    table = [str(tmp_path / "t.csv"), "--criteria", str(tmp_path / "s.yaml")]
    said = []
    for unit in "abc":
        main(["--lang", "en", "explain", table[0], unit, *table[1:]])
        said.append(capsys.readouterr().out)

    assert "= 75.00 %" in said[0]
    assert "Khá: index ≈ 74.9967; ≈ 0.0033 short of Tốt (from 75)" in said[0]
    assert "ranked by the unrounded index ≈ 74.9967 %: printed alike with 1 more" in said[0]
    assert "ranked by the unrounded index 75.00 %" in said[1]
    assert "Khá: index 74.99; 0.01 short of Tốt" in said[2]
    assert "by the unrounded" not in said[2]
    main(["score", *table])
    assert "A: 75,00 (trước khi làm tròn 74,9967), ngưỡng 75, xếp loại Khá" in capsys.readouterr().out
