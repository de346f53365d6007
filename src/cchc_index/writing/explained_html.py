"""An explanation as one page of HTML that asks for nothing outside itself, and reads well in print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from cchc_index.messages import phrase
from cchc_index.problems.problem import Language
from cchc_index.results.explaining import Explanation
from cchc_index.results.figures import ScorecardNode
from cchc_index.rules.columns import write_number
from cchc_index.writing.page.frame import page, paragraphs, safe

if TYPE_CHECKING:
    from cchc_index.cycles.history import History


def explanation_html(
    explanation: Explanation, heading: Iterable[str], language: Language, history: History | None = None
) -> str:
    """A unit's explanation as a page: its tree of nodes with reasons, sources and stages, then index, rank and band.

    Args:
        explanation: The explanation.
        heading: Lines that say what it is of: the data, the set, the stage; made in the style `frame.PAGE`.
        language: The language.
        history: What each stage gave.
    """
    card = explanation.scorecard
    name = f"{card.unit.name} [{card.unit.id}, {card.group}]"
    body = ["<header>", f"<h1>{safe(name)}</h1>", *paragraphs(heading), "</header>", '<main class="nodes">']
    body += [*_tree(explanation.nodes, language, history), *_closing(explanation, language), "</main>"]
    return "".join(page(name, language, body))


def _closing(explanation: Explanation, language: Language) -> Iterator[str]:
    """How total, index, rank and band follow; nothing for a part of the tree."""
    card = explanation.scorecard
    if len(explanation.nodes) != len(card.criteria.nodes):
        return
    band = (card.band.label.say(language) + ": " if card.band else "") + explanation.band
    figures = {"total": explanation.total, "index": explanation.index, "rank": explanation.rank, "band": band}
    rows = [
        f'<tr><th scope="row">{safe(phrase(f"heading.{key}", language))}</th><td>{safe(words)}</td></tr>'
        for key, words in figures.items()
        if words
    ]
    yield f'<table class="closing"><tbody>{"".join(rows)}</tbody></table>'


def _tree(nodes: tuple[ScorecardNode, ...], language: Language, history: History | None) -> Iterator[str]:
    """The nodes, each with its parts inside it."""
    opened: list[int] = []
    for node in nodes:
        while opened and opened[-1] >= node.depth:
            opened.pop()
            yield "</details>"
        opened.append(node.depth)
        kinds = ["node", *([] if node.depth else ["top"]), *(["lost"] if node.lost and not node.parts else [])]
        figures = f"{_number(node.points, language)} / {_number(node.max_points, language)}"
        if "lost" in kinds:
            key = "page.taken" if node.block == "penalty" else "page.lost"
            figures += f" ({phrase(key, language, lost=_number(node.lost, language))})"
        title = f'<b>{safe(node.code)}</b> <span class="title">{safe(node.title)}</span>'
        points = f'<span class="points">{safe(figures)}</span>'
        yield f'<details class="{" ".join(kinds)}" open><summary>{title} {points}</summary>'
        yield from (f"<p{kind}>{safe(words)}</p>" for kind, words in _lines(node, language, history))
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
