"""Every word of the help is said somewhere, in both languages."""

from __future__ import annotations

import argparse

from cchc_index.cli import parser
from cchc_index.cli.help_texts import HELP


def _said(of: argparse.ArgumentParser) -> set[str]:
    """Whatever a parser and its verbs say of themselves."""
    said = {of.description or ""}
    for action in of._actions:
        said.add(action.help or "")
        if isinstance(action, argparse._SubParsersAction):
            said |= {text for sub in action.choices.values() for text in _said(sub)}
    return said


def test_each_text_is_used_and_is_in_both_languages() -> None:
    """A text that no option shows is left over from one that is gone."""
    for language in (0, 1):
        said = _said(parser._parser(language))

        assert [key for key, texts in HELP.items() if texts[language] not in said] == []
    assert all(map(all, HELP.values()))
