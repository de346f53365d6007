"""Pictures of a cycle's stages: what units said of themselves beside what was appraised."""

from __future__ import annotations

from decimal import Decimal

import attrs

from cchc_index.charts.chart import Chart, Heading
from cchc_index.charts.pairs import Pair, Pairs, ticks_of
from cchc_index.charts.stacked import Section, Stacked
from cchc_index.messages import phrase, stage_word
from cchc_index.problems.errors import UsageError
from cchc_index.problems.problem import Language, Problem
from cchc_index.problems.wanted import want_one_of
from cchc_index.results.provenance import said_of
from cchc_index.results.result import IndexResult
from cchc_index.results.stage_gaps import Changes, Gap
from cchc_index.rules.columns import write_number
from cchc_index.values.contexts import own_context


@attrs.frozen(eq=False, repr=False)
class CyclePlots:
    """The pictures of several stages of a cycle.

    Attributes:
        results: The results, of each set one or several stages.
    """

    results: tuple[IndexResult, ...]

    def __repr__(self) -> str:
        """What there is."""
        return "CyclePlots(stages())"

    @property
    def has_stages(self) -> bool:
        """Whether a set has two stages that can be drawn beside each other."""
        return bool(self._pairs())

    def _pairs(self) -> list[tuple[IndexResult, IndexResult]]:
        """For each set its first and its last stage."""
        found: dict[str, list[IndexResult]] = {}
        for result in self.results:
            found.setdefault(result.criteria.sha256, []).append(result)
        return [(stages[0], stages[-1]) for stages in found.values() if len(stages) > 1]

    @own_context
    def stages(self, language: Language = "vi") -> Chart:
        """Each unit's points at the first stage and at the last, over the criteria for which it has points at both.

        Raises:
            UsageError: No set has two stages: score all of them.

        Example:
            >>> import cchc_index
            >>> cchc_index.open_cycle("cap-xa-2024").score("all").plot.stages("en")
            Chart('Points at two stages: self-assessment and final', rows=7)
        """
        want_one_of("language", language, ("vi", "en"))
        pairs = self._pairs()
        if not pairs:
            raise UsageError(Problem("usage.two_stages"))
        sections, said = [], []
        for first, last in pairs:
            label = last.criteria.title.say(language) if len(pairs) > 1 else ""
            sections.append(Section(label, _pairs_of(first, last, language)))
            said += [each for each in said_of(last.assessment, last.awaiting, language) if each not in said]
        stages = [stage_word(each.stage, language) for each in pairs[0]]
        title = phrase("chart.stages", language, first=stages[0], last=stages[1])
        heading = Heading(title, tuple(said), (phrase("chart.common", language),), page_words(language))
        return Chart(heading, Stacked(sections))


def _pairs_of(first: IndexResult, last: IndexResult, language: Language) -> Pairs:
    gaps = {gap.unit: gap for gap in Changes(first, last).units()}
    rows = [_pair(card.unit.name, gaps.get(card.unit.id), language) for card in last]
    one, other = (stage_word(each.stage, language) for each in (first, last))
    heads = (phrase("heading.unit", language), one, other, phrase("chart.difference", language))
    return Pairs(rows, ticks_of([each for row in rows for each in row.values]), heads, (one, other))


def _pair(name: str, gap: Gap | None, language: Language) -> Pair:
    if gap is None:
        return Pair(name, ("", "", ""), (None, None), phrase("chart.no_common", language))
    one, other = (figure_words(each, language) for each in (gap.first, gap.last))
    return Pair(name, (one, other, signed(gap.difference, language)), (gap.first, gap.last))


def figure_words(figure: Decimal | None, language: Language) -> str:
    """A figure as the language writes it; a dash for none.

    Example:
        >>> figure_words(Decimal("0.50"), "vi"), figure_words(None, "vi")
        ('0,50', '–')
    """
    return "–" if figure is None else write_number(figure, language)


def signed(difference: Decimal | None, language: Language) -> str:
    """A difference with its sign; "" for none.

    Example:
        >>> signed(Decimal("0.50"), "vi"), signed(Decimal("-0.5"), "en"), signed(Decimal("0.00"), "en")
        ('+0,50', '-0.5', '0.00')
    """
    if difference is None:
        return ""
    return ("+" if difference > 0 else "") + write_number(difference, language)


def page_words(language: Language) -> str:
    """How a page of several is called, with its blanks."""
    return phrase("chart.page", language, page="{page}", pages="{pages}")
