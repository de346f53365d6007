"""Plugins that are really installed, run by the real command: what they do to its process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT

SET = """
id: hostile
edition: 1
title: Thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: Đối thoại, max_points: 4, rule: hostile.sessions}
  - {code: "2", title: Điểm, max_points: 6, rule: points}
"""
PLUGIN = """
from __future__ import annotations
import os, sys, time
from fractions import Fraction
import attrs
from cchc_index.plugins import PROBES, Case, Field, Leaf, Probe, ScoringRule, hookimpl, per_unit

cchc_index_api = 1
{at_import}

@attrs.frozen
class Sessions(ScoringRule):
    "A point for each session held."
    reads = ((Field("held", "whole", better="more"),),)

    @per_unit
    def score(self, case: Case) -> Fraction:
        {in_score}
        return min(Fraction(case.decimal("held")), Fraction(case.max_points))

    def reason(self, case: Case, /) -> str:
        return case.write(case.decimal("held"))

    def probes(self, leaf: Leaf, /):
        {in_probes}
        yield Probe({{"held": "4"}}, Fraction(4), PROBES["full"])
        yield Probe({{"held": "0"}}, Fraction(0), PROBES["least"])

@hookimpl
def cchc_register_rules():
    return {{"sessions": Sessions}}
"""
SCORE = ("score", "good.csv", "--criteria", "set.yaml")


def install(folder: Path, **code: str) -> None:
    """A plugin in a folder that Python looks for packages in, with its metadata, as an installer leaves them."""
    holes = {"at_import": "", "in_score": "pass", "in_probes": "pass", **code}
    (folder / "hostile.py").write_text(PLUGIN.format(**holes), encoding="utf-8")
    metadata(folder, "cchc-index-hostile", b"[cchc_index]\nhostile = hostile\n")
    (folder / "set.yaml").write_text(SET, encoding="utf-8")
    (folder / "good.csv").write_text("unit,1,2\na,3,5\nb,1,2\n", encoding="utf-8")


def metadata(folder: Path, name: str, entry_points: bytes) -> None:
    """What an installer writes of a distribution."""
    own = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    own.mkdir()
    (own / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (own / "entry_points.txt").write_bytes(entry_points)


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """The command in a process of its own, in the folder."""
    environment = {**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT / 'src'}"}
    return subprocess.Popen(
        [sys.executable, "-m", "cchc_index", "--lang", "en", *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of the command."""
    process = start(folder, *arguments)
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def test_a_sound_plugin_is_served(tmp_path: Path) -> None:
    """So that what is refused below is refused for what the plugin does."""
    install(tmp_path)

    assert run(tmp_path, *SCORE)[0] == 0
    assert run(tmp_path, "selftest", "set.yaml")[0] == 0


@pytest.mark.parametrize(
    ("verb", "code"),
    [
        (SCORE, {"in_score": "raise type('Boom', (BaseException,), {})('boom')"}),
        (SCORE, {"in_score": "print('debug')"}),
        (SCORE, {"in_score": "sys.exit(0)"}),
        (SCORE, {"in_score": "os._exit(0)"}),
        (SCORE, {"at_import": "os._exit(0)"}),
        (SCORE, {"in_score": "return 10**5000"}),
        (SCORE, {"in_score": "return Fraction(1) / case.max_points"}),
        (SCORE, {"at_import": "sys.exit(0)"}),
        (SCORE, {"at_import": "print('hello')"}),
        (("selftest", "set.yaml"), {"in_probes": "sys.exit(0)"}),
        (("explain", "good.csv", "--criteria", "set.yaml", "a"), {"in_score": "raise GeneratorExit"}),
    ],
)
def test_what_it_does_ends_in_exit_3_and_two_lines(tmp_path: Path, verb: tuple[str, ...], code: dict[str, str]) -> None:
    """Nothing on stdout, and on stderr what happened and the cure."""
    install(tmp_path, **code)

    exit_code, out, err = run(tmp_path, *verb)

    assert (exit_code, out) == (3, ""), err
    assert "cchc-index-hostile 1.0" in err
    assert len(err.splitlines()) == 2


def test_a_process_that_a_plugin_ends_leaves_no_file(tmp_path: Path) -> None:
    """What kills it cannot be caught; yet a result is written whole or not at all."""
    install(tmp_path, in_score="os.kill(os.getpid(), 9)")

    code, out, _ = run(tmp_path, *SCORE, "-o", "result.json")

    assert (code, out) == (-9, "")
    assert not list(tmp_path.glob("*result*"))


@pytest.mark.parametrize("hanging", ["in_score", "at_import"])
def test_an_interrupt_names_the_plugin_that_hangs(tmp_path: Path, hanging: str) -> None:
    """Ctrl-C: exit 130, one line on stderr that says who was at work, and no file."""
    wait = "open('ready', 'w').close(); time.sleep(60)"
    install(tmp_path, **{hanging: wait})
    process = start(tmp_path, *SCORE, "-o", "result.json")
    deadline = time.monotonic() + 30
    while not (tmp_path / "ready").exists() and time.monotonic() < deadline:
        time.sleep(0.02)

    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)

    assert (process.returncode, out) == (130, "")
    assert "cchc-index-hostile 1.0" in err
    assert "Traceback" not in err
    assert not list(tmp_path.glob("*result*"))


def test_one_broken_distribution_is_named_and_breaks_nothing_else(tmp_path: Path) -> None:
    """Its entry points are bytes of no text; the plugin beside it is served, and `plugins` names the broken one."""
    install(tmp_path)
    metadata(tmp_path, "somebody-else", b"[console_scripts]\n\xff\xfe = \x00\n")

    assert run(tmp_path, *SCORE)[0] == 0
    code, out, err = run(tmp_path, "plugins")
    assert code == 0
    assert "hostile" in out
    assert "somebody-else" in err


def test_a_lacking_plugin_may_be_the_broken_one(tmp_path: Path) -> None:
    """Whoever looks for a plugin that cannot be found is told of the distribution that cannot be read."""
    install(tmp_path)
    (tmp_path / "cchc_index_hostile-1.0.dist-info" / "entry_points.txt").write_bytes(b"[cchc_index]\n\xff\xfe = \x00\n")

    code, out, err = run(tmp_path, *SCORE)

    assert (code, out) == (1, "")
    assert "belongs to the plugin 'hostile'" in err
    assert "entry_points.txt of the distribution 'cchc-index-hostile'" in err
