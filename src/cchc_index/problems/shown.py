"""What people are shown of a text that a file, a plugin or a name holds: one line, and nothing that a terminal obeys.

Every text that the command prints goes through `shown` before it is measured, coloured or put into a sentence, and
what is printed goes through `printed` at the end, so that a piece that was forgotten still cannot move the cursor.
JSON and CSV keep their data; on their way to a terminal they are printed as well (`printed_json`).
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Final

MOST_QUOTED: Final = 80  #: characters of a value that a message repeats
_MOST_READ = 2_000  #: characters of a value that are looked at, of any length
_BREAKS = re.compile(r"[ ]*[\t\n\r]+[\t\n\r ]*")
_LEFT = frozenset({"Zs", "Co", "Cn"})  #: spaces that do not break, private use, letters newer than this Python
_BYTES_FROM, _CONTROLS_TO, _BYTES_TO = 0xDC80, 0xDCA0, 0xDCFF  #: bytes of a file's name that are no text
_COLOUR = r"\x1b\[(?:0|1|2|31|32|33)m"  #: the styles' own, see cchc_index.writing.table
_OBEYED = re.compile(
    f"({_COLOUR})|[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff\udc80-\udc9f]"
)


def shown(text: str) -> str:
    r"""A text in one line, with what cannot be seen or would be obeyed written out.

    A line break or tab is one space. Control, directional and zero-width characters are shown as Python writes them.

    Example:
        >>> print(shown("Sở Tài\nchính"), shown("a\x1b[2Jb"), shown("\u202eb"))
        Sở Tài chính a\x1b[2Jb \u202eb
    """
    if text.isprintable():
        return text
    line = _BREAKS.sub(" ", text)
    return "".join(letter if _is_seen(letter) else written_out(letter) for letter in line)


def _is_seen(letter: str) -> bool:
    if letter.isprintable() or unicodedata.category(letter) in _LEFT:
        return True
    return _CONTROLS_TO <= ord(letter) <= _BYTES_TO  # a byte that a terminal prints; output says it as it came


def written_out(letter: str) -> str:
    r"""A character by its number, as Python writes it.

    Example:
        >>> print(written_out("\x1b"), written_out("\u200b"), written_out("\U000e0001"))
        \x1b \u200b \U000e0001
    """
    number = ord(letter)
    if _BYTES_FROM <= number <= _BYTES_TO:
        number -= 0xDC00
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def quoted(text: str, most: int = MOST_QUOTED) -> str:
    """A value as a message repeats it: shown, and cut after so many characters.

    Example:
        >>> quoted("x" * 100) == "x" * 80 + "…", quoted("0,5")
        (True, '0,5')
    """
    told = shown(text[:_MOST_READ])
    return told if len(told) <= most and len(text) <= _MOST_READ else f"{told[:most]}…"


def printed(text: str) -> str:
    r"""A whole output on its way to a terminal: lines and the styles' colours stay, all else that it obeys is shown.

    Example:
        >>> print(repr(printed("\x1b[1mSở\x1b[0m\na\x07\n")))
        '\x1b[1mSở\x1b[0m\na\\x07\n'
    """
    return _OBEYED.sub(lambda found: found[1] or written_out(found[0]), text)


def printed_json(text: str) -> str:
    r"""A JSON text on its way to a terminal: what it would obey is escaped, which changes no value.

    Example:
        >>> print(printed_json('{"a": "\u202e"}'))
        {"a": "\u202e"}
    """
    return _OBEYED.sub(lambda found: json.dumps(found[0])[1:-1], text)
