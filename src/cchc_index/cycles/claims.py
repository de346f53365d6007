"""What a form of the council repeats of a unit's own answers, held against what the unit itself handed in.

Two columns stand side by side in such a form. Where somebody exchanged them, the unit's claims would be taken for the
council's figures; the unit's own form shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

import numpy as np

from cchc_index.problems.problem import Problem
from cchc_index.reading.facts import BARE, Claim, FactColumn, Reported
from cchc_index.reading.grids.cells import EMPTY
from cchc_index.values.text import folded
from cchc_index.values.units import yes_or_no


def claim_faults(before: Reported, later: Reported) -> Iterator[Problem]:
    """Claims of a form that differ from the unit's own answers, and forms whose columns were exchanged.

    Args:
        before: What the units reported.
        later: What the council's forms say.
    """
    by_form: dict[int, list[Claim]] = {}
    for claim in later.claims:
        by_form.setdefault(claim.at[0], []).append(claim)
    for claims in by_form.values():
        yield from _form_faults(before, later, claims)


def _form_faults(before: Reported, later: Reported, claims: list[Claim]) -> Iterator[Problem]:
    """What is wrong with the claims of one form."""
    differing = [claim for claim in claims if _value(later, claim.word, claim.at[0]) != _own(before, claim)]
    if not differing:
        return
    unit = later.register.units[claims[0].row]
    if _are_exchanged(before, later, claims, differing):
        form = later.shapes[claims[0].at[0]]
        yield Problem("stage.exchanged", form.place(claims[0].at[1]), arguments={"unit": unit.id, "name": unit.name})
        return
    for claim in differing:
        place = later.shapes[claim.at[0]].place(claim.at[1], claim.at[2], claim.code)
        own = _own_text(before, claim)
        found = later.shapes[claim.at[0]].grid.text(claim.at[1], claim.at[2])
        arguments = {"code": claim.code, "found": found, "own": own, "unit": unit.name}
        yield Problem("stage.other_claim" if own else "stage.no_claim", place, arguments=arguments)


def _are_exchanged(before: Reported, later: Reported, claims: list[Claim], differing: Iterable[Claim]) -> bool:
    """Whether most of the council's cells hold what the unit itself reported, and the unit's cells mostly do not."""
    council = 0
    for claim in claims:
        column = later.columns.get(claim.code, {}).get(claim.field)
        if column is not None and int(column.words[claim.row]) != EMPTY:
            said = _value(later, int(column.words[claim.row]), int(column.tables[claim.row]))
            council += said == _own(before, claim)
    return 2 * council > len(claims) and 2 * len(list(differing)) >= len(claims)


def _value(reported: Reported, word: int, table: int) -> Fraction | str:
    """What a word says: the number, or the text as it is compared."""
    (mantissa,), (places,), (is_number,) = reported.texts.read_numbers(np.array([word], dtype=np.int64))
    if is_number:
        return Fraction(int(mantissa), 10 ** int(places))
    text = reported.shapes[table].grid.lexicon.text(word)
    truth = yes_or_no(text)  # there are several words for each
    return folded(text) if truth is None else Fraction(int(truth))


def _own(before: Reported, claim: Claim) -> Fraction | str:
    """What the unit itself reported; "" for nothing."""
    column = _column(before, claim)
    return "" if column is None else _value(before, int(column.words[claim.row]), int(column.tables[claim.row]))


def _own_text(before: Reported, claim: Claim) -> str:
    """The same as its source writes it."""
    column = _column(before, claim)
    return "" if column is None else before.text(column, claim.row)


def _column(before: Reported, claim: Claim) -> FactColumn | None:
    """The column in which the unit reported what the form repeats; None where it reported nothing."""
    fields = before.columns.get(claim.code, {})
    found = (fields.get(name) for name in (claim.field, BARE))
    return next((each for each in found if each is not None and int(each.words[claim.row]) != EMPTY), None)
