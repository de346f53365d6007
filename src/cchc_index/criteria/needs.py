"""What bands need of nodes, held against the set's tree: each node is there, is scored, and can have as much."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cchc_index.bands.needs import Need
from cchc_index.criteria.tree import CriteriaTree
from cchc_index.problems.problem import Problem
from cchc_index.values.suggestions import Suggestions


def band_need_faults(criteria: CriteriaTree) -> Iterator[Problem]:
    """What is wrong with the needs of a set's bands, with paths from the classifier on.

    Example:
        >>> import cchc_index
        >>> list(band_need_faults(cchc_index.load_criteria("nd61-one-stop-2018")))
        []
    """
    if criteria.classify is None:
        return
    classifier, checks = criteria.classify.classifier, _Checks(criteria)
    for group in classifier.groups or ("",):
        path = f"bands.{group}" if classifier.groups else "bands"
        for number, band in enumerate(classifier.bands_of(group)):
            yield from checks.faults(band.needs, f"{path}[{number}].needs")


class _Checks:
    def __init__(self, criteria: CriteriaTree) -> None:
        self.criteria = criteria
        self.suggestions = Suggestions()

    def faults(self, needs: tuple[Need, ...], path: str) -> Iterator[Problem]:
        areas = [node.criterion.code for node in self.criteria.top]
        for number, need in enumerate(needs):
            here = f"{path}[{number}]"
            if need.count is not None:
                most = sum(len(each.apart(areas)) for each in need.of)
                if need.of and not 1 <= need.count <= most:
                    said = {"found": str(need.count), "most": str(most)}
                    yield Problem("bands.need_count", path=f"{here}.count", arguments=said)
                yield from self.faults(need.of, f"{here}.of")
            for each in need.apart(areas):
                if each.node:
                    yield from self._node_faults(each, here, "each" if need.each else "node")

    def _node_faults(self, need: Need, here: str, key: str) -> Iterator[Problem]:
        code, criteria = need.node, self.criteria
        if code not in criteria.positions:
            hint = ", ".join(self.suggestions.near(code, criteria.positions)) or ", ".join(
                list(criteria.positions)[:12]
            )
            yield Problem("bands.need_unknown", path=f"{here}.{key}", arguments={"code": code, "hint": hint})
            return
        node = criteria.node(code)
        most = node.criterion.max_points
        if most.is_nan():
            return
        if node.block == "penalty" or not most:  # what is not scored has a maximum of 0
            yield Problem("bands.need_unscored", path=f"{here}.{key}", arguments={"code": code})
        elif need.points is not None and not Decimal(0) < need.points <= most:
            said = {"code": code, "found": str(need.points), "most": str(most)}
            yield Problem("bands.need_points", path=f"{here}.points", arguments=said)
