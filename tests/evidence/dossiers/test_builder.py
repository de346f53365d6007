"""The builder `dossiers` gives a cycle what the count says, for the level and period that it is asked for."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from cchc_index.builders.contract import Evidence, NamedBuilder
from cchc_index.evidence.building import build_evidence, measures_of
from cchc_index.evidence.dossiers import count_dossiers
from cchc_index.evidence.dossiers.builder import Dossiers
from cchc_index.evidence.raw import TableFile

_ROWS = """dossier,unit,level,received,due,settled
1,a,4,2021-01-04,2021-01-08,2021-01-07
2,a,3,2021-02-04,2021-02-08,2021-02-11
3,b,4,2021-01-04,2021-01-08,
4,a,4,2022-01-04,2022-01-08,2022-01-08
5,a,4,2021-03-01,2021-03-02,2021-03-02
"""


def _built(builder: Dossiers, path: Path, units: tuple[str, ...] | None = None) -> Evidence:
    found = build_evidence(NamedBuilder("dossiers", builder), [TableFile.of(path)], units)
    assert isinstance(found, Evidence)
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of five dossiers."""
    file = tmp_path / "d.csv"
    file.write_text(_ROWS, encoding="utf-8")
    return file


def test_what_is_counted_is_what_the_count_says(path: Path) -> None:
    """All counts and rates, with the rows behind them and the file."""
    found, counted = _built(Dossiers(), path), count_dossiers(path)
    for each in counted:
        assert found.of(each.unit) == {**each.counts, **each.rates}
    assert found.rows == tuple(each.rows for each in counted)
    assert found.files == counted.files
    assert [each.name for each in measures_of(NamedBuilder("dossiers", Dossiers()))] == list(found.figures)


@pytest.mark.parametrize(
    ("builder", "figures"),
    [
        (Dossiers(level="4"), {"received": 3, "in_time": 3, "late": 0, "late_of_settled": Decimal("0.00")}),
        (Dossiers(period="2021"), {"received": 3, "in_time": 2, "late": 1, "late_of_settled": Decimal("33.33")}),
        (Dossiers(period="2021-Q1", level="3"), {"received": 1, "in_time": 0, "late": 1}),
        (Dossiers(period="2021-02"), {"received": 1, "late": 1, "late_days": 3}),
        (Dossiers(period="2022"), {"received": 1, "on_time": 1, "early": 0}),
    ],
)
def test_a_level_and_a_period_are_counted_alone(path: Path, builder: Dossiers, figures: dict[str, object]) -> None:
    """A period is that of the day of receipt."""
    found = _built(builder, path).of("a")
    assert {name: found[name] for name in figures} == figures


def test_faults_are_told_with_the_cure_of_a_cycle(path: Path) -> None:
    """And left out where the cycle allows it, with how many there were."""
    path.write_text(_ROWS + "6,a,4,2021-03-05,2021-03-02,2021-03-02\n7,c,4,2021-03-01,2021-03-02,\n", encoding="utf-8")
    told = build_evidence(NamedBuilder("dossiers", Dossiers()), [TableFile.of(path)], ("a", "b"))
    assert isinstance(told, list)
    keys = [each.key for each in told]
    assert keys == ["dossiers.unknown_unit", "dossiers.settled_before_received", "dossiers.due_before_received"]
    assert "allow: [due_before_received]" in told[2].text("vi")
    assert "--allow" not in told[2].text("vi")

    allow = ("unknown_unit", "settled_before_received", "due_before_received")
    found = _built(Dossiers(allow=allow), path, ("a", "b"))
    assert {each.kind: each.rows for each in found.left_out} == dict.fromkeys(allow, 1)
    assert found.of("a")["received"] == 4


@pytest.mark.parametrize("said", [{"allow": ("late",)}, {"period": "2021-13"}, {"period": "Q1"}])
def test_parameters_that_mean_nothing_are_refused(said: dict[str, object]) -> None:
    """With what there is."""
    with pytest.raises(ValueError, match=r"2021-Q1|duplicate"):
        Dossiers(**said)  # type: ignore[arg-type]


def test_a_day_that_is_none_is_told(path: Path) -> None:
    """Of the day on which the data were taken."""
    told = build_evidence(NamedBuilder("dossiers", Dossiers(as_of="31/02/2021")), [TableFile.of(path)])
    assert isinstance(told, list)
    assert [each.key for each in told] == ["dossiers.as_of"]
