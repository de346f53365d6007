"""Makes the second year of the synthetic cycle: all of it is made up, with a fixed seed, the same bytes every time.

What Cao Bằng published for 2022 is not known here, and nothing of it is imitated. The units are those of the first
year (``../cao-bang-2021``), whose generator draws the values anew; one has another name, and twice two have become one.

``python generate.py`` writes the tables beside it; ``python generate.py --check`` compares them instead and exits 1 if
they differ.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import runpy
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
SEED = 2022
#: what units have become: the unit that it was, the one that it is, the kind, its share
SUCCESSION = (
    ("don-vi-07", "don-vi-31", "renamed", ""),
    ("don-vi-19", "don-vi-32", "merged", ""),
    ("don-vi-20", "don-vi-32", "merged", ""),
    ("don-vi-29", "don-vi-33", "merged", "0.55"),
    ("don-vi-30", "don-vi-33", "merged", "0.45"),
)
#: the numbers of the units of each group
DEPARTMENTS = (*(number for number in range(1, 19) if number != 7), 31, 32)
DISTRICTS = (*range(21, 29), 33)
#: what became of criteria: the code of the first year, that of the second, the kind
MAPPING = (
    ("2.1", "2.1", "changed"),
    ("2.1.1", "2.1.1", "changed"),
    ("2.1.2", "2.1.2", "changed"),
    ("5", "5", "changed"),
    ("5.3", "", "dropped"),
    ("6", "6", "changed"),
    ("", "6.4", "new"),
)

Row = dict[str, str]
Dossiers = dict[tuple[str, str], tuple[int, int, int]]


def first_year() -> dict[str, Any]:
    """The generator of the first year: what draws a unit's values, and what writes tables."""
    return runpy.run_path(str(FOLDER.parent / "cao-bang-2021" / "generate.py"))


def with_dossiers(row: Row, before: str, code: str, counts: tuple[int, int, int] | None) -> Row:
    """A unit's values with the dossiers that the first year counted from a table of their own."""
    made: Row = {}
    for name, value in row.items():
        if name == before:
            for field, number in zip(("on_time", "late", "in_process"), counts or ("", "", ""), strict=True):
                made[f"{code}.{field}"] = str(number)
        made[name] = value
    return made


def units(year: dict[str, Any], chance: random.Random) -> Iterator[tuple[str, Row, Row]]:
    """The group, the entry in the register and the values of each unit."""
    groups: tuple[tuple[str, tuple[int, ...], Callable[[int, random.Random, Dossiers], Row]], ...]
    groups = (("department", DEPARTMENTS, year["department"]), ("district", DISTRICTS, year["district"]))
    for group, numbers, draw in groups:
        for number in numbers:
            found: Dossiers = {}
            unit = {"unit": f"don-vi-{number:02}", "name": f"Đơn vị {number:02}"}
            row = draw(number, chance, found)
            if group == "department":
                row = with_dossiers(row, "2.1.2", "2.1.1", found.get((unit["unit"], "province")))
                del row["5.3"]
                paid = year["per_cent"](0.5, chance, 0.2)
                row = {name: value for name, value in row.items() if not name.startswith("T1.")} | {
                    "6.4": paid,
                    **{name: value for name, value in row.items() if name.startswith("T1.")},
                }
            else:
                row = with_dossiers(row, "2.1.2.done", "2.1.1", found[unit["unit"], "district"])
                row = with_dossiers(row, "2.3", "2.2.2", found[unit["unit"], "commune"])
            has = "no" if number in year["WITHOUT_PROCEDURES"] else "yes"
            yield group, {**unit, "group": group, "ranked": "yes", "has_procedures": has}, {**unit, **row}


def tables(seed: int = SEED) -> dict[str, str]:
    """The tables of the cycle by file name."""
    year = first_year()
    made = list(units(year, random.Random(seed)))
    values = {name: [row for group, _, row in made if group == name] for name in ("department", "district")}
    decision = "ví dụ, không có thật"
    rows = [
        {"from": one, "to": other, "kind": kind, "share": share, "date": "2022-07-01", "decision": decision}
        for one, other, kind, share in SUCCESSION
    ]
    codes = [
        {
            "from_criteria": "cao_bang.departments-2021",
            "from_code": one,
            "to_criteria": "departments-2022",
            "to_code": other,
            "kind": kind,
        }
        for one, other, kind in MAPPING
    ]
    write = year["table"]
    return {
        "units.csv": write([unit for _, unit, _ in made], ",", "."),
        "departments.csv": write(values["department"], ",", "."),
        "districts.csv": write(values["district"], ";", ","),
        "succession.csv": _text(rows),
        "mapping.csv": _text(codes),
    }


def _text(rows: list[Row]) -> str:
    """Rows as CSV text, with every point as it is."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def main() -> int:
    """Write the tables, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the files instead of writing them")
    check = parser.parse_args().check
    differing = []
    for name, text in tables().items():
        path = FOLDER / name
        if not check:
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.exists() or path.read_bytes() != text.encode():
            differing.append(name)
    for name in differing:
        print(f"{name} differs from what the generator makes", file=sys.stderr)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
