"""A file's bytes into text, or one clear problem."""

from __future__ import annotations

import hashlib
import itertools
import re

import attrs

from cchc_index.problems.problem import Place, Problem

MOST_YAML = 2 * 10**6
MOST_CSV = 50 * 10**6
_MOST_UNSEEN = 1000  #: characters of one file that are told
_SAMPLE = 100_000  #: bytes by which an encoding is told

#: characters that cannot be seen: zero-width, directional, line and paragraph separators, controls
UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)


_SEEN = bytes(byte for byte in range(256) if (byte >= 0x20 and byte != 0x7F) or byte in b"\t\n\r")
_BOM = b"\xef\xbb\xbf"
_BEGINNINGS = (b"\xc2", b"\xe2\x80", b"\xe2\x81", _BOM, b"\xef\xbf")  #: of such characters' bytes in UTF-8


@attrs.frozen
class SourceText:
    """A file's text and the fingerprint of its bytes.

    Attributes:
        name: The file as the user named it.
        text: Its text, without byte order mark.
        sha256: SHA-256 of its bytes.
    """

    name: str
    text: str
    sha256: str


def too_large(name: str, most: int) -> Problem:
    """A file is larger than its kind may be."""
    return Problem("file.large", Place(name), arguments={"most": f"{most // 10**6} MB"})


def text_of(data: bytes, name: str, most: int) -> SourceText | list[Problem]:
    """The text of a file's bytes, or what keeps them from being read."""
    if len(data) > most:
        return [too_large(name, most)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        arguments = {"byte": f"0x{data[error.start]:02X}", "looks": encoding_of(data)}
        return [Problem("file.encoding", Place(name, line, column), arguments=arguments)]
    unseen: list[Problem] = []
    line, start = 1, 0
    for found in itertools.islice(UNSEEN.finditer(text), _MOST_UNSEEN) if _may_hide(data) else ():
        line += text.count("\n", start, found.start())
        start = found.start()
        place = Place(name, line, start - text.rfind("\n", 0, start))
        unseen.append(Problem("file.unseen", place, arguments={"code": f"U+{ord(found.group()):04X}"}))
    if unseen:
        return unseen
    return SourceText(name, text, hashlib.sha256(data).hexdigest())


def _may_hide(data: bytes) -> bool:
    """Whether bytes may hold a character that cannot be seen; some twenty times as fast as looking for one."""
    if data.translate(None, _SEEN):
        return True
    return any(data.find(each, int(each == _BOM)) >= 0 for each in _BEGINNINGS)


def encoding_of(data: bytes) -> str:
    r"""What bytes that are no UTF-8 look like: UTF-16, UTF-32, TCVN3 or Windows-1258.

    The old fonts' TCVN3 has most of its Vietnamese letters below 0xC0, where Windows-1258 has signs.

    Example:
        >>> encoding_of("Đơn vị".encode("utf-16")), encoding_of(b"\xa7\xac n v\xde"), encoding_of(b"\xd0\xf5n vi\xf2")
        ('UTF-16', 'TCVN3 (ABC)', 'Windows-1258')
    """
    sample = data[:_SAMPLE]
    if sample.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")) or sample.count(0) * 4 > len(sample):
        return "UTF-16"
    high = [byte for byte in sample if byte >= 0x80]
    old = sum(0xA1 <= byte <= 0xBF for byte in high)
    return "TCVN3 (ABC)" if old * 4 > len(high) else "Windows-1258"
