"""A correction after publication: which result it replaces, why, and every figure that it changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Self

import attrs

_UNIT: Final = ("name", "group", "points", "max_points", "index", "rank", "band", "complete")
_NODE: Final = ("points", "max_points", "status", "index", "rank")
_PRESENT: Final = "unit"  #: the figure of a unit that only one of two results has: its identifier


@attrs.frozen
class ResultChange:
    """One figure that a correction changes.

    Attributes:
        criteria: The set, by its identifier and edition.
        stage: The stage.
        unit: The unit; "" for what is said of the whole result.
        code: The node; "" for the whole unit.
        what: Which figure: `points`, `max_points`, `index`, `rank`, `band`, `complete`, `status`, `name`, `group`;
            `unit` where only one result has it; `criteria` where the set has another content; `warnings`.
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
            KeyError: Something is lacking.
            TypeError: Something is no text.
        """
        said = {name: plain[name] for name in ("digest", "reason", "by")}
        changes = tuple(ResultChange(**each) for each in plain["changes"])
        texts = [*said.values(), *(text for change in changes for text in attrs.astuple(change))]
        if not all(isinstance(text, str) for text in texts):
            raise TypeError("replaces")
        return cls(**said, changes=changes)


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
    if one["warnings"] != other["warnings"]:
        yield ResultChange(*key, "", "", "warnings", *(str(len(each["warnings"])) for each in (one, other)))


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
