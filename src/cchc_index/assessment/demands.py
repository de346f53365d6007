"""What a criteria set asks of the register of units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cchc_index.criteria.tree import CriteriaSet, NotApplicableWhen
from cchc_index.problems.problem import Place, Problem
from cchc_index.values.units import Register, yes_or_no


def register_problems(criteria: CriteriaSet, register: Register, name: str) -> list[Problem]:
    """What a set asks of the register: the columns of its conditions, ranking and bands."""
    problems: list[Problem] = []
    place = Place(name) if name else None
    known = ("unit", "name", "group", "ranked", *dict.fromkeys(key for unit in register for key in unit.attributes))
    for node in criteria:
        condition = node.criterion.not_applicable
        if isinstance(condition, NotApplicableWhen):
            problems += _condition_problems(node.criterion.code, condition.when, register, known, name)
    for column in criteria.rank.within:
        if column not in known:
            arguments = {"column": column, "known": ", ".join(known)}
            problems.append(Problem("unit.no_rank_column", place, arguments=arguments))
    for reader, columns in _readers(criteria):
        for column in columns:
            if column not in known:
                arguments = {"column": column, "name": reader, "known": ", ".join(known)}
                problems.append(Problem("unit.no_rule_column", place, arguments=arguments))
    groups = criteria.classify.classifier.groups if criteria.classify else None
    for group in dict.fromkeys(unit.group for unit in register):
        if groups is not None and group not in groups:
            arguments = {"group": group, "known": ", ".join(groups)}
            problems.append(Problem("unit.no_bands", place, arguments=arguments))
    return problems


def _readers(criteria: CriteriaSet) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What reads columns of the register, and which."""
    for leaf in criteria.leaves:
        if leaf.criterion.rule is not None:
            yield f"{leaf.criterion.rule.name} ({leaf.criterion.code})", leaf.criterion.rule.rule.columns
    if criteria.classify is not None:
        yield criteria.classify.name, criteria.classify.classifier.columns


def _condition_problems(
    code: str, when: Mapping[str, str], register: Register, known: tuple[str, ...], name: str
) -> list[Problem]:
    problems = []
    for column, wanted in when.items():
        if column not in known:
            arguments = {"code": code, "column": column, "known": ", ".join(known)}
            problems.append(Problem("unit.no_column", Place(name) if name else None, arguments=arguments))
            continue
        for unit in register:
            found = unit.column(column) or ""
            if not found or (yes_or_no(wanted) is not None and yes_or_no(found) is None):
                place = Place(name or "units", unit=unit.id, header=f"{column} ({unit.id})")
                arguments = {"code": code, "found": found, "wanted": wanted}
                problems.append(Problem("unit.condition", place, arguments=arguments))
    return problems
