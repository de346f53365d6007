"""Commendations (khen thưởng): certificates to collectives and to individuals, counted for their units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from cchc_index.builders.contract import Evidence, EvidenceBuilder, Measure, RawFile
from cchc_index.evidence.faulty_rows import (
    OUTSIDE,
    ROW_KINDS,
    DateForm,
    FaultyRows,
    Spelt,
    day_in,
    doubled,
    read_rows,
    row_faults,
)
from cchc_index.evidence.period import is_counted, read_period
from cchc_index.evidence.tallies import Tallies, Unlisted
from cchc_index.problems.problem import Problem
from cchc_index.values.text import Text

#: everything that may be wrong with a row, by the word that allows it
KINDS: Final = (*ROW_KINDS, "unknown_recipient", "date_form", "no_such_day", "no_date")
_COLUMNS: Final = ("id", "unit", "name", "recipient", "decision", "date", "note")
_WORDS: Final = {
    "số": "id",
    "mã khen thưởng": "id",
    "đối tượng": "recipient",
    "số quyết định": "decision",
    "quyết định": "decision",
    "ngày": "date",
    "ngày quyết định": "date",
}
_RECIPIENTS: Final = {"collective": ("tập thể",), "individual": ("cá nhân",)}


@attrs.frozen
class Commendations(EvidenceBuilder):
    r"""Counts commendations: one row for each, to a collective or to an individual. Names of persons are not read.

    collectives = commendations of collectives; individuals = commendations of individuals

    Attributes:
        period: The days that count, by the column `date`; every day where it is left out.
        dates: How texts write dates.
        recipients: Further words of the column `recipient`, for `collective` or `individual`.
        unlisted: What a unit has that no row names: `missing`, or `zero` where the tables list everything there is.
        allow: The kinds of fault that may be there; their rows are left out, counted and listed.

    Source:
        Conference on administrative reform of Cao Bằng, report on 2021: 8 collectives and 8 individuals commended.
        What a row must say is the library's.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from cchc_index.evidence.raw import TableFile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = Path(folder) / "commendations.csv"
        ...     _ = path.write_text("id,unit,recipient\n1,so-a,tập thể\n2,so-a,cá nhân\n", encoding="utf-8")
        ...     found = Commendations().build([TableFile.of(path)], None)
        >>> found.of("so-a")
        {'collectives': 1, 'individuals': 1}
    """

    period: str = ""
    dates: DateForm = "yyyy-mm-dd"
    recipients: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict, hash=False)
    unlisted: Unlisted = "missing"
    allow: tuple[str, ...] = ()

    purpose = Text((("vi", "khen thưởng tập thể, cá nhân"), ("en", "commendations of collectives and individuals")))

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Two counts."""
        words = (
            ("collectives", "tập thể được khen thưởng", "collectives commended"),
            ("individuals", "cá nhân được khen thưởng", "individuals commended"),
        )
        return tuple(Measure(name, Text((("vi", vi), ("en", en))), adds=True) for name, vi, en in words)

    def build(self, files: Sequence[RawFile], units: Sequence[str] | None, /) -> Evidence | list[Problem]:
        """The counts of each unit, or all that is wrong with the tables."""
        faulty = FaultyRows((*KINDS, OUTSIDE), (*self.allow, OUTSIDE), units)
        recipients = Spelt(_RECIPIENTS, self.recipients)
        for problem in recipients.faults("recipients"):
            faulty.tell(problem)
        period = read_period(self.period, faulty)
        rows, counted = read_rows(files, _COLUMNS, ("id", "unit", "recipient"), _WORDS, faulty)
        twice = doubled(rows, lambda row: (row["id"],), "id", faulty)
        tallies = Tallies()
        for row in rows:
            is_faulty = row_faults(row, faulty) or row in twice
            recipient = recipients.meaning(row["recipient"])
            if not recipient:
                faulty.add("unknown_recipient", row.place("recipient"), row["recipient"])
            day = day_in(row, "date", self.dates, faulty)
            if is_faulty or not recipient or (row["date"] and day is None):
                continue
            if is_counted(row, "date", day, period, faulty):
                tallies.count(row["unit"], [f"{recipient}s"])
        return faulty.problems or tallies.evidence(self.measures, counted, faulty, self.unlisted)
