"""The README is there in English and in Vietnamese, and both say the same."""

from __future__ import annotations

import re

from cchc_index.cli.commands import COMMANDS
from tests.conftest import ROOT

TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.vi.md")}


def _blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_each_leads_to_the_other_in_its_first_line() -> None:
    """Below the title, so that nobody reads far in a language that is not theirs."""
    for name, other in (("README.md", "README.vi.md"), ("README.vi.md", "README.md")):
        title, _, line = TEXTS[name].splitlines()[:3]
        assert title == "# cchc_index"
        assert f"]({other})" in line


def test_both_name_every_command_and_no_other() -> None:
    """As the command line has them."""
    for text in TEXTS.values():
        listed = [line.split()[1] for line in text.splitlines() if line.startswith("cchc-index ")]
        assert sorted(listed) == sorted(COMMANDS)


def test_both_show_the_same_examples() -> None:
    """The same shell lines, commands and Python, but for comments and the language."""

    def shown(text: str) -> list[str]:
        blocks = [block for language in ("sh", "console", "python") for block in _blocks(text, language)]
        lines = [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()]
        return [re.sub(r'"vi"|--lang en', "", line) for line in lines]

    english, vietnamese = (
        [line for line in shown(text) if line.startswith(("make", "$", "print", "for", "result", "criteria"))]
        for text in TEXTS.values()
    )
    assert len(english) > 6
    assert [line.split() for line in english] == [line.split() for line in vietnamese]


def test_both_have_the_same_shape() -> None:
    """As many headings, points, rows and links to the outside."""
    shapes = [
        [len(re.findall(pattern, text, re.MULTILINE)) for pattern in (r"^## ", r"^- ", r"^\| ", r"\(https:")]
        for text in TEXTS.values()
    ]
    assert shapes[0] == shapes[1]
