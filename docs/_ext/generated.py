"""Pages that are made of the library itself when the documentation is built, so that they cannot say anything else.

A line ``% generated: commands vi`` in a page becomes what is generated of that name, as Markdown.
"""

from __future__ import annotations

import argparse
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from sphinx.application import Sphinx

Language = Literal["vi", "en"]
MARK: Final = re.compile(r"^% generated: (?P<what>\w+) (?P<language>vi|en)$", re.MULTILINE)

_WORDS: Final = {
    "argument": ("tham số", "argument"),
    "option": ("tùy chọn", "option"),
    "meaning": ("ý nghĩa", "meaning"),
    "values": ("giá trị", "values"),
    "default": ("mặc định", "default"),
    "required": ("bắt buộc", "required"),
    "everywhere": ("Tùy chọn chung", "Options of the command itself"),
    "repeated": ("có thể lặp lại", "may be repeated"),
    "cure": ("Cách sửa", "Cure"),
    "argument_count": ("một hay nhiều", "one or more"),
    "optional": ("có thể bỏ trống", "may be left out"),
}


def filled(source: str) -> str:
    """A page's source with what is generated in place of its marks."""
    return MARK.sub(lambda mark: GENERATED[mark["what"]](mark["language"]).rstrip(), source)


def commands(language: Language) -> str:
    """Every command with its arguments and options, from the parser."""
    from cchc_index.cli.parser import _parser

    at = 0 if language == "vi" else 1
    parser = _parser(at)
    lines = [f"## {_WORDS['everywhere'][at]}", "", "```text", _usage(parser), "```", ""]
    lines += _options(parser, at)
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, verb in action.choices.items():
                lines += [f"## {name}", "", f"{_sentence(verb.description or '')}", ""]
                lines += ["```text", _usage(verb), "```", "", *_options(verb, at)]
    return "\n".join(lines)


def _usage(parser: Any) -> str:
    """The usage, however wide the terminal is where the documentation is built."""
    whole = " ".join(parser.own_usage().split())
    bound = re.sub(r"\[[^\]]*\]", lambda option: option[0].replace(" ", "\N{NO-BREAK SPACE}"), whole)
    made = textwrap.fill(bound, 84, subsequent_indent="    ", break_on_hyphens=False)
    return made.replace("\N{NO-BREAK SPACE}", " ")


def _options(parser: argparse.ArgumentParser, at: int) -> Iterator[str]:
    """Arguments first, then options, as a list of definitions."""
    actions = [
        action
        for action in parser._actions
        if not isinstance(action, argparse._SubParsersAction | argparse._HelpAction)
    ]
    for action in sorted(actions, key=lambda action: bool(action.option_strings)):
        names = " ".join(f"`{name}`" for name in action.option_strings) or f"`{action.metavar or action.dest}`"
        if action.option_strings and action.nargs != 0:
            names += f" *{action.metavar or action.dest.upper()}*"
        yield names
        yield f": {_sentence(action.help or '')}{_particulars(action, at)}"
        yield ""


def _particulars(action: argparse.Action, at: int) -> str:
    """What may be said, what holds where nothing is, and how often."""
    said = []
    if action.choices is not None:
        said.append(f"{_WORDS['values'][at]}: " + ", ".join(f"`{each}`" for each in map(_visible, action.choices)))
    if action.option_strings and action.required:
        said.append(_WORDS["required"][at])
    if action.nargs == "?":
        said.append(_WORDS["optional"][at])
    if action.nargs == "+":
        said.append(_WORDS["argument_count"][at])
    if isinstance(action, argparse._AppendAction):
        said.append(_WORDS["repeated"][at])
    if action.default not in (None, "", False, [], argparse.SUPPRESS) and action.nargs != 0:
        said.append(f"{_WORDS['default'][at]}: `{action.default}`")
    return f" ({'; '.join(said)})" if said else ""


def _visible(choice: object) -> str:
    return {"": '""', " ": '" "'}.get(str(choice), str(choice))


def _sentence(text: str) -> str:
    """A text of the help as Markdown."""
    plain = re.sub(r"([<>*_\[\]])", r"\\\1", text)
    return plain[:1].upper() + plain[1:] + ("" if plain.endswith((".", ")")) else ".")


def errors(language: Language) -> str:
    """Every problem of the catalogue, by its key: what is found, why it cannot stand, and the cure."""
    from cchc_index.messages import problem_message, problems

    at = 0 if language == "vi" else 1
    families: dict[str, list[str]] = {}
    for key in sorted(problems()):
        families.setdefault(key.partition(".")[0], []).append(key)
    lines: list[str] = []
    for family, keys in families.items():
        lines += [f"## {family}", ""]
        for key in keys:
            found, why, cure = problem_message(key, language)
            lines += [f"`{key}`", f": {_message(', '.join(filter(None, (found, why))))}"]
            lines += ["", f"  *{_WORDS['cure'][at]}:* {_message(cure)}", ""] if cure else [""]
    return "\n".join(lines)


def _message(text: str) -> str:
    """A message as Markdown, in one line, its places for what is filled in as they are named."""
    plain = re.sub(r"([\\`*_\[\]<>|~$])", r"\\\1", " ".join(text.split()))
    return re.sub(r"\{([\w\\]+)\}", lambda named: "`" + named[1].replace("\\", "") + "`", plain)


def hooks(language: Language) -> str:
    """Every hook with what it returns, from its specification."""
    from cchc_index.registry import hookspecs

    lines = []
    for name, hook in vars(hookspecs).items():
        if name.startswith("cchc_register_"):
            returned = str(inspect.signature(hook).return_annotation)
            lines += [f"## {name}", "", f"```python\ndef {name}() -> {returned}: ...\n```", ""]
            lines += [inspect.cleandoc(hook.__doc__ or ""), ""]
    return "\n".join(lines)


def classifiers(language: Language) -> str:
    """The built-in classifier and those of the plugins that come with the library, with their parameters."""
    from cchc_index.registry.registry import Registry

    registry = Registry.discover(only=["bands"])
    offers = [("", registry.builtins.offer)] + [(f"{plugin.name}.", plugin.offer) for plugin in registry.plugins]
    lines: list[str] = []
    for prefix, offer in offers:
        for name in sorted(offer.classifiers):
            lines += [f"## {prefix}{name}", "", *_documented(offer.classifiers[name]), ""]
    return "\n".join(lines)


def _documented(kind: type) -> Iterator[str]:
    """A class's docstring as Markdown: its sections of names and meanings as lists, its examples as code."""
    doc = inspect.getdoc(kind) or ""
    for part in re.split(r"\n\n+", doc):
        head, _, rest = part.partition("\n")
        if re.fullmatch(r"(Attributes|Reads|Args|Source|Example|Examples):", head):
            inner = inspect.cleandoc(rest)
            if head.startswith("Example"):
                yield f"```python\n{inner}\n```"
            elif head == "Source:":
                yield " ".join(inner.split())
            else:
                for name, meaning in re.findall(r"^(\w+)(?: \(.*?\))?: (.*(?:\n {2,}.*)*)", inner, re.MULTILINE):
                    yield f"`{name}`\n: {_ticked(' '.join(meaning.split()))}\n"
        else:
            yield _ticked(" ".join(part.split()))
        yield ""


def _ticked(text: str) -> str:
    return text.replace("``", "`")


GENERATED: Final[dict[str, Callable[[Any], str]]] = {
    "commands": commands,
    "errors": errors,
    "hooks": hooks,
    "classifiers": classifiers,
}


def _fill(app: Sphinx, page: str, content: list[str]) -> None:
    content[0] = filled(content[0])


def _outdated(app: Sphinx, env: Any, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """Generated pages are read anew each time: what they are made of is no file of the documentation's."""
    return [page for page in env.found_docs if MARK.search(env.doc2path(page).read_text(encoding="utf-8"))]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("source-read", _fill)
    app.connect("env-get-outdated", _outdated)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
