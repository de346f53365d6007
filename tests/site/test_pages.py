"""Where a page of the documentation stands, and what it must hold."""

from __future__ import annotations

import argparse
import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cchc_index
import cchc_index.plugins
import cchc_index.testing
from cchc_index.cli.commands import COMMANDS
from cchc_index.cli.parser import _parser
from cchc_index.messages import problem_message, problems
from cchc_index.registry import hookspecs
from tests.conftest import ROOT

DOCS = ROOT / "docs"
TOCTREE = re.compile(r"^```\{toctree\}\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
DOCUMENTED = re.compile(r"^\.\. (?:autoclass|autofunction|py:data):: (\S+)$", re.MULTILINE)


def _pages() -> Iterator[Path]:
    """Every page and notebook that Sphinx reads."""
    for path in sorted([*DOCS.rglob("*.md"), *DOCS.rglob("*.ipynb")]):
        inner = path.relative_to(DOCS).parts[0]
        if inner not in ("_build", "_ext", "_static", "examples") and ".ipynb_checkpoints" not in path.parts:
            yield path


def _listed() -> Iterator[str]:
    """Every entry of every list of contents, as a page's name."""
    for page in _pages():
        if page.suffix == ".md":
            for match in TOCTREE.finditer(page.read_text(encoding="utf-8")):
                lines = [line.strip() for line in match["body"].splitlines()]
                for entry in (line for line in lines if line and not line.startswith(":")):
                    yield (page.parent / entry).relative_to(DOCS).as_posix()


def test_every_page_is_in_exactly_one_list() -> None:
    """Each but the first page; a new one goes into the list of its kind: tutorials, how-to, reference ..."""
    pages = [path.relative_to(DOCS).with_suffix("").as_posix() for path in _pages()]

    assert sorted(_listed()) == sorted(page for page in pages if page != "index")


def test_the_api_is_what_can_be_imported() -> None:
    """Each public name once, by the name under which it is imported; what the modules share stands with the first."""
    documented = DOCUMENTED.findall((DOCS / "api.md").read_text(encoding="utf-8"))
    public: dict[int, str] = {}
    for module in (cchc_index, cchc_index.plugins, cchc_index.testing):
        for name in module.__all__:
            public.setdefault(id(getattr(module, name)), f"{module.__name__}.{name}")

    assert sorted(documented) == sorted(public.values())


def test_what_is_inside_is_not_promised_twice() -> None:
    """No public name stands on the page of what is inside as well."""
    inside = DOCUMENTED.findall((DOCS / "internals.md").read_text(encoding="utf-8"))
    promised = {
        id(getattr(module, name))
        for module in (cchc_index, cchc_index.plugins, cchc_index.testing)
        for name in module.__all__
    }

    for path in inside:
        module, _, name = path.rpartition(".")
        assert id(getattr(importlib.import_module(module), name)) not in promised, path


@pytest.fixture(scope="module")
def generated() -> Iterator[object]:
    """The extension that fills the generated pages."""
    sys.path.insert(0, str(DOCS / "_ext"))
    yield importlib.import_module("generated")
    sys.path.remove(str(DOCS / "_ext"))


@pytest.mark.parametrize(("language", "page"), [("en", "commands.md"), ("vi", "vi/lenh.md")])
def test_every_command_and_option_is_shown(generated: object, language: str, page: str) -> None:
    """With its help and what it may be, as the parser has it."""
    text = generated.filled((DOCS / page).read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    parser = _parser(0 if language == "vi" else 1)

    assert re.findall(r"^## (\S+)$", text, re.MULTILINE) == list(COMMANDS_IN_ORDER)
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, verb in action.choices.items():
                section = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
                assert section is not None
                for each in verb._actions:
                    if each.dest != "help":
                        names = each.option_strings or [each.metavar or each.dest]
                        assert all(f"`{said}`" in section[1] for said in names), (name, names)
                        assert (each.help or "")[1:20] in section[1].replace("\\", "")


COMMANDS_IN_ORDER = list(
    next(action for action in _parser(1)._actions if isinstance(action, argparse._SubParsersAction)).choices
)


def test_the_parser_and_the_program_know_the_same_commands() -> None:
    """None without a verb, no verb without what it does."""
    assert sorted(COMMANDS_IN_ORDER) == sorted(COMMANDS)


@pytest.mark.parametrize(("language", "page"), [("en", "errors.md"), ("vi", "vi/loi.md")])
def test_every_problem_is_shown(generated: object, language: str, page: str) -> None:
    """By its key, with its cure."""
    text = generated.filled((DOCS / page).read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    shown = re.findall(r"^`(\w+\.\w+)`$", text, re.MULTILINE)

    assert shown == sorted(problems())
    plain = text.replace("\\", "")
    for key in shown:
        cure = problem_message(key, "vi" if language == "vi" else "en")[2]
        first = re.split(r"[{\n]", cure)[0].strip()
        assert first in plain, key


def test_every_hook_is_shown(generated: object) -> None:
    """With what it returns."""
    text = generated.filled((DOCS / "hooks.md").read_text(encoding="utf-8"))  # type: ignore[attr-defined]

    hooks = [name for name in vars(hookspecs) if name.startswith("cchc_register_")]
    assert re.findall(r"^## (\S+)$", text, re.MULTILINE) == hooks
    assert len(hooks) == text.count("-> Mapping[str, ")


def test_every_classifier_is_shown(generated: object) -> None:
    """The built-in one and those of the plugin that comes with the library, each parameter with its meaning."""
    pytest.importorskip("cchc_index_bands")
    text = generated.filled((DOCS / "classifiers.md").read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    registry = cchc_index.Registry.discover(only=["bands"])
    offers = [("", registry.builtins.offer), *((f"{each.name}.", each.offer) for each in registry.plugins)]

    for prefix, offer in offers:
        for name, kind in offer.classifiers.items():
            section = re.search(rf"^## {re.escape(prefix + name)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
            assert section is not None, name
            for field in (each for each in getattr(kind, "__attrs_attrs__", ()) if each.init and each.alias):
                assert f"`{field.alias}`\n: " in section[1], (name, field.alias)
