"""Results as the fields of a Word document: texts in one language, every figure as the results print it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from cchc_index.messages import phrase, stage_word
from cchc_index.reports.standings import GroupStandings, added_classes, group_standings
from cchc_index.reports.year import AreaMean, area_means
from cchc_index.writing.corrected import correction_lines
from cchc_index.writing.table import Style
from cchc_index.writing.text import note_lines, provenance_lines
from cchc_index.writing.word.wording import figure, legal, signed

if TYPE_CHECKING:
    from cchc_index.bands.contract import Band
    from cchc_index.criteria.tree import Node
    from cchc_index.cycles.cycle_result import CycleResult
    from cchc_index.problems.problem import Language
    from cchc_index.results.result import IndexResult, Scorecard

#: Columns of areas in one table, beside the unit and its rank: more do not fit a page, and Word has 63 at most.
MOST_AREAS: Final = 8
_ENDLESS: Final = Style(width=10**6)


def root_fields(cycle: CycleResult, language: Language) -> dict[str, Any]:
    """What is said of a result as a whole: its title, what its data are, where its sets come from, its digest."""
    from importlib.metadata import version

    first = cycle.results[0]
    origin = first.assessment.origin
    groups = [group for each in cycle.results for group in group_standings(each)]
    stages = dict.fromkeys(stage_word(each.stage, language) for each in cycle.results)
    is_one_stage = len(stages) == 1
    classes = (added_classes(groups) if is_one_stage and groups else None) or ()
    notices = [*correction_lines(cycle, language, _ENDLESS), *provenance_lines(cycle.results, language, _ENDLESS)]
    titles = dict.fromkeys(each.criteria.title.say(language) for each in cycle.results)
    return {
        "title": cycle.title.say(language) if cycle.title else "; ".join(titles),
        "data": phrase(f"data.{first.data}", language) if first.data else "",
        "source": origin.source.say(language) if origin and origin.source else "",
        "stage": ", ".join(stages),
        "provisional": phrase("word.provisional", language) if any(each.awaiting for each in cycle.results) else "",
        "units": figure(len(cycle), language),
        "ranked": figure(sum(group.ranked for group in groups), language) if is_one_stage else "",
        "classes": classes_fields(classes, language),
        "classes_words": classes_words(classes, language),
        "notices": [line.strip() for line in notices if line.strip()],
        "digest": cycle.digest,
        "version": cycle.version or version("cchc-index"),
    }


def classes_fields(classes: Iterable[tuple[Band, int]], language: Language) -> list[dict[str, str]]:
    """How many units are in each class."""
    return [{"label": band.label.say(language), "units": figure(count, language)} for band, count in classes]


def classes_words(classes: Iterable[tuple[Band, int]], language: Language) -> str:
    """The same in words: ``2 đơn vị xếp loại Tốt, 25 đơn vị xếp loại Khá``."""
    found = classes_fields(classes, language)
    return ", ".join(phrase("word.class", language, **each) for each in found)


def set_fields(result: IndexResult, groups: Sequence[GroupStandings], language: Language) -> dict[str, Any]:
    """A set, its groups with their units, and the notes on its results."""
    criteria = result.criteria
    source = criteria.source
    return {
        "title": criteria.title.say(language),
        "name": criteria.name,
        "status": phrase(f"source.{source.status}", language),
        "decision": "; ".join(part for part in (source.decision, source.date) if part),
        "max_points": figure(Decimal(f"{criteria.max_points.normalize():f}"), language),  # 12.5 and 87.5 are 100
        "units": figure(len(result), language),
        "stage": stage_word(result.stage, language),
        "groups": [_group(result, each, language) for each in groups],
        "notes": [line.strip() for line in note_lines(result, language, _ENDLESS)],
    }


def _group(result: IndexResult, group: GroupStandings, language: Language) -> dict[str, Any]:
    return {
        "name": group.name,
        "units": figure(len(group.cards), language),
        "ranked": figure(group.ranked, language),
        "classes": classes_fields(group.classes, language),
        "classes_words": classes_words(group.classes, language),
        "rows": [unit_fields(card, language) for card in group.cards],
        "leading": [unit_fields(card, language) for card in group.leading],
        "trailing": [unit_fields(card, language) for card in group.trailing],
        "leading_words": _with_indices(group.leading, language),
        "trailing_words": _with_indices(group.trailing, language),
        "area_tables": [_area_table(nodes, group, language) for nodes in _split(result.criteria.top)],
    }


def _with_indices(cards: Sequence[Scorecard], language: Language) -> str:
    """Units in words, each with its index."""
    return "; ".join(f"{card.unit.name} ({figure(card.index, language)}%)" for card in cards)


def unit_fields(card: Scorecard, language: Language) -> dict[str, str]:
    """A unit's points, index, rank and class."""
    return {
        "name": card.unit.name or card.unit.id,
        "unit": card.unit.id,
        "group": card.group,
        "rank": figure(card.rank, language),
        "points": figure(card.points, language),
        "max_points": figure(card.max_points, language),
        "index": figure(card.index, language) if card.complete else phrase("heading.incomplete", language),
        "band": card.band.label.say(language) if card.band else figure(None, language),
    }


def _split(nodes: Sequence[Node]) -> list[Sequence[Node]]:
    """Top-level nodes in as few tables as hold them, of about one width."""
    tables = -(-len(nodes) // MOST_AREAS)
    size = -(-len(nodes) // tables)
    return [nodes[start : start + size] for start in range(0, len(nodes), size)]


def _area_table(nodes: Sequence[Node], group: GroupStandings, language: Language) -> dict[str, Any]:
    codes = [node.criterion.code for node in nodes]
    rows = [
        {
            "name": card.unit.name or card.unit.id,
            "unit": card.unit.id,
            "rank": figure(card.rank, language),
            "indices": [figure(card.node(code).index, language) for code in codes],
        }
        for card in group.cards
    ]
    areas = [{"code": node.criterion.code, "title": node.criterion.title.say(language)} for node in nodes]
    return {"areas": areas, "rows": rows}


def area_fields(areas: Iterable[AreaMean], language: Language) -> list[dict[str, str]]:
    """Top-level nodes with the mean of their index, and that of the year before where the two are one criterion."""
    return [
        {
            "code": each.node.criterion.code,
            "title": each.node.criterion.title.say(language),
            "max_points": figure(each.node.criterion.max_points, language),
            "index": figure(each.index, language),
            "before": figure(each.before, language),
            "change": signed(each.change, language),
        }
        for each in areas
    ]


def annex_fields(cycle: CycleResult, language: Language) -> dict[str, Any]:
    """The fields of a result alone: those of the year before, lost points, evidence and objections are empty."""
    sets = [
        {
            **set_fields(each, group_standings(each), language),
            "areas": area_fields(area_means(each), language),
            "lost": [],
        }
        for each in cycle.results
    ]
    found: dict[str, Any] = legally({**no_fields(), **root_fields(cycle, language), "sets": sets})
    return found


def no_fields() -> dict[str, Any]:
    """All fields, of which nothing is known."""
    from cchc_index.writing.word.fields import known_fields

    return {name: _empty(shape) for name, shape in known_fields().items()}


def _empty(shape: Any) -> Any:
    """The value of a shape of which nothing is known."""
    if isinstance(shape, dict):
        return {name: _empty(inner) for name, inner in shape.items()}
    return [] if isinstance(shape, tuple) else ""


def legally(value: Any) -> Any:
    """The same with every text one that a document can hold."""
    if isinstance(value, dict):
        return {name: legally(each) for name, each in value.items()}
    if isinstance(value, list):
        return [legally(each) for each in value]
    return legal(value)
