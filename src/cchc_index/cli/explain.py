"""The verb `explain`: one unit's points taken apart, or those of all units, a file for each."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import attrs

from cchc_index.cli.options import (
    assessment_result,
    cycle_until,
    json_text,
    language_of,
    lines_of,
    one_stage,
    refuse_table,
    style_of,
    unit_of,
)
from cchc_index.cli.printing import say
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.history import Histories
from cchc_index.office.form_names import form_names
from cchc_index.problems.errors import UsageError
from cchc_index.problems.problem import Problem
from cchc_index.results.result import Scorecard
from cchc_index.writing.csv_file import file_bytes
from cchc_index.writing.explained_html import explanation_html
from cchc_index.writing.files import Made, write_folder, write_whole
from cchc_index.writing.formats import explanation_csv
from cchc_index.writing.page.frame import PAGE
from cchc_index.writing.table import Style
from cchc_index.writing.text import explanation_lines, lost_lines, provenance_lines

_ENDINGS: Final = {"table": ".txt", "json": ".json", "csv": ".csv", "html": ".html"}


@attrs.frozen
class _Explainer:
    """Explains units of one result in the way that a command line asks for."""

    options: Namespace
    result: CycleResult
    histories: Histories | None
    read: tuple[Path, ...]

    @classmethod
    def of(cls, options: Namespace) -> _Explainer:
        """Read and score what is to be explained, and the stages before it."""
        if options.criteria is not None:
            result = assessment_result(options.path, options)
            read = (options.path, options.criteria, options.units, *result.inputs)
            return cls(options, result, None, tuple(map(Path, filter(None, read))))
        refuse_table(options)
        cycle = cycle_until(options.path, options.stage)
        histories = cycle.histories(options.stage)
        last = histories.results[-1].stage
        own = tuple(each for each in histories.results if each.stage == last)
        read = tuple(cycle.folder / name for name in cycle.files.inputs)
        return cls(options, CycleResult(own, inputs=dict(cycle.files.inputs)), histories, read)

    def text(self, card: Scorecard, kind: str, style: Style) -> str:
        """One unit's explanation."""
        options, language = self.options, language_of(self.options)
        explanation = card.explain(language, options.code)
        explanation = explanation.losses if options.lost else explanation
        history = None
        if self.histories is not None and len({each.stage for each in self.histories.results}) > 1:
            history = self.histories.of(card.unit.id, options.code)
        if kind == "csv":
            return explanation_csv(explanation)
        if kind == "json":
            plain = explanation.to_dict()
            if history is not None:
                told = history.to_dict(language)
                plain["stages"], plain["objections"] = told["stages"], told["objections"]
                for node in plain["nodes"]:
                    node["history"] = told["nodes"].get(node["code"], [])
            return json_text(plain)
        heading = list(provenance_lines([card.result], language, PAGE if kind == "html" else style))
        if kind == "html":
            return explanation_html(explanation, heading, language, history)
        if options.lost:
            return lines_of([*heading, *lost_lines(explanation, language, style)], style)
        return lines_of([*heading, *explanation_lines(explanation, language, style, history, sources=True)], style)

    def bytes_of(self, card: Scorecard, kind: str) -> bytes:
        """The same as the contents of a file."""
        return file_bytes(self.text(card, kind, Style()), kind)


def explain_units(options: Namespace) -> int:
    """Explain a unit on the screen or into a file, or all units into a folder."""
    if options.unit is None and not options.output:
        raise UsageError(Problem("usage.explain_whom", arguments={"path": options.path}))
    one_stage(options)
    explainer = _Explainer.of(options)
    if options.unit is None:
        return _explain_all(explainer, Path(options.output))
    card = explainer.result[unit_of(explainer.result, options.unit)]
    if not options.output:
        text = explainer.text(card, options.format, style_of())
        say(text, "json" if options.format == "json" else "csv" if options.format == "csv" else "text")
        return 0
    path = Path(options.output)
    named = {ending: kind for kind, ending in _ENDINGS.items()}
    kind = named.get(path.suffix.lower(), "")
    if not kind or options.format not in ("table", kind):
        raise _other_ending(path)
    write_whole(path, explainer.bytes_of(card, kind), read=explainer.read)
    return 0


def _other_ending(path: Path) -> UsageError:
    known = ", ".join(_ENDINGS.values())
    return UsageError(Problem("usage.explain_ending", arguments={"path": str(path), "known": known}))


def _explain_all(explainer: _Explainer, folder: Path) -> int:
    """Write a file for each unit, one after the other."""
    if folder.suffix.lower() in _ENDINGS.values():
        raise _other_ending(folder)
    kind, result = explainer.options.format, explainer.result
    cards = {unit: result[unit] for unit in result.units}
    named = form_names((card.unit for card in cards.values()), _ENDINGS[kind])
    makers: dict[str, Callable[[], bytes]] = {
        name: partial(explainer.bytes_of, cards[unit.id], kind) for name, unit in named.items()
    }
    write_folder(folder, Made(makers))
    return 0
