"""What earlier answers earn by a later set, leaf by leaf, where the later set can read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.assessment.answers import Answers
from cchc_index.assessment.applicability import Absent
from cchc_index.assessment.assessment import Assessment, settle_relative
from cchc_index.assessment.carrying import Carrier
from cchc_index.assessment.demands import register_problems
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.cycles.pairing import CriteriaPairs
from cchc_index.scoring.aggregation import LeafPoints
from cchc_index.scoring.leaves import score_leaf
from cchc_index.values.statuses import GIVEN, MISSING, NOT_APPLICABLE

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray

#: what a set asks of the register for ranks and classes alone, and not for points
_NO_POINTS: Final = ("unit.no_rank_column", "unit.no_bands")


@attrs.frozen(eq=False)
class Carried:
    """Earlier answers scored by a later set.

    Attributes:
        points: For positions of the later set's leaves the points that the earlier answers earn, for all earlier units.
        unknown: For the same positions the units whose answers the later set cannot read: they count as not applicable.
        lacking: The columns that the earlier register lacks, for whose sake nothing could be scored; "" for none.
    """

    points: Mapping[int, LeafPoints]
    unknown: Mapping[int, BoolArray]
    lacking: str = ""


def carried_points(assessment: Assessment, pairs: CriteriaPairs) -> Carried:
    """Score earlier answers by the later set of some pairs: old values under new rules.

    A leaf that the earlier set does not have is unknown, and so are answers with other fields, values that the later
    rule does not take, and points that were given, decided or adjusted where the rule or the maximum is another.
    """
    after, size = pairs.after, len(assessment.register)
    told = register_problems(after, assessment.register, "")
    if lacking := [each for each in told if each.key not in _NO_POINTS]:
        nothing = LeafPoints(np.zeros(size, dtype=np.int64), np.full(size, NOT_APPLICABLE, dtype=np.int8))
        every = {leaf.position: np.ones(size, dtype=np.bool_) for leaf in after.leaves}
        columns = ", ".join(dict.fromkeys(str(each.arguments.get("column", "-")) for each in lacking))
        return Carried(dict.fromkeys(every, nothing), every, columns)
    names = pairs.leaves
    absent = assessment.absent if pairs.before.sha256 == after.sha256 else ()
    carrier = Carrier(pairs.before, after, assessment.register, assessment.stage, absent, names=names)
    answers = carrier.carried(assessment.answers, ())
    unknown = _unknown(assessment, pairs, carrier, answers)
    made = _settled(assessment, after, {code: _without(each, unknown[code]) for code, each in answers.items()}, absent)
    refused = {place[1]: np.zeros(size, dtype=np.bool_) for _, place in made.refusals()}
    for _, (row, code, _field) in made.refusals():
        refused[code][row] = True
    late = {code: (each.status == MISSING) | refused.get(code, False) for code, each in made.answers.items()}
    if any(mask.any() for mask in late.values()):
        unknown = {code: mask | late[code] for code, mask in unknown.items()}
        whole = {code: _without(answers[code], mask) for code, mask in unknown.items()}
        made = _settled(assessment, after, whole, absent)
    points = {leaf.position: score_leaf(leaf, made) for leaf in after.leaves}
    return Carried(points, {after.positions[code]: mask for code, mask in unknown.items()})


def _settled(
    assessment: Assessment, after: CriteriaSet, answers: Mapping[str, Answers], absent: tuple[Absent, ...]
) -> Assessment:
    """The earlier assessment with answers for the later set."""
    settled, counting = settle_relative(after, assessment.register, answers)
    return attrs.evolve(
        assessment,
        criteria=after,
        answers=settled,
        counting=counting,
        absent=absent,
        declared=(),
        remarks={},
        computed=(),
        overturned=(),
        carried={},
        edited={},
        adjustments=(),
        overtaken=(),
        sources=None,
    )


def _unknown(
    assessment: Assessment, pairs: CriteriaPairs, carrier: Carrier, answers: Mapping[str, Answers]
) -> dict[str, BoolArray]:
    """For each leaf of the later set the units whose earlier answers it cannot read."""
    size = len(assessment.register)
    found = {code: each.status == MISSING for code, each in answers.items()}
    for problem, (row, code, _field) in carrier.told:
        if problem.key != "adjustment.other_leaf":  # of which the units are known
            found[code][slice(None) if row < 0 else row] = True
    names = pairs.leaves
    for leaf in pairs.after.leaves:
        code = leaf.criterion.code
        if code not in names:
            found[code] = np.ones(size, dtype=np.bool_)
            continue
        old, given = pairs.before.node(names[code]).criterion, assessment.answers[names[code]]
        places = pairs.before.rounding.points != pairs.after.rounding.points
        if places or old.max_points != leaf.criterion.max_points or old.rule != leaf.criterion.rule:
            found[code] |= given.status == GIVEN
            if given.decided is not None:
                found[code] |= given.decided
            if given.fixed is not None and given.added is not None:
                found[code] |= (given.fixed >= 0) | (given.added != 0)
    return found


def _without(answers: Answers, rows: BoolArray) -> Answers:
    """The answers, where some units are said not to apply."""
    if not rows.any():
        return answers
    status = np.where(rows, np.int8(NOT_APPLICABLE), answers.status)
    decided = None if answers.decided is None else answers.decided & ~rows
    fixed, added = answers.fixed, answers.added
    if fixed is not None and added is not None:
        fixed, added = np.where(rows, np.int64(-1), fixed), np.where(rows, np.int64(0), added)
    return attrs.evolve(answers, status=status, waiting=None, decided=decided, fixed=fixed, added=added)
