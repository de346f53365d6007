"""Feeds one reader with random files for some seconds; ends with a traceback when anything but a refusal happens.

Usage: python tests/fuzz/run.py criteria|table|workbook|frame|cycle SECONDS
"""

from __future__ import annotations

import datetime
import decimal
import io
import json
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import atheris

sys.path.insert(0, str(Path(__file__).parents[2]))

with atheris.instrument_imports(include=["cchc_index"]):
    import cchc_index
    from cchc_index.criteria.criteria_set import parse_criteria
    from cchc_index.problems.errors import CchcError

import openpyxl
import pandas as pd
import polars as pl

from tests.mutations import CRITERIA, REGISTER, TABLE

_BUILTIN = cchc_index.Registry.builtin()
_SET = parse_criteria(CRITERIA, registry=_BUILTIN)
_UNITS = [dict(zip(("unit", "name", "group"), row.split(","), strict=True)) for row in REGISTER.splitlines()[1:]]
CYCLE = """\
id: c
title: {vi: Thử, en: A trial}
data: synthetic
units: {path: units.csv, decimal: ","}
assessments:
  - {criteria: set.yaml, groups: [so], stage: appraised, files: [{path: table.csv, delimiter: ","}]}
published: {path: units.csv}
"""


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


def _cell(some: atheris.FuzzedDataProvider) -> Any:
    """What may stand in a frame."""
    kinds: tuple[Callable[[], Any], ...] = (
        lambda: None,
        lambda: some.PickValueInList(["có", "không", "na", "", "9", "17.5", "1,5", "100%", "001", "so", "Sở Y tế"]),
        lambda: some.ConsumeUnicode(6),
        lambda: some.ConsumeIntInRange(-(2**70), 2**70),
        lambda: some.ConsumeIntInRange(0, 100),
        some.ConsumeFloat,
        some.ConsumeBool,
        lambda: decimal.Decimal(some.ConsumeIntInRange(-999, 99999)).scaleb(some.ConsumeIntInRange(-30, 3)),
        lambda: datetime.datetime.fromtimestamp(some.ConsumeIntInRange(0, 2**31), tz=datetime.UTC),
        lambda: some.ConsumeBytes(3),
    )
    return kinds[some.ConsumeIntInRange(0, len(kinds) - 1)]()


def frame(data: bytes) -> None:
    """A frame of pandas, one of polars and plain rows of the same cells: told, or scored with the same results."""
    some = atheris.FuzzedDataProvider(data)
    headers = TABLE.splitlines()[0].split(",")
    rows = [dict(zip(headers, line.split(","), strict=True)) for line in TABLE.splitlines()[1:]]
    for _ in range(some.ConsumeIntInRange(0, 4)):
        rows[some.ConsumeIntInRange(0, 2)][some.PickValueInList(headers)] = _cell(some)
    plain = _results(rows)
    for made in (lambda: pd.DataFrame(rows, dtype=object), lambda: pl.DataFrame(rows, strict=True)):
        try:
            table = made()
        except (TypeError, ValueError, OverflowError, pl.exceptions.PolarsError):
            continue  # the cells make no such frame
        results = _results(table)
        # floats are taken from frames alone, which have no other numbers; and polars makes one type of a column
        differs = isinstance(table, pl.DataFrame) or any(
            isinstance(cell, float) for row in rows for cell in row.values()
        )
        assert results == plain or (differs and None in (results, plain)), (rows, results, plain)


def _results(rows: Any) -> str | None:
    """The units of the result; None where the rows are refused."""
    try:
        return json.dumps(cchc_index.score(_SET, cchc_index.read_assessment(rows, _SET, _UNITS)).to_dict()["units"])
    except CchcError as error:
        _tell(error)
        return None


def _cycling(folder: Path) -> Callable[[bytes], None]:
    """A cycle whose cycle.yaml is random, beside sound files."""
    for name, text in (("set.yaml", CRITERIA), ("units.csv", REGISTER), ("table.csv", TABLE)):
        (folder / name).write_text(text, encoding="utf-8")

    def read(data: bytes) -> None:
        (folder / "cycle.yaml").write_bytes(data)
        try:
            cchc_index.open_cycle(folder, registry=_BUILTIN).score()
        except CchcError as error:
            _tell(error)

    return read


def main() -> None:
    """Fuzz one target."""
    target, seconds = sys.argv[1], sys.argv[2]
    with tempfile.TemporaryDirectory() as name:
        folder, corpus = Path(name), Path(name) / "corpus"
        corpus.mkdir()
        seeds = {"criteria": CRITERIA.encode(), "table": TABLE.encode(), "workbook": _workbook()}
        seeds |= {"frame": bytes(range(64)), "cycle": CYCLE.encode()}
        (corpus / "seed").write_bytes(seeds[target])
        if target == "workbook":
            with zipfile.ZipFile(io.BytesIO(seeds[target])) as package:
                (corpus / "sheet").write_bytes(package.read("xl/worksheets/sheet1.xml"))
        readers = {
            "criteria": lambda: criteria,
            "table": lambda: _reading(folder, "csv"),
            "workbook": lambda: _repacked(_reading(folder, "xlsx")),
            "frame": lambda: frame,
            "cycle": lambda: _cycling(folder),
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
