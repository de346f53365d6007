"""What each stage gave, who changed it and why: `cycles/history.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from cchc_index.cycles.history import Histories, History, Step
from cchc_index.messages import stage_word
from tests.cycles.council import council_cycle

ROWS = (
    "a,final,1,add,0.5,chấp nhận một phần,Hội đồng,2022-12-05,K1,\n"
    "b,appraised,2.1,set,3,không có biên bản,Tổ thẩm định,,,12/QĐ\n"
)


@pytest.fixture(scope="module")
def cycle(tmp_path_factory: pytest.TempPathFactory) -> cchc_index.Cycle:
    """A cycle of three stages with adjustments and objections."""
    folder = tmp_path_factory.mktemp("cycle")
    council_cycle(folder, ROWS)
    table = "unit,1.rate,1.evidence,1.note,2.1,2.2,3\na,80,,thiếu 10 hồ sơ,5,40,1\nb,70,,,4,20,\n"
    (folder / "appraised.csv").write_text(table, encoding="utf-8")
    return cchc_index.open_cycle(folder)


def _points(history: History, code: str) -> list[tuple[str, str]]:
    return [(step.stage, str(step.points)) for step in history.nodes[code]]


def test_each_stage_has_its_points(cycle: cchc_index.Cycle) -> None:
    """From the self-assessment to what is published, of criteria and of what they add up to."""
    history = cycle.history("a")

    assert history.stages == ("self", "appraised", "final")
    assert _points(history, "1") == [("self", "9.00"), ("appraised", "8.00"), ("final", "8.50")]
    assert _points(cycle.history("b", "2"), "2") == [("self", "6.00"), ("appraised", "5.00"), ("final", "5.00")]
    assert history.changed() == ("1",)  # the survey's criterion is scored later, and was not changed


def test_a_change_has_its_author_and_reason(cycle: cchc_index.Cycle) -> None:
    """A note of the stage that makes it; an adjustment with the objection that it answers; each at its own stage."""
    own, appraised, final = cycle.history("a").nodes["1"]

    assert (own.note, own.adjustments) == ("", ())
    assert (appraised.note, appraised.adjustments) == ("thiếu 10 hồ sơ", ())
    assert (final.note, final.adjustments[0].by, final.answered[0].id) == ("", "Hội đồng", "K1")
    words = cycle.history("a").words("1", "vi")
    for said in ("tự đánh giá 9,00", "thẩm định 8,00 (ghi chú: thiếu 10 hồ sơ)", "kết quả 8,50 (cộng 0,5 điểm"):
        assert said in words
    assert "trả lời: chấp nhận" in words
    assert "[Tổ thẩm định, 12/QĐ]" in cycle.history("b").words("2.1", "en")


def test_each_stage_names_its_own_cell(cycle: cchc_index.Cycle) -> None:
    """The self-assessment's table, and the council's."""
    places = [step.sources[0].text("en").rpartition("/")[2] for step in cycle.history("a").nodes["1"]]

    assert places == ["self.csv, row 2 (a), column 1.rate"] + ["appraised.csv, row 2 (a), column 1.rate"] * 2


def test_what_a_stage_does_not_score_is_said_so(cycle: cchc_index.Cycle) -> None:
    """A survey's criterion is not self-assessed, which is something else than reported only; a gap is a gap."""
    steps = cycle.history("b").nodes["3"]

    assert [step.words("en") for step in steps] == [
        "self-assessment: not scored at this stage", "appraised: missing", "final: missing",
    ]  # fmt: skip
    explained = cycle.score("self")["b"].explain("en", "3").nodes[0].reason
    assert explained == "not self-scored: taken by survey; outside both sums at this stage"


def test_what_was_left_as_it_was_is_said(tmp_path: Path) -> None:
    """A table of changes leaves the rest self-assessed, and not appraised."""
    council_cycle(tmp_path, "")
    document = (tmp_path / "cycle.yaml").read_text(encoding="utf-8")
    changes = document.replace("files: [appraised.csv]", "files: [{path: appraised.csv, changes: yes}]")
    (tmp_path / "cycle.yaml").write_text(changes, encoding="utf-8")
    (tmp_path / "appraised.csv").write_text("unit,1.rate,3\na,80,1\nb,,1\n", encoding="utf-8")
    steps = cchc_index.open_cycle(tmp_path).history("b").nodes["1"]

    assert [step.carried for step in steps] == ["", "self"]
    assert steps[1].words("en") == "appraised 7.00 (self-assessed, not appraised)"


def test_as_plain_values(cycle: cchc_index.Cycle) -> None:
    """Numbers are texts, stages have their keys, objections stand beside."""
    plain = cycle.history("a").to_dict("en")

    assert plain["nodes"]["1"][2]["points"] == "8.50"
    assert plain["nodes"]["1"][2]["objections"][0]["answer"] == "chấp nhận"
    assert plain["nodes"]["3"][0]["status"] == "not_scored"
    assert [each["id"] for each in plain["objections"]] == ["K1"]


def test_up_to_a_stage(cycle: cchc_index.Cycle) -> None:
    """What came after it is not told; one stage alone has no history in words."""
    histories = cycle.histories("appraised")

    assert isinstance(histories, Histories)
    assert histories.of("a").stages == ("self", "appraised")
    assert cycle.histories("self").of("a").words("1", "vi") == ""


@pytest.mark.parametrize(("unit", "code"), [("z", None), ("a", "9")])
def test_nobody_and_nothing(cycle: cchc_index.Cycle, unit: str, code: str | None) -> None:
    """A unit or a criterion that is not there is told."""
    with pytest.raises(cchc_index.UnknownNameError):
        cycle.history(unit, code)


def test_stages_have_their_names() -> None:
    """In both languages; a stage of the cycle's own is called as the cycle calls it."""
    assert [stage_word(each, "vi") for each in ("self", "appraised", "final", "vòng 2")] == [
        "tự đánh giá", "thẩm định", "kết quả", "vòng 2",
    ]  # fmt: skip
    assert Step("vòng 2", None, "not_applicable").words("en") == "vòng 2: does not apply"
