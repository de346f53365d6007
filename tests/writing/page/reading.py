"""A page as a browser reads it, without a browser: its elements, their texts, and the data of its script."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

VOID = frozenset({"meta", "link", "input"})


class PageReader(HTMLParser):
    """Reads a page, and holds it to closing each element in its turn.

    Attributes:
        text: What a reader sees, without styles and scripts.
        tags: The elements.
        attributes: Every attribute with its value.
        inside: The texts of styles and scripts, by tag.
        rows: The cells of each row of a table.
    """

    def __init__(self, page: str) -> None:
        """Read a whole page."""
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""
        self.inside: list[tuple[str, str]] = []
        self.rows: list[list[str]] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        if tag in ("style", "script"):
            self.inside.append((tag, ""))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("style", "script"):
            tag, before = self.inside.pop()
            self.inside.append((tag, before + data))
            return
        self.text += data
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data

    @property
    def data(self) -> Any:
        """What the script reads."""
        return json.loads(next(text for tag, text in self.inside if tag == "script"))

    @property
    def policy(self) -> dict[str, str]:
        """The content security policy, by directive."""
        told = next(value for tag, name, value in self.attributes if name == "content" and "default-src" in value)
        return dict(each.strip().split(" ", 1) for each in told.split(";"))
