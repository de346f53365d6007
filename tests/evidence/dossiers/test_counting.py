"""Files in, counts out; whatever is wrong with rows is told in one report, and nothing is made of it unsaid."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from cchc_index.evidence.dossiers import count_dossiers
from cchc_index.evidence.dossiers.counting import count_dossiers as door
from cchc_index.problems.errors import AssessmentError, MissingExtraError, UsageError
from cchc_index.reading.declared import InputFormat
from cchc_index.values.units import Unit
from tests.conftest import TESTS
from tests.evidence.dossiers.by_hand import dossiers

HUE = TESTS / "data" / "dossiers" / "thua-thien-hue.csv"
HUE_COLUMNS = {
    "unit": "source",
    "received": "total",
    "settled": "processed",
    "in_process": "not_processed",
    "early": "before_deadline",
}
HEAD = "dossier,unit,received,due,settled,status\n"


def _file(folder: Path, *rows: str, name: str = "d.csv", head: str = HEAD) -> Path:
    path = folder / name
    path.write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def _told(path: Any, **how: Any) -> dict[str, str]:
    """The problems of a file, each key with what was found."""
    with pytest.raises(AssessmentError) as caught:
        count_dossiers(path, **how)
    return {problem.key.removeprefix("dossiers."): problem.found("en") for problem in caught.value.problems}


FAULTY = {
    "no_dossier": ",a,2021-01-04,2021-01-08,2021-01-07,settled",
    "no_unit": "x,  ,2021-01-04,2021-01-08,2021-01-07,settled",
    "unknown_unit": "x,z,2021-01-04,2021-01-08,2021-01-07,settled",
    "no_received": "x,a,,2021-01-08,2021-01-07,settled",
    "no_due": "x,a,2021-01-04,,2021-01-07,settled",
    "date_form": "x,a,04/01/2021,2021-01-08,2021-01-07,settled",
    "no_such_day": "x,a,2021-01-04,2021-02-31,,pending",
    "settled_before_received": "x,a,2021-01-04,2021-01-08,2021-01-03,settled",
    "due_before_received": "x,a,2021-01-04,2021-01-03,2021-01-04,settled",
    "unknown_status": "x,a,2021-01-04,2021-01-08,2021-01-07,lost",
    "status_and_date": "x,a,2021-01-04,2021-01-08,,settled",
    "after_as_of": "x,a,2022-01-04,2022-01-08,,pending",
}


@pytest.mark.parametrize("kind", FAULTY)
def test_a_faulty_row_is_told_with_its_place_and_nothing_it_holds(kind: str, tmp_path: Path) -> None:
    """Its file, its row and its identifier stand in the report; allowed, it is left out and listed with its count."""
    good = "1,a,2021-01-04,2021-01-08,2021-01-07,Đã giải quyết"
    path = _file(tmp_path, good, FAULTY[kind])
    how: dict[str, Any] = {"units": [Unit("a", "A")], "as_of": "2021-12-31"}

    told = _told(path, **how)
    found = count_dossiers(path, allow=kind, **how)

    name = "" if kind == "no_dossier" else " (x)"
    assert list(told) == [kind]
    assert told[kind].endswith(f"d.csv:3{name}")
    assert found["a"].counts["received"] == 1
    assert found.allowed == {kind: 1}
    assert [problem["kind"] for problem in found.to_dict()["problems"]] == [kind]


def test_all_kinds_stand_in_one_report(tmp_path: Path) -> None:
    """A run tells everything, in one order."""
    path = _file(tmp_path, *(row.replace("x,", f"{kind},") for kind, row in FAULTY.items()))

    assert set(_told(path, units=[Unit("a", "A")], as_of="2021-12-31")) == set(FAULTY)


def test_of_many_rows_the_first_few_are_named(tmp_path: Path) -> None:
    """The count is of all; five are named, in the order of the file."""
    path = _file(tmp_path, *(f"{number},a,2021-02-30,2021-01-08,,pending" for number in range(100)))

    assert _told(path)["no_such_day"].startswith("rows with a date that is no day")
    assert _told(path)["no_such_day"].endswith(
        "d.csv:2 (0), {0}d.csv:3 (1), {0}d.csv:4 (2), {0}d.csv:5 (3), {0}d.csv:6 (4), …".format(f"{path.parent}/")
    )


def test_identifiers_that_stand_twice_are_found_across_files(tmp_path: Path) -> None:
    """All rows of such an identifier are told, wherever they stand; allowed, none of them counts."""
    row = "{},a,2021-01-04,2021-01-08,2021-01-07,settled"
    one = _file(tmp_path, row.format(1), row.format(2), name="one.csv")
    two = _file(tmp_path, row.format(2), row.format(3), name="two.csv")

    told = _told([one, two])
    found = count_dossiers([one, two], allow="duplicate")

    assert told["duplicate"].endswith(f"{one}:3 (2), {two}:2 (2)")
    assert found["a"].counts["received"] == 2
    assert [(file.name, file.rows) for file in found.files] == [(str(one), 2), (str(two), 2)]


def test_parquet_and_csv_give_the_counts_of_the_frame(tmp_path: Path) -> None:
    """By whichever door; Parquet with texts or with dates."""
    frame = pl.DataFrame(dossiers(300, 3))
    dated = frame.with_columns(pl.col("received", "due", "settled").str.to_date())
    frame.write_csv(tmp_path / "a.csv")
    frame.write_parquet(tmp_path / "b.parquet")
    dated.write_parquet(tmp_path / "c.parquet")

    digests = {
        count_dossiers(data, by=("level", "period")).digest
        for data in (frame, *(tmp_path / name for name in ("a.csv", "b.parquet", "c.parquet")))
    }

    assert len(digests) == 1


def test_a_parquet_row_is_named_by_its_number(tmp_path: Path) -> None:
    """One row of many is wrong: it is counted, named, and nothing else is said."""
    rows = dossiers(2_000, 5)
    rows[1_233]["unit"] = None
    pl.DataFrame(rows).write_parquet(tmp_path / "d.parquet")

    assert _told(tmp_path / "d.parquet") == {
        "no_unit": f"rows without a unit (1): {tmp_path}/d.parquet:1234 (H0001233)"
    }


def test_vietnamese_headers_dates_and_delimiters_are_read_as_declared(tmp_path: Path) -> None:
    """What an office exports, without a change to it."""
    head = "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả;Trạng thái;Hình thức nộp\n"
    row = "H-1;Sở Y tế;04/01/2021 08:00;08/01/2021;08/01/2021 16:59;Đã trả kết quả;Trực tuyến"
    path = _file(tmp_path, row, head=head)

    found = count_dossiers(path, dates="dd/mm/yyyy", declared=InputFormat(delimiter=";"))

    counts = found["Sở Y tế"].counts
    assert (counts["on_time"], counts["late"], counts["online"]) == (1, 0, 1)


def test_words_and_columns_can_be_declared(tmp_path: Path) -> None:
    """A header or a status of one system alone."""
    path = _file(tmp_path, "1,a,2021-01-04,2021-01-08,,Z9", head="ref,unit,received,due,settled,status\n")

    found = count_dossiers(path, columns={"dossier": "ref"}, statuses={"withdrawn": ["z9"]})

    assert found["a"].counts["withdrawn"] == 1


def test_a_gap_in_published_counts_is_told_with_its_figures() -> None:
    """Thừa Thiên Huế: early + on time + late is less than what was processed; allowed, the gap stands in the result."""
    told = _told(HUE, by="level", columns=HUE_COLUMNS)
    found = count_dossiers(HUE, by="level", columns=HUE_COLUMNS, allow="settled_gap")

    assert list(told) == ["settled_gap"]
    assert "124907 + 102770 + 19852 = 247529 ≠ 257141 (9612)" in told["settled_gap"]
    (fault,) = found.to_dict()["problems"]
    assert [gap["gap"] for gap in fault["gaps"]] == [9612, 2267, 3]
    assert found.source == "counts"
    assert str(found.units[0].rates["in_time_of_settled"]) == "88.54"


def test_columns_that_lack_or_repeat_are_told(tmp_path: Path) -> None:
    """With what the file has instead."""
    lacking = _file(tmp_path, "1,a,2021-01-04", name="l.csv", head="dossier,unit,received\n")
    doubled = _file(tmp_path, "1,a,b,2021-01-04,2021-01-08,", head="dossier,unit,Mã đơn vị,received,due,settled\n")

    assert _told(lacking) == {"missing": "columns are missing: settled, due"}
    assert _told(doubled) == {"doubled": "the column unit stands more than once (unit, Mã đơn vị)"}


def test_files_that_cannot_be_read_to_their_end_are_told(tmp_path: Path) -> None:
    """Cut short, empty, with a broken line, of no UTF-8: in which file and line, and nothing that stands there."""
    pl.DataFrame(dossiers(5_000, 1)).write_parquet(tmp_path / "whole.parquet")
    cut = tmp_path / "cut.parquet"
    cut.write_bytes((tmp_path / "whole.parquet").read_bytes()[:20_000])
    empty = _file(tmp_path, head="", name="empty.csv")
    header = _file(tmp_path, name="header.csv")
    broken = _file(tmp_path, "1,a,2021-01-04,2021-01-08,,pending", "2,secret,2021-01-04", name="broken.csv")

    assert set(_told(cut)) == {"parquet"}
    assert set(_told(empty)) == {"table.empty"}
    assert set(_told(header)) == {"table.no_rows"}
    with pytest.raises(AssessmentError, match=r"broken.csv, row 3: this line cannot be read") as caught:
        count_dossiers(broken)
    assert "secret" not in str(caught.value)
    assert set(_told([tmp_path / "none.csv", tmp_path / "a.pdf"])) == {"file.absent"}


def test_one_file_is_not_counted_twice(tmp_path: Path) -> None:
    """Named twice, or copied."""
    path = _file(tmp_path, "1,a,2021-01-04,2021-01-08,,pending")
    copy = tmp_path / "copy.csv"
    copy.write_bytes(path.read_bytes())

    assert set(_told([path, copy])) == set(_told([path, path])) == {"file_twice"}


def test_what_is_asked_for_is_held_to_its_list(tmp_path: Path) -> None:
    """Words that are none are told with those that are."""
    path = _file(tmp_path, "1,a,2021-01-04,2021-01-08,,pending")

    for how in ({"by": "month"}, {"period": "week"}, {"allow": "all"}, {"as_of": "31/12/2021"}, {"dates": "iso"}):
        with pytest.raises(UsageError):
            count_dossiers(path, **how)  # type: ignore[arg-type]


def test_a_list_of_dossiers_without_identifiers_is_no_table_of_counts(tmp_path: Path) -> None:
    """A misspelt header is told as a column that is missing."""
    path = _file(tmp_path, "1,a,2021-01-04,2021-01-08,,pending", head="dosier,unit,received,due,settled,status\n")

    assert _told(path) == {"missing": "columns are missing: dossier"}


def test_files_of_other_programs_are_read(tmp_path: Path) -> None:
    """A byte order mark, lines that end as on Windows, quotes."""
    path = tmp_path / "d.csv"
    text = HEAD + '"1","a ""x"", b",2021-01-04,"2021-01-08",2021-01-07,settled\n'
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert count_dossiers(path)['a "x", b'].counts["early"] == 1


def test_too_little_memory_is_told(tmp_path: Path) -> None:
    """And an amount that is none."""
    path = tmp_path / "d.parquet"
    pl.DataFrame(dossiers(2_000, 2)).write_parquet(path)

    assert set(_told(path, memory="1KB")) == {"engine"}
    with pytest.raises(UsageError, match="'much' is no amount of memory"):
        count_dossiers(path, memory="much")


def test_memory_can_be_bounded(tmp_path: Path) -> None:
    """The counts are the same, and no temporary file is left behind."""
    pl.DataFrame(dossiers(2_000, 2)).write_parquet(tmp_path / "d.parquet")

    assert door(tmp_path / "d.parquet", memory="200MB").digest == door(tmp_path / "d.parquet").digest
    assert [path.name for path in tmp_path.iterdir()] == ["d.parquet"]


def test_a_relation_of_duckdb_is_counted_where_it_is() -> None:
    """Its rows have no order, so they are named by their identifiers alone."""
    relation = duckdb.connect().sql(
        "SELECT '1' AS dossier, '' AS unit, DATE '2021-01-04' AS received, DATE '2021-01-08' AS due, "
        "NULL::DATE AS settled"
    )

    assert _told(relation) == {"no_unit": "rows without a unit (1): rows (1)"}


@pytest.mark.parametrize("package", ["duckdb", "narwhals"])
def test_a_missing_package_is_one_line_that_names_the_extra(package: str, tmp_path: Path) -> None:
    """In a process where it cannot be imported."""
    path = _file(tmp_path, "1,a,2021-01-04,2021-01-08,,pending")
    without = f"import sys; sys.modules[{package!r}] = None; from cchc_index.cli import main"
    code = f"{without}; sys.exit(main(['dossiers', {str(path)!r}]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'cchc-index[dossiers]'" in done.stderr
    assert MissingExtraError("dossiers", package).extra == "dossiers"


def test_the_result_is_plain_json(tmp_path: Path) -> None:
    """Counts are whole numbers, rates texts."""
    path = _file(tmp_path, "1,a,2021-01-04,2021-01-08,2021-01-11,settled")
    found = json.loads(json.dumps(count_dossiers(path).to_dict()))

    assert found["units"][0]["late_days"] == 3
    assert found["units"][0]["rates"]["late_of_settled"] == "100.00"
    assert found["units"][0]["rates"]["overdue_of_in_process"] is None
