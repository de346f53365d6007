"""Who leads and who trails in a group, and how its classes are filled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from cchc_index.bands.contract import Band
from cchc_index.results.result import IndexResult, Scorecard

MOST_NAMED: Final = 3  #: units that lead, and that trail, unless more share a rank


@attrs.frozen(eq=False)
class GroupStandings:
    """One group of a result.

    Attributes:
        name: The group.
        cards: Its units by rank and identifier, unranked ones last.
        leading: Those that lead: the first three, or half of them where there are fewer than six.
        trailing: Those that trail, the last one first; none of them leads.
        classes: How many units are in each class, the best first; classes without units are left out.
    """

    name: str
    cards: tuple[Scorecard, ...] = attrs.field(repr=False)
    leading: tuple[Scorecard, ...] = attrs.field(repr=False)
    trailing: tuple[Scorecard, ...] = attrs.field(repr=False)
    classes: tuple[tuple[Band, int], ...]

    @property
    def ranked(self) -> int:
        """How many of its units are ranked."""
        return sum(card.rank is not None for card in self.cards)


def group_standings(result: IndexResult) -> tuple[GroupStandings, ...]:
    """Each group of a result.

    Example:
        >>> import cchc_index
        >>> result = cchc_index.open_cycle("lai-chau-2021").score().results[0]
        >>> [(each.name, each.ranked, each.leading[0].unit.id) for each in group_standings(result)]
        [('other', 2, 'cong-ty-dien-luc'), ('province', 15, 'so-thong-tin-va-truyen-thong')]
    """
    groups: dict[str, list[Scorecard]] = {}
    for card in result:
        groups.setdefault(card.group, []).append(card)
    return tuple(_standings(name, cards) for name, cards in groups.items())


def _standings(name: str, cards: Sequence[Scorecard]) -> GroupStandings:
    ranked = [(card.rank, card) for card in cards if card.rank is not None]
    most = min(MOST_NAMED, max(1, len(ranked) // 2))
    first = ranked[most - 1][0] if ranked else 0
    last = ranked[-most][0] if ranked else 0
    leading = tuple(card for rank, card in ranked if rank <= first)
    trailing = tuple(card for rank, card in reversed(ranked) if first < rank and last <= rank)
    counts: dict[str, tuple[Band, int]] = {}
    for card in cards:
        if card.band is not None:
            label = card.band.label.first
            counts[label] = (card.band, counts.get(label, (card.band, 0))[1] + 1)
    order = {label: place for place, label in enumerate(_labels(cards))}
    classes = tuple(counts[label] for label in sorted(counts, key=order.__getitem__))
    return GroupStandings(name, tuple(cards), leading, trailing, classes)


def _labels(cards: Sequence[Scorecard]) -> list[str]:
    """The labels of the classes of a group, the best first."""
    found = cards[0].outcome.classification
    return list(dict.fromkeys(found.bands[place].label.first for place in found.places_of(cards[0].group)))


def added_classes(groups: Sequence[GroupStandings]) -> tuple[tuple[Band, int], ...] | None:
    """How many units of several groups are in each class; None where the groups have classes of other names.

    Example:
        >>> import cchc_index
        >>> results = cchc_index.open_cycle("cao-bang-2021").score().results
        >>> found = added_classes([group for each in results for group in group_standings(each)])
        >>> [(band.label.first, count) for band, count in found]
        [('Tốt', 2), ('Khá', 25), ('Trung bình', 3)]
    """
    ladders = {tuple(_labels(group.cards)) for group in groups}
    if len(ladders) != 1:
        return None
    counts: dict[str, tuple[Band, int]] = {}
    for group in groups:
        for band, count in group.classes:
            counts[band.label.first] = (band, counts.get(band.label.first, (band, 0))[1] + count)
    return tuple(counts[label] for label in next(iter(ladders)) if label in counts)
