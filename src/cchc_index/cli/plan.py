"""The verbs `plan` and `compare-units`: what would lift a unit, and why one is ahead of another."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from cchc_index.cli.options import json_text, language_of, lines_of, one_stage, result_of, unit_of
from cchc_index.cli.output import give, inputs_of, output_kind
from cchc_index.plans.planning import plan
from cchc_index.writing.formats import lead_csv, plan_csv
from cchc_index.writing.lead_text import lead_lines
from cchc_index.writing.plan_text import plan_lines
from cchc_index.writing.table import Style
from cchc_index.writing.text import provenance_lines


def plan_unit(options: Namespace) -> int:
    """What would lift a unit to a better band."""
    one_stage(options)
    if not (kind := output_kind(options)):
        return 2
    result = result_of(options)
    unit = unit_of(result, options.unit)
    found = plan(result, unit, band=options.band, most=options.most, fewest=options.fewest)
    language = language_of(options)
    text: dict[str, Callable[[Style], str]] = {
        "json": lambda _: json_text(found.to_dict()),
        "csv": lambda _: plan_csv(found),
        "table": lambda style: lines_of(
            [*provenance_lines([result[unit].result], language, style), *plan_lines(found, language, style)], style
        ),
    }
    give(options, kind, text, lambda: inputs_of(options, result))
    return 0


def compare_units(options: Namespace) -> int:
    """Why one unit is ahead of another."""
    one_stage(options)
    if not (kind := output_kind(options)):
        return 2
    result = result_of(options)
    first, second = (result[unit_of(result, said)] for said in (options.unit, options.other))
    lead = first.compare_with(second)
    language = language_of(options)
    text: dict[str, Callable[[Style], str]] = {
        "json": lambda _: json_text(lead.to_dict()),
        "csv": lambda _: lead_csv(lead),
        "table": lambda style: lines_of(
            [*provenance_lines([first.result], language, style), *lead_lines(lead, language, style)], style
        ),
    }
    give(options, kind, text, lambda: inputs_of(options, result))
    return 0
