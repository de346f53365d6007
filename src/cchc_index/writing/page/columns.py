"""A result's columns as a page's script reads them: each distinct text once, and whole numbers to sort by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from cchc_index.criteria.tree import Node, enters
from cchc_index.messages import phrase, stage_word
from cchc_index.problems.problem import Language
from cchc_index.problems.shown import shown
from cchc_index.results.plain import TOTAL, Numbers
from cchc_index.results.reason_columns import ReasonColumns
from cchc_index.results.result import IndexResult
from cchc_index.values.exact import Integers, Ratios, order_digits

if TYPE_CHECKING:
    import numpy.typing as npt

#: Nodes of all units for which reasons are written; beyond, a page would be too large to be handed round.
MOST_EXPLAINED: Final = 40_000
#: What a node without points is, as the script counts it: 0 is one that has some.
_STATUSES: Final = ("not_applicable", "missing", "unscored", "not_scored")
_NOT_SCORED: Final = 4


def is_explained(results: Iterable[IndexResult]) -> bool:
    """Whether a page of these results has the reasons of all points."""
    return sum(len(each) * len(each.criteria.nodes) for each in results) <= MOST_EXPLAINED


def sort_keys(result: IndexResult) -> dict[str, list[int | None]]:
    """For each column of the ranking, and each area by its place, whole numbers in the order of the figures.

    The figures are compared as the set compares them for ranks: as printed, or exactly.

    Example:
        >>> import cchc_index
        >>> keys = sort_keys(cchc_index.open_cycle("lai-chau-2021").score().results[0])
        >>> keys["rank"][:4], keys["points"][:3], keys["band"][-1]
        ([1, 1, 1, 2], [17000, 17000, 15753], 1)
    """
    outcome, rows = result.outcome, result.plain().rows
    sums, by = outcome.sums, result.criteria.rank
    has_points = np.array([text is not None for text in result.plain().points.texts(TOTAL)], dtype=np.bool_)
    applies = sums.total_maximum[rows] > 0
    index = outcome.index[rows]
    if by.compare == "exact":
        maxima = np.maximum(sums.total_maximum[rows], 1)
        index = _order(Ratios(Integers.of(sums.total[rows]), Integers.of(maxima)))
    keys = {
        "rank": _known(outcome.rank[rows], outcome.rank[rows] > 0),
        "points": _known(sums.total[rows], has_points),
        "max_points": _known(sums.total_maximum[rows], applies),
        "index": _known(index, outcome.has_index[rows]),
        "band": _known(outcome.classification.band_of[rows], outcome.classification.band_of[rows] >= 0),
    }
    for at, node in enumerate(result.criteria.top):
        components = outcome.components
        exact = by.compare == "exact"
        column = _order(components.exact(node, rows)) if exact else components.index(node, rows)
        keys[str(at)] = _known(column, components.has(node, rows))
    return keys


def _order(ratios: Ratios) -> npt.NDArray[np.int64]:
    """The place of each ratio among the distinct ones, by size."""
    digits = np.stack([np.asarray(each) for each in order_digits(ratios)])
    order = np.lexsort(digits[::-1])
    sorted_digits = digits[:, order]
    steps = np.concatenate([[False], (sorted_digits[:, 1:] != sorted_digits[:, :-1]).any(axis=0)])
    places: npt.NDArray[np.int64] = np.empty(len(order), dtype=np.int64)
    places[order] = np.cumsum(steps[: len(order)])
    return places


def _known(column: npt.NDArray[Any], known: npt.NDArray[np.bool_]) -> list[int | None]:
    return [value if has else None for value, has in zip(column.tolist(), known.tolist(), strict=True)]


def result_columns(result: IndexResult, language: Language, *, explained: bool) -> dict[str, Any]:
    """One result for the script: units, nodes, figures as places in lists of texts, and reasons."""
    nodes = result.criteria.nodes
    plain = result.plain()
    figures = plain.node_figures()
    found: dict[str, Any] = {
        "set": result.criteria.name,
        "stage": stage_word(result.stage, language),
        "units": [[card.unit.id, shown(card.unit.name), shown(card.group)] for card in result],
        "keys": sort_keys(result),
        "nodes": [
            [
                shown(node.criterion.code),
                shown(node.criterion.title.say(language)),
                node.depth,
                shown(node.criterion.reference),
                shown(node.criterion.note.say(language)) if node.criterion.note else "",
                node.block,
            ]
            for node in nodes
        ],
        "status": [
            _status(column) if _is_scored(result, node) else _NOT_SCORED
            for node, column in zip(nodes, plain.node_statuses(), strict=True)
        ],
        **{name: _numbers(figures[name], language) for name in ("points", "max_points", "lost")},
    }
    if explained:
        reasons = ReasonColumns(result, language)
        found["reasons"] = [texts_once(list(map(shown, reasons.of(node)))) for node in nodes]
        found["closing"] = [list(map(shown, told)) for told in reasons.closing()]
    return found


def _is_scored(result: IndexResult, node: Node) -> bool:
    """Whether the stage scores a node at all: a survey's is not self-assessed."""
    leaves = [result.criteria.nodes[leaf] for leaf in node.leaves] or [node]
    return any(enters(leaf, result.stage) for leaf in leaves)


def _status(column: Sequence[str]) -> int | list[int]:
    """0 for what has points, else which of the other statuses; one number where all units agree."""
    numbers = {name: place for place, name in enumerate(_STATUSES, 1)}
    places = [numbers.get(name, 0) for name in column]
    return places[0] if places and len(set(places)) == 1 else places


def _numbers(numbers: Numbers, language: Language) -> dict[str, Any]:
    """Columns of numbers as a list of texts, of which the first is no number, and for each node the units' places."""
    mark = "," if language == "vi" else "."
    texts = [None, *(text.replace(".", mark) for text in numbers.table[1:].tolist())]
    constant = (numbers.places == numbers.places[:, :1]).all(axis=1).tolist() if numbers.places.size else []
    columns = numbers.places.tolist()
    return {
        "texts": texts,
        "at": [column[0] if same else column for column, same in zip(columns, constant, strict=True)]
        if constant
        else columns,
    }


def texts_once(texts: Sequence[str]) -> list[Any]:
    """A column of texts as its distinct texts, and each row's place among them.

    Example:
        >>> texts_once(["a", "b", "a"]), texts_once(["a", "a"]), texts_once(["a", "b"])
        ([['a', 'b'], [0, 1, 0]], [['a'], 0], [['a', 'b'], None])
    """
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    if len(places) == len(texts):
        return [list(texts), 0 if len(texts) == 1 else None]
    return [list(places), 0 if len(places) == 1 else [places[text] for text in texts]]


def words(language: Language) -> dict[str, str]:
    """What the script says, in the page's language; names in braces are filled in by it."""
    said = {
        name: phrase(f"page.{name}", language, **_BLANKS)
        for name in (
            "found", "all", "sorted", "ascending", "descending", "unknown", "back", "previous", "next", "tree", "lost",
            "taken", "identity", "only_lost", "nothing_lost", "close_all", "open_all", "figures", "more", "unranked",
        )
    }  # fmt: skip
    said |= {
        name: phrase(f"heading.{name}", language)
        for name in ("rank", "points", "max_points", "index", "band", "total", "incomplete")
    }
    said["stages"] = phrase("history.stages", language, **_BLANKS)
    return said | {name: phrase(f"history.{name}", language) for name in _STATUSES}


_BLANKS: Final = {
    name: f"{{{name}}}" for name in ("count", "units", "nodes", "column", "order", "unit", "lost", "steps", "group")
}
