"""Formulas as text: sums, ratios rounded as a set says, ranks and classes, so that a spreadsheet finds the same.

Spreadsheets compute in binary floats. What is compared or rounded is therefore brought to whole numbers first, which
they hold exactly, and a quotient of two of these is rounded only where no quotient that is not a half can be taken for
one: as long as both stay below `EXACT`. Beyond that there is no formula, and the value stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

import attrs

from cchc_index.reading.grids.cells import column_letters

if TYPE_CHECKING:
    from cchc_index.values.exact import RoundingMode

#: Whole numbers below it are exact in a spreadsheet, and quotients of them are told apart: spreadsheets take numbers
#: that agree in 15 digits for equal.
EXACT: Final = 10**14
LONGEST: Final = 8_000  #: letters of a formula; Excel takes 8,192
_ARGUMENTS: Final = 200  #: of a function; Excel takes 255


def cell(row: int, column: int, sheet: str = "") -> str:
    """The address of a cell, rows and columns counted from 0; with a sheet, from elsewhere.

    Example:
        >>> cell(6, 2), cell(0, 0, "Điểm")
        ('C7', "'Điểm'!A1")
    """
    inner = f"{column_letters(column + 1)}{row + 1}"
    return f"'{sheet}'!{inner}" if sheet else inner


def column_range(first: int, last: int, column: int, sheet: str = "") -> str:
    """Some rows of a column, fixed, so that a formula may be copied.

    Example:
        >>> column_range(6, 9, 2)
        '$C$7:$C$10'
    """
    letters = column_letters(column + 1)
    inner = f"${letters}${first + 1}:${letters}${last + 1}"
    return f"'{sheet}'!{inner}" if sheet else inner


@attrs.frozen
class Line:
    """Where the nodes of one unit stand: one after the other, in a row or down a column.

    Attributes:
        fixed: The row, or the column.
        start: The column, or the row, of the first node.
        down: Whether they stand in a column.
        sheet: The sheet; "" for the formula's own.

    Example:
        >>> Line(6, 3).cell(2), Line(2, 5, down=True).cell(2), Line(6, 3).sum([0, 1, 2, 5])
        ('F7', 'C8', 'SUM(D7:F7,I7)')
    """

    fixed: int
    start: int
    down: bool = False
    sheet: str = ""

    def cell(self, position: int) -> str:
        """The address of a node's figure."""
        at = self.start + position
        return cell(at, self.fixed, self.sheet) if self.down else cell(self.fixed, at, self.sheet)

    def sum(self, positions: Sequence[int]) -> str:
        """The sum of some nodes' figures; texts among them count nothing."""
        terms = []
        for _, run in groupby(enumerate(positions), key=lambda pair: pair[1] - pair[0]):
            near = [position for _, position in run]
            last = self.cell(near[-1]).rpartition("!")[2]
            terms.append(self.cell(near[0]) + (f":{last}" if len(near) > 1 else ""))
        while len(terms) > _ARGUMENTS:
            terms = [f"SUM({','.join(terms[at : at + _ARGUMENTS])})" for at in range(0, len(terms), _ARGUMENTS)]
        return f"SUM({','.join(terms)})"


def whole(figure: str, places: int) -> str:
    """A figure in units of its last decimal, as a whole number.

    Example:
        >>> whole("D7", 2), whole("D7", 0)
        ('ROUND(D7*100,0)', 'ROUND(D7,0)')
    """
    return f"ROUND({figure}*{10**places},0)" if places else f"ROUND({figure},0)"


def decimal(figure: str, places: int) -> str:
    """A sum of decimals, without what binary floats leave behind them.

    Example:
        >>> decimal("SUM(D7:F7)", 2)
        'ROUND(SUM(D7:F7),2)'
    """
    return f"ROUND({figure},{places})"


def quotient(numerator: str, denominator: str, places: int, mode: RoundingMode) -> str:
    """A quotient of two whole numbers that are not negative, rounded to a whole number and read as a decimal.

    Args:
        numerator: Already multiplied by 10 to the power of the decimals.
        denominator: Positive.
        places: The decimals.
        mode: How it is rounded.

    Example:
        >>> quotient("A1*100", "B1", 2, "half_up"), quotient("A1", "B1", 0, "truncate")
        ('ROUND(A1*100/B1,0)/100', 'INT(A1/B1)')
        >>> quotient("A1", "B1", 0, "half_even")
        'IF(AND(A1/B1-INT(A1/B1)=0.5,ISEVEN(INT(A1/B1))),INT(A1/B1),ROUND(A1/B1,0))'
    """
    ratio = f"{numerator}/{denominator}"
    if mode == "half_up":
        rounded = f"ROUND({ratio},0)"
    elif mode == "truncate":
        rounded = f"INT({ratio})"
    else:
        down = f"INT({ratio})"
        rounded = f"IF(AND({ratio}-{down}=0.5,ISEVEN({down})),{down},ROUND({ratio},0))"
    return f"{rounded}/{10**places}" if places else rounded


def is_exact(numerator: int, denominator: int) -> bool:
    """Whether a spreadsheet rounds quotients of whole numbers up to these as they are.

    Example:
        >>> is_exact(10**8, 10**4), is_exact(10**14, 1)
        (True, False)
    """
    return 2 * numerator + denominator < EXACT


def formula(text: str | None) -> str | None:
    """The formula, or None where there is none or a spreadsheet would find it too long.

    Example:
        >>> formula("A1"), formula("A" * 9000)
        ('=A1', None)
    """
    return f"={text}" if text is not None and len(text) <= LONGEST else None


def at_most(figure: str, most: str, least: str = "0") -> str:
    """A figure kept between two bounds.

    Example:
        >>> at_most("A1+B1", "C1")
        'MAX(0,MIN(C1,A1+B1))'
    """
    return f"MAX({least},MIN({most},{figure}))"


def chosen(conditions: Sequence[tuple[str, str]], otherwise: str) -> str:
    """The first whose condition holds.

    Example:
        >>> chosen([("A1>=80", "B1"), ("A1>=70", "B2")], "B3")
        'IF(A1>=80,B1,IF(A1>=70,B2,B3))'
    """
    return "".join(f"IF({condition},{given}," for condition, given in conditions) + otherwise + ")" * len(conditions)
