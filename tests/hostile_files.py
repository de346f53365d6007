"""Files over a bound, and files that nobody should send: each must be refused at once, in little memory."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import attrs

SET = """\
id: hostile
edition: 2021
title: Bộ thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
"""
LEAF = '  - {code: "1", title: Một, max_points: 2, rule: points}\n'


def _criteria(leaves: int) -> bytes:
    lines = [f"  - {{code: c{number}, title: T, max_points: 1, rule: points}}\n" for number in range(leaves)]
    return (SET + "".join(lines)).encode()


def _book(parts: dict[str, bytes]) -> bytes:
    """A workbook of some parts beside those every workbook has."""
    relations = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    own = {
        "_rels/.rels": b'<Relationships><Relationship Id="r1" Type="%s/officeDocument" Target="xl/workbook.xml"/>'
        b"</Relationships>" % relations,
        "xl/workbook.xml": b'<workbook xmlns:r="%s"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'
        % relations,
        "xl/_rels/workbook.xml.rels": b'<Relationships><Relationship Id="r1" Type="%s/worksheet"'
        b' Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="%s/styles" Target="styles.xml"/></Relationships>'
        % (relations, relations),
        _SHEET: b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in {**own, **parts}.items():
            package.writestr(name, part)
    return data.getvalue()


def _lying(parts: dict[str, bytes]) -> bytes:
    """A workbook whose directory says that its parts are small."""
    data = bytearray(_book(parts))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def _many_units() -> bytes:
    return b"unit,1\n" + b"".join(b"u%d,1\n" % number for number in range(20_001))


def _wide(units: int, columns: int) -> bytes:
    heads = b",".join(b"%d" % number for number in range(columns))
    return b"unit," + heads + b"\n" + b"".join(b"u%d" % unit + b",12.345" * columns + b"\n" for unit in range(units))


def _rows(cell: bytes, rows: int) -> bytes:
    return b"<worksheet><sheetData>" + b"".join(cell % row for row in range(1, rows + 1))


def _repeated(rows: int, columns: int) -> bytes:
    space = b"urn:oasis:names:tc:opendocument:xmlns:"
    return (
        b'<o:document-content xmlns:o="%soffice:1.0" xmlns:t="%stable:1.0"><o:body><o:spreadsheet><t:table t:name="A">'
        b'<t:table-row t:number-rows-repeated="%d"><t:table-cell t:number-columns-repeated="%d" o:value-type="float"'
        b' o:value="1"/></t:table-row></t:table></o:spreadsheet></o:body></o:document-content>'
        % (space, space, rows, columns)
    )


#: what one token begins and ends with; 190 MB stand between
TOKENS = (
    ("an attribute", b"<a b='", b"'/>"),
    ("a comment", b"<a><!--<b>", b"--></a>"),
    ("an instruction", b"<a><?p <b>", b"?></a>"),
    ("CDATA", b"<a><![CDATA[<b>", b"]]></a>"),
    ("a text", b"<a>", b"</a>"),
    ("a name", b"<a><", b"/></a>"),
    ("an entity", b"<a>&", b";</a>"),
)


def _long_token(part: str, opening: bytes, closing: bytes) -> bytes:
    return _book({part: opening + b"x" * 190_000_000 + closing})


def _styles(number: int) -> bytes:
    return b"<styleSheet><cellXfs>" + b'<xf numFmtId="9"/>' * number


def _laughs() -> bytes:
    lines = ["a0: &a0 [lol]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(lines).encode()


_SHEET = "xl/worksheets/sheet1.xml"
#: name of the file, and what is in it
CRITERIA: dict[str, tuple[str, Callable[[], bytes]]] = {
    "YAML over 2 MB": ("a.yaml", lambda: SET.encode() + b"# " + b"x" * 2_000_000),
    "YAML 21 levels deep": ("a.yaml", lambda: b"[" * 21 + b"]" * 21),
    "100,000 brackets": ("a.yaml", lambda: b"[" * 100_000),
    "100,000 braces": ("a.yaml", lambda: b"{a: " * 100_000),
    "60,000 entries": ("a.yaml", lambda: b"a: [" + b"1, " * 60_000 + b"]"),
    "5,001 leaves": ("a.yaml", lambda: _criteria(5_001)),
    "laughs": ("a.yaml", _laughs),
    "merge keys": ("a.yaml", lambda: b"a: &a {x: 1}\n" + b"b: {<<: *a}\n" * 5_000),
    "a number of 5,000 digits": ("a.yaml", lambda: SET.encode() + LEAF.replace("2,", "9" * 5_000 + ",").encode()),
    "a character that is none": ("a.yaml", lambda: b'a: "\\UFFFFFFFF"'),
    "a date that is none": ("a.yaml", lambda: b"a: 2024-02-30"),
    "half of a pair": ("a.yaml", lambda: b'a: "\\ud800"'),
    "control characters": ("a.yaml", lambda: SET.encode() + b"\x00\x01\x02" * 100_000),
    "zero width": ("a.yaml", lambda: SET.encode() + "\u200b".encode() * 500_000),
    "UTF-16": ("a.yaml", lambda: SET.encode("utf-16")),
    "an HTML page": ("a.yaml", lambda: b"<!DOCTYPE html><html><body>403</body></html>"),
    "a thousand tags": ("a.yaml", lambda: b"- !!python/object/apply:os.system [x]\n" * 1_000),
    "a picture": ("a.yaml", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 1_000),
}
TABLES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "more than 5 million cells": ("a.csv", lambda: b"unit" + b",1" * 5_000_001),
    "20,001 units": ("a.csv", _many_units),
    "a field without end": ("a.csv", lambda: b'unit,1\n"' + b"a" * 1_000_000),
    "a field over the limit": ("a.csv", lambda: b"unit,1\na," + b"9" * 200_000),
    "a quote without end": ("a.csv", lambda: b'unit,1\na,"1\n' + b"b,1\n" * 20_000),
    "ten thousand columns of one name": ("a.csv", lambda: b"unit" + b",1" * 10_000 + b"\na" + b",1" * 10_000),
    "20,000 wrong values": ("a.csv", lambda: b"unit,1\n" + b"".join(b"u%d,x\n" % n for n in range(20_000))),
    "zero width in a table": ("a.csv", lambda: b"unit,1\n" + "a\u200b,1\n".encode() * 100_000),
    "UTF-16 table": ("a.csv", lambda: ("unit,1\n" + "a,1\n" * 100_000).encode("utf-16")),
    "TCVN3 table": ("a.csv", lambda: b"M\xb7 \xae\xacn v\xde,1\n" * 10_000),
    "blank rows": ("a.csv", lambda: b"unit,1\n" + b"\n" * 50_000 + b"a,1\n"),
    "49 MB of line ends": ("a.csv", lambda: b"unit,1" + b"\n" * 49_000_000 + b"a,x"),
    "4 million blank rows": ("a.csv", lambda: b"unit,1" + b"\n" * 4_000_000 + b"a,x"),
    "49 MB of quotes": ("a.csv", lambda: b"unit,1\n" + b'"' * 49_000_000),
    "49 MB in one cell": ("a.csv", lambda: b"unit,1\na," + b"9" * 49_000_000),
    "a row too long after 20,000": ("a.csv", lambda: _wide(19_990, 100) + b"1," * 300),
    "100,000 rows of one answer": ("a.csv", lambda: b"unit,code,value\n" + b"a,1,2\n" * 100_000),
    "100,000 unknown codes": (
        "a.csv",
        lambda: b"unit,code,value\n" + b"".join(b"a,c%d,2\n" % number for number in range(100_000)),
    ),
    "random bytes as text": ("a.csv", lambda: os.urandom(49_000_000)),
    "an empty table": ("a.csv", lambda: b""),
    "workbook over 20 MB": ("a.xlsx", lambda: b"PK\x03\x04" + os.urandom(20_000_001)),
    "a bomb": ("a.xlsx", lambda: _book({"xl/worksheets/sheet2.xml": b" " * 201_000_000})),
    "a bomb that lies": ("a.xlsx", lambda: _lying({_SHEET: b"<worksheet>" + b" " * 150_000_000})),
    "201 parts": ("a.xlsx", lambda: _book({f"xl/media/{number}.png": b"x" for number in range(200)})),
    "a DTD": ("a.xlsx", lambda: _book({"xl/styles.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})),
    "deep XML": ("a.xlsx", lambda: _book({_SHEET: b"<a>" * 1_000_000})),
    "attributes without end": ("a.xlsx", lambda: _book({"xl/workbook.xml": b"<a b='" + b"x" * 5_000_000})),
    "an attribute of 190 MB": ("a.xlsx", lambda: _book({_SHEET: b"<worksheet a='" + b">" * 190_000_000})),
    "a comment of 190 MB": ("a.xlsx", lambda: _book({_SHEET: b"<worksheet><!--" + b">" * 190_000_000})),
    "a name of 190 MB": ("a.xlsx", lambda: _book({_SHEET: b"<worksheet><" + b"a" * 190_000_000})),
    **{
        f"{what} of 190 MB in {part}": ("a.xlsx", partial(_long_token, part, opening, closing))
        for part in ("xl/styles.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/nobody.xml")
        for what, opening, closing in TOKENS
    },
    "200 parts of 1 MB": (
        "a.xlsx",
        lambda: _book({_SHEET: b"<worksheet>", **{f"xl/media/{n}.bin": b"x" * 999_000 for n in range(196)}}),
    ),
    "an .ods attribute of 190 MB": (
        "a.ods",
        lambda: _book({"content.xml": b"<office:document-content a='" + b"x" * 190_000_000}),
    ),
    "an .ods cell for a billion": ("a.ods", lambda: _book({"content.xml": _repeated(10**6, 1000)})),
    "an .ods of long texts cut short": ("a.ods", lambda: _book({"content.xml": b"<a><b>" + b"a" * 190_000_000})),
    "a cell in the last corner": (
        "a.xlsx",
        lambda: _book(
            {
                _SHEET: b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
                b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
            }
        ),
    ),
    "a sheet of 4 million cells cut short": (
        "a.xlsx",
        lambda: _book({_SHEET: _rows(b'<c r="A%d"><v>12345</v></c>', 4_000_000)}),
    ),
    "a sheet of 2 million cells cut short": (
        "a.xlsx",
        lambda: _book({_SHEET: _rows(b'<c r="A%d"><v>12345</v></c>', 2_000_000)}),
    ),
    "9 million levels": ("a.xlsx", lambda: _book({_SHEET: b"<a>" * 9_000_000})),
    "a sheet of long texts cut short": ("a.xlsx", lambda: _book({_SHEET: b"<worksheet><t>" + b"a" * 190_000_000})),
    "25 million rows": ("a.xlsx", lambda: _book({_SHEET: b"<worksheet><sheetData>" + b"<row/>" * 25_000_000})),
    "8 million styles": ("a.xlsx", lambda: _book({"xl/styles.xml": _styles(8_000_000)})),
    "a million styles": ("a.xlsx", lambda: _book({"xl/styles.xml": _styles(1_000_000) + b"</cellXfs></styleSheet>"})),
    "a workbook cut short": ("a.xlsx", lambda: _book({"xl/media/a.bin": os.urandom(100_000)})[:60_000]),
    "no workbook": ("a.xlsx", lambda: b"unit,1\na,1\n"),
    "an old workbook that is none": ("a.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 100_000),
    "an .ods that is none": ("a.ods", lambda: _book({})),
    "CSV over 50 MB": ("a.csv", lambda: b"unit,1\n" + b"a,1\n" * 12_600_000),
    "random bytes": ("a.xlsx", lambda: b"PK\x03\x04" + os.urandom(100_000)),
}


@attrs.frozen
class Refusal:
    """How a file was refused.

    Attributes:
        code: The exit code.
        told: What stood on stderr.
        printed: What stood on stdout.
        seconds: CPU time, starting Python included.
        megabytes: The most memory that was in use.
    """

    code: int
    told: str
    printed: str
    seconds: float
    megabytes: float


def write(folder: Path, what: str) -> list[str]:
    """Write a hostile file; the arguments of the command that checks it."""
    if what in CRITERIA:
        name, made = CRITERIA[what]
        (folder / name).write_bytes(made())
        return ["check", str(folder / name)]
    name, made = TABLES[what]
    (folder / name).write_bytes(made())
    (folder / "set.yaml").write_text(SET + LEAF, encoding="utf-8")
    return ["check", str(folder / name), "--criteria", str(folder / "set.yaml")]


#: a process of little memory of its own, which a child's figure would begin with
_MEASURE = """
import json, os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, stderr=open("err", "wb"))
printed = process.stdout.read()
_, status, used = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
told = open("err", encoding="utf-8").read()
figures = [process.returncode, told, printed.decode(), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]
print(json.dumps(figures))
"""


def refuse(arguments: list[str], folder: Path) -> Refusal:
    """Run the command in a process of its own, with its memory and time measured."""
    command = [sys.executable, "-c", _MEASURE, sys.executable, "-m", "cchc_index", "--lang", "en", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    return Refusal(*json.loads(done.stdout))


def main() -> None:
    """Print each file's figures."""
    import tempfile

    for what in (*CRITERIA, *TABLES):
        with tempfile.TemporaryDirectory() as name:
            found = refuse(write(Path(name), what), Path(name))
            first = found.told.splitlines()[0][-110:] if found.told else "-"
            print(f"{what:36} {found.code} {found.seconds:6.2f} s {found.megabytes:6.0f} MB {first}")  # noqa: T201


if __name__ == "__main__":
    main()
