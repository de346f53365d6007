"""Writing a province's page, with the reason of every point, beside `to_dict` of the same result in the same run.

Once with answers as offices give them (yes or no, per cent to one decimal, few cases), and once where nearly no two
units have the same answer, so that nearly every reason is another one.
"""

from __future__ import annotations

import attrs
import numpy as np

import cchc_index
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.rules.columns import FieldColumn
from cchc_index.values.exact import Integers
from cchc_index.writing.page.result_page import result_page
from tests.bench.scoring import best_of
from tests.writing.page.communes import COUNTRY, PROVINCE, communes

CASES = 30  #: most dossiers, reports or meetings that one unit counts for a leaf


def as_offices_answer(cycle: CycleResult) -> CycleResult:
    """The same with few cases, points in quarters, and values to one decimal."""
    (result,) = cycle.results
    chance = np.random.default_rng(11)
    assessment, answers = result.assessment, {}
    for code, own in result.assessment.answers.items():
        fields = dict(own.fields)
        if "planned" in fields:
            planned = chance.integers(1, CASES + 1, len(result))
            done = chance.integers(0, planned + 1)
            fields = {name: FieldColumn(Integers.of(each)) for name, each in (("done", done), ("planned", planned))}
        elif "points" in fields:
            fields = {"points": FieldColumn(Integers.of(25 * chance.integers(0, 5, len(result))), 2)}
        elif "value" in fields:
            fields = {"value": FieldColumn(Integers.of(chance.integers(0, 101, len(result))), 1)}
        answers[code] = attrs.evolve(own, fields=fields)
    scored = cchc_index.score(result.criteria, attrs.evolve(assessment, answers=answers))
    return attrs.evolve(cycle, results=(scored,))


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    rows = []
    unlike = communes(PROVINCE)
    kinds = (("answers as offices give them", as_offices_answer(unlike), "at most 3"), ("no two alike", unlike, ""))
    for kind, cycle, bound in kinds:
        size = sum(len(piece.encode()) for piece in result_page(cycle, "vi"))
        plain = best_of(cycle.to_dict, 7)
        page = best_of(lambda cycle=cycle: list(result_page(cycle, "vi")), 7)  # type: ignore[misc]
        what = f"page of {PROVINCE} units x 100 leaves, {kind}"
        rows.append((f"{what}, over to_dict", f"{page / plain:.2f} ({1000 * page:.0f} ms)", bound))
        rows.append((f"{what}, MB", f"{size / 1e6:.2f}", "at most 3"))
    country = communes(COUNTRY)
    size = sum(len(piece.encode()) for piece in result_page(country, "vi"))
    page, plain = best_of(lambda: list(result_page(country, "vi")), 2), best_of(country.to_dict, 2)
    rows.append((f"page of {COUNTRY:,} units, without reasons, over to_dict", f"{page / plain:.2f}", ""))
    rows.append((f"page of {COUNTRY:,} units, without reasons, MB", f"{size / 1e6:.2f}", ""))
    return rows


if __name__ == "__main__":
    for each in measure():
        print(*each)
