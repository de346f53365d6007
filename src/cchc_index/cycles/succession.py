"""succession.csv: which unit became which, by renaming, merger, split or abolition, each with its decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Final, Literal, get_args

import attrs

from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.forms import Form
from cchc_index.reading.records import Record, records_of
from cchc_index.reading.tables import Table
from cchc_index.values.contexts import own_context
from cchc_index.values.text import folded

COLUMNS: Final = ("from", "to", "kind", "share", "date", "decision")
_OBLIGATORY: Final = ("from", "to", "kind", "date", "decision")
#: Vietnamese headers of the columns
WORDS: Final = {
    "đơn vị cũ": "from",
    "đơn vị mới": "to",
    "hình thức": "kind",
    "tỷ lệ": "share",
    "ngày": "date",
    "quyết định": "decision",
}
Kind = Literal["renamed", "merged", "split", "abolished"]
#: Vietnamese words for the kinds
KINDS: Final = {"đổi tên": "renamed", "sáp nhập": "merged", "chia tách": "split", "giải thể": "abolished"}
#: what is told of a unit that is not in the cycle, and may be a former one
_UNKNOWN: Final = frozenset({"unit.unknown", "unit.zeros", "row.unit"})


@attrs.frozen
class Succession:
    """One row: what became of a unit.

    Attributes:
        former: The unit that was.
        successor: The unit that is; "" for one that was abolished.
        kind: `renamed`, `merged`, `split` or `abolished`.
        share: Of a split the part of the former unit that went to this successor; of a merger the former unit's part
            in the new one. Shares of one split add up to exactly 1; those of one merger too, unless the new unit keeps
            the identifier of one of the old ones, whose part is then the rest. None where nobody says.
        date: When, as YYYY-MM-DD.
        decision: By which decision.
        place: Where it stands.
    """

    former: str
    successor: str
    kind: str
    share: Decimal | None = None
    date: str = ""
    decision: str = ""
    place: Place | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Successions:
    """All rows of a succession table.

    Attributes:
        rows: The rows.

    Example:
        >>> rows = (Succession("a", "c", "merged"), Succession("b", "c", "merged"), Succession("c", "d", "renamed"))
        >>> table = Successions(rows)
        >>> table.successors("a"), table.predecessors("d", {"a": 0, "b": 1}), table.is_former("d")
        (('d',), ('a', 'b'), False)
    """

    rows: tuple[Succession, ...] = ()

    @cached_property
    def by_former(self) -> Mapping[str, tuple[Succession, ...]]:
        """The rows of each former unit."""
        return _grouped((row.former, row) for row in self.rows)

    @cached_property
    def by_successor(self) -> Mapping[str, tuple[Succession, ...]]:
        """The rows of each successor."""
        return _grouped((row.successor, row) for row in self.rows if row.successor)

    def is_former(self, unit: str) -> bool:
        """Whether there is no such unit any more: one that splits and keeps its identifier still is."""
        rows = self.by_former.get(unit, ())
        return bool(rows) and all(row.successor != unit for row in rows)

    def successors(self, unit: str) -> tuple[str, ...]:
        """The units that a unit has become in the end; () for one that was abolished."""
        found: dict[str, None] = {}
        for row in self.by_former.get(unit, ()):
            if row.successor == unit or not self.is_former(row.successor):
                found |= {row.successor: None} if row.successor else {}
            else:
                found |= dict.fromkeys(self.successors(row.successor))
        return tuple(found)

    def predecessors(self, unit: str, known: Mapping[str, object]) -> tuple[str, ...]:
        """The units among those known that became this one, itself first where it was there already."""
        found: dict[str, None] = {unit: None} if unit in known else {}
        waiting, seen = [unit], {unit}
        while waiting:
            for row in self.by_successor.get(waiting.pop(0), ()):
                if row.former in seen:
                    continue
                seen.add(row.former)
                waiting.append(row.former)
                if row.former in known:
                    found[row.former] = None
        return tuple(found)

    def refused(self, problems: Iterable[Problem], units: Mapping[str, Place | None]) -> Iterator[Problem]:
        """The problems, where those of unknown units that are former ones name the successor as the cure.

        Args:
            problems: The problems.
            units: The cycle's own units, with where they stand: a former one among them is told as well.
        """
        for problem in problems:
            unit = problem.arguments.get("unit")
            is_ours = problem.key in _UNKNOWN and isinstance(unit, str) and self.is_former(unit)
            yield self.told(unit, problem.place) if is_ours and isinstance(unit, str) else problem
        for name, place in units.items():
            if self.is_former(name):
                yield self.told(name, place)

    def told(self, unit: str, place: Place | None) -> Problem:
        """That a row names a former unit, with its successor as the cure."""
        row, successors = self.by_former[unit][0], self.successors(unit)
        key = "abolished" if not successors else row.kind if row.kind != "abolished" else "renamed"
        names = ", ".join(f"'{each}'" for each in successors)
        arguments = {"unit": unit, "successors": names, "decision": row.decision, "date": row.date}
        return Problem(f"former.{key}", place, arguments=arguments)


def _grouped(pairs: Iterable[tuple[str, Succession]]) -> Mapping[str, tuple[Succession, ...]]:
    found: dict[str, list[Succession]] = {}
    for name, row in pairs:
        found.setdefault(name, []).append(row)
    return {name: tuple(rows) for name, rows in found.items()}


@own_context
def successions_of(table: Form | Table) -> tuple[Successions, list[Problem]]:
    """The rows of a succession table, and what is wrong with them."""
    found: list[tuple[Succession, Record]] = []
    problems: list[Problem] = []
    doubtful: set[str] = set()
    for record in records_of(table, COLUMNS, _OBLIGATORY, WORDS):
        if isinstance(record, Problem):
            problems.append(record)
            continue
        kind = KINDS.get(folded(record["kind"]), folded(record["kind"]))
        told = list(_faults(record, kind))
        problems += told
        doubtful |= {record["from"], record["to"]} if told else set()
        share = record.number("share") if record["share"] else None
        if not told:
            texts = (record["from"], record["to"], kind)
            row = Succession(*texts, share, record["date"], record["decision"], record.place())
            found.append((row, record))
    problems += _together(found, doubtful)
    successions = Successions(tuple(row for row, _ in found))
    return successions, problems or list(_into_former(successions, found))


def _into_former(successions: Successions, found: list[tuple[Succession, Record]]) -> Iterator[Problem]:
    """Rows whose new unit was there no more on their day; it may have become something later, by another row."""
    for row, record in found:
        ends = [each.date for each in successions.by_former.get(row.successor, ())]
        if row.successor != row.former and successions.is_former(row.successor) and max(ends) < row.date:
            yield successions.told(row.successor, record.place("to"))


def _faults(record: Record, kind: str) -> Iterator[Problem]:
    """What is wrong with a row by itself."""
    yield from record.lacking(("from", "kind", "date", "decision"))
    yield from record.undated(("date",))
    arguments = {"former": record["from"], "successor": record["to"], "value": record["share"]}
    if kind and kind not in get_args(Kind):
        known = {"kind": record["kind"], "known": ", ".join(f"{each} ({word})" for word, each in KINDS.items())}
        yield Problem("succession.kind", record.place("kind"), arguments=known)
        return
    if kind == "abolished":
        if record["to"]:
            yield Problem("succession.abolished", record.place("to"), arguments=arguments)
    elif kind and not record["to"]:
        yield Problem("succession.into_nothing", record.place("to"), arguments=arguments)
    elif record["from"] == record["to"] and record["from"] and kind != "split":
        yield Problem("succession.itself", record.place("to"), arguments=arguments)
    if record["share"]:
        share = record.number("share")
        if share is None or not 0 < share <= 1:
            yield Problem("succession.share", record.place("share"), arguments=arguments)
        elif kind in ("renamed", "abolished"):
            yield Problem("succession.no_share", record.place("share"), arguments=arguments)


def _together(found: list[tuple[Succession, Record]], doubtful: set[str]) -> Iterator[Problem]:
    """What is wrong with rows beside others; of units whose other rows are told of already nothing is missed."""
    first: dict[tuple[str, str], Record] = {}
    kept: list[tuple[Succession, Record]] = []
    for row, record in found:
        other = first.setdefault((row.former, row.successor), record)
        if other is not record:
            said: dict[str, str | Place] = {"former": row.former, "successor": row.successor or "-"}
            yield Problem("succession.twice", record.place(), arguments={**said, "first": other.place()})
        else:
            kept.append((row, record))
    of_former: dict[str, list[tuple[Succession, Record]]] = {}
    mergers: dict[str, list[tuple[Succession, Record]]] = {}
    renamed: dict[str, tuple[Succession, Record]] = {}
    for pair in kept:
        of_former.setdefault(pair[0].former, []).append(pair)
        if pair[0].kind == "merged":
            mergers.setdefault(pair[0].successor, []).append(pair)
        if pair[0].kind == "renamed" and (one := renamed.setdefault(pair[0].successor, pair)) is not pair:
            names: dict[str, str | Place] = {"former": pair[0].former, "successor": pair[0].successor}
            names |= {"other": one[0].former, "first": one[1].place()}
            yield Problem("succession.renamed_to_one", pair[1].place("to"), arguments=names)
    for rows in of_former.values():
        if {row.kind for row, _ in rows} == {"split"}:
            if rows[0][0].former not in doubtful:
                yield from _split_faults(rows)
        elif len(rows) > 1:
            (row, _), (other_row, record) = rows[:2]
            fate: dict[str, str | Place] = {"former": row.former, "kind": other_row.kind}
            first_place = rows[0][1].place()
            yield Problem("succession.two_fates", record.place("kind"), arguments={**fate, "first": first_place})
    for rows in (rows for successor, rows in mergers.items() if successor not in doubtful):
        yield from _share_faults(rows, rows[0][0].successor, whole=False)
    yield from _circles(kept)


def _split_faults(rows: list[tuple[Succession, Record]]) -> Iterator[Problem]:
    row, record = rows[0]
    if len(rows) == 1:
        arguments = {"former": row.former, "successor": row.successor}
        yield Problem("succession.into_one", record.place("to"), arguments=arguments)
        return
    yield from _share_faults(rows, row.former, whole=True)


def _share_faults(rows: list[tuple[Succession, Record]], unit: str, *, whole: bool) -> Iterator[Problem]:
    """Shares of which some are not said, or that make too much or too little."""
    lacking = [record for row, record in rows if row.share is None]
    if len(lacking) == len(rows):
        return
    if lacking:
        yield Problem("succession.share_lacks", lacking[0].place("share"), arguments={"unit": unit})
        return
    total = sum((row.share or Decimal(0) for row, _ in rows), Decimal(0))
    if total > 1 or (whole and total != 1):
        key = "succession.split_shares" if whole else "succession.merged_shares"
        yield Problem(key, rows[-1][1].place("share"), arguments={"unit": unit, "total": f"{total:f}"})


def _circles(kept: list[tuple[Succession, Record]]) -> Iterator[Problem]:
    """Units that in the end become themselves."""
    onward: dict[str, list[str]] = {}
    for row, _ in kept:
        if row.successor and row.successor != row.former:
            onward.setdefault(row.former, []).append(row.successor)
    done: set[str] = set()
    for row, record in kept:
        path, stack = [row.former], [iter(onward.get(row.former, ()))]
        while stack and row.former not in done:
            nxt = next(stack[-1], None)
            if nxt is None:
                done.add(path.pop())
                stack.pop()
            elif nxt in path:
                circle = [*path[path.index(nxt) :], nxt]
                yield Problem("succession.circle", record.place(), arguments={"units": " → ".join(circle)})
                done |= set(path)
                break
            elif nxt not in done:
                path.append(nxt)
                stack.append(iter(onward.get(nxt, ())))
