"""JSON and CSV say the same in every language, with what the figures are."""

from __future__ import annotations

import json
from decimal import Decimal

from tests.command import run


def test_json_is_the_same_in_every_language() -> None:
    """Numbers as text, units by group, rank and identifier."""
    vi, en = (run("--lang", language, "score", "cao-bang-2021", "--format", "json") for language in ("vi", "en"))
    assert vi.stdout == en.stdout
    made = json.loads(vi.stdout)

    assert made["schema"] == "cchc-index/result/1"
    assert (made["cycle"], made["data"]) == ("cao-bang-2021", "synthetic")
    assert [each["criteria"]["status"] for each in made["results"]] == ["illustrative", "illustrative"]
    units = made["results"][0]["units"]
    assert [unit["rank"] for unit in units] == sorted(unit["rank"] for unit in units)
    first = units[0]
    total = sum(Decimal(first["nodes"][code]["points"]) for code in [*"123456", "bonus"])
    assert Decimal(first["points"]) == total
    assert set(made["provenance"]["plugins"]) == {"bands", "cao_bang"}


def test_csv_repeats_what_the_figures_are() -> None:
    """Every row says set, status, data and stage, and reads back as CSV."""
    import csv
    import io

    rows = list(csv.DictReader(io.StringIO(run("score", "cao-bang-2021", "--format", "csv").stdout.decode())))

    assert len(rows) == 30
    assert {(row["status"], row["data"], row["stage"]) for row in rows} == {("illustrative", "synthetic", "appraised")}
    fifteen = next(row for row in rows if row["unit"] == "don-vi-05")
    assert (fifteen["index"], fifteen["band"], fifteen["rank"]) == ("84.99", "Khá", "2")
