"""A correction after publication: which result it replaces, why, and every figure that it changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Self

import attrs

from cchc_index.results.json_text import CANONICAL

_UNIT: Final = ("name", "group", "points", "max_points", "index", "rank", "band", "complete", "carried")
_NODE: Final = ("points", "max_points", "status", "index", "rank")
_PRESENT: Final = "unit"  #: the figure of a unit that only one of two results has: its identifier
_DIGEST: Final = re.compile("[0-9a-f]{64}")


@attrs.frozen
class ResultChange:
    """One figure that a correction changes.

    Attributes:
        criteria: The set, by its identifier and edition.
        stage: The stage.
        unit: The unit; "" for what is said of the whole result.
        code: The node; "" for the whole unit.
        what: Which figure: `points`, `max_points`, `index`, `rank`, `band`, `complete`, `carried`, `status`, `name`,
            `group`; `unit` where only one result has it; `criteria` where the set has another content; `bands` and
            `means`, with their group and label before the figure; `warnings`, as JSON those that the other result has
            not of that unit and node.
        before: What was published; "" for nothing.
        after: What is said now; "" for nothing.
    """

    criteria: str
    stage: str
    unit: str
    code: str
    what: str
    before: str
    after: str

    def to_dict(self) -> dict[str, str]:
        """The change as plain texts."""
        return dict(attrs.asdict(self))


@attrs.frozen
class Correction:
    """What a result replaces (đính chính).

    Attributes:
        digest: The digest of the result that was published before.
        reason: Why it is replaced.
        by: Who decided so.
        changes: Every figure that is different.
    """

    digest: str
    reason: str
    by: str
    changes: tuple[ResultChange, ...] = attrs.field(repr=False)

    def to_dict(self) -> dict[str, Any]:
        """`replaces` of a result file."""
        changes = [change.to_dict() for change in self.changes]
        return {"digest": self.digest, "reason": self.reason, "by": self.by, "changes": changes}

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Self:
        """What a result file says that it replaces.

        Raises:
            ValueError: Something is lacking, too much or no text; there is no reason or author; a change stands twice.
        """
        keys = {field.name for field in attrs.fields(cls)}
        if not isinstance(plain, dict) or plain.keys() != keys or not isinstance(plain["changes"], list):
            raise ValueError("replaces")
        said = {name: plain[name] for name in ("digest", "reason", "by")}
        if not all(isinstance(text, str) and text.strip() for text in said.values()):
            raise ValueError("replaces: digest, reason, by")
        if not _DIGEST.fullmatch(said["digest"]):
            raise ValueError("replaces: digest")
        changes = tuple(_change(each) for each in plain["changes"])
        if len(set(changes)) < len(changes):
            raise ValueError("replaces: changes")
        return cls(**said, changes=changes)


def _change(plain: Any) -> ResultChange:
    keys = {field.name for field in attrs.fields(ResultChange)}
    if not isinstance(plain, dict) or plain.keys() != keys or not all(isinstance(each, str) for each in plain.values()):
        raise ValueError("replaces: changes")
    return ResultChange(**plain)


def other_stages(published: Iterable[str], again: Iterable[str]) -> dict[str, str]:
    """The stages of two results, where they are others: then neither result can stand for the other.

    Example:
        >>> other_stages(["final"], ["final", "final"]), other_stages(["self"], ["final"])
        ({}, {'found': 'self', 'wanted': 'final'})
    """
    found, wanted = (tuple(dict.fromkeys(stages)) for stages in (published, again))
    return {} if set(found) == set(wanted) else {"found": ", ".join(found) or "-", "wanted": ", ".join(wanted) or "-"}


def result_changes(before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]) -> Iterator[ResultChange]:
    """Every figure in which the `results` of two result files differ, in the order of the earlier one.

    Example:
        >>> import copy, cchc_index
        >>> results = cchc_index.open_cycle("lai-chau-2021").score().to_dict()["results"]
        >>> other = copy.deepcopy(results)
        >>> other[0]["units"][0]["rank"] = 2
        >>> [(each.unit, each.what, each.before, each.after) for each in result_changes(results, other)]
        [('cong-ty-dien-luc', 'rank', '1', '2')]
    """
    earlier, later = ({_key(each): each for each in results} for results in (before, after))
    for key in dict.fromkeys([*earlier, *later]):
        one, other = earlier.get(key), later.get(key)
        if one is None or other is None:
            yield ResultChange(*key, "", "", "criteria", _said(one and key[0]), _said(other and key[0]))
        else:
            yield from _of_one(key, one, other)


def _of_one(key: tuple[str, str], one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[ResultChange]:
    if one["criteria"] != other["criteria"]:
        yield ResultChange(*key, "", "", "criteria", one["criteria"]["sha256"], other["criteria"]["sha256"])
    earlier, later = ({unit["unit"]: unit for unit in each["units"]} for each in (one, other))
    for unit in dict.fromkeys([*earlier, *later]):
        if unit not in earlier or unit not in later:
            there = [unit if unit in units else "" for units in (earlier, later)]
            yield ResultChange(*key, unit, "", _PRESENT, *there)
            continue
        was, now = earlier[unit], later[unit]
        if was == now:
            continue
        yield from (ResultChange(*key, unit, "", *each) for each in _figures(was, now, _UNIT))
        for code in dict.fromkeys([*was["nodes"], *now["nodes"]]):
            nodes = was["nodes"].get(code, {}), now["nodes"].get(code, {})
            yield from (ResultChange(*key, unit, code, *each) for each in _figures(*nodes, _NODE))
    for what, figures in (("bands", _counts), ("means", _means)):
        was, now = figures(one), figures(other)
        for code, about in dict.fromkeys([*was, *now]):
            counted = (f"{about}{each[code, about]}" if each.get((code, about)) else "" for each in (was, now))
            if was.get((code, about)) != now.get((code, about)):
                yield ResultChange(*key, "", code, what, *counted)
    yield from (ResultChange(*key, *each) for each in _notes(one["warnings"], other["warnings"]))


def _counts(result: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """How many units of each group are in each class."""
    found = result["bands"].items()
    return {("", f"{group}, {label}: "): str(count) for group, labels in found for label, count in labels.items()}


def _means(result: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """The mean index of each group, and of all units, and those of their nodes."""
    found: dict[tuple[str, str], str] = {}
    for mean in result["means"]:
        about = "" if mean["group"] is None else f"{mean['group']}: "
        found |= {(code, about): _said(index) for code, index in {"": mean["index"], **mean["nodes"]}.items()}
    return found


def _notes(was: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    """The unit, the node, and what is noted of these in one of two results alone."""
    sides = [{CANONICAL.text(note, 0): (note["unit"], note.get("code", "")) for note in notes} for notes in (was, now)]
    told: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for side, (own, other) in enumerate((sides, sides[::-1])):
        for text in (text for text in own if text not in other):
            told.setdefault(own[text], ([], []))[side].append(text)
    for about, notes in told.items():
        yield (*about, "warnings", *(f"[{','.join(each)}]" if each else "" for each in notes))


def _key(result: Mapping[str, Any]) -> tuple[str, str]:
    return f"{result['criteria']['id']}-{result['criteria']['edition']}", str(result["stage"])


def _figures(was: Mapping[str, Any], now: Mapping[str, Any], names: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """The figures of a unit or node that differ."""
    for name in names:
        if was.get(name) != now.get(name):
            yield name, _said(was.get(name)), _said(now.get(name))


def _said(figure: object) -> str:
    """A figure as a text; "" for none."""
    if isinstance(figure, bool):
        return "yes" if figure else "no"
    return "" if figure is None else str(figure)
