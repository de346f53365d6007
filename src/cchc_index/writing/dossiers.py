"""Counts of dossiers as a table of text and as CSV."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cchc_index.evidence.dossiers.tally import KEYS, MEASURES, RATES
from cchc_index.messages import phrase
from cchc_index.rules.columns import write_number
from cchc_index.values.text import quiet
from cchc_index.writing.formats import csv_text
from cchc_index.writing.table import YELLOW, Style, table_lines, wrapped

if TYPE_CHECKING:
    from cchc_index.evidence.dossiers.result import DossierCounts
    from cchc_index.problems.problem import Language

#: counts, where anybody has them, and rates of the table on a terminal; JSON and CSV hold all
_COUNTS = ("received", "settled", "early", "on_time", "late", "in_process", "overdue", "returned", "withdrawn")
_RATES = ("in_time_of_settled", "in_time_of_received")


def dossier_lines(found: DossierCounts, language: Language, style: Style) -> list[str]:
    """The counts as lines: what was read, what was allowed, and a row a unit."""
    lines = [
        phrase("dossiers.file", language, path=file.name, rows=f"{file.rows:,}", sha256=file.sha256[:16])
        for file in found.files
    ]
    if found.faults:
        lines.append(style.paint(phrase("dossiers.allowed", language), YELLOW))
        for problem in found.problems:
            lines += wrapped(f"- {problem.found(language)}", style.width, "  ", "    ")
    counts = [name for name in _COUNTS if any(each.counts[name] is not None for each in found.units)]
    keys = [(place, name) for place, name in enumerate(KEYS) if name in ("unit", *found.by)]
    header = [phrase(f"dossiers.{name}", language) for name in (*(name for _, name in keys), *counts, *_RATES)]
    rows = []
    for each in found.units:
        rates = each.rates
        figures: list[Decimal | int | None] = [each.counts[name] for name in counts]
        figures += [rates[name] for name in _RATES]
        told = ["-" if figure is None else write_number(figure, language) for figure in figures]
        rows.append([*(each.key[place] for place, _ in keys), *told])
    right = [False] * len(keys) + [True] * (len(counts) + len(_RATES))
    return [
        *lines,
        "",
        *table_lines(header, rows, right, style),
        "",
        phrase("dossiers.digest", language, sha256=found.digest),
    ]


def dossier_csv(found: DossierCounts) -> str:
    """The counts as CSV: keys, counts, rates; each row repeats what was allowed, with its count."""
    rates = [f"{part}_of_{whole}" for part, whole in RATES]
    places = [place for place, name in enumerate(KEYS) if name in ("unit", *found.by)]
    allowed = "; ".join(f"{kind}={count}" for kind, count in found.allowed.items())
    rows = []
    for each in found.units:
        per_cent = each.rates
        figures = [*(each.counts[name] for name in MEASURES), *(per_cent[name] for name in rates)]
        told = ["" if figure is None else str(figure) for figure in figures]
        rows.append([*(quiet(each.key[place]) for place in places), *told, each.rows, allowed])
    return csv_text([*(KEYS[place] for place in places), *MEASURES, *rates, "rows", "allowed"], rows)
