"""Seeded random criteria sets and tables, with values put on thresholds, beside them, and on rounding ties."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

import yaml

from cchc_index.criteria.tree import Stage

Json = dict[str, Any]
Row = dict[str, str]
UNITS = 25
KINDS = (
    *("points", "yes_no", "steps", "steps", "steps", "proportion", "proportion", "proportion", "convert", "unscored"),
    *("per_case", "deduct", "survey", "mean_of_cases", "relative_to_best", "min_max"),
    *("best_of", "choose", "base_plus", "base_steps", "choice", "between", "between", "improvement"),
)
FIELDS = {
    "yes_no": ("yes_no",),
    "proportion": ("rate", "done", "planned"),
    "per_case": ("count",),
    "deduct": ("count",),
}
FIRST = ("points", "yes_no", "steps", "proportion", "convert", "unscored")  # rules whose possible points are plain
IN_PER_CENT = ("steps", "proportion", "convert", "survey", "best_of", "choose", "base_plus")
_STAGES: tuple[Stage, ...] = ("final", "final", "appraised", "self")


def _extra_nodes(node: Json) -> list[Json]:
    """What stands in the blocks of extra points of a set or a node."""
    extras = node.get("extras", {})
    return [each for kind in ("bonus", "penalty") for each in extras.get(kind, {}).get("criteria", [])]


def _is_rate(header: str, code: str) -> bool:
    """Whether a column holds a leaf's value, or the rate of one of its alternatives."""
    return header == code or (header.startswith(f"{code}.") and header.endswith(".rate"))


class Tree:
    """One random set with a register and a table for it."""

    def __init__(self, seed: int) -> None:
        """Make everything from the seed."""
        self.chance = random.Random(seed)
        self.places = self.chance.randint(0, 4)
        self.codes: list[str] = []
        self.leaves: list[Json] = []
        self.stage = self.chance.choice(_STAGES)
        self.two_groups = self.chance.random() < 0.5
        self.missing = self.chance.choice(["refuse", "incomplete"])
        self.criteria = self._set(seed)
        self.register = self._register()
        self.rows = self._rows()
        self._declare_small_rates()

    @property
    def text(self) -> str:
        """The set as YAML."""
        return yaml.safe_dump(self.criteria, allow_unicode=True, sort_keys=False, width=10_000)

    def _number(self, low: int, high: int, places: int | None = None) -> str:
        """A decimal between two whole numbers."""
        places = self.places if places is None else places
        return self._text(self.chance.randint(low * 10**places, high * 10**places), places)

    @staticmethod
    def _text(integer: int, places: int) -> str:
        return f"{Decimal(integer).scaleb(-places):f}"

    def _set(self, seed: int) -> Json:
        chance = self.chance
        nodes = [self._node(str(number), 1, chance.choice([1, 2, 3, 4])) for number in range(1, chance.randint(2, 4))]
        self._require(nodes)
        own = list(self.codes)
        index_places = chance.randint(0, 4)
        rank: Json = {"by": chance.choice(["index", "points"]), "compare": chance.choice(["published", "exact"])}
        rank["ties"] = chance.choice(["shared", "dense"])
        if chance.random() < 0.5:
            rank["then"] = chance.sample(own, min(len(own), chance.randint(1, 2)))
        if chance.random() < 0.3:
            rank["within"] = chance.choice([["group"], [], ["kind"], ["group", "kind"]])
        made: Json = {
            "id": f"tree-{seed}",
            "edition": "2021",
            "title": f"Cây {seed}",
            "source": {"status": "illustrative"},
            "rounding": {
                "points": str(self.places),
                "index": str(index_places),
                "mode": chance.choice(["half_up", "half_even", "truncate"]),
            },
            "rank": rank,
            "missing": self.missing,
            "not_applicable_words": ["na", "không áp dụng"],
        }
        made["criteria"] = nodes
        if chance.random() < 0.3:
            made["extras"] = self._extras()
        if chance.random() < 0.8:
            made["classify"] = {"thresholds": self._thresholds(index_places, nodes)}
        return made

    def _require(self, tops: list[Json]) -> None:
        """Some nodes require points of others in areas before theirs."""
        chance = self.chance

        def all_of(node: Json) -> list[Json]:
            return [node, *(each for part in node.get("criteria", []) for each in all_of(part))]

        before: list[Json] = []
        for top in tops:
            for node in all_of(top):
                targets = [each for each in before if Decimal(each["max_points"]) > 0]
                if targets and chance.random() < 0.1:
                    target = chance.choice(targets)
                    most = int(Decimal(target["max_points"]) * 10**self.places)
                    least = chance.choice([1, most, chance.randint(1, most)])
                    node["requires"] = {target["code"]: {"at_least": self._text(least, self.places)}}
                    if chance.random() < 0.4:
                        node["otherwise"] = "not_applicable"
            before += all_of(top)

    def _extras(self, within: str = "") -> Json:
        """A block of bonus or of penalty points, or both; of the set, or within a node."""
        chance = self.chance
        made: Json = {}
        before = f"{within}." if within else ""
        for kind, letter in chance.sample([("bonus", "T"), ("penalty", "P")], chance.randint(1, 2)):
            codes, leaves = list(self.codes), list(self.leaves)
            self.codes.append(before + kind)
            block: Json = {"max_points": self._text(chance.randint(1, 4 * 10**self.places), self.places)}
            block["criteria"] = [
                self._node(f"{before}{letter}{number}", 9, 0) for number in range(1, chance.randint(2, 3))
            ]
            if any(next(iter(part["rule"])) != "unscored" for part in block["criteria"]):
                made[kind] = block
            else:
                self.codes, self.leaves = codes, leaves
        if not within and chance.random() < 0.3:
            made["above_maximum"] = "allowed"
        return made

    def _thresholds(self, index_places: int, tops: list[Json]) -> Json:
        on, compare = self.chance.choice(["index", "points"]), self.chance.choice(["published", "exact"])
        places, most = (index_places, 100) if on == "index" else (self.places, 12)
        needed = _scored(tops) if all(Decimal(top["max_points"]) for top in tops) else []
        per_cents = index_places if compare == "published" else max(index_places, 2)
        bands = self._bands(places, most, needed, tops, per_cents)
        several = {"a": bands, "b": self._bands(places, most, needed, tops, per_cents)}
        return {
            "on": on,
            "compare": compare,
            "bands": several if self.two_groups and self.chance.random() < 0.5 else bands,
        }

    def _bands(self, places: int, most: int, needed: list[Json], tops: list[Json], per_cents: int) -> list[Json]:
        chance = self.chance
        cuts = sorted({chance.choice([25, 40, 50, 60, 75, 80]) * most * 10**places // 100 for _ in range(3)})
        bands: list[Json] = []
        for number, cut in enumerate(reversed(cuts), 1):
            band: Json = {"label": f"Loại {number}", chance.choice(["from", "from", "above"]): self._text(cut, places)}
            if needed and chance.random() < 0.4:
                band["needs"] = self._needs(needed, tops, per_cents)
            bands.append(band)
        last = {"label": "Cuối"} if chance.random() < 0.8 else {"label": "Cuối", "from": "0"}
        return [*bands, last]

    def _needs(self, needed: list[Json], tops: list[Json], per_cents: int) -> list[Json]:
        """One or two needs of a band: of nodes, of each area, of so many of several."""
        chance = self.chance
        targets = chance.sample(needed, min(len(needed), 3))
        single = [self._need(node, per_cents) for node in targets]
        if chance.random() < 0.3:
            each = {"each": "areas", **self._least(min(Decimal(top["max_points"]) for top in tops), per_cents)}
            areas = [*single, each] if chance.random() < 0.5 else [each]
            return [{"count": str(chance.randint(1, len(areas) + len(tops) - 1)), "of": areas}]
        if len(single) > 1 and chance.random() < 0.5:
            return [single[0], {"count": str(chance.randint(1, len(single) - 1)), "of": single[1:]}]
        return single[: chance.randint(1, 2)] if chance.random() < 0.8 else [{"each": "areas", "per_cent": "25"}]

    def _need(self, node: Json, per_cents: int) -> Json:
        return {"node": node["code"], **self._least(Decimal(node["max_points"]), per_cents)}

    def _least(self, most: Decimal, per_cents: int) -> Json:
        """A least per cent, or the fewest points of so many."""
        chance = self.chance
        if chance.random() < 0.5:
            whole = int(most * 10**self.places)
            return {
                "points": self._text(chance.choice([whole, (whole + 1) // 2, chance.randint(1, whole)]), self.places)
            }
        share = chance.choice([Decimal(25), Decimal(50), Decimal(75), Decimal(100), Decimal(200) / 3, Decimal(100) / 3])
        return {"per_cent": self._text(int(share * 10**per_cents), per_cents)}

    def _node(self, code: str, depth: int, deepest: int) -> Json:
        chance = self.chance
        self.codes.append(code)
        node: Json = {"code": code, "title": f"Tiêu chí {code}"}
        if depth >= deepest or chance.random() < 0.25:
            return self._leaf(node)
        parts = [self._node(f"{code}.{number}", depth + 1, deepest) for number in range(1, chance.randint(2, 4))]
        total = sum((Decimal(part["max_points"]) for part in parts), Decimal(0))
        node["max_points"] = f"{total:f}"
        if total and chance.random() < 0.25:
            node["parts_points"] = f"{total:f}"
            node["max_points"] = self._text(chance.randint(1, 12 * 10**self.places), self.places)
        if chance.random() < 0.3 and total:
            self._weigh(node, len(parts))
        elif chance.random() < 0.25 and total:
            node["not_applicable_parts"] = "redistribute"
        self._may_not_apply(node, 0.15)
        node["criteria"] = parts
        if total and chance.random() < 0.15 and (extras := self._extras(code)):
            node["extras"] = extras
        return node

    def _weigh(self, node: Json, count: int) -> None:
        """Parts that are weights: combined otherwise than by their sum, or read by a rule."""
        chance = self.chance
        node.pop("parts_points", None)
        most = Decimal(self._text(chance.randint(1, 12 * 10**self.places), self.places))
        node["max_points"] = f"{most:f}"
        ways: list[Json | str] = ["sum", "minimum", "harmonic", "geometric", {"best": str(chance.randint(1, count))}]
        ways += [{"drop_lowest": str(chance.randint(1, count - 1))}] if count > 1 else []
        node["combine"] = chance.choice(ways)
        if node["combine"] == "geometric" or (node["combine"] != "sum" and chance.random() < 0.5):
            return
        middle = self._text(chance.randint(0, int(most * 10**self.places)), self.places)
        rules: list[Json] = [
            {"proportion": {"full_at": "75", "zero_below": "33.3"}},
            {"between": {"worst": "20", "best": "80", "at_worst": self._base(most)}},
            {"between": {"worst": "12.5", "best": "100", "scale": "log"}},
            {
                "steps": {
                    "on": "rate",
                    "steps": [{"from": "75", "points": f"{most:f}"}, {"from": "50", "points": middle}],
                }
            },
        ]
        node["rule"] = chance.choice(rules)

    def _may_not_apply(self, node: Json, odds: float) -> None:
        if self.chance.random() < odds:
            node["not_applicable"] = self.chance.choice(["allowed", {"when": {"kind": "x"}}])

    def _leaf(self, node: Json) -> Json:
        chance = self.chance
        name = chance.choice(KINDS)
        most = Decimal(self._text(chance.randint(1, 6 * 10**self.places), self.places))
        node["max_points"] = "0" if name == "unscored" else f"{most:f}"
        node["rule"] = {name: getattr(self, f"_{name}")(most)}
        if chance.random() < 0.3:
            node["method"] = chance.choice(["appraised", "survey", "outside"])
        if name not in ("points", "unscored") and chance.random() < 0.3:
            node["free_points"] = "yes"
        if name != "unscored":
            self._may_not_apply(node, 0.25)
        self.leaves.append(node)
        return node

    def _points(self, most: Decimal) -> Json:
        return {"in_steps_of": f"{most:f}"} if self.chance.random() < 0.2 else {}

    def _yes_no(self, _: Decimal) -> Json:
        return {}

    def _unscored(self, _: Decimal) -> Json:
        return {}

    def _convert(self, _: Decimal) -> Json:
        scale: Json = {"scale": self.chance.choice(["100", "10", "7", "3.5", "1000"])}
        if self.chance.random() < 0.4:
            scale["from"] = self.chance.choice(["1", "0.5", "2000"])
        return scale

    def _proportion(self, _: Decimal) -> Json:
        made: Json = {"none_arose": self.chance.choice(["full", "zero", "not_applicable"])}
        if self.chance.random() < 0.5:
            made["zero_below"] = self.chance.choice(["50", "33.3", "12.5", "60"])
        if self.chance.random() < 0.5:
            made["full_at"] = self.chance.choice(["90", "62.5", "95.5", "100"])
        if self.chance.random() < 0.4:
            made["cap"] = "yes"
        return made

    def _steps(self, most: Decimal) -> Json:
        chance = self.chance
        on = chance.choice(["rate", "number", "days"])
        cuts = sorted({Decimal(self._number(1, 99, chance.randint(0, 2))) for _ in range(chance.randint(1, 4))})
        steps: list[Json] = []
        closed = chance.random() < 0.5  # cut-offs belong to the step above them
        for number in range(len(cuts) + 1):
            step: Json = {}
            if number:
                step["from" if closed else "above"] = f"{cuts[number - 1]:f}"
            if number < len(cuts):
                step["below" if closed else "to"] = f"{cuts[number]:f}"
            if len(step) == 2 and chance.random() < 0.5:
                step.pop(chance.choice(list(step)))
            step["points"] = self._text(chance.randint(0, int(most * 10**self.places)), self.places)
            steps.append(step)
        self._restore(steps, cuts, closed)
        if chance.random() < 0.4:
            steps.pop(chance.choice([0, -1]))
        steps[chance.randrange(len(steps))]["points"] = f"{most:f}"
        points = [Decimal(step["points"]) for step in steps]
        made: Json = {"on": on, "steps": steps}
        if points != sorted(points) and points != sorted(points, reverse=True):
            made["peak"] = "yes"
        chance.shuffle(steps)
        if on == "rate":
            made["none_arose"] = chance.choice(["full", "zero", "not_applicable"])
            made["cap"] = chance.choice(["yes", "no"])
        return made

    def _improvement(self, most: Decimal) -> Json:
        steps = self._steps(most)
        while "peak" in steps:
            steps = self._steps(most)
        change = self.chance.choice(["difference", "per_cent"])
        return {"steps": steps["steps"], "change": change, "no_previous": self._none_arose()}

    @staticmethod
    def _restore(steps: list[Json], cuts: list[Decimal], closed: bool) -> None:
        """Each edge between two steps is stated by one of them at least."""
        for number, cut in enumerate(cuts):
            below, above = steps[number], steps[number + 1]
            upper, lower = ("below", "from") if closed else ("to", "above")
            if upper not in below and lower not in above:
                above[lower] = f"{cut:f}"

    def _register(self) -> list[Row]:
        chance = self.chance
        return [
            {
                "unit": f"u{number:02}",
                "name": f"Đơn vị {number}",
                "group": chance.choice("ab") if self.two_groups else "a",
                "ranked": "no" if chance.random() < 0.1 else "yes",
                "kind": chance.choice("xyz"),
            }
            for number in range(UNITS)
        ]

    def _rows(self) -> list[Row]:
        headers = self._headers()
        rows = []
        for unit in self.register:
            row = dict.fromkeys(headers, "")
            row["unit"] = unit["unit"]
            for node in (*self.criteria["criteria"], *_extra_nodes(self.criteria)):
                self._fill(node, unit, row)
            rows.append(row)
        if len(rows) > 3 and self.chance.random() < 0.7:
            self._twins(rows)
        return rows

    def _declare_small_rates(self) -> None:
        """A leaf whose rates, or thresholds, above 0 and at most 1 are meant as per cent says so; others need not."""
        for leaf in self.leaves:
            steps = leaf["rule"].get("steps", {})
            marks = [Decimal(mark) for step in steps.get("steps", ()) for key, mark in step.items() if key != "points"]
            if steps.get("on") == "rate" and max(marks) <= 1:
                leaf["small_rates"] = "yes"
            if next(iter(leaf["rule"])) in IN_PER_CENT:
                own = [value for row in self.rows for header, value in row.items() if _is_rate(header, leaf["code"])]
                if any(value[:1].isdigit() and 0 < Decimal(value) <= 1 for value in own):
                    leaf["small_rates"] = "yes"

    def _headers(self) -> list[str]:
        headers = ["unit"]
        for code in self.codes:
            leaf = next((leaf for leaf in self.leaves if leaf["code"] == code), None)
            headers.append(code)
            if leaf is None:
                continue
            name = next(iter(leaf["rule"]))
            parameters = leaf["rule"][name]
            if name == "proportion" or (name == "steps" and parameters["on"] == "rate"):
                headers += [f"{code}.done", f"{code}.planned"]
            if name == "improvement":
                headers += [f"{code}.now", f"{code}.previous"]
            for key in ("options", "scores", "kinds") if name != "choice" else ():
                headers += [f"{code}.{field}" for field in parameters.get(key, ())]
            for alternative, rule in parameters.get("alternatives", {}).items():
                headers += [f"{code}.{alternative}.{field}" for field in FIELDS[next(iter(rule))]]
            if name not in ("points", "unscored"):
                headers.append(f"{code}.points")
        return headers

    def _twins(self, rows: list[Row]) -> None:
        """Units of one kind and group with the same values, so that places are shared."""
        first = self.register[0]
        for other, row in zip(self.register[1:4], rows[1:4], strict=True):
            other["kind"], other["group"] = first["kind"], first["group"]
            row |= {header: value for header, value in rows[0].items() if header != "unit"}
            for leaf in self.leaves:
                if row[leaf["code"]] and self.chance.random() < 0.3 and next(iter(leaf["rule"])) == "yes_no":
                    row[leaf["code"]] = (
                        self.chance.choice(["yes", "no"]) if row[leaf["code"]] in ("yes", "no") else row[leaf["code"]]
                    )

    def _fill(self, node: Json, unit: Row, row: Row) -> None:
        chance, code = self.chance, node["code"]
        condition = node.get("not_applicable")
        if isinstance(condition, dict) and unit["kind"] == "x":
            if "criteria" not in node and self._in_stage(node) and chance.random() < 0.3:
                row[code] = "na"
            return
        if "criteria" in node:
            if condition == "allowed" and chance.random() < 0.25:
                if chance.random() < 0.5:
                    row[code] = chance.choice(["na", "Không áp dụng"])
                else:
                    self._all_gone(node, row)
                return
            for part in (*node["criteria"], *_extra_nodes(node)):
                self._fill(part, unit, row)
        elif self._in_stage(node):
            if condition == "allowed" and chance.random() < 0.25:
                row[code] = "na"
            elif self.missing == "refuse" or chance.random() > 0.03:
                self._answer(node, row)

    def _all_gone(self, node: Json, row: Row) -> None:
        for part in (*node.get("criteria", []), *_extra_nodes(node)):
            self._all_gone(part, row)
        if "criteria" not in node and self._in_stage(node):
            row[node["code"]] = "na"

    def _in_stage(self, leaf: Json) -> bool:
        name = next(iter(leaf["rule"]))
        method = leaf.get(
            "method", {"convert": "outside", "improvement": "outside", "survey": "survey"}.get(name, "appraised")
        )
        return self.stage != "self" or method == "appraised"

    def _answer(self, leaf: Json, row: Row) -> None:
        (name, parameters) = next(iter(leaf["rule"].items()))
        code, most = leaf["code"], Decimal(leaf["max_points"])
        if name in FIRST[1:5] and self.chance.random() < 0.08:
            row[f"{code}.points"] = self._typed(leaf, name, parameters, most)
            return
        if name not in ("points", "unscored") and self.chance.random() < 0.05:
            row[f"{code}.points"] = self._number(0, 1, self.places) if most >= 1 else "0"
        getattr(self, f"_answer_{name}")(code, parameters, most, row)

    def _typed(self, leaf: Json, name: str, parameters: Json, most: Decimal) -> str:
        """Points typed instead of values: ones the rule can give, or any with more decimals if the leaf lets them."""
        if leaf.get("free_points") == "yes":
            return f"{most * Decimal(self.chance.randint(0, 2000)) / 2000:f}"
        if name == "yes_no":
            return self.chance.choice(["0", f"{most:f}"])
        if name == "steps":
            return str(self.chance.choice(["0", *(step["points"] for step in parameters["steps"])]))
        if name == "proportion" and "zero_below" in parameters:
            return self.chance.choice(["0", f"{most:f}"])
        return self._text(self.chance.randint(0, int(most * 10**self.places)), self.places)

    def _each(self, most: Decimal) -> str:
        return self._text(self.chance.randint(1, int(most * 10**self.places)), self.places)

    def _none_arose(self) -> str:
        return self.chance.choice(["full", "zero", "not_applicable"])

    def _per_case(self, most: Decimal) -> Json:
        made: Json = {"points_each": self._each(most)}
        return made | ({"at_most": f"{most:f}"} if self.chance.random() < 0.3 else {})

    def _deduct(self, most: Decimal) -> Json:
        made: Json = {"points_each": self._each(most)}
        if self.chance.random() < 0.4:
            made = {"kinds": {"late": self._each(most), "not_sent": self._each(most)}}
        if self.chance.random() < 0.5:
            made["down_to"] = self._text(self.chance.randint(0, int(most * 10**self.places) - 1), self.places)
        return made

    def _survey(self, _: Decimal) -> Json:
        weights = ["100", self.chance.choice(["60", "66.6", "75"]), self.chance.choice(["20", "33.3"]), "0"]
        names = ["very", "rather", "little", "none"][: self.chance.randint(2, 4)]
        return {"options": dict(zip(names, weights, strict=False)), "none_arose": self._none_arose()}

    def _mean_of_cases(self, most: Decimal) -> Json:
        middle = self._text(self.chance.randint(0, int(most * 10**self.places)), self.places)
        return {"scores": {"good": f"{most:f}", "fair": middle, "bad": "0"}, "none_arose": self._none_arose()}

    def _relative_to_best(self, _: Decimal) -> Json:
        chance = self.chance
        directions, among = chance.choice(["up", "down"]), chance.choice(["group", "all"])
        return {"direction": directions, "among": among, "none_arose": self._none_arose()}

    def _min_max(self, most: Decimal) -> Json:
        made = self._relative_to_best(most)
        if self.chance.random() < 0.5:
            made["low"] = self._text(self.chance.randint(0, int(most * 10**self.places) - 1), self.places)
        return made

    def _best_of(self, most: Decimal) -> Json:
        part = self._text(self.chance.randint(1, int(most * 10**self.places)), self.places)
        rules: Json = {
            "one": {"yes_no": {}},
            "two": {"proportion": {"none_arose": self._none_arose()}},
            "three": {"per_case": {"points_each": self._each(most), "at_most": part}},
        }
        return {"alternatives": rules}

    def _choose(self, most: Decimal) -> Json:
        rules: Json = {
            "x": {"proportion": {"none_arose": self._none_arose(), "full_at": "75"}},
            "y": {"yes_no": {}},
            "z": {"deduct": {"points_each": self._each(most)}},
        }
        return {"by": "kind", "alternatives": rules}

    def _choice(self, most: Decimal) -> Json:
        chance = self.chance
        middle = self._text(chance.randint(0, int(most * 10**self.places)), self.places)
        made: Json = {"options": {"A": f"{most:f}", "b, c": middle, "Đạt": "0"}}
        return made | ({"not_applicable": ["E"]} if chance.random() < 0.5 else {})

    def _between(self, most: Decimal) -> Json:
        chance = self.chance
        log = chance.random() < 0.5
        ends = [["1", "16"], ["2", "4"], ["100", "75000"], ["0.5", "32.5"]] if log else [["0", "80"], ["-2.5", "2.5"]]
        worst, best = chance.sample(chance.choice(ends), 2)
        made: Json = {"worst": worst, "best": best}
        made |= {"scale": "log"} if log else {}
        made |= {"beyond": "refuse"} if chance.random() < 0.2 else {}
        return made | ({"at_worst": self._base(most)} if chance.random() < 0.3 else {})

    def _factor(self) -> Json:
        return {"factor": {"by": "kind", "per_cent": {"x": "75", "y": "33.3"}}} if self.chance.random() < 0.6 else {}

    def _base(self, most: Decimal) -> str:
        return self._text(self.chance.randint(0, int(most * 10**self.places) - 1), self.places)

    def _base_plus(self, most: Decimal) -> Json:
        made: Json = {"base": self._base(most), "scale": self.chance.choice(["100", "70", "3.5"])}
        return made | ({"from": "2.5"} if self.chance.random() < 0.5 else {}) | self._factor()

    def _base_steps(self, most: Decimal) -> Json:
        chance = self.chance
        made: Json = {"base": self._base(most), "floor": chance.choice(["0", "50", "12.5"])}
        made |= {"per": chance.choice(["10", "7", "2.5"]), "points_each": self._each(most)}
        return made | {"below_floor": chance.choice(["base", "zero"])} | self._factor()

    def _answer_per_case(self, code: str, _: Json, __: Decimal, row: Row) -> None:
        row[code] = str(self.chance.randint(0, 12))

    def _answer_deduct(self, code: str, parameters: Json, most: Decimal, row: Row) -> None:
        if "kinds" in parameters:
            for name in parameters["kinds"]:
                row[f"{code}.{name}"] = str(self.chance.randint(0, 6))
        else:
            self._answer_per_case(code, parameters, most, row)

    def _answer_survey(self, code: str, parameters: Json, _: Decimal, row: Row) -> None:
        if self.chance.random() < 0.3:
            row[code] = self._number(0, 100, self.chance.randint(0, 3))
        else:
            self._answer_counts(code, parameters["options"], row)

    def _answer_mean_of_cases(self, code: str, parameters: Json, _: Decimal, row: Row) -> None:
        self._answer_counts(code, parameters["scores"], row)

    def _answer_counts(self, code: str, names: Json, row: Row) -> None:
        nobody = self.chance.random() < 0.1
        for name in names:
            row[f"{code}.{name}"] = "0" if nobody else str(self.chance.choice([0, 1, 2, self.chance.randint(0, 10**6)]))

    def _answer_relative_to_best(self, code: str, _: Json, __: Decimal, row: Row) -> None:
        row[code] = self.chance.choice(["0", "3", "7.5", self._number(0, 20, 1), self._number(0, 20, 3)])
        if code[0] in "24":  # in some leaves every unit has the same value
            row[code] = self.chance.choice(["0", "0", "0", row[code]]) if self.two_groups else "0"

    def _answer_min_max(self, code: str, parameters: Json, most: Decimal, row: Row) -> None:
        self._answer_relative_to_best(code, parameters, most, row)
        if self.chance.random() < 0.1 and row[code] != "0":
            row[code] = f"-{row[code]}"

    def _answer_best_of(self, code: str, parameters: Json, most: Decimal, row: Row) -> None:
        names = self.chance.sample(["one", "two", "three"], self.chance.randint(1, 3))
        for name in names:
            self._answer_inside(code, name, parameters["alternatives"][name], most, row)

    def _answer_choose(self, code: str, parameters: Json, most: Decimal, row: Row) -> None:
        kind = next(unit["kind"] for unit in self.register if unit["unit"] == row["unit"])
        self._answer_inside(code, kind, parameters["alternatives"][kind], most, row)

    def _answer_inside(self, code: str, name: str, rule: Json, most: Decimal, row: Row) -> None:
        kind, parameters = next(iter(rule.items()))
        inner: Row = {}
        getattr(self, f"_answer_{kind}")("it", parameters, most, inner)
        for header, value in inner.items():
            field = header.removeprefix("it").removeprefix(".") or FIELDS[kind][0]
            row[f"{code}.{name}.{field}"] = value

    def _answer_base_plus(self, code: str, parameters: Json, _: Decimal, row: Row) -> None:
        ends = [parameters.get("scale"), parameters.get("from"), parameters.get("floor"), "37.5"]
        chosen = self.chance.choice([end for end in ends if end])
        row[code] = self.chance.choice([chosen, self._number(0, 130, self.chance.randint(0, 3))])

    _answer_base_steps = _answer_base_plus

    def _answer_improvement(self, code: str, parameters: Json, _: Decimal, row: Row) -> None:
        chance = self.chance
        before = Decimal(self._number(0, 90, chance.randint(0, 2)))
        marks = [step[key] for step in parameters["steps"] for key in ("from", "above", "to", "below") if key in step]
        gain = Decimal(chance.choice(marks)) if chance.random() < 0.5 else Decimal(self._number(0, 60, 3))
        if parameters["change"] == "per_cent":
            before, gain = round(before / 10) * Decimal(10), round(before / 10) * gain / 10
        row[f"{code}.now"] = f"{max(before + chance.choice([gain, gain, -gain]), Decimal(0)):f}"
        if chance.random() < 0.9:
            row[f"{code}.previous"] = f"{before:f}"

    def _answer_choice(self, code: str, parameters: Json, _: Decimal, row: Row) -> None:
        label = self.chance.choice([*parameters["options"], *parameters.get("not_applicable", [])])
        row[code] = self.chance.choice([label, label.upper(), label.lower()])

    def _answer_between(self, code: str, parameters: Json, _: Decimal, row: Row) -> None:
        chance = self.chance
        low, high = sorted(Decimal(parameters[end]) for end in ("worst", "best"))
        value = chance.choice([low, high, low + (high - low) * Decimal(chance.randint(0, 1000)) / 1000])
        if low > 0 and chance.random() < 0.3:  # a root between the ends, where points are a fraction
            value = chance.choice([root for root in map(Decimal, ("2", "4", "8")) if low <= root <= high] or [low])
        if parameters.get("beyond") != "refuse" and chance.random() < 0.2:
            value = chance.choice([low - 1, Decimal(0), -high, high * 2, high + Decimal("0.001")])
        row[code] = f"{value:f}"

    def _answer_points(self, code: str, parameters: Json, most: Decimal, row: Row) -> None:
        if "in_steps_of" in parameters:
            row[code] = self.chance.choice(["0", f"{most:f}"])
            return
        finer = self.places + self.chance.randint(0, 2)
        integer = self.chance.randint(0, int(most * 10**finer))
        if finer > self.places and self.chance.random() < 0.6:  # on a rounding tie
            step = 10 ** (finer - self.places)
            integer = min(integer // step * step + step // 2, int(most * 10**finer))
        row[code] = self._text(integer, finer)

    def _answer_yes_no(self, code: str, _: Json, __: Decimal, row: Row) -> None:
        row[code] = self.chance.choice(["yes", "no", "có", "không"])

    def _answer_unscored(self, code: str, _: Json, __: Decimal, row: Row) -> None:
        row[code] = self.chance.choice(["", "12", "đang làm"])

    def _answer_convert(self, code: str, parameters: Json, most: Decimal, row: Row) -> None:
        start, end = Decimal(parameters.get("from", "0")), Decimal(parameters["scale"])
        share = Decimal(self.chance.choice([0, 1, self.chance.randint(0, 400)])) / 400
        value = start + (end - start) * (share if self.chance.random() < 0.7 else Decimal(self.chance.randint(0, 1)))
        if self.chance.random() < 0.3:  # the middle of two printed points, as far as a decimal can say it
            target = (Decimal(self.chance.randint(0, int(most * 10**self.places) - 1)) + Decimal("0.5")).scaleb(
                -self.places
            )
            value = round(start + (end - start) * target / most, 9)
        row[code] = f"{value:f}"

    def _answer_proportion(self, code: str, parameters: Json, most: Decimal, row: Row) -> None:
        marks = [parameters[key] for key in ("zero_below", "full_at") if key in parameters]
        self._answer_rate(code, parameters, marks, most, row)

    def _answer_steps(self, code: str, parameters: Json, most: Decimal, row: Row) -> None:
        marks = [step[key] for step in parameters["steps"] for key in ("from", "above", "to", "below") if key in step]
        if parameters["on"] == "rate":
            self._answer_rate(code, parameters, marks, most, row)
            return
        if self.chance.random() < 0.7:
            nudge = self.chance.choice(["0", "0", "0.01", "-0.01", "0.000001", "-0.000001"])
            row[code] = f"{Decimal(self.chance.choice(marks)) + Decimal(nudge):f}"
        else:
            row[code] = self._number(0, 120, self.chance.randint(0, 3))
        if parameters["on"] == "number" and self.chance.random() < 0.1:
            row[code] = f"-{self._number(0, 50, 1)}"

    def _answer_rate(self, code: str, parameters: Json, marks: list[str], most: Decimal, row: Row) -> None:
        chance = self.chance
        if chance.random() < 0.5:
            if marks and chance.random() < 0.6:
                rate = Decimal(chance.choice(marks)) + Decimal(
                    chance.choice(["0", "0", "0.01", "-0.01", "0.00001", "-0.00001"])
                )
            else:
                rate = Decimal(self._number(0, 100, chance.randint(0, 4)))
            if parameters.get("cap") == "yes" and chance.random() < 0.1:
                rate += 50
            elif parameters.get("cap") != "yes":
                rate = min(rate, Decimal(100))
            row[code] = f"{rate:f}"
            return
        if chance.random() < 0.08:
            row[f"{code}.done"] = row[f"{code}.planned"] = "0"
            return
        planned = chance.choice(
            [chance.randint(1, 50), chance.randint(1, 10**6), chance.randint(1, 10**12), 2 * 10 ** chance.randint(1, 9)]
        )
        done = chance.randint(0, planned)
        if marks and chance.random() < 0.3:
            done = int(Decimal(chance.choice(marks)) * planned / 100) + chance.choice([0, 0, 1, -1])
        if chance.random() < 0.3:  # half of a last decimal, where it can be hit
            ties = planned * (2 * chance.randint(0, int(most * 10**self.places) - 1) + 1)
            done, rest = divmod(ties, int(2 * most * 10**self.places))
            done = done if not rest else chance.randint(0, planned)
        done = max(0, done)
        if parameters.get("cap") == "yes" and chance.random() < 0.1:
            done = planned * 2
        elif parameters.get("cap") != "yes":
            done = min(done, planned)
        row[f"{code}.done"], row[f"{code}.planned"] = str(done), str(planned)


def _scored(nodes: list[Json]) -> list[Json]:
    """The nodes that have a maximum, at any depth."""
    found = [node for node in nodes if Decimal(node["max_points"]) > 0]
    return found + [each for node in nodes for each in _scored(node.get("criteria", []))]
