"""Makes the synthetic registers of this folder: 30 neutral units, a fixed seed, the same bytes every time.

Cao Bằng published for 2021, for the whole province, comments on 229 drafts, 60 documents self-checked, 28 initiatives
recognised, 10 awarded, and 8 collectives and 8 individuals commended. The rows are made up so that they add up to these
figures. ``python generate.py`` writes the tables beside it; ``python generate.py --check`` compares them instead and
exits 1 if they differ.
"""

from __future__ import annotations

import argparse
import datetime
import random
import sys
from pathlib import Path

SEED = 2021
UNITS = [f"don-vi-{number:02}" for number in range(1, 31)]
ASKED, COMMENTED, IN_TIME = 262, 229, 208  # drafts; only the second figure is the province's own
FOR_INFORMATION = 9  # drafts received on which nobody asked for comments
PLANNED, CHECKED, FAULTY, CORRECTED = 68, 60, 7, 6  # documents; only the second figure is the province's own
SUBMITTED, ELIGIBLE, RECOGNISED = 41, 34, 28
PRIZES = (("Nhất", 1), ("Nhì", 3), ("Ba", 6))  # 10 in all
COLLECTIVES = INDIVIDUALS = 8
JUDGES = (("Giám khảo 1", "don-vi-02"), ("Giám khảo 2", "don-vi-09"), ("Giám khảo 3", "don-vi-17"))
GUESTS = tuple((f"Giám khảo {number}", "hội đồng") for number in range(4, 8))

Rows = list[list[str]]


def day(chance: random.Random, first: int, last: int) -> datetime.date:
    """A day of 2021 by its number in the year."""
    return datetime.date(2021, 1, 1) + datetime.timedelta(chance.randint(first, last))


def documents(chance: random.Random) -> Rows:
    """Drafts and self-checks, one row each."""
    rows: Rows = []
    late, unanswered = COMMENTED - IN_TIME, ASKED - COMMENTED
    fates = ["in time"] * IN_TIME + ["late"] * late + ["unanswered"] * unanswered + ["informed"] * FOR_INFORMATION
    chance.shuffle(fates)
    for number, fate in enumerate(fates, 1):
        received = day(chance, 4, 320)
        due = received + datetime.timedelta(chance.randint(7, 15))
        given = due - datetime.timedelta(chance.randint(0, 5)) if fate == "in time" else ""
        given = due + datetime.timedelta(chance.randint(1, 9)) if fate == "late" else given
        asked = "không" if fate == "informed" else "có"
        until = "" if fate == "informed" else str(due)
        unit = chance.choice(UNITS)
        rows.append([f"{number:03}/DT-VD", unit, "dự thảo", asked, str(received), until, str(given), "", "", ""])
    states = ["sound"] * (CHECKED - FAULTY) + ["corrected"] * CORRECTED + ["faulty"] * (FAULTY - CORRECTED)
    states += ["planned"] * (PLANNED - CHECKED)
    chance.shuffle(states)
    for number, state in enumerate(states, 1):
        checked = day(chance, 60, 330)
        until = str(checked + datetime.timedelta(chance.randint(0, 20)))
        mended = str(checked + datetime.timedelta(chance.randint(5, 25))) if state == "corrected" else ""
        said = ["", "", ""] if state == "planned" else [str(checked), "không" if state == "sound" else "có", mended]
        rows.append([f"{number:02}/QD-VD", chance.choice(UNITS), "tự kiểm tra", "", "", until, "", *said])
    return rows


def kept_sum(points: list[int]) -> tuple[int, int]:
    """The sum of the points without the highest and the lowest, and how many there are."""
    return sum(points) - max(points) - min(points), len(points) - 2


def contest(chance: random.Random) -> tuple[Rows, Rows]:
    """The register of initiatives, and what judges gave those that were eligible."""
    units = {f"SK-{number:02}": chance.choice(UNITS) for number in range(1, SUBMITTED + 1)}
    eligible = sorted(chance.sample(sorted(units), ELIGIBLE))
    marks: Rows = []
    scores: dict[str, tuple[int, int]] = {}
    for initiative in eligible:
        level = chance.randint(55, 95)
        given = [(*judge, level + chance.randint(-5, 5)) for judge in JUDGES + GUESTS if judge[1] != units[initiative]]
        marks += [[initiative, judge, unit, str(points)] for judge, unit, points in given]
        scores[initiative] = kept_sum([points for _, _, points in given])
    # fractions of whole numbers, compared by cross-multiplication; the seed leaves none equal at a limit
    product = 1
    for _, count in scores.values():
        product *= count
    order = sorted(eligible, key=lambda each: -scores[each][0] * (product // scores[each][1]))
    prizes = [title for title, most in PRIZES for _ in range(most)]
    won = dict(zip(order, prizes, strict=False))
    recognised = set(order[:RECOGNISED])
    rows: Rows = []
    for initiative, unit in units.items():
        status = "đã nộp" if initiative not in scores else "đủ điều kiện"
        status = "được công nhận" if initiative in recognised else status
        status = "được trao giải" if initiative in won else status
        rows.append([initiative, unit, status, won.get(initiative, ""), str(day(chance, 60, 270))])
    return rows, marks


def commendations(chance: random.Random) -> Rows:
    """Collectives and individuals, without anybody's name."""
    kinds = ["tập thể"] * COLLECTIVES + ["cá nhân"] * INDIVIDUALS
    return [
        [f"KT-{number:02}", chance.choice(UNITS), kind, "01/QD-VD", "2021-12-20"]
        for number, kind in enumerate(kinds, 1)
    ]


def table(header: str, rows: Rows) -> str:
    """Rows as CSV text."""
    return "\n".join([header, *(",".join(row) for row in rows)]) + "\n"


def tables(seed: int = SEED) -> dict[str, str]:
    """The tables by file name."""
    chance = random.Random(seed)
    written = documents(chance)
    initiatives, marks = contest(chance)
    header = "id,unit,kind,asked,received,due,commented,checked,faulty,corrected"
    return {
        "units.csv": table("unit,name", [[unit, f"Đơn vị {unit[-2:]}"] for unit in UNITS]),
        "documents.csv": table(header, written),
        "initiatives.csv": table("id,unit,status,prize,date", initiatives),
        "marks.csv": table("initiative,judge,judge_unit,points", marks),
        "commendations.csv": table("id,unit,recipient,decision,date", commendations(chance)),
    }


def main() -> int:
    """Write the tables, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the files instead of writing them")
    check = parser.parse_args().check
    differing = []
    for name, text in tables().items():
        path = Path(__file__).parent / name
        if not check:
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.exists() or path.read_bytes() != text.encode():
            differing.append(name)
    for name in differing:
        print(f"{name} differs from what the generator makes", file=sys.stderr)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
