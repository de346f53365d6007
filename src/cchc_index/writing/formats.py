"""Results as JSON and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from cchc_index.results.json_text import INDENTED, json_pieces
from cchc_index.values.text import quiet

if TYPE_CHECKING:
    from cchc_index.checks.findings import AuditReport
    from cchc_index.checks.selftest import SelfTest
    from cchc_index.cycles.cycle_result import CycleResult
    from cchc_index.plans.planning import Plan
    from cchc_index.problems.problem import Language
    from cchc_index.results.explaining import Explanation
    from cchc_index.results.leads import Lead
    from cchc_index.results.plain import PlainColumns
    from cchc_index.results.result import IndexResult

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


def result_json(cycle: CycleResult, language: Language | None = None) -> Iterator[str]:
    """The result as JSON in pieces; with a language each node has its title and reason in it."""
    yield from json_pieces(cycle.streamed(language), INDENTED)
    yield "\n"


def result_csv(cycle: CycleResult) -> Iterator[str]:
    """The result as CSV in pieces: one row a unit, with the points of every node; empty where there are none.

    Where a stage took answers over from the one before it, `carried` counts them; where rows of raw records were left
    out, `left_out` says of which files, how many and why. At the end of a row stand the index
    of each top-level node and the rank by it.

    Every row repeats the set, its status and whether the data are real. A text a spreadsheet could run as a formula
    is written after an apostrophe.
    """
    codes = list(dict.fromkeys(code for result in cycle.results for code in result.criteria.positions))
    tops = list(dict.fromkeys(node.criterion.code for result in cycle.results for node in result.criteria.top))
    components = [f"{code}.{figure}" for code in tops for figure in ("index", "rank")]
    carries = any(result.outcome.carried is not None for result in cycle.results)
    lefts = [_left_out(result) for result in cycle.results]
    own = [*(["carried"] if carries else []), *(["left_out"] if any(lefts) else [])]
    yield csv_text([*_HEAD, *own, *map(quiet, [*codes, *components])], [])
    for result, left in zip(cycle.results, lefts, strict=True):
        criteria = result.criteria
        told = [left] if any(lefts) else []
        said = (criteria.name, criteria.source.status, cycle.data or "", result.stage)
        for block in result.plain().blocks():
            size = len(block.rows)
            columns = dict(zip(block.codes, map(_cells, block.node_points()), strict=True))
            points = [columns.get(code) or [""] * size for code in codes]
            found = _components(block)
            points += [found.get(name) or [""] * size for name in components]
            yield "".join(
                map("{}\n".format, map(",".join, zip(_heads(said, block, carries, told), *points, strict=True)))
            )


class _Row:
    """Gives back each row that a csv.writer writes."""

    def write(self, row: str) -> str:
        return row


def _left_out(result: IndexResult) -> str:
    """The rows of raw records that no figure of a result was counted from; "" where there are none."""
    origin = result.assessment.origin
    return "; ".join(f"{each.files}: {each.kind} {each.rows}" for each in origin.left_out) if origin else ""


def _heads(said: tuple[str, ...], block: PlainColumns, carries: bool, told: Sequence[str]) -> list[str]:
    """Each row up to its nodes: the texts that may need quotes. Points are digits and never do."""
    writer = csv.writer(_Row(), lineterminator="\n")
    head = block.head()
    columns: list[Sequence[object]] = [[each] * len(block.rows) for each in said]
    columns += [list(map(quiet, head[name])) for name in ("unit", "name", "group")]
    columns += [head[name] for name in ("rank", "points", "max_points", "index")]
    columns += [[band and quiet(band) for band in head["band"]]]
    columns += [["yes" if complete else "no" for complete in head["complete"]]]
    columns += [head.get("carried", [0] * len(block.rows))] if carries else []
    columns += [[quiet(each)] * len(block.rows) for each in told]
    return [writer.writerow(row).removesuffix("\n") for row in zip(*columns, strict=True)]


def _components(block: PlainColumns) -> dict[str, list[str]]:
    ranks = block.component_ranks()
    cells = {f"{code}.index": _cells(block.components.texts(at)) for at, code in enumerate(ranks)}
    return cells | {f"{code}.rank": [str(each or "") for each in column] for code, column in ranks.items()}


def _cells(texts: Sequence[str | None]) -> list[str]:
    return [text or "" for text in texts]


_NODE = ("code", "title", "points", "max_points", "status", "index", "rank", "reason", "reference", "note")


def explanation_csv(explanation: Explanation) -> str:
    """An explanation as CSV: one row a node, each with the set, its status and whether the data are real."""
    plain = explanation.to_dict()
    said = [explanation.scorecard.criteria.name, plain["criteria"]["status"], plain["data"] or ""]
    rows = [[*said, quiet(plain["unit"]), *(quiet(str(node[key] or "")) for key in _NODE)] for node in plain["nodes"]]
    return csv_text(["criteria", "criteria_status", "data", "unit", *_NODE], rows)


_FINDING = ("unit", "what", "code", "published", "computed", "difference")


def audit_csv(report: AuditReport) -> str:
    """An audit as CSV: one row a difference, findings first, with the figure that causes it."""
    rows = []
    for kind, found in (("finding", report.findings), ("within_rounding", report.within_rounding)):
        for each in found:
            plain = each.to_dict()
            cause = " ".join(str(plain["cause"][key]) for key in ("unit", "what", "code")) if plain["cause"] else ""
            rows.append([kind, *(quiet(str(plain[key] or "")) for key in _FINDING), quiet(cause)])
    return csv_text(["kind", *_FINDING, "cause"], rows)


def selftest_csv(found: SelfTest) -> str:
    """A self-test as CSV: one row a trial."""
    rows = [
        [trial.unit, trial.code, quiet(trial.what), trial.expected, trial.obtained, "yes" if trial.agrees else "no"]
        for trial in found.trials
    ]
    return csv_text(["unit", "code", "what", "expected", "obtained", "agrees"], rows)


_WAY = ("way", "code", "title", "method", "points", "target", "gain", "max_points", "field", "bound", "value", "before")


def plan_csv(plan: Plan) -> str:
    """A plan as CSV: one row an improvement, with what its set comes to; no row where there is no set."""
    card = plan.card
    said = [
        card.criteria.name,
        card.criteria.source.status,
        card.assessment.data or "",
        quiet(card.unit.id),
        plan.state,
    ]
    rows: list[list[str]] = []
    for number, way in enumerate(plan.ways, 1):
        after = [f"{way.points:f}", f"{way.index:f}", str(way.rank or ""), quiet(way.band.label.first)]
        for each in way.improvements:
            plain = each.to_dict()
            plain = {"way": number, **plain, **(plain["report"] or {})}
            plain |= {name: _yes_no(plain.get(name)) for name in ("value", "before")}
            rows.append([*said, *(quiet(str(plain.get(name) or "")) for name in _WAY), *after])
    results = [f"result_{name}" for name in ("points", "index", "rank", "band")]
    return csv_text(["criteria", "status", "data", "unit", "state", *_WAY, *results], rows)


def lead_csv(lead: Lead) -> str:
    """Two units side by side as CSV: one row a part of the difference, exactly, and about."""
    plain = lead.to_dict()
    units = [each["unit"] for each in plain["units"]]
    said = [plain["criteria"]["id"], plain["criteria"]["status"], plain["data"] or "", *map(quiet, units)]
    rows = []
    for part in plain["parts"]:
        sides = part["units"] or [{}, {}]
        figures = [side.get(name) or "" for side in sides for name in ("points", "max_points")]
        share = part["share"]
        rows.append(
            [*said, part["kind"], quiet(part["top"]), quiet(part["code"]), share["about"], share["exact"], *figures]
        )
    sides_of = [f"{side}_{name}" for side in ("first", "second") for name in ("points", "max_points")]
    head = ["criteria", "status", "data", "first", "second", "kind", "top", "code", "share", "share_exact"]
    return csv_text([*head, *sides_of], rows)


def _yes_no(value: object) -> object:
    """A value as tables write it."""
    return ("yes" if value else "no") if isinstance(value, bool) else value


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A header and rows as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()
