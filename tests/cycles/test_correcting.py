"""A correction is a new result that says which it replaces, why, and everything that is different."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cchc_index
from cchc_index.checks.verifying import verify
from cchc_index.cli import main
from cchc_index.cycles.correcting import correct
from tests.cycles.council import council_cycle

ROW = "a,final,1,set,9,số liệu nhập nhầm,Hội đồng,2022-12-05,K1,\n"
WHY = ["--reason", "nhập nhầm", "--by", "Hội đồng"]


@pytest.fixture
def published(tmp_path: Path) -> tuple[Path, Path]:
    """A cycle whose result was published, and then a value of which was put right."""
    folder = tmp_path / "c"
    folder.mkdir()
    council_cycle(folder, ROW)
    assert main(["score", str(folder), "-o", str(tmp_path / "r.json")]) == 0
    (folder / "adjustments.csv").write_text(
        (folder / "adjustments.csv").read_text(encoding="utf-8").replace("set,9,", "set,8.5,"), encoding="utf-8"
    )
    return folder, tmp_path / "r.json"


def _corrected(folder: Path, old: Path) -> Path:
    new = old.with_name("new.json")
    assert main(["score", str(folder), "-o", str(new), "--replaces", str(old), *WHY]) == 0
    return new


def test_it_names_what_it_replaces_and_lists_what_is_different(published: tuple[Path, Path]) -> None:
    """Every figure and no other, outside the digest, and read back as it was written."""
    folder, old = published
    new = _corrected(folder, old)
    before, after = (json.loads(path.read_text(encoding="utf-8")) for path in (old, new))

    assert after["replaces"]["digest"] == before["provenance"]["digest"] != after["provenance"]["digest"]
    listed = {
        (each["unit"], each["code"], each["what"]): (each["before"], each["after"])
        for each in after["replaces"]["changes"]
    }
    assert listed["a", "1", "points"] == ("9.00", "8.50")
    assert listed["a", "", "points"] == ("19.00", "18.50")
    assert {unit for unit, *_ in listed} <= {"a", ""}
    assert listed["", "", "means"][0] != listed["", "", "means"][1]
    replaces = cchc_index.read_result(new).replaces
    assert replaces is not None
    assert replaces.to_dict() == after["replaces"]
    assert cchc_index.read_result(new).digest == cchc_index.open_cycle(folder).score().digest


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "Đính chính: thay kết quả"), ("en", "Correction: replaces the result")]
)
def test_a_reader_is_told_at_the_head(
    published: tuple[Path, Path], language: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the figures before and after, in the reader's own way of writing numbers."""
    folder, old = published
    assert main(["--lang", language, "score", str(folder), "--replaces", str(old), *WHY]) == 0
    said = capsys.readouterr().out

    assert words in said
    assert "nhập nhầm" in said
    assert ("9,00 → 8,50" if language == "vi" else "9.00 → 8.50") in said


def test_it_is_verified_against_both(published: tuple[Path, Path], tmp_path: Path) -> None:
    """A list that leaves a change out, or makes one up, is found; so is another file than the one replaced."""
    folder, old = published
    new = _corrected(folder, old)
    assert verify(new, folder, replaced=old).passed

    document = json.loads(new.read_text(encoding="utf-8"))
    changes = document["replaces"]["changes"]
    invented = {**changes[0], "unit": "b"}
    document["replaces"]["changes"] = [*changes[1:], invented]
    new.write_text(json.dumps(document), encoding="utf-8")
    assert [each.key for each in verify(new, replaced=old).findings] == ["verify.not_listed", "verify.not_different"]
    assert [each.key for each in verify(new, replaced=new).findings] == ["verify.other_replaced"]
    assert [each.key for each in verify(old, replaced=new).findings] == ["verify.no_correction"]


def test_what_is_no_correction_is_refused(published: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """Everything in one report, and nothing is written."""
    folder, old = published
    result = cchc_index.open_cycle(folder).score()
    with pytest.raises(cchc_index.AssessmentError) as told:
        correct(old, cchc_index.open_cycle("lai-chau-2021").score(), reason=" ", by="")
    assert [each.key for each in told.value.problems] == [
        "correction.reason", "correction.by", "correction.other_cycle",
    ]  # fmt: skip
    new = old.with_name("same.json")
    assert main(["score", str(folder), "-o", str(new)]) == 0
    with pytest.raises(cchc_index.AssessmentError) as told:
        correct(new, result, reason="x", by="y")
    assert [each.key for each in told.value.problems] == ["correction.nothing"]
    text = old.read_text(encoding="utf-8")
    old.write_text(text.replace('"points": "9.00"', '"points": "9.10"', 1), encoding="utf-8")
    with pytest.raises(cchc_index.AssessmentError) as told:
        correct(old, result, reason="x", by="y")
    assert [each.key for each in told.value.problems] == ["result.changed"]
    old.write_text(text, encoding="utf-8")
    assert main(["score", str(folder), "-o", str(old), "--replaces", str(old), *WHY]) == 1
    assert old.read_text(encoding="utf-8") == text
    assert main(["score", str(folder), "--format", "csv", "--replaces", str(old), *WHY]) == 2
    assert main(["score", str(folder), "--reason", "x"]) == 2
    assert all(each.found("vi") and each.cure("en") for each in told.value.problems)
    assert "--replaces" in capsys.readouterr().err


def test_a_result_of_another_stage_is_not_replaced(published: tuple[Path, Path]) -> None:
    """What units said of themselves is not corrected by what the council found; a file that says so is found."""
    folder, old = published
    cycle = cchc_index.open_cycle(folder)
    for stage in ("self", "appraised", "all"):
        with pytest.raises(cchc_index.AssessmentError) as told:
            correct(old, cycle.score(stage), reason="x", by="y")
        assert [each.key for each in told.value.problems] == ["correction.other_stages"]
    own = old.with_name("self.json")
    assert main(["score", str(folder), "--stage", "self", "-o", str(own)]) == 0
    document = json.loads(own.read_text(encoding="utf-8"))
    digest = json.loads(old.read_text(encoding="utf-8"))["provenance"]["digest"]
    document["replaces"] = {"digest": digest, "reason": "x", "by": "y", "changes": []}
    own.write_text(json.dumps(document), encoding="utf-8")
    assert [each.key for each in verify(own, replaced=old).findings] == ["correction.other_stages"]


def test_a_log_that_lost_its_tail_is_found_against_the_result(published: tuple[Path, Path]) -> None:
    """The head that the result names is not in it any more."""
    folder, old = published
    entry = ["--by", "HĐ", "--date", "2022-12-06"]
    assert main(["log", str(folder), "--step", "published", *entry]) == 0
    assert main(["log", str(folder), "--step", "note", "--note", "đã gửi các đơn vị", *entry]) == 0
    new = old.with_name("logged.json")
    assert main(["score", str(folder), "-o", str(new)]) == 0
    assert verify(new, folder).passed

    log = folder / "log.jsonl"
    log.write_bytes(log.read_bytes().splitlines(keepends=True)[0])
    assert [each.key for each in verify(new, folder).findings] == ["verify.log"]
    log.unlink()
    assert [each.key for each in verify(new, folder).findings] == ["verify.log"]
