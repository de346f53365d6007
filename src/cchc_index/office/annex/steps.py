"""Step tables out of what clauses say."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from cchc_index.office.annex.matching import Fact
from cchc_index.office.annex.unclear import Unclear

_BOUNDS: Final = ("from", "above", "to", "below")
_ON: Final = {
    **{"step.rate": "rate", "step.whole": "rate", "on.rate": "rate"},
    **{"step.number": "number", "step.exact": "number", "on.number": "number"},
    **{"step.days": "days", "step.due": "days", "on.days": "days", "improvement": "number"},
}
_WHOLE: Final = 100  #: per cent, beyond which there is no rate
#: Clauses that say themselves what stands outside of all steps.
_TOLD: Final = ("rest", "step.bare", "on.rate", "on.number", "on.days", "improvement")
Step = dict[str, str]


def read_steps(facts: Sequence[Fact], most: Decimal) -> dict[str, Any]:
    """The parameters of a rule by steps.

    Raises:
        Unclear: The clauses are of several measures, or two of them may be one.
    """
    on = {_ON[fact.kind] for fact in facts if fact.kind in _ON}
    told = [fact for fact in facts if fact.kind in _ON or fact.kind == "step.bare"]
    if len(on) != 1:
        raise Unclear(told[-1].text)
    (measure,) = on
    due = [fact for fact in told if fact.kind == "step.due"]
    if len(due) > 1 or (due and len(told) == len(due)):
        raise Unclear(due[-1].text)
    steps = [_step(fact, late=bool(due)) for fact in told]
    if any(fact.kind in ("no", "no.same") for fact in facts) and measure == "days":
        raise Unclear(facts[-1].text)
    if measure != "rate" and not any(fact.kind in ("step.bare", "improvement") for fact in facts):
        _close(steps)
    if any(fact.kind in ("no", "no.same") for fact in facts) and any(_holds_zero(step) for step in steps):
        raise Unclear(facts[-1].text)
    if not any(fact.kind in _TOLD for fact in facts) and _ends_at_its_best(steps, measure):
        raise Unclear(told[0].text)
    return {"on": measure, "steps": steps}


def _step(fact: Fact, *, late: bool) -> Step:
    points = fact.values["points"]
    if fact.kind == "step.due":
        return {"to": "0", "points": points}
    if fact.kind == "step.whole":
        if fact.number("whole") != 100:
            raise Unclear(fact.text)
        return {"from": "100", "points": points}
    if fact.kind == "step.exact":
        equal = fact.number("equal")
        if equal is None or equal % 1:
            raise Unclear(fact.text)
        return {"from": f"{equal:f}", "below": f"{equal + 1:f}", "points": points}
    step = {bound: fact.values[bound].strip("()") for bound in _BOUNDS if bound in fact.values}
    if late and fact.kind == "step.days":
        if "from" not in step and "above" not in step:
            step = {"above": "0"} | step
        elif fact.number("from") == 1:
            step = {"above": "0"} | {key: each for key, each in step.items() if key != "from"}
    return step | {"points": points}


def _ends_at_its_best(steps: Sequence[Step], measure: str) -> bool:
    """Whether a table that rises stops before its highest value, or one that falls after its lowest.

    Outside of all steps is 0: right beyond the worst of them, and nobody's meaning beyond the best.
    """
    placed = sorted(steps, key=lambda step: (_start(step), "above" in step))
    first, last = placed[0], placed[-1]
    best = max(Decimal(step["points"]) for step in steps)
    end = last.get("to", last.get("below"))
    above = end is not None and not (measure == "rate" and "to" in last and Decimal(end) >= _WHOLE)
    below = len(steps) > 1 and _start(first) > 0
    return (above and Decimal(last["points"]) == best) or (below and Decimal(first["points"]) == best)


def _start(step: Step) -> Decimal:
    """Where a step begins; below everything where it says nothing."""
    return Decimal(step.get("from", step.get("above", "-1")))


def _close(steps: list[Step]) -> None:
    """Between whole things there is nothing: up to 5, then from 6 on, leave no gap."""
    ends = {Decimal(step["to"]) for step in steps if "to" in step}
    for step in steps:
        start = Decimal(step.get("from", "0"))
        if "from" in step and start - 1 in ends and not start % 1:
            bounds = {key: each for key, each in step.items() if key != "from"}
            step.clear()
            step.update({"above": f"{start - 1:f}"} | bounds)


def _holds_zero(step: Step) -> bool:
    """Whether a step gives points for nothing at all, where a clause says that nothing gets none."""
    low = Decimal(step.get("from", step.get("above", "0")))
    starts = "from" in step or "above" in step
    at_zero = low < 0 or (low == 0 and "above" not in step) if starts else True
    return at_zero and Decimal(step["points"]) != 0
