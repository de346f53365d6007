"""The log as an officer meets it: shown, written, held against a result, refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc_index.cli import main
from cchc_index.cli.log import log_lines
from cchc_index.cycles.step_log import LOG_FILE, LogStep, StepLog
from cchc_index.writing.table import Style
from tests.cycles.council import council_cycle

BY = ["--by", "UBND tỉnh", "--date", "2022-12-31"]


@pytest.fixture
def cycle(tmp_path: Path) -> str:
    """A cycle that can be scored."""
    (tmp_path / "cycle").mkdir()
    return str(council_cycle(tmp_path / "cycle", ""))


def test_a_step_is_written_and_shown(cycle: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With its number and the head; the head is on the result too."""
    assert main(["--lang", "en", "log", cycle]) == 0
    assert capsys.readouterr() == ("This cycle has no log yet.\n", "")
    assert main(["--lang", "en", "log", cycle, "--step", "published", *BY]) == 0
    told = capsys.readouterr().out.splitlines()
    head = told[1].removeprefix("Head of the log: ")
    assert told[0] == "Step 1 (published) is in the log."
    assert len(head) == 64
    assert main(["log", cycle, "--step", "note", *BY, "--note", "Đăng trên cổng thông tin"]) == 0
    assert "Đã ghi bước 2 (ghi chú)" in capsys.readouterr().out

    assert main(["log", cycle]) == 0
    shown = capsys.readouterr().out
    assert "công bố" in shown
    assert "2. Đăng trên cổng thông tin" in shown
    assert main(["log", cycle, "--format", "json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert [step["number"] for step in made["steps"]] == [1, 2]
    assert made["steps"][0]["hash"] == made["steps"][1]["previous"] == head
    assert main(["score", cycle]) == 0
    assert f"Mã cuối nhật ký: {made['head']}" in capsys.readouterr().out
    assert main(["log", cycle, "--step", "scored", *BY, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["number"] == 3


def test_a_log_is_held_against_a_result(cycle: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A tail that was cut off cleanly leaves a sound log, and is found by the head on the result."""
    result = str(tmp_path / "r.json")
    assert main(["score", cycle, "-o", result]) == 0
    assert main(["--lang", "en", "log", cycle, "--result", result]) == 1
    assert "names no head of a log" in capsys.readouterr().err
    for step in ("scored", "published"):
        assert main(["log", cycle, "--step", step, *BY]) == 0
    assert main(["score", cycle, "-o", result]) == 0
    assert main(["log", cycle, "--step", "note", "--note", "x", *BY]) == 0
    assert main(["log", cycle, "--result", result]) == 0
    capsys.readouterr()
    assert main(["log", cycle, "--result", result, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["holds"] is True

    log = Path(cycle) / LOG_FILE
    log.write_bytes(log.read_bytes().splitlines(keepends=True)[0])
    assert main(["log", cycle]) == 0
    assert main(["check", cycle]) == 0
    capsys.readouterr()
    assert main(["--lang", "en", "log", cycle, "--result", result]) == 1
    assert "cut off or replaced" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--step", "published"], 2),
        (["--step", "published", "--by", "A", "--date", "31/12/2022"], 2),
        (["--by", "A"], 2),
        (["--date", "2022-12-31"], 2),
        (["--step", "note", "--by", "A"], 2),
        (["--step", "published", *BY, "--result", "r.json"], 2),
        (["--step", "published", *BY, "--stage", "later"], 1),
        (["--result", "nowhere.json"], 1),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_cannot_be_done_writes_nothing(
    cycle: str, arguments: list[str], code: int, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong usage is 2, what the cycle has not is 1; both say what to do."""
    assert main(["--lang", language, "log", cycle, *arguments]) == code
    told = capsys.readouterr()
    assert not told.out
    assert told.err
    assert not (Path(cycle) / LOG_FILE).exists()


def test_an_unknown_step_is_wrong_usage(cycle: str) -> None:
    """As every word that an option does not have."""
    with pytest.raises(SystemExit) as end:
        main(["log", cycle, "--step", "praised", *BY])
    assert end.value.code == 2
    assert not (Path(cycle) / LOG_FILE).exists()


def test_a_broken_log_is_told_by_every_verb(cycle: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1 with every fault and its line; `check --format json` has them as data."""
    for number in range(3):
        assert main(["log", cycle, "--step", "note", "--note", str(number), *BY]) == 0
    log = Path(cycle) / LOG_FILE
    first, _, last = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(first.replace(b"UBND", b"UBNE") + last)
    for verb in ("log", "score", "check", "audit"):
        capsys.readouterr()
        assert main(["--lang", "en", verb, cycle]) == 1
        told = capsys.readouterr().err
        assert "log.jsonl, row 1: what the line says does not fit its hash" in told
        assert "log.jsonl, row 2: the line is step 3, where step 2 belongs" in told
    assert main(["check", cycle, "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["problems"]
    assert [(each["key"], each["line"]) for each in found] == [("log.changed", 1), ("log.number", 2)]


def test_nothing_in_a_log_is_obeyed_by_a_terminal() -> None:
    """A log that another program wrote may say anything."""
    said = {"step": "note", "stage": "", "digest": "", "inputs": {}, "by": "\x1b[2J", "date": "2022-12-31"}
    log = StepLog((LogStep.following(StepLog(), **said, note="a\u202eb"),))

    shown = "\n".join(log_lines(log, "vi", Style()))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
