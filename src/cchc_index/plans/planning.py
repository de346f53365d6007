"""What would lift a unit to the next band: the smallest sets of improvements, each checked by scoring anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs
import numpy as np

from cchc_index.bands.contract import Band, Classifier
from cchc_index.bands.thresholds import ThresholdClassifier, Thresholds
from cchc_index.plans.goals import Goal, least_that, standing_with
from cchc_index.plans.levers import Lever, levers_of
from cchc_index.plans.reaching import Reach, reach_of
from cchc_index.plans.rescoring import rescored
from cchc_index.plans.searching import Fewest, Move, Search
from cchc_index.problems.errors import CchcError, PluginError, UnknownNameError, UsageError
from cchc_index.problems.problem import Language, Problem
from cchc_index.problems.wanted import want, want_one_of
from cchc_index.registry.guarded import unguarded_classifier
from cchc_index.results.figures import Figures
from cchc_index.results.last_year import is_followed
from cchc_index.results.reasons import band_reason
from cchc_index.results.result import IndexResult, Scorecard
from cchc_index.rules.columns import Method
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import to_decimal
from cchc_index.values.text import folded

if TYPE_CHECKING:
    from cchc_index.cycles.cycle_result import CycleResult

State = Literal["reachable", "more", "never", "top", "there", "incomplete", "nothing", "no_bands"]
SHOWN: Final = 5  #: sets that are shown
_TRIED: Final = 40  #: sets that are scored anew before it is said that none of them does


@attrs.frozen
class Improvement:
    """One leaf of a plan.

    Attributes:
        code: Its code.
        title: Its title in the language first named.
        points: The points that it has.
        target: The points that it needs.
        max_points: Its maximum.
        method: How it is assessed: what is `survey` or `outside` the unit cannot change by itself at once.
        reach: What must be reported; None where the rule cannot say.
        assumed: Whether it is only assumed that the rule can give such points, since a plugin's rule does not say.
        relative: Whether its points depend on other units, which are taken to stay as they are.
        decided: Whether a council set its points, so that it takes another decision.
        penalty: Whether fewer points are better, since they are taken away.
    """

    code: str
    title: str
    points: Decimal
    target: Decimal
    max_points: Decimal
    method: Method
    reach: Reach | None = None
    assumed: bool = False
    relative: bool = False
    decided: bool = False
    penalty: bool = False

    @property
    def gain(self) -> Decimal:
        """How many points better it gets."""
        return abs(self.target - self.points)

    def to_dict(self) -> dict[str, Any]:
        """The improvement as plain values, numbers as text."""
        reach = self.reach
        said: dict[str, Any] | None = None
        if reach is not None:
            said = {"field": reach.field.name, "bound": reach.bound, "value": _text(reach.value)}
            said |= {name: _text(getattr(reach, name)) for name in ("before", "planned", "done")}
        figures = {name: f"{getattr(self, name):f}" for name in ("points", "target", "gain", "max_points")}
        flags = {name: getattr(self, name) for name in ("method", "assumed", "relative", "decided", "penalty")}
        return {"code": self.code, "title": self.title, **figures, **flags, "report": said}


@attrs.frozen
class Way:
    """One set of improvements, with what scoring made of it.

    Attributes:
        improvements: The leaves that improve.
        points: The unit's points then.
        max_points: Its attainable points then.
        index: Its index then.
        rank: Its rank then, others as they are.
        band: Its band then.
        moved: The other units whose points or band change with it.
        reason: In both languages why the unit is in that band.
    """

    improvements: tuple[Improvement, ...]
    points: Decimal
    max_points: Decimal
    index: Decimal
    rank: int | None
    band: Band
    moved: tuple[str, ...] = ()
    reason: Mapping[Language, str] = attrs.field(factory=dict, hash=False)

    @property
    def gain(self) -> Decimal:
        """How many points the leaves gain together."""
        return sum((each.gain for each in self.improvements), Decimal(0))

    def to_dict(self) -> dict[str, Any]:
        """The set as plain values, numbers as text."""
        figures = {name: f"{getattr(self, name):f}" for name in ("points", "max_points", "index")}
        improvements = [each.to_dict() for each in self.improvements]
        result = {**figures, "rank": self.rank, "band": self.band.label.first}
        return {
            "criteria": len(improvements),
            "gain": f"{self.gain:f}",
            "improvements": improvements,
            "result": result,
            "moved": list(self.moved),
        }


@attrs.frozen
class Short:
    """How far a unit is from a band.

    Attributes:
        on: What is measured: `index` or `points`.
        compare: Whether the `published` or the `exact` index is compared.
        now: The figure it has, as it is compared.
        cut_off: The band's cut-off; None where it has none.
        above: Whether the figure must lie above that.
        gain: The fewest points of the total that are wanting for the cut-off; None where it has none, or is reached.
        lacking: In both languages what it lacks of the band's needs.
    """

    on: str
    compare: str
    now: Fraction
    cut_off: Decimal | None
    above: bool
    gain: Decimal | None
    lacking: Mapping[Language, str] = attrs.field(factory=dict, hash=False)


@attrs.frozen
class Plan:
    """What would lift a unit to a better band (phương án nâng hạng).

    Attributes:
        card: The unit's scorecard.
        state: `reachable`; `more` where more improvements are needed than were asked for; `never` where no improvements
            of all criteria together are enough; `top` and `there` where the unit is in the best band, or in one that is
            as good as the one asked for; `incomplete`, `nothing` and `no_bands` where it has none, or the set has none.
        fewest: Whether sets of the fewest `criteria` or of the fewest `points` come first.
        most: Of how many improvements sets were looked for.
        band: The band that is aimed at; None where there is none.
        ways: The smallest sets, best first.
        exact: Whether it is certain that there are no smaller ones.
        short: How far the unit is from the band; None where nothing is aimed at.
        gain: The most points that the leaves could gain together.
        best: What all improvements together would give, scored anew; None where it could not be scored.
        larger: Where more improvements are needed, a set that is enough: the leaves that gain most.
        relative: Codes of the leaves whose points depend on other units.
        moves: Whether the band itself depends on other units, as under a quota.
        follows: Codes of the leaves that compare this year's figures with last year's, which move with the others.
    """

    card: Figures
    state: State
    fewest: Literal["criteria", "points"]
    most: int
    band: Band | None = None
    ways: tuple[Way, ...] = ()
    exact: bool = True
    short: Short | None = None
    gain: Decimal = Decimal(0)
    best: Way | None = None
    larger: Way | None = None
    relative: tuple[str, ...] = ()
    moves: bool = False
    follows: tuple[str, ...] = ()

    @own_context
    def to_dict(self) -> dict[str, Any]:
        """The plan as plain values, numbers as text."""
        card, short = self.card, self.short
        figures = {name: getattr(card, name) for name in ("points", "max_points", "index")}
        missing: dict[str, Any] | None = None
        if short is not None:
            missing = {"on": short.on, "compare": short.compare, "now": str(short.now), "above": short.above}
            missing |= {name: _text(getattr(short, name)) for name in ("cut_off", "gain")}
            missing["lacking"] = dict(short.lacking)
        return {
            "schema": "cchc-index/plan/1",
            "criteria": dict(card.criteria.plain()),
            "data": card.assessment.data,
            "stage": card.assessment.stage,
            "unit": card.unit.id,
            "name": card.unit.name,
            "group": card.group,
            **{name: _text(figure) for name, figure in figures.items()},
            "rank": card.rank,
            "band": None if card.band is None else card.band.label.first,
            "aim": None if self.band is None else self.band.label.first,
            "state": self.state,
            "fewest": self.fewest,
            "most": self.most,
            "exact": self.exact,
            "short": missing,
            "possible_gain": f"{self.gain:f}",
            "ways": [way.to_dict() for way in self.ways],
            "larger": None if self.larger is None else self.larger.to_dict(),
            "best": None if self.best is None else self.best.to_dict()["result"],
            "relative": list(self.relative),
            "band_depends_on_others": self.moves,
            **({"follows": list(self.follows)} if self.follows else {}),
        }


@own_context
def plan(
    result: IndexResult | CycleResult,
    unit: str,
    *,
    band: str | None = None,
    most: int = 3,
    fewest: Literal["criteria", "points"] = "criteria",
    shown: int = SHOWN,
) -> Plan:
    """The smallest sets of improvements that lift a unit to the next band, each checked by scoring anew.

    An improvement is a leaf moved to points that its rule can give. Sets of the fewest criteria come first, those the
    unit can act on itself before others, then those of the fewest points; or those of the fewest points at once. All
    other units stay as they are: where they matter, by relative rules and quotas, the plan says so.

    Args:
        result: The result, of one set or of a cycle.
        unit: The unit's identifier.
        band: The label of the band that is aimed at; by default the next better one.
        most: Of how many improvements sets are looked for at most, 1 to 3.
        fewest: Whether sets of the fewest `criteria` or of the fewest `points` come first.
        shown: How many sets are wanted.

    Raises:
        UnknownNameError: There is no such unit, or no such band.
        UsageError: The result was read back from a file, which does not hold what was reported; or `most` is another
            number.

    Example:
        >>> import cchc_index
        >>> found = cchc_index.plan(cchc_index.open_cycle("lai-chau-2021").score(), "so-cong-thuong")
        >>> found.state, str(found.band), [[each.code for each in way.improvements] for way in found.ways]
        ('reachable', 'Xuất sắc', [['1'], ['2'], ['5']])
    """
    want_one_of("fewest", fewest, ("criteria", "points"))
    card = result[unit]
    want("result", card, Scorecard, how="score(criteria, assessment)")
    if card.result.said is not None:
        raise UsageError(Problem("usage.read_back"))
    if isinstance(most, bool) or most not in (1, 2, 3):
        raise UsageError(Problem("plan.most", arguments={"found": str(most)}))
    return _Planner(card, band, most, fewest, shown).plan()


class _Planner:
    """Makes the plan of one unit."""

    def __init__(self, card: Scorecard, aim: str | None, most: int, fewest: Fewest, shown: int) -> None:
        self.card, self.aim, self.most, self.fewest, self.shown = card, aim, most, fewest, shown
        self.found = card.outcome.classification
        self.ladder = self.found.places_of(card.group)
        self.levers = levers_of(card)
        self.places = card.criteria.rounding.points

    def plan(self) -> Plan:
        card = self.card
        named = card.criteria.classify
        if named is None:
            return self._without("no_bands")
        if not card.complete:
            return self._without("incomplete")
        if card.band is None:
            return self._without("nothing")
        own = self.ladder.index(int(self.found.band_of[card.row]))
        at = own - 1 if self.aim is None else self._place_of(self.aim)
        if own == 0 and self.aim is None:
            return self._without("top")
        aim = self.found.bands[self.ladder[at]]
        if at >= own:
            return attrs.evolve(self._without("there"), band=aim)
        goal = Goal(
            card, self.levers, self.ladder[: at + 1], tuple(self.found.bands[each] for each in self.ladder[: at + 1])
        )
        moves = not _stands_alone(named.classifier)
        made = attrs.evolve(
            self._without("never"),
            band=aim,
            short=self._short(goal, aim),
            relative=tuple(lever.code for lever in self.levers if lever.relative),
            moves=moves,
            follows=tuple(leaf.criterion.code for leaf in card.criteria.leaves if is_followed(card.assessment, leaf)),
        )
        if not self.levers:
            return made
        every = self._move(range(len(self.levers)))
        made = attrs.evolve(made, best=self._way(every, None))
        if moves:
            extra = self._extra(goal, every)
            if extra is None:
                return made
            goal = attrs.evolve(goal, extra=extra, ways=None)
            goal = Goal(card, self.levers, goal.places, goal.bands, extra)
        return self._searched(goal, made)

    def _searched(self, goal: Goal, made: Plan) -> Plan:
        search = Search(goal, self.most, self.fewest, self.shown if not made.moves and not made.relative else _TRIED)
        found = search.found()
        ways: list[Way] = []
        for move in found.moves:
            if len(ways) >= self.shown:
                break
            way = self._way(move, goal)
            if way is not None:
                ways.append(way)
        made = attrs.evolve(made, exact=found.exact and not made.follows)  # what follows may make a smaller set enough
        if ways:
            return attrs.evolve(made, state="reachable", ways=tuple(ways))
        larger = search.greedy()
        way = None if larger is None else self._way(larger, goal)
        if way is None and made.follows:
            way = self._way(self._move(range(len(self.levers))), goal)
        return made if way is None else attrs.evolve(made, state="more", larger=way)

    def _without(self, state: State) -> Plan:
        gain = sum(lever.most for lever in self.levers)
        return Plan(self.card, state, self.fewest, self.most, gain=to_decimal(gain, self.places))

    def _place_of(self, label: str) -> int:
        """The place in the ladder of a band of that label, in any of its languages."""
        bands = [self.found.bands[place] for place in self.ladder]
        for at, band in enumerate(bands):
            if folded(label) in [folded(text) for _, text in band.label.texts]:
                return at
        known = ", ".join(band.label.first for band in bands)
        raise UnknownNameError(Problem("plan.band", arguments={"name": label, "known": known}))

    def _short(self, goal: Goal, aim: Band) -> Short:
        card, sums, rounding = self.card, self.card.outcome.sums, self.card.criteria.rounding
        total = Fraction(int(sums.total[card.row]))
        if goal.on == "points":
            now = total / 10**rounding.points
        elif goal.compare == "published":
            now = Fraction(int(card.outcome.index[card.row]), 10**rounding.index)
        else:
            now = 100 * total / int(sums.total_maximum[card.row])
        gain = goal.least_total(aim)
        lacking: dict[Language, str] = {}
        held = self.found.lacking.get(goal.places[-1])
        languages: Sequence[Language] = ("vi", "en")
        if held is not None and bool(held.units[card.row]):
            lacking = {language: held.words(card.row, language) for language in languages}
        wanting = to_decimal(gain, rounding.points) if gain else None
        return Short(goal.on, goal.compare, now, aim.cut_off, aim.above is not None, wanting, lacking)

    def _move(self, which: Sequence[int]) -> Move:
        targets = tuple(self.levers[at].levels[-1] for at in which)
        return Move(tuple(which), targets, 0, 0)

    def _extra(self, goal: Goal, every: Move) -> int | None:
        """The least total for which the classifier gives the band with the other units as they are; None for none."""
        row, sums = self.card.row, self.card.outcome.sums
        best = goal.summed(np.array([every.levers]), np.array([every.targets]))
        nodes = {at: int(column[0]) for at, column in enumerate(best.points)}
        total = int(sums.total[row])
        high = max(int(best.total[0]), total)
        if int(best.total_maximum[0]) != int(sums.total_maximum[row]):
            return total
        wanted = set(goal.places)
        return least_that(lambda each: standing_with(self.card, each, nodes) in wanted, total, high)

    def _way(self, move: Move, goal: Goal | None) -> Way | None:
        """A set as scoring it anew gives it; None where the unit does not get the band, whatever bounds have said."""
        levers = [self.levers[at] for at in move.levers]
        reaches = [reach_of(self.card, lever, target) for lever, target in zip(levers, move.targets, strict=True)]
        changes: dict[Lever, int | Reach] = {}
        for lever, reach, target in zip(levers, reaches, move.targets, strict=True):
            changes[lever] = target if reach is None else reach
        card = self._scored(changes)
        if goal is not None and (card is None or int(card.outcome.classification.band_of[card.row]) not in goal.places):
            changes = dict(zip(levers, move.targets, strict=True))
            card = self._scored(changes)
        if card is None or card.points is None or card.index is None or card.band is None or card.max_points is None:
            return None
        if goal is not None and int(card.outcome.classification.band_of[card.row]) not in goal.places:
            return None
        improvements = tuple(
            self._improvement(lever, target, reach)
            for lever, target, reach in zip(levers, move.targets, reaches, strict=True)
        )
        moved = () if goal is None else self._moved(card)
        languages: Sequence[Language] = ("vi", "en")
        reason = {language: band_reason(card, language) for language in languages}
        return Way(improvements, card.points, card.max_points, card.index, card.rank, card.band, moved, reason)

    def _scored(self, changes: Mapping[Lever, int | Reach]) -> Scorecard | None:
        try:
            return rescored(self.card.result, self.card.unit.id, changes)[self.card.unit.id]
        except PluginError:
            raise
        except CchcError:  # a quota that would divide equal units, and is told to refuse that
            return None

    def _moved(self, card: Scorecard) -> tuple[str, ...]:
        """The other units whose points or band change with the unit's."""
        before, after = self.card.outcome, card.outcome
        changes = (before.sums.total != after.sums.total) | (
            before.classification.band_of != after.classification.band_of
        )
        units = self.card.register.units
        return tuple(units[row].id for row in np.flatnonzero(changes).tolist() if row != self.card.row)

    def _improvement(self, lever: Lever, target: int, reach: Reach | None) -> Improvement:
        criterion = lever.node.criterion
        return Improvement(
            lever.code,
            criterion.title.first,
            to_decimal(lever.now, self.places),
            to_decimal(target, self.places),
            criterion.max_points,
            lever.method,
            reach,
            lever.assumed,
            lever.relative,
            lever.decided,
            lever.sign < 0,
        )


def _stands_alone(classifier: Classifier) -> bool:
    """Whether a unit's band follows from cut-offs and needs alone, and from no other unit."""
    own = unguarded_classifier(classifier)
    if isinstance(own, Thresholds):
        return True
    kind = type(own)
    if not issubclass(kind, ThresholdClassifier) or own.relative:
        return False
    return kind.moved is ThresholdClassifier.moved and kind.classify is ThresholdClassifier.classify


def _text(value: object) -> str | bool | None:
    """A value as plain data: numbers as text, a ratio without an end as such."""
    if value is None or isinstance(value, bool | str):
        return value
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
