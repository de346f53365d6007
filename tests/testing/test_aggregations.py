"""Our own aggregations keep the contract that a plugin's author runs."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from cchc_index.plugins import Aggregation
from cchc_index.registry.registry import Registry
from cchc_index.testing import check_aggregation, combined

pytestmark = pytest.mark.slow

PARAMETERS: dict[str, dict[str, Any]] = {"best": {"count": 2}, "drop_lowest": {"count": 1}}


def _made(name: str, kind: Any) -> Aggregation:
    needed = [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING]
    values = PARAMETERS.get(name, {})
    made: Aggregation = kind(**dict(zip(needed, values.values(), strict=True)))
    return made


@pytest.mark.parametrize("name", sorted(Registry.builtin().builtins.offer.aggregations))
@pytest.mark.parametrize(("places", "mode"), [(2, "half_up"), (0, "truncate"), (4, "half_even")])
def test_our_own_aggregations_keep_the_contract(name: str, places: int, mode: Any) -> None:
    """Each with parameters of its own, however points are rounded."""
    aggregation = _made(name, Registry.builtin().builtins.offer.aggregations[name])

    check_aggregation(aggregation, 10, places=places, mode=mode)
    assert combined(aggregation, 10, [("4", "4"), ("4", "4"), ("0", "0")]) == "10.00"
