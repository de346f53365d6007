"""Legal documents (văn bản quy phạm pháp luật): drafts that units comment on, documents that they check."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from cchc_index.builders.contract import Evidence, EvidenceBuilder, Measure, RawFile, RawRow
from cchc_index.evidence.faulty_rows import (
    DATE_KINDS,
    OUTSIDE,
    ROW_KINDS,
    DateForm,
    FaultyRows,
    Spelt,
    are_backwards,
    day_in,
    doubled,
    read_rows,
    row_faults,
)
from cchc_index.evidence.period import is_counted, read_period
from cchc_index.evidence.tallies import Tallies, Unlisted
from cchc_index.problems.problem import Problem
from cchc_index.values.text import Text
from cchc_index.values.units import yes_or_no

#: everything that may be wrong with a row, by the word that allows it
KINDS: Final = (
    *ROW_KINDS,
    *("unknown_kind", "not_yes_no", "no_received", "no_due", "no_finding"),
    *DATE_KINDS,
    *("contradiction", "no_date"),
)
_DRAFT_DAYS: Final = ("received", "due", "commented")
_CHECK_DAYS: Final = ("received", "due", "checked", "corrected")
_COLUMNS: Final = (
    *("id", "unit", "name", "title", "kind", "asked"),
    *("received", "due", "commented", "checked", "faulty", "corrected", "note"),
)
_WORDS: Final = {
    "số, ký hiệu": "id",
    "số ký hiệu": "id",
    "mã văn bản": "id",
    "tên văn bản": "title",
    "trích yếu": "title",
    "loại việc": "kind",
    "đề nghị góp ý": "asked",
    "ngày nhận": "received",
    "hạn": "due",
    "thời hạn": "due",
    "ngày góp ý": "commented",
    "ngày kiểm tra": "checked",
    "có sai sót": "faulty",
    "ngày xử lý": "corrected",
}
_KINDS: Final = {"draft": ("dự thảo", "góp ý dự thảo"), "self_check": ("tự kiểm tra",)}


def _measure(name: str, vi: str, en: str) -> Measure:
    return Measure(name, Text((("vi", vi), ("en", en))), adds=True)


@attrs.frozen
class Documents(EvidenceBuilder):
    """Counts a register of documents: one row for each draft that a unit received, and for each document to check.

    drafts = drafts received; asked = those on which comments were asked for; commented, commented_in_time = of these,
    those commented, and by the day that was set

    planned = documents to be checked; self_checked = those checked; faulty = of these, those with faults;
    corrected = of these, those put right

    A row says what it is in `kind`: a draft (`draft`, dự thảo) or a self-check (`self_check`, tự kiểm tra). A draft has
    the day it was `received`, the day by which comments are `due` unless none were `asked` for (yes or no; a blank is
    yes), and the day it was `commented` on. A self-check has the day it was `checked`, whether it is
    `faulty`, and the day it was `corrected`; one without a day was planned, and not done. An identifier stands once for
    a unit and a kind.

    Attributes:
        period: The days that count: `2021`, `2021-Q3`, `2021-07`, or from one day to another,
            `2020-12-15/2021-12-14`; every day where it is left out. A draft belongs to the day it was received, a
            self-check to the day it was checked, or if it was not, to the day it is due.
        dates: How texts write dates.
        kinds: Further words of the column `kind`: for `draft` or `self_check` what the table writes for it.
        unlisted: What a unit has that no row names: `missing`, or `zero` where the tables list everything there is.
        allow: The kinds of fault that may be there; their rows are left out, counted and listed.

    Source:
        Conference on administrative reform of Cao Bằng, report on 2021: comments on 229 drafts, 60 documents
        self-checked. What a row must say is the library's.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from cchc_index.evidence.raw import TableFile
        >>> text = '''id,unit,kind,received,due,commented,checked,faulty,corrected
        ... 01/DT,so-a,draft,2021-03-01,2021-03-10,2021-03-09,,,
        ... 02/DT,so-a,draft,2021-03-01,2021-03-10,2021-03-12,,,
        ... 07/QD,so-a,self_check,,,,2021-06-01,có,2021-07-01
        ... '''
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = Path(folder) / "documents.csv"
        ...     _ = path.write_text(text, encoding="utf-8")
        ...     found = Documents(period="2021").build([TableFile.of(path)], None)
        >>> found.of("so-a")["commented"], found.of("so-a")["commented_in_time"], found.of("so-a")["corrected"]
        (2, 1, 1)
    """

    period: str = ""
    dates: DateForm = "yyyy-mm-dd"
    kinds: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict, hash=False)
    unlisted: Unlisted = "missing"
    allow: tuple[str, ...] = ()

    purpose = Text((("vi", "góp ý dự thảo, tự kiểm tra văn bản"), ("en", "drafts commented, documents self-checked")))

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Four counts of drafts and four of self-checks."""
        return (
            _measure("drafts", "dự thảo đã nhận", "drafts received"),
            _measure("asked", "dự thảo được đề nghị góp ý", "drafts asked for"),
            _measure("commented", "dự thảo đã góp ý", "drafts commented"),
            _measure("commented_in_time", "dự thảo đã góp ý đúng hạn", "drafts commented in time"),
            _measure("planned", "văn bản phải tự kiểm tra", "documents to be self-checked"),
            _measure("self_checked", "văn bản đã tự kiểm tra", "documents self-checked"),
            _measure("faulty", "văn bản tự kiểm tra có sai sót", "documents found faulty"),
            _measure("corrected", "văn bản sai sót đã xử lý", "faulty documents corrected"),
        )

    def build(self, files: Sequence[RawFile], units: Sequence[str] | None, /) -> Evidence | list[Problem]:
        """The counts of each unit, or all that is wrong with the tables."""
        faulty = FaultyRows((*KINDS, OUTSIDE), (*self.allow, OUTSIDE), units)
        kinds = Spelt(_KINDS, self.kinds)
        for problem in kinds.faults("kinds"):
            faulty.tell(problem)
        period = read_period(self.period, faulty)
        rows, counted = read_rows(files, _COLUMNS, ("id", "unit", "kind"), _WORDS, faulty)
        twice = doubled(rows, lambda row: (row["unit"], kinds.meaning(row["kind"]), row["id"]), "id", faulty)
        tallies = Tallies()
        for row in rows:
            found = self._read(row, kinds, faulty)
            if found is None or row in twice:
                continue
            day, measures = found
            if is_counted(row, "received", day, period, faulty):
                tallies.count(row["unit"], measures)
        return faulty.problems or tallies.evidence(self.measures, counted, faulty, self.unlisted)

    def _read(self, row: RawRow, kinds: Spelt, faulty: FaultyRows) -> tuple[datetime.date | None, list[str]] | None:
        """To which day a row belongs, and what it counts for; None for one with a fault."""
        is_faulty = row_faults(row, faulty)
        kind = kinds.meaning(row["kind"])
        if not kind:
            faulty.add("unknown_kind", row.place("kind"), row["kind"])
            return None
        columns = _DRAFT_DAYS if kind == "draft" else _CHECK_DAYS
        days = {column: day_in(row, column, self.dates, faulty) for column in columns}
        if any(row[column] and days[column] is None for column in columns):
            return None
        said = _draft(row, days, faulty) if kind == "draft" else _check(row, days, faulty)
        return None if is_faulty else said


def _draft(
    row: RawRow, days: Mapping[str, datetime.date | None], faulty: FaultyRows
) -> tuple[datetime.date | None, list[str]] | None:
    asked = yes_or_no(row["asked"]) if row["asked"] else True
    if asked is None:
        faulty.add("not_yes_no", row.place("asked"), row["asked"])
        return None
    wrong = _contradicts(row, ("checked", "faulty", "corrected", *(() if asked else ("commented",))), faulty)
    for column, kind in (("received", "no_received"), *((("due", "no_due"),) if asked else ())):
        if days[column] is None:
            faulty.add(kind, row.place(column))
            wrong = True
    if are_backwards(row, days, (("received", "due"), ("received", "commented")), faulty) or wrong:
        return None
    measures = ["drafts"]
    commented, due = days["commented"], days["due"]
    if asked:
        measures.append("asked")
    if commented is not None and due is not None:
        measures += ["commented", "commented_in_time"] if commented <= due else ["commented"]
    return days["received"], measures


def _check(
    row: RawRow, days: Mapping[str, datetime.date | None], faulty: FaultyRows
) -> tuple[datetime.date | None, list[str]] | None:
    has_faults = yes_or_no(row["faulty"])
    if row["faulty"] and has_faults is None:
        faulty.add("not_yes_no", row.place("faulty"), row["faulty"])
        return None
    checked = days["checked"]
    impossible = [*(() if has_faults else ("corrected",)), *(("faulty",) if checked is None else ())]
    wrong = _contradicts(row, ("asked", "commented", *impossible), faulty)
    if checked is not None and has_faults is None:
        faulty.add("no_finding", row.place("faulty"))
        wrong = True
    if are_backwards(row, days, (("received", "checked"), ("checked", "corrected")), faulty) or wrong:
        return None
    counts = {
        "planned": True,
        "self_checked": checked is not None,
        "faulty": bool(has_faults),
        "corrected": days["corrected"] is not None,
    }
    return checked or days["due"] or days["received"], [name for name, counted in counts.items() if counted]


def _contradicts(row: RawRow, columns: Iterable[str], faulty: FaultyRows) -> bool:
    """Tell, once for a row, a column that says something where it cannot, and whether there is one."""
    for column in columns:
        if row[column]:
            faulty.add("contradiction", row.place(column), row[column])
            return True
    return False
