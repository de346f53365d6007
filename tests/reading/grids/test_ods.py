"""The open format: what its content, styles and settings may say of a cell."""

from __future__ import annotations

import pytest

from cchc_index.reading.grids.cells import Grid
from tests.reading.grids.books import formulas, grids, keys, odd, zipped

SPACE = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = {
    "office": "office", "table": "table", "text": "text", "style": "style", "number": "datastyle", "config": "config"
}  # fmt: skip
FLOAT = '<table:table-cell office:value-type="float" office:value="{}"{}/>'


def _spaces() -> str:
    own = " ".join(f'xmlns:{prefix}="{SPACE}:{name}:1.0"' for prefix, name in NAMES.items())
    return f'{own} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def package(table: str, *, automatic: str = "", styles: str = "", settings: str = "", said: str = "") -> dict[str, str]:
    """The parts of a document of one sheet, A."""
    return {
        "content.xml": f"<office:document-content {_spaces()}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:spreadsheet><table:table table:name='A'{said}>{table}"
        "</table:table></office:spreadsheet></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {_spaces()}><office:styles>{styles}</office:styles>"
        "</office:document-styles>",
        "settings.xml": f"<office:document-settings {_spaces()}>{settings}</office:document-settings>",
    }


def _grid(table: str, **how: str) -> Grid:
    (found,) = grids(zipped(package(table, **how)), "a.ods")
    return found


def _row(*cells: str) -> Grid:
    return _grid(f"<table:table-row>{''.join(cells)}</table:table-row>")


def _fault(data: bytes) -> str:
    (found,) = grids(data, "a.ods")
    assert not found.whole
    return found.problems[0].key


@pytest.mark.parametrize(
    ("said", "inner", "text", "what"),
    [
        ('office:value-type="float" office:value="49.30"', "<text:p>49.3</text:p>", "49.3", None),
        ('office:value-type="currency" office:value="5"', "", "5", None),
        ('office:value-type="percentage" office:value="0.95"', "", "0.95", "per_cent"),
        ('office:value-type="float" office:value="33.3333333333333"', "", "33.3333333333333", "digits"),
        ('office:value-type="date" office:date-value="2024-01-02"', "", "2024-01-02", "date"),
        ('office:value-type="time" office:time-value="PT12H"', "<text:p>12:00</text:p>", "12:00", "date"),
        ('office:value-type="boolean" office:boolean-value="true"', "", "TRUE", "boolean"),
        ('office:value-type="string"', "<text:p>Sở<text:s/>Tư\n pháp</text:p>", "Sở Tư pháp", None),
        ('office:value-type="string"', "<text:p>a</text:p><text:p>b</text:p>", "a\nb", None),
        ('office:value-type="string"', "<text:p>a<text:s text:c='2'/><text:span>b</text:span></text:p>", "a  b", None),
        ('office:value-type="string"', "<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a\tb\nc", None),
        ('office:value-type="string" office:string-value="có"', "", "có", None),
        ('office:value-type="string" office:string-value="có"', "<text:p>không</text:p>", "có", "hidden_text"),
        (
            'office:value-type="string"',
            "<office:annotation><text:p>9</text:p></office:annotation><text:p>a</text:p>",
            "a",
            None,
        ),
        ("", "<text:p>a</text:p>", "a", None),
        ('office:value-type="string"', "<text:p>95,5</text:p>", "95,5", "text_number"),
        ('office:value-type="string" calcext:value-type="error"', "<text:p>#REF!</text:p>", "#REF!", "error"),
        (
            'table:formula="of:=1/0" office:value-type="float" office:value="0"',
            "<text:p>#DIV/0!</text:p>",
            "#DIV/0!",
            "error",
        ),
        (
            'table:formula="of:=TRUE()" office:value-type="float" office:value="1"',
            "<text:p>TRUE</text:p>",
            "TRUE",
            "boolean",
        ),
    ],
)
def test_each_kind_of_cell_says_what_it_holds(said: str, inner: str, text: str, what: str | None) -> None:
    """ODF 1.3, part 3, 19.385; texts without notes, with their blanks and line breaks."""
    found = _row(f"<table:table-cell {said}>{inner}</table:table-cell>", FLOAT.format("7", ""))

    assert found.texts(0) == [text, "7"]
    assert odd(found) == ({"A1": what} if what else {})


NUMBER = '<number:number number:decimal-places="{}" number:min-integer-digits="1"/>'
FORMATS = {
    "one decimal": (f'<number:number-style style:name="N">{NUMBER.format(1)}</number:number-style>', "shown"),
    "two decimals": (f'<number:number-style style:name="N">{NUMBER.format(2)}</number:number-style>', None),
    "all": ('<number:number-style style:name="N"><number:number/></number:number-style>', None),
    "nothing": ('<number:number-style style:name="N"/>', "shown"),
    "words": ('<number:number-style style:name="N"><number:text>x</number:text></number:number-style>', "shown"),
    "a digit": (
        f'<number:number-style style:name="N"><number:text>9</number:text>{NUMBER.format(2)}</number:number-style>',
        "shown",
    ),
    "scaled": (
        '<number:number-style style:name="N"><number:number number:decimal-places="2" number:display-factor="1000"/>'
        "</number:number-style>",
        "shown",
    ),
    "a fraction": ('<number:number-style style:name="N"><number:fraction/></number:number-style>', "shown"),
    "scientific": (
        '<number:number-style style:name="N"><number:scientific-number number:decimal-places="1"/>'
        "</number:number-style>",
        "shown",
    ),
    "per cent": (f'<number:percentage-style style:name="N">{NUMBER.format(2)}</number:percentage-style>', "per_cent"),
    "a date": ('<number:date-style style:name="N"><number:day/></number:date-style>', "date"),
    "a boolean": ('<number:boolean-style style:name="N"><number:boolean/></number:boolean-style>', "shown"),
    "a text": ('<number:text-style style:name="N"><number:text-content/></number:text-style>', None),
    "on a condition": (
        f'<number:number-style style:name="P" style:volatile="true">{NUMBER.format(0)}</number:number-style>'
        f'<number:number-style style:name="N">{NUMBER.format(2)}'
        '<style:map style:condition="value()&gt;3" style:apply-style-name="P"/></number:number-style>',
        "shown",
    ),
    "a condition not met": (
        f'<number:number-style style:name="P" style:volatile="true">{NUMBER.format(0)}</number:number-style>'
        f'<number:number-style style:name="N">{NUMBER.format(2)}'
        '<style:map style:condition="value()&gt;5" style:apply-style-name="P"/></number:number-style>',
        None,
    ),
}
STYLED, NEVER = ' table:style-name="c"', ' table:number-columns-repeated="0"'
CELL_STYLE = '<style:style style:name="{}" style:family="table-cell"{}/>'
DATA = ' style:data-style-name="N"'


@pytest.mark.parametrize("label", FORMATS)
def test_a_number_is_judged_by_its_style(label: str) -> None:
    """The data style of a cell's style, or of the one it takes after, in the content or in the common styles."""
    data, what = FORMATS[label]
    own = data + CELL_STYLE.format("c", DATA)
    above = data + CELL_STYLE.format("p", DATA)
    expected = {"A1": what} if what else {}
    row = f"<table:table-row>{FLOAT.format('3.25', STYLED)}</table:table-row>"

    assert odd(_grid(row, automatic=own)) == expected
    assert odd(_grid(row, styles=above, automatic=CELL_STYLE.format("c", ' style:parent-style-name="p"'))) == expected


@pytest.mark.parametrize("where", ["cell", "row", "column", "Default"])
def test_a_cell_takes_the_style_of_its_row_or_column(where: str) -> None:
    """Where it has none of its own; else the one that all have."""
    style = FORMATS["one decimal"][0] + CELL_STYLE.format("Default" if where == "Default" else "c", DATA)
    given = {each: ' table:default-cell-style-name="c"' if each == where else "" for each in ("row", "column")}
    own = ' table:style-name="c"' if where == "cell" else ""
    column = f'<table:table-column table:number-columns-repeated="3"{given["column"]}/>'
    row = f"<table:table-row{given['row']}>{FLOAT.format('3.25', own)}</table:table-row>"

    assert odd(_grid(column + row, styles=style)) == {"A1": "shown"}


def test_a_text_that_its_style_hides_is_told() -> None:
    """A style for texts without their content."""
    style = '<number:text-style style:name="N"/>' + CELL_STYLE.format("c", DATA)
    cell = '<table:table-cell table:style-name="c" office:value-type="string"><text:p>có</text:p></table:table-cell>'

    assert odd(_grid(f"<table:table-row>{cell}</table:table-row>", automatic=style)) == {"A1": "hidden_text"}


def test_a_number_shown_otherwise_on_a_condition_is_told() -> None:
    """By a style that a cell's style leads to, or by a condition of the sheet."""
    data = FORMATS["one decimal"][0] + CELL_STYLE.format("d", DATA)
    led = '<style:style style:name="c" style:family="table-cell"><style:map style:condition="cell-content()&gt;1"'
    led += ' style:apply-style-name="d"/></style:style>'
    row = "<table:table-row>{}</table:table-row>"
    after = "<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="
    after += "\"'A b'.A1:'A b'.B2\">"
    after += "{}</calcext:conditional-format></calcext:conditional-formats>"
    style = '<calcext:condition calcext:apply-style-name="d" calcext:value="&gt;1"/>'

    cell = FLOAT.format("3.25", ' table:style-name="c"')
    assert odd(_grid(row.format(cell), automatic=data + led)) == {"A1": "shown_conditionally"}
    for told in (style, '<calcext:icon-set calcext:show-value="false"/>'):
        found = _grid(row.format(FLOAT.format("3.25", "")) + after.format(told), automatic=data)
        assert odd(found) == {"A1": "shown_conditionally"}


@pytest.mark.parametrize("sheet", ["", "A", "B"])
def test_a_sheet_that_shows_no_zeros_hides_them(sheet: str) -> None:
    """An option of the document, or of one of its sheets."""
    item = '<config:config-item config:name="ShowZeroValues" config:type="boolean">false</config:config-item>'
    entry = f'<config:config-item-map-entry config:name="{sheet}">{item}</config:config-item-map-entry>'
    named = f'<config:config-item-map-named config:name="Tables">{entry}</config:config-item-map-named>'
    settings = f'<config:config-item-set config:name="x">{named if sheet else item}</config:config-item-set>'
    row = f"<table:table-row>{FLOAT.format('0', '')}</table:table-row>"

    assert odd(_grid(row, settings=settings)) == ({} if sheet == "B" else {"A1": "shown"})


def test_what_is_computed_is_known() -> None:
    """A formula, and every cell of a matrix."""
    matrix = ' table:formula="of:=x" table:number-matrix-columns-spanned="2" table:number-matrix-rows-spanned="1"'

    assert formulas(_row(FLOAT.format("1", ' table:formula="of:=1"'), FLOAT.format("2", ""))) == ["A1"]
    assert formulas(_row(FLOAT.format("1", matrix), FLOAT.format("2", ""))) == ["A1", "B1"]
    assert formulas(_row('<table:table-cell table:formula="of:=1"/>')) == ["A1"]


def test_rows_and_cells_are_repeated() -> None:
    """What is written once stands in all of its places."""
    found = _grid(
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>'
        + FLOAT.format("5", ' table:number-columns-repeated="2" table:formula="of:=5"')
        + '</table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell'
        ' table:number-columns-repeated="16384"/></table:table-row>'
    )

    assert [found.texts(row) for row in range(len(found.cells))] == [["", "", "5", "5"]] * 2
    assert formulas(found) == ["C1", "D1", "C2", "D2"]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('<table:table-row table:visibility="collapse">{}</table:table-row>', ["sheet.hidden_row"]),
        ('<table:table-row table:visibility="filter">{}</table:table-row>', ["sheet.hidden_row"]),
        ('<table:table-row table:style-name="flat">{}</table:table-row>', ["sheet.hidden_row"]),
        (
            '<table:table-row-group table:display="false"><table:table-row>{}</table:table-row>'
            "</table:table-row-group>",
            ["sheet.hidden_row"],
        ),
        (
            '<table:table-column table:visibility="collapse"/><table:table-row>{}</table:table-row>',
            ["sheet.hidden_column"],
        ),
        ('<table:table-column table:style-name="flat"/><table:table-row>{}</table:table-row>', ["sheet.hidden_column"]),
        ("<table:table-header-rows><table:table-row>{}</table:table-row></table:table-header-rows>", []),
    ],
)
def test_what_nobody_sees_is_told(table: str, told: list[str]) -> None:
    """Rows and columns that are hidden, filtered, folded or without size."""
    flat = (
        '<style:style style:name="flat" style:family="table-row"><style:table-row-properties style:row-height="0cm"/>'
        '</style:style><style:style style:name="flat" style:family="table-column"><style:table-column-properties'
        ' style:column-width="0.0in"/></style:style>'
    )

    assert keys(_grid(table.format(FLOAT.format("1", "")), automatic=flat)) == told


def test_merged_cells_are_told() -> None:
    """By what a cell spans."""
    (problem,) = _row(FLOAT.format("1", ' table:number-columns-spanned="2" table:number-rows-spanned="3"')).problems

    assert problem.arguments == {"range": "A1:B3"}


def test_a_hidden_sheet_is_told_where_it_holds_something() -> None:
    """Its style says so."""
    hidden = '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/>'
    hidden += "</style:style>"
    said = ' table:style-name="h"'
    row = f"<table:table-row>{FLOAT.format('1', '')}</table:table-row>"

    assert _fault(zipped(package(row, automatic=hidden, said=said))) == "workbook.hidden_sheet"
    assert grids(zipped(package("", automatic=hidden, said=said)), "a.ods") == []


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"Basic/Standard/Module1.xml": "<a/>"}, "workbook.macros"),
        ({"META-INF/manifest.xml": "<m><encryption-data/></m>"}, "workbook.encrypted"),
        ({"styles.xml": "<!DOCTYPE a><a/>"}, "workbook.dtd"),
        (package('<table:table-source xmlns:xlink="x" xlink:href="b.ods"/>'), "workbook.external"),
        (
            package('<table:table-row><table:table-cell office:value-type="float"/></table:table-row>'),
            "workbook.damaged",
        ),
        (package('<table:table-row><table:table-cell office:value-type="x"/></table:table-row>'), "workbook.damaged"),
        (package(f"<table:table-row>{FLOAT.format('1,5', '')}</table:table-row>"), "workbook.damaged"),
        (
            package(f"<table:table-row>{FLOAT.format('1', NEVER)}</table:table-row>"),
            "workbook.damaged",
        ),
        (package(FLOAT.format("1", "")), "workbook.damaged"),
    ],
)
def test_what_may_not_be_in_a_workbook_is_told(more: dict[str, str], key: str) -> None:
    """Macros, passwords, definitions, links to other files, values that are none."""
    assert _fault(zipped({**package(""), **more})) == key


def test_prefixes_say_nothing() -> None:
    """The namespaces do."""
    found = {
        name: part.replace("table:", "t:")
        .replace("office:", "o:")
        .replace("xmlns:table", "xmlns:t")
        .replace("xmlns:office", "xmlns:o")
        .replace("xmlns:o:", "xmlns:office:")
        .replace("xmlns:t:", "xmlns:table:")
        for name, part in package(f"<table:table-row>{FLOAT.format('1', '')}</table:table-row>").items()
    }

    assert [each.texts(0) for each in grids(zipped(found), "a.ods")] == [["1"]]
    assert "<o:document-content" in found["content.xml"]


@pytest.mark.parametrize(
    ("data", "key"), [(b"unit", "workbook.kind"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook.encrypted")]
)
def test_what_is_no_package_is_told(data: bytes, key: str) -> None:
    """A text, or a file that needs a password."""
    assert _fault(data) == key
    assert _fault(zipped({"xl/workbook.xml": "<a/>"})) == "workbook.kind"
