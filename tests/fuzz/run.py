"""Feeds one reader with random files for some seconds; ends with a traceback when anything but a refusal happens.

Usage: python tests/fuzz/run.py criteria|table|workbook SECONDS
"""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[2]))

with atheris.instrument_imports(include=["cchc_index"]):
    import cchc_index
    from cchc_index.problems.errors import CchcError
    from cchc_index.reading.yaml.criteria_file import parse_criteria

import openpyxl

from tests.mutations import CRITERIA, REGISTER, TABLE

_BUILTIN = cchc_index.Registry.builtin()
_SET = parse_criteria(CRITERIA, registry=_BUILTIN)
_UNITS = [dict(zip(("unit", "name", "group"), row.split(","), strict=True)) for row in REGISTER.splitlines()[1:]]


def criteria(data: bytes) -> None:
    """A criteria file is read, or refused with problems that can be told in both languages."""
    try:
        parse_criteria(data, registry=_BUILTIN)
    except CchcError as error:
        _tell(error)


def _scored(path: Path) -> None:
    try:
        cchc_index.score(_SET, cchc_index.read_assessment(path, _SET, _UNITS)).to_dict()
    except CchcError as error:
        _tell(error)


def _tell(error: CchcError) -> None:
    assert error.problems
    assert error.report("vi")
    assert error.report("en")


def _reading(folder: Path, ending: str) -> Callable[[bytes], None]:
    path = folder / f"a.{ending}"

    def read(data: bytes) -> None:
        path.write_bytes(data)
        _scored(path)

    return read


def _workbook() -> bytes:
    data = io.BytesIO()
    book = openpyxl.Workbook()
    for line in TABLE.splitlines():
        book.worksheets[0].append(line.split(","))
    book.save(data)
    return data.getvalue()


def _repacked(read: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """Random bytes as the sheet of a workbook that is sound besides, so that they are not all refused as no package."""
    with zipfile.ZipFile(io.BytesIO(_workbook())) as package:
        parts = {name: package.read(name) for name in package.namelist()}

    def read_sheet(data: bytes) -> None:
        if data[:1] == b"P":
            read(data)
            return
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as package:
            for name, part in parts.items():
                package.writestr(name, data if name == "xl/worksheets/sheet1.xml" else part)
        read(made.getvalue())

    return read_sheet


def main() -> None:
    """Fuzz one target."""
    target, seconds = sys.argv[1], sys.argv[2]
    with tempfile.TemporaryDirectory() as name:
        folder, corpus = Path(name), Path(name) / "corpus"
        corpus.mkdir()
        seeds = {"criteria": CRITERIA.encode(), "table": TABLE.encode(), "workbook": _workbook()}
        (corpus / "seed").write_bytes(seeds[target])
        if target == "workbook":
            with zipfile.ZipFile(io.BytesIO(seeds[target])) as package:
                (corpus / "sheet").write_bytes(package.read("xl/worksheets/sheet1.xml"))
        readers = {
            "criteria": lambda: criteria,
            "table": lambda: _reading(folder, "csv"),
            "workbook": lambda: _repacked(_reading(folder, "xlsx")),
        }
        options = [
            f"-max_total_time={seconds}",
            "-timeout=10",
            "-rss_limit_mb=2048",
            "-verbosity=0",
            "-artifact_prefix=tests/fuzz/found-",
            "-print_final_stats=1",
        ]
        atheris.Setup([sys.argv[0], *options, str(corpus)], readers[target]())  # type: ignore[no-untyped-call]
        atheris.Fuzz()


if __name__ == "__main__":
    main()
