"""The units that tables and forms list, for whoever has no register."""

from __future__ import annotations

from collections.abc import Iterable

from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.facts import ANYTHING, MOST_UNITS, Shape
from cchc_index.values.text import folded, look
from cchc_index.values.units import NO_GROUP, Register, Unit


def units_of(shapes: Iterable[Shape]) -> Register | list[Problem]:
    """The units that tables and forms list, where there is no register."""
    found = _Units()
    for shape in shapes:
        found.add(shape)
    return found.register()


class _Units:
    """Collects units by what tables say of them."""

    def __init__(self) -> None:
        self.units: dict[str, tuple[str, str]] = {}
        self.spellings: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.named = ""
        self.files = 0

    def add(self, shape: Shape) -> None:
        """Take the units of one table or form."""
        is_told = not shape.grid.whole or ANYTHING in shape.doubts  # why it may say too little
        if shape.lists_units and not is_told:
            self.named = self.named or shape.name
        self.files += bool(shape.grid.sha256)
        for unit, name, group, where in shape.units():
            if unit and (unit not in self.units or name or group):
                self._take(unit, name, group, (shape, where))

    def _take(self, unit: str, name: str, group: str, where: tuple[Shape, Place | int]) -> None:
        """A unit's name and group, where a table says them; blank cells say nothing, whichever row comes first."""
        other = self.spellings.setdefault(look(unit), unit)
        if other != unit:
            key = "unit.spelt_two_ways" if folded(other) == folded(unit) else "unit.looks_alike"
            self._tell(key, where, unit=unit, other=other)
            return
        first = self.units.get(unit, ("", ""))
        self.units[unit] = first[0] or name, first[1] or group
        for header, value, expected in (("name", name, first[0]), ("group", group, first[1])):
            if value and expected and value != expected and folded(value) != folded(expected):
                self._tell(f"unit.other_{header}", where, unit=unit, found=value, expected=expected)

    def _tell(self, key: str, where: tuple[Shape, Place | int], /, **arguments: str) -> None:
        place = where[1] if isinstance(where[1], Place) else where[0].place(where[1])
        self.problems.append(Problem(key, place, arguments=arguments))

    def register(self) -> Register | list[Problem]:
        """The units, or what is wrong with them."""
        if self.files and len(self.units) > MOST_UNITS:
            self.problems.append(Problem("unit.many", Place(self.named), arguments={"most": f"{MOST_UNITS:,}"}))
        if not self.units and self.named:
            self.problems.append(Problem("table.no_rows", Place(self.named)))
        units = (Unit(unit, name or unit, group or NO_GROUP) for unit, (name, group) in self.units.items())
        return self.problems or Register(tuple(units))
