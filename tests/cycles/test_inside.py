"""Every path of a cycle stays in its folder, wherever links lead and wherever the program is run."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from cchc_index.problems.errors import CchcError

SET = (
    "id: t\nedition: 2022\ntitle: T\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\n"
    "criteria:\n  - {code: '1', title: A, max_points: 2, rule: points}\n"
)
CYCLE = "id: c\ntitle: C\ndata: synthetic\nassessments:\n  - {criteria: CRITERIA, files: [FILE]}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cycle, beside files of the same names that are none of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cycle" / "forms").mkdir(parents=True)
    for place in (tmp_path, tmp_path / "cycle"):
        (place / "set.yaml").write_text(SET, encoding="utf-8")
        (place / "a.csv").write_text("unit,1\na,1\n", encoding="utf-8")
        (place / "units.csv").write_text("unit,name\na,A\n", encoding="utf-8")
    return tmp_path / "cycle"


def _told(folder: Path, criteria: str = "set.yaml", file: str = "a.csv") -> set[str]:
    text = CYCLE.replace("CRITERIA", criteria).replace("FILE", file)
    if not (folder / "cycle.yaml").is_symlink():
        (folder / "cycle.yaml").write_text(text, encoding="utf-8")
    try:
        cchc_index.open_cycle(folder, registry=cchc_index.Registry.builtin())
    except CchcError as error:
        return {problem.key for problem in error.problems}
    return set()


def test_files_inside_are_read(folder: Path) -> None:
    """Also through a link that stays inside."""
    (folder / "b.csv").symlink_to("a.csv")

    assert _told(folder) == _told(folder, file="b.csv") == set()


@pytest.mark.parametrize("path", ["../set.yaml", "/etc/passwd", "./../set.yaml", "C:/set.yaml", "..\\set.yaml"])
def test_a_set_outside_is_told(path: str, folder: Path) -> None:
    """By its name alone, on any system."""
    assert "cycle.outside" in _told(folder, criteria=path.replace("\\", "\\"))


@pytest.mark.parametrize("path", ["../a.csv", "/etc/passwd", "forms/../../a.csv"])
def test_a_table_outside_is_told(path: str, folder: Path) -> None:
    """By its name alone."""
    assert "cycle.outside" in _told(folder, file=path)


@pytest.mark.parametrize("name", ["set.yaml", "a.csv", "units.csv", "published.csv", "cycle.yaml", "forms/b.csv"])
def test_a_link_that_leads_outside_is_told(name: str, folder: Path) -> None:
    """Whichever file it stands for, forms in their folder among them."""
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(folder.parent / Path(name).name)

    assert "cycle.leads_outside" in _told(folder, file="forms" if name.startswith("forms") else "a.csv")


def test_a_folder_that_leads_outside_is_told(folder: Path) -> None:
    """And so is what lies in it."""
    (folder / "out").symlink_to(folder.parent)

    assert "cycle.leads_outside" in _told(folder, file="out")
    assert "cycle.leads_outside" in _told(folder, criteria="out/set.yaml")


@pytest.mark.parametrize("name", ["set.yaml", "t-2022"])
def test_a_set_is_no_file_of_where_the_program_is_run(name: str, folder: Path) -> None:
    """One that the cycle lacks is missing, though a file of its name lies there."""
    (folder.parent / "t-2022").write_text(SET, encoding="utf-8")
    (folder / "set.yaml").unlink()

    assert _told(folder, criteria=name) & {"file.absent", "name.criteria"}
