"""The two ways out of the command: what it says, and what it complains of. Nothing else writes to a stream."""

from __future__ import annotations

import sys
from typing import Literal

from cchc_index.problems.shown import printed, printed_json


def say(text: str, kind: Literal["text", "json", "csv"] = "text") -> None:
    """Write to stdout. JSON and CSV are data: they are changed only where a terminal would read them."""
    if kind == "text":
        text = printed(text)
    elif sys.stdout.isatty():
        text = printed_json(text) if kind == "json" else printed(text)
    sys.stdout.write(text)


def complain(text: str) -> None:
    """Write a line to stderr."""
    sys.stderr.write(printed(text) + "\n")
