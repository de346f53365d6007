"""What counting gives: units with their counts and rates, what was wrong and allowed, and what it was made from."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, Final, Literal

import attrs

from cchc_index.builders.contract import CountedFile
from cchc_index.evidence.dossiers.expression import By
from cchc_index.evidence.dossiers.fault import Fault
from cchc_index.evidence.dossiers.tally import KEYS, MEASURES, RATE_PLACES, RATES, Tallies, UnitCounts
from cchc_index.problems.errors import UnknownNameError
from cchc_index.problems.problem import Problem
from cchc_index.results.frames import Backend, Column, FrameNumbers, listed_frame
from cchc_index.values.units import near_names

SCHEMA: Final = "cchc-index/dossiers/1"


@attrs.frozen(eq=False)
class DossierCounts:
    """Dossiers counted by unit.

    Attributes:
        tallies: The values of each group, sorted by unit, level, period and procedure.
        by: By what, beside the unit, counts are told apart.
        source: `rows`, one a dossier, or `counts`, one a unit.
        as_of: The day on which the data were taken; None where it was not said.
        faults: What was wrong and is allowed, by kind, with its count.
        files: The files that were read.
        rows: How many rows there were, those left out included.
        register: The SHA-256 of the register's file, by its name.
    """

    tallies: Tallies
    by: tuple[By, ...]
    source: Literal["rows", "counts"]
    as_of: datetime.date | None
    faults: tuple[Fault, ...]
    files: tuple[CountedFile, ...]
    rows: int
    register: Mapping[str, str] = attrs.field(factory=dict)

    @cached_property
    def units(self) -> tuple[UnitCounts, ...]:
        """The counts, sorted by unit, level, period and procedure."""
        return tuple([UnitCounts.of(key, values) for key, values in self.tallies.items()])

    def __len__(self) -> int:
        """How many rows of counts there are."""
        return len(self.tallies)

    def __iter__(self) -> Iterator[UnitCounts]:
        """The counts, in order."""
        return iter(self.units)

    def __getitem__(self, unit: str) -> UnitCounts:
        """The counts of a unit, where units are told apart by nothing else.

        Raises:
            UnknownNameError: There is no such unit, or it has several rows of counts.
        """
        found = [each for each in self.units if each.unit == unit]
        if len(found) != 1:
            near = near_names(unit, tuple({each.unit for each in self.units}))
            raise UnknownNameError(Problem("name.unit", arguments={"name": unit, "hint": ", ".join(near)}))
        return found[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong and is allowed, as it is told."""
        return tuple(fault.problem() for fault in self.faults)

    @property
    def allowed(self) -> dict[str, int]:
        """The kinds of fault that were allowed and are there, each with how many rows have it."""
        return {fault.kind: fault.count for fault in self.faults}

    @property
    def rates(self) -> Mapping[tuple[str, ...], dict[str, Decimal | None]]:
        """The rates, by the unit and what else units are told apart by."""
        places = [place for place, name in enumerate(KEYS) if name in ("unit", *self.by)]
        return {tuple(each.key[place] for place in places): each.rates for each in self.units}

    @property
    def digest(self) -> str:
        """The SHA-256 of all counts in one form, which is the same on every engine and in any order of rows."""
        rows = [(*key, *values) for key, values in self.tallies.items()]
        return hashlib.sha256(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()

    def to_dict(self) -> dict[str, Any]:
        """The result for programs; counts are whole numbers, rates are text so that nothing is lost."""
        return {
            "schema": SCHEMA,
            "source": self.source,
            "by": ["unit", *self.by],
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "units": [each.to_dict(self.by) for each in self.units],
            "problems": [fault.to_dict() for fault in self.faults],
            "allowed": self.allowed,
            "rows": self.rows,
            "files": [attrs.asdict(each) for each in self.files],
            "register": dict(self.register),
            "digest": self.digest,
        }

    def to_frame(self, backend: Backend = "pandas", *, numbers: FrameNumbers = "decimal") -> Any:
        """A data frame of one row a unit: keys, counts and rates.

        Args:
            backend: The library of the frame.
            numbers: What rates are.

        Raises:
            MissingExtraError: narwhals or that library is not installed.
            UsageError: Numbers or a backend are asked for that are none.
        """
        keys = [(place, name) for place, name in enumerate(KEYS) if name in ("unit", *self.by)]
        columns = {name: Column("text", [each.key[place] for each in self.units]) for place, name in keys}
        columns |= {name: Column("rank", [each.counts.get(name) for each in self.units]) for name in MEASURES}
        rates = [each.rates for each in self.units]
        names = [f"{part}_of_{whole}" for part, whole in RATES]
        columns |= {name: Column("decimal", [each[name] for each in rates], RATE_PLACES) for name in names}
        return listed_frame(columns, backend, numbers)
