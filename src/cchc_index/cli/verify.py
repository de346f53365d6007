"""``verify``: a result file held against itself, and against what scoring the same again gives."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from cchc_index.checks.verifying import Verification, verify
from cchc_index.cli.options import assessment_result, language_of, lines_of, say_json
from cchc_index.cli.printing import say
from cchc_index.cycles.result_file import read_written
from cchc_index.messages import phrase
from cchc_index.problems.problem import Language


def verify_result(options: Namespace) -> int:
    """Verify, say what was verified and what was found; 1 where anything is wrong."""
    against = options.path
    if options.path is not None and options.criteria is not None:
        stages = [each.stage for each in read_written(options.result).result.results]
        options.stage = stages[0] if stages else None
        against = assessment_result(options.path, options)
    found = verify(options.result, against, replaced=options.replaced)
    if options.format == "json":
        say_json(found.to_dict(language_of(options)))
    else:
        say(lines_of(verification_lines(found, language_of(options))))
    return 0 if found.passed else 1


def verification_lines(found: Verification, language: Language) -> Iterator[str]:
    """What was verified, what is wrong, and what could only be read."""
    figures = {"units": str(found.units), "figures": str(found.figures), "results": str(found.results)}
    yield phrase("verify.checked", language, name=found.name, digest=found.digest, **figures)
    if found.passed:
        yield phrase("verify.sound", language)
    if found.passed and found.against:
        yield phrase("verify.equal", language, path=found.against)
    for problem in (*found.findings, *found.changes):
        yield problem.text(language)
    for key, filled in found.read_only:
        if key != "verify.leaves" or not found.against:
            yield phrase(key, language, **filled)
