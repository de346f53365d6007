"""A builder as the author of a plugin would write one: rows of drafts counted for each unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from types import ModuleType

import attrs

from cchc_index.evidence.raw import sha256_of
from cchc_index.plugins import CountedFile, Evidence, EvidenceBuilder, Measure, Problem, RawFile, Text, hookimpl


@attrs.frozen
class Drafts(EvidenceBuilder):
    """Counts the rows of each unit.

    Attributes:
        least: Rows with fewer pages than this are not counted.
    """

    least: int = 0

    @property
    def measures(self) -> tuple[Measure, ...]:
        """One count."""
        return (Measure("drafts", Text((("vi", "số dự thảo"), ("en", "drafts")))),)

    def build(self, files: Sequence[RawFile], units: Sequence[str] | None, /) -> Evidence | list[Problem]:
        """The number of rows of each unit."""
        found: Counter[str] = Counter()
        problems: list[Problem] = []
        counted: list[CountedFile] = []
        for file in files:
            rows = 0
            for row in file.rows(("unit", "pages"), ("unit",)):
                if isinstance(row, Problem):
                    problems.append(row)
                    continue
                rows += 1
                pages = row.number("pages")
                found[row["unit"]] += pages is None or pages >= self.least
            counted.append(CountedFile(file.name, sha256_of(file.path), rows))
        names = tuple(sorted(found))
        counts = tuple(found[unit] for unit in names)
        return problems or Evidence(names, {"drafts": counts}, counts, tuple(counted))


def plugin_of(*classes: type[EvidenceBuilder]) -> ModuleType:
    """A plugin's module that delivers some builders, by their names in small letters."""
    module = ModuleType("counting_plugin")
    delivered = {each.__name__.lower(): each for each in classes}

    def cchc_register_evidence() -> dict[str, type[EvidenceBuilder]]:
        return delivered

    module.cchc_index_api = 1  # type: ignore[attr-defined]
    module.cchc_register_evidence = hookimpl(cchc_register_evidence)  # type: ignore[attr-defined]
    return module
