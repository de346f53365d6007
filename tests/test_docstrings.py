"""Every public thing is documented, and every example in a docstring runs."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
from types import ModuleType

import pytest

PACKAGES = ("cchc_index", "cchc_index_bands", "cchc_index_cao_bang", "cchc_index_template")


def _modules() -> list[str]:
    names = []
    for package in PACKAGES:
        module = importlib.import_module(package)
        names.append(package)
        names += [found.name for found in pkgutil.walk_packages(module.__path__, f"{package}.")]
        names = [name for name in names if not name.startswith(("cchc_index.examples", "cchc_index.template"))]
    return [name for name in names if not name.endswith("__main__")]


@pytest.mark.parametrize("name", _modules())
def test_examples_run(name: str) -> None:
    """The examples of a module give what they show."""
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def _public(module: ModuleType) -> list[tuple[str, object]]:
    return [
        (name, value)
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", None) == module.__name__ and callable(value)
    ]


@pytest.mark.parametrize("name", _modules())
def test_public_things_are_documented(name: str) -> None:
    """Modules, classes, functions, methods and properties say what they do."""
    module = importlib.import_module(name)
    assert module.__doc__
    for label, value in _public(module):
        assert inspect.getdoc(value), label
        if inspect.isclass(value):
            for part, member in vars(value).items():
                if not part.startswith("_") and (inspect.isfunction(member) or isinstance(member, property)):
                    assert inspect.getdoc(member), f"{label}.{part}"
