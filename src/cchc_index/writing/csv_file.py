"""CSV as a file that Excel opens: what tells it that the bytes are UTF-8, in the one place where files get it."""

from __future__ import annotations

import codecs
from typing import Final

#: Begins each CSV file: without it Excel takes UTF-8 for the system's own encoding, and "Sở" is read "Sá»Ÿ".
MARK: Final = codecs.BOM_UTF8


def file_bytes(text: str, kind: str) -> bytes:
    r"""A text as the bytes of a file of a kind: `csv` begins with the mark, other kinds with their text.

    What is said on a terminal or handed to the next program in a pipe has no mark.

    Example:
        >>> file_bytes("Sở\n", "csv")[:5], file_bytes("{}", "json")
        (b'\xef\xbb\xbfS\xe1', b'{}')
    """
    data = text.encode(errors="surrogateescape")
    return MARK + data if kind == "csv" else data
