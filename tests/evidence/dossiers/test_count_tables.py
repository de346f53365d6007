"""Tables of counts, one row a unit: read like every table, held to what must add up, and added up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from cchc_index.evidence.dossiers import DossierCounts, count_dossiers
from cchc_index.evidence.dossiers.count_tables import missing
from cchc_index.problems.errors import AssessmentError
from cchc_index.reading.declared import InputFormat

SOUND = {
    "unit": "a",
    "period": "2021-01",
    "received": 10,
    "settled": 8,
    "early": 5,
    "on_time": 1,
    "late": 2,
    "in_process": 2,
}


def _counted(*changes: dict[str, Any], **how: Any) -> DossierCounts:
    return count_dossiers([SOUND | change for change in changes], **how)


def _kinds(*changes: dict[str, Any], **how: Any) -> list[str]:
    with pytest.raises(AssessmentError) as caught:
        _counted(*changes, **how)
    return [problem.key.removeprefix("dossiers.") for problem in caught.value.problems]


def test_cao_bang_has_two_rates_and_each_names_its_denominator() -> None:
    """140,500 of 143,600 settled are 97.84 %; of 148,000 received they are 94.93 %."""
    row = {"unit": "cao-bang", "received": 148_000, "settled": 143_600, "early": 0, "on_time": 140_500, "late": 3_100}
    found = count_dossiers([row | {"in_process": 4_400}])

    rates = found["cao-bang"].rates
    assert (str(rates["in_time_of_settled"]), str(rates["in_time_of_received"])) == ("97.84", "94.93")


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"unit": ""}, "no_unit"),
        ({"unit": "Tổng cộng"}, "total_row"),
        ({"unit": "z"}, "unknown_unit"),
        ({"late": "2.5"}, "not_whole"),
        ({"late": "-1"}, "not_whole"),
        ({"late": ""}, "not_whole"),
        ({"late": "hai"}, "not_whole"),
        ({"late": 3}, "settled_gap"),
        ({"received": 11}, "received_gap"),
        ({"period": "tháng 1"}, "period_form"),
    ],
)
def test_a_faulty_row_is_told(change: dict[str, Any], kind: str) -> None:
    """By its kind; allowed, it is left out, unless it is a gap, which stands as it is."""
    how: dict[str, Any] = {"units": [{"unit": "a", "name": "A"}, {"unit": "b", "name": "B"}]}

    found = _counted({"unit": "b"}, change, allow=kind, **how)

    assert _kinds({"unit": "b"}, change, **how) == [kind]
    assert found.allowed == {kind: 1}
    assert [each.unit for each in found] == (["a", "b"] if kind.endswith("_gap") else ["b"])


def test_a_unit_that_is_there_twice_is_told() -> None:
    """At one level and in one period: two others are added up."""
    assert _kinds({}, {}) == ["twice"]
    assert _counted({}, {"period": "2021-02"})["a"].counts["received"] == 20


def test_periods_are_added_up_to_longer_ones_and_never_split() -> None:
    """Months make quarters and years; a year says nothing of a month."""
    months = [{"period": f"2021-{month:02}"} for month in range(1, 13)]

    quarters = _counted(*months, by="period", period="quarter")

    assert [(each.period, each.counts["late"]) for each in quarters] == [
        (f"2021-Q{number}", 6) for number in (1, 2, 3, 4)
    ]
    assert [each.period for each in _counted(*months, by="period", period="year")] == ["2021"]
    assert _kinds({"period": "2021"}, by="period") == ["period_form"]


def test_what_a_table_does_not_say_is_none_and_not_0() -> None:
    """Neither online nor returned were counted there."""
    counts = _counted({})["a"].counts

    assert (counts["online"], counts["returned"], counts["overdue"]) == (None, None, None)
    assert _counted({})["a"].rates["online_of_received"] is None


def test_an_office_s_workbook_or_csv_is_read_as_declared(tmp_path: Path) -> None:
    """Vietnamese headers, thousands with points."""
    path = tmp_path / "bang.csv"
    path.write_text(
        "TT;Đơn vị;Tiếp nhận;Đã giải quyết;Trước hạn;Đúng hạn;Trễ hạn;Đang giải quyết\n"
        "1;Sở Y tế;1.000;900;800;50;50;100\n",
        encoding="utf-8",
    )
    book = tmp_path / "bang.xlsx"
    pd.DataFrame({"Đơn vị": ["Sở Y tế"], "Tiếp nhận": [1000], "Đã giải quyết": [900]}).to_excel(
        book, index=False, engine="openpyxl"
    )

    found = count_dossiers(path, declared=InputFormat(decimal=",", thousands="."))

    assert found["Sở Y tế"].counts["received"] == count_dossiers(book)["Sở Y tế"].counts["received"] == 1000


def test_rows_and_counts_are_not_mixed(tmp_path: Path) -> None:
    """Nor is a table without the columns that it must have."""
    counts, rows = tmp_path / "c.csv", tmp_path / "r.csv"
    counts.write_text("unit,received\na,1\n", encoding="utf-8")
    rows.write_text("dossier,unit,received,due,settled\n1,a,2021-01-04,2021-01-08,\n", encoding="utf-8")

    with pytest.raises(AssessmentError, match="Count them apart"):
        count_dossiers([counts, rows])
    assert _kinds({}, by="level") == ["missing"]
    assert missing("a", [], []) == []
