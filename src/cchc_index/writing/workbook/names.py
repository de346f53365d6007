"""Names of sheets: such as spreadsheets take, each once, and short enough to be read on a tab."""

from __future__ import annotations

import re
from typing import Final

from cchc_index.problems.shown import shown

LONGEST: Final = 31  #: letters that Excel takes for the name of a sheet, counted in UTF-16
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\!]+")  #: by Excel; ! is taken for the end of the name by some programs
_TAKEN: Final = ("history",)  #: a name that Excel keeps for itself


class SheetNames:
    """Gives each sheet a name that no other has, whatever it was to be called.

    Example:
        >>> names = SheetNames()
        >>> names.take("Sở A/B"), names.take("SỞ A B"), names.take("History"), names.take("'x'")
        ('Sở A B', 'SỞ A B (2)', 'History (2)', '’x’')
    """

    def __init__(self) -> None:
        """No name is taken yet, but those that no sheet may have."""
        self._taken = set(_TAKEN)

    def take(self, wanted: str) -> str:
        """A legal name like the one that is wanted."""
        plain = " ".join(_FORBIDDEN.sub(" ", shown(wanted)).split()).replace("'", "’") or "–"
        name, number = _cut(plain, LONGEST), 1
        while name.casefold() in self._taken:
            number += 1
            mark = f" ({number})"
            name = _cut(plain, LONGEST - len(mark)) + mark
        self._taken.add(name.casefold())
        return name


def _cut(text: str, most: int) -> str:
    """A text of at most so many letters as UTF-16 counts them, ended by … where it is cut."""
    if _length(text) <= most:
        return text
    kept = ""
    for letter in text:
        if _length(kept + letter) > most - 1:
            break
        kept += letter
    return f"{kept.rstrip()}…"


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
