"""One spelling for what annexes write in many: blanks, dashes, decimal commas, signs, places of tone marks."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from cchc_index.values.text import composed

#: What stands for what, in this order; the words of the grammar are of the second column.
SPELT: Final = (
    (r"[\u2010-\u2015\u2212]", "-"),
    (r"[\u201c\u201d\u2018\u2019]", "'"),
    (r"[×✕∙·*]", "×"),
    (r"(?<=[\d%)\s])x(?=[\s\d(])", "×"),
    (r"(?:>\s*=|=\s*>)", "≥"),
    (r"(?:<\s*=|=\s*<)", "≤"),
    (r"phần trăm", "%"),
    (r"\s+%", "%"),
    (r"\b(?:nhỏ|ít|thấp) hơn hoặc bằng\b", "≤"),
    (r"\b(?:lớn|nhiều|cao) hơn hoặc bằng\b", "≥"),
    (r"\b(?:nhỏ|ít|thấp) hơn\b", "dưới"),
    (r"\b(?:lớn|nhiều|cao) hơn\b", "trên"),
    (r"\btới\b", "đến"),
    (r"\bcho đến\b", "đến"),
    (r"\bmột (?=sáng kiến|mô hình|văn bản|báo cáo|lần|trường hợp)", "1 "),
)
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_RAISED: Final = "¤"  #: stands for a character that only looks like a digit, and is in no pattern
_THOUSANDS: Final = re.compile(r"(?<![\d.,])([1-9]\d{0,2})[.,](\d{3})(?![\d.,]?\d)")
_COMMA: Final = re.compile(r"(?<![\d.,])(\d+),(\d+)(?![.,]?\d)")
#: 02 initiatives are 2; dates and numbers of documents keep their zeros
_PADDED: Final = re.compile(r"(?<![\w.,/-])(?<!tháng )(?<!ngày )0(?=[1-9](?![\w.,/-]))")
_SPELT: Final = tuple((re.compile(pattern, re.IGNORECASE), other) for pattern, other in SPELT)


def plain(text: str) -> str:
    """A text in the grammar's one spelling; capitals stay, since labels and names have them.

    A number that may be read in two ways (1.000: one, or a thousand) is no number here, so that no sentence with it is
    taken for understood.

    Example:
        >>> plain("Đạt  80 % – dưới 100 %:  0,5 điểm"), plain("1.000 hồ sơ"), plain("tỷ lệ x 2,00")
        ('Đạt 80% - dưới 100%: 0.5 điểm', '1¤000 hồ sơ', 'tỷ lệ × 2.00')
        >>> plain("hoà") == plain("hòa")
        True
        >>> plain("Có từ 02 sáng kiến trở lên: 0,5; Quyết định số 02/QĐ-UBND")
        'Có từ 2 sáng kiến trở lên: 0.5; Quyết định số 02/QĐ-UBND'
    """
    kept = "".join(_RAISED if unicodedata.category(letter) == "No" else letter for letter in composed(text))
    kept = " ".join(unicodedata.normalize("NFKC", kept).split())
    for pattern, other in _SPELT:
        kept = pattern.sub(other, kept)
    kept = _PADDED.sub("", kept)
    kept = _THOUSANDS.sub(rf"\1{_RAISED}\2", kept)
    return toned(_COMMA.sub(r"\1.\2", kept))


def toned(text: str) -> str:
    """The text with the tone mark of òa, òe and ùy where the grammar has it, whichever letter it was put on.

    Example:
        >>> toned("hoà giải"), toned("hoàn thành"), toned("thuỷ lợi")
        ('hòa giải', 'hoàn thành', 'thủy lợi')
    """
    return _PLACED.sub(lambda match: _PLACES[match[1].lower()] if match[1].islower() else match[1], text)


_PLACES: Final = {
    unicodedata.normalize("NFC", first + second + tone): unicodedata.normalize("NFC", first + tone + second)
    for first, second in (("o", "a"), ("o", "e"), ("u", "y"))
    for tone in _TONES
}
_PLACED: Final = re.compile(rf"(?<![qQ])({'|'.join(_PLACES)})(?![^\W\d_])", re.IGNORECASE)


_CLAUSE_END: Final = re.compile(r"\n|;|(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s+[^\W\d]|$)")
_BULLET: Final = re.compile(r"^\s*(?:[-+•●▪◦*o]\s+|[-+•●▪◦]\s*(?=[^\W\d])|[a-zđ]\)\s*|\(\d\)\s*|\d\)\s*)")


def clauses(text: str) -> list[str]:
    r"""The clauses of a cell's text, each in the grammar's spelling: lines, sentences, what stands between semicolons.

    What stands in brackets stays together.

    Example:
        >>> clauses("- Đạt 100%: 1 điểm; dưới 80%: 0\nBình quân (tốt: 2; khá: 1).")
        ['Đạt 100%: 1 điểm', 'dưới 80%: 0', 'Bình quân (tốt: 2; khá: 1)']
    """
    found: list[str] = []
    start = depth = 0
    ends = {match.start(): match.end() for match in _CLAUSE_END.finditer(text)}
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if at in ends and (depth <= 0 or letter == "\n"):
            found.append(text[start:at])
            start, depth = ends[at], 0
    found.append(text[start:])
    whole = (plain(_BULLET.sub("", each)) for each in found)
    return [each for each in whole if each.strip(" .,-")]
