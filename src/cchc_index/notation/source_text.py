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

#: characters that cannot be seen: controls, soft hyphens, fillers, zero-width, directional, separators of lines and
#: paragraphs, variation selectors, tags; and those that nobody knows: halves of surrogates, private use, no characters
UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\ufffe\uffff\U000e0000-\U0010ffff]"
)


_CONTROLS = frozenset(range(0x20)).difference(b"\t\n\r") | {0x7F}
#: how the others begin in UTF-8, but for a few behind 0xE1, with which every second Vietnamese letter begins as well
_LEADS = frozenset(b"\xc2\xcd\xd8\xe2\xe3\xee\xef\xf3\xf4")
_SEEN = bytes(byte for byte in range(256) if byte not in _CONTROLS)
_PLAIN = bytes(byte for byte in range(256) if byte not in _CONTROLS | _LEADS)
_FILLERS = re.compile(rb"\xe1(?:\x85[\x9f\xa0]|\x9e[\xb4\xb5]|\xa0[\x8b-\x8f])")
_BOM = b"\xef\xbb\xbf"
#: how files begin that are no texts: zip (workbooks among them), old Office files, pictures, PDF, archives
_NO_TEXT = (
    *(b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"%PDF-", b"{\\rtf", b"\x1f\x8b", b"Rar!\x1a"),
    *(b"7z\xbc\xaf", b"II*\x00", b"MM\x00*"),
)
_FEW_ZEROS = 3  #: so many zeros say nothing of an encoding
_FEW_CONTROLS = 20  #: so many control characters are told one by one, if they are few of the file


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
    if _is_no_text(data):
        return [Problem("file.binary", Place(name))]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [_no_utf8(data, name, error.start)]
    if b"\0" in data and _is_wide(data[:_SAMPLE]):
        return [_no_utf8(data, name, data.index(b"\0"))]
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


def _no_utf8(data: bytes, name: str, at: int) -> Problem:
    line = data.count(b"\n", 0, at) + 1
    column = at - data.rfind(b"\n", 0, at)
    arguments = {"byte": f"0x{data[at]:02X}", "looks": encoding_of(data)}
    return Problem("file.encoding", Place(name, line, column), arguments=arguments)


def _is_no_text(data: bytes) -> bool:
    """Whether bytes are a workbook, a picture or the like, and no text in any encoding.

    Such a file is told once. A text with a few control characters is told by each of them, with its place; one that
    looks like UTF-16 or UTF-32 by its encoding.
    """
    if data.startswith(_NO_TEXT):
        return True
    sample = data[:_SAMPLE]
    controls = len(sample.translate(None, _SEEN))
    return controls > _FEW_CONTROLS and controls * 100 > len(sample) and not _is_wide(sample)


def _is_wide(sample: bytes) -> bool:
    """Whether bytes look like UTF-16 or UTF-32: by their mark, or since every other one is zero."""
    if sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return True
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return even + odd > _FEW_ZEROS and (even + odd) * 4 > len(sample) and max(even, odd) > 4 * min(even, odd)


def _may_hide(data: bytes) -> bool:
    """Whether bytes may hold a character that cannot be seen; some twenty times as fast as looking for one."""
    odd = data.translate(None, _PLAIN)
    return odd not in (b"", _BOM[:1] if data.startswith(_BOM) else b"") or _FILLERS.search(data) is not None


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
    if _is_wide(sample):
        return "UTF-16"
    high = [byte for byte in sample if byte >= 0x80]
    old = sum(0xA1 <= byte <= 0xBF for byte in high)
    return "TCVN3 (ABC)" if old * 4 > len(high) else "Windows-1258"
