"""Blocks of the class `dropdown` are folded: code that prepares an example, and is not what the page is about."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx


def _fold(app: Sphinx, doctree: nodes.document) -> None:
    for block in list(doctree.findall(nodes.literal_block)):
        if "dropdown" in block["classes"]:
            opening = f'<details class="folded"><summary>{block.get("language", "code").capitalize()}</summary>'
            block.replace_self(
                [nodes.raw("", opening, format="html"), block.deepcopy(), nodes.raw("", "</details>", format="html")]
            )


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("doctree-read", _fold)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
