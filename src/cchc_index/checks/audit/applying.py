"""What of a set may turn out not to apply to a unit, so that nobody knows what it could attain without its values.

This is the one place that says by which ways a leaf or a node leaves the denominator; whoever needs to know asks here.
"""

from __future__ import annotations

import attrs

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.rules.contract import NamedRule, ScoringRule

_GONE = "not_applicable"  #: what a parameter says, or is called, by which a rule takes its leaf out


def may_not_apply(criteria: CriteriaSet) -> bool:
    """Whether something of a set may not apply to a unit, so that its attainable points are not known."""
    if criteria.optional or may_fail(criteria):
        return True
    for node in criteria.nodes:
        rule = None if node.parts else node.criterion.rule
        if node.criterion.not_applicable is not None or (rule is not None and may_take_out(rule)):
            return True
    return False


def may_fail(criteria: CriteriaSet) -> bool:
    """Whether a requirement decides what applies to a unit."""
    return any(node.criterion.requires and node.criterion.otherwise == _GONE for node in criteria.nodes)


def may_take_out(rule: NamedRule) -> bool:
    """Whether a rule, or one that it is made of, may say that the leaf does not apply.

    Of a built-in rule a parameter tells: whatever it is about, it says `not_applicable`, or lists what is. What a
    plugin's rule says is known only when it is asked.

    Example:
        >>> from decimal import Decimal
        >>> from cchc_index.rules.improvement import Improvement
        >>> from cchc_index.rules.steps import Step
        >>> steps = (Step(Decimal(1), above=Decimal(0)),)
        >>> [
        ...     may_take_out(NamedRule("improvement", Improvement(steps, no_previous=answer)))
        ...     for answer in ("zero", "not_applicable")
        ... ]
        [False, True]
    """
    if rule.owner or any(may_take_out(part) for part in rule.rule.parts.values()):
        return True
    kind = type(rule.rule)
    return not attrs.has(kind) or any(_says_so(rule.rule, field.name) for field in attrs.fields(kind))


def _says_so(rule: ScoringRule, parameter: str) -> bool:
    value: object = getattr(rule, parameter)
    return bool(value) if parameter == _GONE else value == _GONE
