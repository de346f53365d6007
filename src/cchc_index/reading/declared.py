"""How an input is declared to be read."""

from __future__ import annotations

from typing import Literal

import attrs

Formulas = Literal["refuse", "cached"]


@attrs.frozen
class FileEntry:
    """One table of an entry, or a folder of them.

    Attributes:
        path: Its path within the cycle's folder.
        decimal: How it writes decimals, "." or ",".
        delimiter: What stands between its cells; "" for "," with a decimal point and ";" with a comma.
        sheet: The sheet of a workbook; "" for the only one that holds something.
        totals: Whether it has rows of totals, which are then checked against its other rows.
        thousands: What stands between groups of three digits: ".", "," or a space; "" for nothing.
        formulas: What becomes of a workbook's formulas: `refuse`, or `cached` to take the results that the program
            which saved it left in the file, each with a warning.
    """

    path: str
    decimal: str = "."
    delimiter: str = ""
    sheet: str = ""
    totals: bool = False
    thousands: str = ""
    formulas: Formulas = "refuse"
