"""Which criteria of a later set are which of an earlier one, and which units became which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

import attrs

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Criterion
from cchc_index.cycles.mapping import MappedCode
from cchc_index.cycles.succession import Succession, Successions
from cchc_index.messages import phrase, stage_word
from cchc_index.problems.problem import Language, Problem
from cchc_index.values.text import folded

ALONE: Final = ("same", "renamed")  #: kinds of a unit that is the only one it was, and the only one that came of it


@attrs.frozen
class Remark:
    """Something to know when two years are compared.

    Attributes:
        kind: What it is about; a phrase of the catalogue says it.
        arguments: What fills its blanks.
    """

    kind: str
    arguments: Mapping[str, str] = attrs.field(factory=dict, hash=False)

    def text(self, language: Language) -> str:
        """The remark in a sentence."""
        said = self.arguments
        if self.kind == "stages":
            said = {side: stage_word(stage, language) for side, stage in said.items()}
        return phrase(f"years.remark_{self.kind}", language, **said)

    def to_dict(self) -> dict[str, str]:
        """The remark as texts."""
        return {"kind": self.kind, **self.arguments}


@attrs.frozen
class CriteriaPairs:
    """Which criteria of a later set are which of an earlier one.

    Attributes:
        before: The earlier set.
        after: The later set.
        codes: For codes of the later set those of the earlier one.
        new: Codes that only the later set has, or that cannot be taken for an earlier one.
        dropped: Codes of the earlier set that nothing in the later one is.
        remarks: Equal codes that are not taken for one criterion, and why.
    """

    before: CriteriaSet
    after: CriteriaSet
    codes: Mapping[str, str] = attrs.field(hash=False)
    new: tuple[str, ...]
    dropped: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def leaves(self) -> dict[str, str]:
        """Those pairs of which both are leaves."""
        one, other = self.after, self.before
        return {
            code: earlier
            for code, earlier in self.codes.items()
            if not one.node(code).parts and not other.node(earlier).parts
        }


def paired_criteria(
    before: CriteriaSet, after: CriteriaSet, mapping: Iterable[MappedCode]
) -> CriteriaPairs | list[Problem] | None:
    """The criteria of two sets in pairs, or what is wrong with the mapping.

    None where nothing says that the sets go together: they have different ids and no row of the mapping is about both.
    A row of the mapping decides. Without one, equal codes of sets with one id are one criterion where title and
    maximum are equal, and a remark otherwise.
    """
    rows = [row for row in mapping if row.is_between(before, after)]
    if before.id != after.id and not rows:
        return None
    codes: dict[str, str] = {}
    problems: list[Problem] = []
    settled_before, settled_after = {row.from_code for row in rows}, {row.to_code for row in rows}
    for row in rows:
        if row.kind not in ("same", "changed"):
            continue
        codes[row.to_code] = row.from_code
        one, other = before.node(row.from_code).criterion, after.node(row.to_code).criterion
        if row.kind == "same" and (difference := _difference(one, other)):
            arguments = {"code": row.from_code, "later": row.to_code, **difference}
            problems.append(Problem("mapping.not_same", row.place, arguments=arguments))
    if problems:
        return problems
    remarks: list[Remark] = []
    for node in after.nodes:
        code = node.criterion.code
        if code in settled_after or code in settled_before or code not in before.positions or before.id != after.id:
            continue
        if difference := _difference(before.node(code).criterion, node.criterion):
            remarks.append(Remark("code", {"code": code, "criteria": after.name, **difference}))
        else:
            codes[code] = code
    new = tuple(code for code in after.positions if code not in codes)
    kept = set(codes.values())
    dropped = tuple(code for code in before.positions if code not in kept)
    return CriteriaPairs(before, after, codes, new, dropped, tuple(remarks))


def _difference(before: Criterion, after: Criterion) -> dict[str, str]:
    """In what two criteria differ, title and maximum; {} where in neither."""
    said: dict[str, str] = {}
    if not _same_title(before, after):
        said = {"before": f"«{before.title.first}»", "after": f"«{after.title.first}»"}
    elif before.max_points != after.max_points:
        said = {"before": f"{before.max_points:f}", "after": f"{after.max_points:f}"}
    return said


def _same_title(before: Criterion, after: Criterion) -> bool:
    one, other = ({folded(text) for _, text in each.title.texts} for each in (before, after))
    return bool(one & other)


@attrs.frozen
class Relation:
    """A unit of the later year, with those of the earlier one that it was.

    Attributes:
        unit: Its identifier.
        kind: `same`, `renamed`, `merged` or `split`; `new` where it was nothing.
        before: The earlier units, each with the row that says so; None for one that has kept its identifier.
    """

    unit: str
    kind: str
    before: tuple[tuple[str, Succession | None], ...] = ()

    @property
    def weights(self) -> dict[str, Decimal] | None:
        """The part of each earlier unit in the merged one; None where the shares do not say it."""
        if self.kind != "merged":
            return None
        rows = dict(self.before)
        said = {unit: row.share for unit, row in rows.items() if row is not None and row.successor == self.unit}
        if any(share is None for share in said.values()) or len(said) < len(rows) - (self.unit in rows):
            return None
        found = {unit: share for unit, share in said.items() if share is not None}
        rest = 1 - sum(found.values(), Decimal(0))
        if self.unit in rows and rows[self.unit] is None:
            found[self.unit] = rest
        elif rest:
            return None
        return found


def related(before: Mapping[str, object], after: Iterable[str], successions: Successions) -> Iterator[Relation]:
    """For each later unit which earlier ones it was."""
    for unit in after:
        earlier = successions.predecessors(unit, before)
        if not earlier:
            yield Relation(unit, "new")
            continue
        rows = tuple((each, _row(each, unit, successions)) for each in earlier)
        kinds = {row.kind for _, row in rows if row is not None}
        if len(earlier) > 1:
            kind = "merged"
        elif not kinds:
            kind = "same"
        else:
            kind = next(each for each in ("split", "merged", "renamed") if each in kinds)
        yield Relation(unit, kind, rows)


def _row(former: str, unit: str, successions: Successions) -> Succession | None:
    """The row by which one unit became another, of a chain the first that is more than another name."""
    waiting: list[tuple[Succession, ...]] = [(row,) for row in successions.by_former.get(former, ())]
    while waiting:
        chain = waiting.pop(0)
        last = chain[-1]
        if last.successor == unit:
            return next((row for row in chain if row.kind != "renamed"), chain[0])
        if last.successor != last.former:
            waiting += [(*chain, row) for row in successions.by_former.get(last.successor, ())]
    return None
