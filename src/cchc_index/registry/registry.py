"""Which rules, classifiers and criteria files there are, and which plugin brought each.

A `Registry` is a value that is passed in; there is no global one. Plugins are found by their entry points, without
importing them; one is imported when a criteria file first names it, and a plugin nobody names is never imported.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Final, Self

import attrs

from cchc_index.problems.errors import PluginError, PluginInterrupt, UsageError
from cchc_index.problems.problem import Blank, Place, Problem
from cchc_index.registry.guarding import fault_of, guarded
from cchc_index.registry.offers import Offer, collect
from cchc_index.values.units import near_names

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from cchc_index.aggregations.contract import Aggregation
    from cchc_index.bands.contract import Classifier
    from cchc_index.builders.contract import EvidenceBuilder
    from cchc_index.rules.contract import ScoringRule

ENTRY_POINT_GROUP = "cchc_index"
#: what is told of a rule is told of the whole plugin while it is imported and asked for its names
_OF_PLUGINS: Final = {
    "plugin.rule_raised_unplaced": "plugin.raised",
    "plugin.prints_unplaced": "plugin.prints_loading",
    "plugin.interrupted_unplaced": "plugin.interrupted_loading",
}


@attrs.frozen
class Plugin:
    """An installed plugin, imported at first use.

    Attributes:
        name: Its entry-point name, the prefix of its names in YAML; "" for the built-ins.
        distribution: The distribution it came in.
        version: The distribution's version.
        load: Imports the plugin's module.
    """

    name: str
    distribution: str
    version: str
    load: Callable[[], ModuleType] = attrs.field(eq=False, repr=False)

    @property
    def release(self) -> str:
        """The distribution and its version; "" for the built-ins, which answer for nobody else."""
        return f"{self.distribution} {self.version}".strip() if self.name else ""

    @cached_property
    def offer(self) -> Offer:
        """What it delivers; imports it.

        Raises:
            PluginError: It cannot be imported, forgets a marker, misspells a hook, or wants a newer library.
        """
        with self.answerable():
            return collect(self.load(), self.name, self.error)

    @contextlib.contextmanager
    def answerable(self) -> Iterator[None]:
        """Run the plugin's code on the way in: whatever it raises becomes a `PluginError` of the whole plugin."""
        try:
            with guarded(f"{self.name}.", self.release):
                yield
        except PluginInterrupt as interrupt:
            raise PluginInterrupt(self._whole(interrupt.error)) from interrupt
        except PluginError as error:
            raise self._whole(error) from error.__cause__

    def _whole(self, error: PluginError) -> PluginError:
        """The error as the plugin's own, where it was told as that of a rule."""
        problem = error.problems[0]
        key = _OF_PLUGINS.get(problem.key)
        return self.error(key, place=problem.place, **{**problem.arguments, "rule": ""}) if key else error

    def error(self, key: str, /, *, place: Place | None = None, **arguments: Blank) -> PluginError:
        """An error of this plugin, at a place of its source."""
        distribution = f"{self.distribution} {self.version}".strip()
        filled = {**arguments, "plugin": self.name, "distribution": distribution}
        return PluginError(Problem(key, place, arguments=filled), plugin=self.name, distribution=distribution)


@attrs.frozen
class Registry:
    """The rules, classifiers and criteria files that may be named. Immutable; passed to whatever needs it.

    Attributes:
        plugins: The plugins that are installed and allowed; several may claim one name.
        unreadable: Distributions whose entry points cannot be read, so that nobody knows whether they are plugins.

    Example:
        >>> Registry.builtin().rule("proportion").__name__, Registry.builtin().plugins
        ('Proportion', ())
    """

    plugins: tuple[Plugin, ...] = ()
    unreadable: tuple[Problem, ...] = ()
    builtins: Plugin = attrs.field(init=False, eq=False)

    @builtins.default
    def _builtins(self) -> Plugin:
        return _builtins()

    @classmethod
    def builtin(cls) -> Self:
        """A registry without plugins."""
        return cls()

    @classmethod
    def discover(cls, only: Iterable[str] | None = None) -> Self:
        """A registry of the installed plugins, or of those named; reads their metadata and imports none.

        Raises:
            PluginError: A plugin named in `only` is not installed.
        """
        if isinstance(only, str):  # its letters would be names
            raise UsageError(
                Problem("usage.kind", arguments={"argument": "only", "found": "str", "wanted": "tuple, list"})
            )
        points, unreadable = _entry_points()
        found = {_from_entry_point(point) for point in points}
        plugins = tuple(sorted(found, key=lambda plugin: (plugin.name, plugin.distribution, plugin.version)))
        if only is not None:
            wanted = set(only)
            plugins = tuple(plugin for plugin in plugins if plugin.name in wanted)
            for name in sorted(wanted - {plugin.name for plugin in plugins}):
                raise PluginError((_absent(name), *unreadable), plugin=name, distribution="")
        return cls(plugins, unreadable)

    def with_plugin(self, name: str, module: ModuleType) -> Registry:
        """A registry that also knows a module as a plugin, for tests of plugins that are not installed."""
        return Registry((*self.plugins, Plugin(name, module.__name__, "", lambda: module)), self.unreadable)

    def plugin(self, name: str) -> Plugin | Problem:
        """The one plugin of a name, or why there is none."""
        found = [plugin for plugin in self.plugins if plugin.name == name]
        if len(found) == 1:
            return found[0]
        if not found:
            return _absent(name)
        both = ", ".join(f"{plugin.distribution} {plugin.version}" for plugin in found)
        return Problem("name.plugin_twice", arguments={"plugin": name, "both": both})

    def rule(self, name: str) -> type[ScoringRule] | Problem:
        """The rule class of a name as criteria files write it, or why there is none."""
        return self._find("rules", name)

    def classifier(self, name: str) -> type[Classifier] | Problem:
        """The classifier class of a name as criteria files write it, or why there is none."""
        return self._find("classifiers", name)

    def aggregation(self, name: str) -> type[Aggregation] | Problem:
        """The aggregation class of a name as criteria files write it, or why there is none."""
        return self._find("aggregations", name)

    def builder(self, name: str) -> type[EvidenceBuilder] | Problem:
        """The class of a plugin's builder of evidence, by its name as cycles write it, or why there is none.

        The built-in ones read files, and stand above: see `cchc_index.evidence.builtin`.
        """
        return self._find("evidence", name)

    def name_of(self, made: type) -> str | None:
        """The name that criteria files write for a class; None for one that nobody delivers.

        Example:
            >>> from cchc_index.rules.steps import Steps
            >>> Registry.builtin().name_of(Steps)
            'steps'
        """
        for prefix, plugin in (("", self.builtins), *((f"{plugin.name}.", plugin) for plugin in self.plugins)):
            for offered in (plugin.offer.rules, plugin.offer.classifiers, plugin.offer.aggregations):
                for short, found in offered.items():
                    if found is made:
                        return f"{prefix}{short}"
        return None

    def _find(self, kind: str, name: str) -> type | Problem:
        prefix, dot, short = name.rpartition(".")
        plugin = self.plugin(prefix) if dot else self.builtins
        if isinstance(plugin, Problem):
            if plugin.key == "name.plugin_twice":
                arguments = {**plugin.arguments, "name": name}
                both = str(plugin.arguments["both"])
                told = Problem(f"{plugin.key}_of_{kind}", arguments=arguments)
                raise PluginError(told, plugin=prefix, distribution=both)
            return attrs.evolve(plugin, key=f"{plugin.key}_of_{kind}", arguments={**plugin.arguments, "name": name})
        offered: Mapping[str, type] = getattr(plugin.offer, kind)
        if short in offered:
            return offered[short]
        known = [f"{prefix}{dot}{other}" for other in sorted(offered)]
        near = near_names(name, tuple(known))
        if not dot and not near:  # perhaps a plugin's, without its prefix; none is imported to find out
            known += dict.fromkeys(f"{each.name}.…" for each in self.plugins)
        arguments = {"name": name, "known": ", ".join(known), "hint": ", ".join(near)}
        return Problem(f"name.{kind}", arguments=arguments)


def _absent(name: str) -> Problem:
    return Problem("name.plugin", arguments={"plugin": name, "package": f"cchc-index-{name.replace('_', '-')}"})


def _entry_points() -> tuple[list[EntryPoint], tuple[Problem, ...]]:
    """The entry points of plugins, and what keeps those of some distributions from being read.

    One distribution with damaged metadata must not hide all others, as it would where all are asked for at once.
    """
    from importlib.metadata import distributions, entry_points

    try:
        return list(entry_points(group=ENTRY_POINT_GROUP)), ()
    except Exception:
        found: dict[str, list[EntryPoint]] = {}
        unreadable: list[Problem] = []
        for number, distribution in enumerate(distributions()):
            name = ""
            try:
                name = distribution.name
                own = [point for point in distribution.entry_points if point.group == ENTRY_POINT_GROUP]
                found.setdefault(re.sub(r"[-_.]+", "-", name).lower() if name else str(number), own)
            except Exception as error:
                where = name or str(getattr(distribution, "_path", "?"))
                unreadable.append(Problem("plugin.unreadable", arguments={"name": where, "fault": fault_of(error)}))
        return [point for points in found.values() for point in points], tuple(unreadable)


def _from_entry_point(point: EntryPoint) -> Plugin:
    distribution = point.dist
    name, version = (distribution.name, distribution.version) if distribution else ("", "")
    return Plugin(point.name, name, version, point.load)


def _builtins() -> Plugin:
    def load() -> ModuleType:
        from cchc_index.registry import builtin

        return builtin

    return Plugin("", "cchc-index", "", load)
