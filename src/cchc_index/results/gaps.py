"""What is missing, and whose gaps keep others from being compared. Columns are looked at; only gaps become objects."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import attrs
import numpy as np

from cchc_index.assessment.assessment import Assessment, blocks_of
from cchc_index.assessment.awaited import awaited_rows
from cchc_index.criteria.tree import Node
from cchc_index.values.statuses import MISSING
from cchc_index.values.units import Unit

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray


@attrs.frozen(eq=False)
class Wait:
    """Why some units cannot be compared with others yet.

    Attributes:
        rows: The rows of the units.
        unit: The first unit whose value is missing; None where no ranked unit is there to compare with.
        code: The leaf that it is missing for.
        others: How many values are missing beside that one.
    """

    rows: npt.NDArray[np.intp]
    unit: Unit | None = None
    code: str = ""
    others: int = 0


@attrs.frozen(eq=False)
class Gaps:
    """What an assessment lacks.

    Attributes:
        assessment: The assessment.
    """

    assessment: Assessment = attrs.field(repr=False)

    @cached_property
    def rows(self) -> Mapping[str, npt.NDArray[np.intp]]:
        """For each leaf's code the rows of the units that report nothing, or not all that is asked of them by now."""
        assessment, found = self.assessment, {}
        awaited = awaited_rows(assessment.criteria, assessment.awaiting, 0)
        for code, answers in self.assessment.answers.items():
            missing = (answers.status == MISSING) & (code not in awaited)
            found[code] = np.flatnonzero(missing if answers.waiting is None else missing & ~answers.waiting)
        return found

    def waits(self, leaf: Node) -> tuple[Wait, ...]:
        """The units whose own value is there and that a relative rule cannot compare, by what they wait for.

        Of the units that are compared with each other, ranked ones without a value are at fault; where each has one,
        those that are incomplete for another leaf, since only complete units count.
        """
        code = leaf.criterion.code
        waiting = self.assessment.answers[code].waiting
        if waiting is None:
            return ()
        ranked = np.array(self.assessment.register.ranked, dtype=np.bool_)
        blocks = blocks_of(leaf, self.assessment.register)
        found = []
        for block in np.unique(blocks[waiting]).tolist():
            inside = blocks == block
            causes = self._causes({code: self.rows[code]}, inside & ranked)
            causes = causes or self._causes(self.rows, inside & ranked & waiting)
            found.append(self._wait(np.flatnonzero(waiting & inside), causes))
        return tuple(found)

    def _causes(self, rows: Mapping[str, npt.NDArray[np.intp]], among: BoolArray) -> dict[str, npt.NDArray[np.intp]]:
        within = {code: each[among[each]] for code, each in rows.items() if len(each)}
        return {code: each for code, each in within.items() if len(each)}

    def _wait(self, rows: npt.NDArray[np.intp], causes: Mapping[str, npt.NDArray[np.intp]]) -> Wait:
        for code, each in causes.items():
            others = sum(map(len, causes.values())) - 1
            units = (self.assessment.register.units[row] for row in each.tolist())
            return Wait(rows, min(units, key=lambda unit: unit.id), code, others)  # whatever order the register has
        return Wait(rows)

    def blank(self, row: int, leaf: Node) -> tuple[tuple[tuple[str, ...], ...], bool]:
        """The columns that a unit left blank for a leaf, for each way to report it, and whether it left all blank.

        Of several ways only those that were begun, where the place of what was reported says which those are.
        """
        code = leaf.criterion.code
        places = self.assessment.places(self.assessment.register.units[row].id, code)
        headers = {place.header for place in places}
        reads = leaf.criterion.rule.rule.reads if leaf.criterion.rule else ()
        alone = len(reads) == 1 and len(reads[0]) == 1
        ways: list[tuple[str, ...]] = []
        begun: list[tuple[str, ...]] = []
        for group in reads:
            names = [code if alone else f"{code}.{field.name}" for field in group]
            blank = tuple(name for name in names if name not in headers)
            (ways if len(blank) == len(names) else begun).append(blank)
        return tuple(begun or ways), not places
