"""What a form asks of a leaf, in words that are found again."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.criteria.asked import (
    absent_word,
    asked_fields,
    block_word,
    blocks_by_word,
    fields_by_words,
    form_stage_of,
    form_stage_word,
)
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.problems.problem import Language
from cchc_index.values.text import folded
from tests.differential.trees import Tree

LANGUAGES: tuple[Language, ...] = ("vi", "en")


@pytest.mark.parametrize("seed", range(40))
def test_words_lead_back_to_their_fields(seed: int) -> None:
    """Of every leaf of a random set, in both languages; no two fields of a leaf have the same words."""
    criteria = parse_criteria(Tree(seed).text, registry=cchc_index.Registry.builtin())
    found = fields_by_words(criteria)
    for language in LANGUAGES:
        for leaf in criteria.leaves:
            asked = asked_fields(leaf, language)
            assert len({folded(words) for _, words in asked}) == len(asked)
            assert [found[leaf.criterion.code, folded(words)] for _, words in asked] == [f.name for f, _ in asked]


def test_blocks_lead_back_to_their_codes() -> None:
    """A block that its set gives no code is told by a word; every other node has none."""
    criteria = cchc_index.CriteriaSet.from_yaml(
        """
id: b
edition: 2021
title: B
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria: [{code: "1", title: A, max_points: 2, rule: points}]
extras: {bonus: {max_points: 1, criteria: [{code: "9", title: C, max_points: 1, rule: points}]}}
"""
    )

    assert [block_word(node, "vi") for node in criteria.nodes] == ["", "thưởng", ""]
    assert blocks_by_word(criteria) == {"thưởng": "bonus", "bonus": "bonus"}


def test_a_form_says_in_its_own_language_what_does_not_apply() -> None:
    """Of the words that a set declares; where it has none of that language, its first."""
    criteria = cchc_index.load_criteria("nd61-one-stop-2018")
    plain = {**criteria.to_dict(), "not_applicable_words": ["KAD"]}

    assert (absent_word(criteria, "vi"), absent_word(criteria, "en")) == ("không áp dụng", "na")
    assert absent_word(cchc_index.CriteriaSet.from_dict(plain), "vi") == "KAD"


@pytest.mark.parametrize("stage", ["self", "appraised", "survey"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stage_is_known_by_its_word(stage: str, language: Language) -> None:
    """And by its key, as older forms say it."""
    assert form_stage_of(form_stage_word(stage, language).upper()) == stage
    assert form_stage_of(stage) == stage
