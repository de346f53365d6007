"""A logic-and-accuracy run of a criteria set, borrowed from elections: known values in, known points out.

Synthetic units are built from the set itself: everything at its best, everything at its least, each leaf alone at its
best, each threshold from both sides, each part that may not apply left out alone, each cut-off of the bands. What must
come out is worked out beside the library's own scoring, in fractions, and both figures are printed for two people to
sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

from cchc_index.aggregations.contract import Parts
from cchc_index.aggregations.weighing import weighed
from cchc_index.assessment.applicability import ancestors
from cchc_index.checks.band_trials import band_trials, cut_offs, needs
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Block, Criterion, Extras, Node, NotApplicableWhen
from cchc_index.messages import phrase
from cchc_index.problems.problem import Language
from cchc_index.reading.assessment_file import read_assessment
from cchc_index.rules.contract import Leaf, Probe
from cchc_index.rules.probing import NOBODY
from cchc_index.scoring.method import score
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import Integers, round_fraction, to_decimal
from cchc_index.values.units import Register, Unit, yes_or_no


@attrs.frozen
class Trial:
    """One line of the chart.

    Attributes:
        unit: The synthetic unit.
        code: The node that is looked at; "" for the whole set.
        what: What was tried, in the language of the report.
        expected: The figure that must come out.
        obtained: The figure that came out.
    """

    unit: str
    code: str
    what: str
    expected: str
    obtained: str

    @property
    def agrees(self) -> bool:
        """Whether the two figures are the same."""
        return self.expected == self.obtained


@attrs.frozen
class SelfTest:
    """The chart of a criteria set, and what it covers.

    Attributes:
        criteria: The set.
        trials: The lines of the chart.
        coverage: For each kind of thing how many were exercised, and how many there are.
    """

    criteria: CriteriaSet = attrs.field(repr=False)
    trials: tuple[Trial, ...]
    coverage: Mapping[str, tuple[int, int]]

    @property
    def passed(self) -> bool:
        """Whether every figure came out as expected, and everything was exercised."""
        return all(trial.agrees for trial in self.trials) and all(done == of for done, of in self.coverage.values())

    def to_dict(self) -> dict[str, object]:
        """The whole of ``selftest --format json``."""
        return {
            "criteria": dict(self.criteria.plain()),
            "passed": self.passed,
            "coverage": {name: list(counts) for name, counts in self.coverage.items()},
            "trials": [{**attrs.asdict(trial), "agrees": trial.agrees} for trial in self.trials],
        }


@own_context
def selftest(
    criteria: CriteriaSet, language: Language = "en", *, attributes: Mapping[str, Sequence[str]] | None = None
) -> SelfTest:
    """Try a criteria set with values whose points are known beforehand.

    Args:
        criteria: The set.
        language: The language that says what is tried.
        attributes: For columns of the register that are no words, what they may say; the first is tried.

    Example:
        >>> import cchc_index
        >>> found = selftest(cchc_index.load_criteria("moha-provinces-2017"))
        >>> found.passed, found.coverage["leaves"], str(found.trials[0].expected)
        (True, (8, 8), '100.00')
    """
    said = {name: values[0] for name, values in (attributes or {}).items() if values}
    plan = _Plan(criteria, language, said)
    plan.build()
    bands = band_trials(criteria, language, said)
    trials = [*plan.compare(), *(Trial("", "", each.what, each.expected, each.obtained) for each in bands)]
    tried = {of: sum(each.of == of for each in bands) for of in ("cut_off", "need")}
    coverage = {
        "leaves": (len(plan.tried_leaves), len(criteria.leaves)),
        "rules": (len(plan.tried_rules), len({name for leaf in criteria.leaves for name in _rule_names(leaf)})),
        "thresholds": (plan.tried_probes, plan.all_probes),
        "not_applicable": (plan.tried_nodes, len(plan.leavable)),
        "bands": (tried["cut_off"] // 2, cut_offs(criteria)),
    }
    if wanted := needs(criteria):
        coverage["needs"] = (tried["need"], wanted)
    return SelfTest(criteria, tuple(trials), coverage)


def _taking_small_rates(criteria: CriteriaSet) -> CriteriaSet:
    """The set with rates of at most 1 taken as they are: what stands just over 0 % is tried, and asks nobody."""

    def taking(criterion: Criterion) -> Criterion:
        parts = tuple(map(taking, criterion.criteria))
        reads = criterion.rule is not None  # a node without one has no rates
        return attrs.evolve(criterion, small_rates=reads, criteria=parts, extras=beside(criterion.extras))

    def inside(block: Block | None) -> Block | None:
        return block and attrs.evolve(block, criteria=tuple(map(taking, block.criteria)))

    def beside(extras: Extras | None) -> Extras | None:
        return extras and attrs.evolve(extras, bonus=inside(extras.bonus), penalty=inside(extras.penalty))

    return attrs.evolve(criteria, criteria=tuple(map(taking, criteria.criteria)), extras=beside(criteria.extras))


def _rule_names(leaf: Node) -> tuple[str, ...]:
    return leaf.criterion.rule.names if leaf.criterion.rule else ()


Points = dict[str, Fraction | None]


@attrs.define
class _Case:
    """One synthetic unit: its row, what the register says of it, and the points its leaves must get."""

    row: dict[str, str]
    attributes: dict[str, str]
    leaves: Points
    looked_at: list[tuple[str, str]]


class _Plan:
    """The synthetic units of a set, with the points that must come out."""

    def __init__(self, criteria: CriteriaSet, language: Language, said: Mapping[str, str]) -> None:
        self.criteria = _taking_small_rates(attrs.evolve(criteria, classify=None))
        self.language = language
        self.cases: dict[str, _Case] = {}
        self.tried_leaves: set[str] = set()
        self.tried_rules: set[str] = set()
        self.tried_probes = 0
        self.tried_nodes = 0
        self.probes = {leaf.criterion.code: self._probes(leaf) for leaf in criteria.leaves}
        self.all_probes = sum(max(len(probes), 1) for probes in self.probes.values() if probes is not None)
        self.leavable = [node for node in criteria if node.criterion.not_applicable is not None]
        neutral = self._neutral()
        self.attributes = {**neutral, **{name: value for name, value in said.items() if name in neutral}}

    def _probes(self, leaf: Node) -> list[Probe] | None:
        """What a leaf is tried with; None for a leaf that is reported only."""
        named, rounding = leaf.criterion.rule, self.criteria.rounding
        if named is None or leaf.criterion.max_points == 0:
            return None
        return list(named.rule.probes(Leaf(leaf.criterion.max_points, rounding.points, rounding.mode)))

    def _neutral(self) -> dict[str, str]:
        """What the register says of an ordinary unit: no condition holds."""
        said: dict[str, str] = dict.fromkeys(self.criteria.rank.within, NOBODY)
        for leaf in self.criteria.leaves:
            if leaf.criterion.rule is not None:
                said |= dict.fromkeys(leaf.criterion.rule.rule.columns, NOBODY)
        for node in self.criteria:
            if isinstance(node.criterion.not_applicable, NotApplicableWhen):
                for column, wanted in node.criterion.not_applicable.when.items():
                    truth = yes_or_no(wanted)
                    said[column] = NOBODY if truth is None else "no" if truth else "yes"
        return {column: value for column, value in said.items() if column not in ("unit", "name", "group", "ranked")}

    def _best(self, code: str, attributes: Mapping[str, str]) -> Probe | None:
        return self._extreme(code, attributes, 1)

    def _least(self, code: str, attributes: Mapping[str, str]) -> Probe | None:
        return self._extreme(code, attributes, -1)

    def _extreme(self, code: str, attributes: Mapping[str, str], sign: int) -> Probe | None:
        """The probe with the most or the least points among those that the unit's attributes allow."""
        fitting = [
            probe
            for probe in self.probes[code] or ()
            if probe.points is not None and all(attributes.get(key) == value for key, value in probe.attributes.items())
        ]
        return max(fitting, key=lambda probe: sign * (probe.points or Fraction(0)), default=None)

    def _filled(self, picked: Mapping[str, Probe], attributes: Mapping[str, str], *, best: bool) -> _Case:
        """A unit whose leaves are at their best or least, but for those picked."""
        said = {**self.attributes, **attributes}
        for probe in picked.values():
            said |= probe.attributes
        self._become_somebody(said, {key for probe in picked.values() for key in probe.attributes})
        case = _Case({}, said, {}, [])
        for leaf in self.criteria.leaves:
            code = leaf.criterion.code
            if self._is_taken_away(leaf, said):
                case.leaves[code] = None
                continue
            if self.probes[code] is None:
                continue
            low = leaf.block != "" and code not in picked
            chosen = picked.get(code) or self._extreme(code, said, 1 if best and not low else -1)
            if chosen is None:
                case.row[f"{code}.points"] = f"{leaf.criterion.max_points:f}" if best and not low else "0"
                case.leaves[code] = Fraction(leaf.criterion.max_points) if best and not low else Fraction(0)
                continue
            case.row |= {f"{code}.{field}": value for field, value in chosen.values.items()}
            case.leaves[code] = chosen.points
        return case

    def _become_somebody(self, said: dict[str, str], settled: set[str]) -> None:
        """A rule may need a kind of unit that it is meant for, if possible one that nothing is taken away from."""
        for code, probes in self.probes.items():
            if self._extreme(code, said, 1):
                continue
            kinds = [probe.attributes for probe in probes or () if not settled.intersection(probe.attributes)]
            open_kinds = [kind for kind in kinds if all(said.get(key) == NOBODY for key in kind)]
            free = [kind for kind in open_kinds if not self._loses_something({**said, **kind})]
            for kind in (free or open_kinds)[:1]:
                said.update(kind)

    def _loses_something(self, attributes: dict[str, str]) -> bool:
        return any(self._is_taken_away(node, attributes) for node in self.criteria)

    def _is_taken_away(self, node: Node, attributes: dict[str, str]) -> bool:
        """Whether a condition on a node or above it takes it from a unit."""
        unit = Unit("", "", attributes=attributes)
        conditions = (above.criterion.not_applicable for above in ancestors(self.criteria, node))
        return any(isinstance(each, NotApplicableWhen) and unit.agrees(each.when) for each in conditions)

    def _add(self, name: str, case: _Case, code: str, what: str) -> None:
        case.row["unit"] = name
        case.looked_at.append((code, what))
        self.cases[name] = case

    def _say(self, key: str, /, **filled: str) -> str:
        return phrase(f"selftest.{key}", self.language, **filled)

    def build(self) -> None:
        """Make all units."""
        self._add("full", self._filled({}, {}, best=True), "", self._say("full"))
        self._add("least", self._filled({}, {}, best=False), "", self._say("least"))
        for leaf in self.criteria.leaves:
            code = leaf.criterion.code
            probes = self.probes[code]
            if probes is None:
                self.tried_leaves.add(code)
                self.tried_rules.update(_rule_names(leaf))
                continue
            best = self._best(code, self.attributes) or self._any_best(code)
            if best is not None:
                case = self._filled({code: best}, best.attributes, best=False)
                self._add(f"alone {code}", case, code, self._say("alone"))
                case.looked_at.append(("", self._say("alone_total", code=code)))
            for number, probe in enumerate(probes, 1):
                case = self._filled({code: probe}, probe.attributes, best=True)
                self._add(f"probe {code}/{number}", case, code, probe.what.say(self.language))
                self.tried_probes += 1
                self.tried_leaves.add(code)
            if probes:
                self.tried_rules.update(_rule_names(leaf))
        for node in self.leavable:
            self._leave_out(node)

    def _any_best(self, code: str) -> Probe | None:
        return max(
            (probe for probe in self.probes[code] or () if probe.points is not None),
            key=lambda probe: probe.points or Fraction(0),
            default=None,
        )

    def _leave_out(self, node: Node) -> None:
        """A unit to which one node does not apply, with everything else at its best."""
        condition, code = node.criterion.not_applicable, node.criterion.code
        wanted = dict(condition.when) if isinstance(condition, NotApplicableWhen) else {}
        own = {key: value for key, value in wanted.items() if key in ("unit", "name", "group", "ranked")}
        if own:  # a condition on the register's own columns holds for whole groups, and is tried by them
            self.tried_nodes += 1
            return
        case = self._filled({}, wanted, best=True)
        if not isinstance(condition, NotApplicableWhen):
            for position in node.leaves:
                leaf = self.criteria.nodes[position].criterion.code
                case.leaves[leaf] = None
                case.row = {header: value for header, value in case.row.items() if not self._belongs(header, leaf)}
            rule = node.criterion.reported_by
            fields = [f"{code}.{field.name}" for field in rule.rule.reads[0]] if rule else [code]
            case.row |= dict.fromkeys(fields, self.criteria.not_applicable_words[0])
        self._add(f"without {code}", case, "", self._say("without", code=code))
        self.tried_nodes += 1

    def _belongs(self, header: str, leaf: str) -> bool:
        """Whether a column is the leaf's and not that of a longer code."""
        longer = [code for code in self.criteria.positions if len(code) > len(leaf) and header.startswith(f"{code}.")]
        return header.startswith(f"{leaf}.") and not longer

    def compare(self) -> Iterator[Trial]:
        """Score all units, and hold each figure against what must come out."""
        units = Register(tuple(Unit(name, name, attributes=case.attributes) for name, case in self.cases.items()))
        headers = dict.fromkeys(header for case in self.cases.values() for header in case.row)
        rows = [{header: case.row.get(header, "") for header in headers} for case in self.cases.values()]
        result = score(self.criteria, read_assessment(rows, self.criteria, units))
        for name, case in self.cases.items():
            expected = _Expected(self.criteria, case.leaves)
            for code, what in case.looked_at:
                if code:
                    yield Trial(name, code, what, expected.node(code), _figure(result[name].node(code).points))
                else:
                    yield Trial(name, "", what, expected.index(), _figure(result[name].index))


def _figure(number: Decimal | None) -> str:
    return "-" if number is None else f"{number:f}"


class _Expected:
    """What must come out for a unit's leaves, in fractions, straight from the words of the method."""

    def __init__(self, criteria: CriteriaSet, leaves: Points) -> None:
        self.criteria = criteria
        self.leaves = leaves
        self.places, self.mode = criteria.rounding.points, criteria.rounding.mode

    def _rounded(self, number: Fraction) -> Fraction:
        return Fraction(round_fraction(number, self.places, self.mode), 10**self.places)

    def _sums(self, node: Node) -> tuple[Fraction | None, Fraction]:
        """Points and applicable maximum of a node, as other nodes let it have them; None where it does not apply."""
        points, most = self._own(node)
        for block in map(self.criteria.nodes.__getitem__, node.blocks if points is not None else ()):
            extra = self._sums(block)[0] or Fraction(0)
            points = (points or Fraction(0)) + (extra if block.block == "bonus" else -extra)
        if node.blocks and points is not None:
            points = min(max(points, Fraction(0)), most)
        for code, requirement in node.criterion.requires.items():
            other, _ = self._sums(self.criteria.node(code))
            if points is not None and other is not None and other < Fraction(requirement.at_least):
                return (None, Fraction(0)) if node.criterion.otherwise == "not_applicable" else (Fraction(0), most)
        return points, most

    def _own(self, node: Node) -> tuple[Fraction | None, Fraction]:
        """Points and applicable maximum of a node by itself; None for points where it does not apply."""
        criterion = node.criterion
        if not node.parts:
            points = self.leaves.get(criterion.code, Fraction(0))
            return (None, Fraction(0)) if points is None else (self._rounded(points), Fraction(criterion.max_points))
        parts = [self._sums(self.criteria.nodes[part]) for part in node.parts]
        known = [points for points, _ in parts if points is not None]
        if not known:
            return None, Fraction(0)
        got, most = sum(known, Fraction(0)), sum((maximum for _, maximum in parts), Fraction(0))
        own = Fraction(criterion.max_points)
        if criterion.weighs:
            return self._weighed(node)
        if node.block:
            return (min(got, own) if node.heads_block else got), most
        if criterion.not_applicable_parts == "redistribute":
            return (self._rounded(got * own / most), own) if most else (got, Fraction(0))
        if criterion.parts_points is not None:
            scale = own / Fraction(criterion.parts_points)
            whole = most == Fraction(criterion.parts_points)
            return self._rounded(got * scale), own if whole else self._rounded(most * scale)
        return got, most

    def _weighed(self, node: Node) -> tuple[Fraction | None, Fraction]:
        """A node whose parts are weights, combined as it says, for this one unit."""
        criterion, scale = node.criterion, 10**self.places
        sums = [self._sums(self.criteria.nodes[part]) for part in node.parts]
        got = tuple(Integers.of([int((points or 0) * scale)]) for points, _ in sums)
        attainable = tuple(Integers.of([int(most * scale)]) for _, most in sums)
        parts = Parts(got, attainable, criterion.max_points, self.places, self.mode)
        if not any(most for _, most in sums):
            return None, Fraction(0)
        found = weighed(criterion.combine, criterion.rule, parts).ratios.fraction(0)
        return self._rounded(found), Fraction(criterion.max_points)

    def node(self, code: str) -> str:
        """A node's points as they are printed."""
        points, _ = self._sums(self.criteria.node(code))
        return "-" if points is None else f"{to_decimal(round_fraction(points, self.places, self.mode), self.places):f}"

    def index(self) -> str:
        """The index as it is printed."""
        sums = [self._sums(node) for node in self.criteria.top]
        most = sum((maximum for _, maximum in sums), Fraction(0))
        total = sum((points for points, _ in sums if points is not None), Fraction(0))
        for block in self.criteria.blocks:
            points = self._sums(block)[0] or Fraction(0)
            total += points if block.block == "bonus" else -points
        extras = self.criteria.extras
        total = max(total, Fraction(0))
        if extras is not None and extras.above_maximum == "clamp":
            total = min(total, most)
        if not most:
            return "-"
        places = self.criteria.rounding.index
        return f"{to_decimal(round_fraction(100 * total / most, places, self.mode), places):f}"
