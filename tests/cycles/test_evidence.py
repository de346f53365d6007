"""A cycle names raw records: they are counted into the values of leaves, and every value knows from how many rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cchc_index
from cchc_index.cli import main
from cchc_index.cycles.counting import count_evidence
from cchc_index.cycles.entries import declared_files
from cchc_index.cycles.evidence import CountedTables
from tests.evidence.counting import Drafts, plugin_of

_SET = """
id: counted
edition: 2021
title: Thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: Dự thảo, max_points: 4, rule: {proportion: {cap: yes}}}
  - {code: "2", title: Báo cáo, max_points: 6, rule: points}
"""
_CYCLE = """
id: counted
title: Thử
data: synthetic
assessments:
  - {criteria: set.yaml, stage: self, files: [self.csv]}
MORE
evidence:
  - {builder: BUILDER, files: [drafts.csv], feeds: {FEEDS}}
"""
_FEEDS = '"1": {done: drafts}'


def _cycle(folder: Path, drafts: str, *, feeds: str = _FEEDS, builder: str = "p.drafts", more: str = "") -> Path:
    """A cycle of two units: what is done is counted from drafts, what was planned is typed."""
    said = _CYCLE.replace("MORE\n", more).replace("BUILDER", builder).replace("FEEDS", feeds)
    for name, text in {
        "set.yaml": _SET,
        "cycle.yaml": said,
        "units.csv": "unit,name,group\na,A,x\nb,B,x\n",
        "self.csv": "unit,1.planned,2\na,4,5\nb,2,6\n",
        "drafts.csv": drafts,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def registry() -> cchc_index.Registry:
    """A registry that knows the builder of drafts."""
    return cchc_index.Registry.builtin().with_plugin("p", plugin_of(Drafts))


def _told(folder: Path, registry: cchc_index.Registry) -> list[str]:
    with pytest.raises(cchc_index.CchcError) as told:
        cchc_index.open_cycle(folder, registry=registry)
    problems = told.value.problems
    assert all(each.text("vi") and each.text("en") for each in problems)
    return [each.key for each in problems]


def test_what_was_counted_is_scored_and_knows_its_rows(tmp_path: Path, registry: cchc_index.Registry) -> None:
    """Beside what was typed; explained with the file, its rows and the measure; in the provenance with the hash."""
    folder = _cycle(tmp_path, "unit,pages\na,1\nb,1\na,2\na,3\nb,9\n")
    result = cchc_index.open_cycle(folder, registry=registry).score()
    assert [str(result[unit].node("1").points) for unit in "ab"] == ["3.00", "4.00"]
    explained = next(node for node in result["a"].explain("vi") if node.code == "1")
    assert f"{folder}/drafts.csv, đếm từ 3 dòng (a), drafts" in [each.text("vi") for each in explained.sources]
    (said,) = result.to_dict()["provenance"]["evidence"]
    assert said["builder"] == "p.drafts"
    assert said["files"]["drafts.csv"]["rows"] == 5
    assert said["files"]["drafts.csv"]["sha256"] == result.inputs["drafts.csv"]
    path = tmp_path / "r.json"
    path.write_text(json.dumps(result.to_dict()), encoding="utf-8")
    assert cchc_index.read_result(path).to_dict() == result.to_dict()


def test_rows_and_files_may_come_in_any_order(tmp_path: Path, registry: cchc_index.Registry) -> None:
    """The digest is one."""
    rows = ["a,1", "b,1", "a,2", "a,3"]
    digests = set()
    for turn in range(4):
        folder = tmp_path / str(turn)
        folder.mkdir()
        _cycle(folder, "unit,pages\n" + "\n".join(rows[turn:] + rows[:turn]) + "\n")
        digests.add(cchc_index.open_cycle(folder, registry=registry).score().digest)
    assert len(digests) == 1


def test_what_is_counted_stands_at_later_stages(tmp_path: Path, registry: cchc_index.Registry) -> None:
    """A council's table need not repeat it; what the table lacks besides is a gap, and what it adds stands."""
    more = "  - {criteria: set.yaml, stage: appraised, files: [council.csv]}\n"
    folder = _cycle(tmp_path, "unit\na\na\nb\nb\n", more=more)
    (folder / "council.csv").write_text("unit,1.planned,2\na,4,1\nb,4,2\n", encoding="utf-8")
    result = cchc_index.open_cycle(folder, registry=registry).score("all")
    assert [each.stage for each in result.results] == ["self", "appraised"]
    assert [str(each["b"].node("1").points) for each in result.results] == ["4.00", "2.00"]
    (folder / "council.csv").write_text("unit,1.planned,2\na,4,1\n", encoding="utf-8")
    assert _told(folder, registry) == ["stage.unit"]


def test_what_the_council_changed_in_a_counted_figure_stays(tmp_path: Path, registry: cchc_index.Registry) -> None:
    """A later table of changes says nothing of it; one that says everything counts anew, and that is listed."""
    more = "  - {criteria: set.yaml, stage: appraised, files: [council.csv]}\n"
    more += "  - {criteria: set.yaml, stage: lần 2, files: [{path: again.csv, changes: CHANGES}]}\n"
    head = "stages: [self, appraised, lần 2, final]\n"
    for changes, again, points in (
        ("yes", "unit,2\na,2\n", "1.00"),
        ("no", "unit,1.planned,2\na,4,2\nb,2,2\n", "2.00"),
    ):
        folder = _cycle(tmp_path, "unit\na\na\nb\nb\n", more=more.replace("CHANGES", changes))
        said = (folder / "cycle.yaml").read_text(encoding="utf-8")
        (folder / "cycle.yaml").write_text(said.replace("assessments:", head + "assessments:"), encoding="utf-8")
        (folder / "council.csv").write_text("unit,1.planned,2\na,4,1\nb,4,2\n", encoding="utf-8")
        (folder / "again.csv").write_text(again, encoding="utf-8")
        rows = "unit,stage,code,action,value,reason,by\na,appraised,1,set,1,twice counted,council\n"
        (folder / "adjustments.csv").write_text(rows, encoding="utf-8")
        result = cchc_index.open_cycle(folder, registry=registry).score("lần 2")
        assert str(result["a"].node("1").points) == points
        listed = [each.kind for each in result.results[0].warnings if each.unit == "a" and each.code == "1"]
        assert ("overtaken" in listed) is (changes == "no")


def test_a_unit_of_no_record_has_no_figure(tmp_path: Path, registry: cchc_index.Registry) -> None:
    """Missing is not zero."""
    assert _told(_cycle(tmp_path, "unit\na\na\n"), registry) == ["value.missing_field"]


@pytest.mark.parametrize(
    ("drafts", "feeds", "builder", "told"),
    [
        ("unit,page\na,1\n", _FEEDS, "p.drafts", {"row.column"}),
        ("unit\na\n\nb\n", _FEEDS, "p.drafts", {"table.blank_row"}),
        ("", _FEEDS, "p.drafts", {"table.empty"}),
        ("unit\nb\na\n", '"1": {done: draft}', "p.drafts", {"evidence.measure"}),
        ("unit\nb\na\n", '"9": drafts', "p.drafts", {"awaiting.code", "value.missing_field"}),
        ("unit\nb\na\n", "", "p.drafts", {"value.missing_field"}),
        ("unit\nb\na\n", '"1": {dones: drafts}', "p.drafts", {"evidence.field"}),
        ("unit\nb\na\n", _FEEDS, "p.draft", {"name.evidence"}),
        ("unit\nb\na\n", _FEEDS, "drafts", {"name.evidence"}),
        ("unit\nb\na\n", _FEEDS, "q.drafts", {"name.plugin_of_evidence"}),
        ("unit\nb\na\n", _FEEDS, "{p.drafts: {least: x}}", {"number.unreadable"}),
        ("unit\nb\na\n", _FEEDS, "{p.drafts: {last: 1}}", {"yaml.meant_key"}),
        ("unit\nb\na\n", '"1": {done: drafts, planned: drafts}', "p.drafts", {"evidence.given_twice"}),
    ],
)
def test_what_is_wrong_is_told_once(
    tmp_path: Path, registry: cchc_index.Registry, drafts: str, feeds: str, builder: str, told: set[str]
) -> None:
    """In the records, in what they feed, in the builder: with its place, and no leaf is missing as well."""
    assert set(_told(_cycle(tmp_path, drafts, feeds=feeds, builder=builder), registry)) == told


def test_what_is_said_wrongly_of_evidence_has_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], registry: cchc_index.Registry
) -> None:
    """The command tells it as of every other part of cycle.yaml."""
    folder = _cycle(tmp_path, "unit\na\n", builder="drafts")
    assert main(["check", str(folder), "--lang", "en"]) == 1
    said = capsys.readouterr().err + capsys.readouterr().out
    assert "Traceback" not in said
    files = dict(declared_files(cchc_index.open_cycle(_cycle(tmp_path, "unit\na\nb\n"), registry=registry).document))
    assert files["evidence[0].files[0]"].path == "drafts.csv"
    assert count_evidence.__doc__
    assert CountedTables.__doc__


def test_a_parameter_that_is_refused_is_the_builder_s(tmp_path: Path) -> None:
    """And no rule's: a cycle names no rule."""
    folder = _cycle(tmp_path, "unit\na\nb\n", builder="{dossiers: {period: 2021-13}}")
    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.open_cycle(folder)
    (problem,) = told.value.problems
    assert (problem.key, problem.path) == ("evidence.refused", "evidence[0].builder.dossiers")
    assert "cách tổng hợp dossiers" in problem.text("vi")


_SURVEY = """
  - builder:
      surveys:
        questions: {service: [q1]}
        options: {good: 100, poor: 0}
        satisfied: [good]
        sample: sent.csv
        places: 2
        counts: all
    files: [answers.csv, sent.csv]
"""


def _with_survey(folder: Path) -> Path:
    """A cycle with a survey for the report alone: 10 of 20 and 20 of 25 forms came back."""
    answers = [f"r{n},{'a' if n < 10 else 'b'},q1,{'good' if n % 2 else 'poor'}\n" for n in range(30)]
    (folder / "answers.csv").write_text("respondent,unit,question,option\n" + "".join(answers), encoding="utf-8")
    (folder / "sent.csv").write_text("unit,sent\na,20\nb,25\n", encoding="utf-8")
    return folder


def test_figures_for_the_report_alone_feed_nothing(tmp_path: Path, registry: cchc_index.Registry) -> None:
    """They are reached from the cycle and from its result, with totals; points and digest are what they were."""
    folder = _cycle(tmp_path, "unit\na\na\nb\n")
    digest = cchc_index.open_cycle(folder, registry=registry).score().digest
    text = (folder / "cycle.yaml").read_text(encoding="utf-8")
    (folder / "cycle.yaml").write_text(text + "  - {builder: p.drafts, files: [again.csv]}\n", encoding="utf-8")
    (folder / "again.csv").write_text("unit\na\nb\nb\nb\n", encoding="utf-8")

    cycle = cchc_index.open_cycle(folder, registry=registry)
    result = cycle.score()
    feeding, alone = result.counted
    assert result.digest == digest
    assert (feeding.is_for_the_report, alone.is_for_the_report) == (False, True)
    assert (alone.builder, alone.evidence and alone.evidence.of("b")["drafts"]) == ("p.drafts", 3)
    assert cycle.counted == result.counted
    assert [each["feeds"] for each in result.to_dict()["provenance"]["evidence"]] == [["1"], []]


@pytest.mark.parametrize("key", ["criteria: set.yaml", "stage: self"])
def test_what_feeds_nothing_belongs_to_no_set_and_stage(
    tmp_path: Path, registry: cchc_index.Registry, key: str
) -> None:
    """Said of figures for the report, it is told at its line."""
    folder = _cycle(tmp_path, "unit\na\nb\n")
    text = (folder / "cycle.yaml").read_text(encoding="utf-8")
    said = f"  - {{builder: p.drafts, files: [drafts.csv], {key}}}\n"
    (folder / "cycle.yaml").write_text(text + said, encoding="utf-8")
    assert _told(folder, registry) == ["evidence.no_feeds"]


def test_a_survey_has_its_intervals_and_its_rate_of_response(tmp_path: Path, registry: cchc_index.Registry) -> None:
    """Reached from the result: made when they are asked for; the rate of all is of all forms that were sent."""
    folder = _with_survey(_cycle(tmp_path, "unit\na\nb\n"))
    text = (folder / "cycle.yaml").read_text(encoding="utf-8")
    (folder / "cycle.yaml").write_text(text + _SURVEY.lstrip("\n"), encoding="utf-8")
    survey = cchc_index.open_cycle(folder, registry=registry).score().counted[1]
    totals = survey.totals
    assert (totals["respondents"], totals["sent"], str(totals["respondents_of_sent"])) == (30, 45, "66.67")
    share = [each for each in survey.intervals() if each.figure == "service_satisfied_of_answers"]
    assert [(each.unit, each.low <= each.value <= each.high, each.respondents) for each in share] == [
        ("a", True, 10),
        ("b", True, 20),
    ]
    assert survey.intervals() == survey.intervals()
