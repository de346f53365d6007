"""Runs the examples of the documentation: Python and what it prints, commands and their output, files they read."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from sybil import Document, Example, Region, Sybil
from xdist.scheduler import LoadScopeScheduling

os.environ.pop("CCHC_LANG", None)  # examples and tests say themselves which language they want

_BLOCK = re.compile(
    r"^(?P<fence>```+)(?:\{code-block\} *)?(?P<language>\w+)\n"
    r"(?::caption: (?P<file>\S+)\n\n?)?(?::class: \w+\n\n?)?(?P<body>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)


_COMMENT = re.compile(r"^<!-- file: (?P<file>\S+)\n(?P<body>.*?)-->$", re.MULTILINE | re.DOTALL)


def _blocks(document: Document) -> Iterable[Region]:
    """A region for each fenced block of a language that can be held to what it says."""
    for match in _COMMENT.finditer(document.text):
        yield Region(match.start(), match.end(), (match["file"], match["body"], 0), _write_file)
    for match in _BLOCK.finditer(document.text):
        language, file, body = match["language"], match["file"], match["body"]
        run = _RUNS.get("file" if file else language)
        if run is not None:
            line = document.text.count("\n", 0, match.start("body"))
            yield Region(match.start(), match.end(), (file, body, line), run)


def _write_file(example: Example) -> None:
    """A block with a caption is a file of that name in the page's folder."""
    file, body, _ = example.parsed
    path = Path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(body, encoding="utf-8")


def _run_python(example: Example) -> None:
    """Python code; what it prints is for the next block of text."""
    _, body, line = example.parsed
    printed = io.StringIO()
    code = compile("\n" * line + body, example.path, "exec", dont_inherit=True)
    with contextlib.redirect_stdout(printed):
        exec(code, example.namespace)  # noqa: S102
    example.namespace["_printed"] = printed.getvalue()


def _compare_text(example: Example) -> str | None:
    """A block of text is what the Python before it printed."""
    printed = example.namespace.pop("_printed", "")
    if not printed:
        return None
    return _difference(example.parsed[1], printed)


def _run_commands(example: Example) -> str | None:
    """Each line after ``$`` is a command; what follows is all it says."""
    from cchc_index.cli import main

    for part in re.split(r"^\$ ", example.parsed[1], flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        words = shlex.split(command)
        if words[0] != "cchc-index":
            continue
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            main(words[1:])
        if told := _difference(expected, said.getvalue()):
            return f"{command}\n{told}"
    return None


def _difference(expected: str, found: str) -> str | None:
    """What differs, if anything; a line of three dots stands for any lines."""
    wanted, got = ([line.rstrip() for line in text.rstrip().splitlines()] for text in (expected, found))
    pattern = r"\n".join(
        r"(?:.*\n?)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") for line in wanted
    )
    if re.fullmatch(pattern.replace(r"(?:.*\n?)*?\n", r"(?:.*\n)*?"), "\n".join(got)):
        return None
    return "\n".join(["expected:", *wanted, "found:", *got])


_RUNS: dict[str, Callable[[Example], str | None]] = {
    "file": _write_file,
    "python": _run_python,
    "text": _compare_text,
    "console": _run_commands,
}


def _enter(namespace: dict[str, Any]) -> None:
    """Every page has a folder of its own."""
    namespace["_before"], namespace["_folder"] = Path.cwd(), tempfile.TemporaryDirectory()
    os.chdir(namespace["_folder"].name)


def _leave(namespace: dict[str, Any]) -> None:
    os.chdir(namespace["_before"])
    namespace["_folder"].cleanup()


pytest_collect_file = Sybil(
    parsers=[_blocks],
    patterns=["README.md", "README.vi.md", "docs/*.md", "docs/vi/*.md", "plugins/*/README.md"],
    setup=_enter,
    teardown=_leave,
).pytest()


@pytest.hookimpl(tryfirst=True)
def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Built pages are no tests."""
    return True if collection_path.name == "_build" else None


_ONE_BY_ONE = ("test_differential.py", "test_bounds.py", "test_sample.py", "test_other_programs.py")  #: slow, and apart


class _ByFile(LoadScopeScheduling):
    """Keeps the tests of a file together, as its examples and fixtures need; those of slow files go out singly."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return nodeid if file.endswith(_ONE_BY_ONE) else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _ByFile:
    """Share the tests out so, whatever `--dist` says."""
    return _ByFile(config, log)
