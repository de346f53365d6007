"""Reading filled-in forms beside python-calamine alone on the same files, and refusing what is over a bound."""

from __future__ import annotations

import contextlib
import gc
import io
import shutil
import tempfile
from pathlib import Path

import python_calamine

import cchc_index
from cchc_index.cli import main
from tests import hostile_files
from tests.bench.scoring import best_of
from tests.filling import fill

FORMS, AREAS, LEAVES = 170, 10, 10
_RULES = (
    ("yes_no", "yes_no", "có"),
    ("points", "points", "0.5"),
    ("{proportion: {}}", "rate", "85.5"),
    ("{per_case: {points_each: 0.5}}", "count", "2"),
    ("{steps: {on: days, steps: [{to: 0, points: 1}]}}", "days", "0"),
)


def _write(folder: Path) -> None:
    """A set of 100 leaves, a register of 170 units, and a form filled in for each."""
    lines = ["id: forms", "edition: 2021", "title: Bộ thử", "source: {status: illustrative}"]
    lines += ["rounding: {points: 2, index: 2}", "criteria:"]
    answers = {}
    for area in range(1, AREAS + 1):
        lines += [f'  - code: "{area}"', f"    title: Lĩnh vực {area}", f"    max_points: {LEAVES}", "    criteria:"]
        for leaf in range(1, LEAVES + 1):
            rule, field, text = _RULES[leaf % len(_RULES)]
            title = f"Tiêu chí thành phần số {leaf} của lĩnh vực {area}"
            lines.append(f'      - {{code: "{area}.{leaf}", title: {title}, max_points: 1, rule: {rule}}}')
            answers[f"{area}.{leaf}", field] = text
    (folder / "set.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    units = "".join(f"u{number:03},Đơn vị {number},g\n" for number in range(FORMS))
    (folder / "units.csv").write_text("unit,name,group\n" + units, encoding="utf-8")
    arguments = ["--units", str(folder / "units.csv"), "-o", str(folder / "forms")]
    assert main(["template", str(folder / "set.yaml"), *arguments]) == 0
    for form in sorted((folder / "forms").iterdir()):
        fill(form, answers, "Giá trị tự chấm", "Điểm tự chấm")


def _by_calamine(folder: Path) -> int:
    """All cells of all workbooks, as the library's reader of workbooks gives them."""
    cells = 0
    for path in sorted(folder.iterdir()):
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())) as book:
            for name in book.sheet_names:
                cells += sum(map(len, book.get_sheet_by_name(name).to_python(skip_empty_area=False)))
    return cells


def measure() -> list[tuple[str, str, str]]:
    """The figures, each with its bound."""
    with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(io.StringIO()):
        folder = Path(name)
        _write(folder)
        gc.collect()
        criteria = cchc_index.load_criteria(folder / "set.yaml")
        alone = best_of(lambda: _by_calamine(folder / "forms"), 3)
        ours = best_of(
            lambda: cchc_index.read_assessment(folder / "forms", criteria, folder / "units.csv", stage="self"), 3
        )
        refusals = {}
        for hostile in (*hostile_files.CRITERIA, *hostile_files.TABLES):
            own = folder / "hostile"
            own.mkdir()
            refusals[hostile] = hostile_files.refuse(hostile_files.write(own, hostile), own)
            shutil.rmtree(own)
    what = f"{FORMS} workbooks of {AREAS * LEAVES} leaves / python-calamine alone"
    slowest = max(refusals, key=lambda each: refusals[each].seconds)
    largest = max(refusals, key=lambda each: refusals[each].megabytes)
    return [
        (what, f"{ours:.2f} s / {alone:.2f} s = {ours / alone:.2f}", "bound 5"),
        (
            f"refusing {len(refusals)} hostile files, Python's start included: the slowest, {slowest}",
            f"{refusals[slowest].seconds:.2f} s",
            "bound 2 s",
        ),
        (f"the most memory one of them took: {largest}", f"{refusals[largest].megabytes:.0f} MB", "bound 200 MB"),
    ]
