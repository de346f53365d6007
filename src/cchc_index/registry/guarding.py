"""Calls into plugins: whatever a plugin does there ends as its own error, with its name, distribution and rule."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator

from cchc_index.problems.errors import CchcError, PluginError
from cchc_index.problems.problem import Problem


def plugin_error(key: str, name: str, distribution: str, /, **arguments: str) -> PluginError:
    """An error of the plugin that a rule or a classifier came from."""
    plugin = name.rpartition(".")[0]
    filled = {"plugin": plugin or "cchc_index", "distribution": distribution, "rule": name, **arguments}
    return PluginError(Problem(key, arguments=filled), plugin=plugin, distribution=distribution)


@contextlib.contextmanager
def guarded(name: str, distribution: str, code: str = "") -> Iterator[None]:
    """Run a plugin's rule or classifier; what it raises and what it prints is its own fault.

    What the library itself delivers (names without a prefix) is run as it is.

    Raises:
        PluginError: It raised something, tried to end the program, or printed to stdout.

    Example:
        >>> try:
        ...     with guarded("ha_giang.sessions", "cchc-index-ha-giang 1.0", "1.1"):
        ...         1 / 0
        ... except PluginError as error:
        ...     print(error.plugin, "|", error.distribution)
        ha_giang | cchc-index-ha-giang 1.0
    """
    if not distribution:
        yield
        return
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            yield
    except CchcError:
        raise
    except (Exception, SystemExit) as error:
        fault = f"{type(error).__name__}: {error}"
        raise plugin_error("plugin.rule_raised", name, distribution, code=code, fault=fault) from error
    if printed.getvalue():
        said = printed.getvalue().strip()[:60]
        raise plugin_error("plugin.prints", name, distribution, code=code, said=said)
