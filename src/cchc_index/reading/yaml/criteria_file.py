"""Criteria files into criteria sets."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import attrs

from cchc_index.criteria.criteria_set import CriteriaSet, parse_criteria
from cchc_index.notation.marked import MarkedReader, plain
from cchc_index.notation.source_text import MOST_YAML
from cchc_index.problems.errors import CriteriaError, PluginError, UnknownNameError
from cchc_index.problems.problem import Place, Problem
from cchc_index.problems.wanted import want, want_path
from cchc_index.reading.shipped import refuse_two, shipped_folder
from cchc_index.reading.sources import is_folder, read_text
from cchc_index.registry.registry import Registry
from cchc_index.values.contexts import own_context
from cchc_index.values.units import near_names


@own_context
def load_criteria(name: str | Path, *, registry: Registry | None = None) -> CriteriaSet:
    """Read a criteria set.

    Args:
        name: A shipped set's id and edition (``nd61-one-stop-2018``), a plugin's (``cao_bang.departments-2021``),
            or the path of a YAML file.
        registry: The plugins it may name; by default those installed.

    Raises:
        CriteriaError: The file has problems; all of them are in ``.problems``.
        UnknownNameError: There is no such set and no such file.
        PluginError: A plugin it names breaks its contract.

    Example:
        >>> load_criteria("moha-provinces-2017").max_points
        Decimal('100.0')
    """
    want("registry", registry, Registry, type(None), how="Registry.discover()")
    registry = Registry.discover() if registry is None else registry
    path = find_criteria(name, registry)
    return read_criteria(path, str(name) if str(name).endswith((".yaml", ".yml")) else path.name, registry)


@own_context
def read_criteria(path: Path, name: str, registry: Registry) -> CriteriaSet:
    """Read the criteria set of a file.

    Args:
        path: The file.
        name: As it is called in what is told of it.
        registry: The plugins it may name.

    Raises:
        CriteriaError: The file has problems; all of them are in ``.problems``.
        PluginError: A plugin it names breaks its contract.
    """
    source = read_text(path, name, MOST_YAML)
    if isinstance(source, list):
        raise CriteriaError(source)
    return parse_criteria(source, registry=registry, name=name)


def find_criteria(name: str | Path, registry: Registry) -> Path:
    """The file of a criteria set's name.

    Raises:
        UnknownNameError: There is no such set and no such file, or there are both.
    """
    path = want_path("name", name)
    if path.suffix in (".yaml", ".yml"):
        return path
    if isinstance(name, str) and name in (shipped := shipped_criteria()):
        refuse_two(name, shipped[name])
    is_path = not isinstance(name, str) or path.name != name  # what a path names is read, or told of as what it is
    if os.path.lexists(path) and (is_path or not is_folder(path)):
        return path
    return find_named(str(name), registry)


def find_named(text: str, registry: Registry) -> Path:
    """The file of a shipped set, or of a plugin's, wherever the program is run: no other file can stand for it.

    Raises:
        UnknownNameError: There is no such set.
    """
    shipped = shipped_criteria()
    if text in shipped:
        return shipped[text]
    known = dict.fromkeys(shipped)
    prefix, dot, short = text.partition(".")
    if dot and prefix and Path(text).name == text:
        plugin = registry.plugin(prefix)
        if isinstance(plugin, Problem):
            told = attrs.evolve(plugin, key=f"{plugin.key}_of_criteria", arguments={**plugin.arguments, "name": text})
            if plugin.key == "name.plugin_twice":
                raise PluginError(told, plugin=prefix, distribution=str(plugin.arguments["both"]))
            raise UnknownNameError((told, *registry.unreadable))
        offered = plugin.offer.criteria
        if short in offered:
            return Path(str(offered[short]))
        known = dict.fromkeys(f"{prefix}.{other}" for other in offered)
    hint = ", ".join(near_names(text, known)) or ", ".join(sorted(known))
    raise UnknownNameError(Problem("name.criteria", arguments={"name": text, "hint": hint}))


def criteria_content(name: str | Path, registry: Registry) -> dict[str, Any]:
    """A criteria file's content as dicts, lists and texts, as it was typed.

    Raises:
        CriteriaError: The file cannot be read as YAML.
        UnknownNameError: There is no such set and no such file.
    """
    path = find_criteria(name, registry)
    source = read_text(path, str(name), MOST_YAML)
    if isinstance(source, list):
        raise CriteriaError(source)
    reader = MarkedReader(source.name)
    tree = reader.read(source.text)
    content = None if tree is None or reader.problems else plain(tree)
    if not isinstance(content, dict):
        raise CriteriaError(reader.problems or Problem("type.mapping_wanted", Place(source.name, 1, 1)))
    return content


def shipped_criteria() -> dict[str, Path]:
    """The sets that come with the library, by id and edition."""
    return {path.stem: path for path in sorted(shipped_folder("criteria").glob("*.yaml"))}
