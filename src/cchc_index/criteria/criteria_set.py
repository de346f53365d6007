"""A criteria set: a tree that was found without fault, whatever made it, with the fingerprint of what it says."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from numbers import Rational, Real
from typing import Any, Self

import attrs

from cchc_index.criteria.binding import CriteriaStructurer, bound_tree
from cchc_index.criteria.changing import Change, changed, following
from cchc_index.criteria.checks import faults
from cchc_index.criteria.content import content_of, written
from cchc_index.criteria.kinds import kind_faults
from cchc_index.criteria.tree import CriteriaTree, Criterion
from cchc_index.notation.marked import Marked, MarkedReader
from cchc_index.notation.source_text import MOST_YAML, SourceText, text_of
from cchc_index.notation.tree_of import TreeMaker
from cchc_index.notation.yaml_text import criteria_yaml
from cchc_index.problems.errors import CriteriaError
from cchc_index.problems.problem import Problem
from cchc_index.problems.wanted import want
from cchc_index.registry.registry import Registry
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import parse_decimal
from cchc_index.values.html_table import html_table
from cchc_index.values.units import near_names


@attrs.frozen
class CriteriaSet(CriteriaTree):
    """One edition of one issuer's criteria for one kind of unit (bộ tiêu chí).

    There is no set with a fault: the class, `attrs.evolve`, files, dicts and changes are all checked alike.

    Raises:
        CriteriaError: It has problems; all of them are in ``.problems``.

    Example:
        >>> import cchc_index
        >>> criteria = cchc_index.load_criteria("nd61-one-stop-2018")
        >>> criteria.name, len(criteria.leaves), criteria.max_points
        ('nd61-one-stop-2018', 9, Decimal('18'))
    """

    @own_context
    def __attrs_post_init__(self) -> None:
        """Refuse what has a fault."""
        if problems := list(kind_faults(self)) or list(faults(self)):
            raise CriteriaError(problems)

    def __repr__(self) -> str:
        """What it is called, what it is, and how large."""
        size = f"leaves={len(self.leaves)}, max_points={self.max_points}"
        return f"CriteriaSet({self.name!r}, {self.source.status}, {size}, sha256={self.sha256[:12]!r})"

    def _repr_html_(self) -> str:
        """The nodes in a table, for notebooks."""
        rows = (
            (node.criterion.code, node.criterion.title.first, node.criterion.max_points, _rule_name(node.criterion))
            for node in self.nodes
        )
        header = ("code", "title", "max_points", "rule")
        return html_table(f"{self.name} ({self.source.status}): {self.title.first}", header, rows, len(self.nodes))

    @cached_property
    def sha256(self) -> str:
        """Fingerprint of what it says: SHA-256 of `to_dict` as compact JSON.

        Comments, line ends, the order of keys and defaults that are spelt out do not change it; digits do.
        """
        canonical = json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    def plain(self) -> Mapping[str, str]:
        """What every output repeats about the set: identifier, edition, status and fingerprint."""
        return {"id": self.id, "edition": self.edition, "status": self.source.status, "sha256": self.sha256}

    def to_dict(self) -> dict[str, Any]:
        """The set as dicts, lists and texts, in the shape of its file; defaults are left out.

        Example:
            >>> import cchc_index
            >>> cchc_index.load_criteria("nd61-one-stop-2018").to_dict()["criteria"][0]["max_points"]
            '2'
        """
        content: dict[str, Any] = written(content_of(self))
        return content

    def to_yaml(self) -> str:
        """The text of a criteria file that says the same.

        Example:
            >>> import cchc_index
            >>> criteria = cchc_index.load_criteria("nd61-one-stop-2018")
            >>> CriteriaSet.from_yaml(criteria.to_yaml()) == criteria
            True
        """
        return criteria_yaml(self.to_dict())

    @classmethod
    @own_context
    def from_dict(cls, content: Mapping[str, Any], *, registry: Registry | None = None) -> Self:
        """The set of what a criteria file would say, as dicts, lists and values.

        Numbers are texts, whole numbers or decimals, never floats; rules and titles may be objects.

        Args:
            content: The content.
            registry: The plugins it may name; by default those installed.

        Raises:
            CriteriaError: It has problems; all of them are in ``.problems``.
            PluginError: A plugin it names breaks its contract.

        Example:
            >>> content = {"id": "a", "edition": "2024", "title": "A", "source": {"status": "illustrative"}}
            >>> content |= {"rounding": {"points": 2, "index": 2}}
            >>> leaf = {"code": "1", "title": "Kế hoạch", "max_points": 4, "rule": "points"}
            >>> CriteriaSet.from_dict(content | {"criteria": [leaf]}).max_points
            Decimal('4')
        """
        want("content", content, Mapping, how="CriteriaSet.to_dict()")
        known = _registry(registry)
        maker = TreeMaker("CriteriaSet")
        try:
            tree = maker.tree(content_of(content, known))
            return cls.of(tree, maker.name, known, maker.problems)
        except CriteriaError as error:
            raise _without_lines(error) from None
        except RecursionError:  # a dict that holds itself
            raise CriteriaError(Problem("type.object", arguments={"found": "..."})) from None

    @classmethod
    def from_yaml(cls, text: str, *, registry: Registry | None = None) -> Self:
        """The set of a criteria file's text.

        Raises:
            CriteriaError: The text has problems; all of them are in ``.problems``.
            PluginError: A plugin it names breaks its contract.
        """
        want("text", text, str, how="Path.read_text()")
        tree, told = _tree(text, "criteria.yaml")
        return cls.of(tree, "criteria.yaml", _registry(registry), told)

    @classmethod
    @own_context
    def of(cls, tree: Marked, name: str, registry: Registry, told: list[Problem] | tuple[Problem, ...] = ()) -> Self:
        """The set that a marked tree describes, of a file, a worksheet or dicts."""
        found = bound_tree(tree, name, registry, told)
        return cls(**{field.name: getattr(found, field.name) for field in attrs.fields(CriteriaTree)})

    @own_context
    def with_points(self, points: Mapping[str, int | str | Decimal]) -> Self:
        """The set with other maximum points at some nodes; parents that add up to their parts follow.

        Args:
            points: Maximum points by code. A parent that is named keeps what is given.

        Raises:
            CriteriaError: There is no such node, or the set would have problems; all are in ``.problems``.

        Example:
            >>> import cchc_index
            >>> criteria = cchc_index.load_criteria("nd61-one-stop-2018")
            >>> criteria.with_points({"1": 3}).max_points, criteria.max_points
            (Decimal('19'), Decimal('18'))
        """
        want("points", points, Mapping, how='{"2.2": 30}')
        problems = [self._unknown(code) for code in points if code not in self.positions]
        changes: dict[str, Change] = {}
        given: Mapping[str, object] = points
        for code, value in given.items():
            number = _points(value)
            if number is None:
                is_inexact = isinstance(value, Real) and not isinstance(value, Rational)
                key = "number.float" if is_inexact else "number.unreadable"
                problems.append(Problem(key, path=code, arguments={"found": str(value)}))
            else:
                changes[code] = functools.partial(attrs.evolve, max_points=number)
        if problems:
            raise CriteriaError(problems)
        return self._changed(changes, frozenset(points))

    @own_context
    def replace(self, code: str, /, *, registry: Registry | None = None, **changes: Any) -> Self:
        """The set with one node changed; parents that add up to their parts follow.

        Args:
            code: The node's code.
            registry: The plugins that the changes may name; by default those installed.
            changes: Keys of a criteria file, with what it would say there or with objects; None for the default.

        Raises:
            CriteriaError: There is no such node, or the set would have problems; all are in ``.problems``.

        Example:
            >>> import cchc_index
            >>> criteria = cchc_index.load_criteria("nd61-one-stop-2018")
            >>> criteria.replace("1", rule={"convert": {"scale": 10}}).node("1").criterion.rule.name
            'convert'
        """
        want("code", code, str, how='"2.2"')
        if code not in self.positions:
            raise CriteriaError(self._unknown(code))
        known = _registry(registry)
        content = content_of(self.node(code).criterion)
        given = {key: content_of(value, known) for key, value in changes.items()}
        content = {key: value for key, value in (content | given).items() if value is not None}
        maker, structurer = TreeMaker("CriteriaSet"), CriteriaStructurer("CriteriaSet", known)
        tree = maker.tree(content, code)
        told = {problem.place for problem in maker.problems}
        made: Criterion = structurer.structure(tree, Criterion)
        problems = [*maker.problems, *(each for each in structurer.problems if each.place not in told)]
        if problems:
            raise _without_lines(CriteriaError(problems))
        named = frozenset({code} if "max_points" in changes else ())
        whole = following(made, made.criteria, named) if "criteria" in changes else made
        return self._changed({code: lambda _: whole}, named)

    @own_context
    def without(self, code: str) -> Self:
        """The set without a node and what lies beneath it; parents that add up to their parts follow.

        Raises:
            CriteriaError: There is no such node, or the set would have problems; all are in ``.problems``.

        Example:
            >>> import cchc_index
            >>> cchc_index.load_criteria("nd61-one-stop-2018").without("9").max_points
            Decimal('16')
        """
        want("code", code, str, how='"2.2"')
        if code not in self.positions:
            raise CriteriaError(self._unknown(code))
        return self._changed({code: lambda _: None}, frozenset())

    def _changed(self, changes: Mapping[str, Change], named: frozenset[str]) -> Self:
        criteria, extras = changed(self, changes, named)
        return attrs.evolve(self, criteria=criteria, extras=extras)

    def _unknown(self, code: str) -> Problem:
        hint = ", ".join(near_names(str(code), self.positions)) or ", ".join(list(self.positions)[:12])
        return Problem("name.code", arguments={"name": str(code), "criteria": self.name, "hint": hint})


@own_context
def parse_criteria(source: SourceText | bytes | str, *, registry: Registry, name: str = "criteria.yaml") -> CriteriaSet:
    """Read a criteria set from the text of a file, which problems call by its name.

    Raises:
        CriteriaError: The text has problems; all of them are in ``.problems``.
    """
    tree, told = _tree(source, name)
    return CriteriaSet.of(tree, name, registry, told)


def _tree(source: SourceText | bytes | str, name: str) -> tuple[Marked, list[Problem]]:
    if not isinstance(source, SourceText):
        read = text_of(source.encode() if isinstance(source, str) else source, name, MOST_YAML)
        if isinstance(read, list):
            raise CriteriaError(read)
        source = read
    reader = MarkedReader(source.name)
    tree = reader.read(source.text)
    if tree is None:
        raise CriteriaError(reader.problems)
    return tree, reader.problems


def _registry(registry: Registry | None) -> Registry:
    want("registry", registry, Registry, type(None), how="Registry.discover()")
    return Registry.discover() if registry is None else registry


def _rule_name(criterion: Criterion) -> str | None:
    return criterion.rule.name if criterion.rule is not None else None


def _points(value: object) -> Decimal | None:
    """Maximum points as a program gives them; None for what is no exact number."""
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        return None
    number = value if isinstance(value, Decimal) else parse_decimal(str(value))
    return number if number is not None and number.is_finite() else None


def _without_lines(error: CriteriaError) -> CriteriaError:
    """What is told of dicts has a path, and no line."""
    return CriteriaError([attrs.evolve(problem, place=None) for problem in error.problems])
