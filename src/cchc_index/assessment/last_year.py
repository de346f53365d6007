"""Last year's figures beside an assessment, for criteria that earn points for a change since then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

import attrs

from cchc_index.rules.columns import FieldColumn
from cchc_index.rules.improvement import Figure

Before = Literal["same", "renamed", "merged", "split", "new", "elsewhere"]


@attrs.frozen(eq=False)
class LastYear:
    """The published result of last year, as the units and criteria of this year see it.

    Attributes:
        file: The result file, as the cycle names it.
        digest: SHA-256 of its results.
        units: For each row of the register the unit that it was; "" for one that has no result to be compared with.
        kinds: For each row how it came to be: the `same`, `renamed`, `merged`, `split`, `new`; or `elsewhere` where
            last year another set scored it.
        codes: For codes of this year's set those of last year's, and `areas` for itself.
        figures: For a code of this year and a figure the column of last year's, a row for each unit of this year.
    """

    file: str
    digest: str
    units: tuple[str, ...]
    kinds: tuple[Before, ...]
    codes: Mapping[str, str]
    figures: Callable[[str, Figure], FieldColumn] = attrs.field(repr=False)

    @property
    def source(self) -> str:
        """The file with the head of its digest, for explanations."""
        return f"{self.file} [{self.digest[:12]}]"

    def figure(self, code: str, figure: Figure) -> FieldColumn:
        """Last year's figures of what is a node this year, or of all areas.

        Raises:
            KeyError: Last year's set had no such node.
        """
        if code not in self.codes:
            raise KeyError(code)
        return self.figures(code, figure)
