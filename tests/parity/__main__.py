"""Scores the inputs of published indices and accounts for every difference from what was published.

Usage: python -m tests.parity FOLDER

The folder holds `hdi/panel_1990_2021.csv`, `kindred/egdi_2012_2018.csv` and `kindred/pci_2006_four_subindices_*.csv`.
Ends with 1 where a figure differs without a reason, or a source is not there, and with 2 without a folder.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from cchc_index import CchcError
from tests.parity.holding import Held, hold, table
from tests.parity.publications import SOURCES


def main(arguments: Sequence[str]) -> int:
    """Print the table, and what is not as it should be."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        sys.stderr.write("The folder of the published data is wanted: make parity DATA=FOLDER\n")
        return 2
    held: list[Held] = []
    faults: list[str] = []
    for source in SOURCES:
        try:
            held.append(hold(source, Path(arguments[0])))
        except FileNotFoundError as absent:
            faults.append(f"{source.name}: not compared, there is no {absent.filename}")
        except CchcError as unsound:
            faults.append(f"{source.name}: not compared\n{unsound}")
    faults += [f"{each.name}: {difference}" for each in held for difference in each.unnamed]
    sys.stdout.write(table(held) + "\n" + "".join(f"\n{fault}" for fault in faults) + ("\n" if faults else ""))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
