"""A reported year as the fields of its review in Word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import attrs

from cchc_index.messages import adjusted_words, phrase, stage_word
from cchc_index.rules.columns import write_number
from cchc_index.writing.word.filling import area_fields, legally, no_fields, root_fields, set_fields
from cchc_index.writing.word.wording import figure, signed
from cchc_index.writing.years import gone_words
from cchc_index.years.changes import STEPS

if TYPE_CHECKING:
    from cchc_index.assessment.adjustment import Adjustment
    from cchc_index.builders.contract import EvidenceBuilder
    from cchc_index.cycles.evidence import CountedEvidence
    from cchc_index.problems.problem import Language
    from cchc_index.reports.lost_points import LostPoints
    from cchc_index.reports.year import ReportedYear
    from cchc_index.results.result import IndexResult
    from cchc_index.reviews.contested import Contested
    from cchc_index.years.changes import UnitYears
    from cchc_index.years.comparison import YearComparison

MOST_LOST: Final = 10  #: criteria of a set that the review lists
MOST_RESPONSIBLE: Final = 5  #: units that it names for each
MOST_IMPROVED: Final = 5
_NAMED: Final = ("dossiers", "documents", "initiatives", "commendations", "surveys")


def review_fields(year: ReportedYear, language: Language, step: Callable[[str], None] | None = None) -> dict[str, Any]:
    """Everything there is to say of a year; what was not given is empty.

    Args:
        year: The year.
        language: The language.
        step: What is called with a word as making the intervals of a survey begins, which may take long.
    """
    names = {card.unit.id: card.unit.name or card.unit.id for card in year.cycle}
    sets = [
        {
            **set_fields(each.result, each.groups, language),
            "areas": area_fields(each.areas, language),
            "lost": [_lost(one, language) for one in each.lost[:MOST_LOST]],
        }
        for each in year.sets
    ]
    evidence: dict[str, list[dict[str, Any]]] = {name: [] for name in (*_NAMED, "others")}
    for counted in year.evidence:
        kind = counted.builder if counted.builder in _NAMED else "others"
        if kind == "surveys" and step is not None:
            step(counted.name)
        made = _survey(counted, names, language) if kind == "surveys" else _evidence(counted, names, language)
        evidence[kind].append(_other(made, counted, language) if kind == "others" else made)
    open_ones = sum(each.objection.is_open for each in year.contested)
    areas = dict.fromkeys(area["title"] for each in sets for area in each["areas"])
    said = {
        **no_fields(),
        **root_fields(year.cycle, language),
        "sets": sets,
        "previous": _previous(year, names, language),
        **evidence,
        "adjusted": figure(len(year.adjustments), language),
        "objected": figure(len(year.contested), language),
        "objected_open": figure(open_ones, language),
        "adjustments": [_adjustment(result, each, names, language) for result, each in year.adjustments],
        "objections": [_objection(each, year, names, language) for each in year.contested],
        "tasks": list(areas),
    }
    said["notices"] += [
        phrase("word.left_out", language, files=each["files"], what="; ".join(each["left_out"]))
        for found in evidence.values()
        for each in found
        if each["left_out"]
    ]
    found: dict[str, Any] = legally(said)
    return found


def _lost(found: LostPoints, language: Language) -> dict[str, str]:
    named = [
        phrase("word.lost_by", language, unit=unit.name or unit.id, points=figure(points, language))
        for unit, points in found.units[:MOST_RESPONSIBLE]
    ]
    if (rest := len(found.units) - MOST_RESPONSIBLE) > 0:
        named.append(phrase("word.others", language, count=str(rest)))
    return {
        "code": found.node.criterion.code,
        "title": found.node.criterion.title.say(language),
        "points": figure(found.points, language),
        "attainable": figure(found.attainable, language),
        "units": figure(len(found.units), language),
        "responsible": "; ".join(named),
    }


def _previous(year: ReportedYear, names: dict[str, str], language: Language) -> dict[str, Any]:
    found = year.before
    refused = " ".join(each.text(language).partition("\n")[0] for each in year.refused)
    if found is None:
        return {"given": "", "title": "", "refused": refused, "rows": [], "improved": [], "notes": []}
    title = found.before.title.say(language) if found.before.title else (found.before.id or "")
    improved = [each for each in found.improved if each.after.rank is not None][:MOST_IMPROVED]
    return {
        "given": "1",
        "title": title,
        "refused": "",
        "rows": [_years(each, language) for each in found.changes if each.is_alone],
        "improved": [_years(each, language) for each in improved],
        "notes": list(_unlike(found, language)),
    }


def _years(each: UnitYears, language: Language) -> dict[str, str]:
    before, causes = each.before, each.index
    own = causes.values if causes is not None and len(each.path) == len(STEPS) else None  # else nobody can tell
    return {
        "name": each.name or each.unit,
        "unit": each.unit,
        "group": each.group,
        "before": figure(before.index if before else None, language),
        "after": figure(each.after.index, language),
        "change": signed(each.change, language),
        "own_values": signed(own, language),
        "rank_before": figure(before.rank if before else None, language),
        "rank_after": figure(each.after.rank, language),
    }


def _unlike(found: YearComparison, language: Language) -> Iterator[str]:
    """What of the two years cannot be compared as it stands."""
    for each in found.changes:
        if not each.is_alone:
            was = [
                phrase("word.was", language, unit=one.name or one.unit, index=figure(one.standing.index, language))
                for one in each.predecessors
            ]
            said = {"unit": each.name or each.unit, "index": figure(each.after.index, language)}
            yield phrase(f"word.{each.kind}", language, **said, was="; ".join(was))
    for unit, name, why in found.apart:
        yield phrase("years.apart", language, unit=name or unit, why=why.text(language))
    if found.new:
        yield phrase("years.new", language, units=", ".join(name or unit for unit, name in found.new))
    if found.gone:
        yield phrase("years.gone", language, units=", ".join(gone_words(each, language) for each in found.gone))
    yield from (remark.text(language) for remark in found.remarks)


def _evidence(counted: CountedEvidence, names: dict[str, str], language: Language) -> dict[str, Any]:
    """Figures that were counted, of all units and of each."""
    found = counted.evidence
    builder = counted.entry.builder
    if found is None or builder is None:  # of these a cycle is refused
        raise AssertionError(counted.name)
    totals = counted.totals
    titles = {each.name: each.title.say(language) for each in counted.measures}
    return {
        "builder": counted.builder,
        "purpose": type(builder.builder).purpose.say(language) if type(builder.builder).purpose.texts else "",
        "parameters": "; ".join(_parameters(builder.builder)),
        "feeds": ", ".join(counted.entry.feeds),
        "files": ", ".join(counted.paths.values()),
        "rows_counted": figure(sum(each.rows for each in found.files), language),
        "units": figure(len(found.units), language),
        "measured_units": figure(sum(rows > 0 for rows in found.rows), language),
        "figures": {name: _known(totals[name], language) for name in titles},
        "listed": [
            {"name": name, "title": title, "value": figure(totals[name], language)}
            for name, title in titles.items()
            if totals[name] is not None
        ],
        "rows": [
            {
                "name": names.get(unit, unit),
                "unit": unit,
                "figures": {name: figure(found.figures[name][at], language) for name in titles},
            }
            for at, unit in enumerate(found.units)
        ],
        "left_out": [f"{each.kind}: {each.rows}" for each in found.left_out],
    }


def _parameters(builder: EvidenceBuilder) -> Iterator[str]:
    """What a builder counts, by those of its parameters that are one word or number and not as they are by default."""
    kind: Any = type(builder)
    for field in attrs.fields(kind) if attrs.has(kind) else ():
        value = getattr(builder, field.name)
        if isinstance(value, str | int | Decimal) and value != field.default:
            yield f"{field.name}: {'yes' if value is True else 'no' if value is False else value}"


def _other(made: dict[str, Any], counted: CountedEvidence, language: Language) -> dict[str, Any]:
    """Figures of which the library knows no names: a list of all, unit by unit."""
    titles = {each.name: each.title.say(language) for each in counted.measures}
    each = [
        {"name": row["name"], "unit": row["unit"], "title": title, "value": row["figures"][name]}
        for row in made["rows"]
        for name, title in titles.items()
    ]
    rows = [{"name": row["name"], "unit": row["unit"]} for row in made["rows"]]
    return {**{name: value for name, value in made.items() if name != "figures"}, "rows": rows, "each": each}


def _known(number: Any, language: Language) -> str:
    """A figure of all units; "" where it is not known, so that a template can leave the sentence out."""
    return "" if number is None else figure(number, language)


def _survey(counted: CountedEvidence, names: dict[str, str], language: Language) -> dict[str, Any]:
    """A survey: how many answered of how many, and how far its rates may be off."""
    made = _evidence(counted, names, language)
    titles = {each.name: each.title.say(language) for each in counted.measures}
    kept = ("respondents", "sent", "respondents_of_sent")
    own = ("respondents", "sent", "response_rate")
    totals = counted.totals
    made |= {to: _known(totals.get(name), language) for name, to in zip(kept, own, strict=True)}
    rows = []
    for row in made["rows"]:
        said = {to: row["figures"].get(name, figure(None, language)) for name, to in zip(kept, own, strict=True)}
        rows.append({"name": row["name"], "unit": row["unit"], **said})
    made["rows"] = rows
    del made["figures"]
    made["intervals"] = [
        {
            "name": names.get(each.unit, each.unit),
            "unit": each.unit,
            "title": titles.get(each.figure, each.figure),
            "value": write_number(each.value, language),
            "low": write_number(each.low, language),
            "high": write_number(each.high, language),
            "level": each.level,
            "respondents": figure(each.respondents, language),
        }
        for each in counted.intervals()
    ]
    return made


def _adjustment(result: IndexResult, each: Adjustment, names: dict[str, str], language: Language) -> dict[str, str]:
    value = "" if each.value is None else f"{each.value:f}"
    value = value.replace(".", ",") if language == "vi" else value
    return {
        "name": names.get(each.unit, each.unit),
        "unit": each.unit,
        "code": each.code,
        "title": result.criteria.node(each.code).criterion.title.say(language),
        "stage": stage_word(each.stage, language),
        "what": adjusted_words(each.action, value, language),
        "reason": each.reason,
        "by": each.by,
        "date": each.date,
        "decision": each.decision,
    }


def _objection(each: Contested, year: ReportedYear, names: dict[str, str], language: Language) -> dict[str, str]:
    said = each.objection
    return {
        "id": said.id,
        "kind": phrase(f"word.{said.kind}", language),
        "name": names.get(said.unit, said.unit),
        "unit": said.unit,
        "code": said.code,
        "title": _title(year, said.unit, said.code, language),
        "reason": said.reason,
        "date": said.date,
        "answer": said.answer,
        "state": phrase(f"word.objection_{each.state}", language),
    }


def _title(year: ReportedYear, unit: str, code: str, language: Language) -> str:
    results: Sequence[IndexResult] = year.cycle.results
    found = (each.criteria for each in results if unit in each and code in each.criteria.positions)
    return next((criteria.node(code).criterion.title.say(language) for criteria in found), code)
