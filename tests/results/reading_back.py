"""A reason read back as somebody with a calculator would: what stands in it is worked out, and ends in the points.

Nothing of the library is asked. Each clause either gives a figure, changes the one before it, or stands
beside it; whatever a clause claims on the way (a sum, a per cent, a rounding, a limit) is worked out as well.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from fractions import Fraction
from math import ceil, floor

NUMBER = r"-?\d+(?:\.\d+)?"
WORDS: dict[str, dict[str, str]] = {
    "en": {
        "rounded": "rounded to", "claimed": "was claimed", "kept": "kept at", "range": r"\(from (.+) to (.+)\)",
        "best": "the best counts", "most": ", at most ", "least": ", not under ",
        "full": "full points", "zero": "no points", "out": "not applicable",
    },
    "vi": {
        "rounded": "làm tròn thành", "claimed": "đơn vị ghi", "kept": "giới hạn còn", "range": r"\(từ (.+) đến (.+)\)",
        "best": "tính mức cao nhất", "most": ", tối đa ", "least": ", không dưới ",
        "full": "tính điểm tối đa", "zero": "tính 0 điểm", "out": "không áp dụng",
    },
}  # fmt: skip
BESIDE = ("evidence:", "note:", "not applicable:", "minh chứng:", "ghi chú:", "không áp dụng:")
SCALED = ("scaled:", "weight kept:", "quy đổi:", "giữ nguyên trọng số:")


class Unread(AssertionError):
    """A reason that says something false, or nothing that can be worked out."""


def worked_out(text: str) -> Fraction:
    """A term with + - x / ^ ln and brackets; powers and logarithms to 60 digits."""
    tokens = re.findall(r"\d+(?:\.\d+)?|ln|[-+x/^()]|\S", text)
    at = 0
    context = Context(prec=60)

    def number() -> Fraction:
        nonlocal at
        if at == len(tokens):
            raise Unread(text)
        sign = tokens[at]
        at += 1
        if sign == "-":
            return -number()
        if sign == "(":
            inner = term()
            if at == len(tokens) or tokens[at] != ")":
                raise Unread(text)
            at += 1
        elif sign == "ln":
            given = number()
            inner = Fraction(context.ln(context.divide(Decimal(given.numerator), Decimal(given.denominator))))
        elif re.fullmatch(NUMBER, sign):
            inner = Fraction(sign)
        else:
            raise Unread(text)
        if at < len(tokens) and tokens[at] == "^":
            at += 1
            power = number()
            if inner == 0:
                return Fraction(0)
            base, exponent = (
                context.divide(Decimal(each.numerator), Decimal(each.denominator)) for each in (inner, power)
            )
            inner = Fraction(context.power(base, exponent))
        return inner

    def product() -> Fraction:
        nonlocal at
        found = number()
        while at < len(tokens) and tokens[at] in "x/":
            at += 1
            found = found * number() if tokens[at - 1] == "x" else found / number()
        return found

    def term() -> Fraction:
        nonlocal at
        found = product()
        while at < len(tokens) and tokens[at] in "+-":
            sign = 1 if tokens[at] == "+" else -1
            at += 1
            found += sign * product()
        return found

    found = term()
    if at != len(tokens):
        raise Unread(text)
    return found


def rounded(value: Fraction, places: int, mode: str) -> Fraction:
    """A value with so many decimals."""
    scaled = value * 10**places
    down = floor(scaled)
    if mode == "truncate":
        down = floor(scaled) if scaled >= 0 else ceil(scaled)
    elif mode == "half_up":
        down = floor(scaled + Fraction(1, 2))
    else:
        down = int(scaled.__round__())
    return Fraction(down, 10**places)


def _claimed(text: str, places: int) -> Fraction:
    """What a chain of equal terms comes to, each worked out; behind ``≈`` stands what the terms before it come to."""
    terms = re.split(r" (=|≈) ", text)
    value = worked_out(terms[0])
    for sign, term in zip(terms[1::2], terms[2::2], strict=True):
        other = worked_out(term)
        shown = len(term.partition(".")[2])
        if other != value if sign == "=" else abs(other - value) > Fraction(1, 10**shown):
            raise Unread(f"{terms[0]} is not {term}")
    return value


class Reader:
    """Reads the reasons of one set.

    Attributes:
        language: Their language.
        places: To how many decimals points are rounded.
        mode: How.
    """

    def __init__(self, language: str, places: int, mode: str) -> None:
        """For reasons in a language, of a set that rounds so."""
        self.words, self.vi = WORDS[language], language == "vi"
        self.places, self.mode = places, mode

    def points(self, reason: str, most: Fraction) -> Fraction | None:
        """The points that a reason comes to; None where it ends in "not applicable"."""
        text = re.sub(r"(?<=\d),(?=\d)", ".", reason) if self.vi else reason
        figures: list[Fraction | None] = []
        for clause in text.split("; "):
            self._read(clause, figures, most)
        if not figures:
            raise Unread(reason)
        last = figures[-1]
        return None if last is None else rounded(last, self.places, self.mode)

    def _read(self, clause: str, figures: list[Fraction | None], most: Fraction) -> None:
        """One clause, beside the figures of those before it."""
        words = self.words
        if words["claimed"] in clause or clause.startswith(BESIDE):
            return
        if clause == words["best"]:
            figures.append(max(figure for figure in figures if figure is not None))
        elif f" {words['rounded']} " in clause:
            exact, _, after = clause.partition(f" {words['rounded']} ")
            last = figures[-1]
            assert last is not None
            cut = Fraction(exact.rstrip("…"))
            shown = len(exact.rstrip("…").partition(".")[2])
            if last != cut and not (exact.endswith("…") and 0 <= last - cut < Fraction(1, 10**shown)):
                raise Unread(f"{exact} is rounded, and {last} was worked out")
            if rounded(last, self.places, self.mode) != Fraction(after):
                raise Unread(f"{last} does not become {after}")
            figures.append(Fraction(after))
        elif clause.startswith(words["kept"]):
            found = re.fullmatch(rf"{words['kept']} (\S+) {words['range']}", clause)
            last = figures[-1]
            assert found
            assert last is not None
            kept, low, high = map(Fraction, found.groups())
            if kept != min(max(last, low), high):
                raise Unread(clause)
            figures.append(kept)
        elif clause.startswith(SCALED):
            term = clause.partition(": ")[2]
            if Fraction(term.split(" ")[0]) != figures[-1]:
                raise Unread(f"{term} does not begin with {figures[-1]}")
            figures.append(worked_out(term))
        elif re.search(r"\((Bonus|Penalty|Điểm thưởng|Điểm trừ)\)", clause):
            bare = re.sub(r" \((Bonus|Penalty|Điểm thưởng|Điểm trừ)\)", "", clause)
            last = figures[-1]
            if last is None or worked_out(bare.split(" ")[0]) != rounded(last, self.places, self.mode):
                raise Unread(f"{clause} does not begin with {last}")
            figures.append(_claimed(bare, self.places))
        else:
            figures.append(self._figure(clause, most))

    def _figure(self, clause: str, most: Fraction) -> Fraction | None:
        """What a clause ends in, behind its last colon."""
        words = self.words
        quotient = re.match(rf"(?:.*: )?({NUMBER}(?: x {NUMBER})? / {NUMBER}) (=|≈) ({NUMBER}) %", clause)
        if quotient:
            _claimed(f"100 x {quotient[1]} {quotient[2]} {quotient[3]}", self.places)
        last = clause.rpartition(": ")[2]
        if last in (words["full"], words["zero"], words["out"]):
            return {words["full"]: most, words["zero"]: Fraction(0)}.get(last)
        for limit, keep in ((words["most"], min), (words["least"], max)):
            if limit in last:
                before, _, bound = last.partition(limit)
                return keep(_claimed(before, self.places), Fraction(bound))
        if re.match(r"[^\d(-]", last):  # words before a formula: "maximum x rate = ..."
            last = last.partition(" = ")[2] or last.rpartition(" ")[2]
        return _claimed(last, self.places)
