"""What a unit's leaf or node can be: one number for each status, used in every column."""

from __future__ import annotations

from typing import Final

SCORED: Final = 0  #: the rule decides on reported values; a parent with points
GIVEN: Final = 1  #: points were typed instead of the rule's values
NOT_APPLICABLE: Final = 2  #: outside both sums
MISSING: Final = 3  #: nothing was reported
UNSCORED: Final = 4  #: reported only, or not entering at this stage

NAMES: Final = ("scored", "given", "not_applicable", "missing", "unscored")
