"""Makes the synthetic values of this cycle: 30 neutral units, a fixed seed, the same bytes every time.

Cao Bằng published the classes of 30 units for 2021 (2 tốt, 25 khá, 3 trung bình) and no unit's values. These values are
made up so that the illustrative sets put 30 units into classes of the same sizes. The dossiers of all units add up to
the province's own round figures: 148,000 received, 140,500 of them settled in time, 3,100 late, 4,400 in process.

``python generate.py`` writes the tables beside it; ``python generate.py --check`` compares them instead and exits 1 if
they differ; ``python generate.py --rows FILE`` writes the dossiers one by one, 148,000 rows that count to the table.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import io
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

SEED = 37
DEPARTMENTS, DISTRICTS = 20, 10
WITHOUT_PROCEDURES = (6, 13, 18)  # departments that settle no dossiers
GOOD, AVERAGE = (4, 23), (11, 16, 28)  # how well each unit is made to work; all others lie between
#: what the province published for 2021, in round figures: dossiers settled in time, settled late, in process
IN_TIME, LATE, IN_PROCESS = 140_500, 3_100, 4_400
#: two units with a service centre of their own, which have most of the dossiers, and hardly a late one
CENTRES = {("don-vi-04", "province"): 3, ("don-vi-23", "district"): 2}
FEWER = 11  #: all others have an eleventh to two of the dossiers that they would have

Row = dict[str, str]
Dossiers = dict[tuple[str, str], tuple[int, int, int]]  #: by unit and level: in time, late, in process


def quality(number: int, chance: random.Random) -> float:
    """How well a unit works, between 0 and 1."""
    if number in GOOD:
        return chance.uniform(0.93, 0.97)
    if number in AVERAGE:
        return chance.uniform(0.20, 0.28)
    return chance.uniform(0.48, 0.56) if number <= DEPARTMENTS else chance.uniform(0.42, 0.50)


def share(level: float, chance: random.Random, low: float = 0.5) -> float:
    """A share between `low` and 1 that grows with the unit's quality."""
    return min(1.0, low + (1 - low) * max(0.0, min(1.0, level + chance.uniform(-0.12, 0.12))))


def counts(level: float, chance: random.Random, planned: int, low: float = 0.5) -> tuple[str, str]:
    """What was done of what was planned."""
    return str(round(planned * share(level, chance, low))), str(planned)


def yes(level: float, chance: random.Random) -> str:
    """Whether a requirement is met."""
    return "có" if level + chance.uniform(-0.3, 0.3) > 0.3 else "không"


def dossiers(level: float, chance: random.Random, received: int) -> tuple[int, int, int]:
    """Dossiers settled in time, settled late, and in process."""
    in_process = round(received * chance.uniform(0.02, 0.04))
    settled = received - in_process
    late = round(settled * (1 - share(level, chance, 0.86)))
    return settled - late, late, in_process


def fewer(found: tuple[int, int, int], level: str) -> tuple[int, int, int]:
    """An eleventh to two of some dossiers, with rates that are as near as whole numbers allow."""
    in_time, late, in_process = found
    whole = in_time + late + (in_process if level == "commune" else 0)  # communes are held to what they received
    sizes = range(whole // FEWER, 2 * whole // FEWER)
    size = min(sizes, key=lambda size: abs(round(size * in_time / whole) * whole - size * in_time) / size)
    kept = round(size * in_time / whole)
    rest = size - kept
    if level != "commune":
        return kept, rest, round(in_process * size / whole)
    still = round(rest * in_process / (late + in_process))
    return kept, rest - still, still


def to_the_published(found: Dossiers) -> Dossiers:
    """Dossiers of all units that add up to what the province published."""
    made = {key: fewer(each, key[1]) for key, each in found.items() if key not in CENTRES}
    columns = zip(*made.values(), strict=True)
    left = [total - sum(column) for total, column in zip((IN_TIME, LATE, IN_PROCESS), columns, strict=True)]
    shares = sum(CENTRES.values())
    first, second = CENTRES
    parts = [amount * CENTRES[first] // shares for amount in left]
    made[first] = parts[0], parts[1], parts[2]
    made[second] = left[0] - parts[0], left[1] - parts[1], left[2] - parts[2]
    return {key: made[key] for key in found}


def dossier_rows(found: Dossiers) -> Iterator[Row]:
    """Every dossier by itself, in the order of units: its number, its unit and level, and its three days."""
    first = datetime.date(2021, 1, 4)
    number = 0
    for (unit, level), counts_of in found.items():
        for kind, count in zip(("in_time", "late", "in_process"), counts_of, strict=True):
            for place in range(count):
                number += 1
                received = first + datetime.timedelta(days=number * 7 % 345)
                due = received + datetime.timedelta(days=3 + number % 8)
                early = kind == "in_time" and place < count * 9 // 20
                days = -1 - number % 2 if early else 0 if kind == "in_time" else 1 + number % 12
                settled = "" if kind == "in_process" else str(due + datetime.timedelta(days=days))
                yield {
                    "dossier": f"H{number:06}",
                    "unit": unit,
                    "level": level,
                    "received": str(received),
                    "due": str(due),
                    "settled": settled,
                }


def dossier_counts(found: Dossiers) -> list[Row]:
    """The dossiers of each unit and level, counted."""
    rows = []
    for (unit, level), (in_time, late, in_process) in found.items():
        early = in_time * 9 // 20
        named = ("received", "settled", "early", "on_time", "late", "in_process")
        figures = (in_time + late + in_process, in_time + late, early, in_time - early, late, in_process)
        rows.append({"unit": unit, "level": level, **dict(zip(named, map(str, figures), strict=True))})
    return rows


def halves(level: float, chance: random.Random, most: int) -> str:
    """Points in steps of one half."""
    return f"{round(2 * most * share(level, chance, 0.3)) / 2:g}"


def delay(level: float, chance: random.Random) -> str:
    """Days late."""
    return str(0 if level + chance.uniform(-0.3, 0.3) > 0.35 else chance.randint(1, 14))


def initiatives(chance: random.Random) -> tuple[str, str]:
    """Initiatives recognised, and those of them that were awarded."""
    recognised = chance.choice([0, 0, 0, 1, 1, 2, 3])
    return str(recognised), str(chance.randint(0, min(recognised, 1)))


def per_cent(level: float, chance: random.Random, low: float = 0.6) -> str:
    """A share in per cent with two decimals."""
    return f"{100 * share(level, chance, low):.2f}"


def department(number: int, chance: random.Random, found: Dossiers) -> Row:
    """One department's values."""
    level = quality(number, chance)
    row: Row = {}
    row["1.1.commented"], row["1.1.asked"] = counts(level, chance, chance.randint(6, 18), 0.7)
    row["1.1.self_checked"], row["1.1.planned"] = counts(level, chance, chance.randint(2, 6), 0.6)
    row["1.2"] = per_cent(level, chance, 0.55)
    row["1.3"] = yes(level, chance)
    own = dossiers(level, chance, chance.randint(300, 9000))
    if number not in WITHOUT_PROCEDURES:
        found[f"don-vi-{number:02}", "province"] = own
    row["2.1.2"] = per_cent(level, chance, 0.7)
    row["2.2"] = yes(level, chance)
    row["2.3"] = per_cent(level, chance, 0.7)
    if number in WITHOUT_PROCEDURES:
        row |= dict.fromkeys([code for code in row if code.startswith("2.")], "")
    row["3.1"] = yes(level, chance)
    row["3.2.done"], row["3.2.planned"] = counts(level, chance, chance.randint(3, 9), 0.6)
    row["3.3"] = halves(level, chance, 4)
    row["4.1.done"], row["4.1.planned"] = counts(level, chance, chance.randint(30, 90), 0.7)
    row["4.2.done"], row["4.2.planned"] = counts(level, chance, chance.randint(20, 60), 0.6)
    row["4.3"] = yes(level, chance)
    row["5.1"] = per_cent(level, chance, 0.68)
    row["5.2"] = yes(level, chance)
    row["5.3"] = delay(level, chance)
    row["6.1"] = per_cent(level, chance, 0.65)
    row["6.2"] = per_cent(level, chance, 0.5)
    row["6.3"] = per_cent(level, chance, 0.6)
    row["T1.recognised"], row["T1.awarded"] = initiatives(chance)
    return row


def district(number: int, chance: random.Random, found: Dossiers) -> Row:
    """One district's values."""
    level = quality(number, chance)
    row: Row = {}
    row["1.1.done"], row["1.1.planned"] = counts(level, chance, chance.randint(3, 9), 0.6)
    asked = chance.randint(0, 6)
    row["1.2.done"], row["1.2.planned"] = counts(level, chance, asked, 0.6)
    row["1.3"] = yes(level, chance)
    found[f"don-vi-{number:02}", "district"] = dossiers(level, chance, chance.randint(3000, 12000))
    row["2.1.2.done"], row["2.1.2.planned"] = counts(level, chance, chance.randint(6, 12), 0.7)
    row["2.2.1.done"], row["2.2.1.planned"] = counts(level, chance, chance.randint(9, 21), 0.4)
    found[f"don-vi-{number:02}", "commune"] = dossiers(level, chance, chance.randint(5000, 15000))
    row["2.3"] = per_cent(level, chance, 0.7)
    row["3.1.done"], row["3.1.planned"] = counts(level, chance, chance.randint(3, 8), 0.6)
    row["3.2.done"], row["3.2.planned"] = counts(level, chance, chance.randint(9, 21), 0.6)
    row["4.1.done"], row["4.1.planned"] = counts(level, chance, chance.randint(150, 400), 0.65)
    row["4.2"] = yes(level, chance)
    row["4.3"] = halves(level, chance, 4)
    row["5.1"] = per_cent(level, chance, 0.68)
    row["5.2"] = delay(level, chance)
    row["6.1"] = per_cent(level, chance, 0.25)
    row["6.2"] = per_cent(level, chance, 0.65)
    row["6.3"] = per_cent(level, chance, 0.6)
    row["T1.recognised"], row["T1.awarded"] = initiatives(chance)
    return row


def table(rows: list[Row], delimiter: str, decimal: str) -> str:
    """Rows as CSV text; with a decimal comma where the file is to have one."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(rows[0])
    for row in rows:
        writer.writerow(
            [value if code in ("unit", "name") else value.replace(".", decimal) for code, value in row.items()]
        )
    return text.getvalue()


def tables(seed: int = SEED) -> tuple[dict[str, str], Dossiers]:
    """The tables of the cycle by file name, and the dossiers that one of them counts."""
    chance = random.Random(seed)
    found: Dossiers = {}
    register: list[Row] = []
    values: dict[str, list[Row]] = {"departments.csv": [], "districts.csv": []}
    made: list[tuple[str, str, Callable[[int, random.Random, Dossiers], Row], int]] = [
        ("department", "departments.csv", department, DEPARTMENTS),
        ("district", "districts.csv", district, DISTRICTS),
    ]
    number = 0
    for group, file, make, units in made:
        for _ in range(units):
            number += 1
            unit = {"unit": f"don-vi-{number:02}", "name": f"Đơn vị {number:02}"}
            has = "no" if number in WITHOUT_PROCEDURES else "yes"
            register.append({**unit, "group": group, "ranked": "yes", "has_procedures": has})
            values[file].append({**unit, **make(number, chance, found)})
    found = to_the_published(found)
    made = {
        "units.csv": table(register, ",", "."),
        "departments.csv": table(values["departments.csv"], ",", "."),
        "districts.csv": table(values["districts.csv"], ";", ","),
        "dossiers.csv": table(dossier_counts(found), ",", "."),
    }
    return made, found


def main() -> int:
    """Write the tables, or compare them; or write the dossiers one by one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the files instead of writing them")
    parser.add_argument("--rows", metavar="FILE", help="write every dossier by itself instead")
    options = parser.parse_args()
    check = options.check
    folder = Path(__file__).parent
    made, found = tables()
    if options.rows:
        Path(options.rows).write_text(table(list(dossier_rows(found)), ",", "."), encoding="utf-8", newline="\n")
        return 0
    differing = []
    for name, text in made.items():
        path = folder / name
        if not check:
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.exists() or path.read_bytes() != text.encode():
            differing.append(name)
    for name in differing:
        print(f"{name} differs from what the generator makes", file=sys.stderr)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
