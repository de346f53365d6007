"""Bands, and who is near a cut-off, are what one unit at a time gives."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.bands.contract import Band, Near, Standings
from cchc_index.bands.needs import Need
from cchc_index.bands.nodes import NodeColumns
from cchc_index.bands.thresholds import Thresholds
from cchc_index.values.exact import Integers
from cchc_index.values.text import Text
from cchc_index.values.units import Register, Unit

GROUPS = ("x", "y", "z")
NODES = ("1", "1.1", "2")
CUTS = [Decimal(text) for text in ("90", "82.5", "80", "66.67", "66.666", "50", "33.3", "10", "0.05")]


@st.composite
def bands(draw: st.DrawFn, prefix: str) -> tuple[Band, ...]:
    """Cut-offs from the highest down, and a last band without one."""
    cuts = sorted(draw(st.lists(st.sampled_from(CUTS), max_size=3, unique=True)), reverse=True)
    labels = []
    for number, cut in enumerate(cuts):
        label, needs = Text.plain(f"{prefix}{number}"), tuple(draw(st.lists(need(), max_size=2)))
        labels.append(Band(label, above=cut, needs=needs) if draw(st.booleans()) else Band(label, cut, needs=needs))
    return (*labels, Band(Text.plain(f"{prefix} last"), draw(st.sampled_from([None, Decimal(0)]))))


@st.composite
def need(draw: st.DrawFn, deep: int = 0) -> Need:
    """A need of one node, of each area, or of so many of several."""
    kind = draw(st.sampled_from(["node", "node", "each"] if deep else ["node", "each", "count"]))
    if kind == "count":
        of = tuple(draw(st.lists(need(1), min_size=1, max_size=3)))
        return Need(count=draw(st.integers(1, 4)), of=of)
    least = draw(st.sampled_from([Decimal(text) for text in ("50", "66.67", "33.3", "100", "1")]))
    code = draw(st.sampled_from(NODES)) if kind == "node" else ""
    each: Literal["areas"] | None = None if code else "areas"
    if draw(st.booleans()):
        return Need(code, each, per_cent=least)
    return Need(code, each, points=least / 10)


@st.composite
def standings(draw: st.DrawFn) -> Standings:
    """Units whose figures lie on, just beside and far from the cut-offs."""
    size, places = draw(st.integers(1, 6)), draw(st.integers(0, 2))
    index_places = draw(st.integers(0, 2))
    most = [draw(st.sampled_from([1, 3, 7, 10, 100])) * 10**places for _ in range(size)]
    points = []
    for maximum in most:
        cut = draw(st.sampled_from(CUTS))
        at = draw(st.sampled_from([cut * maximum / 100, cut * 10**places]))
        points.append(max(0, int(at) + draw(st.integers(-3, 3))))
    figures = [int(draw(st.sampled_from(CUTS)) * 10**index_places) + draw(st.integers(-3, 3)) for _ in range(size)]
    units = tuple(Unit(f"u{row}", "U", draw(st.sampled_from(GROUPS))) for row in range(size))
    return Standings(
        Register(units),
        Integers.of(points),
        Integers.of(most),
        Integers.of(figures),
        places,
        index_places,
        np.array(draw(st.lists(st.sampled_from([True, True, False]), min_size=size, max_size=size))),
        np.zeros(size, dtype=np.int64),
        {code: _node(draw, size, places, index_places, top=code != "1.1") for code in NODES},
    )


def _node(draw: st.DrawFn, size: int, places: int, index_places: int, *, top: bool) -> NodeColumns:
    most = [draw(st.sampled_from([0, 1, 3, 7, 10])) * 10**places for _ in range(size)]
    got = [draw(st.integers(0, maximum)) for maximum in most]
    return NodeColumns(np.array(got), np.array(most), places, index_places, "half_up", top)


def _meets(need: Need, seen: Standings, row: int, compare: str) -> bool:
    areas = [code for code in NODES if code != "1.1"]
    if need.count is not None:
        several = [each for inner in need.of for each in ([inner] if not inner.each else _apart(inner, areas))]
        return sum(_meets(each, seen, row, compare) for each in several) >= need.count
    if need.each:
        return all(_meets(each, seen, row, compare) for each in _apart(need, areas))
    node = seen.nodes[need.node]
    got, most = int(node.points.values[row]), int(node.max_points.values[row])
    if not most:
        return True
    if need.points is not None:
        return Fraction(got, 10**seen.point_places) >= Fraction(need.points)
    assert need.per_cent is not None
    share = Fraction(100 * got, most)
    if compare == "published":
        unit = 10**seen.index_places
        share = Fraction((share * unit + Fraction(1, 2)) // 1, unit)
    return share >= Fraction(need.per_cent)


def _apart(need: Need, areas: list[str]) -> list[Need]:
    return [Need(code, per_cent=need.per_cent, points=need.points) for code in areas]


def _reaches(band: Band, figure: Fraction) -> bool:
    if band.above is not None:
        return figure > Fraction(band.above)
    return band.from_ is None or figure >= Fraction(band.from_)


def _by_hand(rule: Thresholds, seen: Standings) -> tuple[list[str], list[Near], dict[int, str]]:
    labels, near, moved = [], [], {}
    for row, unit in enumerate(seen.register.units):
        own = rule.bands if isinstance(rule.bands, tuple) else rule.bands.get(unit.group, ())
        if not own or not seen.classed[row]:
            labels.append("")
            continue
        points, most = int(seen.points.values[row]), int(seen.max_points.values[row])
        if rule.on == "points":
            printed, places = points, seen.point_places
        else:
            printed, places = int(seen.index.values[row]), seen.index_places
        figure = Fraction(printed, 10**places)
        compared = Fraction(100 * points, most) if rule.on == "index" and rule.compare == "exact" else figure
        reached = [each for each in own if each is own[-1] or _reaches(each, compared)]
        band = next(each for each in reached if all(_meets(need, seen, row, rule.compare) for need in each.needs))
        labels.append(band.label.first)
        if band is not reached[0]:
            moved[row] = reached[0].label.first
        for each in own[:-1]:
            cut = each.from_ if each.above is None else each.above
            if cut is not None and abs(figure - Fraction(cut)) <= Fraction(1, 10**places):
                exact = compared if compared != figure else None
                near.append(Near(row, Decimal(printed).scaleb(-places), cut, reached[0], exact))
    return labels, near, moved


@given(st.data(), st.sampled_from(["index", "points"]), st.sampled_from(["published", "exact"]), st.booleans())
def test_bands_are_those_found_one_by_one(
    data: st.DataObject, on: Literal["index", "points"], compare: Literal["published", "exact"], by_group: bool
) -> None:
    """The first band whose cut-off is reached; and each cut-off within one last decimal of the printed figure."""
    seen = data.draw(standings())
    if by_group:
        some = data.draw(st.lists(st.sampled_from(GROUPS), min_size=1, unique=True))
        rule = Thresholds({group: data.draw(bands(group)) for group in some}, on, compare)
    else:
        rule = Thresholds(data.draw(bands("b")), on, compare)

    found = rule.classify(seen)

    labels, near, moved = _by_hand(rule, seen)
    assert [found.bands[place].label.first if place >= 0 else "" for place in found.band_of.tolist()] == labels
    assert list(found.near) == near
    assert {move.row: move.by_points.label.first for move in found.moved} == moved
    assert found.band_of.dtype == np.int64


def _seen(rows: list[tuple[str, int]], places: int = 1) -> Standings:
    """Units of some groups with their index in units of its last decimal, out of 100 points."""
    size = len(rows)
    return Standings(
        Register(tuple(Unit(f"u{row}", "U", group) for row, (group, _) in enumerate(rows))),
        Integers.of([index for _, index in rows]),
        Integers.of([100 * 10**places] * size),
        Integers.of([index for _, index in rows]),
        places,
        places,
        np.ones(size, dtype=np.bool_),
        np.zeros(size, dtype=np.int64),
    )


TWO = (Band(Text.plain("Good"), Decimal("80.0")), Band(Text.plain("Fair")))


def test_all_groups_share_the_bands_of_all() -> None:
    """They stand once among those of the classification."""
    found = Thresholds(TWO).classify(_seen([("x", 801), ("y", 100), ("z", 900)]))

    assert found.bands == TWO
    assert found.band_of.tolist() == [0, 1, 0]


def test_a_group_without_bands_leaves_the_next_ones_theirs() -> None:
    """Also where the first has none; who is near a cut-off is told of each."""
    rule = Thresholds({"y": TWO, "z": TWO})

    found = rule.classify(_seen([("x", 800), ("y", 799), ("z", 800), ("z", 500)]))

    assert found.bands == TWO + TWO
    assert found.band_of.tolist() == [-1, 1, 2, 3]
    assert [(near.row, str(near.value)) for near in found.near] == [(1, "79.9"), (2, "80.0")]


def test_within_one_last_decimal_is_near_and_two_are_not() -> None:
    """On both sides, whether the cut-off has as many decimals or more."""
    finer = (Band(Text.plain("Good"), Decimal("80.05")), Band(Text.plain("Fair")))
    rows = [("x", index) for index in (797, 798, 799, 800, 801, 802, 803)]

    equal, between = Thresholds(TWO).classify(_seen(rows)), Thresholds(finer, compare="exact").classify(_seen(rows))

    assert [str(near.value) for near in equal.near] == ["79.9", "80.0", "80.1"]
    assert [str(near.value) for near in between.near] == ["80.0", "80.1"]


def test_all_cut_offs_of_a_group_are_looked_at() -> None:
    """A band without one, wherever it stands, ends nothing."""
    odd = (Band(Text.plain("All")), Band(Text.plain("Good"), Decimal("80.0")))

    assert [near.row for near in Thresholds(odd).classify(_seen([("x", 800)])).near] == [0]
    told = list(Thresholds((*odd, Band(Text.plain("All")))).faults((2, 1)))
    assert [fault.key for fault in told] == ["bands.no_from", "bands.twice"]
