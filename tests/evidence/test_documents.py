"""The register of documents, against counts by hand."""

from __future__ import annotations

import datetime
import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_index.evidence.documents import Documents
from tests.evidence.tables import built, rows_of, table, told

HEADER = "id,unit,kind,asked,received,due,commented,checked,faulty,corrected"
START = datetime.date(2020, 11, 1)
days = st.integers(0, 500).map(lambda day: START + datetime.timedelta(day))
drafts = st.tuples(days, st.integers(0, 30), st.none() | st.integers(0, 60), st.booleans())
checks = st.tuples(days, st.booleans(), st.none() | st.integers(0, 90), st.booleans())


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from("abc"), drafts | checks.map(lambda each: (*each, "check")))), st.randoms())
def test_figures_are_those_counted_by_hand(drawn: list[tuple[str, tuple[object, ...]]], chance: random.Random) -> None:
    """For drafts and self-checks of one year, whatever the order of rows and of files."""
    rows: list[list[object]] = []
    wanted: dict[str, dict[str, int]] = {}
    used: set[str] = set()
    for number, (unit, said) in enumerate(drawn):
        own = wanted.setdefault(unit, dict.fromkeys((each.name for each in Documents().measures), 0))
        first = said[0]
        assert isinstance(first, datetime.date)
        in_year = first.year == 2021
        counted: list[str] = []
        if len(said) == 4:
            _, term, took, asked = said
            due = first + datetime.timedelta(term)  # type: ignore[arg-type]
            given_on = first + datetime.timedelta(took) if asked and took is not None else ""  # type: ignore[arg-type]
            rows.append([number, unit, "dự thảo", "có" if asked else "không", first, due, given_on, "", "", ""])
            counted = ["drafts"] + ["asked"] * bool(asked) + ["commented"] * (given_on != "")
            counted += ["commented_in_time"] * (isinstance(given_on, datetime.date) and given_on <= due)
        else:
            _, faulty, took, done, _ = said
            mended = first + datetime.timedelta(took) if done and faulty and took is not None else ""  # type: ignore[arg-type]
            days = ["", "", "", first, "có" if faulty else "không", mended] if done else ["", first, "", "", "", ""]
            rows.append([number, unit, "self_check", "", *days])
            counted = ["planned"] + ["self_checked"] * bool(done) + ["faulty"] * bool(done and faulty)
            counted += ["corrected"] * (mended != "")
        if in_year:
            used.add(unit)
            for name in counted:
                own[name] += 1
    if not rows:
        return
    chance.shuffle(rows)
    cut = chance.randint(0, len(rows) - 1)
    with tempfile.TemporaryDirectory() as folder:
        parts = [part for part in (rows[:cut], rows[cut:]) if part]
        files = [table(Path(folder), rows_of(HEADER, part), f"{at}.csv") for at, part in enumerate(parts)]
        found = built(Documents(period="2021"), *files)
    assert {unit: found.of(unit) for unit in found.units} == {unit: wanted[unit] for unit in used}
    assert sum(found.rows) + sum(each.rows for each in found.left_out) == len(rows)
    assert {each.kind for each in found.left_out} <= {"outside_period"}


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("D1,a,draft,,2021-02-31,2021-03-01,,,,", "no_such_day"),
        ("D1,a,draft,,31/01/2021,2021-03-01,,,,", "date_form"),
        ("D1,a,draft,,hôm qua,2021-03-01,,,,", "date_form"),
        ("D1,a,draft,,2021-03-02,2021-03-01,,,,", "backwards"),
        ("D1,a,draft,,2021-03-02,2021-03-09,2021-03-01,,,", "backwards"),
        ("D1,a,self_check,,,,,2021-03-02,có,2021-03-01", "backwards"),
        ("D1,a,draft,,,2021-03-01,,,,", "no_received"),
        ("D1,a,draft,,2021-03-01,,2021-03-02,,,", "no_due"),
        ("D1,a,draft,maybe,2021-03-01,2021-03-02,,,,", "not_yes_no"),
        ("D1,a,self_check,,,,,2021-03-01,hơi sai,", "not_yes_no"),
        ("D1,a,self_check,,,,,2021-03-01,,", "no_finding"),
        ("D1,a,draft,không,2021-03-01,,2021-03-02,,,", "contradiction"),
        ("D1,a,draft,,2021-03-01,2021-03-02,,2021-03-02,,", "contradiction"),
        ("D1,a,self_check,,,,2021-03-02,2021-03-02,không,", "contradiction"),
        ("D1,a,self_check,,,,,2021-03-02,không,2021-03-03", "contradiction"),
        ("D1,a,self_check,,,,,,có,", "contradiction"),
        ("D1,a,thẩm định,,2021-03-01,2021-03-02,,,,", "unknown_kind"),
        ("D1,a,self_check,,,,,,,", "no_date"),
    ],
)
def test_each_fault_is_told_and_can_be_left_out(tmp_path: Path, row: str, key: str) -> None:
    """Alone, by the word that allows it, with nothing counted from the row."""
    sound = "D2,a,draft,,2021-01-01,2021-01-10,2021-01-10,,,"
    file = table(tmp_path, f"{HEADER}\n{row}\n{sound}\n")
    assert set(told(Documents(period="2021"), file)) == {f"evidence.{key}"}
    found = built(Documents(period="2021", allow=(key,)), file)
    assert found.of("a")["drafts"] == found.of("a")["commented_in_time"] == 1
    assert found.of("a")["planned"] == 0
    assert [(each.kind, each.rows) for each in found.left_out] == [(key, 1)]


def test_one_document_may_be_with_several_units_and_of_both_kinds(tmp_path: Path) -> None:
    """But once for a unit and a kind, however the kind is spelt."""
    row = "01/QD,{},{},,2021-01-01,2021-01-10,,,,"
    sound = [row.format("a", "draft"), row.format("b", "draft"), "01/QD,a,self_check,,,,,2021-06-01,không,"]
    found = built(Documents(), table(tmp_path, "\n".join([HEADER, *sound])))
    assert (found.of("a")["drafts"], found.of("b")["drafts"], found.of("a")["self_checked"]) == (1, 1, 1)
    twice = table(tmp_path, "\n".join([HEADER, *sound, row.format("a", "Dự thảo")]))
    assert set(told(Documents(), twice)) == {"evidence.duplicate"}


def test_headers_in_vietnamese_and_days_written_as_declared(tmp_path: Path) -> None:
    """As offices keep such a register."""
    text = (
        "STT;Số, ký hiệu;Mã đơn vị;Đơn vị;Loại việc;Ngày nhận;Thời hạn;Ngày góp ý;Ghi chú\n"
        "1;01/DT;a;Sở A;Dự thảo;01/03/2021;10/03/2021;10/03/2021;qua trục\n"
    )
    file = table(tmp_path, text.replace(";", "\t"), "d.tsv")
    assert built(Documents(dates="dd/mm/yyyy"), file).of("a")["commented_in_time"] == 1
