"""What is wrong with rows of dossiers: counted by kind, the first few named; nothing else of a row is repeated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from cchc_index.evidence.dossiers.expression import ROW_FAULTS
from cchc_index.evidence.dossiers.tally import Gap
from cchc_index.problems.problem import Problem
from cchc_index.problems.wanted import want_one_of

#: rows that are named of each kind
MOST_NAMED: Final = 5
#: everything that may be wrong with a row, or with counts, by the word that allows it
KINDS: Final = (
    *("no_dossier", "duplicate", "no_unit", "unknown_unit"),
    *ROW_FAULTS,
    *("not_whole", "total_row", "twice", "period_form", "settled_gap", "received_gap"),
)
#: faults of counts that are shown as they stand where they are allowed; rows with any other are left out
KEPT: Final = ("settled_gap", "received_gap")


#: how a command declares what a fault of some kinds may come from
_DECLARED: Final = {
    "date_form": "--dates dd/mm/yyyy",
    "unknown_status": "--status settled=...",
    "unknown_channel": "--channel online=...",
}


@attrs.frozen
class Named:
    """A row that is named: where it stands, and its identifier.

    Attributes:
        file: The file, or what the frame is called.
        row: The row as a spreadsheet counts it, or of a file or frame without a header the record; None in a frame
            whose rows have no order.
        dossier: The dossier's identifier; of counts, the unit.
    """

    file: str
    row: int | None
    dossier: str

    def __str__(self) -> str:
        """The row as `file:row (identifier)`."""
        place = self.file if self.row is None else f"{self.file}:{self.row}"
        return f"{place} ({self.dossier})" if self.dossier else place


@attrs.frozen
class Fault:
    """One kind of fault.

    Attributes:
        kind: The word that allows it.
        count: How many rows have it.
        rows: The first few of them.
        allowed: Whether it is allowed: its rows are left out, or of a gap shown as they stand.
        gaps: Of counts that do not add up, the figures.

    Example:
        >>> fault = Fault("no_such_day", 1, (Named("d.csv", 5, "H-01"),))
        >>> fault.problem().found("en")
        'rows with a date that is no day of the calendar between 1990 and 2099 (1): d.csv:5 (H-01)'
    """

    kind: str
    count: int
    rows: tuple[Named, ...] = ()
    allowed: bool = False
    gaps: tuple[Gap, ...] = ()

    def problem(self) -> Problem:
        """The fault as it is told."""
        named = ", ".join(map(str, self.rows)) or "-"
        if self.gaps:
            named = "; ".join(f"{row}: {gap.figures}" for row, gap in zip(self.rows, self.gaps, strict=False))
        if self.count > len(self.rows):
            named += ", …"
        said = {"count": str(self.count), "rows": named, "kind": self.kind, "how": f"--allow {self.kind}"}
        said |= {"declared": _DECLARED.get(self.kind, "")}
        return Problem(f"dossiers.{self.kind}", arguments=said)

    def to_dict(self) -> dict[str, object]:
        """The fault for programs."""
        found = self.problem().to_dict()
        rows = [attrs.asdict(row) for row in self.rows]
        told = {name: found[name] for name in ("found", "why", "cure")}
        gaps = {"gaps": [gap.to_dict() for gap in self.gaps]} if self.gaps else {}
        return {"kind": self.kind, "count": self.count, "allowed": self.allowed, "rows": rows, **gaps, **told}


def allowed_kinds(allow: object) -> frozenset[str]:
    """The kinds that are allowed, held to the list.

    Raises:
        UsageError: One is none of the list.

    Example:
        >>> sorted(allowed_kinds(["duplicate", "no_unit"]))
        ['duplicate', 'no_unit']
    """
    kinds = [allow] if isinstance(allow, str) else list(allow) if isinstance(allow, Sequence | set | frozenset) else []
    for kind in kinds:
        want_one_of("allow", kind, KINDS)
    return frozenset(kinds)
