"""Clauses held against the grammar: each pattern matches the whole clause, or it does not match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Final

import attrs

from cchc_index.office.annex.grammar import CASE, CLAUSES, OPEN, PIECES, STRICT
from cchc_index.office.annex.spelling import toned

_LONGEST: Final = 400  #: letters of a clause; what is longer is a paragraph, and no pattern means it
_NUMBER: Final = r"(?<![\d.])\d+(?:\.\d+)?(?![\d.¤])"
_SIGNED: Final = r"\(?-?\d+(?:\.\d+)?\)?(?![\d.¤])"
_BETWEEN: Final = r"[ ,'\"()/-]+"
_NAMED: Final = re.compile(r"\{([a-z_]+)([%!#~*]?)\}")
_PIECE: Final = re.compile(r"<([a-z_]+)>")


@attrs.frozen
class Fact:
    """What a clause says.

    Attributes:
        kind: Its kind in the grammar.
        values: What its blanks hold, as texts.
        subject: The words that name what is counted.
        text: The clause.
    """

    kind: str
    values: Mapping[str, str] = attrs.field(hash=False)
    subject: str = attrs.field(default="", eq=False)
    text: str = attrs.field(default="", eq=False)

    def number(self, name: str) -> Decimal | None:
        """A blank's number; None where the clause leaves it out."""
        found = self.values.get(name)
        return None if found is None else Decimal(found.strip("()"))


def facts_of(clause: str) -> list[Fact]:
    """What a clause can say; one of each kind.

    Example:
        >>> [(fact.kind, dict(fact.values)) for fact in facts_of("Tỷ lệ hồ sơ từ 80% đến dưới 100%: 0.5 điểm")]
        [('step.rate', {'from': '80', 'below': '100', 'points': '0.5'})]
        >>> facts_of("Tỷ lệ hồ sơ từ 80% đến dưới 100%, trừ hồ sơ liên thông: 0.5 điểm")
        []
    """
    if len(clause) > _LONGEST:
        return []
    text = clause.strip(" .,")
    found: list[Fact] = []
    for kind, patterns in _compiled():
        for pattern in patterns:
            match = pattern.fullmatch(text)
            if match is not None:
                given = [
                    (name.partition("__")[0], each) for name, each in match.groupdict().items() if each is not None
                ]
                subject = " ".join(each for name, each in given if name in ("subject", "noun"))
                values = {name: each for name, each in given if name != "subject"}
                found.append(Fact(kind, values, subject, text))
                break
    return found


def pieces_of(clause: str) -> list[list[Fact]]:
    """What a clause says, or what its parts between commas say where each of them says something; [] for neither.

    Example:
        >>> [[fact.kind for fact in each] for each in pieces_of("2 điểm, mỗi trường hợp trừ 0.25, không dưới 0")]
        [['start'], ['off'], ['off.down']]
    """
    if whole := facts_of(clause):
        return [whole]
    parts = _COMMA.split(clause)
    for end in range(len(parts) - 1, 0, -1):
        first = facts_of(", ".join(parts[:end]))
        rest = pieces_of(", ".join(parts[end:])) if first else []
        if rest:
            return [first, *rest]
    return []


_COMMA: Final = re.compile(r"\s*,\s+|\s+và\s+(?=mỗi\b)")


@cache
def _compiled() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    return tuple((kind, tuple(_pattern(each) for each in patterns)) for kind, patterns in CLAUSES)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(_Maker(toned(text)).all(), re.IGNORECASE)


def _words(barred: tuple[str, ...]) -> str:
    no = "|".join(re.escape(toned(each)) for each in (*barred, *OPEN))
    word = rf"(?<!\w)(?!(?:{no})\b)[^\W\d]+(?!\w)"
    return rf"[\"'(]?{word}(?:{_BETWEEN}{word})*[\"')]?"


class _Maker:
    """A regular expression out of a pattern of the grammar."""

    def __init__(self, text: str, counted: Iterator[int] | None = None) -> None:
        self.text = text
        self.at = 0
        self.counted = counted or iter(range(1000))

    def all(self) -> str:
        """The whole pattern."""
        made = self._alternatives("")
        if self.at < len(self.text):
            raise ValueError(f"a bracket too many: {self.text}")
        return made[0] if len(made) == 1 else f"(?:{'|'.join(made)})"

    def _alternatives(self, end: str) -> list[str]:
        made = [""]
        while self.at < len(self.text) and self.text[self.at] != end:
            if self.text[self.at] == "|":
                made.append("")
                self.at += 1
            else:
                made[-1] += self._next()
        return made

    def _next(self) -> str:
        text, at = self.text, self.at
        if text.startswith(("[(]", "[)]"), at):
            self.at += 3
            return rf"\{text[at + 1]}?"
        if named := _NAMED.match(text, at):
            self.at = named.end()
            return self._named(named[1], named[2])
        if piece := _PIECE.match(text, at):
            self.at = piece.end()
            return f"(?:{_Maker(toned(PIECES[piece[1]]), self.counted).all()})"
        self.at += 1
        letter = text[at]
        if letter in "[(":
            inner = self._alternatives("]" if letter == "[" else ")")
            self.at += 1
            either = f"(?:{'|'.join(inner)})"
            if letter == "[":
                return f"{either}?"
            return either if len(inner) > 1 else rf"\({either}\)"
        if letter == " ":
            return " *"
        if letter == "~":
            return f"(?P<subject__{next(self.counted)}>{_words(STRICT)})"
        return re.escape(letter)

    def _named(self, name: str, kind: str) -> str:
        shapes = {
            "": _NUMBER,
            "!": _SIGNED,
            "#": r"[A-Za-z]*\d+(?:\.\d+)*",
            "*": ".+",
            "~": _words(CASE),
        }
        group = f"(?P<{name}__{next(self.counted)}>"
        return f"{group}{_NUMBER})%" if kind == "%" else f"{group}{shapes[kind]})"
