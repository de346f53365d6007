"""The parts of a workbook's package: unpacked within limits, with nothing inside that may not be there.

The bytes are counted while they are unpacked, whatever the package's headers claim.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, Final
from xml.parsers import expat

from cchc_index.problems.problem import Place, Problem

MOST_UNPACKED: Final = 200 * 10**6
MOST_PARTS: Final = 200
MOST_TAGS: Final = 8 * 10**6  #: "<" in all parts of a workbook: two million cells with a value
MOST_WALKED: Final = 10**7  #: bytes of a part that is no sheet, and yet read element by element
_WALKED: Final = (".rels", "xl/workbook.xml", "xl/styles.xml")
_LARGE: Final = 10**6  #: bytes of a part that is not kept, and held against the grammar while it is unpacked
DEEPEST_PART: Final = 100  #: levels of elements in a part
_MOST_OPEN: Final = 100 * DEEPEST_PART  #: elements open at once in a part that is only held against the grammar
_CHUNK: Final = 1 << 16
_NO_DTD: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class PackageFault(Exception):
    """A workbook that must not be read.

    Attributes:
        key: The message's key.
        arguments: What fills its blanks.
    """

    def __init__(self, key: str, /, **arguments: str) -> None:
        """Name the message and its blanks."""
        super().__init__(key)
        self.key = key
        self.arguments = arguments

    def problem(self, name: str) -> Problem:
        """The fault as a problem of a file."""
        return Problem(self.key, Place(name), arguments=self.arguments)


class Parts(Mapping[str, bytes]):
    """The parts of a package by name: all unpacked once up to the limits, the large ones again when asked for."""

    def __init__(self, data: bytes) -> None:
        """Unpack a package.

        Raises:
            PackageFault: It is over a limit, is damaged, or holds what may not be inside.
        """
        self.data = data
        self.parts: dict[str, bytes | None] = {}
        self.left = MOST_UNPACKED
        self.tags = 0
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                self._unpack(package)
        except PackageFault:
            raise
        except Exception as error:  # zipfile's own, zlib's, and what else damaged bytes can cause
            raise PackageFault("workbook.damaged", fault=str(error)) from error

    def __getitem__(self, name: str) -> bytes:
        """A part's bytes."""
        part = self.parts[name]
        if part is None:
            with zipfile.ZipFile(io.BytesIO(self.data)) as package:
                return package.read(name)
        return part

    def __iter__(self) -> Iterator[str]:
        """The names of all parts."""
        return iter(self.parts)

    def __len__(self) -> int:
        """How many parts there are."""
        return len(self.parts)

    def _unpack(self, package: zipfile.ZipFile) -> None:
        entries = package.infolist()
        if len(entries) > MOST_PARTS:
            raise PackageFault("workbook.parts", most=str(MOST_PARTS))
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:  # never more is unpacked than is stated
            raise _too_large()
        if not self.data.startswith(b"PK"):
            raise PackageFault("workbook.damaged", fault="the file does not start as a package does")
        for entry in entries:
            name = entry.filename
            if name in self.parts or name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name):
                raise PackageFault("workbook.damaged", fault=f"part {name!r}")
            if entry.flag_bits & 1:
                raise PackageFault("workbook.encrypted")
            if entry.file_size > MOST_WALKED and name.lower().endswith(_WALKED):
                raise PackageFault("workbook.damaged", fault=f"{name}: {entry.file_size // 10**6} MB")
            self.parts[name] = self._part(package, entry)

    def _part(self, package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
        """A part's bytes; None for one that is large or of no interest."""
        is_xml = entry.filename.endswith((".xml", ".rels"))
        large = entry.file_size > _LARGE
        chunks = []
        open_tags = 0
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = _refuse_dtd
        with package.open(entry) as file:
            while chunk := file.read(_CHUNK):
                self.left -= len(chunk)
                if self.left < 0:
                    raise _too_large()
                if not is_xml:
                    continue
                tags = chunk.count(b"<")
                self.tags += tags
                if self.tags > MOST_TAGS:
                    raise PackageFault("workbook.many_cells", most=f"{MOST_TAGS:,}")
                if large:
                    if tags:
                        open_tags += tags - 2 * chunk.count(b"</") - chunk.count(b"/>")
                    if open_tags > _MOST_OPEN:
                        raise PackageFault("workbook.damaged", fault=f"more than {DEEPEST_PART} levels")
                    parser.Parse(chunk, False)
                else:
                    chunks.append(chunk)
        if large and is_xml:
            parser.Parse(b"", True)
            return None
        part = b"".join(chunks)
        if is_xml and (_has_dtd(part) or b"\x00" in part[:4]):
            raise PackageFault("workbook.dtd", part=entry.filename)
        return part


def _too_large() -> PackageFault:
    return PackageFault("workbook.unpacked", most=f"{MOST_UNPACKED // 10**6} MB")


def _has_dtd(part: bytes) -> bool:
    return b"<!" in part and _NO_DTD.search(part) is not None


def parse(part: bytes, start: Any, end: Any = None) -> None:
    """Run a part through the parser; no program nests elements as deep as the limit."""
    depth = 0

    def down(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST_PART:
            raise PackageFault("workbook.damaged", fault=f"more than {DEEPEST_PART} levels")
        start(name, attributes)

    def up(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(name)

    parser = expat.ParserCreate()
    parser.StartElementHandler = down
    parser.EndElementHandler = up
    parser.StartDoctypeDeclHandler = _refuse_dtd
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise PackageFault("workbook.damaged", fault=str(error)) from error


def _refuse_dtd(*_: object) -> None:
    raise PackageFault("workbook.dtd", part="DOCTYPE")
