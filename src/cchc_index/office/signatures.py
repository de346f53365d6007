"""Where a form is signed: lines at its foot, which whoever reads the form back passes over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from cchc_index.messages import phrase
from cchc_index.problems.problem import Language

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: Who signs the form of a stage, by the column under which they do; these are columns that hold no answers, and in
#: which a form that is read back looks for none.
_SIGNED: Final[Mapping[str, Mapping[str, str]]] = {
    "self": {"title": "filled_in", "evidence": "head"},
    "appraised": {"title": "member", "evidence": "chair"},
    "survey": {"title": "filled_in", "evidence": "leader"},
}
_ROOM: Final = 60  #: height of the row in which the signature stands


def signature_lines(
    sheet: Worksheet, row: int, stage: str, at: Mapping[str, int], language: Language, forms: tuple[Format, Format]
) -> int:
    """Write who signs, where and when, and room for the signature and the name; the row after them.

    Args:
        sheet: The sheet.
        row: The first row that is free.
        stage: The stage of the form.
        at: The columns by their names.
        language: The language.
        forms: The formats of what is said and of what is written by hand or typed.
    """
    said, open_ = forms
    row += 1
    for column, who in _SIGNED[stage].items():
        sheet.write_string(row, at[column], phrase(f"signed.{who}", language), said)
        sheet.write_string(row + 1, at[column], phrase("signed.place_and_date", language), open_)
        sheet.write_string(row + 2, at[column], "", open_)
    sheet.set_row(row + 2, _ROOM)
    return row + 3
