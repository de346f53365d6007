"""In what two results differ."""

from __future__ import annotations

import copy
from typing import Any

import pytest

import cchc_index
from cchc_index.cycles.corrections import Correction, ResultChange, result_changes

RESULTS: list[dict[str, Any]] = cchc_index.open_cycle("cao-bang-2021").score().to_dict()["results"]


def test_equal_results_do_not_differ() -> None:
    """Nothing is made up."""
    assert list(result_changes(RESULTS, copy.deepcopy(RESULTS))) == []


def test_each_kind_of_difference_is_told() -> None:
    """Figures of units and nodes, units that are gone or new, sets, notes, whole results."""
    other = copy.deepcopy(RESULTS)
    units = other[0]["units"]
    gone = units.pop(0)
    units[0]["complete"] = not units[0]["complete"]
    code = next(iter(units[1]["nodes"]))
    units[1]["nodes"][code]["points"] = None
    other[0]["criteria"]["sha256"] = "0" * 64
    other[0]["warnings"] = []
    last = other.pop()
    found = list(result_changes(RESULTS, other))

    said = {(each.what, each.unit, each.code): (each.before, each.after) for each in found}
    assert said["unit", gone["unit"], ""] == (gone["unit"], "")
    assert said["complete", units[0]["unit"], ""] == ("yes", "no")
    assert said["points", units[1]["unit"], code][1] == ""
    assert said["criteria", "", ""][1] in ("0" * 64, "")
    name = f"{last['criteria']['id']}-{last['criteria']['edition']}"
    assert ResultChange(name, last["stage"], "", "", "criteria", name, "") in found


def test_what_is_no_correction_is_not_read() -> None:
    """A file that was tampered with says so by what lacks."""
    plain = {"digest": "0", "reason": "x", "by": "y", "changes": []}
    assert Correction.from_dict(plain).to_dict() == plain
    with pytest.raises(TypeError):
        Correction.from_dict({**plain, "by": 3})
    with pytest.raises(KeyError):
        Correction.from_dict({"digest": "0"})
