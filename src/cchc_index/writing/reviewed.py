"""The review for a council, as text and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from cchc_index.messages import adjusted_words, localised, phrase, stage_word
from cchc_index.problems.problem import Language
from cchc_index.rules.columns import write_number
from cchc_index.values.text import quiet
from cchc_index.writing.table import BOLD, RED, YELLOW, Style, table_lines, wrapped
from cchc_index.writing.text import provenance_lines

if TYPE_CHECKING:
    from cchc_index.assessment.adjustment import Adjustment
    from cchc_index.results.stage_gaps import Gap
    from cchc_index.reviews.contested import Contested
    from cchc_index.reviews.coverage import Covered
    from cchc_index.reviews.review import Missing, Review, SetReview

_MOST: Final = 30  #: lines of one list on the screen; JSON and CSV have all
_STATES: Final = ("open", "accepted", "adjusted", "answered")
_FIGURES: Final = ("first", "last", "difference", "count", "of")  #: numbers, which a spreadsheet may take as such
_HEADER: Final = (
    *("cycle", "data", "criteria", "status", "part", "stage", "unit", "name", "group", "code", "title"),
    *("first", "last", "difference", "count", "of", "said"),
)


def review_lines(review: Review, language: Language, style: Style) -> Iterator[str]:
    """A review as text: its heading, then each set's changes, claims, coverage, gaps and objections."""
    for number, each in enumerate(review.sets):
        if number:
            yield ""
        yield from provenance_lines([each.result], language, style)
        yield from _SetLines(each, language, style).lines()


class _SetLines:
    """Writes the review of one set."""

    def __init__(self, review: SetReview, language: Language, style: Style) -> None:
        self.review, self.language, self.style = review, language, style
        self.register, self.criteria = review.result.register, review.result.criteria
        self.stages = {
            "first": stage_word(review.stages[0], language),
            "last": stage_word(review.stages[-1], language),
        }

    def lines(self) -> Iterator[str]:
        """All parts, one after the other."""
        if self.review.first is None:
            yield self.style.paint(self._say("one_stage", stage=self.stages["last"]), BOLD)
        else:
            yield self.style.paint(self._say("stages", **self.stages), BOLD)
            yield from self._changes()
        yield from self._claims()
        yield from self._coverage()
        yield from self._missing()
        yield from self._objections()

    def _say(self, key: str, **filled: str) -> str:
        return phrase(f"review.{key}", self.language, **filled)

    def _name(self, unit: str) -> str:
        return self.register[unit].name

    def _title(self, code: str) -> str:
        return self.criteria.node(code).criterion.title.say(self.language)

    def _number(self, number: Decimal | None, status: str = "") -> str:
        if number is None:
            return phrase(f"history.{status}", self.language) if status in ("missing", "not_applicable") else "-"
        return write_number(number, self.language)

    def _signed(self, number: Decimal | None) -> str:
        return ("+" if number is not None and number > 0 else "") + self._number(number)

    def _figures(self, gap: Gap) -> list[str]:
        return [self._number(gap.first), self._number(gap.last, gap.status), self._signed(gap.difference)]

    def _table(self, key: str, rows: Sequence[list[str]], left: int, **filled: str) -> Iterator[str]:
        """A table, its first rows, and how many there are beside; so many columns on the left are words."""
        header = self._say(f"columns_{key}", **filled).split("|")
        right = [at >= left for at in range(len(header))]
        inner = attrs.evolve(self.style, width=self.style.width - 2)
        yield from ("  " + line for line in table_lines(header, rows[:_MOST], right, inner))
        if len(rows) > _MOST:
            yield "  " + self._say("more", count=str(len(rows) - _MOST))

    def _list(self, key: str, words: Sequence[str], colour: str = BOLD) -> Iterator[str]:
        """A heading with a count, and a line for each; nothing where there are none."""
        if not words:
            return
        yield ""
        yield self.style.paint(self._say(key, count=str(len(words))), colour)
        for each in words[:_MOST]:
            yield from wrapped(each, self.style.width, "  ", later="    ")
        if len(words) > _MOST:
            yield "  " + self._say("more", count=str(len(words) - _MOST))

    def _changes(self) -> Iterator[str]:
        review, stages = self.review, self.stages
        if not review.cells:
            yield self._say("no_change")
            return
        yield ""
        yield self.style.paint(self._say("units"), BOLD)
        rows = [[self._name(gap.unit), *self._figures(gap), str(gap.criteria)] for gap in review.units]
        yield from self._table("units", rows, 1, **stages)
        yield ""
        yield self.style.paint(self._say("areas"), BOLD)
        rows = [[gap.code, self._title(gap.code), *self._figures(gap)] for gap in review.areas]
        yield from self._table("areas", rows, 2, **stages)
        if review.disagreements:
            yield ""
            yield self.style.paint(self._say("disagreements", count=str(len(review.disagreements))), BOLD)
        rows = [
            [
                each.code,
                self._title(each.code),
                f"{each.changed}/{each.units}",
                self._signed(each.raised),
                self._signed(-each.lowered),
                self._signed(each.largest),
                self._name(each.unit),
            ]
            for each in review.disagreements
        ]
        yield from self._table("disagreements", rows, 2) if rows else ()
        yield ""
        yield self.style.paint(self._say("cells", count=str(len(review.cells))), BOLD)
        rows = [[self._name(gap.unit), gap.code, *self._figures(gap)] for gap in review.cells]
        yield from self._table("cells", rows, 2, **stages)

    def _claims(self) -> Iterator[str]:
        words = []
        for each in self.review.claims:
            figures = {name: self._number(Decimal(getattr(each, name))) for name in ("claimed", "ruled")}
            stands = self._say("stands") if each.stands else ""
            stage = stage_word(each.stage, self.language)
            unit = self._name(each.unit)
            words.append(self._say("claim", unit=unit, code=each.code, stage=stage, stands=stands, **figures))
        yield from self._list("claims", words)

    def _coverage(self) -> Iterator[str]:
        if not self.review.by_unit:
            return
        yield ""
        heading = self._say("coverage", stage=self.stages["first"])
        yield from (self.style.paint(line, BOLD) for line in wrapped(heading, self.style.width, ""))
        rows = [[self._name(each.unit), *_shares(each)] for each in self.review.by_unit]
        yield from self._table("covered", rows, 1, what=self._say("by_unit"))
        rows = [[f"{each.code} {self._title(each.code)}", *_shares(each)] for each in self.review.by_code]
        yield from self._table("covered", rows, 1, what=self._say("by_code"))
        for key, lacks in (("bare", "evidence"), ("unexplained", "explanation")):
            by_unit: dict[str, list[str]] = {}
            for each in self.review.bare:
                if each.lacks == lacks:
                    by_unit.setdefault(each.unit, []).append(each.code)
            count = sum(map(len, by_unit.values()))
            if not count:
                continue
            yield ""
            yield self.style.paint(self._say(key, count=str(count)), BOLD)
            for unit, codes in list(by_unit.items())[:_MOST]:
                yield from wrapped(f"{self._name(unit)}: {', '.join(codes)}", self.style.width, "  ", later="    ")
            if len(by_unit) > _MOST:
                yield "  " + self._say("more", count=str(len(by_unit) - _MOST))

    def _missing(self) -> Iterator[str]:
        if not self.review.missing:
            yield ""
            yield self._say("nothing_missing")
        yield from self._list("missing", list(map(self._missing_words, self.review.missing)), YELLOW)

    def _missing_words(self, each: Missing) -> str:
        said = {"unit": self._name(each.unit), "code": each.code}
        if not each.compared:
            return self._say("missing_cell", **said)
        if not each.waits_for:
            return self._say("waits_for_nobody", **said)
        return self._say("waits", cause=self._name(each.waits_for), cause_code=each.waits_for_code, **said)

    def _objections(self) -> Iterator[str]:
        review = self.review
        if not review.contested:
            yield ""
            yield self._say("no_objections")
        for state in _STATES:
            words = [self._objection(each) for each in review.contested if each.state == state]
            yield from self._list(f"objections_{state}", words, {"open": YELLOW, "accepted": RED}.get(state, BOLD))
        yield from self._list("uncited", list(map(self._adjustment, review.uncited)))

    def _objection(self, each: Contested) -> str:
        said = each.objection
        figures = {"id": said.id, "date": said.date, "unit": self._name(said.unit), "code": said.code}
        words = self._say("objection", reason=said.reason, **figures)
        words += self._say("claims_instead", claimed=localised(said.claimed, self.language)) if said.claimed else ""
        if said.answer:
            words += self._say("answer", answer=said.answer, by=said.by, answered=said.answered)
        return "; ".join([words, *map(self._adjustment, each.adjustments)])

    def _adjustment(self, change: Adjustment) -> str:
        value = "" if change.value is None else self._number(change.value)
        said = {
            "unit": self._name(change.unit),
            "code": change.code,
            "stage": stage_word(change.stage, self.language),
            "what": adjusted_words(change.action, value, self.language),
            "reason": change.reason,
            "by": ", ".join(each for each in (change.by, change.date, change.decision) if each),
        }
        return self._say("adjustment", **said)


def _shares(covered: Covered) -> list[str]:
    """Shares with their denominators; a dash where there is nothing that anything is wanted for."""
    shares = ((covered.with_evidence, covered.reported), (covered.explained, covered.lost))
    return [f"{part}/{whole}" if whole else "-" for part, whole in shares]


def review_csv(review: Review, language: Language) -> str:
    """A review as CSV: one row for each figure of each part, with the set, its status and the data in every row."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_HEADER)
    for each in review.sets:
        criteria = each.result.criteria
        said = [review.cycle, review.data, criteria.name, criteria.source.status]
        for part, cells in _rows(each):
            unit, code = cells.get("unit", ""), cells.get("code", "")
            known = each.result.register[unit] if unit else None
            named = {
                "part": part,
                "name": known.name if known else "",
                "group": known.group if known else "",
                "title": criteria.node(code).criterion.title.say(language) if code else "",
                "stage": cells.get("stage", " - ".join(each.stages)),
            }
            row = {**dict.fromkeys(_HEADER, ""), **cells, **named}
            own = ((row[name] if name in _FIGURES else quiet(row[name])) for name in _HEADER[len(said) :])
            writer.writerow([*map(quiet, said), *own])
    return text.getvalue()


def _rows(review: SetReview) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of all parts: the part's name, and its cells."""
    for part, gaps in (("unit", review.units), ("area", review.areas), ("change", review.cells)):
        for gap in gaps:
            figures = {"first": gap.first, "last": gap.last, "difference": gap.difference}
            cells = {name: "" if each is None else f"{each:f}" for name, each in figures.items()}
            counts = {"said": gap.status} if gap.status else {"count": str(gap.criteria)}
            yield part, {"unit": gap.unit, "code": gap.code, **cells, **counts}
    for each in review.disagreements:
        said = {"difference": f"{each.moved:f}", "count": str(each.changed), "of": str(each.units)}
        yield "disagreement", {"code": each.code, **said, "said": f"{each.unit} {each.largest:f}"}
    for claim in review.claims:
        said = {"first": claim.claimed, "last": claim.ruled, "said": "decided" if claim.stands else "claimed"}
        yield "claim", {"unit": claim.unit, "code": claim.code, "stage": claim.stage, **said}
    yield from _covered([*review.by_unit, *review.by_code], review.stages[0])
    for bare in review.bare:
        yield f"without_{bare.lacks}", {"unit": bare.unit, "code": bare.code, "stage": review.stages[0]}
    for lack in review.missing:
        waits = " ".join(each for each in (lack.waits_for, lack.waits_for_code) if each)
        said = {"unit": lack.unit, "code": lack.code, "stage": review.stages[-1], "said": waits}
        yield ("waits" if lack.compared else "missing"), said
    for contested in review.contested:
        objection = contested.objection
        cells = {"unit": objection.unit, "code": objection.code, "stage": objection.stage}
        words = " ".join(each for each in (objection.id, objection.reason, objection.answer) if each)
        yield f"objection_{contested.state}", {**cells, "said": words, "count": str(len(contested.adjustments))}
    for change in review.uncited:
        cells = {"unit": change.unit, "code": change.code, "stage": change.stage}
        value = "" if change.value is None else f"{change.value:f}"
        yield "adjustment", {**cells, "difference": value, "said": f"{change.action} {change.reason}"}


def _covered(covered: Iterable[Covered], stage: str) -> Iterator[tuple[str, dict[str, str]]]:
    for each in covered:
        said = {"unit": each.unit, "code": each.code, "stage": stage}
        yield "evidence", {**said, "count": str(each.with_evidence), "of": str(each.reported)}
        yield "explanation", {**said, "count": str(each.explained), "of": str(each.lost)}
