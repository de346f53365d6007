"""Results written card by card and node by node, as slowly as it is plain: what all columns and streams must say.

Nothing here is shared with the library's own way: each unit is asked for its figures, and ``json.dumps`` and
``csv.writer`` write what it says. With it, a random result to say it of.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

import numpy as np

import cchc_index
from cchc_index.assessment.answers import Answers
from cchc_index.assessment.assessment import Assessment
from cchc_index.assessment.origin import Origin
from cchc_index.bands.contract import Band, Classification, Near
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.results.components import Components
from cchc_index.results.outcome import Outcome
from cchc_index.results.sums import Sums
from cchc_index.results.warnings import ResultWarning
from cchc_index.values.text import Text, quiet

SET = """
id: each
edition: 1
title: Bộ
source: {status: illustrative}
rounding: {points: POINTS, index: INDEX}
criteria:
  - code: "1"
    title: One
    max_points: 6
    criteria:
      - {code: 1.1, title: Leaf, max_points: 4, rule: proportion}
      - {code: "100%s", title: Leaf, max_points: 2, rule: yes_no}
  - {code: "=2", title: Leaf, max_points: 4, rule: points}
extras:
  bonus:
    max_points: 2
    criteria:
      - {code: T1, title: Leaf, max_points: 1, rule: {per_case: {points_each: 0.5}}}
"""
NAMES = ("Sở A", 'a, "b"', "=1+1", "%s %(x)s %", "line\nbreak", "tab\tin", "")
BANDS = (Band(Text.plain("Tốt"), Decimal(80)), Band(Text.plain("=Khá, %s")), Band(Text.plain("Tốt")))


def random_result(seed: int, units: int, places: tuple[int, int] = (2, 2), most: int = 4) -> cchc_index.IndexResult:
    """A result whose columns hold anything that they may, whether any rule gives it or not.

    Statuses of a node are all the same or mixed, maxima are one for all or one for each, points go up to `most` units.
    """
    chance = np.random.default_rng(seed)
    text = SET.replace("POINTS", str(places[0])).replace("INDEX", str(places[1]))
    criteria = parse_criteria(text, registry=cchc_index.Registry.builtin())
    register = cchc_index.Register(
        tuple(
            cchc_index.Unit(f"u{row * 7919 % (units + 1):05}", NAMES[row % len(NAMES)], f"group {row % 3}")
            for row in range(units)
        )
    )
    nodes = len(criteria.nodes)
    points = [chance.integers(0, most * 10 ** places[0] + 1, units) for _ in range(nodes)]
    statuses = [
        chance.integers(0, 5, units).astype(np.int8)
        if chance.random() < 0.5
        else np.full(units, chance.integers(0, 5), np.int8)
        for _ in range(nodes)
    ]
    maxima = [
        chance.integers(0, 3, units) * 10 ** places[0] if chance.random() < 0.5 else int(chance.integers(0, 300))
        for _ in range(nodes)
    ]
    sums = Sums(
        tuple(points),
        tuple(maxima),
        tuple(statuses),
        chance.integers(-3, 3 + most * 10 ** places[0], units),
        chance.integers(0, 2, units) * chance.integers(1, 10**6, units),
        chance.random(units) < 0.5,
    )
    has_index = chance.random(units) < 0.8
    index = chance.integers(0, 101 * 10 ** places[1], units)
    rank = np.where(has_index, chance.integers(0, units + 1, units), 0)
    band_of = chance.integers(-1, len(BANDS), units)
    near = tuple(Near(int(row), Decimal("79.99"), Decimal(80), BANDS[1]) for row in range(0, units, 5))
    answers = {leaf.criterion.code: Answers(statuses[leaf.position], {}) for leaf in criteria.leaves}
    origin = Origin("synthetic") if seed % 2 else None
    assessment = Assessment(criteria, register, "final", answers, origin=origin)
    outcome = Outcome(sums, index, has_index, rank, Classification(BANDS, band_of, near), Components(assessment, sums))
    claims = tuple(ResultWarning("claim", unit.id, "1.1", {"claimed": "%s"}) for unit in register.units[::4])
    return cchc_index.IndexResult(assessment, outcome, claims)


def ordered(result: cchc_index.IndexResult) -> list[cchc_index.Scorecard]:
    """The cards by group, rank and identifier, the unranked last."""
    cards = [result[unit.id] for unit in result.register]
    return sorted(cards, key=lambda card: (card.group, card.rank is None, card.rank or 0, card.unit.id))


def plain_result(result: cchc_index.IndexResult) -> dict[str, Any]:
    """What ``to_dict`` gives."""
    bands: dict[str, dict[str, int]] = {}
    for group in sorted({unit.group for unit in result.register}):
        cards = [card for card in ordered(result) if card.group == group and card.band is not None]
        found = [str(card.band) for card in cards]
        there = [band for band in result.outcome.classification.bands if any(card.band is band for card in cards)]
        places = [band.label.first for band in there]
        bands[group] = {label: found.count(label) for label in places}
    return {
        "criteria": dict(result.criteria.plain()),
        "stage": result.stage,
        "units": [_plain_unit(card) for card in ordered(result)],
        "bands": bands,
        "means": [_means(result, group) for group in (None, *bands)],
        "warnings": [warning.to_dict() for warning in result.warnings],
    }


def _plain_unit(card: cchc_index.Scorecard) -> dict[str, Any]:
    return {
        "unit": card.unit.id,
        "name": card.unit.name,
        "group": card.group,
        "points": _text(card.points),
        "max_points": _text(card.max_points),
        "index": _text(card.index),
        "rank": card.rank,
        "band": None if card.band is None else card.band.label.first,
        "complete": card.complete,
        "nodes": {
            code: {
                "points": _text(node.points),
                "max_points": _text(node.max_points),
                "status": node.status,
                "index": _text(node.index),
                **({} if node.depth or card.criteria.node(code).block else {"rank": node.rank}),
            }
            for code, node in card.nodes.items()
        },
    }


def _means(result: cchc_index.IndexResult, group: str | None) -> dict[str, Any]:
    """Means of what the cards print, of ranked units."""
    cards = [card for card in result if card.unit.ranked and group in (None, card.group)]
    codes = [node.criterion.code for node in result.criteria.nodes if not node.block]
    places = result.criteria.rounding.index

    def mean(figures: list[Decimal | None]) -> str | None:
        known = [Fraction(figure) for figure in figures if figure is not None]
        if not known:
            return None
        return str(Decimal(floor(sum(known) / len(known) * 10**places + Fraction(1, 2))).scaleb(-places))

    nodes = {code: mean([card.node(code).index for card in cards]) for code in codes}
    return {"group": group, "index": mean([card.index for card in cards]), "nodes": nodes}


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def plain_digest(cycle: CycleResult) -> str:
    """SHA-256 of the canonical JSON of the results."""
    results = [plain_result(result) for result in cycle.results]
    canonical = json.dumps(results, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def plain_json(cycle: CycleResult) -> str:
    """The JSON of ``score --format json``, with the provenance that the cycle says."""
    document = {
        "schema": "cchc-index/result/1",
        "cycle": cycle.id,
        "data": cycle.data,
        "results": [plain_result(result) for result in cycle.results],
        "sets": _sets(cycle),
        "provenance": {**cycle.to_dict()["provenance"], "digest": plain_digest(cycle)},
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _sets(cycle: CycleResult) -> dict[str, Any]:
    """Each set once: by its name, or by name and fingerprint where the name is already that of another content."""
    sets: dict[str, Any] = {}
    for criteria in (result.criteria for result in cycle.results):
        content = criteria.to_dict()
        if sets.setdefault(criteria.name, content) != content:
            sets[f"{criteria.name} {criteria.sha256[:12]}"] = content
    return sets


def plain_csv(cycle: CycleResult) -> str:
    """The CSV of ``score --format csv``."""
    codes = list(dict.fromkeys(code for result in cycle.results for code in result.criteria.positions))
    said = ["criteria", "status", "data", "stage"]
    figures = ["unit", "name", "group", "rank", "points", "max_points", "index", "band", "complete"]
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    tops = list(dict.fromkeys(node.criterion.code for result in cycle.results for node in result.criteria.top))
    components = [(code, figure) for code in tops for figure in ("index", "rank")]
    writer.writerow([*said, *figures, *map(quiet, codes), *(quiet(f"{code}.{figure}") for code, figure in components)])
    for result in cycle.results:
        criteria = result.criteria
        for unit in map(_plain_unit, ordered(result)):
            row = [criteria.name, criteria.source.status, cycle.data or "", result.stage]
            row += [quiet(unit[name]) for name in ("unit", "name", "group")]
            row += [unit[name] for name in ("rank", "points", "max_points", "index")]
            row += [unit["band"] and quiet(unit["band"]), "yes" if unit["complete"] else "no"]
            row += [unit["nodes"][code]["points"] if code in unit["nodes"] else "" for code in codes]
            own = {node.criterion.code for node in criteria.top}
            row += [unit["nodes"][code][figure] if code in own else "" for code, figure in components]
            writer.writerow(row)
    return made.getvalue()
