"""The package of a workbook: its parts, unpacked within limits, with nothing inside that may not be there.

The bytes are counted while they are unpacked, whatever the package's headers claim. Parts are found in any spelling
of their names, and parsed in pieces, with nothing defined in them and no piece of markup without an end.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import unquote
from xml.parsers import expat

from cchc_index.problems.problem import Place, Problem

#: how an .xls begins, and a package behind a password
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Walls, so that a file of few bytes is refused before it costs two seconds or 200 MB. A form of 100 leaves unpacks to
# 0.2 MB in 9 parts.
MOST_UNPACKED: Final = 200 * 10**6  #: bytes of all parts
MOST_PARTS: Final = 200  #: a part for each sheet, and a dozen others
MOST_TAGS: Final = 8 * 10**6  #: "<" in all parts of a workbook: two million cells with a value
MOST_WALKED: Final = 10**7  #: bytes of a part that is no sheet, and yet read element by element
_LARGE: Final = 10**6  #: bytes of a part that is not kept
_MOST_KEPT: Final = 20 * 10**6  #: bytes of all parts that are kept, however small each is
DEEPEST_PART: Final = 100  #: levels of elements in a part
_ROOT: Final = re.compile(rb"<[A-Za-z_][^>]*>")
_NAMESPACE: Final = re.compile(rb"xmlns(?::[^\s=]+)?\s*=\s*(\"[^\"]*\"|'[^']*')")
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_CHUNK: Final = 1 << 16
_LONGEST_MARKUP: Final = 10**6  #: bytes of one tag, comment or text; a parser looks at them again with each piece
_LONGEST_MARK: Final = 16  #: bytes of a piece that the next is looked at together with
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


Relations = dict[str, tuple[str, str | None]]  #: the kind and the part of each relation, by its id


class Package:
    """The parts of a package, each found by its name in any capitals; small ones are kept, large ones unpacked again.

    Attributes:
        names: The names of all parts, as they are spelt.
    """

    def __init__(self, data: bytes, wanted: str) -> None:
        """Unpack a package.

        Args:
            data: The file's bytes.
            wanted: The format that it should be, as a file's name ends.

        Raises:
            PackageFault: It is no package, is over a limit, is damaged, or holds what may not be inside.
        """
        if data.startswith(OLE):  # an encrypted package stands inside one of these
            raise PackageFault("workbook.encrypted")
        if not data.startswith(b"PK"):
            raise PackageFault("workbook.kind", wanted=wanted)
        self.data = data
        self.names: list[str] = []
        self._parts: dict[str, bytes | None] = {}
        self._spelt: dict[str, str] = {}
        self._tags = 0
        self._kept = 0
        self._may_be_many = True  #: tags; fewer bytes than the limit cannot hold too many
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                self._unpack(package)
        except PackageFault:
            raise
        except Exception as error:  # zipfile's own, zlib's, and what else damaged bytes can cause
            raise PackageFault("workbook.damaged", fault=str(error)) from error

    def __contains__(self, name: str) -> bool:
        """Whether there is a part of some name."""
        return _spelling(name) in self._spelt

    def is_kept(self, name: str) -> bool:
        """Whether a part is small enough to be kept as a whole."""
        return self._parts[_spelling(name)] is not None

    def read(self, name: str) -> bytes:
        """A part that is read as a whole; b"" where there is none.

        Raises:
            PackageFault: It is larger than any that a program writes.
        """
        if name not in self:
            return b""
        part = self._parts[_spelling(name)]
        if part is None:
            read = 0
            pieces = []
            for piece in self.pieces(name):  # joined only when it is known to be none of 190 MB
                read += len(piece)
                if read > MOST_WALKED:
                    raise PackageFault("workbook.damaged", fault=f"more than {MOST_WALKED // 10**6} MB")
                pieces.append(piece)
            part = b"".join(pieces)
        return part

    def pieces(self, name: str) -> Iterator[bytes]:
        """A part's bytes, a large one in pieces."""
        part = self._parts[_spelling(name)]
        if part is not None:
            yield part
            return
        with zipfile.ZipFile(io.BytesIO(self.data)) as package, package.open(self._spelt[_spelling(name)]) as file:
            while piece := file.read(_CHUNK):
                yield piece

    def relations(self, part: str) -> Relations:
        """The relations of a part, or of the package itself for ""; those that lead outside have no part.

        Raises:
            PackageFault: They are damaged.
        """
        folder, name = posixpath.split(part)
        found: Relations = {}
        for _, kind, said in elements(self.read(posixpath.join(folder, "_rels", f"{name}.rels"))):
            if kind == "Relationship":
                inside = said.get("TargetMode") != "External"
                to = posixpath.normpath(posixpath.join("/", folder, said.get("Target", ""))).lstrip("/")
                relation = said.get("Type", "").rpartition("/")[2]
                found[said.get("Id", "")] = (relation, to if inside else None)
        return found

    def _unpack(self, package: zipfile.ZipFile) -> None:
        entries = package.infolist()
        if len(entries) > MOST_PARTS:
            raise PackageFault("workbook.parts", most=str(MOST_PARTS))
        stated = sum(entry.file_size for entry in entries)  # never more is unpacked
        if stated > MOST_UNPACKED:
            raise _too_large()
        self._may_be_many = stated > MOST_TAGS
        for entry in entries:
            name = entry.filename
            spelling = _spelling(name)
            if spelling in self._spelt or name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name):
                raise PackageFault("workbook.damaged", fault=f"part {name!r}")
            if entry.flag_bits & 1:
                raise PackageFault("workbook.encrypted")
            self.names.append(name)
            self._spelt[spelling] = name
            self._parts[spelling] = self._part(package, entry)

    def _part(self, package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
        """A part's bytes; None for one that is large."""
        if entry.file_size <= _LARGE and self._kept + entry.file_size <= _MOST_KEPT:
            part = package.read(entry)
            self._kept += len(part)
            self._look_at(part, entry.filename)
            return part
        before = b""
        has_remarks = endless = False
        without_tags = 0
        with package.open(entry) as file:
            while piece := file.read(_CHUNK):
                self._look_at(before + piece, entry.filename)
                if _is_xml(entry.filename):  # bounded in parts that nobody reads as well: other programs will
                    has_remarks = has_remarks or b"<!" in piece or b"<?" in piece[_LONGEST_MARK:]
                    last = piece.rfind(b"<")
                    without_tags = without_tags + len(piece) if last < 0 else len(piece) - last
                    endless = endless or without_tags > _LONGEST_MARKUP
                before = piece[-_LONGEST_MARK:]
                self._tags -= before.count(b"<")
        if endless:  # told when all of the part has been looked at for what is worse
            raise _without_end()
        if has_remarks:  # comments, instructions and CDATA may hold tags, so that only a parser sees how long they are
            with package.open(entry) as file:
                feed(expat.ParserCreate(), iter(lambda: file.read(_CHUNK), b""))
        return None

    def _look_at(self, piece: bytes, name: str) -> None:
        """Count a part's tags, and look for what may not be in it."""
        if not _is_xml(name):
            return
        if self._may_be_many:
            self._tags += piece.count(b"<")
            if self._tags > MOST_TAGS:
                raise PackageFault("workbook.many_cells", most=f"{MOST_TAGS:,}")
        if _has_dtd(piece) or b"\x00" in piece[:4]:
            raise PackageFault("workbook.dtd", part=name)


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _without_end() -> PackageFault:
    return PackageFault("workbook.damaged", fault=f"a piece of more than {_LONGEST_MARKUP:,} bytes")


def _spelling(name: str) -> str:
    """What all spellings of a part's name have in common."""
    return unquote(name).lower()


def feed(parser: expat.XMLParserType, pieces: Iterable[bytes]) -> None:
    """Run a part's pieces through a parser whose handlers are set.

    Raises:
        PackageFault: The part is damaged, defines something, or holds markup without an end.
    """
    parser.StartDoctypeDeclHandler = _refuse_dtd
    fed = without_tags = 0
    try:
        for piece in pieces:
            fed += len(piece)
            without_tags = 0 if b"<" in piece else without_tags + len(piece)
            parser.Parse(piece, False)
            if fed > len(piece) and max(without_tags, fed - parser.CurrentByteIndex) > _LONGEST_MARKUP:
                raise _without_end()
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, OverflowError, LookupError) as error:  # the last of an unknown encoding
        raise PackageFault("workbook.damaged", fault=str(error)) from error
    except zipfile.BadZipFile as error:
        raise PackageFault("workbook.damaged", fault=str(error)) from error


Element = tuple[int, str, dict[str, str]]  #: an element's level, its name and attributes without prefixes


def elements(part: bytes) -> list[Element]:
    """The elements of a part that is no sheet, in their order.

    Raises:
        PackageFault: The part is damaged, or larger than any that a program writes.
    """
    found: list[Element] = []
    depth = 0
    if not part:
        return found
    if len(part) > MOST_WALKED:
        raise PackageFault("workbook.damaged", fault=f"{len(part) // 10**6} MB")

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST_PART:
            raise PackageFault("workbook.damaged", fault=f"more than {DEEPEST_PART} levels")
        if ":" in "".join(attributes):
            attributes = {**{local(key): value for key, value in attributes.items()}, **attributes}
        found.append((depth, local(name) if ":" in name else name, attributes))

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    feed(parser, [part])
    return found


def local(name: str) -> str:
    """A name without its prefix, or the namespace before it.

    Example:
        >>> local("x:row"), local("http://example.org/main}row"), local("row")
        ('row', 'row', 'row')
    """
    return name[max(name.rfind(":"), name.rfind("}")) + 1 :]


def _too_large() -> PackageFault:
    return PackageFault("workbook.unpacked", most=f"{MOST_UNPACKED // 10**6} MB")


def _has_dtd(part: bytes) -> bool:
    # one byte is found faster than two
    return b"!" in part and b"<!" in part and _NO_DTD.search(part) is not None


def _refuse_dtd(*_: object) -> None:
    raise PackageFault("workbook.dtd", part="DOCTYPE")


def is_prefixed_plainly(part: bytes) -> bool:
    """Whether all namespaces of a part are declared in its first tag, each once, so that prefixes say all."""
    root = _ROOT.search(part)
    if root is None:
        return False
    spaces = _NAMESPACE.findall(root.group())
    once = len({each[1:-1] for each in spaces}) == len(spaces) and b"&" not in root.group()
    return once and part.count(b"xmlns") == len(spaces)


def whole(text: str) -> int:
    """A whole number of 0 or more.

    Raises:
        PackageFault: It is none.
    """
    text = text.strip()
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise PackageFault("workbook.damaged", fault=text[:40])
    return int(text)


def unescaped(text: str) -> str:
    """A text with the characters that a workbook spells by their number."""
    found = _ESCAPED.sub(lambda each: chr(int(each[1], 16)), text)
    try:
        return found.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:  # half of a pair
        return text
