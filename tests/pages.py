"""Pages of the documentation, run: files written, Python executed, what it prints beside what the page shows."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

_BLOCK = re.compile(
    r"^```(?P<kind>\{code-block\} [a-z]+|[a-z]+)\n(?::caption: (?P<file>[^\n]*)\n\n)?(?P<body>.*?)^```$", re.M | re.S
)


def run_page(page: str, *, begin: str = "", end: str = "") -> list[tuple[str, str]]:
    """What the blocks of Python of a page print, each beside what the page shows below it.

    Files are written into, and names looked up from, the folder that the test runs in.

    Args:
        page: Its name in the folder of the documentation.
        begin: The heading from which it is run.
        end: The heading before which it ends.
    """
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    text = text[text.index(begin) :] if begin else text
    text = text[: text.index(end)] if end else text
    found: list[tuple[str, str]] = []
    names: dict[str, Any] = {"__name__": "page"}
    for block in _BLOCK.finditer(text):
        if block["file"]:
            Path(block["file"]).write_text(block["body"], encoding="utf-8")
        elif block["kind"] == "python":
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile(block["body"], page, "exec"), names)  # noqa: S102 - a page of our own
            found.append((printed.getvalue(), ""))
        elif block["kind"] == "text":
            found[-1] = (found[-1][0], block["body"])
    return found
