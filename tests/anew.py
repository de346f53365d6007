"""Writes the listings of what rules and bands say anew: ``python -m tests.anew``. What differs is read by a person."""

from __future__ import annotations

from typing import get_args

from cchc_index.problems.problem import Language
from tests.bands import test_faulty_bands as bands
from tests.rules import test_said as rules


def main() -> None:
    """Each listing, in both languages."""
    for language in get_args(Language):
        for folder, name, listing in (
            (rules.FOLDER, "rules", rules.rules_listing),
            (rules.FOLDER, "faulty", rules.faults_listing),
            (bands.FOLDER, "bands", bands.bands_listing),
        ):
            (folder / f"{name}.{language}.txt").write_text(listing(language), encoding="utf-8")


if __name__ == "__main__":
    main()
