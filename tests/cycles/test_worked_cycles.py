"""The real and the synthetic cycles that are shipped."""

from __future__ import annotations

import csv
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import cchc_index
from cchc_index.evidence.dossiers import count_dossiers
from tests.conftest import ROOT

EXAMPLES = ROOT / "docs" / "examples"


def test_lai_chau_agrees_in_sixteen_rows_and_all_classes() -> None:
    """Totals and classes as published, but for one total."""
    result = cchc_index.open_cycle("lai-chau-2021").score()
    with (EXAMPLES / "lai-chau-2021" / "published.csv").open(encoding="utf-8", newline="") as file:
        published = {row["unit"]: row for row in csv.DictReader(file)}

    differing = {unit for unit, row in published.items() if Decimal(row["points"]) != result[unit].points}
    assert len(published) == 17
    assert differing == {"so-ke-hoach-va-dau-tu"}
    assert all(str(result[unit].band) == row["band"] for unit, row in published.items())


def test_pci_agrees_within_two_hundredths() -> None:
    """The published index follows from parts that are themselves rounded."""
    result = cchc_index.open_cycle("pci-2021").score()
    with (EXAMPLES / "pci-2021" / "published.csv").open(encoding="utf-8", newline="") as file:
        published = {row["unit"]: row for row in csv.DictReader(file)}

    off = {unit: abs(Decimal(row["index"]) - (result[unit].index or 0)) for unit, row in published.items()}
    assert len(off) == 21
    assert max(off.values()) == Decimal("0.02")
    assert sum(bool(each) for each in off.values()) == 13


def test_cao_bang_has_the_classes_it_published() -> None:
    """2 tốt, 25 khá, 3 trung bình among 30 units, one of which lost a class by 0.01; all of it said to be synthetic."""
    cycle = cchc_index.open_cycle("cao-bang-2021")
    result = cycle.score()
    counts: dict[str, int] = {}
    for card in result:
        counts[str(card.band)] = counts.get(str(card.band), 0) + 1

    assert counts == {"Tốt": 2, "Khá": 25, "Trung bình": 3}
    assert result.data == "synthetic"
    assert {each.criteria.source.status for each in result.results} == {"illustrative"}
    assert [len(each) for each in result.results] == [20, 10]
    assert all(card.unit.name.startswith("Đơn vị ") for card in result)
    assert (str(result["don-vi-05"].index), str(result["don-vi-05"].band)) == ("84.99", "Khá")
    assert {card.unit.id for card in result if card.node("2").status == "not_applicable"} == {
        "don-vi-06",
        "don-vi-13",
        "don-vi-18",
    }
    notes = " ".join(str(node.note) for card in (result["don-vi-01"],) for node in card.explain("vi"))
    for figure in ("148.000", "140.500", "4.400", "3.100", "229", "60 văn bản", "28 sáng kiến"):
        assert figure in notes


def test_cao_bang_counts_the_dossiers_that_it_published(tmp_path: Path) -> None:
    """148,000 rows, one a dossier, count to the table that feeds the leaves, and to the province's round figures."""
    script, rows = EXAMPLES / "cao-bang-2021" / "generate.py", tmp_path / "rows.csv"
    subprocess.run([sys.executable, str(script), "--rows", str(rows)], check=True)
    table = count_dossiers(EXAMPLES / "cao-bang-2021" / "dossiers.csv", by="level")
    counted = count_dossiers(rows, by="level")

    assert counted.rows == 148_000
    figures = ("received", "settled", "early", "on_time", "in_time", "late", "in_process")
    for one, other in zip(table, counted, strict=True):
        assert one.key == other.key
        assert [one.counts[name] for name in figures] == [other.counts[name] for name in figures]
    totals = {name: sum(each.counts[name] or 0 for each in counted) for name in figures}
    assert [totals[name] for name in ("received", "in_time", "in_process", "late")] == [148_000, 140_500, 4_400, 3_100]

    cycle = cchc_index.open_cycle("cao-bang-2021")
    of_unit = {(each.unit, each.level): each for each in counted}
    for unit, level, code in (("don-vi-01", "province", "2.1.1"), ("don-vi-24", "commune", "2.2.2")):
        case = of_unit[unit, level]
        explained = next(node for node in cycle.score()[unit].explain("vi") if node.code == code)
        assert f"{case.counts['in_time']}" in explained.reason.replace(".", "")
        assert "dossiers.csv, đếm từ 1 dòng" in explained.sources[0].text("vi")


def test_cao_bang_is_made_by_its_script() -> None:
    """The committed tables are what the script makes from its seed."""
    script = EXAMPLES / "cao-bang-2021" / "generate.py"

    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


def test_the_second_year_of_cao_bang_is_made_by_its_script() -> None:
    """The committed tables are what the script makes from its seed, with the first year's generator."""
    script = EXAMPLES / "cao-bang-2022" / "generate.py"

    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


def test_the_second_year_of_cao_bang_is_said_to_be_made_up() -> None:
    """Synthetic values, illustrative sets, neutral names; with a renaming and two mergers every part adds up."""
    before, after = (cchc_index.open_cycle(f"cao-bang-{year}") for year in (2021, 2022))
    result = after.score()

    assert result.data == "synthetic"
    assert "made up" in result.source.say("en")  # type: ignore[union-attr]
    assert {each.criteria.source.status for each in result.results} == {"illustrative"}
    assert [len(each) for each in result.results] == [19, 9]
    assert all(card.unit.name.startswith("Đơn vị ") for card in result)
    assert not (EXAMPLES / "cao-bang-2022" / "published.csv").exists()

    compared = cchc_index.compare_years(before, after)
    kinds = {each.unit: each.kind for each in compared.changes if each.kind != "same"}
    assert kinds == {"don-vi-31": "renamed", "don-vi-32": "merged", "don-vi-33": "merged"}
    assert not compared.gone
    assert not compared.new
    assert not compared.remarks
    assert all(each.index.total == each.change for each in compared.changes if each.index is not None)
    assert compared["don-vi-32"].before is None


def test_cao_bang_counts_for_its_report_what_the_province_published() -> None:
    """All dossiers at once, and the made-up registers of `registers-2021`, as they stand there; no leaf reads them."""
    for name in ("documents.csv", "initiatives.csv", "commendations.csv"):
        assert (EXAMPLES / "cao-bang-2021" / name).read_bytes() == (EXAMPLES / "registers-2021" / name).read_bytes()
    alone = {
        each.builder: each.totals for each in cchc_index.open_cycle("cao-bang-2021").counted if each.is_for_the_report
    }
    published = {
        "dossiers": {"received": 148_000, "in_time": 140_500, "in_process": 4_400, "late": 3_100},
        "documents": {"commented": 229, "self_checked": 60},
        "initiatives": {"recognised": 28, "awarded": 10},
        "commendations": {"collectives": 8, "individuals": 8},
    }
    assert {kind: {name: alone[kind][name] for name in figures} for kind, figures in published.items()} == published
    rates = [str(alone["dossiers"][f"in_time_of_{whole}"]) for whole in ("settled", "received")]
    assert rates == ["97.84", "94.93"]
