"""Where reported values come from, as a cycle says it."""

from __future__ import annotations

from typing import Literal

import attrs

from cchc_index.values.text import Text


@attrs.frozen
class LeftOutRows:
    """Rows of raw records that were left out, since the cycle allows it by name.

    Attributes:
        files: The files, by their names within the cycle's folder.
        kind: What is wrong with them.
        rows: How many there are.
    """

    files: str
    kind: str
    rows: int


@attrs.frozen
class Origin:
    """What a cycle says of its reported values.

    Attributes:
        data: Whether they are `real` or `synthetic`.
        source: Where they come from.
        left_out: Rows of raw records that no figure was counted from.
    """

    data: Literal["real", "synthetic"]
    source: Text | None = None
    left_out: tuple[LeftOutRows, ...] = ()
