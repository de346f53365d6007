"""A result scored anew in place of one that was published, with what is different and why."""

from __future__ import annotations

from pathlib import Path

import attrs

from cchc_index.cycles.corrections import Correction, other_stages, result_changes
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.result_file import read_written
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Place, Problem
from cchc_index.problems.wanted import want
from cchc_index.registry.registry import Registry
from cchc_index.values.contexts import own_context


@own_context
def correct(
    published: str | Path, result: CycleResult, *, reason: str, by: str, registry: Registry | None = None
) -> CycleResult:
    """The result with the digest of the published one that it replaces, why, and every figure that is different.

    What is replaced stays as it is: a correction is a new result.

    Args:
        published: The result file that was published.
        result: The same cycle, scored again.
        reason: Why it is replaced.
        by: Who decided so.
        registry: The plugins that its sets may name; by default those installed.

    Raises:
        AssessmentError: The published file is no sound result, is of another cycle or of other stages, or nothing is
            different; or there is no reason or author.

    Example:
        >>> import json, tempfile, cchc_index
        >>> result = cchc_index.open_cycle("lai-chau-2021").score()
        >>> before = result.to_dict()
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = Path(folder) / "r.json"
        ...     _ = file.write_text(json.dumps(before), encoding="utf-8")
        ...     try:
        ...         correct(file, result, reason="", by="")
        ...     except AssessmentError as error:  # no reason, no author, and nothing is different
        ...         len(error.problems)
        3
    """
    want("result", result, CycleResult, how="open_cycle(path).score()")
    for name, text in (("reason", reason), ("by", by)):
        want(name, text, str, how='"..."')
    written = read_written(published, registry=registry)
    place = Place(written.name)
    problems = list(written.faults)
    if not reason.strip():
        problems.append(Problem("correction.reason", place))
    if not by.strip():
        problems.append(Problem("correction.by", place))
    if written.result.id != result.id:
        arguments = {"found": written.result.id or "-", "wanted": result.id or "-"}
        problems.append(Problem("correction.other_cycle", place, arguments=arguments))
    elif others := other_stages(*([each.stage for each in one.results] for one in (written.result, result))):
        problems.append(Problem("correction.other_stages", place, arguments=others))
    elif written.digest == result.digest:
        problems.append(Problem("correction.nothing", place))
    if problems:
        raise AssessmentError(problems)
    changes = tuple(result_changes(written.document["results"], result.to_dict()["results"]))
    return attrs.evolve(result, replaces=Correction(written.digest, reason.strip(), by.strip(), changes))
