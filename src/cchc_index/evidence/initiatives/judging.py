"""A contest of initiatives: judges' points combined exactly, places told apart as declared, prizes given."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Final, Literal

import attrs

from cchc_index.assessment.panel import combined, kept
from cchc_index.builders.contract import CountedFile, RawFile, RawRow
from cchc_index.evidence.faulty_rows import ROW_KINDS, FaultyRows, Spelt, doubled, read_rows, row_faults
from cchc_index.evidence.initiatives.prizes import AtLimit, Prize, prizes_won
from cchc_index.evidence.initiatives.register import COLUMNS, STATUSES, WORDS
from cchc_index.evidence.initiatives.standings import ContestResult, Judged, Mark, Why
from cchc_index.evidence.raw import TableFile
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Problem
from cchc_index.values.contexts import own_context
from cchc_index.values.text import folded

TieBreak = Literal["mean_of_all", "median_of_all", "highest", "lowest"]
Points = Sequence[Fraction]

#: everything that may be wrong with a row, by the word that allows it
KINDS: Final = (
    *ROW_KINDS,
    *("unknown_status", "unknown_initiative", "no_judge", "no_judge_unit", "judge_units", "no_points", "off_scale"),
    *("marked_twice", "own_unit", "unmarked"),
)
_COLUMNS: Final = ("initiative", "judge", "judge_unit", "points", "note")
_WORDS: Final = {
    "mã sáng kiến": "initiative",
    "giám khảo": "judge",
    "đơn vị của giám khảo": "judge_unit",
    "đơn vị giám khảo": "judge_unit",
}
_TIE_BREAKS: Final[Mapping[TieBreak, Callable[[Points], Fraction]]] = {
    "mean_of_all": lambda points: sum(points, Fraction(0)) / len(points),
    "median_of_all": lambda points: combined(points, "median") or Fraction(0),
    "highest": max,
    "lowest": min,
}


@attrs.frozen
class Contest:
    """The terms of a contest.

    Attributes:
        highest: The most points that a judge can give.
        lowest: The fewest.
        drop: How many of the highest points of an initiative, and of the lowest, are left out.
        tie_breaks: What tells equal means apart, the first first: `mean_of_all` and `median_of_all` of the points
            before any are dropped, the `highest` or the `lowest` of them; more is better.
        ties: What becomes of initiatives that are equal after that: refused, or they share a place.
        prizes: The classes of prizes, the highest first.
        at_limit: What becomes of equal ones that do not all fit in a class: refused, or all get the class below.
    """

    highest: Decimal
    lowest: Decimal = Decimal(0)
    drop: int = 0
    tie_breaks: tuple[TieBreak, ...] = ()
    ties: Literal["refuse", "shared"] = "refuse"
    prizes: tuple[Prize, ...] = ()
    at_limit: AtLimit = "refuse"

    def __attrs_post_init__(self) -> None:
        """Refuse terms that cannot be.

        Raises:
            ValueError: The scale is empty, or a number is negative.
        """
        if self.highest <= self.lowest or self.drop < 0 or any(each.most < 0 for each in self.prizes):
            raise ValueError("highest lies above lowest, and neither drop nor a limit of prizes is negative")
        if unknown := [each for each in self.tie_breaks if each not in _TIE_BREAKS]:
            raise ValueError(f"tie_breaks are {', '.join(_TIE_BREAKS)}, not {', '.join(unknown)}")


@own_context
def judge_contest(
    contest: Contest,
    initiatives: Sequence[RawFile | str | Path],
    marks: Sequence[RawFile | str | Path],
    *,
    units: Sequence[str] | None = None,
    allow: Sequence[str] = (),
) -> ContestResult:
    r"""What comes of a contest.

    mean = the sum of the points that count / how many count

    The register of initiatives is that of the builder `initiatives`; those whose `status` is no further than submitted
    do not take part. Points come in a table of `initiative`, `judge`, `judge_unit`, `points`, one row for each judge
    and initiative. Each judge scores each initiative, those of the judge's own unit excepted.

    Args:
        contest: Its terms.
        initiatives: The files of the register, or their paths.
        marks: Those of what the judges give.
        units: The units that the register of units knows; None where any may be named.
        allow: The kinds of fault that may be there; their rows are left out and listed.

    Raises:
        AssessmentError: The tables have faults that are not allowed; or equal ones that nothing declared tells apart.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> register = "id,unit,status\nSK1,so-a,eligible\nSK2,so-b,eligible\n"
        >>> points = [("SK1", 9, 7, 8), ("SK2", 6, 9, 5)]
        >>> rows = [f"{each},J{n},hội đồng,{given}" for each, *all in points for n, given in enumerate(all)]
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     files = [Path(folder) / "initiatives.csv", Path(folder) / "marks.csv"]
        ...     for path, text in zip(files, (register, "\n".join(["initiative,judge,judge_unit,points", *rows]))):
        ...         _ = path.write_text(text, encoding="utf-8")
        ...     found = judge_contest(
        ...         Contest(Decimal(10), drop=1, prizes=(Prize("I", 1),)),
        ...         files[:1], files[1:])
        >>> [(each.initiative, str(each.score), each.prize) for each in found]
        [('SK1', '8', 'I'), ('SK2', '6', '')]
    """
    faulty = FaultyRows(KINDS, allow, units)
    entered, first = _entered(_files(initiatives), faulty)
    given, said, second = _given(contest, _files(marks), entered, faulty)
    _check_complete(given, said, entered, faulty)
    if faulty.problems:
        raise AssessmentError(faulty.problems)
    found = {each: _counted(given.get(each, []), contest) for each in entered}
    if problems := [
        Problem("evidence.few_marks", entered[each].place("id"), arguments={"value": each, "drop": str(contest.drop)})
        for each, marked in found.items()
        if not any(not mark.left_out for mark in marked)
    ]:
        raise AssessmentError(problems)
    judged = _placed(found, entered, contest)
    return ContestResult(judged, (*first, *second), faulty.left_out)


def _files(named: Sequence[RawFile | str | Path]) -> list[RawFile]:
    return [TableFile.of(each) if isinstance(each, str | Path) else each for each in named]


def _entered(files: Sequence[RawFile], faulty: FaultyRows) -> tuple[dict[str, RawRow], tuple[CountedFile, ...]]:
    """The initiatives that take part, each with its row in the register."""
    rows, counted = read_rows(files, COLUMNS, ("id", "unit", "status"), WORDS, faulty)
    statuses = Spelt(STATUSES, {})
    twice = doubled(rows, lambda row: (row["id"],), "id", faulty)
    entered = {}
    for row in rows:
        is_faulty = row_faults(row, faulty)
        status = statuses.meaning(row["status"])
        if not status:
            faulty.add("unknown_status", row.place("status"), row["status"])
        elif not is_faulty and row not in twice and status != "submitted":
            entered[row["id"]] = row
    return entered, counted


def _given(
    contest: Contest, files: Sequence[RawFile], entered: Mapping[str, RawRow], faulty: FaultyRows
) -> tuple[dict[str, list[Mark]], set[tuple[str, str]], tuple[CountedFile, ...]]:
    """What judges give each initiative, those for the judge's own unit marked as left out; and whom rows name."""
    rows, counted = read_rows(files, _COLUMNS, ("initiative", "judge", "judge_unit", "points"), _WORDS, faulty)
    twice = doubled(
        [row for row in rows if row["judge"]],
        lambda row: (row["initiative"], row["judge"]),
        "initiative",
        faulty,
        kind="marked_twice",
    )
    of_judge: dict[str, set[str]] = {}
    for row in rows:
        if row["judge_unit"]:
            of_judge.setdefault(row["judge"], set()).add(folded(row["judge_unit"]))
    given: dict[str, list[Mark]] = {}
    for row in rows:
        is_faulty = row in twice
        for kind, column, wrong in (
            ("unknown_initiative", "initiative", row["initiative"] not in entered),
            ("no_judge", "judge", not row["judge"]),
            ("no_judge_unit", "judge_unit", not row["judge_unit"]),
            ("judge_units", "judge_unit", bool(row["judge"]) and len(of_judge.get(row["judge"], ())) > 1),
        ):
            if wrong:
                faulty.add(kind, row.place(column), row[column])
                is_faulty = True
        points = row.number("points")
        if points is None or not contest.lowest <= points <= contest.highest:
            faulty.add("no_points" if points is None else "off_scale", row.place("points"), row["points"])
        elif not is_faulty:
            is_own = folded(row["judge_unit"]) == folded(entered[row["initiative"]]["unit"])
            if is_own:
                faulty.add("own_unit", row.place("judge_unit"), f"{row['judge']}, {row['initiative']}")
            mark = Mark(row["judge"], row["judge_unit"], points, "own_unit" if is_own else "")
            given.setdefault(row["initiative"], []).append(mark)
    return given, {(row["initiative"], row["judge"]) for row in rows}, counted


def _check_complete(
    given: Mapping[str, list[Mark]],
    said: Collection[tuple[str, str]],
    entered: Mapping[str, RawRow],
    faulty: FaultyRows,
) -> None:
    """Each judge scores each initiative that is not of the judge's own unit."""
    judges = {mark.judge: folded(mark.unit) for marks in given.values() for mark in marks}
    for initiative, row in entered.items():
        for judge in sorted(judges):
            if (initiative, judge) not in said and judges[judge] != folded(row["unit"]):
                faulty.add("unmarked", row.place("id"), f"{judge}, {initiative}")


def _counted(marks: Sequence[Mark], contest: Contest) -> tuple[Mark, ...]:
    """The marks by the judges' names, those that are dropped among them marked so; none where no points are left."""
    ordered = sorted(marks, key=lambda mark: mark.judge)
    counting = [mark for mark in ordered if not mark.left_out]
    points = [Fraction(mark.points) for mark in counting]
    if len(points) <= 2 * contest.drop:
        return ()
    stays = kept(points, contest.drop)
    out = [at for at in sorted(range(len(points)), key=lambda at: points[at]) if not stays[at]]
    why: dict[str, Why] = {
        counting[at].judge: "lowest" if number < contest.drop else "highest" for number, at in enumerate(out)
    }
    return tuple(attrs.evolve(mark, left_out=mark.left_out or why.get(mark.judge, "")) for mark in ordered)


def _placed(
    found: Mapping[str, tuple[Mark, ...]], entered: Mapping[str, RawRow], contest: Contest
) -> tuple[Judged, ...]:
    """The initiatives by place, with their prizes.

    Raises:
        AssessmentError: Some are equal, and nothing declared tells them apart.
    """
    keys: dict[str, tuple[Fraction, ...]] = {}
    for initiative, marks in found.items():
        every = [Fraction(mark.points) for mark in marks if mark.left_out != "own_unit"]
        counting = [Fraction(mark.points) for mark in marks if not mark.left_out]
        breaks = [_TIE_BREAKS[each](every) for each in contest.tie_breaks]
        keys[initiative] = (sum(counting, Fraction(0)) / len(counting), *breaks)
    order = sorted(keys, key=lambda each: (tuple(-part for part in keys[each]), each))
    places = [1 + sum(keys[other] > keys[each] for other in order) for each in order]
    equals = [list(same) for _, same in groupby(order, key=lambda each: keys[each])]
    if contest.ties == "refuse" and (tied := [same for same in equals if len(same) > 1]):
        said = {"value": "; ".join(" = ".join(same) for same in tied), "known": ", ".join(_TIE_BREAKS)}
        raise AssessmentError(Problem("evidence.tied", entered[tied[0][0]].place("id"), arguments=said))
    means = [keys[each][0] for each in order]
    prizes = prizes_won(means, places, contest.prizes, contest.at_limit)
    if isinstance(prizes, Problem):
        raise AssessmentError(prizes)
    return tuple(
        Judged(each, entered[each]["unit"], keys[each][0], place, found[each], _told_apart(each, keys, contest), prize)
        for each, place, prize in zip(order, places, prizes, strict=True)
    )


def _told_apart(initiative: str, keys: Mapping[str, tuple[Fraction, ...]], contest: Contest) -> str:
    """The last tie-break that an initiative needed: the first by which none of its equals before is its equal still."""
    own = keys[initiative]
    needed = ""
    equals = [other for name, other in keys.items() if name != initiative and other[0] == own[0]]
    for number, name in enumerate(contest.tie_breaks, 1):
        before, equals = equals, [other for other in equals if other[number] == own[number]]
        if len(equals) < len(before):
            needed = name
    return needed
