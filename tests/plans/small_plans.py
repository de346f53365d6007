"""Small random sets with what each leaf can give, and plans found by trying everything."""

from __future__ import annotations

import itertools
import random
from decimal import Decimal
from typing import Any

import attrs
import yaml

import cchc_index
from cchc_index.plans.levers import Lever, levers_of
from cchc_index.plans.planning import Plan, Way
from cchc_index.plans.rescoring import rescored
from cchc_index.results.result import IndexResult
from cchc_index.scoring.leaves import score_leaf
from cchc_index.values.statuses import GIVEN

BUILTIN = cchc_index.Registry.builtin()
Json = dict[str, Any]
Key = tuple[Decimal | int, ...]


@attrs.frozen
class Small:
    """A random set with its units' values, and what each leaf can give.

    Attributes:
        result: The scored result.
        gives: By code the points that the leaf can give.
    """

    result: IndexResult
    gives: dict[str, tuple[Decimal, ...]]


class Maker:
    """Makes a small set from a seed."""

    def __init__(self, seed: int) -> None:
        """Begin."""
        self.chance = random.Random(seed)
        self.gives: dict[str, tuple[Decimal, ...]] = {}
        self.values: list[dict[str, str]] = [{"unit": name} for name in ("a", "b", "c")]
        self.seed = seed

    def leaf(self, code: str, most: int | None = None) -> Json:
        """A leaf of few levels, with a value for each unit."""
        chance = self.chance
        most = most or chance.choice([2, 3, 4])
        kind = chance.choice(["yes_no", "steps", "choice", "points", "per_case", "days", "whole"])
        made: Json = {"code": code, "title": f"Tiêu chí {code}", "max_points": most}
        middle = chance.randint(1, most - 1)
        if kind == "yes_no":
            made["rule"], values, gives = "yes_no", ["có", "không"], [0, most]
        elif kind == "steps":
            steps = [{"from": 90, "points": most}, {"from": 60, "below": 90, "points": middle}]
            made["rule"], values = {"steps": {"on": "rate", "steps": steps}}, ["95", "90", "75", "30"]
            gives = [0, middle, most]
        elif kind == "days":
            steps = [{"to": 0, "points": most}, {"above": 0, "to": 5, "points": middle}]
            made["rule"], values = {"steps": {"on": "days", "steps": steps}}, ["0", "3", "9"]
            gives = [0, middle, most]
        elif kind == "choice":
            made["rule"] = {"choice": {"options": {"A": most, "B": middle, "C": 0}}}
            values, gives = ["A", "B", "C"], [0, middle, most]
        elif kind == "per_case":
            made["rule"], values, gives = {"per_case": {"points_each": 1}}, ["0", "1", "9"], list(range(most + 1))
        elif kind == "points":
            made["rule"], values = {"points": {"in_steps_of": 1}}, ["0", "1", str(most)]
            gives = list(range(most + 1))
        else:  # every point there is, few enough to be tried
            made["rule"], values = "proportion", ["0", "50", "100"]
            gives = list(range(most * 10**self.places + 1))
            gives = [Decimal(each).scaleb(-self.places) for each in gives]  # type: ignore[misc]
        made["method"] = chance.choice(["appraised", "appraised", "outside"])
        for row in self.values:
            row[code] = chance.choice(values)
        self.gives[code] = tuple(map(Decimal, gives))
        return made

    def node(self, code: str) -> Json:
        """A node of two or three leaves, put together in one of many ways."""
        chance = self.chance
        parts = [self.leaf(f"{code}.{number}") for number in range(1, chance.choice([2, 2, 3]) + 1)]
        total = sum(part["max_points"] for part in parts)
        made: Json = {"code": code, "title": f"Lĩnh vực {code}", "max_points": total, "criteria": parts}
        kind = chance.choice(["sum", "sum", "sum", "scaled", "minimum", "best", "geometric", "rule", "extras", "kept"])
        if kind == "scaled":
            made |= {"max_points": total + chance.choice([-1, 1]), "parts_points": total}
        elif kind in ("minimum", "geometric"):
            made["combine"] = kind
        elif kind == "best":
            made["combine"] = {"best": 1}
        elif kind == "rule":
            steps = [{"from": 80, "points": total}, {"from": 40, "below": 80, "points": total - 1}]
            made["rule"] = {"steps": {"on": "rate", "steps": steps}}
        elif kind == "extras":
            made["extras"] = {"penalty": {"max_points": 2, "criteria": [self.leaf(f"{code}.P", 2)]}}
        elif kind == "kept":
            made["not_applicable_parts"] = "redistribute"
            parts[0]["not_applicable"] = "allowed"
            self.values[0][parts[0]["code"]] = "na"
        return made

    def make(self) -> Small:
        """The set, scored."""
        chance = self.chance
        self.places = chance.choice([0, 0, 1])
        nodes = [self.node("1"), self.node("2") if chance.random() < 0.5 else self.leaf("2")]
        if chance.random() < 0.3:
            nodes.append(self.leaf("3"))
        if chance.random() < 0.25:
            nodes[1]["requires"] = {nodes[0]["criteria"][1]["code"]: {"at_least": 1}}
            if chance.random() < 0.4:
                nodes[1]["otherwise"] = "not_applicable"
        top = chance.choice([60, 75, 90])
        bands: list[Json] = [{"label": "Tốt", "from": top}, {"label": "Khá", "from": 40}, {"label": "Kém"}]
        if chance.random() < 0.5:
            needs: list[Json] = [{"node": "1", "per_cent": chance.choice([50, 80])}]
            if chance.random() < 0.4:
                of = [
                    {"node": "1", "per_cent": 70},
                    {"node": "2", "points": 1},
                    {"node": nodes[-1]["code"], "per_cent": 99},
                ]
                needs = [{"count": chance.choice([1, 2]), "of": of}]
            bands[chance.choice([0, 0, 1])]["needs"] = needs
        classify = {"on": chance.choice(["index", "index", "points"]), "compare": chance.choice(["published", "exact"])}
        if classify["on"] == "points":
            bands[0]["from"], bands[1]["from"] = 5, 3
        made: Json = {
            "id": f"small-{self.seed}",
            "edition": 1,
            "title": "Bộ nhỏ",
            "source": {"status": "illustrative"},
            "rounding": {"points": self.places, "index": chance.choice([0, 1, 2])},
            "classify": {"thresholds": {**classify, "bands": bands}},
            "criteria": nodes,
        }
        if chance.random() < 0.3:
            made["extras"] = {
                "bonus": {"max_points": 1, "criteria": [self.leaf("T1", 2)]},
                "penalty": {"max_points": 3, "criteria": [self.leaf("P1", 2)]},
            }
        text = yaml.safe_dump(made, allow_unicode=True, sort_keys=False)
        criteria = cchc_index.CriteriaSet.from_yaml(text, registry=BUILTIN)
        return Small(cchc_index.score(criteria, cchc_index.read_assessment(self.values, criteria)), self.gives)


def by_trying(small: Small, unit: str, fewest: str) -> list[Key]:
    """The keys of the smallest sets, by scoring every choice of points of one leaf to three."""
    result, card = small.result, small.result[unit]
    found = result.outcome.classification
    ladder = found.places_of(card.group)
    own = ladder.index(int(found.band_of[card.row]))
    places = result.criteria.rounding.points
    levers = {lever.code: lever for lever in levers_of(card)}
    moves: dict[str, list[int]] = {}
    for leaf in result.criteria.leaves:
        scored = score_leaf(leaf, result.assessment)  # before what it requires of others
        if int(scored.status[card.row]) > GIVEN:
            continue
        code, now = leaf.criterion.code, int(scored.points[card.row])
        given = [int(each * 10**places) for each in small.gives[code]]
        better = [each for each in given if (each < now if leaf.block == "penalty" else each > now)]
        if better:
            moves[code] = better
    keys: list[Key] = []
    for size in (1, 2, 3):
        for codes in itertools.combinations(moves, size):
            costs = []
            for targets in itertools.product(*(moves[code] for code in codes)):
                changed = rescored(result, unit, dict(zip([levers[code] for code in codes], targets, strict=True)))
                if ladder.index(int(changed.outcome.classification.band_of[card.row])) < own:
                    costs.append(sum(abs(to - levers[code].now) for code, to in zip(codes, targets, strict=True)))
            if costs:
                keys.append(key_of([levers[code] for code in codes], Decimal(min(costs)).scaleb(-places), fewest))
        if fewest == "criteria" and keys:
            break
    return sorted(keys)


def key_of(levers: list[Lever], cost: Decimal, fewest: str) -> Key:
    """What sets are ordered by."""
    outside = sum(not lever.is_own for lever in levers)
    if fewest == "points":
        return (cost, len(levers), outside)
    return (len(levers), outside, cost)


def key_of_way(way: Way, plan: Plan) -> Key:
    """The same of a set that was found."""
    outside = sum(each.method != "appraised" for each in way.improvements)
    size = len(way.improvements)
    return (way.gain, size, outside) if plan.fewest == "points" else (size, outside, way.gain)
