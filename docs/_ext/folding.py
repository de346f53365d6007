"""Blocks of the class `dropdown` are folded: code that prepares an example, and is not what the page is about."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx


def _fold(app: Sphinx, doctree: nodes.document) -> None:
    for block in list(doctree.findall(nodes.literal_block)):
        if "dropdown" in block["classes"]:
            word = {"py": "Python"}.get(block.get("language", ""), block.get("language", "").capitalize())
            opening = f'<details class="folded"><summary>{word}</summary>'
            at = block.parent.index(block)
            block.parent.insert(at, nodes.raw("", opening, format="html"))
            block.parent.insert(at + 2, nodes.raw("", "</details>", format="html"))


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("doctree-read", _fold)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
