"""Who is scored: units and the register that lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from cchc_index.problems.errors import UnknownNameError
from cchc_index.problems.problem import Problem
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
        """Whether all of some columns say what is wanted; yes and no are compared as such, other values as text.

        Example:
            >>> Unit("a", "A", attributes={"has_procedures": "không"}).agrees({"has_procedures": "no"})
            True
        """
        for column, wanted in when.items():
            found = self.column(column) or ""
            truth = yes_or_no(wanted)
            if (found != wanted) if truth is None else (yes_or_no(found) is not truth):
                return False
        return True


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
        if (row := self.rows.get(unit)) is None:
            raise UnknownNameError(
                Problem("name.unit", arguments={"name": unit, "hint": ", ".join(near_names(unit, self.rows))})
            )
        return row

    def in_groups(self, groups: tuple[str, ...]) -> Register:
        """The units of some groups."""
        return Register(tuple(unit for unit in self.units if unit.group in groups))

    def blocks(self, columns: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The distinct values of some columns joined, sorted, and for each unit the place of its own among them."""
        return _placed([" / ".join(unit.column(column) or "" for column in columns) for unit in self.units])

    def column(self, name: str) -> tuple[tuple[str, ...], npt.NDArray[np.int64]]:
        """What a column says: its distinct values, sorted, and for each unit the place of its own among them."""
        import numpy as np  # only when something is scored

        found = self._columns.get(name)
        if found is None:
            values, places = _placed([unit.column(name) or "" for unit in self.units])
            column = np.array(places, dtype=np.int64)
            column.flags.writeable = False
            found = self._columns[name] = values, column
        return found

    @cached_property
    def group_blocks(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The groups, sorted, and each unit's place among them."""
        return _placed([unit.group for unit in self.units])

    @cached_property
    def ranked(self) -> tuple[bool, ...]:
        """Which units take part in the ranking."""
        return tuple([unit.ranked for unit in self.units])


def _placed(keys: list[str]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    names = tuple(sorted(set(keys)))
    places = {name: place for place, name in enumerate(names)}
    return names, tuple([places[key] for key in keys])


def near_names(name: str, known: Mapping[str, object] | tuple[str, ...], most: int = 3) -> list[str]:
    """Known names that look like a misspelling of `name`, best first.

    Example:
        >>> near_names("so-tu-phapp", ("so-tu-phap", "so-y-te"))
        ['so-tu-phap']
    """
    import difflib  # only when something is misspelt

    return difflib.get_close_matches(name, list(known), n=most, cutoff=0.75)
