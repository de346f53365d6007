"""A second scorer, independent of the library: one unit at a time, in fractions, straight from the rules' words.

It reads a criteria set as a plain dict in the shape of the YAML (numbers as text), rows as dicts of column header to
text, and returns each unit's entry as ``score --format json`` shapes it. It shares no code with the library.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any

from tests.differential.irrational import compared, rounded_by

Json = dict[str, Any]
Row = dict[str, str]

#: What the generated cases have touched: names of rules and options, ties and hits.
touched: Counter[str] = Counter()


def rounded(number: Fraction, places: int, mode: str) -> Fraction:
    """A number to so many decimals: half away from zero, half to even, or cut off."""
    unit = Fraction(1, 10**places)
    steps = abs(number) / unit
    whole = Fraction(int(steps))
    rest = steps - whole
    touched[f"mode {mode}"] += 1
    if rest == Fraction(1, 2):
        touched[f"tie {mode}"] += 1
    if mode == "half_up":
        whole += rest >= Fraction(1, 2)
    elif mode == "half_even":
        whole += rest > Fraction(1, 2) or (rest == Fraction(1, 2) and int(whole) % 2 == 1)
    value = whole * unit
    return value if number >= 0 else -value


def printed(number: Fraction, places: int) -> str:
    """A number that has at most so many decimals, written with all of them."""
    scaled = number * 10**places
    if scaled.denominator != 1:
        raise AssertionError(f"{number} is not rounded to {places}")
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    text = digits if not places else f"{digits[:-places]}.{digits[-places:]}"
    return f"-{text}" if number < 0 else text


class Leaf:
    """A leaf's outcome: points, or why there are none."""

    def __init__(self, status: str, points: Fraction | None = None) -> None:
        """Take the status and the points."""
        self.status = status
        self.points = points


class Oracle:
    """Scores all units of one set."""

    def __init__(self, criteria: Json, rows: list[Row], register: list[Row], stage: str) -> None:
        """Take the set, the table, the register and the stage."""
        self.criteria = criteria
        self.places = int(criteria["rounding"]["points"])
        self.index_places = int(criteria["rounding"]["index"])
        self.mode = criteria["rounding"].get("mode", "half_up")
        self.rows = {row["unit"]: row for row in rows}
        self.register = register
        self.stage = stage
        self.words = {word.casefold() for word in criteria.get("not_applicable_words", ["na"])}
        self.above: dict[str, list[Json]] = {}
        self.leaves: list[Json] = []
        self._note(criteria["criteria"], [])
        self.blocks = {kind: block for kind, block in criteria.get("extras", {}).items() if kind != "above_maximum"}
        for kind, block in self.blocks.items():
            self._note([self._block(kind, block)], [])
        self.complete = {unit["unit"]: self._answers_all(unit) for unit in register}

    def _note(self, nodes: list[Json], above: list[Json]) -> None:
        for node in nodes:
            self.above[node["code"]] = [*above, node]
            if "criteria" in node:
                self._note(node["criteria"], [*above, node])
                for kind, block in node.get("extras", {}).items():
                    self._note([self._block(f"{node['code']}.{kind}", block)], [*above, node])
            else:
                self.leaves.append(node)

    @staticmethod
    def _block(kind: str, block: Json) -> Json:
        return {"code": block.get("code", kind), **block}

    @staticmethod
    def _extended(points: Fraction, most: Fraction, beside: dict[str, Fraction]) -> Fraction:
        """A node's points with its bonus and penalty, between 0 and its applicable maximum."""
        points += beside.get("bonus", 0) - beside.get("penalty", Fraction(0))
        touched["node below nothing"] += points < 0
        touched["node above its maximum"] += points > most
        return min(max(points, Fraction(0)), most)

    def _extra(self, kind: str, unit: Row, nodes: Json, raw: Json, within: Json | None = None) -> Fraction:
        """What a block of extra points comes to, no more than its maximum."""
        blocks = self.blocks if within is None else within["extras"]
        block = self._block(kind if within is None else f"{within['code']}.{kind}", blocks[kind])
        gone = within is not None and any(self._does_not_apply(each, unit) for each in self.above[within["code"]])
        code, cap = block["code"], Fraction(block["max_points"])
        nodes[code] = None
        got = [self._node(part, unit, nodes, raw, gone=gone)[0] for part in block["criteria"]]
        states = [raw[part["code"]][2] for part in block["criteria"]]
        total = sum((points for points in got if points is not None), Fraction(0))
        touched[f"{kind} capped"] += total > cap
        if any(state in ("scored", "given") for state in states):
            status = "scored"
        else:
            status = next(word for word in ("missing", "unscored", "not_applicable") if word in states)
        out = status == "not_applicable"
        nodes[code] = {
            "points": printed(min(total, cap), self.places) if status == "scored" else None,
            "max_points": None if out else printed(cap, self.places),
            "status": status,
        }
        raw[code] = (min(total, cap) if status == "scored" else None, cap, status)
        return min(total, cap)

    def _answers_all(self, unit: Row) -> bool:
        """Whether nothing is missing from a unit, relative rules apart."""
        return not any(
            self._enters(leaf) and not self._is_gone(leaf, unit) and self._is_missing(leaf, unit)
            for leaf in self.leaves
        )

    def _is_gone(self, leaf: Json, unit: Row) -> bool:
        return any(self._does_not_apply(node, unit) for node in self.above[leaf["code"]]) or self._said_gone(leaf, unit)

    def _is_missing(self, leaf: Json, unit: Row) -> bool:
        """Whether a leaf that applies has no cell at all."""
        if next(iter(leaf["rule"])) == "unscored":
            return False
        cells = [value for header, value in self.rows[unit["unit"]].items() if self._belongs(leaf, header)]
        return not any(cells)

    def _belongs(self, leaf: Json, header: str) -> bool:
        """Whether a column is the leaf's: its code, or its code with a field, and no other node's."""
        code = leaf["code"]
        return header == code or (
            header.startswith(f"{code}.")
            and not any(
                header == other or header.startswith(f"{other}.") for other in self.above if len(other) > len(code)
            )
        )

    def score(self) -> dict[str, Json]:
        """Every unit's entry, by identifier."""
        entries = {unit["unit"]: self._unit(unit) for unit in self.register}
        self._rank(entries)
        self._components(entries)
        self._band(entries)
        for entry in entries.values():
            del entry["exact"], entry["raw"]
        return entries

    def _components(self, entries: dict[str, Json]) -> None:
        """Each node's per cent of what it could attain, and of top-level nodes the rank by it."""
        exact: dict[str, dict[str, Fraction]] = {}
        for unit, entry in entries.items():
            for code, (points, most, _) in entry["raw"].items():
                entry["nodes"][code]["index"] = None
                line = [(leaf["code"], [each["code"] for each in self.above[leaf["code"]]]) for leaf in self.leaves]
                missing = any(entry["raw"][leaf][2] == "missing" for leaf, above in line if code in above)
                in_block = any(each["code"].endswith(("bonus", "penalty")) for each in self.above[code])
                if points is None or not most or missing or in_block:
                    continue
                share = 100 * points / most
                exact.setdefault(code, {})[unit] = share
                found = printed(rounded(share, self.index_places, self.mode), self.index_places)
                entry["nodes"][code]["index"] = found
        rule = self.criteria["rank"]
        within = rule.get("within", ["group"])
        groups = {row["unit"]: tuple(row[column] for column in within) for row in self.register}
        ranked = {row["unit"] for row in self.register if row["ranked"] == "yes"}
        for code in (top["code"] for top in self.criteria["criteria"]):
            for entry in entries.values():
                entry["nodes"][code]["rank"] = None
            own = {name: share for name, share in exact.get(code, {}).items() if name in ranked}
            own = {name: share for name, share in own.items() if entries[name]["complete"]}
            if rule.get("compare", "published") == "published":
                own = {name: rounded(share, self.index_places, self.mode) for name, share in own.items()}
            for name, share in own.items():
                above = [other for each, other in own.items() if groups[each] == groups[name] and other > share]
                place = len(set(above)) if rule.get("ties", "shared") == "dense" else len(above)
                entries[name]["nodes"][code]["rank"] = place + 1
                touched["component ranked"] += 1

    def _unit(self, unit: Row) -> Json:
        nodes: Json = {}
        raw: dict[str, tuple[Fraction | None, Fraction | None, str]] = {}
        tops = [self._node(node, unit, nodes, raw, gone=False) for node in self.criteria["criteria"]]
        most = sum((top[1] for top in tops if top[1] is not None), Fraction(0))
        known = [top[0] for top in tops if top[0] is not None]
        points = sum(known, Fraction(0))
        if self.blocks:
            points += self._extra("bonus", unit, nodes, raw) if "bonus" in self.blocks else 0
            points -= self._extra("penalty", unit, nodes, raw) if "penalty" in self.blocks else 0
            touched["below nothing"] += points < 0
            points = max(points, Fraction(0))
            if self.criteria["extras"].get("above_maximum") != "allowed":
                touched["above the maximum"] += points > most
                points = min(points, most)
        complete = not any(state == "missing" and self._is_leaf(code) for code, (_, _, state) in raw.items())
        entry: Json = {
            "points": printed(points, self.places) if known and most else None,
            "max_points": printed(most, self.places) if most else None,
            "index": None,
            "rank": None,
            "band": None,
            "complete": complete,
            "nodes": nodes,
            "exact": None,
            "raw": raw,
        }
        if complete and most:
            entry["exact"] = (points, 100 * points / most)
            entry["index"] = printed(rounded(100 * points / most, self.index_places, self.mode), self.index_places)
        touched["nothing applicable"] += not most
        return entry

    def _is_leaf(self, code: str) -> bool:
        return "criteria" not in self.above[code][-1]

    def _node(
        self,
        node: Json,
        unit: Row,
        nodes: Json,
        raw: dict[str, tuple[Fraction | None, Fraction | None, str]],
        *,
        gone: bool,
    ) -> tuple[Fraction | None, Fraction | None]:
        """A node's points and applicable maximum; None where there are no points, and where the node is out."""
        gone = gone or self._does_not_apply(node, unit)
        nodes[node["code"]] = None  # keeps parents before their parts
        if "criteria" not in node:
            points, most, status = self._leaf(node, unit, gone=gone)
        else:
            points, most, status = self._parent(node, unit, nodes, raw, gone=gone)
            beside = {kind: self._extra(kind, unit, nodes, raw, node) for kind in node.get("extras", {})}
            if beside and status == "scored":
                points = self._extended(points or Fraction(0), most or Fraction(0), beside)
        points, most, status = self._required(node, (points, most, status), unit, nodes, raw)
        raw[node["code"]] = (points, most, status)
        touched[f"status {status}"] += 1
        nodes[node["code"]] = {
            "points": None if points is None else printed(points, self.places),
            "max_points": None if most is None else printed(most, self.places),
            "status": status,
        }
        return points, most

    def _required(
        self,
        node: Json,
        own: tuple[Fraction | None, Fraction | None, str],
        unit: Row,
        nodes: Json,
        raw: dict[str, tuple[Fraction | None, Fraction | None, str]],
    ) -> tuple[Fraction | None, Fraction | None, str]:
        """A node where others that it requires have too few points, or are missing."""
        found: list[tuple[Fraction | None, str, Fraction]] = []
        for code, requirement in node.get("requires", {}).items():
            if code not in raw:
                above = self.above[code]
                gone = any(self._does_not_apply(each, unit) for each in above[:-1])
                self._node(above[-1], unit, nodes, raw, gone=gone)
            found.append((raw[code][0], raw[code][2], Fraction(requirement["at_least"])))
        if own[2] in ("not_applicable", "unscored"):
            return own
        if any(status == "missing" for _, status, _ in found):
            touched["requires, missing"] += 1
            return None, own[1], "missing"
        if any(points is not None and points < least for points, _, least in found):
            if node.get("otherwise") == "not_applicable":
                touched["requires, not applicable"] += 1
                return None, None, "not_applicable"
            touched["requires, zero"] += 1
            return Fraction(0), own[1], "scored"
        touched["requires, met"] += bool(found)
        return own

    def _does_not_apply(self, node: Json, unit: Row) -> bool:
        condition = node.get("not_applicable")
        if isinstance(condition, dict):
            touched["not applicable when"] += 1
            if all(unit[column] == value for column, value in condition["when"].items()):
                return True
        return self._cell(unit, node["code"]).casefold() in self.words

    def _cell(self, unit: Row, header: str) -> str:
        return self.rows[unit["unit"]].get(header, "")

    def _parent(
        self,
        node: Json,
        unit: Row,
        nodes: Json,
        raw: dict[str, tuple[Fraction | None, Fraction | None, str]],
        *,
        gone: bool,
    ) -> tuple[Fraction | None, Fraction | None, str]:
        parts = [self._node(part, unit, nodes, raw, gone=gone) for part in node["criteria"]]
        states = [raw[part["code"]][2] for part in node["criteria"]]
        got = sum((points for points, _ in parts if points is not None), Fraction(0))
        attainable = sum((most for _, most in parts if most is not None), Fraction(0))
        if any(state in ("scored", "given") for state in states):
            status = "scored"
        else:
            status = next(word for word in ("missing", "unscored", "not_applicable") if word in states)
        if status == "not_applicable":
            return None, None, status
        if self._weighs(node):
            return self._weighed(node, parts, states, status)
        most: Fraction = attainable
        own = Fraction(node["max_points"])
        whole = Fraction(node.get("parts_points") or node["max_points"])
        keeps = node.get("not_applicable_parts") == "redistribute"
        if "parts_points" in node or keeps:
            reached = sum((self._staged(part) for part in node["criteria"]), Fraction(0))
            staged = own if reached == whole else rounded(reached * own / whole, self.places, self.mode)
            if keeps:
                touched["redistribute"] += 1
                most = staged if attainable else Fraction(0)
                got = rounded(got * staged / attainable, self.places, self.mode) if attainable else Fraction(0)
            else:
                touched["parts_points"] += 1
                full = attainable == reached
                most = staged if full else rounded(attainable * own / whole, self.places, self.mode)
                got = rounded(got * own / whole, self.places, self.mode)
        return (got if status == "scored" else None), most, status

    @staticmethod
    def _weighs(node: Json) -> bool:
        return "rule" in node or node.get("combine", "sum") != "sum"

    def _weighed(
        self, node: Json, parts: list[tuple[Fraction | None, Fraction | None]], states: list[str], status: str
    ) -> tuple[Fraction | None, Fraction | None, str]:
        """A node whose parts are weights, by its aggregation, and then by its rule."""
        own = Fraction(node["max_points"])
        shares = [(points or Fraction(0), most) for points, most in parts if most]
        if "missing" in states:
            touched["weighing, missing"] += 1
            return None, own if shares else Fraction(0), "missing"
        if not shares:
            return (Fraction(0) if status == "scored" else None), Fraction(0), status
        combine = node.get("combine", "sum")
        name, count = next(iter(combine.items())) if isinstance(combine, dict) else (combine, "0")
        touched[f"combine {name}"] += 1
        if name == "geometric":
            return self._geometric(shares, own), own, "scored"
        share = self._share(name, int(count), shares)
        if "rule" not in node:
            return rounded(own * share, self.places, self.mode), own, "scored"
        rule, parameters = next(iter(node["rule"].items()))
        touched[f"parts by {rule}"] += 1
        if rule == "steps":
            points = self._step(parameters["steps"], 100 * share)
        elif rule == "between":
            points = self._goalposts(parameters, 100 * share, own)
        else:
            rate, full = 100 * share, Fraction(parameters.get("full_at", "100"))
            floor = Fraction(parameters.get("zero_below", "0"))
            points = Fraction(0) if rate < floor else own * min(rate / full, Fraction(1))
        return rounded(points, self.places, self.mode), own, "scored"

    @staticmethod
    def _share(name: str, count: int, shares: list[tuple[Fraction, Fraction]]) -> Fraction:
        """What parts got of what they could get, as one share."""
        if name == "minimum":
            return min(points / most for points, most in shares)
        if name == "harmonic":
            if any(points == 0 for points, _ in shares):
                return Fraction(0)
            whole = sum((most for _, most in shares), Fraction(0))
            return whole / sum((most * most / points for points, most in shares), Fraction(0))
        kept = sorted(shares, key=lambda part: -part[0] / part[1])  # of equal shares the earlier stays ahead
        if name == "best":
            kept = kept[:count]
        elif name == "drop_lowest":
            kept = kept[: max(len(kept) - count, 1)]
        return sum((points for points, _ in kept), Fraction(0)) / sum((most for _, most in kept), Fraction(0))

    def _geometric(self, shares: list[tuple[Fraction, Fraction]], own: Fraction) -> Fraction:
        if any(points == 0 for points, _ in shares):
            return Fraction(0)
        unit = Fraction(1, 10**self.places)
        weights = [int(most / unit) for _, most in shares]
        factors = [(points / most, weight) for (points, most), weight in zip(shares, weights, strict=True)]

        def side(boundary: Fraction) -> int:
            if boundary == 0:
                return 1
            found = compared([*factors, (boundary / own, -sum(weights))])
            touched["root tie"] += found == 0
            return found

        return rounded_by(side, own, self.places, self.mode)

    def _staged(self, node: Json) -> Fraction:
        """A node's maximum at this stage, if everything applies."""
        own = Fraction(node["max_points"])
        if "criteria" not in node:
            return own if self._enters(node) else Fraction(0)
        reached = sum((self._staged(part) for part in node["criteria"]), Fraction(0))
        if self._weighs(node):
            return own if reached else Fraction(0)
        whole = Fraction(node.get("parts_points") or node["max_points"])
        return own if reached == whole else rounded(reached * own / whole, self.places, self.mode)

    def _enters(self, leaf: Json) -> bool:
        name = next(iter(leaf["rule"]))
        method = leaf.get(
            "method", {"convert": "outside", "improvement": "outside", "survey": "survey"}.get(name, "appraised")
        )
        return self.stage != "self" or method == "appraised"

    def _leaf(self, leaf: Json, unit: Row, *, gone: bool) -> tuple[Fraction | None, Fraction | None, str]:
        most = Fraction(leaf["max_points"])
        if not self._enters(leaf):
            touched["left out at self"] += 1
            return None, Fraction(0), "unscored"
        if gone or self._said_gone(leaf, unit):
            return None, None, "not_applicable"
        (name, parameters) = next(iter(leaf["rule"].items()))
        if name == "unscored":
            return None, Fraction(0), "unscored"
        touched[f"rule {name}"] += 1
        touched["small rates"] += leaf.get("small_rates") == "yes"
        outcome: Leaf = getattr(self, f"_{name}")(leaf, parameters, unit, most)
        if outcome.status == "not_applicable":
            touched["none arose, not applicable"] += 1
            return None, None, "not_applicable"
        if outcome.status == "unknown":
            return None, most, "missing"
        if outcome.status == "missing":
            typed = self._cell(unit, f"{leaf['code']}.points")
            if typed and name != "points":
                touched["free points" if leaf.get("free_points") == "yes" else "given"] += 1
                return rounded(Fraction(typed), self.places, self.mode), most, "given"
            return None, most, "missing"
        if outcome.points is None:
            raise AssertionError(leaf["code"])
        if self._cell(unit, f"{leaf['code']}.points") and name != "points":
            touched["claim"] += 1
        return rounded(outcome.points, self.places, self.mode), most, "scored"

    def _said_gone(self, leaf: Json, unit: Row) -> bool:
        cells = [value for header, value in self.rows[unit["unit"]].items() if header.startswith(f"{leaf['code']}.")]
        return any(cell.casefold() in self.words for cell in cells)

    def _whole(self, unit: Row, header: str) -> Fraction:
        return Fraction(self._cell(unit, header))

    def _per_case(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        text = self._cell(unit, leaf["code"]) or self._cell(unit, f"{leaf['code']}.count")
        if not text:
            return Leaf("missing")
        cap = Fraction(parameters.get("at_most", most))
        touched["per_case capped"] += Fraction(text) * Fraction(parameters["points_each"]) > cap
        return Leaf("scored", min(Fraction(text) * Fraction(parameters["points_each"]), cap))

    def _deduct(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        floor = Fraction(parameters.get("down_to", "0"))
        left = most
        for name, each in parameters.get("kinds", {"count": parameters.get("points_each")}).items():
            text = self._cell(unit, f"{leaf['code']}.{name}")
            text = text or ("" if "kinds" in parameters else self._cell(unit, leaf["code"]))
            if not text:
                return Leaf("missing")
            left -= Fraction(text) * Fraction(each)
        touched["deduct to the floor"] += left < floor
        touched["deduct by kinds"] += "kinds" in parameters
        return Leaf("scored", max(left, floor))

    def _survey(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        text = self._cell(unit, leaf["code"])
        if text:
            return Leaf("scored", most * Fraction(text) / 100)
        return self._weighted(leaf, parameters["options"], parameters, unit, most, most / 100)

    def _mean_of_cases(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        return self._weighted(leaf, parameters["scores"], parameters, unit, most, Fraction(1))

    def _weighted(
        self, leaf: Json, weights: dict[str, str], parameters: Json, unit: Row, most: Fraction, times: Fraction
    ) -> Leaf:
        cells = {name: self._cell(unit, f"{leaf['code']}.{name}") for name in weights}
        if not all(cells.values()):
            return Leaf("missing")
        total = sum(Fraction(cell) for cell in cells.values())
        if not total:
            touched["nobody"] += 1
            return self._none_arose(parameters["none_arose"], most)
        return Leaf(
            "scored", times * sum(Fraction(weights[name]) * Fraction(cell) for name, cell in cells.items()) / total
        )

    def _range(self, leaf: Json, parameters: Json, unit: Row) -> tuple[Fraction, Fraction] | None:
        """The least and the greatest value of the ranked, complete units; None where it is unknown."""
        among = parameters.get("among", "group")
        values = []
        for other in self.register:
            if among == "group" and other["group"] != unit["group"]:
                continue
            if other["ranked"] != "yes" or self._is_gone(leaf, other):
                continue
            text = self._cell(other, leaf["code"])
            if not text and not self._cell(other, f"{leaf['code']}.points"):
                return None
            if text and self.complete[other["unit"]]:
                values.append(Fraction(text))
        return (min(values), max(values)) if values else None

    def _relative_to_best(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        text = self._cell(unit, leaf["code"])
        found = self._range(leaf, parameters, unit)
        if not text or found is None:
            touched["range unknown"] += bool(text)
            return Leaf("unknown" if text else "missing")
        value, (low, high) = Fraction(text), found
        touched["beyond the range"] += not low <= value <= high
        if parameters.get("direction", "up") == "up":
            if high == 0:
                touched["best is 0"] += 1
                return self._none_arose(parameters["none_arose"], most)
            return Leaf("scored", most * min(value / high, Fraction(1)))
        if value <= low:
            return Leaf("scored", most)
        return Leaf("scored", most * low / value)

    def _min_max(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        text = self._cell(unit, leaf["code"])
        found = self._range(leaf, parameters, unit)
        if not text or found is None:
            touched["range unknown"] += bool(text)
            return Leaf("unknown" if text else "missing")
        low, high = found
        value = min(max(Fraction(text), low), high)
        if low == high:
            touched["no range"] += 1
            return self._none_arose(parameters["none_arose"], most)
        share = (value - low) / (high - low)
        share = share if parameters.get("direction", "up") == "up" else 1 - share
        least = Fraction(parameters.get("low", "0"))
        return Leaf("scored", least + (most - least) * share)

    def _inside(self, leaf: Json, name: str, rule: Json, unit: Row, most: Fraction) -> Leaf:
        """What an alternative gives: the same rule on columns under its name."""
        kind, parameters = next(iter(rule.items()))
        bare = {"yes_no": "yes_no", "per_case": "count", "deduct": "count"}.get(kind, "rate")
        stem = f"{leaf['code']}.{name}"
        row = self.rows[unit["unit"]]
        self.rows[unit["unit"]] = {**row, stem: row.get(f"{stem}.{bare}", "")}
        outcome: Leaf = getattr(self, f"_{kind}")({**leaf, "code": stem}, parameters, unit, most)
        self.rows[unit["unit"]] = row
        return outcome

    def _best_of(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        found = [self._inside(leaf, name, rule, unit, most) for name, rule in parameters["alternatives"].items()]
        reported = [each for each in found if each.status != "missing"]
        if not reported:
            return Leaf("missing")
        points = [each.points for each in reported if each.points is not None]
        touched["best of several"] += len(points) > 1
        return Leaf("scored", max(points)) if points else Leaf("not_applicable")

    def _choose(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        name = unit[parameters["by"]]
        touched[f"choose {name}"] += 1
        return self._inside(leaf, name, parameters["alternatives"][name], unit, most)

    @staticmethod
    def _asked(parameters: Json, unit: Row) -> Fraction:
        factor = parameters.get("factor")
        touched["factor"] += bool(factor and unit[factor["by"]] in factor["per_cent"])
        return Fraction(factor["per_cent"].get(unit[factor["by"]], "100")) / 100 if factor else Fraction(1)

    def _base_plus(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        text = self._cell(unit, leaf["code"])
        if not text:
            return Leaf("missing")
        asked, base = self._asked(parameters, unit), Fraction(parameters["base"])
        start, end = Fraction(parameters.get("from", "0")) * asked, Fraction(parameters["scale"]) * asked
        share = min(max((Fraction(text) - start) / (end - start), Fraction(0)), Fraction(1))
        return Leaf("scored", base + (most - base) * share)

    def _base_steps(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        text = self._cell(unit, leaf["code"])
        if not text:
            return Leaf("missing")
        asked, base = self._asked(parameters, unit), Fraction(parameters["base"])
        above = Fraction(text) - Fraction(parameters["floor"]) * asked
        touched["floor of steps"] += above == 0
        if above < 0:
            return Leaf("scored", base if parameters.get("below_floor", "base") == "base" else Fraction(0))
        steps = above // (Fraction(parameters["per"]) * asked)
        return Leaf("scored", min(base + steps * Fraction(parameters["points_each"]), most))

    def _points(self, leaf: Json, _: Json, unit: Row, __: Fraction) -> Leaf:
        text = self._cell(unit, leaf["code"]) or self._cell(unit, f"{leaf['code']}.points")
        return Leaf("scored", Fraction(text)) if text else Leaf("missing")

    def _yes_no(self, leaf: Json, _: Json, unit: Row, most: Fraction) -> Leaf:
        text = self._cell(unit, leaf["code"])
        if not text:
            return Leaf("missing")
        return Leaf("scored", most if text in ("yes", "có") else Fraction(0))

    def _convert(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        text = self._cell(unit, leaf["code"])
        if not text:
            return Leaf("missing")
        start, end = Fraction(parameters.get("from", "0")), Fraction(parameters["scale"])
        touched["convert from"] += "from" in parameters
        return Leaf("scored", most * (Fraction(text) - start) / (end - start))

    def _between(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        text = self._cell(unit, leaf["code"])
        return Leaf("scored", self._goalposts(parameters, Fraction(text), most)) if text else Leaf("missing")

    def _goalposts(self, parameters: Json, value: Fraction, most: Fraction) -> Fraction:
        """The points between two goalposts; by logarithms they are rounded here."""
        worst, best = Fraction(parameters["worst"]), Fraction(parameters["best"])
        start = Fraction(parameters.get("at_worst", "0"))
        beyond = not min(worst, best) <= value <= max(worst, best)
        value = max(min(worst, best), min(max(worst, best), value))
        touched["between, beyond"] += beyond
        touched["between, at_worst"] += "at_worst" in parameters
        touched["between, less is better"] += best < worst
        if parameters.get("scale") != "log":
            return start + (most - start) * (value - worst) / (best - worst)
        touched["between, log"] += 1

        def side(boundary: Fraction) -> int:
            share = (boundary - start) / (most - start)
            found = compared([(value / worst, share.denominator), (best / worst, -share.numerator)])
            touched["log tie"] += found == 0 and 0 < share < 1
            return found if best > worst else -found

        return rounded_by(side, most, self.places, self.mode)

    def _choice(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        text = (self._cell(unit, leaf["code"]) or self._cell(unit, f"{leaf['code']}.answer")).casefold()
        if not text:
            return Leaf("missing")
        if text in [label.casefold() for label in parameters.get("not_applicable", [])]:
            touched["choice not applicable"] += 1
            return Leaf("not_applicable")
        return Leaf("scored", Fraction({label.casefold(): each for label, each in parameters["options"].items()}[text]))

    def _rate(self, leaf: Json, parameters: Json, unit: Row) -> Fraction | str | None:
        code = leaf["code"]
        text = self._cell(unit, code) or self._cell(unit, f"{code}.rate")
        if text:
            rate = Fraction(text)
        else:
            done, planned = self._cell(unit, f"{code}.done"), self._cell(unit, f"{code}.planned")
            if not done:
                return None
            if Fraction(planned) == 0:
                touched[f"none_arose {parameters['none_arose']}"] += 1
                return str(parameters["none_arose"])
            touched["quotient"] += 1
            rate = 100 * Fraction(done) / Fraction(planned)
        if rate > 100:
            touched["capped"] += 1
            rate = Fraction(100)
        return rate

    def _proportion(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        rate = self._rate(leaf, parameters, unit)
        if rate is None:
            return Leaf("missing")
        if isinstance(rate, str):
            return self._none_arose(rate, most)
        floor, full = Fraction(parameters.get("zero_below", "0")), Fraction(parameters.get("full_at", "100"))
        touched["floor hit"] += bool("zero_below" in parameters and rate == floor)
        touched["full_at hit"] += bool("full_at" in parameters and rate == full)
        if rate < floor:
            return Leaf("scored", Fraction(0))
        return Leaf("scored", most * min(rate / full, Fraction(1)))

    @staticmethod
    def _none_arose(answer: str, most: Fraction) -> Leaf:
        if answer == "not_applicable":
            return Leaf("not_applicable")
        return Leaf("scored", most if answer == "full" else Fraction(0))

    def _steps(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        if parameters["on"] == "rate":
            value = self._rate(leaf, parameters, unit)
        else:
            text = self._cell(unit, leaf["code"])
            value = Fraction(text) if text else None
        touched[f"steps on {parameters['on']}"] += 1
        if value is None:
            return Leaf("missing")
        if isinstance(value, str):
            return self._none_arose(value, most)
        return Leaf("scored", self._step(parameters["steps"], value))

    def _improvement(self, leaf: Json, parameters: Json, unit: Row, most: Fraction) -> Leaf:
        """Points by the step in which lies what came between last year's figure and this year's."""
        now, before = (self._cell(unit, f"{leaf['code']}.{year}") for year in ("now", "previous"))
        if not now:
            return Leaf("missing")
        per_cent = parameters["change"] == "per_cent"
        touched[f"improvement in {parameters['change']}"] += 1
        if not before or (per_cent and Fraction(before) == 0):
            touched["improvement on nothing"] += 1
            return self._none_arose(parameters["no_previous"], most)
        change = Fraction(now) - Fraction(before)
        if per_cent:
            change = change / Fraction(before) * 100
        return Leaf("scored", self._step(parameters["steps"], change))

    @staticmethod
    def _step(steps: list[Json], value: Fraction) -> Fraction:
        """The step a value lies in; bounds left out end where the neighbour's stated bound begins."""
        for step in steps:
            for key in ("from", "above", "to", "below"):
                if key in step:
                    touched[f"step {key}"] += 1
                    touched["threshold hit"] += Fraction(step[key]) == value
        fitting = [step for step in steps if _fits(step, value) and _reaches(step, steps, value)]
        if not fitting:
            touched["outside all steps"] += 1
            return Fraction(0)
        (step,) = fitting
        return Fraction(step["points"])

    def _rank(self, entries: dict[str, Json]) -> None:
        rule = self.criteria.get("rank", {})
        by, compare = rule.get("by", "index"), rule.get("compare", "published")
        ranked = [
            unit for unit in self.register if unit.get("ranked", "yes") == "yes" and entries[unit["unit"]]["index"]
        ]
        touched["unranked"] += len(self.register) - len(ranked)
        touched[f"rank by {by} {compare}"] += 1
        blocks: dict[tuple[str, ...], list[str]] = {}
        for unit in ranked:
            blocks.setdefault(tuple(unit[column] for column in rule.get("within", ["group"])), []).append(unit["unit"])
        for members in blocks.values():
            self._rank_block(members, entries, by, compare, rule)

    def _rank_block(self, members: list[str], entries: dict[str, Json], by: str, compare: str, rule: Json) -> None:
        def measure(unit: str) -> Fraction:
            points, index = entries[unit]["exact"]
            if by == "points":
                return Fraction(points)
            return Fraction(index) if compare == "exact" else Fraction(entries[unit]["index"])

        values = sorted({measure(unit) for unit in members}, reverse=True)
        places = [[unit for unit in members if measure(unit) == value] for value in values]
        for code in rule.get("then", []):
            places = [finer for tied in places for finer in self._broken(tied, code, entries)]
        place = 1
        for number, tied in enumerate(places, 1):
            touched["shared rank"] += len(tied) > 1
            for unit in tied:
                entries[unit]["rank"] = number if rule.get("ties", "shared") == "dense" else place
            place += len(tied)

    def _broken(self, tied: list[str], code: str, entries: dict[str, Json]) -> list[list[str]]:
        points = {unit: entries[unit]["raw"][code][0] for unit in tied}
        if any(each["code"].endswith(".penalty") for each in self.above[code]):  # the smaller penalty goes first
            points = {unit: None if found is None else -found for unit, found in points.items()}
        if len(tied) == 1 or any(value is None for value in points.values()):
            touched["tie-break without points"] += len(tied) > 1
            return [tied]
        touched["tie broken"] += len(set(points.values())) > 1
        values = sorted({value for value in points.values() if value is not None}, reverse=True)
        return [[unit for unit in tied if points[unit] == value] for value in values]

    def _band(self, entries: dict[str, Json]) -> None:
        classify = self.criteria.get("classify", {}).get("thresholds")
        if classify is None:
            return
        groups = {unit["unit"]: unit["group"] for unit in self.register}
        on, compare = classify.get("on", "index"), classify.get("compare", "published")
        for unit, entry in entries.items():
            if entry["index"] is None:
                continue
            points, index = entry["exact"]
            value = points if on == "points" else index if compare == "exact" else Fraction(entry["index"])
            bands = classify["bands"]
            own = bands if isinstance(bands, list) else bands[groups[unit]]
            touched[f"bands on {on} {compare}"] += 1
            touched["cut-off hit"] += any(Fraction(band.get("from", band.get("above", -1))) == value for band in own)
            reached = [band for band in own if band is own[-1] or self._is_reached(band, value)]
            entry["band"] = next(
                band["label"]
                for band in reached
                if all(self._meets(need, entry["raw"], compare) for need in band.get("needs", []))
            )
            touched["need lacking"] += entry["band"] != reached[0]["label"]

    @staticmethod
    def _is_reached(band: Json, value: Fraction) -> bool:
        if "above" in band:
            touched["band above"] += 1
            touched["band above, hit"] += value == Fraction(band["above"])
            return value > Fraction(band["above"])
        return "from" not in band or value >= Fraction(band["from"])

    def _meets(self, need: Json, raw: Json, compare: str) -> bool:
        """Whether a unit has what a band needs of one node, of each area, or of so many of several."""
        areas = [node["code"] for node in self.criteria["criteria"]]
        if "count" in need:
            each = [one for inner in need["of"] for one in self._of_areas(inner, areas)]
            met = sum(self._meets(one, raw, compare) for one in each)
            touched["need counted"] += 1
            touched["need counted, just met"] += met == int(need["count"])
            return met >= int(need["count"])
        if "each" in need:
            touched["need of each area"] += 1
            return all(self._meets(one, raw, compare) for one in self._of_areas(need, areas))
        points, most, _ = raw[need["node"]]
        if not most:
            touched["need of what does not apply"] += 1
            return True
        kind = "points" if "points" in need else f"per_cent {compare}"
        got, least = points or Fraction(0), Fraction(need["points" if "points" in need else "per_cent"])
        figure = got if "points" in need else 100 * got / most
        if kind == "per_cent published":
            figure = rounded(figure, self.index_places, self.mode)
        touched[f"need of {kind}"] += 1
        touched[f"need of {kind}, hit"] += figure == least
        return figure >= least

    @staticmethod
    def _of_areas(need: Json, areas: list[str]) -> list[Json]:
        least: Json = {key: need[key] for key in ("per_cent", "points") if key in need}
        return [{"node": code, **least} for code in areas] if "each" in need else [need]


def _fits(step: Json, value: Fraction) -> bool:
    return (
        ("from" not in step or value >= Fraction(step["from"]))
        and ("above" not in step or value > Fraction(step["above"]))
        and ("to" not in step or value <= Fraction(step["to"]))
        and ("below" not in step or value < Fraction(step["below"]))
    )


def _reaches(step: Json, steps: list[Json], value: Fraction) -> bool:
    """Whether no other step's bound lies between the value and the bound that the step does state."""
    others = [(key, Fraction(other[key])) for other in steps if other is not step for key in other if key != "points"]
    low = next((Fraction(step[key]) for key in ("from", "above") if key in step), None)
    high = next((Fraction(step[key]) for key in ("to", "below") if key in step), None)
    if low is not None and high is None:
        past = [value >= bound if key in ("from", "below") else value > bound for key, bound in others if bound > low]
        return not any(past)
    if high is not None and low is None:
        past = [value < bound if key in ("from", "below") else value <= bound for key, bound in others if bound < high]
        return not any(past)
    return True
