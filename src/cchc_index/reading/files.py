"""Bytes of a file into text, or one clear problem."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import attrs

from cchc_index.errors import Place, Problem

MOST_YAML = 2 * 10**6
MOST_CSV = 50 * 10**6

#: characters that cannot be seen: zero-width, directional, line and paragraph separators, controls
UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)


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


def read_text(path: Path, name: str, most: int) -> SourceText | list[Problem]:
    """The text of a UTF-8 file, or what keeps it from being read."""
    data = read_bytes(path, name, most)
    return data if isinstance(data, list) else text_of(data, name, most)


def read_bytes(path: Path, name: str, most: int) -> bytes | list[Problem]:
    """A file's bytes, or what keeps them from being read."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        return [Problem("file.absent", Place(name))]
    except IsADirectoryError:
        return [Problem("file.folder", Place(name))]
    except OSError as error:
        return [Problem("file.unreadable", Place(name), arguments={"fault": error.strerror or str(error)})]
    return [_large(name, most)] if len(data) > most else data


def _large(name: str, most: int) -> Problem:
    return Problem("file.large", Place(name), arguments={"most": f"{most // 10**6} MB"})


def text_of(data: bytes, name: str, most: int) -> SourceText | list[Problem]:
    """The text of a file's bytes, or what keeps them from being read."""
    if len(data) > most:
        return [_large(name, most)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        return [Problem("file.encoding", Place(name, line, column), arguments={"byte": f"0x{data[error.start]:02X}"})]
    unseen = [
        Problem(
            "file.unseen",
            Place(name, text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())),
            arguments={"code": f"U+{ord(found.group()):04X}"},
        )
        for found in UNSEEN.finditer(text)
    ]
    if unseen:
        return unseen
    return SourceText(name, text, hashlib.sha256(data).hexdigest())
