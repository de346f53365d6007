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


def test_everything_that_the_digest_holds_is_listed() -> None:
    """Means, counts of classes, answers taken over, and each note by itself, though there are as many as before."""
    other = copy.deepcopy(RESULTS)
    group, labels = next(iter(other[0]["bands"].items()))
    label = next(iter(labels))
    was = labels[label]
    labels[label] += 1
    other[0]["means"][0]["index"] = "1.00"
    other[0]["units"][0]["carried"] = 3
    note = {"kind": "adjusted", "unit": "x", "code": "1", "reason": "vì"}
    one = copy.deepcopy(RESULTS)
    one[0]["warnings"] = [note, {"kind": "missing", "unit": "y"}]
    other[0]["warnings"] = [{**note, "reason": "khác"}, {"kind": "missing", "unit": "y"}]
    found = [(each.unit, each.what, each.before, each.after) for each in result_changes(one, other)]

    assert found == [
        (RESULTS[0]["units"][0]["unit"], "carried", "", "3"),
        ("", "bands", f"{group}, {label}: {was}", f"{group}, {label}: {was + 1}"),
        ("", "means", RESULTS[0]["means"][0]["index"], "1.00"),
        (
            "x",
            "warnings",
            '[{"code":"1","kind":"adjusted","reason":"vì","unit":"x"}]',
            '[{"code":"1","kind":"adjusted","reason":"khác","unit":"x"}]',
        ),
    ]


CHANGE = dict.fromkeys(("criteria", "stage", "unit", "code", "what", "before", "after"), "x")


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": " "}, {"by": ""}, {"by": 3}, {"digest": "0"}, {"changes": None}, {"changes": {}}, {"more": 1},
        {"changes": [CHANGE, CHANGE]}, {"changes": [{**CHANGE, "unit": 1}]}, {"changes": [{**CHANGE, "more": "x"}]},
        {"changes": ["x"]},
    ],
)  # fmt: skip
def test_what_is_no_correction_is_not_read(wrong: dict[str, Any]) -> None:
    """A file that was tampered with: without a reason or its author, with a change listed twice, with more or less."""
    plain = {"digest": "0" * 64, "reason": "x", "by": "y", "changes": [CHANGE]}
    assert Correction.from_dict(plain).to_dict() == plain
    with pytest.raises(ValueError, match="replaces"):
        Correction.from_dict({**plain, **wrong})
    for lacking in plain:
        with pytest.raises(ValueError, match="replaces"):
            Correction.from_dict({key: each for key, each in plain.items() if key != lacking})
