"""Results as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc_index.cycle import CycleResult

_LIVE = ("=", "+", "-", "@", "\t", "\r", "|", "＝")
_HEAD = (
    "criteria",
    "status",
    "data",
    "stage",
    "unit",
    "name",
    "group",
    "rank",
    "points",
    "max_points",
    "index",
    "band",
    "complete",
)


def result_json(cycle: CycleResult) -> str:
    """The result as JSON, as the contract shapes it."""
    return json.dumps(cycle.to_dict(), ensure_ascii=False, indent=1) + "\n"


def result_csv(cycle: CycleResult) -> str:
    """The result as CSV: one row a unit, with the points of every node; empty where there are none.

    Every row repeats the set, its status and whether the data are real. A text a spreadsheet could run as a formula
    is written after an apostrophe.
    """
    codes = dict.fromkeys(code for result in cycle.results for code in result.criteria.positions)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*_HEAD, *map(quiet, codes)])
    for result in cycle.results:
        criteria = result.criteria
        for card in result:
            nodes = card.nodes
            row = [
                criteria.name,
                criteria.source.status,
                cycle.data or "",
                result.stage,
                quiet(card.unit.id),
                quiet(card.unit.name),
                quiet(card.group),
                card.rank,
                card.points,
                card.max_points,
                card.index,
                quiet(card.band.label.first) if card.band else None,
                "yes" if card.complete else "no",
            ]
            writer.writerow([*row, *(nodes[code].points if code in nodes else None for code in codes)])
    return text.getvalue()


def quiet(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    Example:
        >>> quiet("=1+1"), quiet("Sở Y tế")
        ("'=1+1", 'Sở Y tế')
    """
    return f"'{text}" if text.startswith(_LIVE) else text
