"""A rule that was read of sentences, bound as a set binds it, and said back in words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.office.worksheets.telling import in_sheet_words
from cchc_index.problems.errors import CriteriaError
from cchc_index.problems.problem import Language
from cchc_index.registry.registry import Registry
from cchc_index.rules.columns import Words
from cchc_index.rules.contract import Leaf

_PLACES: Final = 6  #: decimals that points may have here; how a set rounds is not the annex's to say
_HEAD: Final = {
    **{"id": "a", "edition": "1", "title": "A", "source": {"status": "illustrative"}},
    "rounding": {"points": str(_PLACES), "index": "2"},
}


def said_back(
    rule: str | Mapping[str, Any], most: Decimal, registry: Registry, language: Language, *, has_parts: bool = False
) -> tuple[str, str]:
    """What a rule says in words, and, where it cannot stand, why not: "" for what is sound.

    Args:
        rule: The rule as a criteria file spells it.
        most: The criterion's maximum.
        registry: The rules there are.
        language: Of the words.
        has_parts: Whether it stands on a criterion that has parts.

    Example:
        >>> said_back({"per_case": {"points_each": "1"}}, Decimal(5), Registry.builtin(), "vi")
        ('mỗi trường hợp 1 điểm, tối đa 5', '')
        >>> said_back({"proportion": {"zero_below": "101"}}, Decimal(5), Registry.builtin(), "en")[1] != ""
        True
    """
    leaf: dict[str, Any] = {"code": "1", "title": "A", "max_points": f"{most:f}", "rule": rule}
    if has_parts:
        leaf["criteria"] = [{"code": "1.1", "title": "A", "max_points": "1", "rule": "points"}]
    try:
        found = CriteriaSet.from_dict({**_HEAD, "criteria": [leaf]}, registry=registry)
    except CriteriaError as error:
        told = [in_sheet_words(problem, lambda path: None) for problem in error.problems]
        return "", "; ".join(
            f"{each.found(language)}, {each.why(language)}" if each.why(language) else each.found(language)
            for each in told
        )
    named = found.criteria[0].rule
    return (
        (named.rule.describe(Leaf(most, _PLACES, "half_up", has_parts=has_parts), Words(language)), "")
        if named
        else ("", "")
    )
