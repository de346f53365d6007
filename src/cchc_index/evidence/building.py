"""A builder run: whatever a plugin's does there ends as its own error, and what it answers is held to the contract."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from cchc_index.builders.contract import CountedFile, Evidence, LeftOut, Measure, NamedBuilder, RawFile
from cchc_index.problems.problem import Problem
from cchc_index.registry.asking import Guard
from cchc_index.values.contexts import own_context


def measures_of(named: NamedBuilder) -> tuple[Measure, ...]:
    """The figures that a builder gives.

    Raises:
        PluginError: A plugin's builder does not say it in a readable way.
    """
    if not named.distribution:
        return named.builder.measures
    guard = Guard(named.builder, named.name, named.distribution)
    found: tuple[Measure, ...] = guard.ask("measures", "tuple[Measure, ...]", lambda: named.builder.measures, _are_all)
    return found


@own_context
def build_evidence(
    named: NamedBuilder, files: Sequence[RawFile], units: Sequence[str] | None = None
) -> Evidence | list[Problem]:
    """The figures that a builder makes of some files, or all that is wrong with them.

    Args:
        named: The builder.
        files: The files.
        units: The units that the register knows; None where any may be named.

    Raises:
        PluginError: A plugin's builder raises something, or answers something else than it promises.
        MissingExtraError: The builder needs an extra that is not installed.
    """
    builder = named.builder
    if not named.distribution:
        return builder.build(files, units)
    guard = Guard(builder, named.name, named.distribution)
    measures = {each.name for each in measures_of(named)}
    wanted = f"Evidence ({', '.join(sorted(measures))}), list[Problem]"
    found: Evidence | list[Problem] = guard.ask(
        "build", wanted, lambda: builder.build(files, units), lambda found: _fits(found, measures)
    )
    return found


def _are_all(found: object) -> bool:
    """Whether an answer is a tuple of measures, each with a name of its own."""
    if not isinstance(found, tuple):
        return False
    names = {each.name for each in found if isinstance(each, Measure)}
    return 0 < len(names) == len(found)


def _fits(found: Any, measures: set[str]) -> bool:
    """Whether an answer is evidence in which every unit has an exact figure for measures that were promised."""
    if isinstance(found, list):
        return bool(found) and all(isinstance(each, Problem) for each in found)
    if not isinstance(found, Evidence):
        return False
    units: Any = found.units  # a plugin may give anything
    size = len(units)
    columns = [*found.figures.values(), found.rows]
    return (
        len(set(units)) == size
        and all(isinstance(unit, str) and unit for unit in units)
        and set(found.figures) == measures
        and all(len(column) == size for column in columns)
        and all(_is_exact(figure) for column in found.figures.values() for figure in column)
        and all(type(rows) is int and rows >= 0 for rows in found.rows)
        and all(isinstance(each, CountedFile) for each in found.files)
        and all(isinstance(each, LeftOut) for each in found.left_out)
    )


def _is_exact(figure: object) -> bool:
    return figure is None or type(figure) is int or (isinstance(figure, Decimal) and figure.is_finite())
