"""A rule that was read of sentences, bound as a set binds it, and said back in words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

import attrs

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.office.worksheets.telling import in_sheet_words
from cchc_index.problems.errors import CriteriaError
from cchc_index.problems.problem import Language, Problem
from cchc_index.registry.registry import Registry
from cchc_index.rules.columns import Words
from cchc_index.rules.contract import Leaf

_PLACES: Final = 6  #: decimals that points may have here; how a set rounds is not the annex's to say
_HEAD: Final = {
    **{"id": "a", "edition": "1", "title": "A", "source": {"status": "illustrative"}},
    "rounding": {"points": str(_PLACES), "index": "2"},
}


#: What is asked about, and what says that it is meant so: a table that turns, rates that may be fractions.
_ASKED: Final[Mapping[str, tuple[str, str]]] = {
    "steps.turn": ("rule", "peak"),
    "rule.fractions": ("leaf", "small_rates"),
}


@attrs.frozen
class Back:
    """A rule in words.

    Attributes:
        words: The words; "" for a rule that cannot stand.
        fault: Why it cannot, or what is asked about it; "" for a sound one.
    """

    words: str
    fault: str = ""


def said_back(
    rule: str | Mapping[str, Any], most: Decimal, registry: Registry, language: Language, *, has_parts: bool = False
) -> Back:
    """What a rule says in words, and why it cannot stand or what is asked about it.

    Args:
        rule: The rule as a criteria file spells it.
        most: The criterion's maximum.
        registry: The rules there are.
        language: Of the words.
        has_parts: Whether it stands on a criterion that has parts.

    Example:
        >>> said_back({"per_case": {"points_each": "1"}}, Decimal(5), Registry.builtin(), "vi")
        Back(words='mỗi trường hợp 1 điểm, tối đa 5', fault='')
        >>> said_back({"proportion": {"zero_below": "101"}}, Decimal(5), Registry.builtin(), "en").words
        ''
    """
    leaf: dict[str, Any] = {"code": "1", "title": "A", "max_points": f"{most:f}", "rule": rule}
    if has_parts:
        leaf["criteria"] = [{"code": "1.1", "title": "A", "max_points": "1", "rule": "points"}]
    faults: list[Problem] = []
    for _ in range(len(_ASKED) + 1):
        try:
            found = CriteriaSet.from_dict({**_HEAD, "criteria": [leaf]}, registry=registry)
        except CriteriaError as error:
            faults += [in_sheet_words(problem, lambda path: None) for problem in error.problems]
            if not all(problem.key in _ASKED for problem in error.problems):
                return Back("", "; ".join(_told(each, language) for each in faults))
            for problem in error.problems:
                leaf = _meant(leaf, problem.key)
        else:
            named = found.criteria[0].rule
            if named is None:
                break
            words = named.rule.describe(Leaf(most, _PLACES, "half_up", has_parts=has_parts), Words(language))
            return Back(words, " ".join(f"{_told(each, language)}. {each.cure(language)}" for each in faults))
    return Back("", "; ".join(_told(each, language) for each in faults))


def _told(problem: Problem, language: Language) -> str:
    why = problem.why(language)
    return f"{problem.found(language)}, {why}" if why else problem.found(language)


def _meant(leaf: dict[str, Any], key: str) -> dict[str, Any]:
    """The criterion saying that what is asked about is meant so."""
    where, name = _ASKED[key]
    rule = leaf["rule"]
    if where == "leaf" or not isinstance(rule, Mapping):
        return leaf | {name: "yes"}
    return leaf | {"rule": {each: {**inner, name: "yes"} for each, inner in rule.items()}}
