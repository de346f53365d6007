"""Where last year's figure of a leaf comes from, for its explanation."""

from __future__ import annotations

from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.tree import Node
from cchc_index.messages import phrase
from cchc_index.problems.problem import Language
from cchc_index.values.statuses import SCORED


def is_followed(assessment: Assessment, leaf: Node) -> bool:
    """Whether a leaf's answers are the figures of two results, so that nobody reported them."""
    return assessment.last is not None and leaf.criterion.improvement is not None


def last_year_told(assessment: Assessment, leaf: Node, row: int, language: Language) -> str:
    """The result that last year's figure stands in, with what the unit and the node were there; "" for other leaves."""
    last, rule = assessment.last, leaf.criterion.improvement
    if last is None or rule is None or int(assessment.answers[leaf.criterion.code].status[row]) != SCORED:
        return ""
    words = "; " + phrase("reason.last_year", language, source=last.source)
    former, code = last.units[row], last.codes.get(rule.of, rule.of)
    if not former:
        return words + ", " + phrase(f"reason.last_year_{last.kinds[row]}", language)
    if former != assessment.register.units[row].id:
        words += ", " + phrase("reason.last_year_unit", language, unit=former)
    if code != rule.of:
        words += ", " + phrase("reason.last_year_code", language, code=code)
    return words
