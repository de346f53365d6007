"""Two units side by side as text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from cchc_index.bands.legible import written
from cchc_index.messages import phrase
from cchc_index.problems.problem import Language
from cchc_index.results.figures import Figures
from cchc_index.results.leads import Lead, LeadPart
from cchc_index.results.reasons import band_reason
from cchc_index.rules.columns import write_number
from cchc_index.writing.table import BOLD, YELLOW, Style, table_lines, wrapped


def lead_lines(lead: Lead, language: Language, style: Style) -> Iterator[str]:
    """Why one unit is ahead of another: by area, then by criterion, then what decides rank and band."""
    cards = (lead.first, lead.second)
    names = [card.unit.name for card in cards]
    header = ["", *names]
    rows = [
        [phrase(f"heading.{name}", language), *(_figure(card, name, language) for card in cards)]
        for name in ("points", "max_points", "index", "rank", "band")
    ]
    yield from table_lines(header, rows, [False, True, True], style)
    yield ""
    if lead.why_not:
        for card in cards:
            if why := lead.why_not.get(card.unit.id):
                yield from wrapped(phrase(f"lead.{why}", language, unit=card.unit.name), style.width, "")
        return
    for words in _verdict(lead, language):
        yield from wrapped(words, style.width, "")
    if len(lead.tops) > 1 and len(lead.parts) > len(lead.tops):
        yield ""
        yield phrase("lead.tops", language)
        yield from _part_lines(lead, lead.tops, language, style)
    if lead.parts:
        yield ""
        yield from wrapped(
            phrase("lead.parts", language, sum=_signed(lead, lead.difference, language)), style.width, ""
        )
        yield from _part_lines(lead, lead.parts, language, style)
    yield from _band_lines(lead, language, style)


def _figure(card: Figures, name: str, language: Language) -> str:
    if name == "rank":
        return str(card.rank or "-")
    if name == "band":
        return card.band.label.say(language) if card.band else "-"
    number: Decimal | None = getattr(card, name)
    return "-" if number is None else write_number(number, language)


def _verdict(lead: Lead, language: Language) -> Iterator[str]:
    """Who is ahead, by how much, and what decides between equal ones."""
    first, second = (card.unit.name for card in (lead.first, lead.second))
    difference = lead.difference or Fraction(0)
    kind = "points" if lead.by_points else "index"
    if difference:
        of = phrase(f"lead.of_{kind}", language, number=_written(lead, abs(difference), language))
        key = "lead.ahead" if difference > 0 else "lead.behind"
        yield phrase(key, language, first=first, second=second, difference=of)
    else:
        figure = phrase(f"plan.figure_{kind}", language)
        yield phrase("lead.level", language, first=first, second=second, figure=figure)
    exact = lead.exact_difference
    if not lead.by_points and exact is not None and (exact != difference or not lead.published):
        figures = [_written(lead, _exact(card), language, exact) for card in (lead.first, lead.second)]
        apart = _written(lead, abs(exact), language, exact)
        if exact != difference:
            yield phrase("lead.exact", language, first=figures[0], second=figures[1], difference=apart)
        elif any(each.startswith("≈") for each in figures):
            yield phrase("lead.by_exact", language)
            yield phrase("lead.exact", language, first=figures[0], second=figures[1], difference=apart)
    if lead.shares_rank:
        yield phrase("lead.shared", language, rank=str(lead.first.rank))
    elif (tie := lead.tie_break) is not None:
        said = {name: write_number(getattr(tie, name), language) for name in ("first", "second")}
        yield phrase("lead.tie_break", language, code=tie.code, **said)
    yield from _apart(lead, language)


def _apart(lead: Lead, language: Language) -> Iterator[str]:
    """Why the two have no ranks that can be compared, where that is so."""
    for card in (lead.first, lead.second):
        if not card.unit.ranked:
            yield phrase("lead.unranked", language, unit=card.unit.name)
    within = lead.first.criteria.rank.within
    values = [[card.unit.column(name) or "" for name in within] for card in (lead.first, lead.second)]
    if not lead.are_ranked_together and lead.first.unit.ranked and lead.second.unit.ranked:
        first, second = (" / ".join(each) or "-" for each in values)
        yield phrase("lead.apart", language, first=first, second=second)


def _part_lines(lead: Lead, parts: tuple[LeadPart, ...], language: Language, style: Style) -> Iterator[str]:
    names = {"first": lead.first.unit.name, "second": lead.second.unit.name}
    header = phrase("lead.columns", language, **names).split("|")
    rows = []
    for part in parts:
        cells = ["", ""]
        if part.code and part.kind in ("leaf", "node"):
            cells = [
                _of(points, most, language)
                for points, most in ((node.points, node.max_points) for node in lead.nodes(part.code))
            ]
        rows.append(
            [
                _signed(lead, part.share, language),
                part.code or phrase("lead.none", language),
                *cells,
                _title(lead, part, language),
            ]
        )
    yield from table_lines(header, rows, [True, False, True, True, False], style)


def _of(points: Decimal | None, most: Decimal | None, language: Language) -> str:
    if points is None:
        return "-"
    return write_number(points, language) + ("" if most is None else f"/{write_number(most, language)}")


def _title(lead: Lead, part: LeadPart, language: Language) -> str:
    title = lead.first.criteria.node(part.code).criterion.title.say(language) if part.code else ""
    if part.kind in ("leaf", "node"):
        whole = part.kind == "node" and part in lead.parts
        return title + (f" ({phrase('lead.node', language)})" if whole else "")
    if part.kind == "denominator":
        figures = {
            name: "-" if card.max_points is None else write_number(card.max_points, language)
            for name, card in (("first", lead.first), ("second", lead.second))
        }
        return phrase("lead.denominator", language, **figures)
    words = phrase(f"lead.{part.kind}", language)
    return f"{title}: {words}" if title else words


def _band_lines(lead: Lead, language: Language, style: Style) -> Iterator[str]:
    """Why each is in its band, where these differ."""
    first, second = lead.first, lead.second
    if first.band is None or second.band is None or first.band.label == second.band.label:
        return
    yield ""
    yield style.paint(phrase("lead.bands", language), BOLD)
    for card in (first, second):
        band = card.band.label.say(language) if card.band else ""
        yield from wrapped(f"{card.unit.name}: {band}: {band_reason(card, language)}", style.width, "  ", later="    ")
    places = [int(card.outcome.classification.band_of[card.row]) for card in (first, second)]
    difference = lead.difference or 0
    if first.group == second.group and (places[1] - places[0]) * difference <= 0:
        figure = phrase("plan.figure_points" if lead.by_points else "plan.figure_index", language)
        words = phrase("lead.not_by_figure", language, figure=figure)
        yield from (style.paint(line, YELLOW) for line in wrapped(words, style.width, "  "))


def _exact(card: Figures) -> Fraction:
    sums = card.outcome.sums
    return Fraction(100 * int(sums.total[card.row]), int(sums.total_maximum[card.row]))


def _written(lead: Lead, number: Fraction, language: Language, apart: Fraction | None = None) -> str:
    rounding = lead.first.criteria.rounding
    return written(number, rounding.points if lead.by_points else rounding.index, language, apart)


def _signed(lead: Lead, number: Fraction | None, language: Language) -> str:
    share = number or Fraction(0)
    words = _written(lead, abs(share), language, share)
    sign = "-" if share < 0 else "+" if share else ""
    return f"≈ {sign}{words.removeprefix('≈ ')}" if words.startswith("≈") else sign + words
