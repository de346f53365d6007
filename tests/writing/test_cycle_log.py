"""A step is added to a cycle's log whole or not at all, and no step is lost to another."""

from __future__ import annotations

import datetime
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import cchc_index
from cchc_index.cycles.step_log import LOG_FILE, log_of
from cchc_index.writing.cycle_log import append_step, read_log, today
from tests.cycles.council import council_cycle

DAY = "2022-12-31"
APPEND = """
import sys
import cchc_index
for number in range(int(sys.argv[2])):
    cchc_index.append_step(sys.argv[1], "note", by="ai đó", date="2022-12-31", note=f"{sys.argv[3]}.{number}")
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cycle that is scored, of which each test takes a copy."""
    return council_cycle(tmp_path_factory.mktemp("cycle"), "")


@pytest.fixture
def cycle(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(made, tmp_path / "cycle")


def _refused(cycle: Path, *keys: str, step: str = "published", **said: Any) -> None:
    """A step is refused for some reasons, and nothing is written."""
    before = {path.name: path.read_bytes() for path in cycle.iterdir()}
    with pytest.raises(cchc_index.CchcError) as told:
        append_step(cycle, step, **{"by": "Hội đồng", "date": DAY, **said})
    assert [each.key for each in told.value.problems] == list(keys)
    assert all(each.text("vi") != each.text("en") for each in told.value.problems)
    assert {path.name: path.read_bytes() for path in cycle.iterdir()} == before


def test_steps_follow_each_other(cycle: Path) -> None:
    """Each says what it is about, and the result that is scored next has its hash, and the digest it had without."""
    without = cchc_index.open_cycle(cycle).score()
    assert without.log is None
    assert "log" not in without.to_dict()["provenance"]
    assert read_log(cycle).steps == ()

    first = append_step(cycle, "scored", by="Sở Nội vụ", date="2022-12-01", stage="self")
    second = append_step(cycle, "note", by="Hội đồng", date="2022-12-02", note="Họp lần 1: 'đồng ý'")
    third = append_step(cycle, "published", by="UBND tỉnh", date=DAY)

    log = read_log(cycle)
    assert log.steps == (first, second, third)
    assert [(each.number, each.stage, each.by, each.date) for each in log.steps] == [
        (1, "self", "Sở Nội vụ", "2022-12-01"),
        (2, "", "Hội đồng", "2022-12-02"),
        (3, "appraised", "UBND tỉnh", DAY),
    ]
    result = cchc_index.open_cycle(cycle).score()
    assert result.log == log.head == third.hash
    assert (third.digest, dict(third.inputs)) == (result.digest, result.inputs)
    assert first.digest == cchc_index.open_cycle(cycle, until="self").score("self").digest
    assert LOG_FILE not in result.inputs
    assert result.digest == without.digest
    assert result.to_dict()["provenance"].pop("log") == third.hash
    assert [path.name for path in cycle.iterdir() if path.name.startswith(".")] == []


def test_the_head_is_read_back(cycle: Path, tmp_path: Path) -> None:
    """From a result's file; what is no hash there is told."""
    append_step(cycle, "published", by="A", date=DAY)
    document = cchc_index.open_cycle(cycle).score().to_dict()
    file = tmp_path / "r.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    again = cchc_index.read_result(file)
    assert again.log == read_log(cycle).head
    assert again.to_dict() == document
    for odd in (1, "x", "A" * 64):
        document["provenance"]["log"] = odd
        file.write_text(json.dumps(document), encoding="utf-8")
        with pytest.raises(cchc_index.AssessmentError, match="result"):
            cchc_index.read_result(file)


def test_what_is_not_said_or_not_new_is_refused(cycle: Path) -> None:
    """All that is wrong with a step in one report, and nothing written."""
    _refused(cycle, "log.by", by=" ")
    _refused(cycle, "log.by", "log.date", "log.unseen", by="", date="31.12.2022", note="a\nb")
    _refused(cycle, "log.date", date="2022-02-30")
    _refused(cycle, "log.date", date="20221231")
    _refused(cycle, "log.unseen", by="A\u202e")
    _refused(cycle, "usage.word", step="praised")
    _refused(cycle, "log.no_note", "log.stage_of_note", step="note", stage="self")
    _refused(cycle, "cycle.stage", stage="later")
    _refused(cycle, "cycle.stage", stage="all")
    _refused(cycle, "cycle.no_data", stage="final")


def test_the_result_that_was_published_is_not_published_again(cycle: Path) -> None:
    """Until something changes; scored again it may be, and another stage is another result."""
    append_step(cycle, "published", by="A", date=DAY)
    _refused(cycle, "log.same")
    _refused(cycle, "log.same", step="corrected")
    append_step(cycle, "scored", by="A", date=DAY)
    append_step(cycle, "published", by="A", date=DAY, stage="self")
    _refused(cycle, "log.same")
    table = cycle / "appraised.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("a,80", "a,81"), encoding="utf-8")
    append_step(cycle, "corrected", by="A", date=DAY)
    _refused(cycle, "log.same")

    assert [each.step for each in read_log(cycle).steps] == ["published", "scored", "published", "corrected"]


def test_a_cycle_with_problems_takes_notes_alone(cycle: Path) -> None:
    """A result that cannot be scored has no step; that something is amiss may be noted."""
    (cycle / "appraised.csv").write_text("unit,9\na,1\n", encoding="utf-8")
    with pytest.raises(cchc_index.AssessmentError):
        append_step(cycle, "published", by="A", date=DAY)
    assert not (cycle / LOG_FILE).exists()
    assert append_step(cycle, "note", by="A", date=DAY, note="chờ phiếu của b").number == 1


def test_a_broken_log_stops_everything(cycle: Path) -> None:
    """Reading it, opening its cycle, adding to it: with every fault, beside those of other files."""
    for number in range(3):
        append_step(cycle, "note", by="A", date=DAY, note=str(number))
    file = cycle / LOG_FILE
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(lines[0].replace(b"2022", b"2021") + lines[2][:-1])
    table = cycle / "appraised.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("a,80", "a,x"), encoding="utf-8")
    faults = ["log.changed", "log.cut", "log.number"]
    _refused(cycle, *faults, step="note", note="x")
    with pytest.raises(cchc_index.AssessmentError) as told:
        read_log(cycle)
    assert [each.key for each in told.value.problems] == faults
    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.open_cycle(cycle)
    assert [each.key for each in told.value.problems][-3:] == faults
    assert len(told.value.problems) == 4


def test_a_worked_cycle_by_its_name_is_not_written_to() -> None:
    """It lies within the program."""
    with pytest.raises(cchc_index.AssessmentError, match="worked cycle"):
        append_step("lai-chau-2021", "note", by="A", date=DAY, note="x")


def test_what_is_no_file_is_not_written_to(cycle: Path, tmp_path: Path) -> None:
    """A link, even to a log within the folder, is not replaced by a file."""
    append_step(cycle, "note", by="A", date=DAY, note="x")
    (cycle / LOG_FILE).rename(cycle / "other.jsonl")
    (cycle / LOG_FILE).symlink_to("other.jsonl")
    _refused(cycle, "write.link", step="note", note="y")


def test_programs_that_write_at_once_lose_no_step(cycle: Path) -> None:
    """Processes add theirs one after another: one chain, all steps, each program's in its order."""
    programs, steps = 3, 6
    running = [
        subprocess.Popen([sys.executable, "-c", APPEND, str(cycle), str(steps), str(number)])
        for number in range(programs)
    ]
    assert [each.wait() for each in running] == [0] * programs

    log = log_of((cycle / LOG_FILE).read_bytes(), "")
    assert not isinstance(log, list)
    assert len(log.steps) == programs * steps
    for number in range(programs):
        own = [each.note for each in log.steps if each.note.startswith(f"{number}.")]
        assert own == [f"{number}.{step}" for step in range(steps)]
    assert [path.name for path in cycle.iterdir() if path.name.startswith(".")] == []


@pytest.mark.skipif(sys.platform == "win32", reason="time zones of POSIX")
def test_today_is_the_day_in_vietnam(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the machine thinks it is, and whatever day that makes there."""
    days = {today()}
    try:
        for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Ho_Chi_Minh"):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            days.add(today())
    finally:
        monkeypatch.undo()
        time.tzset()

    now = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=7)
    assert days <= {(now - datetime.timedelta(minutes=1)).date().isoformat(), now.date().isoformat()}
