"""A register of dialogue sessions, counted for each unit."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

import attrs

from cchc_index.plugins import CountedFile, Evidence, EvidenceBuilder, Measure, Problem, RawFile, RawRow, Text


@attrs.frozen
class SessionsHeld(EvidenceBuilder):
    """Counts the sessions of each unit: one row for each, with the day it was held.

    held = rows of the unit

    Attributes:
        year: The year that counts, as 2025; every year where it is left out.

    Source:
        Made up to show how a builder is written.

    Example:
        >>> SessionsHeld(year="2025").measures[0].name
        'held'
    """

    year: str = ""

    purpose = Text((("vi", "số cuộc đối thoại đã tổ chức"), ("en", "dialogue sessions held")))

    @property
    def measures(self) -> tuple[Measure, ...]:
        """One count, which feeds the field `held` of the rule `sessions`."""
        return (Measure("held", Text((("vi", "số cuộc đối thoại"), ("en", "sessions held"))), adds=True),)

    def build(self, files: Sequence[RawFile], units: Sequence[str] | None, /) -> Evidence | list[Problem]:
        """The sessions of each unit, or all that is wrong with the tables."""
        problems: list[Problem] = []
        counted: list[CountedFile] = []
        held: Counter[str] = Counter()
        rows: Counter[str] = Counter()
        for file in files:
            read = 0
            for row in file.rows(("unit", "day", "note"), ("unit", "day"), {"ngày": "day"}):
                if isinstance(row, Problem):
                    problems.append(row)  # what is wrong with the table itself
                    continue
                read += 1
                problems += self._faults(row, units)
                rows[row["unit"]] += 1
                held[row["unit"]] += row["day"].startswith(self.year)
            counted.append(CountedFile(file.name, hashlib.sha256(file.path.read_bytes()).hexdigest(), read))
        if problems:
            return problems
        named = tuple(sorted(rows))
        figures = {"held": tuple(held[unit] for unit in named)}
        return Evidence(named, figures, tuple(rows[unit] for unit in named), tuple(counted))

    def _faults(self, row: RawRow, units: Sequence[str] | None) -> list[Problem]:
        """What is wrong with a row: blanks, days that are none, units that nobody knows."""
        found = [*row.lacking(("unit", "day")), *row.undated(("day",))]
        unit = row["unit"]
        if unit and units is not None and unit not in units:
            words = {
                "vi": (f"đơn vị '{unit}'", "không có trong danh sách đơn vị", "Sửa mã đơn vị."),
                "en": (f"the unit '{unit}'", "which the register does not have", "Correct its identifier."),
            }
            found.append(Problem("", row.place("unit"), own=words))
        return found
