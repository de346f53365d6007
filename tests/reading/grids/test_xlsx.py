"""Excel's own format: what each part of a workbook may say of a cell."""

from __future__ import annotations

import io
import zipfile

import pytest

from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids import xlsx
from cchc_index.reading.grids.cells import Texts
from tests.reading.grids.books import (
    MAIN,
    RELATIONS,
    SHEET,
    formulas,
    grid,
    grids,
    keys,
    odd,
    parts,
    relations,
    styles,
    zipped,
)

ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


def _cell(inner: str, said: str = "", **how: str) -> dict[str, str]:
    return odd(grid(f'<row r="1"><c r="A1"{said}>{inner}</c></row>', **how))


def _fault(data: bytes) -> str:
    (found,) = grids(data)
    assert not found.whole
    return found.problems[0].key


def _row_fault(rows: str, **how: str) -> str:
    return _fault(zipped(parts(rows, **how)))


@pytest.mark.parametrize(
    ("cell", "text", "what"),
    [
        ("<c><v> 5.10 </v></c>", "5.1", None),
        ('<c t="n"><v>1E-2</v></c>', "0.01", None),
        ("<c><v>85.299999999999997</v></c>", "85.3", None),
        ("<c><v>0.30000000000000004</v></c>", "0.30000000000000004", "digits"),
        ("<c><v>NaN</v></c>", "NaN", "error"),
        ("<c><v>1e999</v></c>", "inf", "error"),
        ("<c><v/></c>", "", None),
        ('<c t="s"><v>1</v></c>', "bc", None),
        ('<c t="str"><v> có </v></c>', "có", None),
        ('<c t="str"><v>95,5</v></c>', "95,5", "text_number"),
        ('<c t="str"><v>#REF!</v></c>', "#REF!", "error"),
        ('<c t="inlineStr"><is><t>a</t></is></c>', "a", None),
        ('<c t="inlineStr"><is><r><rPr><b/></rPr><t>a </t></r> <r><t>b</t></r></is></c>', "a b", None),
        ('<c t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="1"/></is></c>', "a", None),
        ('<c t="str"><v>a_x0041__x005F_</v></c>', "aA_", None),
        ('<c t="b"><v>1</v></c>', "TRUE", "boolean"),
        ('<c t="b"><v>false</v></c>', "FALSE", "boolean"),
        ('<c t="e"><v>#DIV/0!</v></c>', "#DIV/0!", "error"),
        ('<c t="d"><v>2024-01-02</v></c>', "2024-01-02", "date"),
        ("<c><v>1</v><extLst><ext><c><v>9</v></c></ext></extLst></c>", "1", None),
    ],
)
def test_each_kind_of_cell_says_what_it_holds(cell: str, text: str, what: str | None) -> None:
    """ECMA-376, part 1, 18.18.11, with the escapes of 22.9.2.19; a second cell stands there to be seen."""
    found = grid(f"<row>{cell}<c><v>7</v></c></row>", shared="<si><t>a</t></si><si><r><t>b</t></r><r><t>c</t></r></si>")

    assert found.texts(0) == [text, "7"]
    assert odd(found) == ({"A1": what} if what else {})


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"><v>3</v><v>4</v></c>',
        '<c r="A1"><v></v><v>4</v></c>',
        '<c r="A1" t="inlineStr"><is><t>3</t></is><is><t>4</t></is></c>',
        '<c r="A1" t="inlineStr"><v>3</v><is><t>4</t></is></c>',
        '<c r="A1" t="inlineStr"><is><t>4</t></is><v>3</v></c>',
        '<c r="A1"><f>1</f><f>2</f><v>3</v></c>',
        '<c r="A1" t="inlineStr"><v>3</v></c>',
        '<c r="A1"><is><t>3</t></is></c>',
        '<c r="A1" t="x"><v>3</v></c>',
        '<c r="A1"><v>3,5</v></c>',
        '<c r="A1"><v>1_0</v></c>',
        '<c r="A1" t="s"><v>2</v></c>',
        '<c r="A1" t="s"><v>-1</v></c>',
        '<c r="A1" t="b"><v>2</v></c>',
        '<c r="A1" s="9"><v>3</v></c>',
        '<c r="A2"><v>3</v></c>',
        '<c r="a1"><v>3</v></c>',
        '<c r="AAAA1"><v>3</v></c>',
        '<c r="XFE1"><v>3</v></c>',
        '<c r="1"><v>3</v></c>',
        '<c r="A1"><v>3<b/></v></c>',
        '<c r="A1"><x>3</x></c>',
        '<x r="A1"><v>3</v></x>',
        '<row r="2"/>',
        '<x:c xmlns:x="urn:other" r="A1"><v>3</v></x:c>',
    ],
)
def test_what_leaves_no_single_reading_is_damage(cell: str) -> None:
    """Two values, a kind that is unknown, a text, style or address that does not exist, elements out of place."""
    assert _row_fault(f'<row r="1">{cell}</row>', shared="<si><t>a</t></si><si><t>b</t></si>") == "workbook.damaged"


@pytest.mark.parametrize(
    "rows",
    [
        "<c><v>1</v></c>",
        "<row><c><v>1</v></c>",
        "<sheetData/>",
        '<row r="x"/>',
        '<row r="0"><c><v>1</v></c></row>',
        f"<row>{'<c/>' * 16_384}<c><v>1</v></c></row>",
    ],
)
def test_a_sheet_that_is_no_sheet_is_damage(rows: str) -> None:
    """Cells without a row, a row without an end, a sheet in a sheet, a row above the first, a cell after the last."""
    assert _row_fault(rows) == "workbook.damaged"


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c><c r="A1"/></row>', "A1"),
        ('<row r="1"><c r="B1"/><c r="A1"><v>1</v></c></row>', "A1"),
        (f"{ONE}{ONE}", "A1"),
        (f'<row r="2"/>{ONE}', "A1"),
    ],
)
def test_an_address_that_comes_again_is_told(rows: str, where: str) -> None:
    """Two values for one address leave no single reading; neither do rows out of order."""
    (problem,) = grid(rows).problems

    assert (problem.key, problem.place and problem.place.cell) == ("sheet.repeated_cell", where)


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        ("<row><c><v>1</v></c><c>\n <f\n>1+1</f>\n <v>2</v></c></row>", ["B1"]),
        ("<row><c><f/><v>1</v></c></row>", ["A1"]),
        ("<row><c><f>1+1</f></c></row>", ["A1"]),
        ('<row><c><f t="array" ref="A1:A2">x</f><v>1</v></c></row><row><c><v>2</v></c></row>', ["A1", "A2"]),
        ('<row><c cm="1"><f t="array" ref="A1:B1">x</f><v>1</v></c><c><v>2</v></c></row>', ["A1", "B1"]),
        (
            '<row><c><v>2</v></c><c><f t="dataTable" ref="B1:B2" r1="A1"/><v>1</v></c></row>'
            "<row><c/><c><v>3</v></c></row>",
            ["B1", "B2"],
        ),
        ('<row><c><f t="shared" ref="A1:A2" si="0">x</f><v>1</v></c></row><row><c><v>2</v></c></row>', ["A1"]),
        ('<row><c><f t="array" ref="A1:XFD1048576">x</f><v>1</v></c></row><row><c><v>2</v></c></row>', ["A1", "A2"]),
    ],
)
def test_what_is_computed_is_known(rows: str, where: list[str]) -> None:
    """Formulas, shared ones, and every cell of an array or a table of data; not what only lies in a shared range."""
    assert formulas(grid(rows)) == where


def test_a_formula_without_a_result_reaches_as_far_as_a_value() -> None:
    """It is a cell that holds something."""
    found = grid('<row r="2"><c r="B2"><f>1</f></c></row>')

    assert found.cells.shape == (2, 2)
    assert found.fault(1, 1) == ("value.formula", {})


@pytest.mark.parametrize(
    ("code", "what"),
    [("0%", "per_cent"), ("0.0", "shown"), (";;;", "shown"), ("d/m", "date"), ("0.00", None), ("General", None)],
)
def test_a_format_is_found_by_the_cells_style(code: str, what: str | None) -> None:
    """Of the formats of cells, not of named styles, which stand before them; a cell without a style has the first."""
    found = _cell("<v>3.25</v>", ' s="1"', style=styles(code))
    first = styles(code).replace('<cellXfs><xf numFmtId="0"/>', "<cellXfs>")

    assert found == ({"A1": what} if what else {})
    assert _cell("<v>3.25</v>", style=first) == found


def test_a_known_format_needs_no_definition() -> None:
    """10 is per cent and 14 a date wherever they stand."""
    known = styles("x").replace('numFmtId="164"/></cellXfs>', 'numFmtId="14"/></cellXfs>')

    assert _cell("<v>36</v>", ' s="1"', style=known) == {"A1": "date"}


def test_a_text_that_its_format_hides_is_told() -> None:
    """Whatever it says, and in whatever way it is kept."""
    for cell in ('<c s="1" t="str"><v>có</v></c>', '<c s="1" t="inlineStr"><is><t>95,5</t></is></c>'):
        assert odd(grid(f"<row>{cell}</row>", style=styles(";;;"))) == {"A1": "hidden_text"}


@pytest.mark.parametrize("said", ["0", "false", " 0 "])
def test_a_sheet_that_shows_no_zeros_hides_them(said: str) -> None:
    """An option of the sheet's view; other numbers are shown."""
    view = f'<sheetViews><sheetView showZeros="{said}" workbookViewId="0"/></sheetViews>'

    assert odd(grid("<row><c><v>0</v></c><c><v>5</v></c></row>", before=view)) == {"A1": "shown"}
    assert odd(grid("<row><c><v>0</v></c></row>", before=view.replace(f'"{said}"', '"1"'))) == {}


def test_what_was_seen_plain_elsewhere_is_looked_at_again_where_it_is_shown_otherwise() -> None:
    """What is remembered of a cell's text for all workbooks is only what holds in each of them."""
    texts, declared = Texts(), InputFormat()
    inner = '<row r="1">{0}<v>0</v></c>{0}<v>3.25</v></c>{0}<v>36</v></c><c t="str"{1}><v>1.1</v></c></row>'
    plain, styled = inner.format("<c>", ""), inner.format('<c s="1">', ' s="1"')
    view = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>'
    books = [
        (parts(plain), {"D1": "text_number"}),
        (parts(plain, before=view), {"A1": "shown", "D1": "text_number"}),
        (
            parts(styled, style=styles("0%")),
            {"A1": "per_cent", "B1": "per_cent", "C1": "per_cent", "D1": "text_number"},
        ),
        (parts(styled, style=styles(";;;")), dict.fromkeys(("A1", "B1", "C1"), "shown") | {"D1": "hidden_text"}),
        (parts(plain), {"D1": "text_number"}),
    ]
    for book, expected in books:
        (found,) = xlsx.read(zipped(book), "a.xlsx", declared, texts, "")
        assert odd(found) == expected
        assert [found.is_typed_number(0, column) for column in range(4)] == [True, True, True, False]


@pytest.mark.parametrize(
    ("after", "what"),
    [
        ('<conditionalFormatting sqref="B1 A1:A9"><cfRule type="cellIs" dxfId="0"/></conditionalFormatting>', True),
        ('<conditionalFormatting sqref="A1:A9"><cfRule type="cellIs" dxfId="1"/></conditionalFormatting>', False),
        ('<conditionalFormatting sqref="B1"><cfRule type="cellIs" dxfId="0"/></conditionalFormatting>', False),
        (
            '<extLst><ext xmlns:y="urn:14"><y:conditionalFormattings><y:conditionalFormatting><y:cfRule><y:dxf>'
            '<numFmt numFmtId="170" formatCode="0"/></y:dxf></y:cfRule><m:sqref xmlns:m="urn:xm">A1</m:sqref>'
            "</y:conditionalFormatting></y:conditionalFormattings></ext></extLst>",
            True,
        ),
        (
            '<conditionalFormatting sqref="A1"><cfRule type="iconSet"><iconSet showValue="0"/></cfRule>'
            "</conditionalFormatting>",
            True,
        ),
    ],
)
def test_a_number_shown_otherwise_on_a_condition_is_told(after: str, what: bool) -> None:
    """By the difference that a rule makes, old or extended, or by icons without a value."""
    differences = (
        '<dxf><numFmt numFmtId="170" formatCode="0"/></dxf><dxf><numFmt numFmtId="171" formatCode="0.00"/></dxf>'
    )
    found = _cell("<v>3.25</v>", after=after, style=styles(differences=differences))

    assert found == ({"A1": "shown_conditionally"} if what else {})


def test_a_text_hidden_on_a_condition_is_told() -> None:
    """As a number is."""
    after = '<conditionalFormatting sqref="A1"><cfRule dxfId="0"/></conditionalFormatting>'
    style = styles(differences='<dxf><numFmt numFmtId="170" formatCode=";;;"/></dxf>')

    assert _cell("<v>có</v>", ' t="str"', after=after, style=style) == {"A1": "hidden_text"}


@pytest.mark.parametrize(
    ("before", "row", "hidden"),
    [
        ("", ' hidden="1"', True),
        ("", ' hidden="true"', True),
        ("", ' hidden="0"', False),
        ("", ' ht="0"', True),
        ("", ' ht="0.0"', True),
        ("", ' ht="0.5"', False),
        ('<sheetFormatPr zeroHeight="1"/>', "", True),
        ('<sheetFormatPr zeroHeight="1"/>', ' hidden="0"', False),
        ('<sheetFormatPr zeroHeight="1"/>', ' ht="15"', False),
        ('<sheetFormatPr defaultRowHeight="0"/>', "", True),
    ],
)
def test_a_row_that_nobody_sees_is_told(before: str, row: str, hidden: bool) -> None:
    """Hidden, filtered, drawn together to nothing, or hidden as all are that do not say otherwise."""
    for cell in ("<c><v>1</v></c>", '<c t="inlineStr"><is><t>a</t></is></c>', "<c><f>1</f></c>"):
        assert keys(grid(f"<row{row}>{cell}</row>", before=before)) == ["sheet.hidden_row"] * hidden
    assert grids(zipped(parts(f"<row{row}><c/></row>", before=before))) == []


@pytest.mark.parametrize(
    ("before", "hidden"),
    [
        ('<cols><col min="1" max="1" hidden="1"/></cols>', "A"),
        ('<cols><col min="1" max="16384" width="0"/></cols>', "AB"),
        ('<cols><col min="3" max="9" hidden="1"/></cols>', ""),
        ('<cols><col min="1" max="1" width="0.5"/></cols>', ""),
        ('<sheetFormatPr defaultColWidth="0"/>', "AB"),
        ('<sheetFormatPr defaultColWidth="0"/><cols><col min="2" max="2" width="9"/></cols>', "A"),
    ],
)
def test_a_column_that_nobody_sees_is_told(before: str, hidden: str) -> None:
    """Where it holds something."""
    found = grid("<row><c><v>1</v></c><c><v>1</v></c></row>", before=before)

    assert [each.arguments["column"] for each in found.problems] == list(hidden)


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_told_where_it_holds_something(state: str) -> None:
    """Nobody sees what would count."""
    assert _row_fault(ONE, state=f' state="{state}"') == "workbook.hidden_sheet"
    assert grids(zipped(parts("", state=f' state="{state}"'))) == []


def test_merged_cells_are_told_and_a_single_one_is_not_merged() -> None:
    """With their range, in the file's order."""
    after = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1"/><mergeCell ref="D4:C3"/></mergeCells>'
    found = grid(ONE, after=after)

    assert [each.arguments["range"] for each in found.problems] == ["A1:B2", "C3:D4"]


def test_characters_that_cannot_be_seen_are_told_however_they_are_spelt() -> None:
    """As themselves, by number, or by the format's own escapes; in the cell they stand in."""
    for spelt in ("a\u200bb", "a&#8203;b", "a_x200B_b"):
        (problem,) = grid(f'<row><c/><c t="str"><v>{spelt}</v></c></row>').problems
        assert (problem.key, problem.arguments, problem.place and problem.place.cell) == (
            "file.unseen",
            {"code": "U+200B"},
            "B1",
        )


def test_dates_may_be_counted_from_1904() -> None:
    """They are refused all the same, by the day that is shown."""
    found = grid('<row><c s="1"><v>1</v></c></row>', style=styles("d/m/yyyy"), book='<workbookPr date1904="1"/>')

    assert found.odd[0, 0].value == "1904-01-02"


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("worksheets/sheet1.xml", "xl/Worksheets/SHEET1.xml"),
        ("/xl/worksheets/sheet1.xml", SHEET),
        ("../a%20b.xml", "a b.xml"),
        ("./x/../y.xml", "xl/y.xml"),
        ("/deep/down/z.data.xml", "deep/down/z.data.xml"),
    ],
)
def test_parts_are_found_by_relations(target: str, name: str) -> None:
    """Relative or absolute, in any capitals; the name says nothing."""
    found = parts(ONE)
    found[name] = found.pop(SHEET)
    book = "xl/_rels/workbook.xml.rels"
    found[book] = found[book].replace("worksheets/sheet1.xml", target)

    assert [each.texts(0) for each in grids(zipped(found))] == [["1"]]


def test_the_workbook_itself_is_found_by_a_relation() -> None:
    """And its own relations beside it, strict or transitional."""
    found = parts(ONE)
    moved = {
        "_rels/.rels": relations(("r1", "officeDocument", "a/b.xml")),
        "a/b.xml": found["xl/workbook.xml"],
        "a/_rels/b.xml.rels": found["xl/_rels/workbook.xml.rels"],
        "a/worksheets/sheet1.xml": found[SHEET],
        "a/styles.xml": found["xl/styles.xml"],
    }
    strict = {
        name: part.replace(RELATIONS, "http://purl.oclc.org/ooxml/officeDocument/relationships").replace(
            MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"
        )
        for name, part in moved.items()
    }

    assert [each.texts(0) for each in grids(zipped(moved))] == [["1"]]
    assert [each.texts(0) for each in grids(zipped(strict))] == [["1"]]


def test_a_sheet_whose_part_is_missing_is_damage() -> None:
    """Nothing is read beside what is not there."""
    found = parts(ONE)
    del found[SHEET]

    assert _fault(zipped(found)) == "workbook.damaged"


@pytest.mark.parametrize("sheets", ['<sheet name="A" r:id="r1"/><sheet name="A" r:id="r1"/>', '<sheet name="A"/>'])
def test_sheets_that_cannot_be_told_apart_are_damage(sheets: str) -> None:
    """Two of one name, or one that is related to nothing."""
    found = parts(ONE)
    before, _, after = found["xl/workbook.xml"].partition("<sheets>")
    found["xl/workbook.xml"] = f"{before}<sheets>{sheets}</sheets>{after.partition('</sheets>')[2]}"

    assert _fault(zipped(found)) == "workbook.damaged"


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"xl/vbaProject.bin": "x"}, "workbook.macros"),
        ({"a/_rels/b.rels": relations(("r", "vbaProject", "c.bin"))}, "workbook.macros"),
        (
            {"a/_rels/b.rels": relations(("r", "oleLink", "file:///c")).replace("/></", ' TargetMode="External"/></')},
            "workbook.external",
        ),
        ({"xl/theme.xml": "<!DOCTYPE a><a/>"}, "workbook.dtd"),
        ({"xl/other.xml": b"\xff\xfe<\x00a\x00/\x00>\x00"}, "workbook.dtd"),
        ({"XL/styles.xml": "<a/>"}, "workbook.damaged"),
        ({"../a.xml": "<a/>"}, "workbook.damaged"),
        ({"_rels/.rels": relations()}, "workbook.kind"),
        ({"_rels/.rels": relations(("r", "officeDocument", "xl/styles.xml"))}, "workbook.kind"),
        ({SHEET: "<chartsheet/>"}, "workbook.damaged"),
    ],
)
def test_what_may_not_be_in_a_workbook_is_told(more: dict[str, str], key: str) -> None:
    """Macros, links to other files, definitions, two parts of one name, other documents."""
    assert _fault(zipped({**parts(ONE), **more})) == key


def test_a_hyperlink_is_no_link_to_another_file() -> None:
    """An address typed as evidence."""
    link = relations(("r", "hyperlink", "https://example.org")).replace("/></", ' TargetMode="External"/></')

    assert [each.texts(0) for each in grids(zipped({**parts(ONE), "xl/worksheets/_rels/sheet1.xml.rels": link}))]


def test_a_link_may_be_spelt_otherwise() -> None:
    """It is still a link."""
    link = relations(("r", "oleLink", "file:///c")).replace("/></", ' TargetMode="&#69;xternal"/></')

    assert _fault(zipped({**parts(ONE), "xl/worksheets/_rels/sheet1.xml.rels": link})) == "workbook.external"


@pytest.mark.parametrize(
    ("data", "key"), [(b"unit,1", "workbook.kind"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook.encrypted")]
)
def test_what_is_no_package_is_told(data: bytes, key: str) -> None:
    """A text, or a file that needs a password."""
    assert _fault(data) == key


def test_large_sheets_are_read_in_pieces_to_the_same_facts() -> None:
    """More than a megabyte, with texts, formulas, merged cells and conditions after it."""
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c><c r="B{row}" s="1"><v>{row}.25</v></c>'
        f'<c r="C{row}"><f>1</f><v>{row}</v></c></row>'
        for row in range(1, 20_001)
    )
    after = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    found = grid(rows, shared="<si><t>có</t></si>", style=styles("0.0"), after=after)

    assert found.cells.shape == (20_000, 3)
    assert len(found.odd) == len(found.formulas) == 20_000
    assert found.texts(19_999) == ["có", "20000.25", "20000"]
    assert keys(found) == ["sheet.merged"]


def test_a_cell_far_from_the_table_is_told_if_it_holds_something() -> None:
    """The rectangle of all cells is bounded; a cell that is only drawn is none."""
    far = ONE + '<row r="1048576"><c r="XFD1048576">{}</c></row>'

    assert _row_fault(far.format("<v>1</v>")) == "workbook.far"
    assert grid(far.format("")).cells.shape == (1, 1)


def test_a_damaged_part_is_told() -> None:
    """By the package's own sums."""
    data = bytearray(zipped(parts(ONE)))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        at = package.getinfo(SHEET).header_offset + 60
    data[at] ^= 0xFF

    assert _fault(bytes(data)) == "workbook.damaged"


@pytest.mark.parametrize(
    "rows",
    [
        '<!-- <sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData> -->{}',
        "{}<!-- </sheetData> -->",
        "<?go <sheetData></sheetData>?>{}",
        "<![CDATA[ ]]>{}",
    ],
)
@pytest.mark.parametrize("blank", ["", " "])
def test_what_only_looks_like_cells_is_passed_over(rows: str, blank: str) -> None:
    """Comments and what is for other programs, whatever they say."""
    found = parts(rows.format(ONE))
    found[SHEET] = found[SHEET].replace("<sheetData>", f"<sheetData{blank}>", 1)

    (read,) = grids(zipped(found))
    assert read.texts(0) == ["1"]
