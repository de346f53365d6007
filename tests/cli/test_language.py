"""The language is asked for by an option, or by a variable; a wrong word is wrong usage."""

from __future__ import annotations

import locale

import pytest

from cchc_index.cli import main
from cchc_index.cli.language import asked_for
from cchc_index.cli.parser import parse


@pytest.mark.parametrize(
    ("arguments", "variable", "language"),
    [
        (["plugins"], None, "vi"),
        (["plugins"], "", "vi"),
        (["plugins"], "en", "en"),
        (["plugins"], "vi", "vi"),
        (["--lang", "vi", "plugins"], "en", "vi"),
        (["plugins", "--lang=en"], "vi", "en"),
        (["plugins", "--lang", "en"], "fr", "en"),
    ],
)
def test_the_option_wins(
    arguments: list[str], variable: str | None, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before or after the verb; the variable is not even looked at then."""
    if variable is not None:
        monkeypatch.setenv("CCHC_LANG", variable)

    assert parse(arguments).lang == language


@pytest.mark.parametrize("word", ["fr", "EN", "en_GB.UTF-8", "vi "])
def test_another_word_is_wrong_usage(
    word: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, the variable named with what it may be."""
    monkeypatch.setenv("CCHC_LANG", word)

    with pytest.raises(SystemExit) as end:
        main(["plugins"])
    assert end.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert f"CCHC_LANG: không có lựa chọn {word!r} (chọn một trong: vi, en)" in said.err


def test_problems_are_told_in_the_language_of_the_variable(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Results, help, wrong usage and problems alike."""
    monkeypatch.setenv("CCHC_LANG", "en")

    assert main(["score", "no-such-folder"]) == 1
    assert "there is no cycle" in capsys.readouterr().err
    for arguments in (["--help"], ["frobnicate"]):
        with pytest.raises(SystemExit):
            main(arguments)
        said = capsys.readouterr()
        assert (said.out + said.err).startswith("usage: ")


def test_the_locale_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """An English machine in a department speaks Vietnamese nonetheless."""
    for name in ("LANG", "LC_ALL", "LANGUAGE"):
        monkeypatch.setenv(name, "en_US.UTF-8")

    assert locale.setlocale(locale.LC_CTYPE)
    assert asked_for(["plugins"]) == "vi"
