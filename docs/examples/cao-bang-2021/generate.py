"""Makes the synthetic values of this cycle: 30 neutral units, a fixed seed, the same bytes every time.

Cao Bằng published the classes of 30 units for 2021 (2 tốt, 25 khá, 3 trung bình) and no unit's values. These values are
made up so that the illustrative sets put 30 units into classes of the same sizes. ``python generate.py`` writes the
tables beside it; ``python generate.py --check`` compares them instead and exits 1 if they differ.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import sys
from collections.abc import Callable
from pathlib import Path

SEED = 37
DEPARTMENTS, DISTRICTS = 20, 10
WITHOUT_PROCEDURES = (6, 13, 18)  # departments that settle no dossiers
GOOD, AVERAGE = (4, 23), (11, 16, 28)  # how well each unit is made to work; all others lie between

Row = dict[str, str]


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


def dossiers(level: float, chance: random.Random, received: int) -> tuple[str, str, str]:
    """Dossiers settled on time, settled late, and in process."""
    in_process = round(received * chance.uniform(0.02, 0.04))
    settled = received - in_process
    late = round(settled * (1 - share(level, chance, 0.86)))
    return str(settled - late), str(late), str(in_process)


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


def department(number: int, chance: random.Random) -> Row:
    """One department's values."""
    level = quality(number, chance)
    row: Row = {}
    row["1.1.commented"], row["1.1.asked"] = counts(level, chance, chance.randint(6, 18), 0.7)
    row["1.1.self_checked"], row["1.1.planned"] = counts(level, chance, chance.randint(2, 6), 0.6)
    row["1.2"] = per_cent(level, chance, 0.55)
    row["1.3"] = yes(level, chance)
    on_time, late, in_process = dossiers(level, chance, chance.randint(300, 9000))
    row["2.1.1.on_time"], row["2.1.1.late"], row["2.1.1.in_process"] = on_time, late, in_process
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


def district(number: int, chance: random.Random) -> Row:
    """One district's values."""
    level = quality(number, chance)
    row: Row = {}
    row["1.1.done"], row["1.1.planned"] = counts(level, chance, chance.randint(3, 9), 0.6)
    asked = chance.randint(0, 6)
    row["1.2.done"], row["1.2.planned"] = counts(level, chance, asked, 0.6)
    row["1.3"] = yes(level, chance)
    on_time, late, in_process = dossiers(level, chance, chance.randint(3000, 12000))
    row["2.1.1.on_time"], row["2.1.1.late"], row["2.1.1.in_process"] = on_time, late, in_process
    row["2.1.2.done"], row["2.1.2.planned"] = counts(level, chance, chance.randint(6, 12), 0.7)
    row["2.2.1.done"], row["2.2.1.planned"] = counts(level, chance, chance.randint(9, 21), 0.4)
    on_time, late, in_process = dossiers(level, chance, chance.randint(5000, 15000))
    row["2.2.2.on_time"], row["2.2.2.late"], row["2.2.2.in_process"] = on_time, late, in_process
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


def tables(seed: int = SEED) -> dict[str, str]:
    """The three tables of the cycle by file name."""
    chance = random.Random(seed)
    register: list[Row] = []
    values: dict[str, list[Row]] = {"departments.csv": [], "districts.csv": []}
    made: list[tuple[str, str, Callable[[int, random.Random], Row], int]] = [
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
            values[file].append({**unit, **make(number, chance)})
    return {
        "units.csv": table(register, ",", "."),
        "departments.csv": table(values["departments.csv"], ",", "."),
        "districts.csv": table(values["districts.csv"], ";", ","),
    }


def main() -> int:
    """Write the tables, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the files instead of writing them")
    check = parser.parse_args().check
    folder = Path(__file__).parent
    differing = []
    for name, text in tables().items():
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
