"""Where a table holds prepared answers, which are texts even if they look like numbers (01, 1.0)."""

from __future__ import annotations

from cchc_index.criteria.tree import CriteriaTree


def heads_of_labels(criteria: CriteriaTree | None) -> frozenset[str]:
    """The codes, alone and with a field, beside which a label of a choice stands.

    Example:
        >>> import cchc_index
        >>> heads_of_labels(cchc_index.load_criteria("nd61-one-stop-2018"))
        frozenset()
    """
    heads: set[str] = set()
    for leaf in criteria.leaves if criteria is not None else ():
        rule = leaf.criterion.reported_by
        for group in rule.rule.reads if rule is not None else ():
            code = leaf.criterion.code
            heads.update(f"{code}.{field.name}" for field in group if field.options)
            heads.update(code for field in group if field.options and len(group) == 1)
    return frozenset(heads)


def is_label(heads: frozenset[str], header: str, field: str = "") -> bool:
    """Whether a cell under a header, which may carry a title, or beside a code and a field, holds a label.

    Example:
        >>> is_label(frozenset({"2.1", "2.1.answer"}), "2.1 Kế hoạch"), is_label(frozenset({"2.1"}), "2.1", "points")
        (True, False)
    """
    code = header.split(maxsplit=1)[0] if heads and header else ""
    return (f"{code}.{field}" if field else code) in heads
