"""Files that are no texts are told once, texts with something invisible in them place by place."""

from __future__ import annotations

import io
import zipfile

import pytest

from cchc_index.notation.marked import Mapping, MarkedReader, Scalar
from cchc_index.notation.source_text import MOST_CSV, UNSEEN, SourceText, text_of

TABLE = "unit,1\nSở Hòa Bình,5\n" * 50


def _workbook() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("xl/workbook.xml", "<workbook/>" * 100)
    return data.getvalue()


def _told(data: bytes) -> list[tuple[str, int | None]]:
    found = text_of(data, "a.csv", MOST_CSV)
    return (
        [] if isinstance(found, SourceText) else [(each.key, each.place.line if each.place else None) for each in found]
    )


NO_TEXTS = {
    "a workbook": _workbook(),
    "an old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "a photograph": b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40,
    "a document": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "rich text": b"{\\rtf1\\ansi So Y te}",
    "packed": b"\x1f\x8b\x08\0\0\0\0\0",
    "zeros": b"\0" * 5000,
    "controls": b"a\x01\x02\x03" * 1000,
    "a program": b"\x7fELF" + bytes(range(256)) * 40,
}


@pytest.mark.parametrize("name", NO_TEXTS)
def test_what_is_no_text_is_told_once(name: str) -> None:
    """Not a thousand invisible characters, and no guess at an encoding."""
    assert _told(NO_TEXTS[name]) == [("file.binary", None)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_are_told_by_their_name(encoding: str) -> None:
    """UTF-16 without its mark reads as UTF-8 with a NUL at every second place; it is told once as well."""
    (problem,) = text_of("unit,1\na,5\n".encode(encoding) * 20, "a.csv", MOST_CSV)  # type: ignore[misc]

    assert problem.key == "file.encoding"
    assert str(problem.arguments["looks"]) == encoding[:6].upper()


@pytest.mark.parametrize(
    "hidden", ["\0", "\x1b", "\u200b", "\u00ad", "\u202e", "\ue000", "\ufe0f", "\U000e0041", "\u115f"]
)
def test_what_is_hidden_in_a_text_is_told_by_its_place(hidden: str) -> None:
    """A few characters that cannot be seen do not make a picture of a table."""
    assert _told(f"{TABLE}Sở{hidden} Y tế,5\n".encode()) == [("file.unseen", 101)]


def test_every_such_character_is_found_with_and_without_a_mark() -> None:
    """The quick look at bytes passes over none of them."""
    hidden = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000 and UNSEEN.match(chr(code))]
    blocks = ["á" + letter for letter in hidden[::97]] + ["á" + letter for letter in hidden[:400]]

    for text in blocks:
        assert _told(text.encode()) == [("file.unseen", 1)], text
        assert _told(("\ufeff" + text).encode()) == [("file.unseen", 1)], text


@pytest.mark.parametrize("text", ["Sở Tư pháp – “một cửa”", "Đắk Lắk…", "12\u00a0345", "№ 5 ✓", "\ufeffĐơn vị"])
def test_what_is_seen_is_read(text: str) -> None:
    """Vietnamese, printed dashes and quotes, spaces that do not break, a mark at the beginning."""
    assert _told(text.encode()) == []


def _read(text: str) -> tuple[list[tuple[str, int | None, int | None]], object]:
    reader = MarkedReader("a.yaml")
    tree = reader.read(text)
    return [(each.key, each.place.line, each.place.column) for each in reader.problems if each.place], tree


@pytest.mark.parametrize(
    "escape",
    [
        "\\x1b",
        "\\0",
        "\\u200b",
        "\\u202e",
        "\\u2028",
        "\\u2029",
        "\\xad",
        "\\uE000",
        "\\uFFFE",
        "\\U000E0041",
        "\\N",
        "\\L",
        "\\e",
        "\\a",
    ],
)
@pytest.mark.parametrize("where", ['a: 1\nb: "x{}"', 'a: 1\n"x{}": 2', 'a: 1\n[["x{}"]]: 2', 'a: 1\nb: [1, "{}"]'])
def test_an_escape_in_yaml_hides_nothing(escape: str, where: str) -> None:
    """In values, in keys and in lists, at the place of the scalar."""
    told, _ = _read(where.format(escape))

    assert ("file.unseen", 2) in [(key, line) for key, line, _ in told]


@pytest.mark.parametrize("escape", ["\\t", "\\n", "\\u1EDF", "\\_", '\\"', "\\xC2"])
def test_an_escape_of_what_is_seen_is_read(escape: str) -> None:
    """Letters, quotes, spaces and line breaks may be written so."""
    told, tree = _read(f'a: "x{escape}y"')

    assert told == []
    assert isinstance(tree, Mapping)
    assert isinstance(tree.entries["a"], Scalar)


@pytest.mark.parametrize("text", ["“1”", "«1»", "‘1’", "„1“", "”1”", "＂1＂", "「1」", "“1", "1”"])
@pytest.mark.parametrize("line", ["code: {}", "{}: x", "- {}", "bands: [{{label: {}}}]"])
def test_curly_quotes_that_quote_nothing_are_told(text: str, line: str) -> None:
    """YAML takes them for letters; around a code, a label, a key or a number they were meant as quotes."""
    told, _ = _read(line.format(text))

    assert [key for key, _, _ in told] == ["yaml.quotes"]


@pytest.mark.parametrize(
    "line",
    [
        "title: “Một cửa”", "title: {vi: “Một cửa”, en: “One stop”}", "title: “Một cửa” điện tử", "title: Sở “một cửa”",
        "label: '“Tốt”'", 'label: "“Tốt”"', "note: |\n  “Một cửa”", "label: “A” và “B”", "label: Hội đồng ‘A’, ‘B’",
        "reference: «Điều 3»", "label: tỉnh's", "label: O’Neill",
    ],
)  # fmt: skip
def test_quotation_marks_of_a_text_stay(line: str) -> None:
    """In titles and notes, inside a text, and in straight quotes they are what was meant."""
    assert _read(line)[0] == []
