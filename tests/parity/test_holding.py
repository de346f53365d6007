"""A difference is accounted for by the rounding of what was published, by a reason that is shown, or told."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.parity.__main__ import main
from tests.parity.holding import Held, Reason, Rows, Source, hold, table
from tests.parity.publications import e_government, human_development

HEAD = ["country", "iso3", "year", "le", "eys", "mys", "gnipc", "hdi"]
#: Countries that do not exist: 0.8 x 0.64 x 1 is the cube of 0.8.
EVEN = ["Ví dụ A", "AAA", "2021", "72", "11.52", "9.6", "75000"]
FULL = ["Ví dụ B", "BBB", "2021", "85", "18", "15", "75000", "1.000"]


def _write(path: Path, rows: Sequence[Sequence[str]]) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _panel(folder: Path, published: str) -> Path:
    _write(folder / "hdi" / "panel_1990_2021.csv", [HEAD, [*EVEN, published], FULL])
    return folder


def _source(bands: Mapping[str, int]) -> Source:
    return Source("made up", "hdi.yaml", human_development, bands={"2021": bands})


def test_what_was_published_is_found_again(tmp_path: Path) -> None:
    """Index by index, and how many units are in each class."""
    held = hold(_source({"Very high": 2, "Low": 0}), _panel(tmp_path, "0.800"))

    assert (held.compared, held.equal, held.unnamed) == (4, 4, ())


def test_a_difference_without_a_reason_is_told(tmp_path: Path) -> None:
    """One figure, and one number of units."""
    held = hold(_source({"Very high": 1}), _panel(tmp_path, "0.850"))

    assert held.equal == 1
    assert held.unnamed == (
        "AAA-2021: index  published 85.0, found 80.0",
        "2021: published 1 units Very high, found 2",
    )


def _survey(folder: Path, index: str) -> Path:
    head = ["year", "code", "country", "rank", "egdi", "osi", "hci", "tii"]
    rows = [
        ["2014", "AAA", "Ví dụ A", "1", index, "0.50000", "0.50000", "0.50001"],
        ["2014", "BBB", "Ví dụ B", "2", "0.30000", "0.30000", "0.30000", "0.30000"],
        ["2016", "AAA", "Ví dụ A", "1", "0.10000", "0.10000", "0.10000", "0.10000"],
    ]
    _write(folder / "kindred" / "egdi_2012_2018.csv", [head, *rows])
    return folder


def test_decimals_that_only_pad_are_none(tmp_path: Path) -> None:
    """Two columns have one decimal, printed as five; the last needs all of its five."""
    values = e_government(_survey(tmp_path, "0.50000"), "2014")["values.csv"]

    assert [list(row) for row in values[1:]] == [
        ["AAA", "0.5", "0.5", "0.50001"],
        ["BBB", "0.3", "0.3", "0.30000"],
    ]


@pytest.mark.parametrize(("index", "rounded", "unnamed"), [("0.50000", 0, 0), ("0.52000", 1, 0), ("0.54000", 0, 1)])
def test_rounded_inputs_explain_as_much_as_they_can(tmp_path: Path, index: str, rounded: int, unnamed: int) -> None:
    """Two parts of one decimal, each off by up to 0.05, move the mean of three by up to 0.0333."""
    held = hold(Source("made up", "egdi.yaml", lambda data: e_government(data, "2014")), _survey(tmp_path, index))

    assert (held.compared, held.rounded, len(held.unnamed)) == (4, rounded, unnamed)


def _between_ends(published: str) -> dict[str, Rows]:
    """Two provinces that do not exist, of which 5.1 is 65.0943 and 22.7273, beyond ends rounded to 65.09 and 22.73."""
    best = {"5.1": "22.7273", "5.2": "53.57", "5.3": "4.35", "5.4": "22.86", "5.5": "65.93"}
    worst = {"5.1": "65.0943", "5.2": "84.62", "5.3": "34.38", "5.4": "76.74", "5.5": "20.83"}
    seventh = {f"7.{part}": ("60", "50") for part in range(1, 6)}
    others = {f"{node}.{part}": ("1", "2") for node, count in (("8", 6), ("9", 4)) for part in range(1, count + 1)}
    rest = seventh | others
    codes = [*best, *rest]
    rows = [
        ["a", *best.values(), *(pair[0] for pair in rest.values())],
        ["b", *worst.values(), *(pair[1] for pair in rest.values())],
    ]
    return {
        "values.csv": [["unit", *codes], *rows],
        "published.csv": [["unit", "5"], ["a", published], ["b", "0.9998"]],
    }


@pytest.mark.parametrize(("published", "named", "unnamed"), [("10.0001", 2, 0), ("10.0000", 1, 0), ("9.9000", 1, 1)])
def test_a_reason_counts_where_it_is_shown(published: str, named: int, unnamed: int) -> None:
    """10 + 1.8 x 0.0027 / 42.36 and 1 - 1.8 x 0.0043 / 42.36: what the other set gives, and what no set gives."""
    reason = Reason("rounded ends", "pci-2006-bounds.yaml")
    held = hold(Source("made up", "pci-2006.yaml", lambda _: _between_ends(published), reason=reason), Path())

    assert (held.compared, dict(held.named), len(held.unnamed)) == (2, {"rounded ends": named}, unnamed)


def test_the_table_counts_what_is_equal() -> None:
    """Compared less all that differ."""
    held = Held("made up", 10, 2, {"rounded ends": 3}, ("one",))

    assert "| made up | 10 | 4 | 2 | 3: rounded ends | 1 |" in table([held]).splitlines()


def test_the_command_ends_with_what_it_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a folder it asks for one; what is not there, and what differs, is told."""
    assert main([]) == 2
    assert "DATA=FOLDER" in capsys.readouterr().err
    assert main([str(_survey(_panel(tmp_path, "0.850"), "0.50000"))]) == 1
    told = capsys.readouterr().out
    assert "AAA-2021: index  published 85.0, found 80.0" in told
    assert "pci_2006_four_subindices_units.csv" in told
    assert "EGDI 2018, index and rank: not compared" in told
