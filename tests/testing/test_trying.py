"""What the kit says of one language, and of a rule or an aggregation that is tried by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cchc_index.rules.contract import Leaf
from cchc_index.rules.counts import PerCase
from cchc_index.testing.probes import check_probes, how_to_probe
from cchc_index.testing.trying import in_one_language
from cchc_index.testing.written import check_parameters, parameters_of, plain


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ([], ""),
        ([("4 x 3 / 2", "4 x 3 / 2", ())], ""),
        ([("Sở Tài chính", "Sở Tài chính", ("Sở Tài chính",))], ""),
        ([("đạt", "passed", ()), ("4", "4", ())], ""),
        ([("đạt", "đạt", ()), ("trượt", "failed", ())], ""),
        ([("đạt", "đạt", ()), ("4", "4", ())], "đạt"),
        ([("Sở A: đạt", "Sở A: đạt", ("Sở A",))], "Sở A: đạt"),
    ],
)
def test_one_language_is_heard_where_no_sentence_differs(
    said: list[tuple[str, str, tuple[str, ...]]], found: str
) -> None:
    """Figures, formulas and what a unit itself said have no language."""
    assert in_one_language(said) == found


def test_parameters_go_to_yaml_and_back() -> None:
    """Those at their defaults are not written."""
    rule = PerCase(Decimal("1.5"))
    assert plain(rule) == {"points_each": "1.5"}
    assert [field.name for field in parameters_of(rule)] == ["points_each", "at_most"]
    check_parameters(rule, Leaf(Decimal(4), 2, "half_up"))


def test_probes_come_out_and_are_shown_by_their_fields() -> None:
    """With the rule's own names."""
    check_probes(PerCase(Decimal("1.5")), Leaf(Decimal(4), 2, "half_up"))
    assert '{"count": "0"}, Fraction(0)' in how_to_probe(PerCase(Decimal(1)))
