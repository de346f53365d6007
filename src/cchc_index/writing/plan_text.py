"""Plans as text that people like to read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from cchc_index.bands.legible import written
from cchc_index.messages import phrase
from cchc_index.plans.planning import Improvement, Plan, Way
from cchc_index.problems.problem import Language
from cchc_index.problems.shown import shown
from cchc_index.rules.columns import Value, write_number
from cchc_index.writing.table import BOLD, DIM, GREEN, YELLOW, Style, wrapped

if TYPE_CHECKING:
    from cchc_index.plans.reaching import Reach


def plan_lines(plan: Plan, language: Language, style: Style) -> Iterator[str]:
    """What would lift a unit to a better band, set by set."""
    card = plan.card
    yield style.paint(card.unit.name, BOLD) + shown(f"  [{card.unit.id}, {card.group}]")
    if plan.state in ("no_bands", "incomplete", "nothing"):
        yield from wrapped(phrase(f"plan.{plan.state}", language), style.width, "")
        return
    figures = {name: _number(getattr(card, name), language) for name in ("points", "index")}
    band = card.band.label.say(language) if card.band else "-"
    most = _number(card.max_points, language)
    yield phrase("plan.now", language, **figures, most=most, rank=str(card.rank or "-"), band=shown(band))
    if plan.state in ("top", "there") or plan.band is None:
        aim = plan.band.label.say(language) if plan.band else ""
        yield style.paint(phrase(f"plan.{plan.state}", language, band=band, aim=aim), GREEN)
        return
    for words in _short_words(plan, language):
        yield from wrapped(words, style.width, "")
    yield ""
    yield from _found_lines(plan, language, style)


def _found_lines(plan: Plan, language: Language, style: Style) -> Iterator[str]:
    if plan.state == "reachable":
        yield from wrapped(phrase(f"plan.ways_{plan.fewest}", language), style.width, "")
        for number, way in enumerate(plan.ways, 1):
            yield ""
            yield from _way_lines(plan, way, number, language, style)
    elif plan.state == "more" and plan.larger is not None:
        key = "plan.more" if plan.most > 1 else "plan.more_alone"
        count = str(len(plan.larger.improvements))
        yield from wrapped(phrase(key, language, most=str(plan.most), count=count), style.width, "")
        yield ""
        yield from _way_lines(plan, plan.larger, 1, language, style)
    else:
        aim = plan.band.label.say(language) if plan.band else ""
        yield style.paint(phrase("plan.never", language, aim=aim, gain=write_number(plan.gain, language)), YELLOW)
        if plan.best is not None:
            said = _way_figures(plan.best, language)
            words = phrase("plan.never_best", language, **said, reason=plan.best.reason[language])
            yield from wrapped(words, style.width, "")
    holding = (("depends", plan.moves), ("follows", bool(plan.follows)), ("inexact", not plan.exact))
    notes = [key for key, holds in holding if holds]
    if notes:
        yield ""
    for key in notes:
        yield from (style.paint(line, YELLOW) for line in wrapped(_note(plan, key, language), style.width, ""))


def _note(plan: Plan, key: str, language: Language) -> str:
    return phrase(f"plan.{key}", language, codes=", ".join(plan.follows))


def _short_words(plan: Plan, language: Language) -> Iterator[str]:
    """The band that is aimed at, and what the unit lacks of it."""
    short, card = plan.short, plan.card
    if short is None or plan.band is None:
        return
    figure = phrase(f"plan.figure_{short.on}", language)
    band = plan.band.label.say(language)
    if short.cut_off is None:
        yield phrase("plan.aim", language, band=band)
    else:
        key = "plan.aim_above" if short.above else "plan.aim_from"
        yield phrase(key, language, band=band, figure=figure, cut_off=write_number(short.cut_off, language))
    if short.cut_off is not None and short.gain:
        away = Fraction(short.cut_off) - short.now
        places = card.criteria.rounding.points if short.on == "points" else card.criteria.rounding.index
        said = {name: written(each, places, language, away) for name, each in (("now", short.now), ("short", away))}
        key = "plan.short_points" if short.on == "points" else "plan.short"
        yield phrase(key, language, figure=figure, gain=write_number(short.gain, language), **said)
        if short.on == "index" and short.compare == "exact" and card.index is not None and short.now != card.index:
            yield phrase("plan.exact_decides", language, now=said["now"], printed=write_number(card.index, language))
    if short.lacking:
        yield phrase("plan.lacking", language, needs=short.lacking[language])


def _way_figures(way: Way, language: Language) -> dict[str, str]:
    figures = {name: _number(getattr(way, name), language) for name in ("points", "index")}
    most = write_number(way.max_points, language)
    return {**figures, "most": most, "band": way.band.label.say(language)}


def _way_lines(plan: Plan, way: Way, number: int, language: Language, style: Style) -> Iterator[str]:
    said = _way_figures(way, language)
    key = "plan.way_one" if len(way.improvements) == 1 else "plan.way"
    said |= {"number": str(number), "count": str(len(way.improvements)), "rank": str(way.rank or "-")}
    words = phrase(key, language, **said, gain=write_number(way.gain, language))
    yield from (style.paint(line, BOLD) for line in wrapped(words, style.width, "", later="   "))
    for each in way.improvements:
        yield from wrapped(improvement_words(plan, each, language), style.width, "   ", later="     ")
        for note in improvement_notes(each, language):
            yield from (style.paint(line, DIM) for line in wrapped(f"({note})", style.width, "     "))
    if way.moved:
        names = ", ".join(plan.card.register[unit].name for unit in way.moved)
        yield from wrapped(phrase("plan.moved", language, units=names), style.width, "", later="   ")


def improvement_words(plan: Plan, each: Improvement, language: Language) -> str:
    """One leaf of a plan: what must be reported, and the points that this gives."""
    title = plan.card.criteria.node(each.code).criterion.title.say(language)
    figures = {name: write_number(getattr(each, name), language) for name in ("points", "target", "gain")}
    key = "plan.figures_penalty" if each.penalty else "plan.figures"
    words = phrase(key, language, **figures, most=write_number(each.max_points, language))
    if each.reach is not None and each.reach.field.name != "points":
        words = f"{reach_words(each.reach, language)}: {words}"
    return f"{each.code} {title}: {words}"


def improvement_notes(each: Improvement, language: Language) -> list[str]:
    """What a reader should know of one leaf of a plan."""
    keys: list[str] = [each.method] if each.method != "appraised" else []
    keys += [name for name in ("relative", "assumed", "decided") if getattr(each, name)]
    return [phrase(f"plan.{key}", language) for key in keys]


def reach_words(reach: Reach, language: Language) -> str:
    """What must be reported, in words: ``tỷ lệ từ 88 % lên ít nhất 95 %``."""
    field = reach.field
    said = {"rate": phrase("plan.rate", language), "answer": phrase("plan.answer", language)}
    key = f"plan.{'most_of' if reach.bound == 'most' else reach.bound}" + ("" if reach.before is not None else "_new")
    if end := _at_the_end(reach):
        key = f"plan.{end}" if reach.before is not None else "plan.is_new"
    filled = {"field": said.get(field.name, field.say(language)), "value": _value(reach.value, field.name, language)}
    if reach.before is not None:
        filled["before"] = _value(reach.before, field.name, language)
    words = phrase(key, language, **filled)
    if reach.done is not None and reach.planned is not None:
        counts = {"done": write_number(reach.done, language), "planned": write_number(reach.planned, language)}
        bound = "least" if reach.bound in ("least", "above") else "most"
        words += phrase(f"plan.done_{bound}", language, **counts)
    return words


def _at_the_end(reach: Reach) -> str:
    """Where there is nothing beyond what must be reported, so that neither more nor less of it can be meant."""
    if reach.bound == "most" and reach.value == reach.field.least:
        return "down_to"
    return "up_to" if reach.bound == "least" and reach.value == reach.field.most else ""


def _value(value: Value | Fraction, field: str, language: Language) -> str:
    if isinstance(value, bool):
        return phrase("plan.yes" if value else "plan.no", language)
    if isinstance(value, str):
        return value
    number = write_number(_bare(value), language) if isinstance(value, Decimal) else written(value, 0, language)
    return f"{number} %" if field == "rate" else number


def _bare(number: Decimal) -> Decimal:
    """A number without zeros at the end of its decimals."""
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()


def _number(number: Decimal | None, language: Language) -> str:
    return "-" if number is None else write_number(number, language)
