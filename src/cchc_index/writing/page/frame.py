"""What every page shares: its head, its style, what it may load (nothing), and texts made safe for it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Final

from cchc_index.problems.problem import Language
from cchc_index.problems.shown import shown
from cchc_index.writing.table import PLAIN, YELLOW, Style

#: How lines are made for a page: a browser breaks them, and colours become elements.
PAGE: Final = Style(colour=True, width=1_000_000)
_PAINTED: Final = re.compile("\x1b\\[([0-9]+)m(.*?)\x1b\\[0m", re.DOTALL)
_BOLD: Final = "1"


@cache
def resource(name: str) -> str:
    """A style or a script of this folder, as it is written."""
    return files("cchc_index.writing.page").joinpath(name).read_text(encoding="utf-8")


def safe(text: str) -> str:
    r"""A text as a page may hold it: in one line, nothing unseen, no markup.

    Example:
        >>> print(safe("<b>\u202e'x'"))
        &lt;b&gt;\u202e&#x27;x&#x27;
    """
    return escape(shown(text))


def painted(line: str) -> str:
    r"""A line as elements: what is bold in it is strong, other colours are the paragraph's.

    Example:
        >>> painted("\x1b[1mA & B\x1b[0m  [x]")
        '<strong>A &amp; B</strong>  [x]'
    """
    parts, end = [], 0
    for found in _PAINTED.finditer(line):
        text = safe(found[2])
        parts += [safe(line[end : found.start()]), f"<strong>{text}</strong>" if found[1] == _BOLD else text]
        end = found.end()
    return "".join([*parts, safe(line[end:])])


def paragraphs(lines: Iterable[str]) -> Iterator[str]:
    r"""Lines made in the style of a page as paragraphs, those that warn marked; empty ones are left out.

    Example:
        >>> list(paragraphs(["", "\x1b[33msynthetic\x1b[0m", "set"]))
        ['<p class="warns">synthetic</p>', '<p class="told">set</p>']
    """
    for line in lines:
        if line.strip():
            kind = "warns" if line.startswith(YELLOW) and line.endswith(PLAIN) else "told"
            yield f'<p class="{kind}">{painted(line.strip())}</p>'


def page(
    title: str, language: Language, body: Iterable[str], *, styles: Iterable[str] = (), script: str = "", data: str = ""
) -> Iterator[str]:
    """A whole page in pieces. It may load nothing, and run and wear only what is in it, by the hash of its text.

    Args:
        title: What the window is called.
        language: The language of what it says.
        body: What stands in it.
        styles: Names of further styles, after the one that all pages share.
        script: The name of its script; "" for none.
        data: JSON for the script, safe between tags.
    """
    style = "".join(map(resource, ("page.css", *styles)))
    code = resource(script) if script else ""
    policy = [
        "default-src 'none'",
        f"style-src {_hash(style)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if code:
        policy.insert(1, f"script-src {_hash(code)}")
    yield f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(policy)}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<link rel="icon" href="data:,">\n'  # so that no browser asks the portal for one
    yield f"<title>{safe(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    for piece in body:
        yield f"{piece}\n"
    if code:
        yield f'<script type="application/json" id="data">{data}</script>\n<script>{code}</script>\n'
    yield "</body>\n</html>\n"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
