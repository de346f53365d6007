"""One decimal context for this library's own arithmetic: what a caller set for its own sums changes no word here.

Numbers of a criteria file have at most `MOST_DIGITS` digits, so that sums of thousands and products of two are exact
within `PRECISION`. Each public door does its work under `own_context`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, InvalidOperation, Overflow, localcontext
from typing import Final, ParamSpec, TypeVar

MOST_DIGITS: Final = 28  #: of a number in a criteria file: what a spreadsheet, or decimal's own default, can still hold
PRECISION: Final = 80  #: digits of a product of two such numbers, and of sums of thousands of products

_OWN: Final = Context(
    prec=PRECISION,
    rounding=ROUND_HALF_EVEN,
    Emin=-999_999,
    Emax=999_999,
    capitals=1,
    clamp=0,
    traps=[InvalidOperation, DivisionByZero, Overflow],
)
_Taken = ParamSpec("_Taken")
_Given = TypeVar("_Given")


def own_context(act: Callable[_Taken, _Given]) -> Callable[_Taken, _Given]:
    """A function that does its decimal arithmetic in the library's own context, and leaves the caller's as it was.

    Example:
        >>> from decimal import Context, Decimal, localcontext
        >>> @own_context
        ... def add(first, second):
        ...     return first + second
        >>> with localcontext(Context(prec=1)):
        ...     add(Decimal("1.25"), Decimal("10")), Decimal("1.25") + Decimal("10")
        (Decimal('11.25'), Decimal('1E+1'))
    """

    @functools.wraps(act)
    def within(*taken: _Taken.args, **named: _Taken.kwargs) -> _Given:
        with localcontext(_OWN):
            return act(*taken, **named)

    return within


def has_too_many_digits(number: Decimal) -> bool:
    """Whether a number is longer than one in a criteria file may be.

    Example:
        >>> has_too_many_digits(Decimal("0.5")), has_too_many_digits(Decimal("1." + "0" * 28))
        (False, True)
    """
    return len(number.as_tuple().digits) > MOST_DIGITS
