"""Makes the tables of this folder from a fixed seed; nothing here is a real unit's figure."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import cchc_index
from cchc_index.criteria.tree import Node

FOLDER = Path(__file__).parent
SEED = 2022
GROUPS = {"so-nganh": ("sở", "so", 9), "huyen": ("huyện", "huyen", 7)}


def _values(leaf: Node, chance: random.Random) -> dict[str, str]:
    """The fields of one leaf."""
    rule = leaf.criterion.rule
    code, most = leaf.criterion.code, leaf.criterion.max_points
    if rule is None or rule.name == "unscored":
        return {code: str(chance.randint(3, 40))}
    fields = [field.name for field in rule.rule.reads[0]]
    if rule.name == "points":
        return {code: str(most * chance.randint(2, 4) / 4)}
    if rule.name == "yes_no":
        return {code: chance.choice(["có", "có", "có", "không"])}
    if rule.name == "convert":
        return {code: f"{chance.randint(720, 940)}" if code == "7.3" else f"{chance.randint(700, 980) / 10:g}"}
    if fields == ["rate"] and chance.random() < 0.6:
        planned = chance.randint(5, 900)
        return {f"{code}.done": str(planned - chance.randint(0, planned // 5)), f"{code}.planned": str(planned)}
    if fields == ["rate"]:
        return {code: f"{chance.randint(6500, 10000) / 100:.2f}"}
    return {code: str(chance.choice([0, 0, 0, 1, 4, 12]))}


def main() -> None:
    """Write the register and the tables."""
    chance = random.Random(SEED)
    register = []
    for name, (group, prefix, count) in GROUPS.items():
        criteria = cchc_index.load_criteria(FOLDER / f"{name}.yaml")
        rows: list[dict[str, str]] = []
        for number in range(1, count + 1):
            unit = {"unit": f"{prefix}-{number:02}", "name": f"Đơn vị {prefix} {number:02}"}
            without = name == "so-nganh" and number in (3, 7)
            border = name == "huyen" and number == 2
            register.append(
                {
                    **unit,
                    "group": group,
                    "ranked": "no" if number == count else "yes",
                    "has_procedures": "no" if without else "yes",
                    "border": "yes" if border else "no",
                }
            )
            row = dict(unit)
            for leaf in criteria.leaves:
                code = leaf.criterion.code
                if (without and (code.startswith("2.") or code == "7.2")) or (border and code == "IV.1"):
                    continue
                if code == "2.4" and number == 5:
                    row[code] = "na"
                elif code in ("3.1", "III.3") and number == 4:
                    row |= {f"{code}.done": "0", f"{code}.planned": "0"}
                elif code == "II.3":
                    row[code] = "" if number == 6 else f"{chance.randint(70, 95) / 10:g}"
                else:
                    row |= _values(leaf, chance)
            rows.append(row)
        headers = list(dict.fromkeys(header for row in rows for header in row))
        decimal, delimiter = (",", ";") if name == "huyen" else (".", ",")
        with (FOLDER / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
            writer.writerow(headers)
            for row in rows:
                cells = [row.get(header, "") for header in headers]
                writer.writerow([*cells[:2], *(cell.replace(".", decimal) for cell in cells[2:])])
    with (FOLDER / "units.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(register[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(register)


if __name__ == "__main__":
    main()
