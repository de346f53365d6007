"""Natural mistakes of authors, as the kit tells them: what is wrong, in which line, and what to write there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cchc_index.testing import (
    BrokenContractError,
    check_aggregation,
    check_classifier,
    check_plugin,
    check_rule,
    points_of,
)
from tests.conftest import ROOT
from tests.registry.written_plugin import SET, line_of, load, registry_of, write

pytestmark = pytest.mark.slow

HELD = 'held = case.decimal("held")'
RETURN = "return Fraction(case.max_points) * min(Fraction(held) / self.asked, Fraction(1))"
SCORE = f"    @per_unit\n    def score(self, case: Case) -> Fraction:\n        {HELD}\n        {RETURN}\n"
READS = '    reads = ((Field("held", "whole", better="more"),),)'
PROBES = "    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:"
RULE: dict[str, tuple[tuple[str, str], str, str]] = {
    "no per_unit": (("    @per_unit\n", ""), HELD, "Put @per_unit before def score"),
    "a float": ((RETURN, "return 0.5 * int(held)"), "def score", r"Decimal\(\"0.5\"\)"),
    "a fraction made of a float": ((RETURN, "return Fraction(0.1) * int(held > 0)"), "def score", "made of a float"),
    "an inexact quotient": ((RETURN, "return min(held, Decimal(4)) / 3"), "/ 3", "Divide a Fraction"),
    "NotApplicable called": ((RETURN, "return NotApplicable()"), "def score", "without brackets"),
    "an undeclared field": ((HELD, 'held = case.decimal("hold")'), '"hold"', "reads declares: held"),
    "too many points": ((RETURN, "return held * 9"), "def score", r"min\(..., the maximum\)"),
    "a print": ((HELD, f"print(1); {HELD}"), "print(1)", "Remove the print"),
    "the process": ((HELD, f"np.seterr(all='ignore'); {HELD}"), "def score", "numpy's error state.*Leave"),
    "chance": ((HELD, "held = __import__('random').SystemRandom().randint(0, 4)"), "def score", "no random numbers"),
    "other units": (
        (
            SCORE,
            "    def score(self, given):\n        return Points(Ratios(Integers.of([given.size % 4] * given.size)))\n",
        ),
        "def score",
        "relative = True",
    ),
    "less for more": ((RETURN, "return 4 - min(held, 4)"), "def score", "leave better out"),
    "a reason in one language": (('case.say(vi="đã họp", en="met")', '"met"'), "def reason", 'case.say\\(vi="..."'),
    "a reason of two lines": (('case.say(vi="đã họp", en="met")', '"\\n"'), "def reason", "Return a line of text"),
    "a form in one language": (
        (READS, f"{READS}\n\n    def describe(self, leaf, words, /):\n        return 'sessions held'"),
        "def describe",
        "one language: 'sessions held'",
    ),
    "a probe that is wrong": (
        ("str(self.asked)}, Fraction(leaf.max_points)", "'1'}, Fraction(leaf.max_points)"),
        PROBES,
        "gives 1.00, and expects 4.00",
    ),
    "a probe that is refused": (('{"held": "0"}', '{"held": "-1"}'), PROBES, "a refusal"),
    "a probe of a float": (('{"held": "0"}, Fraction(0)', '{"held": "0"}, 0.0'), PROBES, "Write into the class"),
    "a misspelt probes": ((PROBES, PROBES.replace("probes", "probe")), "def probe(", "perhaps probes is meant"),
    "reads a field": ((READS, '    reads = Field("held")'), "reads =", "Write reads"),
    "a float parameter": (("asked: int = 4", "asked: float = 4"), "asked: float", "asked: Decimal"),
    "no type": (("asked: int = 4", "asked = 4"), "asked = 4", "asked: int"),
    "not documented": (
        ("        asked: How many are asked for.", "        how: How many."),
        "class Sessions",
        "Attributes",
    ),
    "no example": (
        ("        >>> Sessions().asked\n        4\n", "        Sessions().asked\n"),
        "class Sessions",
        "Example:",
    ),
    "mutable": (("@attrs.frozen\nclass Sessions", "@attrs.define\nclass Sessions"), "class Sessions", "@attrs.frozen"),
    "everything refused": (('better="more"', "least=Decimal(5), most=Decimal(4)"), "", "raises|nothing that was tried"),
    "refusals that raise": (
        (READS, f"{READS}\n\n    def refusals(self, column, /):\n        return {{}}['a']"),
        "{}['a']",
        "KeyError",
    ),
    "nothing accepted": (
        (
            READS,
            f"{READS}\n\n    def reading(self, given, unit, /):\n        return super().reading(frozenset(), unit)",
        ),
        "reads =",
        "Correct refusals, reading",
    ),
    "a refusal in one language": (
        (
            READS,
            f"{READS}\n\n    def refusals(self, column, /):\n        from cchc_index.plugins import Refusal\n"
            "        yield Refusal(column.has('other'), 'held', own={'vi': ('a', 'b', 'c')})",
        ),
        "def refusals",
        "both languages",
    ),
}


@pytest.mark.parametrize("name", RULE)
def test_a_rules_mistake_is_told_with_its_line_and_its_cure(name: str, tmp_path: Path) -> None:
    """By check_rule, as a broken contract and nothing else."""
    change, fragment, said = RULE[name]
    path = write(tmp_path, change)

    with pytest.raises(BrokenContractError, match=rf"(?s)^Sessions: .*({said})") as told:
        check_rule(load(path).Sessions(), 4, examples=10)

    assert not fragment or f"{path}:{line_of(path, fragment)}:" in str(told.value), str(told.value)


def test_a_rule_without_probes_is_told_how_to_write_them(tmp_path: Path) -> None:
    """By a warning of check_rule; a self-test of a set could not pass."""
    path = write(tmp_path, (PROBES, PROBES.replace("probes", "_none")))

    with pytest.warns(UserWarning, match=r'(?s)Sessions has no probes.*yield Probe\({"held": "0"}, Fraction\(0\)'):
        check_rule(load(path).Sessions(), 4, examples=5)


@pytest.mark.parametrize("first", ["pass", "decimal.Decimal(1) / 3", "hypothesis.settings.load_profile('odd')"])
def test_the_verdict_is_the_same_in_every_process(first: str, tmp_path: Path) -> None:
    """Whatever was computed before, and whichever profile of hypothesis is loaded."""
    path = write(tmp_path, (RETURN, "return min(held, Decimal(4)) / 3"))
    program = (
        "import decimal, hypothesis, sys\n"
        "hypothesis.settings.register_profile('odd', max_examples=1, phases=[hypothesis.Phase.explicit])\n"
        f"{first}\n"
        "sys.path.insert(0, sys.argv[1])\n"
        "import written\n"
        "from cchc_index.testing import check_rule\n"
        "try:\n    check_rule(written.Sessions(), 4)\nexcept AssertionError as told:\n    print(told)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path.parent)], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.startswith("Sessions: score() loses digits")
    assert done.stdout.count("tried with {'held': [1]}") == 1


def test_a_rule_tried_by_hand_tells_what_is_wrong(tmp_path: Path) -> None:
    """A field it does not read, and what it returns."""
    rule = load(write(tmp_path)).Sessions()
    assert points_of(rule, 4, {"held": ["3"]}) == ["3.00"]
    with pytest.raises(TypeError, match="'fields' is hold"):
        points_of(rule, 4, {"hold": ["3"]})
    broken = load(write(tmp_path, ("    @per_unit\n", ""), (HELD, "return 1"))).Sessions()
    with pytest.raises(BrokenContractError, match=r"score\(\) returns int\n.*@per_unit"):
        points_of(broken, 4, {"held": ["3"]})


CLASSIFIER: dict[str, tuple[tuple[str, str], str, str]] = {
    "a late share": (
        ('return Classification(self.bands_of("")', 'Decimal("x"); return Classification(self.bands_of("")'),
        'Decimal("x")',
        "is no number",
    ),
    "columns a text": (
        ("    def bands_of", '    columns = ("late_share")\n\n    def bands_of'),
        "columns =",
        "single one has its comma",
    ),
    "a reason in one language": (
        ('case.say(vi="ai cũng đạt", en="everybody passes")', '"passes"'),
        "def reason(self, case: Pl",
        "one language",
    ),
    "a misspelt faults": (
        ("    def bands_of", "    def fault(self): ...\n\n    def bands_of"),
        "def fault(",
        "perhaps faults",
    ),
    "mutable": (("@attrs.frozen\nclass Every", "@attrs.define\nclass Every"), "class Everybody", "@attrs.frozen"),
    "no example": (
        ("        >>> Everybody()\n        Everybody()\n", "        Everybody()\n"),
        "class Everybody",
        ">>>",
    ),
}


@pytest.mark.parametrize("name", CLASSIFIER)
def test_a_classifiers_mistake_is_told_with_its_line_and_its_cure(name: str, tmp_path: Path) -> None:
    """By check_classifier."""
    change, fragment, said = CLASSIFIER[name]
    path = write(tmp_path, change)

    with pytest.raises(BrokenContractError, match=rf"(?s)^Everybody: .*({said})") as told:
        check_classifier(load(path).Everybody(), examples=10)

    assert f"{path}:{line_of(path, fragment)}:" in str(told.value), str(told.value)


WEIGH = "return parts.weigh(Ratios(got, parts.attainable))"
AGGREGATION: dict[str, tuple[tuple[str, str], str, str]] = {
    "not the whole": (
        (WEIGH, "return parts.weigh(Ratios(got, parts.attainable * 2))"),
        "def combine",
        "all parts have the whole",
    ),
    "above the maximum": ((WEIGH, "return parts.weigh(Ratios(got, 1))"), "def combine", "points where all parts"),
    "something for nothing": (
        (WEIGH, "return parts.weigh(Ratios(parts.attainable, parts.attainable))"),
        "def combine",
        "have nothing",
    ),
    "a division by 0": (
        (WEIGH, "return parts.weigh(Ratios(parts.points[0], parts.maxima[0]))"),
        "def combine",
        "raises",
    ),
    "a share alone": ((WEIGH, "return Ratios(got, parts.attainable)"), "def combine", "parts.weigh"),
    "other units": (
        (
            WEIGH,
            "all = Ratios(got * min(parts.size, 2), parts.attainable)\n"
            "        return parts.weigh(all.within(Fraction(0), Fraction(1)))",
        ),
        "def combine",
        "other units",
    ),
    "a reason in one language": (
        ('case.say(vi="tính chung", en="taken together")', '"together"'),
        "def reason(self, case: Comb",
        "one language",
    ),
    "a misspelt faults": (
        ("    def combine", "    def fault(self): ...\n\n    def combine"),
        "def fault(",
        "perhaps faults",
    ),
    "no example": (("        >>> Mean()\n        Mean()\n", "        Mean()\n"), "class Mean", ">>>"),
    "mutable": (("@attrs.frozen\nclass Mean", "@attrs.define\nclass Mean"), "class Mean", "@attrs.frozen"),
}


@pytest.mark.parametrize("name", AGGREGATION)
def test_an_aggregations_mistake_is_told_with_its_line_and_its_cure(name: str, tmp_path: Path) -> None:
    """By check_aggregation."""
    change, fragment, said = AGGREGATION[name]
    path = write(tmp_path, change)

    with pytest.raises(BrokenContractError, match=rf"(?s)^Mean: .*({said})") as told:
        check_aggregation(load(path).Mean(), examples=10)

    assert f"{path}:{line_of(path, fragment)}:" in str(told.value), str(told.value)


HOOK = (
    "@hookimpl\ndef cchc_register_rules",
    '@hookimpl\ndef cchc_register_criteria():\n    return {"a-1": __file__.replace("written.py", "a-1.yaml")}\n\n\n'
    "@hookimpl\ndef cchc_register_rules",
)


def _plugin(folder: Path, *changes: tuple[str, str]) -> Path:
    (folder / "a-1.yaml").write_text(SET, encoding="utf-8")
    return write(folder, HOOK, *changes)


def test_a_whole_plugin_is_checked(tmp_path: Path) -> None:
    """Its rule, its classifier, its aggregation and its set."""
    checked = check_plugin("written", registry=registry_of(_plugin(tmp_path)), examples=5)

    assert (checked.rules, checked.classifiers) == (["written.sessions"], ["written.everybody"])
    assert (checked.aggregations, checked.criteria) == (["written.mean"], ["written.a-1"])
    assert checked.unreached == ()


def test_a_set_whose_rule_has_no_probes_is_told_how_to_write_them(tmp_path: Path) -> None:
    """Since its self-test tries nothing there."""
    path = _plugin(tmp_path, (PROBES, PROBES.replace("probes", "_none")))

    with pytest.raises(BrokenContractError, match=r"(?s)the self-test of written.a-1 tries .*has no probes.*yield"):
        check_plugin("written", registry=registry_of(path), examples=5)


LATE = (
    ("    def bands_of", '    columns = ("late_share",)\n\n    def bands_of'),
    (
        'return Classification(self.bands_of("")',
        'list(map(Decimal, (unit.attributes["late_share"] for unit in standings.register)))\n'
        '        return Classification(self.bands_of("")',
    ),
)


def test_a_plugin_asks_for_the_attributes_that_it_lacks(tmp_path: Path) -> None:
    """Its classifier reads numbers in a column of the register; whoever says which ones passes."""
    registry = registry_of(_plugin(tmp_path, *LATE))

    with pytest.raises(BrokenContractError, match=r"attributes={'late_share': \(...\)}"):
        check_plugin("written", registry=registry, examples=5)

    checked = check_plugin("written", registry=registry, attributes={"late_share": ("0", "7.5")}, examples=5)
    assert checked.classifiers == ["written.everybody"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('{"sessions": Sessions}', '{"Sessions": Sessions}'), "is no plain name"),
        (("cchc_index_api = 1", ""), "cchc_index_api = 1"),
        (('a-1.yaml"', 'b-1.yaml"'), "cannot be read"),
    ],
)
def test_a_plugin_that_cannot_be_used_is_a_broken_contract(change: tuple[str, str], said: str, tmp_path: Path) -> None:
    """With the plugin's or the set's name."""
    with pytest.raises(BrokenContractError, match=said):
        check_plugin("written", registry=registry_of(_plugin(tmp_path, change)), examples=5)
