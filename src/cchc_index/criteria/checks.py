"""What must hold in a criteria set beyond the types of its values.

Each check yields problems with the path of the fault; whoever read the set from a file adds the place.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from graphlib import CycleError

import attrs

from cchc_index.criteria.following import following_faults
from cchc_index.criteria.needs import band_need_faults
from cchc_index.criteria.tree import CriteriaTree, Criterion
from cchc_index.problems.problem import Problem
from cchc_index.registry.guarded import unguarded
from cchc_index.rules.contract import Leaf
from cchc_index.values.exact import places_of
from cchc_index.values.headings import heading_word, is_known, meaning_of
from cchc_index.values.suggestions import Suggestions
from cchc_index.values.text import folded
from cchc_index.values.units import yes_or_no

MOST_LEAVES = 5_000
MOST_PLACES = 6
MOST_POINTS = 10**9
EVERY_LEAF_READS = ("points", "evidence", "note")

_ID = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")
_CODE = re.compile(r"[^\s,;\"']{1,40}")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_ALMOST_D = "ÐƉ"  #: Eth and African D, which look like Đ
_LIKE_ASCII = ("Pd", "Pi", "Pf", "Nd")  #: dashes, curly quotes, digits of other scripts
_LIKE_SIGNS = "−′″‵‚„∕⁄∙⋅"
#: what could be a number with marks of thousands or a decimal comma
_NUMBER_LIKE = re.compile(r"[-+]?[\d.,\s]*\d[\d.,\s]*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SUFFIX = re.compile(r"(.+)\.([a-z_]+)")
#: after which nobody asks for the order in which nodes are added up
_NO_ORDER = ("criteria.requires_unknown", "criteria.requires_kin", "criteria.follows_unknown")
_DEEPEST_FIELD = 4  #: names in the field of an alternative of an alternative


def faults(criteria: CriteriaTree) -> Iterator[Problem]:
    """Everything that is wrong with a set; nothing for one that can be used."""
    yield from _head_faults(criteria)
    if not criteria.criteria:
        yield Problem("criteria.none", path="criteria")
    if len(criteria.leaves) > MOST_LEAVES:
        yield Problem("criteria.many", path="criteria", arguments={"most": f"{MOST_LEAVES:,}"})
    seen: dict[str, str] = {}
    for path, block in _blocks(criteria):
        yield from _code_faults(path, block, seen)
        if not block.criteria:
            yield Problem("criteria.none", path=f"{path}.criteria")
        if criteria.rounding is not None:
            yield from _maximum_faults(path, block, criteria.rounding.points)
    for path, criterion, top in _walk(criteria):
        yield from _code_faults(path, criterion, seen)
        yield from _place_faults(path, criterion, top)
        yield from _extras_faults(path, criterion)
        if criteria.rounding is not None:
            yield from _maximum_faults(path, criterion, criteria.rounding.points)
        if criterion.criteria:
            yield from _parent_faults(path, criterion)
            yield from _weighing_faults(path, criterion, criteria)
        else:
            yield from _leaf_faults(path, criterion, criteria)
    yield from _order_faults(criteria)
    yield from _ambiguous_codes(criteria)
    yield from _rank_faults(criteria)
    if criteria.classify is not None and criteria.rounding is not None:
        told = list(criteria.classify.classifier.faults((criteria.rounding.points, criteria.rounding.index)))
        if not told or not criteria.classify.distribution:  # a plugin is not asked for bands that it refuses
            told += band_need_faults(criteria)
        for fault in told:
            yield attrs.evolve(fault, path=f"classify.{criteria.classify.name}.{fault.path}".rstrip("."))


def _walk(criteria: CriteriaTree) -> Iterator[tuple[str, Criterion, bool]]:
    waiting = [(f"criteria[{n}]", criterion, True) for n, criterion in enumerate(criteria.criteria)]
    for kind, block in criteria.extras.blocks() if criteria.extras else ():
        parts = enumerate(block.criteria)
        waiting += [(f"extras.{kind}.criteria[{n}]", part, False) for n, part in parts]
    while waiting:
        path, criterion, top = waiting.pop(0)
        yield path, criterion, top
        beneath = [(f"{path}.criteria[{n}]", part, False) for n, part in enumerate(criterion.criteria)]
        for kind, block in criterion.extras.blocks() if criterion.extras else ():
            parts = enumerate(block.criteria)
            beneath += [(f"{path}.extras.{kind}.criteria[{n}]", part, False) for n, part in parts]
        waiting[:0] = beneath


def _blocks(criteria: CriteriaTree) -> Iterator[tuple[str, Criterion]]:
    """The blocks of extra points, of the set and of its nodes."""
    for kind, block in criteria.extras.blocks() if criteria.extras else ():
        yield f"extras.{kind}", block
    for path, criterion, _ in _walk(criteria):
        for kind, block in criterion.extras.blocks(criterion.code) if criterion.extras else ():
            yield f"{path}.extras.{kind}", block


def _head_faults(criteria: CriteriaTree) -> Iterator[Problem]:
    if criteria.id and not _ID.fullmatch(criteria.id):
        yield Problem("criteria.id", path="id", arguments={"found": criteria.id})
    if criteria.edition and not _ID.fullmatch(criteria.edition.casefold()):
        yield Problem("criteria.id", path="edition", arguments={"found": criteria.edition})
    date = getattr(criteria.source, "date", "")  # of a document with problems the source may be lacking
    if date and not _is_date(date):
        yield Problem("criteria.date", path="source.date", arguments={"found": date})
    rounding = criteria.rounding
    if rounding is not None:
        for key, places in (("points", rounding.points), ("index", rounding.index)):
            if not 0 <= places <= MOST_PLACES:
                yield Problem(
                    "criteria.places",
                    path=f"rounding.{key}",
                    arguments={"found": str(places), "most": str(MOST_PLACES)},
                )
    for number, word in enumerate(criteria.not_applicable_words):
        if word and (_NUMBER_LIKE.fullmatch(word) or yes_or_no(word) is not None):
            yield Problem("criteria.word", path=f"not_applicable_words[{number}]", arguments={"found": word})


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _code_faults(path: str, criterion: Criterion, seen: dict[str, str]) -> Iterator[Problem]:
    if not criterion.code:
        return
    if not _CODE.fullmatch(criterion.code):
        yield Problem("criteria.code", path=f"{path}.code", arguments={"found": criterion.code})
    elif (odd := next((letter for letter in criterion.code if _looks_like_another(letter)), None)) is not None:
        plain = unicodedata.normalize("NFKC", criterion.code).translate(_DASHES)
        arguments = {"found": criterion.code, "letter": odd, "number": f"U+{ord(odd):04X}"}
        cure = plain if not any(map(_looks_like_another, plain)) else "1.2a"
        yield Problem("criteria.code_letter", path=f"{path}.code", arguments={**arguments, "cure": cure})
    elif is_known(criterion.code):
        meaning = heading_word(meaning_of(criterion.code), "en")
        yield Problem(
            "criteria.code_heading", path=f"{path}.code", arguments={"found": criterion.code, "word": meaning}
        )
    first = seen.setdefault(folded(criterion.code), path)
    if first != path:
        yield Problem("criteria.code_twice", path=f"{path}.code", arguments={"code": criterion.code, "first": first})


def _looks_like_another(letter: str) -> bool:
    """Whether a code's character is full-width, raised, a dash of print, a curly quote, or of another alphabet."""
    if letter.isascii() or unicodedata.combining(letter):
        return False
    if unicodedata.normalize("NFKC", letter) != letter or letter in _ALMOST_D:
        return True
    if letter.isalpha():
        return not unicodedata.name(letter, "").startswith("LATIN ")
    return unicodedata.category(letter) in _LIKE_ASCII or letter in _LIKE_SIGNS


def _place_faults(path: str, criterion: Criterion, top: bool) -> Iterator[Problem]:
    if criterion.area is not None and not top:
        yield Problem("criteria.area_below", path=f"{path}.area", arguments={"code": criterion.code})
    only_leaves = {"method": criterion.method, "free_points": criterion.free_points or None}
    only_leaves["small_rates"] = None if criterion.rule else criterion.small_rates or None
    only_parents = {
        "parts_points": criterion.parts_points,
        "not_applicable_parts": criterion.not_applicable_parts if criterion.not_applicable_parts != "leave" else None,
        "combine": criterion.combine,
        "extras": criterion.extras,
    }
    for key, value in (only_leaves if criterion.criteria else only_parents).items():
        if value is not None:
            kind = "leaf" if criterion.criteria else "parent"
            yield Problem(f"criteria.only_{kind}", path=f"{path}.{key}", arguments={"code": criterion.code, "key": key})


def _extras_faults(path: str, criterion: Criterion) -> Iterator[Problem]:
    """A node's bonus and penalty stand in no other's, and lead to no more than its maximum."""
    if criterion.extras is None:
        return
    if "extras." in path:
        yield Problem("criteria.extras_within", path=f"{path}.extras", arguments={"code": criterion.code})
    if criterion.extras.above_maximum != "clamp":
        arguments = {"code": criterion.code, "most": str(criterion.max_points)}
        yield Problem("criteria.extras_above", path=f"{path}.extras.above_maximum", arguments=arguments)


def _maximum_faults(path: str, criterion: Criterion, places: int) -> Iterator[Problem]:
    most = criterion.max_points
    if most.is_nan():
        return
    here = f"{path}.max_points"
    if most < 0:
        yield Problem("criteria.negative", path=here, arguments={"code": criterion.code, "found": str(most)})
    elif most > MOST_POINTS:
        yield Problem("criteria.large", path=here, arguments={"code": criterion.code, "found": str(most)})
    elif most == 0 and any(leaf.rule is not None and not _is_unscored(leaf) for leaf in _leaves(criterion)):
        yield Problem("criteria.zero", path=here, arguments={"code": criterion.code})
    yield from _places_faults(here, most, places)


def _places_faults(path: str, number: Decimal, places: int) -> Iterator[Problem]:
    if places_of(number.normalize()) > places:
        yield Problem("number.places", path=path, arguments={"value": str(number), "places": str(places)})


def _leaves(criterion: Criterion) -> Iterator[Criterion]:
    if not criterion.criteria:
        yield criterion
    for part in criterion.criteria:
        yield from _leaves(part)


def _is_unscored(leaf: Criterion) -> bool:
    from cchc_index.rules.awards import Unscored

    return leaf.rule is not None and isinstance(unguarded(leaf.rule.rule), Unscored)


def _parent_faults(path: str, criterion: Criterion) -> Iterator[Problem]:
    parts = [part.max_points for part in criterion.criteria]
    if criterion.weighs and criterion.parts_points is None:
        return
    stated = criterion.max_points if criterion.parts_points is None else criterion.parts_points
    if stated.is_nan() or any(part.is_nan() for part in parts):
        return
    total = sum(parts, Decimal(0))
    if criterion.parts_points is not None and criterion.parts_points <= 0:
        yield Problem(
            "criteria.negative", path=f"{path}.parts_points", arguments={"code": criterion.code, "found": str(stated)}
        )
    elif total != stated:
        key = "max_points" if criterion.parts_points is None else "parts_points"
        yield Problem(
            "criteria.sum",
            path=f"{path}.{key}",
            arguments={
                "code": criterion.code,
                "stated": str(stated),
                "total": str(total),
                "difference": str(abs(stated - total)),
                "key": key,
                "sum": " + ".join(str(part) for part in parts) if len(parts) < 12 else str(total),
            },
        )


def _weighing_faults(path: str, criterion: Criterion, criteria: CriteriaTree) -> Iterator[Problem]:
    """What is wrong with how parts are combined, and with the rule that reads their per cent."""
    code, rule, combine = criterion.code, criterion.rule, criterion.combine
    if criterion.weighs and criterion.not_applicable_parts != "leave":
        yield Problem("criteria.keeps_weight", path=f"{path}.not_applicable_parts", arguments={"code": code})
    if criterion.weighs and all(part.max_points == 0 for part in criterion.criteria):
        yield Problem("criteria.no_weight", path=f"{path}.criteria", arguments={"code": code})
    if combine is not None:
        for fault in combine.aggregation.faults(len(criterion.criteria)):
            yield attrs.evolve(fault, path=f"{path}.combine")
    if rule is None:
        return
    if not rule.rule.reads_parts:
        yield Problem("criteria.rule_of_leaf", path=f"{path}.rule", arguments={"code": code, "rule": rule.name})
        return
    if combine is not None and combine.aggregation.rounds:
        yield Problem("criteria.rule_and_mean", path=f"{path}.combine", arguments={"code": code, "name": combine.name})
    yield from _rule_faults(path, criterion, criteria)


def _order_faults(criteria: CriteriaTree) -> Iterator[Problem]:
    """What nodes wait for is there, and leads to no circle."""
    told = [*_requirement_faults(criteria), *following_faults(criteria, _walk(criteria))]
    yield from told
    try:
        if len(criteria.positions) == len(criteria.nodes) and not any(each.key in _NO_ORDER for each in told):
            _ = criteria.order
    except CycleError as error:
        circle = [criteria.nodes[position] for position in error.args[1]]
        codes = " > ".join(node.criterion.code for node in reversed(circle))
        first = next((node for node in circle if node.criterion.requires), None)
        key = "criteria.requires_circle" if first else "criteria.follows_circle"
        at = first or next(node for node in circle if node.criterion.improvement)
        path = next(path for path, criterion, _ in _walk(criteria) if criterion is at.criterion)
        yield Problem(key, path=f"{path}.{'requires' if first else 'rule'}", arguments={"codes": codes})


def _requirement_faults(criteria: CriteriaTree) -> Iterator[Problem]:
    """Requirements are of other nodes, neither above nor beneath, and can be met."""
    suggestions = Suggestions()
    for path, criterion, _ in _walk(criteria):
        if criterion.otherwise != "zero" and not criterion.requires:
            yield Problem("criteria.otherwise", path=f"{path}.otherwise", arguments={"code": criterion.code})
        for code, requirement in criterion.requires.items():
            here, said = f"{path}.requires.{code}", {"code": criterion.code, "other": code}
            if code not in criteria.positions:
                hint = ", ".join(suggestions.near(code, criteria.positions)) or ", ".join(list(criteria.positions)[:12])
                yield Problem("criteria.requires_unknown", path=here, arguments={**said, "hint": hint})
                continue
            other, own = criteria.node(code), criteria.positions.get(criterion.code, -1)
            if own in _line(criteria, other.position) or other.position in _line(criteria, own):
                yield Problem("criteria.requires_kin", path=here, arguments=said)
            least, most = requirement.at_least, other.criterion.max_points
            if not least.is_nan() and not most.is_nan() and not 0 < least <= most:
                arguments = {**said, "found": str(least), "most": str(most)}
                yield Problem("criteria.requires_points", path=f"{here}.at_least", arguments=arguments)
            elif criteria.rounding is not None:
                yield from _places_faults(f"{here}.at_least", least, criteria.rounding.points)


def _line(criteria: CriteriaTree, position: int) -> set[int]:
    """A position and those of the nodes above it."""
    found = set()
    while position >= 0:
        found.add(position)
        position = criteria.nodes[position].parent
    return found


def _leaf_faults(path: str, criterion: Criterion, criteria: CriteriaTree) -> Iterator[Problem]:
    if criterion.rule is None:
        yield Problem("criteria.no_rule", path=f"{path}.rule", arguments={"code": criterion.code})
        return
    yield from _rule_faults(path, criterion, criteria)


def _rule_faults(path: str, criterion: Criterion, criteria: CriteriaTree) -> Iterator[Problem]:
    if criterion.rule is None or criterion.max_points.is_nan() or criteria.rounding is None:
        return
    rounding, small_rates = criteria.rounding, criterion.small_rates
    words = criteria.not_applicable_words
    leaf = Leaf(
        criterion.max_points,
        rounding.points,
        rounding.mode,
        small_rates=small_rates,
        not_applicable_words=words,
        has_parts=bool(criterion.criteria),
    )
    for fault in criterion.rule.rule.faults(leaf):
        yield attrs.evolve(
            fault, path=".".join(part for part in (path, "rule", criterion.rule.name, fault.path) if part)
        )


def _ambiguous_codes(criteria: CriteriaTree) -> Iterator[Problem]:
    leaves = {leaf.criterion.code: leaf.criterion for leaf in criteria.leaves}
    for path, criterion, _ in _walk(criteria):
        for code, field in splits(criterion.code):
            leaf = leaves.get(code)
            if leaf is None or leaf.rule is None:
                continue
            fields = {field.name for alternative in leaf.rule.rule.reads for field in alternative}
            if field in fields.union(EVERY_LEAF_READS):
                arguments = {"code": criterion.code, "leaf": code, "field": field}
                yield Problem("criteria.two_readings", path=f"{path}.code", arguments=arguments)


def splits(head: str) -> Iterator[tuple[str, str]]:
    """The ways to read a column's head as a code with a field after it, the longest code first.

    Example:
        >>> list(splits("2.1.paper.rate"))
        [('2.1.paper', 'rate'), ('2.1', 'paper.rate')]
    """
    code, field = head, ""
    for _ in range(_DEEPEST_FIELD):
        if not (split := _SUFFIX.fullmatch(code)):
            return
        code, field = split[1], f"{split[2]}.{field}" if field else split[2]
        yield code, field


def _rank_faults(criteria: CriteriaTree) -> Iterator[Problem]:
    suggestions = Suggestions()
    for number, code in enumerate(criteria.optional):
        if code and (code not in criteria.positions or criteria.node(code).block):
            known = tuple(node.criterion.code for node in criteria if not node.block)
            hint = ", ".join(suggestions.near(code, known)) or ", ".join(known[:12])
            yield Problem("criteria.optional", path=f"optional[{number}]", arguments={"code": code, "hint": hint})
    for number, code in enumerate(criteria.rank.then):
        if code and code not in criteria.positions:
            hint = ", ".join(suggestions.near(code, criteria.positions)) or ", ".join(list(criteria.positions)[:12])
            yield Problem("criteria.then", path=f"rank.then[{number}]", arguments={"code": code, "hint": hint})
