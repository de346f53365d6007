"""Knock-outs and quotas: what puts a unit in another band than its figure alone would give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

import attrs
import numpy as np

from cchc_index.plugins import (
    AssessmentError,
    Band,
    Classification,
    Problem,
    Ratios,
    Standings,
    Text,
    round_fraction,
)

if TYPE_CHECKING:
    import numpy.typing as npt


@attrs.frozen
class Limit:
    """A knock-out: units that meet a condition are in no better band than one that is named.

    Attributes:
        when: Columns of the register and the values they must all have.
        at_most: The label of the best band such a unit can be in.
        reason: Why; explanations and results repeat it.
    """

    when: Mapping[str, str] = attrs.field(hash=False)
    at_most: Text
    reason: Text | None = None

    def said(self) -> Text:
        """The reason, or the condition."""
        return self.reason or Text.plain(", ".join(f"{column}: {value}" for column, value in self.when.items()))


@attrs.frozen
class Quota:
    """At most so many per cent of a group's ranked units in a band; those above it go down by one band.

    allowed = at_most / 100 x units counted, rounded

    Attributes:
        band: The label of the band.
        at_most: Per cent.
        of: What is counted: `all` ranked units of the group, or those in the band of that label or a better one.
        round: How the allowed number is rounded.
        ties: What becomes of equal units of which only some are allowed: all stay, all go, or the result is refused.
    """

    band: Text
    at_most: Decimal
    of: Text = Text.plain("all")
    round: Literal["down", "half_up", "up"] = "down"
    ties: Literal["all_in", "all_out", "refuse"] = "refuse"

    def allowed(self, counted: int) -> int:
        """How many units may be in the band, of so many counted.

        Example:
            >>> quota = Quota(Text.plain("A"), Decimal(20))
            >>> quota.allowed(14), attrs.evolve(quota, round="up").allowed(14)
            (2, 3)
        """
        share = Fraction(self.at_most) * counted / 100
        if self.round == "up":
            return -((-share.numerator) // share.denominator)
        return round_fraction(share, 0, "truncate" if self.round == "down" else "half_up")


Limits = tuple[Limit, ...]
Quotas = tuple[Quota, ...]


def columns_of(limits: Limits) -> tuple[str, ...]:
    """The columns of the register that knock-outs read."""
    return tuple(dict.fromkeys(column for limit in limits for column in limit.when))


def move_faults(limits: Limits, quotas: Quotas, bands: Iterable[Band]) -> Iterator[Problem]:
    """Labels that are no band's, shares that are no per cent."""
    names = [name for band in bands for _, name in band.label.texts]
    named = [(f"limits[{number}].at_most", limit.at_most) for number, limit in enumerate(limits)]
    named += [(f"quotas[{number}].band", quota.band) for number, quota in enumerate(quotas)]
    named += [(f"quotas[{number}].of", quota.of) for number, quota in enumerate(quotas) if quota.of.first != "all"]
    for path, label in named:
        if label.first and label.first not in names:
            yield _fault(
                path,
                vi=(f"xếp loại '{label.first}'", "không có xếp loại này", f"Các xếp loại: {', '.join(names)}."),
                en=(f"the band '{label.first}'", "which there is not", f"There are: {', '.join(names)}."),
            )
    for number, limit in enumerate(limits):
        if not limit.when:
            yield _fault(
                f"limits[{number}].when",
                vi=("không có điều kiện nào", "", "Ghi cột và giá trị, ví dụ head_disciplined: yes."),
                en=("there is no condition", "", "Write a column and its value, for example head_disciplined: yes."),
            )
    for number, quota in enumerate(quotas):
        if not 0 <= quota.at_most <= 100:
            yield _fault(
                f"quotas[{number}].at_most",
                vi=(f"{quota.at_most} %", "phải từ 0 đến 100", "Sửa tỷ lệ."),
                en=(f"{quota.at_most} %", "which must lie from 0 to 100", "Correct the share."),
            )


def _fault(path: str, *, vi: tuple[str, str, str], en: tuple[str, str, str]) -> Problem:
    return Problem("", path=path, own={"vi": vi, "en": en})


def moved(
    found: Classification, standings: Standings, values: Ratios, limits: Limits, quotas: Quotas
) -> Classification:
    """A classification after knock-outs, and then quotas from the best band down.

    Raises:
        AssessmentError: A quota divides equal units, and its `ties` say to refuse that.
    """
    if not limits and not quotas:
        return found
    mover = _Mover(found, standings, values)
    for limit in limits:
        mover.limit(limit)
    for quota in sorted(quotas, key=lambda quota: mover.best_place(quota.band)):
        mover.quota(quota)
    return mover.found


class _Mover:
    """The bands of all units while they are being moved; a unit's place is that of its band within its group."""

    def __init__(self, found: Classification, standings: Standings, values: Ratios) -> None:
        self.found = found
        self.standings = standings
        self.values = values
        self.ranked = np.array(standings.register.ranked, dtype=np.bool_) & standings.classed

    def best_place(self, label: Text) -> int:
        """The first place of a band of that label."""
        return next((place for place, band in enumerate(self.found.bands) if _is(band, label)), 0)

    def _groups(self) -> Iterator[tuple[tuple[int, ...], npt.NDArray[np.intp]]]:
        """The places of each group's bands, best first, and the rows of its units."""
        names, blocks = self.standings.register.group_blocks
        for number, name in enumerate(names):
            rows = np.flatnonzero((np.array(blocks) == number) & (self.found.band_of >= 0))
            if len(rows):
                yield self.found.places_of(name), rows

    def limit(self, limit: Limit) -> None:
        for ladder, rows in self._groups():
            lowest = next((place for place in ladder if _is(self.found.bands[place], limit.at_most)), None)
            if lowest is None:
                continue
            better = [row for row in rows.tolist() if self.found.band_of[row] < lowest]
            self._put(
                [row for row in better if self.standings.register.units[row].agrees(limit.when)], lowest, limit.said()
            )

    def quota(self, quota: Quota) -> None:
        for ladder, rows in self._groups():
            places = [place for place in ladder if _is(self.found.bands[place], quota.band)]
            if not places or places[0] == ladder[-1]:
                continue
            ranked = [row for row in rows.tolist() if self.ranked[row]]
            counted = len(ranked)
            if quota.of.first != "all":
                base = next((place for place in ladder if _is(self.found.bands[place], quota.of)), ladder[-1])
                counted = sum(int(self.found.band_of[row]) <= base for row in ranked)
            self._keep(quota, places[0], [row for row in ranked if self.found.band_of[row] == places[0]], counted)

    def _keep(self, quota: Quota, place: int, members: list[int], counted: int) -> None:
        allowed = quota.allowed(counted)
        if len(members) <= allowed:
            return
        ordered = sorted(members, key=self.values.fraction, reverse=True)
        leaving = ordered[allowed:]
        if allowed and self.values.fraction(ordered[allowed - 1]) == self.values.fraction(leaving[0]):
            equal = self.values.fraction(leaving[0])
            tied = [row for row in ordered if self.values.fraction(row) == equal]
            if quota.ties == "refuse":
                raise AssessmentError(self._undecided(quota, allowed, tied))
            staying = set(tied) if quota.ties == "all_in" else set()
            leaving = [row for row in ordered if (row in leaving or row in tied) and row not in staying]
        share, most = f"{quota.at_most} %", f"{allowed} / {counted}"
        vi_share = share.replace(".", ",")
        vi, en = f"vượt tỷ lệ tối đa {vi_share} ({most} đơn vị)", f"above the quota of {share} ({most} units)"
        reason = Text((("vi", vi), ("en", en)))
        self._put(leaving, int(self.found.next_place[place]), reason)

    def _undecided(self, quota: Quota, allowed: int, tied: list[int]) -> Problem:
        names = ", ".join(self.standings.register.units[row].name for row in tied)
        label = quota.band
        return Problem(
            "",
            own={
                "vi": (
                    f"{len(tied)} đơn vị bằng nhau ở ranh giới của '{label.say('vi')}': {names}",
                    f"tỷ lệ tối đa {quota.at_most} % chỉ cho {allowed} đơn vị",
                    "Ghi ties: all_in hoặc all_out ở quotas, hoặc phân định bằng tiêu chí khác.",
                ),
                "en": (
                    f"{len(tied)} equal units at the edge of '{label.say('en')}': {names}",
                    f"of which the quota of {quota.at_most} % allows {allowed} units in the band",
                    "Write ties: all_in or all_out in quotas, or tell the units apart.",
                ),
            },
        )

    def _put(self, rows: list[int], place: int, reason: Text) -> None:
        """Units in a lower band; what they lack of its needs puts them lower still."""
        band_of = self.found.band_of.copy()
        band_of[rows] = place
        self.found = self.found.put(band_of, dict.fromkeys(rows, reason))


def _is(band: Band, label: Text) -> bool:
    return label.first in [name for _, name in band.label.texts]
