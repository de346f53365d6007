"""One digest whatever the machine is set to, and whatever order things come in."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

import cchc_index
from cchc_index.reading.shipped import shipped_folder

#: a locale that is not installed is as good: programs then fall back, and must not say anything else either
SETTINGS = [
    {"LC_ALL": "C"},
    {"LC_ALL": "vi_VN.UTF-8", "TZ": "Asia/Ho_Chi_Minh"},
    {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
    {"LC_ALL": "de_DE.UTF-8", "TZ": "America/St_Johns"},
    {"PYTHONHASHSEED": "0"},
    {"PYTHONHASHSEED": "4711", "PYTHONUTF8": "0"},
    {"PYTHONOPTIMIZE": "1"},
]


def _digest(cycle: str, **environment: str) -> str:
    command = [sys.executable, "-m", "cchc_index", "score", cycle, "--format", "json"]
    done = subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=True)
    return hashlib.sha256(done.stdout).hexdigest()


def test_no_setting_of_the_machine_changes_a_byte() -> None:
    """Locales, time zones, hash seeds, and Python without its assertions."""
    assert len({_digest("cao-bang-2021", **each) for each in SETTINGS}) == 1


@pytest.mark.parametrize("seed", range(4))
def test_no_order_changes_a_figure(tmp_path: Path, seed: int) -> None:
    """Of rows, of columns, and of the files of a folder."""
    shuffled = random.Random(seed)
    source = shipped_folder("examples") / "lai-chau-2021"
    table = next(path for path in sorted(source.glob("*.csv")) if path.name not in ("units.csv", "published.csv"))
    header, *rows = csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig")))
    cycle = cchc_index.open_cycle(source)
    (assessment,) = cycle.assessments()
    expected = {card.unit.id: (card.points, card.index, card.rank) for card in cycle.score()}

    columns = shuffled.sample(range(len(header)), len(header))
    shuffled.shuffle(rows)
    parts = tmp_path / "parts"
    parts.mkdir()
    for number, start in enumerate(shuffled.sample(range(0, len(rows), 5), -(-len(rows) // 5))):
        with (parts / f"{number}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(
                [row[column] for column in columns] for row in [header, *rows[start : start + 5]]
            )
    again = cchc_index.read_assessment(
        parts, assessment.criteria, assessment.register, stage=assessment.stage, absent=()
    )
    result = cchc_index.score(assessment.criteria, again)

    assert {card.unit.id: (card.points, card.index, card.rank) for card in result} == expected


@pytest.fixture(scope="module")
def council() -> Path:
    """A cycle of all stages, with adjustments and objections."""
    return shipped_folder("examples") / "cap-xa-2024"


@pytest.mark.parametrize("seed", range(14))
def test_a_whole_cycle_has_one_digest_whatever_the_order_of_its_rows(council: Path, tmp_path: Path, seed: int) -> None:
    """Of every table: the register, forms, changes, adjustments, objections; at all stages, with all notes."""
    shuffled = random.Random(seed)
    for path in council.iterdir():
        header, *rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
        if path.suffix == ".csv":
            shuffled.shuffle(rows)
        (tmp_path / path.name).write_text("".join([header, *rows]), encoding="utf-8")

    assert cchc_index.open_cycle(tmp_path).score("all").digest == cchc_index.open_cycle(council).score("all").digest


def test_a_whole_cycle_has_one_digest_whatever_the_machine_is_set_to() -> None:
    """Seven settings, so that with the fourteen orders a cycle of all stages was scored more than twenty times."""
    assert len({_digest("cap-xa-2024", **each) for each in SETTINGS}) == 1
