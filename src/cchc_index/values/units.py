"""Who is scored: units and the register that lists them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from cchc_index.problems.errors import UnknownNameError
from cchc_index.problems.problem import Problem
from cchc_index.problems.wanted import want
from cchc_index.values.text import folded

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


NO_GROUP = "all"  #: the group of units that were given none

_YES = frozenset({"yes", "có"})
_NO = frozenset({"no", "không"})


def yes_or_no(text: str) -> bool | None:
    """What yes, no, có or không says; None for any other text.

    Example:
        >>> yes_or_no("Có"), yes_or_no("no"), yes_or_no("maybe")
        (True, False, None)
    """
    word = folded(text)
    return True if word in _YES else False if word in _NO else None


def says(found: str, wanted: str) -> bool:
    """Whether a value of the register is the one that is wanted: yes and no as such, others as folded texts.

    Example:
        >>> says("không", "no"), says(" Miền  núi", "miền núi"), says("miền núi", "no")
        (True, True, False)
    """
    truth = yes_or_no(wanted)
    return folded(found) == folded(wanted) if truth is None else yes_or_no(found) is truth


@attrs.frozen
class Unit:
    """A body that is scored: a department, a district, a commune, a province.

    Attributes:
        id: Its identifier, the official code where there is one.
        name: Its name as published.
        group: The group it is ranked in (nhóm).
        ranked: Whether it takes part in the ranking; an unranked unit has points, index and band, and no rank.
        attributes: Further columns of the register, which conditions and rules read.
    """

    id: str
    name: str
    group: str = NO_GROUP
    ranked: bool = True
    attributes: Mapping[str, str] = attrs.field(factory=dict, hash=False)

    def column(self, name: str) -> str | None:
        """What the register's column of that name says of the unit; None when there is no such column."""
        own = {"unit": self.id, "name": self.name, "group": self.group, "ranked": "yes" if self.ranked else "no"}
        return own.get(name, self.attributes.get(name))

    def agrees(self, when: Mapping[str, str]) -> bool:
        """Whether all of some columns say what is wanted, however it is spelt (`says`).

        Example:
            >>> Unit("a", "A", attributes={"has_procedures": "không"}).agrees({"has_procedures": "no"})
            True
        """
        return all(says(self.column(column) or "", wanted) for column, wanted in when.items())


@attrs.frozen
class Register:
    """The units of an assessment, in the order of the file; no result depends on that order.

    Attributes:
        units: The units.

    Example:
        >>> register = Register((Unit("so-a", "Sở A", "department"),))
        >>> register.row("so-a"), register["so-a"].name
        (0, 'Sở A')
    """

    units: tuple[Unit, ...]
    _columns: dict[str, tuple[tuple[str, ...], npt.NDArray[np.int64]]] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )

    def __len__(self) -> int:
        """How many units there are."""
        return len(self.units)

    def __iter__(self) -> Iterator[Unit]:
        """The units, in the order of the file."""
        return iter(self.units)

    def __getitem__(self, unit: str) -> Unit:
        """The unit of that identifier."""
        return self.units[self.row(unit)]

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """Identifier to row."""
        return {unit.id: row for row, unit in enumerate(self.units)}

    def row(self, unit: str) -> int:
        """The row of a unit.

        Raises:
            UnknownNameError: No unit has that identifier.
        """
        want("unit", unit, str)
        if (row := self.rows.get(unit)) is None:
            raise UnknownNameError(
                Problem("name.unit", arguments={"name": unit, "hint": ", ".join(near_names(unit, self.rows))})
            )
        return row

    def in_groups(self, groups: tuple[str, ...]) -> Register:
        """The units of some groups."""
        wanted = set(map(folded, groups))
        return Register(tuple(unit for unit in self.units if folded(unit.group) in wanted))

    def blocks(self, columns: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The distinct values of some columns, sorted, and for each unit the place of its own among them.

        Units agree where they do in each column; their names join the values, and two may read alike.

        Example:
            >>> register = Register((Unit("a", "", attributes={"x": "A / B", "y": "C"}),
            ...                      Unit("b", "", attributes={"x": "A", "y": "B / C"})))
            >>> register.blocks(("x", "y"))
            (('A / B / C', 'A / B / C'), (1, 0))
        """
        if columns == ("group",):
            return self.group_blocks
        values = [[unit.column(column) or "" for column in columns] for unit in self.units]
        return _placed([tuple(map(folded, each)) for each in values], [" / ".join(each) for each in values])

    def agreeing(self, when: Mapping[str, str]) -> npt.NDArray[np.bool_]:
        """Which units agree with all of a condition; each distinct value is compared once."""
        import numpy as np

        rows = np.ones(len(self), dtype=np.bool_)
        for name, wanted in when.items():
            values, places = self.column(name)
            rows &= np.array([says(value, wanted) for value in values], dtype=np.bool_)[places]
        return rows

    def column(self, name: str) -> tuple[tuple[str, ...], npt.NDArray[np.int64]]:
        """What a column says: its distinct values, sorted, and for each unit the place of its own among them.

        Spellings of one value count as one, and the first stands for all.
        """
        import numpy as np  # only when something is scored

        found = self._columns.get(name)
        if found is None:
            said = [unit.column(name) or "" for unit in self.units]
            values, places = _placed(list(map(folded, said)), said)
            column = np.array(places, dtype=np.int64)
            column.flags.writeable = False
            found = self._columns[name] = values, column
        return found

    @cached_property
    def group_blocks(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The groups, sorted, and each unit's place among them."""
        groups = [unit.group for unit in self.units]
        return _placed(list(map(folded, groups)), groups)

    @cached_property
    def ranked(self) -> tuple[bool, ...]:
        """Which units take part in the ranking."""
        return tuple([unit.ranked for unit in self.units])


def _placed(keys: Sequence[Hashable], names: list[str]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The distinct names, sorted, and the place of each; names of one key are one, spelt as the first."""
    first: dict[Hashable, str] = {}
    for key, name in zip(keys, names, strict=True):
        first.setdefault(key, name)
    ordered = sorted(first, key=lambda key: (first[key], key))
    places = {key: place for place, key in enumerate(ordered)}
    return tuple(first[key] for key in ordered), tuple([places[key] for key in keys])


def near_names(name: str, known: Mapping[str, object] | tuple[str, ...], most: int = 3) -> list[str]:
    """Known names that look like a misspelling of `name`, best first.

    Example:
        >>> near_names("so-tu-phapp", ("so-tu-phap", "so-y-te"))
        ['so-tu-phap']
    """
    import difflib  # only when something is misspelt

    return difflib.get_close_matches(name, list(known), n=most, cutoff=0.75)
