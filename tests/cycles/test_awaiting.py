"""Files still to come: their criteria are missing everywhere, told once, and the result says that it is provisional."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cchc_index
from cchc_index.cli import main
from tests.cycles.council import CYCLE, SET, council_cycle, told_of

LATE = 'awaiting: [{codes: ["3"], criteria: set.yaml, until: 2022-03-01}]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cycle whose survey (criterion 3) has not come, of a set that refuses gaps."""
    council_cycle(tmp_path, "")
    (tmp_path / "set.yaml").write_text(SET.replace("missing: incomplete\n", ""), encoding="utf-8")
    (tmp_path / "cycle.yaml").write_text(CYCLE + LATE, encoding="utf-8")
    (tmp_path / "appraised.csv").write_text("unit,1.rate,2.1,2.2\na,80,5,40\nb,70,4,20\n", encoding="utf-8")
    return tmp_path


def _say(folder: Path, awaiting: str) -> None:
    (folder / "cycle.yaml").write_text(CYCLE + awaiting, encoding="utf-8")


def test_what_is_awaited_is_missing_for_all_and_told_once(folder: Path) -> None:
    """The set refuses gaps, and still there is a result: without index, rank and band, with one warning."""
    (result,) = cchc_index.open_cycle(folder).score("appraised").results

    assert [(card.complete, card.index, card.rank, card.band) for card in result] == [(False, None, None, None)] * 2
    assert [each.to_dict() for each in result.warnings] == [
        {"kind": "awaiting", "unit": "", "code": "3", "until": "2022-03-01"}
    ]
    assert result["a"].node("3").status == "missing"
    assert {"complete": [False, False]}.items() <= result.to_frame("polars").to_dict(as_series=False).items()


def test_a_stage_that_needs_nothing_of_it_is_whole(folder: Path) -> None:
    """Units do not score themselves by a survey: the result of that stage has all it needs."""
    result = cchc_index.open_cycle(folder).score("self").results[0]

    assert result.awaiting == ()
    assert all(card.complete for card in result)


def test_relative_rules_compare_whoever_lacks_nothing_else(folder: Path) -> None:
    """What all await keeps nobody out of a comparison; what one unit alone lacks does."""
    result = cchc_index.open_cycle(folder).score("appraised").results[0]

    assert [str(result[unit].node("2.2").points) for unit in "ab"] == ["4.00", "2.00"]


def test_a_relative_criterion_may_be_awaited_itself(folder: Path) -> None:
    """Its units wait for the file, and not for one another; the node above is missing as well."""
    _say(folder, 'awaiting: [{codes: ["2.2", "3"]}]\n')
    for name in ("self.csv", "appraised.csv"):
        (folder / name).write_text("unit,1.rate,2.1\na,80,5\nb,70,4\n", encoding="utf-8")

    result = cchc_index.open_cycle(folder).score("appraised").results[0]

    assert [(each.kind, each.code) for each in result.warnings] == [("awaiting", "2.2"), ("awaiting", "3")]
    assert result["a"].node("2").status == "missing" or not result["a"].complete


def test_of_a_node_all_leaves_are_awaited(folder: Path) -> None:
    """A whole block may be still to come; blank cells in its columns are no gaps."""
    _say(folder, 'awaiting: [{codes: ["2", "3"]}]\n')
    for name in ("self.csv", "appraised.csv"):
        (folder / name).write_text("unit,1.rate,2.1\na,80,\nb,70,\n", encoding="utf-8")

    result = cchc_index.open_cycle(folder).score("appraised").results[0]

    assert [result["a"].node(code).status for code in ("1", "2.1", "2.2")] == ["scored", "missing", "missing"]


def test_a_unit_to_which_it_does_not_apply_is_complete(folder: Path) -> None:
    """Who needs nothing of the file has an index at once."""
    _say(folder, 'awaiting: [{codes: ["2", "3"]}]\n')
    text = SET.replace("missing: incomplete\n", "").replace("method: survey", "not_applicable: allowed, method: survey")
    (folder / "set.yaml").write_text(text, encoding="utf-8")
    (folder / "self.csv").write_text("unit,1.rate,2\na,80,na\nb,70,\n", encoding="utf-8")
    (folder / "appraised.csv").write_text("unit,1.rate,2,3\na,80,na,na\nb,70,,\n", encoding="utf-8")

    result = cchc_index.open_cycle(folder).score("appraised").results[0]

    assert [(unit, result[unit].complete, str(result[unit].index)) for unit in "ab"] == [
        ("a", True, "80.00"),
        ("b", False, "None"),
    ]


@pytest.mark.parametrize(
    ("awaiting", "told"),
    [
        ('[{codes: ["9"]}]', [("awaiting.code", "cycle.yaml:8:21")]),
        ('[{codes: ["3"], criteria: other.yaml}]', [("awaiting.set", "cycle.yaml:8:37")]),
        ('[{codes: ["3", "3"]}]', [("awaiting.twice", "cycle.yaml:8:26")]),
        ('[{codes: ["2"]}, {codes: ["2.1"], criteria: set.yaml}]', [("awaiting.twice", "cycle.yaml:8:37")]),
        ('[{codes: ["3"], until: 2022-02-31}]', [("awaiting.until", "cycle.yaml:8:34")]),
        ("[{codes: []}]", [("awaiting.no_codes", "cycle.yaml:8:20")]),
    ],
)
def test_what_is_wrong_with_the_declaration_is_told(folder: Path, awaiting: str, told: list[tuple[str, str]]) -> None:
    """Each fault with its place in cycle.yaml."""
    _say(folder, f"awaiting: {awaiting}\n")

    found = [each for each in told_of(folder) if each[0].startswith("awaiting.") and each[0] != "awaiting.come"]

    assert found == told


def test_a_node_that_is_left_out_is_not_awaited(folder: Path) -> None:
    """What the cycle leaves out needs no file."""
    (folder / "set.yaml").write_text(SET + 'optional: ["3"]\n', encoding="utf-8")
    _say(folder, LATE + 'absent: ["3"]\n')

    assert told_of(folder) == [("awaiting.absent", "cycle.yaml:8:21")]


def test_values_that_have_come_are_told_with_their_cells(folder: Path) -> None:
    """The file is there: the criterion is to be taken off the list, whatever the stage."""
    (folder / "appraised.csv").write_text("unit,1.rate,2.1,2.2,3\na,80,5,40,x\nb,70,4,20,2\n", encoding="utf-8")

    assert told_of(folder) == [
        ("awaiting.come", "appraised.csv, row 2 (a), column 3"),
        ("awaiting.come", "appraised.csv, row 3 (b), column 3"),
    ]


def test_what_is_awaited_cannot_be_adjusted(folder: Path) -> None:
    """Points set beside a file that is still to come would be forgotten when it comes."""
    head = "unit,stage,code,action,value,reason,by\n"
    (folder / "adjustments.csv").write_text(head + "a,appraised,3,set,1,r,B\n", encoding="utf-8")

    assert told_of(folder) == [("adjustment.awaited", "adjustments.csv, row 2 (a)")]


def test_every_output_says_that_it_is_provisional(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The heading of a result, of an explanation and of an audit, in both languages; JSON as data."""
    (folder / "published.csv").write_text("unit,1\na,8\n", encoding="utf-8")
    for language, words in {"vi": "TẠM THỜI, còn chờ số liệu: 3 S (hạn 2022-03-01)", "en": "PROVISIONAL"}.items():
        for verb in (["score"], ["explain"], ["audit"]):
            unit = ["a"] if verb == ["explain"] else []
            main(["--lang", language, *verb, str(folder), *unit])
            told = capsys.readouterr().out
            assert told.count(words) == 1, told
    main(["explain", str(folder), "a", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["awaiting"] == [
        {"kind": "awaiting", "unit": "", "code": "3", "until": "2022-03-01"}
    ]
    assert "tệp còn chờ (hạn 2022-03-01)" in str(cchc_index.open_cycle(folder).score()["a"].explain("vi"))
    assert "provisional" in cchc_index.open_cycle(folder).score().results[0]._repr_html_()


def test_check_says_what_is_awaited(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Silence means that all is there: a check without problems says what is not, and still succeeds."""
    assert main(["--lang", "en", "check", str(folder)]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "PROVISIONAL" in told.err

    assert main(["check", str(folder), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["awaiting"] == [
        {"criteria": "t-2022", "stage": "appraised", "code": "3", "until": "2022-03-01"}
    ]


def test_a_result_read_back_is_still_provisional(folder: Path, tmp_path: Path) -> None:
    """The file keeps what is awaited, and its digest."""
    result = cchc_index.open_cycle(folder).score()
    path = tmp_path / "result.json"
    path.write_text(json.dumps(result.to_dict()), encoding="utf-8")

    back = cchc_index.read_result(path)

    assert back.digest == result.digest
    assert [each.code for each in back.results[0].awaiting] == ["3"]


def test_a_scenario_awaits_what_its_base_awaits(folder: Path) -> None:
    """Other weights change nothing about what has not come."""
    (assessment,) = cchc_index.open_cycle(folder).assessments("appraised")
    other = assessment.criteria.with_points({"1": 20})

    result = cchc_index.score(other, assessment.for_criteria(other))

    assert [each.code for each in result.awaiting] == ["3"]
    assert not result["a"].complete
