"""What may be typed after the command's name."""

from __future__ import annotations

import re

import pytest

import cchc_index
from cchc_index.cli import main
from cchc_index.cli.commands import COMMANDS
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
    assert capsys.readouterr().err.startswith("cách dùng: cchc-index ")


@pytest.mark.parametrize("verb", ["", *COMMANDS])
def test_help_is_in_one_language(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing that argparse says of itself is in the other language; but a hint stands above the Vietnamese help."""
    words = [verb] if verb else []
    with pytest.raises(SystemExit):
        main([*words, "--help"])
    said = capsys.readouterr().out
    hint, _, said = said.partition("\n\n")
    assert hint == "English: --lang en, or CCHC_LANG=en"
    assert said.startswith(f"cách dùng: {' '.join(['cchc-index', *words])} [-h]")
    assert "tùy chọn:\n" in said
    assert "hiện hướng dẫn này" in said
    assert [word for word in ("usage", "options:", "arguments", "show", "help message") if word in said] == []
    with pytest.raises(SystemExit):
        main(["--lang", "en", *words, "--help"])
    said = capsys.readouterr().out
    assert said.startswith(f"usage: {' '.join(['cchc-index', *words])} [-h]")
    assert re.search(r"[ăâđêôơư\u1ea0-\u1ef9]", said) is None


@pytest.mark.parametrize(
    ("arguments", "vietnamese", "english"),
    [
        ([], "còn thiếu: demo|", "the following arguments are required: demo|"),
        (
            ["frobnicate"],
            "không có lựa chọn 'frobnicate' (chọn một trong: ",
            "invalid choice: 'frobnicate' (choose from ",
        ),
        (["score"], "còn thiếu: path", "the following arguments are required: path"),
        (["score", "a", "b"], "không hiểu: b", "unrecognized arguments: b"),
        (["score", "a", "--frob"], "không hiểu: --frob", "unrecognized arguments: --frob"),
        (["score", "a", "--format", "xml"], "--format: không có lựa chọn 'xml' (", "argument --format: invalid choice"),
        (["score", "a", "--stage"], "--stage: cần một giá trị", "argument --stage: expected one argument"),
        (["score", "a", "--explain=1"], "--explain: không nhận giá trị, nhưng có '1'", "ignored explicit argument '1'"),
        (["plan", "a", "b", "--most", "x"], "--most: 'x' không phải là số nguyên", "--most: invalid int value: 'x'"),
        (["check"], "còn thiếu: files", "the following arguments are required: files"),
    ],
)
def test_wrong_usage_is_told_in_one_language(
    arguments: list[str], vietnamese: str, english: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What argparse finds wrong, beneath the usage, of which no letter is lost."""
    verb = arguments[0] if arguments else ""
    for language, word, wrong, told in (("vi", "cách dùng", "lỗi", vietnamese), ("en", "usage", "error", english)):
        with pytest.raises(SystemExit):
            main(["--lang", language, *arguments])
        said = capsys.readouterr().err
        assert re.match(rf"{word}: cchc-index(?: {verb})? \[-h\]", said), said
        assert f": {wrong}: " in said
        assert told in said


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
