"""Who says nothing at a stage that must say everything: units without a form, forms and rows in which nobody wrote."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.criteria.tree import Stage
from cchc_index.problems.problem import Place
from cchc_index.reading.facts import Reported
from cchc_index.reading.forms import Form
from cchc_index.reading.grids.cells import EMPTY
from cchc_index.reading.tables import Table

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray

_FEWEST: Final = 2  #: leaves: of one alone it is said that it is blank, unless the unit has nothing else


@attrs.frozen(eq=False)
class Silence:
    """Tells of units from which nothing came, once for all their criteria.

    Attributes:
        reported: What the stages up to this one report; problems go there.
        own: What this stage reports by itself.
        whole: Its tables and forms that say everything of the units they list.
        stage: The stage.
    """

    reported: Reported
    own: Reported
    whole: tuple[Form | Table, ...]
    stage: Stage

    def tell(self) -> None:
        """Tell of forms that did not come back, whatever else came of their units, and of those that say nothing."""
        self._tell_lacking()
        said = np.any(list(self.reported.anew.values()), axis=0)
        told: set[str] = set()
        for table in self.whole:
            asked, written = self._cells(table)
            for unit, name, _, place in table.units():
                row = self.reported.register.rows.get(unit, -1)
                if row < 0 or self.reported.is_doubtful(unit):
                    continue
                codes = [code for code, rows in asked.items() if rows[row] and self._is_left(code, row)]
                is_silent = len(codes) >= _FEWEST and not written[row]
                if is_silent or (unit not in told and not said[row] and self.reported.is_left(row)):
                    told.add(unit)
                    where = place if isinstance(place, Place) else table.place(place)
                    self._tell("stage.nothing", where, row, codes if is_silent else self._all(), name)

    def _tell_lacking(self) -> None:
        """Units of which a table says something, while they have no form and others have."""
        forms = [each for each in self.whole if isinstance(each, Form)]
        there = {unit for each in forms for unit, *_ in each.units()}
        folders = {str(Path(each.name).parent) for each in forms}
        if len(folders) != 1:
            return
        leaves = [leaf.criterion.code for leaf in self.reported.criteria.leaves if forms[0].asks(leaf)]
        for row, unit in enumerate(self.reported.register.units):
            codes = [code for code in leaves if self._is_left(code, row)]
            is_told = unit.id not in self.reported.seen or self.reported.is_doubtful(unit.id)
            if unit.id not in there and not is_told and len(codes) == len(leaves) >= _FEWEST:
                self._tell("stage.unit", Place(folders.copy().pop()), row, codes, unit.name)

    def _cells(self, table: Form | Table) -> tuple[dict[str, BoolArray], BoolArray]:
        """For each code the units that a table asks about it, and the units of which it says something."""
        number = next(place for place, each in enumerate(self.own.shapes) if each is table)
        asked: dict[str, BoolArray] = {}
        written: BoolArray = np.zeros(len(self.reported.register), dtype=np.bool_)
        for code, fields in self.own.columns.items():
            asked[code] = np.zeros(len(written), dtype=np.bool_)
            for column in fields.values():
                asked[code] |= np.asarray(column.tables == number)
                written |= np.asarray((column.tables == number) & (column.words != EMPTY))
        return asked, written

    def _is_left(self, code: str, row: int) -> bool:
        left = self.reported.left.get(code)
        return left is not None and bool(left[row])

    def _all(self) -> list[str]:
        return ["", *(leaf.criterion.code for leaf in self.reported.criteria.leaves)]

    def _tell(self, key: str, place: Place, row: int, codes: Iterable[str], name: str) -> None:
        unit = self.reported.register.units[row]
        self.reported.tell(key, place, unit=unit.id, name=name or unit.name, stage_name=self.stage)
        self.reported.doubts |= {(unit.id, code) for code in codes}
