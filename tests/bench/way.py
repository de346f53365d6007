"""How many modules of `reading/` a form of nine leaves passes on its way to an assessment.

Counted by watching every call: whoever follows a value through the code opens so many files. ``__init__`` is not one.
"""

from __future__ import annotations

import inspect
import sys
import tempfile
from pathlib import Path
from types import FrameType

import cchc_index
from cchc_index.criteria.criteria_set import CriteriaSet, parse_criteria
from cchc_index.office.form import form_workbook
from cchc_index.values.units import Register, Unit
from tests.filling import fill

LEAVES = 9
PACKAGE = Path(cchc_index.__file__).parent


def _criteria() -> CriteriaSet:
    lines = ["id: way", "edition: 1", "title: Way", "source: {status: illustrative}"]
    lines += ["rounding: {points: 2, index: 2}", "criteria:"]
    lines += [f"  - {{code: '{leaf}', title: Leaf, max_points: 1, rule: yes_no}}" for leaf in range(1, LEAVES + 1)]
    return parse_criteria("\n".join(lines) + "\n", registry=cchc_index.Registry.builtin())


def modules_entered(form: Path, criteria: CriteriaSet, register: Register) -> tuple[dict[str, int], int]:
    """The modules of the library that a form enters, each with its calls, and how often the way changes module."""
    calls: dict[str, int] = {}
    changes = 0
    last = ""

    def watch(frame: FrameType, event: str, _: object) -> None:
        nonlocal changes, last
        if (
            event != "call" or not frame.f_code.co_flags & inspect.CO_OPTIMIZED
        ):  # bodies of modules and classes: imports
            return
        path = Path(frame.f_code.co_filename)
        if not path.is_relative_to(PACKAGE) or path.name == "__init__.py":
            return
        name = path.relative_to(PACKAGE).as_posix()
        calls[name] = calls.get(name, 0) + 1
        changes += name != last
        last = name

    sys.setprofile(watch)
    try:
        cchc_index.read_assessment(form, criteria, register, stage="self")
    finally:
        sys.setprofile(None)
    return calls, changes


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    criteria, unit = _criteria(), Unit("a", "A")
    with tempfile.TemporaryDirectory() as folder:
        form = Path(folder) / "a.xlsx"
        form.write_bytes(form_workbook(criteria, unit))
        answers = {(str(leaf), "yes_no"): "có" for leaf in range(1, LEAVES + 1)}
        fill(form, answers, "Giá trị tự chấm", "Điểm tự chấm")
        calls, changes = modules_entered(form, criteria, Register((unit,)))
    own = sorted(name for name in calls if name.startswith("reading/"))
    others = sorted(set(calls) - set(own))
    return [
        (f"a form of {LEAVES} leaves to an assessment: modules of reading/ entered", str(len(own)), "at most 9"),
        ("  they are", ", ".join(name.removeprefix("reading/").removesuffix(".py") for name in own), ""),
        ("  others", ", ".join(name.removesuffix(".py") for name in others), ""),
        ("  changes of module on the way", str(changes), ""),
    ]
