"""Running numbers of annexes: I, II; A, B; 1, 1.1, 1.1.1; a). The level of each follows from what stands above it."""

from __future__ import annotations

import re
from typing import Final, Literal

import attrs

Style = Literal["letter", "roman", "number", "small", "coded"]
_LABEL: Final = re.compile(r"\(?\s*([A-Za-zĐđ]{1,2}\.?\d+(?:[.,]\d+)*|[A-Za-zĐđ]+|\d+(?:[.,]\d+)*)\s*[.)/:]*\s*")
_LETTERS: Final = "ABCDĐEGHIKLMNOPQRSTUVXY"
_PLAIN_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ONES: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN: Final = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")
_ROMANS: Final = [tens + ones for tens in ("", "X", "XX", "XXX", "XXXX") for ones in _ONES]
_VALUES: Final = {"I": 1, "V": 5, "X": 10}


def label_of(text: str) -> str:
    """A running number without what surrounds it; "" for what is none.

    Example:
        >>> [label_of(each) for each in ("I.", "1.1.", "a)", "(2)", "*", "Tổng cộng")]
        ['I', '1.1', 'a', '2', '', '']
    """
    match = _LABEL.fullmatch(text)
    found = match[1].replace(",", ".") if match else ""
    return found if found[-1:].isdigit() or len(found) == 1 or roman(found) else ""


def roman(text: str) -> int:
    """The number that Roman figures up to 39 write; 0 for none.

    Example:
        >>> roman("VIII"), roman("XIV"), roman("IIII"), roman("A")
        (8, 14, 0, 0)
    """
    if not text or not _ROMAN.fullmatch(text):
        return 0
    figures = [_VALUES[letter] for letter in text]
    return sum(-one if one < after else one for one, after in zip(figures, [*figures[1:], 0], strict=True))


@attrs.frozen
class Step:
    """One reading of a running number.

    Attributes:
        style: How it is written.
        depth: Of dotted numbers, how many there are.
        before: Of dotted numbers, all but the last.
        ordinals: What number it is among its like; a letter may be counted in two alphabets.
    """

    style: Style
    depth: int
    before: str
    ordinals: tuple[int, ...]


def readings(label: str) -> list[Step]:
    """What a running number can be: I is the first Roman figure, or a letter."""
    if not label[0].isdigit() and label[-1].isdigit():
        stem, number = re.findall(r"[^\d]+(?:\d+\.)*|\d+", label)[:2]
        return [Step("coded", 1, stem, (int(number),))]
    if label[0].isdigit():
        *before, last = label.split(".")
        return [Step("number", len(before) + 1, ".".join(before), (int(last),))]
    found = [Step("roman", 1, "", (number,))] if (number := roman(label)) else []
    if len(label) == 1:
        style: Style = "letter" if label.isupper() else "small"
        alphabets = (_LETTERS, _PLAIN_LETTERS)
        ordinals = tuple({each.index(label.upper()) + 1 for each in alphabets if label.upper() in each})
        found.append(Step(style, 1, "", ordinals))
    return found


@attrs.frozen
class Numbered:
    """Where a running number stands.

    Attributes:
        level: Its level, from 1.
        fault: Why it does not follow from what stands above it: "" where it does, else `gap`, `twice` or `level`.
        expected: What would have followed.
    """

    level: int
    fault: Literal["", "gap", "twice", "level"] = ""
    expected: str = ""


class Numbering:
    """Follows running numbers down a table.

    Example:
        >>> numbering = Numbering()
        >>> [numbering.next(each).level for each in ("I", "1", "1.1", "1.2", "2", "II", "1")]
        [1, 2, 3, 3, 2, 1, 2]
        >>> numbering.next("3")
        Numbered(level=2, fault='gap', expected='2')
    """

    def __init__(self) -> None:
        """Begin above the first."""
        self._open: list[tuple[Step, str]] = []
        self._last: dict[tuple[Style, int, str], tuple[tuple[int, ...], int]] = {}

    def next(self, label: str) -> Numbered:
        """Where the next running number stands."""
        steps = readings(label)
        for step in steps:
            for at in range(len(self._open) - 1, -1, -1):
                there = self._open[at][0]
                if _alike(step, there) and any(
                    number == each + 1 for number in step.ordinals for each in there.ordinals
                ):
                    return self._put(at, step, label)
        for step in steps:
            first = 1 in step.ordinals or self._goes_on(step)
            if first and (opened := self._opens(step)) is not None:
                return self._put(opened, step, label)
        return self._put_wrong(steps, label)

    def _opens(self, step: Step) -> int | None:
        """The level that the first of its like opens; None where it can open none."""
        if step.style == "number" and step.depth > 1:
            for at in range(len(self._open) - 1, -1, -1):
                there, label = self._open[at]
                whole = label if there.style == "number" else str(there.ordinals[0])
                if whole == step.before and (there.style != "number" or there.depth == step.depth - 1):
                    begun = at + 1 < len(self._open) and _alike(step, self._open[at + 1][0])
                    return None if begun else at + 1
            return None
        alike = any(there.style == step.style and there.depth == step.depth for there, _ in self._open)
        return None if alike else len(self._open)

    def _goes_on(self, step: Step) -> bool:
        """Whether numbers run on from one area into the next, as 3 after 2 in another area."""
        last, at = self._last.get((step.style, step.depth, step.before), ((), -1))
        return at == len(self._open) and any(number == each + 1 for number in step.ordinals for each in last)

    def _put(self, at: int, step: Step, label: str) -> Numbered:
        self._open[at:] = [(step, label)]
        self._last[(step.style, step.depth, step.before)] = (step.ordinals, at)
        return Numbered(at + 1)

    def _put_wrong(self, steps: list[Step], label: str) -> Numbered:
        for step in steps:
            for at in range(len(self._open) - 1, -1, -1):
                there, above = self._open[at]
                if there.style == step.style and there.depth == step.depth:
                    twice = _alike(step, there) and bool(set(step.ordinals) & set(there.ordinals))
                    expected = _after(above)
                    self._open[at:] = [(step, label)]
                    return Numbered(at + 1, "twice" if twice else "gap", expected)
        at = len(self._open)
        self._open.append((steps[0], label))
        return Numbered(at + 1, "level")


def _alike(one: Step, other: Step) -> bool:
    return (one.style, one.depth, one.before) == (other.style, other.depth, other.before)


def _after(label: str) -> str:
    """The running number after one; "" where that is not plain."""
    before, last = re.fullmatch(r"(.*?)(\d*)", label).groups()  # type: ignore[union-attr]  # every text matches
    if last:
        return f"{before}{int(last) + 1}"
    if number := roman(label):
        return _ROMANS[number + 1]
    alphabet = _LETTERS if label.isupper() else _LETTERS.lower()
    return alphabet[alphabet.index(label) + 1 :][:1] if label in alphabet else ""
