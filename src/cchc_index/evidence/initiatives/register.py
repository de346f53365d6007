"""The register of initiatives, one row each: how far each came, and which prize it won."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from cchc_index.builders.contract import Evidence, EvidenceBuilder, Measure, RawFile, RawRow
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
from cchc_index.problems.problem import Place, Problem
from cchc_index.values.text import Text, folded

#: everything that may be wrong with a row, by the word that allows it
KINDS: Final = (
    *ROW_KINDS,
    *("unknown_status", "date_form", "no_such_day", "no_date"),
    *("unknown_prize", "no_prize", "prize_unawarded"),
)
COLUMNS: Final = ("id", "unit", "name", "title", "status", "date", "prize", "note")
WORDS: Final = {
    "mã sáng kiến": "id",
    "tên sáng kiến": "title",
    "kết quả": "status",
    "trạng thái": "status",
    "ngày": "date",
    "ngày nộp": "date",
    "giải": "prize",
    "giải thưởng": "prize",
}
#: how far an initiative can come; each goes through all before
STATUSES: Final[Mapping[str, Sequence[str]]] = {
    "submitted": ("đã nộp", "dự thi"),
    "eligible": ("đủ điều kiện", "hợp lệ"),
    "recognised": ("được công nhận", "công nhận"),
    "awarded": ("được trao giải", "đạt giải"),
}


@attrs.frozen
class Initiatives(EvidenceBuilder):
    r"""Counts a register of initiatives: one row for each, with the furthest it came.

    submitted = all; eligible = those that may take part; recognised = those recognised; awarded = those that won a
    prize: each of the four is among the one before

    An identifier stands once, whatever the unit. Where limits of prizes are declared, each initiative that was awarded
    names its prize, and no prize is given more often than its limit.

    Attributes:
        period: The days that count, by the column `date`; every day where it is left out.
        dates: How texts write dates.
        statuses: Further words of the column `status`: for each of the four what the table writes for it.
        prizes: The classes of prizes, each with how many may be given.
        unlisted: What a unit has that no row names: `missing`, or `zero` where the tables list everything there is.
        allow: The kinds of fault that may be there; their rows are left out, counted and listed. Too many prizes are
            never allowed.

    Source:
        Conference on administrative reform of Cao Bằng, report on 2021: 28 initiatives recognised, 10 awarded. What a
        row must say is the library's.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from cchc_index.evidence.raw import TableFile
        >>> text = "id,unit,status\nSK1,so-a,recognised\nSK2,so-a,awarded\nSK3,so-a,submitted\n"
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = Path(folder) / "initiatives.csv"
        ...     _ = path.write_text(text, encoding="utf-8")
        ...     found = Initiatives().build([TableFile.of(path)], None)
        >>> found.of("so-a")
        {'submitted': 3, 'eligible': 2, 'recognised': 2, 'awarded': 1}
    """

    period: str = ""
    dates: DateForm = "yyyy-mm-dd"
    statuses: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict, hash=False)
    prizes: Mapping[str, int] = attrs.field(factory=dict, hash=False)
    unlisted: Unlisted = "missing"
    allow: tuple[str, ...] = ()

    purpose = Text((("vi", "sáng kiến đã nộp, được công nhận, trao giải"), ("en", "initiatives by how far they came")))

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Four counts, each among the one before."""
        words = (
            ("submitted", "sáng kiến đã nộp", "initiatives submitted"),
            ("eligible", "sáng kiến đủ điều kiện", "initiatives eligible"),
            ("recognised", "sáng kiến được công nhận", "initiatives recognised"),
            ("awarded", "sáng kiến được trao giải", "initiatives awarded"),
        )
        return tuple(Measure(name, Text((("vi", vi), ("en", en))), adds=True) for name, vi, en in words)

    def build(self, files: Sequence[RawFile], units: Sequence[str] | None, /) -> Evidence | list[Problem]:
        """The counts of each unit, or all that is wrong with the tables."""
        faulty = FaultyRows((*KINDS, OUTSIDE), (*self.allow, OUTSIDE), units)
        statuses = Spelt(STATUSES, self.statuses)
        for problem in statuses.faults("statuses"):
            faulty.tell(problem)
        period = read_period(self.period, faulty)
        rows, counted = read_rows(files, COLUMNS, ("id", "unit", "status"), WORDS, faulty)
        twice = doubled(rows, lambda row: (row["id"],), "id", faulty)
        tallies = Tallies()
        given: dict[str, list[Place]] = {}
        for row in rows:
            reached = self._reached(row, statuses, faulty)
            day = day_in(row, "date", self.dates, faulty)
            if not reached or row in twice or (row["date"] and day is None):
                continue
            if is_counted(row, "date", day, period, faulty):
                tallies.count(row["unit"], reached)
                given.setdefault(folded(row["prize"]), []).append(row.place("prize"))
        for problem in self._over_limits(given):
            faulty.tell(problem)
        return faulty.problems or tallies.evidence(self.measures, counted, faulty, self.unlisted)

    def _reached(self, row: RawRow, statuses: Spelt, faulty: FaultyRows) -> tuple[str, ...]:
        """The measures that a row counts for; none for one with a fault."""
        is_faulty = row_faults(row, faulty)
        status = statuses.meaning(row["status"])
        if not status:
            faulty.add("unknown_status", row.place("status"), row["status"])
            return ()
        prize = row["prize"]
        if prize and status != "awarded":
            faulty.add("prize_unawarded", row.place("prize"), prize)
            return ()
        if self.prizes and status == "awarded" and folded(prize) not in map(folded, self.prizes):
            faulty.add("unknown_prize" if prize else "no_prize", row.place("prize"), prize)
            return ()
        levels = tuple(STATUSES)
        return () if is_faulty else levels[: levels.index(status) + 1]

    def _over_limits(self, given: Mapping[str, list[Place]]) -> list[Problem]:
        """Prizes that were given more often than their limits, at the first that is too many."""
        told = []
        for prize, most in self.prizes.items():
            places = sorted(given.get(folded(prize), []), key=lambda each: (each.file, each.line or 0))
            if len(places) > most:
                said = {"value": prize, "count": str(len(places)), "most": str(most)}
                told.append(Problem("evidence.over_limit", places[max(most, 0)], arguments=said))
        return told
