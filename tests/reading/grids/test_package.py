"""A package's parts are unpacked within limits."""

from __future__ import annotations

import pytest

from cchc_index.reading.grids.package import Package, PackageFault, elements
from tests.reading.grids.books import zipped


def test_parts_are_found_in_any_spelling_of_their_names() -> None:
    """Capitals and escapes of characters."""
    package = Package(zipped({"xl/A b.xml": "<a/>", "c.bin": b"\x00" * 2_000_000}), ".xlsx")

    assert package.read("XL/a%20B.xml") == b"<a/>"
    assert package.read("none") == b""
    assert not package.is_kept("c.bin")
    assert sum(map(len, package.pieces("C.bin"))) == 2_000_000


def test_elements_come_with_their_levels_and_without_prefixes() -> None:
    """In the order of the part; an attribute without a prefix is the element's own."""
    assert elements(b'<x:a xmlns:x="u"><b x:id="1" id="2"/><c x:id="3"/></x:a>')[1:] == [
        (2, "b", {"x:id": "1", "id": "2"}),
        (2, "c", {"x:id": "3", "id": "3"}),
    ]
    assert elements(b"") == []


@pytest.mark.parametrize(
    "part",
    [
        b"<a>",
        b"<a></b>",
        b"<a/><b/>",
        b"text",
        b"<a>" * 101 + b"</a>" * 101,
        b"<a b='1' b='2'/>",
        b"<a>&x;</a>",
        b"<?xml version='1.0' encoding='x-none'?><a/>",
    ],
)
def test_a_damaged_part_is_told(part: bytes) -> None:
    """Whatever is wrong with it."""
    with pytest.raises(PackageFault) as caught:
        elements(part)

    assert caught.value.key == "workbook.damaged"


def test_a_definition_is_refused_in_large_parts_too() -> None:
    """Also where it lies between two pieces."""
    for size in (10, 1_500_000, (1 << 20) + (1 << 16) - 4):
        with pytest.raises(PackageFault) as caught:
            Package(zipped({"a.xml": " " * size + "<!DOCTYPE a><a/>"}), ".xlsx")
        assert caught.value.key == "workbook.dtd"
