"""The table of a mutation run, held against the survivors that are named with their reasons.

Usage: python -m tests.mutation.report

Reads what `mutmut run` left in the folder `mutants`. Ends with 1 where a survivor has no reason in survivors.yaml, a
reason stands there for a mutant that is killed, or less than 95 per cent of a part is killed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Final

import attrs
import yaml

SURVIVORS: Final = Path(__file__).parent / "survivors.yaml"
LEAST: Final = 95  #: per cent of the mutants of a part
PARTS: Final = ("values", "scoring", "rules", "bands")
#: how the tests ended that noticed a mutant: one failed, pytest broke off, or their time was used up
_NOTICED: Final = frozenset({1, 3, 24, 36, 152, 255, -24})


@attrs.frozen
class Mutant:
    """One change of the source.

    Attributes:
        name: The tool's name for it; its number moves with the source.
        part: The folder of its module.
        function: The module and the function that was changed.
        change: What was taken out and what was put in.
    """

    name: str
    part: str
    function: str
    change: str


@attrs.frozen
class Run:
    """What a run found.

    Attributes:
        made: How many mutants there were, by part.
        survivors: Those that no test noticed.
        unfinished: How many were not tried.
    """

    made: dict[str, int]
    survivors: list[Mutant]
    unfinished: int


def read_run(mutants: Path) -> Run:
    """All mutants of the run in a folder `mutants`."""
    made: Counter[str] = Counter()
    survivors: list[Mutant] = []
    unfinished = 0
    for meta in sorted(mutants.rglob("*.meta")):
        for name, ended in json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"].items():
            part = name.split(".")[1]
            made[part] += 1
            if ended is None:
                unfinished += 1
            elif ended not in _NOTICED:
                function = name.rpartition("__mutmut_")[0].removeprefix("cchc_index.")
                survivors.append(Mutant(name, part, function, _change(name)))
    return Run(dict(made), survivors, unfinished)


def _change(name: str) -> str:
    shown = subprocess.run(["mutmut", "show", name], capture_output=True, text=True, encoding="utf-8", check=True)
    lines = [line for line in shown.stdout.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    return "\n".join(" ".join(line.split()) for line in lines)


def reasons(path: Path = SURVIVORS) -> list[tuple[str, str, str]]:
    """The survivors that are known: function, change and reason, each as often as it survives."""
    named = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    return [
        (function, change.strip(), reason)
        for reason, functions in named.items()
        for function, changes in functions.items()
        for change in changes
    ]


def table(run: Run) -> str:
    """How many mutants of each part there are, and how many are killed."""
    lines = ["| part | mutants | killed | per cent | survivors |", "|---|---|---|---|---|"]
    alive = Counter(mutant.part for mutant in run.survivors)
    for part in PARTS:
        made = run.made.get(part, 0)
        killed = made - alive[part]
        lines.append(f"| {part} | {made} | {killed} | {100 * killed / max(made, 1):.1f} | {alive[part]} |")
    return "\n".join(lines)


def faults(run: Run, known: list[tuple[str, str, str]]) -> list[str]:
    """What is not as it should be."""
    found = [f"{run.unfinished} mutants were not tried"] if run.unfinished else []
    found += ["there is no run"] if not run.made else []
    alive = Counter(mutant.part for mutant in run.survivors)
    for part, made in run.made.items():
        if 100 * (made - alive[part]) < LEAST * made:
            found.append(f"less than {LEAST} per cent of {part} killed")
    named = Counter((function, change) for function, change, _ in known)
    for mutant in run.survivors:
        if named[mutant.function, mutant.change]:
            named[mutant.function, mutant.change] -= 1
        else:
            found.append(f"no reason for {mutant.name}\n{mutant.change}")
    found += [f"a reason, though it is killed: {function}\n{change}" for function, change in named.elements()]
    return found


def main() -> int:
    """Print the table, and what is not as it should be."""
    run = read_run(Path("mutants"))
    found = faults(run, reasons())
    sys.stdout.write(table(run) + "\n" + "".join(f"\n{fault}\n" for fault in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
