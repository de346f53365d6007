"""What the wheels and the source distribution hold, and that they work where nothing else is."""

from __future__ import annotations

import json
import re
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.packaging.conftest import Environment

pytestmark = pytest.mark.slow

CORE = {"attrs", "cattrs", "numpy", "pluggy", "pyyaml"}


def _wheel(dist: Path, name: str) -> zipfile.ZipFile:
    (path,) = dist.glob(f"{name}-*.whl")
    return zipfile.ZipFile(path)


def test_the_wheel_holds_sets_and_cycles_and_no_tests(dist: Path) -> None:
    """Byte for byte those of the repository."""
    with _wheel(dist, "cchc_index") as wheel:
        names = set(wheel.namelist())
        assert "cchc_index/py.typed" in names
        assert not [name for name in names if "test" in Path(name).parts[0] or name.endswith("conftest.py")]
        shipped = (("criteria", "criteria"), ("docs/examples", "examples"), ("plugins/cchc-index-template", "template"))
        for folder, inside in shipped:
            for path in (ROOT / folder).rglob("*"):
                if path.is_file() and "__pycache__" not in path.parts:
                    name = f"cchc_index/shipped/{inside}/{path.relative_to(ROOT / folder).as_posix()}"
                    assert wheel.read(name) == path.read_bytes()


def test_the_wheel_needs_five_packages(dist: Path) -> None:
    """Everything further is an extra, and `all` is all of them without Spark."""
    with _wheel(dist, "cchc_index") as wheel:
        (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
        metadata = Parser().parsestr(wheel.read(name).decode())
    needs = metadata.get_all("Requires-Dist") or []
    core = {need.split(">")[0].split(";")[0].strip().lower() for need in needs if "extra ==" not in need}

    assert core == CORE
    extras = set(metadata.get_all("Provides-Extra") or [])
    assert extras >= {"office", "charts", "frames", "dossiers", "spark", "analysis", "cli", "all", "dev"}
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "Apache-2.0"


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("cchc_index_bands", {"cchc_index_bands/py.typed"}),
        (
            "cchc_index_cao_bang",
            {
                "cchc_index_cao_bang/py.typed",
                "cchc_index_cao_bang/criteria/departments-2021.yaml",
                "cchc_index_cao_bang/criteria/districts-2021.yaml",
            },
        ),
    ],
)
def test_plugin_wheels_carry_entry_points_and_data(dist: Path, name: str, inside: set[str]) -> None:
    """And no tests."""
    with _wheel(dist, name) as wheel:
        names = set(wheel.namelist())
        assert inside <= names
        assert [each for each in names if each.endswith("entry_points.txt")]
        assert not [each for each in names if "tests" in Path(each).parts]


def test_the_source_distribution_holds_what_a_build_and_a_test_need(dist: Path) -> None:
    """Sources, sets, documentation and tests; nothing built."""
    (path,) = dist.glob("cchc_index-*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    for wanted in (
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "criteria/pci-2021.yaml",
        "docs/index.md",
        "tests/conftest.py",
    ):
        assert wanted in names
    built = {"_build", ".venv", ".venv-test", "__pycache__"}
    assert not [name for name in names if built & set(Path(name).parts)]


def test_the_wheel_works_alone(environment: Environment) -> None:
    """The main job on real data, and the pip command for what is absent."""
    done = environment.run("-m", "cchc_index", "demo")

    assert (done.returncode, done.stderr) == (0, "")
    assert "chênh lệch 1,000" in done.stdout
    assert "pip install cchc-index-cao-bang" in done.stdout
    assert environment.run("-m", "cchc_index", "plugins").stdout.strip()
    commands = re.findall(r"^  \S+ -m cchc_index (.*)$", done.stdout, re.MULTILINE)
    assert len(commands) > 4
    for command in commands:  # none that needs a plugin which is not there
        assert environment.run("-m", "cchc_index", *command.split()).returncode == ("audit" in command), command


def test_a_cycle_whose_plugin_is_absent_is_told(environment: Environment) -> None:
    """Exit 1 and the pip command, in both languages."""
    for language in ("vi", "en"):
        done = environment.run("-m", "cchc_index", "--lang", language, "score", "cao-bang-2021")
        assert (done.returncode, done.stdout) == (1, "")
        assert "pip install cchc-index-cao-bang" in done.stderr


def test_an_installed_plugin_is_found(environment: Environment, dist: Path) -> None:
    """After pip install the same cycle is scored."""
    environment.install(*dist.glob("cchc_index_bands-*.whl"), *dist.glob("cchc_index_cao_bang-*.whl"))
    done = environment.run("-m", "cchc_index", "score", "cao-bang-2021", "--format", "json")
    made = json.loads(done.stdout)

    assert [len(each["units"]) for each in made["results"]] == [20, 10]
    assert made["provenance"]["plugins"]["cao_bang"] == {"distribution": "cchc-index-cao-bang", "version": "0.1.0"}


def test_a_new_plugin_works_from_the_start(environment: Environment, tmp_path: Path) -> None:
    """Made by the command, installed into a fresh environment, its tests run, a set scored with it."""
    made = environment.run("-m", "cchc_index", "--lang", "en", "new-plugin", "ha-giang", folder=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    assert "cchc-index selftest ha_giang.example-2025" in made.stdout
    own = tmp_path / "cchc-index-ha-giang"
    assert not [path for path in own.rglob("*") if "template" in path.name or path.suffix == ".pyc"]
    environment.install(own, "--no-build-isolation")

    tested = environment.run("-m", "pytest", "-q", folder=own)
    assert tested.returncode == 0, tested.stdout
    assert "6 passed" in tested.stdout
    assert environment.run("-m", "cchc_index", "selftest", "ha_giang.example-2025").returncode == 0
    (tmp_path / "a.csv").write_text("unit,1.1,1.2\nso-a,3,80\n", encoding="utf-8")
    arguments = ["score", "a.csv", "--criteria", "ha_giang.example-2025", "--format", "json"]
    scored = json.loads(environment.run("-m", "cchc_index", *arguments, folder=tmp_path).stdout)
    assert scored["results"][0]["units"][0]["points"] == "7.80"
    assert scored["provenance"]["plugins"]["ha_giang"]["distribution"] == "cchc-index-ha-giang"


def test_a_plugin_is_not_overwritten(environment: Environment, tmp_path: Path) -> None:
    """Nor made under a name that cannot be."""
    for name, code in (("ha-giang", 0), ("ha-giang", 1), ("Ha Giang", 2), ("template", 2), ("../x", 2)):
        done = environment.run("-m", "cchc_index", "new-plugin", name, folder=tmp_path)
        assert done.returncode == code
        assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("cchc")] == ["cchc-index-ha-giang"]


def _distribution(environment: Environment, name: str, point: str, code: str) -> None:
    """A distribution put into an environment as an installer would leave it."""
    module = name.replace("-", "_")
    (environment.site / f"{module}.py").write_text(code, encoding="utf-8")
    info = environment.site / f"{module}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[cchc_index]\n{point} = {module}\n", encoding="utf-8")


SET = """
id: a
edition: 1
title: A
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: One, max_points: 5, rule: RULE}
"""


def test_broken_plugins_harm_only_who_names_them(environment: Environment, tmp_path: Path) -> None:
    """One cannot be imported, one exits, two have one name: exit 3 for their sets, nothing for others."""
    _distribution(environment, "broken-one", "broken", "raise RuntimeError('on import')\n")
    _distribution(environment, "leaving-one", "leaving", "import sys\nsys.exit(7)\n")
    _distribution(environment, "first-twin", "twin", "print('imported')\n")
    _distribution(environment, "second-twin", "twin", "print('imported')\n")
    for rule in ("points", "broken.rule", "leaving.rule", "twin.rule"):
        (tmp_path / f"{rule}.yaml").write_text(SET.replace("RULE", rule), encoding="utf-8")

    def check(rule: str) -> tuple[int, str]:
        done = environment.run("-m", "cchc_index", "--lang", "en", "check", f"{rule}.yaml", folder=tmp_path)
        assert done.stdout == ""
        assert "Traceback" not in done.stderr
        return done.returncode, done.stderr

    assert check("points") == (0, "")
    code, told = check("broken.rule")
    assert code == 3
    assert "broken-one 1.0" in told
    assert "RuntimeError: on import" in told
    code, told = check("leaving.rule")
    assert code == 3
    assert "leaving-one 1.0" in told
    code, told = check("twin.rule")
    assert code == 3
    assert "first-twin 1.0" in told
    assert "second-twin 1.0" in told
    assert "imported" not in told
    listed = environment.run("-m", "cchc_index", "--lang", "en", "plugins")
    assert listed.returncode == 0
    assert "Traceback" not in listed.stderr
    assert "broken-one" in listed.stdout


BAD = """
import random, sys
import attrs
from cchc_index.plugins import Field, Integers, Points, Ratios, ScoringRule, hookimpl

cchc_index_api = 1


class Base(ScoringRule):
    reads = ((Field("count"),),)

    def score(self, column):
        return Points(column.number("count"))

    def reason(self, case):
        return "counted"


def rule(name, body):
    inner = dict(globals())
    exec("def score(self, column):\\n    " + body, inner)
    return attrs.frozen(type(name, (Base,), {"score": inner["score"]}))


BODIES = {
    "raises": "raise RuntimeError('boom')",
    "exits": "sys.exit(5)",
    "returns_none": "return None",
    "returns_floats": "return [1.5] * column.size",
    "nan": "return Points(Ratios(Integers.of([float('nan')] * column.size)))",
    "wrong_length": "return Points(Ratios(Integers.of([1])))",
    "too_much": "return Points(column.number('count').times(__import__('fractions').Fraction(100)))",
    "mutates": "column.fields['count'].numbers.values[0] = 1",
    "replaces": "column.fields['count'] = None",
    "changes": "return Points(Ratios(Integers.of([random.randint(0, 4) for _ in range(column.size)])))",
    "prints": "print('hello'); return Points(column.number('count'))",
}


@hookimpl
def cchc_register_rules():
    return {name: rule(name, body) for name, body in BODIES.items()}
"""


def test_a_rule_that_misbehaves_ends_in_exit_3(environment: Environment, tmp_path: Path) -> None:
    """The plugin, its distribution, the rule and the cure are named; nothing is written, and there is no traceback."""
    _distribution(environment, "bad-rules", "bad", BAD)
    units = "".join(f"u{number},{number % 4 + 1}\n" for number in range(30))
    (tmp_path / "a.csv").write_text(f"unit,1\n{units}", encoding="utf-8")
    names = re.findall(r'^    "(\w+)": "', BAD, flags=re.MULTILINE)
    assert len(names) == 11
    for name in names:
        (tmp_path / "a.yaml").write_text(SET.replace("RULE", f"bad.{name}"), encoding="utf-8")
        arguments = ["--lang", "en", "score", "a.csv", "--criteria", "a.yaml", "-o", "out.json"]
        done = environment.run("-m", "cchc_index", *arguments, folder=tmp_path)
        assert (done.returncode, done.stdout) == (3, ""), (name, done.stderr)
        assert "Traceback" not in done.stderr
        assert f"bad.{name}" in done.stderr
        assert "bad-rules 1.0" in done.stderr
        assert re.search(r"\n  [A-Z]", done.stderr), "a cure on a line of its own"
        assert not (tmp_path / "out.json").exists()
