"""The verb `review`: what a council wants to see of a cycle before it decides."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from cchc_index.cli.options import cycle_until, json_text, language_of, lines_of
from cchc_index.cli.output import files_of, give, output_kind
from cchc_index.reviews.review import review
from cchc_index.writing.reviewed import review_csv, review_lines
from cchc_index.writing.table import Style


def review_cycle(options: Namespace) -> int:
    """Review a cycle."""
    if not (kind := output_kind(options)):
        return 2
    cycle, language = cycle_until(options.path, options.stage), language_of(options)
    found = review(cycle, options.stage)
    text: dict[str, Callable[[Style], str]] = {
        "json": lambda _: json_text(found.to_dict()),
        "csv": lambda _: review_csv(found, language),
        "table": lambda style: lines_of(review_lines(found, language, style), style),
    }
    give(options, kind, text, lambda: files_of(cycle))
    return 0
