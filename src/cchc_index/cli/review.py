"""The verb `review`: what a council wants to see of a cycle before it decides."""

from __future__ import annotations

from argparse import Namespace

from cchc_index.cli.options import cycle_until, language_of, lines_of, say_json, style_of
from cchc_index.cli.printing import say
from cchc_index.reviews.review import review
from cchc_index.writing.reviewed import review_csv, review_lines


def review_cycle(options: Namespace) -> int:
    """Review a cycle."""
    found = review(cycle_until(options.path, options.stage), options.stage)
    if options.format == "json":
        say_json(found.to_dict())
    elif options.format == "csv":
        say(review_csv(found, language_of(options)), "csv")
    else:
        say(lines_of(review_lines(found, language_of(options), style_of())))
    return 0
