"""What a form says of itself, and the cells that it asks for."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from cchc_index.problems.problem import Place


@attrs.frozen
class FormHead:
    """What the head of a form says of itself.

    Attributes:
        unit: The unit that fills it in.
        name: The unit's name.
        criteria: The set's id and edition.
        sha256: The set's fingerprint; "" where the form has none.
        stage: `self`, `appraised` or `survey`; "" where the form does not say.
        places: Where each of these stands.
    """

    unit: str = ""
    name: str = ""
    criteria: str = ""
    sha256: str = ""
    stage: str = ""
    places: Mapping[str, Place] = attrs.field(factory=dict)


@attrs.define
class FormAnswer:
    """One cell that a form asks for.

    Attributes:
        code: The criterion's code.
        field: The field; "" where the form does not say.
        row: The grid's row.
        column: The grid's column.
        code_column: The grid's column of codes.
        evidence: The evidence document beside it.
        note: The note beside it.
        is_subtotal: Whether its points are a formula.
    """

    code: str
    field: str
    row: int
    column: int
    code_column: int
    evidence: str = ""
    note: str = ""
    is_subtotal: bool = False
