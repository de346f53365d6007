"""The verb report: a review, an annex, a template to change, the list of fields; and what is told instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_index.cli import main
from cchc_index.cli.reporting import report_cycle
from tests.writing.word.reading import EXAMPLES, lines_of, review_of, template

_CYCLE, _BEFORE = str(EXAMPLES / "cap-xa-2025"), str(EXAMPLES / "cap-xa-2024")


def test_it_writes_the_review(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a cycle, beside the year before as a folder or as a result file; nothing is said of it."""
    out, last = tmp_path / "r.docx", tmp_path / "last.json"
    assert main(["report", _CYCLE, "--previous", _BEFORE, "-o", str(out)]) == 0
    assert out.read_bytes() == review_of("cap-xa-2025", "cap-xa-2024")
    assert main(["score", _BEFORE, "-o", str(last)]) == 0
    assert main(["report", _CYCLE, "--previous", str(last), "-o", str(out)]) == 0
    assert any("Tiến bộ nhất: Xã Ví dụ 2 (+11,30)" in line for line in lines_of(out.read_bytes()))
    assert capsys.readouterr() == ("", "")
    assert report_cycle.__module__ == "cchc_index.cli.reporting"


def test_the_annex_is_that_of_score(tmp_path: Path) -> None:
    """`report --annex` and `score -o` write the same; at another stage another."""
    one, other, third = (tmp_path / f"{name}.docx" for name in "abc")
    assert main(["report", _CYCLE, "--annex", "-o", str(one)]) == 0
    assert main(["score", _CYCLE, "-o", str(other)]) == 0
    assert one.read_bytes() == other.read_bytes()
    assert main(["--lang", "en", "report", _CYCLE, "--annex", "--stage", "appraised", "-o", str(third)]) == 0
    assert any("appraised" in line for line in lines_of(third.read_bytes()))


def test_a_template_is_written_changed_and_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It replaces nothing that is there."""
    own, out = tmp_path / "own.docx", tmp_path / "out.docx"
    assert main(["report", "--make-template", str(own)]) == 0
    assert main(["report", "--make-template", str(own)]) == 1
    assert main(["report", _CYCLE, "--template", str(own), "--previous", _BEFORE, "-o", str(out)]) == 0
    assert out.read_bytes() == review_of("cap-xa-2025", "cap-xa-2024")
    assert f"Đã ghi mẫu: {own}" in capsys.readouterr().out


def test_the_fields_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """With what each of them holds."""
    assert main(["--lang", "en", "report", "--fields"]) == 0
    assert "sets[].groups[].rows[].rank" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [[], ["PATH"], ["PATH", "-o", "x.pdf"], ["-o", "x.docx"], ["--make-template", "x.dotx"]],
)
def test_wrong_usage_says_how_it_is_used(
    arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 2; nothing is written."""
    monkeypatch.chdir(tmp_path)
    assert main(["report", *(_CYCLE if each == "PATH" else each for each in arguments)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
    assert not list(tmp_path.iterdir())


def test_problems_of_all_that_is_read_are_told_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the template, the cycle and the year before; nothing is written."""
    wrong = template(tmp_path / "t.docx", "{{ titel }}{{ unis }}")
    out = tmp_path / "o.docx"
    (tmp_path / "cycle").mkdir()
    (tmp_path / "cycle" / "cycle.yaml").write_text("id: x\n", encoding="utf-8")
    (tmp_path / "last.json").write_text("{}", encoding="utf-8")
    arguments = ["--template", str(wrong), "--previous", str(tmp_path / "last.json"), "-o", str(out)]
    assert main(["--lang", "en", "report", str(tmp_path / "cycle"), *arguments]) == 1
    told = capsys.readouterr().err
    assert all(word in told for word in ("titel", "unis", "cycle.yaml", "last.json"))
    assert not out.exists()


def test_the_report_replaces_none_of_what_it_was_made_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its template, above all."""
    own = template(tmp_path / "t.docx", "{{ title }}")
    data = own.read_bytes()
    assert main(["report", _CYCLE, "--template", str(own), "-o", str(own)]) == 1
    assert own.read_bytes() == data
    assert "t.docx" in capsys.readouterr().err


def test_one_stage_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not all at once; and a cycle, no table."""
    assert main(["report", _CYCLE, "--stage", "all", "-o", str(tmp_path / "x.docx")]) in (1, 2)
    assert main(["report", str(EXAMPLES / "cap-xa-2025" / "tham-dinh.csv"), "-o", str(tmp_path / "x.docx")]) in (1, 2)
    assert "Traceback" not in capsys.readouterr().err
