"""An explanation as one page of HTML that asks for nothing outside itself, and reads well in print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Final

from cchc_index.messages import phrase
from cchc_index.problems.problem import Language
from cchc_index.problems.shown import shown
from cchc_index.results.explaining import Explanation
from cchc_index.results.figures import ScorecardNode
from cchc_index.rules.columns import write_number

if TYPE_CHECKING:
    from cchc_index.cycles.history import History

_STYLE: Final = """
body{font:15px/1.45 "Times New Roman",Times,serif;max-width:60em;margin:1.5em auto;padding:0 1em;color:#111}
h1{font-size:1.4em;margin:.2em 0}p{margin:.2em 0}.told{color:#444}
details{border-left:2px solid #c9d8ec;margin:.35em 0 .35em .2em;padding-left:.9em;break-inside:avoid-page}
summary{cursor:pointer}summary b{display:inline-block;min-width:3.2em}
.points{float:right;font-variant-numeric:tabular-nums}
.lost>summary .points{color:#9a4a00}.small{font-size:.88em;color:#444}.changed{color:#7a3b00}
table{border-collapse:collapse;margin:1em 0}td{padding:.15em .8em .15em 0;vertical-align:top}
@media print{body{margin:0;max-width:none;font-size:11pt}summary{list-style:none}}
"""


def explanation_html(
    explanation: Explanation, heading: Iterable[str], language: Language, history: History | None = None
) -> str:
    """A unit's explanation as a page: its tree of nodes with reasons, sources and stages, then index, rank and band.

    Args:
        explanation: The explanation.
        heading: Lines that say what it is of: the data, the set, the stage.
        language: The language.
        history: What each stage gave.
    """
    card = explanation.scorecard
    name = f"{card.unit.name} [{card.unit.id}, {card.group}]"
    body = [f"<h1>{_safe(name)}</h1>"]
    body += [f'<p class="told">{_safe(line)}</p>' for line in heading if line]
    body += _tree(explanation.nodes, language, history)
    if len(explanation.nodes) == len(card.criteria.nodes):
        band = (card.band.label.say(language) + ": " if card.band else "") + explanation.band
        figures = {
            "total": explanation.total,
            "index": explanation.index,
            "rank": explanation.rank,
            "band": band,
        }
        rows = [
            f"<tr><td><b>{_safe(phrase(f'heading.{key}', language))}</b></td><td>{_safe(words)}</td></tr>"
            for key, words in figures.items()
            if words
        ]
        body.append(f"<table>{''.join(rows)}</table>")
    head = f'<meta charset="utf-8"><title>{_safe(name)}</title><style>{_STYLE}</style>'
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head><body>\n' + "\n".join(body) + "\n</body></html>\n"
    )


def _tree(nodes: tuple[ScorecardNode, ...], language: Language, history: History | None) -> Iterator[str]:
    """The nodes, each with its parts inside it."""
    opened: list[int] = []
    for node in nodes:
        while opened and opened[-1] >= node.depth:
            opened.pop()
            yield "</details>"
        opened.append(node.depth)
        lost = ' class="lost"' if node.lost and not node.parts else ""
        figures = f"{_number(node.points, language)} / {_number(node.max_points, language)}"
        title = f'<b>{_safe(node.code)}</b> {_safe(node.title)} <span class="points">{figures}</span>'
        yield f"<details open{lost}><summary>{title}</summary>"
        yield from (f"<p{kind}>{_safe(words)}</p>" for kind, words in _lines(node, language, history))
    yield from ("</details>" for _ in opened)


def _lines(node: ScorecardNode, language: Language, history: History | None) -> Iterator[tuple[str, str]]:
    """What is said of a node, each with how it looks."""
    if node.reason:
        yield "", node.reason + (f" [{node.reference}]" if node.reference else "")
    elif node.reference:
        yield "", f"[{node.reference}]"
    if node.note:
        yield ' class="small"', node.note
    if history is not None and (steps := history.words(node.code, language)):
        changed = len({step.points for step in history.nodes[node.code] if step.is_scored}) > 1
        kind = ' class="small changed"' if changed else ' class="small"'
        yield kind, phrase("history.stages", language, steps=steps)
    for place in node.sources:
        yield ' class="small"', phrase("explain.source", language, place=place.text(language))


def _number(number: Decimal | None, language: Language) -> str:
    return "–" if number is None else write_number(number, language)


def _safe(text: str) -> str:
    return escape(shown(text))
