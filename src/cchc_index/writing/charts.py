"""All pictures of a cycle's result, as files by name, for a folder that is written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

import attrs

from cchc_index.charts.chart import Chart
from cchc_index.charts.sheet import drawing
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.messages import phrase
from cchc_index.office.cycle_folder import identifier_of
from cchc_index.problems.problem import Language
from cchc_index.results.result import IndexResult
from cchc_index.writing.corrected import correction_lines
from cchc_index.writing.table import Style

KINDS: Final = ("svg", "png")


def chart_files(
    cycle: CycleResult, language: Language, kinds: Sequence[str] = KINDS
) -> Mapping[str, Callable[[], bytes]]:
    """What makes each picture of a result, by the name of its file; for `writing.files.Made`.

    Of each set and stage the ranking, the areas and the points lost; where a set has several stages, the first beside
    the last. Pictures that do not fit on a page of paper become several, each with its number.

    Args:
        cycle: The result.
        language: The language of names and pictures.
        kinds: `svg`, `png`, or both.

    Raises:
        MissingExtraError: matplotlib is not installed; the extra is `charts`.
    """
    with drawing():  # told before a folder is begun
        pass
    corrected = tuple(islice(correction_lines(cycle, language, Style(width=10_000)), 1))
    return _makers([*_named(cycle, language, corrected), *_of_stages(cycle, language, corrected)], kinds)


def stage_files(
    cycle: CycleResult, language: Language, kinds: Sequence[str] = KINDS
) -> Mapping[str, Callable[[], bytes]]:
    """What makes the pictures of a cycle's stages side by side alone; nothing where no set has two of them."""
    return _makers(_of_stages(cycle, language, ()), kinds)


def _makers(pictures: Iterable[tuple[str, Chart]], kinds: Sequence[str]) -> dict[str, Callable[[], bytes]]:
    makers: dict[str, Callable[[], bytes]] = {}
    times: dict[str, int] = {}
    for name, chart in pictures:
        times[name] = number = times.get(name, 0) + 1
        own = name if number == 1 else f"{name}-{number}"  # of sets that have one name, such as a scenario's
        for kind in kinds:
            makers[f"{own}.{kind}"] = chart.svg if kind == "svg" else chart.png
    return makers


def _named(cycle: CycleResult, language: Language, corrected: tuple[str, ...]) -> Iterator[tuple[str, Chart]]:
    """Each picture, a page of paper, with its file's name without the ending; a correction is said in its notes."""
    names = [(each.criteria.name, each.stage) for each in cycle.results]
    for result in cycle.results:
        own = result.criteria.name
        if sum(name == own for name, _ in names) > 1:
            own += f"-{result.stage}"
        for kind, chart in _of_result(result, language):
            yield from _paged(kind, own, _noted(chart, corrected), language)


def _of_stages(cycle: CycleResult, language: Language, corrected: tuple[str, ...]) -> Iterator[tuple[str, Chart]]:
    if cycle.plot.has_stages:
        yield from _paged("stages", cycle.id or "", _noted(cycle.plot.stages(language), corrected), language)


def _noted(chart: Chart, notes: tuple[str, ...]) -> Chart:
    return attrs.evolve(chart, heading=attrs.evolve(chart.heading, notes=(*chart.heading.notes, *notes)))


def _of_result(result: IndexResult, language: Language) -> Iterator[tuple[str, Chart]]:
    plots = result.plot
    yield "ranking", plots.ranking(language)
    yield "areas", plots.areas(language)
    yield "lost", plots.lost(language)


def _paged(kind: str, own: str, chart: Chart, language: Language) -> Iterator[tuple[str, Chart]]:
    name = identifier_of(f"{phrase(f'chart.file_{kind}', language)} {own}")
    pages = chart.pages()
    for number, page in enumerate(pages, start=1):
        of = f"-{phrase('chart.file_page', language)}-{number}" if len(pages) > 1 else ""
        yield name + of, page
