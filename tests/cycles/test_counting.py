"""The raw records of a cycle: every file that is meant is counted, once, from within the folder; nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from cchc_index.cycles.counting import count_evidence
from tests.evidence.counting import Drafts, plugin_of

_SET = """
id: counted
edition: 2021
title: Thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: Đúng hạn, max_points: 4, rule: {proportion: {cap: yes}}}
  - {code: "2", title: Điều tra, max_points: 6, rule: {survey: {options: {good: 100, poor: 0}}}}
"""
_CYCLE = """
id: counted
title: Thử
data: synthetic
assessments:
  - {criteria: set.yaml, stage: STAGE, files: [typed.csv]}
evidence:
  - {builder: BUILDER, files: FILES, feeds: FEEDS}
"""
_FEEDS = '{"1": {done: in_time, planned: received}}'
_HEAD = "dossier,unit,received,due,settled"


def dossiers(first: int = 0, mark: str = ",") -> str:
    """Four dossiers, two of each unit, one of which is late."""
    rows = [f"H{first + n},{'ab'[n % 2]},2021-01-04,2021-01-08,2021-01-{7 + n:02d}" for n in range(4)]
    return "\n".join([_HEAD, *rows, ""]).replace(",", mark)


def cycle_of(
    folder: Path,
    *,
    files: str = "[d.csv]",
    builder: str = "dossiers",
    feeds: str = _FEEDS,
    stage: str = "final",
    **raw: str,
) -> Path:
    """A cycle of two units with some files of raw records; a double underscore in a name is a slash."""
    said = _CYCLE.replace("STAGE", stage).replace("BUILDER", builder).replace("FILES", files).replace("FEEDS", feeds)
    written = {f"{name.replace('__', '/')}.csv": text for name, text in raw.items()}
    for name, text in {
        "set.yaml": _SET,
        "cycle.yaml": said,
        "units.csv": "unit,name,group\na,A,x\nb,B,x\n",
        "typed.csv": "unit,2.good,2.poor\na,4,5\nb,2,6\n",
        **written,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def told_of(folder: Path, registry: cchc_index.Registry | None = None) -> list[cchc_index.Problem]:
    """What is told of a cycle, each of it in both languages."""
    with pytest.raises(cchc_index.CchcError) as told:
        cchc_index.open_cycle(folder, registry=registry)
    assert all(each.text("vi") and each.text("en") for each in told.value.problems)
    return list(told.value.problems)


def test_a_link_in_a_folder_of_records_leads_nowhere_else(tmp_path: Path) -> None:
    """Records from outside the folder are no part of the cycle, named or not."""
    folder = cycle_of(tmp_path / "cycle", files="[raw]", raw__d=dossiers())
    (tmp_path / "elsewhere.csv").write_text(dossiers(10), encoding="utf-8")
    (folder / "raw/e.csv").symlink_to(tmp_path / "elsewhere.csv")
    (problem,) = told_of(folder)
    assert problem.key == "cycle.leads_outside"
    assert problem.place is not None
    assert problem.place.file == f"{folder}/raw/e.csv"


def test_records_in_a_folder_of_a_folder_are_told(tmp_path: Path) -> None:
    """Nobody would miss what was not counted."""
    folder = cycle_of(tmp_path, files="[raw]", raw__d=dossiers(), raw__quarter__e=dossiers(10))
    assert [each.key for each in told_of(folder)] == ["folder.inner"]


def test_an_empty_folder_of_records_is_told_by_its_name(tmp_path: Path) -> None:
    """Whatever counts, and in no words of that."""
    (tmp_path / "raw").mkdir()
    for builder in ("dossiers", "commendations"):
        feeds = _FEEDS if builder == "dossiers" else '{"1": {done: individuals, planned: collectives}}'
        (problem,) = told_of(cycle_of(tmp_path, files="[raw]", builder=builder, feeds=feeds))
        assert problem.text("en").startswith(f"{tmp_path}/raw: there is no file in the folder")


@pytest.mark.parametrize("files", ["[d.csv, d.csv]", "[d.csv, ./d.csv]", "[., d.csv]", "[d.csv, l.csv]"])
def test_a_file_counts_once_however_it_is_named(tmp_path: Path, files: str) -> None:
    """Also where the builder, a plugin's, would not know."""
    registry = cchc_index.Registry.builtin().with_plugin("p", plugin_of(Drafts))
    (tmp_path / "l.csv").symlink_to(tmp_path / "d.csv")
    feeds = '{"1": {done: drafts, planned: drafts}}'
    folder = cycle_of(tmp_path, files=files, builder="p.drafts", feeds=feeds, d="unit\na\nb\n")
    assert "evidence.file_twice" in [each.key for each in told_of(folder, registry)]
    assert count_evidence.__doc__
