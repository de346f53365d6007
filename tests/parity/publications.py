"""The publications that are held: where their data lie in a folder, and what a cycle is made of."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Final

from tests.parity.holding import Reason, Rows, Source

_PCI: Final = "pci_2006_four_subindices"


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _per_cent(number: str) -> str:
    """A figure of 0 to 1 as per cent, with two decimals fewer."""
    return f"{Decimal(number).scaleb(2):f}"


def _as_printed(rows: list[dict[str, str]], column: str) -> list[str]:
    """The numbers of a column with as many decimals as any of them needs: a table may pad them all with zeros."""
    texts = [row[column] for row in rows]
    while texts and all("." in text and text.endswith("0") for text in texts):
        texts = [text.removesuffix("0").removesuffix(".") for text in texts]
    return texts


def human_development(data: Path) -> Mapping[str, Rows]:
    """Country-years, each year a group; the published index has three decimals of 0 to 1."""
    rows = _read(data / "hdi" / "panel_1990_2021.csv")
    units = [f"{row['iso3']}-{row['year']}" for row in rows]
    inputs = ("le", "eys", "mys", "gnipc")
    pairs = list(zip(units, rows, strict=True))
    return {
        "units.csv": [["unit", "name", "group"], *([unit, row["country"], row["year"]] for unit, row in pairs)],
        "values.csv": [
            ["unit", "1.1", "1.2.1", "1.2.2", "1.3"],
            *([unit, *(row[name] for name in inputs)] for unit, row in pairs),
        ],
        "published.csv": [["unit", "index"], *([unit, _per_cent(row["hdi"])] for unit, row in pairs)],
    }


def e_government(data: Path, year: str) -> Mapping[str, Rows]:
    """The countries of one survey, with index and rank."""
    rows = [row for row in _read(data / "kindred" / "egdi_2012_2018.csv") if row["year"] == year]
    codes = [row["code"] for row in rows]
    parts = (_as_printed(rows, name) for name in ("osi", "hci", "tii"))
    return {
        "units.csv": [["unit", "name"], *([row["code"], row["country"]] for row in rows)],
        "values.csv": [["unit", "1", "2", "3"], *zip(codes, *parts, strict=True)],
        "published.csv": [
            ["unit", "index", "rank"],
            *([row["code"], _per_cent(row["egdi"]), row["rank"]] for row in rows),
        ],
    }


def competitiveness(data: Path) -> Mapping[str, Rows]:
    """The provinces of 2006 with raw indicators and the four sub-indices."""
    tables = {}
    for name in ("units", "values", "published"):
        with (data / "kindred" / f"{_PCI}_{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            tables[f"{name}.csv"] = list(csv.reader(file))
    return tables


def _survey(year: str) -> Callable[[Path], Mapping[str, Rows]]:
    return partial(e_government, year=year)


#: Classes as the Human Development Report 2021/22 counts them.
_CLASSES: Final = {"2021": {"Very high": 66, "High": 49, "Medium": 44, "Low": 32}}
_ENDS: Final = "the workbook's ends of indicators are rounded to two decimals"

SOURCES: Final = (
    Source("HDI 1990-2021, index; classes of 2021", "hdi.yaml", human_development, bands=_CLASSES),
    Source("EGDI 2014, index and rank", "egdi.yaml", _survey("2014")),
    Source("EGDI 2016, index and rank", "egdi.yaml", _survey("2016")),
    Source("EGDI 2018, index and rank", "egdi-2018.yaml", _survey("2018")),
    Source(
        "PCI 2006, sub-indices 5, 7, 8 and 9",
        "pci-2006.yaml",
        competitiveness,
        reason=Reason(_ENDS, "pci-2006-bounds.yaml"),
    ),
)
