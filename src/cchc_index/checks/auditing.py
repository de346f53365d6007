"""Holds published results against themselves and against what was reported.

Every printed figure is an interval of what it can have been before it was rounded; reported values are exact, unless
their file's entry says that they were printed too. What some values within these intervals explain is no finding;
of what none explain, one misprint is one finding, with the figures that it contradicts.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cchc_index.assessment.demands import register_problems
from cchc_index.checks.audit.basis import Basis
from cchc_index.checks.audit.class_counts import count_problems, no_units, wrong_counts
from cchc_index.checks.audit.table_held import Holding
from cchc_index.checks.findings import AuditReport, Finding
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.cycles.cycle import Cycle
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Place, Problem
from cchc_index.problems.wanted import want
from cchc_index.reading.declared import InputFormat, PublishedEntry
from cchc_index.reading.forms import Form
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.listing import units_of
from cchc_index.reading.published import PublishedCount, published_counts, published_table
from cchc_index.reading.register import read_register
from cchc_index.reading.sources import read_table
from cchc_index.reading.tables import Table
from cchc_index.scoring.method import score
from cchc_index.values.contexts import own_context


@own_context
def audit(cycle: Cycle, *, stage: str | None = None) -> AuditReport:
    """Hold a cycle's published results against themselves, and against what is computed from its reported values.

    Args:
        cycle: A cycle with a published.csv.
        stage: The stage that was published; by default the last one that has data.

    Raises:
        AssessmentError: There is no published.csv, or it has problems.

    Example:
        >>> import cchc_index
        >>> report = audit(cchc_index.open_cycle("lai-chau-2021"))
        >>> [(cause.unit, cause.what, cause.published) for cause in report.causes]
        [('so-ke-hoach-va-dau-tu', 'points', '13.859')]
    """
    want("cycle", cycle, Cycle, how="open_cycle(path)")
    table = cycle.files.published
    if table is None:
        raise AssessmentError(Problem("published.none"))
    bases = [Basis.of_result(score(each.criteria, each)) for each in cycle.assessments(stage)]
    return hold(bases, table, cycle.document.published or PublishedEntry(""), cycle.files.counts)


@own_context
def audit_table(path: str | Path, criteria: CriteriaSet, units: object = None, **declared: str | bool) -> AuditReport:
    """Hold a published table against itself: parts, totals, indices, ranks, classes and changes.

    Args:
        path: The table.
        criteria: The set that it is by.
        units: The register; by default the units are those of the table.
        declared: How the table is to be read, as `InputFormat` has it.

    Raises:
        AssessmentError: The table or the register has problems.
    """
    entry = PublishedEntry(str(path), **declared)  # type: ignore[arg-type]
    table = read_table(Path(path), str(path), entry, Texts())
    if units is not None:
        register = read_register(units, InputFormat(**declared))  # type: ignore[arg-type]
    else:
        listed = units_of([table])
        if isinstance(listed, list):
            raise AssessmentError([*table.problems, *listed])
        register = listed
    if not len(register):
        _, problems = published_table(table, (), (), ())
        raise AssessmentError(problems or Problem("table.no_rows", Place(str(path))))
    if problems := [*register_problems(criteria, register, "" if units is None else str(units))]:
        raise AssessmentError(problems)
    return hold([Basis.of_set(criteria, register)], table, entry, None)


def hold(
    bases: Sequence[Basis], table: Form | Table, entry: PublishedEntry, counted: Form | Table | None
) -> AuditReport:
    """Hold a published table, and perhaps counts of classes, against one or several bases.

    Args:
        bases: What it is held against.
        table: The table.
        entry: How its figures count.
        counted: A table of class counts; None without one.

    Raises:
        AssessmentError: A table has problems.
    """
    units = tuple(name for basis in bases for name in basis.register.rows)
    codes = tuple(dict.fromkeys(code for basis in bases for code in basis.criteria.positions))
    tops = tuple(dict.fromkeys(node.criterion.code for basis in bases for node in basis.criteria.top))
    published, problems = published_table(table, units, codes, tops, decimals=entry.decimals, among=entry.ranks_among)
    counts: list[PublishedCount] = []
    if counted is not None:
        counts, told = published_counts(counted)
        problems += [*told, *count_problems(counts, bases)]
    if problems:
        raise AssessmentError(problems)
    findings: list[Finding] = []
    explained: list[Finding] = []
    ends = []
    for basis in bases:
        holding = Holding(basis, published)
        found, within = holding.findings()
        findings += found
        explained += within
        if counts:
            ends.append((basis, holding.standings.class_ends()))
    wider = published.among is not None and published.among > len(units)
    findings += wrong_counts(counts, ends, published.bands, wider=wider)
    return AuditReport(
        tuple(findings),
        tuple(explained),
        published.compared + len(counts),
        tuple(basis.result for basis in bases if basis.result is not None),
        no_units(bases, published.units),
        tuple(basis.criteria for basis in bases if basis.result is None),
        {unit.id: unit.name for basis in bases for unit in basis.register},
    )
