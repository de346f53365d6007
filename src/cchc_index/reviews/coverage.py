"""Evidence and explanations: what stands beside the points that units report, and what does not."""

from __future__ import annotations

from collections.abc import Container, Iterator

import attrs
import numpy as np

from cchc_index.results.last_year import is_followed
from cchc_index.results.result import IndexResult
from cchc_index.values.exact import to_integer
from cchc_index.values.statuses import GIVEN


@attrs.frozen
class Covered:
    """How much of what a unit reports, or of what is reported for a criterion, has something beside it.

    Attributes:
        unit: The unit; "" of a criterion.
        code: The criterion; "" of a unit.
        reported: How many answers have points above zero: those that evidence is wanted for.
        with_evidence: How many of these name some.
        lost: How many answers have less than the maximum: those that an explanation is wanted for.
        explained: How many of these have one: a note of the unit's, or an explanation or objection of its.
    """

    unit: str
    code: str
    reported: int
    with_evidence: int
    lost: int
    explained: int


@attrs.frozen
class Bare:
    """One answer that lacks something.

    Attributes:
        unit: The unit.
        code: The criterion.
        lacks: `evidence` for points, or an `explanation` for points that are lost.
    """

    unit: str
    code: str
    lacks: str


@attrs.frozen(eq=False)
class Coverage:
    """What stands beside the answers of one result.

    Attributes:
        result: The result of the stage at which units report.
        spoken: Units and codes of which a unit explained or objected to something by a row of its own.
    """

    result: IndexResult = attrs.field(repr=False)
    spoken: Container[tuple[str, str]] = ()

    def answers(self) -> Iterator[tuple[str, str, bool, bool, bool, bool]]:
        """Each answer: unit, code, whether it has points, and evidence, whether it lost some, and says why."""
        result = self.result
        sums, remarks, places = result.outcome.sums, result.assessment.remarks, result.criteria.rounding.points
        for leaf in result.criteria.leaves:
            at, code = leaf.position, leaf.criterion.code
            if not leaf.criterion.max_points or is_followed(result.assessment, leaf):  # of which nobody said anything
                continue
            most = to_integer(leaf.criterion.max_points, places)
            points = np.asarray(sums.points[at])
            gained, lost = points > 0, (points > 0) if leaf.block == "penalty" else (points < most)
            lost = lost if leaf.block != "bonus" else np.zeros(len(points), dtype=np.bool_)
            for row in np.flatnonzero(sums.status[at] <= GIVEN).tolist():
                unit = result.register.units[row].id
                remark = remarks.get((unit, code))
                says = bool(remark and remark.note) or (unit, code) in self.spoken
                gains = bool(gained[row]) and leaf.block != "penalty"
                yield unit, code, gains, bool(remark and remark.evidence), bool(lost[row]), says

    def counted(self) -> tuple[tuple[Covered, ...], tuple[Covered, ...], tuple[Bare, ...]]:
        """By unit, by criterion, and each answer that lacks something; units and criteria in order."""
        units: dict[str, list[int]] = {}
        codes: dict[str, list[int]] = {}
        bare: list[Bare] = []
        for unit, code, gains, shown, lost, says in self.answers():
            for counts in (units.setdefault(unit, [0] * 4), codes.setdefault(code, [0] * 4)):
                counts[0] += gains
                counts[1] += gains and shown
                counts[2] += lost
                counts[3] += lost and says
            bare += [Bare(unit, code, "evidence")] if gains and not shown else []
            bare += [Bare(unit, code, "explanation")] if lost and not says else []
        order = self.result.criteria.positions
        return (
            tuple(Covered(unit, "", *units[unit]) for unit in sorted(units)),
            tuple(Covered("", code, *codes[code]) for code in sorted(codes, key=order.__getitem__)),
            tuple(sorted(bare, key=lambda each: (each.unit, order[each.code], each.lacks))),
        )
