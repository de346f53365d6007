"""Which rules, classifiers and criteria files there are, and which plugin brought each.

A `Registry` is a value that is passed in; there is no global one. Plugins are found by their entry points, without
importing them; one is imported when a criteria file first names it, and a plugin nobody names is never imported.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Self

import attrs

from cchc_index.problems.errors import PluginError
from cchc_index.problems.problem import Problem
from cchc_index.values.units import near_names

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint
    from importlib.resources.abc import Traversable

    from cchc_index.bands.contract import Classifier
    from cchc_index.rules.contract import ScoringRule

ENTRY_POINT_GROUP = "cchc_index"


@attrs.frozen
class Offer:
    """What one plugin delivers through its hooks.

    Attributes:
        rules: Rule classes by short name.
        classifiers: Classifier classes by short name.
        criteria: Criteria files by short name.
    """

    rules: Mapping[str, type[ScoringRule]] = attrs.field(factory=dict)
    classifiers: Mapping[str, type[Classifier]] = attrs.field(factory=dict)
    criteria: Mapping[str, Traversable] = attrs.field(factory=dict)


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

    @cached_property
    def offer(self) -> Offer:
        """What it delivers; imports it.

        Raises:
            PluginError: It cannot be imported, forgets a marker, misspells a hook, or wants a newer library.
        """
        with self.answerable():
            module = self.load()
        return _collect(self, module)

    @contextlib.contextmanager
    def answerable(self) -> Iterator[None]:
        """Run the plugin's code: whatever it raises becomes a `PluginError`, and what it prints goes to stderr."""
        try:
            with contextlib.redirect_stdout(sys.stderr):
                yield
        except PluginError:
            raise
        except (Exception, SystemExit) as error:
            fault = f"{type(error).__name__}: {error}"
            raise self.error("plugin.raised", fault=fault) from error

    def error(self, key: str, /, **arguments: str) -> PluginError:
        """An error of this plugin."""
        distribution = f"{self.distribution} {self.version}".strip()
        filled = {"plugin": self.name, "distribution": distribution, **arguments}
        return PluginError(Problem(key, arguments=filled), plugin=self.name, distribution=distribution)


def _collect(plugin: Plugin, module: ModuleType) -> Offer:
    import pluggy

    from cchc_index.registry import hookspecs

    wanted = getattr(module, "cchc_index_api", None)
    if wanted is None:
        raise plugin.error("plugin.no_version", api=str(hookspecs.API_VERSION))
    if not isinstance(wanted, int) or wanted > hookspecs.API_VERSION:
        raise plugin.error("plugin.newer", wanted=str(wanted), api=str(hookspecs.API_VERSION))
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    try:
        manager.register(module, name=plugin.name or hookspecs.PROJECT)
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise plugin.error("plugin.hook", fault=" ".join(str(error).split())) from error
    if not manager.get_hookcallers(module):
        raise plugin.error("plugin.no_hook")
    delivered: dict[str, dict[str, object]] = {}
    for kind in ("rules", "classifiers", "criteria"):
        with plugin.answerable():
            answers = getattr(manager.hook, f"cchc_register_{kind}")()
        delivered[kind] = {}
        for answer in answers:
            if not isinstance(answer, Mapping) or not all(isinstance(name, str) for name in answer):
                raise plugin.error("plugin.no_mapping", hook=f"cchc_register_{kind}", found=type(answer).__name__)
            delivered[kind].update(answer)
    _check_classes(plugin, delivered)
    return Offer(**delivered)  # type: ignore[arg-type]  # checked just above


def _check_classes(plugin: Plugin, delivered: Mapping[str, Mapping[str, object]]) -> None:
    from cchc_index.bands.contract import Classifier
    from cchc_index.rules.contract import ScoringRule

    for kind, base in (("rules", ScoringRule), ("classifiers", Classifier)):
        for name, found in delivered[kind].items():
            if not (isinstance(found, type) and issubclass(found, base) and attrs.has(found)):
                raise plugin.error("plugin.no_class", name=name, base=base.__name__, found=repr(found))


@attrs.frozen
class Registry:
    """The rules, classifiers and criteria files that may be named. Immutable; passed to whatever needs it.

    Attributes:
        plugins: The plugins that are installed and allowed; several may claim one name.

    Example:
        >>> sorted(Registry.builtin().builtins.offer.rules)  # doctest: +NORMALIZE_WHITESPACE
        ['base_plus', 'base_steps', 'best_of', 'choose', 'convert', 'deduct', 'mean_of_cases', 'min_max', 'per_case',
         'points', 'proportion', 'relative_to_best', 'steps', 'survey', 'unscored', 'yes_no']
    """

    plugins: tuple[Plugin, ...] = ()
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
        from importlib.metadata import entry_points

        found = {_from_entry_point(point) for point in entry_points(group=ENTRY_POINT_GROUP)}
        plugins = tuple(sorted(found, key=lambda plugin: (plugin.name, plugin.distribution, plugin.version)))
        if only is not None:
            wanted = set(only)
            plugins = tuple(plugin for plugin in plugins if plugin.name in wanted)
            for name in sorted(wanted - {plugin.name for plugin in plugins}):
                raise PluginError(_absent(name), plugin=name, distribution="")
        return cls(plugins)

    def with_plugin(self, name: str, module: ModuleType) -> Registry:
        """A registry that also knows a module as a plugin, for tests of plugins that are not installed."""
        return Registry((*self.plugins, Plugin(name, module.__name__, "", lambda: module)))

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
        arguments = {"name": name, "known": ", ".join(known), "hint": ", ".join(near_names(name, tuple(known)))}
        return Problem(f"name.{kind}", arguments=arguments)


def _absent(name: str) -> Problem:
    return Problem("name.plugin", arguments={"plugin": name, "package": f"cchc-index-{name.replace('_', '-')}"})


def _from_entry_point(point: EntryPoint) -> Plugin:
    distribution = point.dist
    name, version = (distribution.name, distribution.version) if distribution else ("", "")
    return Plugin(point.name, name, version, point.load)


def _builtins() -> Plugin:
    def load() -> ModuleType:
        from cchc_index.registry import builtin

        return builtin

    return Plugin("", "cchc-index", "", load)
