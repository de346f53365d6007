"""The raw records of a cycle: every file that is meant is counted, once, from within the folder; nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from cchc_index.cli import main
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


def test_each_file_is_read_as_it_is_declared(tmp_path: Path) -> None:
    """Offices send files of several kinds, and one entry may take them all."""
    files = '[{path: d.csv, delimiter: ";"}, e.csv]'
    cycle = cchc_index.open_cycle(cycle_of(tmp_path, files=files, d=dossiers(mark=";"), e=dossiers(10)))
    (source, *_) = next(node for node in cycle.score()["a"].explain("vi") if node.code == "1").sources
    assert "đếm từ 4 dòng (a)" in source.text("vi")


@pytest.mark.parametrize(
    ("rows", "parameters", "cure"),
    [
        ("H1,a,04/01/2021,08/01/2021,", "", "dates: dd/mm/yyyy"),
        ("H1,a,2021-02-31,2021-01-08,", "", "allow: [no_such_day]"),
        ("H1,a,2021-01-04,2021-01-08,\nH1,b,2021-01-04,2021-01-08,", "", "allow: [duplicate]"),
    ],
)
def test_cures_are_those_of_a_cycle(tmp_path: Path, rows: str, parameters: str, cure: str) -> None:
    """Whoever writes cycle.yaml types no options of a command."""
    builder = f"{{dossiers: {{{parameters}}}}}"
    said = [each.text("vi") for each in told_of(cycle_of(tmp_path, builder=builder, d=f"{_HEAD}\n{rows}\n"))]
    assert any(cure in each for each in said), said
    assert not any("--" in each for each in said)


@pytest.mark.parametrize(
    ("head", "cure"),
    [
        ("dossier,unit,received,han,settled", "columns: {due: ...}"),
        ("dossier,unit,received,due,settled,unit", "columns: {unit: ...}"),
        ("dossier,unit,received,due,settled,status", "statuses: {settled: [...]}"),
        ("dossier,unit,received,due,settled,channel", "channels: {online: [...]}"),
    ],
)
def test_cures_of_columns_are_those_of_a_cycle(tmp_path: Path, head: str, cure: str) -> None:
    """Likewise of what a table's columns lack, repeat or hold."""
    last = ",sao" if head.count(",") > 4 else ""
    said = [each.text("vi") for each in told_of(cycle_of(tmp_path, d=f"{head}\nH1,a,2021-01-04,2021-01-08,{last}\n"))]
    assert any(cure in each for each in said), said
    assert not any("--" in each for each in said)


@pytest.mark.parametrize(
    ("builder", "path"),
    [
        ("{dossiers: {as_of: 31/12/2021}}", "dossiers.as_of"),
        ("{dossiers: {memory: lots}}", "dossiers.memory"),
        ("{dossiers: {statuses: {xong: [x]}}}", "dossiers.statuses"),
        ("{dossiers: {columns: {mã: x}}}", "dossiers.columns"),
        ("{dossiers: {channels: {web: [x]}}}", "dossiers.channels"),
        ("{dossiers: {period: 2022}}", "dossiers.period"),
        ("{documents: {period: '2021-13'}}", "documents.period"),
        ("{commendations: {allow: [no_units]}}", "commendations.allow"),
        ("{surveys: {questions: {s: [q]}, options: {good: 90, poor: 0}}}", "surveys.options"),
    ],
)
def test_a_parameter_that_cannot_be_has_its_line(tmp_path: Path, builder: str, path: str) -> None:
    """In cycle.yaml, whatever the builder, and though it is found as files are counted."""
    feeds = {"dossiers": _FEEDS, "documents": '{"1": {done: drafts}}', "surveys": '{"2": {good: s_good}}'}
    fed = feeds.get(path.partition(".")[0], '{"1": {done: individuals}}')
    raw = "unit,id,date,kind,recipient,respondent,question,option\n"
    folder = cycle_of(tmp_path, builder=builder, feeds=fed, d=dossiers() if "dossiers" in path else raw)
    (first, *_) = told_of(folder)
    assert first.path == f"evidence[0].builder.{path}"
    assert first.place is not None
    assert first.place.file == f"{folder}/cycle.yaml"


def test_a_level_of_no_dossier_is_told_with_those_there_are(tmp_path: Path) -> None:
    """And not as values that every unit lacks."""
    counts = "unit,level,received,early,on_time,late\na,province,4,1,2,1\nb,province,4,1,2,1\n"
    (problem,) = told_of(cycle_of(tmp_path, builder="{dossiers: {level: provinc}}", d=counts))
    assert problem.path == "evidence[0].builder.dossiers.level"
    assert "province" in problem.text("vi")


@pytest.mark.parametrize(
    ("feeds", "stage", "key", "words"),
    [
        ('{"1": {dne: in_time, planned: received}}', "final", "evidence.field", "rate, done, planned, points;"),
        ('{"1": {done: in_time, note: late}}', "final", "evidence.field", "rate, done, planned, points;"),
        ('{"4": late}', "final", "evidence.bare", "good, poor"),
        ('{"2": {good: in_time, poor: late}}', "self", "evidence.not_self_scored", "stage: appraised"),
        ('{"3": late}', "final", "evidence.parent", "3"),
    ],
)
def test_what_a_leaf_cannot_take_has_its_line(tmp_path: Path, feeds: str, stage: str, key: str, words: str) -> None:
    """In cycle.yaml, where it is mended, and once for all units."""
    folder = cycle_of(tmp_path, feeds=feeds, stage=stage, d=dossiers())
    inner = '[{code: "3.1", title: L, max_points: 1, rule: points}]'
    more = f'  - {{code: "3", title: Nhóm, max_points: 1, criteria: {inner}}}\n'
    more += '  - {code: "4", title: K, max_points: 1, rule: {mean_of_cases: {scores: {good: 1, poor: 0}}}}\n'
    (folder / "set.yaml").write_text(_SET + more, encoding="utf-8")
    found = [each for each in told_of(folder) if each.key == key]
    assert len(found) == 1
    assert found[0].path.startswith("evidence[0].feeds.")
    assert found[0].place is not None
    assert found[0].place.file == f"{folder}/cycle.yaml"
    assert words in found[0].text("vi")


def test_what_was_left_out_stands_in_every_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever reads a figure sees that rows are not in it."""
    twice = dossiers() + "H0,a,2021-01-04,2021-01-08,\n"
    folder = str(cycle_of(tmp_path, builder="{dossiers: {allow: [duplicate]}}", d=twice))
    for words in (
        ["score", folder],
        ["score", folder, "--format", "csv"],
        ["score", folder, "--format", "json"],
        ["explain", folder, "a"],
        ["explain", folder, "a", "--format", "html"],
        ["plan", folder, "a"],
        ["review", folder],
        ["compare", folder, folder],
    ):
        assert main(words) == 0
        assert "duplicate" in capsys.readouterr().out, words
    main(["score", folder, "--format", "csv"])
    head, *rows = capsys.readouterr().out.splitlines()
    assert ",left_out," in head
    assert all("d.csv: duplicate 2" in row for row in rows)


@pytest.mark.parametrize("said", ["changes: yes", "printed: yes", "totals: yes", "rates: per_cent"])
def test_what_is_said_of_tables_of_values_is_refused_of_records(tmp_path: Path, said: str) -> None:
    """It would do nothing, and whoever wrote it means something by it."""
    (problem,) = told_of(cycle_of(tmp_path, files=f"[{{path: d.csv, {said}}}]", d=dossiers()))
    assert problem.key == "evidence.of_tables"
    assert problem.path == f"evidence[0].files[0].{said.partition(':')[0]}"
