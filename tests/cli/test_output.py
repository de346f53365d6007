"""`-o`: what a verb says goes whole into a file whose ending says in which form, and over nothing that was read."""

from __future__ import annotations

import json
import shutil
from codecs import BOM_UTF8
from pathlib import Path

import pytest

from cchc_index.cli import main
from cchc_index.cli.output import output_kind
from cchc_index.cli.parser import parse
from cchc_index.reading.shipped import shipped_folder
from tests.cycles.council import council_cycle

_VERBS = {
    "compare": ["compare", "cycle", "lai-chau-2021"],
    "diff": ["diff", "set.yaml", "moha-provinces-2017"],
    "plan": ["plan", "cycle", "so-noi-vu"],
    "compare-units": ["compare-units", "cycle", "so-noi-vu", "so-tai-chinh"],
    "review": ["review", "cycle"],
    "verify": ["verify", "result.json", "cycle"],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cycle, its result, and a set."""
    made = tmp_path_factory.mktemp("given")
    shutil.copytree(shipped_folder("examples") / "lai-chau-2021", made / "cycle")
    assert main(["score", str(made / "cycle"), "-o", str(made / "result.json")]) == 0
    shutil.copy(shipped_folder("criteria") / "nd61-one-stop-2018.yaml", made / "set.yaml")
    return made


@pytest.mark.parametrize("verb", _VERBS)
def test_what_is_said_is_written(
    verb: str, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same text, JSON and CSV as on the screen, CSV after the mark that Excel wants; and nothing said."""
    monkeypatch.chdir(folder)
    for ending, kind in ((".txt", ""), (".json", "json"), (".csv", "csv")):
        if (verb, kind) == ("verify", "csv"):
            continue
        code = main([*_VERBS[verb], *(["--format", kind] if kind else [])])
        said = capsys.readouterr().out
        path = tmp_path / f"out{ending}"
        assert main([*_VERBS[verb], "-o", str(path)]) == code
        assert capsys.readouterr() == ("", "")
        assert path.read_bytes().startswith(BOM_UTF8) == (ending == ".csv")
        assert path.read_bytes().decode("utf-8-sig") == said
        assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".part")] == []


@pytest.mark.parametrize("verb", _VERBS)
def test_an_ending_that_fits_nothing_is_told(
    verb: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is read, as is one that --format contradicts; exit 2, and nothing is there."""
    monkeypatch.chdir(folder)
    before = sorted(folder.rglob("*"))
    for more in (["-o", "x.html"], ["-o", "x"], ["-o", "x.txt", "--format", "json"]):
        assert main([verb, *["nowhere" for _ in _VERBS[verb][1:]], *more]) == 2
        assert "đuôi tệp phải là một trong: .txt, .json" in capsys.readouterr().err
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("verb", _VERBS)
def test_nothing_that_was_read_is_written_over(
    verb: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither by its name nor by a link to it; and what was there stays."""
    monkeypatch.chdir(folder)
    read = {"diff": "set.yaml", "verify": "result.json"}.get(verb, "cycle/indicators.csv")
    target = "again.json" if verb == "verify" else "again.csv"
    before = Path(read).read_bytes()
    Path(target).unlink(missing_ok=True)
    Path(target).hardlink_to(read)
    assert main(["--lang", "en", *_VERBS[verb], "-o", target]) == 1
    assert f"'{target}'" in capsys.readouterr().err
    assert Path(read).read_bytes() == before
    Path(target).unlink()


def test_a_cycle_that_is_verified_against_is_not_written_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its files were read as well, and so was a table of changes that a comparison is given."""
    monkeypatch.chdir(folder)
    Path("again.txt").hardlink_to("cycle/units.csv")
    assert main(["verify", "result.json", "cycle", "-o", "again.txt"]) == 1
    assert main(["compare", "result.json", "cycle", "-o", "again.txt"]) == 1
    Path("again.txt").unlink()
    assert len(capsys.readouterr().err.splitlines()) == 4


def test_the_ending_decides_whatever_its_capitals(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a review of several stages as of any other."""
    assert output_kind(parse(["review", "c", "-o", "r.JSON"])) == "json"
    assert output_kind(parse(["review", "c", "--format", "csv"])) == "csv"
    cycle, path = council_cycle(tmp_path, "a,final,1,add,0.5,đúng,Hội đồng,2022-12-05,K1,\n"), tmp_path / "r.json"
    assert main(["review", str(cycle), "-o", str(path)]) == 0
    assert json.loads(path.read_text(encoding="utf-8"))["cycle"] == "c"
    assert capsys.readouterr() == ("", "")
