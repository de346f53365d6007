"""Why a sentence makes no rule."""

from __future__ import annotations

from decimal import Decimal


class Unclear(Exception):  # no fault of anybody's: the sentence is left to a person
    """A clause can be read in more than one way, or says what the rule cannot hold."""

    def __init__(self, clause: str) -> None:
        """Keep the clause."""
        super().__init__(clause)
        self.clause = clause


class Contradiction(Unclear):
    """A number that stands for the maximum is another one."""

    def __init__(self, clause: str, found: Decimal, most: Decimal) -> None:
        """Keep the numbers."""
        super().__init__(clause)
        self.found = found
        self.most = most
