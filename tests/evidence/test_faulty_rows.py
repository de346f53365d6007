"""What is wrong with rows is counted by kind and named at the first; what is allowed is left out, and listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_index.evidence.documents import Documents
from cchc_index.evidence.faulty_rows import FaultyRows, Spelt
from cchc_index.evidence.initiatives.register import Initiatives
from cchc_index.problems.problem import Place
from tests.evidence.tables import built, table, told

HEADER = "id,unit,status\n"


def test_each_kind_is_told_once_with_its_count_and_its_first_row(tmp_path: Path) -> None:
    """The first by file and row, in whatever order they came."""
    first = table(tmp_path, HEADER + "S1,a,eligible\nS2,x,eligible\nS3,,eligible\n", "a.csv")
    second = table(tmp_path, HEADER + "S4,y,eligible\nS5,z,lost\n", "b.csv")
    for files in ((first, second), (second, first)):
        found = told(Initiatives(), *files, units=("a", "b"))
        assert set(found) == {"evidence.unknown_unit", "evidence.no_unit", "evidence.unknown_status"}
        assert found["evidence.unknown_unit"] == (
            "a.csv, row 3 (x), column unit: the unit 'x', which the register does not have (rows: 3).\n"
            "  Mend these rows (a.csv:3, b.csv:2, b.csv:3); or write allow: [unknown_unit], which leaves them out "
            "and is told with the result."
        )


def test_nothing_is_computed_from_what_is_allowed_and_it_is_listed(tmp_path: Path) -> None:
    """By kind, with its count and where the first stands; a row with two faults needs both to be allowed."""
    file = table(tmp_path, HEADER + "S1,a,awarded\nS2,x,awarded\nS3,x,lost\nS4,a,eligible\n")
    assert set(told(Initiatives(allow=("unknown_unit",)), file, units=("a",))) == {"evidence.unknown_status"}
    found = built(Initiatives(allow=("unknown_unit", "unknown_status")), file, units=("a",))
    assert found.units == ("a",)
    assert found.of("a") == {"submitted": 2, "eligible": 2, "recognised": 1, "awarded": 1}
    assert found.rows == (2,)
    assert [(each.kind, each.rows, each.first and each.first.line) for each in found.left_out] == [
        ("unknown_unit", 2, 3),
        ("unknown_status", 1, 4),
    ]
    assert [(each.name, each.rows) for each in found.files] == [("d.csv", 4)]


def test_identifiers_that_stand_twice_are_all_left_out(tmp_path: Path) -> None:
    """Nobody can say which is right, so that no order decides; a file named twice is told so too."""
    file = table(tmp_path, HEADER + "S1,a,awarded\ns1,b,eligible\nS2,a,eligible\n")
    assert "'S1', an identifier that stands more than once (rows: 2)" in told(Initiatives(), file)["evidence.duplicate"]
    found = built(Initiatives(allow=("duplicate",)), file)
    assert (found.units, found.of("a")["submitted"]) == (("a",), 1)
    assert set(told(Initiatives(), file, file)) == {"evidence.duplicate"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "table.empty"),
        (HEADER, "evidence.empty"),
        ("id,unit\nS1,a\n", "row.no_column"),
        ("id,unit,unit,status\nS1,a,b,eligible\n", "table.header_twice"),
        ("id,unit,kết quả,status\nS1,a,eligible,eligible\n", "table.header_twice"),
        ("id,unit,status,colour\nS1,a,eligible,red\n", "row.column"),
        (HEADER + ",a,eligible\n", "evidence.no_id"),
        (HEADER + "S1,,eligible\n", "evidence.no_unit"),
        (HEADER + "9,Tổng cộng,eligible\n", "evidence.total_row"),
    ],
)
def test_what_no_register_may_look_like(tmp_path: Path, text: str, key: str) -> None:
    """Empty files, columns that are missing, doubled or unknown, rows that nobody has."""
    assert key in told(Initiatives(), table(tmp_path, text))


def test_no_file_is_no_zero() -> None:
    """Nothing to count is told."""
    assert set(told(Documents())) == {"evidence.no_file"}


def test_only_kinds_that_there_are_can_be_allowed(tmp_path: Path) -> None:
    """A misspelt one is told with those there are."""
    found = told(Initiatives(allow=("duplicates",)), table(tmp_path, HEADER + "S1,a,eligible\n"))
    assert "duplicate" in found["evidence.allow"]


def test_a_misspelt_unit_is_told_with_those_that_are_near(tmp_path: Path) -> None:
    """And is never taken for one of them."""
    file = table(tmp_path, HEADER + "S1,so-tu-phapp,eligible\n")
    assert "Perhaps: so-tu-phap?" in told(Initiatives(), file, units=("so-tu-phap", "so-y-te"))["evidence.unknown_unit"]


def test_words_are_declared_beside_those_known(tmp_path: Path) -> None:
    """For a meaning that there is, and one only."""
    file = table(tmp_path, HEADER + "S1,a,Cấp tỉnh công nhận\n")
    assert built(Initiatives(statuses={"recognised": ("cấp tỉnh công nhận",)}), file).of("a")["recognised"] == 1
    wrong = Initiatives(statuses={"recognized": ("x",), "eligible": ("đạt giải",)})
    assert {"evidence.meaning", "evidence.word_twice"} <= set(told(wrong, file))
    assert Spelt({"a": ("x",)}, {}).meaning("y") == ""


def test_very_many_faults_keep_the_first() -> None:
    """However many there are, and in whatever order they came."""
    faulty = FaultyRows(("no_unit",))
    for line in range(5000, 1, -1):
        faulty.add("no_unit", Place("d.csv", line))
    (problem,) = faulty.problems
    assert problem.place == Place("d.csv", 2)
    assert problem.arguments["count"] == "4999"
    assert problem.arguments["rows"] == "d.csv:2, d.csv:3, d.csv:4, d.csv:5, d.csv:6, …"
