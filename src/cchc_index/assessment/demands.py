"""What a criteria set asks of the register of units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import NotApplicableWhen
from cchc_index.problems.problem import Place, Problem
from cchc_index.values.text import composed, folded, is_slip, value_of
from cchc_index.values.units import Register, says, yes_or_no


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
    problems += _spelling_problems(criteria, register, known, name)
    groups = criteria.classify.classifier.groups if criteria.classify else None
    for group in dict.fromkeys(unit.group for unit in register):
        if groups is not None and value_of(dict.fromkeys(groups, group), group) is None:
            arguments = {"group": group, "known": ", ".join(groups)}
            problems.append(Problem("unit.no_bands", place, arguments=arguments))
    return problems


def _spelling_problems(
    criteria: CriteriaSet, register: Register, columns: tuple[str, ...], name: str
) -> Iterator[Problem]:
    """Two spellings of one value, and values that are nearly one that the set tells apart.

    Spellings would count as one value, and nobody who reads the register knows that; a slip would count as any other.
    """
    known = _known_values(criteria)
    used = dict.fromkeys(
        ["group", *criteria.rank.within, *known, *(each for _, read in _readers(criteria) for each in read)]
    )
    for column in used:
        if column not in columns or column in ("unit", "name", "ranked"):
            continue
        first: dict[str, tuple[str, str]] = {}
        for unit in register:
            value = unit.column(column) or ""
            if not value:
                continue
            said, where = first.setdefault(folded(value), (value, unit.id))
            place = Place(name or "units", unit=unit.id, header=column)
            if said != value and composed(said) != composed(value):
                yield Problem("unit.two_spellings", place, arguments={"found": value, "first": said, "unit": where})
            elif where == unit.id and (meant := _meant(value, known.get(column, ()))):
                yield Problem("unit.slip", place, arguments={"found": value, "meant": meant})


def _known_values(criteria: CriteriaSet) -> dict[str, tuple[str, ...]]:
    """The values that conditions and rules tell apart, by column."""
    known: dict[str, tuple[str, ...]] = {}
    for node in criteria:
        condition = node.criterion.not_applicable
        said = dict(condition.when) if isinstance(condition, NotApplicableWhen) else {}
        for column, value in said.items():
            known[column] = (*known.get(column, ()), value)
        waiting = [node.criterion.rule] if node.criterion.rule is not None else []
        for rule in waiting:
            waiting += rule.rule.parts.values()
            for column, values in rule.rule.knows.items():
                known[column] = (*known.get(column, ()), *values)
    return known


def _meant(value: str, known: tuple[str, ...]) -> str:
    """The known value that one is a slip of; "" for one that is known, or is something else."""
    if any(says(value, each) for each in known):
        return ""
    return next((each for each in dict.fromkeys(known) if yes_or_no(each) is None and is_slip(value, each)), "")


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
