"""The list of fields: what documents are filled with has its shape, and every field has a meaning in both languages."""

from __future__ import annotations

from typing import Any

import pytest

import cchc_index
from cchc_index.reports.year import reported_year
from cchc_index.writing.word.fields import known_fields, listed_fields
from cchc_index.writing.word.filling import annex_fields, no_fields
from cchc_index.writing.word.reviewing import review_fields
from tests.writing.word.reading import example, has_shape


@pytest.mark.parametrize("language", ["vi", "en"])
def test_documents_are_filled_with_what_is_listed(language: Any) -> None:
    """The annex of a result; the review of cycles with evidence, with a year before, and with neither."""
    has_shape(no_fields(), known_fields())
    has_shape(annex_fields(example("cao-bang-2021").score("all"), language), known_fields())
    for name, before in (("cao-bang-2021", None), ("cap-xa-2025", "cap-xa-2024"), ("pci-2021", "lai-chau-2021")):
        year = reported_year(example(name), previous=None if before is None else example(before))
        has_shape(review_fields(year, language), known_fields())


def test_each_field_has_a_meaning_of_its_language() -> None:
    """Titles of evidence are those of its builders."""
    listed = {language: dict(listed_fields(language)) for language in ("vi", "en")}
    assert listed["vi"].keys() == listed["en"].keys()
    assert all(listed["vi"].values())
    assert listed["en"]["dossiers[].figures.in_time_of_settled"].startswith("% of dossiers settled")
    assert not [path for path in listed["vi"] if {"items", "keys", "values", "get", "pop"} & set(path.split("."))]


def test_an_empty_result_has_no_figures() -> None:
    """Of a set without units everything is there, and says nothing."""
    result = cchc_index.open_cycle("lai-chau-2021").score()
    assert no_fields()["sets"] == []
    assert annex_fields(result, "vi")["dossiers"] == []
