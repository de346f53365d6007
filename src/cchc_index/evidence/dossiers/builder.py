"""The builder `dossiers`: files of dossiers, or of their counts, into each unit's figures for a cycle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

import attrs

from cchc_index.builders.contract import Evidence, EvidenceBuilder, Figure, LeftOut, Measure, RawFile
from cchc_index.evidence.dossiers.counting import count_dossiers
from cchc_index.evidence.dossiers.days import DateForm
from cchc_index.evidence.dossiers.expression import By, Period
from cchc_index.evidence.dossiers.fault import KINDS
from cchc_index.evidence.dossiers.result import DossierCounts
from cchc_index.evidence.dossiers.tally import MEASURES, RATES, UnitCounts, Values, added_values
from cchc_index.problems.errors import AssessmentError, UsageError
from cchc_index.problems.problem import Blank, Place, Problem
from cchc_index.reading.declared import InputFormat
from cchc_index.values.text import Text, folded
from cchc_index.values.units import Register, Unit

#: how a period is written, by its length
_PERIODS: Final[tuple[tuple[Period, re.Pattern[str]], ...]] = (
    ("year", re.compile(r"[0-9]{4}")),
    ("quarter", re.compile(r"[0-9]{4}-Q[1-4]")),
    ("month", re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")),
)
_MOST_NAMED: Final = 12  #: levels or periods that are named where there is none of those asked for
#: how a cycle declares what a fault of some kinds may come from
_DECLARED: Final = {
    "date_form": "dates: dd/mm/yyyy",
    "unknown_status": "statuses: {settled: [...]}",
    "unknown_channel": "channels: {online: [...]}",
}
_TITLES: Final = {
    "received": ("hồ sơ tiếp nhận", "dossiers received"),
    "settled": ("hồ sơ đã giải quyết", "dossiers settled"),
    "early": ("hồ sơ giải quyết trước hạn", "dossiers settled before their due day"),
    "on_time": ("hồ sơ giải quyết đúng ngày hẹn", "dossiers settled on their due day"),
    "late": ("hồ sơ giải quyết trễ hạn", "dossiers settled late"),
    "in_time": ("hồ sơ giải quyết trước và đúng hạn", "dossiers settled in time, early ones included"),
    "in_process": ("hồ sơ đang giải quyết", "dossiers in process"),
    "overdue": ("hồ sơ đang giải quyết đã quá hạn", "dossiers in process past their due day"),
    "returned": ("hồ sơ trả lại", "dossiers returned"),
    "withdrawn": ("hồ sơ rút", "dossiers withdrawn"),
    "online": ("hồ sơ nộp trực tuyến", "dossiers handed in online"),
    "late_days": ("số ngày trễ hạn cộng lại", "days of being late, added up"),
    "late_days_max": ("số ngày trễ hạn nhiều nhất", "most days of being late"),
}


@attrs.frozen
class Dossiers(EvidenceBuilder):
    """Counts dossiers of the one-stop service: received, settled early, on time or late, in process.

    in_time = early + on_time, which is what "đúng hạn" means in a rate; settled = in_time + late

    in_time_of_settled = 100 x in_time / settled, and so each rate whose name says its denominator

    Attributes:
        level: The level of the one-stop service that is counted; "" for all.
        period: The period of receipt that is counted: 2021, 2021-Q1 or 2021-03; "" for all.
        as_of: The day on which the data were taken, for what is overdue; "" where it is not known.
        dates: How texts write dates: `yyyy-mm-dd` or `dd/mm/yyyy`.
        allow: Kinds of fault whose rows are left out; gaps of counts that are taken as they stand.
        columns: For our columns the header that each has, where it is none that is known.
        statuses: Words of the column of statuses beside those known: settled, in_process, returned, withdrawn.
        channels: Words of the column of channels beside those known: online, direct, post.
        memory: The most memory that counting may take, such as 2GB; "" for what the machine has.

    Example:
        >>> Dossiers(period="2021").measures[5].name, Dossiers().measures[-1].name
        ('in_time', 'overdue_of_in_process')
    """

    purpose: ClassVar[Text] = Text((("vi", "hồ sơ một cửa"), ("en", "dossiers of the one-stop service")))

    level: str = ""
    period: str = attrs.field(default="")
    as_of: str = ""
    dates: DateForm = "yyyy-mm-dd"
    allow: tuple[str, ...] = attrs.field(default=())
    columns: dict[str, str] = attrs.field(factory=dict)
    statuses: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    channels: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    memory: str = ""

    @allow.validator
    def _allowed(self, _: object, allow: tuple[str, ...]) -> None:
        if unknown := [each for each in allow if each not in KINDS]:
            raise ValueError(f"allow: {', '.join(unknown)}; {', '.join(KINDS)}")

    @period.validator
    def _periods(self, _: object, period: str) -> None:
        if period and not self._length:
            raise ValueError(f"period: {period}; 2021, 2021-Q1, 2021-03")

    @property
    def _length(self) -> Period | None:
        return next((length for length, form in _PERIODS if form.fullmatch(self.period)), None)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The counts, then the rates."""
        counts = [
            Measure(name, Text(tuple(zip(("vi", "en"), _TITLES[name], strict=True))), adds=name != "late_days_max")
            for name in MEASURES
        ]
        rates = []
        for part, whole in RATES:
            vi = f"% {_TITLES[part][0]} trên {_TITLES[whole][0]}"
            en = f"% of {_TITLES[whole][1]}: {_TITLES[part][1]}"
            rates.append(Measure(f"{part}_of_{whole}", Text((("vi", vi), ("en", en))), share=(part, whole)))
        return (*counts, *rates)

    def build(self, files: Sequence[RawFile], units: Sequence[str] | None, /) -> Evidence | list[Problem]:
        """The figures of each unit, or all that is wrong with the files.

        Raises:
            MissingExtraError: The extra `dossiers` is not installed.
        """
        told_apart: tuple[tuple[By, str], ...] = (("level", self.level), ("period", self.period))
        by = [name for name, wanted in told_apart if wanted]
        register = None if units is None else Register(tuple(Unit(unit, unit) for unit in units))
        formats = {str(file.path): getattr(file, "declared", None) for file in files}
        try:
            counted = count_dossiers(
                [str(file.path) for file in files],
                units=register,
                by=by,
                period=self._length or "year",
                as_of=self.as_of or None,
                allow=self.allow,
                dates=self.dates,
                columns=self.columns or None,
                statuses=self.statuses or None,
                channels=self.channels or None,
                declared={path: each for path, each in formats.items() if isinstance(each, InputFormat)},
                memory=self.memory,
            )
        except (AssessmentError, UsageError) as error:
            return [self._in_a_cycle(each) for each in error.problems]
        return list(self._unmet(counted)) or self._evidence(counted)

    def _unmet(self, counted: DossierCounts) -> Iterator[Problem]:
        """A level or a period of which there is no dossier: it is misspelt, or this is another file."""
        for name, wanted in (("level", self.level), ("period", self.period)):
            known = dict.fromkeys(getattr(each, name) for each in counted)
            if wanted and folded(wanted) not in map(folded, known):
                said = {"found": wanted, "known": ", ".join(sorted(known)[:_MOST_NAMED]) or "-"}
                yield Problem("dossiers.none_of", path=name, arguments=said)

    def _in_a_cycle(self, problem: Problem) -> Problem:
        """The problem with the cure that fits where no command line is typed."""
        said, key = problem.arguments, problem.key.removeprefix("dossiers.")
        own: dict[str, Blank] = {}
        if key in KINDS:
            own = {"how": f"allow: [{key}]", "declared": _DECLARED.get(key, "")}
        elif key in ("doubled", "missing"):
            column = said.get("column") or str(said["columns"]).partition(",")[0]
            own = {"how": f"columns: {{{column}: ...}}"}
        elif key == "engine":
            own = {"how": "memory"}
        path = str(said["argument"]) if key == "usage.word" else key if key in ("memory", "as_of") else problem.path
        return attrs.evolve(problem, path=path, arguments={**said, **own})

    def _evidence(self, counted: DossierCounts) -> Evidence:
        found: dict[str, Values] = {}
        for each in counted:
            if self.level and folded(each.level) != folded(self.level):
                continue
            if self.period and each.period != self.period:
                continue
            found[each.unit] = added_values(found[each.unit], each.values) if each.unit in found else each.values
        tallies = {unit: UnitCounts.of((unit, "", "", ""), values) for unit, values in sorted(found.items())}
        figures: dict[str, list[Figure]] = {each.name: [] for each in self.measures}
        for each in tallies.values():
            for name in MEASURES:
                figures[name].append(each.counts.get(name))
            for name, rate in each.rates.items():
                figures[name].append(rate)
        left_out = [
            LeftOut(fault.kind, fault.count, Place(fault.rows[0].file, fault.rows[0].row) if fault.rows else None)
            for fault in counted.faults
        ]
        return Evidence(
            tuple(tallies),
            {name: tuple(column) for name, column in figures.items()},
            tuple(each.rows for each in tallies.values()),
            counted.files,
            tuple(left_out),
        )
