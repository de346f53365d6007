"""What is printed says what it is, and is dressed for terminals alone."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from cchc_index.cli import main
from cchc_index.writing.text import counts_words
from tests.command import run
from tests.scoring.two_leaves import result_of


@pytest.mark.parametrize("verb", [["explain", "cao-bang-2021", "don-vi-05"], ["score", "cao-bang-2021"]])
@pytest.mark.parametrize(
    ("language", "words"), [("vi", ("giả lập", "minh họa")), ("en", ("synthetic", "illustrative"))]
)
def test_every_output_says_what_is_made_up(
    verb: list[str], language: str, words: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Synthetic data and illustrative sets are never passed off as real."""
    main(["--lang", language, *verb])

    said = capsys.readouterr().out
    assert all(word in said for word in words)


def test_colour_is_for_terminals() -> None:
    """In a pipe there is no escape sequence."""
    assert b"\x1b" not in run("demo").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_gets_colour_and_its_width() -> None:
    """On a terminal the demo is coloured and wrapped to its width."""
    import fcntl
    import struct
    import termios

    leader, follower = os.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    command = [sys.executable, "-m", "cchc_index", "explain", "cao-bang-2021", "don-vi-05"]
    process = subprocess.Popen(command, stdout=follower, stderr=follower, env=environment)
    os.close(follower)
    chunks = []
    try:
        while chunk := os.read(leader, 4096):
            chunks.append(chunk)
    except OSError:  # the other side has closed
        pass
    os.close(leader)
    shown = b"".join(chunks).decode()

    assert process.wait() == 0
    assert "\x1b[" in shown
    reasons = [line for line in shown.splitlines() if line.startswith("\x1b[2m")]
    assert max(len(line) for line in reasons) < 80


def test_classes_are_counted_in_the_words_of_the_groups_own_bands() -> None:
    """Two groups may call a class alike in one language and not in the other."""
    bands = "{x: [{label: {vi: Khá, en: Fair}}], y: [{label: {vi: Khá, en: Good}}]}"
    units = [{"unit": "a", "group": "x"}, {"unit": "b", "group": "y"}]
    values = {"a": ("40", "40"), "b": ("40", "40")}
    result = result_of(f"classify: {{thresholds: {{bands: {bands}}}}}\n", values, units)

    said = [counts_words(result, result.band_counts()[group], "en", group) for group in ("x", "y")]

    assert said == ["1 Fair", "1 Good"]
