"""Last year's result beside this year's answers: each unit and criterion the one it was, or told, and never a guess."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

import cchc_index
from cchc_index.cli import main
from cchc_index.cycles.last_result import LastResult, last_result_of
from tests.cycles.two_years import AFTER, AREAS, BEFORE, STEPS, bonus, cycle, earlier, later

TOTAL = f"of: areas, {STEPS}"


def _keys(folder: Path) -> list[str]:
    with pytest.raises(cchc_index.CchcError) as caught:
        cchc_index.open_cycle(folder)
    assert main(["check", str(folder)]) == 1
    return [problem.key for problem in caught.value.problems]


def _points(folder: Path, code: str = "T1") -> dict[str, str | None]:
    result = cchc_index.open_cycle(folder).score()
    return {card.unit.id: None if (got := card.node(code).points) is None else f"{got}" for card in result}


def test_points_are_those_of_the_two_printed_indices(tmp_path: Path) -> None:
    """By hand: areas of 20 points, last year's 79, 50 and 95 per cent, this year's 87, 52.5 and 87."""
    before = {"a": "3 80 8", "b": "2 50 5", "c": "4 100 9"}
    after = {"a": "4 90 8", "b": "2 50 5.5", "c": "3 90 9"}

    def got(values: str) -> Fraction:
        plan, rate, digital = map(Fraction, values.split())
        return plan + 6 * rate / 100 + digital

    wanted = {}
    for unit, values in after.items():
        change = 5 * (got(values) - got(before[unit]))
        wanted[unit] = "2.00" if change >= 5 else "1.00" if change > 0 else "0.00"
    assert _points(later(tmp_path, bonus())) == wanted == {"a": "2.00", "b": "1.00", "c": "0.00"}


@pytest.mark.parametrize(
    ("rule", "points"),
    [
        (f'of: "1", {STEPS}', ["2.00", "0.00", "0.00"]),
        (f'of: "1.2", change: per_cent, {STEPS}', ["2.00", "0.00", "0.00"]),
        (f'of: "2", figure: points, {STEPS}', ["0.00", "1.00", "0.00"]),
        (f'of: "2", change: per_cent, {STEPS}', ["0.00", "2.00", "0.00"]),
    ],
)
def test_an_area_and_a_criterion_can_be_compared(rule: str, points: list[str], tmp_path: Path) -> None:
    """By index or by points, by the difference or in per cent of last year's."""
    assert list(_points(later(tmp_path, bonus(rule))).values()) == [points[0], points[2], points[1]]


def test_the_result_says_with_what_it_was_compared(tmp_path: Path) -> None:
    """Path and digest in the provenance, the file among the inputs; and it is read back as it was written."""
    folder = later(tmp_path, bonus())
    result = cchc_index.open_cycle(folder).score()
    digest = json.loads((folder / "nam-2023.json").read_text("utf-8"))["provenance"]["digest"]
    provenance = result.to_dict()["provenance"]
    assert provenance["previous"] == {"path": "nam-2023.json", "digest": digest}
    assert "nam-2023.json" in provenance["inputs"]
    (tmp_path / "r.json").write_text(json.dumps(result.to_dict()), "utf-8")
    assert cchc_index.read_result(tmp_path / "r.json").to_dict() == result.to_dict()
    assert cchc_index.verify(tmp_path / "r.json", folder).passed


def test_verify_recomputes_with_it(tmp_path: Path) -> None:
    """Another result of last year gives other points: the difference is told, and the file that changed."""
    folder = later(tmp_path, bonus())
    (tmp_path / "r.json").write_text(json.dumps(cchc_index.open_cycle(folder).score().to_dict()), "utf-8")
    other = earlier(tmp_path / "other", BEFORE.replace("a,A,s,3", "a,A,s,4"))
    (folder / "nam-2023.json").write_text(other, "utf-8")
    found = cchc_index.verify(tmp_path / "r.json", folder)
    assert [problem.key for problem in found.findings] == ["verify.recomputed"]
    assert [problem.key for problem in found.changes] == ["verify.input"]


def test_explain_says_both_figures_and_where_last_year_s_stands(tmp_path: Path) -> None:
    """With the head of the digest, in both languages."""
    result = cchc_index.open_cycle(later(tmp_path, bonus())).score()
    head = result.previous["digest"][:12]
    reasons = [result["b"].explain(language, code="T1").nodes[0].reason for language in ("vi", "en")]
    assert reasons == [
        f"năm nay 52,5, năm trước 50, 52,5 - 50 = 2,5, trên 0 dưới 5: 1; năm trước theo nam-2023.json [{head}]",
        f"this year 52.5, last year 50, 52.5 - 50 = 2.5, above 0 below 5: 1; last year's as in nam-2023.json [{head}]",
    ]


RENAMED = "from,to,kind,share,date,decision\na,d,renamed,,2024-07-01,12/NQ\n"
MERGED = "from,to,kind,share,date,decision\na,d,merged,,2024-07-01,12/NQ\nb,d,merged,,2024-07-01,12/NQ\n"
NEW = AFTER.replace("a,A", "d,D")


def test_a_renamed_unit_has_the_figure_of_what_it_was(tmp_path: Path) -> None:
    """By succession.csv; the explanation names the former unit."""
    folder = later(tmp_path, bonus(), NEW)
    (folder / "succession.csv").write_text(RENAMED, "utf-8")
    assert _points(folder)["d"] == "2.00"
    assert (
        cchc_index.open_cycle(folder)
        .score()["d"]
        .explain("en", code="T1")
        .nodes[0]
        .reason.endswith(", the unit then being a")
    )


@pytest.mark.parametrize(("succession", "key"), [("", "previous.unit_new"), (MERGED, "previous.unit_not_alone")])
def test_a_unit_without_a_year_of_its_own_is_told(succession: str, key: str, tmp_path: Path) -> None:
    """New, or merged of several: no figure is guessed."""
    table = NEW.replace("b,B,s,2,50,5.5\n", "") if succession else NEW
    folder = later(tmp_path, bonus(), table)
    if succession:
        (folder / "succession.csv").write_text(succession, "utf-8")
    assert _keys(folder) == [key]


@pytest.mark.parametrize(("said", "points"), [("full", "2.00"), ("zero", "0.00"), ("not_applicable", None)])
def test_or_gets_what_the_set_says(said: str, points: str | None, tmp_path: Path) -> None:
    """`no_previous` answers for new units, and the explanation says that there was nothing to compare with."""
    folder = later(tmp_path, bonus(f"{TOTAL}, no_previous: {said}"), NEW)
    assert _points(folder)["d"] == points
    reason = cchc_index.open_cycle(folder).score()["d"].explain("en", code="T1").nodes[0].reason
    assert "no figure of last year" in reason


def test_a_criterion_of_another_code_is_found_by_the_mapping(tmp_path: Path) -> None:
    """And without a row of mapping.csv it is told, however alike the two look."""
    areas = AREAS.replace('"2"', '"5"')
    folder = later(tmp_path, bonus(f'of: "5", {STEPS}'), AFTER.replace(",2\n", ",5\n"), areas)
    assert _keys(folder) == ["previous.no_criterion"]
    heading = "from_criteria,from_code,to_criteria,to_code,kind\n"
    (folder / "mapping.csv").write_text(f"{heading}hai-nam-2023,2,hai-nam-2024,5,same\n", "utf-8")
    assert _points(folder) == {"a": "0.00", "c": "0.00", "b": "2.00"}


def test_points_of_two_maxima_are_not_compared(tmp_path: Path) -> None:
    """An index is a per cent of each; points are not."""
    areas = AREAS.replace("số, max_points: 10", "số, max_points: 20")
    folder = later(tmp_path, bonus(f'of: "2", figure: points, {STEPS}'), areas=areas)
    heading = "from_criteria,from_code,to_criteria,to_code,kind\n"
    (folder / "mapping.csv").write_text(f"{heading}hai-nam-2023,2,hai-nam-2024,2,changed\n", "utf-8")
    assert _keys(folder) == ["previous.other_maximum"]


def test_a_set_of_another_id_is_told(tmp_path: Path) -> None:
    """Unless mapping.csv says which code is which."""
    folder = later(tmp_path, bonus())
    text = (folder / "set.yaml").read_text("utf-8").replace("id: hai-nam", "id: khac")
    (folder / "set.yaml").write_text(text, "utf-8")
    assert _keys(folder) == ["previous.no_set"]


def _changed(text: str) -> str:
    return text.replace('"points": "3.00"', '"points": "3.10"', 1)


def _other_schema(text: str) -> str:
    return text.replace("cchc-index/result/1", "cchc-index/result/9")


def _at_self(text: str) -> str:
    document = json.loads(text)
    for each in document["results"]:
        each["stage"] = "appraised"
    import hashlib

    canonical = json.dumps(document["results"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    document["provenance"]["digest"] = hashlib.sha256(canonical.encode()).hexdigest()
    return json.dumps(document, ensure_ascii=False)


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (lambda text: "", "result.json"),
        (lambda text: text[: len(text) // 2], "result.json"),
        (lambda text: "{}", "result.no_result"),
        (_other_schema, "result.schema"),
        (_changed, "result.changed"),
        (_at_self, "previous.stage"),
    ],
    ids=["empty", "cut", "no result", "other schema", "changed", "not final"],
)
def test_a_faulty_result_of_last_year_is_one_report(make: object, key: str, tmp_path: Path) -> None:
    """With its place and its cure, and exit 1."""
    assert callable(make)
    folder = later(tmp_path, bonus(), before=make(earlier(tmp_path / "2023")))
    assert _keys(folder) == [key]


def test_a_result_that_is_not_there_is_told(tmp_path: Path) -> None:
    """By the name that cycle.yaml gives it; one outside the folder is refused as any file is."""
    folder = later(tmp_path, bonus())
    (folder / "nam-2023.json").unlink()
    assert len(_keys(folder)) == 1
    text = (folder / "cycle.yaml").read_text("utf-8").replace("nam-2023.json", "../2023/r.json")
    (folder / "cycle.yaml").write_text(text, "utf-8")
    assert _keys(folder) == ["cycle.outside"]


def test_a_cycle_that_names_no_result_is_told_to(tmp_path: Path) -> None:
    """One problem, whatever the set says of gaps."""
    folder = cycle(tmp_path, 2024, AFTER, bonus())
    assert _keys(folder) == ["previous.none"]
    (folder / "set.yaml").write_text((folder / "set.yaml").read_text("utf-8") + "missing: incomplete\n", "utf-8")
    assert _keys(folder) == ["previous.none"]


def test_real_figures_are_not_compared_with_made_up_ones(tmp_path: Path) -> None:
    """Points of a real year do not follow a synthetic one."""
    folder = later(tmp_path, bonus())
    text = (folder / "cycle.yaml").read_text("utf-8").replace("data: synthetic", "data: real")
    (folder / "cycle.yaml").write_text(text, "utf-8")
    assert _keys(folder) == ["previous.data"]


def test_nothing_is_typed_beside_the_two_results(tmp_path: Path) -> None:
    """Neither last year's figure nor points; an adjustment is how a council decides otherwise."""
    table = AFTER.replace(",2\n", ",2,T1.previous\n").replace(",8\n", ",8,1\n").replace(",5.5\n", ",5.5,\n")
    folder = later(tmp_path, bonus(), table.replace(",90,9\n", ",90,9,\n"))
    assert _keys(folder) == ["previous.typed"]


def test_a_unit_of_which_something_is_missing_waits(tmp_path: Path) -> None:
    """What it follows is incomplete, and so is it."""
    folder = later(tmp_path, bonus() + "missing: incomplete\n", AFTER.replace("a,A,s,4,", "a,A,s,,"))
    card = cchc_index.open_cycle(folder).score()["a"]
    assert (card.complete, card.node("T1").status, card.index) == (False, "missing", None)
    assert card.explain("en", code="T1").nodes[0].reason == "waits for what it compares"


def test_a_result_that_nothing_is_compared_with_changes_no_figure(tmp_path: Path) -> None:
    """A set without such a criterion is scored as ever, though the file is checked and recorded."""
    plain = cchc_index.open_cycle(cycle(tmp_path / "plain", 2024, AFTER)).score()
    assert cchc_index.open_cycle(later(tmp_path, "")).score().digest == plain.digest


def test_the_reader_gives_the_results_of_the_last_stage(tmp_path: Path) -> None:
    """And what its provenance says."""
    (tmp_path / "r.json").write_text(earlier(tmp_path / "2023"), "utf-8")
    found = last_result_of(tmp_path / "r.json", "r.json", "synthetic", cchc_index.Registry.builtin())
    assert isinstance(found, LastResult)
    assert found.provenance == {"path": "r.json", "digest": found.digest}


CLASSES = "classify: {thresholds: {bands: [{label: Tốt, from: 90}, {label: Khá, from: 60}, {label: Yếu}]}}\n"


def test_a_plan_is_scored_with_what_follows(tmp_path: Path) -> None:
    """The leaf is no lever of its own; the plan says that it moves with the others, and each set is scored with it."""
    result = cchc_index.open_cycle(later(tmp_path, bonus() + CLASSES)).score()
    plan = cchc_index.plan(result, "b")
    assert plan.follows == ("T1",)
    assert plan.state == "reachable"
    assert all(each.code != "T1" for way in plan.ways for each in way.improvements)
    assert not plan.exact
    for way in plan.ways:
        assert way.index >= 60


def test_the_plan_and_two_units_side_by_side_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the command, in both languages."""
    folder = str(later(tmp_path, bonus() + CLASSES))
    assert main(["--lang", "en", "plan", folder, "b"]) == 0
    assert "follow the change since last year, T1" in " ".join(capsys.readouterr().out.split())
    assert main(["plan", folder, "b"]) == 0
    assert main(["compare-units", folder, "a", "c"]) == 0
    assert "T1" in capsys.readouterr().out


def test_two_units_side_by_side_differ_by_what_followed(tmp_path: Path) -> None:
    """Its share is exact, and all shares add up."""
    result = cchc_index.open_cycle(later(tmp_path, bonus())).score()
    lead = result["a"].compare_with(result["c"])
    assert sum(part.share for part in lead.parts) == lead.difference
    assert "T1" in {part.code for part in lead.parts}


def test_a_review_asks_no_evidence_of_it(tmp_path: Path) -> None:
    """Nobody reported it, so nobody owes a document."""
    found = cchc_index.review(cchc_index.open_cycle(later(tmp_path, bonus()))).to_dict()
    assert "T1" not in json.dumps(found, default=str)


def test_two_years_are_compared_with_it(tmp_path: Path) -> None:
    """`compare` takes the change apart as ever."""
    folder = later(tmp_path, bonus())
    before, after = cchc_index.open_cycle(tmp_path / "2023"), cchc_index.open_cycle(folder)
    comparison = cchc_index.compare_years(before, after)
    causes = comparison["a"].index
    assert causes is not None
    assert str(causes.total) == "18.00"


def test_a_council_may_still_adjust_it(tmp_path: Path) -> None:
    """Points that are set stand, and what they follow is that after all adjustments."""
    folder = later(tmp_path, bonus())
    rows = "unit,stage,code,action,value,reason,by,date,objection,decision\n"
    rows += "b,final,2,set,5,Tính lại,Hội đồng,,,\nc,final,T1,set,1.5,Ghi nhận,Hội đồng,,,\n"
    (folder / "adjustments.csv").write_text(rows, "utf-8")
    text = (
        (folder / "cycle.yaml")
        .read_text("utf-8")
        .replace("{criteria: set.yaml,", "{criteria: set.yaml, stage: appraised,")
    )
    (folder / "cycle.yaml").write_text(text, "utf-8")
    assert _points(folder) == {"a": "2.00", "c": "1.50", "b": "0.00"}
