"""Writes anew what is made of rules and bands: ``python -m tests.anew``. What differs is read by a person.

The listings of what they say, and the lists of rules in the documentation.
"""

from __future__ import annotations

from typing import get_args

from cchc_index.problems.problem import Language
from tests import test_rule_reference as reference
from tests.bands import test_faulty_bands as bands
from tests.conftest import ROOT
from tests.rules import test_said as rules


def main() -> None:
    """Each listing in both languages, and each page."""
    for page in reference.WRITTEN:
        (ROOT / "docs" / page).write_text(reference.written_anew(page), encoding="utf-8")
    for language in get_args(Language):
        for folder, name, listing in (
            (rules.FOLDER, "rules", rules.rules_listing),
            (rules.FOLDER, "faulty", rules.faults_listing),
            (bands.FOLDER, "bands", bands.bands_listing),
        ):
            (folder / f"{name}.{language}.txt").write_text(listing(language), encoding="utf-8")


if __name__ == "__main__":
    main()
