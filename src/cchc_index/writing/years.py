"""Years side by side, in words and as CSV: comparisons of cycles, differences of criteria sets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import attrs

from cchc_index.bands.contract import Band
from cchc_index.bands.thresholds import Thresholds
from cchc_index.messages import phrase
from cchc_index.problems.shown import shown
from cchc_index.rules.columns import Words, write_number
from cchc_index.rules.contract import Leaf
from cchc_index.values.text import quiet
from cchc_index.writing.table import BOLD, DIM, YELLOW, Style, table_lines, wrapped
from cchc_index.writing.text import origin_lines, set_lines
from cchc_index.years.changes import Causes

if TYPE_CHECKING:
    from cchc_index.criteria.criteria_set import CriteriaSet
    from cchc_index.criteria.tree import Node
    from cchc_index.cycles.cycle_result import CycleResult
    from cchc_index.problems.problem import Language
    from cchc_index.years.changes import UnitYears
    from cchc_index.years.comparison import Gone, YearComparison
    from cchc_index.years.differing import CriteriaDifference, Difference

_CAUSES: Final = tuple(field.name for field in attrs.fields(Causes))
_MOST_IMPROVED: Final = 10


def comparison_lines(found: YearComparison, language: Language, style: Style) -> Iterator[str]:
    """A comparison of two years: what changed and why, who improved, who is new, gone, or was merged."""
    sides = {"before": _named(found.before), "after": _named(found.after)}
    yield style.paint(phrase("years.heading", language, **sides), BOLD)
    for name, side in (("before", found.before), ("after", found.after)):
        yield phrase(f"years.{name}", language) + ":"
        lines = [*origin_lines(side.results[0], language, style)]
        lines += [line for each in side.results for line in set_lines(each, language, style)]
        yield from (f"  {line}" for line in lines)
    alone = [each for each in found.changes if each.is_alone]
    for name in ("index", "rank") if alone else ():
        yield ""
        yield style.paint(phrase(f"years.{name}", language), BOLD)
        header = phrase("years.columns", language).split("|")
        rows = [_row(each, name, language) for each in alone]
        yield from table_lines(header, rows, [False, *([True] * (len(header) - 1))], style)
    yield ""
    for line in wrapped(phrase("years.path", language), style.width, "", later="  "):
        yield style.paint(line, DIM)
    labels = _labels(found, language)
    yield from _bands(alone, labels, language, style)
    yield from _unlike(found, labels, language, style)
    yield ""
    yield style.paint(phrase("years.improved", language), BOLD)
    for each in found.improved[:_MOST_IMPROVED]:
        before = each.before.index if each.before else None
        figures = {"change": each.change, "before": before, "after": each.after.index}
        texts = {key: _number(value, language) for key, value in figures.items()}
        yield "  " + shown(phrase("years.rise", language, unit=each.name, **texts))
    if not found.improved:
        yield "  " + phrase("years.nobody", language)
    yield from _notes(found, language, style)


def _row(each: UnitYears, name: str, language: Language) -> list[str]:
    causes: Causes | None = getattr(each, name)
    sides = [None if side is None else getattr(side, name) for side in (each.before, each.after)]
    order = ("total", *_CAUSES)
    parts = ["-" if causes is None else _signed(getattr(causes, part), language) for part in order]
    return [each.name, *(_number(side, language) for side in sides), *parts]


def _labels(found: YearComparison, language: Language) -> dict[str | None, str]:
    """What the classes of both years are called in a language, by what results call them."""
    results = [each for side in (found.before, found.after) for each in side.results]
    bands = [band for each in results for band in each.outcome.classification.bands]
    return {None: "-", **{band.label.first: band.label.say(language) for band in bands}}


def _bands(
    alone: Sequence[UnitYears], labels: Mapping[str | None, str], language: Language, style: Style
) -> Iterator[str]:
    moved = [each for each in alone if each.before is not None and each.before.band != each.after.band]
    if not moved:
        return
    yield ""
    yield style.paint(phrase("years.bands", language), BOLD)
    for each in moved:
        path = labels[each.band[0][1]]
        for cause, _, band in each.band:
            path += phrase(
                "years.band_step", language, band=labels[band], cause=phrase(f"years.cause_{cause}", language)
            )
        yield from wrapped(phrase("years.band", language, unit=each.name, path=path), style.width, "  ", later="    ")


def _unlike(found: YearComparison, labels: Mapping[str | None, str], language: Language, style: Style) -> Iterator[str]:
    """Merged and split units beside those that they were."""
    unlike = [each for each in found.changes if not each.is_alone]
    if not unlike:
        return
    yield ""
    yield style.paint(phrase("years.unlike", language), BOLD)
    for each in unlike:
        yield "  " + shown(phrase("years.now", language, unit=each.name, **_standing(each.after, labels, language)))
        for was in each.predecessors:
            decision = phrase("years.by", language, decision=was.decision) if was.decision else ""
            said = {"unit": was.name, "kind": phrase(f"years.{was.kind}_kind", language), "decision": decision}
            said |= {"difference": _signed(was.index, language), **_standing(was.standing, labels, language)}
            yield from wrapped(phrase("years.was", language, **said), style.width, "    ", later="      ")
        if each.before is not None and each.change is not None:
            figures = {"index": _number(each.before.index, language), "change": _signed(each.change, language)}
            yield "    " + phrase("years.mean", language, **figures)


def _notes(found: YearComparison, language: Language, style: Style) -> Iterator[str]:
    """New units, units that are gone or cannot be compared, and what else to know."""
    lines = []
    if found.new:
        lines.append(phrase("years.new", language, units=", ".join(name for _, name in found.new)))
    if found.gone:
        lines.append(phrase("years.gone", language, units="; ".join(gone_words(each, language) for each in found.gone)))
    lines += [phrase("years.apart", language, unit=name, why=why.text(language)) for _, name, why in found.apart]
    lines += [each.text(language) for each in found.remarks]
    if lines:
        yield ""
        yield style.paint(phrase("years.notes", language), BOLD)
        for line in lines:
            yield from wrapped(line, style.width, "  ", later="    ")


def gone_words(each: Gone, language: Language) -> str:
    """A unit that is gone, and what became of it."""
    said = {"unit": each.name, "successors": ", ".join(each.successors), "decision": each.decision}
    return phrase(f"years.gone_{each.kind or 'unknown'}", language, **said)


def _standing(standing: Any, labels: Mapping[str | None, str], language: Language) -> dict[str, str]:
    return {
        "index": _number(standing.index, language),
        "rank": _number(standing.rank, language),
        "band": labels[standing.band],
    }


def _named(result: CycleResult) -> str:
    return result.id or ", ".join(each.criteria.name for each in result.results)


def _number(number: Decimal | int | None, language: Language) -> str:
    return "-" if number is None else write_number(number, language)


def _signed(number: Decimal | None, language: Language) -> str:
    return "-" if number is None else ("+" if number > 0 else "") + write_number(number, language)


def comparison_csv(found: YearComparison) -> str:
    """A comparison as CSV: one row a unit and predecessor, with what the changes of index and rank are made of."""
    header = ["unit", "name", "group", "kind", "from", "share", "decision"]
    header += [f"{figure}_{side}" for figure in ("index", "rank", "band") for side in ("before", "after")]
    header += [f"{figure}_{part}" for figure in ("index", "rank") for part in ("change", *_CAUSES)]
    rows = []
    for each in found.changes:
        sides = [(each.unit, "", "", each.before)] if each.is_alone else []
        if each.is_alone and each.predecessors:
            was = each.predecessors[0]
            sides = [(was.unit, _text(was.share), was.decision, each.before)]
        sides = sides or [(was.unit, _text(was.share), was.decision, was.standing) for was in each.predecessors]
        for former, share, decision, before in sides:
            figures = [getattr(side, name, None) for name in ("index", "rank", "band") for side in (before, each.after)]
            parts = []
            for causes in (each.index, each.rank) if each.is_alone else (None, None):
                names = ("total", *_CAUSES)
                parts += ["" if causes is None else f"{getattr(causes, part):f}" for part in names]
            texts = [each.unit, each.name, each.group, each.kind, former, share, decision, *map(_text, figures)]
            rows.append([*map(quiet, texts), *parts])
    return _csv(header, rows)


def _text(value: object) -> str:
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def difference_lines(found: CriteriaDifference, language: Language, style: Style) -> Iterator[str]:
    """In what two sets differ, in words: the sets as a whole, then each criterion."""
    if not found.differences:
        yield phrase("diff.equal", language)
        return
    sides = {"before": found.before.name, "after": found.after.name}
    yield style.paint(phrase("diff.heading", language, count=str(len(found)), **sides), BOLD)
    last = None
    for each in found.differences:
        if each.code != last:
            last = each.code
            yield ""
            yield style.paint(_heading(each, language), BOLD)
        colour = YELLOW if each.what in ("added", "dropped") else ""
        for line in wrapped(_words(each, found, language), style.width, "  ", later="    "):
            yield style.paint(line, colour) if colour else line


def _heading(each: Difference, language: Language) -> str:
    if not each.code:
        return phrase("diff.set", language)
    node = each.nodes[1] or each.nodes[0]
    return f"{each.code}  {node.criterion.title.say(language)}" if node else each.code


def _words(each: Difference, found: CriteriaDifference, language: Language) -> str:
    if each.what in ("added", "dropped"):
        at = 1 if each.what == "added" else 0
        node, criteria = each.nodes[at], (found.before, found.after)[at]
        most = write_number(node.criterion.max_points, language) if node else "-"
        words = phrase(f"diff.{each.what}", language, most=most)
        if node and node.criterion.rule is not None:
            words += "; " + phrase("diff.scored", language, rule=_rule(node, criteria, language))
        return words
    texts = [
        _said(each, value, side, criteria, language)
        for value, side, criteria in (
            (each.before, each.nodes[0], found.before),
            (each.after, each.nodes[1], found.after),
        )
    ]
    what = phrase(f"diff.key_{each.what}", language)
    return phrase("diff.changed", language, what=what, before=texts[0], after=texts[1])


def _said(each: Difference, value: Any, node: Node | None, criteria: CriteriaSet, language: Language) -> str:
    """One side of a difference in words."""
    if each.what == "moved" and value is None:
        return phrase("diff.top", language)
    if each.what == "rule" and node is not None and node.criterion.rule is not None:
        return _rule(node, criteria, language)
    if each.what == "classify" and criteria.classify is not None:
        classifier = criteria.classify.classifier
        if isinstance(classifier, Thresholds):
            return _thresholds(classifier, language)
    if each.what in _SAYING:
        return _SAYING[each.what](criteria, node, language)
    if each.what == "rounding":
        rounding = criteria.rounding
        mode = phrase(f"rounding.{rounding.mode}", language)
        return phrase("diff.rounding", language, points=str(rounding.points), index=str(rounding.index), mode=mode)
    if each.what in ("max_points", "parts_points") and value is not None:
        return write_number(Decimal(value), language)
    return _plain(value, language)


def _source(criteria: CriteriaSet, _: Node | None, language: Language) -> str:
    source = criteria.source
    note = source.note.say(language) if source.note else ""
    said = "; ".join(part for part in (source.cited(language), note) if part)
    status = phrase(f"source.{source.status}", language)
    return phrase("diff.source", language, status=status, decision=f" ({said})" if said else "")


def _ranking(criteria: CriteriaSet, _: Node | None, language: Language) -> str:
    by = criteria.rank
    said = [phrase(f"diff.rank_{by.by}", language), phrase(f"diff.compare_{by.compare}", language)]
    said.append(phrase(f"diff.ties_{by.ties}", language))
    said += [phrase("diff.then", language, codes=", ".join(by.then))] if by.then else []
    said += [phrase("diff.within", language, columns=", ".join(by.within))] if by.within else []
    return "; ".join(said)


def _missing(criteria: CriteriaSet, _: Node | None, language: Language) -> str:
    return phrase(f"diff.missing_{criteria.missing}", language)


def _applies(_: CriteriaSet, node: Node | None, language: Language) -> str:
    found = node.criterion.not_applicable if node else None
    if found is None:
        return phrase("diff.nothing", language)
    if found == "allowed":
        return phrase("diff.applies_allowed", language)
    return phrase("diff.applies_when", language, when=", ".join(f"{key} = {said}" for key, said in found.when.items()))


def _method(_: CriteriaSet, node: Node | None, language: Language) -> str:
    return phrase(f"diff.method_{(node and node.criterion.method) or 'default'}", language)


def _area(_: CriteriaSet, node: Node | None, language: Language) -> str:
    area = node.criterion.area if node else None
    return phrase("diff.nothing", language) if area is None else getattr(area, language)


_SAYING: Final = {
    "area": _area,
    "source": _source,
    "rank": _ranking,
    "missing": _missing,
    "not_applicable": _applies,
    "method": _method,
}


def _rule(node: Node, criteria: CriteriaSet, language: Language) -> str:
    """A rule in words, as the form that units fill in says it."""
    named, rounding = node.criterion.rule, criteria.rounding
    if named is None:
        return phrase("diff.nothing", language)
    if node.parts:
        from cchc_index.criteria.content import content_of, written

        return _plain(written(content_of(named)), language)
    leaf = Leaf(node.criterion.max_points, rounding.points, rounding.mode)
    return named.rule.describe(leaf, Words(language))


def _thresholds(classifier: Thresholds, language: Language) -> str:
    bands = classifier.bands
    if not isinstance(bands, Mapping):
        return ", ".join(_band(each, language) for each in bands)
    groups = (f"{group}: {', '.join(_band(each, language) for each in own)}" for group, own in bands.items())
    return "; ".join(groups)


def _band(band: Band, language: Language) -> str:
    label = band.label.say(language)
    if band.cut_off is None:
        return phrase("diff.band_last", language, label=label)
    key = "diff.band" if band.above is None else "diff.band_above"
    words = phrase(key, language, label=label, cut_off=write_number(band.cut_off, language))
    if band.needs:
        from cchc_index.criteria.content import content_of, written

        needs = "; ".join(_plain(written(content_of(need)), language) for need in band.needs)
        words += f" ({phrase('diff.band_needs', language, needs=needs)})"
    return words


def _plain(value: Any, language: Language) -> str:
    """What a criteria file says, on one line."""
    if value is None or value in ("", [], {}):
        return phrase("diff.nothing", language)
    if value == "yes":
        return phrase("diff.yes", language)
    if isinstance(value, dict):
        if value.keys() <= {"vi", "en", ""}:
            return str(value.get(language) or next(iter(value.values())))
        return ", ".join(f"{key} {_plain(each, language)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(_plain(each, language) for each in value)
    return str(value)


def difference_csv(found: CriteriaDifference, language: Language) -> str:
    """Differences as CSV: one row each, in words."""
    rows = []
    for each in found.differences:
        node = each.nodes[1] or each.nodes[0]
        title = node.criterion.title.say(language) if node else ""
        rows.append([each.what, *map(quiet, (each.code, title, _words(each, found, language)))])
    return _csv(["what", "code", "title", "words"], rows)


def _csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()
