"""A builder run: whatever a plugin's does there ends as its own error, and what it answers is held to the contract."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from cchc_index.builders.contract import CountedFile, Evidence, Interval, LeftOut, Measure, NamedBuilder, RawFile
from cchc_index.evidence.raw import sha256_of
from cchc_index.problems.problem import Place, Problem
from cchc_index.registry.asking import Guard
from cchc_index.values.contexts import own_context

_MOST_NAMED: Final = 5


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
    found = answer_of(named, files, units)
    if isinstance(found, list) or not named.distribution:
        return found
    guard = Guard(named.builder, named.name, named.distribution)
    names = ", ".join(file.name for file in files) or "-"
    wanted = f"Evidence, files: CountedFile({names}; sha256)"
    guard.ask("build", wanted, lambda: found, lambda _: files_named(found) == files_read(files))
    if units is None or not (strangers := sorted(set(found.units) - set(units))):
        return found
    said = {"units": ", ".join(strangers[:_MOST_NAMED]), "count": str(len(strangers)), "builder": named.name}
    return [Problem("evidence.strangers", Place(names), arguments=said)]


@own_context
def answer_of(
    named: NamedBuilder, files: Sequence[RawFile], units: Sequence[str] | None = None
) -> Evidence | list[Problem]:
    """What a builder answers, held to be figures for what it measures; its files and units are not looked at.

    Raises:
        PluginError: A plugin's builder raises something, or answers something else.
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


def intervals_of(named: NamedBuilder, found: Evidence) -> tuple[Interval, ...]:
    """How far the figures of a builder may be off, where they come from a sample.

    Raises:
        PluginError: A plugin's builder raises something, or gives something else than intervals.
    """
    if not named.distribution:
        return found.intervals()
    guard = Guard(named.builder, named.name, named.distribution)
    made: tuple[Interval, ...] = guard.ask("intervals", "tuple[Interval, ...]", found.intervals, _are_intervals)
    return made


def files_named(found: Evidence) -> list[tuple[str, str]]:
    """The files that an answer names, each with the digest that it gives."""
    return sorted((each.name, each.sha256) for each in found.files)


def files_read(files: Sequence[RawFile]) -> list[tuple[str, str]]:
    """The files that were to be counted, each with the digest of its bytes."""
    return sorted((each.name, sha256_of(each.path)) for each in files)


def _are_all(found: object) -> bool:
    """Whether an answer is a tuple of measures, each with a name of its own; a share is one of two of them."""
    if not isinstance(found, tuple):
        return False
    names = {each.name for each in found if isinstance(each, Measure)}
    shares = [each.share for each in found if isinstance(each, Measure) and each.share]
    return 0 < len(names) == len(found) and all(len(share) == 2 and names.issuperset(share) for share in shares)


def _are_intervals(found: object) -> bool:
    return isinstance(found, tuple) and all(isinstance(each, Interval) for each in found)


def _fits(found: Any, measures: set[str]) -> bool:
    """Whether an answer is evidence in which every unit has an exact figure for measures that were promised."""
    if isinstance(found, list):
        return bool(found) and all(isinstance(each, Problem) and _is_legible(each) for each in found)
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
        and all(_is_count(rows) for rows in found.rows)
        and all(map(_is_file, found.files))
        and all(map(_is_left_out, found.left_out))
        and callable(found.intervals)
    )


def _is_legible(problem: Problem) -> bool:
    """Whether a problem can be told: what fills its words may be lacking, which raises."""
    return isinstance(problem.text("vi") + problem.text("en"), str)


def _is_count(found: object) -> bool:
    return type(found) is int and found >= 0


def _is_file(found: object) -> bool:
    return (
        isinstance(found, CountedFile)
        and all(type(each) is str for each in (found.name, found.sha256))
        and _is_count(found.rows)
    )


def _is_left_out(found: object) -> bool:
    """Whether it says how many rows of which kind, in a word that may be printed."""
    return isinstance(found, LeftOut) and _is_count(found.rows) and str(found.kind).isprintable()


def _is_exact(figure: object) -> bool:
    return figure is None or type(figure) is int or (isinstance(figure, Decimal) and figure.is_finite())
