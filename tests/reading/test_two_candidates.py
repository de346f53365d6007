"""A shipped set or cycle, and something of its name in the working folder: nobody guesses which is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from cchc_index.cli import main
from cchc_index.reading.shipped import refuse_two, shipped_folder

SET, CYCLE = "moha-provinces-2017", "cao-bang-2021"


def test_an_empty_folder_of_a_cycles_name_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the library and by the command; as a path it is what lies there."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / CYCLE).mkdir()

    with pytest.raises(cchc_index.UnknownNameError, match=f"there are two of '{CYCLE}'"):
        cchc_index.open_cycle(CYCLE)
    for verb in ("score", "check", "audit"):
        assert main(["--lang", "en", verb, CYCLE]) == 1
        assert f"Write ./{CYCLE} for the one here" in capsys.readouterr().err
    with pytest.raises(cchc_index.CchcError, match=r"cycle\.yaml"):
        cchc_index.open_cycle(f"./{CYCLE}")


def test_a_file_of_a_sets_name_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And a folder, which could be no set, as well: whoever made it may think that it is used."""
    monkeypatch.chdir(tmp_path)
    assert cchc_index.load_criteria(SET).name == SET
    (tmp_path / SET).write_text("id: mine", encoding="utf-8")

    with pytest.raises(cchc_index.UnknownNameError, match="there are two"):
        cchc_index.load_criteria(SET)
    with pytest.raises(cchc_index.CriteriaError):
        cchc_index.load_criteria(f"./{SET}")
    with pytest.raises(cchc_index.CriteriaError):
        cchc_index.load_criteria(Path(SET))


def test_what_is_shipped_is_one_thing_where_it_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder of the worked cycles their names are theirs."""
    monkeypatch.chdir(shipped_folder("examples"))

    refuse_two(CYCLE, shipped_folder("examples") / CYCLE)
    assert len(cchc_index.open_cycle(CYCLE).score()) == 30
