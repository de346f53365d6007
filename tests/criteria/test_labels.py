"""Where a table holds prepared answers: what `cchc_index.criteria.labels` tells the doors."""

from __future__ import annotations

from cchc_index.criteria.labels import heads_of_labels, is_label
from tests.rules.one_unit import one_leaf


def test_a_field_of_an_alternative_holds_labels_by_its_own_name_alone() -> None:
    """The bare code heads a label only where it can mean nothing else."""
    choice = "{choice: {options: {'01': 4, '02': 0}}}"
    assert heads_of_labels(one_leaf(choice)) == {"1", "1.answer"}
    heads = heads_of_labels(one_leaf(f"{{best_of: {{alternatives: {{asked: {choice}, counted: points}}}}}}"))
    assert "1.asked.answer" in heads or "1.asked" in heads
    assert not is_label(heads, "1", "points")
    assert not is_label(heads, "1.counted")
