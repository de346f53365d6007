"""Bounds are kept: what is over one, or what nobody should send, is refused in little memory; nothing else opens."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

import cchc_index
from cchc_index.cli import main
from cchc_index.problems.errors import AssessmentError
from tests.conftest import ROOT
from tests.hostile_files import CRITERIA, TABLES, refuse, write

pytestmark = pytest.mark.slow

MOST_MEGABYTES = 200


@pytest.mark.parametrize("what", [*CRITERIA, *TABLES])
def test_a_hostile_file_is_refused(what: str, tmp_path: Path) -> None:
    """Exit 1, the file named, no traceback, nothing on stdout, below 200 MB; `make bench` prints the seconds."""
    found = refuse(write(tmp_path, what), tmp_path)

    assert (found.code, found.printed) == (1, "")
    assert "Traceback" not in found.told
    assert found.told.startswith(str(tmp_path / "a.")), found.told[:300]
    assert found.megabytes < MOST_MEGABYTES


@pytest.mark.parametrize("leaves", [5_000])
def test_a_set_at_the_bound_is_read(leaves: int, tmp_path: Path) -> None:
    """5,000 leaves are not yet too many."""
    lines = "".join(f"  - {{code: c{number}, title: T, max_points: 1, rule: points}}\n" for number in range(leaves))
    path = tmp_path / "a.yaml"
    head = "id: a\nedition: 1\ntitle: T\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\ncriteria:\n"
    path.write_text(head + lines, encoding="utf-8")

    assert len(cchc_index.load_criteria(path).leaves) == leaves


@pytest.mark.parametrize(("wrong", "first"), [(10_000, "value.number"), (10_001, "table.stopped")])
def test_a_table_with_too_many_problems_is_not_read_to_its_end(wrong: int, first: str, tmp_path: Path) -> None:
    """Up to 10,000 problems are all counted; after more the report begins with why it is not whole."""
    criteria = tmp_path / "set.yaml"
    leaves = "".join(f"  - {{code: '{number}', title: T, max_points: 9, rule: points}}\n" for number in (1, 2))
    head = "id: a\nedition: 1\ntitle: T\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\ncriteria:\n"
    criteria.write_text(head + leaves, encoding="utf-8")
    table = tmp_path / "a.csv"
    rows = "".join(f"u{number},{'x' if number < wrong else 1},1\n" for number in range(10_001))
    table.write_text("unit,1,2\n" + rows, encoding="utf-8")

    with pytest.raises(AssessmentError) as refused:
        cchc_index.read_assessment(table, cchc_index.load_criteria(criteria))

    found = refused.value.problems
    assert found[0].key == first
    assert sum(problem.key == "value.number" for problem in found) == wrong


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n,\n", "\n \n"])
def test_blank_rows_at_the_end_are_harmless_however_many(end: str, tmp_path: Path) -> None:
    """A table that somebody cleared below its last row says the same as before."""
    criteria = tmp_path / "set.yaml"
    criteria.write_text(
        "id: a\nedition: 1\ntitle: T\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\n"
        "criteria:\n  - {code: '1', title: T, max_points: 9, rule: points}\n",
        encoding="utf-8",
    )
    table = tmp_path / "a.csv"
    table.write_text("unit,1\na,7.5\n" + end * 30_000, encoding="utf-8", newline="")
    read = cchc_index.load_criteria(criteria)

    assert cchc_index.score(read, cchc_index.read_assessment(table, read))["a"].points == Decimal("7.5")


_WATCH = """
import json, sys
seen = []
def watch(event, arguments):
    outside = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "urllib.")
    if event == "open" or event.startswith(outside):
        seen.append((event, str(arguments[0]) if arguments else ""))
from cchc_index.cli import main
main(["demo"])  # what Python itself loads is loaded before anything is watched
main(["check", *sys.argv[1:], "--format", "json"])
seen.clear()
sys.addaudithook(watch)
code = main(["check", *sys.argv[1:], "--format", "json"])
sys.stderr.write(json.dumps([code, seen]))
"""


def test_only_the_named_files_are_opened_and_no_socket(tmp_path: Path) -> None:
    """Forms with addresses and a link to another file are read: no network, no program, no file but their own."""
    criteria = tmp_path / "set.yaml"
    criteria.write_text(
        "id: a\nedition: 1\ntitle: T\nsource: {status: illustrative, url: 'https://example.org/x'}\n"
        "rounding: {points: 2, index: 2}\ncriteria:\n  - {code: '1', title: T, max_points: 1, rule: yes_no}\n",
        encoding="utf-8",
    )
    units = tmp_path / "units.csv"
    units.write_text("unit,name\na,A\nb,B\n", encoding="utf-8")
    forms = tmp_path / "forms"
    assert main(["template", str(criteria), "--units", str(units), "-o", str(forms)]) == 0
    for path in forms.iterdir():
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        evidence = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Minh chứng")
        below = sheet.cell(int(evidence.row or 0) + 1, int(evidence.column or 0))
        below.value = "https://example.org/minh-chung"
        below.hyperlink = "https://example.org/minh-chung"
        book.save(path)
    named = [str(forms), "--criteria", str(criteria), "--units", str(units)]

    done = subprocess.run([sys.executable, "-c", _WATCH, *named], capture_output=True, text=True, check=True)

    code, seen = json.loads(done.stderr)
    installed = (sys.prefix, sys.base_prefix)
    opened = {Path(path) for event, path in seen if event == "open" and not path.startswith(installed)}
    assert code == 1  # nothing is filled in
    assert opened == {criteria, units, *forms.iterdir()}
    assert [event for event, _ in seen if event != "open"] == []


SOURCES = sorted((ROOT / "src").rglob("*.py")) + sorted(ROOT.glob("plugins/*/src/**/*.py"))
POSIX_ONLY = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "termios", "tty", "syslog"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_nothing_needs_a_posix_system(path: Path) -> None:
    """No module that Windows lacks is imported but where it has another, and text files' encodings are named."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    elsewhere = {
        each
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and ast.unparse(branch.test) == "sys.platform == 'win32'"
        for other in branch.orelse
        for each in ast.walk(other)
    }
    for node in ast.walk(tree):
        if node in elsewhere:
            continue
        if isinstance(node, ast.Import):
            assert not POSIX_ONLY & {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert (node.module or "").partition(".")[0] not in POSIX_ONLY
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in ("read_text", "write_text"):
                assert any(keyword.arg == "encoding" for keyword in node.keywords), node.lineno
            if node.func.attr == "open" and node.args and isinstance(node.args[0], ast.Constant):
                mode = node.args[0].value
                binary = isinstance(mode, str) and "b" in mode
                assert binary or any(keyword.arg == "encoding" for keyword in node.keywords), node.lineno
