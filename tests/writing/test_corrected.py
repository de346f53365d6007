"""The lines that say what a correction changes."""

from __future__ import annotations

import attrs

import cchc_index
from cchc_index.cycles.corrections import Correction, ResultChange
from cchc_index.writing.corrected import correction_lines
from cchc_index.writing.table import Style

RESULT = cchc_index.open_cycle("lai-chau-2021").score()


def test_a_result_that_corrects_nothing_says_nothing() -> None:
    """It is a result as others are."""
    assert list(correction_lines(RESULT, "vi", Style())) == []


def test_every_kind_of_figure_has_its_words() -> None:
    """And of very many changes the first are written out, the rest counted."""
    kinds = ["points", "max_points", "index", "rank", "band", "complete", "status", "name", "group", "unit", "criteria"]
    changes = [ResultChange("s-1", "final", "so-tai-chinh", "", what, "1.50", "") for what in [*kinds, "carried"]]
    corrected = attrs.evolve(RESULT, replaces=Correction("ab" * 32, "vì", "HĐ", tuple(changes * 5)))
    said = list(correction_lines(corrected, "vi", Style()))

    assert "abababababab" in said[0]
    assert "Sở Tài chính: điểm 1,50 → -" in said[1]
    assert said[-1].strip().startswith("... và 20 thay đổi khác")


def test_notes_say_what_is_unlike() -> None:
    """Without what both results note, and without the words that programs read; of a class and a mean the group."""
    note = (
        '[{"action":"set","by":"HĐ","code":"1","kind":"adjusted","reason":"REASON","unit":"so-tai-chinh","value":"4"}]'
    )
    carried = '[{"code":"1","kind":"formula","unit":"so-tai-chinh"}]'
    changes = (
        ResultChange(
            "s-1", "final", "so-tai-chinh", "1", "warnings", note.replace("REASON", "a"), note.replace("REASON", "b")
        ),
        ResultChange("s-1", "final", "so-tai-chinh", "1", "warnings", carried, ""),
        ResultChange("s-1", "final", "", "", "bands", "sở, Tốt: 2", "sở, Tốt: 3"),
        ResultChange("s-1", "final", "", "2", "means", "sở: 80.50", ""),
    )
    corrected = attrs.evolve(RESULT, replaces=Correction("ab" * 32, "vì", "HĐ", changes))

    assert [line.strip() for line in correction_lines(corrected, "vi", Style())][1:] == [
        "Sở Tài chính, tiêu chí 1: ghi chú a → b",
        "Sở Tài chính, tiêu chí 1: ghi chú có → -",
        "s-1: số đơn vị từng loại sở, Tốt: 2 → sở, Tốt: 3",
        "s-1, tiêu chí 2: trung bình sở: 80,50 → -",
    ]
