"""Dicts, lists and values of a program as a marked tree, as if they had been typed into a file."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from decimal import Decimal
from numbers import Real
from typing import Any

from cchc_index.notation.marked import Mapping, Marked, Scalar, Sequence
from cchc_index.notation.source_text import UNSEEN
from cchc_index.problems.problem import Place, Problem
from cchc_index.values.text import composed


class TreeMaker:
    """Makes trees, and collects what cannot stand in one.

    Attributes:
        name: What is being read, as problems call it.
        problems: What is wrong, each at a place of its own.

    Example:
        >>> maker = TreeMaker("set")
        >>> maker.tree({"max_points": 30, "optional": ["1"]}).entries["max_points"].text, maker.problems
        ('30', [])
        >>> _ = maker.tree({"max_points": 0.1})
        >>> [problem.key for problem in maker.problems]
        ['number.float']
    """

    def __init__(self, name: str) -> None:
        """Begin without problems."""
        self.name = name
        self.problems: list[Problem] = []
        self._lines: Iterator[int] = itertools.count(1)  #: each node has a line, so that problems are told apart

    def tree(self, value: Any, path: str = "") -> Marked:
        """The tree of a value."""
        line = next(self._lines)
        if isinstance(value, AnyMapping):
            keys = {str(key): Scalar(line, 1, str(key), quoted=True) for key in value}
            return Mapping(line, 1, {str(key): self.tree(each, f"{path}.{key}") for key, each in value.items()}, keys)
        if isinstance(value, list | tuple):
            return Sequence(line, 1, [self.tree(each, f"{path}[{number}]") for number, each in enumerate(value)])
        return Scalar(line, 1, self._text(value, line, path), quoted=value is not None)

    def _text(self, value: Any, line: int, path: str) -> str:
        if isinstance(value, str):
            if (unseen := UNSEEN.search(value)) is not None:
                self._tell("file.unseen", line, path, code=f"U+{ord(unseen.group()):04X}")
            return composed(value)
        if value is None:
            return ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, int | Decimal):
            return f"{value:f}" if isinstance(value, Decimal) else str(value)
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value.isoformat()
        self._tell("number.float" if isinstance(value, Real) else "type.object", line, path, found=repr(value)[:60])
        return "0"

    def _tell(self, key: str, line: int, path: str, /, **arguments: str) -> None:
        self.problems.append(Problem(key, Place(self.name, line, 1), path.lstrip("."), arguments))
