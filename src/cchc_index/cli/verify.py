"""``verify``: a result file held against itself, and against what scoring the same again gives."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from cchc_index.checks.verifying import Verification, verify
from cchc_index.cli.options import assessment_result, json_text, language_of, lines_of
from cchc_index.cli.output import TEXT_JSON, give, output_kind
from cchc_index.cycles.result_file import read_written
from cchc_index.messages import phrase
from cchc_index.problems.problem import Language
from cchc_index.writing.table import Style


def verify_result(options: Namespace) -> int:
    """Verify, say what was verified and what was found; 1 where anything is wrong."""
    if not (kind := output_kind(options, TEXT_JSON)):
        return 2
    against = options.path
    if options.path is not None and options.criteria is not None:
        stages = [each.stage for each in read_written(options.result).result.results]
        options.stage = stages[0] if stages else None
        against = assessment_result(options.path, options)
    found = verify(options.result, against, replaced=options.replaced)
    language = language_of(options)
    text: dict[str, Callable[[Style], str]] = {
        "json": lambda _: json_text(found.to_dict(language)),
        "text": lambda style: lines_of(verification_lines(found, language), style),
    }
    named = (options.result, options.path, options.replaced, options.criteria, options.units)
    give(options, kind, text, lambda: (*map(Path, filter(None, named)), *found.read))
    return 0 if found.passed else 1


def verification_lines(found: Verification, language: Language) -> Iterator[str]:
    """What was verified, what is wrong, and what could only be read."""
    figures = {"units": str(found.units), "figures": str(found.figures), "results": str(found.results)}
    yield phrase("verify.checked", language, name=found.name, digest=found.digest, **figures)
    if found.passed:
        yield phrase("verify.sound", language)
    if found.passed and found.against:
        yield phrase("verify.equal", language, path=found.against)
    if found.passed and found.replaced:
        yield phrase("verify.replaced", language, path=found.replaced, count=str(found.listed))
    for problem in (*found.findings, *found.changes):
        yield problem.text(language)
    yield from found.notes(language)
