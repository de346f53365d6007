"""The contract of a classifier, run."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from cchc_index.bands.contract import Classification, Classifier, Placing, Standings
from cchc_index.bands.needs import Need
from cchc_index.bands.nodes import NodeColumns
from cchc_index.problems.errors import AssessmentError
from cchc_index.registry.guarded import are_names
from cchc_index.testing.strategies import require_hypothesis, steady
from cchc_index.testing.trying import (
    BrokenContractError,
    asking,
    broken,
    class_fault,
    cure_at,
    hinting,
    in_one_language,
    misspelt,
)
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import Integers, to_decimal
from cchc_index.values.units import Register, Unit


@own_context
def check_classifier(
    classifier: Classifier,
    *,
    places: tuple[int, int] = (2, 2),
    attributes: Mapping[str, Sequence[str]] | None = None,
    nodes: Sequence[str] = (),
    examples: int = 40,
) -> None:
    """Hold a classifier against its contract, with drawn standings.

    In these every node has the per cent that the unit has as a whole; those that its bands need are there.

    Checked: documented, with an example; its own parameters without fault; one of its bands for each unit that has an
    index and none for the others; the same twice, whatever the order of units; the same for a unit by itself unless it
    is relative or moves units; no better band for less within a group, unless units are moved; a reason in both
    languages.

    Args:
        classifier: The classifier with its parameters.
        places: Decimals of points and of the index.
        attributes: For columns of the register that it reads, what they may say.
        nodes: Codes of further nodes that it reads.
        examples: How many standings are drawn.

    Raises:
        BrokenContractError: The classifier does not keep its contract; the message says in what.
        MissingExtraError: hypothesis is not installed.

    Example:
        >>> from decimal import Decimal
        >>> from cchc_index.bands.contract import Band
        >>> from cchc_index.bands.thresholds import Thresholds
        >>> from cchc_index.values.text import Text
        >>> check_classifier(Thresholds((Band(Text.plain("A"), Decimal(80)), Band(Text.plain("B")))), examples=5)
    """
    require_hypothesis()
    from hypothesis import given, strategies

    if (fault := class_fault(classifier, Classifier) or misspelt(classifier, Classifier)) is not None:
        raise fault
    if ">>>" not in (inspect.getdoc(type(classifier)) or ""):
        cure = cure_at(classifier, "", "exemplified")
        raise broken(classifier, "the docstring of a classifier has an example", cure)
    if not are_names(classifier.columns):
        cure = cure_at(classifier, "columns", "names", call="columns")
        raise broken(classifier, f"columns is {classifier.columns!r}, where (str, ...) belongs", cure)
    with asking(lambda words: _fail(classifier, words), "faults()", asked=classifier):
        faults = [problem.text() for problem in classifier.faults(places)]
    if faults:
        raise _fail(classifier, f"it refuses its own parameters: {'; '.join(faults)}")
    groups = classifier.groups or ("a", "b")
    unit = strategies.tuples(
        strategies.sampled_from(groups),
        strategies.integers(0, 100 * 10 ** places[1]),
        strategies.booleans(),
        strategies.integers(0, 9),
        strategies.tuples(
            *(strategies.sampled_from([*(attributes or {}).get(name, ("yes", "no"))]) for name in classifier.columns)
        ),
    )
    with asking(lambda words: _fail(classifier, words), "bands_of()"):
        needed = {code for group in groups for band in classifier.bands_of(group) for code in _codes(band.needs)}
    known = tuple(dict.fromkeys([*nodes, *sorted(needed)])) or ("1",)
    quietly = steady(examples)

    said: list[Said] = []

    @quietly
    @given(strategies.lists(unit, min_size=1, max_size=8))
    def hold(drawn: list[tuple[str, int, bool, int, tuple[str, ...]]]) -> None:
        rows = [_standing(classifier, each, number) for number, each in enumerate(drawn)]
        said.extend(_check(classifier, rows, places, known))

    with hinting(classifier.columns, attributes):
        hold()
    if words := in_one_language(said):
        raise broken(
            classifier, f"its reason is in one language: {words!r}", cure_at(classifier, "reason", "languages")
        )


Row = tuple[Unit, int, bool]


def _standing(classifier: Classifier, drawn: tuple[str, int, bool, int, tuple[str, ...]], number: int) -> Row:
    group, index, ranked, draw, said = drawn
    attributes = dict(zip(classifier.columns, said, strict=True))
    return Unit(f"unit-{number}", f"Unit {number}", group, ranked, attributes), index, draw > 0


def _fail(classifier: Classifier, words: str) -> BrokenContractError:
    return BrokenContractError(f"{type(classifier).__name__}: {words}")


def _codes(needs: Sequence[Need]) -> Iterator[str]:
    for need in needs:
        yield from (need.node,) if need.node else _codes(need.of)


def _standings(rows: Sequence[Row], places: tuple[int, int], nodes: tuple[str, ...]) -> Standings:
    index = [index for _, index, _ in rows]
    shift = 10 ** max(0, places[0] - places[1])
    points, most = np.array([each * shift for each in index], dtype=np.int64), 100 * 10 ** places[1] * shift
    return Standings(
        Register(tuple(unit for unit, _, _ in rows)),
        Integers.of(points),
        Integers.of([most] * len(rows)),
        Integers.of(index),
        max(places),
        places[1],
        np.array([classed for _, _, classed in rows], dtype=np.bool_),
        np.ones(len(rows), dtype=np.int64),
        {code: NodeColumns(points, most, max(places), places[1], "half_up", top=True) for code in nodes},
    )


def _classified(
    classifier: Classifier, rows: Sequence[Row], places: tuple[int, int], nodes: tuple[str, ...]
) -> Classification | None:
    standings = _standings(rows, places, nodes)
    with asking(lambda words: _fail(classifier, words), "classify()", asked=classifier):
        try:
            found: object = classifier.classify(standings)
        except AssessmentError:  # units it cannot decide between
            return None
    if not isinstance(found, Classification) or len(found.band_of) != len(rows):
        raise _fail(classifier, "classify() returns a Classification with one band for each unit")
    return found


def _labels(found: Classification) -> list[str | None]:
    return [found.bands[place].label.first if place >= 0 else None for place in found.band_of.tolist()]


Said = tuple[str, str, tuple[str, ...]]  # in Vietnamese and in English, and the words that are the input's own


def _check(classifier: Classifier, rows: list[Row], places: tuple[int, int], nodes: tuple[str, ...]) -> list[Said]:
    """Hold the classifier against one standing, and give what it said of each unit in both languages."""
    found = _classified(classifier, rows, places, nodes)
    again = _classified(classifier, rows, places, nodes)
    turned = _classified(classifier, rows[::-1], places, nodes)
    if found is None or again is None or turned is None:
        if not found is again is turned is None:
            raise _fail(classifier, "whether it can decide depends on the order of the units")
        return []
    labels = _labels(found)
    if labels != _labels(again):
        raise _fail(classifier, "it gives other bands the second time")
    if labels != _labels(turned)[::-1]:
        raise _fail(classifier, "its bands depend on the order of the units")
    moved = {move.row for move in found.moved}
    said = []
    for row, (unit, _, classed) in enumerate(rows):
        label = labels[row]
        if classed != (label is not None):
            raise _fail(classifier, f"{unit.id} {'has no band' if classed else 'has a band without an index'}")
        if label is None:
            continue
        known = [band.label.first for band in classifier.bands_of(unit.group)]
        if label not in known:
            raise _fail(classifier, f"'{label}' is none of the bands {known}")
        if not classifier.relative and not moved:
            alone = _classified(classifier, [rows[row]], places, nodes)
            if alone is not None and not alone.moved and _labels(alone) != [label]:
                raise _fail(classifier, "a unit's band depends on other units, and it is not declared relative")
        said.append(_checked_reason(classifier, found, row, rows[row], places))
    if not moved:
        _check_order(classifier, rows, labels)
    return said


def _checked_reason(
    classifier: Classifier, found: Classification, row: int, standing: Row, places: tuple[int, int]
) -> Said:
    unit, index, _ = standing
    figure = to_decimal(index, places[1])
    moves = {move.row: move.by_points for move in found.moved}
    band = moves.get(row) or found.bands[int(found.band_of[row])]
    said = []
    for language in ("vi", "en"):
        placing = Placing(unit, figure, figure, band, "vi" if language == "vi" else "en")
        with asking(lambda words: _fail(classifier, words), "reason()", asked=classifier):
            reason: object = classifier.reason(placing)
        if not isinstance(reason, str) or not reason.strip():
            raise broken(
                classifier, f"its reason is no line of text: {reason!r}", cure_at(classifier, "reason", "text")
            )
        said.append(reason)
    return (
        said[0],
        said[1],
        (unit.id, unit.name, unit.group, *unit.attributes.values(), *(text for _, text in band.label.texts)),
    )


def _check_order(classifier: Classifier, rows: list[Row], labels: list[str | None]) -> None:
    for one, (unit, index, _) in enumerate(rows):
        for other, (peer, more, _) in enumerate(rows):
            best, less = labels[other], labels[one]
            if unit.group != peer.group or index >= more or best is None or less is None:
                continue
            order = [band.label.first for band in classifier.bands_of(unit.group)]
            if order.index(less) < order.index(best):
                raise _fail(classifier, f"{index} is '{less}' and {more} only '{best}'")
