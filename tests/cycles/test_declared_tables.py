"""A cycle's register, published results and tables are read as cycle.yaml declares them."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from cchc_index.cli import main

SET = """id: s
edition: 2022
title: T
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - code: "1"
    title: A
    max_points: 10
    rule: {steps: {on: rate, steps: [{from: 95, points: 10}, {from: 90, points: 5}]}}
"""
CYCLE = """id: c-2022
title: T
data: synthetic
assessments:
  - {criteria: s.yaml, files: [{path: a.csv, decimal: ","}]}
"""
UNITS = 'units: {path: units.csv, delimiter: ";"}\n'
PUBLISHED = 'published: {path: published.csv, decimal: ","}\n'


@pytest.fixture
def cycle(tmp_path: Path) -> Path:
    """A cycle's folder whose tables Excel saved with semicolons and decimal commas."""
    for name, text in (
        ("s.yaml", SET),
        ("cycle.yaml", CYCLE + UNITS + PUBLISHED),
        ("a.csv", "unit;1\na;97,5\nb;90\n"),
        ("units.csv", "\ufeffunit;name;group\na;Sở A;g\nb;Sở B;g\n"),
        ("published.csv", "\ufeffunit;points;index;rank\na;10,00;100,00;1\nb;5,00;50,00;2\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _told(folder: Path) -> list[str]:
    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.open_cycle(folder, registry=cchc_index.Registry.builtin())
    return [problem.key for problem in told.value.problems]


def test_they_are_read_as_declared(cycle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The ranking is right, and the published figures agree with it."""
    result = cchc_index.open_cycle(cycle).score()

    assert [(card.unit.name, str(card.index), card.rank) for card in result] == [
        ("Sở A", "100.00", 1),
        ("Sở B", "50.00", 2),
    ]
    assert main(["--lang", "en", "audit", str(cycle)]) == 0
    assert "6 published figures compared. Findings: 0" in capsys.readouterr().out


def test_undeclared_they_are_told_with_a_cure_that_can_be_followed(cycle: Path) -> None:
    """Nothing else is told: units that could not be read are not missing as well."""
    (cycle / "cycle.yaml").write_text(CYCLE, encoding="utf-8")
    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.open_cycle(cycle)
    cures = [problem.cure() for problem in told.value.problems]
    (cycle / "cycle.yaml").write_text(CYCLE + "\n".join(cure.partition(": ")[2] for cure in cures), encoding="utf-8")

    assert [problem.key for problem in told.value.problems] == ["cycle.table_delimiter", "cycle.table_delimiter"]
    assert len(cchc_index.open_cycle(cycle).score()) == 2


def test_published_decimals_are_asked_about(cycle: Path) -> None:
    """85,00 is no number where decimals take a point, and the message says where that is declared."""
    (cycle / "cycle.yaml").write_text(
        CYCLE + UNITS + 'published: {path: published.csv, delimiter: ";"}\n', encoding="utf-8"
    )
    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.audit(cchc_index.open_cycle(cycle))

    assert {problem.key for problem in told.value.problems} == {"published.comma"}
    assert 'published: {path: published.csv, decimal: ","}' in told.value.problems[0].cure()


def test_a_declared_table_that_is_not_there_is_told(cycle: Path) -> None:
    """Whoever declares it means it."""
    (cycle / "units.csv").unlink()

    assert "file.absent" in _told(cycle)


@pytest.mark.parametrize("entry", ["units: {path: ../units.csv}", 'units: {path: units.csv, decimal: "x"}'])
def test_a_declaration_is_held_to_the_rules_of_all_files(cycle: Path, entry: str) -> None:
    """It lies inside the folder, with marks that there are."""
    (cycle / "cycle.yaml").write_text(f"{CYCLE}{entry}\n", encoding="utf-8")

    assert {"cycle.outside", "cycle.decimal"} & set(_told(cycle))


def test_small_rates_are_taken_where_the_file_says_so(cycle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By its entry, by the command, and by the function."""
    (cycle / "a.csv").write_text("unit;1\na;0,95\nb;96\n", encoding="utf-8")
    assert "value.fraction" in _told(cycle)

    text = (
        (cycle / "cycle.yaml").read_text(encoding="utf-8").replace('decimal: ","}]', 'decimal: ",", rates: per_cent}]')
    )
    (cycle / "cycle.yaml").write_text(text, encoding="utf-8")
    assert str(cchc_index.open_cycle(cycle).score()["a"].points) == "0.00"
    table = ["score", str(cycle / "a.csv"), "--criteria", str(cycle / "s.yaml"), "--decimal", ","]
    assert main(table) == 1
    assert main([*table, "--rates", "per_cent"]) == 0
    capsys.readouterr()
    criteria = cchc_index.load_criteria(cycle / "s.yaml")
    read = cchc_index.read_assessment(cycle / "a.csv", criteria, decimal=",", rates="per_cent")
    assert str(cchc_index.score(criteria, read)["b"].points) == "10.00"
