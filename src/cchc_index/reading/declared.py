"""How an input is to be read: the one home of what `read_assessment`, ``cycle.yaml`` and the command declare of it."""

from __future__ import annotations

from typing import Literal

import attrs

Formulas = Literal["refuse", "cached"]
Rates = Literal["", "per_cent"]


@attrs.frozen(kw_only=True)
class InputFormat:
    """How a table writes what it holds.

    Attributes:
        decimal: How it writes decimals, "." or ",".
        delimiter: What stands between its cells; "" for "," with a decimal point and ";" with a comma.
        sheet: The sheet of a workbook; "" for the only one that holds something.
        totals: Whether it has rows of totals, which are then checked against its other rows.
        thousands: What stands between groups of three digits: ".", "," or a space; "" for nothing.
        formulas: What becomes of a workbook's formulas: `refuse`, or `cached` to take the results that the program
            which saved it left in the file, each with a warning.
        rates: `per_cent` where rates above 0 and at most 1 are meant as per cent; "" where they are asked about.

    Example:
        >>> InputFormat(decimal=",").separator(".csv"), InputFormat().separator(".csv")
        (';', ',')
    """

    decimal: str = "."
    delimiter: str = ""
    sheet: str = ""
    totals: bool = False
    thousands: str = ""
    formulas: Formulas = "refuse"
    rates: Rates = ""

    @property
    def marked(self) -> bool:
        """Whether its numbers have marks other than a decimal point."""
        return self.decimal == "," or bool(self.thousands)

    def separator(self, ending: str) -> str:
        """What stands between the cells of a text file with some ending."""
        return self.delimiter or ("\t" if ending == ".tsv" else ";" if self.decimal == "," else ",")


@attrs.frozen
class FileEntry(InputFormat):
    """One table of an entry, or a folder of them, and how it is to be read.

    Attributes:
        path: Its path within the cycle's folder.
        changes: Whether it holds only what changes, so that what it leaves alone stays as the stage before says.
        printed: Whether its values were printed rounded: the audit then takes each for all that it can have been.
    """

    path: str
    changes: bool = False
    printed: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class PublishedEntry(FileEntry):
    """A table of published results, and how it is to be read.

    Attributes:
        ranks_among: Over how many units its ranks are, where they are over more than the cycle has.
        decimals: `column` where a figure counts with the most decimals that any cell of its column has, since zeros at
            the end are often left out; `cell` where it counts with its own.
    """

    ranks_among: int | None = attrs.field(default=None, kw_only=True)
    decimals: Literal["column", "cell"] = attrs.field(default="column", kw_only=True)
