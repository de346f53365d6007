"""What self-tests call the values they try a leaf with."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from cchc_index.values.text import Text

HAIR: Final = Decimal("0.000001")  #: what is just under or just over a threshold
NOBODY: Final = "-"  #: what a register says of a unit that is of no special kind
PROBES: Final = {
    "full": Text((("vi", "mức cao nhất"), ("en", "the best"))),
    "least": Text((("vi", "mức thấp nhất"), ("en", "the least"))),
    "middle": Text((("vi", "mức giữa"), ("en", "the middle"))),
    "one": Text((("vi", "một trường hợp"), ("en", "one case"))),
    "beyond": Text((("vi", "ngoài thang đo"), ("en", "beyond the scale"))),
    "none_arose": Text((("vi", "không phát sinh"), ("en", "no case arose"))),
    "no_previous": Text((("vi", "không có số năm trước"), ("en", "no figure of last year"))),
}
_SIDES: Final = {-1: ("sát dưới", "just under"), 0: ("đúng", "on"), 1: ("sát trên", "just over")}


def at_threshold(at: Decimal, side: int) -> Text:
    """On a threshold (0), just under it (-1) or just over it (1).

    Example:
        >>> at_threshold(Decimal(95), -1).say("en")
        'just under 95'
    """
    vi, en = _SIDES[side]
    return Text((("vi", f"{vi} {at}".replace(".", ",")), ("en", f"{en} {at}")))
