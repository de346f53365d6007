"""The same workbook with its parts written otherwise says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from hypothesis import given
from hypothesis import strategies as st

from tests.reading.grids.books import MAIN, PACKAGE, RELATIONS, SHEET, grids, keys, parts, styles, zipped

#: cells of every kind, without the address that each is given
CELLS = (
    "<c{r}><v>3.25</v></c>",
    '<c{r} s="1"><v>3.25</v></c>',
    '<c{r} s="2"><v>0.95</v></c>',
    '<c{r} s="3" t="str"><v>có</v></c>',
    '<c{r} s="3"><v>0</v></c>',
    '<c{r} s="4"><v>36</v></c>',
    '<c{r} t="s"><v>0</v></c>',
    '<c{r} t="s"><v>1</v></c>',
    '<c{r} t="inlineStr"><is><t>Sở Tư pháp</t></is></c>',
    '<c{r} t="inlineStr"><is><r><t>95</t></r><r><t>,5</t></r></is></c>',
    '<c{r} t="b"><v>1</v></c>',
    '<c{r} t="e"><v>#N/A</v></c>',
    "<c{r}><f>1+2</f><v>3</v></c>",
    "<c{r}><f>1+2</f></c>",
    '<c{r} t="str"><f>"a&amp;b"</f><v>a&amp;b &lt;c&gt;</v></c>',
    "<c{r}/>",
    "<c{r}><v>0.30000000000000004</v></c>",
    '<c{r} t="inlineStr"><is><t>a\u200bb</t></is></c>',
)
SHARED = (
    "<si><t>Mã</t></si><si><r><rPr><b/></rPr><t>Điểm</t></r><r><t> số</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>"
)
AFTER = (
    "",
    '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
    '<conditionalFormatting sqref="A1:C9"><cfRule type="cellIs" dxfId="0"><formula>1</formula></cfRule>'
    "</conditionalFormatting>",
)
BEFORE = (
    "",
    '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/><cols><col min="2" max="2" width="9" hidden="1"/></cols>',
)
ROWS = st.lists(
    st.tuples(st.booleans(), st.lists(st.sampled_from(CELLS), min_size=1, max_size=4)), min_size=1, max_size=4
)


def _rows(rows: list[tuple[bool, list[str]]]) -> str:
    return "".join(
        f'<row r="{row}"{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}>'
        + "".join(cell.format(r=f' r="{"ABCD"[column]}{row}"') for column, cell in enumerate(cells))
        + "</row>"
        for row, (hidden, cells) in enumerate(rows, 1)
    )


class _Writer:
    """Writes a part anew, in a spelling of its own."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.prefixes = {MAIN: random.choice(["", "x", "main"]), RELATIONS: random.choice(["r", "rel"]), PACKAGE: ""}
        self.again = random.random() < 0.2  # an element declares its namespace anew, with another prefix
        self.addresses = random.random() < 0.7

    def write(self, root: Element) -> str:
        space = root.tag[1:].partition("}")[0]
        said = [(self._xmlns(self.prefixes[space]), space)]
        if space == MAIN:
            said.append((self._xmlns(self.prefixes[RELATIONS]), RELATIONS))
        start = self.random.choice(["", '<?xml version="1.0" encoding="UTF-8"?>\n', "<?xml version='1.0'?>"])
        return start + self._between() + self._element(root, self.prefixes[space], said) + self._between()

    @staticmethod
    def _xmlns(prefix: str) -> str:
        return f"xmlns:{prefix}" if prefix else "xmlns"

    def _element(self, element: Element, prefix: str, said: list[tuple[str, str]]) -> str:
        space, _, name = element.tag[1:].partition("}")
        said = list(said)
        if self.again and self.random.random() < 0.1:
            prefix = self.random.choice(["y", "z"])
            said.append((self._xmlns(prefix), space))
        for key, value in element.attrib.items():
            if key.startswith("{"):
                said.append((f"{self.prefixes[RELATIONS]}:{key.partition('}')[2]}", value))
            elif not (key == "r" and name in ("c", "row") and not self.addresses):
                said.append((key, value))
        self.random.shuffle(said)
        spelt = f"{prefix}:{name}" if prefix else name
        blank = self.random.choice(["", " ", "\n  "])
        attributes = "".join(self._attribute(key, value) for key, value in said)
        inner = "".join(self._inner(element, prefix))
        if not inner and self.random.random() < 0.5:
            return f"<{spelt}{attributes}{blank}/>"
        return f"<{spelt}{attributes}{blank}>{inner}</{spelt}{blank}>"

    def _inner(self, element: Element, prefix: str) -> Iterator[str]:
        if element.text and not len(element):
            yield self._text(element.text)
        elif element.tag.endswith(("}v", "}t", "}f")):
            return
        else:
            yield self._between()
            for each in element:
                yield self._element(each, prefix, [])
                yield self._between()

    def _between(self) -> str:
        return self.random.choice(["", "", "", " ", "\n\t", "<!-- <c r='A1'><f>1</f></c> -->", "<?go <v>9</v>?>"])

    def _attribute(self, key: str, value: str) -> str:
        quote = self.random.choice("\"'")
        equals = self.random.choice(["=", "=", " = ", "=\n"])
        value = self._spelt(value, quote) if not key.startswith("xmlns") or self.again else value
        return f"{self.random.choice([' ', '  ', chr(10)])}{key}{equals}{quote}{value}{quote}"

    def _text(self, text: str) -> str:
        if self.random.random() < 0.2:
            return f"<![CDATA[{text}]]>"
        if self.random.random() < 0.1:
            at = self.random.randrange(len(text) + 1)
            return f"{self._spelt(text[:at])}<!-- x -->{self._spelt(text[at:])}"
        return self._spelt(text)

    def _spelt(self, text: str, quote: str = "") -> str:
        known = {"&": "&amp;", "<": "&lt;", ">": "&gt;", quote: "&quot;" if quote == '"' else "&apos;"}
        often = self.random.choice([0, 0, 0.3, 1])
        return "".join(
            self.random.choice([f"&#{ord(each)};", f"&#x{ord(each):x};"])
            if self.random.random() < often
            else known.get(each, each)
            for each in text
        )


def _moved(found: Mapping[str, str], random: Random) -> dict[str, str]:
    """The parts in other places, and the relations that lead to them."""
    folder = random.choice(["xl", "book", "a/b"])
    sheet = random.choice(["worksheets/sheet1.xml", "s.xml", "deep/down/1.bin.xml"])
    style, shared = random.choice(["styles.xml", "t/styles2.xml"]), random.choice(["sharedStrings.xml", "words.xml"])
    places = {"worksheets/sheet1.xml": sheet, "styles.xml": style, "sharedStrings.xml": shared}
    moved = {}
    for name, part in found.items():
        said = part
        for old, new in places.items() if name == "xl/_rels/workbook.xml.rels" else ():
            target = f"/{folder}/{new}" if random.random() < 0.5 else random.choice([new, f"./{new}", f"q/../{new}"])
            said = said.replace(f'"{old}"', f'"{target}"')
        said = said.replace('"xl/workbook.xml"', f'"{random.choice(["", "/"])}{folder}/workbook.xml"')
        old = name.removeprefix("xl/")
        to = f"{folder}/{places.get(old, old)}" if name.startswith("xl/") else name
        moved[random.choice([to, to, to.upper()]) if name.startswith("xl/") else to] = said
    return moved


def _parsed(part: str) -> Element:
    return fromstring(part)  # noqa: S314 - it is made here


def _facts(data: bytes) -> list[Any]:
    return [
        (
            grid.sheet,
            [grid.texts(row) for row in range(len(grid.cells))],
            dict(grid.odd),
            grid.formulas,
            [(each.key, each.place, each.arguments) for each in grid.problems],
        )
        for grid in grids(data)
    ]


@given(ROWS, st.sampled_from(BEFORE), st.sampled_from(AFTER), st.integers(0, 2**32))
def test_other_spellings_say_the_same(rows: list[tuple[bool, list[str]]], before: str, after: str, seed: int) -> None:
    """Quotes, blanks, line breaks, order, references, prefixes, comments, CDATA, closing tags, names of parts."""
    style = styles("0.0", "0%", ";;;", "d/m", differences='<dxf><numFmt numFmtId="170" formatCode="0"/></dxf>')
    plain = parts(_rows(rows), before=before, after=after, style=style, shared=SHARED)
    random = Random(seed)
    writer = _Writer(random)
    moved = {name: part for name, part in _moved(plain, random).items() if not name.startswith("[")}
    other = {name: writer.write(_parsed(part)) for name, part in moved.items()}

    assert _facts(zipped(other)) == _facts(zipped(plain))


def test_the_writer_of_other_spellings_changes_what_it_should() -> None:
    """Else the property would say nothing: over a hundred spellings each of these is met."""
    met = set()
    for number in range(100):
        writer = _Writer(Random(number))
        part = writer.write(_parsed(parts('<row r="1"><c r="A1"><f>1</f><v>3</v></c><c r="B1"/></row>')[SHEET]))
        signs = ("<!--", "<?go", "CDATA", "&#", "&#x", "='", "x:c", "<y:", "\n", " />", "/>")
        met |= {sign for sign in signs if sign in part}
        met |= {"no address"} if not re.search(r"<(\w+:)?c[^>]*\sr\s*=", part) else set()

    assert met == {"<!--", "<?go", "CDATA", "&#", "&#x", "='", "x:c", "<y:", "\n", " />", "/>", "no address"}


def test_the_cells_of_the_property_differ() -> None:
    """Each kind of oddity and of problem stands among them."""
    style = styles("0.0", "0%", ";;;", "d/m")
    (found,) = grids(zipped(parts(_rows([(True, [cell]) for cell in CELLS]), style=style, shared=SHARED)))

    kinds = {"per_cent", "shown", "hidden_text", "date", "boolean", "error", "digits", "text_number", "unseen"}
    assert {each.what for each in found.odd.values()} == kinds
    assert set(keys(found)) == {"file.unseen", "sheet.hidden_row"}
    assert len(found.formulas) == 3
