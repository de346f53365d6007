"""The old format: what its records say beside the values."""

from __future__ import annotations

import struct
from collections.abc import Mapping

import pytest

from cchc_index.reading.grids import xls
from cchc_index.reading.grids.package import PackageFault
from tests.reading.grids.books import ODD_CELLS, formulas, grids, odd

BOF, EOF = (0x809, b""), (0x0A, b"")


def _number(row: int, column: int, style: int = 0) -> tuple[int, bytes]:
    return 0x203, struct.pack("<3Hd", row, column, style, 3.25)


def _facts(*records: tuple[int, bytes], formats: Mapping[int, str] | None = None) -> xls._Facts:
    """What a sheet's reader makes of records."""
    return xls._RecordReader({}, formats or {}).read(iter([BOF, *records, EOF]))


def _area(top: int, bottom: int, left: int, right: int) -> bytes:
    return struct.pack("<H4H", 1, top, bottom, left, right)


@pytest.mark.parametrize(
    ("flags", "more", "said"),
    [
        (1 << 25, 0, b"\x00\x01"),
        (1 << 25, 1, struct.pack("<HHB", 6, 1, 0) + b"0"),
        (1 << 25, 0, b"\x00\xa4"),
    ],
)
@pytest.mark.parametrize("new", [False, True])
def test_a_number_shown_otherwise_on_a_condition_is_known(flags: int, more: int, said: bytes, new: bool) -> None:
    """[MS-XLS] 2.4.42, 2.4.43, 2.5.92: a format known by number, spelt, or defined by the workbook; old and new."""
    changed = struct.pack("<IH", flags, more) + said
    if new:
        records = (0x879, bytes(24) + _area(0, 9, 1, 1)), (0x87A, bytes(18) + struct.pack("<I", len(changed)) + changed)
    else:
        records = (0x1B0, bytes(12) + _area(0, 9, 1, 1)), (0x1B1, bytes(6) + changed)
    ((area, shown),) = _facts(*records, formats={164: "0"}).conditional

    assert str(area) == "B1:B10"
    assert shown.misleads(325, 2) == "shown"


def test_a_condition_that_changes_no_format_is_passed_over() -> None:
    """Colours and fonts say nothing of a number."""
    assert (
        _facts((0x1B0, bytes(12) + _area(0, 9, 1, 1)), (0x1B1, bytes(6) + struct.pack("<IH", 1 << 26, 0))).conditional
        == []
    )


@pytest.mark.parametrize(
    ("records", "hidden"),
    [
        ([(0x208, struct.pack("<8H", 0, 0, 1, 255, 0, 0, 0x20, 0))], True),
        ([(0x208, struct.pack("<8H", 0, 0, 1, 0x8000, 0, 0, 0, 0))], True),
        ([(0x208, struct.pack("<8H", 0, 0, 1, 255, 0, 0, 0, 0))], False),
        ([(0x225, struct.pack("<2H", 2, 255))], True),
        ([(0x225, struct.pack("<2H", 2, 255)), (0x208, struct.pack("<8H", 0, 0, 1, 255, 0, 0, 0, 0))], False),
    ],
)
def test_a_row_that_nobody_sees_is_known(records: list[tuple[int, bytes]], hidden: bool) -> None:
    """By its flag, by no height, or as all are that do not say otherwise."""
    assert _facts(*records, _number(0, 0)).hidden_rows == ({0} if hidden else set())


def test_a_column_that_nobody_sees_is_known() -> None:
    """By its flag, by no width, or as all are that do not say otherwise."""
    assert _facts((0x7D, struct.pack("<6H", 1, 2, 2000, 0, 1, 0))).hidden_columns == [(1, 2)]
    assert _facts((0x7D, struct.pack("<6H", 1, 2, 0, 0, 0, 0))).hidden_columns == [(1, 2)]
    found = _facts((0x55, struct.pack("<H", 0)), (0x7D, struct.pack("<6H", 1, 254, 2000, 0, 0, 0))).hidden_columns
    assert found == [(0, 0), (255, 255)]


def test_a_sheet_that_shows_no_zeros_says_so() -> None:
    """A flag of its window."""
    assert _facts((0x23E, struct.pack("<H", 0x6B6 & ~0x10))).zeros_hidden
    assert not _facts((0x23E, struct.pack("<H", 0x6B6))).zeros_hidden


def test_an_array_and_a_table_of_data_are_computed() -> None:
    """Every cell of them."""
    for kind in (0x221, 0x236):
        assert list(map(str, _facts((kind, struct.pack("<HHBB", 1, 3, 1, 2) + bytes(10))).computed)) == ["B2:C4"]


def test_an_address_that_comes_again_is_known() -> None:
    """Two records for one cell."""
    assert _facts(_number(1, 1), _number(1, 1)).repeated == "B2"


def test_what_stands_in_a_chart_is_no_cell() -> None:
    """It is a sheet within the sheet."""
    assert _facts(BOF, _number(5, 5), EOF, _number(0, 0)).cells == {(0, 0)}


def test_a_formulas_result_is_shown_by_its_format(odd_books: Mapping[str, bytes]) -> None:
    """Per cent, rounded, and as a date."""
    (found,) = grids(odd_books["xls"], "a.xls", formulas="cached")
    rows = {f"B{row}": label for row, label in enumerate(ODD_CELLS, 1)}
    told = {rows[at]: what for at, what in odd(found).items() if at in formulas(found) and at in rows}

    assert told["a formula in per cent"] == "per_cent"
    assert told["a formula rounded"] == "shown"
    assert told["a formula of a date"] == "date"
    assert told["a formula of an error"] == "error"
    row = list(ODD_CELLS).index("a formula rounded")
    assert found.fault(row, 1) == ("value.shown", {"value": "49.384", "kind": ""})


@pytest.mark.parametrize("data", [b"unit,1", b"PK\x03\x04"])
def test_what_is_no_old_workbook_is_told(data: bytes) -> None:
    """Whatever its name says."""
    (found,) = grids(data, "a.xls")

    assert [each.key for each in found.problems] == ["workbook.kind"]


def test_a_sheet_of_macros_is_told() -> None:
    """Excel 4 kept them in sheets."""
    sheet = struct.pack("<IBB", 0, 0, 1) + b"\x01\x00A"
    stream = b"".join(struct.pack("<HH", kind, len(said)) + said for kind, said in (BOF, (0x85, sheet), EOF))

    with pytest.raises(PackageFault, match="macros"):
        xls._read_records(stream)


def test_a_sheet_that_says_it_has_no_end_is_damage() -> None:
    """Memory would be taken for all that it says; also for one that ends before it begins."""
    for reach in ((0, 1 << 31, 0, 256), (1 << 23, 34, 0, 7), (0, 34, 9, 7)):
        with pytest.raises(PackageFault, match="damaged"):
            _facts((0x200, struct.pack("<IIHHH", *reach, 0)))
    assert _facts((0x200, struct.pack("<IIHHH", 0, 1 << 16, 0, 256, 0))).cells == set()
