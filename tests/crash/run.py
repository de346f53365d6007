"""Kills each writing command at many points of its life, and looks at what it leaves.

Half of the points are the command's own touches of the file system (a file opened, a folder made, a name changed, a
disk reached), spread over all of them; half are moments, spread over the time it takes. After each kill the target is
whole, or as it was before; and the command, run again, gives the whole result.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import docxtpl  # noqa: F401
import xlsxwriter  # noqa: F401 - so are modules that commands load at first use: no child loads them again

import cchc_index.cli.commands  # noqa: F401
from cchc_index.cli import main
from cchc_index.cycles.cycle import open_cycle
from cchc_index.reading.shipped import shipped_folder
from cchc_index.writing.cycle_log import append_step
from cchc_index.writing.formats import result_json

_TOUCHES: Final = frozenset({"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod"})
_UNITS: Final = "unit,name,group\n" + "".join(f"u{number},Đơn vị {number},g\n" for number in range(5))
_DAY: Final = "2021-12-31"
Contents = dict[str, bytes]

#: each command with the name of what it writes; the first of a pair of scores finds an older result in its place
COMMANDS: Final = {
    "score -o json": (["score", "cycle", "-o", "out.json"], "out.json"),
    "score -o csv": (["score", "cycle", "-o", "out.csv"], "out.csv"),
    "score -o xlsx": (["score", "cycle", "-o", "out.xlsx"], "out.xlsx"),
    "score -o html": (["score", "cycle", "-o", "out.html"], "out.html"),
    "init": (["init", "made", "--criteria", "moha-provinces-2017", "--units", "units.csv"], "made"),
    "explain, all": (["explain", "cycle", "-o", "made"], "made"),
    "explain, one": (["explain", "cycle", "so-tai-chinh", "-o", "one.html"], "one.html"),
    "compare": (["compare", "cycle", "logged", "-o", "made.csv"], "made.csv"),
    "diff": (["diff", "moha-provinces-2017", "moha-provinces-2017", "-o", "made.json"], "made.json"),
    "plan": (["plan", "cycle", "so-noi-vu", "-o", "made.txt"], "made.txt"),
    "compare-units": (["compare-units", "cycle", "so-noi-vu", "so-tai-chinh", "-o", "made.txt"], "made.txt"),
    "review": (["review", "cycle", "-o", "made.csv"], "made.csv"),
    "score -o docx": (["score", "cycle", "-o", "made.docx"], "made.docx"),
    "report": (["report", "cycle", "-o", "made.docx"], "made.docx"),
    "report, folder": (["report", "cycle", "-o", "made"], "made"),
    "report --make-template": (["report", "--make-template", "made.docx"], "made.docx"),
    "verify": (["verify", "result.json", "cycle", "-o", "made.txt"], "made.txt"),
    "template": (["template", "moha-provinces-2017", "--units", "units.csv", "-o", "made"], "made"),
    "template, one": (["template", "moha-provinces-2017", "-o", "made.xlsx"], "made.xlsx"),
    "criteria-sheet": (["criteria-sheet", "moha-provinces-2017", "-o", "made.xlsx"], "made.xlsx"),
    "criteria-sheet, annex": (["criteria-sheet", "annex.xlsx", "-o", "made.xlsx"], "made.xlsx"),
    "new-plugin": (["new-plugin", "tinh-x"], "cchc-index-tinh-x"),
    "dossiers": (["dossiers", "counts.csv", "-o", "made.json"], "made.json"),
    "log, first step": (["log", "cycle", "--step", "published", "--by", "A", "--date", _DAY], "cycle/log.jsonl"),
    "log, later step": (["log", "logged", "--step", "published", "--by", "A", "--date", _DAY], "logged/log.jsonl"),
}


def prepare(folder: Path) -> None:
    """What the commands read, an older result, and a log of one step."""
    (folder / "counts.csv").write_text("unit,received,settled,early,on_time,late\nu0,9,9,3,4,2\n", encoding="utf-8")
    for name in ("cycle", "logged"):
        shutil.copytree(shipped_folder("examples") / "lai-chau-2021", folder / name)
    append_step(folder / "logged", "note", by="A", date=_DAY, note="x")
    (folder / "units.csv").write_text(_UNITS, encoding="utf-8")
    shutil.copy(Path(__file__).parents[1] / "data" / "annexes" / "so-mau.xlsx", folder / "annex.xlsx")
    (folder / "out.json").write_bytes(b"older")
    result = open_cycle(folder / "cycle").score()
    (folder / "result.json").write_text("".join(result_json(result)), encoding="utf-8")


def contents(target: Path) -> Contents | None:
    """All files of a target, by their names within it; None where there is none."""
    if not os.path.lexists(target):
        return None
    if target.is_file():
        return {"": target.read_bytes()}
    return {str(path.relative_to(target)): path.read_bytes() for path in sorted(target.rglob("*")) if path.is_file()}


def in_child(folder: Path, arguments: list[str], before: Callable[[], None]) -> int:
    """Run the command in a process of its own, in a folder; its exit code, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        code = 70
        with contextlib.suppress(BaseException):
            os.chdir(folder)
            sys.stdout = sys.stderr = io.StringIO()
            before()
            code = main(arguments)
        os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def at_touch(number: int, report: Path | None = None) -> Callable[[], None]:
    """Die at the so manieth touch of the file system; with a report, count them instead."""

    def before() -> None:
        seen = 0

        def touched(*_: object) -> None:
            nonlocal seen
            seen += 1
            if report is not None:
                os.truncate(report, seen)
            elif seen == number:
                os.kill(os.getpid(), signal.SIGKILL)

        def hook(event: str, told: tuple[Any, ...]) -> None:
            writes = event != "open" or (isinstance(told[2], int) and told[2] & (os.O_WRONLY | os.O_RDWR))
            if event in _TOUCHES and writes:
                touched()

        real = os.fsync

        def fsync(fd: Any) -> None:
            touched()
            real(fd)

        vars(os)["fsync"] = fsync
        sys.addaudithook(hook)

    return before


def at_moment(seconds: float) -> Callable[[], None]:
    """Die after so many seconds, wherever the command is then."""

    def before() -> None:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, max(seconds, 1e-6))

    return before


def kills(scratch: Path, arguments: list[str], points: int) -> Iterator[Callable[[], None]]:
    """The ways to die: half of them at touches, half at moments."""
    folder = scratch / "count"
    folder.mkdir()
    prepare(folder)
    report = scratch / "touches"
    report.write_bytes(b"")
    started = time.perf_counter()
    if in_child(folder, arguments, at_touch(0, report)):
        raise SystemExit(f"{arguments} fails by itself")
    taken = time.perf_counter() - started
    touches = report.stat().st_size
    half = points // 2
    for number in range(half):
        yield at_touch(1 + number * touches // half)
    for number in range(points - half):
        yield at_moment(taken * (number + 0.5) / (points - half))


def crash(points: int) -> list[tuple[str, int, int, int, int, list[str]]]:
    """For each command: points, whole, as before, sound reruns, and what went wrong."""
    rows = []
    for name, (arguments, written) in COMMANDS.items():
        with tempfile.TemporaryDirectory() as made:
            scratch = Path(made)
            sound = scratch / "sound"
            sound.mkdir()
            prepare(sound)
            before = contents(sound / written)
            if code := in_child(sound, arguments, lambda: None):
                raise SystemExit(f"{name} fails by itself: {code}")
            whole = contents(sound / written)
            counts = {"whole": 0, "before": 0, "rerun": 0}
            faults = []
            for number, kill in enumerate(kills(scratch, arguments, points)):
                folder = scratch / "killed"
                folder.mkdir()
                prepare(folder)
                in_child(folder, arguments, kill)
                found = contents(folder / written)
                counts["whole"] += found == whole
                counts["before"] += found == before
                if found not in (whole, before):
                    faults.append(f"point {number}: left {len(found or ())} files, neither whole nor as before")
                again = in_child(folder, arguments, lambda: None)
                if contents(folder / written) == whole and (again == 0 or found == whole):
                    counts["rerun"] += 1
                else:
                    faults.append(f"point {number}: run again, exit {again}")
                shutil.rmtree(folder)
            rows.append((name, points, counts["whole"], counts["before"], counts["rerun"], faults))
    return rows


def command() -> int:
    """Print the table; 1 where anything was left half written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=200)
    rows = crash(parser.parse_args().points)
    print(f"{'command':16} {'points':>7} {'whole':>7} {'before':>7} {'reruns':>7}")  # noqa: T201
    for name, points, whole, before, rerun, faults in rows:
        print(f"{name:16} {points:7} {whole:7} {before:7} {rerun:7}")  # noqa: T201
        for fault in faults[:5]:
            print(f"  {fault}")  # noqa: T201
    return int(any(faults for *_, faults in rows))


if __name__ == "__main__":
    sys.exit(command())
