"""The probes of a rule: known values that must give known points, and how they are written."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Criterion, Rounding, Source
from cchc_index.problems.errors import CchcError
from cchc_index.reading.assessment_file import read_assessment
from cchc_index.registry.guarded import is_probe
from cchc_index.registry.guarding import written
from cchc_index.rules.contract import Leaf, NamedRule, Probe, ScoringRule
from cchc_index.rules.probing import NOBODY
from cchc_index.scoring.method import score
from cchc_index.testing.trying import asking, broken, cure_at
from cchc_index.values.exact import round_fraction, to_decimal
from cchc_index.values.text import Text
from cchc_index.values.units import Register, Unit


def check_probes(rule: ScoringRule, leaf: Leaf, attributes: Mapping[str, Sequence[str]] | None = None) -> None:
    """Each probe is one, lies within the maximum, and comes out; those of a relative rule only in a set's self-test.

    Args:
        rule: The rule.
        leaf: The leaf it is tried on.
        attributes: For columns of the register that the rule reads, what they may say.

    Raises:
        BrokenContractError: One is none, or does not.

    Example:
        >>> from decimal import Decimal
        >>> from cchc_index.rules.counts import PerCase
        >>> check_probes(PerCase(Decimal(1)), Leaf(Decimal(4), 2, "half_up"))
    """
    with asking(lambda words: broken(rule, words), "probes()", exact=True, asked=rule):
        probes = list(rule.probes(leaf))
    for probe in probes:
        if not is_probe(probe):
            raise broken(rule, f"probes() gives {written(probe)}", _how(rule))
        what = probe.what.first
        if probe.points is not None and not 0 <= probe.points <= leaf.max_points:
            words = f"the probe '{what}' expects {probe.points} of {leaf.max_points} points"
            raise broken(rule, words, cure_at(rule, "probes", "range"))
        if rule.relative or not leaf.max_points:
            continue
        wanted = "not applicable"
        if probe.points is not None:
            wanted = str(to_decimal(round_fraction(probe.points, leaf.places, leaf.mode), leaf.places))
        found = _outcome(rule, leaf, probe, attributes or {})
        if found != wanted:
            cure = cure_at(rule, "probes", "probe")
            raise broken(rule, f"the probe '{what}', {dict(probe.values)}, gives {found}, and expects {wanted}", cure)


def how_to_probe(rule: ScoringRule) -> str:
    """What the author of a rule without probes is told.

    Example:
        >>> from decimal import Decimal
        >>> from cchc_index.rules.counts import PerCase
        >>> print(how_to_probe(PerCase(Decimal(1))))
        PerCase has no probes, so that no self-test can try it
          Write into the class:
            def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
                yield Probe({"count": "..."}, Fraction(leaf.max_points), PROBES["full"])
                yield Probe({"count": "0"}, Fraction(0), PROBES["least"])
    """
    return f"{type(rule).__name__} has no probes, so that no self-test can try it\n  {_how(rule)}"


def _how(rule: ScoringRule) -> str:
    """How probes of this rule would be written, with its own fields."""
    typed = {"yes_no": ("yes", "no"), "text": ("...", "...")}
    best, least = ({field.name: typed.get(field.kind, ("...", "0"))[at] for field in rule.reads[0]} for at in (0, 1))
    example = (
        "    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:\n"
        f'        yield Probe({json.dumps(best)}, Fraction(leaf.max_points), PROBES["full"])\n'
        f'        yield Probe({json.dumps(least)}, Fraction(0), PROBES["least"])'
    )
    member = "" if type(rule).probes is ScoringRule.probes else "probes"
    return f"{cure_at(rule, member, 'probes')}\n{example}"


def _outcome(rule: ScoringRule, leaf: Leaf, probe: Probe, attributes: Mapping[str, Sequence[str]]) -> str:
    """What a unit with the probe's values gets."""
    node = Criterion("1", Text.plain("1"), leaf.max_points, rule=NamedRule("kit.it", rule), small_rates=True)
    rounding = Rounding(leaf.places, 2, leaf.mode)
    source = Source("illustrative")
    said = {name: (attributes.get(name) or (NOBODY,))[0] for name in rule.columns}
    unit = Unit("unit", "unit", attributes={**said, **probe.attributes})
    row = {"unit": "unit", **{f"1.{field}": text for field, text in probe.values.items()}}
    with asking(lambda words: broken(rule, words), "score()", exact=True, asked=rule):
        try:
            criteria = CriteriaSet("probes", "1", Text.plain("1"), source, rounding, (node,))
            card = score(criteria, read_assessment([row], criteria, Register((unit,))))["unit"]
        except CchcError as told:
            return f"a refusal ({told.problems[0].text()})"
    found = card.node("1")
    return "not applicable" if found.status == "not_applicable" else str(found.points)
