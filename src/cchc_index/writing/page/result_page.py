"""A result as one page: rankings with bars, areas as a heat map, notes, and every unit's points with their reasons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc_index.messages import phrase
from cchc_index.problems.problem import Language
from cchc_index.values.contexts import own_context
from cchc_index.writing.corrected import correction_lines
from cchc_index.writing.page.columns import is_explained, result_columns, words
from cchc_index.writing.page.frame import PAGE, page, painted, paragraphs, safe
from cchc_index.writing.page.script_json import script_json
from cchc_index.writing.page.tables import heat_map, legend, ranking
from cchc_index.writing.table import BOLD
from cchc_index.writing.text import counts_words, note_lines, origin_lines, set_lines

if TYPE_CHECKING:
    from cchc_index.cycles.cycle_result import CycleResult
    from cchc_index.results.result import IndexResult


def result_page(cycle: CycleResult, language: Language) -> Iterator[str]:
    """The page of a result, in pieces.

    Args:
        cycle: The result.
        language: The language of the page; one page has one.
    """
    explained = is_explained(cycle.results)
    data = {
        "title": _title(cycle, language),
        "words": words(language),
        "language": language,
        "explained": explained,
        "results": [own_context(result_columns)(each, language, explained=explained) for each in cycle.results],
    }
    body = _body(cycle, language, explained=explained)
    yield from page(
        _title(cycle, language), language, body, styles=["result.css"], script="result.js", data=script_json(data)
    )


def _title(cycle: CycleResult, language: Language) -> str:
    title = cycle.title or cycle.results[0].criteria.title
    return title.say(language)


def _body(cycle: CycleResult, language: Language, *, explained: bool) -> Iterator[str]:
    def say(key: str) -> str:
        return safe(phrase(f"page.{key}", language))

    yield f'<a class="skip" href="#main">{say("skip")}</a>'
    yield f"<header>\n<h1>{safe(_title(cycle, language))}</h1>"
    yield from paragraphs(origin_lines(cycle.results[0], language, PAGE))
    yield from paragraphs(correction_lines(cycle, language, PAGE))
    yield '</header>\n<main id="main" tabindex="-1">'
    yield f'<noscript><p class="warns">{say("no_script")}</p></noscript>'
    yield '<p id="said" role="status"></p>\n<div id="list">'
    yield '<form class="find" role="search" hidden>'
    yield f'<label for="find">{say("search")}</label>'
    yield '<input type="search" id="find" autocomplete="off" spellcheck="false" aria-describedby="find-hint">'
    yield f'<span class="small" id="find-hint">{say("search_hint")}</span>\n</form>'
    for number, result in enumerate(cycle.results):
        yield from _result(result, number, language, explained=explained)
    yield '</div>\n<article id="unit" hidden></article>\n</main>'
    yield from _footer(cycle, language)


def _result(result: IndexResult, number: int, language: Language, *, explained: bool) -> Iterator[str]:
    """One set at one stage: what it is, its groups, and what a reader should know."""
    yield f'<section class="result">\n<div id="set-{number}">'
    name, *told = set_lines(result, language, PAGE)
    yield f"<h2>{painted(name)}</h2>"
    yield from paragraphs(told)
    if not explained:
        figures = {"units": str(len(result)), "nodes": str(len(result.criteria.nodes))}
        yield f'<p class="told">{safe(phrase("page.bare", language, **figures))}</p>'
    yield "</div>"
    cards = list(result)
    start = 0
    for group in sorted({unit.group for unit in result.register}):
        size = sum(card.group == group for card in cards)
        yield from _group(result, number, group, (start, start + size), language)
        start += size
    yield from _notes(result, language)
    yield "</section>"


def _group(result: IndexResult, number: int, group: str, units: tuple[int, int], language: Language) -> Iterator[str]:
    counts = result.band_counts()[group]
    heading = phrase("heading.group", language, group=group, units=str(units[1] - units[0]))
    told = f"{heading}: {counts_words(result, counts, language, group)}" if counts else heading
    yield f'<section class="group">\n<h3>{safe(told)}</h3>'
    yield from ranking(result, number, group, units, language)
    yield '<div class="heat-map">'
    yield from heat_map(result, number, group, units, language)
    yield from legend(language)
    yield "</div>\n</section>"


def _notes(result: IndexResult, language: Language) -> Iterator[str]:
    """What a reader should know, each kind with a list."""
    lines = list(note_lines(result, language, PAGE))
    if not lines:
        return
    yield f'<section class="notes">\n<h3>{safe(phrase("page.notes", language))}</h3>'
    inside = False
    for line in lines:
        heads = line.startswith(BOLD)
        if inside and heads:
            yield "</ul>"
        inside = not heads
        if heads:
            yield from paragraphs([line])
            yield "<ul>"
        else:
            yield f"<li>{safe(line.strip())}</li>"
    yield "</ul>\n</section>"


def _footer(cycle: CycleResult, language: Language) -> Iterator[str]:
    """The digest, the versions and the files that the result was made from."""
    from importlib.metadata import version

    def say(key: str, **filled: str) -> str:
        return safe(phrase(f"page.{key}", language, **filled))

    facts = {"digest": [cycle.digest], "version": [cycle.version or version("cchc-index")]}
    facts["plugins"] = [f"{each.name}: {each.distribution} {each.version}" for each in cycle.plugins]
    facts["last_year"] = [f"{name}: {told}" for name, told in cycle.previous.items()]
    yield f"<footer>\n<h2>{say('provenance')}</h2>\n<dl>"
    for key, told in facts.items():
        if told:
            yield f"<dt>{say(key)}</dt>" + "".join(f"<dd><code>{safe(each)}</code></dd>" for each in told)
    if cycle.log:
        yield f"<dt>{safe(phrase('heading.log', language, head=''))}</dt><dd><code>{safe(cycle.log)}</code></dd>"
    yield "</dl>"
    if cycle.inputs:
        yield f"<details><summary>{say('inputs', count=str(len(cycle.inputs)))}</summary>\n<dl>"
        yield from (f"<dt>{safe(name)}</dt><dd><code>{safe(told)}</code></dd>" for name, told in cycle.inputs.items())
        yield "</dl></details>"
    yield "</footer>"
