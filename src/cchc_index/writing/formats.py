"""Results as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc_index.checks.findings import AuditReport
    from cchc_index.checks.selftest import SelfTest
    from cchc_index.cycles.cycle import CycleResult
    from cchc_index.results.explaining import Explanation

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
    rows = []
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
            rows.append([*row, *(nodes[code].points if code in nodes else None for code in codes)])
    return _csv([*_HEAD, *map(quiet, codes)], rows)


_NODE = ("code", "title", "points", "max_points", "status", "reason", "reference", "note")


def explanation_csv(explanation: Explanation) -> str:
    """An explanation as CSV: one row a node, each with the set, its status and whether the data are real."""
    plain = explanation.to_dict()
    said = [explanation.scorecard.criteria.name, plain["criteria"]["status"], plain["data"] or ""]
    rows = [[*said, quiet(plain["unit"]), *(quiet(node[key] or "") for key in _NODE)] for node in plain["nodes"]]
    return _csv(["criteria", "criteria_status", "data", "unit", *_NODE], rows)


_FINDING = ("unit", "what", "code", "published", "computed", "difference")


def audit_csv(report: AuditReport) -> str:
    """An audit as CSV: one row a difference, findings first, with the figure that causes it."""
    rows = []
    for kind, found in (("finding", report.findings), ("within_rounding", report.within_rounding)):
        for each in found:
            plain = each.to_dict()
            cause = " ".join(str(plain["cause"][key]) for key in ("unit", "what", "code")) if plain["cause"] else ""
            rows.append([kind, *(quiet(str(plain[key] or "")) for key in _FINDING), quiet(cause)])
    return _csv(["kind", *_FINDING, "cause"], rows)


def selftest_csv(found: SelfTest) -> str:
    """A self-test as CSV: one row a trial."""
    rows = [
        [trial.unit, trial.code, quiet(trial.what), trial.expected, trial.obtained, "yes" if trial.agrees else "no"]
        for trial in found.trials
    ]
    return _csv(["unit", "code", "what", "expected", "obtained", "agrees"], rows)


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def quiet(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    Example:
        >>> quiet("=1+1"), quiet("Sở Y tế")
        ("'=1+1", 'Sở Y tế')
    """
    return f"'{text}" if text.startswith(_LIVE) else text
