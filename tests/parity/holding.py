"""Holds what the library makes of published inputs against the figures that were published with them.

A figure that differs is accounted for where the inputs, printed rounded, allow it, or where a reason with a name is
shown to be the reason: another set, which differs in that alone, gives the figure as printed.
"""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import attrs

import cchc_index
from cchc_index.checks.findings import AuditReport, Finding

SETS: Final = Path(__file__).parent / "sets"
Rows = Sequence[Sequence[str]]


@attrs.frozen
class Reason:
    """Why figures differ, and what shows it.

    Attributes:
        name: The reason in words.
        shown_by: The criteria set that differs in this alone, for the same inputs.
    """

    name: str
    shown_by: str


@attrs.frozen
class Source:
    """Inputs and figures of one publication.

    Attributes:
        name: What the table calls it.
        criteria: The file of the criteria set, among the sets of this folder.
        tables: Makes the tables of a cycle from the folder of the data: the name of each file with its rows.
        bands: How many units of a group are in each band, as published.
        reason: Why figures differ, where rounded inputs do not explain it.
    """

    name: str
    criteria: str
    tables: Callable[[Path], Mapping[str, Rows]]
    bands: Mapping[str, Mapping[str, int]] = attrs.field(factory=dict)
    reason: Reason | None = None


@attrs.frozen
class Held:
    """What became of the figures of a source.

    Attributes:
        name: The source.
        compared: How many figures were compared.
        rounded: How many differ, as the rounding of the inputs allows.
        named: How many differ for a reason that was shown, by its name.
        unnamed: The differences without a reason.
    """

    name: str
    compared: int
    rounded: int
    named: Mapping[str, int]
    unnamed: tuple[str, ...]

    @property
    def equal(self) -> int:
        """How many figures are those that were published."""
        return self.compared - self.rounded - sum(self.named.values()) - len(self.unnamed)


def hold(source: Source, data: Path) -> Held:
    """Score the inputs of a source and account for every difference.

    Args:
        source: What is compared.
        data: The folder of the data.

    Raises:
        OSError: The data are not there.
    """
    tables = source.tables(data)
    report = _audited(source.criteria, tables)
    shown = _audited(source.reason.shown_by, tables) if source.reason else None
    named: Counter[str] = Counter()
    unnamed = []
    for finding in report.findings:
        if source.reason and shown and _gives(shown, finding):
            named[source.reason.name] += 1
        else:
            unnamed.append(_told(finding))
    bands = list(_bands(source, report))
    return Held(
        source.name,
        report.compared + sum(map(len, source.bands.values())),
        len(report.within_rounding),
        dict(named),
        (*unnamed, *bands),
    )


def _audited(criteria: str, tables: Mapping[str, Rows]) -> AuditReport:
    """The audit of a cycle that is made of a set and of tables."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        shutil.copy(SETS / criteria, folder / "set.yaml")
        entry = "  - {criteria: set.yaml, stage: final, files: [{path: values.csv, printed: yes}]}"
        head = ["id: parity", "title: Parity", "data: real", "stages: [final]", "assessments:", entry]
        (folder / "cycle.yaml").write_text("\n".join(head) + "\n", encoding="utf-8")
        known = set(cchc_index.load_criteria(folder / "set.yaml").positions)
        for name, rows in tables.items():
            kept = _of_the_set(rows, known) if name in ("values.csv", "published.csv") else rows
            with (folder / name).open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(kept)
        return cchc_index.audit(cchc_index.open_cycle(folder))


def _of_the_set(rows: Rows, known: set[str]) -> Iterable[list[str]]:
    """The columns whose codes the set has, and those that are no codes."""
    kept = [at for at, name in enumerate(rows[0]) if name in known or not name[:1].isdigit()]
    return ([row[at] for at in kept] for row in rows)


def _gives(shown: AuditReport, finding: Finding) -> bool:
    """Whether another set gives the figure as it was published, and not only within rounding."""
    differing = {(other.unit, other.what, other.code) for other in (*shown.findings, *shown.within_rounding)}
    (result,) = shown.results
    known = not finding.code or finding.code in result.criteria.positions
    return known and (finding.unit, finding.what, finding.code) not in differing


def _bands(source: Source, report: AuditReport) -> Iterable[str]:
    """The published numbers of units in bands that are not those found."""
    (result,) = report.results
    counts = result.band_counts()
    for group, bands in source.bands.items():
        for band, count in bands.items():
            found = counts[group].get(band, 0)
            if found != count:
                yield f"{group}: published {count} units {band}, found {found}"


def _told(finding: Finding) -> str:
    return f"{finding.unit}: {finding.what} {finding.code} published {finding.published}, found {finding.computed}"


def table(held: Iterable[Held]) -> str:
    """How many figures of each source are equal, and why others are not."""
    lines = ["| source | figures | equal | within rounding | for a named reason | without a reason |"]
    lines.append("|---|---|---|---|---|---|")
    for each in held:
        named = "; ".join(f"{count}: {name}" for name, count in each.named.items()) or "0"
        numbers = f"{each.compared} | {each.equal} | {each.rounded} | {named} | {len(each.unnamed)}"
        lines.append(f"| {each.name} | {numbers} |")
    return "\n".join(lines)
