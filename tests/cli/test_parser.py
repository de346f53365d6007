"""What may be typed after the command's name."""

from __future__ import annotations

import re

import pytest

import cchc_index
from cchc_index.cli import main
from cchc_index.cli.parser import parse
from tests.conftest import ROOT


@pytest.mark.parametrize("verb", ["demo", "score", "check", "explain", "audit", "review", "plugins"])
def test_every_verb_helps(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    """``--help`` ends with 0."""
    with pytest.raises(SystemExit) as end:
        main([verb, "--help"])

    assert end.value.code == 0
    assert verb in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [[], ["frobnicate"], ["score"], ["score", "x", "--format", "xml"], ["--lang", "fr", "demo"]]
)
def test_wrong_usage_is_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The parser says what is expected."""
    with pytest.raises(SystemExit) as end:
        main(arguments)

    assert end.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["explain", "p", "--criteria", "s", "u", "1.2"],
        ["explain", "--criteria", "s", "p", "u", "1.2"],
        ["explain", "p", "u", "--criteria=s", "1.2"],
        ["explain", "--criteria", "s", "--", "p", "u", "1.2"],
    ],
)
def test_options_stand_wherever_they_are_typed(arguments: list[str]) -> None:
    """Before, between and after what the verb is about."""
    options = parse(arguments)

    assert (options.path, options.unit, options.code, options.criteria) == ("p", "u", "1.2", "s")
    assert parse(["verify", "r.json", "--criteria", "s", "t.csv"]).path == "t.csv"


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    """The command and the library agree on it."""
    with pytest.raises(SystemExit):
        main(["--version"])

    assert capsys.readouterr().out == f"cchc-index {cchc_index.__version__}\n"


def test_the_command_of_the_docs_exists() -> None:
    """The verbs that the pages name are verbs of the command."""
    for page in (ROOT / "docs").glob("*.md"):
        for verb in re.findall(
            r"^\$ cchc-index (?:--lang \w+ )?([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE
        ):
            with pytest.raises(SystemExit) as end:
                parse([verb, "--help"])
            assert end.value.code == 0
