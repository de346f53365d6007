"""Two cycles side by side: units by succession.csv, criteria by mapping.csv; what means nothing is refused."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

import cchc_index
from cchc_index.years.changes import Causes
from cchc_index.years.comparison import Gone, compare_years
from tests.years.two_years import (
    LATER_ROWS,
    MAPPING,
    SUCCESSION,
    result_of,
    set_of,
    successions,
    two_years,
    year_folder,
)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folders of both years."""
    return two_years(tmp_path_factory.mktemp("years"))


@pytest.fixture(scope="module")
def found(folders: tuple[Path, Path]) -> cchc_index.YearComparison:
    """The two years compared."""
    return compare_years(*map(cchc_index.open_cycle, folders))


def test_units_go_by_identifier_and_succession(found: cchc_index.YearComparison) -> None:
    """One is the same, one renamed, two merged into one; one is new, none is gone."""
    assert {each.unit: each.kind for each in found.changes} == {
        "a": "same",
        "b": "same",
        "h": "renamed",
        "f": "merged",
    }
    assert found.new == (("g", "Đơn vị g"),)
    assert (found.gone, found.apart) == ((), ())
    with pytest.raises(KeyError):
        found["g"]


def test_a_merged_unit_stands_beside_each_of_those_it_was(found: cchc_index.YearComparison) -> None:
    """Each is listed; a mean there is only by the shares, and exact."""
    merged = found["f"]
    before, after = merged.predecessors
    assert [(each.unit, each.share, each.decision) for each in (before, after)] == [
        ("d", Decimal("0.6"), "QĐ 2"),
        ("e", Decimal("0.4"), "QĐ 2"),
    ]
    assert before.index == (merged.after.index or 0) - (before.standing.index or 0)
    mean = Decimal("0.6") * (before.standing.index or 0) + Decimal("0.4") * (after.standing.index or 0)
    assert merged.before is not None
    assert (merged.before.index, merged.before.rank, merged.before.band) == (mean, None, None)
    assert merged.index == Causes(membership=merged.change or Decimal(0))
    assert (merged.rank, merged.band, merged.nodes, merged.path) == (None, (), (), ())


def test_without_shares_there_is_no_mean(folders: tuple[Path, Path], tmp_path: Path) -> None:
    """Nor with those of one of the two."""
    table = tmp_path / "s.csv"
    table.write_text(SUCCESSION.replace("0.6", "").replace("0.4", ""), encoding="utf-8")
    merged = compare_years(*map(cchc_index.open_cycle, folders), succession=table)["f"]

    assert (merged.before, merged.change, merged.index) == (None, None, None)
    assert len(merged.predecessors) == 2


def test_criteria_go_by_the_mapping(found: cchc_index.YearComparison) -> None:
    """A changed one is compared, new and dropped ones are not."""
    (pairs,) = found.pairs
    assert dict(pairs.codes) == {"1": "1", "2": "2", "2.1": "2.1", "2.2": "2.2"}
    assert (pairs.new, pairs.dropped, pairs.remarks) == (("4",), ("3",), ())


def test_without_a_mapping_only_what_is_equal_is_compared(folders: tuple[Path, Path], tmp_path: Path) -> None:
    """Of another title or maximum it is told."""
    criteria = set_of(2024, 20, "4")
    later = year_folder(tmp_path / "later", criteria.replace("2.1", title="Khác"), LATER_ROWS)
    found = compare_years(cchc_index.open_cycle(folders[0]), cchc_index.open_cycle(later))
    (pairs,) = found.pairs

    assert dict(pairs.codes) == {"2": "2", "2.2": "2.2"}
    assert [each.arguments["code"] for each in found.remarks] == ["1", "2.1"]
    assert "«Điểm»" in found.remarks[1].text("vi")
    assert "«Khác»" in found.remarks[1].text("en")


def test_a_result_file_has_no_answers(folders: tuple[Path, Path], tmp_path: Path) -> None:
    """Then there are differences by criterion, and no causes apart."""
    files = []
    for folder in folders:
        files.append(tmp_path / f"{folder.name}.json")
        files[-1].write_text(json.dumps(cchc_index.open_cycle(folder).score().to_dict()), encoding="utf-8")
    before, after = map(cchc_index.read_result, files)
    tables = folders[1] / "succession.csv", folders[1] / "mapping.csv"
    found = compare_years(before, after, succession=tables[0], mapping=tables[1])

    assert [each.kind for each in found.remarks] == ["read_back"]
    for each in found.changes:
        if each.is_alone:
            assert each.index == Causes(unseparated=each.change or Decimal(0))
            assert len(each.path) == 2
            assert all(node.causes is None for node in each.nodes)
    assert [str(node.change) for node in found["a"].nodes] == ["9.00", "0.00", "0.00", "0.00"]


def test_units_that_are_gone_are_listed_with_what_became_of_them() -> None:
    """Abolished, become something that is not there, or nobody knows."""
    criteria = set_of(2023, 10, "3")
    rows = [{"unit": unit, "1.rate": "80", "2.1": "5", "2.2": "4", "3": "1"} for unit in "abcd"]
    before, after = result_of(criteria, rows), result_of(criteria, rows[:1])
    table = successions(("b", "", "abolished"), ("c", "x", "renamed"))
    assert compare_years(before, after, succession=table).gone == (
        Gone("b", "Đơn vị b", "abolished", (), "QĐ 1"),
        Gone("c", "Đơn vị c", "elsewhere", ("x",), "QĐ 1"),
        Gone("d", "Đơn vị d"),
    )


def _refused(before: object, after: object, **tables: object) -> list[str]:
    with pytest.raises(cchc_index.AssessmentError) as told:
        compare_years(before, after, **tables)  # type: ignore[arg-type]
    for each in told.value.problems:
        assert each.text("vi") != each.text("en")
    return [each.key for each in told.value.problems]


def test_what_means_nothing_is_refused(folders: tuple[Path, Path], tmp_path: Path) -> None:
    """No unit in both, sets that nothing connects, self-assessed points beside a result; each with its reason."""
    criteria = set_of(2023, 10, "3")
    rows = [{"unit": unit, "1.rate": "80", "2.1": "5", "2.2": "4", "3": "1"} for unit in "ab"]
    result = result_of(criteria, rows)
    assert _refused(result, result_of(criteria, [{**rows[0], "unit": "z"}])) == ["years.no_units"]
    other = set_of(2024, 10, "3", id="other")
    assert _refused(result, result_of(other, rows)) == ["years.no_sets"]
    own = year_folder(tmp_path / "self", criteria, "unit,1.rate,2.1,2.2,3\na,80,5,40,1\n")
    text = (own / "cycle.yaml").read_text(encoding="utf-8").replace("files:", "stage: self, files:")
    (own / "cycle.yaml").write_text(text, encoding="utf-8")
    assert _refused(cchc_index.open_cycle(own), result) == ["years.stages"]
    assert len(compare_years(cchc_index.open_cycle(own), cchc_index.open_cycle(own))) == 1
    assert _refused(result, result, stage="appraised") == ["cycle.stage"]
    with pytest.raises(TypeError):
        compare_years(result, result.results[0])  # type: ignore[arg-type]
    assert _refused(result, result, succession=successions(("a", "b", "renamed"))) == ["former.renamed"]


def test_a_faulty_mapping_is_refused(folders: tuple[Path, Path], tmp_path: Path) -> None:
    """Codes that are not there on either side, and what is said to be the same and is not."""
    cycles = [cchc_index.open_cycle(folder) for folder in folders]
    table = tmp_path / "m.csv"
    table.write_text(MAPPING + "t-2023,9,t-2024,8,same\n", encoding="utf-8")
    assert _refused(*cycles, mapping=table) == ["mapping.code", "mapping.code"]
    table.write_text(MAPPING.replace("changed", "same"), encoding="utf-8")
    assert _refused(*cycles, mapping=table) == ["mapping.not_same"]
    table.write_text(MAPPING.replace("changed", "sửa"), encoding="utf-8")
    assert _refused(*cycles, mapping=table) == ["mapping.kind"]


def test_other_circumstances_are_told() -> None:
    """Real beside synthetic data, sets that stand the other way round, rows of a mapping about other sets."""
    rows = [{"unit": "a", "1.rate": "80", "2.1": "5", "2.2": "4", "3": "1"}]
    before, after = result_of(set_of(2024, 10, "3"), rows), result_of(set_of(2023, 10, "3"), rows)
    object.__setattr__(after, "data", "real")
    kinds = [each.kind for each in compare_years(before, after).remarks]
    assert kinds == ["data", "order"]
    for each in compare_years(before, after).remarks:
        assert each.text("vi") != each.text("en")
        assert each.to_dict()["kind"] == each.kind


def test_units_of_sets_that_nothing_connects_are_listed_apart() -> None:
    """The others are compared."""
    rows = [{"unit": unit, "1.rate": "80", "2.1": "5", "2.2": "4", "3": "1"} for unit in "ab"]
    one, other = set_of(2023, 10, "3"), set_of(2024, 10, "3", id="other")
    before = result_of(one, rows)
    both = result_of(one, rows[:1]).results + result_of(other, rows[1:]).results
    found = compare_years(before, cchc_index.CycleResult(both))
    assert [each.unit for each in found.changes] == ["a"]
    ((unit, _, why),) = found.apart
    assert (unit, why.kind) == ("b", "other_sets")


def test_a_comparison_is_plain_data(found: cchc_index.YearComparison) -> None:
    """As dicts and texts, and as a frame of exact decimals."""
    plain = json.loads(json.dumps(found.to_dict()))
    assert plain["schema"] == "cchc-index/comparison/1"
    unit = plain["units"][0]
    assert (unit["unit"], unit["index"]["total"]) == ("a", unit["change"]["index"])
    assert [each["step"] for each in unit["path"]] == plain["path"]
    assert unit["nodes"]["1"]["causes"]["rules"] == "8.00"
    assert plain["improved"] == [each.unit for each in found.improved]
    frame = found.to_frame("polars")
    assert frame["index_total"].to_list() == [each.change for each in found.changes]
    assert frame["unit"].to_list() == [each.unit for each in found.changes]


def test_one_set_over_two_years_is_compared_whole() -> None:
    """A worked cycle beside itself: nothing changes, and nothing is left over."""
    cycle = cchc_index.open_cycle("lai-chau-2021")
    found = compare_years(cycle, cycle)
    assert len(found) == 17
    for each in found.changes:
        assert each.index is not None
        assert all(getattr(each.index, name) == 0 for name in ("values", "rules", "others", "unseparated"))


def test_a_former_unit_that_never_was_is_told(folders: tuple[Path, Path], tmp_path: Path) -> None:
    """A misspelt identifier is named; a row of an older merger, which leads to a unit of the earlier year, is none."""
    cycles = [cchc_index.open_cycle(folder) for folder in folders]
    known = cycles[0].score().units[0]
    table = tmp_path / "s.csv"
    more = f"zz,yy,renamed,,2023-01-01,QĐ 9\nold,{known},renamed,,2020-01-01,QĐ 1\n"
    table.write_text(SUCCESSION.rstrip("\n") + "\n" + more, encoding="utf-8")
    found = compare_years(*cycles, succession=table)

    assert [each.to_dict()["rows"] for each in found.remarks if each.kind == "succession_unused"] == ["zz → yy"]
    for language in ("vi", "en"):
        assert any("zz → yy" in each.text(language) for each in found.remarks)
    assert not any(each.kind == "succession_unused" for each in compare_years(*cycles).remarks)
