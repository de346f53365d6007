"""Names that were perhaps meant by unknown ones, for the first few of them: many unknown names come from one cause."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cchc_index.values.units import near_names

MOST_ASKED: Final = 20  #: unknown names of one kind that known ones are compared with, one by one
_LONGEST: Final = 200  #: letters of a name that is compared; the time grows with their square


class Suggestions:
    """Suggests known names for unknown ones of one kind, and stops after twenty.

    Example:
        >>> suggestions = Suggestions()
        >>> [suggestions.near("so-y-tee", ("so-y-te",)) for _ in range(21)][19:]
        [['so-y-te'], []]
    """

    def __init__(self) -> None:
        """Nothing has been asked yet."""
        self._asked = 0

    def near(self, name: str, known: Mapping[str, object] | tuple[str, ...], most: int = 3) -> list[str]:
        """Known names that look like a misspelling of one, best first; none after twenty were asked for."""
        self._asked += 1
        if self._asked > MOST_ASKED or len(name) > _LONGEST:
            return []
        return near_names(name, tuple(each for each in known if len(each) <= _LONGEST), most)
