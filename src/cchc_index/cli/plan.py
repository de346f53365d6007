"""The verbs `plan` and `compare-units`: what would lift a unit, and why one is ahead of another."""

from __future__ import annotations

from argparse import Namespace

from cchc_index.cli.options import language_of, lines_of, result_of, say_json, style_of, unit_of
from cchc_index.cli.printing import say
from cchc_index.plans.planning import plan
from cchc_index.writing.formats import lead_csv, plan_csv
from cchc_index.writing.lead_text import lead_lines
from cchc_index.writing.plan_text import plan_lines
from cchc_index.writing.text import provenance_lines


def plan_unit(options: Namespace) -> int:
    """What would lift a unit to a better band."""
    result = result_of(options)
    unit = unit_of(result, options.unit)
    found = plan(result, unit, band=options.band, most=options.most, fewest=options.fewest)
    if options.format == "json":
        say_json(found.to_dict())
    elif options.format == "csv":
        say(plan_csv(found), "csv")
    else:
        language, style = language_of(options), style_of()
        heading = provenance_lines([result[unit].result], language, style)
        say(lines_of([*heading, *plan_lines(found, language, style)]))
    return 0


def compare_units(options: Namespace) -> int:
    """Why one unit is ahead of another."""
    result = result_of(options)
    first, second = (result[unit_of(result, said)] for said in (options.unit, options.other))
    lead = first.compare_with(second)
    if options.format == "json":
        say_json(lead.to_dict())
    elif options.format == "csv":
        say(lead_csv(lead), "csv")
    else:
        language, style = language_of(options), style_of()
        say(lines_of([*provenance_lines([first.result], language, style), *lead_lines(lead, language, style)]))
    return 0
