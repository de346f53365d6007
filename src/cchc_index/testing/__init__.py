"""The plugin author's kit: contracts that can be run.

`check_rule`, `check_classifier`, `check_aggregation`, `check_builder` and `check_plugin` hold a rule, a classifier, an
aggregation, a builder of evidence or a whole plugin against everything the library promises of them;
`check_cases` runs worked cases that a legal officer can read; `points_of` tries a rule by hand, `combined` an
aggregation. Hypothesis strategies for columns, sets and
assessments are in `cchc_index.testing.strategies`. The kit needs hypothesis, the extra `testing`.
"""

from __future__ import annotations

from cchc_index.testing.aggregations import check_aggregation
from cchc_index.testing.builders import check_builder
from cchc_index.testing.cases import check_cases
from cchc_index.testing.classifiers import check_classifier
from cchc_index.testing.plugins import check_plugin
from cchc_index.testing.rules import check_rule
from cchc_index.testing.trying import BrokenContractError, combined, points_of

__all__ = [
    "BrokenContractError",
    "check_aggregation",
    "check_builder",
    "check_cases",
    "check_classifier",
    "check_plugin",
    "check_rule",
    "combined",
    "points_of",
]
